/** The check of one report on the command line, against last year's where there is one. */
import { uncertainFigures } from '../../read/compose/blanks';
import type { Reading } from '../../read/reading';
import type { Language } from '../../report/language';
import type { Report } from '../../report/report';
import { check } from '../../rules/check';
import { dayOfCheck, inputOfReport } from '../../rules/input';
import type { RuleId } from '../../rules/details';
import type { Finding } from '../../rules/finding';
import { wordsIn } from '../words';

export interface CheckSetting {
  readonly language: Language;
  readonly now: Date;
  readonly day: string | null;
  readonly off: ReadonlySet<RuleId>;
  /** Last year's reports and where they are from; `null` where none was named, or none could be read. */
  readonly previous: { readonly file: string; readonly reports: readonly Report[] } | null;
}

/** Last year's report of the same unit: the one of its name and the year before; where names are not told, the only one. */
export function previousOf({ report: { unit, year } }: Reading, reports: readonly Report[]): Report | null {
  const fits = (own: unknown, other: unknown): boolean => own === null || other === null || own === other;
  const fitting = reports.filter(
    (report) => fits(unit.name, report.unit.name) && fits(year === null ? null : year - 1, report.year),
  );
  const exact = fitting.filter((report) => report.unit.name !== null && report.unit.name === unit.name);
  const candidates = exact.length > 0 ? exact : fitting;
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

/** Findings, and the sentence that says that there is no report of last year. */
export function checkReading(
  reading: Reading,
  { language, now, day, off, previous }: CheckSetting,
): { readonly findings: Finding[]; readonly remark: string | null } {
  const lastYear = previous === null ? null : previousOf(reading, previous.reports);
  // A day that is named holds for every report; the clock's only for those that are being written now.
  const today = day ?? dayOfCheck(reading.report.year, now);
  const input = inputOfReport(reading.edition, reading.report, { previous: lastYear, today, off });
  const unread = new Set([...(input.unread ?? []), ...uncertainFigures(reading)]);
  return {
    findings: check({ ...input, unread }),
    remark: previous !== null && lastYear === null ? wordsIn(language).noPrevious(previous.file) : null,
  };
}
