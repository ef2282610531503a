/** Reports that are others' once more: sums of them, that of the government over them, and copies without a name. */
import type { Edition } from '../../report/edition';
import { figuresOf, sameAmount } from '../../report/figures';
import { nameKey } from '../names';
import { nameOf, sameFigures, type Received } from '../received';

/** Figures above 0 that a report must have before it can be called the sum or the copy of others. */
const enoughForSum = 8;

/** The same body's same report, sent twice, is one. */
function distinct(received: readonly Received[]): Received[][] {
  const known = new Map<string, Received[][]>();
  for (const one of received) {
    const key = nameKey(nameOf(one));
    const own = known.get(key) ?? [];
    known.set(key, own);
    const same = own.find(([first]) => first !== undefined && sameFigures(first, one));
    if (same === undefined) own.push([one]);
    else same.push(one);
  }
  return [...known.values()].flat();
}

/**
 * Reports whose figures are, each of them, the sum of all others': somebody's own sum among its parts. Where two are that, one
 * is a copy of the other among reports of nothing, and nobody can know which.
 */
export function ownSums(received: readonly Received[], edition: Edition): Set<Received> {
  const all = distinct(received);
  if (all.length < 3) return new Set();
  const totals = figuresOf(edition).map(({ index }) =>
    all.reduce((sum, [one]) => {
      const value = one?.figures[index] ?? Number.NaN;
      return Number.isFinite(value) ? sum + value : sum;
    }, 0),
  );
  const isSum = ([one]: readonly Received[]): boolean => {
    let filled = 0;
    const fits = totals.every((total, index) => {
      const value = one?.figures[index] ?? Number.NaN;
      if (value > 0) filled += 1;
      return sameAmount((Number.isFinite(value) ? value : 0) * 2, total);
    });
    return fits && filled >= enoughForSum;
  };
  const found = all.filter(isSum);
  return new Set(found.length === 1 ? found.flat() : []);
}

/** Units that must be under a government before its report is taken for theirs together. */
const enoughUnder = 3;

/**
 * Reports of a government under which most others are: 云溪县人民政府 among 云溪县财政局 and its like. Such a report is that of the
 * whole county, and the others are in it. Only where no list says who counts.
 */
export function ofGovernments(received: readonly Received[]): Set<Received> {
  const names = [...new Set(received.flatMap(({ unit }) => (unit === null ? [] : [nameKey(unit)])))];
  const isOver = (name: string): boolean => {
    const place = /^(.+[省市县区旗州])(?:人民)?政府$/u.exec(name)?.[1];
    if (place === undefined) return false;
    const under = names.filter((other) => other !== name && other.startsWith(place)).length;
    return under >= enoughUnder && under * 2 >= names.length - 1;
  };
  const over = new Set(names.filter(isOver));
  return new Set(received.filter(({ unit }) => unit !== null && over.has(nameKey(unit))));
}

/** A sum that was made earlier lacks who came or was put right since: so much of the others is in it, in so many figures. */
const leastShare = 0.8;
const leastFigures = 0.9;

/**
 * Reports of a body over the others, by its name or because the sum is to be its own, that say about what the others say
 * together: they hold them already, also where a list has that body among its units.
 */
export function holdingOthers(received: readonly Received[], edition: Edition, unit: string | null): Set<Received> {
  const over = ofGovernments(received);
  const own = nameKey(unit ?? '');
  const counts = figuresOf(edition).filter(({ kind }) => kind !== 'amount');
  const isCandidate = (one: Received): boolean => over.has(one) || (own !== '' && nameKey(one.unit ?? '') === own);
  const holds = (one: Received): boolean => {
    const others = distinct(received).flatMap(([first]) =>
      first === undefined || nameKey(nameOf(first)) === nameKey(nameOf(one)) ? [] : [first],
    );
    if (others.length < enoughUnder) return false;
    const filled = counts.flatMap(({ index }) => {
      const together = others.reduce((sum, { figures }) => sum + (figures[index] || 0), 0);
      return together > 0 ? [(one.figures[index] || 0) >= together * leastShare] : [];
    });
    return filled.length >= enoughForSum && filled.filter(Boolean).length >= filled.length * leastFigures;
  };
  return new Set(received.filter(isCandidate).filter(holds));
}

/** For each report without a name the first other one that says the same figures, enough of them to be no chance. */
export function twinsOf(received: readonly Received[]): Map<Received, Received> {
  const twins = new Map<Received, Received>();
  if (received.every(({ unit }) => unit !== null)) return twins;
  const first = new Map<string, Received>();
  const named = received.filter(({ unit }) => unit !== null);
  for (const one of [...named, ...received.filter(({ unit }) => unit === null)]) {
    if (one.figures.filter((value) => value > 0).length < enoughForSum) continue;
    const key = `${one.edition} ${one.year} ${one.figures.join()}`;
    const known = first.get(key);
    if (known === undefined) first.set(key, one);
    else if (one.unit === null) twins.set(one, known);
  }
  return twins;
}
