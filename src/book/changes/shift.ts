/**
 * Inserting and deleting cells: what moves, and what becomes of every reference. A range grows when cells are put
 * inside it, shrinks when some of it is taken out, and becomes #REF! when all of it is.
 */
import { block, contains, endColumn, endRow, intersection, maxColumns, maxRows, type Block } from '../address';
import { mapReferences, type Reference } from '../formulas/formula';
import type { Cell, Line, Row, Sheet, ValidationRule, Workbook } from '../sheet';
import { isFormula } from '../formulas/value';

/** Cells of `area` come in (`insert`) or go (`delete`); those after it move down or right, up or left. */
export interface Shift {
  readonly sheetId: string;
  readonly area: Block;
  readonly change: 'insert' | 'delete';
  readonly along: 'rows' | 'columns';
}

export class ShiftError extends Error {}

/** New first and last index of a span; `null` = all of it was deleted. */
function shiftSpan(first: number, last: number, at: number, count: number, change: Shift['change'], limit: number) {
  if (change === 'insert') {
    const moved = (index: number): number => (index >= at ? index + count : index);
    // A span that reaches the last row of the sheet, such as A:A, stays as it is.
    if (first === 0 && last === limit - 1) return { first, last };
    return moved(first) >= limit ? null : { first: moved(first), last: Math.min(moved(last), limit - 1) };
  }
  if (first === 0 && last === limit - 1) return { first, last };
  const end = at + count;
  const start = first < at ? first : first >= end ? first - count : at;
  const stop = last < at ? last : last >= end ? last - count : at - 1;
  return stop < start ? null : { first: start, last: stop };
}

/** The block after the shift; `null` = gone. A block that the shift touches only in part across stays. */
export function shiftBlock(b: Block, shift: Shift): Block | null {
  const { area, change, along } = shift;
  if (along === 'rows') {
    if (b.column < area.column || endColumn(b) > endColumn(area)) return b;
    const span = shiftSpan(b.row, endRow(b) - 1, area.row, area.rowCount, change, maxRows);
    return span === null ? null : block(span.first, b.column, span.last - span.first + 1, b.columnCount);
  }
  if (b.row < area.row || endRow(b) > endRow(area)) return b;
  const span = shiftSpan(b.column, endColumn(b) - 1, area.column, area.columnCount, change, maxColumns);
  return span === null ? null : block(b.row, span.first, b.rowCount, span.last - span.first + 1);
}

function shiftReference(reference: Reference, shift: Shift): Reference | null {
  const { row1, row2, column1, column2 } = reference;
  const before = block(row1, column1, row2 - row1 + 1, column2 - column1 + 1);
  const after = shiftBlock(before, shift);
  if (after === null) return null;
  if (after === before) return reference;
  return {
    ...reference,
    row1: after.row,
    row2: endRow(after) - 1,
    column1: after.column,
    column2: endColumn(after) - 1,
  };
}

/** The formula of a cell on `sheetName` after the shift on the sheet that is called `shiftedName`. */
const shiftFormula = (formula: string, sheetName: string, shiftedName: string, shift: Shift): string =>
  mapReferences(formula, (reference) =>
    (reference.sheet ?? sheetName).toLowerCase() === shiftedName.toLowerCase()
      ? shiftReference(reference, shift)
      : reference,
  );

/** The rule with every formula in it rewritten. */
export function mapRuleFormulas(rule: ValidationRule, map: (formula: string) => string): ValidationRule {
  const mapped = (value: string | number): string | number =>
    typeof value === 'string' && value.startsWith('=') ? map(value) : value;
  const comparison = <T extends { readonly formula1: string | number; readonly formula2?: string | number }>(
    c: T,
  ): T => ({
    ...c,
    formula1: mapped(c.formula1),
    ...(c.formula2 === undefined ? {} : { formula2: mapped(c.formula2) }),
  });
  return {
    ...(rule.wholeNumber && { wholeNumber: comparison(rule.wholeNumber) }),
    ...(rule.decimal && { decimal: comparison(rule.decimal) }),
    ...(rule.textLength && { textLength: comparison(rule.textLength) }),
    ...(rule.list && { list: { ...rule.list, source: String(mapped(rule.list.source)) } }),
    ...(rule.custom && { custom: { formula: String(mapped(rule.custom.formula)) } }),
  };
}

