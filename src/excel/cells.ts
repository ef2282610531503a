/** Writing cells of which it is known what they held: edits made meanwhile win. */
import { a1, type CellPosition } from '../report/a1';
import type { SheetGrid } from '../read/reading';
import { contentAt } from '../host/undo';
import { requestSheet, stateOf } from './sheets';

export type CellContent = string | number | boolean;

/** What can be put back through a cell's formula: text stays text, whatever it looks like. */
export const asContent = (before: unknown): CellContent =>
  typeof before === 'number' || typeof before === 'boolean'
    ? before
    : typeof before !== 'string' || before === ''
      ? ''
      : before.startsWith('=')
        ? before
        : `'${before}`;

/**
 * Writes cells of a sheet that was read as `grid`. The batch that writes first reads what the cells hold right before: where
 * somebody changed one since, all are put back as they were found. Returns how many were changed since; 0 = written.
 */
export async function writeCells(
  sheet: Excel.Worksheet,
  grid: SheetGrid,
  cells: readonly (readonly [CellPosition, CellContent])[],
): Promise<number> {
  const put = ({ row, column }: CellPosition, content: CellContent): void => {
    sheet.getRange(a1(row, column)).formulas = [[content]];
  };
  const pending = requestSheet(sheet);
  for (const [cell, content] of cells) put(cell, content);
  await sheet.context.sync();
  const found = stateOf(pending).grid;
  const changed = cells.filter(([cell]) => contentAt(found, cell) !== contentAt(grid, cell)).length;
  if (changed === 0) return 0;
  for (const [cell] of cells) put(cell, asContent(contentAt(found, cell)));
  await sheet.context.sync();
  return changed;
}
