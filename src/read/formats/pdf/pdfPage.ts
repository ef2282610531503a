/** What a page of a PDF shows: characters and straight lines in their places, from its list of drawing operations. */
import { largestOf, smallestOf } from '../../extremes';
import { inkAside, unknownGround, type Colour } from '../../containers/ink';
import { boxOf, Fills, holds, isRectangle, overlapOf, type Box } from './pdfFills';

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
  /** A line runs through it. */
  readonly struck?: true;
}

/** A straight line: its own place across, and how far it reaches. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
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
  readonly drawings?: readonly Box[];
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

type Matrix = readonly [number, number, number, number, number, number];

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
  /** From 0, through which everything is seen, to 1. */
  alpha: number;
  /** What is painted mixes with what is there. */
  blends: boolean;
  /** Beyond this nothing shows. */
  clip: Box;
  /** It is all of that box, and not a part of another shape. */
  clipsBox: boolean;
}

const plainState = (matrix: Matrix, clip: Box): State => ({
  matrix,
  clip,
  clipsBox: true,
  fill: '000000',
  alpha: 1,
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

/** Points and turns of a path, as the library packs them: a number for what to do, then where. */
const steps = { move: 0, line: 1, curve: 2, close: 3 } as const;
const thickest = 3;
const shortest = 4;
const straight = 0.7;
const mostGlyphs = 500_000;
const mostRules = 6_000;
const deepest = 200;

const stroked = new Set([
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
]);
const filled = new Set(['fill', 'eoFill']);
const filling = new Set(['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']);
const painting = new Set([...filling, ...stroked]);
/** Letters of no more points are not seen. */
const smallest = 2;
/** What stands no further beyond an edge, in points, is seen. */
const near = 1;

type Point = readonly [number, number];

/** Straight pieces of a path by their corners; a piece that turns is left out. */
function cornersOf(data: readonly number[], matrix: Matrix): Point[][] {
  const paths: Point[][] = [];
  let path: Point[] = [];
  const point = (x: number, y: number): Point => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ];
  const end = (): void => {
    if (path.length > 1) paths.push(path);
    path = [];
  };
  for (let at = 0; at < data.length;) {
    const [step, x = 0, y = 0] = [data[at], data[at + 1], data[at + 2]];
    if (step === steps.move) {
      end();
      path = [point(x, y)];
      at += 3;
    } else if (step === steps.line) {
      path.push(point(x, y));
      at += 3;
    } else if (step === steps.curve) {
      end();
      path = [point(data[at + 5] ?? 0, data[at + 6] ?? 0)];
      at += 7;
    } else if (step === steps.close) {
      const [first] = path;
      if (first !== undefined) path.push(first);
      at += 1;
    } else break;
  }
  end();
  return paths;
}

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

  /** What a path paints, by the operation that paints it. */
  path(kind: string, data: readonly number[], matrix: Matrix): void {
    if (stroked.has(kind))
      for (const corners of cornersOf(data, matrix))
        corners.forEach((corner, index) => this.draw(corners[index - 1] ?? corner, corner));
    // Many programs draw a line as a thin filled box.
    else if (filled.has(kind)) for (const corners of cornersOf(data, matrix)) this.box(corners);
  }

  private draw(a: Point, b: Point): void {
    const { horizontal, vertical } = this;
    if (horizontal.length + vertical.length >= mostRules) return;
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
    if (bottom - top <= thickest) this.draw([left, (top + bottom) / 2], [right, (top + bottom) / 2]);
    else if (right - left <= thickest) this.draw([(left + right) / 2, top], [(left + right) / 2, bottom]);
  }
}

/** Follows the operations of a page. */
class Painter {
  readonly glyphs: Glyph[] = [];
  readonly hidden: Glyph[] = [];
  readonly drawings: Box[] = [];
  readonly lines = new Lines();
  readonly fills = new Fills();
  /** The next path is where the rest of the page is cut. */
  clipsNext = false;
  unreadable = 0;
  state: State;
  private readonly saved: State[] = [];
  private readonly view: Matrix;
  private readonly page: Box;
  private textMatrix = identity;
  private lineX = 0;
  private lineY = 0;
  private x = 0;

  constructor(
    view: PageView,
    private readonly typefaceOf: (font: string) => Typeface,
  ) {
    this.view = matrixOf(view.transform);
    this.page = { left: 0, right: view.width, top: 0, bottom: view.height };
    this.state = plainState(this.view, this.page);
  }

  /** A path, and what is done with it. */
  path(kind: string, data: readonly number[]): void {
    const { state } = this;
    this.lines.path(kind, data, state.matrix);
    if (painting.has(kind) || this.clipsNext) this.area(kind, data);
  }

  private area(kind: string, data: readonly number[]): void {
    const { state } = this;
    const box = boxOf(data, state.matrix);
    if (box === null) return;
    const isBox = isRectangle(data, state.matrix);
    if (this.clipsNext) this.clipTo(box, isBox);
    this.clipsNext = false;
    if (!painting.has(kind)) return;
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    if (isBox) {
      if (filling.has(kind) && Math.min(wide, high) > thickest) this.fillBox(box);
    } else if (
      this.drawings.length < mostRules &&
      data.length > drawn.corners &&
      Math.max(wide, high) <= drawn.most &&
      high >= drawn.least
    )
      this.drawings.push(box);
  }

