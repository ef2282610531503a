import type { Explanation, Report } from '../report/report';

/** Two explanations of the same finding: the later one counts. */
const sameMatter = (one: Explanation, other: Explanation): boolean =>
  one.rule === other.rule && one.figures.join() === other.figures.join();

/** The report with a reason for a finding, in place of one that was given for it before. */
export const explained = (report: Report, explanation: Explanation): Report => ({
  ...report,
  explanations: [...report.explanations.filter((one) => !sameMatter(one, explanation)), explanation],
});
