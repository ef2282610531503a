/** The sheets that Gouji makes, put into a book: the tables of a report, its text, and sheets of texts and formulas. */
import { block } from '../book/address';
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import type { Content } from '../book/value';
import type { InsertRequest } from '../host/host';
import { a1 } from '../report/a1';
import { findFigure } from '../report/figures';
import type { Language } from '../report/language';
import { amountUnitWords, reportTitle, sheetLayout, sheetNames, textSheetTitle, type SheetCell } from '../report/sheet';
import { textSheetRows } from '../report/textSheet';
import { cellValidation } from '../report/validation';
import { paintColours, type PaintRule, type SheetContent } from '../report/workbook';
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

function contentOf(cell: SheetCell, request: InsertRequest, formula: string | undefined): Content {
  const id = cell.figure ?? '';
  switch (cell.role) {
    case 'reportTitle':
      return reportTitle(request.unit, request.year);
    case 'unit':
      return amountUnitWords[request.report?.units[id] ?? 'tenThousandYuan'];
    case 'figure':
      return formula === undefined ? (request.report?.figures[id] ?? null) : { formula };
    default:
      return cell.text;
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
  const { rule, title, prompt, error } = cellValidation[figure.kind];
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
  const names = sheetNames(request.year);
  const layout = sheetLayout(request.edition);
  const formulas =
    request.totals === 'formulas' ? totalFormulas(request.edition, layout.figures) : new Map<string, string>();
  const tables = book.addSheet(names.tables);
  for (const cell of layout.cells) {
    const formula = cell.role === 'figure' ? formulas.get(cell.figure ?? '') : undefined;
    const content = contentOf(cell, request, formula);
    if (content !== null) book.writeContents(tables.id, block(cell.row, cell.column), () => content, false);
    if (cell.role === 'figure' || cell.role === 'unit') validate(book, tables, cell, request, language);
  }
  paint(book, tables, paintRules(request.edition, layout.figures));
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
