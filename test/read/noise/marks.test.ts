import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import { editions } from '../../../src/report/editions';
import { sampleOf } from './shapes';
import { formattedOtherwise, splits, splitWriters } from './marks';
import { writerLaw } from './noiseLaw';
import type { Noise } from './noise';

/** Numbers of two digits are changed, so that those beside them stay what they were. */
const digits = 2;

describe.each(Object.entries(splits))('numbers that became two, or none that shows, by %s', (_, operator) => {
  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'are blank with a doubt, and those beside them right: edition %s',
    async (__, edition) => {
      const sample = sampleOf(edition, 5);
      for (const { file, write } of splitWriters(operator, digits)) {
        const result = await readFile(file, write(sample));
        if (!result.ok) throw new Error(result.failure.kind);
        const [reading] = result.readings;
        const named = new Set(reading?.doubts.flatMap(({ figures }) => figures));
        const changed = [...sample.truth].filter(([, value]) => String(value).length === digits && value > 0);
        expect(changed.length).toBeGreaterThan(5);
        for (const [id] of changed) expect([id, reading?.report.figures[id], named.has(id)]).toEqual([id, null, true]);
        const gone = new Set(changed.map(([id]) => id));
        for (const [id, value] of sample.truth)
          if (!gone.has(id) && reading?.report.figures[id] !== value) expect(named.has(id), id).toBe(true);
      }
    },
  );
});

const met: [Noise][] = [
  // The tab in a cell of a table without known heads parted cells, and every number stood under the next head.
  [{ lost: 5, extraRows: 4, extraColumn: false, move: false, cut: 60, foreign: 30, blanks: 10, seed: 1666825630 }],
  // In such a table nothing was said of a number that nobody sees.
  [{ lost: 0, extraRows: 0, extraColumn: false, move: true, cut: 60, foreign: 0, blanks: 0, seed: 1327266948 }],
];

describe('numbers that became two in a damaged report', () => {
  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'are never wrong without a doubt: edition %s',
    async (_, edition) => {
      for (const operator of Object.values(splits))
        for (const writer of splitWriters(operator, digits))
          await fc.assert(writerLaw(edition, writer), { seed: 2030, numRuns: met.length, examples: met });
    },
  );
});

describe('numbers in formats that scale, hide or rename them', () => {
  it.each(editions.map((edition) => [edition.id, edition] as const))(
    'are what the cells show, or a doubt names them, however damaged the report: edition %s',
    async (_, edition) => {
      await fc.assert(writerLaw(edition, formattedOtherwise), { seed: 2029, numRuns: 30 });
    },
  );
});
