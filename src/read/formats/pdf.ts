/**
 * Reads reports from a PDF with text in it: tables by the lines drawn around their cells, the rest line by line. The library
 * fetches nothing, draws nothing and runs nothing from the file. Loaded only when a PDF is read.
 */
import { largestOf } from '../extremes';
import { figuresOf } from '../../report/figures';
import { ArchiveError } from '../containers/archive';
import { readBlocks } from '../compose/document';
import { failed } from '../failure';
import { gapBetween, linesOf, textsOf } from './pdf/pdfLine';
import { documentTable, Looks, tablesOf, withWholeRow, type PageTable } from './pdf/pdfTable';
import { asOne } from './pdf/pdfCuts';
import { pagesOfSheet } from './pdf/pdfHalves';
import { marksOf, type Glyph, type Operation, type PageMarks, type Turns, type Typeface } from './pdf/pdfPage';
import { withPdf } from './pdf/pdfLibrary';
import { checkPacking } from './pdf/pdfPacking';
import type { Doubt } from '../doubt';
import type { ReadResult } from '../reading';
import type { DocumentBlock } from '../containers/tree';

const mostPages = 300;
/** Of all letters of a page, that are turned one way so that the page is looked at turned the other way. */
const mostTurned = 0.8;

/** By how many degrees a page is to be turned, so that its letters stand upright. */
function turnOf({ upright, down, up, over }: Turns): number {
  const whole = upright + down + up + over;
  if (down > whole * mostTurned) return 270;
  if (up > whole * mostTurned) return 90;
  return over > whole * mostTurned ? 180 : 0;
}

/** What a page shows: its tables, and what stands in none of them. */
type SeenPage = PageMarks & ReturnType<typeof tablesOf>;

/** What the pages of a file show, each looked at before the next is taken apart. Throws an ArchiveError. */
const pagesOf = (bytes: Uint8Array): Promise<SeenPage[]> =>
  withPdf(bytes, checkPacking(bytes), async ({ file, names, nextPage }) => {
    if (file.numPages > mostPages) throw new ArchiveError('unsafe', `more than ${mostPages} pages`, 'count');
    const layers = await file.getOptionalContentConfig();
    const pages: SeenPage[] = [];
    const looks = new Looks();
    const taken = { looks: 0 };
    for (let number = 1; number <= file.numPages; number += 1) {
      nextPage();
      const page = await file.getPage(number);
      const list = await page.getOperatorList();
      const operations = list.fnArray.map((code, index): Operation => {
        const values: unknown = list.argsArray[index];
        const own: unknown[] = Array.isArray(values) ? values : [];
        const name = names.get(code) ?? '';
        // A path names what is done with it by its own code.
        if (name === 'constructPath') return { name, values: [names.get(Number(own[0])), ...own.slice(1)] };
        if (name === 'beginMarkedContentProps') return { name, values: [own[0] !== 'OC' || layers.isVisible(own[1])] };
        return { name, values: own };
      });
      const typefaceOf = (font: string): Typeface => {
        const own: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null;
        const matrix: unknown = typeof own === 'object' && own !== null && 'fontMatrix' in own ? own.fontMatrix : null;
        // In place of a typeface that it cannot make out the library holds the words that say so.
        const readable = typeof own !== 'string';
        return { unit: Array.isArray(matrix) && typeof matrix[0] === 'number' ? matrix[0] : 0.001, readable };
      };
      const upright = page.getViewport({ scale: 1 });
      const marks = marksOf(operations, upright, typefaceOf, taken);
      const turned = turnOf(marks.turns);
      const view = turned === 0 ? upright : page.getViewport({ scale: 1, rotation: (page.rotate + turned) % 360 });
      const own = pagesOfSheet(turned === 0 ? marks : marksOf(operations, view, typefaceOf, taken), view);
      pages.push(...own.map((one) => ({ ...one, ...tablesOf(one, looks) })));
      page.cleanup();
    }
    return pages;
  });

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly size: number;
}

/** Characters of a line that stand far from each other belong to different cells of a table without lines. */
const columnGap = 2;

function lineOf(glyphs: readonly Glyph[]): Line {
  const size = largestOf(glyphs.map((glyph) => glyph.size));
  const texts = textsOf(glyphs);
  const text = glyphs.map((glyph, index) => {
    const before = glyphs[index - 1];
    const isColumn = before !== undefined && glyph.left - before.right > size * columnGap;
    return `${isColumn ? '\t' : gapBetween(before, glyph)}${texts[index] ?? ''}`;
  });
  return {
    text: text.join(''),
    left: glyphs[0]?.left ?? 0,
    right: glyphs.at(-1)?.right ?? 0,
    top: glyphs[0]?.base ?? 0,
    size,
  };
}

const pageNumber = /^(?:[—–\-－─一\s]*\d{1,3}[—–\-－─一\s]*|第\s*\d{1,3}\s*页.*|\d{1,3}\s*\/\s*\d{1,3})$/u;

interface PageParts {
  /** Pages of one size share their margins. */
  readonly size: string;
  readonly lines: readonly Line[];
  readonly tables: readonly PageTable[];
}

