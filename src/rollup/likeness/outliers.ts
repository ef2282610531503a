/** What stands out among the reports of a collection: a jump, a copy, a ratio far from the rest. A question, never an error. */
import type { Edition } from '../../report/edition';
import { figuresOf, findFigure, type Figure, type FigureId } from '../../report/figures';
import { totalsOf } from '../../rules/sums/identities';
import type { UnitRow } from '../collection/collection';
import { nameOf, vectorIn, type FigureRow, type Received } from '../received';
import { groupsOfTexts, sameTexts } from './textMarks';

const ratioNames = ['denied', 'unavailable', 'notProcessed', 'carriedOut'] as const;
/** Shares of the applications: refused, not to be had, not processed of all answered; carried out of all at hand. */
export type RatioName = (typeof ratioNames)[number];

interface Named {
  readonly unit: string;
  readonly source: string;
}

export type Outlier =
  /** `others`: what the figure of all other units together was multiplied by; `null` where they had none. */
  | (Named & {
      readonly kind: 'jump';
      readonly figure: FigureId;
      readonly now: number;
      readonly before: number;
      readonly others: number | null;
    })
  /** `count`: figures other than 0 in which they agree, sums of others not counted. */
  | { readonly kind: 'sameFigures'; readonly units: readonly Named[]; readonly count: number }
  | (Named & { readonly kind: 'figuresOfLastYear'; readonly count: number })
  | { readonly kind: 'sameText'; readonly units: readonly Named[] }
  | (Named & { readonly kind: 'textOfLastYear' })
  /** `part` of `whole`; `typical`: the share in the middle of all units. */
  | (Named & {
      readonly kind: 'ratio';
      readonly ratio: RatioName;
      readonly part: number;
      readonly whole: number;
      readonly typical: number;
    });

/** A report that counts, with last year's of the same unit where it is at hand. */
export interface WithPrevious {
  readonly received: Received;
  readonly previous: Received | null;
}

/** As the rule Y-JUMP of a single report. */
const jump = 10;
const jumpFrom = 100;
/**
 * Bits of the figures that must agree before two reports are called the same: 24 bits by chance in one pair of 17 million,
 * and 300 units make 45,000 pairs. A figure v is worth log₂(1 + v): small ones agree easily, 0 says nothing.
 */
const enoughBits = 24;
const sameShare = 0.9;
/** Beyond so many reports only those are found that agree in everything. */
const mostPairwise = 3_000;
/** Cases that a share must be of, and units that have as many, before a share can be far from the rest. */
const enoughCases = 20;
const enoughUnits = 8;
/** How many times the usual distance is far: of 16,000 shares of invented units that nothing was done to none was beyond 4.1. */
const far = 4.5;

const nameIn = ({ received }: WithPrevious): Named => ({ unit: nameOf(received), source: received.source });

const knownLeaves = new WeakMap<Edition, readonly Figure[]>();

/** Figures that are not the sum of others. */
function leavesOf(edition: Edition): readonly Figure[] {
  const known = knownLeaves.get(edition);
  if (known !== undefined) return known;
  const totals = new Set(totalsOf(edition).map(({ total }) => total.id));
  const leaves = figuresOf(edition).filter(({ id }) => !totals.has(id));
  knownLeaves.set(edition, leaves);
  return leaves;
}

const finite = (value: number | undefined): number => (value !== undefined && Number.isFinite(value) ? value : 0);

/** A report's figures in printed order, and what those of them are worth that are not the sum of others. */
interface Leaves {
  readonly vector: FigureRow;
  readonly bits: number;
}

const worth = (value: number): number => (value > 0 ? Math.log2(1 + value) : 0);

/** The figures themselves, not a copy of them: there may be very many reports. */
function leavesIn(edition: Edition, received: Received, leaves = leavesOf(edition)): Leaves {
  const vector = vectorIn(edition, received);
  return { vector, bits: leaves.reduce((sum, { index }) => sum + worth(finite(vector[index])), 0) };
}

