import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import type { Reading } from '../../src/read/reading';
import {
  correctedIn,
  type Draft,
  draftReport,
  isComplete,
  openBlanks,
  typedFigure,
  parseYear,
  readSummary,
  rowBlocks,
  sectionSummaries,
  shownFigure,
  startDraft,
  yearDue,
} from '../../src/taskpane/fill/draft';
import { edition2021, soundReport } from './samples';
import fc from 'fast-check';

const reading = (report = soundReport()): Reading => ({
  part: null,
  edition: edition2021,
  report,
  sources: new Map(),
  doubts: [],
});
const ids = figuresOf(edition2021).map((figure) => figure.id);
const first = ids[0] ?? '';

test('a draft that nobody touched is the report as it was read', () => {
  const report = soundReport();
  expect(draftReport(startDraft(reading(report)))).toEqual(report);
});

test('whatever was put right in a draft is known as that: a figure, a unit of an amount, the name, the year', () => {
  const draft = startDraft(reading());
  expect(correctedIn(draft)).toBe(0);
  for (const change of [
    { typed: new Map([[first, '1']]) },
    { units: new Map([['disclosure.fees.amount', 'yuan' as const]]) },
    { unit: `${draft.unit}（本级）` },
    { year: '2031' },
  ])
    expect(correctedIn({ ...draft, ...change })).toBe(1);
});

test('what is typed into a figure is what is filled in, and only there', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ids), fc.integer({ min: -99_999, max: 99_999 }), (id, value) => {
      const report = draftReport({ ...startDraft(reading()), typed: new Map([[id, String(value)]]) });
      expect(report.figures).toEqual({ ...soundReport().figures, [id]: value });
    }),
  );
});

test('a figure that was put right is no longer in doubt, the others still are', () => {
  const report = soundReport();
  const [one = '', two = ''] = ids;
  for (const id of [one, two]) {
    report.figures[id] = null;
    report.marks[id] = { state: 'unread', source: '第二部分表格第 1 行' };
  }
  const filled = draftReport({ ...startDraft(reading(report)), typed: new Map([[one, '3']]) });
  expect(Object.keys(filled.marks)).toEqual([two]);
});

test('blank cells are 0 with a remark once the user says so; what was typed stays, what was not read stays blank', () => {
  const report = soundReport();
  const [blank = '', typed = '', unread = ''] = ids;
  for (const id of [blank, typed, unread]) report.figures[id] = null;
  report.marks[unread] = { state: 'unread', source: '第二部分表格第 1 行' };
  const draft: Draft = { ...startDraft(reading(report)), typed: new Map([[typed, '7']]) };
  expect(openBlanks(draft)).toEqual([blank]);
  expect(shownFigure(draft, blank)).toBe('');
  const zero = { ...draft, blankIsZero: true };
  expect([blank, typed, unread].map((id) => shownFigure(zero, id))).toEqual(['0', '7', '']);
  const filled = draftReport(zero);
  expect([blank, typed, unread].map((id) => filled.figures[id])).toEqual([0, 7, null]);
  expect(filled.marks).toEqual({
    [blank]: { state: 'printedAsNone', source: '空白' },
    [unread]: report.marks[unread],
  });
  expect(draftReport({ ...zero, blankIsZero: false })).toEqual(draftReport(draft));
  expect(readSummary(zero)).toEqual(readSummary(draft));
});

test('a number is taken however it is typed; anything else is refused, never rounded or guessed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (value) => {
      expect(typedFigure(String(value))).toBe(value);
      expect(typedFigure(value.toLocaleString('en-US'))).toBe(value);
    }),
  );
  expect(typedFigure('１２')).toBe(12);
  expect(typedFigure('160.5964')).toBe(160.5964);
  expect(typedFigure('')).toBeNull();
  expect(typedFigure('  ')).toBeNull();
  for (const text of ['12件', '1e3', '0x1', '一', '1.2.3', '--1', '0.1234567', 'NaN', '5 7', '984①', '10²', '1,23']) {
    expect(typedFigure(text), text).toBeUndefined();
  }
});

test('a draft with something that is not a number cannot be filled in', () => {
  const draft: Draft = { ...startDraft(reading()), typed: new Map([[first, '9件']]) };
  expect(isComplete(draft)).toBe(false);
  expect(isComplete({ ...draft, typed: new Map([[first, '9']]) })).toBe(true);
  expect(isComplete({ ...draft, typed: new Map(), year: '25' })).toBe(false);
});

test('a year has four digits of this age, or is not given', () => {
  expect(parseYear('2025')).toBe(2025);
  expect(parseYear('２０２５')).toBe(2025);
  expect(parseYear('')).toBeNull();
  for (const text of ['25', '1899', '3000', '2025年']) expect(parseYear(text), text).toBeUndefined();
});

test('the year due is the last one, in December the one that is ending', () => {
  expect(yearDue(new Date(2026, 0, 1))).toBe(2025);
  expect(yearDue(new Date(2026, 10, 30))).toBe(2025);
  expect(yearDue(new Date(2026, 11, 1))).toBe(2026);
});

test('every figure of an edition has its place in the review, once', () => {
  for (const edition of editions) {
    const shown = rowBlocks(edition).flatMap(({ table, blocks }) =>
      blocks.flatMap((rows) =>
        rows.flatMap((row) => row.columns.map((column) => `${table.id}.${row.id}.${column.id}`)),
      ),
    );
    expect(shown).toEqual(figuresOf(edition).map((figure) => figure.id));
  }
});

test('rows that stand under one header have the same columns', () => {
  for (const edition of editions) {
    for (const { blocks } of rowBlocks(edition)) {
      for (const rows of blocks) expect(new Set(rows.map((row) => row.columns)).size).toBe(1);
    }
  }
});

test('figures that were not read are counted out', () => {
  const report = emptyReport(edition2021, 2025, null);
  expect(readSummary(startDraft(reading(report)))).toEqual({ read: 0, total: 200 });
  report.figures[first] = 0;
  expect(readSummary(startDraft(reading(report)))).toEqual({ read: 1, total: 200 });
});

test('characters are counted as people count them: blanks not, a rare character once', () => {
  const report = emptyReport(edition2021);
  report.narrative.overview = ['　　公开 信息', '𠮷'];
  expect(sectionSummaries(edition2021, report.narrative).map((one) => [one.title, one.characters])).toEqual([
    ['一、总体情况', 5],
    ['五、存在的主要问题及改进情况', 0],
    ['六、其他需要报告的事项', 0],
  ]);
});
