/** One worksheet of a workbook file as a sheet of the book. Source: ECMA-376 part 1, 18.3.1. */
import { a1 } from '../../report/a1';
import { maxColumns, parseAddress, type Block } from '../../book/address';
import { rebase } from '../../book/formulas/formula';
import {
  defaultColumnWidth,
  defaultPageLayout,
  defaultStyle,
  emptySheet,
  type Cell,
  type ConditionalFormat,
  type Line,
  type PageLayout,
  type Row,
  type Sheet,
  type Validation,
  type ValidationRule,
  type Visibility,
} from '../../book/sheet';
import { errorOf, type Content } from '../../book/formulas/value';
import { colourOf, type Theme } from './colours';
import type { Losses } from './losses';
import { anchorOf, comparisonKinds, isOperator, operatorNames, paperNumbers, pointsInInch } from './parts';
import type { Styles } from './readStyles';
import { childOf, childrenOf, flag, numberIn, type Element } from './xml';

/** What all sheets of a file share. */
export interface FileContext {
  readonly strings: readonly SharedText[];
  readonly styles: Styles;
  readonly theme: Theme;
  readonly losses: Losses;
  readonly newFormatId: () => string;
}

export interface SharedText {
  readonly text: string;
  /** Parts of it have looks of their own. */
  readonly rich: boolean;
}

const unescaped = (text: string): string =>
  text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** The text of a string item: plain, or runs. Phonetic guides are no text. */
export function textOf(item: Element | null): SharedText {
  const runs = childrenOf(item, 'r');
  const plain = childOf(item, 't')?.text ?? '';
  const joined = runs.map((run) => childOf(run, 't')?.text ?? '').join('');
  return {
    text: unescaped(plain + joined),
    rich: runs.some((run) => childOf(run, 'rPr') !== null) && runs.length > 1,
  };
}

const areasOf = (list: string | undefined): Block[] =>
  (list ?? '').split(/\s+/).flatMap((address) => parseAddress(address) ?? []);

interface SharedFormula {
  readonly formula: string;
  readonly row: number;
  readonly column: number;
}

class CellReader {
  private readonly shared = new Map<string, SharedFormula>();

  constructor(
    private readonly context: FileContext,
    private readonly sheet: string,
  ) {}

  read(cell: Element, row: number, column: number): Cell | null {
    const { styles, losses } = this.context;
    const look = styles.cells[numberIn(cell, 's') ?? 0];
    const content = this.content(cell, row, column);
    if (look?.more === true) losses.add('looks', this.sheet);
    const style = look?.style ?? defaultStyle;
    const format = look?.format ?? 'General';
    if (content === null && format === 'General' && style === defaultStyle) return null;
    return { content, format, style };
  }

  private content(cell: Element, row: number, column: number): Content {
    const formula = this.formula(childOf(cell, 'f'), row, column);
    if (formula !== null) return { formula };
    const { strings, losses } = this.context;
    const type = cell.attributes['t'] ?? 'n';
    const value = childOf(cell, 'v')?.text ?? '';
    const text = type === 'inlineStr' ? textOf(childOf(cell, 'is')) : type === 's' ? strings[Number(value)] : undefined;
    if (text !== undefined) {
      if (text.rich) losses.add('richText', this.sheet);
      return text.text;
    }
    if (type === 'str') return unescaped(value);
    if (value === '') return null;
    if (type === 'b') return value === '1' || value === 'true';
    if (type === 'e') return errorOf(value) ?? value;
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }

  private formula(element: Element | null, row: number, column: number): string | null {
    if (element === null) return null;
    const type = element.attributes['t'] ?? 'normal';
    if (type === 'dataTable' || type === 'array') this.context.losses.add('arrayFormulas', this.sheet);
    const own = element.text === '' ? null : `=${element.text}`;
    if (type !== 'shared') return own;
    const index = element.attributes['si'] ?? '';
    if (own !== null) {
      this.shared.set(index, { formula: own, row, column });
      return own;
    }
    const first = this.shared.get(index);
    return first === undefined ? null : rebase(first.formula, row - first.row, column - first.column);
  }
}

interface Grid {
  readonly cells: ReadonlyMap<number, Row>;
  readonly rows: ReadonlyMap<number, Line>;
}

