/** Naming the unit of a report: in the titles of its sheets, which is where a report has its name from. */
import type { CellPosition } from '../report/a1';
import { reportTitle, textSheetTitle } from '../report/sheet/sheet';
import type { SheetGrid } from '../read/reading';

/** What the titles on a sheet become. None where they are worded otherwise: such a title is a person's own. */
export const renamedTitles = (
  grid: SheetGrid,
  year: number | null,
  from: string | null,
  to: string | null,
): [CellPosition, string][] =>
  grid.values.flatMap((line, row) =>
    line.flatMap((value, column): [CellPosition, string][] => {
      const text = String(value ?? '').trim();
      const cell = { row: grid.row + row, column: grid.column + column };
      if (text === reportTitle(from, year)) return [[cell, reportTitle(to, year)]];
      return text === textSheetTitle(from, year) ? [[cell, textSheetTitle(to, year)]] : [];
    }),
  );
