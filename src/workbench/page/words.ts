import { en } from './words.en';
import { zh, type Words } from './words.zh';

export type { WordKey, Words } from './words.zh';

export type Language = 'zh' | 'en';

/** Language tags as Office and the browser write them. */
export const languageTags = { zh: 'zh-CN', en: 'en-US' } as const satisfies Record<Language, string>;

export const words: Readonly<Record<Language, Words>> = { zh, en };
