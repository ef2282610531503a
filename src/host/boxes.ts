/** What the boxes of figures mean for what is written and painted. */
import type { CellPosition } from '../report/a1';
import { figuresOf, type FigureId } from '../report/figures';
import type { TableId } from '../report/edition';
import type { Report } from '../report/report';
import { unreadFigures } from '../rules/input';
import type { LocatedReport } from '../read/reading';
import type { FigureCells, FigurePlace } from '../rules/sums/formula';

/** Where the figures stand and how wide their boxes are drawn. */
export function figurePlaces({ edition, cells, boxes }: LocatedReport): FigureCells {
  const places = new Map<FigureId, FigurePlace>(cells);
  const wide = new Set(edition.tables.filter(({ form }) => form === 'blocks').map(({ id }) => id));
  for (const { id, table } of figuresOf(edition)) {
    const cell = cells.get(id);
    const columnSpan = boxes.get(id)?.block.columnCount;
    // Where a column without a head was put in between, a box is no wider than its cell.
    if (cell !== undefined && columnSpan !== undefined && wide.has(table)) places.set(id, { ...cell, columnSpan });
  }
  return places;
}

/**
 * The blank figures of a table into which 0 may be put: none that holds a formula, none of a row beside which a number
 * stands that may have been meant for it, and none that was printed in the source but could not be read.
 */
export function zeroable(located: LocatedReport, report: Pick<Report, 'marks'>, table: TableId): FigureId[] {
  const doubtful = new Set([...unreadFigures(report), ...located.loose.flatMap(({ figures }) => figures)]);
  return figuresOf(located.edition).flatMap(({ id, table: of }) =>
    of === table &&
    located.cells.has(id) &&
    located.entries.get(id)?.kind === 'blank' &&
    !located.formulas.has(id) &&
    !doubtful.has(id)
      ? [id]
      : [],
  );
}

/** 其余填 0: the zeros for the blank figures of tables, but for those in `except`. */
export const zerosFor = (
  located: LocatedReport,
  report: Pick<Report, 'marks'>,
  tables: readonly TableId[],
  except: ReadonlySet<FigureId> = new Set(),
): Map<FigureId, number> =>
  new Map(
    tables
      .flatMap((table) => zeroable(located, report, table))
      .flatMap((id): [FigureId, number][] => (except.has(id) ? [] : [[id, 0]])),
  );

/** What to put into which cell. A figure takes the first cell of its box; what stood elsewhere in it goes. */
export function cellChanges<T>(
  { cells, boxes }: LocatedReport,
  changes: ReadonlyMap<FigureId, T>,
): [CellPosition, T | ''][] {
  return [...changes].flatMap(([id, content]) => {
    const home = cells.get(id);
    if (home === undefined) return [];
    const box = boxes.get(id);
    const held = box !== undefined && (box.open || box.held.length === 1) ? box.held : [];
    const emptied = held.filter(({ cell }) => cell.column !== home.column);
    return [...emptied.map(({ cell }): [CellPosition, T | ''] => [cell, '']), [home, content] as [CellPosition, T]];
  });
}
