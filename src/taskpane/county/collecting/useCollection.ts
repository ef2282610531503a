import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { editionForYear } from '../../../report/figures';
import type { Checked } from '../../../rollup/collection/checked';
import type { Decision } from '../../../rollup/collection/collection';
import { outliersIn, type Outlier } from '../../../rollup/likeness/outliers';
import type { Received } from '../../../rollup/received';
import type { Roster } from '../../../rollup/collection/roster';
import { rollUp, type RollUp } from '../../../rollup/sum';
import { usePane } from '../../context';
import { afterPress } from '../../parts/state/press';
import { Collector, type Collected, type FromFile } from './collector';

/** Files as they are read. */
export interface Incomings extends Collected {
  readonly collector: Collector;
  readonly received: readonly Received[];
}

export interface Collection extends Incomings {
  /** `null` while nobody can know which year is meant, or there is nothing yet. */
  readonly sum: RollUp | null;
  readonly years: readonly number[];
  readonly takenBySource: ReadonlyMap<string, Checked>;
  readonly outliers: readonly Outlier[];
}

/** The year that most reports have; `null` where two are as many. The view says so where there are others. */
function mostOf(years: readonly (number | null)[]): number | null {
  const counts = new Map<number, number>();
  for (const year of years) if (year !== null) counts.set(year, (counts.get(year) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, one], [, other]) => other - one);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

const receivedIn = (files: ReadonlyMap<string, FromFile>): Received[] =>
  [...files.values()].flatMap(({ taken }) => taken.map(({ received }) => received));

/** Reads what is chosen, for as long as the view is there. */
export function useIncomings(): Incomings {
  const { language } = usePane();
  const [collector] = useState(() => new Collector(language));
  const [subscribe] = useState(() => (listener: () => void) => {
    const shown = afterPress<void>(listener);
    const unsubscribe = collector.subscribe(shown.take);
    return () => {
      unsubscribe();
      shown.stop();
    };
  });
  const collected = useSyncExternalStore(subscribe, collector.current);
  useEffect(() => () => collector.cancel(), [collector]);
  // The table of all units follows when there is time: drawing it never holds up a click.
  const files = useDeferredValue(collected.files);
  const received = useMemo(() => receivedIn(files), [files]);
  return { ...collected, files, collector, received };
}

/** The files that were read so far, placed against the list. */
export function useCollection(request: {
  readonly roster: Roster | null;
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly year: number | null;
  readonly unit: string | null;
  readonly previous: readonly Received[];
}): Collection {
  const incomings = useIncomings();
  const { roster, decisions, year, unit, previous } = request;
  const { files, received, progress, others } = incomings;
  const placed = useMemo(() => {
    const years = [...new Set(received.flatMap((one) => one.year ?? []))].sort((a, b) => a - b);
    const own = year ?? mostOf(received.map((one) => one.year));
    const sum =
      own === null || (files.size === 0 && roster === null)
        ? null
        : rollUp({
            edition: editionForYear(own),
            year: own,
            unit,
            received,
            failures: [...files].flatMap(([source, { failure, holds, cause }]) =>
              failure === null ? [] : [{ source, reason: failure, holds, cause }],
            ),
            notRead: others,
            roster: roster?.units ?? null,
            decisions,
            ...(previous.length === 0 ? {} : { previous }),
          });
    const taken = [...files.values()].flatMap((one) => one.taken);
    return { sum, years, takenBySource: new Map(taken.map((one) => [one.received.source, one])) };
  }, [files, received, others, roster, decisions, year, unit, previous]);
  const { sum } = placed;
  const isReading = progress !== null;
  // All against all: once, when all is there.
  const outliers = useMemo(
    () => (sum === null || isReading ? [] : outliersIn(editionForYear(sum.report.year ?? 0), sum.rows)),
    [sum, isReading],
  );
  return { ...incomings, ...placed, outliers };
}
