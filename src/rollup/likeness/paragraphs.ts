/** Which paragraphs of two texts differ. */
import { expression } from '../../report/expression/expression';
import { nearness } from '../names';

/** `added`: in the second text only. `removed`: in the first only. `changed`: much the same in both. */
export type ParagraphChange =
  | { readonly change: 'added'; readonly texts: readonly [null, string] }
  | { readonly change: 'removed'; readonly texts: readonly [string, null] }
  | { readonly change: 'changed'; readonly texts: readonly [string, string] };

/** A space at which nothing falls apart. */
const idleSpace = expression(String.raw`(?<![\p{Script=Latin}\p{N}.,%]) | (?![\p{Script=Latin}\p{N}.,%])`, 'gu');

/**
 * What a paragraph is compared by: spaces and invisible characters are lost and won on the way from Word to a page. Those
 * that keep numbers or words apart stay.
 */
const paragraphKey = (text: string): string =>
  text
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(idleSpace, '');

/** Pairs of two lists, rising in both: positions in the first and the second. */
type Pairs = readonly (readonly [number, number])[];

/** Pairs of paragraphs tried against each other: beyond this the middle of two texts is told as another text. */
const mostPairs = 4_000_000;
/** The same for near paragraphs, of which every pair of characters is counted: by the characters that are looked at. */
const mostCharacters = 4_000_000;

/** As many pairs as can be, in order. */
function commonSequence(rows: number, columns: number, same: (row: number, column: number) => boolean): Pairs {
  const width = columns + 1;
  const best = new Uint32Array((rows + 1) * width);
  const isSame = new Uint8Array(rows * columns);
  const at = (row: number, column: number): number => best[row * width + column] ?? 0;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const equal = same(row, column);
      if (equal) isSame[row * columns + column] = 1;
      best[row * width + column] = Math.max(
        equal ? at(row + 1, column + 1) + 1 : 0,
        at(row + 1, column),
        at(row, column + 1),
      );
    }
  }
  const pairs: [number, number][] = [];
  let [row, column] = [0, 0];
  while (row < rows && column < columns) {
    if (isSame[row * columns + column] === 1 && at(row, column) === at(row + 1, column + 1) + 1) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** How many are the same at the beginning, and of the others at the end. */
export function equalEnds<T>(one: readonly T[], other: readonly T[]): { readonly start: number; readonly end: number } {
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  return { start, end };
}

/** The paragraphs that both texts have: those at either end, then the most that can be found between. */
function equalPairs(one: readonly string[], other: readonly string[]): Pairs {
  const { start, end } = equalEnds(one, other);
  const [rows, columns] = [one.length - start - end, other.length - start - end];
  const middle =
    rows * columns > mostPairs
      ? []
      : commonSequence(rows, columns, (row, column) => one[start + row] === other[start + column]);
  return [
    ...Array.from({ length: start }, (_, index) => [index, index] as const),
    ...middle.map(([row, column]) => [start + row, start + column] as const),
    ...Array.from({ length: end }, (_, index) => [start + rows + index, start + columns + index] as const),
  ];
}

const lengthOf = (texts: readonly string[]): number => texts.reduce((sum, { length }) => sum + length, 0);

/** What is found in the gap before each pair, told where the pair stands, and in the gap behind the last. */
function betweenPairs<T>(
  pairs: Pairs,
  one: readonly string[],
  other: readonly string[],
  found: (one: readonly string[], other: readonly string[], row: number, column: number) => readonly T[],
): T[] {
  let [row, column] = [0, 0];
  return [...pairs, [one.length, other.length] as const].flatMap(([nextRow, nextColumn]) => {
    const gap = [one.slice(row, nextRow), other.slice(column, nextColumn)] as const;
    [row, column] = [nextRow + 1, nextColumn + 1];
    return found(...gap, nextRow, nextColumn);
  });
}

/** Paragraphs between two that are the same: one against one is a change, of more only those that are near. */
function gapChanges(one: readonly string[], other: readonly string[]): ParagraphChange[] {
  const cost = lengthOf(one) * other.length + lengthOf(other) * one.length;
  const near = (row: number, column: number): boolean => nearness(one[row] ?? '', other[column] ?? '') > 0;
  const single = one.length === 1 && other.length === 1;
  const pairs = single
    ? ([[0, 0]] as const)
    : cost > mostCharacters
      ? []
      : commonSequence(one.length, other.length, near);
  return betweenPairs(pairs, one, other, (removed, added, row, column): ParagraphChange[] => {
    const [before, after] = [one[row], other[column]];
    return [
      ...removed.map((text) => ({ change: 'removed', texts: [text, null] }) as const),
      ...added.map((text) => ({ change: 'added', texts: [null, text] }) as const),
      ...(before === undefined || after === undefined ? [] : [{ change: 'changed', texts: [before, after] } as const]),
    ];
  });
}

function orderedChanges(one: readonly string[], other: readonly string[]): ParagraphChange[] {
  const pairs = equalPairs(one.map(paragraphKey), other.map(paragraphKey));
  return betweenPairs(pairs, one, other, gapChanges);
}

const mirrored = (change: ParagraphChange): ParagraphChange => {
  switch (change.change) {
    case 'added':
      return { change: 'removed', texts: [change.texts[1], null] };
    case 'removed':
      return { change: 'added', texts: [null, change.texts[0]] };
    case 'changed':
      return { change: 'changed', texts: [change.texts[1], change.texts[0]] };
  }
};

/**
 * What is added, removed and changed from one text to the other, in the order of the texts; paragraphs that only differ in
 * spaces and invisible characters are the same. Where several ways fit, the same one is taken in either direction.
 */
export function compareParagraphs(one: readonly string[], other: readonly string[]): ParagraphChange[] {
  const [own, others] = [JSON.stringify(one), JSON.stringify(other)];
  return own <= others ? orderedChanges(one, other) : orderedChanges(other, one).map(mirrored);
}
