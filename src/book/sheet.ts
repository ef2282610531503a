/**
 * A worksheet and a workbook as plain immutable values. Every operation makes a new one that shares what did not
 * change, so that undo is keeping the old one.
 */
import type { Block } from './address';
import { endColumn, endRow, block, covers, intersection } from './address';
import type { Content } from './formulas/value';

export type BorderEdge = 'top' | 'bottom' | 'left' | 'right';

/** Names of the Excel API. */
export interface Border {
  readonly style: 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
  readonly color: string;
}

export type HorizontalAlignment =
  'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
export type VerticalAlignment = 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';

/** Colours are `#RRGGBB`; a fill of `null` is no fill. Font size in points. */
export interface Style {
  readonly fill: string | null;
  readonly fontName: string;
  readonly fontSize: number;
  readonly fontColor: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly horizontal: HorizontalAlignment;
  readonly vertical: VerticalAlignment;
  readonly wrap: boolean;
  readonly indent: number;
  readonly locked: boolean;
  readonly borders: Readonly<Partial<Record<BorderEdge, Border>>>;
}

export const defaultStyle: Style = {
  fill: null,
  fontName: '等线',
  fontSize: 11,
  fontColor: '#000000',
  bold: false,
  italic: false,
  underline: false,
  horizontal: 'General',
  vertical: 'Bottom',
  wrap: false,
  indent: 0,
  locked: true,
  borders: {},
};

export interface Cell {
  readonly content: Content;
  readonly format: string;
  readonly style: Style;
}

export const emptyCell: Cell = { content: null, format: 'General', style: defaultStyle };

/** Sizes in points. */
export const defaultRowHeight = 15;
export const defaultColumnWidth = 48;

export interface Line {
  /** Height of a row or width of a column in points; `null` = the sheet's own. */
  readonly size: number | null;
  readonly hidden: boolean;
}

export interface ConditionalFormat {
  readonly id: string;
  readonly ranges: readonly Block[];
  /** Relative to `anchor`, starts with `=`. */
  readonly formula: string;
  readonly anchor: { readonly row: number; readonly column: number };
  readonly fill: string | null;
  readonly fontColor: string | null;
  readonly bold: boolean | null;
  readonly stopIfTrue: boolean;
}

/** `rule`, `prompt` and `errorAlert` in the form of the Excel API. Formulas in the rule are relative to `anchor`. */
export interface Validation {
  readonly ranges: readonly Block[];
  readonly anchor: { readonly row: number; readonly column: number };
  readonly rule: ValidationRule;
  readonly prompt: { readonly showPrompt: boolean; readonly title: string; readonly message: string } | null;
  readonly errorAlert: {
    readonly showAlert: boolean;
    readonly style: 'Stop' | 'Warning' | 'Information';
    readonly title: string;
    readonly message: string;
  } | null;
  readonly ignoreBlanks: boolean;
}

export type ComparisonOperator =
  | 'Between'
  | 'NotBetween'
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThanOrEqualTo';

export interface ComparisonRule {
  readonly operator: ComparisonOperator;
  readonly formula1: string | number;
  readonly formula2?: string | number;
}

export interface ValidationRule {
  readonly wholeNumber?: ComparisonRule;
  readonly decimal?: ComparisonRule;
  readonly textLength?: ComparisonRule;
  readonly list?: { readonly inCellDropDown: boolean; readonly source: string };
  readonly custom?: { readonly formula: string };
}

/** Margins in points. */
export interface PageLayout {
  readonly orientation: 'Portrait' | 'Landscape';
  readonly paperSize: string | null;
  readonly zoom: {
    readonly scale?: number;
    readonly horizontalFitToPages?: number;
    readonly verticalFitToPages?: number;
  };
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly leftMargin: number;
  readonly rightMargin: number;
  readonly topMargin: number;
  readonly bottomMargin: number;
  readonly headerMargin: number;
  readonly footerMargin: number;
  readonly printGridlines: boolean;
  readonly blackAndWhite: boolean;
  readonly printArea: Block | null;
  readonly printTitleRows: Block | null;
  readonly printTitleColumns: Block | null;
}

export const defaultPageLayout: PageLayout = {
  orientation: 'Portrait',
  paperSize: null,
  zoom: { scale: 100 },
  centerHorizontally: false,
  centerVertically: false,
  leftMargin: 50.4,
  rightMargin: 50.4,
  topMargin: 54,
  bottomMargin: 54,
  headerMargin: 21.6,
  footerMargin: 21.6,
  printGridlines: false,
  blackAndWhite: false,
  printArea: null,
  printTitleRows: null,
  printTitleColumns: null,
};

export type Visibility = 'Visible' | 'Hidden' | 'VeryHidden';
export type Row = ReadonlyMap<number, Cell>;

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly visibility: Visibility;
  readonly tabColor: string;
  readonly showGridlines: boolean;
  readonly protected: boolean;
  readonly cells: ReadonlyMap<number, Row>;
  readonly rows: ReadonlyMap<number, Line>;
  readonly columns: ReadonlyMap<number, Line>;
  readonly merges: readonly Block[];
  /** First = highest priority. */
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly validations: readonly Validation[];
  readonly page: PageLayout;
  readonly frozen: { readonly rows: number; readonly columns: number };
}

