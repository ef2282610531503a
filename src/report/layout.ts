/**
 * The printed shape of a table: cells with their spans. Computed once; the sheet, the Word table, the HTML table and
 * what the reader expects all come from it.
 */
import {
  isColumnGroup,
  isRowGroup,
  type BlocksTable,
  type MatrixTable,
  type RowNode,
  type StripTable,
  type Table,
} from './edition';
import { leafColumns, rowsOf, type FigureId } from './figures';

/** `title`: 第二十条第（一）项. `note`: the corner of the 申请 table. `header`: over columns. `label`: before a row. */
export type CellRole = 'title' | 'note' | 'header' | 'label' | 'figure';

export interface LayoutCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly role: CellRole;
  /** Empty for figures. */
  readonly text: string;
  readonly figure?: FigureId;
}

export interface TableLayout {
  readonly table: Table;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Rows to repeat where a table breaks over pages; 0 where each block has a header of its own. */
  readonly headerRows: number;
  /** Widths of the columns in fifteenths. */
  readonly widths: readonly number[];
  /** Row by row, left to right. */
  readonly cells: readonly LayoutCell[];
}

const inOrder = (cells: LayoutCell[]): LayoutCell[] => cells.sort((a, b) => a.row - b.row || a.column - b.column);

function layoutBlocks(table: BlocksTable): TableLayout {
  const columnCount = table.widths.length;
  const cells: LayoutCell[] = [];
  let row = 0;
  for (const block of table.blocks) {
    // The last column of a block takes what is left of the table's width.
    const span = (index: number): number => (index === block.columns.length - 1 ? columnCount - 1 - index : 1);
    cells.push({ row, column: 0, rowSpan: 1, columnSpan: columnCount, role: 'title', text: block.title });
    row += 1;
    cells.push({ row, column: 0, rowSpan: 1, columnSpan: 1, role: 'header', text: block.corner });
    block.columns.forEach((column, index) =>
      cells.push({ row, column: index + 1, rowSpan: 1, columnSpan: span(index), role: 'header', text: column.label }),
    );
    row += 1;
    for (const leaf of block.rows) {
      cells.push({ row, column: 0, rowSpan: 1, columnSpan: 1, role: 'label', text: leaf.label });
      block.columns.forEach((column, index) =>
        cells.push({
          row,
          column: index + 1,
          rowSpan: 1,
          columnSpan: span(index),
          role: 'figure',
          text: '',
          figure: `${table.id}.${leaf.id}.${column.id}`,
        }),
      );
      row += 1;
    }
  }
  return { table, rowCount: row, columnCount, headerRows: 0, widths: table.widths, cells: inOrder(cells) };
}

const leafCount = (node: RowNode): number =>
  isRowGroup(node) ? node.rows.reduce((sum, child) => sum + leafCount(child), 0) : 1;

const depth = (node: RowNode): number => (isRowGroup(node) ? 1 + Math.max(...node.rows.map(depth)) : 1);

function layoutMatrix(table: MatrixTable): TableLayout {
  const { labelColumns } = table;
  const columns = leafColumns(table.columns);
  const columnCount = labelColumns + columns.length;
  const headerRows = table.columns.some(isColumnGroup) ? 3 : 2;
  const cells: LayoutCell[] = [
    { row: 0, column: 0, rowSpan: headerRows, columnSpan: labelColumns, role: 'note', text: table.note },
    { row: 0, column: labelColumns, rowSpan: 1, columnSpan: columns.length, role: 'header', text: table.columnTitle },
  ];
  let at = labelColumns;
  for (const column of table.columns) {
    if (isColumnGroup(column)) {
      const span = column.columns.length;
      cells.push({ row: 1, column: at, rowSpan: 1, columnSpan: span, role: 'header', text: column.label });
      for (const leaf of column.columns) {
        cells.push({ row: 2, column: at, rowSpan: 1, columnSpan: 1, role: 'header', text: leaf.label });
        at += 1;
      }
    } else {
      cells.push({ row: 1, column: at, rowSpan: headerRows - 1, columnSpan: 1, role: 'header', text: column.label });
      at += 1;
    }
  }

  let row = headerRows;
  const label = (node: RowNode, level: number): void => {
    const group = isRowGroup(node);
    const cell = { row, column: level, rowSpan: leafCount(node), role: 'label' as const, text: node.label };
    cells.push({ ...cell, columnSpan: group ? 1 : labelColumns - level });
    if (group) for (const child of node.rows) label(child, level + 1);
    else row += 1;
  };
  for (const node of table.rows) label(node, 0);

  rowsOf(table).forEach((leaf, index) =>
    columns.forEach((column, offset) =>
      cells.push({
        row: headerRows + index,
        column: labelColumns + offset,
        rowSpan: 1,
        columnSpan: 1,
        role: 'figure',
        text: '',
        figure: `${table.id}.${leaf.id}.${column.id}`,
      }),
    ),
  );
  return { table, rowCount: row, columnCount, headerRows, widths: table.widths, cells: inOrder(cells) };
}

function layoutStrip(table: StripTable): TableLayout {
  const groupDepth = Math.max(...table.rows.map(depth));
  const headerRows = groupDepth + 1;
  const cells: LayoutCell[] = [];
  let at = 0;
  const group = (node: RowNode, level: number, prefix: string): void => {
    const columnSpan = leafCount(node) * table.columns.length;
    cells.push({ row: level, column: at, rowSpan: 1, columnSpan, role: 'header', text: node.label });
    if (isRowGroup(node)) {
      for (const child of node.rows) group(child, level + 1, node.id === undefined ? prefix : `${prefix}${node.id}.`);
      return;
    }
    for (const column of table.columns) {
      const rowSpan = headerRows - level - 1;
      cells.push({ row: level + 1, column: at, rowSpan, columnSpan: 1, role: 'header', text: column.label });
      const figure = `${table.id}.${prefix}${node.id}.${column.id}`;
      cells.push({ row: headerRows, column: at, rowSpan: 1, columnSpan: 1, role: 'figure', text: '', figure });
      at += 1;
    }
  };
  for (const node of table.rows) group(node, 0, '');
  return { table, rowCount: headerRows + 1, columnCount: at, headerRows, widths: table.widths, cells: inOrder(cells) };
}

const layouts = new WeakMap<Table, TableLayout>();

/** The printed shape of a table. */
export function tableLayout(table: Table): TableLayout {
  let layout = layouts.get(table);
  if (layout === undefined) {
    layout =
      table.form === 'blocks'
        ? layoutBlocks(table)
        : table.form === 'matrix'
          ? layoutMatrix(table)
          : layoutStrip(table);
    layouts.set(table, layout);
  }
  return layout;
}
