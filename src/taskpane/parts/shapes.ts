import type { FigureId } from '../../report/figures';
import type { TableLayout } from '../../report/layout';

/** Width of the picture of a table in its own units, and the height of one row by how many rows there are. */
export const width = 300;
const rowHeightOf = (rows: number): number => (rows > 16 ? 6 : rows > 8 ? 9 : 14);

export interface ShapeBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Shape extends ShapeBox {
  readonly figure: FigureId | null;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** The cells of a table as a small picture of it shows them. */
export function shapesOf(layout: TableLayout): { readonly shapes: readonly Shape[]; readonly height: number } {
  const starts = [0];
  for (const part of layout.widths) starts.push((starts.at(-1) ?? 0) + (part * width) / 15);
  const rowHeight = rowHeightOf(layout.rowCount);
  const shapes = layout.cells.map((cell) => {
    const x = starts[cell.column] ?? 0;
    return {
      x,
      y: cell.row * rowHeight,
      width: (starts[cell.column + cell.columnSpan] ?? width) - x,
      height: cell.rowSpan * rowHeight,
      figure: cell.figure ?? null,
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
    };
  });
  return { shapes, height: layout.rowCount * rowHeight };
}
