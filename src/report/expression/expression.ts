/**
 * Regular expressions that look behind. Safari learned that with 16.4, and in an older one a single such expression in a
 * script keeps the whole script from running. So none stands in our code as a literal: all are made here, and an engine
 * that cannot look behind is helped out with matching of our own. It is the same expression with the same answers.
 */
import { matcher, type Matcher } from './match';
import { parsePattern, type Parsed } from './parse';

const looksBehind = ((): boolean => {
  try {
    return new RegExp('(?<=a)b', 'u').test('ab');
  } catch {
    return false;
  }
})();

/** What was taken apart before, by source and flags: some expressions are made for each sentence. So many are remembered. */
const mostKnown = 2000;
const known = new Map<string, { readonly parsed: Parsed; readonly match: Matcher }>();

/**
 * An expression of which the engine only knows the wider one, without what looks behind. It finds the places where a match
 * may begin. All that takes an expression, as `replace` and `matchAll`, asks its `exec`.
 */
class LookingBehind extends RegExp {
  private readonly whole: string;
  private readonly begins: RegExp;
  private readonly match: Matcher;
  private readonly parsed: Parsed;

  constructor(from: string | RegExp, flags: string) {
    const source = typeof from === 'string' ? from : from.source;
    const key = `${flags}/${source}`;
    let made = known.get(key);
    if (!flags.includes('u')) throw new SyntaxError('only expressions with the flag u look behind');
    if (made === undefined) {
      const parsed = parsePattern(source);
      if (known.size >= mostKnown) known.clear();
      known.set(key, (made = { parsed, match: matcher(parsed, flags) }));
    }
    const wider = made.parsed.wider ?? '';
    super(wider, flags);
    this.whole = source;
    this.begins = new RegExp(wider, `${flags.replace(/[gy]/gu, '')}g`);
    ({ parsed: this.parsed, match: this.match } = made);
  }

  override get source(): string {
    return this.whole;
  }

  override exec(text: string): RegExpExecArray | null {
    const continues = this.global || this.sticky;
    let at = continues ? this.lastIndex : 0;
    for (; at <= text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) {
      if (!this.sticky) {
        this.begins.lastIndex = at;
        const start = this.begins.exec(text);
        if (start === null) break;
        at = start.index;
      }
      const found = this.match(text, at);
      if (found !== null) {
        if (continues) this.lastIndex = found.end;
        return this.result(text, at, found.end, found.groups);
      }
      if (this.sticky) break;
    }
    if (continues) this.lastIndex = 0;
    return null;
  }

  private result(text: string, at: number, end: number, groups: readonly number[]): RegExpExecArray {
    const group = (index: number): string | undefined =>
      (groups[2 * index] ?? -1) < 0 ? undefined : text.slice(groups[2 * index], groups[2 * index + 1]);
    const { names, groups: count } = this.parsed;
    const found = [text.slice(at, end), ...Array.from({ length: count }, (_, index) => group(index))];
    const named =
      names.size === 0 ? undefined : Object.fromEntries([...names].map(([name, index]) => [name, group(index)]));
    return Object.assign(found, { index: at, input: text, groups: named }) as RegExpExecArray;
  }
}

/** What an engine that cannot look behind is given. For tests; all others ask `expression`. */
export const lookingBehind = (source: string, flags: string): RegExp => new LookingBehind(source, flags);

/** A regular expression that may look behind; of another one, the same with other flags. */
export function expression(from: string | RegExp, flags = 'u'): RegExp {
  const source = typeof from === 'string' ? from : from.source;
  return looksBehind || !/\(\?<[=!]/u.test(source) ? new RegExp(source, flags) : lookingBehind(source, flags);
}
