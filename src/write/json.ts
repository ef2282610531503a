/**
 * The report as JSON, `gouji-report/1`, with every key in the order of the edition: two exports of the same report are
 * byte-equal whatever built them.
 */
import { findEdition, figuresOf, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import { plainName } from './text';

/** Compares figure ids by their printed order; ids that the edition does not know keep their order, last. */
const inOrder = <Value>(record: Readonly<Record<string, Value>>, order: readonly FigureId[]): Record<string, Value> => {
  const known = order.filter((id) => Object.hasOwn(record, id));
  const rest = Object.keys(record).filter((id) => !known.includes(id));
  return Object.fromEntries([...known, ...rest].map((id) => [id, record[id] as Value]));
};

/** The same report with its keys in canonical order. */
export function canonicalReport(report: Report): Report {
  const edition = findEdition(report.edition);
  const order = edition === undefined ? [] : figuresOf(edition).map((figure) => figure.id);
  const { name, creditCode, kind, level } = report.unit;
  return {
    format: report.format,
    edition: report.edition,
    year: report.year,
    unit: { name: name === null ? null : plainName(name), creditCode, kind, level },
    figures: inOrder(report.figures, order),
    units: inOrder(report.units, order),
    marks: Object.fromEntries(
      Object.entries(inOrder(report.marks, order)).map(([id, mark]) => [
        id,
        mark && { state: mark.state, source: mark.source },
      ]),
    ),
    narrative: {
      overview: report.narrative.overview,
      problems: report.narrative.problems,
      other: report.narrative.other,
    },
    ...(report.contact === undefined ? {} : { contact: report.contact }),
    ...(report.closing === undefined
      ? {}
      : {
          closing: {
            unit: report.closing.unit === null ? null : plainName(report.closing.unit),
            date: report.closing.date,
          },
        }),
    explanations: report.explanations.map((explanation) => ({
      rule: explanation.rule,
      figures: explanation.figures,
      values: inOrder(explanation.values, order),
      text: explanation.text,
    })),
  };
}

/** JSON text of a report, indented by two spaces, ending in a newline. */
export const writeJson = (report: Report): string => `${JSON.stringify(canonicalReport(report), null, 2)}\n`;
