/** Many reports to one: what counts, what does not and why, and from whom each figure came. */
import { addUp, type AddedUp } from './add';
import { collect, type CollectionRequest, type UnitRow } from './collection/collection';

export interface RollUp extends AddedUp {
  readonly rows: readonly UnitRow[];
}

/** Places every report against the list and adds those that count. */
export function rollUp(request: CollectionRequest): RollUp {
  const rows = collect(request);
  const included = rows.flatMap(({ included: isIn, received }) => (isIn && received !== null ? [received] : []));
  return { ...addUp(request, included), rows };
}
