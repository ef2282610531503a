import { en } from './words.en';
import { zh } from './words.zh';

export type Language = 'zh' | 'en';
export type WordKey = keyof typeof zh;
export type Words = Readonly<Record<WordKey, string>>;

/** Language tags as Office and the browser write them. */
export const languageTags = { zh: 'zh-CN', en: 'en-US' } as const satisfies Record<Language, string>;

export const words: Readonly<Record<Language, Words>> = { zh, en };