  /** Everything that is not cut off. `isBox`: all of it. */
  fillBox(box: Box, color = this.state.fill): void {
    const { alpha, blends, clip, clipsBox } = this.state;
    const own = overlapOf(box, clip);
    if (own === null || alpha === 0) return;
    const covers = alpha === 1 && !blends && clipsBox;
    this.fills.add({ box: own, color: covers ? color : unknownGround, covers, above: this.glyphs.length });
  }

  clipTo(box: Box, isBox: boolean): void {
    const { state } = this;
    state.clip = overlapOf(box, state.clip) ?? nowhere;
    state.clipsBox &&= isBox;
  }

  /** Moves digits that something was painted over to those that are not shown. */
  finish(): Glyph[] {
    const over = this.fills.over(this.glyphs, middleOf);
    if (over.size === 0) return this.glyphs;
    for (const glyph of over) if (isOfFigure(glyph.text)) this.hidden.push(glyph);
    return this.glyphs.filter((glyph) => !over.has(glyph));
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
    if (!typeface.readable) this.unreadable += 1;
    const whole = times(state.matrix, this.textMatrix);
    for (const one of list) {
      if (typeof one === 'number') this.x -= ((one * state.size) / 1000) * state.scale;
      else if (isGlyph(one)) this.glyph(one, one.width * state.size * typeface.unit, whole);
    }
  }

  /** A character where it stands, with how it is seen there. */
  private place(glyph: Glyph): void {
    const { mode, fill, alpha, clip } = this.state;
    const at = middleOf(glyph);
    if (undrawn.has(mode) || alpha === 0 || !holds(clip, at, near)) {
      if (isOfFigure(glyph.text)) this.hidden.push(glyph);
      return;
    }
    const isTiny = glyph.size <= smallest;
    const ink = mode !== 0 || !isOfFigure(glyph.text) ? null : isTiny ? 'unseen' : inkAside(fill, this.fills.at(at));
    const look = ink === null ? {} : ink === 'faint' ? { faint: true as const } : { pale: true as const };
    this.glyphs.push({ ...glyph, ...look });
  }

  private glyph({ unicode, isSpace }: DrawnGlyph, width: number, whole: Matrix): void {
    const { state, x } = this;
    const size = Math.hypot(whole[2], whole[3]) * Math.abs(state.size);
    const y = this.lineY + state.rise;
    const from = whole[0] * x + whole[2] * y + whole[4];
    const to = from + whole[0] * width * state.scale;
    const base = whole[1] * x + whole[3] * y + whole[5];
    // Text that stands on its side or aslant is a margin note, a seal or a mark across the page, not a line of the report.
    const tilt = Math.abs(whole[1]) / (Math.abs(whole[0]) + Math.abs(whole[1]));
    const turned = tilt > 1 - slightest || whole[0] < 0;
    const isShown = turned ? isDigit(unicode) && (tilt < slightest || tilt > 1 - slightest) : tilt < slightest;
    if (isShown && unicode.trim() !== '' && this.glyphs.length + this.hidden.length < mostGlyphs)
      this.place({
        text: written(unicode),
        left: Math.min(from, to),
        right: Math.max(from, to),
        base,
        size,
        ...(turned && { turned }),
      });
    this.x += (width + state.characterSpace + (isSpace ? state.wordSpace : 0)) * state.scale;
  }
}

const isDigit = (text: string): boolean => /\d/u.test(text);
/** A digit, or a part of what says that there are none. */
const isOfFigure = (text: string): boolean => /[\d/\\／\p{Pd}_无]/u.test(text);
const nowhere: Box = { left: 0, right: 0, top: 0, bottom: 0 };
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

/** What the operations do that place text and lines; what only colours is not among them. */
const deeds: Readonly<Record<string, (painter: Painter, values: readonly unknown[]) => void>> = {
  save: (painter) => painter.save(),
  restore: (painter) => painter.restore(),
  transform: (painter, values) => painter.transform(matrixOf(values)),
  paintFormXObjectBegin: (painter, [matrix, edges]) => {
    painter.save();
    if (isList(matrix)) painter.transform(matrixOf([matrix]));
    const [left, top, right, bottom] = numbersOf(edges);
    if (left === undefined || top === undefined || right === undefined || bottom === undefined) return;
    const box = boxOf(
      [steps.move, left, top, steps.line, right, top, steps.line, right, bottom, steps.line, left, bottom],
      painter.state.matrix,
    );
    if (box !== null) painter.clipTo(box, true);
  },
  clip: (painter) => void (painter.clipsNext = true),
  eoClip: (painter) => void (painter.clipsNext = true),
  setGState: ({ state }, [entries]) => {
    for (const entry of isList(entries) ? Array.from(entries) : []) {
      const [name, value] = isList(entry) ? Array.from(entry) : [];
      if (name === 'ca' && typeof value === 'number') state.alpha = value;
      else if (name === 'BM') state.blends = value !== 'source-over' && value !== 'Normal';
    }
  },
  setFillColorN: ({ state }) => void (state.fill = unknownGround),
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

export function marksOf(
  operations: Iterable<Operation>,
  view: PageView,
  typefaceOf: (font: string) => Typeface,
): PageMarks {
  const painter = new Painter(view, typefaceOf);
  for (const { name, values } of operations) deeds[name]?.(painter, values);
  const glyphs = painter.finish();
  const { unreadable, hidden, drawings } = painter;
  const { horizontal, vertical } = painter.lines;
  return {
    hidden,
    drawings,
    size: `${Math.round(view.width)} × ${Math.round(view.height)}`,
    glyphs,
    horizontal,
    vertical,
    unreadable,
  };
}
