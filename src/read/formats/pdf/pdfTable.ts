/** The tables of a page, from the lines that are drawn around their cells. */
import { firstWhere } from '../../firstWhere';
import { ArchiveError } from '../../containers/archive';
import { largestOf, smallestOf } from '../../extremes';
import { notSure, samePart, type Aside } from '../../containers/runs';
import { readNumber } from '../../labels/number';
import { isMarkAlone, lineText, linesOf } from './pdfLine';
import { overlapOf, type Rectangle } from './pdfFills';
import { runsThrough, type Stroke } from './pdfPens';
import type { Glyph, PageMarks } from './pdfPage';
import type { RuledLine } from './pdfPaths';
import { sightOf } from '../../labels/sight';
import { mostFrequent } from '../../tables/runs';
import { paragraphOf, type DocumentTable, type TableCell } from '../../containers/tree';
import { beginsAsNumber, endsAsNumber } from '../../containers/runs';

export interface PageCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
  /** How it is seen, where it is not plain; or what is there in place of a text. */
  readonly aside?: Aside;
}

export interface PageTable {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly height: number;
  readonly cells: readonly PageCell[];
  /** Cells with a number that are no rectangle, or with the numbers of several cells: a line between cells is missing. */
  readonly unplaced: number;
}

/** Lines closer than this are one; programs draw a border twice, or in pieces. */
const near = 2.5;
const mostCells = 20_000;

/** Pieces of one line as one. */
function joined(rules: readonly RuledLine[]): RuledLine[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at || a.from - b.from);
  const groups: RuledLine[][] = [];
  let last: number | null = null;
  for (const rule of sorted) {
    if (last === null || rule.at - last > near / 2) groups.push([]);
    groups.at(-1)?.push(rule);
    last = rule.at;
  }
  return groups.flatMap((group) => {
    const at = group.reduce((sum, rule) => sum + rule.at, 0) / group.length;
    const whole: RuledLine[] = [];
    for (const rule of group.sort((a, b) => a.from - b.from)) {
      const before = whole.at(-1);
      if (before !== undefined && rule.from <= before.to + near)
        whole[whole.length - 1] = { at, from: before.from, to: Math.max(before.to, rule.to) };
      else whole.push({ at, from: rule.from, to: rule.to });
    }
    return whole;
  });
}

const reaches = (rule: RuledLine, place: number): boolean => rule.from - near <= place && place <= rule.to + near;

/** Things that belong together, each group known by the first of it. */
function grouping(count: number): {
  readonly rootOf: (index: number) => number;
  readonly join: (a: number, b: number) => void;
} {
  const owner = Array.from({ length: count }, (_, index) => index);
  const rootOf = (index: number): number => {
    let at = index;
    while (owner[at] !== at) {
      owner[at] = owner[owner[at] ?? at] ?? at;
      at = owner[at] ?? at;
    }
    return at;
  };
  return {
    rootOf,
    join(a, b) {
      const [one, other] = [rootOf(a), rootOf(b)];
      owner[Math.max(one, other)] = Math.min(one, other);
    },
  };
}

/** Lines that cross or touch each other, directly or through others; those that go down from left to right. Throws an ArchiveError. */
function frames(
  horizontal: readonly RuledLine[],
  vertical: readonly RuledLine[],
  looks: Looks,
): { rows: RuledLine[]; columns: RuledLine[] }[] {
  const { rootOf, join } = grouping(horizontal.length + vertical.length);
  horizontal.forEach((row, i) => {
    const first = firstWhere(vertical.length, (at) => (vertical[at]?.at ?? 0) >= row.from - near);
    let j = first;
    for (let column = vertical[j]; column !== undefined && reaches(row, column.at); column = vertical[(j += 1)])
      if (reaches(column, row.at)) join(i, horizontal.length + j);
    looks.glance(j - first);
  });
  const found = new Map<number, { rows: RuledLine[]; columns: RuledLine[] }>();
  const frameOf = (index: number) => {
    const root = rootOf(index);
    const frame = found.get(root) ?? { rows: [], columns: [] };
    found.set(root, frame);
    return frame;
  };
  horizontal.forEach((rule, index) => frameOf(index).rows.push(rule));
  vertical.forEach((rule, index) => frameOf(horizontal.length + index).columns.push(rule));
  return [...found.values()].filter(({ rows, columns }) => rows.length > 1 && columns.length > 0);
}