/** A line that stands on several pages in the same place, but for its numbers, belongs to the pages, not to the report. */
const runningKey = (line: Line): string => `${Math.round(line.top)} ${line.text.replace(/\d+/gu, '0')}`;

function partsOf(pages: readonly SeenPage[]): PageParts[] {
  const parts = pages.map(({ size, tables, rest }): PageParts => ({ size, lines: linesOf(rest).map(lineOf), tables }));
  const keys = new Map<string, number>();
  for (const { lines } of parts)
    for (const line of new Set([lines[0], lines.at(-1)]))
      if (line !== undefined) keys.set(runningKey(line), (keys.get(runningKey(line)) ?? 0) + 1);
  const runs = (line: Line): boolean => pageNumber.test(line.text) || (keys.get(runningKey(line)) ?? 0) > 1;
  return parts.map((part) => ({
    ...part,
    lines: part.lines.filter((line, at) => (at > 0 && at < part.lines.length - 1) || !runs(line)),
  }));
}

/** Left and right margin for each size of page. */
function marginsOf(pages: readonly PageParts[]): Map<string, readonly [number, number]> {
  const margins = new Map<string, readonly [number, number]>();
  for (const { size, lines, tables } of pages) {
    for (const { left, right } of [...lines, ...tables]) {
      const [first, last] = margins.get(size) ?? [left, right];
      margins.set(size, [Math.min(first, left), Math.max(last, right)]);
    }
  }
  return margins;
}

/** Tables and rows that pages cut, whole again: where a page ends in a table and the next begins with one. */
function withWholeTables(pages: readonly PageParts[]): PageParts[] {
  const parts = pages.map((page) => ({ ...page, tables: [...page.tables] }));
  // The page that the last table begins on: all of a page between may belong to it.
  let holder = 0;
  parts.forEach((page, at) => {
    if (page.tables.length + page.lines.length > 0) holder = at;
    const [own, next] = [parts[holder], parts[at + 1]];
    const above = own?.tables.at(-1);
    const below = next?.tables[0];
    if (own === undefined || next === undefined || above === undefined || below === undefined) return;
    if (own.lines.some((line) => line.top > above.bottom) || next.lines.some((line) => line.top < below.top)) return;
    const [first, second] = withWholeRow(above, below) ?? [above, below];
    const whole = asOne(first, second);
    own.tables[own.tables.length - 1] = whole ?? first;
    if (whole === null) next.tables[0] = second;
    else next.tables.shift();
  });
  return parts;
}

/** A line goes on with the paragraph before it if that one fills its line and this one is not indented. */
function blocksOf(pages: readonly PageParts[]): DocumentBlock[] {
  const margins = marginsOf(pages);
  const blocks: DocumentBlock[] = [];
  let before: (Line & { readonly full: boolean }) | null = null;
  for (const { size, lines, tables } of withWholeTables(pages)) {
    const [left, right] = margins.get(size) ?? [0, 0];
    const parts = [
      ...lines.map((line) => ({ line, table: null, top: line.top })),
      ...tables.map((table) => ({ line: null, table: documentTable(table), top: table.top })),
    ];
    for (const { line, table } of parts.sort((a, b) => a.top - b.top)) {
      if (line === null) {
        blocks.push(table);
        before = null;
        continue;
      }
      const last = blocks.at(-1);
      const goesOn =
        before?.full === true &&
        last?.kind === 'paragraph' &&
        Math.abs(before.size - line.size) < 1 &&
        line.left - left < line.size * 1.2;
      if (goesOn) blocks[blocks.length - 1] = { kind: 'paragraph', text: last.text + line.text };
      else blocks.push({ kind: 'paragraph', text: line.text });
      before = { ...line, full: right - line.right < line.size * 1.8 };
    }
  }
  return blocks;
}

/** Fewer Chinese characters than this are no report: the pages are pictures, or their text has no known encoding. */
const fewestCharacters = 50;

/** Throws an ArchiveError where the file is not what it should be. */
export async function readPdf(bytes: Uint8Array): Promise<ReadResult> {
  const pages = await pagesOf(bytes);
  const readable = pages.flatMap(({ glyphs }) => glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text))).length;
  if (readable < fewestCharacters) return failed('pdfNoText');
  const parts = partsOf(pages);
  const result = readBlocks(blocksOf(parts));
  const rows = parts.flatMap(({ tables }) => tables).reduce((sum, { unplaced }) => sum + unplaced, 0);
  const pieces = pages.reduce((sum, { unreadable }) => sum + unreadable, 0);
  if (!result.ok || rows + pieces === 0) return result;
  return {
    ok: true,
    readings: result.readings.map((reading) => {
      const doubts: Doubt[] = [];
      if (rows > 0)
        doubts.push({ kind: 'cellsUnplaced', figures: [...reading.sources.keys()], place: null, details: { rows } });
      if (pieces > 0) {
        const figures = figuresOf(reading.edition).map(({ id }) => id);
        const blank = figures.filter((id) => (reading.report.figures[id] ?? null) === null);
        doubts.push({ kind: 'textUnreadable', figures: blank, place: null, details: { pieces } });
      }
      return { ...reading, doubts: [...doubts, ...reading.doubts] };
    }),
  };
}
