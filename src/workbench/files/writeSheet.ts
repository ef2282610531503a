/** One sheet of the book as a worksheet of a workbook file. Source: ECMA-376 part 1, 18.3.1. */
import { a1 } from '../../report/a1';
import { blockAddress, type Block } from '../../book/address';
import type { Calculation } from '../../book/formulas/calculation';
import { rebase } from '../../book/formulas/formula';
import type {
  ComparisonRule,
  ConditionalFormat,
  Line,
  PageLayout,
  Row,
  Sheet,
  Validation,
  ValidationRule,
} from '../../book/sheet';
import { CellError, formulaOf, type CellValue } from '../../book/formulas/value';
import { anchorOf, comparisonKinds, operatorNames, paperNumbers, pointsInInch } from './parts';
import { digitPoints, spreadsheetNamespace, type StyleBook } from './writeStyles';
import { tag, textXml } from './xml';

/** `_x0041_` in a text would be read as the character that it names. */
const escaped = (text: string): string => text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

/** Spaces that a reader may drop unless it is told to keep them. */
const spaced = /^\s|\s$|\s\s|[^\S ]/;

const formulaXml = (formula: string): string => tag('f', {}, textXml(formula.replace(/^=/, '')));

/** Type and value of a result; a text has its own type where it is a formula's. */
function resultXml(value: CellValue): { readonly type: string | null; readonly xml: string } {
  if (value === null) return { type: null, xml: '' };
  if (value instanceof CellError) return { type: 'e', xml: tag('v', {}, value.code) };
  if (typeof value === 'boolean') return { type: 'b', xml: tag('v', {}, value ? '1' : '0') };
  if (typeof value === 'number') return { type: null, xml: tag('v', {}, String(value)) };
  return { type: 'str', xml: tag('v', {}, textXml(escaped(value))) };
}

/** What the file says that a formula gave. One that the book cannot work out gives nothing: the program will. */
const shownResult = (value: CellValue): CellValue =>
  value instanceof CellError && value.code === '#NAME?' ? null : value;

function rowXml(sheet: Sheet, row: number, line: Row, styles: StyleBook, calculation: Calculation): string {
  const { size = null, hidden = false } = sheet.rows.get(row) ?? {};
  const cells = [...line]
    .sort(([one], [other]) => one - other)
    .map(([column, cell]) => {
      const place = { r: a1(row, column), s: styles.cell(cell) };
      const formula = formulaOf(cell.content);
      if (formula === null && typeof cell.content === 'string') {
        const text = tag(
          't',
          { 'xml:space': spaced.test(cell.content) ? 'preserve' : null },
          textXml(escaped(cell.content)),
        );
        return tag('c', { ...place, t: 'inlineStr' }, tag('is', {}, text));
      }
      const { type, xml } = resultXml(
        formula === null ? calculation.value(sheet, row, column) : shownResult(calculation.value(sheet, row, column)),
      );
      return tag('c', { ...place, t: type }, (formula === null ? '' : formulaXml(formula)) + xml);
    });
  return tag('row', { r: row + 1, ht: size, customHeight: size !== null, hidden }, cells);
}

function rowsXml(sheet: Sheet, styles: StyleBook, calculation: Calculation): string[] {
  const rows = [...new Set([...sheet.cells.keys(), ...sheet.rows.keys()])].sort((one, other) => one - other);
  return rows.map((row) => rowXml(sheet, row, sheet.cells.get(row) ?? new Map(), styles, calculation));
}

function columnsXml(columns: ReadonlyMap<number, Line>): string {
  const sorted = [...columns].sort(([one], [other]) => one - other);
  const runs: { first: number; last: number; readonly line: Line }[] = [];
  for (const [column, line] of sorted) {
    const run = runs.at(-1);
    if (run?.last === column - 1 && run.line.size === line.size && run.line.hidden === line.hidden) run.last = column;
    else runs.push({ first: column, last: column, line });
  }
  return runs.length === 0
    ? ''
    : tag(
        'cols',
        {},
        runs.map(({ first, last, line: { size, hidden } }) =>
          tag('col', {
            min: first + 1,
            max: last + 1,
            width: size === null ? null : size / digitPoints,
            customWidth: size !== null,
            hidden,
          }),
        ),
      );
}

