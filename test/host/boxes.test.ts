/** The law of the box: a number anywhere in what the eye sees as one figure is that figure, or is told by its cell. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellChanges, figurePlaces, zeroable } from '../../src/host/boxes';
import { takeSnapshot } from '../../src/host/snapshot';
import { locateReports } from '../../src/read/tables/locate';
import { a1, type CellPosition } from '../../src/report/a1';
import type { Edition } from '../../src/report/edition';
import { editions } from '../../src/report/editions';
import { findFigure, figuresOf, type FigureId } from '../../src/report/figures';
import { emptyReport } from '../../src/report/empty';
import { sheetLayout } from '../../src/report/sheet/sheet';
import type { Finding } from '../../src/rules/finding';
import { unfolded } from '../../src/rules/findings';
import { paintRules } from '../../src/rules/sums/formula';
import { state, tablesGrid } from './gridOf';

type Values = unknown[][];

/** The sheet as a new one is laid out, with room at its right and below, as a host reads it. */
function blankSheet(edition: Edition): Values {
  const report = emptyReport(edition, 2025, '云溪县林业局');
  for (const { id, unit } of figuresOf(edition)) if (unit === 'unprinted') report.units[id] = 'tenThousandYuan';
  const { values } = tablesGrid(report);
  return [...values.map((line) => [...line, '', '']), Array<unknown>(17).fill('')];
}

const gridOf = (values: Values) => ({ name: '年报表', row: 0, column: 0, values, formulas: values });
const look = (values: Values) => {
  const { active } = takeSnapshot(
    [state('s', gridOf(values))],
    { activeSheet: 's', selection: null, lastKey: null },
    { checkedAt: null, trouble: null, manualCalculation: false, undo: null, formats: 'intact' },
  );
  if (active === null) throw new Error('the report is not found');
  return active;
};

const boxAt = (edition: Edition, { row, column }: CellPosition): FigureId | null =>
  [...sheetLayout(edition).figures].find(
    ([, cell]) => cell.row === row && column >= cell.column && column < cell.column + cell.columnSpan,
  )?.[0] ?? null;

const naming = (findings: readonly Finding[], cell: CellPosition): Finding[] =>
  unfolded(findings).filter(
    (one) =>
      (one.cell?.row === cell.row && one.cell.column === cell.column) ||
      (one.rule === 'box-shared' && one.details.held.some(({ at }) => at === a1(cell.row, cell.column))) ||
      // A row or a column outside the format is told once, by its label.
      (one.rule === 'unknown-row' && one.cell?.row === cell.row) ||
      (one.rule === 'unknown-column' && one.cell?.column === cell.column),
  );

/** Every number that stands in none of the figures and that nothing names. */
function lost(values: Values, edition: Edition, placed: ReadonlyMap<string, CellPosition>): string[] {
  const { located, findings, report } = look(values);
  return [...placed].flatMap(([key, cell]) => {
    const number = values[cell.row]?.[cell.column];
    const box = boxAt(edition, cell);
    const read = box !== null && report.figures[box] === number && located.entries.get(box)?.kind === 'number';
    // Under an empty row of figures a row of numbers is taken for it, and everything goes there.
    const moved = [...located.cells].some(
      ([id, at]) => at.row === cell.row && at.column === cell.column && report.figures[id] === number,
    );
    return read || moved || naming(findings, cell).length > 0 ? [] : [`${key}=${String(number)}`];
  });
}

const fillZeros = (values: Values, edition: Edition): Values => {
  const { located, report } = look(values);
  const zeros = new Map(edition.tables.flatMap(({ id }) => zeroable(located, report, id)).map((id) => [id, 0]));
  const filled = values.map((line) => [...line]);
  for (const [{ row, column }, content] of cellChanges(located, zeros)) {
    const line = filled[row];
    if (line !== undefined) line[column] = content;
  }
  return filled;
};

interface Placement {
  readonly row: number;
  readonly column: number;
  /** Cells side by side that are typed or pasted from there on. */
  readonly length: number;
}

const placements = (edition: Edition): fc.Arbitrary<Placement[]> => {
  const { rowCount, columnCount } = sheetLayout(edition);
  return fc.array(
    fc.record({
      row: fc.integer({ min: 2, max: rowCount }),
      column: fc.integer({ min: 0, max: columnCount }),
      length: fc.constantFrom(1, 1, 3),
    }),
    { minLength: 1, maxLength: 12 },
  );
};

/** The last row holds nothing but a number at its right, and under it stands one that may be meant for its first figure. */
const besideTheLastRow = (edition: Edition): Placement[] => {
  const { rowCount, columnCount } = sheetLayout(edition);
  return [
    { row: rowCount, column: 0, length: 1 },
    { row: rowCount - 1, column: columnCount, length: 1 },
  ];
};

/** Puts a number of its own into every placed cell that holds no label. */
function place(values: Values, given: readonly Placement[]): Map<string, CellPosition> {
  const placed = new Map<string, CellPosition>();
  for (const { row, column, length } of given)
    for (let along = column; along < column + length; along += 1) {
      const line = values[row];
      const key = a1(row, along);
      if (line?.[along] !== '' || placed.has(key)) continue;
      line[along] = 1000 + placed.size;
      placed.set(key, { row, column: along });
    }
  return placed;
}

