/**
 * How likely it is that a person who meant to type one number typed another. The weights are rough shares of slips as
 * they occur in copying numbers; only their order matters, because they rank cells that would each mend the same sum.
 */

const weights = {
  replaced: 0.24,
  dropped: 0.2,
  appended: 0.14,
  doubled: 0.08,
  transposed: 0.14,
  offByOne: 0.12,
  leftZero: 0.03,
  neighbour: 0.04,
  other: 0.01,
} as const;

const digitsOf = (value: number): string => String(Math.abs(Math.trunc(value)));

/** How many positions of `long` give `short` when the digit there is left out. */
const dropsTo = (long: string, short: string): number =>
  [...long].filter((_, at) => long.slice(0, at) + long.slice(at + 1) === short).length;

/** How many positions of `short` give `long` when the digit there is typed twice. */
const doublesTo = (short: string, long: string): number =>
  [...short].filter((_, at) => short.slice(0, at + 1) + short.slice(at) === long).length;

/** Whether two digits beside each other that changed places make one number of the other. */
const isTransposed = (one: string, other: string): boolean =>
  [...one].some((digit, at) => one.slice(0, at) + one.charAt(at + 1) + digit + one.slice(at + 2) === other);

/** Positions at which two texts of equal length differ. */
const differences = (one: string, other: string): number[] =>
  one.length === other.length ? [...one].flatMap((char, at) => (char === other[at] ? [] : [at])) : [];

/**
 * Likelihood of `typed` given that `intended` was meant, both ≥ 0. `neighbours`: what stands in the cells around, one of
 * which may have been copied. `scale`: how far off a number may be that is no slip of the finger.
 */
export function slipLikelihood(intended: number, typed: number, neighbours: readonly number[], scale: number): number {
  const meant = digitsOf(intended);
  const found = digitsOf(typed);
  const differing = differences(meant, found);
  let likelihood = weights.other / (Math.abs(intended - typed) + scale);
  if (Math.abs(intended - typed) === 1) likelihood += weights.offByOne / 2;
  if (differing.length === 1) likelihood += weights.replaced / (meant.length * 9);
  if (differing.length === 2 && isTransposed(meant, found)) likelihood += weights.transposed / (meant.length - 1);
  likelihood += (weights.dropped * dropsTo(meant, found)) / meant.length;
  if (found.length === meant.length + 1 && found.startsWith(meant)) likelihood += weights.appended / 10;
  likelihood += (weights.doubled * doublesTo(meant, found)) / meant.length;
  if (typed === 0) likelihood += weights.leftZero;
  if (typed !== 0 && neighbours.includes(typed)) likelihood += weights.neighbour / neighbours.length;
  return likelihood;
}
