/** Blanks that something else in the report, last year's report or the text says are not 0. */
import type { TableId } from '../report/edition';
import { findEdition, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import { checkSteps } from '../rules/check';
import type { Finding } from '../rules/finding';
import { unfolded } from '../rules/findings';
import { inputOfReport } from '../rules/input';
import { inOneGo, type Steps } from '../rules/steps';
import type { LocatedReport } from '../read/reading';
import { totalsOf } from '../rules/sums/identities';
import { zeroable } from './boxes';
import type { ActiveReport } from './host';

export interface Contradiction {
  /** What the check would say if they were 0. */
  readonly finding: Finding;
  /** The blanks that it speaks of. */
  readonly figures: readonly FigureId[];
}

/** The report as it would stand with 0 in its blanks, the totals by formula worked out. */
function withZeros({ report, located }: ActiveReport, blanks: ReadonlySet<FigureId>): Report {
  const figures = { ...report.figures };
  for (const id of blanks) figures[id] = 0;
  for (let changed = true; changed;) {
    changed = false;
    for (const { total, identity } of totalsOf(located.edition)) {
      const parts = identity.right.map(({ id }) => figures[id] ?? null);
      if ((figures[total.id] ?? null) !== null || !located.formulas.has(total.id) || parts.includes(null)) continue;
      figures[total.id] = parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
      changed = true;
    }
  }
  return { ...report, figures };
}

/**
 * What the check would find only once the blanks of a report were 0: faults, and what wants a reason.
 * @param tables those whose blanks are to be 0; without, all of the report
 */
export const contradictedBlanks = (active: ActiveReport, tables?: readonly TableId[]): Contradiction[] =>
  inOneGo(contradictionSteps(active, tables));

/** Figures with the parts of those that are totals by formula: a blank part is what such a total is still waiting for. */
function withParts({ edition, formulas }: LocatedReport, figures: readonly FigureId[]): Set<FigureId> {
  const all = new Set(figures);
  const parts = new Map(totalsOf(edition).map(({ total, identity }) => [total.id, identity.right]));
  // A set is walked on to what is added meanwhile.
  for (const id of all) if (formulas.has(id)) parts.get(id)?.forEach((part) => all.add(part.id));
  return all;
}

const isWithin = (part: ReadonlySet<FigureId>, whole: ReadonlySet<FigureId>): boolean =>
  part.size < whole.size && [...part].every((id) => whole.has(id));

/**
 * Of sets of blanks that one slip would explain those that hold no other one. In 总计 by formula every cell of the table is a part:
 * where one column contradicts, it is that column that is asked about, and with it the column of the totals stays open.
 */
const narrowest = (sets: readonly ReadonlySet<FigureId>[]): ReadonlySet<FigureId>[] => {
  const filled = sets.filter(({ size }) => size > 0);
  return filled.filter((one) => !filled.some((other) => isWithin(other, one)));
};

/** The same in steps: the text is looked through twice. */
export function* contradictionSteps(
  active: ActiveReport,
  tables: readonly TableId[] = active.located.tables,
): Steps<Contradiction[]> {
  const { located, report, previous } = active;
  const edition = findEdition(report.edition);
  const blanks = new Set(tables.flatMap((table) => zeroable(located, report, table)));
  if (edition === undefined || blanks.size === 0) return [];
  function* found(of: Report, its: NonNullable<typeof edition>): Steps<Finding[]> {
    // A total by formula whose parts are not all there yet is no number that anything could be told from.
    const input = { ...inputOfReport(its, of, { previous }), formulas: located.formulas };
    const all = yield* checkSteps(input);
    return all.filter(({ level }) => level !== 'remark');
  }
  const keyOf = ({ rule, figures }: Finding): string => `${rule} ${[...figures].sort().join()}`;
  const before = new Set(unfolded(yield* found(report, edition)).map(keyOf));
  const withAll = yield* found(withZeros(active, blanks), edition);
  const known = unfolded(withAll).flatMap((one) => (before.has(keyOf(one)) ? [withParts(located, one.figures)] : []));
  return withAll.flatMap((finding) => {
    const fresh = unfolded([finding])
      .filter((one) => !before.has(keyOf(one)))
      .map((one) => withParts(located, one.figures))
      // A sum by formula over a line that was wrong before is wrong because of it.
      .filter((all) => !known.some((line) => isWithin(line, all)));
    const concerned = fresh.map((all) => new Set([...all].filter((id) => blanks.has(id))));
    const figures = [...new Set(narrowest(concerned).flatMap((set) => [...set]))];
    return figures.length === 0 ? [] : [{ finding, figures }];
  });
}
