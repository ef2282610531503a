/** Numbers as sentences write them: in digits or Chinese numerals, by the piece or in 万, and with what unit. */

import { expression } from '../../report/expression/expression';
import { tidy } from '../findings';

/** Words after which a number counts cases. */
export const unitWords =
  '(?:件次|人次|件|封|条|项|份|宗|次|起|个(?!自然人|公民|申请人|企业|法人|工作日|月|小时|自然日|环节|部门|单位|方面|百分点)|例(?!会|行|如|外)|部(?!门|委|分|署))';

/** A number that is only about right or left out: 除1件, 约40件, 近40件, 40件以上. What stands before it, and what behind. */
export const about = /(?:[约近超逾每除]|超过|不足|不到|平均)$/u;
const orMore = '(?!以上|以内|以下|左右|上下|[也都](?:没有|未|无))';

/**
 * Digits of a number that a sentence may tell. A longer run of them is none, and an expression that tries every length
 * of a run at every place in it would take the square of it.
 */
const digits = '\\d{1,12}';
const decimals = `(?:\\.\\d{1,6})`;

/** A count: with its unit, or alone behind 为, 数 or 量. */
export const number = `(?<![\\d.])(?<n>${digits}(?:${decimals}?[万亿])?)(?:${unitWords}${orMore}|(?<=[为是数量]${digits})(?![\\d.%年月日个余多人名家大种类方]))`;
/** A sum of money in 元, 万元 or 亿元. */
export const money = `(?<![\\d.])(?<n>${digits}${decimals}?[万亿]?)元${orMore}`;

/** What a text holds that tells a count or a sum of money. */
export const mayCount = /\d[万亿]?(?:人次|[件封条项份宗次起个例部元])|[为是数量]\d/u;
/** Whether an expression looks for such a number, and for no other. */
export const looksForCount = ({ source }: RegExp): boolean => source.includes(number) || source.includes(money);

/** A number that was read: what it says, and how far the true number may be from it. */
export interface Spoken {
  readonly value: number;
  readonly within: number;
}

const scales: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** 37 is 37; 4.82万 is 48200, give or take 50. In another unit, one of which is `unit`. */
export function spokenNumber(text: string, unit = 1): Spoken {
  const scale = scales[text.slice(-1)];
  const digits = scale === undefined ? text : text.slice(0, -1);
  const point = digits.indexOf('.');
  const decimals = point === -1 ? 0 : digits.length - point - 1;
  const one = (scale ?? 1) * unit;
  return {
    value: tidy(Number(digits) * one),
    within: unit === 1 && scale === undefined && decimals === 0 ? 0 : (0.5 * one) / 10 ** decimals,
  };
}

const chineseDigits: Readonly<Record<string, number>> = Object.fromEntries(
  ['零〇', '一壹', '二贰两', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap((digits, value) =>
    [...digits].map((digit) => [digit, value]),
  ),
);
const chinesePowers: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const numerals = [...Object.keys(chineseDigits), ...Object.keys(chinesePowers), '万'].join('');

/** 三 → 3, 十二 → 12, 两百零三 → 203, 四万八千 → 48000. */
function chineseNumber(text: string): number {
  let tenThousands = 0;
  let sum = 0;
  let digit: number | null = null;
  for (const char of text) {
    const power = chinesePowers[char];
    if (power !== undefined) sum += (digit ?? 1) * power;
    if (char === '万') {
      tenThousands = sum + (digit ?? 0);
      sum = 0;
    }
    digit = chineseDigits[char] ?? null;
  }
  return tenThousands * 1e4 + sum + (digit ?? 0);
}

/** A whole number in digits or numerals. */
export const wholeNumber = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : chineseNumber(text));

/** 三件, 三部, 均为三; but 三项, 三个 are no counts that a table holds unless they are long: 三十七项. */
const chinese = expression(
  `(?<![第几数\\d.${numerals}])(?:[${numerals}]+(?=(?:件|宗|起|份|部(?!门|委|分|署))(?!事))|[${numerals}]{2,}(?=${unitWords})|(?<=[均都皆][为是])[${numerals}]+(?=$|[，。；、）])|(?<=申请)[${numerals}]+(?=[条项](?:$|[，。；）])))`,
  'gu',
);

/** A text with its Chinese numbers of things in digits. */
export const inDigits = (text: string): string =>
  text.replace(chinese, (digits) =>
    /^.+万$/u.test(digits) ? `${chineseNumber(digits) / 1e4}万` : String(chineseNumber(digits)),
  );
