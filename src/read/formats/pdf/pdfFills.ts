/** What a page paints behind and over its letters: boxes of one colour, in the order in which they are painted. */
import { unknownGround, type Colour } from '../../containers/ink';
import { largestOf, smallestOf } from '../../extremes';
import { firstWhere } from '../../firstWhere';
import { steps, widths, type Matrix, type Point } from './pdfPaths';

/** In points, growing to the right and downwards. */
export interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function pointsOf(data: readonly number[], [a, b, c, d, e, f]: Matrix): Point[] {
  const points: Point[] = [];
  for (let at = 0; at < data.length;) {
    const width = widths[data[at] ?? -1];
    if (width === undefined) break;
    for (let own = at + 1; own + 1 < at + width; own += 2) {
      const [x, y] = [data[own] ?? 0, data[own + 1] ?? 0];
      points.push([a * x + c * y + e, b * x + d * y + f]);
    }
    at += width;
  }
  return points;
}

/** How a path is filled: what lies within it an odd number of times, or whatever its lines run around. */
export type Filling = 'odd' | 'around';

/** What tells whether a place is painted, and how many lines it looks at for that. */
export interface Inside {
  readonly holds: (place: Point) => boolean;
  readonly lines: number;
}

/** Whether a place lies within a path of straight lines; curves count as the lines through their points. */
export function insideOf(data: readonly number[], matrix: Matrix, how: Filling): Inside {
  const paths: Point[][] = [];
  for (let at = 0; at < data.length;) {
    const width = widths[data[at] ?? -1];
    if (width === undefined) break;
    if (data[at] === steps.move) paths.push([]);
    paths.at(-1)?.push(...pointsOf(data.slice(at, at + width), matrix));
    at += width;
  }
  const holdsPlace = ([x, y]: Point): boolean => {
    let around = 0;
    let crossed = 0;
    for (const points of paths)
      points.forEach(([fromX, fromY], index) => {
        const [toX, toY] = points[(index + 1) % points.length] ?? [0, 0];
        if (fromY > y === toY > y || x >= fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX)) return;
        around += toY > fromY ? 1 : -1;
        crossed += 1;
      });
    return how === 'odd' ? crossed % 2 === 1 : around !== 0;
  };
  return { holds: holdsPlace, lines: paths.reduce((sum, points) => sum + points.length, 0) };
}

/** The box around a path; null for one without points. */
export const boxOf = (data: readonly number[], matrix: Matrix): Rectangle | null => boxAround(pointsOf(data, matrix));

function boxAround(points: readonly Point[]): Rectangle | null {
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: smallestOf(xs), right: largestOf(xs), top: smallestOf(ys), bottom: largestOf(ys) };
}

const close = 0.5;

/** True for a path that is its whole box, once. */
export function isRectangle(data: readonly number[], matrix: Matrix): boolean {
  if (data.length > 20 || data.length < 9) return false;
  for (let at = 0; at < data.length; at += widths[data[at] ?? -1] ?? Infinity)
    if (data[at] === steps.curve) return false;
  const points = pointsOf(data, matrix);
  const box = boxAround(points);
  return (
    box !== null &&
    points.length >= 4 &&
    points.length <= 5 &&
    points.every(([x, y], index) => {
      const [nextX, nextY] = points[(index + 1) % points.length] ?? [0, 0];
      const onEdge = Math.min(x - box.left, box.right - x) < close && Math.min(y - box.top, box.bottom - y) < close;
      return onEdge && (Math.abs(nextX - x) < close || Math.abs(nextY - y) < close);
    })
  );
}

export const holds = ({ left, right, top, bottom }: Rectangle, [x, y]: Point, around = 0): boolean =>
  x >= left - around && x <= right + around && y >= top - around && y <= bottom + around;

/** Null where they have nothing in common. */
export function overlapOf(one: Rectangle, other: Rectangle): Rectangle | null {
  const box = {
    left: Math.max(one.left, other.left),
    right: Math.min(one.right, other.right),
    top: Math.max(one.top, other.top),
    bottom: Math.min(one.bottom, other.bottom),
  };
  return box.left < box.right && box.top < box.bottom ? box : null;
}

const aroundBoth = (one: Rectangle, other: Rectangle): Rectangle => ({
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
  top: Math.min(one.top, other.top),
  bottom: Math.max(one.bottom, other.bottom),
});

interface Fill {
  readonly box: Rectangle;
  /** Whether a place in the box is painted; all are, if not given. */
  readonly inside?: Inside;
  readonly color: Colour;
  /** Nothing of what is under it is seen. */
  readonly covers: boolean;
  /** How many characters were there before. */
  readonly above: number;
}

