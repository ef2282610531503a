/** New rows look like the row above, new columns like the column to the left: formats and sizes, not contents. */
import { block, maxColumns, maxRows } from '../address';
import { eachCell, type Cell, type Sheet } from '../sheet';
import type { Shift } from './shift';

/** The sheet after `shift` put empty cells in. */
export function withInheritedFormats(sheet: Sheet, { area, along }: Shift): Sheet {
  const rows = along === 'rows';
  const first = rows ? area.row : area.column;
  const count = rows ? area.rowCount : area.columnCount;
  if (first === 0) return sheet;
  const model = rows
    ? block(first - 1, area.column, 1, area.columnCount)
    : block(area.row, first - 1, area.rowCount, 1);
  const cells = new Map(sheet.cells);
  const put = (row: number, column: number, cell: Cell): void => {
    const line = new Map(cells.get(row));
    line.set(column, { content: null, format: cell.format, style: cell.style });
    cells.set(row, line);
  };
  eachCell(sheet, model, (cell, row, column) => {
    for (let i = 0; i < count; i += 1) put(rows ? first + i : row, rows ? column : first + i, cell);
  });
  const lines = rows ? sheet.rows : sheet.columns;
  const whole = rows ? area.columnCount === maxColumns : area.rowCount === maxRows;
  const size = whole ? lines.get(first - 1)?.size : undefined;
  if (size === undefined || size === null) return { ...sheet, cells };
  const sized = new Map(lines);
  for (let i = 0; i < count; i += 1) sized.set(first + i, { size, hidden: false });
  return rows ? { ...sheet, cells, rows: sized } : { ...sheet, cells, columns: sized };
}
