/** A report with nothing in it. It stands apart from the schema so that what only starts a report need not load zod. */
import type { Edition } from './edition';
import { figuresOf } from './figures';
import type { Report } from './report';
import { reportFormat } from './reportFormat';

/** What a report has before its figures: whoever fills them in need not clear them first. */
export const reportWithoutFigures = (edition: Edition, year: number | null, name: string | null): Report => ({
  format: reportFormat,
  edition: edition.id,
  year,
  unit: { name, creditCode: null, kind: null, level: null },
  figures: {},
  units: {},
  marks: {},
  narrative: { overview: [], problems: [], other: [] },
  explanations: [],
});

/** Every figure of the edition is there and null. */
export function emptyReport(edition: Edition, year: number | null = null, name: string | null = null): Report {
  const report = reportWithoutFigures(edition, year, name);
  for (const { id } of figuresOf(edition)) report.figures[id] = null;
  return report;
}
