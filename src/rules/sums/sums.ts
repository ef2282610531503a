/** Sums of figures that a rule beside the identities speaks about, by the ids of rows and columns. */
import type { Edition, TableId } from '../../report/edition';
import { figuresOf, type Figure, type FigureId } from '../../report/figures';
import type { Report } from '../../report/report';
import type { CheckInput } from '../input';

/** Figures of one table in these rows (or groups of rows) and columns. Empty where the edition has none. */
export const figuresAt = (
  edition: Edition,
  table: TableId,
  rows: readonly string[],
  columns: readonly string[],
): Figure[] =>
  figuresOf(edition).filter(
    (figure) =>
      figure.table === table &&
      columns.includes(figure.column) &&
      rows.some((row) => figure.row === row || figure.row.startsWith(`${row}.`)),
  );

/** The number in a cell; null for blanks, text and error values. */
export const valueIn = (input: CheckInput, id: FigureId): number | null => {
  const entry = input.entries.get(id);
  return entry?.kind === 'number' ? entry.value : null;
};

/** The sum of figures; null if there are none or one of them is no number. */
export function sumIn(input: CheckInput, figures: readonly Figure[]): number | null {
  let sum = 0;
  for (const { id } of figures) {
    const value = valueIn(input, id);
    if (value === null) return null;
    sum += value;
  }
  return figures.length === 0 ? null : sum;
}

export const previousValue = (previous: Report, id: FigureId): number | null => previous.figures[id] ?? null;
