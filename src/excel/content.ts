/** Sheets of texts and formulas beside the report: 校验结果, 校验说明, lists of findings. */
import { a1Range, columnLetters } from '../report/a1';
import { characterWidth, contentPageLook, contentRowLook, repeatedRows } from '../report/sheet/looks';
import { notesAnew, notesSheetName, notesWithout, type NoteRow } from '../report/sheet/notes';
import { findEdition } from '../report/figures';
import type { Report } from '../report/report';
import { isOthers, stretches, type SheetContent, type SheetValue } from '../report/sheet/workbook';
import type { WriteResult } from '../host/host';
import { addPaint } from './formats';
import { applyLook, applyPage, outline } from './looks';
import { failedWrite, inBatch } from './trouble';

/** Text that Excel must not take for a formula, a number or a date. */
const asWritten = (value: SheetValue): string | number =>
  typeof value === 'number' ? value : typeof value === 'string' ? (value === '' ? '' : `'${value}`) : value.formula;

/**
 * Cells written by one request: far below what Excel takes at once, and few enough that the pane answers while it makes
 * the next.
 */
const cellsTogether = 5_000;

const rowsTogether = ({ widths }: SheetContent): number => Math.max(1, Math.floor(cellsTogether / widths.length));

function writeRows(sheet: Excel.Worksheet, content: SheetContent, first: number, end: number): void {
  const { length: columnCount } = content.widths;
  for (const [from, to] of stretches(content, first, end)) {
    sheet.getRange(a1Range(from, 0, to - from, columnCount)).formulas = content.rows
      .slice(from, to)
      .map((row) => Array.from({ length: columnCount }, (_, column) => asWritten(row[column] ?? '')));
  }
}

/** Neighbours of one width are set together. */
function setWidths(sheet: Excel.Worksheet, widths: readonly number[]): void {
  for (let from = 0; from < widths.length;) {
    const width = widths[from] as number;
    let to = from + 1;
    while (widths[to] === width) to += 1;
    sheet.getRange(a1Range(0, from, 1, to - from)).format.columnWidth = width * characterWidth;
    from = to;
  }
}

/** The look of the sheet, and as many rows as one request takes. */
function begin(sheet: Excel.Worksheet, content: SheetContent): void {
  const columnCount = content.widths.length;
  writeRows(sheet, content, 0, Math.min(content.rows.length, rowsTogether(content)));
  setWidths(sheet, content.widths);
  const { headerRows, headerColumns = 0, rows } = content;
  const body = contentRowLook(headerRows, headerRows);
  for (const [from, to] of stretches(content, 0, rows.length))
    applyLook(sheet.getRange(a1Range(from, 0, to - from, columnCount)), body);
  for (let row = 0; row < headerRows; row += 1)
    applyLook(sheet.getRange(a1Range(row, 0, 1, columnCount)), contentRowLook(row, headerRows), body);
  for (const [from, to] of stretches(content, Math.max(0, headerRows - 1), rows.length))
    outline(sheet.getRange(a1Range(from, 0, to - from, columnCount)));
  if (headerColumns > 0) sheet.freezePanes.freezeAt(a1Range(0, 0, headerRows, headerColumns));
  else if (headerRows > 0) sheet.freezePanes.freezeRows(headerRows);
  addPaint(sheet, content.paint);
  applyPage(sheet, contentPageLook(content));
  if (headerRows > 0) sheet.pageLayout.setPrintTitleRows(repeatedRows(headerRows, headerColumns).join(':'));
  if (headerColumns > 0) sheet.pageLayout.setPrintTitleColumns(`A:${columnLetters(headerColumns - 1)}`);
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

/**
 * The rows after those of the first request. What cannot be written whole is taken away: half of a sheet is none. A sheet that
 * holds what a person wrote stays.
 */
async function writeRest(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  content: SheetContent,
  activate: boolean,
): Promise<void> {
  const { length } = content.rows;
  const step = rowsTogether(content);
  const writeFrom = async (from: number): Promise<void> => {
    if (from >= length) return;
    const to = Math.min(length, from + step);
    writeRows(sheet, content, from, to);
    if (activate && to === length) sheet.activate();
    await context.sync();
    await writeFrom(to);
  };
  try {
    await writeFrom(step);
  } catch (error) {
    if (content.around !== undefined) throw error;
    sheet.delete();
    await context.sync().catch(() => undefined);
    throw error;
  }
}

/** Takes off what Gouji wrote on a sheet: all of it, or, around what a person wrote, no more than its own cells. */
function clearContent(sheet: Excel.Worksheet, content: SheetContent, rowsUsed: number): void {
  if (content.around === undefined) {
    const whole = sheet.getRange();
    whole.clear();
    whole.conditionalFormats.clearAll();
    return;
  }
  for (const [from, to] of stretches(content, 0, Math.max(rowsUsed, content.rows.length)))
    sheet.getRange(a1Range(from, 0, to - from, content.widths.length)).clear();
}

/** Writes a sheet, anew where one of its name stands there that was written so; refuses where it holds another’s. */
export async function writeContent(content: SheetContent, activate: boolean): Promise<WriteResult> {
  return inBatch(async (context) => {
    const { worksheets, protection } = context.workbook;
    const existing = worksheets.getItemOrNullObject(content.name);
    existing.load('name');
    protection.load('protected');
    await context.sync();
    if (!existing.isNullObject) {
      const first = existing.getRange(a1Range(0, 0, 1, content.widths.length));
      first.load('values');
      const filled = existing.getUsedRangeOrNullObject(true);
      filled.load('columnIndex,columnCount');
      const used = existing.getUsedRangeOrNullObject(false);
      used.load('rowIndex,rowCount');
      await context.sync();
      const columns = filled.isNullObject ? 0 : filled.columnIndex + filled.columnCount;
      if (isOthers(first.values[0] ?? [], columns, content))
        return { ok: false, reason: 'sheetExists', detail: content.name };
      clearContent(existing, content, used.isNullObject ? 0 : used.rowIndex + used.rowCount);
    } else if (protection.protected) {
      return { ok: false, reason: 'protected', detail: '' };
    }
    const sheet = existing.isNullObject ? worksheets.add(content.name) : existing;
    begin(sheet, content);
    if (activate && content.rows.length <= rowsTogether(content)) sheet.activate();
    await context.sync();
    await writeRest(context, sheet, content, activate);
    return { ok: true, sheet: content.name };
  });
}

/**
 * Writes the rows of a report on 校验说明 anew; nothing else that stands there is lost.
 * @param was the name of its unit until now
 */
export async function writeNotes(report: Report, was = report.unit.name): Promise<WriteResult> {
  const edition = findEdition(report.edition);
  if (edition === undefined) return { ok: false, reason: 'noReport', detail: '' };
  try {
    const there = (await readContent(notesSheetName)) ?? [];
    return await writeContent(notesAnew(edition, report, was, there), false);
  } catch (error) {
    return failedWrite(error);
  }
}

/**
 * Takes rows off 校验说明 that still stand there as they were written, and the sheet itself where it then holds none.
 * Returns how many of them are no longer there like that.
 */
export async function removeNotes(written: readonly NoteRow[]): Promise<number> {
  const there = await readContent(notesSheetName);
  if (there === null) return written.length;
  const { missing, content } = notesWithout(written, there);
  if (missing === written.length) return missing;
  if (content === null) {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getItemOrNullObject(notesSheetName).delete();
      await context.sync();
    });
    return missing;
  }
  const result = await writeContent(content, false);
  return result.ok ? missing : written.length;
}