function gridOf(tree: Element, context: FileContext, name: string): Grid {
  const reader = new CellReader(context, name);
  const cells = new Map<number, Row>();
  const rows = new Map<number, Line>();
  let row = -1;
  for (const element of childrenOf(childOf(tree, 'sheetData'), 'row')) {
    row = (numberIn(element, 'r') ?? row + 2) - 1;
    const height = flag(element, 'customHeight') ? numberIn(element, 'ht') : null;
    const hidden = flag(element, 'hidden');
    if (height !== null || hidden) rows.set(row, { size: height, hidden });
    if ((numberIn(element, 'outlineLevel') ?? 0) > 0) context.losses.add('groups', name);
    const line = new Map<number, Cell>();
    let column = -1;
    for (const cell of childrenOf(element, 'c')) {
      const place = parseAddress(cell.attributes['r'] ?? '');
      column = place?.column ?? column + 1;
      const read = reader.read(cell, row, column);
      if (read !== null) line.set(column, read);
    }
    if (line.size > 0) cells.set(row, line);
  }
  return { cells, rows };
}

/** Widths that differ by less than a pixel are one width. */
const aboutTheSame = (one: number, other: number): boolean => Math.abs(one - other) < 0.75;

/** A look of whole columns beyond this many is one of the sheet, and of no column. */
const manyColumns = 1000;

function columnsOf(tree: Element, context: FileContext, name: string, used: number): ReadonlyMap<number, Line> {
  const { styles, losses } = context;
  const columns = new Map<number, Line>();
  const usual = numberIn(childOf(tree, 'sheetFormatPr'), 'defaultColWidth');
  const usualSize = usual === null ? null : usual * styles.digit;
  if (usualSize !== null && !aboutTheSame(usualSize, defaultColumnWidth)) {
    for (let column = 0; column < used; column += 1) columns.set(column, { size: usualSize, hidden: false });
  }
  for (const element of childrenOf(childOf(tree, 'cols'), 'col')) {
    const first = (numberIn(element, 'min') ?? 1) - 1;
    const last = Math.min(numberIn(element, 'max') ?? first + 1, maxColumns) - 1;
    const width = numberIn(element, 'width');
    const hidden = flag(element, 'hidden');
    if ((numberIn(element, 'outlineLevel') ?? 0) > 0) losses.add('groups', name);
    const look = styles.cells[numberIn(element, 'style') ?? 0];
    const plain = look === undefined || (look.style.fill === null && look.format === 'General');
    if (!plain && last - first < manyColumns) losses.add('columnLooks', name);
    if (width === null && !hidden) continue;
    for (let column = first; column <= Math.min(last, Math.max(used, first + manyColumns)); column += 1) {
      columns.set(column, { size: width === null ? null : width * styles.digit, hidden });
    }
  }
  return columns;
}

/** Conditions whose meaning is a comparison with the cell, as the formula that says the same. */
function comparisonFormula(operator: string, cell: string, [one = '', two = '']: readonly string[]): string | null {
  const between = `AND(${cell}>=MIN(${one},${two}),${cell}<=MAX(${one},${two}))`;
  switch (operator) {
    case 'between':
      return `=${between}`;
    case 'notBetween':
      return `=NOT(${between})`;
    case 'equal':
      return `=${cell}=(${one})`;
    case 'notEqual':
      return `=${cell}<>(${one})`;
    case 'greaterThan':
      return `=${cell}>(${one})`;
    case 'lessThan':
      return `=${cell}<(${one})`;
    case 'greaterThanOrEqual':
      return `=${cell}>=(${one})`;
    case 'lessThanOrEqual':
      return `=${cell}<=(${one})`;
    default:
      return null;
  }
}

/** Conditions that a file writes with the formula that says the same. */
const withFormula = new Set([
  ...['expression', 'containsText', 'notContainsText', 'beginsWith', 'endsWith', 'containsBlanks'],
  ...['notContainsBlanks', 'containsErrors', 'notContainsErrors', 'timePeriod'],
]);

