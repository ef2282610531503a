/** The law that nothing is guessed in silence, for one edition and one way of writing a report down. */
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Edition } from '../../../src/report/edition';
import { figuresOf } from '../../../src/report/figures';
import { readFile } from '../../../src/read/read';
import type { Reading } from '../../../src/read/reading';
import { damage, noises, type Noise } from './noise';
import type { Sample } from './shapes';
import { writerOf, type Writer } from '../writers';

export const base = {
  unit: '云溪县农业农村局',
  year: 2022,
  narrative: { overview: ['一年来工作有序。'], problems: ['更新不够及时。'], other: ['无'] },
};

export const doubted = (reading: Reading): Set<string> => new Set(reading.doubts.flatMap(({ figures }) => figures));

/** Noise that a figure once came through wrong and without a doubt. */
export const met: readonly Noise[] = [
  // A cut head and the next one made the label of the other edition, and the start of a row stood for the head lost by that.
  { lost: 0, extraRows: 4, extraColumn: false, move: true, cut: 20, foreign: 0, blanks: 0, seed: 1584519940 },
  // A head of dots alone took the first piece of a head cut over two rows, and every column moved by one.
  { lost: 0, extraRows: 1, extraColumn: false, move: true, cut: 0, foreign: 30, blanks: 0, seed: 2147483370 },
];

/** How many damaged sources were read and refused so far, by any of these laws. */
export const seen = { read: 0, refused: 0 };

/** What befalls a source besides. */
export interface Operator {
  /** Whether blank cells may be there too: not where they leave no trace and the change could stand for one. */
  readonly blanks: (shape: string) => boolean;
  readonly alter: (seed: number) => Sample['alter'];
}

/** No figure of a damaged report differs from the truth unless a doubt names it. */
export const noiseLaw = (edition: Edition, shape: string, operator?: Operator): fc.IAsyncProperty<[Noise]> =>
  writerLaw(edition, writerOf(shape), operator === undefined ? undefined : { shape, operator });

/** The same of reports by any writer, with what befalls them besides. */
export function writerLaw(
  edition: Edition,
  { file, write }: Writer,
  more?: { readonly shape: string; readonly operator: Operator },
): fc.IAsyncProperty<[Noise]> {
  return fc.asyncProperty(noises, async (own) => {
    const noise = more?.operator.blanks(more.shape) === false ? { ...own, blanks: 0 } : own;
    const { edition: damaged, printed } = damage(edition, noise);
    const alter = more?.operator.alter(noise.seed);
    const result = await readFile(
      file,
      write({ ...base, edition: damaged, printed, ...(alter === undefined ? {} : { alter }) }),
    );
    // A source may be refused, if by a sentence: then nothing of it was guessed. How many were is told beside the rest.
    if (!result.ok) {
      expect(result.failure.kind).toBe('noReport');
      seen.refused += 1;
      return;
    }
    seen.read += 1;
    for (const reading of result.readings) {
      const named = doubted(reading);
      // A report with nothing left that tells its edition is read as one of them, with a doubt.
      if (reading.edition !== edition && reading.doubts.some(({ kind }) => kind === 'editionUncertain')) continue;
      for (const figure of figuresOf(reading.edition)) {
        const text = printed.get(figure.id) ?? '';
        const truth = text === '' ? null : Number(text);
        const read = reading.report.figures[figure.id] ?? null;
        if (read !== truth && !named.has(figure.id)) expect({ [figure.id]: read }).toEqual({ [figure.id]: truth });
      }
    }
  });
}
