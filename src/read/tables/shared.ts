/** Cells of a document's table that stand over several figures: nobody can tell whose the number in them is. */
import type { CellBlock } from '../../report/a1';
import type { Budget } from '../containers/budget';
import { sightOf } from '../labels/sight';
import type { Sketch, SketchRow, SourceCell } from './sketch';
import { stripTable } from './tables';

const key = (row: number, column: number): string => `${row} ${column}`;

/** A row of the form, or the one row of the strip. */
const isOfForm = ({ labels }: SketchRow, { table }: Sketch): boolean =>
  table === stripTable || labels.some((label) => sightOf(label).row.includes(table));

/** The same sketch, in which figures that share a cell hold all of it and stay open. `wide`: cells that take several places. */
export function withShared(
  sketch: Sketch,
  wide: readonly CellBlock[],
  textAt: (row: number, column: number) => string,
  budget: Budget,
): Sketch {
  if (wide.length === 0) return sketch;
  const figures = new Set(
    sketch.rows.flatMap((row) =>
      isOfForm(row, sketch) ? (row.cells ?? []).map((cell) => key(cell.row, cell.column)) : [],
    ),
  );
  const shared = new Map<string, SourceCell>();
  for (const { row, column, rowCount, columnCount } of wide) {
    budget.steps(rowCount * columnCount);
    const own: string[] = [];
    for (let at = row; at < row + rowCount; at += 1)
      for (let next = column; next < column + columnCount; next += 1)
        if (figures.has(key(at, next))) own.push(key(at, next));
    const raw = textAt(row, column);
    if (own.length < 2 || raw === '') continue;
    const box = { first: column, last: column + columnCount - 1, held: [], open: true, shared: true as const };
    for (const place of own) shared.set(place, { row, column, raw, box });
  }
  if (shared.size === 0) return sketch;
  const rows = sketch.rows.map((row): SketchRow => ({
    ...row,
    cells: row.cells?.map((cell) => shared.get(key(cell.row, cell.column)) ?? cell) ?? null,
  }));
  return { ...sketch, rows };
}
