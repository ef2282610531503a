/** Two sets of reports against each other, unit by unit: this year's and last year's, or two collections of one year. */
import type { Edition } from '../../report/edition';
import { figuresOf, type Figure } from '../../report/figures';
import { nameKey } from '../names';
import { outliersOf, type Outlier } from './outliers';
import { nameOf, vectorIn, type Received } from '../received';
import { addUp } from '../add';

export interface SetComparison {
  /** Units that both sets have, with how many figures differ. */
  readonly pairs: readonly { readonly unit: string; readonly differing: number }[];
  readonly onlyFirst: readonly string[];
  readonly onlySecond: readonly string[];
  /** Units of which a set has more than one report: nobody can know which to compare. */
  readonly several: readonly string[];
  /** Sums of each set over the units that both have; `null` where nobody can know it. */
  readonly totals: readonly {
    readonly figure: Figure;
    readonly first: number | null;
    readonly second: number | null;
  }[];
  readonly outliers: readonly Outlier[];
}

/** One report of each unit, by its name. */
function byUnit(received: readonly Received[], several: Set<string>): Map<string, Received> {
  const found = new Map<string, Received>();
  for (const one of received) {
    const key = nameKey(nameOf(one));
    if (found.has(key)) several.add(nameOf(one));
    else found.set(key, one);
  }
  for (const name of several) found.delete(nameKey(name));
  return found;
}

const isTotalOrAlone = ({ table, column }: Figure): boolean => table === 'disclosure' || column === 'total';

const differing = (edition: Edition, first: Received, second: Received): number => {
  const [own, other] = [vectorIn(edition, first), vectorIn(edition, second)];
  let count = 0;
  own.forEach((value, at) => {
    if (!Object.is(value, other[at])) count += 1;
  });
  return count;
};

/** @param first last year's, or what came before */
export function compareSets(edition: Edition, first: readonly Received[], second: readonly Received[]): SetComparison {
  const several = new Set<string>();
  const [firsts, seconds] = [byUnit(first, several), byUnit(second, several)];
  for (const name of several) {
    firsts.delete(nameKey(name));
    seconds.delete(nameKey(name));
  }
  const pairs = [...seconds].flatMap(([key, received]) => {
    const previous = firsts.get(key);
    return previous === undefined ? [] : [{ received, previous }];
  });
  const sum = (all: readonly Received[]) => addUp({ edition, year: all[0]?.year ?? 0, unit: null }, all).report.figures;
  const [before, now] = [sum(pairs.map(({ previous }) => previous)), sum(pairs.map(({ received }) => received))];
  const missingIn = (own: ReadonlyMap<string, Received>, other: ReadonlyMap<string, Received>): string[] =>
    [...own].flatMap(([key, one]) => (other.has(key) ? [] : [nameOf(one)]));
  return {
    pairs: pairs.map(({ received, previous }) => ({
      unit: nameOf(received),
      differing: differing(edition, previous, received),
    })),
    onlyFirst: missingIn(firsts, seconds),
    onlySecond: missingIn(seconds, firsts),
    several: [...several],
    totals: figuresOf(edition)
      .filter(isTotalOrAlone)
      .map((figure) => ({ figure, first: before[figure.id] ?? null, second: now[figure.id] ?? null })),
    outliers: outliersOf(
      edition,
      [...seconds].map(([key, received]) => ({ received, previous: firsts.get(key) ?? null })),
    ),
  };
}
