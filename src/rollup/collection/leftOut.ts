/** Who is not in a sum though nobody said that it is to be so. */
import { isRepeated, type UnitRow, type UnitState } from './collection';

export interface LeftOut {
  /** Units of the list that are to count and do not: nothing came, or nothing that counts. */
  readonly units: number;
  /** Files beside these: of no unit of the list, or not readable. */
  readonly files: number;
}

/** Another year's report, a sum of others and what is no report are none that a sum lacks. */
const notLacking = new Set<UnitState>(['isSum', 'otherYear', 'notReport']);

export function leftOut(rows: readonly UnitRow[]): LeftOut {
  const counted = new Set(rows.flatMap(({ included, listed }) => (included && listed !== null ? [listed] : [])));
  const taken = new Set(rows.flatMap(({ included, source }) => (included && source !== null ? [source] : [])));
  const units = new Set(
    rows.flatMap(({ listed, decision }) =>
      listed !== null && listed.counted && !counted.has(listed) && decision?.accept !== false ? [listed] : [],
    ),
  );
  const isLacking = ({ listed, included, decision, state, beside }: UnitRow): boolean =>
    listed === null &&
    !included &&
    decision === null &&
    !notLacking.has(state) &&
    // The same once more, of which one counts.
    !(beside !== null && beside.differing === 0 && taken.has(beside.source));
  const files = rows.filter((row) => !isRepeated(row) && isLacking(row));
  return { units: units.size, files: files.length };
}
