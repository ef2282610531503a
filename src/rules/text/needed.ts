/**
 * Which words a text must hold for an expression to find anything in it, read off the expression itself. An ordinary
 * sentence holds the words of a dozen of the four hundred wordings: the others are neither tried nor even compiled, which
 * is most of the work on the first texts.
 */
import { number, unitWords } from './spokenNumbers';

/** One of these words stands in every text in which the expression finds something; `null` where none can be told. */
type Needed = readonly string[] | null;

/** Few long words say most. */
function vague(words: readonly string[]): number {
  let shortest = 9;
  for (const { length } of words) if (length < shortest) shortest = length;
  return words.length / (shortest * shortest);
}
const moreTelling = (one: Needed, other: Needed): Needed =>
  one === null || (other !== null && vague(other) < vague(one)) ? other : one;

/** Signs with a meaning of their own, by their codes: all are below 128. */
const special = Uint8Array.from({ length: 128 }, (_, code) =>
  Number('()[]{}|^$.*+?\\'.includes(String.fromCharCode(code))),
);
const code = (character: string): number => character.charCodeAt(0);
const [open, close, openSet, openTimes] = [code('('), code(')'), code('['), code('{')];
const [either, anyTimes, perhaps, escape] = [code('|'), code('*'), code('?'), code('\\')];
const [colon, equals, not, less, more] = [code(':'), code('='), code('!'), code('<'), code('>')];

/** A set, or what is written with a backslash, with the brackets or digits that belong to it. */
const signs = /\[(?:\\[^]|[^\]\\])*\]|\\(?:k<[^>]*>|[pPu]\{[^}]*\}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|\d+|[^])/uy;

/** Reads an expression once, code by code: there are a hundred thousand of them. */
class Reader {
  private at = 0;

  constructor(private readonly source: string) {}

  private code(at: number): number {
    return this.source.charCodeAt(at);
  }

  /** Up to the end of the expression, or of a group in it. */
  ways(): Needed {
    let words = this.all();
    while (this.code(this.at) === either) {
      this.at += 1;
      const other = this.all();
      words = words === null || other === null ? null : words.concat(other);
    }
    return words;
  }

  /** What stands one behind the other: a word is as long as nothing is between its characters. */
  private all(): Needed {
    let found: Needed = null;
    let from = this.at;
    const end = this.source.length;
    while (this.at < end) {
      const next = this.code(this.at);
      if (next >= 128 || special[next] === 0) {
        this.at += 1;
        continue;
      }
      // What stands before it is a word, but for a last character that may be missing.
      const to = this.at;
      const times = next === anyTimes || next === perhaps || next === openTimes;
      const last = times && this.mayBeMissing() ? to - 1 : to;
      if (last > from) found = moreTelling(found, [this.source.slice(from, last)]);
      if (next === either || next === close) return found;
      if (!times) {
        const words = this.piece(next);
        if (!this.mayBeMissing()) found = moreTelling(found, words);
      }
      from = this.at;
    }
    return end > from ? moreTelling(found, [this.source.slice(from, end)]) : found;
  }

  /** A group, a set or what has a meaning of its own. */
  private piece(begins: number): Needed {
    if (begins === open) return this.group();
    // Of a set one character would be needed, which says little.
    if (begins === escape || begins === openSet) this.skip();
    else this.at += 1;
    return null;
  }

  private skip(): void {
    signs.lastIndex = this.at;
    this.at += signs.exec(this.source)?.[0].length ?? 1;
  }

  private group(): Needed {
    this.at += 1;
    let forbids = false;
    if (this.code(this.at) === perhaps) {
      this.at += 1;
      if (this.code(this.at) === less) this.at += 1;
      const sign = this.code(this.at);
      forbids = sign === not;
      if (sign !== colon && sign !== equals && sign !== not) while (this.code(this.at) !== more) this.at += 1;
      this.at += 1;
    }
    const words = this.ways();
    this.at += 1;
    return forbids ? null : words;
  }

  /** Whether the last piece may be missing, by how often it stands: with a `+` behind it stands once at least. */
  private mayBeMissing(): boolean {
    const times = this.code(this.at);
    if (times !== anyTimes && times !== perhaps && times !== openTimes) return false;
    const missing = times !== openTimes || this.code(this.at + 1) === code('0');
    if (times === openTimes) this.at = this.source.indexOf('}', this.at);
    this.at += this.code(this.at + 1) === perhaps ? 2 : 1;
    return missing;
  }
}

const any = '.';

/** What an expression needs. Of any number and its unit nothing is asked: every statement has one. */
const neededBy = ({ source }: RegExp): Needed =>
  new Reader(source.replaceAll(number, any).replaceAll(unitWords, any)).ways();

const known = new WeakMap<RegExp, { readonly needed: Needed }>();

/** Whether an expression may find something in a text, by the words that it needs. They are read off when first asked for. */
export function mayFind(pattern: RegExp, text: string): boolean {
  let read = known.get(pattern);
  if (read === undefined) known.set(pattern, (read = { needed: neededBy(pattern) }));
  return read.needed === null || read.needed.some((word) => text.includes(word));
}
