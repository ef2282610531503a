import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import type { Report } from '../../src/report/report';
import { takeSnapshot, type Focus, type SheetState } from '../../src/host/snapshot';
import { notesGrid, state, tablesGrid, textGrid } from './gridOf';

const [edition2019, edition2021] = editions as [(typeof editions)[number], (typeof editions)[number]];

const reportOf = (year: number, unit: string, edition = edition2021, value: number | null = 0): Report => {
  const report = emptyReport(edition, year, unit);
  for (const { id } of figuresOf(edition)) report.figures[id] = value;
  return report;
};
const nowhere: Focus = { activeSheet: null, selection: null, lastKey: null };
const look = (sheets: readonly SheetState[], focus: Partial<Focus> = {}) =>
  takeSnapshot(
    sheets,
    { ...nowhere, ...focus },
    { checkedAt: null, trouble: null, manualCalculation: false, undo: null, formats: 'unknown' },
  );

const forestry = reportOf(2025, '云溪县林业局');
const water = reportOf(2025, '云溪县水利局');

describe('which report is active', () => {
  const sheets = [state('a', tablesGrid(forestry, '林业')), state('b', tablesGrid(water, '水利'))];

  test('the one on the active sheet', () => {
    expect(look(sheets, { activeSheet: 'b' }).active?.candidate.sheet).toBe('水利');
  });

  test('else the last one shown, while it is there', () => {
    expect(look(sheets, { lastKey: 'b#0' }).active?.candidate.sheet).toBe('水利');
    expect(look(sheets, { lastKey: 'c#0' }).active).toBeNull();
    expect(look(sheets, { lastKey: 'c#0' }).undecided).toBe(true);
  });

  test('else the only one; among several nobody guesses', () => {
    expect(look(sheets.slice(0, 1)).active?.candidate.unit).toBe('云溪县林业局');
    const undecided = look(sheets);
    expect(undecided.active).toBeNull();
    expect(undecided.undecided).toBe(true);
    expect(undecided.candidates.length).toBe(2);
  });

  test('the one in whose rows the selection stands, where a sheet holds several', () => {
    const upper = tablesGrid(forestry, '合并');
    const lower = tablesGrid(water, '合并');
    const both = {
      ...upper,
      values: [...upper.values, [], ...lower.values],
      formulas: [...upper.values, [], ...lower.values],
    };
    const one = [state('a', both)];
    expect(look(one, { activeSheet: 'a', selection: { row: 20, column: 8 } }).active?.candidate.unit).toBe(
      '云溪县林业局',
    );
    expect(
      look(one, { activeSheet: 'a', selection: { row: upper.values.length + 20, column: 8 } }).active?.candidate.unit,
    ).toBe('云溪县水利局');
  });

  test('on its text sheet a report stays the active one', () => {
    const withText = [...sheets, state('t', textGrid(water))];
    expect(look(withText, { activeSheet: 't' }).active?.candidate.unit).toBe('云溪县水利局');
  });

  test('a hidden sheet is listed and never chosen', () => {
    const hidden = look([state('a', tablesGrid(forestry), true)]);
    expect(hidden.candidates.length).toBe(1);
    expect(hidden.active).toBeNull();
    expect(hidden.undecided).toBe(false);
  });

  test('a workbook without official tables has none', () => {
    const other = look([
      state('x', { name: '别的', row: 0, column: 0, values: [['预算', 1]], formulas: [['预算', 1]] }),
    ]);
    expect(other.candidates).toEqual([]);
    expect(other.active).toBeNull();
    expect(other.undecided).toBe(false);
  });
});

test('what stands on the sheets is the report: figures, units, text, reasons and doubts come back', () => {
  const values = fc.option(fc.nat(500), { freq: 4 });
  fc.assert(
    fc.property(
      fc.constantFrom(edition2019, edition2021),
      fc.array(values, { minLength: 200, maxLength: 200 }),
      fc.nat(30),
      fc.nat(8),
      (edition, numbers, down, right) => {
        const report = reportOf(2025, '云溪县林业局', edition, null);
        const figures = figuresOf(edition);
        figures.forEach(({ id }, index) => (report.figures[id] = numbers[index] ?? null));
        for (const { id, unit } of figures)
          if (unit === 'unprinted' && report.figures[id] !== null) report.units[id] = 'yuan';
        report.narrative = { overview: ['第一段。', '第二段。'], problems: ['问题。'], other: ['无'] };
        report.unit.kind = 'department';
        const blank = figures.find(({ id }) => report.figures[id] === null);
        if (blank !== undefined) report.marks[blank.id] = { state: 'unread', source: '第三部分表格第 5 行' };
        const sheets = [
          state('a', tablesGrid(report, '表', down, right)),
          state('t', textGrid(report)),
          state('n', notesGrid(report)),
        ];
        expect(look(sheets).active?.report).toEqual(report);
      },
    ),
    { numRuns: 60 },
  );
});

