/** The worksheets of a report as a host would read them. */
import { findEdition } from '../../src/report/figures';
import { noteRows, notesHeader } from '../../src/report/sheet/notes';
import type { Report } from '../../src/report/report';
import { textSheetTitle } from '../../src/report/sheet/sheet';
import { textSheetRows } from '../../src/report/sheet/textSheet';
import type { SheetGrid } from '../../src/read/reading';
import { grid, sheetValues } from '../read/sheets';
import type { SheetState } from '../../src/host/snapshot';

const editionOf = (report: Report) => {
  const edition = findEdition(report.edition);
  if (edition === undefined) throw new Error(`no edition ${report.edition}`);
  return edition;
};

export function tablesGrid(report: Report, name = '年报表', row = 0, column = 0): SheetGrid {
  const { figures, unit, year, units } = report;
  const values = sheetValues(editionOf(report), new Map(Object.entries(figures)), unit.name, year, units);
  return grid(values, row, column, name);
}

export const textGrid = (report: Report, name = '年报文字'): SheetGrid =>
  grid(
    textSheetRows(editionOf(report), textSheetTitle(report.unit.name, report.year), report.narrative).map(
      ({ text }) => [text],
    ),
    0,
    0,
    name,
  );

export const notesGrid = (report: Report): SheetGrid =>
  grid([[...notesHeader], ...noteRows(editionOf(report), report).map((row) => [...row])], 0, 0, '校验说明');

export const state = (id: string, sheet: SheetGrid, hidden = false): SheetState => ({
  id,
  hidden,
  partlyRead: false,
  grid: sheet,
});
