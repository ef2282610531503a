/** Positions and blocks of cells on a worksheet, zero-based, and their A1 spelling. Excel's limits hold. */
import { a1Range, columnLetters, columnOf, onSheet } from '../report/a1';

export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Sizes in cells, at least 1. */
export interface Block extends Position {
  readonly rowCount: number;
  readonly columnCount: number;
}

export const maxRows = 1048576;
export const maxColumns = 16384;

export const block = (row: number, column: number, rowCount = 1, columnCount = 1): Block => ({
  row,
  column,
  rowCount,
  columnCount,
});

export const wholeSheet: Block = block(0, 0, maxRows, maxColumns);

/** One past the last row. */
export const endRow = (b: Block): number => b.row + b.rowCount;
/** One past the last column. */
export const endColumn = (b: Block): number => b.column + b.columnCount;

export const isCell = (b: Block): boolean => b.rowCount === 1 && b.columnCount === 1;
export const cellCount = (b: Block): number => b.rowCount * b.columnCount;

export const sameBlock = (a: Block, b: Block): boolean =>
  a.row === b.row && a.column === b.column && a.rowCount === b.rowCount && a.columnCount === b.columnCount;

export const covers = (b: Block, row: number, column: number): boolean =>
  row >= b.row && row < endRow(b) && column >= b.column && column < endColumn(b);

export const contains = (outer: Block, inner: Block): boolean =>
  inner.row >= outer.row &&
  inner.column >= outer.column &&
  endRow(inner) <= endRow(outer) &&
  endColumn(inner) <= endColumn(outer);

/** What is read of each cell of a block, row by row. */
export const gridOf = <T>(b: Block, read: (row: number, column: number) => T): T[][] =>
  Array.from({ length: b.rowCount }, (_, i) =>
    Array.from({ length: b.columnCount }, (_, j) => read(b.row + i, b.column + j)),
  );

export function intersection(a: Block, b: Block): Block | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const rowCount = Math.min(endRow(a), endRow(b)) - row;
  const columnCount = Math.min(endColumn(a), endColumn(b)) - column;
  return rowCount > 0 && columnCount > 0 ? block(row, column, rowCount, columnCount) : null;
}

export function bounding(blocks: readonly Block[]): Block | null {
  const first = blocks[0];
  if (first === undefined) return null;
  let { row, column } = first;
  let lastRow = endRow(first);
  let lastColumn = endColumn(first);
  for (const b of blocks) {
    row = Math.min(row, b.row);
    column = Math.min(column, b.column);
    lastRow = Math.max(lastRow, endRow(b));
    lastColumn = Math.max(lastColumn, endColumn(b));
  }
  return block(row, column, lastRow - row, lastColumn - column);
}

/** What of `a` lies outside `b`, as up to four blocks. */
export function subtract(a: Block, b: Block): Block[] {
  const cut = intersection(a, b);
  if (cut === null) return [a];
  const parts: Block[] = [];
  if (cut.row > a.row) parts.push(block(a.row, a.column, cut.row - a.row, a.columnCount));
  if (cut.column > a.column) parts.push(block(cut.row, a.column, cut.rowCount, cut.column - a.column));
  if (endColumn(cut) < endColumn(a)) {
    parts.push(block(cut.row, endColumn(cut), cut.rowCount, endColumn(a) - endColumn(cut)));
  }
  if (endRow(cut) < endRow(a)) parts.push(block(endRow(cut), a.column, endRow(a) - endRow(cut), a.columnCount));
  return parts;
}

const joined = (a: Block, b: Block): Block | null => {
  if (a.column === b.column && a.columnCount === b.columnCount) {
    if (endRow(a) === b.row || endRow(b) === a.row) {
      return block(Math.min(a.row, b.row), a.column, a.rowCount + b.rowCount, a.columnCount);
    }
  }
  if (a.row === b.row && a.rowCount === b.rowCount) {
    if (endColumn(a) === b.column || endColumn(b) === a.column) {
      return block(a.row, Math.min(a.column, b.column), a.rowCount, a.columnCount + b.columnCount);
    }
  }
  return null;
};

/** The same cells in fewer blocks, where two blocks share a whole edge. The blocks must not overlap. */
export function coalesce(blocks: readonly Block[]): Block[] {
  const result = [...blocks];
  for (let i = 0; i < result.length; i += 1) {
    for (let j = i + 1; j < result.length; j += 1) {
      const a = result[i];
      const b = result[j];
      const both = a === undefined || b === undefined ? null : joined(a, b);
      if (both === null) continue;
      result.splice(j, 1);
      result[i] = both;
      i = -1;
      break;
    }
  }
  return result.sort((a, b) => a.row - b.row || a.column - b.column);
}

export function blockAddress(b: Block): string {
  if (b.rowCount >= maxRows) return `${columnLetters(b.column)}:${columnLetters(endColumn(b) - 1)}`;
  if (b.columnCount >= maxColumns) return `${b.row + 1}:${endRow(b)}`;
  return a1Range(b.row, b.column, b.rowCount, b.columnCount);
}

/** A sheet name as it stands before `!`: quoted where Excel asks for it. */
export const sheetPrefix = (name: string): string =>
  /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^([A-Za-z]{1,3}\d+|[Rr]\d*[Cc]\d*)$/.test(name)
    ? `${name}!`
    : onSheet(name);

const addressPattern = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;
const columnsPattern = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/;
const rowsPattern = /^\$?(\d{1,7}):\$?(\d{1,7})$/;

/** Block that an A1 address without a sheet names; `null` where it is none. */
export function parseAddress(address: string): Block | null {
  const spanned = (r1: number, c1: number, r2: number, c2: number): Block | null => {
    const result = block(Math.min(r1, r2), Math.min(c1, c2), Math.abs(r2 - r1) + 1, Math.abs(c2 - c1) + 1);
    return result.row >= 0 && endRow(result) <= maxRows && endColumn(result) <= maxColumns ? result : null;
  };
  const cells = addressPattern.exec(address);
  if (cells !== null) {
    const [, c1 = '', r1 = '', c2 = c1, r2 = r1] = cells;
    return spanned(Number(r1) - 1, columnOf(c1), Number(r2) - 1, columnOf(c2));
  }
  const columns = columnsPattern.exec(address);
  if (columns !== null) return spanned(0, columnOf(columns[1] ?? ''), maxRows - 1, columnOf(columns[2] ?? ''));
  const rows = rowsPattern.exec(address);
  if (rows !== null) return spanned(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, maxColumns - 1);
  return null;
}

/** Splits `'My sheet'!A1` into sheet name and address. */
export function splitAddress(address: string): { readonly sheet: string | null; readonly local: string } {
  const at = address.lastIndexOf('!');
  if (at < 0) return { sheet: null, local: address };
  const name = address.slice(0, at);
  const sheet = name.startsWith("'") && name.endsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, local: address.slice(at + 1) };
}
