/** The style sheets that a page carries in itself, as far as they say whether and how a text is shown. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { ArchiveError } from '../containers/archive';

export type Element = DefaultTreeAdapterTypes.Element;

export const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((candidate) => candidate.name === name)?.value;

/** Properties by name, lower case. */
export type Declarations = ReadonlyMap<string, string>;

interface Simple {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value: string | null }[];
}

interface Rule {
  /** The last one is the element itself, those before it stand around it. */
  readonly path: readonly { readonly simple: Simple; readonly parentOf: boolean }[];
  readonly weight: number;
  /** Of rules that weigh the same the later one wins. */
  readonly order: number;
  readonly plain: Declarations;
  readonly important: Declarations;
}

const names =
  /^(?:display|visibility|opacity|color|background(?:-color)?|font-size|vertical-align|text-decoration(?:-line)?|position|top|bottom|left|right|text-indent|clip|clip-path|overflow|width|height|max-width|max-height|float|margin(?:-left|-right)?|padding(?:-left|-right)?|direction|unicode-bidi|font-variant-position)$/u;

/** The width of the screen on which a page is looked at, in pixels. */
const screenWidth = 1280;
const mostRules = 20_000;
const deepest = 8;
const longestSelector = 500;
/** Comparisons of an element with a rule. No page needs as many; what a page hides cannot be told beyond them. */
const mostComparisons = 400_000;

const tooMuch = (): ArchiveError => new ArchiveError('unsafe', 'style sheets beyond every page', 'content');

function declarations(text: string): { readonly plain: Map<string, string>; readonly important: Map<string, string> } {
  const plain = new Map<string, string>();
  const important = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const name = part.slice(0, colon).trim().toLowerCase();
    if (!names.test(name)) continue;
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const mark = value.endsWith('important') ? value.slice(0, -'important'.length).trimEnd() : '';
    const bare = mark.endsWith('!') ? mark.slice(0, -1).trimEnd() : value;
    (bare === value ? plain : important).set(name, bare);
  }
  return { plain, important };
}

/** Without comments. An expression would look for the end of each that has none. */
function withoutComments(text: string): string {
  let plain = '';
  let at = 0;
  for (let open = text.indexOf('/*'); open !== -1; open = text.indexOf('/*', at)) {
    plain += text.slice(at, open);
    const end = text.indexOf('*/', open + 2);
    if (end === -1) return plain;
    at = end + 2;
  }
  return plain + text.slice(at);
}

/** Without what quoted texts hold that would end a rule. */
const withoutTexts = (text: string): string =>
  text.replace(/"[^"\n]*"|'[^'\n]*'/gu, (quoted) => (/[{};]/u.test(quoted) ? '""' : quoted));

/** A style attribute. */
const inlineDeclarations = (text: string): ReturnType<typeof declarations> => declarations(withoutComments(text));

/** True where the query speaks of a screen as wide as that of a desk. */
export function isForScreen(query: string): boolean {
  return query.split(',').some((one) => {
    if (/\b(?:print|speech|aural|handheld)\b/u.test(one)) return /\bnot\b/u.test(one);
    return [...one.matchAll(/(min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|r?em)?/gu)].every(([, side, size, unit]) => {
      const width = Number(size) * (unit === undefined || unit === 'px' ? 1 : 16);
      return side === 'min' ? screenWidth >= width : screenWidth <= width;
    });
  });
}

/** States that a page is not in while it is only looked at, and what is no element. */
const passing =
  /:(?:hover|focus|focus-within|focus-visible|active|visited|target|checked|disabled|enabled|invalid|before|after|first-letter|first-line|selection|placeholder|marker|backdrop|-webkit-|-moz-|-ms-)/u;
const simplePart =
  /^(?:([a-z][\w:-]*|\*)|#([\w-]+)|\.([\w\u0080-\uffff-]+)|\[\s*([\w-]+)\s*(?:=\s*"?([^"\]]*)"?\s*)?\])/iu;

function simpleOf(text: string): Simple | null {
  let tag: string | null = null;
  let id: string | null = null;
  const classes: string[] = [];
  const attributes: Simple['attributes'][number][] = [];
  for (let rest = text; rest !== '';) {
    const match = simplePart.exec(rest);
    if (match === null) return null;
    const [whole, element, hash, own, named, value] = match;
    if (element !== undefined && element !== '*') tag = element.toLowerCase();
    if (hash !== undefined) id = hash;
    if (own !== undefined) classes.push(own);
    if (named !== undefined) attributes.push({ name: named.toLowerCase(), value: value ?? null });
    rest = rest.slice(whole.length);
  }
  return { tag, id, classes, attributes };
}

/** Null for a selector that is not understood, or speaks of a state that passes. */
function pathOf(selector: string): Rule['path'] | null {
  if (selector.length > longestSelector) return null;
  if (passing.test(selector) || /[:+~]/u.test(selector.replace(/\[[^\]]*\]/gu, ''))) return null;
  const path: { simple: Simple; parentOf: boolean }[] = [];
  for (const part of selector
    .replace(/\s*>\s*/gu, ' >')
    .trim()
    .split(/\s+/u)) {
    const simple = simpleOf(part.startsWith('>') ? part.slice(1) : part);
    if (simple === null || path.length >= 20) return null;
    const before = path.at(-1);
    if (part.startsWith('>') && before !== undefined) before.parentOf = true;
    path.push({ simple, parentOf: false });
  }
  return path;
}

