import type { Edition } from '../report/edition';
import { sameAmount, type Entries, type Figure, type FigureId } from '../report/figures';
import type { LocatedReport } from '../read/reading';
import { totalFormulas } from '../rules/sums/formula';
import { totalsOf } from '../rules/sums/identities';

const known = new WeakMap<Edition, ReadonlyMap<FigureId, readonly Figure[]>>();

/** Each total of an edition with the parts that make it, by the first rule that defines it. */
export function totalParts(edition: Edition): ReadonlyMap<FigureId, readonly Figure[]> {
  let parts = known.get(edition);
  if (parts === undefined) {
    const found = new Map<FigureId, readonly Figure[]>();
    for (const { total, identity } of totalsOf(edition)) if (!found.has(total.id)) found.set(total.id, identity.right);
    known.set(edition, found);
    parts = found;
  }
  return parts;
}

const valueOf = (entries: Entries, id: FigureId): number | null => {
  const entry = entries.get(id);
  return entry?.kind === 'number' ? entry.value : null;
};

/** Totals that agree with all their parts: only these may become formulas, a wrong printed total must stay visible. */
function agreeingTotals(located: LocatedReport): ReadonlySet<FigureId> {
  const agreeing = new Set<FigureId>();
  for (const [id, parts] of totalParts(located.edition)) {
    const values = parts.map((part) => valueOf(located.entries, part.id));
    if (values.includes(null)) continue;
    const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0);
    const total = valueOf(located.entries, id);
    if (total !== null && sameAmount(total, sum)) agreeing.add(id);
  }
  return agreeing;
}

/** The formulas for totals that are typed and agree with their parts. */
export function formulasFor(located: LocatedReport): Map<FigureId, string> {
  const agreeing = agreeingTotals(located);
  const formulas = [...totalFormulas(located.edition, located.cells)];
  return new Map(formulas.filter(([id]) => agreeing.has(id) && !located.formulas.has(id)));
}

/** How the totals of a report came about. */
export function totalsKind(located: LocatedReport): 'formulas' | 'typed' | 'mixed' {
  const totals = [...totalParts(located.edition).keys()].filter((id) => located.cells.has(id));
  const formulas = totals.filter((id) => located.formulas.has(id)).length;
  return formulas === 0 ? 'typed' : formulas === totals.length ? 'formulas' : 'mixed';
}
