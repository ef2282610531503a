/** Writing cells of which it is known what they held: edits made meanwhile win. */
import { a1, type CellPosition } from '../report/a1';
import { locateReports } from '../read/tables/locate';
import type { LocatedReport, SheetGrid } from '../read/reading';
import type { WriteResult } from '../host/host';
import { contentAt } from '../host/undo';
import { requestSheet, stateOf } from './sheets';

export interface OpenReport {
  readonly sheet: Excel.Worksheet;
  readonly grid: SheetGrid;
  readonly located: LocatedReport;
}

/** A report as it stands now, to be written to; or why it cannot be: it is not there any more, or its sheet is protected. */
export async function openReport(
  context: Excel.RequestContext,
  place: { readonly sheet: string; readonly index: number },
): Promise<OpenReport | Extract<WriteResult, { ok: false }>> {
  const pending = requestSheet(context.workbook.worksheets.getItem(place.sheet));
  const { protection } = pending.sheet;
  protection.load('protected');
  await context.sync();
  const { grid } = stateOf(pending);
  const located = locateReports(grid)[place.index];
  if (located === undefined) return { ok: false, reason: 'noReport', detail: '' };
  if (protection.protected) return { ok: false, reason: 'protected', detail: grid.name };
  return { sheet: pending.sheet, grid, located };
}

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
