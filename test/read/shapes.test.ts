import { afterAll, describe, expect, it } from 'vitest';
import { editions } from '../../src/report/editions';
import type { ReadResult, Reading } from '../../src/read/reading';
import { readFile } from '../../src/read/read';
import { excelShapes, wordShapes } from './files';
import { htmlShapes, sampleOf, textShapes, type Sample } from './shapes';

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

const only = (result: ReadResult): Reading => {
  if (!result.ok) throw new Error(`nothing read: ${result.failure.kind}`);
  const [reading, ...others] = result.readings;
  if (reading === undefined || others.length > 0) throw new Error(`${result.readings.length} reports read`);
  return reading;
};

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const sources: readonly (readonly [string, string, (sample: Sample) => Uint8Array])[] = [
  ...Object.entries(textShapes).map(
    ([shape, { write }]) => [shape, 'report.txt', (sample: Sample) => encode(write(sample))] as const,
  ),
  ...Object.entries(htmlShapes).map(
    ([shape, write]) => [shape, 'report.html', (sample: Sample) => encode(write(sample))] as const,
  ),
  ...Object.entries(wordShapes).map(([shape, write]) => [shape, 'report.docx', write] as const),
  ...Object.entries(excelShapes).map(([shape, write]) => [shape, 'report.xlsx', write] as const),
];

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
  it.each(sources)('is read whole from: %s', async (shape, name, write) => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const sample = sampleOf(edition, seed);
      const reading = only(await readFile(name, write(sample)));
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
