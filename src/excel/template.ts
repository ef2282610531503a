/** Writes the two worksheets of a report: the official tables and the text. All in one batch, after nothing was found in the way. */
import { a1, a1Range } from '../report/a1';
import type { Edition } from '../report/edition';
import { findFigure, type FigureId } from '../report/figures';
import type { Language } from '../report/language';
import {
  atBoxEnd,
  isMerged,
  tabColour,
  tableCellLook,
  tablesLook,
  textLook,
  textRowLooks,
} from '../report/sheet/looks';
import {
  amountUnitWords,
  gridColumns,
  sheetLayout,
  sheetNames,
  textSheetTitle,
  type SheetCell,
  type SheetLayout,
} from '../report/sheet/sheet';
import { textSheetRows } from '../report/sheet/textSheet';
import { tableCellValue, type TablesContent } from '../report/sheet/workbook';
import { paintRules, totalFormulas } from '../rules/sums/formula';
import type { InsertRequest, WriteResult } from '../host/host';
import { carriedPaint } from '../host/nextYear';
import type { SheetState } from '../host/snapshot';
import { addPaint } from './formats';
import { applyLook, applyPage, outline } from './looks';
import { requestSheet, stateOf } from './loop/sheets';
import { failedWrite, isTaken } from './trouble';
import type { WrittenSheets } from './undo';

const rangeOf = (sheet: Excel.Worksheet, cell: SheetCell): Excel.Range =>
  sheet.getRange(a1Range(cell.row, cell.column, cell.rowSpan, cell.columnSpan));

/** What the sheet says of a figure beside what may be typed; loaded with the first sheet that is made. */
type ValidationOf = typeof import('../report/editions/guidance').figureValidation;

/** What stands in each cell of the tables' sheet. */
function contents(layout: SheetLayout, content: TablesContent): (string | number)[][] {
  const rows: (string | number)[][] = Array.from({ length: layout.rowCount }, () =>
    Array.from({ length: layout.columnCount }, () => ''),
  );
  for (const cell of layout.cells) {
    const row = rows[cell.row];
    const value = tableCellValue(cell, content) ?? '';
    if (row !== undefined) row[cell.column] = typeof value === 'object' ? value.formula : value;
  }
  return rows;
}

function style(sheet: Excel.Worksheet, layout: SheetLayout, totals: TablesContent['totals']): void {
  const whole = sheet.getRange(a1Range(0, 0, layout.rowCount, layout.columnCount));
  applyLook(whole, tablesLook.cell);
  whole.format.columnWidth = tablesLook.columnWidth;
  layout.rowHeights.forEach((height, row) => {
    sheet.getRange(a1(row, 0)).format.rowHeight = height;
  });
  for (const block of layout.blocks) outline(sheet.getRange(a1Range(block.row, 0, block.rowCount, gridColumns)));

  for (const cell of layout.cells) {
    const range = rangeOf(sheet, cell);
    if (isMerged(cell)) range.merge();
    const look = tableCellLook(cell, totals.has(cell.figure ?? ''));
    applyLook(range, look, tablesLook.cell);
    // The lines of a box run around all its cells, and around an amount with its unit.
    if (look.horizontal === 'across') {
      range.format.borders.getItem('InsideVertical').style = 'None';
      const end = a1Range(cell.row, cell.column + cell.columnSpan - 1, cell.rowSpan, 1);
      applyLook(sheet.getRange(end), atBoxEnd(look), look);
    }
    if (cell.role !== 'unit') continue;
    const joint = sheet.getRange(a1Range(cell.row, cell.column - 1, 1, 2));
    joint.format.borders.getItem('InsideVertical').style = 'None';
    range.dataValidation.rule = { list: { inCellDropDown: true, source: Object.values(amountUnitWords).join(',') } };
  }
}

function validate(
  sheet: Excel.Worksheet,
  edition: Edition,
  layout: SheetLayout,
  language: Language,
  validationOf: ValidationOf,
): void {
  for (const cell of layout.figures.values()) {
    const figure = findFigure(edition, cell.figure ?? '');
    if (figure === undefined) continue;
    const address = a1(cell.row, cell.column);
    const { rule, title, prompt, error } = validationOf(edition, figure);
    // A box that is drawn over several cells says the same in each of them.
    const validation = rangeOf(sheet, cell).dataValidation;
    validation.rule =
      rule.type === 'whole'
        ? {
            wholeNumber: {
              formula1: rule.minimum,
              formula2: rule.maximum,
              operator: Excel.DataValidationOperator.between,
            },
          }
        : { custom: { formula: rule.formula.replaceAll('{cell}', address) } };
    validation.prompt = { showPrompt: true, title: title[language], message: prompt[language] };
    validation.errorAlert = {
      showAlert: true,
      style: Excel.DataValidationAlertStyle.stop,
      title: title[language],
      message: error[language],
    };
  }
}

