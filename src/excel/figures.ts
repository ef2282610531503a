/** Writing figures into an official table that stands anywhere on a sheet. The sheet is read again right before. */
import type { FigureId } from '../report/figures';
import { locateReports } from '../read/tables/locate';
import type { LocatedReport, SheetGrid } from '../read/reading';
import { cellChanges } from '../host/boxes';
import type { Candidate, WriteResult } from '../host/host';
import { contentAt, writtenCells } from '../host/undo';
import { changedMeanwhile, openReport, writeCells } from './cells';
import { inBatch } from './trouble';
import type { WrittenFigures } from './undo';

/** What to put into which cell: a number, or one of Gouji's own formulas. */
export type Changes = ReadonlyMap<FigureId, number | string>;

/** Place of a candidate: its sheet's id and which report on that sheet it is. */
export function placeOf({ key }: Candidate): { readonly sheet: string; readonly index: number } {
  const at = key.lastIndexOf('#');
  return { sheet: key.slice(0, at), index: Number(key.slice(at + 1)) };
}

/** What is to be written, and what becomes of it. */
export interface FigureWrite {
  /** The report as it stands now → what to put into it, or why nothing is. */
  readonly plan: (located: LocatedReport) => Changes | Extract<WriteResult, { ok: false }>;
  /** The sheet as the person saw it who asked for this; where the figures in question differ now, nothing is written. */
  readonly seen: SheetGrid | null;
  readonly written: (figures: WrittenFigures) => void;
}

/** How many of these figures do not hold what they held when the sheet was seen, wherever they stand now. */
function differing(
  located: LocatedReport,
  grid: SheetGrid,
  seen: SheetGrid,
  index: number,
  ids: Iterable<FigureId>,
): number {
  const before = locateReports(seen)[index];
  return [...ids].filter((id) => {
    const [then, now] = [before?.cells.get(id), located.cells.get(id)];
    return then === undefined || now === undefined || contentAt(seen, then) !== contentAt(grid, now);
  }).length;
}

/**
 * Writes what `plan` makes of the report as it stands now, in one batch. Where the report is not there any more, the sheet
 * is protected, or somebody changed the cells meanwhile, nothing is written; else `written` is told what was.
 */
export async function writeFigures(candidate: Candidate, { plan, seen, written }: FigureWrite): Promise<WriteResult> {
  const place = placeOf(candidate);
  return inBatch(async (context) => {
    const open = await openReport(context, place);
    if ('ok' in open) return open;
    const { sheet, grid, located } = open;
    const changes = plan(located);
    if ('ok' in changes) return changes;
    const stale = seen === null ? 0 : differing(located, grid, seen, place.index, changes.keys());
    if (stale > 0) return changedMeanwhile(stale);
    const failure = await writeCells(sheet, grid, cellChanges(located, changes));
    if (failure !== null) return failure;
    written({ ...place, sheetName: grid.name, cells: writtenCells(located, grid, changes) });
    return { ok: true, sheet: grid.name, written: changes.size };
  });
}