const weightOf = (path: Rule['path']): number =>
  path.reduce(
    (sum, { simple }) =>
      sum +
      (simple.id === null ? 0 : 10_000) +
      (simple.classes.length + simple.attributes.length) * 100 +
      (simple.tag === null ? 0 : 1),
    0,
  );

/** Where the block ends that opens at `from`. */
function endOf(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at];
    if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return at;
    }
  }
  return text.length;
}

function rulesOf(text: string, depth: number, rules: Rule[]): void {
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open === -1) return;
    const end = endOf(text, open);
    const prelude = text.slice(at, open).split(';').at(-1)?.trim().toLowerCase() ?? '';
    const own = text.slice(at, open).split(';').at(-1)?.trim() ?? '';
    const block = text.slice(open + 1, end);
    at = end + 1;
    if (prelude.startsWith('@')) {
      const shown = prelude.startsWith('@media') ? isForScreen(prelude) : /^@(?:supports|layer)/u.test(prelude);
      if (shown && depth < deepest) rulesOf(block, depth + 1, rules);
      continue;
    }
    const { plain, important } = declarations(block);
    if (plain.size + important.size === 0) continue;
    for (const selector of own.split(',')) {
      if (rules.length >= mostRules) throw tooMuch();
      const path = pathOf(selector);
      if (path !== null && path.length > 0)
        rules.push({ path, weight: weightOf(path), order: rules.length, plain, important });
    }
  }
}

const knownClasses = new WeakMap<Element, ReadonlySet<string>>();
const noClasses: ReadonlySet<string> = new Set();

/** Every rule asks for them, so they are parted once. */
function classesOf(element: Element): ReadonlySet<string> {
  const known = knownClasses.get(element);
  if (known !== undefined) return known;
  const said = attribute(element, 'class');
  const classes = said === undefined ? noClasses : new Set(said.split(/\s+/u));
  knownClasses.set(element, classes);
  return classes;
}

const fits = (element: Element, { tag, id, classes, attributes }: Simple): boolean =>
  (tag === null || element.tagName === tag) &&
  (id === null || attribute(element, 'id') === id) &&
  (classes.length === 0 || classes.every((name) => classesOf(element).has(name))) &&
  attributes.every(({ name, value }) => {
    const own = attribute(element, name);
    return own !== undefined && (value === null || own === value);
  });

const parentOf = (element: Element): Element | null =>
  element.parentNode !== null && 'tagName' in element.parentNode ? element.parentNode : null;

/** True if the elements around it are those of the path. `look`: at each of them. */
function stands(element: Element, path: Rule['path'], last: number, look: () => void): boolean {
  let at = last;
  for (let around = parentOf(element); at >= 0; around = parentOf(around)) {
    look();
    if (around === null) return false;
    const step = path[at];
    if (step === undefined) return true;
    if (fits(around, step.simple)) at -= 1;
    else if (step.parentOf) return false;
  }
  return true;
}

const nothing: Declarations = new Map();

/** Throws an ArchiveError where a page asks for more than any does. */
export class PageStyle {
  private readonly byKey = new Map<string, Rule[]>();
  private left = mostComparisons;

  constructor(sheets: readonly string[]) {
    const rules: Rule[] = [];
    for (const sheet of sheets) {
      const text = withoutTexts(withoutComments(sheet).replace(/<!--|-->/gu, ''));
      rulesOf(text, 0, rules);
    }
    for (const rule of rules) {
      const simple = rule.path.at(-1)?.simple;
      if (simple === undefined) continue;
      const key = simple.id !== null ? `#${simple.id}` : (simple.classes[0] ?? null);
      const name = key === null ? (simple.tag ?? '*') : simple.id !== null ? key : `.${key}`;
      const known = this.byKey.get(name);
      if (known === undefined) this.byKey.set(name, [rule]);
      else known.push(rule);
    }
  }

  /** What style sheets and the element itself say. */
  of(element: Element): Declarations {
    const style = attribute(element, 'style');
    if (this.byKey.size === 0 && style === undefined) return nothing;
    const keys = ['*', element.tagName, `#${attribute(element, 'id') ?? ''}`];
    for (const name of classesOf(element)) keys.push(`.${name}`);
    const rules = keys
      .flatMap((key) => this.byKey.get(key) ?? [])
      .filter(({ path }) => {
        const look = (): void => {
          this.left -= 1;
          if (this.left < 0) throw tooMuch();
        };
        look();
        const own = path.at(-1);
        return own !== undefined && fits(element, own.simple) && stands(element, path, path.length - 2, look);
      })
      .sort((a, b) => a.weight - b.weight || a.order - b.order);
    if (rules.length === 0 && style === undefined) return nothing;
    const own = inlineDeclarations(style ?? '');
    const said = new Map<string, string>();
    for (const from of [
      ...rules.map(({ plain }) => plain),
      own.plain,
      ...rules.map((rule) => rule.important),
      own.important,
    ])
      for (const [name, value] of from) said.set(name, value);
    return said;
  }
}
