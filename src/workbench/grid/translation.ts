/**
 * What the steps that a person made on the grid mean for the book. The list is closed: a step that is not in it makes
 * the caller draw the book anew and say so.
 */
import type { ICellData, IMutationInfo, IRange, IStyleData } from '@univerjs/core';
import { block, bounding, cellCount, maxColumns, maxRows, type Block } from '../../book/address';
import type { Book, TypingResult } from '../../book/book';
import type { Cell, Line } from '../../book/sheet';
import type { Content } from '../../book/formulas/value';
import { blankCell, blockOf, drawingOf, rangeOf, sameCell, type CellDrawing } from './drawing';
import { mutation } from './mutations';
import { bookStyle, is, points } from './styles';

/** What the grid shows in a cell now, after the steps. `literal`: kept as text whatever it looks like. */
interface ShownCell {
  readonly drawing: CellDrawing;
  readonly literal: boolean;
}

export interface GridReader {
  cell(sheetId: string, row: number, column: number): ShownCell;
}

/** Steps that change nothing that the book keeps: views, the grid's own bookkeeping of formulas, the cell editor. */
const withoutMeaning = new Set<string>([
  'doc.mutation.rich-text-editing',
  'formula.mutation.set-formula-data',
  'formula.mutation.set-array-formula-data',
  'formula.mutation.set-image-formula-data',
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-permission-points',
  'sheet.mutation.empty',
  'sheet.mutation.mark-dirty-filter-change',
]);

/** Steps that move cells: what the grid writes into cells beside them is its own idea of the formulas. */
const structural = new Set<string>([
  mutation.insertRows,
  mutation.insertColumns,
  mutation.removeRows,
  mutation.removeColumns,
  mutation.addMerge,
  mutation.removeMerge,
]);

interface SheetStep {
  readonly subUnitId: string;
}

interface RangesStep extends SheetStep {
  readonly ranges: readonly IRange[];
}

const spanOf = (first: number, last: number): { readonly first: number; readonly count: number } => ({
  first,
  count: last - first + 1,
});

const rowsOf = (range: IRange): ReturnType<typeof spanOf> => spanOf(range.startRow, range.endRow);
const columnsOf = (range: IRange): ReturnType<typeof spanOf> => spanOf(range.startColumn, range.endColumn);

/** A selection of whole rows or columns reaches as far as the sheet does, not as far as the grid draws. */
export function selectedBlock(range: IRange): Block {
  const area = blockOf(range);
  if (is(range.rangeType, 1)) return block(area.row, 0, area.rowCount, maxColumns);
  if (is(range.rangeType, 2)) return block(0, area.column, maxRows, area.columnCount);
  return is(range.rangeType, 3) ? block(0, 0, maxRows, maxColumns) : area;
}

/**
 * The same selection for the grid, which draws fewer rows and columns than a sheet has: whole ones end where the drawing
 * does and say what they are. Otherwise the grid would format a million cells one by one.
 */
export function drawnSelection(area: Block, rowCount: number, columnCount: number): IRange {
  const range = rangeOf(area);
  const wholeRows = area.columnCount >= maxColumns;
  const wholeColumns = area.rowCount >= maxRows;
  if (!wholeRows && !wholeColumns) return range;
  return {
    ...range,
    endRow: Math.min(range.endRow, rowCount - 1),
    endColumn: Math.min(range.endColumn, columnCount - 1),
    rangeType: wholeRows && wholeColumns ? 3 : wholeRows ? 1 : 2,
  };
}

interface Touched {
  readonly row: number;
  readonly column: number;
  readonly before: CellDrawing;
  readonly after: CellDrawing;
  readonly literal: boolean;
}

/** The text that gives a cell what the grid shows in it, as a person would type it. */
function typedText({ after }: Touched): string {
  if (after.formula !== null) return after.formula;
  if (after.truth) return after.value === 1 ? 'TRUE' : 'FALSE';
  return after.value === null ? '' : String(after.value);
}

function contentOf({ after, literal }: Touched): Content {
  if (after.formula !== null) return { formula: after.formula };
  if (after.truth) return after.value === 1;
  if (after.value === null || literal) return after.value ?? '';
  return after.value;
}

const sameContent = (a: CellDrawing, b: CellDrawing): boolean =>
  a.formula === b.formula && (a.formula !== null || (a.value === b.value && a.truth === b.truth));

export interface Translated {
  /** Name of a step that is not in the list; then nothing was carried over. */
  readonly unknown: string | null;
  /** What data validation said to a typed value, where it refused it. */
  readonly refusal: Exclude<TypingResult, { ok: true }> | null;
}

