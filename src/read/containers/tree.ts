/** A document as paragraphs and tables, whatever it was written in. */
import type { CellBlock } from '../../report/a1';
import type { Budget } from './budget';
import { Asides, cellText, notSure, prose, type Aside, type Run } from './runs';

interface Paragraph {
  readonly kind: 'paragraph';
  /** As a sentence. Line breaks are `\n`. */
  readonly text: string;
  /** Only where not all of it is plain text. */
  readonly runs?: readonly Run[];
}

/** A paragraph of these runs. */
export function paragraphOf(runs: readonly Run[]): Paragraph {
  const text = prose(runs);
  return runs.every(({ aside }) => aside === null) ? { kind: 'paragraph', text } : { kind: 'paragraph', text, runs };
}

/** A cell that a merged one covers, by how far it stands below and beside the first of them: what it keeps nobody sees. */
export interface CoveredCell {
  readonly down: number;
  readonly across: number;
  readonly blocks: readonly DocumentBlock[];
}

export interface TableCell {
  readonly blocks: readonly DocumentBlock[];
  readonly columnSpan: number;
  readonly rowSpan: number;
  /** Only those that keep something. */
  readonly covered?: readonly CoveredCell[];
}

const isEmpty = (block: DocumentBlock): boolean => block.kind === 'paragraph' && block.text.trim() === '';

/** Keeps one more cell in the list where it holds something. The list grows in place: a cell may cover thousands of others. */
export function withCovered(known: CoveredCell[] | undefined, cell: CoveredCell): CoveredCell[] {
  const list = known ?? [];
  if (!cell.blocks.every(isEmpty)) list.push(cell);
  return list;
}

export interface DocumentTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

/** Of a cell that continues a merge which is not above it: it is shown, and nobody can tell whether its number was to be. */
export const unstarted = (blocks: readonly DocumentBlock[]): readonly DocumentBlock[] =>
  blocks.some((block) => block.kind === 'paragraph' && /^[\s\d.,]*\d[\s\d.,]*$/u.test(block.text))
    ? [...blocks, paragraphOf([notSure])]
    : blocks;

export type DocumentBlock = Paragraph | DocumentTable;

/** The cells of a table in their places. A cell that another one covers holds ''. */
export interface CellGrid {
  readonly values: readonly (readonly string[])[];
  /** Columns at which a cell of its own begins, by row. */
  readonly origins: readonly (readonly number[])[];
  /** Cells that take several places. */
  readonly wide: readonly CellBlock[];
  /** What was left out of the values. */
  readonly asides: Asides;
}

/** Columns beyond are not looked at. */
export const widest = 300;

const lineBreak: Run = { text: '\n', aside: null };

/** Paragraphs of a cell stay lines of their own: 5 above 7 is not 57. */
export const runsOf = (blocks: readonly DocumentBlock[]): Run[] =>
  blocks.flatMap((block, index) => {
    if (block.kind === 'table') return [];
    const own = block.runs ?? [{ text: block.text, aside: null }];
    return index === 0 ? [...own] : [lineBreak, ...own];
  });

const isTable = (block: DocumentBlock): boolean => block.kind === 'table';

export const holdsTable = (table: DocumentTable): boolean =>
  table.rows.some((row) => row.some((cell) => cell.blocks.some(isTable)));

/** Characters, and cells of tables in it, that a cell of figures has at most. */
export const longestInner = 40;

/** How much of that a cell has; not more than is needed to tell. */
function weightOf(blocks: readonly DocumentBlock[], most = longestInner): number {
  let weight = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') weight += block.text.trim().length;
    else for (const cell of block.rows.flat()) if (weight <= most) weight += 1 + weightOf(cell.blocks, most - weight);
    if (weight > most) break;
  }
  return weight;
}

/** True for a table whose cells hold tables, if any, of no more than a few words: it does not arrange a page. */
export const holdsLittle = (table: DocumentTable): boolean =>
  table.rows.every((row) => row.every(({ blocks }) => !blocks.some(isTable) || weightOf(blocks) <= longestInner));

const gap: Run = { text: '\u3000', aside: null };

/** The same without tables in its cells: what stands in one of several cells is parted by gaps. */
export function folded(table: DocumentTable): DocumentTable {
  const runs = (blocks: readonly DocumentBlock[]): Run[] =>
    runsOf(
      blocks.map((block) =>
        block.kind === 'paragraph'
          ? block
          : paragraphOf(block.rows.flat().flatMap((cell, at) => [...(at === 0 ? [] : [gap]), ...runs(cell.blocks)])),
      ),
    );
  const rows = table.rows.map((row) =>
    row.map((cell) => (cell.blocks.some(isTable) ? { ...cell, blocks: [paragraphOf(runs(cell.blocks))] } : cell)),
  );
  return { ...table, rows };
}

/** Puts cells where their spans put them. Throws an ArchiveError where they are more than the file may have. */
export function gridOf(table: DocumentTable, budget: Budget): CellGrid {
  const values: string[][] = [];
  const origins: number[][] = [];
  const wide: CellBlock[] = [];
  const asides = new Asides();
  /** By column: how many rows below are still covered. */
  let covered: number[] = [];
  for (const row of table.rows) {
    const line: string[] = [];
    const own: number[] = [];
    const next = covered.map((count) => Math.max(0, count - 1));
    let column = 0;
    const skip = (): void => {
      while ((covered[column] ?? 0) > 0) {
        line[column] = '';
        column += 1;
      }
    };
    for (const cell of row) {
      skip();
      if (column >= widest) break;
      own.push(column);
      const span = Math.min(Math.max(1, cell.columnSpan), widest - column);
      let lies = false;
      for (let offset = 0; offset < span; offset += 1) {
        lies ||= (covered[column + offset] ?? 0) > 0;
        line[column + offset] = '';
        next[column + offset] = Math.max(0, cell.rowSpan - 1);
      }
      const rowCount = Math.min(Math.max(1, cell.rowSpan), table.rows.length - values.length);
      if (span > 1 || rowCount > 1) wide.push({ row: values.length, column, rowCount, columnCount: span });
      // It lies on one that comes down from above: nobody can tell which of them is meant there.
      const shown = cellText(runsOf(lies ? unstarted(cell.blocks) : cell.blocks));
      budget.characters(shown.text.length);
      line[column] = shown.text.trim();
      const kept: Aside[] = [];
      for (const { down, across, blocks } of cell.covered ?? []) {
        const text = cellText(runsOf(blocks)).text.trim();
        budget.characters(text.length);
        if (text === '' || text === line[column]) continue;
        asides.add(values.length + down, column + across, [{ kind: 'covered', text }]);
        // Where what is seen is something else, it may be meant for the first of the cells alone, or for none.
        if (line[column] !== '') kept.push({ kind: 'covered', text });
      }
      asides.add(values.length, column, [...shown.asides, ...kept]);
      column += span;
    }
    skip();
    budget.cells(line.length + 1);
    values.push(Array.from(line, (text) => text ?? ''));
    origins.push(own);
    covered = Array.from(next, (count) => count ?? 0);
  }
  return { values, origins, wide, asides };
}
