/** Characters of a page as lines of text: what is drawn smaller, raised, crossed out or over other digits is told apart. */
import { notSure, raisedForm, samePart } from '../../containers/runs';
import type { Glyph } from './pdfPage';
import { beginsAsNumber, endsAsNumber } from '../../containers/runs';

/** A letter that is drawn twice, a little beside itself, so that it looks bold or has a shadow. */
const sameDrawn = 0.35;
/** Characters before one that may be the same one, drawn before. */
const mostTwins = 12;
/** Of the width of the narrower of two characters: they cover each other. */
const covered = 0.5;

const isAgain = (before: Glyph, after: Glyph): boolean =>
  before.text === after.text &&
  after.left - before.left < (before.right - before.left) * sameDrawn &&
  Math.abs(after.base - before.base) < after.size * sameDrawn;

/** Each character once. */
function withoutTwins(line: readonly Glyph[]): Glyph[] {
  const own: Glyph[] = [];
  for (const glyph of line) {
    let again = false;
    for (let at = own.length - 1; at >= Math.max(0, own.length - mostTwins) && !again; at -= 1) {
      const before = own[at];
      if (before === undefined || before.right <= glyph.left) break;
      again = isAgain(before, glyph);
    }
    if (!again) own.push(glyph);
  }
  return own;
}

/** Characters as lines from top to bottom, each from left to right. */
export function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line !== undefined && first !== undefined && glyph.base - first.base < Math.max(first.size, glyph.size) * 0.45)
      line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.map((line) => withoutTwins(line.sort((a, b) => a.left - b.left)));
}

/** Digits farther apart than this, by the size of their type, are parted by a space: a page keeps no spaces. */
const widestInNumber = 0.2;

/** What stands between two characters of a line: a gap between digits is kept as a space, so that 5 beside 7 is not 57. */
export function gapBetween(before: Glyph | undefined, after: Glyph): '' | ' ' {
  if (before === undefined || after.left - before.right <= after.size * widestInNumber) return '';
  return endsAsNumber.test(before.text) && beginsAsNumber.test(after.text) ? ' ' : '';
}

const isFigure = ({ text }: Glyph): boolean => beginsAsNumber.test(text);
/** By the size of the largest: how far a mark stands above the others, and how far type wanders about its line. */
const raisedBy = 0.1;
const wandering = 0.2;
/** A figure of less than this part of their size is raised as soon as it stands above them: it is a mark. */
const markPart = 0.75;

/** Browsers raise a figure more and make it less small than Word does. `above`: it stands so far above the others, in points, where they are so large. */
const isRaisedBeside = ({ size }: Glyph, largest: number, above: number): boolean =>
  size < largest * markPart ? above > largest * raisedBy : size < largest * samePart && above > largest * wandering;

/** True for a digit that has no other beside it in its cell and is raised like a mark: `base` is the line of its row, if one is known. */
export const isMarkAlone = (glyph: Glyph, usual: number, base: number | undefined): boolean =>
  base === undefined ? glyph.size < usual * markPart : isRaisedBeside(glyph, usual, base - glyph.base);

const isPale = ({ pale, faint }: Glyph): boolean => pale === true || faint === true;

/** A digit beside others as it is to be read: `…` before one of which nobody can tell whether it belongs to them. */
function figureText(glyph: Glyph, before: Glyph | undefined, largest: Glyph, pale: boolean): string {
  const above = largest.base - glyph.base;
  const moved = Math.abs(above) > largest.size * wandering;
  const unequal = glyph.size < largest.size * samePart;
  if (isRaisedBeside(glyph, largest.size, above)) return raisedForm(glyph.text);
  const covers =
    before !== undefined &&
    before.right - glyph.left > covered * Math.min(before.right - before.left, glyph.right - glyph.left);
  const unlike = pale !== isPale(glyph);
  return unequal || moved || covers || unlike || glyph.struck === true ? notSure.text + glyph.text : glyph.text;
}

/** The text of each character of a line. */
export function textsOf(line: readonly Glyph[]): string[] {
  const texts = line.map((glyph) => (glyph.turned === true ? notSure.text : glyph.text));
  for (let from = 0; from < line.length; from += 1) {
    const first = line[from];
    if (first === undefined || !isFigure(first)) continue;
    let largest = first;
    let to = from;
    for (let own = line[to]; own !== undefined && isFigure(own); own = line[(to += 1)])
      if (own.size > largest.size) largest = own;
    const pale = isPale(largest);
    for (let at = from; at < to; at += 1) {
      const own = line[at];
      if (own !== undefined && own.turned !== true)
        texts[at] = figureText(own, at === from ? undefined : line[at - 1], largest, pale);
    }
    from = to;
  }
  return texts;
}

export const lineText = (line: readonly Glyph[]): string => {
  const texts = textsOf(line);
  return line.map((glyph, index) => `${gapBetween(line[index - 1], glyph)}${texts[index] ?? ''}`).join('');
};
