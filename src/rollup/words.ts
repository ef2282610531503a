import type { Language } from '../report/language';
import { en } from './words.en';
import { zh } from './words.zh';

type Headers = readonly [string, string, string, string];
export type Words = Omit<typeof zh, 'notesHeader'> & { readonly notesHeader: Headers };

const languages: Readonly<Record<Language, Words>> = { zh, en };

export const wordsIn = (language: Language): Words => languages[language];
