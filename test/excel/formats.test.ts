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
