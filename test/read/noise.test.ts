import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../src/report/editions';
import type { Edition } from '../../src/report/edition';
import { figuresOf } from '../../src/report/figures';
import { readFile } from '../../src/read/read';
import type { Reading } from '../../src/read/reading';
import { damage, noises } from './noise';
import { shapeNames, writerOf } from './writers';

const doubted = (reading: Reading): Set<string> => new Set(reading.doubts.flatMap(({ figures }) => figures));

const base = {
  unit: '云溪县农业农村局',
  year: 2022,
  narrative: { overview: ['一年来工作有序。'], problems: ['更新不够及时。'], other: ['无'] },
};

const runs = 30;

describe.each(editions.map((edition) => [edition.id, edition] as const))(
  'damaged reports of edition %s',
  (_, edition) => {
    it.each(shapeNames)('no figure differs from the truth unless a doubt names it: %s', async (shape) => {
      const { file, write } = writerOf(shape);
      await fc.assert(
        fc.asyncProperty(noises, async (noise) => {
          const { edition: damaged, printed } = damage(edition, noise);
          const result = await readFile(file, write({ ...base, edition: damaged, printed }));
          if (!result.ok) return;
          for (const reading of result.readings) {
            const named = doubted(reading);
            // A report with nothing left that tells its edition is read as one of them, with a doubt.
            if (reading.edition !== edition && reading.doubts.some(({ kind }) => kind === 'editionUncertain')) continue;
            for (const figure of figuresOf(reading.edition)) {
              const text = printed.get(figure.id) ?? '';
              const truth = text === '' ? null : Number(text);
              const read = reading.report.figures[figure.id] ?? null;
              if (read !== truth && !named.has(figure.id))
                expect({ [figure.id]: read }).toEqual({ [figure.id]: truth });
            }
          }
        }),
        { numRuns: runs },
      );
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
      if (!result.ok) return;
      for (const reading of result.readings) {
        const named = doubted(reading);
        expect(allFigures(reading.edition).filter((id) => !named.has(id))).toEqual([]);
      }
    });
  },
);

const allFigures = (edition: Edition): string[] => figuresOf(edition).map(({ id }) => id);
