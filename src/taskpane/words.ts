import type { Language } from '../report/language';
import { en } from './words.en';
import { zh, type Words } from './words.zh';

export type { Words };

const byLanguage: Readonly<Record<Language, Words>> = { zh, en };

export const wordsOf = (language: Language): Words => byLanguage[language];
