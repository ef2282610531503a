import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onSheet } from '../../../src/report/a1';
import type { CellPosition } from '../../../src/report/a1';
import {
  brokenCondition,
  minText,
  rectangles,
  references,
  sumText,
  type Corners,
} from '../../../src/rules/sums/references';

const size = 5;
const someCells = fc
  .uniqueArray(fc.nat(size * size - 1), { maxLength: size * size })
  .map((places) => places.map((place): CellPosition => ({ row: Math.floor(place / size), column: place % size })));

const cellsOf = ({ top, left, bottom, right }: Corners): string[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (_, column) => `${top + row},${left + column}`),
  ).flat();

const named = (cells: readonly CellPosition[]): string[] => cells.map(({ row, column }) => `${row},${column}`).sort();

test('rectangles cover every given cell once and no other cell, in whatever order the cells come', () => {
  fc.assert(
    fc.property(someCells, (cells) => {
      expect(rectangles(cells).flatMap(cellsOf).sort()).toEqual(named(cells));
      expect(rectangles([...cells].reverse())).toEqual(rectangles(cells));
    }),
  );
});

test('no two rectangles could be one run of a row, or one block of equal runs', () => {
  fc.assert(
    fc.property(someCells, (cells) => {
      const blocks = rectangles(cells);
      for (const one of blocks) {
        for (const other of blocks) {
          const beside = one.top === one.bottom && other.top === other.bottom && one.top === other.top;
          expect(beside && one.right + 1 === other.left).toBe(false);
          const under = one.bottom + 1 === other.top && one.left === other.left && one.right === other.right;
          expect(under).toBe(false);
        }
      }
    }),
  );
  const block = [2, 3].flatMap((row) => [4, 5, 6].map((column) => ({ row, column })));
  expect(rectangles(block)).toEqual([{ top: 2, bottom: 3, left: 4, right: 6 }]);
});

test('a gap in a row is never covered', () => {
  const cells = [
    { row: 1, column: 1 },
    { row: 1, column: 4 },
    { row: 2, column: 6 },
  ];
  expect(rectangles(cells)).toHaveLength(3);
});

test('a reference is anchored as far as it must stay, and names its sheet before each range', () => {
  const cells = [
    { row: 11, column: 8 },
    { row: 11, column: 9 },
    { row: 13, column: 8 },
  ];
  expect(references(cells, 'fixed')).toBe('$I$12:$J$12,$I$14');
  expect(references(cells, 'rowMoves')).toBe('$I12:$J12,$I14');
  expect(references(cells, 'columnMoves')).toBe('I$12:J$12,I$14');
  expect(references(cells, 'moves')).toBe('I12:J12,I14');
  expect(references(cells, 'moves', onSheet('2025年“报表”'))).toBe("'2025年“报表”'!I12:J12,'2025年“报表”'!I14");
  expect(references([], 'moves')).toBe('');
  expect(onSheet("it's")).toBe("'it''s'!");
});

test('a side that is not whole can never fall short; one that has nothing on the sheet sums to 0', () => {
  const whole = { references: 'A1:B1', count: 2, complete: true };
  const other = { references: 'C1', count: 1, complete: true };
  const torn = { references: 'C1', count: 2, complete: false };
  const absent = { references: '', count: 2, complete: false };
  const empty = { references: '', count: 0, complete: true };
  expect(brokenCondition(whole, other)).toBe(
    'AND(MIN(A1:B1,C1)>=0,OR(AND(COUNT(A1:B1)=2,SUM(A1:B1)<SUM(C1)),AND(COUNT(C1)=1,SUM(C1)<SUM(A1:B1))))',
  );
  expect(brokenCondition(whole, torn)).toBe('AND(MIN(A1:B1,C1)>=0,AND(COUNT(A1:B1)=2,SUM(A1:B1)<SUM(C1)))');
  expect(brokenCondition(torn, whole)).toBe('AND(MIN(C1,A1:B1)>=0,AND(COUNT(A1:B1)=2,SUM(A1:B1)<SUM(C1)))');
  expect(brokenCondition(whole, absent)).toBe('AND(MIN(A1:B1)>=0,AND(COUNT(A1:B1)=2,SUM(A1:B1)<0))');
  expect(brokenCondition(torn, absent)).toBeNull();
  expect(brokenCondition(empty, empty)).toBeNull();
  expect([sumText(whole), sumText(absent)]).toEqual(['SUM(A1:B1)', '0']);
  expect([minText([whole, other]), minText([absent, other]), minText([absent, absent])]).toEqual([
    'MIN(A1:B1,C1)',
    'MIN(C1)',
    'MIN(0)',
  ]);
});