interface CellStep extends SheetStep {
  readonly cellValue: Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;
}

const positions = (step: CellStep): { readonly row: number; readonly column: number }[] =>
  Object.entries(step.cellValue).flatMap(([row, line]) =>
    Object.keys(line).map((column) => ({ row: Number(row), column: Number(column) })),
  );

/** The touched cells of a sheet whose contents or look the grid shows otherwise than the book has them. */
function touchedCells(book: Book, grid: GridReader, sheetId: string, steps: readonly CellStep[]): Touched[] {
  const sheet = book.findSheet(sheetId);
  if (sheet === null) return [];
  const drawn = drawingOf(sheet, (row, column) => book.calculation.value(sheet, row, column));
  const seen = new Set<string>();
  return steps.flatMap(positions).flatMap(({ row, column }) => {
    const key = `${row},${column}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const before = drawn.cells.get(row)?.get(column) ?? blankCell;
    const { drawing: after, literal } = grid.cell(sheetId, row, column);
    return sameCell(before, after) ? [] : [{ row, column, before, after, literal }];
  });
}

function writeStyles(book: Book, sheetId: string, cells: readonly Touched[]): void {
  const area = bounding(cells.map(({ row, column }) => block(row, column)));
  if (area === null) return;
  const looks = new Map(cells.map((cell) => [`${cell.row},${cell.column}`, cell.after.style] as const));
  book.format(sheetId, area, (cell: Cell, row, column) => {
    const look: IStyleData | undefined = looks.get(`${row},${column}`);
    return look === undefined ? cell : { ...cell, ...bookStyle(look, cell.style) };
  });
}

function writeCells(book: Book, sheetId: string, cells: readonly Touched[]): Translated['refusal'] {
  const [only, ...others] = cells.filter(({ before, after }) => !sameContent(before, after));
  const restyled = cells.filter(({ before, after }) => before.look !== after.look);
  // The number format first: under 文本 a number stays text.
  if (restyled.length > 0) writeStyles(book, sheetId, restyled);
  if (only === undefined) return null;
  const isEmpty = ({ after }: Touched): boolean => after.value === null && after.formula === null;
  if (others.length === 0 && !only.literal && !isEmpty(only)) {
    const result = book.type(sheetId, block(only.row, only.column), typedText(only));
    return result.ok ? null : result;
  }
  const changed = [only, ...others];
  const area = bounding(changed.map(({ row, column }) => block(row, column)));
  if (area === null) return null;
  if (changed.every(isEmpty) && changed.length === cellCount(area)) {
    book.clear(sheetId, area);
    return null;
  }
  const contents = new Map(changed.map((cell) => [`${cell.row},${cell.column}`, contentOf(cell)] as const));
  book.writeContents(sheetId, area, (row, column) => contents.get(`${row},${column}`) ?? null, false);
  for (const { row, column } of changed.filter(isEmpty)) book.clear(sheetId, block(row, column));
  return null;
}

type RangeStep = SheetStep & { readonly range: IRange };

type Meaning = (book: Book, params: never) => void;

const lineChange =
  (along: 'rows' | 'columns', change: Partial<Line>) =>
  (book: Book, { subUnitId, ranges }: RangesStep): void => {
    for (const range of ranges) {
      const { first, count } = along === 'rows' ? rowsOf(range) : columnsOf(range);
      book.lines(subUnitId, along, first, count, change);
    }
  };

type Sizes = number | Readonly<Record<number, number>>;

function resize(book: Book, along: 'rows' | 'columns', { subUnitId, ranges }: RangesStep, sizes: Sizes): void {
  for (const range of ranges) {
    const { first, count } = along === 'rows' ? rowsOf(range) : columnsOf(range);
    for (let index = first; index < first + count; index += 1) {
      const size = typeof sizes === 'number' ? sizes : sizes[index];
      if (size !== undefined) book.lines(subUnitId, along, index, 1, { size: points(size) });
    }
  }
}

interface NumberFormatStep extends SheetStep {
  readonly values: Readonly<Record<string, { readonly ranges: readonly IRange[] }>>;
  readonly refMap: Readonly<Record<string, { readonly pattern: string }>>;
}

const meanings: Readonly<Record<string, Meaning>> = {
  [mutation.insertRows]: (book, { subUnitId, range }: RangeStep) =>
    book.insertRows(subUnitId, range.startRow, rowsOf(range).count),
  [mutation.insertColumns]: (book, { subUnitId, range }: RangeStep) =>
    book.insertColumns(subUnitId, range.startColumn, columnsOf(range).count),
  [mutation.removeRows]: (book, { subUnitId, range }: RangeStep) =>
    book.deleteRows(subUnitId, range.startRow, rowsOf(range).count),
  [mutation.removeColumns]: (book, { subUnitId, range }: RangeStep) =>
    book.deleteColumns(subUnitId, range.startColumn, columnsOf(range).count),
  [mutation.addMerge]: (book, { subUnitId, ranges }: RangesStep) => {
    for (const range of ranges) book.merge(subUnitId, blockOf(range));
  },
  [mutation.removeMerge]: (book, { subUnitId, ranges }: RangesStep) => {
    for (const range of ranges) book.unmerge(subUnitId, blockOf(range));
  },
  [mutation.hideRows]: lineChange('rows', { hidden: true }),
  [mutation.showRows]: lineChange('rows', { hidden: false }),
  [mutation.hideColumns]: lineChange('columns', { hidden: true }),
  [mutation.showColumns]: lineChange('columns', { hidden: false }),
  [mutation.rowHeight]: (book, step: RangesStep & { rowHeight: Sizes }) => {
    resize(book, 'rows', step, step.rowHeight);
  },
  [mutation.columnWidth]: (book, step: RangesStep & { colWidth: Sizes }) => {
    resize(book, 'columns', step, step.colWidth);
  },
  [mutation.rowFits]: (book, step: RangesStep & { autoHeightInfo: unknown }) => {
    // Comes with every change of height by hand, which says so itself.
    if (step.autoHeightInfo === 1) lineChange('rows', { size: null })(book, step);
  },
  [mutation.setFormat]: (book, { subUnitId, values, refMap }: NumberFormatStep) => {
    for (const [id, { ranges }] of Object.entries(values)) {
      const pattern = refMap[id]?.pattern;
      if (pattern === undefined) continue;
      for (const range of ranges) book.numberFormat(subUnitId, blockOf(range), pattern);
    }
  },
  [mutation.removeFormat]: (book, { subUnitId, ranges }: RangesStep) => {
    for (const range of ranges) book.numberFormat(subUnitId, blockOf(range), 'General');
  },
  [mutation.renameSheet]: (book, { subUnitId, name }: SheetStep & { name: string }) => {
    book.renameSheet(subUnitId, name);
  },
  [mutation.moveSheet]: (book, { subUnitId, toOrder }: SheetStep & { toOrder: number }) => {
    book.moveSheet(subUnitId, Math.max(0, Math.min(book.sheets.length - 1, toOrder)));
  },
  [mutation.hideSheet]: (book, { subUnitId, hidden }: SheetStep & { hidden: number }) => {
    book.setVisibility(subUnitId, hidden === 1 ? 'Hidden' : 'Visible');
  },
  [mutation.removeSheet]: (book, { subUnitId }: SheetStep) => {
    book.deleteSheet(subUnitId);
  },
  [mutation.tabColour]: (book, { subUnitId, color }: SheetStep & { color: string | null }) => {
    book.changeSheet(subUnitId, 'appearance', { tabColor: color ?? '' });
  },
  [mutation.freeze]: (book, { subUnitId, xSplit, ySplit }: SheetStep & { xSplit: number; ySplit: number }) => {
    book.changeSheet(subUnitId, 'frozen', { frozen: { rows: ySplit, columns: xSplit } });
  },
  [mutation.gridlines]: (book, { subUnitId, showGridlines }: SheetStep & { showGridlines: number }) => {
    book.changeSheet(subUnitId, 'appearance', { showGridlines: showGridlines === 1 });
  },
};

/** Carries out on the book, as one operation of the user, what was done on the grid. Throws `Refusal`. */
export function carryOver(book: Book, grid: GridReader, steps: readonly IMutationInfo<object>[]): Translated {
  const meant = steps.filter(({ id }) => !withoutMeaning.has(id));
  const unknown = meant.find(({ id }) => id !== mutation.setCells && meanings[id] === undefined);
  if (unknown !== undefined) return { unknown: unknown.id, refusal: null };
  if (meant.length === 0) return { unknown: null, refusal: null };
  let refusal: Translated['refusal'] = null;
  book.as('user', () => {
    for (const { id, params } of meant) meanings[id]?.(book, params as never);
    if (meant.some(({ id }) => structural.has(id))) return;
    const bySheet = new Map<string, CellStep[]>();
    for (const { id, params } of meant) {
      if (id !== mutation.setCells) continue;
      const step = params as CellStep;
      bySheet.set(step.subUnitId, [...(bySheet.get(step.subUnitId) ?? []), step]);
    }
    for (const [sheetId, cells] of bySheet) {
      refusal ??= writeCells(book, sheetId, touchedCells(book, grid, sheetId, cells));
    }
  });
  return { unknown: null, refusal };
}
