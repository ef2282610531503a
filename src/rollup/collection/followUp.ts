/** What became of the points of a return letter when the unit handed in again. */
import type { FigureId } from '../../report/figures';
import type { Finding } from '../../rules/finding';
import { isLacking, unfolded } from '../../rules/findings';
import { yearRules } from '../../rules/years';

/**
 * `mended` 已改. `open` 未改: asked for again. `unclear`: not found again, but what it is about cannot be read any more.
 * `new` 新增: not asked for last time.
 */
export type PointState = 'mended' | 'open' | 'unclear' | 'new';

/** What a point is recognized by. */
export interface Asked extends Pick<Finding, 'rule' | 'figures' | 'place' | 'cell'> {
  /** Figures that must be there before it can be called mended, beside its own. */
  readonly needs?: readonly FigureId[];
}

export interface LetterPoint<A extends Asked = Finding> {
  /** As it stands now; of a point that is not found again, as it was asked. */
  readonly finding: A | Finding;
  readonly state: PointState;
}

/** What of the new submission is there to be judged. */
export interface Knowable {
  readonly hasFigure: (id: FigureId) => boolean;
  readonly hasText: boolean;
  /** Whether last year's report is there: without it nobody knows what became of what it had to say. */
  readonly hasLastYear: boolean;
}

/** What is not there is told once a table: with a part of it filled in it is the same point. */
const kindOf = ({ rule, figures }: Asked): string =>
  JSON.stringify(isLacking({ rule }) ? [rule, figures[0]?.split('.')[0]] : [rule, [...figures].sort()]);
const exactly = (finding: Asked): string => JSON.stringify([kindOf(finding), finding.place, finding.cell]);

/** Pairs each point with one that has the same key; both are taken out of what is left. */
function pairUp<A extends Asked>(asked: Set<A>, now: Set<Finding>, keyOf: (finding: Asked) => string): Map<A, Finding> {
  const pairs = new Map<A, Finding>();
  const waiting = new Map<string, Finding[]>();
  for (const finding of now) waiting.set(keyOf(finding), [...(waiting.get(keyOf(finding)) ?? []), finding]);
  for (const point of asked) {
    const found = waiting.get(keyOf(point))?.shift();
    if (found === undefined) continue;
    pairs.set(point, found);
    asked.delete(point);
    now.delete(found);
  }
  return pairs;
}

/** Figures that a finding looks at. */
export const needsOf = ({ sides }: Finding): FigureId[] =>
  sides === null ? [] : [...sides.left, ...sides.right].map(({ figure }) => figure);

const isFinding = (asked: Asked): asked is Finding => 'sides' in asked;

const canBeJudged = (asked: Asked, { hasFigure, hasText, hasLastYear }: Knowable): boolean =>
  (hasLastYear || !(asked.rule in yearRules)) &&
  [...asked.figures, ...(asked.needs ?? (isFinding(asked) ? needsOf(asked) : []))].every(hasFigure) &&
  (asked.place === null || hasText);

/**
 * Every point of the last letter in its order, then what is new. A point is the same where rule and figures are, whatever
 * the numbers and the wording now: a sentence that was rewritten and is still wrong is not mended.
 */
export function followUp<A extends Asked>(
  asked: readonly A[],
  now: readonly Finding[],
  known: Knowable,
): LetterPoint<A>[] {
  const [left, found] = [new Set(asked), new Set(unfolded(now))];
  const pairs = new Map([...pairUp(left, found, exactly), ...pairUp(left, found, kindOf)]);
  const points = asked.map((point): LetterPoint<A> => {
    const again = pairs.get(point);
    if (again !== undefined) return { finding: again, state: 'open' };
    return { finding: point, state: canBeJudged(point, known) ? 'mended' : 'unclear' };
  });
  return [
    ...points,
    ...now.filter((one) => found.has(one)).map((finding): LetterPoint<A> => ({ finding, state: 'new' })),
  ];
}
