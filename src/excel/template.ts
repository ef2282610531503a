/** Writes the two worksheets of a report: the official tables and the text. All in one batch, after nothing was found in the way. */
import { a1, a1Range } from '../report/a1';
import type { Edition } from '../report/edition';
import { findFigure, type FigureId } from '../report/figures';
import type { Language } from '../report/language';
import type { Report } from '../report/report';
import {
  amountUnitWords,
  gridColumns,
  gridColumnWidth,
  reportTitle,
  sheetLayout,
  sheetNames,
  textSheetTitle,
  type SheetCell,
  type SheetLayout,
} from '../report/sheet';
import { textSheetRows } from '../report/textSheet';
import { cellValidation } from '../report/validation';
import { sheetLook } from '../report/workbook';
import { paintRules, totalFormulas } from '../rules/sums/formula';
import type { InsertRequest, WriteResult } from '../host/host';
import type { SheetState } from '../host/snapshot';
import { addPaint } from './formats';
import { requestSheet, stateOf } from './sheets';
import { failedWrite, isTaken } from './trouble';
import type { WrittenSheets } from './undo';

const { font, titleFont, headerFill, totalFill, tabColour, textWidth } = sheetLook;
const borderColour = '#7F7F7F';
/** Points. */
const margins = { top: 42, bottom: 36, left: 36, right: 36 };

const rangeOf = (sheet: Excel.Worksheet, cell: SheetCell): Excel.Range =>
  sheet.getRange(a1Range(cell.row, cell.column, cell.rowSpan, cell.columnSpan));

/** What the sheet says of a figure beside what may be typed; loaded with the first sheet that is made. */
type GuideOf = typeof import('../report/editions/guidance').guideOf;

type Content = string | number | null;

/** What stands in each cell of the tables' sheet. */
function contents(request: InsertRequest, layout: SheetLayout, formulas: ReadonlyMap<FigureId, string>): Content[][] {
  const rows: Content[][] = Array.from({ length: layout.rowCount }, () =>
    Array.from({ length: layout.columnCount }, () => ''),
  );
  const { report } = request;
  for (const cell of layout.cells) {
    const row = rows[cell.row];
    if (row === undefined) continue;
    row[cell.column] = contentOf(cell, request, report, formulas);
  }
  return rows;
}

function contentOf(
  cell: SheetCell,
  request: InsertRequest,
  report: Report | null,
  formulas: ReadonlyMap<FigureId, string>,
): Content {
  const id = cell.figure ?? '';
  switch (cell.role) {
    case 'reportTitle':
      return reportTitle(request.unit, request.year);
    case 'unit':
      return amountUnitWords[report?.units[id] ?? 'tenThousandYuan'];
    case 'figure':
      return (request.totals === 'formulas' ? formulas.get(id) : undefined) ?? report?.figures[id] ?? '';
    default:
      return cell.text;
  }
}

function outline(range: Excel.Range, inside: boolean): void {
  const edges: Excel.BorderIndex[] = [
    Excel.BorderIndex.edgeTop,
    Excel.BorderIndex.edgeBottom,
    Excel.BorderIndex.edgeLeft,
    Excel.BorderIndex.edgeRight,
    ...(inside ? [Excel.BorderIndex.insideHorizontal, Excel.BorderIndex.insideVertical] : []),
  ];
  for (const edge of edges) {
    const border = range.format.borders.getItem(edge);
    border.style = Excel.BorderLineStyle.continuous;
    border.color = borderColour;
  }
}

