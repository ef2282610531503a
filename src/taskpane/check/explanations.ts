/** Reasons that were given for findings. */
import type { Explanation, Report } from '../../report/report';
import type { Finding } from '../../rules/finding';

/** A reason holds while the figures are those for which it was given. */
export const stillHolds = (explanation: Explanation, report: Pick<Report, 'figures'>): boolean =>
  explanation.figures.every((id) => (report.figures[id] ?? null) === (explanation.values[id] ?? null));

/** The reason for a finding, with the values of its figures as they are now. */
export const explanationOf = (finding: Finding, report: Pick<Report, 'figures'>, text: string): Explanation => ({
  rule: finding.rule,
  figures: [...finding.figures],
  values: Object.fromEntries(finding.figures.map((id) => [id, report.figures[id] ?? null])),
  text,
});
