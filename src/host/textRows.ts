/** Writing the paragraphs of a section where they stand on the text sheet. Pure: what to write is planned on what was read. */
import type { CellPosition } from '../report/a1';
import type { SheetGrid } from '../read/reading';

export interface TextPlan {
  readonly writes: readonly (readonly [CellPosition, string])[];
  /** Rows to put in first: so many above this row. */
  readonly insert: { readonly above: number; readonly count: number } | null;
}

interface TextRow {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What stands in each row of a sheet, as the reader of texts sees it: its first content. */
const rowsBelow = (grid: SheetGrid, heading: CellPosition): TextRow[] =>
  grid.values.flatMap((values, index) => {
    const row = grid.row + index;
    if (row <= heading.row) return [];
    const column = values.findIndex((value) => String(value ?? '').trim() !== '');
    return column === -1 ? [] : [{ row, column: grid.column + column, text: String(values[column]).trim() }];
  });

/**
 * How the paragraphs of a section become others. `null` where the sheet does not hold `before` any more under the heading:
 * nothing may be written over what somebody has typed since.
 */
export function planText(
  grid: SheetGrid,
  heading: CellPosition,
  before: readonly string[],
  after: readonly string[],
): TextPlan | null {
  const below = rowsBelow(grid, heading);
  const own = below.slice(0, before.length);
  if (own.length < before.length || own.some(({ text }, index) => text !== before[index])) return null;
  const next = below[before.length]?.row;
  const last = own.at(-1)?.row ?? heading.row;
  const missing = Math.max(0, after.length - before.length);
  const free = next === undefined ? missing : Math.min(missing, next - last - 1);
  const insert = next !== undefined && free < missing ? { above: last + free + 1, count: missing - free } : null;
  const added = Array.from({ length: missing }, (_, index) => ({ row: last + 1 + index, column: heading.column }));
  const writes = [...own, ...added].flatMap(({ row, column }, index): [CellPosition, string][] => {
    const text = after[index] ?? '';
    return text === (before[index] ?? '') ? [] : [[{ row, column }, text]];
  });
  return { writes, insert };
}
