/** Lines of a page that run neither across nor down: what a pen crosses out, and what charts and drawings are made of. */
import { boxOf, type Rectangle } from './pdfFills';
import { steps, widths, type Matrix, type Point } from './pdfPaths';

/** A straight piece of a line, in points that grow to the right and downwards. */
export interface Stroke {
  readonly from: Point;
  readonly to: Point;
}

/** Pieces that a curve is cut into. */
const pieces = 6;
/** A piece that leaves its row or column by less, in points, is of a straight line; a line by hand is made of short pieces. */
const straight = 0.05;
/** Pieces of one path, of one page, and paths beyond those of which no more than their places are kept. */
const most = { path: 120, page: 3_000, scribbles: 500 } as const;

/** Place on a curve of which four points are known. */
function along([a, b, c, d]: readonly [Point, Point, Point, Point], part: number): Point {
  const rest = 1 - part;
  const at = (axis: 0 | 1): number =>
    rest ** 3 * a[axis] + 3 * rest ** 2 * part * b[axis] + 3 * rest * part ** 2 * c[axis] + part ** 3 * d[axis];
  return [at(0), at(1)];
}

function strokesOf(data: readonly number[], [a, b, c, d, e, f]: Matrix, rounded: ReadonlySet<number>): Stroke[] {
  const strokes: Stroke[] = [];
  let here: Point = [0, 0];
  const point = (at: number): Point => {
    const [x, y] = [data[at] ?? 0, data[at + 1] ?? 0];
    return [a * x + c * y + e, b * x + d * y + f];
  };
  const draw = (to: Point): void => {
    const isAslant = Math.abs(to[0] - here[0]) >= straight && Math.abs(to[1] - here[1]) >= straight;
    if (isAslant) strokes.push({ from: here, to });
    here = to;
  };
  for (let at = 0; at < data.length && strokes.length <= most.path;) {
    const step = data[at];
    const width = widths[step ?? -1];
    if (width === undefined) break;
    if (step === steps.move) here = point(at + 1);
    else if (step === steps.line) draw(point(at + 1));
    else if (step === steps.curve && rounded.has(at)) here = point(at + 5);
    else if (step === steps.curve) {
      const points = [here, point(at + 1), point(at + 3), point(at + 5)] as const;
      for (let piece = 1; piece <= pieces; piece += 1) draw(along(points, piece / pieces));
    }
    at += width;
  }
  return strokes;
}

export class Pens {
  readonly strokes: Stroke[] = [];
  readonly scribbles: Rectangle[] = [];

  /** What a path draws as a line. `rounded`: places of the curves in it that round the corners of boxes. */
  path(data: readonly number[], matrix: Matrix, rounded: ReadonlySet<number>): void {
    const own = strokesOf(data, matrix, rounded);
    if (own.length <= most.path && this.strokes.length + own.length <= most.page) {
      this.strokes.push(...own);
      return;
    }
    const box = boxOf(data, matrix);
    const last = this.scribbles.at(-1);
    if (box === null) return;
    if (last === undefined || this.scribbles.length < most.scribbles) this.scribbles.push(box);
    else
      this.scribbles[this.scribbles.length - 1] = {
        left: Math.min(last.left, box.left),
        right: Math.max(last.right, box.right),
        top: Math.min(last.top, box.top),
        bottom: Math.max(last.bottom, box.bottom),
      };
  }
}

/** True for a line of which a part lies in a box. */
export function runsThrough({ from, to }: Stroke, { left, right, top, bottom }: Rectangle): boolean {
  if (Math.max(from[0], to[0]) < left || Math.min(from[0], to[0]) > right) return false;
  let [begin, end] = [0, 1];
  for (const [start, step, low, high] of [
    [from[0], to[0] - from[0], left, right],
    [from[1], to[1] - from[1], top, bottom],
  ] as const) {
    if (step === 0) {
      if (start < low || start > high) return false;
      continue;
    }
    const [one, other] = [(low - start) / step, (high - start) / step];
    begin = Math.max(begin, Math.min(one, other));
    end = Math.min(end, Math.max(one, other));
  }
  return begin <= end;
}
