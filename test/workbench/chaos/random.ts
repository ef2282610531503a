/** Random numbers from a seed: the same in every browser and every run. */
export interface Random {
  /** A whole number from 0, below `end`. */
  below(end: number): number;
  chance(of: number): boolean;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** Mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (end) => Math.floor(next() * end),
    chance: (of) => next() < of,
    pick: (from) => from[Math.floor(next() * from.length)] ?? from[0],
  };
}
