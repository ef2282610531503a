/**
 * Whether the results that a file holds for its formulas fit the cells that they add. Only sums are looked at, for totals
 * are sums: no formula of somebody else's is calculated.
 */
import { sameAmount } from '../../../report/figures';
import { referredBlock, type CellPosition } from '../../../report/a1';
import { sheetReach } from './limits';

/** Rows and columns by which the formula of a cell lies from the cell that it was written for. */
export interface PlacedFormula {
  readonly text: string;
  readonly down: number;
  readonly right: number;
}

/** A number in a formula. */
const constant = /^\s*\d{1,15}(?:\.\d{1,15})?\s*$/u;
const signs = /[+-]/u;

const term = /^(?:SUM\(([^()]*)\)|([^()+,:]+))$/iu;
/** Longer ones Excel does not take. */
const longestFormula = 8_192;

/** A sum that stays blank until all its parts are there, as the totals of our own workbooks are. */
const guarded = /^\s*IF\(COUNT\(([^()]+)\)=(\d+),(SUM\(\1\)),""\)\s*$/iu;

const mostCells = 1_000;

/** The cells that a reference names, `B2` or `B2:F2`; null where it is another kind of reference. */
function cellsOf(text: string, { down, right }: PlacedFormula): CellPosition[] | null {
  const block = referredBlock(text, down, right);
  if (block === null) return null;
  const { row, column, rowCount, columnCount } = block;
  if (row + rowCount > sheetReach.rows || rowCount * columnCount > mostCells) return null;
  return Array.from({ length: rowCount * columnCount }, (_, index) => ({
    row: row + Math.floor(index / columnCount),
    column: column + (index % columnCount),
  }));
}

/** What a formula adds up to, cells of its own sheet and numbers; null where it is no sum, or a cell leaves it open. */
function sumOf(formula: PlacedFormula, valueAt: (row: number, column: number) => unknown): number | null {
  const [, , wanted, inside] = guarded.exec(formula.text) ?? [];
  let sum = 0;
  let count = 0;
  const text = inside ?? formula.text;
  let end = -1;
  // A sign inside SUM(…) leaves the rest of a term without its bracket, and so no sum.
  for (const part of text.split(signs)) {
    const sign = text[end] === '-' ? -1 : 1;
    end += part.length + 1;
    // A sign before all others.
    if (part.trim() === '' && end === part.length && text[end] !== undefined) continue;
    if (constant.test(part)) {
      sum += sign * Number(part);
      continue;
    }
    const found = term.exec(part.trim());
    if (found === null) return null;
    const [, listed, single] = found;
    for (const reference of (listed ?? single ?? '').split(',')) {
      const cells = cellsOf(reference, formula);
      if (cells === null) return null;
      for (const { row, column } of cells) {
        const value = valueAt(row, column);
        if (typeof value === 'number') {
          sum += sign * value;
          count += 1;
        } else if (value === undefined) return null;
        // SUM passes over texts; + does not.
        else if (listed === undefined && value !== '') return null;
      }
    }
  }
  return wanted !== undefined && Number(wanted) !== count ? null : sum;
}

/**
 * Whether a result is what the formula adds up to; null where the formula is no sum, or a cell leaves it open. `valueAt` gives
 * undefined for a cell that says nothing certain.
 */
export function resultFits(
  result: unknown,
  formula: PlacedFormula,
  valueAt: (row: number, column: number) => unknown,
): boolean | null {
  if (typeof result !== 'number' || formula.text.length > longestFormula) return null;
  const sum = sumOf(formula, valueAt);
  return sum === null ? null : sameAmount(sum, result);
}