function edgesOf(rules: readonly RuledLine[]): number[] {
  const edges: number[] = [];
  for (const { at } of [...rules].sort((a, b) => a.at - b.at)) {
    const last = edges.at(-1);
    if (last === undefined || at - last > near) edges.push(at);
  }
  return edges;
}

const between = (edges: readonly number[], place: number): number => {
  const next = firstWhere(edges.length, (at) => (edges[at] ?? 0) > place);
  return next >= edges.length ? -1 : next - 1;
};

/** Behind one of these a number on the next line is another one. */
const printedNone = /^[/\\／\p{Pd}_＿−]+$/u;

/** Fewer characters on a line are no number that had to be broken: 5 above 7. */
const shortestBroken = 2;
/** More room at the side of a cell than any program leaves. */
const widestMargin = 6;

/**
 * True if a line holds as much of a number as there is room for, so that the rest of it had to go to the next. Where the next
 * holds as much, two numbers that fill the cell look the same: 12 above 34 is not taken for 1234.
 */
function isFull(line: readonly Glyph[], next: readonly Glyph[], room: number): boolean {
  const widest = largestOf(line.map(({ left, right }) => right - left));
  const width = (line.at(-1)?.right ?? 0) - (line[0]?.left ?? 0);
  return line.length >= shortestBroken && line.length > next.length && width + widest > room;
}

/**
 * Text of a cell from its lines. What a cell breaks for want of room is one again: labels always, a number only where its
 * line is full. Two numbers above one another stay lines of their own: 5 above 7 is not 57.
 */
function cellText(
  lines: readonly (readonly Glyph[])[],
  room: number,
): { readonly text: string; readonly isBroken: boolean } {
  let text = '';
  let isBroken = false;
  lines.forEach((line, index) => {
    const own = lineText(line);
    const before = lines[index - 1] ?? [];
    const numbers = beginsAsNumber.test(own) && (endsAsNumber.test(text) || printedNone.test(text));
    const isOne = !numbers || isFull(before, line, room);
    isBroken ||= numbers && isOne;
    text += isOne ? own : `\n${own}`;
  });
  return { text, isBroken };
}

/** The lines of a table: where they run, and which places between them none divides. */
class Lattice {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly rows: readonly RuledLine[],
    private readonly columns: readonly RuledLine[],
  ) {
    this.xs = edgesOf(columns);
    this.ys = edgesOf(rows);
    this.width = this.xs.length - 1;
    this.height = this.ys.length - 1;
  }

  /** The places that no line divides, which are one cell, by the first of each; and of which cell a place is. */
  cells(): { readonly places: ReadonlyMap<number, readonly number[]>; readonly rootOf: (index: number) => number } {
    const { xs, ys, width, height } = this;
    const { rootOf, join } = grouping(width * height);
    const [across, down] = [nearEach(this.columns, xs), nearEach(this.rows, ys)];
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        const own = row * width + column;
        if (column + 1 < width && !divides(across[column + 1], middle(ys, row))) join(own, own + 1);
        if (row + 1 < height && !divides(down[row + 1], middle(xs, column))) join(own, own + width);
      }
    }
    const places = new Map<number, number[]>();
    for (let index = 0; index < width * height; index += 1) {
      const place = places.get(rootOf(index));
      if (place === undefined) places.set(index, [index]);
      else place.push(index);
    }
    return { places, rootOf };
  }

  /** The place that a character stands in, or -1. */
  placeOf({ left, right, base, size }: Glyph): number {
    return this.placeAt((left + right) / 2, base - size * 0.35);
  }

  placeAt(x: number, y: number): number {
    const column = between(this.xs, x);
    const row = between(this.ys, y);
    return column < 0 || row < 0 ? -1 : row * this.width + column;
  }

  /** The places that a box goes well into. Throws an ArchiveError. */
  placesOf({ left, right, top, bottom }: Rectangle, looks: Looks): number[] {
    const { xs, ys, width } = this;
    const columns = reached(xs, left, right);
    const rows = reached(ys, top, bottom);
    looks.take(1 + columns.length * rows.length);
    return rows.flatMap((row) => columns.map((column) => row * width + column));
  }

  cell(index: number, columnSpan: number, rowSpan: number): Omit<PageCell, 'text'> {
    const { xs, width } = this;
    const column = index % width;
    const [left, right] = [xs[column] ?? 0, xs[column + columnSpan] ?? 0];
    return { row: Math.floor(index / width), column, rowSpan, columnSpan, left, right };
  }
}

