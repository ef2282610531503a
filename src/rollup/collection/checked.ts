/** One file of a collection, read and checked where it was read: what a worker hands to the pane. */
import { causeOf, failed, type Failed } from '../../read/failure';
import { partNames, type Reading, type ReadResult } from '../../read/reading';
import { inOrder } from '../../rules/catalogue';
import type { Finding } from '../../rules/finding';
import { ownFindings, receivedOf, type Received } from '../received';
import type { UnitRow } from './collection';

/** One report with all that a person looks at. Plain data: it travels from a worker as it is. */
export interface Checked {
  readonly received: Received;
  readonly reading: Reading;
  readonly findings: readonly Finding[];
}

export type CheckedFile = { readonly ok: true; readonly checked: readonly Checked[] } | Failed;

/** What a report is called by: its file, and the part of it where the file holds several. */
const sourceOf = (file: string, part: string | null): string => (part === null ? file : `${file}（${part}）`);

/** Every report of a file, checked. `now`: the clock, for the deadlines; `null` leaves them out. */
export function checkAll(file: string, readings: readonly Reading[], now: Date | null): Checked[] {
  const parts = partNames(readings);
  return readings.map((reading, at) => {
    const findings = ownFindings(reading, now);
    const source = sourceOf(file, parts[at] ?? null);
    return { reading, findings, received: receivedOf({ source, reading, findings }) };
  });
}

/** Every report of a file as a collection of very many keeps it. */
export const receiveAll = (file: string, readings: readonly Reading[], now: Date | null): Received[] =>
  checkAll(file, readings, now).map(({ received }) => received);

/** Never throws: a report on which a rule fails is one file that was not read. */
export function checkedFile(file: string, result: ReadResult, now: Date): CheckedFile {
  if (!result.ok) return result;
  try {
    return { ok: true, checked: checkAll(file, result.readings, now) };
  } catch (error) {
    return failed('internal', { cause: causeOf(error) });
  }
}

/** A report with what last year's adds: all that is told of it and asked of its unit. */
export const withYears = (checked: Checked, { yearFindings }: Pick<UnitRow, 'yearFindings'>): Checked =>
  yearFindings.length === 0 ? checked : { ...checked, findings: inOrder([...checked.findings, ...yearFindings]) };
