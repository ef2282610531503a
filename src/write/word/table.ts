/** An official table in Word, with the spans of the printed form, sized so that it stays on one page where it can. */
import type { FigureId } from '../../report/figures';
import type { LayoutCell, TableLayout } from '../../report/layout';
import type { Xml } from '../xml';
import { paragraph, run, table, w } from './markup';

/** Type sizes tried for a table, in points, largest first: 五号, 小五, and less for tables fuller than the official ones. */
const typeSizes = [10.5, 9, 8, 7] as const;
/** Least type size of a number that is too long for its column. */
const leastNumberSize = 5;
/** Space between a cell's text and its border, twips. */
const sideMargin = 45;
const topMargin = 20;
/** A table is held to this part of the height there is: Word, WPS and LibreOffice break lines a little differently. */
const safety = 0.93;
/** Most that a row is heightened beyond its text, twips. */
const mostExtra = 100;
/** Header texts of up to this many characters stand on one line where the row labels keep `leastLabelEms`. */
const headerEms = 4;
const leastLabelEms = 14;

export interface TableSpace {
  /** Twips. */
  readonly width: number;
  /** What there is on one page, twips; `null` for a table that may go on over pages, its header repeated. */
  readonly height: number | null;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Width of a text in full-width characters. */
const ems = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 && char < '‐' ? 0.5 : 1), 0);

/** Distance of lines in twips for a size in points. */
const linePitch = (size: number): number => Math.ceil(size * 1.3) * 20;

/** Parts of a length in proportion to `weights`, in whole twips that sum to it exactly. */
function share(length: number, weights: readonly number[]): number[] {
  const total = sum(weights);
  let passed = 0;
  let start = 0;
  return weights.map((weight) => {
    passed += weight;
    const end = Math.round((length * passed) / total);
    const own = end - start;
    start = end;
    return own;
  });
}

/** Lines that the label of a group may take: a tall one may be narrow. */
const groupLines = (rowSpan: number): number => 1 + Math.floor(rowSpan / 6);
const leastGroupEms = 3;

/**
 * Widths of the columns in twips; they sum to the table's width. Columns that hold labels of groups get what those need
 * in this type, the column of the row labels gets the rest, the columns of figures keep theirs.
 */
function columnWidths(layout: TableLayout, width: number, size: number): number[] {
  const printed = share(width, layout.widths);
  if (layout.table.form !== 'matrix') return printed;
  const { labelColumns } = layout.table;
  const labels = printed.slice(0, labelColumns);
  const groups = labels.slice(0, -1).map((own, column) => {
    const needed = layout.cells.flatMap((cell) =>
      cell.role === 'label' && cell.column === column && cell.columnSpan === 1
        ? [Math.max(leastGroupEms, Math.ceil(ems(cell.text) / groupLines(cell.rowSpan)))]
        : [],
    );
    return needed.length === 0 ? own : Math.ceil(Math.max(...needed) * size * 20) + 2 * sideMargin + 20;
  });
  const em = size * 20;
  const figures = printed.slice(labelColumns);
  const wide = Math.ceil(headerEms * em) + 2 * sideMargin + 20;
  const rest = width - sum(groups) - wide * figures.length;
  return rest >= leastLabelEms * em && figures.every((own) => own < wide)
    ? [...groups, rest, ...figures.map(() => wide)]
    : [...groups, sum(labels) - sum(groups), ...figures];
}

const spanWidth = (widths: readonly number[], cell: LayoutCell): number =>
  widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, width) => sum + width, 0);

const linesOf = (text: string, size: number, width: number): number => {
  const perLine = Math.max(1, Math.floor((width - 2 * sideMargin) / (size * 20)));
  return Math.max(1, Math.ceil(ems(text) / perLine));
};

/** Height of each row that its text needs, twips. */
const naturalHeights = (layout: TableLayout, widths: readonly number[], size: number): number[] => {
  const heights = Array.from({ length: layout.rowCount }, () => linePitch(size) + 2 * topMargin);
  for (const cell of layout.cells) {
    const needed = linesOf(cell.text, size, spanWidth(widths, cell)) * linePitch(size) + 2 * topMargin;
    const rows = heights.slice(cell.row, cell.row + cell.rowSpan);
    const lacking = needed - rows.reduce((sum, height) => sum + height, 0);
    const last = cell.row + cell.rowSpan - 1;
    if (lacking > 0) heights[last] = (heights[last] ?? 0) + lacking;
  }
  return heights;
};

interface Fit {
  /** Points. */
  readonly size: number;
  /** Twips. */
  readonly widths: readonly number[];
  readonly heights: readonly number[];
}

