/**
 * Reading the worksheets. A plain `RequestContext` instead of `Excel.run`: nothing is kept over a sync here, and
 * `Excel.run` would send a second request to release what it tracked, on every keystroke.
 */
import type { CellPosition } from '../../report/a1';
import type { SheetState } from '../../host/snapshot';
import { listenToWorkbook } from './events';

/** What is read of a sheet: an annual report takes 55 × 15 cells; the rest leaves room for moved tables. */
const window = { address: 'A1:AZ400', rows: 400, columns: 52 };

/**
 * Sheets that are read by one request. A sheet with a report is some 15 KB in an answer: 40 stay far below the 5 MB where
 * Excel on the web ends, and the pane is free between two answers.
 */
export const sheetsTogether = 40;

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

/** A sheet of the workbook as the list of its sheets tells of it. */
export interface ListedSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

export interface ReadSheets {
  readonly sheets: readonly SheetState[];
  readonly view: View;
}

/** How a workbook is looked at. Each call is one request, unless its answer would be too large for Excel. */
export interface WorkbookReader {
  /** All sheets by name, what the user is looking at, and the cells of some sheets. */
  look(ids: readonly string[]): Promise<ReadSheets & { readonly listed: readonly ListedSheet[] }>;
  /** The cells of some sheets, and what the user is looking at. */
  read(ids: readonly string[]): Promise<ReadSheets>;
  listen: typeof listenToWorkbook;
}

const requestCells = ({ workbook }: Excel.RequestContext, ids: readonly string[]): PendingSheet[] =>
  ids.map((id) => requestSheet(workbook.worksheets.getItem(id)));

async function look(ids: readonly string[]): ReturnType<WorkbookReader['look']> {
  const context = new Excel.RequestContext();
  const { worksheets } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  const view = requestView(context);
  const pending = requestCells(context, ids);
  await context.sync();
  const listed = worksheets.items.map(({ id, name, visibility }) => ({
    id,
    name,
    hidden: visibility !== Excel.SheetVisibility.visible,
  }));
  return { listed, view: viewOf(view), sheets: pending.map(stateOf) };
}

async function read(ids: readonly string[]): Promise<ReadSheets> {
  const context = new Excel.RequestContext();
  const view = requestView(context);
  const pending = requestCells(context, ids);
  await context.sync();
  return { view: viewOf(view), sheets: pending.map(stateOf) };
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof OfficeExtension.Error && error.code === 'ResponsePayloadSizeLimitExceeded';

/** One by one where they are too much for one answer. */
async function readOneByOne(ids: readonly string[]): Promise<SheetState[]> {
  const sheets: SheetState[] = [];
  for (const id of ids) sheets.push(...(await read([id])).sheets);
  return sheets;
}

/** The workbook that Excel has open. */
export const openWorkbook: WorkbookReader = {
  listen: listenToWorkbook,
  async look(ids) {
    try {
      return await look(ids);
    } catch (error) {
      if (!isTooLarge(error) || ids.length === 0) throw error;
      return { ...(await look([])), sheets: await readOneByOne(ids) };
    }
  },
  async read(ids) {
    try {
      return await read(ids);
    } catch (error) {
      if (!isTooLarge(error) || ids.length < 2) throw error;
      return { ...(await read([])), sheets: await readOneByOne(ids) };
    }
  },
};