function style(sheet: Excel.Worksheet, layout: SheetLayout): void {
  const whole = sheet.getRange(a1Range(0, 0, layout.rowCount, layout.columnCount));
  whole.format.font.name = font;
  whole.format.font.size = 9;
  whole.format.columnWidth = gridColumnWidth;
  whole.format.verticalAlignment = Excel.VerticalAlignment.center;
  layout.rowHeights.forEach((height, row) => {
    sheet.getRange(a1(row, 0)).format.rowHeight = height;
  });
  for (const block of layout.blocks) outline(sheet.getRange(a1Range(block.row, 0, block.rowCount, gridColumns)), true);

  for (const cell of layout.cells) {
    const range = rangeOf(sheet, cell);
    const wide = cell.columnSpan > 1 || cell.rowSpan > 1;
    switch (cell.role) {
      case 'reportTitle':
        range.merge();
        range.format.font.name = titleFont;
        range.format.font.size = 16;
        range.format.horizontalAlignment = Excel.HorizontalAlignment.center;
        break;
      case 'sectionTitle':
        range.merge();
        range.format.font.name = titleFont;
        range.format.font.size = 11;
        break;
      case 'figure':
        range.format.horizontalAlignment = wide
          ? Excel.HorizontalAlignment.centerAcrossSelection
          : Excel.HorizontalAlignment.center;
        if (wide) range.format.borders.getItem(Excel.BorderIndex.insideVertical).style = Excel.BorderLineStyle.none;
        break;
      case 'unit':
        range.format.horizontalAlignment = Excel.HorizontalAlignment.center;
        range.format.borders.getItem(Excel.BorderIndex.edgeLeft).style = Excel.BorderLineStyle.none;
        range.dataValidation.rule = {
          list: { inCellDropDown: true, source: Object.values(amountUnitWords).join(',') },
        };
        break;
      default:
        if (wide) range.merge();
        range.format.wrapText = true;
        range.format.fill.color = headerFill;
        range.format.horizontalAlignment =
          cell.role === 'label' && cell.rowSpan === 1
            ? Excel.HorizontalAlignment.left
            : Excel.HorizontalAlignment.center;
        if (cell.role === 'title') range.format.font.bold = true;
    }
  }
}

function validate(
  sheet: Excel.Worksheet,
  edition: Edition,
  layout: SheetLayout,
  language: Language,
  guideOf: GuideOf,
): void {
  for (const cell of layout.figures.values()) {
    const figure = findFigure(edition, cell.figure ?? '');
    if (figure === undefined) continue;
    const address = a1(cell.row, cell.column);
    const { rule, title, prompt, error } = cellValidation[figure.kind];
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
    const counts = guideOf(edition, figure.id)?.counts[language] ?? '';
    // Excel shows no more than 255 characters.
    const message = `${prompt[language]}${counts}`.slice(0, 255);
    validation.prompt = { showPrompt: true, title: title[language], message };
    validation.errorAlert = {
      showAlert: true,
      style: Excel.DataValidationAlertStyle.stop,
      title: title[language],
      message: error[language],
    };
  }
}

function printSetup(sheet: Excel.Worksheet, area: string): void {
  const page = sheet.pageLayout;
  page.orientation = Excel.PageOrientation.portrait;
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
  page.centerHorizontally = true;
  page.topMargin = margins.top;
  page.bottomMargin = margins.bottom;
  page.leftMargin = margins.left;
  page.rightMargin = margins.right;
  page.setPrintArea(area);
}

function fillTables(sheet: Excel.Worksheet, request: InsertRequest, language: Language, guideOf: GuideOf): void {
  const layout = sheetLayout(request.edition);
  const formulas = totalFormulas(request.edition, layout.figures);
  const area = a1Range(0, 0, layout.rowCount, layout.columnCount);
  sheet.getRange(area).formulas = contents(request, layout, formulas);
  style(sheet, layout);
  if (request.totals === 'formulas') {
    for (const id of formulas.keys()) {
      const cell = layout.figures.get(id);
      if (cell !== undefined) rangeOf(sheet, cell).format.fill.color = totalFill;
    }
  }
  validate(sheet, request.edition, layout, language, guideOf);
  addPaint(sheet, paintRules(request.edition, layout.figures));
  printSetup(sheet, area);
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
  column.format.columnWidth = textWidth;
  column.format.wrapText = true;
  column.format.verticalAlignment = Excel.VerticalAlignment.top;
  column.format.font.name = font;
  column.format.font.size = 11;
  rows.forEach(({ role }, row) => {
    if (role === 'paragraph') return;
    const { format } = sheet.getRange(a1(row, 0));
    format.font.name = titleFont;
    format.font.size = role === 'title' ? 14 : 12;
    if (role === 'title') format.horizontalAlignment = Excel.HorizontalAlignment.center;
  });
  const page = sheet.pageLayout;
  page.orientation = Excel.PageOrientation.portrait;
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
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
  guideOf: GuideOf,
): Promise<SheetState[]> {
  const { context } = tables;
  context.application.suspendApiCalculationUntilNextSync();
  fillTables(tables, request, language, guideOf);
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
  const names = sheetNames(request.year);
  const { guideOf } = await import('../report/editions/guidance');
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
      written(await fillSheets(sheets, request, language, guideOf));
      return { ok: true, sheet: names.tables };
    });
  } catch (error) {
    // Half a template would be worse than none. Where a sheet of the name came meanwhile, it is somebody else's.
    const left = await removeSheets(added, isTaken(error));
    return left.length > 0 ? { ok: false, reason: 'leftOver', detail: left.join('、') } : failedWrite(error);
  }
}