const middle = (edges: readonly number[], index: number): number => ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;

/** For each edge the lines that run along it: every place beside it asks for them. */
const nearEach = (rules: readonly RuledLine[], edges: readonly number[]): RuledLine[][] =>
  edges.map((edge) => rules.filter(({ at }) => Math.abs(at - edge) <= near));

/** What goes less far into a cell, in points, lies at its edge. */
const slight = 3;
/** The gaps between edges into which a stretch goes. */
function reached(edges: readonly number[], from: number, to: number): number[] {
  const gaps: number[] = [];
  for (let index = 0; index + 1 < edges.length; index += 1)
    if (Math.min(edges[index + 1] ?? 0, to) - Math.max(edges[index] ?? 0, from) > slight) gaps.push(index);
  return gaps;
}

const divides = (rules: readonly RuledLine[] | undefined, place: number): boolean =>
  (rules ?? []).some(({ from, to }) => from <= place && place <= to);

/** Looks at a character for the tables of a file, and more for each character: a page has few tables, side by side at most. */
const mostLooks = 300_000;
const looksAtEach = 4;
/** Of a look. */
const glance = 0.1;
/** Of making a cell, as looks: a page of a report has some hundred cells, and far more characters. */
const making = 8;
/** What stands so far above or under a table, in points, may share a line with what stands in it. */
const around = 40;

/** What is left of the looks that the tables of a file may take. */
export class Looks {
  private left = mostLooks;

  /** For so many characters more. */
  grow(characters: number): void {
    this.left += characters * looksAtEach;
  }

  /** For so many comparisons of numbers, as short as they are. Throws an ArchiveError. */
  glance(count: number): void {
    this.take(count * glance);
  }

  /** Throws an ArchiveError. */
  take(count: number): void {
    this.left -= count;
    if (this.left < 0) throw new ArchiveError('unsafe', 'far more tables than any report has', 'effort');
  }
}

/** The characters of a page by their height on it. */
class Heights {
  private readonly sorted: readonly { readonly y: number; readonly index: number }[];

  constructor(
    private readonly glyphs: readonly Glyph[],
    private readonly looks: Looks,
  ) {
    this.sorted = glyphs.map(({ base }, index) => ({ y: base, index })).sort((a, b) => a.y - b.y);
  }

  /** Those between two heights, and a little beyond them, in the order of the page. Throws an ArchiveError. */
  between(top: number, bottom: number): readonly Glyph[] {
    const { glyphs, sorted } = this;
    const first = firstWhere(sorted.length, (at) => (sorted[at]?.y ?? 0) >= top - around);
    const found: number[] = [];
    for (let at = first; at < sorted.length; at += 1) {
      const own = sorted[at];
      if (own === undefined || own.y > bottom + around) break;
      found.push(own.index);
    }
    this.looks.take(found.length);
    if (found.length === glyphs.length) return glyphs;
    return found.sort((a, b) => a - b).flatMap((index) => glyphs[index] ?? []);
  }
}