function shiftCells(sheet: Sheet, shift: Shift): ReadonlyMap<number, Row> {
  const { area } = shift;
  const rows = new Map<number, Map<number, Cell>>();
  const put = (row: number, column: number, cell: Cell): void => {
    if (row >= maxRows || column >= maxColumns) {
      throw new ShiftError('cells that hold something would leave the sheet');
    }
    const line = rows.get(row) ?? new Map<number, Cell>();
    line.set(column, cell);
    rows.set(row, line);
  };
  const wholeRows = shift.along === 'rows' && area.column === 0 && area.columnCount === maxColumns;
  if (wholeRows) {
    // Most often whole rows move: the rows themselves are shared with the old sheet.
    const moved = new Map<number, Row>();
    for (const [row, line] of sheet.cells) {
      const span = shiftSpan(row, row, area.row, area.rowCount, shift.change, maxRows);
      if (span !== null) moved.set(span.first, line);
    }
    return moved;
  }
  for (const [row, line] of sheet.cells) {
    for (const [column, cell] of line) {
      const to = shiftBlock(block(row, column), shift);
      if (to !== null) put(to.row, to.column, cell);
    }
  }
  return rows;
}

function shiftLines(
  lines: ReadonlyMap<number, Line>,
  at: number,
  count: number,
  change: Shift['change'],
  limit: number,
) {
  const moved = new Map<number, Line>();
  for (const [index, line] of lines) {
    const span = shiftSpan(index, index, at, count, change, limit);
    if (span !== null) moved.set(span.first, line);
  }
  return moved;
}

const shiftAll = (ranges: readonly Block[], shift: Shift): Block[] =>
  ranges.flatMap((range) => {
    const moved = shiftBlock(range, shift);
    return moved === null ? [] : [moved];
  });

/**
 * An anchor stands for the references relative to it. It moves with the first of its ranges; when that cell itself is
 * deleted, the formula is re-read from the next cell that stays, so the anchor is chosen among what stays.
 */
function keptAnchor(anchor: { row: number; column: number }, ranges: readonly Block[], shift: Shift) {
  const inRange = (row: number, column: number) => shiftBlock(block(row, column), shift);
  const own = inRange(anchor.row, anchor.column);
  if (own !== null) return { from: anchor, to: own };
  for (const range of ranges) {
    for (const [row, column] of [
      [range.row, range.column],
      [endRow(range) - 1, range.column],
      [range.row, endColumn(range) - 1],
      [endRow(range) - 1, endColumn(range) - 1],
    ] as const) {
      const to = inRange(row, column);
      if (to !== null) return { from: { row, column }, to };
    }
  }
  return null;
}

/** Throws `ShiftError` where a part of a merged area would move away from the rest. */
function refuseCutMerges(sheet: Sheet, { area, along }: Shift): void {
  const wholeLine = along === 'rows' ? area.columnCount === maxColumns : area.rowCount === maxRows;
  if (wholeLine) return;
  const across =
    along === 'rows'
      ? block(area.row, area.column, maxRows - area.row, area.columnCount)
      : block(area.row, area.column, area.rowCount, maxColumns - area.column);
  for (const merge of sheet.merges)
    if (intersection(merge, across) !== null && !contains(across, merge))
      throw new ShiftError('this would cut a merged area');
}

type Through = (formula: string) => string;

/** The cells with their formulas as `through` makes them; rows where none changes are the same objects. */
function withFormulas(cells: ReadonlyMap<number, Row>, through: Through): ReadonlyMap<number, Row> {
  const rewritten = new Map<number, Row>();
  for (const [row, line] of cells) {
    let copy: Map<number, Cell> | null = null;
    for (const [column, cell] of line) {
      if (!isFormula(cell.content)) continue;
      const formula = through(cell.content.formula);
      if (formula === cell.content.formula) continue;
      copy ??= new Map(line);
      copy.set(column, { ...cell, content: { formula } });
    }
    if (copy !== null) rewritten.set(row, copy);
  }
  if (rewritten.size === 0) return cells;
  return new Map([...cells].map(([row, line]) => [row, rewritten.get(row) ?? line]));
}

