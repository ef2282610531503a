/** Back from a figure of the sum to the units: who gave it, who broke it, who explains a difference. */
import type { Edition } from '../report/edition';
import { figuresOf, findFigure, sameAmount, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import type { Identity } from '../rules/sums/identities';
import { identitiesOf } from '../rules/sums/identities';
import { tidy } from '../rules/findings';
import { inOneGo, type Steps } from '../rules/steps';
import { scaled } from './exact';
import { nameOf, shiftOf, valueOf, vectorIn, type FigureRow, type Received } from './received';

export interface Contribution {
  readonly unit: string;
  readonly source: string;
  /** As the unit gave it: an amount in the unit's own unit of money. */
  readonly value: number | null;
  /** The same figure of last year, where it is at hand. */
  readonly previous: number | null;
}

/** From whom a figure of the sum came, the largest first. `previous`: last year's report of each unit. */
export const traceFigure = (
  included: readonly Received[],
  id: FigureId,
  previous: (received: Received) => Received | null = () => null,
): Contribution[] =>
  included
    .map((received): Contribution => {
      const before = previous(received);
      return {
        unit: nameOf(received),
        source: received.source,
        value: valueOf(received, id),
        previous: before === null ? null : valueOf(before, id),
      };
    })
    .sort(
      (one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity) || (one.source < other.source ? -1 : 1),
    );

export interface BrokenIdentity {
  readonly identity: Identity;
  /** Left side less right side, over all units. */
  readonly gap: number;
  /** The units in which the sides differ, the largest difference first. */
  readonly units: readonly { readonly unit: string; readonly source: string; readonly gap: number }[];
}

const gapOf = ({ left, right }: Identity, vector: FigureRow): number => {
  let gap = 0;
  for (const { index } of left) if (Number.isFinite(vector[index])) gap += vector[index] ?? 0;
  for (const { index } of right) if (Number.isFinite(vector[index])) gap -= vector[index] ?? 0;
  return tidy(gap);
};

/**
 * Every identity that some unit breaks, with those units. Sums are linear: an identity of the sum can only be broken where
 * a unit's is. Units whose differences cancel each other are named too.
 */
export function traceBroken(edition: Edition, included: readonly Received[]): BrokenIdentity[] {
  const vectors = included.map((received) => ({ received, vector: vectorIn(edition, received) }));
  return identitiesOf(edition).flatMap((identity) => {
    const units = vectors
      .flatMap(({ received, vector }) => {
        const gap = gapOf(identity, vector);
        return sameAmount(gap, 0) ? [] : [{ unit: nameOf(received), source: received.source, gap }];
      })
      .sort((one, other) => Math.abs(other.gap) - Math.abs(one.gap) || (one.source < other.source ? -1 : 1));
    return units.length === 0 ? [] : [{ identity, gap: tidy(units.reduce((sum, { gap }) => sum + gap, 0)), units }];
  });
}

/** What a unit did to a published sum: was left out of it, was counted twice, or stands in it with last year's figures. */
export type Cause = 'leftOut' | 'countedTwice' | 'lastYears';

export interface Culprit {
  readonly unit: string;
  readonly source: string;
  readonly cause: Cause;
}

export interface Narrowed {
  /** Figures in which the published report differs from the sum. */
  readonly figures: readonly { readonly id: FigureId; readonly published: number; readonly sum: number }[];
  /** The fewest units that explain all differences at once; empty where no one, two or three do. */
  readonly culprits: readonly Culprit[];
  /** Another set of as few units would explain them too. */
  readonly ambiguous: boolean;
  /** Figures that only one of the two has a number for, other than 0: nobody can compare them. */
  readonly oneSided: readonly FigureId[];
}

/** Sums of pairs and triples are found by remainders: linear, so that those of parts add up to that of the whole. */
const modulus = 67_108_859;

interface Candidate extends Culprit {
  readonly vector: readonly bigint[];
  readonly mark: number;
}

const weight = (index: number): number => (index * 7_368_787 + 1_299_709) % modulus;

function markOf(vector: readonly bigint[]): number {
  let mark = 0;
  vector.forEach((value, index) => {
    const part = Number(((value % BigInt(modulus)) + BigInt(modulus)) % BigInt(modulus));
    mark = (mark + Number((BigInt(part) * BigInt(weight(index))) % BigInt(modulus))) % modulus;
  });
  return mark;
}

const isZero = (vector: readonly bigint[]): boolean => vector.every((value) => value === 0n);

/** Sets of candidates, of `size`, whose vectors add up to the target; stops at the second. A step for each candidate. */
function* setsOf(size: 1 | 2 | 3, candidates: readonly Candidate[], target: readonly bigint[]): Steps<Candidate[][]> {
  const byMark = new Map<number, Candidate[]>();
  for (const candidate of candidates) byMark.set(candidate.mark, [...(byMark.get(candidate.mark) ?? []), candidate]);
  const found: Candidate[][] = [];
  const seek = (chosen: readonly Candidate[], from: number, rest: readonly bigint[], restMark: number): void => {
    if (found.length > 1) return;
    if (chosen.length === size - 1) {
      for (const last of byMark.get(restMark) ?? []) {
        const sources = new Set([...chosen, last].map(({ source }) => source));
        if (sources.size < size || candidates.indexOf(last) < from) continue;
        if (isZero(rest.map((value, index) => value - (last.vector[index] ?? 0n)))) found.push([...chosen, last]);
      }
      return;
    }
    for (let at = from; at < candidates.length; at += 1) {
      const next = candidates[at] as Candidate;
      seek(
        [...chosen, next],
        at + 1,
        rest.map((value, index) => value - (next.vector[index] ?? 0n)),
        (restMark - next.mark + modulus) % modulus,
      );
    }
  };
  const whole = markOf(target);
  if (size === 1) seek([], 0, target, whole);
  else {
    for (const [at, first] of candidates.entries()) {
      yield;
      seek(
        [first],
        at + 1,
        target.map((value, index) => value - (first.vector[index] ?? 0n)),
        (whole - first.mark + modulus) % modulus,
      );
    }
  }
  return found;
}

/** Triples among more candidates than this would take too long to look for. */
const mostForTriples = 400;

/**
 * Narrows the difference between a published report and the sum of its units down to the fewest units that explain all of
 * it: left out, counted twice, or with last year's figures. Nothing is proposed that leaves a part unexplained.
 */
export const narrow = (...request: Parameters<typeof narrowSteps>): Narrowed => inOneGo(narrowSteps(...request));

/** The same in steps: among many units it takes its time. */
export function* narrowSteps(
  edition: Edition,
  published: Pick<Report, 'figures'>,
  sum: Pick<Report, 'figures'>,
  included: readonly Received[],
  previous: (received: Received) => Received | null = () => null,
): Steps<Narrowed> {
  const compared = figuresOf(edition).flatMap(({ id }) => {
    const [theirs, ours] = [published.figures[id] ?? null, sum.figures[id] ?? null];
    return theirs === null || ours === null ? [] : [{ id, published: theirs, sum: ours }];
  });
  const figures = compared.filter((one) => !sameAmount(one.published, one.sum));
  const oneSided = figuresOf(edition).flatMap(({ id }) => {
    const [theirs, ours] = [published.figures[id] ?? null, sum.figures[id] ?? null];
    return (theirs === null) !== (ours === null) && (theirs ?? ours) !== 0 ? [id] : [];
  });
  if (figures.length === 0) return { figures, culprits: [], ambiguous: false, oneSided };
  const target = compared.map((one) => scaled(one.published) - scaled(one.sum));
  // In 万元, as the sum is; where a unit did not say what it counts in, the sum is blank and nothing is compared.
  const vectorOf = (received: Received): bigint[] =>
    compared.map(({ id }) => {
      const figure = findFigure(edition, id);
      return scaled(valueOf(received, id) ?? 0, (figure && shiftOf(figure, received)) ?? 0);
    });
  const candidatesOf = (received: Received): Candidate[] => {
    const own = vectorOf(received);
    const before = previous(received);
    const changes: [Cause, bigint[]][] = [
      ['leftOut', own.map((value) => -value)],
      ['countedTwice', own],
      ...(before === null
        ? []
        : [['lastYears', vectorOf(before).map((value, index) => value - (own[index] ?? 0n))] as [Cause, bigint[]]]),
    ];
    return changes
      .filter(([, vector]) => !isZero(vector))
      .map(([cause, vector]) => ({
        unit: nameOf(received),
        source: received.source,
        cause,
        vector,
        mark: markOf(vector),
      }));
  };
  const candidates: Candidate[] = [];
  for (const received of included) {
    yield;
    candidates.push(...candidatesOf(received));
  }
  for (const size of [1, 2, 3] as const) {
    if (size === 3 && candidates.length > mostForTriples) break;
    const [first, second] = yield* setsOf(size, candidates, target);
    if (first === undefined) continue;
    const culprits = first.map(({ unit, source, cause }): Culprit => ({ unit, source, cause }));
    return { figures, culprits, ambiguous: second !== undefined, oneSided };
  }
  return { figures, culprits: [], ambiguous: false, oneSided };
}