/** What a page shows, ready for its tables to ask for what stands in them. */
interface Page {
  readonly glyphs: Heights;
  readonly hidden: Heights;
  readonly drawings: readonly Rectangle[];
  readonly pictures: readonly Rectangle[];
  readonly looks: Looks;
}

/** Digits closer than this, by the size of their type, are those of one number, whatever line runs between them. */
const joining = 0.05;

/** Characters by the cell that they stand in. A number that runs over a line is none in the cells at both sides. */
function heldBy(lattice: Lattice, rootOf: (index: number) => number, glyphs: readonly Glyph[]): Map<number, Glyph[]> {
  const held = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    const place = lattice.placeOf(glyph);
    if (place === -1) continue;
    const root = rootOf(place);
    const own = held.get(root);
    if (own === undefined) held.set(root, [glyph]);
    else own.push(glyph);
  }
  const rootAt = (glyph: Glyph): number => {
    const place = lattice.placeOf(glyph);
    return place === -1 ? -1 : rootOf(place);
  };
  for (const line of linesOf(glyphs.filter(({ text }) => /^\p{N}/u.test(text)))) {
    line.forEach((glyph, index) => {
      const before = line[index - 1];
      if (before === undefined || glyph.left - before.right > glyph.size * joining) return;
      const [one, other] = [rootAt(before), rootAt(glyph)];
      if (one === other) return;
      for (const root of [one, other])
        held.get(root)?.push({ ...glyph, text: notSure.text, left: glyph.right, size: 0 });
    });
  }
  return held;
}

/** By the size of their type: digits that stand in one line with others of their kind. */
const level = 0.1;
const mostBeside = 50;
const isNumeral = ({ text }: Glyph): boolean => /^\p{N}/u.test(text);

/** True where digits that are not shown go on those that are: what is seen is a part of a number. */
function isPart(shown: readonly Glyph[], hidden: readonly Glyph[]): boolean {
  const digits = shown.filter(isNumeral).slice(0, mostBeside);
  const lost = hidden.filter((glyph) => glyph.aslant !== true && isNumeral(glyph)).slice(0, mostBeside);
  return lost.some((own) => {
    const { left, right, base, size } = own;
    const others = digits.filter(
      (other) => Math.abs(other.size - size) < size * level && Math.abs(other.base - base) < size * level,
    );
    // Drawn twice, once with nothing.
    const middle = (left + right) / 2;
    if (others.some((other) => other.left < middle && middle < other.right)) return false;
    return others.some((other) => Math.max(left - other.right, other.left - right) < size * joining * 2);
  });
}

/** Digits of a table whose size is looked at. */
const mostMeasured = 500;

/** The size that most digits of a table have. */
function usualSize(held: ReadonlyMap<number, readonly Glyph[]>): number {
  const sizes: number[] = [];
  for (const glyphs of held.values()) {
    if (sizes.length >= mostMeasured) break;
    for (const glyph of glyphs) if (isNumeral(glyph) && glyph.size > 0) sizes.push(glyph.size);
  }
  return mostFrequent(sizes)?.value ?? 0;
}

/** Digits of the mark of a note, at most; a number that is made small to fit its cell has more. */
const longestMark = 2;

/** What digits of a table mostly look like, and on which line they stand in its rows. */
interface Usual {
  readonly size: number;
  /** By the row: the line of what stands in it on one line, in the usual size. */
  readonly bases: ReadonlyMap<number, number>;
}

function usualIn(
  held: ReadonlyMap<number, readonly Glyph[]>,
  lines: ReadonlyMap<number, readonly (readonly Glyph[])[]>,
  rowOf: (root: number) => number | null,
): Usual {
  const size = usualSize(held);
  const bases = new Map<number, number>();
  for (const [root, [line, ...others]] of lines) {
    const row = rowOf(root);
    const glyph = line?.find((own) => own.size >= size * samePart);
    if (row !== null && glyph !== undefined && others.length === 0) bases.set(row, glyph.base);
  }
  return { size, bases };
}

