/** What the grid is to show of one sheet of the book: the same terms for what should be there and for what is there. */
import type { ICellData, IRange, IStyleData, IWorksheetData, Nullable, Styles } from '@univerjs/core';
import { endColumn, endRow, type Block } from '../../book/address';
import { defaultColumnWidth, defaultRowHeight, type Line, type Sheet } from '../../book/sheet';
import { CellError, formulaOf, type CellValue } from '../../book/formulas/value';
import { gridStyle, is, pixels, styleKey } from './styles';

export interface CellDrawing {
  /** A truth value is 1 or 0 here and `truth` is set. */
  readonly value: string | number | null;
  readonly truth: boolean;
  readonly formula: string | null;
  readonly style: IStyleData;
  /** Equal for equal looks. */
  readonly look: string;
}

/** Height of a row or width of a column in pixels; `null` = as the sheet has it. */
export interface LineDrawing {
  readonly size: number | null;
  readonly hidden: boolean;
}

export interface SheetDrawing {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
  readonly tabColor: string;
  readonly gridlines: boolean;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, CellDrawing>>;
  readonly merges: readonly Block[];
  readonly rows: ReadonlyMap<number, LineDrawing>;
  readonly columns: ReadonlyMap<number, LineDrawing>;
}

/** Empty rows and columns shown beyond what is used, and the least that is shown. */
const spareRows = 60;
const spareColumns = 6;
const leastRows = 120;
const leastColumns = 26;

export const defaultSizes = { row: pixels(defaultRowHeight), column: pixels(defaultColumnWidth) } as const;

function shown(value: CellValue): Pick<CellDrawing, 'value' | 'truth'> {
  if (typeof value === 'boolean') return { value: value ? 1 : 0, truth: true };
  return { value: value instanceof CellError ? value.code : value, truth: false };
}

const lookOf = new WeakMap<IStyleData, string>();

function look(style: IStyleData): string {
  const known = lookOf.get(style) ?? styleKey(style);
  lookOf.set(style, known);
  return known;
}

const plain: LineDrawing = { size: null, hidden: false };

function lines(of: ReadonlyMap<number, Line>): ReadonlyMap<number, LineDrawing> {
  const result = new Map<number, LineDrawing>();
  for (const [index, { size, hidden }] of of) {
    if (size !== null || hidden) result.set(index, { size: size === null ? null : pixels(size), hidden });
  }
  return result;
}

/** A sheet as the grid should show it. `value` gives what a cell of it shows. */
export function drawingOf(sheet: Sheet, value: (row: number, column: number) => CellValue): SheetDrawing {
  let lastRow = 0;
  let lastColumn = 0;
  const cells = new Map<number, ReadonlyMap<number, CellDrawing>>();
  for (const [row, line] of sheet.cells) {
    const drawn = new Map<number, CellDrawing>();
    for (const [column, cell] of line) {
      const style = gridStyle(cell.style, cell.format);
      drawn.set(column, { ...shown(value(row, column)), formula: formulaOf(cell.content), style, look: look(style) });
      lastColumn = Math.max(lastColumn, column);
    }
    cells.set(row, drawn);
    lastRow = Math.max(lastRow, row);
  }
  for (const merge of sheet.merges) {
    lastRow = Math.max(lastRow, endRow(merge) - 1);
    lastColumn = Math.max(lastColumn, endColumn(merge) - 1);
  }
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility !== 'Visible',
    tabColor: sheet.tabColor,
    gridlines: sheet.showGridlines,
    rowCount: Math.max(leastRows, lastRow + spareRows),
    columnCount: Math.max(leastColumns, lastColumn + spareColumns),
    frozen: sheet.frozen,
    cells,
    merges: sheet.merges,
    rows: lines(sheet.rows),
    columns: lines(sheet.columns),
  };
}

const emptyStyle: IStyleData = {};

/** The grid numbers its rows and columns by properties, some of them gone. */
const entries = <T>(lines: Readonly<Record<number, Nullable<T>>>): [string, Nullable<T>][] => Object.entries(lines);

/** What the grid shows now. */
export function drawnSheet(data: IWorksheetData, styles: Styles): SheetDrawing {
  const cells = new Map<number, ReadonlyMap<number, CellDrawing>>();
  for (const [row, line] of entries<Readonly<Record<number, Nullable<ICellData>>>>(data.cellData)) {
    const drawn = new Map<number, CellDrawing>();
    for (const [column, cell] of entries(line ?? {})) {
      if (cell === undefined || cell === null) continue;
      const style = styles.getStyleByCell(cell) ?? emptyStyle;
      const value = cell.v ?? null;
      drawn.set(Number(column), {
        value: typeof value === 'boolean' ? Number(value) : value,
        truth: value !== null && is(cell.t, 3),
        formula: cell.f ?? null,
        style,
        look: look(style),
      });
    }
    if (drawn.size > 0) cells.set(Number(row), drawn);
  }
  const rows = new Map<number, LineDrawing>();
  for (const [row, line] of entries(data.rowData)) {
    const size = is(line?.ia, 0) ? (line?.h ?? null) : null;
    const hidden = is(line?.hd, 1);
    if (size !== null || hidden) rows.set(Number(row), { size, hidden });
  }
  const columns = new Map<number, LineDrawing>();
  for (const [column, line] of entries(data.columnData)) {
    const size = line?.w ?? null;
    const hidden = is(line?.hd, 1);
    if (size !== null || hidden) columns.set(Number(column), { size, hidden });
  }
  return {
    id: data.id,
    name: data.name,
    hidden: is(data.hidden, 1),
    tabColor: data.tabColor,
    gridlines: !is(data.showGridlines, 0),
    rowCount: data.rowCount,
    columnCount: data.columnCount,
    frozen: { rows: data.freeze.ySplit, columns: data.freeze.xSplit },
    cells,
    merges: data.mergeData.map(blockOf),
    rows,
    columns,
  };
}

export const blockOf = (range: IRange): Block => ({
  row: range.startRow,
  column: range.startColumn,
  rowCount: range.endRow - range.startRow + 1,
  columnCount: range.endColumn - range.startColumn + 1,
});

export const rangeOf = (area: Block): IRange => ({
  startRow: area.row,
  startColumn: area.column,
  endRow: endRow(area) - 1,
  endColumn: endColumn(area) - 1,
});

export const blankCell: CellDrawing = {
  value: null,
  truth: false,
  formula: null,
  style: emptyStyle,
  look: styleKey(emptyStyle),
};

export const sameCell = (a: CellDrawing, b: CellDrawing): boolean =>
  a.value === b.value && a.truth === b.truth && a.formula === b.formula && a.look === b.look;

export const sameLine = (a: LineDrawing = plain, b: LineDrawing = plain): boolean =>
  a.hidden === b.hidden && a.size === b.size;

export const plainLine = plain;
