/** What a page of a PDF shows: characters and straight lines in their places, from its list of drawing operations. */
import { largestOf, smallestOf } from '../../extremes';
import type { AsideKind } from '../../containers/runs';
import { inkAside, inkThrough, unknownGround, type Colour } from '../../containers/ink';
import {
  boxOf,
  Fills,
  holds,
  insideOf,
  isRectangle,
  overlapOf,
  type Rectangle,
  type FileLooks,
  type Inside,
} from './pdfFills';
import { Dashes } from './pdfDashes';
import { piecesOf, steps, type Matrix, type Pieces, type Point, type RuledLine } from './pdfPaths';
import { Pens, type Stroke } from './pdfPens';

/** Places grow to the right and downwards, in points. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** The line it stands on. */
  readonly base: number;
  readonly size: number;
  /** As white as what is painted behind it, so that nobody sees it. */
  readonly pale?: true;
  /** It may be so, and may not. */
  readonly faint?: true;
  /** On its side or upside down. */
  readonly turned?: true;
  /** Neither upright nor on its side: a mark across the page, or what nobody reads as a figure. */
  readonly aslant?: true;
  /** A line runs through it. */
  readonly struck?: true;
}

/** How many letters of a page stand upright, run down or up it, or stand on their heads. */
export interface Turns {
  readonly upright: number;
  readonly down: number;
  readonly up: number;
  readonly over: number;
}

export interface PageMarks {
  /** Width and height, as a name. */
  readonly size: string;
  readonly glyphs: readonly Glyph[];
  readonly horizontal: readonly RuledLine[];
  readonly vertical: readonly RuledLine[];
  /** Digits that the page holds and does not show: cut off, painted over, drawn with nothing. */
  readonly hidden?: readonly Glyph[];
  /** Small figures that are drawn and not written, as letters are that a program made into lines. */
  readonly drawings?: readonly Rectangle[];
  /** Pictures, but for those that lie behind most of the page. */
  readonly pictures?: readonly Rectangle[];
  /** Lines that run neither across nor down, as by hand, and the places of those that are too many. */
  readonly strokes?: readonly Stroke[];
  readonly scribbles?: readonly Rectangle[];
  /** Pieces of text that nobody can read: their typeface names no characters. */
  readonly unreadable: number;
}

/** A typeface: size of a glyph's unit in it, and whether it says which characters its glyphs are. */
export interface Typeface {
  readonly unit: number;
  readonly readable: boolean;
}

/** A drawing operation by its name, as the library calls it, with what it works on. */
export interface Operation {
  readonly name: string;
  readonly values: readonly unknown[];
}

const identity: Matrix = [1, 0, 0, 1, 0, 0];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

const numbersOf = (value: unknown): number[] =>
  isList(value) ? Array.from(value, (one) => (typeof one === 'number' && Number.isFinite(one) ? one : 0)) : [];

function matrixOf(values: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(isList(values[0]) ? values[0] : values);
  return [a, b, c, d, e, f];
}

interface State {
  matrix: Matrix;
  font: string;
  size: number;
  characterSpace: number;
  wordSpace: number;
  scale: number;
  leading: number;
  rise: number;
  /** How letters are drawn. [ISO 32000] 9.3.6 */
  mode: number;
  fill: Colour;
  /** Of the outlines of letters. */
  stroke: Colour;
  /** From 0, through which everything is seen, to 1. */
  alpha: number;
  strokeAlpha: number;
  /** The same of all that is drawn together. */
  groupAlpha: number;
  /** What is drawn shows in part, as another drawing has it. */
  masked: boolean;
  /** What is painted mixes with what is there. */
  blends: boolean;
  /** Beyond this nothing shows. */
  clip: Rectangle;
  /** It is all of that box, and not a part of another shape. */
  clipsBox: boolean;
}

const plainState = (matrix: Matrix, clip: Rectangle): State => ({
  matrix,
  clip,
  clipsBox: true,
  fill: '000000',
  stroke: '000000',
  alpha: 1,
  strokeAlpha: 1,
  groupAlpha: 1,
  masked: false,
  blends: false,
  font: '',
  size: 0,
  characterSpace: 0,
  wordSpace: 0,
  scale: 1,
  leading: 0,
  rise: 0,
  mode: 0,
});

type Ink = readonly [colour: Colour, seen: number];

/** How the letters of one text stand and are drawn. */
interface Writing {
  readonly whole: Matrix;
  readonly size: number;
  readonly turn: keyof Turns;
  readonly stance: Pick<Glyph, 'turned' | 'aslant'>;
  readonly inks: readonly Ink[];
}

