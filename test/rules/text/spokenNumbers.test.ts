import { expect, test } from 'vitest';
import { inDigits, spokenNumber, wholeNumber } from '../../../src/rules/text/spokenNumbers';

test.each([
  ['37', 37, 0],
  ['4.8213万', 48213, 0.5],
  ['4.82万', 48200, 50],
  ['5万', 50000, 5000],
  ['0.8亿', 80000000, 5000000],
  ['8126.35', 8126.35, 0.005],
] as const)('%s is %d, give or take %d', (text, value, within) => {
  const read = spokenNumber(text);
  expect(read.value).toBe(value);
  expect(read.within).toBeCloseTo(within, 9);
});

test('a sum in 元 is told in the 万元 of the table', () => {
  expect(spokenNumber('1276000', 1e-4).value).toBe(127.6);
  expect(spokenNumber('127.6万', 1e-4).value).toBe(127.6);
  expect(spokenNumber('0.8126亿', 1e-4).value).toBe(8126);
});

test.each([
  ['三件', '3件'],
  ['肆件', '4件'],
  ['两千一百四十件', '2140件'],
  ['一百零三宗', '103宗'],
  ['四万八千二百一十三件', '48213件'],
  ['两万件', '2万件'],
  ['规章三十七部', '规章37部'],
  ['十二条', '12条'],
  ['三项制度', '三项制度'],
  ['两部门', '两部门'],
  ['第三十六条', '第三十六条'],
  ['几十件', '几十件'],
  ['一件事', '一件事'],
])('%s is read as %s', (text, read) => {
  expect(inDigits(text)).toBe(read);
});

test('a whole number may be in digits or numerals', () => {
  expect([wholeNumber('12'), wholeNumber('十二'), wholeNumber('两')]).toEqual([12, 12, 2]);
});
