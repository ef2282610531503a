/**
 * Hostile inputs for all readers, the schema of a report and the parser of numbers, as many as `GOUJI_HOSTILE` says, from the
 * seed `GOUJI_HOSTILE_FROM` on. Each process reads a share of them; what its memory was at its most is more than any of them took.
 */
import { expect, it } from 'vitest';
import type { HostileFigures } from './hostileRun';
import { inOwnProcess } from '../ownProcess';

const count = Number(process.env['GOUJI_HOSTILE'] ?? 1_000_000);
const first = Number(process.env['GOUJI_HOSTILE_FROM'] ?? 0);
const share = 50_000;
/** Milliseconds for one input. */
const longest = 1000;
/** Megabytes of a whole process, and of its heap, so that what nobody holds any more does not pile up in it. */
const most = 300;
const heap = 110;

it(`${count} hostile inputs: no reader fails, none takes a second or 300 MB, nothing reaches into the objects of the program`, async () => {
  const start = performance.now();
  let [slowest, resident, kept, seed] = [0, 0, 0, first];
  const counts = { number: 0, data: 0, file: 0 };
  for (let from = first; from < first + count; from += share) {
    const end = Math.min(from + share, first + count);
    const own = await inOwnProcess<HostileFigures>('laws/hostileRun.ts', heap, [String(from), String(end)]);
    expect(own.faults).toEqual([]);
    expect(own.slowest.milliseconds, `seed ${own.slowest.seed}`).toBeLessThan(longest);
    expect(own.resident, `seeds ${from} to ${end}`).toBeLessThan(most);
    if (own.slowest.milliseconds > slowest) [slowest, seed] = [own.slowest.milliseconds, own.slowest.seed];
    resident = Math.max(resident, own.resident);
    kept = Math.max(kept, own.kept);
    for (const kind of ['number', 'data', 'file'] as const) counts[kind] += own.counts[kind];
    console.log(`seeds ${from} to ${end}: ${JSON.stringify({ ...own, faults: own.faults.length })}`);
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${count} hostile inputs (${counts.number} numbers, ${counts.data} data, ${counts.file} files), ${seconds} s; slowest ` +
      `${slowest.toFixed(0)} ms (seed ${seed}); process at most ${resident.toFixed(0)} MB, ${kept.toFixed(1)} MB kept`,
  );
}, 36_000_000);
