/** The worksheets of a report as a host would read them. */
import { findEdition } from '../../src/report/figures';
import { noteRows, notesHeader } from '../../src/report/sheet/notes';
import type { Report } from '../../src/report/report';
import { amountUnitWords, reportTitle, sheetLayout, textSheetTitle } from '../../src/report/sheet/sheet';
import { textSheetRows } from '../../src/report/sheet/textSheet';
import type { SheetGrid } from '../../src/read/reading';
import type { SheetState } from '../../src/host/snapshot';

const editionOf = (report: Report) => {
  const edition = findEdition(report.edition);
  if (edition === undefined) throw new Error(`no edition ${report.edition}`);
  return edition;
};

const grid = (name: string, values: unknown[][], row = 0, column = 0): SheetGrid => ({
  name,
  row,
  column,
  values,
  formulas: values,
});

export function tablesGrid(report: Report, name = '年报表', row = 0, column = 0): SheetGrid {
  const layout = sheetLayout(editionOf(report));
  const values: unknown[][] = Array.from({ length: layout.rowCount }, () =>
    Array<unknown>(layout.columnCount).fill(''),
  );
  for (const cell of layout.cells) {
    const line = values[cell.row];
    if (line === undefined) continue;
    const figure = cell.figure ?? '';
    line[cell.column] =
      cell.role === 'reportTitle'
        ? reportTitle(report.unit.name, report.year)
        : cell.role === 'figure'
          ? (report.figures[figure] ?? '')
          : cell.role === 'unit'
            ? amountUnitWords[report.units[figure] ?? 'unknown']
            : cell.text;
  }
  return grid(name, values, row, column);
}

export const textGrid = (report: Report, name = '年报文字'): SheetGrid =>
  grid(
    name,
    textSheetRows(editionOf(report), textSheetTitle(report.unit.name, report.year), report.narrative).map(
      ({ text }) => [text],
    ),
  );

export const notesGrid = (report: Report): SheetGrid =>
  grid('校验说明', [[...notesHeader], ...noteRows(editionOf(report), report).map((row) => [...row])]);

export const state = (id: string, sheet: SheetGrid, hidden = false): SheetState => ({
  id,
  hidden,
  partlyRead: false,
  grid: sheet,
});
