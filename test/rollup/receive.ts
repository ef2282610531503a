/** Reports and names as a collection takes them. */
import { findEdition } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { receivedOf, type Received } from '../../src/rollup/received';
import type { RosterUnit } from '../../src/rollup/collection/roster';

/** A report as it comes from a file, without findings and doubts. */
export function receive(source: string, report: Report, more: Partial<Received> = {}): Received {
  const edition = findEdition(report.edition);
  if (edition === undefined) throw new Error(report.edition);
  return { ...receivedOf({ source, reading: { edition, report, doubts: [] }, findings: [] }), ...more };
}

/** A list of units that says nothing but their names. */
export const listed = (names: readonly string[]): RosterUnit[] =>
  names.map((name) => ({ name, formerNames: [], shortNames: [], kind: '', level: '', counted: true, succeeds: [] }));
