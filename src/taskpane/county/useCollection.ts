import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { editionForYear } from '../../report/figures';
import type { Checked } from '../../rollup/checked';
import type { Decision } from '../../rollup/collection';
import type { Roster } from '../../rollup/roster';
import { rollUp, type RollUp } from '../../rollup/sum';
import { usePane } from '../context';
import { Collector, type Collected } from './collector';

export interface Collection extends Collected {
  readonly collector: Collector;
  /** `null` while nobody can know which year is meant, or there is nothing yet. */
  readonly sum: RollUp | null;
  readonly years: readonly number[];
  readonly takenBySource: ReadonlyMap<string, Checked>;
}

/** The year that most reports have; `null` where two are as many. The view says so where there are others. */
function mostOf(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

/** The files that were read so far, placed against the list. */
export function useCollection(request: {
  readonly roster: Roster | null;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly year: number | null;
  readonly unit: string | null;
}): Collection {
  const { language } = usePane();
  const [collector] = useState(() => new Collector(language));
  const collected = useSyncExternalStore(collector.subscribe, collector.current);
  useEffect(() => () => collector.cancel(), [collector]);
  const { roster, decisions, year, unit } = request;
  // The table of all units follows when there is time: drawing it never holds up a click.
  const files = useDeferredValue(collected.files);
  const placed = useMemo(() => {
    const all = [...files];
    const taken = all.flatMap(([, one]) => one.taken);
    const years = [...new Set(taken.flatMap(({ received }) => received.year ?? []))].sort((a, b) => a - b);
    const own = year ?? mostOf(taken.map(({ received }) => received.year));
    const sum =
      own === null || (all.length === 0 && roster === null)
        ? null
        : rollUp({
            edition: editionForYear(own),
            year: own,
            unit,
            received: taken.map(({ received }) => received),
            failures: all.flatMap(([source, { failure }]) => (failure === null ? [] : [{ source, reason: failure }])),
            roster: roster?.units ?? null,
            decisions,
          });
    return { sum, years, takenBySource: new Map(taken.map((one) => [one.received.source, one])) };
  }, [files, roster, decisions, year, unit]);
  return { ...collected, ...placed, collector };
}
