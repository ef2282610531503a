/** Slips of the keyboard made up for measurements, in two different mixes: one to look at while tuning, one never. */

/** Shares of each kind of slip. They need not add up to 1. */
export type Mix = Readonly<Record<Kind, number>>;
type Kind = 'replaced' | 'dropped' | 'appended' | 'transposed' | 'doubled' | 'offByOne' | 'neighbour' | 'any';

export const mixes = {
  /** As in copying studies: wrong digit, lost digit, extra digit, two digits exchanged, one more or less. */
  tuning: { replaced: 30, dropped: 20, appended: 15, transposed: 15, doubled: 0, offByOne: 20, neighbour: 0, any: 0 },
  /** Other shares and other kinds; nothing was tuned on it. */
  heldOut: {
    replaced: 15,
    dropped: 25,
    appended: 10,
    transposed: 10,
    doubled: 15,
    offByOne: 10,
    neighbour: 10,
    any: 5,
  },
} as const satisfies Record<string, Mix>;

const kinds: Readonly<Record<Kind, (value: number, random: (bound: number) => number, neighbour: number) => number>> = {
  replaced: (value, random) => {
    const digits = String(value);
    const at = random(digits.length);
    return Number(digits.slice(0, at) + String(random(10)) + digits.slice(at + 1));
  },
  dropped: (value, random) => {
    const digits = String(value);
    const at = random(digits.length);
    return digits.length === 1 ? value : Number(digits.slice(0, at) + digits.slice(at + 1));
  },
  appended: (value, random) => Number(String(value) + String(random(10))),
  transposed: (value, random) => {
    const digits = [...String(value)];
    if (digits.length < 2) return value;
    const at = random(digits.length - 1);
    return Number(
      digits
        .with(at, digits[at + 1] ?? '')
        .with(at + 1, digits[at] ?? '')
        .join(''),
    );
  },
  doubled: (value, random) => {
    const digits = String(value);
    const at = random(digits.length);
    return Number(digits.slice(0, at + 1) + digits.slice(at));
  },
  offByOne: (value, random) => Math.max(0, value + (random(2) === 0 ? 1 : -1)),
  neighbour: (_, __, neighbour) => neighbour,
  any: (_, random) => random(300),
};

/** What is typed for a number by a slip of this mix; never the number itself. */
export function slip(value: number, mix: Mix, random: (bound: number) => number, neighbour: number): number {
  const shares = Object.entries(mix) as [Kind, number][];
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  for (;;) {
    let at = random(sum);
    const kind = shares.find(([, share]) => (at -= share) < 0)?.[0] ?? 'replaced';
    const typed = kinds[kind](value, random, neighbour);
    if (typed !== value) return typed;
  }
}