/** The largest type in which the table fits, with what height is left shared out among its rows. */
function fit(layout: TableLayout, { width, height }: TableSpace): Fit {
  const candidates = typeSizes.map((size) => {
    const widths = columnWidths(layout, width, size);
    return { size, widths, heights: naturalHeights(layout, widths, size) };
  });
  const room = height === null ? Infinity : height * safety;
  const chosen = candidates.find(({ heights }) => sum(heights) <= room) ?? candidates[candidates.length - 1];
  if (chosen === undefined) throw new Error('no type size');
  const extra = Math.max(0, Math.min(mostExtra, Math.floor((room - sum(chosen.heights)) / layout.rowCount)));
  return { ...chosen, heights: chosen.heights.map((own) => own + extra) };
}

/** Half-points in which a number fits on one line of its column. */
const numberSize = (text: string, size: number, width: number): number => {
  const fitting = (width - 2 * sideMargin) / 20 / Math.max(1, ems(text));
  return Math.round(2 * Math.max(leastNumberSize, Math.min(size, Math.floor(fitting * 2) / 2)));
};

const centred = new Set<LayoutCell['role']>(['title', 'header', 'figure']);

interface CellLook {
  readonly width: number;
  /** Points. */
  readonly size: number;
  /** Stays on the page of the next row. */
  readonly held: boolean;
  readonly centred: boolean;
}

/** A cell in one of its rows; its text stands in the first. */
function cellXml(cell: LayoutCell, row: number, text: string, { width, size, held, centred }: CellLook): Xml {
  const first = row === cell.row;
  const halfPoints = cell.role === 'figure' ? numberSize(text, size, width) : Math.round(2 * size);
  return w(
    'tc',
    null,
    w(
      'tcPr',
      null,
      w('tcW', { w: width, type: 'dxa' }),
      cell.columnSpan > 1 ? w('gridSpan', { val: cell.columnSpan }) : null,
      cell.rowSpan > 1 ? w('vMerge', { val: first ? 'restart' : 'continue' }) : null,
      w('vAlign', { val: 'center' }),
    ),
    paragraph(
      'TableText',
      [
        held ? w('keepNext') : null,
        w('spacing', { line: linePitch(size), lineRule: 'exact' }),
        centred ? w('jc', { val: 'center' }) : null,
      ],
      first && text !== '' ? run([text], w('sz', { val: halfPoints }), w('szCs', { val: halfPoints })) : null,
    ),
  );
}

/** The cells of each row, left to right; one over several rows stands in each of them. */
function cellsByRow(layout: TableLayout): LayoutCell[][] {
  const rows: LayoutCell[][] = Array.from({ length: layout.rowCount }, () => []);
  for (const cell of layout.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1) rows[row]?.push(cell);
  for (const row of rows) row.sort((one, other) => one.column - other.column);
  return rows;
}

/**
 * The table as `w:tbl`. `caption` is what a screen reader says of it.
 */
export function reportTable(
  layout: TableLayout,
  space: TableSpace,
  caption: string,
  figure: (id: FigureId) => string,
): Xml {
  const { size, widths, heights } = fit(layout, space);
  /** Rows that must not be parted from the next one. */
  const held = space.height === null ? layout.headerRows : layout.rowCount - 1;
  const centreLabels = layout.table.form === 'blocks';
  const rows = cellsByRow(layout).map((cells, row) =>
    w(
      'tr',
      null,
      w(
        'trPr',
        null,
        w('cantSplit'),
        w('trHeight', { val: heights[row] ?? 0, hRule: 'atLeast' }),
        row < layout.headerRows ? w('tblHeader') : null,
        w('jc', { val: 'center' }),
      ),
      cells.map((cell) =>
        cellXml(cell, row, cell.figure === undefined ? cell.text : figure(cell.figure), {
          width: spanWidth(widths, cell),
          size,
          held: row < held,
          centred: centred.has(cell.role) || (cell.role === 'label' && centreLabels),
        }),
      ),
    ),
  );
  return table(widths, rows, w('tblLook', { val: '0000' }), w('tblCaption', { val: caption }));
}

/** Style of the official tables: single black lines, little margin. */
export const tableStyle: Xml = w(
  'style',
  { type: 'table', customStyle: 1, styleId: 'ReportTable' },
  w('name', { val: 'Report Table' }),
  w('basedOn', { val: 'TableNormal' }),
  w(
    'tblPr',
    null,
    w(
      'tblBorders',
      null,
      ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
        w(side, { val: 'single', sz: 4, space: 0, color: 'auto' }),
      ),
    ),
    w(
      'tblCellMar',
      null,
      w('top', { w: topMargin, type: 'dxa' }),
      w('left', { w: sideMargin, type: 'dxa' }),
      w('bottom', { w: topMargin, type: 'dxa' }),
      w('right', { w: sideMargin, type: 'dxa' }),
    ),
  ),
);
