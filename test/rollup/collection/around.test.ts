/** The sheets of a collection are written again and again; what the office wrote on them is its own. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { isSumSheet, stretches, type SheetContent } from '../../../src/report/sheet/workbook';
import { askedOn, askedSheet, askedSheetOn } from '../../../src/rollup/collection/asked';
import {
  absentIn,
  decisionsOn,
  rosterSheet,
  rosterSheetOn,
  standingOn,
  standingSheet,
  standingSheetOn,
} from '../../../src/rollup/collection/standing';
import { rosterOfRows } from '../../../src/rollup/collection/rosterRows';
import { rollUp } from '../../../src/rollup/sum';
import { sampleReport } from '../../write/samples';
import { listed, receive } from '../receive';

type Rows = unknown[][];
const names = ['甲局', '乙局', '丙局', '丁局', '戊局', '己局'];
const columns = standingSheet([], edition2021, 'zh').widths.length;

/** What stands on a sheet after it was written, as the hosts write: its own columns, but for the rows that stay. */
function written(there: Rows, content: SheetContent): Rows {
  const rows: Rows = Array.from({ length: Math.max(there.length, content.rows.length) }, (_, at) => [
    ...(there[at] ?? []),
  ]);
  for (const [from, to] of stretches(content, 0, rows.length))
    for (let at = from; at < to; at += 1)
      content.widths.forEach((_, column) => ((rows[at] as unknown[])[column] = content.rows[at]?.[column] ?? ''));
  return rows;
}

/** The table of units where some of a list of six have handed in, some of them twice. */
function unitRows(handedIn: readonly (readonly [unit: number, file: number])[], decided: readonly string[] = []) {
  const received = [...new Map(handedIn.map(([unit, file]) => [`${names[unit]}${file}.docx`, unit]))].map(
    ([source, unit]) =>
      receive(source, { ...sampleReport(), unit: { ...sampleReport().unit, name: names[unit] ?? '' } }),
  );
  return rollUp({
    edition: edition2021,
    year: sampleReport().year ?? 0,
    unit: null,
    received,
    failures: [],
    roster: listed(names),
    decisions: new Map(decided.map((source) => [source, { accept: false, reason: '退回' }])),
  }).rows;
}

const handedIn = fc.array(fc.tuple(fc.nat(5), fc.nat(1)), { maxLength: 8 });
/** Notes: the row below the head, the column beyond the last, and what is written. */
const notes = fc.array(fc.tuple(fc.nat(9), fc.nat(2), fc.constantFrom('已电话催报', 45_990, '13800000000')), {
  maxLength: 6,
});

const noted = (rows: Rows, given: readonly (readonly [number, number, unknown])[]): Rows => {
  const own = rows.map((row) => [...row]);
  for (const [row, column, text] of given) {
    const at = row + 1;
    while (own.length <= at) own.push([]);
    const line = own[at] as unknown[];
    while (line.length <= columns + column) line.push('');
    line[columns + column] = text;
  }
  return own;
};

const notesOf = (rows: Rows) =>
  rows.flatMap((row, at) =>
    row.slice(columns).flatMap((text, column) => (text === '' ? [] : [[at, column, text] as const])),
  );
const say = (rows: Rows) => standingOn(rows).map((row) => JSON.stringify(row));

test('a sheet 收表情况 that is written again says the new state, and every note stands where it stood, beside the same unit', () => {
  fc.assert(
    fc.property(handedIn, handedIn, notes, (first, second, given) => {
      const before = noted(standingSheet(unitRows(first), edition2021, 'zh').rows as Rows, given);
      const sheet = standingSheet(unitRows(second), edition2021, 'zh');
      const after = written(before, standingSheetOn(sheet, before, 'zh'));
      expect(notesOf(after)).toEqual(notesOf(before));
      for (const [at] of notesOf(before)) expect(after[at]?.[0] ?? '').toBe(before[at]?.[0] ?? '');
      // All that is new is there once; beside it no more than what a note was written to.
      const told = say(after);
      for (const line of say(sheet.rows as Rows)) expect(told.splice(told.indexOf(line), 1)).toEqual([line]);
      expect(told.every((line) => line.includes('这次没有选'))).toBe(true);
      // Once more changes nothing.
      expect(written(after, standingSheetOn(sheet, after, 'zh'))).toEqual(after);
    }),
    { numRuns: 60 },
  );
});