/** `formula` starts with `=`; `scope` is a sheet's id, `null` = the workbook. */
export interface DefinedName {
  readonly name: string;
  readonly formula: string;
  readonly scope: string | null;
  readonly visible: boolean;
  readonly comment: string;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly names: readonly DefinedName[];
}

export const emptySheet = (id: string, name: string): Sheet => ({
  id,
  name,
  visibility: 'Visible',
  tabColor: '',
  showGridlines: true,
  protected: false,
  cells: new Map(),
  rows: new Map(),
  columns: new Map(),
  merges: [],
  conditionalFormats: [],
  validations: [],
  page: defaultPageLayout,
  frozen: { rows: 0, columns: 0 },
});

export const cellAt = (sheet: Sheet, row: number, column: number): Cell =>
  sheet.cells.get(row)?.get(column) ?? emptyCell;

const isDefault = (cell: Cell): boolean =>
  cell.content === null && cell.format === 'General' && cell.style === defaultStyle;

/** The sheet with the cells of a block replaced by what `change` makes of them. */
export function mapCells(
  sheet: Sheet,
  area: Block,
  change: (cell: Cell, row: number, column: number) => Cell,
  only: 'all' | 'existing' = 'all',
): Sheet {
  const cells = new Map(sheet.cells);
  const rows =
    only === 'all'
      ? Array.from({ length: area.rowCount }, (_, i) => area.row + i)
      : [...sheet.cells.keys()].filter((row) => row >= area.row && row < endRow(area));
  let touched = false;
  for (const row of rows) {
    const old = sheet.cells.get(row);
    const columns =
      only === 'all'
        ? Array.from({ length: area.columnCount }, (_, i) => area.column + i)
        : [...(old?.keys() ?? [])].filter((column) => column >= area.column && column < endColumn(area));
    let line: Map<number, Cell> | null = null;
    for (const column of columns) {
      const before = old?.get(column) ?? emptyCell;
      const after = change(before, row, column);
      if (after === before) continue;
      line ??= new Map(old);
      if (isDefault(after)) line.delete(column);
      else line.set(column, after);
    }
    if (line === null) continue;
    touched = true;
    if (line.size === 0) cells.delete(row);
    else cells.set(row, line);
  }
  return touched ? { ...sheet, cells } : sheet;
}

/** Calls `visit` for the cells of a block that hold anything, in reading order of rows. */
export function eachCell(sheet: Sheet, area: Block, visit: (cell: Cell, row: number, column: number) => void): void {
  const lastColumn = endColumn(area) - 1;
  const visitRow = (row: number, line: Row): void => {
    // A range narrower than many cells is looked up cell by cell; the cells of a wide one are gone through.
    if (area.columnCount <= 2 * line.size) {
      for (let column = area.column; column <= lastColumn; column += 1) {
        const cell = line.get(column);
        if (cell !== undefined) visit(cell, row, column);
      }
      return;
    }
    for (const [column, cell] of line) if (column >= area.column && column <= lastColumn) visit(cell, row, column);
  };
  if (area.rowCount <= 2 * sheet.cells.size) {
    for (let row = area.row; row < endRow(area); row += 1) {
      const line = sheet.cells.get(row);
      if (line !== undefined) visitRow(row, line);
    }
    return;
  }
  const rows = [...sheet.cells.keys()].filter((row) => row >= area.row && row < endRow(area)).sort((a, b) => a - b);
  for (const row of rows) visitRow(row, sheet.cells.get(row) ?? new Map());
}

/** Smallest block around the cells that hold a value (or, unless `valuesOnly`, any formatting); `null` = none. */
export function usedRange(sheet: Sheet, valuesOnly: boolean, within?: Block): Block | null {
  let top = Infinity;
  let left = Infinity;
  let bottom = -1;
  let right = -1;
  const count = (row: number, column: number): void => {
    if (within !== undefined && !covers(within, row, column)) return;
    top = Math.min(top, row);
    left = Math.min(left, column);
    bottom = Math.max(bottom, row);
    right = Math.max(right, column);
  };
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) if (!valuesOnly || cell.content !== null) count(row, column);
  }
  if (!valuesOnly) {
    for (const merge of sheet.merges) {
      const inside = within === undefined ? merge : intersection(merge, within);
      if (inside === null) continue;
      count(inside.row, inside.column);
      count(endRow(inside) - 1, endColumn(inside) - 1);
    }
  }
  return bottom < 0 ? null : block(top, left, bottom - top + 1, right - left + 1);
}

export const mergeAt = (sheet: Sheet, row: number, column: number): Block | null =>
  sheet.merges.find((merge) => covers(merge, row, column)) ?? null;

/** The cell is inside a merged area and not its first. Its value is nowhere. */
export const isCovered = (sheet: Sheet, row: number, column: number): boolean => {
  const merge = mergeAt(sheet, row, column);
  return merge !== null && (merge.row !== row || merge.column !== column);
};
