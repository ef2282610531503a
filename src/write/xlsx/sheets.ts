/** What stands on the worksheets of a report: its tables, its text, and sheets made by others. */
import type { CellBlock } from '../../report/a1';
import type { Edition, FigureKind } from '../../report/edition';
import { figuresOf, type FigureId } from '../../report/figures';
import { noteRows, notesHeader, notesSheetName, notesWidths } from '../../report/notes';
import type { Report } from '../../report/report';
import {
  amountUnitWords,
  gridColumns,
  gridColumnWidth,
  reportTitle,
  sheetLayout,
  sheetNames,
  textSheetTitle,
  type SheetCell,
} from '../../report/sheet';
import { textSheetRows } from '../../report/textSheet';
import { cellValidation } from '../../report/validation';
import { sheetLook, type PaintRule, type SheetContent } from '../../report/workbook';
import type { Sheet, SheetCellContent, Validated } from './sheet';
import type { CellStyle, Edges } from './styles';

const { font, titleFont, headerFill, totalFill, tabColour } = sheetLook;

/** The font in which Excel counts the widths of columns; its digits are 8 pixels = 6 points wide. */
export const normalStyle: CellStyle = { font, size: 11 };
const digitPoints = 6;
const tableSize = 9;

const blockOf = ({ row, column, rowSpan, columnSpan }: SheetCell): CellBlock => ({
  row,
  column,
  rowCount: rowSpan,
  columnCount: columnSpan,
});

const allEdges: Edges = { left: true, right: true, top: true, bottom: true };

/** Style of a cell of the tables, without its edges. */
function styleOf(cell: SheetCell, byFormula: boolean): CellStyle {
  const wide = cell.columnSpan > 1;
  switch (cell.role) {
    case 'reportTitle':
      return { font: titleFont, size: 16, horizontal: 'center' };
    case 'sectionTitle':
      return { font: titleFont, size: 11, horizontal: 'left' };
    case 'figure':
      return {
        font,
        size: tableSize,
        horizontal: wide ? 'centerContinuous' : 'center',
        edges: allEdges,
        ...(byFormula ? { fill: totalFill } : {}),
      };
    case 'unit':
      return { font, size: tableSize, horizontal: 'center', edges: { ...allEdges, left: false } };
    default:
      return {
        font,
        size: tableSize,
        bold: cell.role === 'title',
        fill: headerFill,
        wrap: true,
        horizontal: cell.role === 'label' && cell.rowSpan === 1 ? 'left' : 'center',
        edges: allEdges,
      };
  }
}

/** Every grid cell that a printed cell covers; lines only around the whole, the value in the first. */
function covered(
  cell: SheetCell,
  style: CellStyle,
  content: Pick<SheetCellContent, 'value' | 'result'>,
): SheetCellContent[] {
  const { edges } = style;
  return Array.from({ length: cell.rowSpan }, (_, down) =>
    Array.from({ length: cell.columnSpan }, (__, along): SheetCellContent => {
      const own: CellStyle =
        edges === undefined
          ? style
          : {
              ...style,
              edges: {
                left: edges.left && along === 0,
                right: edges.right && along === cell.columnSpan - 1,
                top: edges.top && down === 0,
                bottom: edges.bottom && down === cell.rowSpan - 1,
              },
            };
      const place = { row: cell.row + down, column: cell.column + along, style: own };
      return down === 0 && along === 0 ? { ...place, ...content } : { ...place, value: null };
    }),
  ).flat();
}

export interface TablesRequest {
  readonly edition: Edition;
  readonly year: number | null;
  readonly unit: string | null;
  readonly report: Report | null;
  /** Formulas of the totals; a total that is not a key stands as a number. */
  readonly totals: ReadonlyMap<FigureId, string>;
  readonly paint: readonly PaintRule[];
}

