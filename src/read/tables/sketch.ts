/** What a source shows of a table before anybody has said which edition it is: texts and cells in their places. */
import type { CellPosition } from '../../report/a1';
import type { TableId } from '../../report/edition';
import { sightOf, type Sight } from '../labels/sight';

export interface SourceCell {
  /** Zero-based row of the grid, or line of the text. */
  readonly row: number;
  readonly column: number;
  /** As the source holds it: a number, a text, '' or null where blank. */
  readonly raw: unknown;
  /** On a worksheet: the box of the figure, where it is wider than one cell or something else stands in it. */
  readonly box?: Box;
}

/**
 * The box that the eye sees: in one row the cells from the head of a figure to the next head. A number anywhere in it is
 * the figure, as long as nothing else stands there.
 */
export interface Box {
  readonly first: number;
  readonly last: number;
  /** Every cell of the box that holds something, left to right. */
  readonly held: readonly SourceCell[];
  /** Nothing tells which content is the figure; the cell's own `raw` is then all of them as one text. */
  readonly open: boolean;
  /** The source has one cell for several figures. */
  readonly shared?: true;
}

export interface GridCell extends SourceCell {
  readonly text: string;
  /** Null for numbers, and for texts that say a number. */
  readonly sight: Sight | null;
  /** The last column that it takes: of a label that stands in several cells, that of the last one. */
  readonly end: number;
}

/** The filled cells of a row, left to right. */
export type Line = readonly GridCell[];

export interface Head {
  readonly text: string;
  /** In the 复议诉讼 table: the label over this column. */
  readonly group: string | null;
  readonly row: number;
  readonly column: number;
}

export interface SketchRow {
  /** Labels that stand in this row, outermost first. */
  readonly labels: readonly string[];
  /** Body of the innermost group of rows that this row stands under, where one was seen. */
  readonly under: string | null;
  readonly at: { readonly row: number; readonly column: number };
  /** One for each head. Null: the cells of this row cannot be told apart. */
  readonly cells: readonly SourceCell[] | null;
  /** Every filled cell of the row after its labels, in order. */
  readonly filled: readonly SourceCell[];
  /** Cells with numbers that stand under no head, between the first and the last. */
  readonly strays: readonly SourceCell[];
  /** The source shows more or fewer cells in this row than in the others: no cell is where its column says. */
  readonly ragged: boolean;
}

/**
 * How cells were told apart. `shown`: the source shows rows and columns. `counted`: nearly every row has as many numbers as
 * the header has labels; then a label that nobody knows may take the place of no missing one. `loose`: by their number
 * alone; then the header counts only if it has all its columns.
 */
export type ToldApart = 'shown' | 'counted' | 'loose';

/** A header and the rows beneath it. A blocks table has one for each header row, a table split by a page several. */
export interface Sketch {
  readonly table: TableId;
  /** Empty where no header was read: cells then go by their order. */
  readonly heads: readonly Head[];
  readonly rows: readonly SketchRow[];
  readonly toldApart: ToldApart;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** In a file: texts above it, topmost first, which may say of which year it is. */
  readonly captions?: readonly string[];
  /** Numbers in label cells, beside the table or right under it, which belong to no figure. */
  readonly loose?: readonly SourceCell[];
  /** In a file: signs that cells were moved. */
  readonly moved?: Moved;
}

/** A row of numbers without a label of its own: at most that of a group of rows. */
export interface Unlabelled {
  readonly at: CellPosition;
  readonly group: string | null;
}

/** Signs that cells of a table stand elsewhere than they did, each with the place where it shows. */
export interface Moved {
  /** A column of numbers without a head. */
  readonly bare: CellPosition | null;
  /** A head stands over no number at all. */
  readonly idle: boolean;
  readonly unlabelled: readonly Unlabelled[];
  /** The label of a row among the heads. */
  readonly mixed: CellPosition | null;
  /** The first or last row of a large table, by its place among the rows, where it alone is blank. */
  readonly blankEdge: number | null;
  /** Rows, by their places, that lack a number and have one in a column that somebody added behind the others. */
  readonly movedRows: ReadonlyMap<number, CellPosition>;
  /** Rows, by their places, that are full but for their last cell. */
  readonly shortRows: ReadonlyMap<number, CellPosition>;
  /** Heads, by their places, whose column is full but for its last cell. */
  readonly shortColumns: ReadonlyMap<number, CellPosition>;
  /** Heads whose column lacks a number, and has one above or beneath the table. */
  readonly movedColumns: ReadonlyMap<number, CellPosition>;
}

const fewestCounted = 3;

/** True for cells that number the columns above them, 1 2 3 and so on, and are no figures. */
export const countsColumns = (filled: readonly SourceCell[]): boolean =>
  filled.length >= fewestCounted && filled.every(({ raw }, index) => String(raw).trim() === String(index + 1));

/** What of a table a sketch holds: two sketches of one report never hold the same. */
export const holdings = (sketch: Sketch): string[] =>
  sketch.heads.some((head) => head.group !== null)
    ? [sketch.table]
    : sketch.rows.flatMap((row) => {
        const sight = sightOf(row.labels.at(-1) ?? '');
        return sight.row.includes(sketch.table) ? [`${sketch.table} ${sight.body}`] : [];
      });
