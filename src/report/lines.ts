/** Rows and columns of a table that are not those of the official form. */
import type { CellPosition } from './a1';
import type { TableId } from './edition';

interface Line {
  readonly table: TableId;
  readonly axis: 'row' | 'column';
  /** In the words of the form, or of the source where the form has none. */
  readonly label: string;
}

/** It holds numbers and stands inside a table, but the edition does not know it. Its cell is zero-based. */
export interface UnknownLine extends Line {
  readonly cell: CellPosition;
}

/** The form has it, and it is not there. */
export interface MissingLine extends Line {
  readonly id: string;
}
