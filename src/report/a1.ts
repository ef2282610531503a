/** A cell of a worksheet, zero-based. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** A block of cells of a worksheet, zero-based, sizes in cells. */
export interface CellBlock extends CellPosition {
  readonly rowCount: number;
  readonly columnCount: number;
}

/** Column letters of a zero-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Zero-based column of column letters, large or small: A → 0, AA → 26. */
export function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A cell as a formula names it: its column and its row, each fixed or not. */
export const reference = String.raw`(\$?)([A-Z]{1,3})(\$?)(\d{1,7})`;
const corner = new RegExp(`^${reference}$`, 'iu');

/**
 * The cell that a reference names (`B2`, `$b$2`), where its formula was moved so far since it was written; `null` where it is
 * none.
 */
export function referredCell(text: string, down = 0, right = 0): CellPosition | null {
  const [, columnFixed, letters, rowFixed, digits] = corner.exec(text) ?? [];
  if (letters === undefined) return null;
  const row = Number(digits) - 1 + (rowFixed === '' ? down : 0);
  return { row, column: columnOf(letters) + (columnFixed === '' ? right : 0) };
}

/** The cells that a reference names, `B2` or `B2:F2`, from whichever corner; else as `referredCell`. */
export function referredBlock(text: string, down = 0, right = 0): CellBlock | null {
  const colon = text.indexOf(':');
  const first = referredCell((colon === -1 ? text : text.slice(0, colon)).trim(), down, right);
  const last = colon === -1 ? first : referredCell(text.slice(colon + 1).trim(), down, right);
  if (first === null || last === null) return null;
  return {
    row: Math.min(first.row, last.row),
    column: Math.min(first.column, last.column),
    rowCount: Math.abs(last.row - first.row) + 1,
    columnCount: Math.abs(last.column - first.column) + 1,
  };
}

/** A1 address of a zero-based cell. */
export const a1 = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

/** A sheet's name before a reference: `'2025年报表'!`. */
export const onSheet = (name: string): string => `'${name.replaceAll("'", "''")}'!`;

/** The same address from wherever a formula stands: `B2:C3` → `$B$2:$C$3`, also of whole rows or columns. */
export const fixed = (address: string): string => address.replace(/[A-Z]+|\d+/gu, (part) => `$${part}`);

/** A1 address of a block of cells, zero-based, sizes in cells. */
export const a1Range = (row: number, column: number, rowCount = 1, columnCount = 1): string =>
  rowCount === 1 && columnCount === 1
    ? a1(row, column)
    : `${a1(row, column)}:${a1(row + rowCount - 1, column + columnCount - 1)}`;