/** Letters that are not drawn, as those are that a program recognised in a picture of them. */
const undrawn: ReadonlySet<number> = new Set([3, 7]);

interface DrawnGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

const isGlyph = (value: unknown): value is DrawnGlyph =>
  typeof value === 'object' &&
  value !== null &&
  'unicode' in value &&
  typeof value.unicode === 'string' &&
  'width' in value &&
  typeof value.width === 'number';

/** Some programs name a character by its radical (⼀ for 一), a variant of it, or two letters as one (ﬁ). */
const written = (text: string): string =>
  /[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/u.test(text) ? text.normalize('NFKC') : text;

const thickest = 3;
const shortest = 4;
/** Corners of a box. */
const boxed = 4;
const straight = 0.7;
const mostGlyphs = 500_000;
const mostRules = 6_000;
const deepest = 200;

const stroked = new Set([
  ...['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'],
]);
const oddly = new Set(['eoFill', 'eoFillStroke', 'closeEOFillStroke']);
const white = 'ffffff';
/** What hides a figure and is no box is as large as one, in points, and simple. */
const leastShape = 5;
const longestShape = 800;
const filled = new Set(['fill', 'eoFill']);
const filling = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);
const painting = new Set([...filling, ...stroked]);
/** Letters of no more points are not seen. */
const smallest = 2;
/** What stands no further beyond an edge, in points, is seen. */
const near = 1;

/** A page as it is looked at: how large, and from its own places to those of the reader. */
export interface PageView {
  readonly width: number;
  readonly height: number;
  readonly transform: readonly unknown[];
}

/** Between a speck and a stamp, in points. */
const drawn = { least: 1.5, most: 40, corners: 8 } as const;

/** The straight lines of a page. */
class Lines {
  readonly horizontal: RuledLine[] = [];
  readonly vertical: RuledLine[] = [];
  private readonly dashes = new Dashes();

  /** What a path paints, by the operation that paints it. */
  path(kind: string, { pieces }: Pieces): void {
    if (stroked.has(kind))
      for (const corners of pieces) corners.forEach((corner, index) => this.draw(corners[index - 1] ?? corner, corner));
    // Many programs draw a line as a thin filled box.
    else if (filled.has(kind)) for (const corners of pieces) this.box(corners);
  }

  /** Adds the lines that are drawn dash by dash. */
  finish(): void {
    const { horizontal, vertical } = this.dashes.lines();
    for (const line of horizontal) if (this.hasRoom()) this.horizontal.push(line);
    for (const line of vertical) if (this.hasRoom()) this.vertical.push(line);
  }

  private hasRoom(): boolean {
    return this.horizontal.length + this.vertical.length < mostRules;
  }

  private draw(a: Point, b: Point): void {
    const { horizontal, vertical } = this;
    if (!this.hasRoom()) return;
    const wide = Math.abs(a[0] - b[0]);
    const high = Math.abs(a[1] - b[1]);
    if (high < straight && wide >= shortest)
      horizontal.push({ at: (a[1] + b[1]) / 2, from: Math.min(a[0], b[0]), to: Math.max(a[0], b[0]) });
    else if (wide < straight && high >= shortest)
      vertical.push({ at: (a[0] + b[0]) / 2, from: Math.min(a[1], b[1]), to: Math.max(a[1], b[1]) });
  }

