/**
 * What is drawn over the cells of a sheet: a box with a number in it, or one that covers what stands beneath, and a line through
 * a row. What the cells hold is then not what the eye reads.
 */
import { sheetReach } from './limits';

/** Cells under something drawn, zero-based, both ends too. */
export interface Drawn {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  /** What is written in it, '' where nothing is. */
  readonly text: string;
}

/** One end of something drawn: in which row and column, and at what part of each. */
export interface End {
  readonly row: number;
  readonly down: number;
  readonly column: number;
  readonly right: number;
}

/** Something drawn, as files of all kinds say it. */
interface Shape {
  readonly kind: 'shape' | 'line';
  readonly from: End;
  readonly to: End;
  readonly text: string;
  /** It hides what lies beneath. */
  readonly filled: boolean;
}

/** Characters of what is written in it. */
const longestText = 200;

/** Of a cell: what reaches less far into it leaves it to be seen. */
const seen = 0.25;

/** The first and the last of the rows or columns that are covered. */
function covered(from: number, begins: number, to: number, ends: number, limit: number): readonly [number, number] {
  const first = from + (begins > 1 - seen && to > from ? 1 : 0);
  return [first, Math.min(limit - 1, to - (ends < seen && to > from ? 1 : 0))];
}

/** The cells that something drawn makes uncertain; null where it makes none so. */
export function drawnBy({ kind, from, to, text, filled }: Shape): Drawn | null {
  const written = text.slice(0, longestText).trim();
  // A line that goes down beside the rows is a border; one within a row goes through what stands there.
  const matters = kind === 'line' ? from.row === to.row : filled || /\p{N}/u.test(written);
  if (!matters) return null;
  const [firstRow, lastRow] = covered(from.row, from.down, to.row, to.down, sheetReach.rows);
  const [firstColumn, lastColumn] = covered(from.column, from.right, to.column, to.right, sheetReach.columns);
  return { firstRow, lastRow, firstColumn, lastColumn, text: written };
}
