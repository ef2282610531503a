import type { Edition } from '../src/report/edition';
import { emptyReport } from '../src/report/empty';
import { figuresOf } from '../src/report/figures';
import type { Report } from '../src/report/report';

/** A report in which every figure stands: those that are given, and elsewhere 0. */
export function filledReport(
  edition: Edition,
  {
    year = edition.firstYear,
    unit = '青禾县某局',
    figures = {},
  }: {
    readonly year?: number;
    readonly unit?: string;
    readonly figures?: Readonly<Record<string, number | null>>;
  } = {},
): Report {
  const report = emptyReport(edition, year, unit);
  for (const { id } of figuresOf(edition)) report.figures[id] = id in figures ? (figures[id] ?? null) : 0;
  return report;
}
