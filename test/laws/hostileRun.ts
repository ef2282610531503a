/**
 * Reads hostile inputs in a process of its own, whose heap cannot grow beyond what it was started with, and prints what they
 * took as one line of JSON. Arguments: the first seed, the seed after the last.
 */
import { faultsOf, kindOf, type Kind } from '../read/limits/hostile';

export interface HostileFigures {
  readonly count: number;
  readonly faults: readonly string[];
  /** The slowest input: milliseconds by the clock, or of the processor where others have it meanwhile. */
  readonly slowest: { readonly milliseconds: number; readonly seed: number };
  readonly counts: Readonly<Record<Kind, number>>;
  /** Megabytes of the whole process at its most, program and tests included: no input took more than that. */
  readonly resident: number;
  /** Megabytes of it before the first input. */
  readonly before: number;
  /** Megabytes of heap that are held behind the last input, beyond what was held behind the first thousand. */
  readonly kept: number;
}

const held = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
};

const [first = 0, end = 0] = process.argv.slice(2).map(Number);
const counts: Record<Kind, number> = { number: 0, data: 0, file: 0 };
const before = process.memoryUsage.rss() / 1024 / 1024;
let slowest = { milliseconds: 0, seed: first };
let early = Number.NaN;

const faults = await faultsOf(first, end, async (seed, read) => {
  counts[kindOf(seed)] += 1;
  const start = performance.now();
  const used = process.cpuUsage();
  await read();
  const { user, system } = process.cpuUsage(used);
  const milliseconds = Math.min(performance.now() - start, (user + system) / 1000);
  if (milliseconds > slowest.milliseconds) slowest = { milliseconds, seed };
  if (seed - first === Math.min(1000, Math.floor((end - first) / 4))) early = held();
});
const resident = process.resourceUsage().maxRSS / 1024;
const figures: HostileFigures = { count: end - first, faults, slowest, counts, resident, before, kept: held() - early };
process.stdout.write(`${JSON.stringify(figures)}\n`);
