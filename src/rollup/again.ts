/** A sum that was made before, as the sheet 数据来源 tells of it. */
import type { Edition } from '../report/edition';
import { figuresOf } from '../report/figures';
import type { Report } from '../report/report';
import { sumSheetHeads } from '../report/sheet/workbook';
import { wideHeads } from './tables';
import { everyWords } from './words';

type Rows = readonly (readonly unknown[])[];

const isEmpty = (cell: unknown): boolean => cell === '' || cell === null || cell === undefined;

/** The figures of the sum on a sheet 数据来源; `null` where it is none, or one of another edition. */
export function sumOn(rows: Rows, edition: Edition): Report['figures'] | null {
  const [title, heads = [], sums = []] = rows;
  const isSources = Object.values(sumSheetHeads).some(({ sources }) => sources[0] === title?.[0]);
  if (!isSources || !wideHeads(edition).every((head, index) => heads[index + 2] === head)) return null;
  return Object.fromEntries(
    figuresOf(edition).map(({ id, index }) => {
      const value = sums[index + 2];
      return [id, typeof value === 'number' ? value : null];
    }),
  );
}

/** Whose sum a sheet 汇总情况 tells of, by its title; `null` where it tells of none. */
export function unitOfSum([title]: Rows): string | null {
  for (const { notesTitle } of everyWords) {
    // The titles hold no sign that means something in a pattern.
    const pattern = notesTitle('(.+)', 0).replace(/0/u, String.raw`\d{4}`);
    const unit = new RegExp(`^${pattern}$`, 'u').exec(String(title?.[0] ?? ''))?.[1];
    if (unit !== undefined) return unit.trim();
  }
  return null;
}

/** Whether a sheet holds nothing but rows of these columns, one below the other: a note beside or below them is a person's. */
export function holdsOnlyRows(rows: Rows, columns: number): boolean {
  const filled = rows.map((row) => row.some((cell) => !isEmpty(cell)));
  return (
    rows.every((row) => row.slice(columns).every(isEmpty)) && !filled.slice(0, filled.lastIndexOf(true)).includes(false)
  );
}