/** What is said of ranges of a sheet by formulas that are read from an anchor. */
interface Anchored {
  readonly anchor: { readonly row: number; readonly column: number };
  readonly ranges: readonly Block[];
}

type Rebase = (formula: string, rows: number, columns: number) => string;

/** Where `item` stands after cells of its own sheet moved, and how its formulas read there; `null` where nothing of it is left. */
function movedItem<T extends Anchored>(
  item: T,
  shift: Shift,
  through: Through,
  rebaseRelative: Rebase,
): { readonly item: T; readonly through: Through } | null {
  const ranges = shiftAll(item.ranges, shift);
  const anchor = keptAnchor(item.anchor, item.ranges, shift);
  if (ranges.length === 0 || anchor === null) return null;
  const rows = anchor.from.row - item.anchor.row;
  const columns = anchor.from.column - item.anchor.column;
  return {
    item: { ...item, ranges, anchor: { row: anchor.to.row, column: anchor.to.column } },
    through: (formula) => through(rebaseRelative(formula, rows, columns)),
  };
}

/** The sheet itself whose cells came in or went: all but its formulas. */
function movedSheet(sheet: Sheet, shift: Shift): Sheet {
  const { area, along, change } = shift;
  const wholeRows = along === 'rows' && area.columnCount === maxColumns;
  const wholeColumns = along === 'columns' && area.rowCount === maxRows;
  const moveOrNull = (b: Block | null): Block | null => (b === null ? null : shiftBlock(b, shift));
  return {
    ...sheet,
    cells: shiftCells(sheet, shift),
    rows: wholeRows ? shiftLines(sheet.rows, area.row, area.rowCount, change, maxRows) : sheet.rows,
    columns: wholeColumns
      ? shiftLines(sheet.columns, area.column, area.columnCount, change, maxColumns)
      : sheet.columns,
    // A merge that a deletion leaves as a single cell is no merge any more.
    merges: shiftAll(sheet.merges, shift).filter((merge) => merge.rowCount > 1 || merge.columnCount > 1),
    page: {
      ...sheet.page,
      printArea: moveOrNull(sheet.page.printArea),
      printTitleRows: moveOrNull(sheet.page.printTitleRows),
      printTitleColumns: moveOrNull(sheet.page.printTitleColumns),
    },
  };
}

/** The workbook after cells came in or went. Throws `ShiftError` where Excel refuses. */
export function shiftWorkbook(workbook: Workbook, shift: Shift, rebaseRelative: Rebase): Workbook {
  const target = workbook.sheets.find((sheet) => sheet.id === shift.sheetId);
  if (target === undefined) throw new ShiftError('no such sheet');
  refuseCutMerges(target, shift);
  const sheets = workbook.sheets.map((sheet): Sheet => {
    const onTarget = sheet === target;
    const through: Through = (formula) => shiftFormula(formula, sheet.name, target.name, shift);
    const reread = <T extends Anchored>(items: readonly T[], apply: (item: T, map: Through) => T): T[] =>
      items.flatMap((item) => {
        const moved = onTarget ? movedItem(item, shift, through, rebaseRelative) : { item, through };
        return moved === null ? [] : [apply(moved.item, moved.through)];
      });
    const moved = onTarget ? movedSheet(sheet, shift) : sheet;
    return {
      ...moved,
      cells: withFormulas(moved.cells, through),
      conditionalFormats: reread(sheet.conditionalFormats, (item, map) => ({ ...item, formula: map(item.formula) })),
      validations: reread(sheet.validations, (item, map) => ({ ...item, rule: mapRuleFormulas(item.rule, map) })),
    };
  });
  const names = workbook.names.map((name) => {
    const formula = mapReferences(name.formula, (reference) =>
      reference.sheet?.toLowerCase() === target.name.toLowerCase() ? shiftReference(reference, shift) : reference,
    );
    return formula === name.formula ? name : { ...name, formula };
  });
  return { sheets, names };
}
