/**
 * An official table in HTML. Its headers have several levels, so every figure names its headers by id (WCAG technique
 * H43); there is no empty header and no picture of a table.
 */
import type { FigureId } from '../../report/figures';
import type { LayoutCell, TableLayout } from '../../report/layout';
import { html, htmlText, type Html } from './markup';

/** Styles written into each element, for editors of portals that drop style sheets; `null` where there is one. */
export interface InlineStyles {
  readonly table: string;
  readonly caption: string;
  readonly header: string;
  readonly label: string;
  readonly figure: string;
}

const covers = (cell: LayoutCell, row: number, column: number): boolean =>
  row >= cell.row && row < cell.row + cell.rowSpan && column >= cell.column && column < cell.column + cell.columnSpan;

/** The cells that say what a figure is: those above it, those before it, and the title of its block. */
function headersOf(layout: TableLayout, cell: LayoutCell): LayoutCell[] {
  const above = layout.cells.filter(
    (other) =>
      (other.role === 'header' || other.role === 'title') &&
      other.row < cell.row &&
      covers(other, other.row, cell.column),
  );
  const title = above.filter(({ role }) => role === 'title').at(-1);
  const own = above.filter(({ row }) => title === undefined || row >= title.row);
  const before = layout.cells.filter(
    (other) => other.role === 'label' && covers(other, cell.row, other.column) && other.column < cell.column,
  );
  return [...own, ...before];
}

/** For readers that do not follow ids. */
function scopeOf(cell: LayoutCell): 'row' | 'rowgroup' | 'col' | 'colgroup' {
  if (cell.role === 'label') return cell.rowSpan > 1 ? 'rowgroup' : 'row';
  return cell.columnSpan > 1 ? 'colgroup' : 'col';
}

const span = (count: number): number | null => (count === 1 ? null : count);

export function htmlTable(
  layout: TableLayout,
  caption: string,
  figure: (id: FigureId) => string,
  inline: InlineStyles | null,
): Html {
  const idOf = (cell: LayoutCell): string => `${layout.table.id}-r${cell.row + 1}c${cell.column + 1}`;
  const cellHtml = (cell: LayoutCell): Html => {
    const spans = { rowspan: span(cell.rowSpan), colspan: span(cell.columnSpan) };
    if (cell.figure !== undefined) {
      const headers = headersOf(layout, cell).map(idOf).join(' ');
      const attributes = { ...spans, headers, 'data-figure': cell.figure, style: inline?.figure };
      return html('td', attributes, htmlText(figure(cell.figure)));
    }
    // The note in the corner is about the figures but heads none of them.
    if (cell.role === 'note') return html('td', { ...spans, class: 'note', style: inline?.label }, htmlText(cell.text));
    const label = cell.role === 'label';
    return html(
      'th',
      {
        ...spans,
        id: idOf(cell),
        scope: scopeOf(cell),
        class: label ? 'label' : null,
        style: label ? inline?.label : inline?.header,
      },
      htmlText(cell.text),
    );
  };
  const total = layout.widths.reduce((sum, width) => sum + width, 0);
  const rows = Array.from({ length: layout.rowCount }, (_, row) =>
    html('tr', null, layout.cells.filter((cell) => cell.row === row).map(cellHtml)),
  );
  return html(
    'table',
    { class: layout.table.id, style: inline?.table },
    html('caption', { style: inline?.caption }, htmlText(caption)),
    html(
      'colgroup',
      null,
      layout.widths.map((width) => html('col', { style: `width:${((width / total) * 100).toFixed(2)}%` })),
    ),
    layout.headerRows === 0 ? null : html('thead', null, rows.slice(0, layout.headerRows)),
    html('tbody', null, rows.slice(layout.headerRows)),
  );
}
