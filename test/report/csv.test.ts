import { expect, test } from 'vitest';
import { csvText } from '../../src/report/csv';

test('CSV quotes what would break a field, and disarms every text that begins like a formula, but no number', () => {
  const field = (value: string | number): string => csvText([[value]]).slice(1, -2);
  for (const mark of ['=', '+', '-', '@', '\t']) expect(field(`${mark}A1`)).toBe(`'${mark}A1`);
  expect(field('\rb')).toBe(`"'\rb"`);
  expect([field('1=1'), field('a-b'), field('')]).toEqual(['1=1', 'a-b', '']);
  expect([field(-3), field('-3'), field('-3.5'), field('-3.'), field('-3+1')]).toEqual([
    '-3',
    '-3',
    '-3.5',
    `'-3.`,
    `'-3+1`,
  ]);
  expect([field('a,b'), field('a"b'), field('a\nb'), field('"')]).toEqual(['"a,b"', '"a""b"', '"a\nb"', '""""']);
});

test('every line ends as RFC 4180 says, after a mark that tells Excel the encoding', () => {
  expect(csvText([])).toBe('\uFEFF');
  expect(csvText([['甲', 1], ['乙']])).toBe('\uFEFF甲,1\r\n乙\r\n');
});
