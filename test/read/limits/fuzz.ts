/** Random damage to whole sources, character by character and piece by piece. */
import type { Edition } from '../../../src/report/edition';
import { dice } from '../noise/noise';
import { htmlShapes, sampleOf, textShapes } from '../noise/shapes';

const intruders = [
  ...['|', '\t', '\n', '', '0', '/', '-', '（', '）', '1.', '总计', '其他', '行政复议', '信息内容', '\u0000'],
  ...['\ufeff', '𠮷', '<td>', '</table>', '<table>', '&nbsp;', '<td colspan=999 rowspan=999>'],
  '9'.repeat(40),
  '一、'.repeat(30),
];

/** The sources that are damaged: every shape of text and of web page. */
export const sourcesOf = (editions: readonly Edition[]): readonly { readonly html: boolean; readonly text: string }[] =>
  editions.flatMap((edition, index) => {
    const sample = sampleOf(edition, index + 1);
    return [
      ...Object.values(textShapes).map(({ write }) => ({ html: false, text: write(sample) })),
      ...Object.values(htmlShapes).map((write) => ({ html: true, text: write(sample) })),
    ];
  });

/** A few cuts, repetitions, exchanges and intruders, the same each time for the same seed. */
export function mutated(text: string, seed: number): string {
  const roll = dice(seed);
  let result = text;
  for (let count = roll(8) + 1; count > 0; count -= 1) {
    const at = roll(result.length + 1);
    const length = roll(roll(10) === 0 ? 2000 : 12);
    const piece = result.slice(at, at + length);
    const other = roll(result.length + 1);
    switch (roll(4)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, other) + piece + result.slice(other);
        break;
      case 2:
        result = result.slice(0, at) + (intruders[roll(intruders.length)] ?? '') + result.slice(at);
        break;
      default:
        result = result.slice(0, at) + piece.repeat(roll(20)) + result.slice(at + length);
    }
  }
  return result;
}