/** Figures in which two agree, and the bits of these; a 0 on both sides is no agreement. */
function agreement(
  one: Leaves,
  other: Leaves,
  leaves: readonly Figure[],
): { readonly bits: number; readonly count: number } {
  let bits = 0;
  let count = 0;
  for (const { index } of leaves) {
    const value = finite(one.vector[index]);
    if (value <= 0 || value !== other.vector[index]) continue;
    bits += worth(value);
    count += 1;
  }
  return { bits, count };
}

const areSame = (one: Leaves, other: Leaves, leaves: readonly Figure[]): boolean => {
  const { bits } = agreement(one, other, leaves);
  return bits >= enoughBits && bits >= sameShare * Math.max(one.bits, other.bits);
};

function sameFigures(edition: Edition, all: readonly WithPrevious[]): Outlier[] {
  const asked = leavesOf(edition);
  const leaves = all.map(({ received }) => leavesIn(edition, received));
  const order = leaves.flatMap(({ bits }, at) => (bits >= enoughBits ? [at] : []));
  order.sort((one, other) => (leaves[one] as Leaves).bits - (leaves[other] as Leaves).bits || one - other);
  const groups = new Map<number, number[]>();
  const groupOf = new Map<number, number>();
  const isPairwise = order.length <= mostPairwise;
  order.forEach((at, place) => {
    const own = leaves[at] as Leaves;
    for (let next = place + 1; next < order.length; next += 1) {
      const other = leaves[order[next] as number] as Leaves;
      if (other.bits * sameShare > own.bits || (!isPairwise && other.bits !== own.bits)) break;
      if (groupOf.has(order[next] as number) || !areSame(own, other, asked)) continue;
      const group = groupOf.get(at) ?? at;
      groupOf.set(at, group);
      groupOf.set(order[next] as number, group);
      groups.set(group, [...(groups.get(group) ?? [at]), order[next] as number]);
    }
  });
  return [...groups.values()].map((members) => {
    const sorted = members.sort((one, other) => one - other);
    const [first, second] = sorted.map((at) => leaves[at] as Leaves);
    return {
      kind: 'sameFigures',
      units: sorted.map((at) => nameIn(all[at] as WithPrevious)),
      count: first === undefined || second === undefined ? 0 : agreement(first, second, asked).count,
    };
  });
}

function ofLastYear(edition: Edition, one: WithPrevious): Outlier[] {
  const { previous, received } = one;
  if (previous === null) return [];
  // What is in force may well be what was in force.
  const asked = leavesOf(edition).filter(({ column }) => column !== 'inForce');
  const [now, before] = [leavesIn(edition, received, asked), leavesIn(edition, previous, asked)];
  return [
    ...(areSame(now, before, asked)
      ? [{ kind: 'figuresOfLastYear', ...nameIn(one), count: agreement(now, before, asked).count } as const]
      : []),
    ...(sameTexts(received.textMarks, previous.textMarks) ? [{ kind: 'textOfLastYear', ...nameIn(one) } as const] : []),
  ];
}

const isTotalOrAlone = ({ table, column, kind }: Figure): boolean =>
  kind === 'count' && (table === 'disclosure' || column === 'total');

/** Jumps that all others did not make, too: where a whole county grew tenfold, no unit of it stands out. */
function jumps(edition: Edition, all: readonly WithPrevious[]): Outlier[] {
  const both = all.flatMap((one) =>
    one.previous === null
      ? []
      : [{ one, now: vectorIn(edition, one.received), before: vectorIn(edition, one.previous) }],
  );
  return figuresOf(edition)
    .filter(isTotalOrAlone)
    .flatMap(({ id, index }) => {
      const known = both.filter(({ now, before }) => Number.isFinite(now[index]) && Number.isFinite(before[index]));
      const sum = (of: 'now' | 'before'): number => known.reduce((total, each) => total + finite(each[of][index]), 0);
      const [sumNow, sumBefore] = [sum('now'), sum('before')];
      return known.flatMap(({ one, now: nows, before: befores }): Outlier[] => {
        const [now, before] = [finite(nows[index]), finite(befores[index])];
        const [small, large] = [Math.min(now, before), Math.max(now, before)];
        if (small < 0 || large < jumpFrom || large <= jump * small) return [];
        const [restNow, restBefore] = [sumNow - now, sumBefore - before];
        const others = Math.max(restNow, restBefore) >= jumpFrom ? (restNow + 1) / (restBefore + 1) : null;
        const factor = (now + 1) / (before + 1) / (others ?? 1);
        if (Math.max(factor, 1 / factor) <= jump) return [];
        return [{ kind: 'jump', ...nameIn(one), figure: id, now, before, others }];
      });
    });
}

