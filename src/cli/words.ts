import type { Language } from '../report/language';
import { en } from './words.en';
import { zh } from './words.zh';

export type Words = typeof zh;

const languages: Readonly<Record<Language, Words>> = { zh, en };

export const wordsIn = (language: Language): Words => languages[language];
