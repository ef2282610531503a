/** A document as paragraphs and tables, whatever it was written in. */

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
}

export interface TableCell {
  readonly blocks: readonly DocumentBlock[];
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface DocumentTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}

export type DocumentBlock = Paragraph | DocumentTable;

/** The cells of a table in their places. A cell that another one covers holds ''. */
export interface CellGrid {
  readonly values: readonly (readonly string[])[];
  /** Columns at which a cell of its own begins, by row. */
  readonly origins: readonly (readonly number[])[];
}

const widest = 300;

const textOf = (blocks: readonly DocumentBlock[]): string =>
  blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');

export const holdsTable = (table: DocumentTable): boolean =>
  table.rows.some((row) => row.some((cell) => cell.blocks.some((block) => block.kind === 'table')));

/** Puts cells where their spans put them. */
export function gridOf(table: DocumentTable): CellGrid {
  const values: string[][] = [];
  const origins: number[][] = [];
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
      for (let offset = 0; offset < span; offset += 1) {
        line[column + offset] = offset === 0 ? textOf(cell.blocks) : '';
        next[column + offset] = Math.max(0, cell.rowSpan - 1);
      }
      column += span;
    }
    skip();
    values.push(Array.from(line, (text) => text ?? ''));
    origins.push(own);
    covered = Array.from(next, (count) => count ?? 0);
  }
  return { values, origins };
}
