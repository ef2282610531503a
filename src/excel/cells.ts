/** Writing cells of which it is known what they held: edits made meanwhile win. */
import { a1, type CellPosition } from '../report/a1';
import { locateReports } from '../read/tables/locate';
import type { LocatedReport, SheetGrid } from '../read/reading';
import type { WriteResult } from '../host/host';
import { contentAt } from '../host/undo';
import { requestSheet, stateOf } from './loop/sheets';
import { isStale, troubleOf } from './trouble';

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

type CellContent = string | number | boolean;

/** What can be put back through a cell's formula: text stays text, whatever it looks like. */
export const asContent = (before: unknown): CellContent =>
  typeof before === 'number' || typeof before === 'boolean'
    ? before
    : typeof before !== 'string' || before === ''
      ? ''
      : before.startsWith('=')
        ? before
        : `'${before}`;

/** A cell that was written: its range, which goes where the cell goes, what it holds since, as Excel tells it, and what it held. */
interface Put {
  /** Where it was written; rows may have come since. */
  readonly cell: CellPosition;
  readonly range: Excel.Range;
  readonly holds: unknown;
  readonly before: unknown;
}

/** What a range of one cell held when it was loaded last. */
const loaded = ({ formulas }: Excel.Range): unknown => (formulas as unknown[][])[0]?.[0] ?? '';

/** So often what was put back is put back once more, because somebody edited in between. */
const mostTurns = 5;

/**
 * Gives cells back what they held. Each is looked at right before: one that somebody edited since keeps the edit, and where
 * rows or columns have come or gone, the cells are found where they are now.
 */
async function putBack(context: Excel.RequestContext, cells: readonly Put[], turns = mostTurns): Promise<void> {
  if (cells.length === 0 || turns === 0) return;
  const looks = cells.map(({ range, before }) => {
    // A range of its own: one that is written to tells what was written.
    const look = range.getCell(0, 0);
    look.load('formulas');
    range.formulas = [[asContent(before)]];
    return look;
  });
  await context.sync();
  const edited = cells.flatMap(({ cell, range, holds, before }, index): Put[] => {
    const look = looks[index];
    const found = look === undefined ? holds : loaded(look);
    return found === holds ? [] : [{ cell, range, holds: before, before: found }];
  });
  await putBack(context, edited, turns - 1);
}

/** Milliseconds until what Excel was too busy for is tried once more. */
const breath = 200;

/**
 * Puts back what can be: all once more after a breath, then each cell by itself, so that one that is gone takes no other with
 * it. Returns those that could not be.
 */
async function putBackOrTell(context: Excel.RequestContext, cells: readonly Put[]): Promise<readonly Put[]> {
  for (const wait of [breath, 0]) {
    try {
      await putBack(context, cells);
      return [];
    } catch (error) {
      if (troubleOf(error) === 'protected') return cells;
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
  const left: Put[] = [];
  for (const cell of cells) {
    try {
      await putBack(context, [cell]);
    } catch (error) {
      if (!isStale(error)) left.push(cell);
    }
  }
  return left;
}

type Failure = Extract<WriteResult, { ok: false }>;

export const changedMeanwhile = (cells: number): Failure => ({
  ok: false,
  reason: 'changedMeanwhile',
  detail: String(cells),
});

const notPutBack = (sheet: string, cells: readonly Put[]): Failure => ({
  ok: false,
  reason: 'notPutBack',
  detail: sheet,
  left: cells.map(({ cell, before }) => ({ cell: a1(cell.row, cell.column), held: String(before) })),
});

/**
 * Writes cells of a sheet that was read as `grid`. The batch that writes first reads what the cells hold right before: where
 * somebody changed one since, all are put back as they were found. Returns why nothing was written, or `null`; `notPutBack`
 * names the cells that hold what was written all the same, because the sheet was closed to it in between.
 */
export async function writeCells(
  sheet: Excel.Worksheet,
  grid: SheetGrid,
  cells: readonly (readonly [CellPosition, CellContent])[],
): Promise<Failure | null> {
  const pending = requestSheet(sheet);
  const puts = cells.map(([cell, content]) => {
    const range = sheet.getRange(a1(cell.row, cell.column));
    range.formulas = [[content]];
    range.load('formulas');
    return { cell, range };
  });
  await sheet.context.sync();
  const found = stateOf(pending).grid;
  const changed = cells.filter(([cell]) => contentAt(found, cell) !== contentAt(grid, cell)).length;
  if (changed === 0) return null;
  const left = await putBackOrTell(
    sheet.context,
    puts.map(({ cell, range }) => ({ cell, range, holds: loaded(range), before: contentAt(found, cell) })),
  );
  return left.length > 0 ? notPutBack(grid.name, left) : changedMeanwhile(changed);
}
