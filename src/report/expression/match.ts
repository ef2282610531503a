/**
 * Matches a regular expression step by step, in the order that the language lays down: each step is given where it stands
 * and what is to come, and comes back where that fails. A step that looks behind reads towards the beginning.
 */
import type { Node, Parsed } from './parse';

interface Run {
  readonly text: string;
  /** Where each group begins and ends, two numbers each; −1 where it took nothing. */
  readonly groups: number[];
}
type Next = (at: number) => boolean;
type Step = (run: Run, at: number, next: Next) => boolean;
/** The place behind one character, −1 where it is another. */
type Take = (text: string, at: number) => number;

interface Setting {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly flags: string;
  readonly names: ReadonlyMap<string, number>;
}

/** How many units the character behind or before a place takes. */
function width(text: string, at: number, back: boolean): number {
  const high = text.charCodeAt(back ? at - 2 : at);
  const low = text.charCodeAt(back ? at - 1 : at + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000 ? 2 : 1;
}

/** What one character may be is asked of the engine’s own expression, once for each character. */
function takeOne(raw: string, back: boolean, { flags }: Setting): Take {
  const fits = new RegExp(`^${raw}$`, flags.replace(/[dgmy]/gu, ''));
  const known = new Map<string, boolean>();
  return (text, at) => {
    if (back ? at <= 0 : at >= text.length) return -1;
    const size = width(text, at, back);
    const character = back ? text.slice(at - size, at) : text.slice(at, at + size);
    let answer = known.get(character);
    if (answer === undefined) known.set(character, (answer = fits.test(character)));
    return answer ? (back ? at - size : at + size) : -1;
  };
}

const wordCharacter = /\w/u;
const isWord = (text: string, at: number): boolean => wordCharacter.test(text.charAt(at));
const endsLine = /[\n\r\u2028\u2029]/u;

function edge(raw: string, { multiline }: Setting): Step {
  const holds = (text: string, at: number): boolean => {
    if (raw === '^') return at === 0 || (multiline && endsLine.test(text.charAt(at - 1)));
    if (raw === '$') return at === text.length || (multiline && endsLine.test(text.charAt(at)));
    return (isWord(text, at - 1) !== isWord(text, at)) === (raw === '\\b');
  };
  return (run, at, next) => holds(run.text, at) && next(at);
}

const restore = (groups: number[], saved: readonly number[], from = 0): void =>
  saved.forEach((value, place) => (groups[from + place] = value));

function group(index: number, inside: Step, back: boolean): Step {
  return ({ text, groups }, at, next) =>
    inside({ text, groups }, at, (end) => {
      const saved = groups.slice(2 * index, 2 * index + 2);
      restore(groups, back ? [end, at] : [at, end], 2 * index);
      if (next(end)) return true;
      restore(groups, saved, 2 * index);
      return false;
    });
}

function look(inside: Step, not: boolean): Step {
  return (run, at, next) => {
    const saved = [...run.groups];
    const found = inside(run, at, () => true);
    if (found !== not) {
      if (not) restore(run.groups, saved);
      if (next(at)) return true;
    }
    restore(run.groups, saved);
    return false;
  };
}

function again(found: number | string, back: boolean, { names, ignoreCase }: Setting): Step {
  const index = typeof found === 'string' ? (names.get(found) ?? 0) : found - 1;
  const folded = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  return ({ text, groups }, at, next) => {
    const [start = -1, end = -1] = groups.slice(2 * index, 2 * index + 2);
    if (start < 0) return next(at);
    const to = back ? at - (end - start) : at + (end - start);
    if (to < 0 || to > text.length) return false;
    const here = text.slice(Math.min(at, to), Math.max(at, to));
    return folded(here) === folded(text.slice(start, end)) && next(to);
  };
}

type Repeat = Extract<Node, { kind: 'repeat' }>;

/** One character again and again needs no step for each. */
function repeatOne({ min, max, lazy }: Repeat, take: Take): Step {
  return ({ text }, at, next) => {
    const ends = [at];
    let end = at;
    for (;;) {
      if (lazy && ends.length > min && next(end)) return true;
      end = ends.length <= max ? take(text, end) : -1;
      if (end < 0) break;
      ends.push(end);
    }
    if (!lazy) for (let count = ends.length - 1; count >= min; count -= 1) if (next(ends[count] ?? at)) return true;
    return false;
  };
}

function repeat({ min, max, lazy, groups: [first, behind] }: Repeat, inside: Step): Step {
  const from = (run: Run, at: number, count: number, next: Next): boolean => {
    const onceMore = (): boolean => {
      if (count >= max) return false;
      const saved = run.groups.slice(2 * first, 2 * behind);
      run.groups.fill(-1, 2 * first, 2 * behind);
      const done = inside(run, at, (end) => !(count >= min && end === at) && from(run, end, count + 1, next));
      if (!done) restore(run.groups, saved, 2 * first);
      return done;
    };
    if (count < min) return onceMore();
    return lazy ? next(at) || onceMore() : onceMore() || next(at);
  };
  return (run, at, next) => from(run, at, 0, next);
}

const inTurn = (steps: readonly Step[]): Step =>
  steps.reduceRight<Step>(
    (rest, step) => (run, at, next) => step(run, at, (to) => rest(run, to, next)),
    (_, at, next) => next(at),
  );

function stepOf(node: Node, back: boolean, setting: Setting): Step {
  const inner = (inside: Node, towards = back): Step => stepOf(inside, towards, setting);
  switch (node.kind) {
    case 'one': {
      const take = takeOne(node.raw, back, setting);
      return ({ text }, at, next) => {
        const end = take(text, at);
        return end >= 0 && next(end);
      };
    }
    case 'edge':
      return edge(node.raw, setting);
    case 'group':
      return group(node.index, inner(node.inside), back);
    case 'look':
      return look(inner(node.inside, node.behind), node.not);
    case 'again':
      return again(node.group, back, setting);
    case 'repeat':
      return node.inside.kind === 'one'
        ? repeatOne(node, takeOne(node.inside.raw, back, setting))
        : repeat(node, inner(node.inside));
    case 'all': {
      const steps = node.parts.map((part) => inner(part));
      return inTurn(back ? steps.reverse() : steps);
    }
    case 'any': {
      const ways = node.ways.map((way) => inner(way));
      return (run, at, next) => ways.some((way) => way(run, at, next));
    }
  }
}

/** Where the match that begins at a place ends, and its groups; `null` where none begins there. */
export type Matcher = (text: string, at: number) => { readonly end: number; readonly groups: readonly number[] } | null;

export function matcher({ root, groups: count, names }: Parsed, flags: string): Matcher {
  const setting: Setting = {
    ignoreCase: flags.includes('i'),
    multiline: flags.includes('m'),
    flags,
    names,
  };
  const step = stepOf(root, false, setting);
  return (text, at) => {
    const groups = new Array<number>(2 * count).fill(-1);
    let end = -1;
    const found = step({ text, groups }, at, (to) => {
      end = to;
      return true;
    });
    return found ? { end, groups } : null;
  };
}
