import type { Language } from '../../report/language';
import { zh, type Words } from './words.zh';

export type { Words };

/** Chinese is there at once; whoever reads another language waits for one small file. */
export const wordsOf = async (language: Language): Promise<Words> =>
  language === 'zh' ? zh : (await import('./words.en')).en;
