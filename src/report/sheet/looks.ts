/**
 * How the worksheets look that Gouji makes: one table, which the sheets in the open workbook and those in a file both follow.
 * Sizes and widths in points, colours as `#RRGGBB`.
 */
import { gridColumnWidth, type SheetCell } from './sheet';
import type { TextSheetRow } from './textSheet';

export interface RoleLook {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly fill: string | null;
  /** `across`: in the middle of a box of several cells that are not merged. */
  readonly horizontal: 'general' | 'left' | 'center' | 'across';
  readonly vertical: 'top' | 'center';
  readonly wrap: boolean;
  /** Thin lines around the cell, or around the box of several. */
  readonly lined: boolean;
}

export interface PageSetup {
  readonly landscape: boolean;
  /**
   * `pagesDown`: pages that the print is fitted on, one page wide; 0 for as many as it takes. `percent`: the size at which it is
   * printed, on as many pages across and down as it takes.
   */
  readonly fit: { readonly pagesDown: number } | { readonly percent: number };
}

const font = '宋体';
const titleFont = '黑体';
const headerFill = '#F2F2F2';

export const lineColour = '#7F7F7F';
export const totalFill = '#EAF4EA';
export const tabColour = '#0F6C5C';
/** Between the edge of the paper (A4) and the print, on every sheet. */
export const pageMargins = { top: 42, bottom: 36, left: 36, right: 36 } as const;
/** What a character takes of a column, in the font in which Excel counts the widths of columns: a digit is 8 pixels wide. */
export const characterWidth = 6;

const plain: RoleLook = {
  font,
  size: 11,
  bold: false,
  fill: null,
  horizontal: 'general',
  vertical: 'center',
  wrap: false,
  lined: false,
};

/** The sheet of the tables: fifteen equal columns. */
export const tablesLook = {
  cell: { ...plain, size: 9 } satisfies RoleLook,
  columnWidth: gridColumnWidth,
  page: { landscape: false, fit: { pagesDown: 1 } } satisfies PageSetup,
};

const isWide = ({ rowSpan, columnSpan }: SheetCell): boolean => rowSpan * columnSpan > 1;

/** A figure keeps the cells of its box apart: each takes what is typed there. */
export const isMerged = (cell: SheetCell): boolean => cell.role !== 'figure' && cell.role !== 'unit' && isWide(cell);

/** @param byFormula the cell is a total that stands as a formula */
export function tableCellLook(cell: SheetCell, byFormula: boolean): RoleLook {
  const lined = { ...tablesLook.cell, lined: true };
  switch (cell.role) {
    case 'reportTitle':
      return { ...plain, font: titleFont, size: 16, horizontal: 'center' };
    case 'sectionTitle':
      return { ...plain, font: titleFont, horizontal: 'left' };
    case 'figure':
      return { ...lined, horizontal: isWide(cell) ? 'across' : 'center', fill: byFormula ? totalFill : null };
    case 'unit':
      return { ...lined, horizontal: 'center' };
    case 'title':
      return { ...lined, horizontal: 'center', bold: true, fill: headerFill, wrap: true };
    default: {
      const horizontal = cell.role === 'label' && cell.rowSpan === 1 ? 'left' : 'center';
      return { ...lined, horizontal, fill: headerFill, wrap: true };
    }
  }
}

/**
 * How the last cell of a box looks: what is centred across cells goes on over all blank ones behind it that look so, those of
 * the next boxes too, and would be seen in one of them.
 */
export const atBoxEnd = (look: RoleLook): RoleLook =>
  look.horizontal === 'across' ? { ...look, horizontal: 'center' } : look;

/** The sheet of the text: one column. */
export const textLook = {
  /** Between the margins of an A4 page: nothing shrinks a single column. */
  columnWidth: 504,
  page: { landscape: false, fit: { pagesDown: 0 } } satisfies PageSetup,
};

const textRow: RoleLook = { ...plain, horizontal: 'left', vertical: 'top', wrap: true };
export const textRowLooks: Readonly<Record<TextSheetRow['role'], RoleLook>> = {
  title: { ...textRow, font: titleFont, size: 14, horizontal: 'center' },
  heading: { ...textRow, font: titleFont, size: 12 },
  paragraph: textRow,
};

/** A sheet of texts and formulas, such as 校验结果: perhaps titles, one row of heads, rows. */
const contentPage: PageSetup = { landscape: true, fit: { pagesDown: 0 } };

/** Length of an A4 page, in points. */
const pageLength = 842;
/** What is printed smaller is hard to read. */
const smallestPercent = 70;

/**
 * How a sheet of texts and formulas is printed. One that would be too small on the width of a page takes several side by side,
 * where it has columns that say on each of them what the rows are.
 * @param widths in characters
 */
export function contentPageLook({
  widths,
  headerColumns = 0,
}: {
  readonly widths: readonly number[];
  readonly headerColumns?: number;
}): PageSetup {
  const width = widths.reduce((sum, own) => sum + own, 0) * characterWidth;
  const room = pageLength - pageMargins.left - pageMargins.right;
  return headerColumns === 0 || (width * smallestPercent) / 100 <= room
    ? contentPage
    : { landscape: true, fit: { percent: smallestPercent } };
}

/**
 * The first and last of the rows that are printed on each page, counted from 1. A title runs on over columns that are not on every
 * page where several lie side by side: there the heads alone.
 */
export const repeatedRows = (headerRows: number, headerColumns: number): readonly [first: number, last: number] => [
  headerColumns > 0 ? headerRows : 1,
  headerRows,
];

const contentRow: RoleLook = { ...plain, size: 10, vertical: 'top', wrap: true, lined: true };
/** @param headerRows rows down to the heads; 0 where the sheet has none */
export function contentRowLook(row: number, headerRows: number): RoleLook {
  if (row >= headerRows) return contentRow;
  if (row === headerRows - 1) return { ...contentRow, font: titleFont, fill: headerFill, vertical: 'center' };
  // Titles run on over the empty cells beside them.
  return { ...plain, font: titleFont, size: row === 0 ? 14 : 10 };
}
