/** The straight pieces of the paths of a page, those too that a program parts by round corners. */

export type Matrix = readonly [number, number, number, number, number, number];
export type Point = readonly [number, number];

/** A straight line: its own place across, and how far it reaches. */
export interface RuledLine {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** Points and turns of a path, as the library packs them: a number for what to do, then where. */
export const steps = { move: 0, line: 1, curve: 2, close: 3 } as const;
/** Values of each of them in the list. */
export const widths: readonly number[] = [3, 3, 7, 1];

/** Straight pieces that follow each other, each by its corners, and the places of the curves that round corners between them. */
export interface Pieces {
  readonly pieces: readonly (readonly Point[])[];
  readonly rounded: ReadonlySet<number>;
}

interface Piece {
  readonly points: Point[];
  /** Places of the curves before it, where it goes on a path. */
  readonly curves: readonly number[] | null;
}

/** In points. What is rounder is a shape of its own. */
const roundest = 14;
const level = 0.1;

/** The corner at which two straight pieces would meet, one of which runs across and one down; null for any others. */
function cornerBetween(before: readonly Point[], after: readonly Point[]): Point | null {
  const [from, to] = [before.at(-2), before.at(-1)];
  const [start, end] = after;
  if (from === undefined || to === undefined || start === undefined || end === undefined) return null;
  const gap = [Math.abs(to[0] - start[0]), Math.abs(to[1] - start[1])] as const;
  if (Math.max(...gap) > roundest || Math.min(...gap) < level) return null;
  const isAcross = (a: Point, b: Point): boolean => Math.abs(a[1] - b[1]) < level && Math.abs(a[0] - b[0]) > gap[0];
  const isDown = (a: Point, b: Point): boolean => Math.abs(a[0] - b[0]) < level && Math.abs(a[1] - b[1]) > gap[1];
  if (isAcross(from, to) && isDown(start, end)) return [start[0], to[1]];
  return isDown(from, to) && isAcross(start, end) ? [to[0], start[1]] : null;
}

/** Makes the pieces of one path meet where only a round corner parts them. `last`: the curves that lead back to its first piece. */
function joinCorners(path: readonly Piece[], last: readonly number[] | null, rounded: Set<number>): void {
  const join = (before: Piece | undefined, after: Piece | undefined, curves: readonly number[] | null): void => {
    if (before === undefined || after === undefined || curves === null || curves.length === 0) return;
    const corner = cornerBetween(before.points, after.points);
    if (corner === null) return;
    before.points[before.points.length - 1] = corner;
    after.points[0] = corner;
    for (const at of curves) rounded.add(at);
  };
  path.forEach((piece, index) => join(path[index - 1], piece, piece.curves));
  if (path.length > 1) join(path.at(-1), path[0], last);
}

export function piecesOf(data: readonly number[], matrix: Matrix): Pieces {
  const pieces: Point[][] = [];
  const rounded = new Set<number>();
  let path: Piece[] = [];
  let points: Point[] = [];
  let curves: number[] = [];
  const point = (x: number, y: number): Point => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5],
  ];
  const endPiece = (): void => {
    if (points.length <= 1) return;
    path.push({ points, curves: path.length === 0 ? null : curves });
    curves = [];
  };
  const endPath = (): void => {
    endPiece();
    joinCorners(path, curves, rounded);
    for (const piece of path) pieces.push(piece.points);
    path = [];
    points = [];
    curves = [];
  };
  for (let at = 0; at < data.length;) {
    const [step, x = 0, y = 0] = [data[at], data[at + 1], data[at + 2]];
    if (step === steps.move) {
      endPath();
      points = [point(x, y)];
      at += 3;
    } else if (step === steps.line) {
      points.push(point(x, y));
      at += 3;
    } else if (step === steps.curve) {
      endPiece();
      curves.push(at);
      points = [point(data[at + 5] ?? 0, data[at + 6] ?? 0)];
      at += 7;
    } else if (step === steps.close) {
      const [first] = path[0]?.points ?? points;
      const isOpen =
        path.length === 0 ||
        Math.hypot((first?.[0] ?? 0) - (points.at(-1)?.[0] ?? 0), (first?.[1] ?? 0) - (points.at(-1)?.[1] ?? 0)) >
          level;
      if (first !== undefined && isOpen) points.push(first);
      at += 1;
    } else break;
  }
  endPath();
  return { pieces, rounded };
}
