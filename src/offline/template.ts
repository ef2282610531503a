/** The sheets that Gouji makes, put into a book: the tables of a report, its text, and sheets of texts and formulas. */
import { block } from '../book/address';
import type { Book } from '../book/book';
import { cellAt, usedRange, type Sheet } from '../book/sheet';
import { formulaOf } from '../book/formulas/value';
import type { InsertRequest } from '../host/host';
import { carriedPaint } from '../host/nextYear';
import { a1, type CellPosition } from '../report/a1';
import { findFigure } from '../report/figures';
import type { Language } from '../report/language';
import { amountUnitWords, sheetLayout, sheetNames, textSheetTitle, type SheetCell } from '../report/sheet/sheet';
import { textSheetRows } from '../report/sheet/textSheet';
import { figureValidation } from '../report/editions/guidance';
import {
  paintColours,
  tableCellValue,
  type PaintRule,
  type SheetContent,
  type SheetValue,
} from '../report/sheet/workbook';
import { paintRules, totalFormulas } from '../rules/sums/formula';

/** Points that a character takes. */
const characterWidth = 5.6;

/** Takes the sheet's formats away and puts on these, the first the highest. */
export function paint(book: Book, sheet: Sheet, rules: readonly PaintRule[]): void {
  book.changeConditionalFormats(sheet.id, () => []);
  for (const rule of [...rules].reverse()) {
    const { row, column } = rule.range;
    book.addConditionalFormat(sheet.id, {
      ranges: [rule.range],
      anchor: { row, column },
      formula: rule.formula,
      fill: paintColours[rule.style].fill,
      fontColor: paintColours[rule.style].font,
      bold: null,
      stopIfTrue: false,
    });
  }
}

function validate(book: Book, sheet: Sheet, cell: SheetCell, request: InsertRequest, language: Language): void {
  const place = block(cell.row, cell.column, 1, cell.columnSpan);
  if (cell.role === 'unit') {
    const source = Object.values(amountUnitWords).join(',');
    const errorAlert = { showAlert: true, style: 'Stop', title: '', message: source.replaceAll(',', '、') } as const;
    const rule = { list: { inCellDropDown: true, source } };
    book.setValidation(sheet.id, place, { rule, prompt: null, errorAlert, ignoreBlanks: true });
    return;
  }
  const figure = findFigure(request.edition, cell.figure ?? '');
  if (figure === undefined) return;
  const { rule, title, prompt, error } = figureValidation(request.edition, figure);
  book.setValidation(sheet.id, place, {
    rule:
      rule.type === 'whole'
        ? { wholeNumber: { operator: 'Between', formula1: rule.minimum, formula2: rule.maximum } }
        : { custom: { formula: rule.formula.replaceAll('{cell}', a1(cell.row, cell.column)) } },
    prompt: { showPrompt: true, title: title[language], message: prompt[language] },
    errorAlert: { showAlert: true, style: 'Stop', title: title[language], message: error[language] },
    ignoreBlanks: true,
  });
}

/** Adds the two sheets of a report. The caller has seen to it that their names are free. */
export function addReport(book: Book, request: InsertRequest, language: Language): void {
  const names = sheetNames(request.year, request.number);
  const layout = sheetLayout(request.edition);
  const totals =
    request.totals === 'formulas' ? totalFormulas(request.edition, layout.figures) : new Map<string, string>();
  const tables = book.addSheet(names.tables);
  for (const cell of layout.cells) {
    const content = tableCellValue(cell, { ...request, totals });
    if (content !== null) book.writeContents(tables.id, block(cell.row, cell.column), () => content, false);
    if (cell.role === 'figure' || cell.role === 'unit') validate(book, tables, cell, request, language);
  }
  paint(book, tables, [
    ...paintRules(request.edition, layout.figures),
    ...carriedPaint(layout.figures, request.carried ?? new Map()),
  ]);
  const text = book.addSheet(names.text);
  const rows = textSheetRows(
    request.edition,
    textSheetTitle(request.unit, request.year),
    request.report?.narrative ?? null,
  );
  writeColumn(
    book,
    text,
    rows.map((row) => row.text),
  );
  book.activate(tables.id);
}

/** Writes the first column of a sheet anew, as text whatever it looks like. */
export function writeColumn(book: Book, sheet: Sheet, texts: readonly string[]): void {
  book.clear(sheet.id, block(0, 0, 1000, 1));
  book.writeContents(
    sheet.id,
    block(0, 0, Math.max(1, texts.length)),
    (row) => (texts[row] === '' ? null : (texts[row] ?? null)),
    false,
  );
}

/** Puts texts into cells as they are, whatever they look like. */
export function putTexts(book: Book, sheet: Sheet, texts: readonly (readonly [CellPosition, string])[]): void {
  for (const [{ row, column }, text] of texts) {
    // A blank is put in by emptying the cell: writing nothing would leave what stands there.
    if (text === '') book.clear(sheet.id, block(row, column));
    else book.writeContents(sheet.id, block(row, column), () => text, false);
  }
}

/** Fills an empty sheet. */
export function fillContent(book: Book, sheet: Sheet, { rows, widths, headerRows, paint: rules }: SheetContent): void {
  rows.forEach((row, at) =>
    row.forEach((value, column) => {
      if (value !== '') book.writeContents(sheet.id, block(at, column), () => value, false);
    }),
  );
  widths.forEach((width, column) => book.lines(sheet.id, 'columns', column, 1, { size: width * characterWidth }));
  if (headerRows > 0) book.style(sheet.id, block(0, 0, headerRows, Math.max(1, widths.length)), { bold: true });
  paint(book, sheet, rules);
}

const styleOf = (fill: string | null): PaintRule['style'] | null =>
  (Object.keys(paintColours) as PaintRule['style'][]).find((style) => paintColours[style].fill === fill) ?? null;

/** A sheet that was filled so, as it stands now. */
export function contentOfSheet(book: Book, sheet: Sheet): SheetContent {
  const used = usedRange(sheet, true) ?? block(0, 0);
  const [height, width] = [used.row + used.rowCount, used.column + used.columnCount];
  const values = book.values(sheet, block(0, 0, height, width));
  const rows = values.map((line, row) =>
    line.map((value, column): SheetValue => {
      const formula = formulaOf(cellAt(sheet, row, column).content);
      return formula === null ? (typeof value === 'boolean' ? String(value) : value) : { formula };
    }),
  );
  const head = values.findIndex((_, row) => !cellAt(sheet, row, 0).style.bold);
  return {
    name: sheet.name,
    widths: Array.from({ length: width }, (_, column) => {
      const size = sheet.columns.get(column)?.size;
      return size === undefined || size === null ? 10 : size / characterWidth;
    }),
    headerRows: head === -1 ? height : head,
    rows,
    paint: sheet.conditionalFormats.flatMap(({ ranges, formula, fill }) => {
      const style = styleOf(fill);
      return style === null ? [] : ranges.map((range) => ({ rule: '', range, formula, style }));
    }),
  };
}
