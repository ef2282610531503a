/** What stands on the worksheets of a report: its tables, its text, and sheets made by others. */
import type { CellBlock } from '../../report/a1';
import type { Edition } from '../../report/edition';
import { figuresOf } from '../../report/figures';
import {
  atBoxEnd,
  characterWidth,
  contentPageLook,
  contentRowLook,
  isMerged,
  tabColour,
  tableCellLook,
  tablesLook,
  textLook,
  textRowLooks,
} from '../../report/sheet/looks';
import { noteRows, notesContent } from '../../report/sheet/notes';
import type { Report } from '../../report/report';
import {
  amountUnitWords,
  gridColumns,
  sheetLayout,
  sheetNames,
  textSheetTitle,
  type SheetCell,
} from '../../report/sheet/sheet';
import { textSheetRows } from '../../report/sheet/textSheet';
import type { CellValidation } from '../../report/sheet/validation';
import { figureValidation } from '../../report/editions/guidance';
import { tableCellValue, type PaintRule, type SheetContent, type TablesContent } from '../../report/sheet/workbook';
import type { Sheet, SheetCellContent, Validated } from './sheet';
import type { CellStyle, Edges } from './styles';

/** The font in which Excel counts the widths of columns. */
export const normalStyle: CellStyle = { look: textRowLooks.paragraph, edges: null, text: false };

const blockOf = ({ row, column, rowSpan, columnSpan }: SheetCell): CellBlock => ({
  row,
  column,
  rowCount: rowSpan,
  columnCount: columnSpan,
});

const allEdges: Edges = { left: true, right: true, top: true, bottom: true };

/** Every grid cell that a printed cell covers; lines only around the whole, the value in the first. */
function covered(
  cell: SheetCell,
  style: CellStyle,
  content: Pick<SheetCellContent, 'value' | 'result'>,
): SheetCellContent[] {
  const { edges } = style;
  return Array.from({ length: cell.rowSpan }, (_, down) =>
    Array.from({ length: cell.columnSpan }, (__, along): SheetCellContent => {
      const isEnd = along === cell.columnSpan - 1;
      const look = isEnd ? atBoxEnd(style.look) : style.look;
      const own: CellStyle =
        edges === null
          ? { ...style, look }
          : {
              ...style,
              look,
              edges: {
                left: edges.left && along === 0,
                right: edges.right && isEnd,
                top: edges.top && down === 0,
                bottom: edges.bottom && down === cell.rowSpan - 1,
              },
            };
      const place = { row: cell.row + down, column: cell.column + along, style: own };
      return down === 0 && along === 0 ? { ...place, ...content } : { ...place, value: null };
    }),
  ).flat();
}

/** Every cell of the box of a figure: what is typed in the middle of it is the figure too. */
const boxCells = ({ row, column, columnSpan }: SheetCell): Validated['cells'][number][] =>
  Array.from({ length: columnSpan }, (_, along) => ({ row, column: column + along }));

/** What may be typed into the figures, and into the units of amounts. */
function tablesValidations(edition: Edition): Validated[] {
  const layout = sheetLayout(edition);
  /** Figures of which the same is said stand together, but a formula speaks of the cells beside it: box by box. */
  const together = new Map<
    string,
    { readonly cells: Validated['cells'][number][]; readonly validation: CellValidation }
  >();
  for (const figure of figuresOf(edition)) {
    const box = layout.figures.get(figure.id);
    if (box === undefined) continue;
    const validation = figureValidation(edition, figure);
    const key = validation.rule.type === 'custom' ? figure.id : JSON.stringify(validation);
    const same = together.get(key);
    if (same === undefined) together.set(key, { cells: boxCells(box), validation });
    else same.cells.push(...boxCells(box));
  }
  return [
    ...together.values(),
    ...layout.cells
      .filter(({ role }) => role === 'unit')
      .map((cell) => ({ cells: [cell], validation: { items: Object.values(amountUnitWords) } })),
  ];
}

export interface TablesRequest extends TablesContent {
  readonly edition: Edition;
  readonly paint: readonly PaintRule[];
}