interface Placed {
  readonly ranges: readonly Block[];
  readonly anchor: { readonly row: number; readonly column: number };
}

/**
 * Readers differ on whether formulas on several ranges are written for the first range or for the whole. Where it matters
 * every range stands for itself.
 */
function unambiguous(placed: Placed, formulas: readonly string[]): readonly (readonly Block[])[] {
  const { row, column } = anchorOf(placed.ranges);
  const [first] = placed.ranges;
  if (first === undefined) return [];
  const down = first.row - row;
  const right = first.column - column;
  const same = formulas.every((formula) => rebase(formula, down, right, true) === formula);
  return same ? [placed.ranges] : placed.ranges.map((range) => [range]);
}

const moved = (formula: string, from: Placed['anchor'], ranges: readonly Block[]): string => {
  const to = anchorOf(ranges);
  return rebase(formula, to.row - from.row, to.column - from.column, true);
};

const areas = (ranges: readonly Block[]): string => ranges.map(blockAddress).join(' ');

function paintsXml(formats: readonly ConditionalFormat[], styles: StyleBook): string[] {
  let priority = 0;
  return formats.flatMap((format) =>
    // One that was just added has no rule yet.
    format.formula === ''
      ? []
      : unambiguous(format, [format.formula]).map((ranges) =>
          tag(
            'conditionalFormatting',
            { sqref: areas(ranges) },
            tag(
              'cfRule',
              {
                type: 'expression',
                dxfId: styles.paint(format),
                priority: (priority += 1),
                stopIfTrue: format.stopIfTrue,
              },
              tag('formula', {}, textXml(moved(format.formula, format.anchor, ranges).replace(/^=/, ''))),
            ),
          ),
        ),
  );
}

/** The two formulas of a rule as they stand in a file, and what kind it is. */
interface WrittenRule {
  readonly type: string;
  readonly operator: string | null;
  readonly hideArrow: boolean;
  readonly formulas: readonly string[];
}

const written = (operand: string | number | undefined): string => (operand === undefined ? '' : String(operand));

const comparison = (type: string, rule: ComparisonRule): WrittenRule => ({
  type,
  operator: operatorNames[rule.operator],
  hideArrow: false,
  formulas: [written(rule.formula1), written(rule.formula2)],
});

function writtenRule(rule: ValidationRule): WrittenRule {
  for (const [type, key] of Object.entries(comparisonKinds)) {
    const found = rule[key];
    if (found !== undefined) return comparison(type, found);
  }
  if (rule.list !== undefined) {
    const { source, inCellDropDown } = rule.list;
    const list = source.startsWith('=') ? source : `"${source.replaceAll('"', '""')}"`;
    return { type: 'list', operator: null, hideArrow: !inCellDropDown, formulas: [list] };
  }
  if (rule.custom !== undefined)
    return { type: 'custom', operator: null, hideArrow: false, formulas: [rule.custom.formula] };
  return { type: 'none', operator: null, hideArrow: false, formulas: [] };
}

const textAttribute = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : escaped(text);