test('last year’s report is found by unit and year, and only where it is the only one', () => {
  const before = state('b', tablesGrid(reportOf(2024, '云溪县林业局'), '上年'));
  const now = state('a', tablesGrid(forestry, '本年'));
  expect(look([now, before], { activeSheet: 'a' }).active?.previous?.year).toBe(2024);
  expect(look([now, before, { ...before, id: 'c' }], { activeSheet: 'a' }).active?.previous).toBeNull();
  expect(
    look([now, state('b', tablesGrid(reportOf(2024, '云溪县水利局')))], { activeSheet: 'a' }).active?.previous,
  ).toBeNull();
  expect(
    look([now, state('b', tablesGrid(reportOf(2023, '云溪县林业局')))], { activeSheet: 'a' }).active?.previous,
  ).toBeNull();
});

test('a text sheet of another year is not this report’s text', () => {
  const other = { ...forestry, year: 2024, narrative: { overview: ['旧文。'], problems: [], other: [] } };
  const { active } = look([state('a', tablesGrid(forestry)), state('t', textGrid(other))], { activeSheet: 'a' });
  expect(active?.textSheet).toBeNull();
  expect(active?.report.narrative.overview).toEqual([]);
});

test('text where a number belongs is no figure, and what stood there is kept', () => {
  const grid = tablesGrid(forestry);
  const id = 'applications.received.person';
  const cell = look([state('a', grid)]).active?.located.cells.get(id);
  const values = grid.values.map((row, r) =>
    row.map((value, c) => (r === cell?.row && c === cell.column ? '１２件' : value)),
  );
  const { active } = look([state('a', { ...grid, values, formulas: values })]);
  expect(active?.report.figures[id]).toBeNull();
  expect(active?.report.marks[id]).toEqual({ state: 'unread', source: '１２件' });
});

test('what an import could not read stays so until it is filled in', () => {
  const id = 'applications.received.person';
  const report = {
    ...reportOf(2025, '云溪县林业局'),
    marks: { [id]: { state: 'unread' as const, source: '第 5 行' } },
  };
  report.figures[id] = null;
  const found = (own: typeof report) =>
    look([state('a', tablesGrid(own)), state('n', notesGrid(report))]).active?.findings.map(({ rule }) => rule);
  expect(found(report)).toContain('UNREAD');
  expect(found(report)).not.toContain('EMPTY');
  expect(found({ ...report, figures: { ...report.figures, [id]: 0 } })).not.toContain('UNREAD');
});

test('a deadline speaks of the report that is being written, not of one read in from an earlier year', () => {
  const rules = (year: number, checkedAt: Date) => {
    const report = reportOf(year, '云溪县林业局');
    report.unit.kind = 'department';
    report.unit.level = 'county';
    const sheets = [state('a', tablesGrid(report)), state('n', notesGrid(report))];
    const { active } = takeSnapshot(sheets, nowhere, {
      checkedAt,
      trouble: null,
      manualCalculation: false,
      undo: null,
      formats: 'unknown',
    });
    return active?.findings.map(({ rule }) => rule).filter((rule) => rule === 'F-DEADLINE' || rule === 'F-EARLY');
  };
  expect(rules(2025, new Date(2026, 0, 20))).toEqual([]);
  expect(rules(2025, new Date(2026, 1, 3))).toEqual(['F-DEADLINE']);
  expect(rules(2025, new Date(2025, 11, 23))).toEqual(['F-EARLY']);
  expect(rules(2020, new Date(2026, 1, 3))).toEqual([]);
});

test('of a report that was copied with its text each copy has its own; where names tell nothing, nobody guesses', () => {
  const said = { ...forestry, narrative: { ...forestry.narrative, overview: ['原来的。'] } };
  const kept = { ...forestry, narrative: { ...forestry.narrative, overview: ['留底的。'] } };
  const on = (report: Report, name: string) => ({ ...textGrid(report), name });
  const both = (copy: string) => [
    state('a', tablesGrid(said, '2025年报表')),
    state('t', on(said, '2025年报文字')),
    state('b', tablesGrid(kept, '2025年报表 (2)')),
    state('u', on(kept, copy)),
  ];
  const overview = (activeSheet: string, copy = '2025年报文字 (2)') =>
    look(both(copy), { activeSheet }).active?.report.narrative.overview;
  expect([overview('a'), overview('b')]).toEqual([['原来的。'], ['留底的。']]);
  expect([overview('a', '留底'), overview('b', '留底')]).toEqual([['原来的。'], []]);
  expect(look(both('留底'), { activeSheet: 'b' }).active).toMatchObject({
    textSheet: null,
    rivalTexts: ['2025年报文字', '留底'],
  });
});
