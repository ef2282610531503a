import type { Language } from '../report/language';
import { en } from './words.en';
import { zh, type Words } from './words.zh';

export type { Words };

const languages: Readonly<Record<Language, Words>> = { zh, en };

export const wordsIn = (language: Language): Words => languages[language];