describe.each(editions.map((edition) => [edition.id, edition] as const))('edition %s', (_, edition) => {
  test('no number on the sheet is lost in silence, before and after the blanks were filled with 0', () => {
    fc.assert(
      fc.property(placements(edition), (given) => {
        const values = blankSheet(edition);
        const placed = place(values, given);
        expect(lost(values, edition, placed)).toEqual([]);
        const filled = fillZeros(values, edition);
        for (const [key, { row, column }] of placed)
          expect([key, filled[row]?.[column]]).toEqual([key, values[row]?.[column]]);
        expect(lost(filled, edition, placed)).toEqual([]);
        // No 0 stands in a box in which a number stood before.
        for (const [id, box] of look(filled).located.boxes)
          if (box.held.some(({ number }) => number === 0)) expect([id, box.held.length]).toEqual([id, 1]);
      }),
      { numRuns: 60, seed: 2025, examples: [[besideTheLastRow(edition)]] },
    );
  });

  test('a number alone anywhere in a box is the figure, and a correction puts it into the first cell', () => {
    for (const [id, cell] of sheetLayout(edition).figures) {
      for (let along = 0; along < cell.columnSpan; along += 1) {
        const values = blankSheet(edition);
        const line = values[cell.row] ?? [];
        line[cell.column + along] = 143;
        const { report, located, findings } = look(values);
        expect([id, along, report.figures[id]]).toEqual([id, along, 143]);
        expect(naming(findings, { row: cell.row, column: cell.column + along }).map(({ rule }) => rule)).toEqual(
          along === 0 ? [] : ['box-inner'],
        );
        for (const [{ row, column }, content] of cellChanges(located, new Map([[id, 7]])))
          (values[row] ?? [])[column] = content;
        const box = line.slice(cell.column, cell.column + cell.columnSpan);
        expect(box).toEqual([7, ...box.slice(1).map(() => '')]);
      }
    }
  });

  test('numbers of a row that were pasted into one box are offered to be put right, box by box', () => {
    const rows = new Map<string, FigureId[]>();
    for (const [id, cell] of sheetLayout(edition).figures)
      if (cell.columnSpan > 1) rows.set(String(cell.row), [...(rows.get(String(cell.row)) ?? []), id]);
    const several = [...rows.values()].filter(({ length }) => length === 3);
    expect(several.length).toBeGreaterThan(0);
    for (const ids of several) {
      const values = blankSheet(edition);
      const first = sheetLayout(edition).figures.get(ids[0] ?? '');
      const line = values[first?.row ?? 0] ?? [];
      [2, 1, 9].forEach((number, along) => (line[(first?.column ?? 0) + along] = number));
      const before = look(values);
      const found = before.findings.find(({ rule }) => rule === 'box-shared');
      expect(found?.level).toBe('fault');
      const repair = found?.repairs[0]?.changes ?? [];
      expect(repair.map(({ figure, to }) => [figure, to])).toEqual(ids.map((id, index) => [id, [2, 1, 9][index]]));
      for (const [{ row, column }, content] of cellChanges(
        before.located,
        new Map(repair.map(({ figure, to }) => [figure, to])),
      ))
        (values[row] ?? [])[column] = content;
      const after = look(values);
      expect(ids.map((id) => after.report.figures[id])).toEqual([2, 1, 9]);
      expect(after.findings.filter(({ rule }) => rule.startsWith('box'))).toEqual([]);
    }
  });

  test('a sheet that holds numbers in the middle of its boxes wants the same formats as a new one', () => {
    const values = blankSheet(edition);
    for (const cell of sheetLayout(edition).figures.values())
      (values[cell.row] ?? [])[cell.column + cell.columnSpan - 1] = 5;
    const [located] = locateReports(gridOf(values));
    if (located === undefined) throw new Error('the report is not found');
    expect(paintRules(edition, figurePlaces(located))).toEqual(paintRules(edition, sheetLayout(edition).figures));
  });

  test('two contents in a box are blank to the export, with a mark that keeps them', () => {
    const [id, cell] = [...sheetLayout(edition).figures].find(([, { columnSpan }]) => columnSpan > 1) ?? [];
    if (id === undefined || cell === undefined) throw new Error('no wide box');
    const values = blankSheet(edition);
    (values[cell.row] ?? [])[cell.column] = 0;
    (values[cell.row] ?? [])[cell.column + 1] = 143;
    const { report, located } = look(values);
    expect(report.figures[id]).toBe(null);
    expect(report.marks[id]).toMatchObject({ state: 'unread', source: '0　143' });
    expect(zeroable(located, report, findFigure(edition, id)?.table ?? 'disclosure')).not.toContain(id);
  });
});

test('a number beside the table is told, and the row beside which it stands is not filled with 0', () => {
  const [, edition] = editions;
  if (edition === undefined) throw new Error('no edition');
  const cell = sheetLayout(edition).figures.get('applications.received.total');
  if (cell === undefined) throw new Error('no cell');
  const values = blankSheet(edition);
  (values[cell.row] ?? [])[cell.column + 1] = 5;
  const { report, located, findings } = look(values);
  expect(naming(findings, { row: cell.row, column: cell.column + 1 })).toMatchObject([
    { rule: 'loose-number', level: 'explain', table: 'applications' },
  ]);
  const zeros = zeroable(located, report, 'applications');
  expect(zeros).not.toContain('applications.received.person');
  expect(zeros).toContain('applications.carriedIn.person');
});
