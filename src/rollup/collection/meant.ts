/** Which report of a unit is meant when it is written to, or when it is asked what became of a letter. */
import { nameKey } from '../names';
import { sameFigures } from '../received';
import { calledIn } from '../sheets';
import type { UnitRow } from './collection';

export interface Meant {
  /** What the unit is called; a report that nobody can name is called by its file. */
  readonly name: string;
  /** `null`: of reports that differ nobody said which. */
  readonly row: UnitRow | null;
}

/** Last year's report among this year's is nobody's answer, and a sum is no unit's. */
const isOwn = ({ received, state }: UnitRow): boolean =>
  received !== null && state !== 'isSum' && (state !== 'otherYear' || received.year === null);

/** Of each unit the report that counts; where none does, the one that came, unless several did that differ. In their order. */
export function meantIn(rows: readonly UnitRow[]): Meant[] {
  const units = new Map<string, { name: string; own: UnitRow[] }>();
  for (const row of rows) {
    if (!isOwn(row)) continue;
    const name = calledIn(row);
    const known = units.get(nameKey(name));
    if (known === undefined) units.set(nameKey(name), { name, own: [row] });
    else known.own.push(row);
  }
  return [...units.values()].map(({ name, own }) => {
    const open = own.filter(({ decision }) => decision?.accept !== false);
    const [first, ...more] = open.length > 0 ? open : own;
    const counted = own.find(({ included }) => included);
    const isOne = more.every(({ received }) => {
      return received !== null && first?.received != null && sameFigures(received, first.received);
    });
    return { name, row: counted ?? (isOne ? (first ?? null) : null) };
  });
}
