/** What becomes of one figure of a file, which is what most tests of single cells ask. */
import { expect } from 'vitest';
import type { Doubt } from '../../../src/read/doubt';
import { readFile } from '../../../src/read/read';
import type { Reading } from '../../../src/read/reading';
import type { FigureId } from '../../../src/report/figures';
import { only } from '../only';

export const readOne = async (file: Uint8Array): Promise<Reading> => only(await readFile('报表.xls', file));

/** It is this number, or blank, and nothing is in doubt. */
export async function isRead(file: Uint8Array, figure: FigureId, value: number | null): Promise<void> {
  const { report, doubts } = await readOne(file);
  expect(report.figures[figure]).toBe(value);
  expect(doubts).toEqual([]);
}

/** It is blank, and the one doubt is of this kind and speaks of it. */
export async function isDoubted(
  file: Uint8Array,
  figure: FigureId,
  kind: Doubt['kind'],
  details?: object,
): Promise<void> {
  const { report, doubts } = await readOne(file);
  expect(report.figures[figure]).toBeNull();
  expect(doubts).toMatchObject([{ kind, figures: [figure], ...(details !== undefined && { details }) }]);
}
