import { afterAll, describe, expect, it } from 'vitest';
import { figuresOf } from '../../../src/report/figures';
import { editions } from '../../../src/report/editions';
import type { Reading } from '../../../src/read/reading';
import { readFile } from '../../../src/read/read';
import { damages } from './damages';
import { sampleOf } from './shapes';
import { writerOf, writers } from '../writers';
import { only } from '../only';

interface Score {
  readonly shape: string;
  readonly recoverable: number;
  readonly right: number;
  readonly missing: number;
  readonly invented: number;
  readonly doubts: number;
}

const scores: Score[] = [];

/** Compares what was read with what was printed. */
function score(shape: string, reading: Reading, truth: ReadonlyMap<string, number>): Score {
  let right = 0;
  let missing = 0;
  let invented = 0;
  for (const [id, value] of truth) {
    const read = reading.report.figures[id];
    if (read === value) right += 1;
    else if (read === null || read === undefined) missing += 1;
    else invented += 1;
  }
  return { shape, recoverable: truth.size, right, missing, invented, doubts: reading.doubts.length };
}

afterAll(() => {
  console.table(
    scores.map(({ shape, recoverable, right, missing, invented, doubts }) => ({
      shape,
      'right / recoverable': `${right} / ${recoverable}`,
      '%': ((100 * right) / recoverable).toFixed(1),
      missing,
      invented,
      doubts,
    })),
  );
});

describe.each(editions.map((edition) => [edition.id, edition] as const))('a report of edition %s', (_, edition) => {
  it.each([...writers])('is read whole from: %s', async (shape, { file, write }) => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const sample = sampleOf(edition, seed);
      const reading = only(await readFile(file, write(sample)));
      const result = score(`${edition.id} ${shape}`, reading, sample.truth);
      if (seed === 1) scores.push(result);
      expect(result).toMatchObject({ right: result.recoverable, missing: 0, invented: 0 });
      expect(reading.report).toMatchObject({
        edition: edition.id,
        year: sample.year,
        unit: { name: sample.unit },
        narrative: sample.narrative,
      });
    }
  });
});

/** One of each kind of source. */
const sources = [
  ...['one cell a line', '| at line ends', 'markdown tables', 'tab-separated', 'web page', 'Word file'],
  'Excel file',
];
const withLines = new Set(['one cell a line', '| at line ends', 'markdown tables', 'tab-separated']);

describe.each(Object.entries(damages))('a report with %s', (name, { change, lost, doubts, linesOnly }) => {
  it.each(sources.filter((source) => linesOnly !== true || withLines.has(source)))(
    'is read from: %s',
    async (shape) => {
      const { file, write } = writerOf(shape);
      for (const edition of editions) {
        const sample = sampleOf(edition, 3);
        const reading = only(await readFile(file, write(change(sample))));
        const there = new Map([...sample.truth].filter(([id]) => lost?.(id, edition) !== true));
        const result = score(`${edition.id} ${shape}: ${name}`, reading, there);
        scores.push(result);
        expect(result.invented).toBe(0);
        expect(result.right / result.recoverable).toBeGreaterThanOrEqual(0.995);
        const named = new Set(reading.doubts.flatMap(({ figures }) => figures));
        for (const { id } of figuresOf(edition)) {
          const value = reading.report.figures[id] ?? null;
          if (value === null) expect(named.has(id), id).toBe(true);
          else expect([id, value]).toEqual([id, there.get(id)]);
        }
        const kinds = new Set(reading.doubts.map(({ kind }) => kind));
        expect([...kinds]).toEqual(expect.arrayContaining([...doubts]));
        if (doubts.length === 0) expect([...kinds].filter((kind) => kind !== 'unitUnknown')).toEqual([]);
        expect(reading.report).toMatchObject({
          year: sample.year,
          unit: { name: sample.unit },
          narrative: sample.narrative,
        });
      }
    },
  );
});
