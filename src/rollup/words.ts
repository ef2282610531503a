import type { Language } from '../report/language';
import { en } from './words.en';
import { zh, type Words } from './words.zh';

export type { Words };

const languages: Readonly<Record<Language, Words>> = { zh, en };

/** In whatever language a sheet was written. */
export const everyWords: readonly Words[] = Object.values(languages);

export const wordsIn = (language: Language): Words => languages[language];