function validationXml(validation: Validation): string[] {
  const { prompt, errorAlert, anchor } = validation;
  const { type, operator, hideArrow, formulas } = writtenRule(validation.rule);
  const relative = formulas.filter((formula) => formula.startsWith('='));
  return unambiguous(validation, relative).map((ranges) =>
    tag(
      'dataValidation',
      {
        type: type === 'none' ? null : type,
        errorStyle: errorAlert === null || errorAlert.style === 'Stop' ? null : errorAlert.style.toLowerCase(),
        operator: operator === 'between' ? null : operator,
        allowBlank: validation.ignoreBlanks,
        showDropDown: hideArrow,
        showInputMessage: prompt?.showPrompt ?? false,
        showErrorMessage: errorAlert?.showAlert ?? false,
        errorTitle: textAttribute(errorAlert?.title),
        error: textAttribute(errorAlert?.message),
        promptTitle: textAttribute(prompt?.title),
        prompt: textAttribute(prompt?.message),
        sqref: areas(ranges),
      },
      formulas.flatMap((formula, index) =>
        formula === ''
          ? []
          : tag(
              `formula${index + 1}`,
              {},
              textXml(formula.startsWith('=') ? moved(formula, anchor, ranges).replace(/^=/, '') : formula),
            ),
      ),
    ),
  );
}

function viewXml({ frozen, showGridlines }: Sheet, active: boolean): string {
  const { rows, columns } = frozen;
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  return tag(
    'sheetViews',
    {},
    tag(
      'sheetView',
      { showGridLines: showGridlines ? null : 0, tabSelected: active, workbookViewId: 0 },
      rows === 0 && columns === 0
        ? ''
        : tag('pane', {
            xSplit: columns === 0 ? null : columns,
            ySplit: rows === 0 ? null : rows,
            topLeftCell: a1(rows, columns),
            activePane: pane,
            state: 'frozen',
          }),
    ),
  );
}

const fits = ({ zoom }: PageLayout): boolean => zoom.scale === undefined;

function pageXml(page: PageLayout): string[] {
  const inches = (points: number): number => points / pointsInInch;
  return [
    tag('printOptions', {
      horizontalCentered: page.centerHorizontally,
      verticalCentered: page.centerVertically,
      gridLines: page.printGridlines,
    }),
    tag('pageMargins', {
      left: inches(page.leftMargin),
      right: inches(page.rightMargin),
      top: inches(page.topMargin),
      bottom: inches(page.bottomMargin),
      header: inches(page.headerMargin),
      footer: inches(page.footerMargin),
    }),
    tag('pageSetup', {
      paperSize: page.paperSize === null ? null : (paperNumbers[page.paperSize] ?? null),
      scale: page.zoom.scale === undefined || page.zoom.scale === 100 ? null : page.zoom.scale,
      fitToWidth: fits(page) ? (page.zoom.horizontalFitToPages ?? 0) : null,
      fitToHeight: fits(page) ? (page.zoom.verticalFitToPages ?? 0) : null,
      orientation: page.orientation.toLowerCase(),
      blackAndWhite: page.blackAndWhite,
    }),
  ];
}

/** `active`: the sheet that is seen when the file is opened. */
export function sheetXml(sheet: Sheet, styles: StyleBook, calculation: Calculation, active: boolean): string {
  const validations = sheet.validations.flatMap(validationXml);
  return tag('worksheet', { xmlns: spreadsheetNamespace }, [
    tag('sheetPr', {}, [
      sheet.tabColor === '' ? '' : tag('tabColor', { rgb: `FF${sheet.tabColor.slice(1).toUpperCase()}` }),
      fits(sheet.page) ? tag('pageSetUpPr', { fitToPage: true }) : '',
    ]),
    viewXml(sheet, active),
    tag('sheetFormatPr', { defaultRowHeight: 15 }),
    columnsXml(sheet.columns),
    tag('sheetData', {}, rowsXml(sheet, styles, calculation)),
    sheet.protected ? tag('sheetProtection', { sheet: true, objects: true, scenarios: true }) : '',
    sheet.merges.length === 0
      ? ''
      : tag(
          'mergeCells',
          { count: sheet.merges.length },
          sheet.merges.map((area) => tag('mergeCell', { ref: blockAddress(area) })),
        ),
    ...paintsXml(sheet.conditionalFormats, styles),
    validations.length === 0 ? '' : tag('dataValidations', { count: validations.length }, validations),
    ...pageXml(sheet.page),
  ]);
}
