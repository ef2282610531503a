/**
 * Reading the worksheets. A plain `RequestContext` instead of `Excel.run`: nothing is kept over a sync here, and
 * `Excel.run` would send a second request to release what it tracked, on every keystroke.
 */
import type { CellPosition } from '../../report/a1';
import type { SheetState } from '../../host/snapshot';

/** What is read of a sheet: an annual report takes 55 × 15 cells; the rest leaves room for moved tables. */
const window = { address: 'A1:AZ400', rows: 400, columns: 52 };

/**
 * Sheets that are read by one request. A sheet with a report is some 15 KB in an answer: 40 stay far below the 5 MB where
 * Excel on the web ends, and the pane is free between two answers.
 */
const sheetsTogether = 40;

export interface View {
  readonly activeSheet: string;
  readonly selection: CellPosition;
  /** The workbook calculates only when told to: formulas may show what was true before. */
  readonly manualCalculation: boolean;
}

interface PendingSheet {
  readonly sheet: Excel.Worksheet;
  readonly range: Excel.Range;
  readonly used: Excel.Range;
}

export function requestSheet(sheet: Excel.Worksheet): PendingSheet {
  sheet.load('id,name,visibility');
  const used = sheet.getUsedRange(true);
  used.load('rowIndex,columnIndex,rowCount,columnCount');
  const range = sheet.getRange(window.address).getIntersectionOrNullObject(used);
  range.load('rowIndex,columnIndex,values,formulas,valueTypes,text');
  return { sheet, range, used };
}

export function stateOf({ sheet, range, used }: PendingSheet): SheetState {
  const empty = range.isNullObject;
  return {
    id: sheet.id,
    hidden: sheet.visibility !== Excel.SheetVisibility.visible,
    partlyRead: used.rowIndex + used.rowCount > window.rows || used.columnIndex + used.columnCount > window.columns,
    grid: {
      name: sheet.name,
      row: empty ? 0 : range.rowIndex,
      column: empty ? 0 : range.columnIndex,
      values: empty ? [] : range.values,
      formulas: empty ? [] : range.formulas,
      valueTypes: empty ? [] : range.valueTypes,
      texts: empty ? [] : range.text,
    },
  };
}

interface PendingView {
  readonly sheet: Excel.Worksheet;
  readonly cell: Excel.Range;
  readonly application: Excel.Application;
}

function requestView(context: Excel.RequestContext): PendingView {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load('id');
  // The active cell is there in every selection, also in one of several areas, where the selected range is an error.
  const cell = context.workbook.getActiveCell();
  cell.load('rowIndex,columnIndex');
  const { application } = context.workbook;
  application.load('calculationMode');
  return { sheet, cell, application };
}

const viewOf = ({ sheet, cell, application }: PendingView): View => ({
  activeSheet: sheet.id,
  selection: { row: cell.rowIndex, column: cell.columnIndex },
  manualCalculation: application.calculationMode === Excel.CalculationMode.manual,
});

/** Finds all sheets and reads them: one request for the names, one for the cells of each 40 sheets. */
export async function readAllSheets(): Promise<{ readonly sheets: SheetState[]; readonly view: View }> {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  worksheets.load('items/id');
  const view = requestView(context);
  await context.sync();
  const ids = worksheets.items.map((sheet) => sheet.id);
  const sheets: SheetState[] = [];
  for (let from = 0; from < ids.length; from += sheetsTogether)
    sheets.push(...(await readTogether(ids.slice(from, from + sheetsTogether))));
  return { sheets, view: viewOf(view) };
}

/** Some sheets at once; one by one where they are too much for one answer. */
async function readTogether(ids: readonly string[]): Promise<SheetState[]> {
  try {
    return await readSheets(ids);
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error) || error.code !== 'ResponsePayloadSizeLimitExceeded') throw error;
    const sheets: SheetState[] = [];
    for (const id of ids) sheets.push(...(await readSheets([id])));
    return sheets;
  }
}

async function readSheets(ids: readonly string[]): Promise<SheetState[]> {
  const context = new Excel.RequestContext();
  const pending = ids.map((id) => requestSheet(context.workbook.worksheets.getItem(id)));
  await context.sync();
  return pending.map(stateOf);
}

/** Reads the named sheets again, and what the user is looking at, in one request. */
export async function readChangedSheets(
  ids: readonly string[],
): Promise<{ readonly sheets: SheetState[]; readonly view: View }> {
  const context = new Excel.RequestContext();
  const pending = ids.map((id) => requestSheet(context.workbook.worksheets.getItem(id)));
  const view = requestView(context);
  await context.sync();
  return { sheets: pending.map(stateOf), view: viewOf(view) };
}