const sumOf = (edition: Edition, vector: FigureRow, row: string): number =>
  figuresOf(edition).reduce(
    (sum, figure) =>
      figure.table === 'applications' &&
      figure.column === 'total' &&
      (figure.row === row || figure.row.startsWith(`${row}.`))
        ? sum + finite(vector[figure.index])
        : sum,
    0,
  );

const wholes: Readonly<Record<RatioName, readonly string[]>> = {
  denied: ['total'],
  unavailable: ['total'],
  notProcessed: ['total'],
  carriedOut: ['total', 'carriedOut'],
};

const median = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};
const rising = (one: number, other: number): number => one - other;

/** A share as log odds, with half a case more on either side so that none and all are numbers too. */
const logOdds = (part: number, whole: number): number => Math.log((part + 0.5) / (whole - part + 0.5));

/**
 * Shares far from the rest. The distance is counted in log odds, from the middle of all units that have enough cases; the
 * usual distance is the middle one (MAD, in terms of a standard deviation) and what chance alone does to a share of so few
 * cases.
 */
function ratios(edition: Edition, all: readonly WithPrevious[], name: RatioName): Outlier[] {
  const shares = all.flatMap((one) => {
    const vector = vectorIn(edition, one.received);
    const part = sumOf(edition, vector, name);
    const whole = wholes[name].reduce((sum, row) => sum + sumOf(edition, vector, row), 0);
    return whole >= enoughCases && part <= whole ? [{ one, part, whole, odds: logOdds(part, whole) }] : [];
  });
  if (shares.length < enoughUnits) return [];
  const middle = median(shares.map(({ odds }) => odds).sort(rising));
  const usual = 1.4826 * median(shares.map(({ odds }) => Math.abs(odds - middle)).sort(rising));
  const typical = 1 / (1 + Math.exp(-middle));
  return shares.flatMap(({ one, part, whole, odds }): Outlier[] => {
    const chance = 1 / (part + 0.5) + 1 / (whole - part + 0.5);
    const distance = Math.abs(odds - middle) / Math.sqrt(usual * usual + chance);
    return distance > far ? [{ kind: 'ratio', ...nameIn(one), ratio: name, part, whole, typical }] : [];
  });
}

/** Everything that stands out, in the order of the list, kind by kind. Reports that count and last year's, no others. */
export function outliersOf(edition: Edition, all: readonly WithPrevious[]): Outlier[] {
  const texts = groupsOfTexts(all.map(({ received }) => received.textMarks));
  return [
    ...sameFigures(edition, all),
    ...texts.map((group): Outlier => ({ kind: 'sameText', units: group.map((at) => nameIn(all[at] as WithPrevious)) })),
    ...all.flatMap((one) => ofLastYear(edition, one)),
    ...jumps(edition, all),
    ...(findFigure(edition, 'applications.total.total') === undefined
      ? []
      : ratioNames.flatMap((name) => ratios(edition, all, name))),
  ];
}

/** The same over the table of units. */
export const outliersIn = (edition: Edition, rows: readonly UnitRow[]): Outlier[] =>
  outliersOf(
    edition,
    rows.flatMap(({ included, received, previous }) => (included && received !== null ? [{ received, previous }] : [])),
  );

/** The units that something is said of. */
export const unitsOf = (outlier: Outlier): readonly Named[] =>
  'units' in outlier ? outlier.units : [{ unit: outlier.unit, source: outlier.source }];