export function tablesSheet({ edition, paint, ...content }: TablesRequest): Sheet {
  const { report, totals, year } = content;
  const layout = sheetLayout(edition);
  const contentOf = (cell: SheetCell): Pick<SheetCellContent, 'value' | 'result'> => {
    const value = tableCellValue(cell, content);
    return typeof value === 'object' && value !== null
      ? { value, result: report?.figures[cell.figure ?? ''] ?? null }
      : { value };
  };

  const withUnit = new Set(layout.cells.flatMap(({ role, figure }) => (role === 'unit' && figure ? [figure] : [])));

  return {
    name: sheetNames(year).tables,
    cells: layout.cells.flatMap((cell) => {
      const look = tableCellLook(cell, totals.has(cell.figure ?? ''));
      // An amount and its unit stand in one box.
      const joined = withUnit.has(cell.figure ?? '');
      const edges = {
        ...allEdges,
        left: !(joined && cell.role === 'unit'),
        right: !(joined && cell.role === 'figure'),
      };
      return covered(cell, { look, edges: look.lined ? edges : null, text: false }, contentOf(cell));
    }),
    columnWidths: Array.from({ length: gridColumns }, () => tablesLook.columnWidth / characterWidth),
    rowHeights: layout.rowHeights,
    heightsFollowText: false,
    merges: layout.cells.filter(isMerged).map(blockOf),
    paint,
    validations: tablesValidations(edition),
    frozenRows: 0,
    frozenColumns: layout.frozenColumns,
    page: tablesLook.page,
    printArea: { row: 0, column: 0, rowCount: layout.rowCount, columnCount: layout.columnCount },
    tabColour,
  };
}

const ems = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 256 ? 0.55 : 1), 0);

/** Points that a text needs in a column of `width` characters of the normal font. */
function textHeight(text: string, size: number, width: number): number {
  const perLine = Math.max(1, Math.floor((width * characterWidth - 6) / size));
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(ems(line) / perLine)), 0);
  return Math.ceil(lines * size * 1.35 + 3);
}

const plainSheet = {
  heightsFollowText: true,
  merges: [],
  paint: [],
  validations: [],
  frozenRows: 0,
  frozenColumns: 0,
  printArea: null,
  tabColour: null,
} as const;

const textWidth = textLook.columnWidth / characterWidth;

export function textSheet(edition: Edition, year: number | null, unit: string | null, report: Report | null): Sheet {
  const rows = textSheetRows(edition, textSheetTitle(unit, year), report?.narrative ?? null);
  return {
    ...plainSheet,
    page: textLook.page,
    name: sheetNames(year).text,
    cells: rows.map(({ role, text }, row) => ({
      row,
      column: 0,
      value: text,
      style: { look: textRowLooks[role], edges: null, text: true },
    })),
    columnWidths: [textWidth],
    rowHeights: rows.map(({ role, text }) => textHeight(text, textRowLooks[role].size, textWidth)),
  };
}

/** A sheet of texts, numbers and formulas, such as 校验结果. */
export const contentSheet = ({ name, widths, headerRows, headerColumns = 0, rows, paint }: SheetContent): Sheet => ({
  ...plainSheet,
  page: contentPageLook({ widths, headerColumns }),
  name,
  cells: rows.flatMap((values, row) => {
    const look = contentRowLook(row, headerRows);
    return values.map((value, column): SheetCellContent => ({
      row,
      column,
      value,
      style: { look, edges: look.lined ? allEdges : null, text: false },
    }));
  }),
  columnWidths: widths,
  rowHeights: rows.map((values, row) =>
    Math.max(
      ...values.map((value, column) => {
        // Titles run on over empty cells.
        const width = row < headerRows - 1 ? Infinity : (widths[column] ?? 10);
        return textHeight(typeof value === 'string' ? value : '', contentRowLook(row, headerRows).size, width);
      }),
    ),
  ),
  paint,
  frozenRows: headerRows,
  frozenColumns: headerColumns,
});

/** The sheet 校验说明, or nothing where the report has no doubts, reasons and particulars of its unit. */
export function notesSheet(edition: Edition, report: Report | null): Sheet | null {
  const rows = report === null ? [] : noteRows(edition, report);
  return rows.length === 0 ? null : contentSheet(notesContent(rows));
}
