/** Pages of which two are printed side by side on one sheet. */
import type { Rectangle } from './pdfFills';
import { linesOf } from './pdfLine';
import type { Glyph, PageMarks } from './pdfPage';
import type { Stroke } from './pdfPens';

/** How much wider than high a sheet of two pages is. */
const broad = 1.2;
/** Of its width: how far from the middle the gap between both may lie. */
const aside = 0.08;
/** In points. */
const narrowestGap = 14;
/** Chinese characters on each page, at least. */
const fewestCharacters = 50;
/** Lines between the cells of a table. */
const fewestRules = 4;

interface Stretch {
  readonly left: number;
  readonly right: number;
}

/** The middle of the gap near the middle of a sheet into which nothing reaches; null where there is none. */
function gapIn(taken: readonly Stretch[], width: number): number | null {
  let end = 0;
  for (const { left, right } of [...taken].sort((a, b) => a.left - b.left)) {
    const middle = (end + left) / 2;
    if (left - end >= narrowestGap && Math.abs(middle - width / 2) <= width * aside) return middle;
    end = Math.max(end, right);
  }
  return null;
}

const isHan = ({ text }: Glyph): boolean => /\p{Script=Han}/u.test(text);

/**
 * True for what can be a page by itself: most of its lines have words, or it has a table with lines. Columns of numbers
 * without either belong to what stands beside them.
 */
function isPage({ glyphs, horizontal, vertical }: PageMarks): boolean {
  if (glyphs.filter(isHan).length < fewestCharacters) return false;
  const lines = linesOf(glyphs);
  const isRuled = horizontal.length >= fewestRules && vertical.length >= fewestRules;
  return isRuled || lines.filter((line) => line.some(isHan)).length * 2 > lines.length;
}

/** What of a sheet stands between two places across, with its places counted from the first of them. */
function partOf(marks: PageMarks, from: number, to: number): PageMarks {
  const isHere = ({ left, right }: Stretch): boolean => (left + right) / 2 >= from && (left + right) / 2 < to;
  const boxes = (own: readonly Rectangle[] | undefined): Rectangle[] =>
    (own ?? []).filter(isHere).map((box) => ({ ...box, left: box.left - from, right: box.right - from }));
  const glyphs = (own: readonly Glyph[] | undefined): Glyph[] =>
    (own ?? []).filter(isHere).map((glyph) => ({ ...glyph, left: glyph.left - from, right: glyph.right - from }));
  return {
    size: `${marks.size} / 2`,
    glyphs: glyphs(marks.glyphs),
    hidden: glyphs(marks.hidden),
    drawings: boxes(marks.drawings),
    pictures: boxes(marks.pictures),
    scribbles: boxes(marks.scribbles),
    strokes: (marks.strokes ?? [])
      .filter(({ from: begin, to: end }) => isHere({ left: begin[0], right: end[0] }))
      .map(({ from: begin, to: end }): Stroke => ({ from: [begin[0] - from, begin[1]], to: [end[0] - from, end[1]] })),
    horizontal: marks.horizontal
      .filter((rule) => isHere({ left: rule.from, right: rule.to }))
      .map((rule) => ({ ...rule, from: rule.from - from, to: rule.to - from })),
    vertical: marks.vertical.filter(({ at }) => at >= from && at < to).map((rule) => ({ ...rule, at: rule.at - from })),
    unreadable: from === 0 ? marks.unreadable : 0,
  };
}

/** The pages of a sheet in the order in which they are read: one as a rule, and two where they stand side by side. */
export function pagesOfSheet(
  marks: PageMarks,
  { width, height }: { readonly width: number; readonly height: number },
): PageMarks[] {
  if (width < height * broad) return [marks];
  const middle = gapIn(
    [...marks.glyphs, ...marks.horizontal.map(({ from, to }) => ({ left: from, right: to }))],
    width,
  );
  if (middle === null) return [marks];
  const pages = [partOf(marks, 0, middle), partOf(marks, middle, Infinity)];
  return pages.every(isPage) ? pages : [marks];
}