export function tablesSheet({ edition, year, unit, report, totals, paint }: TablesRequest): Sheet {
  const layout = sheetLayout(edition);
  const merged = layout.cells.filter(
    ({ role, rowSpan, columnSpan }) => role !== 'figure' && role !== 'unit' && rowSpan * columnSpan > 1,
  );
  const contentOf = (cell: SheetCell): Pick<SheetCellContent, 'value' | 'result'> => {
    const id = cell.figure ?? '';
    switch (cell.role) {
      case 'reportTitle':
        return { value: reportTitle(unit, year) };
      case 'unit':
        return { value: amountUnitWords[report?.units[id] ?? 'tenThousandYuan'] };
      case 'figure': {
        const formula = totals.get(id);
        const value = report?.figures[id] ?? null;
        return formula === undefined ? { value } : { value: { formula }, result: value };
      }
      default:
        return { value: cell.text };
    }
  };

  const kinds = [...new Set(figuresOf(edition).map(({ kind }) => kind))];
  const boxesOf = (kind: FigureKind) =>
    figuresOf(edition).flatMap((figure) => (figure.kind === kind ? (layout.figures.get(figure.id) ?? []) : []));
  // Every cell of the box of a figure: what is typed in the middle of it is the figure too.
  const cellsOf = ({ row, column, columnSpan }: SheetCell) =>
    Array.from({ length: columnSpan }, (_, along) => ({ row, column: column + along }));
  const validations: Validated[] = [
    // A formula in a validation speaks of the cells beside it: amounts are validated box by box.
    ...kinds.flatMap((kind) =>
      cellValidation[kind].rule.type === 'custom'
        ? boxesOf(kind).map((cell) => ({ cells: cellsOf(cell), validation: cellValidation[kind] }))
        : [{ cells: boxesOf(kind).flatMap(cellsOf), validation: cellValidation[kind] }],
    ),
    ...layout.cells
      .filter(({ role }) => role === 'unit')
      .map((cell) => ({ cells: [cell], validation: { items: Object.values(amountUnitWords) } })),
  ];
  const withUnit = new Set(layout.cells.flatMap(({ role, figure }) => (role === 'unit' && figure ? [figure] : [])));

  return {
    name: sheetNames(year).tables,
    cells: layout.cells.flatMap((cell) => {
      const style = styleOf(cell, totals.has(cell.figure ?? ''));
      const open = cell.role === 'figure' && withUnit.has(cell.figure ?? '');
      return covered(
        cell,
        open && style.edges !== undefined ? { ...style, edges: { ...style.edges, right: false } } : style,
        contentOf(cell),
      );
    }),
    columnWidths: Array.from({ length: gridColumns }, () => gridColumnWidth / digitPoints),
    rowHeights: layout.rowHeights,
    heightsFollowText: false,
    merges: merged.map(blockOf),
    paint,
    validations,
    frozenRows: 0,
    landscape: false,
    pagesDown: 1,
    printArea: { row: 0, column: 0, rowCount: layout.rowCount, columnCount: layout.columnCount },
    tabColour,
  };
}

const ems = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 256 ? 0.55 : 1), 0);

/** Points that a text needs in a column of `width` characters of the normal font. */
function textHeight(text: string, size: number, width: number): number {
  const perLine = Math.max(1, Math.floor((width * digitPoints - 6) / size));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / perLine)), 0);
  return Math.ceil(lines * size * 1.35 + 3);
}

const plainSheet = {
  heightsFollowText: true,
  merges: [],
  paint: [],
  validations: [],
  frozenRows: 0,
  landscape: false,
  pagesDown: 0,
  printArea: null,
  tabColour: null,
} as const;

const textWidth = sheetLook.textWidth / digitPoints;
const textSizes = { title: 14, heading: 12, paragraph: 11 } as const;

export function textSheet(edition: Edition, year: number | null, unit: string | null, report: Report | null): Sheet {
  const rows = textSheetRows(edition, textSheetTitle(unit, year), report?.narrative ?? null);
  return {
    ...plainSheet,
    name: sheetNames(year).text,
    cells: rows.map(({ role, text }, row) => ({
      row,
      column: 0,
      value: text,
      style: {
        font: role === 'paragraph' ? font : titleFont,
        size: textSizes[role],
        horizontal: role === 'title' ? 'center' : 'left',
        vertical: 'top',
        wrap: true,
        text: true,
      },
    })),
    columnWidths: [textWidth],
    rowHeights: rows.map(({ role, text }) => textHeight(text, textSizes[role], textWidth)),
  };
}

const sizeInRow = (row: number, headerRows: number): number => (row === 0 && headerRows > 1 ? 14 : 10);

/** A sheet of texts, numbers and formulas, such as 校验结果. */
export const contentSheet = ({ name, widths, headerRows, rows, paint }: SheetContent): Sheet => ({
  ...plainSheet,
  name,
  cells: rows.flatMap((values, row) =>
    values.map((value, column): SheetCellContent => {
      const head = row === headerRows - 1;
      return {
        row,
        column,
        value,
        style: {
          font: row < headerRows ? titleFont : font,
          size: sizeInRow(row, headerRows),
          wrap: row >= headerRows - 1,
          ...(head ? { fill: headerFill } : {}),
          ...(row >= headerRows - 1 ? { edges: allEdges } : {}),
        },
      };
    }),
  ),
  columnWidths: widths,
  rowHeights: rows.map((values, row) =>
    Math.max(
      ...values.map((value, column) => {
        // Titles run on over empty cells.
        const width = row < headerRows - 1 ? Infinity : (widths[column] ?? 10);
        return textHeight(typeof value === 'string' ? value : '', sizeInRow(row, headerRows), width);
      }),
    ),
  ),
  paint,
  frozenRows: headerRows,
  landscape: true,
});

/** The sheet 校验说明, or nothing where the report has no doubts, reasons and particulars of its unit. */
export function notesSheet(edition: Edition, report: Report | null): Sheet | null {
  const rows = report === null ? [] : noteRows(edition, report);
  return rows.length === 0
    ? null
    : contentSheet({
        name: notesSheetName,
        widths: notesWidths,
        headerRows: 1,
        rows: [notesHeader, ...rows],
        paint: [],
      });
}