function paintsOf(tree: Element, context: FileContext, name: string): ConditionalFormat[] {
  const { losses, styles } = context;
  const found: { readonly priority: number; readonly format: ConditionalFormat }[] = [];
  for (const group of childrenOf(tree, 'conditionalFormatting')) {
    const ranges = areasOf(group.attributes['sqref']);
    const anchor = anchorOf(ranges);
    for (const rule of childrenOf(group, 'cfRule')) {
      const type = rule.attributes['type'] ?? '';
      const formulas = childrenOf(rule, 'formula').map(({ text }) => text);
      const [first] = formulas;
      const formula =
        type === 'cellIs'
          ? comparisonFormula(rule.attributes['operator'] ?? '', a1(anchor.row, anchor.column), formulas)
          : withFormula.has(type) && first !== undefined
            ? `=${first}`
            : null;
      const look = styles.paints[numberIn(rule, 'dxfId') ?? -1];
      if (formula === null || ranges.length === 0) {
        losses.add('conditionalKinds', name);
        continue;
      }
      if (look?.more === true) losses.add('conditionalLooks', name);
      found.push({
        priority: numberIn(rule, 'priority') ?? found.length,
        format: {
          id: context.newFormatId(),
          ranges,
          formula,
          anchor,
          fill: look?.fill ?? null,
          fontColor: look?.fontColor ?? null,
          bold: look?.bold ?? null,
          stopIfTrue: flag(rule, 'stopIfTrue'),
        },
      });
    }
  }
  return found.sort((one, other) => one.priority - other.priority).map(({ format }) => format);
}

/** What a comparison is made with: a number where it is one, else a formula. */
const operandOf = (text: string): string | number =>
  text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : `=${text}`;

function ruleOf(element: Element): ValidationRule | null {
  const type = element.attributes['type'] ?? 'none';
  const first = childOf(element, 'formula1')?.text ?? '';
  const second = childOf(element, 'formula2')?.text ?? '';
  switch (type) {
    case 'none':
      return {};
    case 'whole':
    case 'decimal':
    case 'textLength': {
      const named = element.attributes['operator'] ?? 'between';
      const operator = Object.keys(operatorNames).find((key) => isOperator(key) && operatorNames[key] === named) ?? '';
      if (!isOperator(operator)) return null;
      const two = operator === 'Between' || operator === 'NotBetween';
      return {
        [comparisonKinds[type]]: {
          operator,
          formula1: operandOf(first),
          ...(two ? { formula2: operandOf(second) } : {}),
        },
      };
    }
    case 'list': {
      const items = /^"(.*)"$/s.exec(first)?.[1]?.replaceAll('""', '"');
      // The attribute says when the arrow is not to be shown.
      return { list: { inCellDropDown: !flag(element, 'showDropDown'), source: items ?? `=${first}` } };
    }
    case 'custom':
      return { custom: { formula: `=${first}` } };
    default:
      return null;
  }
}

const alertStyles = { stop: 'Stop', warning: 'Warning', information: 'Information' } as const;

function validationsOf(tree: Element, context: FileContext, name: string): Validation[] {
  return childrenOf(childOf(tree, 'dataValidations'), 'dataValidation').flatMap((element): Validation[] => {
    const ranges = areasOf(element.attributes['sqref']);
    const rule = ruleOf(element);
    if (rule === null || ranges.length === 0) {
      context.losses.add('validationKinds', name);
      return [];
    }
    const { promptTitle = '', prompt = '', errorTitle = '', error = '', errorStyle = 'stop' } = element.attributes;
    const showPrompt = flag(element, 'showInputMessage');
    const showAlert = flag(element, 'showErrorMessage');
    const style = alertStyles[errorStyle as keyof typeof alertStyles];
    return [
      {
        ranges,
        anchor: anchorOf(ranges),
        rule,
        prompt:
          showPrompt || prompt !== '' || promptTitle !== ''
            ? { showPrompt, title: unescaped(promptTitle), message: unescaped(prompt) }
            : null,
        errorAlert:
          showAlert || error !== '' || errorTitle !== ''
            ? { showAlert, style, title: unescaped(errorTitle), message: unescaped(error) }
            : null,
        ignoreBlanks: flag(element, 'allowBlank'),
      },
    ];
  });
}

function zoomOf(tree: Element, setup: Element | null): PageLayout['zoom'] {
  if (!flag(childOf(childOf(tree, 'sheetPr'), 'pageSetUpPr'), 'fitToPage')) {
    return { scale: numberIn(setup, 'scale') ?? 100 };
  }
  // No number means one page, 0 as many as it takes.
  const across = numberIn(setup, 'fitToWidth') ?? 1;
  const down = numberIn(setup, 'fitToHeight') ?? 1;
  return {
    ...(across === 0 ? {} : { horizontalFitToPages: across }),
    ...(down === 0 ? {} : { verticalFitToPages: down }),
  };
}

