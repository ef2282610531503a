/** Many reports to one: what counts, what does not and why, and from whom each figure came. */
import { addUp, type AddedUp } from './add';
import { collect, type CollectionRequest, type UnitRow } from './collection/collection';
import { lastYearStanding, type LastYearStanding } from './collection/previousYear';
import { RosterIndex } from './collection/roster';

export interface RollUp extends AddedUp {
  readonly rows: readonly UnitRow[];
  /** `null` where last year's reports were not given. */
  readonly lastYear: LastYearStanding | null;
}

/** Places every report against the list and adds those that count. */
export function rollUp(request: CollectionRequest): RollUp {
  const rows = collect(request);
  const included = rows.flatMap(({ included: isIn, received }) => (isIn && received !== null ? [received] : []));
  const { previous, year, roster, unit } = request;
  const index = roster === null ? null : new RosterIndex(roster);
  const lastYear = previous === undefined ? null : lastYearStanding(previous, year - 1, index, { rows, unit });
  return { ...addUp(request, included), rows, lastYear };
}
