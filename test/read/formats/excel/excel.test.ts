import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src/read/read';
import type { Reading } from '../../../../src/read/reading';
import { editions } from '../../../../src/report/editions';
import { edition2021 } from '../../../../src/report/editions/2021';
import { excelFile, printedRows, type ExcelCell, type ExcelSheet } from '../../files';
import { partsOf, sampleOf, titleOf } from '../../noise/shapes';
import { only } from '../../only';
import { workbookOf } from '../../../../src/papers/workbook';
import { emptyReport } from '../../../../src/report/empty';
import { figuresOf } from '../../../../src/report/figures';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false);
const person = 'applications.received.person';
const row = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const column = 3;

const read = async (sheet: Omit<ExcelSheet, 'name'>): Promise<Reading> =>
  only(await readFile('报表.xlsx', excelFile([{ name: '报表', ...sheet }])));
const withCell = (value: ExcelCell, at = row): ExcelCell[][] =>
  rows.map((line, index) => (index === at ? line.map((cell, place) => (place === column ? value : cell)) : line));
const kinds = ({ doubts }: Reading): string[] => doubts.map(({ kind }) => kind);

describe('tables on sheets of their own', () => {
  const parts = (own: typeof sample, title: (index: number) => string | null): ExcelSheet[] =>
    partsOf(own)
      .filter(({ table }) => table !== null)
      .map(({ section, table }, index) => ({
        name: `${own.unit}${index + 1}`,
        rows: [
          [title(index)],
          [section.title],
          ...(table ?? []).map((line) => line.map((cell) => (cell === null ? null : cell.text))),
        ],
      }));
  const all = async (sheets: readonly ExcelSheet[]): Promise<readonly Reading[]> => {
    const result = await readFile('a.xlsx', excelFile(sheets));
    if (!result.ok) throw new Error(result.failure.kind);
    return result.readings;
  };
  const truthOf = (own: typeof sample) => Object.fromEntries(own.truth);

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'under one title each are one report of edition %s without a doubt',
    async (_, edition) => {
      const own = sampleOf(edition, 5);
      const readings = await all(parts(own, () => titleOf(own)));
      expect(readings).toHaveLength(1);
      expect(readings[0]).toMatchObject({ report: { edition: edition.id, year: own.year, unit: { name: own.unit } } });
      expect(readings[0]?.report.figures).toEqual(truthOf(own));
      expect(readings[0]?.doubts.filter(({ kind }) => kind !== 'unitUnknown')).toEqual([]);
      expect([...(readings[0]?.sources.values() ?? [])].map(({ place }) => place)).toContainEqual(
        expect.objectContaining({ in: 'cell', sheet: `${own.unit}3` }),
      );
    },
  );

  it('under one title on the first of them are one report, and it is said', async () => {
    const readings = await all(parts(sample, (index) => (index === 0 ? titleOf(sample) : null)));
    expect(readings.map(({ report }) => report.figures)).toEqual([truthOf(sample)]);
    expect(readings[0]?.doubts).toMatchObject([
      { kind: 'sheetsJoined', details: { parts: [1, 2, 3].map((index) => `${sample.unit}${index}`).join('、') } },
    ]);
  });

  it('of two units are two reports by their titles, in whatever order they stand', async () => {
    const other = { ...sampleOf(edition2021, 9), unit: '云溪县财政局' };
    const mine = parts(sample, () => titleOf(sample));
    const theirs = parts(other, () => titleOf(other));
    for (const sheets of [[...mine, ...theirs], mine.flatMap((sheet, index) => [theirs[index] ?? sheet, sheet])]) {
      const readings = await all(sheets);
      expect(readings.map(({ report }) => report.unit.name).sort()).toEqual([sample.unit, other.unit].sort());
      for (const { report } of readings)
        expect(report.figures).toEqual(truthOf(report.unit.name === sample.unit ? sample : other));
      expect(readings.flatMap(kinds)).toEqual([]);
    }
  });

  it('that would fit to two reports are joined to neither', async () => {
    const other = { ...sampleOf(edition2021, 9), unit: '云溪县财政局' };
    const [first, , third] = parts(sample, () => titleOf(sample));
    const [theirs] = parts(other, () => titleOf(other));
    if (first === undefined || third === undefined || theirs === undefined) throw new Error('three tables');
    const readings = await all([first, theirs, { ...third, rows: [[null], ...third.rows.slice(1)] }]);
    expect(readings.map(({ report }) => report.unit.name)).toEqual([sample.unit, other.unit, null]);
  });

  it.each([['2023年'], ['上年数'], ['表三（旧）']])(
    'stay apart where one is called after another year: %s',
    async (name) => {
      const [first, second, third] = parts(sample, (at) => (at === 0 ? titleOf(sample) : null));
      if (first === undefined || second === undefined || third === undefined) throw new Error('three tables');
      const readings = await all([first, second, { ...third, name }]);
      expect(readings.map(({ report }) => report.unit.name)).toEqual([sample.unit, null]);
      expect(readings[0]?.doubts.map(({ kind }) => kind)).toContain('tableMissing');
    },
  );

  it('keep the doubt about a table that no sheet has', async () => {
    const readings = await all(parts(sample, () => titleOf(sample)).slice(0, 2));
    expect(readings).toHaveLength(1);
    expect(readings[0]?.doubts).toMatchObject([{ kind: 'tableMissing', details: { table: 'review' } }]);
  });
});

