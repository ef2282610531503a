import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../../src/report/editions';
import type { Edition } from '../../../src/report/edition';
import { figuresOf } from '../../../src/report/figures';
import { readFile } from '../../../src/read/read';
import { damage } from './noise';
import { base, doubted, met, noiseLaw } from './noiseLaw';
import { shapeNames, writerOf } from '../writers';

/** The same reports on every machine; `npm run laws` tries others, and more of them. */
const seed = 2025;
const runs = 30;

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'damaged reports of edition %s',
  (_, edition) => {
    it.each(shapeNames)('no figure differs from the truth unless a doubt names it: %s', async (shape) => {
      const examples = met.map((noise): [typeof noise] => [noise]);
      await fc.assert(noiseLaw(edition, shape), { seed, numRuns: runs + met.length, examples });
    });

    it.each(shapeNames)('columns without readable headers carry one doubt over all of them: %s', async (shape) => {
      const { file, write } = writerOf(shape);
      const noise = {
        lost: 0,
        extraRows: 0,
        extraColumn: false,
        move: false,
        cut: 0,
        foreign: 100,
        blanks: 0,
        seed: 7,
      };
      const { edition: damaged, printed } = damage(edition, noise);
      const result = await readFile(file, write({ ...base, edition: damaged, printed }));
      if (!result.ok) throw new Error(result.failure.kind);
      expect(result.readings).not.toEqual([]);
      for (const reading of result.readings) {
        const named = doubted(reading);
        expect(allFigures(reading.edition).filter((id) => !named.has(id))).toEqual([]);
      }
    });
  },
);

const allFigures = (edition: Edition): string[] => figuresOf(edition).map(({ id }) => id);
