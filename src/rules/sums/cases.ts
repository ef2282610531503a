/**
 * What the figures of a table count, and how likely they are before anybody slips: as balls are drawn from an urn and put
 * back with another like them, a further case is likely to end as cases ended before, this year and last, and to be of
 * those who had cases.
 */
import type { Figure } from '../../report/figures';
import { carrying } from './identities';

/** What a row (of 申请) or a column (of 复议诉讼) holds, as far as slips go. */
export type Part = 'received' | 'carriedIn' | 'result' | 'open';

const [received, carriedIn] = carrying.left;
const [, carriedOut] = carrying.right;

export function partOf({ table, row, column }: Figure): Part {
  if (table === 'review') return column === 'pending' ? 'open' : 'result';
  if (row === received) return 'received';
  if (row === carriedIn) return 'carriedIn';
  return row === carriedOut ? 'open' : 'result';
}

/** Whether a figure counts what became of cases. */
export const isDone = (figure: Figure): boolean => partOf(figure) === 'result' || partOf(figure) === 'open';

/** The lines of a figure: the one that says what became of a case, and the one that says whose it was. */
export const caseLine = ({ table, row, column }: Figure): string => (table === 'review' ? column : row);
export const ownerLine = ({ table, row, column }: Figure): string => (table === 'review' ? row : column);

/**
 * What the urns hold before the first case is drawn, as so many cases: few, so that what stands in the table soon outweighs
 * them. Of a hundred published applications a good third each is granted and not held, a seventh granted in part, five are
 * left over, and an office knows few of the other results; of a hundred published reviews 46 uphold, 9 correct, 26 end
 * otherwise and 18 are open.
 */
const common: Readonly<Record<string, number>> = {
  granted: 2.5,
  partlyGranted: 0.5,
  'unavailable.notHeld': 2.5,
  upheld: 3.6,
  corrected: 0.8,
  otherResult: 2,
  pending: 1.6,
};
const starts = { rare: 0.1, owner: 0.3, leftOver: 0.5, done: 7.5 } as const;
/** Share of offices that never have anything left over at the end of a year. */
const neverLeft = 1 / 3;

/** Natural logarithm of the gamma function (Stirling’s series) without a constant, which differences do without. */
const logGamma = (x: number): number =>
  x < 8 ? logGamma(x + 1) - Math.log(x) : (x - 0.5) * Math.log(x) - x + 1 / (12 * x);

const sumOf = (counts: Iterable<number>): number => [...counts].reduce((sum, count) => sum + count, 0);

/** Natural logarithm of how likely so many cases of each line are drawn, in one order of them. */
const drawn = (lines: ReadonlyMap<string, number>, start: (line: string) => number): number => {
  let before = 0;
  let sum = 0;
  for (const [line, count] of lines) {
    before += start(line);
    sum += logGamma(count + start(line)) - logGamma(start(line));
  }
  return sum + logGamma(before) - logGamma(before + sumOf(lines.values()));
};

/**
 * Natural logarithm of how likely the figures of a table are, up to a constant. `lastYear`: its figures where they are
 * known. What was received follows from what became of it; what was carried in is what last year's report carried out, and
 * only without that a sign of how much is left over in a year.
 */
export function figuresLikelihood(
  parts: readonly Figure[],
  lastYear: (figure: Figure) => number,
  isKnown: (carriedIn: Figure) => boolean,
): (vector: Float64Array) => number {
  const done = parts.filter(isDone);
  const carried = parts.filter((figure) => partOf(figure) === 'carriedIn' && !isKnown(figure));
  const isLeft = (figure: Figure): boolean => figure.table !== 'review' && partOf(figure) !== 'result';
  const add = (lines: Map<string, number>, line: string, count: number): void => {
    lines.set(line, (lines.get(line) ?? 0) + count);
  };
  const before = sumOf(done.map(lastYear));
  return (vector) => {
    const value = (figure: Figure): number => vector[figure.index] ?? 0;
    const left = new Map([
      ['left', 0],
      ['done', 0],
    ]);
    const ends = new Map<string, number>();
    const owners = new Map<string, number>();
    let placed = 0;
    for (const figure of [...done, ...carried]) {
      const count = value(figure);
      const both = count + lastYear(figure);
      placed -= logGamma(count + 1);
      add(owners, ownerLine(figure), both);
      if (isLeft(figure)) add(left, 'left', both);
      else add(ends, caseLine(figure), both);
    }
    const now = sumOf(done.map(value));
    add(left, 'done', sumOf(ends.values()) + (before === 0 ? now : 0));
    placed += logGamma(now + 1) + sumOf(carried.map(value)) * Math.log(Math.max(1, now));
    const some = drawn(left, (line) => (line === 'left' ? starts.leftOver : starts.done));
    const leaving =
      left.get('left') === 0 ? Math.log(neverLeft + (1 - neverLeft) * Math.exp(some)) : Math.log(1 - neverLeft) + some;
    return (
      placed +
      (done[0]?.table === 'review' ? 0 : leaving) +
      drawn(ends, (line) => common[line] ?? starts.rare) +
      drawn(owners, () => starts.owner)
    );
  };
}
