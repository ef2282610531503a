/** What the eye reads in a cell is what is read, whatever else the file holds there: cases, by what comes of them. */
import { expect, it } from 'vitest';
import { Budget } from '../../../src/read/containers/budget';
import type { AsideKind } from '../../../src/read/containers/runs';
import { gridOf, type DocumentBlock } from '../../../src/read/containers/tree';
import { readNumber } from '../../../src/read/labels/number';

export interface Shown {
  readonly text: string;
  readonly kinds: readonly AsideKind[];
}

export function shownIn(blocks: readonly DocumentBlock[]): Shown {
  const table = blocks.find((block) => block.kind === 'table');
  if (table === undefined) throw new Error('no table');
  const { values, asides } = gridOf(table, new Budget());
  return { text: values[0]?.[0] ?? '', kinds: asides.at({ row: 0, column: 0 }).map(({ kind }) => kind) };
}

/** What stands in a cell, and the style sheet of a page, by what it is. */
type Cases = Readonly<Record<string, string | readonly [content: string, style: string]>>;
type Cell = (content: string, style?: string) => Shown;

const tests = (cell: Cell, cases: Cases, title: string, holds: (shown: Shown) => void): void =>
  it.each(Object.entries(cases))(title, (_, written) =>
    holds(typeof written === 'string' ? cell(written) : cell(...written)),
  );

/** The text that is read in each, and what was left out of it or is not certain. */
export const shows = (cell: Cell, text: string, kinds: readonly AsideKind[], cases: Cases): void =>
  tests(cell, cases, '%s', (shown) => expect({ ...shown, text: shown.text.trim() }).toEqual({ text, kinds }));

export const noNumber = (cell: Cell, cases: Cases): void =>
  tests(cell, cases, '%s makes no one number', ({ text }) => {
    expect(text).not.toBe('');
    expect(readNumber(text)).toBeNull();
  });