function fillTables(
  sheet: Excel.Worksheet,
  request: InsertRequest,
  language: Language,
  validationOf: ValidationOf,
): void {
  const { edition, unit, year, report } = request;
  const layout = sheetLayout(edition);
  const totals = request.totals === 'formulas' ? totalFormulas(edition, layout.figures) : new Map<FigureId, string>();
  const area = a1Range(0, 0, layout.rowCount, layout.columnCount);
  sheet.getRange(area).formulas = contents(layout, { unit, year, report, totals });
  style(sheet, layout, totals);
  validate(sheet, edition, layout, language, validationOf);
  addPaint(sheet, [
    ...paintRules(edition, layout.figures),
    ...carriedPaint(layout.figures, request.carried ?? new Map()),
  ]);
  applyPage(sheet, tablesLook.page);
  sheet.pageLayout.setPrintArea(area);
  sheet.freezePanes.freezeColumns(layout.frozenColumns);
  sheet.showGridlines = false;
  sheet.tabColor = tabColour;
}

function fillText(sheet: Excel.Worksheet, request: InsertRequest): void {
  const rows = textSheetRows(
    request.edition,
    textSheetTitle(request.unit, request.year),
    request.report?.narrative ?? null,
  );
  const column = sheet.getRange(a1Range(0, 0, rows.length, 1));
  // As text before it is written, so that a paragraph such as 2/3 or =1+1 stays what it is.
  column.numberFormat = rows.map(() => ['@']);
  column.values = rows.map(({ text }) => [text]);
  column.format.columnWidth = textLook.columnWidth;
  applyLook(column, textRowLooks.paragraph);
  rows.forEach(({ role }, row) => {
    applyLook(sheet.getRange(a1(row, 0)), textRowLooks[role], textRowLooks.paragraph);
  });
  applyPage(sheet, textLook.page);
  sheet.showGridlines = false;
}

interface Place {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** The sheets of these names as they stand now. An empty one is as good as none: it is used. */
async function existingSheets(context: Excel.RequestContext, names: readonly string[]): Promise<Place[]> {
  const places = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('id,name');
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('address');
    return { sheet, used };
  });
  await context.sync();
  return places;
}

/**
 * Takes away what an insertion that failed may have left: the sheets of these names that were not there before, whether or
 * not Excel said that it made them. Returns the names of those that may still be there.
 */
async function removeSheets(names: readonly string[], emptyOnly: boolean): Promise<readonly string[]> {
  if (names.length === 0) return [];
  try {
    const context = new Excel.RequestContext();
    for (const { sheet, used } of await existingSheets(context, names))
      if (!sheet.isNullObject && (used.isNullObject || !emptyOnly)) sheet.delete();
    await context.sync();
    return [];
  } catch {
    return names;
  }
}

interface Sheets {
  readonly tables: Excel.Worksheet;
  readonly text: Excel.Worksheet;
}

async function fillSheets(
  { tables, text }: Sheets,
  request: InsertRequest,
  language: Language,
  validationOf: ValidationOf,
): Promise<SheetState[]> {
  const { context } = tables;
  context.application.suspendApiCalculationUntilNextSync();
  fillTables(tables, request, language, validationOf);
  fillText(text, request);
  tables.activate();
  const made = [requestSheet(tables), requestSheet(text)];
  await context.sync();
  return made.map(stateOf);
}

/**
 * Adds the worksheets of a report, both or none. Refuses, with nothing written, where a sheet of that name holds anything;
 * else `written` is told how they stand. `leftOver` names what could not be taken away again.
 */
export async function insertReport(
  request: InsertRequest,
  language: Language,
  written: (sheets: WrittenSheets['sheets']) => void,
): Promise<WriteResult> {
  const names = sheetNames(request.year, request.number);
  const { figureValidation } = await import('../report/editions/guidance');
  let added: string[] = [];
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets, protection } = context.workbook;
      protection.load('protected');
      const [tables, text] = await existingSheets(context, [names.tables, names.text]);
      if (tables === undefined || text === undefined) return { ok: false, reason: 'failed', detail: '' };
      const taken = [tables, text].find(({ sheet, used }) => !sheet.isNullObject && !used.isNullObject);
      if (taken !== undefined) return { ok: false, reason: 'sheetExists', detail: taken.sheet.name };
      if (protection.protected) return { ok: false, reason: 'protected', detail: '' };
      added = [tables.sheet.isNullObject ? [names.tables] : [], text.sheet.isNullObject ? [names.text] : []].flat();
      const sheetAt = ({ sheet }: Place, name: string): Excel.Worksheet =>
        sheet.isNullObject ? worksheets.add(name) : sheet;
      const sheets = { tables: sheetAt(tables, names.tables), text: sheetAt(text, names.text) };
      written(await fillSheets(sheets, request, language, figureValidation));
      return { ok: true, sheet: names.tables };
    });
  } catch (error) {
    // Half a template would be worse than none. Where a sheet of the name came meanwhile, it is somebody else's.
    const left = await removeSheets(added, isTaken(error));
    return left.length > 0 ? { ok: false, reason: 'leftOver', detail: left.join('、') } : failedWrite(error);
  }
}
