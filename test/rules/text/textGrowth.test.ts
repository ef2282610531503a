/**
 * The text rules look at every place of a text for every wording: what they do for a place must not grow with the text.
 * Texts that would make an expression go back and forth are made from the pieces of the wordings themselves.
 */
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { check } from '../../../src/rules/check';
import type { Finding } from '../../../src/rules/finding';
import { inputOfReport, type CheckInput } from '../../../src/rules/input';
import { checkNarrative } from '../../../src/rules/text/narrative';
import { statementsOf } from '../../../src/rules/text/statements';
import { cases } from './effort';
import { generator } from '../sample';
import { filledReport } from '../../filled';

const input = inputOfReport(edition2021, filledReport(edition2021, { year: 2025, unit: '榆桥县自然资源局' }));
const saying = (...overview: string[]): CheckInput => ({ ...input, narrative: { overview, problems: [], other: [] } });

const { statements, named } = statementsOf(edition2021);
const unique = (patterns: readonly (RegExp | null | undefined)[]): string[] => [
  ...new Set(patterns.flatMap((pattern) => pattern?.source ?? [])),
];
const searched = unique(statements.map(({ pattern }) => pattern));
const wordings = unique([
  ...statements.flatMap((statement) => [
    statement.pattern,
    statement.sentenceSoFarMust,
    statement.clauseNever,
    statement.clauseSoFarNever,
    statement.sentenceSoFarNever,
  ]),
  ...named.flatMap(({ word, denied, deniedAfter }) => [word, denied, deniedAfter]),
]);

test('no pattern of a statement looks further than it says: each of its repetitions has an end', () => {
  const withoutClasses = searched.map((source) => source.replace(/\\./gu, 'x').replace(/\[[^\]]*\]/gu, 'x'));
  expect(withoutClasses.length).toBeGreaterThan(150);
  expect(withoutClasses.filter((source) => /[*+]|\{\d+,\}/u.test(source.replace(/\(\?[:=!<]/gu, '(')))).toEqual([]);
});

/** One sentence, as long as any that is read, of one piece again and again. */
const repeated = (piece: string): string => piece.repeat(Math.ceil(1990 / piece.length)).slice(0, 1990);

let year = 2025;
const spent = (text: string): number => {
  const before = process.cpuUsage().user;
  // What was read for another year is not remembered for this one.
  for (let run = 0; run < 3; run += 1) checkNarrative({ ...saying(text), year: (year += 1) });
  return process.cpuUsage().user - before;
};

const ordinary = repeated(
  '全年共收到政府信息公开申请37件，上年结转2件，其中自然人33件，予以公开14件，部分公开4件，无法提供7件，行政复议4件，',
);
/** A sentence may take this many times what an ordinary one of the same length takes. */
const times = 40;

test(`a sentence made of any pieces of the wordings takes less than ${times} times what an ordinary one takes`, () => {
  for (let run = 0; run < 5; run += 1) spent(ordinary);
  const random = generator(14);
  const slow: string[] = [];
  const pieces = wordings.map((source) => source.match(/[\u4e00-\u9fff]+|[，：（）、“]/gu) ?? ['件']);
  for (let turn = 0; turn < cases(150); turn += 1) {
    const own = pieces[random(pieces.length)] ?? [];
    const others = pieces[random(pieces.length)] ?? [];
    const unit = Array.from({ length: 1 + random(5) }, () => {
      const from = random(6);
      return from === 0 ? '1件' : from === 1 ? (others[random(others.length)] ?? '') : (own[random(own.length)] ?? '');
    }).join('');
    const text = repeated(unit);
    // Once more, before a busy machine is taken for a slow expression.
    const isSlow = (): boolean => spent(text) > times * spent(ordinary);
    if (isSlow() && isSlow() && isSlow()) slow.push(unit);
  }
  expect(slow).toEqual([]);
});

const tooLong = (found: readonly Finding[]): string[] =>
  found.flatMap((item) => (item.rule === 'N-LONG' ? `${item.details.count} of ${item.details.length}` : []));

test.each([
  ['1件、', '1 of 999999'],
  ['（', '1 of 1000000'],
  ['较上年增加百分之', '1 of 1000000'],
  ['１', '1 of 1000000'],
  ['收到政府信息公开申请', '1 of 1000000'],
  ['总数量', '1 of 999999'],
  ['收到政府信息公开申请1件。', '72923 of 13'],
  ['无。', '496000 of 2'],
])('a million characters of “%s” come to an end, and what was not read is said: %s', (piece, said) => {
  expect(tooLong(check(saying(piece.repeat(Math.floor(1e6 / piece.length)))))).toEqual([said]);
});

test('the longest sentences are left out, the others are checked', () => {
  const wrong = '全年收到政府信息公开申请36件。';
  const long = `${'组织培训5次，'.repeat(400)}收到政府信息公开申请37件。`;
  const found = checkNarrative(saying(long + wrong, long));
  expect(found.map(({ rule, place }) => [rule, place])).toEqual([
    ['N-RECV', wrong],
    ['N-LONG', long.slice(0, 60)],
  ]);
  expect(tooLong(found)).toEqual([`2 of ${long.length}`]);
  expect(tooLong(checkNarrative(saying(wrong.repeat(1000))))).toEqual([]);
});

test('a sentence that has not changed is not read again, whatever figure has', () => {
  const text = '全年共收到政府信息公开申请37件，办结39件。'.repeat(40);
  const [first, again] = [checkNarrative(saying(text)), checkNarrative(saying(text))];
  expect(again).toEqual(first);
  const entries = new Map(input.entries).set('applications.received.total', { kind: 'number', value: 37 });
  const found = checkNarrative({ ...saying(text), entries });
  expect(found.filter(({ rule }) => rule === 'N-RECV')).toEqual([]);
  expect(found.filter(({ rule }) => rule === 'N-ANS').length).toBe(40);
  expect(first.filter(({ rule }) => rule === 'N-RECV').length).toBe(40);
});
