/** What is still to be said before a report leaves the workbook. */
import type { ActiveReport, Candidate, Snapshot } from '../../host/host';
import type { TableId } from '../../report/edition';
import { countLevels } from '../../rules/findings';
import { tableProgress } from './progress';

export interface Standing {
  readonly faults: number;
  readonly blanks: number;
  /** Tables with blanks. */
  readonly tables: readonly TableId[];
}

export function standingOf(active: ActiveReport): Standing {
  const open = tableProgress(active).filter((table) => table.blanks > 0);
  return {
    faults: countLevels(active.findings).fault,
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