/** How the figures of a cell are seen, where that is not plain. `base`: the line on which its row stands. */
function lookOf(glyphs: readonly Glyph[], usual: number, base: number | undefined): Aside | null {
  const text = glyphs.map((glyph) => glyph.text).join('');
  if (glyphs.length <= longestMark && glyphs.every((glyph) => isNumeral(glyph) && isMarkAlone(glyph, usual, base)))
    return { kind: 'mark', text };
  if (glyphs.some(({ pale }) => pale === true)) return { kind: 'unseen', text };
  return glyphs.some(({ faint }) => faint === true) ? { kind: 'faint', text } : null;
}

/** What is there in a cell without a text. */
function insteadOf(hidden: readonly Glyph[], drawn: boolean): Aside | null {
  const text = linesOf(hidden).map(lineText).join(' ');
  if (text !== '') return { kind: 'hidden', text };
  return drawn ? { kind: 'object', text: '' } : null;
}

/** By the size of their type: numbers that stand farther apart are those of two cells. */
const farApart = 1;

/** True for a line of nothing but numbers that stand as far apart as those of different cells do. */
const isOfSeveral = (line: readonly Glyph[]): boolean =>
  line.every(({ text }) => /^[\d.,]+$/u.test(text)) &&
  line.some(({ left, size }, index) => index > 0 && left - (line[index - 1]?.right ?? left) > size * farApart);

/** A table of the form. */
const isOfForm = (cells: readonly PageCell[]): boolean =>
  cells.some(({ text }) => {
    const { row, head } = sightOf(text);
    return row.length + head.length > 0;
  });

const isNumbered = (lines: readonly (readonly Glyph[])[]): boolean =>
  lines.some((line) => readNumber(lineText(line)) !== null);

/** The cells in which something is drawn, or that a picture goes into. Throws an ArchiveError. */
function drawnIn(
  lattice: Lattice,
  rootOf: (index: number) => number,
  { drawings, pictures, looks }: Page,
): ReadonlySet<number> {
  looks.glance(drawings.length);
  const drawn = new Set<number>();
  for (const { left, right, top, bottom } of drawings) {
    const place = lattice.placeAt((left + right) / 2, (top + bottom) / 2);
    if (place !== -1) drawn.add(rootOf(place));
  }
  for (const box of pictures) for (const place of lattice.placesOf(box, looks)) drawn.add(rootOf(place));
  return drawn;
}

function tableOf(rows: readonly RuledLine[], columns: readonly RuledLine[], page: Page): PageTable | null {
  const lattice = new Lattice(rows, columns);
  const { xs, ys, width, height } = lattice;
  if (width < 1 || height < 1 || width * height > mostCells) return null;
  page.looks.take(width * height * making);
  const { places, rootOf } = lattice.cells();
  // A frame around a page or a picture is no table.
  if (places.size === 1) return null;
  const within = (all: Heights): readonly Glyph[] => all.between(ys[0] ?? 0, ys.at(-1) ?? 0);
  const held = heldBy(lattice, rootOf, within(page.glyphs));
  const unseen = heldBy(lattice, rootOf, within(page.hidden));
  const drawn = drawnIn(lattice, rootOf, page);
  // What the table leaves free at the side of its fullest cells, it leaves free in all of them.
  const lines = new Map([...held].map(([root, own]) => [root, linesOf(own)] as const));
  const usual = usualIn(held, lines, (root) =>
    places.get(root)?.every((at) => Math.floor(at / width) === Math.floor(root / width)) === true
      ? Math.floor(root / width)
      : null,
  );
  const margin = smallestOf(
    [...lines].flatMap(([root, own]) => own.map(([first]) => (first?.left ?? 0) - (xs[root % width] ?? 0))),
    widestMargin,
  );
  const cells: PageCell[] = [];
  let unplaced = 0;
  let shared = 0;
  for (const [first, own] of places) {
    const isSingle = own.length === 1;
    const columnSpan = isSingle ? 1 : new Set(own.map((index) => index % width)).size;
    const rowSpan = isSingle ? 1 : new Set(own.map((index) => Math.floor(index / width))).size;
    const whole = lattice.cell(first, columnSpan, rowSpan);
    const shown = held.get(first) ?? [];
    const part = isPart(shown, unseen.get(first) ?? []) ? notSure.text : '';
    const read = cellText(lines.get(first) ?? [], whole.right - whole.left - 2 * margin);
    const text = read.text + part;
    const aside =
      text === ''
        ? insteadOf(unseen.get(first) ?? [], drawn.has(first))
        : (lookOf(shown, usual.size, usual.bases.get(whole.row)) ??
          (read.isBroken ? { kind: 'broken' as const, text } : null));
    if ((lines.get(first) ?? []).some(isOfSeveral)) shared += 1;
    if (columnSpan * rowSpan === own.length) cells.push({ ...whole, text, ...(aside !== null && { aside }) });
    else {
      // Of labels alone the words tell which is missing.
      if (isNumbered(lines.get(first) ?? [])) unplaced += 1;
      for (const index of own) cells.push({ ...lattice.cell(index, 1, 1), text: index === first ? text : '' });
    }
  }
  return {
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    height,
    cells,
    unplaced: unplaced + (shared > 0 && isOfForm(cells) ? shared : 0),
  };
}

