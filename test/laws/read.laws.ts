/**
 * 100,000 sources damaged at random and 2,000 archives: nothing fails, nothing hangs, nothing floods the memory. Tens of
 * thousands of damaged reports: nothing is guessed in silence.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition } from '../../src/report/edition';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { readFile } from '../../src/read/read';
import { bombs, carrying } from '../read/limits/bombs';
import { sourcesOf } from '../read/limits/fuzz';
import { formattedOtherwise, splits, splitWriters } from '../read/noise/marks';
import { noiseLaw, seen, writerLaw } from '../read/noise/noiseLaw';
import { raggedOperator, showsRows } from '../read/noise/ragged';
import { sampleOf } from '../read/noise/shapes';
import { distinctFigures, layoutsOf, moves, wrongOf } from '../read/tables/moving';
import { shapeNames } from '../read/writers';
import { inOwnProcess } from '../ownProcess';
import type { FuzzFigures } from './readFuzz';

/** Milliseconds. */
const longest = 1000;
/** Megabytes. */
const mostHeap = 300;
/** Megabytes that may be kept for good: what is remembered of labels. */
const mostGrowth = 30;
const megabyte = 1024 * 1024;
const processes = 2;
/** For each way of writing a report down. `GOUJI_DAMAGED` gives another count, for a short look. */
const damagedReports = Number(process.env['GOUJI_DAMAGED'] ?? 1000);

const inProcess = (kind: 'texts' | 'archives', from: number, to: number): Promise<FuzzFigures> =>
  inOwnProcess('laws/readFuzz.ts', mostHeap, [kind, String(from), String(to)]);

/** The same count of seeds for each process. */
async function fuzz(kind: 'texts' | 'archives', count: number): Promise<readonly FuzzFigures[]> {
  const each = Math.ceil(count / processes);
  const all = await Promise.all(
    Array.from({ length: processes }, (_, index) => inProcess(kind, index * each, Math.min(count, (index + 1) * each))),
  );
  for (const { count: own, read, slowest, heap, growth, resident, seconds } of all)
    console.log(
      `${own} ${kind}: ${read} read, ${own - read} refused, ${seconds.toFixed(0)} s; slowest ` +
        `${slowest.milliseconds.toFixed(0)} ms (seed ${slowest.seed}); heap at most ${heap.toFixed(0)} MB, ` +
        `${growth.toFixed(1)} MB kept, process at most ${resident.toFixed(0)} MB`,
    );
  return all;
}

const noted = (edition: Edition, what: string, ways: number): void => {
  console.log(
    `${what}, edition ${edition.id}: ${damagedReports} in each of ${ways} ways of writing, no difference; ` +
      `so far ${seen.read} sources read, ${seen.refused} refused by a sentence`,
  );
};

/** Milliseconds by the clock, or of the processor where others have it meanwhile: the least of three. */
async function timed(act: () => unknown): Promise<number> {
  let least = Infinity;
  for (let count = 0; count < 3; count += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    await act();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, performance.now() - start, (user + system) / 1000);
  }
  return least;
}

describe('reading', () => {
  it.each([
    ['texts', 100_000],
    ['archives', 2000],
  ] as const)(
    'of damaged %s, %s of them, never fails, never takes a second and never needs 300 MB',
    async (kind, count) => {
      for (const { slowest, heap, growth } of await fuzz(kind, count)) {
        expect(slowest.milliseconds).toBeLessThan(longest);
        expect(heap).toBeLessThan(mostHeap);
        expect(growth).toBeLessThan(mostGrowth);
      }
    },
    7_200_000,
  );

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'of damaged reports of edition %s: no figure differs from the truth unless a doubt names it',
    async (_, edition) => {
      for (const shape of shapeNames) await fc.assert(noiseLaw(edition, shape), { numRuns: damagedReports });
      noted(edition, 'damaged reports', shapeNames.length);
    },
    7_200_000,
  );

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'of damaged reports of edition %s with ragged rows besides: the same',
    async (_, edition) => {
      const shapes = shapeNames.filter(showsRows);
      for (const shape of shapes)
        await fc.assert(noiseLaw(edition, shape, raggedOperator), { numRuns: damagedReports });
      noted(edition, 'with ragged rows', shapes.length);
    },
    7_200_000,
  );

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'of damaged reports of edition %s whose numbers became two or do not show: the same',
    async (_, edition) => {
      const writers = Object.values(splits).flatMap((operator) =>
        [1, 2, 3].flatMap((own) => splitWriters(operator, own)),
      );
      for (const writer of writers) await fc.assert(writerLaw(edition, writer), { numRuns: damagedReports });
      noted(edition, 'with numbers that became two', writers.length);
    },
    7_200_000,
  );

  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'of damaged reports of edition %s whose numbers have formats that scale, hide or rename them: the same',
    async (_, edition) => {
      await fc.assert(writerLaw(edition, formattedOtherwise), { numRuns: damagedReports });
      noted(edition, 'with number formats', 1);
    },
    7_200_000,
  );

  it.each(
    editions.flatMap((edition) =>
      Object.entries(layoutsOf(edition)).map(([name, values]) => [edition.id, name, values, edition] as const),
    ),
  )('of a sheet of edition %s, %s, with any one cell deleted or inserted: the same', (id, name, values, edition) => {
    const truth = distinctFigures(edition);
    let count = 0;
    for (const [what, move] of Object.entries(moves))
      for (let row = 0; row < values.length; row += 1)
        for (let column = 0; column < (values[row]?.length ?? 0); column += 1) {
          expect([what, row, column, wrongOf(move(values, row, column), truth)]).toEqual([what, row, column, []]);
          count += 1;
        }
    console.log(`edition ${id}, ${name}: ${count} sheets with a cell deleted or inserted, no figure wrong in silence`);
  });

  it.each(sourcesOf(editions).map((source, index) => [`${index} ${source.html ? 'page' : 'text'}`, source] as const))(
    'of a megabyte in any shape takes less than a second, be it that it is refused as too much: %s',
    async (name, { html, text }) => {
      // A megabyte as a file holds it.
      const large = `${text}\n`.repeat(Math.ceil(megabyte / new TextEncoder().encode(text).length));
      const read = (source: string) => readFile(html ? 'a.html' : 'a.txt', new TextEncoder().encode(source));
      for (let count = 0; count < 20; count += 1) expect(await read(text)).toMatchObject({ ok: true });
      let told = '';
      const milliseconds = await timed(async () => {
        const result = await read(large);
        told = result.ok ? `${result.readings.length} reports` : result.failure.kind;
      });
      console.log(`a megabyte, ${name}: ${told}, ${milliseconds.toFixed(0)} ms`);
      expect(told).toMatch(/reports|archiveUnsafe/);
      expect(milliseconds).toBeLessThan(longest);
    },
  );

  it.each(bombs.map((bomb) => [bomb.name, bomb] as const))('refuses in less than a second: %s', async (name, bomb) => {
    const bytes = bomb.bytes();
    const milliseconds = await timed(async () => {
      expect((await readFile('a.docx', bytes)).ok).toBe(false);
    });
    console.log(`${name}, ${(bytes.length / 1024).toFixed(0)} KB: refused in ${milliseconds.toFixed(0)} ms`);
    expect(milliseconds).toBeLessThan(longest);
  });

  it('of a report with a bomb beside it takes less than a second', async () => {
    const bytes = carrying(sampleOf(edition2021, 1));
    const milliseconds = await timed(async () => {
      expect((await readFile('a.docx', bytes)).ok).toBe(true);
    });
    expect(milliseconds).toBeLessThan(longest);
  });
});