/** Boxes that are kept, and comparisons that are made, on one page. */
const mostFills = 10_000;
const mostLooks = 4_000_000;
/** Comparisons on all pages. */
const mostInFile = 8_000_000;

/** What the pages of a file have taken so far. */
export interface FileLooks {
  looks: number;
}

/** The area of several boxes, and how many characters were there before the last of those that hide what is under them. */
interface Area {
  box: Rectangle;
  above: number;
}

/** Characters that a box was painted over later, and those that one may have been painted over. */
export interface Covered<Character> {
  readonly over: ReadonlySet<Character>;
  readonly perhaps: ReadonlySet<Character>;
}

interface Placed {
  readonly index: number;
  readonly place: Point;
}

/** Places from the top of a page to its foot: of very many boxes each is compared with those at its height alone. */
const downwards = (places: readonly Point[]): Placed[] =>
  places
    .map((place, index) => ({ index, place }))
    // What stands at no height stands in no box.
    .filter(({ place }) => !Number.isNaN(place[1]))
    .sort((one, other) => one.place[1] - other.place[1]);

export class Fills {
  private readonly list: Fill[] = [];
  /** Of the boxes beyond those that are kept. */
  private rest: Area | null = null;
  private looks = 0;

  constructor(private readonly file: FileLooks = { looks: 0 }) {}

  /** Counts comparisons; false where they are too many. */
  private look(count: number): boolean {
    this.looks += count;
    this.file.looks += count;
    return this.looks <= mostLooks && this.file.looks <= mostInFile;
  }

  add(fill: Fill): void {
    if (this.list.length < mostFills) {
      this.list.push(fill);
      return;
    }
    this.rest ??= { box: fill.box, above: 0 };
    this.rest.box = aroundBoth(this.rest.box, fill.box);
    if (fill.covers) this.rest.above = fill.above;
  }

  /** Whether a box is painted at a place in it; null where telling that would take too long on this page. */
  private isPainted({ inside }: Pick<Fill, 'inside'>, place: Point): boolean | null {
    if (inside === undefined) return true;
    return this.look(inside.lines) ? inside.holds(place) : null;
  }

  /** What is painted at a place by now; not known on a page of more boxes than any has. */
  at(place: Point): Colour {
    if (this.rest !== null && holds(this.rest.box, place)) return unknownGround;
    for (let index = this.list.length - 1; index >= 0; index -= 1) {
      const fill = this.list[index];
      if (!this.look(1)) return unknownGround;
      if (fill === undefined || !holds(fill.box, place)) continue;
      const isPainted = this.isPainted(fill, place);
      if (isPainted !== false) return isPainted === null ? unknownGround : fill.color;
    }
    return '';
  }

  /**
   * On a page of more boxes than can be kept or compared, one may have been painted over what stands in the whole area that
   * the others cover.
   */
  over<Character>(characters: readonly Character[], middleOf: (character: Character) => Point): Covered<Character> {
    const covered = { over: new Set<Character>(), perhaps: new Set<Character>() };
    const late = this.list.filter(({ covers, above }) => covers && above > 0);
    const order = late.length > 0 || this.rest !== null ? downwards(characters.map(middleOf)) : [];
    let compared = 0;
    const within = ({ box }: Area): readonly Placed[] => {
      const heightAt = (at: number): number => order[at]?.place[1] ?? Infinity;
      const from = firstWhere(order.length, (at) => heightAt(at) >= box.top + close);
      return order.slice(
        from,
        firstWhere(order.length, (at) => heightAt(at) > box.bottom - close),
      );
    };
    const mark = (own: Area & Pick<Fill, 'inside'>, beside: readonly Placed[], isCertain: boolean): void => {
      for (const { index, place } of beside) {
        const character = characters[index];
        if (index >= own.above || character === undefined || !holds(own.box, place, -close)) continue;
        const isPainted = this.isPainted(own, place);
        if (isPainted !== false) (isCertain && isPainted ? covered.over : covered.perhaps).add(character);
      }
    };
    if (this.rest !== null) mark(this.rest, within(this.rest), false);
    for (const [at, own] of late.entries()) {
      const beside = within(own);
      compared += beside.length + 1;
      this.file.looks += beside.length + 1;
      if (compared > mostLooks || this.file.looks > mostInFile) {
        const rest = late.slice(at);
        const all = {
          box: rest.map(({ box }) => box).reduce(aroundBoth),
          above: largestOf(rest.map(({ above }) => above)),
        };
        mark(all, within(all), false);
        break;
      }
      mark(own, beside, true);
    }
    return covered;
  }
}