export function documentTable({ height, cells }: PageTable): DocumentTable {
  const rows: TableCell[][] = Array.from({ length: height }, () => []);
  for (const { row, columnSpan, rowSpan, text, aside } of [...cells].sort((a, b) => a.column - b.column)) {
    const blocks = [
      ...(text === '' ? [] : [paragraphOf([{ text, aside: aside?.kind ?? null }])]),
      ...(text === '' && aside !== undefined ? [paragraphOf([{ text: aside.text, aside: aside.kind }])] : []),
    ];
    rows[row]?.push({ blocks, columnSpan, rowSpan });
  }
  return { kind: 'table', rows };
}

const isLabel = (text: string): boolean => {
  const { row, rowGroup } = sightOf(text);
  return row.length > 0 || rowGroup;
};

/**
 * A row that a page cuts in two: its label begins on one page and ends on the next, its numbers stand on one of them. Gives
 * both tables with the row whole in the first; null where the last row of one and the first of the other are two rows.
 */
export function withWholeRow(before: PageTable, after: PageTable): readonly [PageTable, PageTable] | null {
  const last = before.cells.filter((cell) => cell.row + cell.rowSpan === before.height);
  const first = after.cells.filter((cell) => cell.row === 0);
  const sides: readonly (readonly PageCell[])[] = [last, first];
  if (after.height < 2 || sides.every((side) => side.some((cell) => readNumber(cell.text) !== null))) return null;
  const ends = new Map<PageCell, string>();
  for (const cell of first.filter(({ text }) => text !== '')) {
    const above = last.find(
      (own) => Math.abs(own.left - cell.left) <= near && Math.abs(own.right - cell.right) <= near,
    );
    if (above === undefined) return null;
    const whole = above.text + cell.text;
    if (above.text !== '' && (!isLabel(whole) || (isLabel(above.text) && isLabel(cell.text)))) return null;
    ends.set(above, whole);
  }
  if (![...ends.keys()].some(({ text }) => text !== '')) return null;
  return [
    { ...before, cells: before.cells.map((cell) => ({ ...cell, text: ends.get(cell) ?? cell.text })) },
    {
      ...after,
      height: after.height - 1,
      cells: after.cells.flatMap((cell): PageCell[] => {
        if (cell.row > 0) return [{ ...cell, row: cell.row - 1 }];
        return cell.rowSpan === 1 ? [] : [{ ...cell, rowSpan: cell.rowSpan - 1, text: '' }];
      }),
    },
  ];
}

const holds = (table: PageTable, glyph: Glyph): boolean => {
  const x = (glyph.left + glyph.right) / 2;
  const y = glyph.base - glyph.size * 0.35;
  return x > table.left && x < table.right && y > table.top && y < table.bottom;
};