test('lines that the office wrote below, and heads beside, stay as they are; the sheet is still known for what it is', () => {
  const before = noted(standingSheet(unitRows([[0, 0]]), edition2021, 'zh').rows as Rows, [[-1, 0, '联系人']]);
  before.push([], ['催报截止 1 月 20 日', '再催']);
  const sheet = standingSheet(
    unitRows([
      [0, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
      [3, 0],
    ]),
    edition2021,
    'zh',
  );
  const after = written(before, standingSheetOn(sheet, before, 'zh'));
  expect(after[8]).toEqual(['催报截止 1 月 20 日', '再催']);
  expect(after[0]?.[columns]).toBe('联系人');
  expect(isSumSheet(after)).toBe(true);
  expect(say(after)).toHaveLength(sheet.rows.length - 1);
});

test('a decision on a report that was not chosen this time is kept; who is not there any more is named', () => {
  const first = unitRows(
    [
      [0, 0],
      [1, 0],
      [2, 0],
    ],
    ['甲局0.docx'],
  );
  const before = standingSheet(first, edition2021, 'zh').rows as Rows;
  const second = unitRows([[2, 0]]);
  const after = written(before, standingSheetOn(standingSheet(second, edition2021, 'zh'), before, 'zh'));
  expect([...decisionsOn(after)]).toEqual([['甲局0.docx', { accept: false, reason: '退回', of: '甲局' }]]);
  expect(absentIn(standingOn(before), second)).toEqual(['乙局']);
  expect(absentIn(standingOn(before), first)).toEqual([]);
});

test('a list that says the same is not written at all, whatever the office made of its sheet; another one keeps the notes', () => {
  const units = listed(names);
  const own = [['云溪县应报单位'], ['序号', '单位全称', '联系人'], ...names.map((name, at) => [at, name, '张三'])];
  expect(rosterSheetOn(rosterOfRows(own).units, own)).toBeNull();
  const before = (rosterSheet(units).rows as Rows).map((row, at) => [...row, at === 0 ? '电话' : `1380000000${at}`]);
  expect(rosterSheetOn(units, before)).toBeNull();
  const fewer = listed(['新局', '丙局', '甲局', '戊局']);
  const sheet = rosterSheetOn(fewer, before);
  const after = written(before, sheet ?? rosterSheet([]));
  const { units: found, problems } = rosterOfRows(after);
  expect(new Set(found.map(({ name }) => name))).toEqual(new Set(['新局', '丙局', '甲局', '戊局']));
  const width = rosterSheet([]).widths.length;
  for (const [at, row] of before.entries()) expect(after[at]?.[width]).toBe(row[width]);
  for (const [at, name] of names.entries()) if (at % 2 === 0) expect(after[at + 1]?.[0]).toBe(name);
  // Whose note it was stays beside it, and is said.
  expect(after[2]?.slice(0, 2)).toEqual(['', '乙局']);
  expect(problems).toEqual([{ kind: 'noName', lines: [3, 5, 7] }]);
});

test('a note beside a point of a letter stays beside it when more is asked', () => {
  const point = (unit: string, round: number) => ({
    unit,
    round,
    level: '须改正',
    text: '合计不符',
    rule: 'T3-SUM' as const,
    figures: ['review.reconsideration.total'],
    needs: [],
    place: null,
    cell: null,
    mark: `${unit}${round}`,
  });
  const asked = (points: Parameters<typeof askedSheet>[0]) => askedSheet(points, () => null, 'zh');
  const [one, two, three] = [point('甲局', 1), point('乙局', 1), point('甲局', 2)];
  const before = (asked([one, two]).rows as Rows).map((row, at) => [...row, at === 2 ? '已回电' : '']);
  expect(askedOn(before)).toHaveLength(2);
  const after = written(before, askedSheetOn(asked([three, one, two]), before));
  expect(after[2]?.[0]).toBe('乙局');
  expect(after[2]?.at(-1)).toBe('已回电');
  expect(askedOn(after)).toHaveLength(3);
});
