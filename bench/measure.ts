/** What the benchmarks share: medians over many short rounds, and tables a person can read. */

export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What a peer took in the same run, or what it was compared with. */
  readonly peer?: string;
  /** Ours divided by the peer's. */
  readonly ratio?: number;
  readonly goal?: string;
}

export const median = (numbers: readonly number[]): number => {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

interface Rounds {
  readonly rounds?: number;
  /** Milliseconds that one round lasts at least. */
  readonly roundTime?: number;
}

/** Keeps what is measured from being left out as useless. */
let kept: unknown;

async function oneRound(run: () => unknown, roundTime: number): Promise<number> {
  let calls = 0;
  const from = performance.now();
  let until = from;
  while (until - from < roundTime) {
    const result = run();
    kept = result instanceof Promise ? await result : result;
    calls += 1;
    until = performance.now();
  }
  return (until - from) / calls;
}

/**
 * Milliseconds of one call of each: the median over rounds, taken in turn so that what else the machine does falls on all
 * alike. Two rounds before that warm up.
 */
export async function measureAll(
  runs: readonly (() => unknown)[],
  { rounds = 15, roundTime = 20 }: Rounds = {},
): Promise<number[]> {
  const times: number[][] = runs.map(() => []);
  for (let round = -2; round < rounds; round += 1) {
    for (const [index, run] of runs.entries()) {
      const time = await oneRound(run, roundTime);
      if (round >= 0) times[index]?.push(time);
    }
  }
  if (kept === oneRound) throw new Error('unreachable');
  return times.map(median);
}

/** A duration in the unit that suits it. */
export const duration = (milliseconds: number): string => {
  if (milliseconds < 0.001) return `${(milliseconds * 1e6).toPrecision(3)} ns`;
  if (milliseconds < 1) return `${(milliseconds * 1000).toPrecision(3)} µs`;
  return `${milliseconds < 1000 ? milliseconds.toPrecision(3) : milliseconds.toFixed(0)} ms`;
};

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;

/** Columns that a text takes in a terminal: a Chinese character takes two. */
const width = (text: string): number => [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0);

export function printTable(title: string, rows: readonly Row[]): void {
  const lines = [
    ['', 'measured', 'beside', 'ratio', 'goal'],
    ...rows.map((row) => [
      row.what,
      row.measured,
      row.peer ?? '',
      row.ratio === undefined ? '' : row.ratio.toFixed(2),
      row.goal ?? '',
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => width(line[column] ?? '')))) ?? [];
  console.log(`\n${title}`);
  for (const line of lines)
    console.log(
      `  ${line.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join('  ')}`.trimEnd(),
    );
}