describe('a workbook', () => {
  it('as printed is without doubt', async () => {
    expect(row).toBeGreaterThan(0);
    expect((await read({ rows })).doubts).toEqual([]);
  });

  it('gives the value that a formula was saved with, and never the formula', async () => {
    const reading = await read({ rows: withCell({ formula: 'SUM(1,41)', value: 42 }) });
    expect(reading.report.figures[person]).toBe(42);
    expect(reading.doubts).toEqual([]);
    expect(JSON.stringify([...reading.sources])).not.toContain('SUM');
    const text = await read({ rows: withCell({ formula: 'TEXT(7,"0")&"件"', value: '7件' }) });
    expect(text.report.figures[person]).toBe(7);
  });

  it('with a formula whose value was not saved leaves the cell blank and names it', async () => {
    const reading = await read({ rows: withCell({ formula: 'SUM(1,41)' }) });
    expect(reading.report.figures[person]).toBeNull();
    expect(reading.doubts).toMatchObject([{ kind: 'notCached', figures: [person] }]);
    const others = Object.entries(reading.report.figures).filter(([id]) => id !== person);
    expect(Object.fromEntries(others)).toEqual(Object.fromEntries([...sample.truth].filter(([id]) => id !== person)));
  });

  it('with a formula that gives an empty text is blank, not in doubt', async () => {
    const reading = await read({ rows: withCell({ formula: 'IF(COUNT(A1:A2)<2,"",1)', value: '' }) });
    expect(reading.report.figures[person]).toBeNull();
    expect(reading.doubts).toEqual([]);
  });

  it('with an error in a cell leaves it blank and says what stands there', async () => {
    const reading = await read({ rows: withCell('#REF!') });
    expect(reading.report.figures[person]).toBeNull();
    expect(reading.doubts).toMatchObject([{ kind: 'cellUnread', figures: [person], details: { text: '#REF!' } }]);
  });

  it('with a hidden row of a table reads it and says so, with the cell; a hidden row elsewhere is nobody’s business', async () => {
    const hidden = await read({ rows, hidden: [row] });
    expect(Object.fromEntries([...sample.truth])).toEqual(hidden.report.figures);
    expect(hidden.doubts).toMatchObject([{ kind: 'hiddenCells', place: { sheet: '报表', cell: { row, column: 3 } } }]);
    expect(kinds(await read({ rows, hidden: [0] }))).toEqual([]);
  });

  it('with hidden columns reads them and says so; empty hidden columns are nobody’s business', async () => {
    const hidden = await read({ rows, hiddenColumns: [column, column + 1] });
    expect(Object.fromEntries([...sample.truth])).toEqual(hidden.report.figures);
    expect(hidden.doubts).toMatchObject([{ kind: 'hiddenCells' }]);
    expect(kinds(await read({ rows, hiddenColumns: [40, 16_383] }))).toEqual([]);
    // Made to harm: it would take for ever to go through them one by one.
    expect(kinds(await read({ rows, hiddenColumns: [-1e15, 1e15] }))).toEqual(['hiddenCells']);
  });

  it('on a hidden sheet is read, and it is said', async () => {
    const hidden = await read({ rows, hiddenSheet: true });
    expect(Object.fromEntries([...sample.truth])).toEqual(hidden.report.figures);
    expect(hidden.doubts).toMatchObject([{ kind: 'hiddenSheet', details: { sheet: '报表' } }]);
  });

  it('with another report on a hidden sheet gives first the one that is seen', async () => {
    const file = excelFile([
      { name: '旧表', rows: withCell(9), hiddenSheet: true },
      { name: '报表', rows },
    ]);
    const result = await readFile('报表.xlsx', file);
    const readings = result.ok ? result.readings : [];
    expect(readings.map(({ part, report }) => [part, report.figures[person]])).toEqual([
      ['报表', sample.truth.get(person)],
      ['旧表', 9],
    ]);
  });
});

it.each(editions)('a figure beside a blank box of a sheet of ours is read: edition $id', async (edition) => {
  // Each row of boxes holds the number of its first one, which Excel centres over blank cells up to the next line.
  const report = emptyReport(edition, edition.firstYear, '云溪县林业局');
  const rowsSeen = new Set<string>();
  for (const { id, row: own, table } of figuresOf(edition)) {
    if (table === 'disclosure' && !rowsSeen.has(own)) report.figures[id] = 7;
    rowsSeen.add(own);
  }
  const { report: back, doubts } = only(await readFile('报表.xlsx', workbookOf(report)));
  expect(back.figures).toEqual(report.figures);
  expect(doubts.filter(({ kind }) => kind === 'cellShared')).toEqual([]);
});
