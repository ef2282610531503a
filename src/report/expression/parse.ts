/** A regular expression with the flag u taken apart, as far as the language knows them in 2022. */

export type Node =
  /** One character, and the piece of the expression that says which. */
  | { readonly kind: 'one'; readonly raw: string }
  | { readonly kind: 'edge'; readonly raw: string }
  | { readonly kind: 'group'; readonly index: number; readonly inside: Node }
  | { readonly kind: 'look'; readonly behind: boolean; readonly not: boolean; readonly inside: Node }
  /** `groups`: those in it, from the first to before the second. */
  | {
      readonly kind: 'repeat';
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
      readonly groups: readonly [number, number];
      readonly inside: Node;
    }
  /** What a group took, once more. */
  | { readonly kind: 'again'; readonly group: number | string }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly ways: readonly Node[] };

export interface Parsed {
  readonly root: Node;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /**
   * The same expression without what looks behind: it matches wherever the whole one does, and elsewhere. `null` where it
   * would refer to what was left out, or might look through the whole text from each place where it must not even begin.
   */
  readonly wider: string | null;
}

const one =
  /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[dD][89a-bA-B][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[^bBk1-9])|[^()|[^$*+?\\]/suy;
const edge = /\^|\$|\\[bB]/uy;
const again = /\\(?:k<([^>]+)>|([1-9]\d*))/uy;
const opening = /\((?:\?(?:(:)|(<)?([=!])|<([^>]+)>))?/uy;
const often = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})(\?)?/uy;

class Parser {
  private at = 0;
  groups = 0;
  /** Whether something in it has no end, or refers to a group. */
  endless = false;
  refers = false;
  readonly names = new Map<string, number>();
  /** From where to where the expression looks behind, or forbids what does. */
  readonly cuts: [number, number][] = [];

  constructor(private readonly source: string) {}

  private fail(): never {
    throw new SyntaxError(`not understood from ${this.at} on: ${this.source}`);
  }

  private take(token: RegExp): RegExpExecArray | null {
    token.lastIndex = this.at;
    const found = token.exec(this.source);
    if (found !== null) this.at = token.lastIndex;
    return found;
  }

  whole(): Node {
    const whole = this.ways();
    return this.at === this.source.length ? whole : this.fail();
  }

  private ways(): Node {
    const ways = [this.all()];
    while (this.source[this.at] === '|') {
      this.at += 1;
      ways.push(this.all());
    }
    return ways.length === 1 && ways[0] !== undefined ? ways[0] : { kind: 'any', ways };
  }

  private all(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && this.source[this.at] !== '|' && this.source[this.at] !== ')')
      parts.push(this.repeated());
    return { kind: 'all', parts };
  }

  private repeated(): Node {
    const before = this.groups;
    const inside = this.term();
    const found = this.take(often);
    if (found === null) return inside;
    if (inside.kind === 'look' || inside.kind === 'edge') this.fail();
    const [, sign, least, comma, most, lazy] = found;
    const min = sign === undefined ? Number(least) : sign === '+' ? 1 : 0;
    const endless = sign === undefined ? comma !== undefined && most === '' : sign !== '?';
    const max = endless ? Infinity : sign === '?' ? 1 : Number(comma === undefined ? least : most);
    this.endless ||= endless;
    return { kind: 'repeat', min, max, lazy: lazy !== undefined, groups: [before, this.groups], inside };
  }

  private term(): Node {
    const opened = this.source[this.at] === '(' ? this.take(opening) : null;
    if (opened !== null) return this.inside(opened);
    const [raw] = this.take(edge) ?? [];
    if (raw !== undefined) return { kind: 'edge', raw };
    const reference = this.take(again);
    if (reference !== null) {
      this.refers = true;
      return { kind: 'again', group: reference[1] ?? Number(reference[2]) };
    }
    const [character] = this.take(one) ?? [];
    return character === undefined ? this.fail() : { kind: 'one', raw: character };
  }

  private inside({ 1: plain, 2: back, 3: sign, 4: name, index: from }: RegExpExecArray): Node {
    const cuts = this.cuts.length;
    const index = plain === undefined && sign === undefined ? this.groups++ : -1;
    if (name !== undefined) this.names.set(name, index);
    const inside = this.ways();
    if (this.source[this.at] !== ')') this.fail();
    this.at += 1;
    if (index >= 0) return { kind: 'group', index, inside };
    if (sign === undefined) return inside;
    const [behind, not] = [back !== undefined, sign === '!'];
    if (behind || (not && this.cuts.length > cuts)) this.cuts.splice(cuts, Infinity, [from, this.at]);
    return { kind: 'look', behind, not, inside };
  }
}

/** @throws SyntaxError where the expression holds what is newer than 2022 or no expression at all */
export function parsePattern(source: string): Parsed {
  const parser = new Parser(source);
  const root = parser.whole();
  let from = 0;
  let wider = '';
  for (const [start, end] of parser.cuts) {
    wider += `${source.slice(from, start)}(?:)`;
    from = end;
  }
  wider += source.slice(from);
  return { root, groups: parser.groups, names: parser.names, wider: parser.refers || parser.endless ? null : wider };
}
