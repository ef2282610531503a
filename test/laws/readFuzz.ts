/**
 * Reads damaged sources in a process of its own, whose heap cannot grow beyond what it was started with, and prints what
 * it took as one line of JSON. Arguments: `texts` or `archives`, the first seed, the seed after the last.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { ArchiveError } from '../../src/read/containers/archive';
import { editions } from '../../src/report/editions';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { readHtml } from '../../src/read/formats/html';
import { readFile } from '../../src/read/read';
import { readText } from '../../src/read/formats/text';
import { excelShapes, wordShapes } from '../read/files';
import { mutated, sourcesOf } from '../read/limits/fuzz';
import { dice } from '../read/noise/noise';
import { sampleOf } from '../read/noise/shapes';

export interface FuzzFigures {
  readonly count: number;
  readonly read: number;
  readonly slowest: { readonly milliseconds: number; readonly seed: number };
  /** Megabytes: most that was held at any sample, what is held at the end beyond what was held early on, most of all. */
  readonly heap: number;
  readonly growth: number;
  readonly resident: number;
  readonly seconds: number;
}

const megabyte = 1024 * 1024;

/** Milliseconds that an act took: by the clock, or of the processor where others have it meanwhile. */
async function timed(act: () => unknown): Promise<number> {
  const start = performance.now();
  const before = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(before);
  return Math.min(performance.now() - start, (user + system) / 1000);
}

const held = (): number => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / megabyte;
};

const sources = sourcesOf(editions);

/** A page that came to unfold to far more than a report is refused, as its reader says it is. */
function readMutant(seed: number): boolean {
  const source = sources[seed % sources.length] ?? { html: false, text: '' };
  const text = mutated(source.text, seed);
  try {
    return (source.html ? readHtml(text) : readText(text)).ok;
  } catch (error) {
    if (error instanceof ArchiveError && error.trouble === 'unsafe') return false;
    throw error;
  }
}

const archives = [edition2019, edition2021].flatMap((edition) => {
  const sample = sampleOf(edition, 1);
  return [...Object.values(wordShapes), ...Object.values(excelShapes)].map((write) => write(sample));
});

/** Every second one has bytes changed, every other one the markup of a part, packed again with a sum that is right. */
function damagedArchive(seed: number): Uint8Array {
  const roll = dice(seed);
  const bytes = (archives[seed % archives.length] ?? new Uint8Array(0)).slice();
  if (seed % 2 === 0) {
    const parts = unzipSync(bytes);
    const names = Object.keys(parts);
    const name = names[roll(names.length)] ?? '';
    const content = mutated(strFromU8(parts[name] ?? new Uint8Array(0)), seed);
    return zipSync({ ...parts, [name]: strToU8(content) }, { level: 1 });
  }
  for (let count = roll(6) + 1; count > 0; count -= 1) bytes[roll(bytes.length)] = roll(256);
  return roll(5) === 0 ? bytes.slice(0, roll(bytes.length)) : bytes;
}

/** @throws Error where a damaged archive made reading fail instead of refusing it */
async function readArchive(seed: number): Promise<boolean> {
  const result = await readFile('a', damagedArchive(seed));
  if (!result.ok && result.failure.kind === 'internal') throw new Error(`archive ${seed} made reading fail`);
  return result.ok;
}

async function run(kind: string, from: number, to: number): Promise<FuzzFigures> {
  const act = kind === 'archives' ? readArchive : readMutant;
  const start = performance.now();
  let read = 0;
  let slowest = { milliseconds: 0, seed: from };
  let heap = 0;
  let early = Number.NaN;
  for (let seed = from; seed < to; seed += 1) {
    let ok = false;
    const milliseconds = await timed(async () => {
      ok = await act(seed);
    });
    if (ok) read += 1;
    // The first ones load and compile what the others use.
    if (milliseconds > slowest.milliseconds && seed - from >= 20) slowest = { milliseconds, seed };
    if (seed % 20 === 0) heap = Math.max(heap, process.memoryUsage().heapUsed / megabyte);
    if (seed - from === Math.min(1000, Math.floor((to - from) / 4))) early = held();
  }
  const growth = held() - early;
  const resident = process.resourceUsage().maxRSS / 1024;
  return { count: to - from, read, slowest, heap, growth, resident, seconds: (performance.now() - start) / 1000 };
}

const [kind = 'texts', from = '0', to = '0'] = process.argv.slice(2);
process.stdout.write(`${JSON.stringify(await run(kind, Number(from), Number(to)))}\n`);