/** Where in the height of a digit a line crosses it out, by its size. */
const strike = { from: 0.15, to: 0.6 } as const;
/** Lines in that height that are looked at. */
const mostStrikes = 50;

/** Where the strokes of a pen count, by the size and width of a digit: what runs by its edge may go around it. */
const core = { top: 0.6, bottom: 0.1, side: 0.2 } as const;

/** Digits that a pen crosses out, marked so. Throws an ArchiveError. */
function withPenned(
  glyphs: readonly Glyph[],
  { strokes = [], scribbles = [] }: PageMarks,
  looks: Looks,
): readonly Glyph[] {
  if (strokes.length + scribbles.length === 0) return glyphs;
  // Each band of a page knows the strokes in it.
  const bands = new Map<number, Stroke[]>();
  for (const stroke of strokes) {
    const [top, bottom] = [stroke.from[1], stroke.to[1]].sort((a, b) => a - b);
    for (let band = bandOf(top ?? 0); band <= Math.min(bandOf(bottom ?? 0), bandOf(top ?? 0) + mostBands); band += 1) {
      const own = bands.get(band);
      if (own === undefined) bands.set(band, [stroke]);
      else own.push(stroke);
    }
  }
  return glyphs.map((glyph) => {
    if (!isNumeral(glyph)) return glyph;
    const { base, size, left, right } = glyph;
    const side = (right - left) * core.side;
    const box = {
      left: left + side,
      right: right - side,
      top: base - size * core.top,
      bottom: base - size * core.bottom,
    };
    const own = bands.get(bandOf(box.top)) ?? [];
    const beneath = bandOf(box.top) === bandOf(box.bottom) ? [] : (bands.get(bandOf(box.bottom)) ?? []);
    looks.glance(own.length + beneath.length + scribbles.length);
    const isPenned =
      own.some((stroke) => runsThrough(stroke, box)) ||
      beneath.some((stroke) => runsThrough(stroke, box)) ||
      scribbles.some((scribble) => overlapOf(scribble, box) !== null);
    return isPenned ? { ...glyph, struck: true as const } : glyph;
  });
}
/** Height of a band, in points, and how many of them a line is looked for in: those of the largest page. */
const bandHeight = 12;
const mostBands = 500;
const bandOf = (y: number): number => Math.floor(y / bandHeight);

/** Beyond the digits that it crosses out a line goes no further, by their size; one between cells does. */
const farthestBeyond = 0.5;

/** Digits that a line crosses out, marked so, and the lines that do nothing else. */
function withStruck(
  glyphs: readonly Glyph[],
  horizontal: readonly RuledLine[],
): { readonly glyphs: readonly Glyph[]; readonly strikes: ReadonlySet<RuledLine> } {
  const rules = [...horizontal].sort((a, b) => a.at - b.at);
  const through = new Map<RuledLine, { left: number; right: number }>();
  if (rules.length === 0) return { glyphs, strikes: new Set() };
  const firstFrom = (place: number): number => firstWhere(rules.length, (at) => (rules[at]?.at ?? 0) >= place);
  const marked = glyphs.map((glyph) => {
    const { text, base, size, left, right } = glyph;
    if (!/^\p{N}/u.test(text)) return glyph;
    const x = (left + right) / 2;
    const first = firstFrom(base - size * strike.to);
    for (let at = first; at < Math.min(rules.length, first + mostStrikes); at += 1) {
      const rule = rules[at];
      if (rule === undefined || rule.at > base - size * strike.from) break;
      if (rule.from > x || x > rule.to) continue;
      const known = through.get(rule) ?? { left: Infinity, right: -Infinity };
      const beyond = size * farthestBeyond;
      through.set(rule, { left: Math.min(known.left, left - beyond), right: Math.max(known.right, right + beyond) });
      return { ...glyph, struck: true as const };
    }
    return glyph;
  });
  const strikes = [...through].flatMap(([rule, { left, right }]) =>
    rule.from >= left && rule.to <= right ? [rule] : [],
  );
  return { glyphs: marked, strikes: new Set(strikes) };
}

