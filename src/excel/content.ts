/** Sheets of texts and formulas beside the report: 校验结果, 校验说明, lists of findings. */
import { a1, a1Range } from '../report/a1';
import { noteRows, isNoteOf, notesHeader, notesIn, notesSheetName, notesWidths } from '../report/notes';
import { findEdition } from '../report/figures';
import type { Report } from '../report/report';
import { sheetLook, type SheetContent, type SheetValue } from '../report/workbook';
import type { WriteResult } from '../host/host';
import { addPaint } from './formats';
import { requestSheet, stateOf } from './sheets';
import { failedWrite } from './trouble';

const { font, headerFill } = sheetLook;
/** Points that a character of the standard font takes. */
const characterWidth = 5.6;

/** Text that Excel must not take for a formula, a number or a date. */
const asWritten = (value: SheetValue): string | number =>
  typeof value === 'number' ? value : typeof value === 'string' ? (value === '' ? '' : `'${value}`) : value.formula;

function fill(sheet: Excel.Worksheet, content: SheetContent): void {
  const columnCount = content.widths.length;
  const range = sheet.getRange(a1Range(0, 0, content.rows.length, columnCount));
  range.formulas = content.rows.map((row) =>
    Array.from({ length: columnCount }, (_, column) => asWritten(row[column] ?? '')),
  );
  range.format.font.name = font;
  range.format.font.size = 10;
  range.format.wrapText = true;
  range.format.verticalAlignment = Excel.VerticalAlignment.top;
  content.widths.forEach((width, column) => {
    sheet.getRange(a1(0, column)).format.columnWidth = width * characterWidth;
  });
  if (content.headerRows > 0) {
    const header = sheet.getRange(a1Range(0, 0, content.headerRows, columnCount));
    header.format.font.bold = true;
    header.format.fill.color = headerFill;
    sheet.freezePanes.freezeRows(content.headerRows);
  }
  addPaint(sheet, content.paint);
  const page = sheet.pageLayout;
  page.orientation = Excel.PageOrientation.landscape;
  page.paperSize = Excel.PaperType.a4;
  page.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
}

/** The values of a sheet by its name, from A1; `null` where there is none. */
export const readContent = (name: string): Promise<unknown[][] | null> =>
  Excel.run({ delayForCellEdit: true }, async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.load('name');
    await context.sync();
    if (sheet.isNullObject) return null;
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('values,rowIndex,columnIndex');
    await context.sync();
    if (used.isNullObject) return [];
    const left = Array.from({ length: used.columnIndex }, (): unknown => '');
    const above = Array.from({ length: used.rowIndex }, (): unknown[] => []);
    return [...above, ...used.values.map((row: unknown[]) => [...left, ...row])];
  });

/** Writes a sheet, anew where one of its name stands there with the same first cell; refuses where that is another's. */
export async function writeContent(content: SheetContent, activate: boolean): Promise<WriteResult> {
  try {
    return await Excel.run({ delayForCellEdit: true }, async (context) => {
      const { worksheets, protection } = context.workbook;
      const existing = worksheets.getItemOrNullObject(content.name);
      existing.load('name');
      protection.load('protected');
      await context.sync();
      if (!existing.isNullObject) {
        const corner = existing.getRange('A1');
        corner.load('values');
        await context.sync();
        const [first] = content.rows[0] ?? [];
        if (corner.values[0]?.[0] !== first) return { ok: false, reason: 'sheetExists', detail: content.name };
        const whole = existing.getRange();
        whole.clear();
        whole.conditionalFormats.clearAll();
      } else if (protection.protected) {
        return { ok: false, reason: 'protected', detail: '' };
      }
      const sheet = existing.isNullObject ? worksheets.add(content.name) : existing;
      fill(sheet, content);
      if (activate) sheet.activate();
      await context.sync();
      return { ok: true, sheet: content.name };
    });
  } catch (error) {
    return failedWrite(error);
  }
}

/**
 * Writes the rows of a report on 校验说明 anew; the rows of other reports stay as they are.
 * @param was the name of its unit until now
 */
export async function writeNotes(report: Report, was = report.unit.name): Promise<WriteResult> {
  const edition = findEdition(report.edition);
  if (edition === undefined) return { ok: false, reason: 'noReport', detail: '' };
  try {
    const others = await otherNotes(report, was);
    const rows = [...others, ...noteRows(edition, report)];
    return await writeContent(
      {
        name: notesSheetName,
        widths: notesWidths,
        headerRows: 1,
        rows: [notesHeader, ...rows],
        paint: [],
      },
      false,
    );
  } catch (error) {
    return failedWrite(error);
  }
}

async function otherNotes({ unit, year }: Report, was: string | null): Promise<string[][]> {
  const context = new Excel.RequestContext();
  const existing = context.workbook.worksheets.getItemOrNullObject(notesSheetName);
  existing.load('name');
  await context.sync();
  if (existing.isNullObject) return [];
  const pending = requestSheet(existing);
  await context.sync();
  return notesIn(stateOf(pending).grid.values).filter(
    (row) => !isNoteOf(row, unit.name, year) && !isNoteOf(row, was, year),
  );
}