function pageOf(tree: Element): PageLayout {
  const setup = childOf(tree, 'pageSetup');
  const options = childOf(tree, 'printOptions');
  const margins = childOf(tree, 'pageMargins');
  const margin = (name: string, otherwise: number): number => {
    const inches = numberIn(margins, name);
    return inches === null ? otherwise : Math.round(inches * pointsInInch * 1000) / 1000;
  };
  const paper = numberIn(setup, 'paperSize');
  return {
    ...defaultPageLayout,
    orientation: setup?.attributes['orientation'] === 'landscape' ? 'Landscape' : 'Portrait',
    paperSize: Object.entries(paperNumbers).find(([, number]) => number === paper)?.[0] ?? null,
    zoom: zoomOf(tree, setup),
    centerHorizontally: flag(options, 'horizontalCentered'),
    centerVertically: flag(options, 'verticalCentered'),
    printGridlines: flag(options, 'gridLines'),
    blackAndWhite: flag(setup, 'blackAndWhite'),
    leftMargin: margin('left', defaultPageLayout.leftMargin),
    rightMargin: margin('right', defaultPageLayout.rightMargin),
    topMargin: margin('top', defaultPageLayout.topMargin),
    bottomMargin: margin('bottom', defaultPageLayout.bottomMargin),
    headerMargin: margin('header', defaultPageLayout.headerMargin),
    footerMargin: margin('footer', defaultPageLayout.footerMargin),
  };
}

/** Elements of a worksheet that are read here, or that say nothing which a person would miss. */
const known = new Set([
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'sheetCalcPr', 'cols', 'sheetData', 'sheetProtection'],
  ...['phoneticPr', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'printOptions', 'pageMargins'],
  ...['pageSetup', 'ignoredErrors', 'legacyDrawing', 'legacyDrawingHF', 'drawing', 'tableParts'],
]);

const lostElements: Readonly<Record<string, Parameters<Losses['add']>[0]>> = {
  autoFilter: 'filters',
  sortState: 'filters',
  hyperlinks: 'links',
  headerFooter: 'headers',
  rowBreaks: 'breaks',
  colBreaks: 'breaks',
  picture: 'pictures',
  oleObjects: 'pictures',
  controls: 'pictures',
};

/** Extensions of later versions: which of the things above they are is in their elements. */
function extensionLosses(element: Element, losses: Losses, name: string): void {
  for (const inner of element.children.flatMap((extension) => extension.children)) {
    if (inner.name === 'conditionalFormattings') losses.add('conditionalKinds', name);
    else if (inner.name === 'dataValidations') losses.add('validationKinds', name);
    else losses.add('other', name);
  }
}

function noteLosses(tree: Element, losses: Losses, name: string): void {
  for (const element of tree.children) {
    const kind = lostElements[element.name];
    if (kind !== undefined) {
      if (element.children.length > 0 || element.name === 'autoFilter' || element.name === 'picture')
        losses.add(kind, name);
    } else if (element.name === 'extLst') extensionLosses(element, losses, name);
    else if (!known.has(element.name)) losses.add('other', name);
  }
  const protection = childOf(tree, 'sheetProtection');
  if (['password', 'hashValue'].some((key) => protection?.attributes[key] !== undefined)) losses.add('password', name);
}

/** What the workbook part says of a sheet. */
export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
}

export function readSheet(tree: Element, entry: SheetEntry, context: FileContext): Sheet {
  const { id, name, visibility } = entry;
  const { cells, rows } = gridOf(tree, context, name);
  const used = Math.max(0, ...[...cells.values()].flatMap((line) => [...line.keys()].map((column) => column + 1)));
  const view = childOf(childOf(tree, 'sheetViews'), 'sheetView');
  const pane = childOf(view, 'pane');
  const frozen = ['frozen', 'frozenSplit'].includes(pane?.attributes['state'] ?? '');
  noteLosses(tree, context.losses, name);
  return {
    ...emptySheet(id, name),
    visibility,
    tabColor: colourOf(childOf(childOf(tree, 'sheetPr'), 'tabColor'), context.theme) ?? '',
    showGridlines: flag(view, 'showGridLines', true),
    protected: flag(childOf(tree, 'sheetProtection'), 'sheet'),
    cells,
    rows,
    columns: columnsOf(tree, context, name, used),
    merges: childrenOf(childOf(tree, 'mergeCells'), 'mergeCell').flatMap(
      ({ attributes }) => parseAddress(attributes['ref'] ?? '') ?? [],
    ),
    conditionalFormats: paintsOf(tree, context, name),
    validations: validationsOf(tree, context, name),
    page: pageOf(tree),
    frozen: frozen
      ? { rows: numberIn(pane, 'ySplit') ?? 0, columns: numberIn(pane, 'xSplit') ?? 0 }
      : { rows: 0, columns: 0 },
  };
}