/** Rows lower than this, in points, hold no text. */
const lowestRow = 6;
/** Columns narrower than this hold none. */
const narrowestColumn = 10;
/** Of the lines between rows, so many end where a line between columns is missing: one may belong to the page. */
const fewestOpen = 2;

/**
 * The lines between rows, with those that a page leaves out above its first row or under its last one where it cuts a table:
 * the line between the two rows is drawn on one of the pages alone, and the lines between columns end where it would be.
 */
function closed(rows: readonly RuledLine[], columns: readonly RuledLine[]): readonly RuledLine[] {
  const [left, right] = [smallestOf(columns.map(({ at }) => at)), largestOf(columns.map(({ at }) => at))];
  const missing = (end: number, edge: number, of: (rule: RuledLine) => number): RuledLine[] => {
    const sides = [left, right].filter((side) =>
      columns.some((rule) => Math.abs(rule.at - side) <= near && Math.abs(of(rule) - end) <= near),
    );
    return Math.abs(edge - end) > lowestRow && sides.length === 2 ? [{ at: end, from: left, to: right }] : [];
  };
  const [top, bottom] = [smallestOf(columns.map(({ from }) => from)), largestOf(columns.map(({ to }) => to))];
  return [
    ...missing(top, smallestOf(rows.map(({ at }) => at)), ({ from }) => from),
    ...rows,
    ...missing(bottom, largestOf(rows.map(({ at }) => at)), ({ to }) => to),
  ];
}

/** The lines between columns, with those at the left and right where a table has none: those between rows end there. */
function sided(rows: readonly RuledLine[], columns: readonly RuledLine[]): readonly RuledLine[] {
  const top = smallestOf([...rows.map(({ at }) => at), ...columns.map(({ from }) => from)]);
  const bottom = largestOf([...rows.map(({ at }) => at), ...columns.map(({ to }) => to)]);
  const missing = (end: number, edge: number, of: (rule: RuledLine) => number): RuledLine[] => {
    const own = rows.filter((rule) => Math.abs(of(rule) - end) <= near);
    const isOpen = Math.abs(edge - end) > narrowestColumn && own.length >= fewestOpen;
    return isOpen ? [{ at: end, from: top, to: bottom }] : [];
  };
  const [left, right] = [smallestOf(rows.map(({ from }) => from)), largestOf(rows.map(({ to }) => to))];
  return [
    ...missing(left, smallestOf(columns.map(({ at }) => at)), ({ from }) => from),
    ...columns,
    ...missing(right, largestOf(columns.map(({ at }) => at)), ({ to }) => to),
  ];
}

/** Tables from top to bottom, and the characters that stand in none of them. `looks`: of the file. Throws an ArchiveError. */
export function tablesOf(
  marks: PageMarks,
  looks = new Looks(),
): {
  readonly tables: readonly PageTable[];
  readonly rest: readonly Glyph[];
} {
  const { horizontal, vertical, hidden = [], drawings = [], pictures = [] } = marks;
  looks.grow(marks.glyphs.length);
  const { glyphs: struck, strikes } = withStruck(marks.glyphs, horizontal);
  const glyphs = withPenned(struck, marks, looks);
  const page = { glyphs: new Heights(glyphs, looks), hidden: new Heights(hidden, looks), drawings, pictures, looks };
  const edges = horizontal.filter((rule) => !strikes.has(rule));
  const tables = frames(joined(edges), joined(vertical), looks)
    .flatMap(({ rows, columns }) => {
      const whole = sided(rows, columns);
      return tableOf(closed(rows, whole), whole, page) ?? [];
    })
    .sort((a, b) => a.top - b.top);
  return {
    tables,
    rest: glyphs.filter((glyph) => glyph.turned !== true && !tables.some((table) => holds(table, glyph))),
  };
}
