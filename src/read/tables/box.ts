/** The boxes of figures on a worksheet, and the numbers that stand in none of them. */
import { largestOf } from '../extremes';
import { isMeasureWord } from '../labels/number';
import { hidesNumber } from '../labels/sight';
import { unitInWord } from '../labels/units';
import type { Box, GridCell, Head, Line, SourceCell } from './sketch';

/** Where the boxes of a header end. `width`: columns that the box of a figure takes at least. */
export interface Extent {
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** Columns from head to head; under a single head those that its labels take. */
export function boxWidth(heads: readonly Head[], left: number): number {
  const columns = heads.map(({ column }) => column);
  const steps = columns.slice(1).map((column, index) => column - (columns[index] ?? column));
  const known = steps.filter((step) => step > 0);
  return Math.max(1, known.length > 0 ? Math.min(...known) : (columns[0] ?? left) - left);
}

/**
 * Last column of the boxes of a header, not beyond `until`. Where a box is wider than one cell, tables above and below are
 * drawn on the same columns: the last box goes as far as the widest of them.
 */
export function boxEdge(own: Extent, others: readonly Extent[], until: number): number {
  if (own.width === 1) return own.right;
  const ends = [own, ...others]
    .filter((other) => other.left <= own.right && own.left <= other.right)
    .map(({ right, width }) => right + width - 1);
  return Math.max(own.right, Math.min(until, largestOf(ends)));
}

/** The word beside an amount or a count says of what it is one. */
const isUnit = (cell: GridCell): boolean => unitInWord(cell.text) !== null || isMeasureWord(cell.text);

const shown = (cells: readonly GridCell[]): string => cells.map(({ text }) => text.trim()).join('\u3000');

interface Place {
  readonly row: number;
  readonly first: number;
  readonly last: number;
}

/**
 * The cell of a figure whose box is part of a row. `wide`: boxes of this table are wider than a cell by their nature, so
 * that whatever stands alone in one is its figure. In other tables a column without a head lies between, and what stands
 * there may be anything: the figure then stays open if its own cell is blank.
 */
export function boxedCell(line: Line, { row, first, last: end }: Place, wide: boolean): SourceCell {
  const within = line.filter((cell) => cell.column >= first && cell.column <= end);
  // The word for what is counted stands behind the box, not in it.
  const word = within.find((cell) => cell.column > first && isUnit(cell));
  const last = word === undefined ? end : word.column - 1;
  const held = within.filter((cell) => cell.column <= last && !isUnit(cell));
  const home = held.find(({ column }) => column === first);
  const plain: SourceCell = { row, column: first, raw: home?.raw ?? '' };
  if (last === first) return plain;
  const box = (open: boolean): Box => ({ first, last, held, open });
  const [only, second] = held;
  if (only === undefined) return { ...plain, box: box(false) };
  if (wide ? second !== undefined : home === undefined) return { ...plain, raw: shown(held), box: box(true) };
  return { ...(home ?? { row, column: only.column, raw: only.raw }), box: box(false) };
}

/** What is known of a table when its rows have been read. */
interface Surroundings {
  readonly top: number;
  readonly headerEnd: number;
  readonly bottom: number;
  readonly left: number;
  readonly edge: number;
  readonly firstHead: number;
  /** Rows that were taken into the table. */
  readonly rows: ReadonlySet<number>;
}

/** Rows that a column numbers at least. */
const fewestNumbered = 4;

/** Tells columns that number most rows of a table, each by one more than the row before (行次、序号): they hold no figures. */
function numberings(
  lines: readonly Line[],
  rows: ReadonlySet<number>,
  isNumeric: (cell: GridCell) => boolean,
): (column: number) => boolean {
  const known = new Map<number, boolean>();
  const find = (column: number): boolean => {
    const numbers = [...rows]
      .sort((a, b) => a - b)
      .flatMap((row) => lines[row]?.find((cell) => cell.column === column && isNumeric(cell)) ?? [])
      .map(({ raw }) => Number(raw));
    const counted = numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? NaN) + 1);
    return numbers.length >= fewestNumbered && numbers.length * 2 >= rows.size && counted;
  };
  return (column) => {
    const own = known.get(column) ?? find(column);
    known.set(column, own);
    return own;
  };
}

/** How far beside and under a table a number still looks as if it was meant for it, in cells. */
const nearby = 2;

/**
 * Numbers near a table that belong to no figure: among the labels of a row or within one, in its header, right of its last
 * column, and alone in a row under it. Numbers before the labels of most rows count these, and one under a head of its own belongs to
 * that head. `taken`: cells that some table has.
 */
export function looseNumbers(
  lines: readonly Line[],
  { top, headerEnd, bottom, left, edge, firstHead, rows }: Surroundings,
  isNumeric: (cell: GridCell) => boolean,
  taken: (cell: GridCell) => boolean,
): SourceCell[] {
  const labelled = (column: number): boolean =>
    lines
      .slice(Math.max(0, top - nearby), headerEnd + 1)
      .some((line) => line.some((cell) => cell.column === column && !isNumeric(cell)));
  /** Numbers that count the rows stand before the labels of most of them. */
  const counts = (column: number): boolean =>
    2 *
      [...rows].filter((row) => (lines[row] ?? []).some((cell) => cell.column === column && isNumeric(cell))).length >=
    rows.size;
  const isNumbering = numberings(lines, rows, isNumeric);
  const found: SourceCell[] = [];
  for (let row = top; row <= bottom + nearby; row += 1) {
    const line = (lines[row] ?? []).filter(({ column }) => column >= left && column <= edge + nearby);
    for (const cell of line) {
      const isOfTable = row <= headerEnd || (row <= bottom && cell.column < firstHead);
      if (isOfTable && !isNumeric(cell) && hidesNumber(cell.text)) found.push(cell);
      if (!isNumeric(cell) || taken(cell) || (rows.has(row) && isNumbering(cell.column))) continue;
      const before = (lines[row] ?? []).some((other) => other.column < cell.column && !isNumeric(other));
      const labelAfter = line.some(
        (other) => other.column > cell.column && other.column < firstHead && !isNumeric(other),
      );
      const under = row > bottom && line.every(isNumeric);
      const inHeader = row <= headerEnd && (before || row > top) && (cell.column <= edge || !labelled(cell.column));
      const amongLabels = rows.has(row) && cell.column < firstHead && (labelAfter ? !counts(cell.column) : before);
      // A row that is empty but for what stands beside it is no row of figures, and yet of the table.
      const within = rows.has(row) || (row > headerEnd && row <= bottom && line.every(isNumeric));
      const atRight = within && cell.column > edge && !labelled(cell.column);
      const alone = within && !rows.has(row) && cell.column < firstHead && !counts(cell.column);
      if (under || inHeader || amongLabels || atRight || alone) found.push(cell);
    }
    if (row > bottom && line.some((cell) => !isNumeric(cell))) break;
  }
  return found;
}
