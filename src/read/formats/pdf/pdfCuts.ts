/** Tables that the end of a page cuts in two, whole again. */
import { readNumber } from '../../labels/number';
import type { PageCell, PageTable } from './pdfTable';

/** Edges closer than this, in points, are one. */
const near = 2.5;

/** Where the columns of tables begin and end. */
function edgesOf(cells: readonly PageCell[]): number[] {
  const edges: number[] = [];
  for (const place of cells.flatMap(({ left, right }) => [left, right]).sort((a, b) => a - b)) {
    const last = edges.at(-1);
    if (last === undefined || place - last > near) edges.push(place);
  }
  return edges;
}

const hasNumber = (cells: readonly PageCell[]): boolean => cells.some(({ text }) => readNumber(text) !== null);

/**
 * A table that goes on on the next page, as one: there are no lines between columns that it has not, and it begins with numbers
 * and not with heads. Null where these are two tables.
 */
export function asOne(before: PageTable, after: PageTable): PageTable | null {
  const isAsWide = Math.abs(before.left - after.left) <= near && Math.abs(before.right - after.right) <= near;
  if (!isAsWide || !hasNumber(after.cells.filter(({ row }) => row === 0))) return null;
  const own = edgesOf(before.cells);
  const isNew = (edge: number): boolean => !own.some((place) => Math.abs(place - edge) <= near);
  const edges = edgesOf([...before.cells, ...after.cells]);
  // The heads of a table may take several columns of its rows.
  if (hasNumber(before.cells) && edgesOf(after.cells).some(isNew)) return null;
  const placeOf = (edge: number): number => edges.findLastIndex((place) => place - edge <= near / 2);
  const placed = (cells: readonly PageCell[], down: number): PageCell[] =>
    cells.map((cell) => {
      const column = placeOf(cell.left);
      return { ...cell, row: cell.row + down, column, columnSpan: Math.max(1, placeOf(cell.right) - column) };
    });
  return {
    ...before,
    height: before.height + after.height,
    unplaced: before.unplaced + after.unplaced,
    cells: [...placed(before.cells, 0), ...placed(after.cells, before.height)],
  };
}
