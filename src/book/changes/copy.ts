/**
 * Copying a block of cells over another: contents with relative references re-based, formats, merges, data validation
 * and conditional formats, which ordinary paste and copy-down carry with them.
 */
import { block, coalesce, contains, intersection, subtract, type Block } from '../address';
import { rebase } from '../formulas/formula';
import { cellAt, mapCells, type Cell, type ConditionalFormat, type Sheet, type Validation } from '../sheet';
import { isFormula, type CellValue, type Content } from '../formulas/value';

export type CopyPart = 'all' | 'values' | 'formulas' | 'formats';

const moveBlock = (b: Block, rows: number, columns: number): Block =>
  block(b.row + rows, b.column + columns, b.rowCount, b.columnCount);

/** Blocks without the cells of `area`. */
const without = (ranges: readonly Block[], area: Block): Block[] => ranges.flatMap((range) => subtract(range, area));

interface Placed {
  readonly ranges: readonly Block[];
  readonly anchor: { readonly row: number; readonly column: number };
}

const touches = (item: Placed, area: Block): boolean => item.ranges.some((range) => intersection(range, area) !== null);

/** The items with `area` taken out of their ranges; those that lose all are gone. */
export function clearPlaced<T extends Placed>(items: readonly T[], area: Block): readonly T[] {
  if (!items.some((item) => touches(item, area))) return items;
  return items.flatMap((item) => {
    if (!touches(item, area)) return [item];
    const ranges = coalesce(without(item.ranges, area));
    return ranges.length === 0 ? [] : [{ ...item, ranges }];
  });
}

/**
 * Lays what `from` carries over `source` onto the same cells moved by `rows` and `columns`. On one sheet an item grows by
 * the new cells (Excel joins equal rules); `apart` makes each paste an item of its own, as Excel often does.
 */
function carry<T extends Placed>(
  from: readonly T[],
  onto: readonly T[],
  source: Block,
  rows: number,
  columns: number,
  separate: ((item: T, ranges: readonly Block[], anchor: Placed['anchor']) => T) | null,
): readonly T[] {
  const target = moveBlock(source, rows, columns);
  const cleared = clearPlaced(onto, target);
  const moved = new Map<T, readonly Block[]>();
  for (const item of from) {
    const ranges = item.ranges.flatMap((range) => {
      const cut = intersection(range, source);
      return cut === null ? [] : [moveBlock(cut, rows, columns)];
    });
    if (ranges.length > 0) moved.set(item, ranges);
  }
  if (moved.size === 0) return cleared;
  const result: T[] = [];
  if (separate !== null) {
    result.push(...cleared);
    for (const [item, ranges] of moved) {
      const anchor = { row: item.anchor.row + rows, column: item.anchor.column + columns };
      result.push(separate(item, ranges, anchor));
    }
    return result;
  }
  for (const item of onto) {
    const added = moved.get(item) ?? [];
    const ranges = coalesce([...without(item.ranges, target), ...added]);
    if (ranges.length > 0) result.push({ ...item, ranges });
  }
  return result;
}

export interface CopyOptions {
  readonly part: CopyPart;
  readonly skipBlanks: boolean;
  /** Every paste makes conditional formats of its own instead of widening the ones that are there. */
  readonly apart: boolean;
  readonly newFormatId: () => string;
  /** Value of a cell of the source as shown now, for pasting values. */
  readonly value: (row: number, column: number) => CellValue;
}

/** A worksheet on which `source` of `from` was copied with its first cell at (`row`, `column`). */
export function copyBlock(
  from: Sheet,
  source: Block,
  onto: Sheet,
  row: number,
  column: number,
  options: CopyOptions,
): Sheet {
  const rows = row - source.row;
  const columns = column - source.column;
  const target = moveBlock(source, rows, columns);
  const { part } = options;
  const content = (cell: Cell, r: number, c: number): Content => {
    if (part === 'values') return options.value(r, c);
    return isFormula(cell.content) ? { formula: rebase(cell.content.formula, rows, columns) } : cell.content;
  };
  let sheet = mapCells(onto, target, (old, r, c) => {
    const cell = cellAt(from, r - rows, c - columns);
    if (options.skipBlanks && cell.content === null) return old;
    switch (part) {
      case 'all':
        return { content: content(cell, r - rows, c - columns), format: cell.format, style: cell.style };
      case 'formats':
        return { content: old.content, format: cell.format, style: cell.style };
      default:
        return { ...old, content: content(cell, r - rows, c - columns) };
    }
  });
  if (part !== 'all' && part !== 'formats') return sheet;
  const sameSheet = from.id === onto.id;
  const apart = options.apart || !sameSheet;
  const merges = from.merges.filter((merge) => contains(source, merge)).map((merge) => moveBlock(merge, rows, columns));
  sheet = {
    ...sheet,
    merges: [...sheet.merges.filter((merge) => intersection(merge, target) === null), ...merges],
    conditionalFormats: carry<ConditionalFormat>(
      from.conditionalFormats,
      onto.conditionalFormats,
      source,
      rows,
      columns,
      apart ? (item, ranges, anchor) => ({ ...item, id: options.newFormatId(), ranges, anchor }) : null,
    ),
    validations:
      part === 'formats'
        ? sheet.validations
        : carry<Validation>(
            from.validations,
            onto.validations,
            source,
            rows,
            columns,
            sameSheet ? null : (item, ranges, anchor) => ({ ...item, ranges, anchor }),
          ),
  };
  return sheet;
}
