/**
 * Where the printed tables stand on a worksheet: one report a sheet, fifteen equal columns, title, then 二, 三, 四.
 * No figure cell is merged: a figure that is printed wide has a box of several cells and stands in the first of them; what
 * stands alone in another of them is the figure too.
 */
import { sectionTitle, type Edition, type TableId } from '../edition';
import { findFigure, type FigureId } from '../figures';
import { tableLayout, type CellRole } from '../layout';

/** `unit`: beside an amount whose unit the edition does not print. */
export type SheetRole = CellRole | 'reportTitle' | 'sectionTitle' | 'unit';

export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: SheetRole;
  readonly text: string;
  readonly table?: TableId;
  readonly figure?: FigureId;
}

export interface SheetBlock {
  readonly table: TableId;
  readonly row: number;
  readonly rowCount: number;
  readonly headerRows: number;
}

export interface SheetLayout {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Height of each row in points. */
  readonly rowHeights: readonly number[];
  /**
   * Columns on the left that stay in sight: the labels of the longest table. A sheet has one freeze, which begins at its
   * first row: the headings above a table further down cannot stay without all that stands over them, and the message of
   * each cell names its column instead.
   */
  readonly frozenColumns: number;
  readonly cells: readonly SheetCell[];
  readonly blocks: readonly SheetBlock[];
  readonly figures: ReadonlyMap<FigureId, SheetCell>;
}

/** Width of the table in grid columns. */
export const gridColumns = 15;
/** Width of one grid column in points: fifteen fill the width of a portrait A4 page. */
export const gridColumnWidth = 36;
/** Grid columns that the unit of an amount takes beside its figure. */
const unitColumns = 1;

const textSize = 9;
const rowHeight = 15;
const lineHeight = 12.5;

const prefix = (widths: readonly number[]): number[] => {
  const starts = [0];
  for (const width of widths) starts.push((starts.at(-1) ?? 0) + width);
  return starts;
};

/** Lines that a text takes in a cell: full-width characters are as wide as the font is high. */
const linesOf = (text: string, columns: number): number => {
  const width = [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 256 ? 0.55 : 1), 0) * textSize;
  return Math.max(1, Math.ceil(width / (columns * gridColumnWidth - 6)));
};

/** Columns on the left of the figures of the longest table. */
function labelColumns(blocks: readonly SheetBlock[], figures: SheetLayout['figures']): number {
  const longest = blocks.reduce((most, block) => (block.rowCount > most.rowCount ? block : most));
  return Math.min(...[...figures.values()].flatMap(({ table, column }) => (table === longest.table ? [column] : [])));
}

const layouts = new WeakMap<Edition, SheetLayout>();

/** The worksheet of an edition, all positions zero-based. */
export function sheetLayout(edition: Edition): SheetLayout {
  const known = layouts.get(edition);
  if (known !== undefined) return known;
  const cells: SheetCell[] = [
    { row: 0, column: 0, rowSpan: 1, columnSpan: gridColumns, role: 'reportTitle', text: '' },
  ];
  const blocks: SheetBlock[] = [];
  const rowHeights: number[] = [30, 8];
  let row = 2;
  for (const table of edition.tables) {
    const layout = tableLayout(table);
    cells.push({
      row,
      column: 0,
      rowSpan: 1,
      columnSpan: gridColumns,
      role: 'sectionTitle',
      text: sectionTitle(edition, table.id),
      table: table.id,
    });
    rowHeights.push(18);
    row += 1;
    const starts = prefix(layout.widths);
    const heights = Array.from({ length: layout.rowCount }, () => rowHeight);
    for (const cell of layout.cells) {
      const column = starts[cell.column] ?? 0;
      const columnSpan = (starts[cell.column + cell.columnSpan] ?? gridColumns) - column;
      const figure = cell.figure === undefined ? undefined : findFigure(edition, cell.figure);
      const withUnit = figure?.unit === 'unprinted';
      const placed = { ...cell, row: row + cell.row, column, table: table.id };
      cells.push({ ...placed, columnSpan: withUnit ? columnSpan - unitColumns : columnSpan });
      if (withUnit) {
        const unitColumn = column + columnSpan - unitColumns;
        cells.push({ ...placed, column: unitColumn, columnSpan: unitColumns, role: 'unit' });
      }
      if (cell.rowSpan === 1) {
        heights[cell.row] = Math.max(
          heights[cell.row] ?? 0,
          rowHeight + (linesOf(cell.text, columnSpan) - 1) * lineHeight,
        );
      }
    }
    blocks.push({ table: table.id, row, rowCount: layout.rowCount, headerRows: layout.headerRows });
    rowHeights.push(...heights, 8);
    row += layout.rowCount + 1;
  }
  rowHeights.pop();
  const figures = new Map(
    cells.flatMap((cell) =>
      cell.figure !== undefined && cell.role === 'figure' ? [[cell.figure, cell] as const] : [],
    ),
  );
  const frozenColumns = labelColumns(blocks, figures);
  const layout = { rowCount: row - 1, columnCount: gridColumns, rowHeights, frozenColumns, cells, blocks, figures };
  layouts.set(edition, layout);
  return layout;
}

/** Title of a report: 某某局2025年政府信息公开工作年度报告. */
export const reportTitle = (unit: string | null, year: number | null): string =>
  `${unit ?? ''}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`;

/** Marks the title of the text sheet, which binds to its report by unit and year. */
export const textSheetMark = '（文字部分）';

export const textSheetTitle = (unit: string | null, year: number | null): string =>
  reportTitle(unit, year) + textSheetMark;

/** The name of a sheet that is there already, with a number: 2025年报表（2）. 1 is the first, without. */
export const numberedName = (name: string, number: number): string => (number === 1 ? name : `${name}（${number}）`);

/** Names of the two worksheets of a new report. `number`: from 2 on where sheets of the plain names are there. */
export const sheetNames = (year: number | null, number = 1): { readonly tables: string; readonly text: string } => ({
  tables: numberedName(year === null ? '年报表' : `${year}年报表`, number),
  text: numberedName(year === null ? '年报文字' : `${year}年报文字`, number),
});

/** What the text sheet beside a sheet of tables is called, as far as their names say so; also of a copy that Excel numbered. */
export const textSheetBeside = (tables: string): string => tables.replace('年报表', '年报文字');

/** The name of the text sheet that was made together with a sheet of tables. */
export const textSheetOf = (year: number | null, tables: string): string =>
  sheetNames(year, Number(/（(\d+)）$/u.exec(tables)?.[1] ?? 1)).text;

/** The words of the unit cell beside an amount whose unit the edition does not print. */
export const amountUnitWords = { tenThousandYuan: '万元', yuan: '元', unknown: '单位不明' } as const;
export type AmountUnitMark = keyof typeof amountUnitWords;
