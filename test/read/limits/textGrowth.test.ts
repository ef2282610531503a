/**
 * What a reader of text does for a line must not grow with the length of the line. Texts that would make an expression go back
 * and forth are made from what lines, labels and titles are told by.
 */
import { expect, it } from 'vitest';
import { readText } from '../../../src/read/formats/text';

const pieces = [
  ...['|', '| ', ' |', '\t', ' ', '   ', '\u3000', '---|', '（', '(', '(a', '）', '「', '[bookmark:'],
  ...['政（zheng）', '、'],
  ...['1', '１', '1,', '1.', '-1', '1 ', '①', '万元', '件', '。', '，', '：', '2022年', '二〇二二', '1月1日', '至'],
  ...['一、', '（一）', '其中：', '总计', '自然人', '规章', '政府信息公开', '工作年度报告', '附件', '《', '》'],
  ...['a', '\u200b', '\u0300'],
  ...['规章 1 2 3 ', '商业 科研 ', '某局2022年政府信息公开工作年度报告', '受理1件、', '2022年1月1日至'],
];

const short = 6000;
const times = 4;
/** Straight growth makes it four, that of a square sixteen. */
const mostGrowth = 9;
/** Microseconds below which nothing can be told. */
const noise = 60_000;

/** Of the processor, the least of three. */
function spent(text: string): number {
  let least = Infinity;
  for (let count = 0; count < 3; count += 1) {
    const before = process.cpuUsage();
    readText(text);
    least = Math.min(least, process.cpuUsage(before).user);
  }
  return least;
}

it.each([
  ['in one line', ''],
  ['a line each', '\n'],
])(
  'four times the text takes no more than nine times as long, whatever is repeated %s',
  (_, end) => {
    const slow = pieces.filter((piece) => {
      const unit = piece + end;
      const text = (length: number): string => `报告${end}${unit.repeat(Math.ceil(length / unit.length))}x`;
      const isSlow = (): boolean => spent(text(short * times)) > Math.max(noise, mostGrowth * spent(text(short)));
      // Once more, before a busy machine is taken for a slow expression.
      return isSlow() && isSlow();
    });
    expect(slow).toEqual([]);
  },
  300_000,
);
