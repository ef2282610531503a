import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellPosition } from '../../src/report/a1';
import { editions } from '../../src/report/editions';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { shiftsIn } from '../../src/report/sheet/shifted';

type Axis = 'row' | 'column';

describe.each(editions.map((one) => [one.id, one] as const))('lines of edition %s on its sheet', (_, edition) => {
  const { figures } = sheetLayout(edition);
  /** The cells after `count` lines were put in before the line `at`, or, below 0, taken out from there on. */
  const moved = (axis: Axis, at: number, count: number): Map<string, CellPosition> =>
    new Map(
      [...figures].flatMap(([id, { row, column }]): [string, CellPosition][] => {
        const line = axis === 'row' ? row : column;
        if (count < 0 && line >= at && line < at - count) return [];
        const to = line >= at ? line + count : line;
        return [[id, axis === 'row' ? { row: to, column } : { row, column: to }]];
      }),
    );
  const linesOf = (axis: Axis, table: string | null): number[] => [
    ...new Set([...figures.values()].flatMap((cell) => (table === null || cell.table === table ? [cell[axis]] : []))),
  ];

  test('as they were laid out nothing is said, wherever the whole stands', () => {
    const down = [...figures].map(([id, { row, column }]): [string, CellPosition] => [id, { row: row + 3, column }]);
    expect(shiftsIn(edition, moved('row', 0, 0))).toEqual([]);
    expect(shiftsIn(edition, new Map(down))).toEqual([]);
  });

  test('lines that are put between two of a table are told with their place and number', () => {
    const tables = edition.tables.map(({ id }) => ['row', linesOf('row', id)] as const);
    const place = fc
      .constantFrom(...tables.filter(([, lines]) => lines.length > 1), ['column', linesOf('column', null)] as const)
      .chain(([axis, lines]) => {
        const sorted = [...lines].sort((one, other) => one - other);
        return fc.tuple(fc.constant(axis), fc.constant(sorted), fc.integer({ min: 1, max: sorted.length - 1 }));
      });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 4 }), ([axis, sorted, index], count) => {
        const [last = 0, line = 0] = sorted.slice(index - 1, index + 1);
        expect(shiftsIn(edition, moved(axis, line, count))).toEqual([
          { axis, after: last, before: line + count, count, exact: line - last === 1 },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  test('a line of a table that is taken out is told between its neighbours', () => {
    const { id } = edition.tables.find(({ id: table }) => table === 'applications') ?? { id: '' };
    const [first = 0, second = 0, third = 0] = linesOf('row', id).sort((one, other) => one - other);
    expect(third - first).toBe(2);
    expect(shiftsIn(edition, moved('row', second, -1))).toEqual([
      { axis: 'row', after: first, before: second, count: -1, exact: false },
    ]);
  });
});
