import type { Language } from '../report/language';
import { en } from './words.en';
import { zh } from './words.zh';

export type Words = typeof zh;

export const words: Readonly<Record<Language, Words>> = { zh, en };
