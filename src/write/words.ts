import type { Language } from '../report/language';
import { en } from './words.en';
import { zh, type Words } from './words.zh';

export const words: Readonly<Record<Language, Words>> = { zh, en };
