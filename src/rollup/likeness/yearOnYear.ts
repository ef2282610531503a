/** Two sets of reports against each other, unit by unit: this year's and last year's, or two collections of one year. */
import type { Edition } from '../../report/edition';
import { figuresOf, type Figure } from '../../report/figures';
import { nameKey } from '../names';
import { outliersOf, type Outlier } from './outliers';
import type { RosterIndex } from '../collection/roster';
import { ofGovernments, ownSums } from '../collection/sumsAmong';
import { differingFigures, nameOf, sameFigures, vectorIn, type Received } from '../received';
import { addUp } from '../add';

export interface SetComparison {
  /** Units that both sets have, with how many figures differ, and how many were read in neither. */
  readonly pairs: readonly { readonly unit: string; readonly differing: number; readonly undecided: number }[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** Units of which a set has reports that differ: nobody can know which to compare. */
  readonly several: readonly string[];
  /** Reports that are sums of others, by whose they are: they stand beside the units, and are compared with none. */
  readonly sums: readonly string[];
  /** Reports of another year than most of their set, by unit. They are compared all the same. */
  readonly otherYears: readonly { readonly unit: string; readonly year: number | null }[];
  /** Sums of each set over the units that both have; `null` is blank. */
  readonly totals: readonly {
    readonly figure: Figure;
    readonly first: number | null;
    readonly second: number | null;
  }[];
  /** Sums that nobody can know in one set, and the units that it is because of. */
  readonly unknown: readonly { readonly figure: Figure; readonly units: readonly string[] }[];
  readonly outliers: readonly Outlier[];
}

/** What a unit is called: by the list, where there is one and the unit is on it. */
type Called = (received: Received) => string;

/** One report of each unit, by its name; the same report twice is one. */
function byUnit(received: readonly Received[], called: Called, several: Set<string>): Map<string, Received> {
  const found = new Map<string, Received>();
  for (const one of received) {
    const key = nameKey(called(one));
    const known = found.get(key);
    if (known === undefined) found.set(key, one);
    else if (!sameFigures(known, one)) several.add(called(one));
  }
  return found;
}

/** The year that most reports of a set have; the later of two. */
function usualYear(received: Iterable<Received>): number | null {
  const counts = new Map<number, number>();
  for (const { year } of received) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return [...counts].reduce<number | null>(
    (best, [year, count]) => (count === most && (best === null || year > best) ? year : best),
    null,
  );
}

function otherYears(set: ReadonlyMap<string, Received>, called: Called): SetComparison['otherYears'] {
  const usual = usualYear(set.values());
  return [...set.values()].flatMap((one) => (one.year === usual ? [] : [{ unit: called(one), year: one.year }]));
}

const isTotalOrAlone = ({ table, column }: Figure): boolean => table === 'disclosure' || column === 'total';

const differing = (edition: Edition, first: Received, second: Received): number => {
  if (first.edition === second.edition) return differingFigures(first, second);
  const [own, other] = [vectorIn(edition, first), vectorIn(edition, second)];
  let count = 0;
  own.forEach((value, at) => {
    if (!Object.is(value, other[at])) count += 1;
  });
  return count;
};

const undecided = (first: Received, second: Received): number => {
  const other = new Set(second.unread);
  return first.unread.filter((id) => other.has(id)).length;
};

/** What the units come to in each set, and what of it nobody can know. */
function totalsOf(
  edition: Edition,
  pairs: readonly { readonly received: Received; readonly previous: Received }[],
): Pick<SetComparison, 'totals' | 'unknown'> {
  const sum = (all: readonly Received[]) => addUp({ edition, year: all[0]?.year ?? 0, unit: null }, all);
  const [before, now] = [sum(pairs.map(({ previous }) => previous)), sum(pairs.map(({ received }) => received))];
  const figures = figuresOf(edition).filter(isTotalOrAlone);
  const unknown = figures.flatMap((figure) => {
    const units = [before, now].flatMap((one) => one.unknown.get(figure.id)?.units ?? []);
    return before.unknown.has(figure.id) || now.unknown.has(figure.id) ? [{ figure, units: [...new Set(units)] }] : [];
  });
  const open = new Set(unknown.map(({ figure }) => figure));
  const totals = figures
    .filter((figure) => !open.has(figure))
    .map((figure) => ({
      figure,
      first: before.report.figures[figure.id] ?? null,
      second: now.report.figures[figure.id] ?? null,
    }));
  return { totals, unknown };
}

/** Reports of a set that are others' of it together. A list of units says itself who is one. */
function sumsIn(set: readonly Received[], edition: Edition, index: RosterIndex | null): Set<Received> {
  const usual = usualYear(set);
  const found = ownSums(
    set.filter((one) => one.edition === edition.id && one.year === usual),
    edition,
  );
  for (const one of index === null ? ofGovernments(set) : []) found.add(one);
  for (const one of set) if (one.isSum) found.add(one);
  return found;
}

/**
 * @param first last year's, or what came before
 * @param index the list of units: who was called otherwise in one of the years is one unit
 */
export function compareSets(
  edition: Edition,
  first: readonly Received[],
  second: readonly Received[],
  index: RosterIndex | null = null,
): SetComparison {
  const called: Called = (one) => (one.unit === null ? null : index?.find(one.unit).unit?.name) ?? nameOf(one);
  const several = new Set<string>();
  const sums = new Set([first, second].flatMap((set) => [...sumsIn(set, edition, index)]));
  const unitsIn = (set: readonly Received[]) => {
    return byUnit(
      set.filter((one) => !sums.has(one)),
      called,
      several,
    );
  };
  const [firsts, seconds] = [unitsIn(first), unitsIn(second)];
  for (const name of several) {
    firsts.delete(nameKey(name));
    seconds.delete(nameKey(name));
  }
  const pairs = [...seconds].flatMap(([key, received]) => {
    const previous = firsts.get(key);
    return previous === undefined ? [] : [{ received, previous }];
  });
  const missingIn = (own: ReadonlyMap<string, Received>, other: ReadonlyMap<string, Received>): string[] =>
    [...own].flatMap(([key, one]) => (other.has(key) ? [] : [called(one)]));
  // Two collections of one year are meant to be the same: neither is the other's last year.
  const isLater = usualYear(firsts.values()) !== usualYear(seconds.values());
  return {
    pairs: pairs.map(({ received, previous }) => ({
      unit: called(received),
      differing: differing(edition, previous, received),
      undecided: undecided(previous, received),
    })),
    onlyFirst: missingIn(firsts, seconds),
    onlySecond: missingIn(seconds, firsts),
    several: [...several],
    sums: [...new Set([...sums].map(called))],
    otherYears: [...otherYears(firsts, called), ...otherYears(seconds, called)],
    ...totalsOf(edition, pairs),
    outliers: outliersOf(
      edition,
      [...seconds].map(([key, received]) => ({ received, previous: isLater ? (firsts.get(key) ?? null) : null })),
    ),
  };
}
