import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CellPosition } from '../../src/report/a1';
import { editions } from '../../src/report/editions';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { compareFormats, relativeFormula, type FoundFormat } from '../../src/excel/formats';
import { paintRules } from '../../src/rules/sums/formula';
import type { PaintRule } from '../../src/report/sheet/workbook';

const [, edition] = editions as [unknown, (typeof editions)[number]];

const expectedAt = (down: number, right: number): PaintRule[] => {
  const cells = new Map<string, CellPosition>(
    [...sheetLayout(edition).figures].map(([id, { row, column }]) => [id, { row: row + down, column: column + right }]),
  );
  return [...paintRules(edition, cells)];
};
const asFound = (rules: readonly PaintRule[]): FoundFormat[] =>
  rules.map(({ range, formula }) => ({ ranges: [range], formula }));

test('a formula reads the same from every cell that it is copied to', () => {
  expect(relativeFormula('=AND($A1=B$2, C3>0)', { row: 0, column: 1 })).toBe('=AND(R[0]C0=R1C[0],R[2]C[1]>0)');
  expect(relativeFormula('=SUM(C5:D5)', { row: 4, column: 1 })).toBe(
    relativeFormula('=SUM(E9:F9)', { row: 8, column: 3 }),
  );
});

test('formats found as they were put on are intact, wherever the tables stand', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(20), (down, right) => {
      const expected = expectedAt(down, right);
      expect(compareFormats(expected, asFound(expected))).toBe('intact');
    }),
  );
});

test('formats split into pieces by Excel are intact; one piece lost is damage', () => {
  const expected = expectedAt(0, 0);
  const pieces = asFound(expected).map(({ ranges, formula }): FoundFormat => {
    const [range] = ranges;
    if (range === undefined || range.rowCount === 1) return { ranges, formula };
    const top = { ...range, rowCount: 1 };
    const rest = { ...range, row: range.row + 1, rowCount: range.rowCount - 1 };
    return { ranges: [top, rest], formula };
  });
  expect(compareFormats(expected, pieces)).toBe('intact');
  const split = pieces.findIndex(({ ranges }) => ranges.length > 1);
  expect(split).toBeGreaterThanOrEqual(0);
  const lost = pieces.map((piece, index) => (index === split ? { ...piece, ranges: piece.ranges.slice(0, 1) } : piece));
  expect(compareFormats(expected, lost)).toBe('damaged');
});

test('each format that is missing or says another thing is damage, and none at all is absence', () => {
  const expected = expectedAt(0, 0);
  expected.forEach((_, index) => {
    expect(compareFormats(expected, asFound(expected.filter((__, other) => other !== index)))).toBe('damaged');
    const altered = asFound(expected).map((found, at) =>
      at === index ? { ...found, formula: `${found.formula}+0` } : found,
    );
    expect(compareFormats(expected, altered)).toBe('damaged');
  });
  expect(compareFormats(expected, [])).toBe('absent');
});

test('formats put on beside an inserted row are intact once the row is deleted, wherever it was', () => {
  const without = (row: number, at: number): number => (at > row ? at - 1 : at);
  for (const own of editions) {
    const paintWith = (rowOf: (row: number) => number): PaintRule[] =>
      paintRules(
        own,
        new Map([...sheetLayout(own).figures].map(([id, { row, column }]) => [id, { row: rowOf(row), column }])),
      );
    const intact = paintWith((at) => at);
    for (let row = 0; row < 60; row += 1) {
      const found = paintWith((at) => (at >= row ? at + 1 : at)).map(({ range, formula }): FoundFormat => ({
        ranges: [{ ...range, row: without(row, range.row) }],
        // The references of formulas go along; none names a cell of the row itself.
        formula: formula.replace(
          /(\$?[A-Z]+\$?)(\d+)/gu,
          (_, column: string, at: string) => `${column}${without(row + 1, Number(at))}`,
        ),
      }));
      expect(compareFormats(intact, found), `${own.id}, row ${row}`).toBe('intact');
    }
  }
});
