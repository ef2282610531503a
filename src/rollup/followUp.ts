/** What became of the points of a return letter when the unit handed in again. */
import type { FigureId } from '../report/figures';
import type { Finding } from '../rules/finding';

/**
 * `mended` 已改. `open` 未改: asked for again. `unclear`: not found again, but what it is about cannot be read any more.
 * `new` 新增: not asked for last time.
 */
export type PointState = 'mended' | 'open' | 'unclear' | 'new';

export interface Point {
  /** As it stands now; of a point that is not found again, as it was asked. */
  readonly finding: Finding;
  readonly state: PointState;
}

/** What of the new submission is there to be judged. */
export interface Known {
  readonly hasFigure: (id: FigureId) => boolean;
  readonly hasText: boolean;
}

const kindOf = ({ rule, figures }: Finding): string => JSON.stringify([rule, [...figures].sort()]);
const exactly = (finding: Finding): string => JSON.stringify([kindOf(finding), finding.place, finding.cell]);

/** Pairs each point with one that has the same key; both are taken out of what is left. */
function pairUp(asked: Set<Finding>, now: Set<Finding>, keyOf: (finding: Finding) => string): Map<Finding, Finding> {
  const pairs = new Map<Finding, Finding>();
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

function canBeJudged({ figures, sides, place }: Finding, { hasFigure, hasText }: Known): boolean {
  const operands = sides === null ? [] : [...sides.left, ...sides.right].map(({ figure }) => figure);
  return [...figures, ...operands].every(hasFigure) && (place === null || hasText);
}

const withFolded = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap((finding) => [finding, ...withFolded(finding.folded)]);

/**
 * Every point of the last letter in its order, then what is new. A point is the same where rule and figures are, whatever
 * the numbers and the wording now: a sentence that was rewritten and is still wrong is not mended.
 */
export function followUp(asked: readonly Finding[], now: readonly Finding[], known: Known): Point[] {
  const [left, found] = [new Set(asked), new Set(withFolded(now))];
  const pairs = new Map([...pairUp(left, found, exactly), ...pairUp(left, found, kindOf)]);
  const points = asked.map((point): Point => {
    const again = pairs.get(point);
    if (again !== undefined) return { finding: again, state: 'open' };
    return { finding: point, state: canBeJudged(point, known) ? 'mended' : 'unclear' };
  });
  return [...points, ...now.filter((one) => found.has(one)).map((finding): Point => ({ finding, state: 'new' }))];
}
