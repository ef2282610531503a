/** A report with nothing in it. It stands apart from the schema so that what only starts a report need not load zod. */
import type { Edition } from './edition';
import { figuresOf } from './figures';
import type { Report } from './report';

export const reportFormat = 'gouji-report/1';

/** Every figure of the edition is there and null. */
export function emptyReport(edition: Edition, year: number | null = null, name: string | null = null): Report {
  return {
    format: reportFormat,
    edition: edition.id,
    year,
    unit: { name, creditCode: null, kind: null, level: null },
    figures: Object.fromEntries(figuresOf(edition).map((figure) => [figure.id, null])),
    units: {},
    marks: {},
    narrative: { overview: [], problems: [], other: [] },
    explanations: [],
  };
}
