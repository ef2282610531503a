/**
 * Taking back what the pane wrote. What stood in a cell before comes back only where the cell still holds what was
 * written: whatever a person has put there since stays. Figures are found again by their labels, so that a row put in
 * since changes nothing.
 */
import type { CellPosition } from '../report/a1';
import type { FigureId } from '../report/figures';
import type { LocatedReport, SheetGrid } from '../read/reading';
import { cellChanges } from './boxes';

/**
 * `zeros`: 其余填 0. `carry`: 上年结转 from last year. `fill`: a report on new sheets. `text`: paragraphs of the text sheet.
 * `sum`: other figures of a sum that was made before. `file`: what a file that came back has otherwise.
 */
export type Deed = 'zeros' | 'repair' | 'carry' | 'totals' | 'fill' | 'text' | 'sum' | 'file';

/** The last thing that can be taken back. */
export interface UndoOffer {
  /** Grows with every deed. */
  readonly id: number;
  readonly deed: Deed;
  /** Cells that were written; 0 where sheets were added. */
  readonly cells: number;
  readonly sheet: string;
}

/** A cell that was written: the figure in whose box it stands, how far from the box's first cell, and both contents. */
export interface WrittenCell {
  readonly figure: FigureId;
  readonly offset: number;
  readonly before: unknown;
  readonly after: unknown;
}

/** The formula of a cell, else its value; '' where it is blank or was not read. */
export const contentAt = (grid: SheetGrid, { row, column }: CellPosition): unknown =>
  grid.formulas[row - grid.row]?.[column - grid.column] ?? '';

/** What writing these figures changes, with what stands there now. */
export const writtenCells = (
  located: LocatedReport,
  grid: SheetGrid,
  changes: ReadonlyMap<FigureId, unknown>,
): WrittenCell[] =>
  [...changes].flatMap(([figure, content]) =>
    cellChanges(located, new Map([[figure, content]])).map(([cell, after]) => ({
      figure,
      offset: cell.column - (located.cells.get(figure)?.column ?? cell.column),
      before: contentAt(grid, cell),
      after,
    })),
  );

export interface UndoPlan {
  readonly back: readonly (readonly [CellPosition, unknown])[];
  /** Cells that were changed since, or are gone, and stay as they are. */
  readonly kept: number;
}

export function planUndo(located: LocatedReport, grid: SheetGrid, written: readonly WrittenCell[]): UndoPlan {
  const back = written.flatMap(({ figure, offset, before, after }): [CellPosition, unknown][] => {
    const home = located.cells.get(figure);
    if (home === undefined) return [];
    const cell = { row: home.row, column: home.column + offset };
    return contentAt(grid, cell) === after ? [[cell, before]] : [];
  });
  return { back, kept: written.length - back.length };
}

/** How many cells of a sheet do not hold any more what they held. */
export function changedCells(before: SheetGrid, now: SheetGrid): number {
  const cells = new Set<string>();
  for (const grid of [before, now])
    grid.formulas.forEach((line, row) =>
      line.forEach((_, column) => cells.add(`${grid.row + row} ${grid.column + column}`)),
    );
  return [...cells].filter((key) => {
    const [row = 0, column = 0] = key.split(' ').map(Number);
    return contentAt(before, { row, column }) !== contentAt(now, { row, column });
  }).length;
}
