/** Rows and columns that were put between those of the form on a sheet that was laid out by it, or taken out of them. */
import type { CellPosition } from '../a1';
import type { Edition } from '../edition';
import { figuresOf, type FigureId } from '../figures';
import { sheetLayout } from './sheet';

export interface Shift {
  readonly axis: 'row' | 'column';
  /** The lines of the form on both sides, zero-based on the sheet. */
  readonly after: number;
  readonly before: number;
  /** How many lines stand between them too many; below 0: how many were taken out. */
  readonly count: number;
  /** Nothing but what was put there stands between them. */
  readonly exact: boolean;
}

type Cells = ReadonlyMap<FigureId, CellPosition>;

/** Where each line of the form stands, in order; a line whose figures stand in several is left out. */
function standing(edition: Edition, cells: Cells, axis: Shift['axis'], ids: readonly FigureId[]): [number, number][] {
  const found = new Map<number, Set<number>>();
  for (const id of ids) {
    const line = sheetLayout(edition).figures.get(id)?.[axis];
    const at = cells.get(id)?.[axis];
    if (line !== undefined && at !== undefined) found.set(line, (found.get(line) ?? new Set()).add(at));
  }
  return [...found]
    .flatMap(([line, at]): [number, number][] => (at.size === 1 ? [[line, Math.min(...at)]] : []))
    .sort(([one], [other]) => one - other);
}

/** What was put into the tables or taken out, rows first. What stands between two tables is nobody's matter. */
export function shiftsIn(edition: Edition, cells: Cells): Shift[] {
  const figures = figuresOf(edition);
  const lines = [
    ...edition.tables.map(({ id }) => ({ axis: 'row' as const, own: figures.filter(({ table }) => table === id) })),
    { axis: 'column' as const, own: figures },
  ];
  return lines.flatMap(({ axis, own }) => {
    const pairs = standing(
      edition,
      cells,
      axis,
      own.map(({ id }) => id),
    );
    return pairs.flatMap(([line, before], index): Shift[] => {
      const [last, after] = pairs[index - 1] ?? [line, before];
      const count = before - after - (line - last);
      return count === 0 ? [] : [{ axis, after, before, count, exact: line - last === 1 }];
    });
  });
}
