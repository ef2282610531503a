/** What is still to be said before a report leaves the workbook. */
import type { ActiveReport, Candidate, Snapshot } from '../../../host/host';
import { isTextSection, type TableId } from '../../../report/edition';
import { saysSomething } from '../../../report/headings';
import { countLevels } from '../../../rules/findings';
import { outdatedPhrases } from '../phrases';
import { tableProgress } from './progress';

export interface Standing {
  readonly faults: number;
  /** Differences that nobody gave a reason for. */
  readonly explains: number;
  readonly blanks: number;
  /** Tables with blanks. */
  readonly tables: readonly TableId[];
  /** Official titles of the text sections that hold nothing. */
  readonly emptySections: readonly string[];
  /** Sentences made of figures that have changed since. */
  readonly outdated: number;
  readonly unnamed: boolean;
}

/** Nothing is left that a person should be asked about. */
export const isSettled = ({ faults, explains, blanks, emptySections, outdated, unnamed }: Standing): boolean =>
  faults + explains + blanks + emptySections.length + outdated === 0 && !unnamed;

export function standingOf(active: ActiveReport): Standing {
  const open = tableProgress(active).filter((table) => table.blanks > 0);
  const { fault, explain } = countLevels(active.findings);
  const { unit, narrative } = active.report;
  return {
    faults: fault,
    explains: explain,
    emptySections: active.located.edition.sections.flatMap(({ id, title }) =>
      isTextSection(id) && !saysSomething(narrative[id]) ? [title] : [],
    ),
    outdated: outdatedPhrases(active.located.edition, active.report).length,
    unnamed: unit.name === null,
    blanks: open.reduce((sum, table) => sum + table.blanks, 0),
    tables: open.map((table) => table.table),
  };
}

/** Other sheets that hold a report of the same unit and year. Two without unit and year are not called the same. */
export function duplicatesOf(snapshot: Snapshot): Candidate[] {
  const chosen = snapshot.active?.candidate;
  if (chosen === undefined || chosen.unit === null || chosen.year === null) return [];
  return snapshot.candidates.filter(
    (other) => other.key !== chosen.key && other.unit === chosen.unit && other.year === chosen.year,
  );
}
