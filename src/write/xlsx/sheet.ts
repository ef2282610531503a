/** One worksheet as SpreadsheetML (ECMA-376 part 1, 18.3). Positions are zero-based. */
import { a1, a1Range, type CellBlock } from '../../report/a1';
import type { Language } from '../../report/language';
import { pageMargins, type PageSetup } from '../../report/sheet/looks';
import type { CellValidation } from '../../report/sheet/validation';
import type { PaintRule, SheetValue } from '../../report/sheet/workbook';
import { element, xmlText, type Xml } from '../xml';
import { differentialFormat, spreadsheetNamespace, type CellStyle, type StyleBook } from './styles';

export interface SheetCellContent {
  readonly row: number;
  readonly column: number;
  readonly style: CellStyle;
  /** `null`: an empty cell that only has a style. */
  readonly value: SheetValue | null;
  /** What the formula of the cell gives, where it is known. */
  readonly result?: number | null;
}

/** A choice among words. */
export interface ListValidation {
  readonly items: readonly string[];
}

export interface Validated {
  readonly cells: readonly { readonly row: number; readonly column: number }[];
  readonly validation: CellValidation | ListValidation;
}

export interface Sheet {
  readonly name: string;
  readonly cells: readonly SheetCellContent[];
  /** Widths in characters of the workbook's normal font. */
  readonly columnWidths: readonly number[];
  /** Points. */
  readonly rowHeights: readonly number[];
  /** The heights are guesses after the text: the program sets them anew when a cell changes. */
  readonly heightsFollowText: boolean;
  readonly merges: readonly CellBlock[];
  readonly paint: readonly PaintRule[];
  readonly validations: readonly Validated[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly page: PageSetup;
  readonly printArea: CellBlock | null;
  /** `#RRGGBB` */
  readonly tabColour: string | null;
}

/**
 * Excel reads `_x0041_` in a string as an escaped character, so a literal one is escaped itself. A line break of Word is one
 * of Excel.
 */
const cellText = (text: string): Xml =>
  xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\v', '\n'));

/** Spaces that a reader of XML may drop unless it is told to keep them. */
const spaced = /^\s|\s$|\s\s|[^\S ]/;

const formulaXml = (formula: string): Xml => element('f', null, xmlText(formula.replace(/^=/, '')));

function cellXml({ row, column, style, value, result }: SheetCellContent, styles: StyleBook): Xml {
  const place = { r: a1(row, column), s: styles.place(style) };
  if (value === null || value === '') return element('c', place);
  if (typeof value === 'number') return element('c', place, element('v', null, xmlText(value)));
  if (typeof value === 'string') {
    const text = element('t', spaced.test(value) ? { 'xml:space': 'preserve' } : null, cellText(value));
    return element('c', { ...place, t: 'inlineStr' }, element('is', null, text));
  }
  return result === null || result === undefined
    ? element('c', { ...place, t: 'str' }, formulaXml(value.formula))
    : element('c', place, formulaXml(value.formula), element('v', null, xmlText(result)));
}

function rowsXml(sheet: Sheet, styles: StyleBook): Xml[] {
  const rows = new Map<number, SheetCellContent[]>();
  for (const cell of sheet.cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  const count = Math.max(sheet.rowHeights.length, ...[...rows.keys()].map((row) => row + 1));
  return Array.from({ length: count }, (_, index) => {
    const height = sheet.rowHeights[index];
    const cells = (rows.get(index) ?? []).sort((one, other) => one.column - other.column);
    return element(
      'row',
      { r: index + 1, ht: height, customHeight: height === undefined || sheet.heightsFollowText ? null : 1 },
      cells.map((cell) => cellXml(cell, styles)),
    );
  });
}

function validationXml({ cells, validation }: Validated, language: Language): Xml | null {
  const [first] = cells;
  if (first === undefined) return null;
  const shared = {
    allowBlank: 1,
    showInputMessage: 1,
    showErrorMessage: 1,
    sqref: cells.map(({ row, column }) => a1(row, column)).join(' '),
  };
  if ('items' in validation) {
    return element(
      'dataValidation',
      { type: 'list', ...shared },
      element('formula1', null, xmlText(`"${validation.items.join(',')}"`)),
    );
  }
  const { rule, title, error, prompt } = validation;
  const words = {
    errorTitle: title[language],
    error: error[language],
    promptTitle: title[language],
    prompt: prompt[language],
  };
  return rule.type === 'whole'
    ? element(
        'dataValidation',
        { type: 'whole', operator: 'between', ...shared, ...words },
        element('formula1', null, xmlText(rule.minimum)),
        element('formula2', null, xmlText(rule.maximum)),
      )
    : element(
        'dataValidation',
        { type: 'custom', ...shared, ...words },
        element(
          'formula1',
          null,
          xmlText(rule.formula.replace(/^=/, '').replaceAll('{cell}', a1(first.row, first.column))),
        ),
      );
}

const paintXml = (paint: PaintRule, priority: number): Xml =>
  element(
    'conditionalFormatting',
    { sqref: a1Range(paint.range.row, paint.range.column, paint.range.rowCount, paint.range.columnCount) },
    element(
      'cfRule',
      { type: 'expression', dxfId: differentialFormat(paint.style), priority },
      element('formula', null, xmlText(paint.formula.replace(/^=/, ''))),
    ),
  );

const inches = (points: number): number => Math.round((points / 72) * 100) / 100;
const margins = {
  left: inches(pageMargins.left),
  right: inches(pageMargins.right),
  top: inches(pageMargins.top),
  bottom: inches(pageMargins.bottom),
  header: 0.3,
  footer: 0.3,
};

/** The rows and columns that stay in sight; which part is scrolled follows from which of them there are. */
function paneXml({ frozenRows, frozenColumns }: Sheet): Xml | null {
  if (frozenRows + frozenColumns === 0) return null;
  const activePane = frozenColumns === 0 ? 'bottomLeft' : frozenRows === 0 ? 'topRight' : 'bottomRight';
  return element('pane', {
    xSplit: frozenColumns === 0 ? null : frozenColumns,
    ySplit: frozenRows === 0 ? null : frozenRows,
    topLeftCell: a1(frozenRows, frozenColumns),
    activePane,
    state: 'frozen',
  });
}

const pagesOf = ({ fit }: PageSetup): Readonly<Record<string, number>> =>
  'pagesDown' in fit ? { fitToWidth: 1, fitToHeight: fit.pagesDown } : { scale: fit.percent };

export function sheetXml(sheet: Sheet, styles: StyleBook, language: Language, selected: boolean): Xml {
  const validations = sheet.validations.flatMap((validated) => validationXml(validated, language) ?? []);
  return element(
    'worksheet',
    { xmlns: spreadsheetNamespace },
    element(
      'sheetPr',
      null,
      sheet.tabColour === null ? null : element('tabColor', { rgb: `FF${sheet.tabColour.slice(1)}` }),
      'pagesDown' in sheet.page.fit ? element('pageSetUpPr', { fitToPage: 1 }) : null,
    ),
    element(
      'sheetViews',
      null,
      element('sheetView', { showGridLines: 0, tabSelected: selected ? 1 : null, workbookViewId: 0 }, paneXml(sheet)),
    ),
    element('sheetFormatPr', { defaultRowHeight: 15 }),
    element(
      'cols',
      null,
      sheet.columnWidths.map((width, index) =>
        element('col', { min: index + 1, max: index + 1, width, customWidth: 1 }),
      ),
    ),
    element('sheetData', null, rowsXml(sheet, styles)),
    sheet.merges.length === 0
      ? null
      : element(
          'mergeCells',
          { count: sheet.merges.length },
          sheet.merges.map(({ row, column, rowCount, columnCount }) =>
            element('mergeCell', { ref: a1Range(row, column, rowCount, columnCount) }),
          ),
        ),
    sheet.paint.map((paint, index) => paintXml(paint, index + 1)),
    validations.length === 0 ? null : element('dataValidations', { count: validations.length }, validations),
    element('printOptions', { horizontalCentered: 1 }),
    element('pageMargins', margins),
    element('pageSetup', {
      paperSize: 9,
      orientation: sheet.page.landscape ? 'landscape' : 'portrait',
      ...pagesOf(sheet.page),
    }),
  );
}