  private box(corners: readonly Point[]): void {
    const xs = corners.map(([own]) => own);
    const ys = corners.map(([, own]) => own);
    const [left, right, top, bottom] = [smallestOf(xs), largestOf(xs), smallestOf(ys), largestOf(ys)];
    if (Math.max(right - left, bottom - top) < shortest && corners.length >= boxed)
      this.dashes.add(left, right, top, bottom);
    else if (bottom - top <= thickest) this.draw([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    else if (right - left <= thickest) this.draw([(left + right) / 2, top], [(left + right) / 2, bottom]);
  }
}

/** Follows the operations of a page. */
class Painter {
  readonly glyphs: Glyph[] = [];
  readonly hidden: Glyph[] = [];
  readonly drawings: Rectangle[] = [];
  readonly pictures: Rectangle[] = [];
  /** For each part that is marked whether it is shown: layers may be switched off. */
  readonly marked: boolean[] = [];
  /** For each group whether it says through which places another drawing is seen, and is none itself. */
  readonly groups: boolean[] = [];
  readonly lines = new Lines();
  readonly pens = new Pens();
  readonly fills: Fills;
  /** The next path is where the rest of the page is cut. */
  clipsNext = false;
  unreadable = 0;
  readonly turns = { upright: 0, down: 0, up: 0, over: 0 };
  state: State;
  private readonly saved: State[] = [];
  private readonly view: Matrix;
  private readonly page: Rectangle;
  private textMatrix = identity;
  private lineX = 0;
  private lineY = 0;
  private x = 0;

  constructor(
    view: PageView,
    private readonly typefaceOf: (font: string) => Typeface,
    file?: FileLooks,
  ) {
    this.fills = new Fills(file);
    this.view = matrixOf(view.transform);
    this.page = { left: 0, right: view.width, top: 0, bottom: view.height };
    this.state = plainState(this.view, this.page);
  }

  /** Of marked parts and groups around what is drawn, those in which nothing shows. */
  private unshown = 0;

  begin(around: boolean[], shows: boolean): void {
    around.push(shows);
    if (!shows) this.unshown += 1;
  }

  end(around: boolean[]): void {
    if (around.pop() === false) this.unshown -= 1;
  }

  /** A picture, which fills a square of one by one. `isDense`: nothing is seen through it. */
  picture(isDense: boolean): void {
    const box = boxOf(unitSquare, this.state.matrix);
    if (box === null || this.unshown > 0) return;
    const isUpright = isRectangle(unitSquare, this.state.matrix);
    if (isUpright && isDense) this.fillBox(box, unknownGround);
    const own = overlapOf(box, this.state.clip);
    if (own !== null && sizeOf(own) < sizeOf(this.page) * background && this.pictures.length < mostPictures)
      this.pictures.push(own);
  }

  /** A path, and what is done with it. */
  path(kind: string, data: readonly number[]): void {
    const { state } = this;
    if (this.unshown > 0 && !this.clipsNext) return;
    if (this.unshown === 0 && (stroked.has(kind) || filled.has(kind))) {
      const pieces = piecesOf(data, state.matrix);
      if (!this.isUnseenFrame(kind, data)) this.lines.path(kind, pieces);
      if (stroked.has(kind)) this.pens.path(data, state.matrix, pieces.rounded);
    }
    if (painting.has(kind) || this.clipsNext) this.area(kind, data);
  }

  /** A white box with a white edge on a white page: it covers, and parts nothing. */
  private isUnseenFrame(kind: string, data: readonly number[]): boolean {
    const { fill, stroke, matrix } = this.state;
    if (!filling.has(kind) || !stroked.has(kind) || fill !== white || stroke !== white) return false;
    const box = boxOf(data, matrix);
    return (
      box === null || ['', white].includes(this.fills.at([(box.left + box.right) / 2, (box.top + box.bottom) / 2]))
    );
  }

  private area(kind: string, data: readonly number[]): void {
    const { state } = this;
    const box = boxOf(data, state.matrix);
    if (box === null) return;
    const isBox = isRectangle(data, state.matrix);
    if (this.clipsNext) this.clipTo(box, isBox);
    this.clipsNext = false;
    if (!painting.has(kind) || this.unshown > 0) return;
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    if (filling.has(kind) && Math.min(wide, high) > (isBox ? thickest : leastShape) && data.length < longestShape) {
      const inside = isBox ? undefined : insideOf(data, state.matrix, oddly.has(kind) ? 'odd' : 'around');
      this.fillBox(box, state.fill, inside);
    }
    if (
      !isBox &&
      this.drawings.length < mostRules &&
      data.length > drawn.corners &&
      Math.max(wide, high) <= drawn.most &&
      high >= drawn.least
    )
      this.drawings.push(box);
  }

  /** Everything that is not cut off. `isBox`: all of it. */
  fillBox(box: Rectangle, color = this.state.fill, inside?: Inside): void {
    const { blends, clip, clipsBox, masked } = this.state;
    const alpha = this.state.alpha * this.state.groupAlpha;
    const own = overlapOf(box, clip);
    if (own === null || alpha === 0 || this.unshown > 0) return;
    const covers = alpha === 1 && !blends && clipsBox && !masked;
    this.fills.add({
      box: own,
      color: covers ? color : unknownGround,
      covers,
      above: this.glyphs.length,
      ...(inside && { inside }),
    });
  }

  clipTo(box: Rectangle, isBox: boolean): void {
    const { state } = this;
    state.clip = overlapOf(box, state.clip) ?? nowhere;
    state.clipsBox &&= isBox;
  }

  /** Moves digits that something was painted over to those that are not shown; where it may have been, they are told as unseen. */
  finish(): Glyph[] {
    const { over, perhaps } = this.fills.over(this.glyphs, middleOf);
    if (over.size + perhaps.size === 0) return this.glyphs;
    for (const glyph of over) if (isOfFigure(glyph.text)) this.hidden.push(glyph);
    return this.glyphs
      .filter((glyph) => !over.has(glyph))
      .map((glyph) => (perhaps.has(glyph) && isOfFigure(glyph.text) ? { ...glyph, pale: true as const } : glyph));
  }

  /** To the edges of a drawing, in its own places. */
  clipToEdges(edges: unknown, matrix: Matrix): void {
    const [left, top, right, bottom] = numbersOf(edges);
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return;
    const path = [steps.move, left, top, steps.line, right, top, steps.line, right, bottom, steps.line, left, bottom];
    const box = boxOf(path, matrix);
    if (box !== null) this.clipTo(box, true);
  }

  save(): void {
    if (this.saved.length < deepest) this.saved.push({ ...this.state });
  }

  restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  transform(by: Matrix): void {
    this.state.matrix = times(this.state.matrix, by);
  }

  /** What lies upon the page, as the content of a field that was filled in does, with places of its own. */
  beginAbove(place: Matrix, own: Matrix): void {
    this.save();
    this.state = plainState(times(times(this.view, place), own), this.page);
  }

  beginText(matrix: Matrix): void {
    this.textMatrix = matrix;
    this.lineX = 0;
    this.lineY = 0;
    this.x = 0;
  }

  move(byX: number, byY: number): void {
    this.lineX += byX;
    this.lineY += byY;
    this.x = this.lineX;
  }

  show(list: readonly unknown[]): void {
    const { state } = this;
    const typeface = this.typefaceOf(state.font);
    // What is drawn from now on shows within these letters alone.
    if (state.mode > 3) state.clipsBox = false;
    if (!typeface.readable) this.unreadable += 1;
    const how = this.writing();
    for (const one of list) {
      if (typeof one === 'number') this.x -= ((one * state.size) / 1000) * state.scale;
      else if (isGlyph(one)) this.glyph(one, one.width * state.size * typeface.unit, how);
    }
  }

  /** How letters stand from here on. */
  private writing(): Writing {
    const whole = times(this.state.matrix, this.textMatrix);
    // Text that stands on its side or aslant is a margin note, a seal or a mark across the page, not a line of the report; in
    // place of a figure its digits are told.
    const tilt = Math.abs(whole[1]) / (Math.abs(whole[0]) + Math.abs(whole[1]));
    const turned = tilt > 1 - slightest || whole[0] < 0;
    const isAslant = tilt >= slightest && tilt <= 1 - slightest;
    return {
      whole,
      size: Math.hypot(whole[2], whole[3]) * Math.abs(this.state.size),
      turn: turnOf(whole),
      stance: { ...(turned && { turned }), ...(isAslant && { aslant: true }) },
      inks: isAslant ? [] : this.inks(),
    };
  }

  /** A character where it stands, with how it is seen there. */
  private place(glyph: Glyph, inks: readonly Ink[]): void {
    const at = middleOf(glyph);
    if (inks.length === 0 || this.unshown > 0 || !holds(this.state.clip, at, near)) {
      if (isOfFigure(glyph.text)) this.hidden.push(glyph);
      return;
    }
    const ink = isOfFigure(glyph.text) ? this.inkOf(glyph, inks, at) : null;
    this.glyphs.push(ink === null ? glyph : { ...glyph, ...(ink === 'faint' ? { faint: true } : { pale: true }) });
  }

  /** True for a letter of which too little is left to read it, or to know that none stood beside it. */
  private isCut({ left, right, base, size }: Glyph): boolean {
    const { clip } = this.state;
    const [wide, high] = [right - left, size * digitHeight];
    const own = overlapOf({ left, right, top: base - high, bottom: base }, clip);
    return own === null || own.right - own.left < wide * leastLeft || own.bottom - own.top < high * leastLeft;
  }

  /** What letters are drawn with, filled, in outlines, or both: each colour, and how much of it is seen. */
  private inks(): readonly Ink[] {
    const { mode, fill, stroke, alpha, strokeAlpha, groupAlpha } = this.state;
    if (undrawn.has(mode)) return [];
    const how = mode % 4;
    const inks: readonly Ink[] = [
      ...(how === 1 ? [] : [[fill, alpha] as const]),
      ...(how === 0 ? [] : [[stroke, strokeAlpha] as const]),
    ];
    return inks.map(([colour, seen]): Ink => [colour, seen * groupAlpha]).filter(([, seen]) => seen > 0);
  }

  private inkOf(glyph: Glyph, inks: readonly Ink[], at: Point): AsideKind | null {
    const isNarrow = glyph.right - glyph.left < glyph.size * narrowest;
    if (glyph.size <= smallest || isNarrow || this.isCut(glyph)) return 'unseen';
    const ground = this.fills.at(at);
    const asides = inks.map(([colour, seen]) => {
      const own = inkThrough(colour, ground, seen);
      return own === null ? 'faint' : inkAside(own, ground);
    });
    if (!asides.includes(null)) return asides.includes('faint') ? 'faint' : 'unseen';
    return this.state.masked ? 'faint' : null;
  }

  private glyph({ unicode, isSpace }: DrawnGlyph, width: number, how: Writing): void {
    const { state, x } = this;
    const { whole, size, turn, stance, inks } = how;
    const y = this.lineY + state.rise;
    const from = whole[0] * x + whole[2] * y + whole[4];
    const to = from + whole[0] * width * state.scale;
    const base = whole[1] * x + whole[3] * y + whole[5];
    const text = written(unicode);
    const isBlank = unicode.trim() === '';
    if (!isBlank) this.turns[turn] += 1;
    const isShown = stance.turned === true || stance.aslant === true ? isDigit(unicode) : true;
    if (isShown && !isBlank && this.glyphs.length + this.hidden.length < mostGlyphs)
      this.place({ text, left: Math.min(from, to), right: Math.max(from, to), base, size, ...stance }, inks);
    this.x += (width + state.characterSpace + (isSpace ? state.wordSpace : 0)) * state.scale;
  }
}

const unitSquare: readonly number[] = [0, 0, 0, 1, 1, 0, 1, 1, 1, 1, 0, 1, 3];
const sizeOf = ({ left, right, top, bottom }: Rectangle): number => (right - left) * (bottom - top);
/** A picture of more than this part of a page lies behind what is printed on it, or is a scan of it. */
const background = 0.6;
/** By the size of their type. */
const digitHeight = 0.7;
/** A narrower digit is a line. */
const narrowest = 0.12;
/** Of the width and the height of a digit, so that it can be read. */
const leastLeft = 0.6;
const mostPictures = 2_000;

const isDigit = (text: string): boolean => /\d/u.test(text);
/** A digit, or a part of what says that there are none. */
const isOfFigure = (text: string): boolean => /[\d/\\／\p{Pd}_无]/u.test(text);
const nowhere: Rectangle = { left: 0, right: 0, top: 0, bottom: 0 };
/** Middle of a digit that stands on its line. */
const middleOf = ({ left, right, base, size }: Glyph): Point => [(left + right) / 2, base - size * 0.35];

/** Of what is nearly upright, or nearly on its side: the smaller part of how far it goes across and down. */
const slightest = 0.15;

const numberAt = (values: readonly unknown[], index: number): number => {
  const value = values[index];
  return typeof value === 'number' ? value : 0;
};

const colorIn = (value: unknown): Colour => {
  const [, digits] = /^#([\da-f]{6})$/iu.exec(String(value)) ?? [];
  return digits?.toLowerCase() ?? unknownGround;
};

/** Drawings that are laid upon the page as one, or that say through which places another one is seen (`smask`). */
interface Group {
  readonly smask?: unknown;
  readonly matrix?: unknown;
  readonly bbox?: unknown;
}

/** What the operations do that place text and lines; what only colours is not among them. */
const deeds: Readonly<Record<string, (painter: Painter, values: readonly unknown[]) => void>> = {
  save: (painter) => painter.save(),
  restore: (painter) => painter.restore(),
  transform: (painter, values) => painter.transform(matrixOf(values)),
  paintFormXObjectBegin: (painter, [matrix, edges]) => {
    painter.save();
    if (isList(matrix)) painter.transform(matrixOf([matrix]));
    painter.clipToEdges(edges, painter.state.matrix);
  },
  clip: (painter) => void (painter.clipsNext = true),
  eoClip: (painter) => void (painter.clipsNext = true),
  setGState: ({ state }, [entries]) => {
    for (const entry of isList(entries) ? Array.from(entries) : []) {
      const [name, value] = isList(entry) ? Array.from(entry) : [];
      if (name === 'ca' && typeof value === 'number') state.alpha = value;
      else if (name === 'CA' && typeof value === 'number') state.strokeAlpha = value;
      else if (name === 'SMask') state.masked = value === true;
      else if (name === 'BM') state.blends = value !== 'source-over' && value !== 'Normal';
    }
  },
  setFillColorN: ({ state }) => void (state.fill = unknownGround),
  setStrokeColorN: ({ state }) => void (state.stroke = unknownGround),
  setStrokeRGBColor: ({ state }, [color]) => void (state.stroke = colorIn(color)),
  markPoint: (painter, [isDense]) => painter.picture(isDense === true),
  beginMarkedContent: (painter) => painter.begin(painter.marked, true),
  beginMarkedContentProps: (painter, [shows]) => painter.begin(painter.marked, shows !== false),
  endMarkedContent: (painter) => painter.end(painter.marked),
  beginGroup: (painter, [group]) => {
    const { smask = null, matrix, bbox }: Group = typeof group === 'object' && group !== null ? group : {};
    painter.save();
    painter.begin(painter.groups, smask === null);
    const { state } = painter;
    Object.assign(state, { groupAlpha: state.groupAlpha * state.alpha, alpha: 1, strokeAlpha: 1 });
    painter.clipToEdges(bbox, isList(matrix) ? times(painter.state.matrix, matrixOf([matrix])) : painter.state.matrix);
  },
  endGroup: (painter) => {
    painter.end(painter.groups);
    painter.restore();
  },
  shadingFill: (painter) => painter.fillBox(painter.state.clip, unknownGround),
  paintFormXObjectEnd: (painter) => painter.restore(),
  beginAnnotation: (painter, [, , place, own]) =>
    painter.beginAbove(isList(place) ? matrixOf([place]) : identity, isList(own) ? matrixOf([own]) : identity),
  endAnnotation: (painter) => painter.restore(),
  setTextRenderingMode: ({ state }, values) => void (state.mode = numberAt(values, 0)),
  setFillRGBColor: ({ state }, [color]) => void (state.fill = colorIn(color)),
  constructPath: (painter, [kind, list]) => {
    const [data] = isList(list) ? Array.from(list) : [];
    painter.path(String(kind), numbersOf(data));
  },
  beginText: (painter) => painter.beginText(identity),
  setTextMatrix: (painter, values) => painter.beginText(matrixOf(values)),
  setFont: ({ state }, values) => {
    state.font = String(values[0]);
    state.size = numberAt(values, 1);
  },
  setCharSpacing: ({ state }, values) => void (state.characterSpace = numberAt(values, 0)),
  setWordSpacing: ({ state }, values) => void (state.wordSpace = numberAt(values, 0)),
  setHScale: ({ state }, values) => void (state.scale = numberAt(values, 0) / 100),
  setLeading: ({ state }, values) => void (state.leading = -numberAt(values, 0)),
  setTextRise: ({ state }, values) => void (state.rise = numberAt(values, 0)),
  moveText: (painter, values) => painter.move(numberAt(values, 0), numberAt(values, 1)),
  setLeadingMoveText: (painter, values) => {
    painter.state.leading = numberAt(values, 1);
    painter.move(numberAt(values, 0), numberAt(values, 1));
  },
  nextLine: (painter) => painter.move(0, painter.state.leading),
  showText: (painter, [list]) => {
    if (isList(list)) painter.show(Array.from(list));
  },
};

const turnOf = ([across, down]: Matrix): keyof Turns =>
  Math.abs(across) >= Math.abs(down) ? (across < 0 ? 'over' : 'upright') : down > 0 ? 'down' : 'up';

/** `file`: what the pages of the file have in common. */
export function marksOf(
  operations: Iterable<Operation>,
  view: PageView,
  typefaceOf: (font: string) => Typeface,
  file?: FileLooks,
): PageMarks & { readonly turns: Turns } {
  const painter = new Painter(view, typefaceOf, file);
  for (const { name, values } of operations) deeds[name]?.(painter, values);
  const glyphs = painter.finish();
  painter.lines.finish();
  const { unreadable, hidden, drawings, pictures } = painter;
  const { horizontal, vertical } = painter.lines;
  return {
    hidden,
    drawings,
    pictures,
    strokes: painter.pens.strokes,
    scribbles: painter.pens.scribbles,
    size: `${Math.round(view.width)} × ${Math.round(view.height)}`,
    glyphs,
    horizontal,
    vertical,
    unreadable,
    turns: painter.turns,
  };
}
