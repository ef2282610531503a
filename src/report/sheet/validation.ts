/** What may be typed into a figure cell, and what the spreadsheet says about it, by kind of figure. */
import type { FigureKind } from '../edition';
import type { Language } from '../language';

export interface CellValidation {
  /** `whole`: whole number from `minimum` on. `custom`: `formula` must be true; `{cell}` stands for the cell's address. */
  readonly rule:
    | { readonly type: 'whole'; readonly minimum: number; readonly maximum: number }
    | { readonly type: 'custom'; readonly formula: string };
  readonly title: Readonly<Record<Language, string>>;
  /** Shown beside the cell while it is selected. */
  readonly prompt: Readonly<Record<Language, string>>;
  /** Shown when something else is typed. */
  readonly error: Readonly<Record<Language, string>>;
}

/** Larger than any count that a body could report; spreadsheets keep whole numbers exact far beyond it. */
const largest = 999_999_999;

export const cellValidation: Readonly<Record<FigureKind, CellValidation>> = {
  count: {
    rule: { type: 'whole', minimum: 0, maximum: largest },
    title: { zh: '填写件数', en: 'A count' },
    prompt: {
      zh: '填 0 或正整数。没有发生的，请填 0。',
      en: 'A whole number, 0 or more. Where nothing happened, enter 0.',
    },
    error: {
      zh: '这里应填 0 或正整数，不要写“件”等文字，也不要写“无”“/”。没有发生的，请填 0。',
      en: 'Enter a whole number, 0 or more, without words or signs. Where nothing happened, enter 0.',
    },
  },
  change: {
    rule: { type: 'whole', minimum: -largest, maximum: largest },
    title: { zh: '填写增减数', en: 'A change' },
    prompt: {
      zh: '填整数：增加填正数，减少填负数（如 -2），没有变化填 0。',
      en: 'A whole number: negative for a decrease (-2), 0 for no change.',
    },
    error: {
      zh: '这里应填整数：增加填正数，减少填负数，不要写“增”“减”。',
      en: 'Enter a whole number; a decrease is negative. Do not write words.',
    },
  },
  amount: {
    rule: { type: 'custom', formula: '=AND(ISNUMBER({cell}),{cell}>=0,ROUND({cell},6)={cell})' },
    title: { zh: '填写金额', en: 'An amount' },
    prompt: {
      zh: '以万元为单位，最多六位小数（精确到分）。没有的，请填 0。',
      en: 'In 10,000 yuan, at most six decimals. Where there is none, enter 0.',
    },
    error: {
      zh: '这里应填金额数字（万元），最多六位小数，不要写“元”“万元”。',
      en: 'Enter the amount in 10,000 yuan as a number with at most six decimals.',
    },
  },
};
