/** Writing figures into an official table that stands anywhere on a sheet. The sheet is read again right before. */
import { a1 } from '../report/a1';
import type { FigureId } from '../report/figures';
import { locateReports } from '../read/tables/locate';
import type { LocatedReport } from '../read/reading';
import { cellChanges } from '../host/boxes';
import type { Candidate, WriteResult } from '../host/host';
import { writtenCells } from '../host/undo';
import { requestSheet, stateOf } from './sheets';
import { failedWrite } from './trouble';
import type { WrittenFigures } from './undo';

/** What to put into which cell: a number, or one of Gouji's own formulas. */
export type Changes = ReadonlyMap<FigureId, number | string>;

/** Place of a candidate: its sheet's id and which report on that sheet it is. */
export function placeOf({ key }: Candidate): { readonly sheet: string; readonly index: number } {
  const at = key.lastIndexOf('#');
  return { sheet: key.slice(0, at), index: Number(key.slice(at + 1)) };
}

/**
 * Writes what `plan` makes of the report as it stands now, in one batch. Where the report is not there any more, or the
 * sheet is protected, nothing is written; else `written` is told what was.
 */
export async function writeFigures(
  candidate: Candidate,
  plan: (located: LocatedReport) => Changes,
  written: (figures: WrittenFigures) => void,
): Promise<WriteResult> {
  const { sheet: id, index } = placeOf(candidate);
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const pending = requestSheet(context.workbook.worksheets.getItem(id));
      const { protection } = pending.sheet;
      protection.load('protected');
      await context.sync();
      const { grid } = stateOf(pending);
      const located = locateReports(grid)[index];
      if (located === undefined) return { ok: false, reason: 'noReport', detail: '' };
      if (protection.protected) return { ok: false, reason: 'protected', detail: grid.name };
      const changes = plan(located);
      for (const [{ row, column }, content] of cellChanges(located, changes)) {
        pending.sheet.getRange(a1(row, column)).formulas = [[content]];
      }
      await context.sync();
      written({ sheet: id, sheetName: grid.name, index, cells: writtenCells(located, grid, changes) });
      return { ok: true, sheet: grid.name };
    });
  } catch (error) {
    return failedWrite(error);
  }
}
