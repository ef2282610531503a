import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expression } from '../../../src/report/expression/expression';
import { mayFind } from '../../../src/rules/text/needed';
import { number } from '../../../src/rules/text/spokenNumbers';
import { cases } from './effort';

test.each([
  ['(?:收到|受理)申请', '收到申请', '收到公开'],
  ['收到了?申请书', '收到申请书', '收到申请'],
  ['共?计', '计', '共'],
  ['共*计', '计', '共'],
  ['共{0,2}计', '计', '共'],
  ['合共{1,2}计', '合共计', '合计'],
  ['共+条件', '共条件', '共件'],
  ['(?:收到申请|共)+?', '收到申请', '公开'],
  ['[^共]{2}件', '条条件', '共条'],
  ['[共\\]有]件', ']件', '共'],
  ['(?<=结转)(?:下年|明年)', '结转下年', '上年'],
  ['(?=申请).{2}', '申请', '公开'],
  [`(?:不予|部分)公开${number}`, '不予公开3件', '不予3件'],
  ['(?<来>收|到)\\k<来>', '收收', '条'],
  ['\\p{Script=Han}\\u{4e00}\\d条', '甲一1条', '件'],
  ['\\u4e00\\d件', '一1件', '一'],
])('%s finds nothing where its words are missing', (source, found, missing) => {
  const pattern = expression(source);
  expect(mayFind(pattern, found)).toBe(true);
  expect(mayFind(pattern, missing)).toBe(false);
});

test.each([
  '[件\\]]\\x41',
  '\\p{L}\\P{L}',
  '(?<a>.)\\k<a>',
  '\\u4e00\\u{4e00}',
  '收?',
  '(?:收|)',
  '(?!收)',
  '(?<!收)[^收]',
  '.',
  '(?:收到|\\d)',
  '^$',
])('%s needs nothing', (source) => {
  expect(mayFind(expression(source), '')).toBe(true);
});

/** Expressions of every shape that wordings are made of, over three characters. */
const source = fc.letrec<{ all: string; piece: string; group: string }>((tie) => ({
  all: fc.array(tie('piece'), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
  group: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('甲', '乙', '丙', '[甲乙]', '[^甲]', '[甲\\]乙]', '\\d', '.', '甲乙', '\\u4e59', '\\u{7532}'),
    fc.array(tie('all'), { minLength: 1, maxLength: 3 }).map((ways) => `(?:${ways.join('|')})`),
  ),
  piece: fc.oneof(
    fc
      .tuple(tie('group'), fc.constantFrom('', '', '?', '*', '+', '{0,2}', '{1,2}', '{2}', '??', '+?'))
      .map(([group, times]) => `${group.length > 1 && !/^[([\\]/u.test(group) ? `(?:${group})` : group}${times}`),
    fc.tuple(fc.constantFrom('?=', '?!', '?<=', '?<!'), tie('all')).map(([look, all]) => `(${look}${all})`),
    fc.constantFrom('^', '$'),
  ),
})).all;

test('whatever an expression finds something in holds the words that it needs', () => {
  const text = fc.stringMatching(/^[甲乙丙1\]]{0,8}$/u);
  fc.assert(
    fc.property(fc.array(source, { minLength: 1, maxLength: 3 }), text, (ways, told) => {
      const pattern = expression(ways.join('|'));
      expect(!pattern.test(told) || mayFind(pattern, told)).toBe(true);
    }),
    { numRuns: cases(500) },
  );
});
