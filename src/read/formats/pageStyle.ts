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
  readonly attributes: readonly { readonly name: string; readonly fits: (value: string) => boolean }[];
  readonly places: readonly Place[];
  /** What it must be one of, each time, and what it must not be. */
  readonly choices: readonly { readonly of: readonly Simple[]; readonly not: boolean }[];
}

/** Where an element stands among its siblings: every `step`-th from `offset` on. */
interface Place {
  readonly step: number;
  readonly offset: number;
  readonly fromEnd: boolean;
  readonly ofType: boolean;
}

/** What the element of a step of a path is to the one after it. */
type Relation = 'around' | 'parent' | 'justBefore' | 'before';

interface Rule {
  /** The last one is the element itself, those before it stand around it. */
  readonly path: readonly { readonly simple: Simple; readonly relation: Relation }[];
  readonly weight: number;
  /** Of rules that weigh the same the later one wins. */
  readonly order: number;
  readonly plain: Declarations;
  readonly important: Declarations;
}

const names =
  /^(?:display|visibility|opacity|color|background(?:-color|-image)?|font|font-size|font-family|order|flex-direction|vertical-align|text-decoration(?:-line)?|position|content|inset|top|bottom|left|right|text-indent|clip|clip-path|overflow(?:-x|-y)?|width|height|max-width|max-height|float|margin(?:-left|-right|-top|-bottom)?|padding(?:-left|-right|-bottom)?|border(?:-left|-right)?|letter-spacing|line-height|translate|zoom|(?:-webkit-)?mask(?:-image)?|content-visibility|font-variant|font-feature-settings|direction|unicode-bidi|font-variant-position|transform|scale|rotate|filter|list-style(?:-type)?|contain|white-space|mix-blend-mode|-webkit-text-security|offset-path|(?:-webkit-)?text-fill-color|mso-(?:hide|number-format))$/u;

/** By what a property is called that is named by the way in which text runs: from left to right, and down. */
const physical: ReadonlyMap<string, string> = new Map([
  ['block-size', 'height'],
  ['inline-size', 'width'],
  ['max-block-size', 'max-height'],
  ['max-inline-size', 'max-width'],
  ['inset-block-start', 'top'],
  ['inset-block-end', 'bottom'],
  ['inset-inline-start', 'left'],
  ['inset-inline-end', 'right'],
  ['margin-block-start', 'margin-top'],
  ['margin-block-end', 'margin-bottom'],
  ['margin-inline-start', 'margin-left'],
  ['margin-inline-end', 'margin-right'],
  ['padding-inline-start', 'padding-left'],
  ['padding-inline-end', 'padding-right'],
]);
const sides = ['top', 'right', 'bottom', 'left'] as const;

/** Sets the four sides that a value of one to four parts speaks of. */
function takeSides(said: Map<string, string>, prefix: string, value: string): void {
  const [top = '', right = top, bottom = top, left = right] = value.split(/\s+/u);
  sides.forEach((side, at) => said.set(`${prefix}${side}`, [top, right, bottom, left][at] ?? ''));
}

/** The width of the screen on which a page is looked at, in pixels. */
const screenWidth = 1280;
const mostRules = 20_000;
const deepest = 8;
const longestSelector = 500;
/** Comparisons of an element with a rule. No page needs as many; what a page hides cannot be told beyond them. */
const mostComparisons = 400_000;

const tooMuch = (): ArchiveError => new ArchiveError('unsafe', 'style sheets beyond every page', 'content');

/** In `font: italic 12px/1.5 serif`. */
const sizeInFont =
  /(?:^|\s)((?:\d*\.)?\d+(?:px|pt|pc|in|cm|mm|r?em|%)|0|(?:xx?-)?(?:small|large)|medium|smaller|larger)(?=[\s/])/u;

/** Of a value so much is looked at: it is looked at for every element that has it. Pictures that stand in one are longer. */
const longestSaid = 500;
const pictured = /^(?:background|content|list-style|(?:-webkit-)?mask|font)/u;

function declarations(text: string): { readonly plain: Map<string, string>; readonly important: Map<string, string> } {
  const plain = new Map<string, string>();
  const important = new Map<string, string>();
  for (const part of text.split(';')) {
    const colon = part.indexOf(':');
    if (colon === -1) continue;
    const written = part.slice(0, colon).trim().toLowerCase();
    const name = physical.get(written) ?? written;
    if (!names.test(name)) continue;
    const value = part
      .slice(colon + 1)
      .trim()
      .toLowerCase();
    const mark = value.endsWith('important') ? value.slice(0, -'important'.length).trimEnd() : '';
    const bare = mark.endsWith('!') ? mark.slice(0, -1).trimEnd() : value;
    const said = bare === value ? plain : important;
    if (name !== 'font') {
      said.set(name, bare.slice(0, longestSaid));
      if (bare.length > longestSaid && !pictured.test(name)) said.set(maybe, 'yes');
      if (name === 'inset') takeSides(said, '', bare);
      // What moves far off says so in one part of it.
      else if (name === 'margin' && bare.includes('-')) takeSides(said, 'margin-', bare);
      continue;
    }
    const size = sizeInFont.exec(bare.slice(0, longestSaid));
    if (size === null) continue;
    said.set('font-size', size[1] ?? '');
    const behind = bare.slice(size.index + size[0].length, size.index + size[0].length + longestSaid);
    said.set('font-family', behind.replace(/^\/\S+/u, ''));
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

/** Stands for what parts the sections of a number format, which would end a declaration. */
export const parted = '\u001f';

/** Without what quoted texts hold that would end a rule. */
const withoutTexts = (text: string): string =>
  text.replace(/"[^"\n]*"|'[^'\n]*'/gu, (quoted) => quoted.replace(/[{}]/gu, '').replaceAll(';', parted));

const longestValue = 40;

/** What style sheets name by names of their own (`--main: #036`), where each has one meaning throughout. */
function valuesIn(sheets: readonly string[]): Map<string, string> {
  const values = new Map<string, string>();
  const unlike = new Set<string>();
  for (const sheet of sheets)
    for (const [, name = '', said = ''] of sheet.matchAll(/(?:^|[^\w-])(--[\w-]{1,60})\s*:([^;{}]{1,60})(?=[;}])/gu)) {
      const value = said.trim();
      if (value.length > longestValue || values.has(name) ? values.get(name) !== value : false) unlike.add(name);
      values.set(name, value);
    }
  for (const name of unlike) values.delete(name);
  return values;
}

const withValues = (text: string, values: ReadonlyMap<string, string>): string =>
  values.size === 0 || !text.includes('var(')
    ? text
    : text.replace(
        /var\(\s*(--[\w-]{1,60})\s*(?:,[^()]{0,40})?\)/gu,
        (whole, name: string) => values.get(name) ?? whole,
      );

/** A style attribute. */
const inlineDeclarations = (text: string): ReturnType<typeof declarations> =>
  declarations(withoutTexts(withoutComments(text)));

/** True where the query speaks of a screen as wide as that of a desk. */
export function isForScreen(query: string): boolean {
  return query.split(',').some((one) => {
    if (
      /\b(?:print|speech|aural|handheld)\b|dark\s*\)|forced-colors\s*:\s*active|:\s*(?:portrait|coarse|more)\s*\)/u.test(
        one,
      )
    )
      return /\bnot\b/u.test(one);
    return [...one.matchAll(/(min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|r?em)?/gu)].every(([, side, size, unit]) => {
      const width = Number(size) * (unit === undefined || unit === 'px' ? 1 : 16);
      return side === 'min' ? screenWidth >= width : screenWidth <= width;
    });
  });
}

/** States that a page is not in while it is only looked at, and what is no element. */
const passing =
  /:(?:hover|focus|focus-within|focus-visible|active|visited|target|checked|disabled|enabled|invalid|selection|placeholder|backdrop|-webkit-|-moz-|-ms-)/u;
const simplePart =
  /^(?:([a-z][\w-]*|\*)|#([\w-]+)|\.([\w\u0080-\uffff-]+)|\[\s*([\w-]+)\s*(?:([~|^$*]?)=\s*(?:"([^"]*)"|'([^']*)'|([^\]\s"']+))\s*(?:[is]\s*)?)?\]|:([a-z-]+)(?:\(([^()]*)\))?)/iu;

const comparisons: Readonly<Record<string, (own: string, given: string) => boolean>> = {
  '': (own, given) => own === given,
  '~': (own, given) => own.split(/\s+/u).includes(given),
  '|': (own, given) => own === given || own.startsWith(`${given}-`),
  '^': (own, given) => given !== '' && own.startsWith(given),
  $: (own, given) => given !== '' && own.endsWith(given),
  '*': (own, given) => given !== '' && own.includes(given),
};

const every = { step: 0, offset: 1, fromEnd: false, ofType: false };
const places: Readonly<Record<string, readonly Place[]>> = {
  'first-child': [every],
  'last-child': [{ ...every, fromEnd: true }],
  'only-child': [every, { ...every, fromEnd: true }],
  'first-of-type': [{ ...every, ofType: true }],
  'last-of-type': [{ ...every, fromEnd: true, ofType: true }],
  'only-of-type': [
    { ...every, ofType: true },
    { ...every, fromEnd: true, ofType: true },
  ],
};

/** `:nth-child(2n+1)` and its like; null where it is none that is understood. */
function placesOf(name: string, argument: string | undefined): readonly Place[] | null {
  if (argument === undefined) return places[name] ?? null;
  const [, last, type] = /^nth-(last-)?(child|of-type)$/u.exec(name) ?? [];
  if (type === undefined) return null;
  const text = argument.replace(/\s+/gu, '').toLowerCase();
  const plain = text === 'odd' ? '2n+1' : text === 'even' ? '2n' : text;
  const [, factor, sum, alone] = /^(?:([+-]?\d*)n([+-]\d+)?|([+-]?\d+))$/u.exec(plain) ?? [];
  if (factor === undefined && alone === undefined) return null;
  const step = factor === undefined ? 0 : /^[+-]?$/u.test(factor) ? Number(`${factor}1`) : Number(factor);
  return [{ step, offset: Number(alone ?? sum ?? 0), fromEnd: last !== undefined, ofType: type === 'of-type' }];
}

/** `:is(i, b)` and `:not(.x)`, of single elements; null where it is none that is understood. */
function choiceOf(name: string, argument: string | undefined): Simple['choices'][number] | null {
  if (argument === undefined || !/^(?:is|where|matches|not|-(?:webkit|moz)-any)$/u.test(name)) return null;
  const of: Simple[] = [];
  for (const part of argument.split(',')) {
    const own = /[\s>+~]/u.test(part.trim()) ? null : simpleOf(part.trim(), false);
    if (own === null) return null;
    of.push(own);
  }
  return { of, not: name === 'not' };
}

/** Null where a part of it is not understood. `loosely`: without that part, which finds more elements than are meant. */
function simpleOf(text: string, loosely: boolean): Simple | null {
  let tag: string | null = null;
  let id: string | null = null;
  const classes: string[] = [];
  const attributes: Simple['attributes'][number][] = [];
  const stands: Place[] = [];
  const choices: Simple['choices'][number][] = [];
  const simple: Omit<Simple, 'tag' | 'id'> = { classes, attributes, places: stands, choices };
  for (let rest = text; rest !== '';) {
    const match = simplePart.exec(rest);
    if (match === null) return loosely ? { ...simple, tag, id } : null;
    const [whole, element, hash, own, named, operator = '', quoted, single, bare, state, argument] = match;
    if (element !== undefined && element !== '*') tag = element.toLowerCase();
    if (hash !== undefined) id = hash;
    if (own !== undefined) classes.push(own);
    const given = quoted ?? single ?? bare;
    if (named !== undefined)
      attributes.push({
        name: named.toLowerCase(),
        fits: (value) => given === undefined || comparisons[operator]?.(value, given) === true,
      });
    if (state !== undefined) {
      const known = placesOf(state.toLowerCase(), argument);
      const choice = choiceOf(state.toLowerCase(), argument);
      if (known === null && choice === null && !loosely) return null;
      stands.push(...(known ?? []));
      if (choice !== null) choices.push(choice);
    }
    rest = rest.slice(whole.length);
  }
  return { ...simple, tag, id };
}

const relations: Readonly<Record<string, Relation>> = { '>': 'parent', '+': 'justBefore', '~': 'before' };
const bracketed = /\[[^\]]*\]|\([^)]*\)/gu;
const generated = /::?(?:before|after|marker)$/u;
/** A part of what an element holds: whatever hides it leaves the rest. */
const partly = /::?first-(?:letter|line)$/u;

/** Null for a selector that is not understood, or speaks of a state that passes. */
function pathOf(selector: string, loosely = false): Rule['path'] | null {
  if (selector.length > longestSelector || passing.test(selector)) return null;
  // What stands in brackets parts no steps.
  const kept: string[] = [];
  const spread = selector
    .replace(bracketed, (text) => `\u0000${kept.push(text) - 1}\u0001`)
    .replace(/\s*([>+~])\s*/gu, ' $1 ')
    .trim();
  const path: { simple: Simple; relation: Relation }[] = [];
  for (const part of spread.split(/\s+/u)) {
    const relation = relations[part];
    const before = path.at(-1);
    if (relation !== undefined) {
      if (before === undefined) return null;
      before.relation = relation;
      continue;
    }
    const text = part.replace(/\u0000(\d+)\u0001/gu, (_, at: string) => kept[Number(at)] ?? '');
    const simple = simpleOf(text, loosely);
    if (simple === null || path.length >= 20) return null;
    path.push({ simple, relation: 'around' });
  }
  return path;
}

const weightOf = (path: Rule['path']): number =>
  path.reduce(
    (sum, { simple }) =>
      sum +
      (simple.id === null ? 0 : 10_000) +
      (simple.classes.length + simple.attributes.length + simple.places.length + simple.choices.length) * 100 +
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

/** Parts of a list of selectors. A comma in brackets parts none. */
function selectorsOf(text: string): string[] {
  if (!/[([]/u.test(text)) return text.split(',');
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth = Math.max(0, depth - 1);
    else if (char === ',' && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

/** What may hide a text, cross it out or raise it. */
const hiding =
  /^(?:display:none|visibility:(?:hidden|collapse)|opacity:0|font-size:0|text-decoration(?:-line)?:.*line-through|vertical-align:(?:super|sub))/u;

const leastOpaque = 0.1;

/** How much of what stands behind a colour it covers, from 0 to 1; NaN where nobody can tell. */
export function opacityOf(color: string): number {
  if (color === 'transparent' || /^#(?:[\da-f]{3}0|[\da-f]{6}00)$/u.test(color)) return 0;
  const [, list = ''] = /^(?:rgb|hsl)a?\(([^()]*)\)$/u.exec(color) ?? [];
  const last = list.split(/[\s,/]+/u).filter((part) => part !== '')[3] ?? '1';
  return Number.parseFloat(last) / (last.endsWith('%') ? 100 : 1);
}

/** A colour through which the ground is seen. */
export const isTransparent = (color: string): boolean => opacityOf(color) < leastOpaque;

const mayHide = (name: string, value: string): boolean =>
  hiding.test(`${name}:${value}`) || (name.endsWith('color') && name !== 'background-color' && isTransparent(value));

/** Property that stands for what a style sheet may do to an element, where nobody can tell. */
export const maybe = '--maybe';

/** Property that stands for digits which a style sheet puts beside what an element holds. */
export const added = '--added';

const only = (property: string): Pick<Rule, 'plain' | 'important'> => ({
  plain: new Map([[property, 'yes']]),
  important: new Map(),
});

const hidesIn = ({ plain, important }: Pick<Rule, 'plain' | 'important'>): boolean =>
  [...plain, ...important].some(([name, value]) => mayHide(name, value));

/**
 * A rule by its selector. `isUncertain`: nobody here can tell whether it holds. One that puts text with digits beside an element, and one that would hide, cross out or raise what
 * a selector beyond those understood here chooses, make the element uncertain.
 */
function ruleFor(
  selector: string,
  said: Pick<Rule, 'plain' | 'important'>,
  isUncertain: boolean,
): Pick<Rule, 'path' | 'plain' | 'important'> | null {
  if (selector.length > longestSelector) return null;
  if (generated.test(selector)) {
    const content = said.important.get('content') ?? said.plain.get('content') ?? '';
    if (!/\p{N}|[-−－+%％‰十百千万亿]|attr\(|counters?\(/u.test(content)) return null;
    const path = pathOf(selector.replace(generated, ''), true);
    return path === null ? null : { path, ...only(added) };
  }
  if (partly.test(selector)) {
    const path = hidesIn(said) ? pathOf(selector.replace(partly, ''), true) : null;
    return path === null ? null : { path, ...only(added) };
  }
  const path = pathOf(selector);
  if (path !== null && !isUncertain) return { path, ...said };
  const loose = hidesIn(said) ? (path ?? pathOf(selector, true)) : null;
  return loose === null ? null : { path: loose, ...only(maybe) };
}

/** What a rule says itself, without the rules that stand in it. */
function withoutRules(block: string): string {
  let own = '';
  for (let at = 0; at < block.length;) {
    const open = block.indexOf('{', at);
    if (open === -1) return own + block.slice(at);
    const said = block.slice(at, open);
    own += said.slice(0, said.lastIndexOf(';') + 1);
    at = endOf(block, open) + 1;
  }
  return own;
}

/** A selector in the block of another one. */
function nestedIn(outer: string, inner: string): string {
  const times = inner.split('&').length - 1;
  // One that is too long is not looked at, so it need not be made.
  if (times * outer.length > longestSelector) return outer;
  return times > 0 ? inner.replaceAll('&', outer) : `${outer} ${inner}`;
}

/** The name of a typeface as it is compared. */
const familyName = (text: string): string =>
  text
    .trim()
    .replace(/^["']|["']$/gu, '')
    .trim()
    .toLowerCase();

/** Names of typefaces in the order in which they are tried. */
export const familiesIn = (value: string): string[] => value.split(',').map(familyName);

/** What the style sheets of a page hold. */
interface Sheets {
  readonly rules: Rule[];
  /** Typefaces that the page carries in itself. */
  readonly typefaces: Set<string>;
  /** In a block of which nobody here can tell whether it holds. */
  readonly isUncertain: boolean;
  /** Movements at whose end nothing is seen. */
  readonly movements: ReadonlySet<string>;
  /** Selectors that were made, those of rules that say nothing too. */
  readonly made: { count: number };
}

/** Blocks that hold only where a page is of some size, or a browser of some kind. */
const uncertain = /^@(?:container|scope|supports\s+not)\b/u;

/** Movements at whose end nothing is seen, by their names. */
function vanishing(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(/@(?:-webkit-)?keyframes\s+([\w-]{1,60})\s*(?=\{)/giu)) {
    const open = match.index + match[0].length;
    const begin = text.slice(open, open + longestMovement);
    const block = begin.slice(1, endOf(begin, 0));
    const [, last = ''] = /(?:^|[\s},])(?:to|100%)\s*\{([^{}]*)\}/iu.exec(block) ?? [];
    if (hidesIn(declarations(last))) found.add((match[1] ?? '').toLowerCase());
  }
  return found;
}
const longestMovement = 2_000;

/** True for a rule after whose movement nothing is seen of what it speaks of. */
const vanishes = (block: string, movements: ReadonlySet<string>): boolean =>
  movements.size > 0 &&
  Array.from(block.matchAll(/animation(?:-name)?\s*:\s*([^;{}]{1,200})/giu), ([, value = '']) => value).some((value) =>
    value.split(/[\s,]+/u).some((word) => movements.has(word.toLowerCase())),
  );

/** A typeface of which the page holds the drawings: they may show any digit for any other. */
function takeTypeface(block: string, typefaces: Set<string>): void {
  const [, name] = /(?:^|[;{\s])font-family\s*:\s*([^;]+)/iu.exec(block) ?? [];
  if (name !== undefined && /url\(\s*(?:["']\s*)?data:/iu.test(block)) typefaces.add(familyName(name));
}

/** `within`: the selectors around a block of rules. */
function rulesOf(text: string, depth: number, sheets: Sheets, within: readonly string[] = []): void {
  const { rules, typefaces, isUncertain } = sheets;
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open === -1) return;
    const end = endOf(text, open);
    const prelude = text.slice(at, open).split(';').at(-1)?.trim().toLowerCase() ?? '';
    const own = text.slice(at, open).split(';').at(-1)?.trim() ?? '';
    const block = text.slice(open + 1, end);
    at = end + 1;
    if (prelude.startsWith('@')) {
      if (prelude.startsWith('@font-face')) takeTypeface(block, typefaces);
      const shown = prelude.startsWith('@media') ? isForScreen(prelude) : /^@(?:supports|layer)/u.test(prelude);
      if (uncertain.test(prelude)) {
        if (depth < deepest) rulesOf(block, depth + 1, { ...sheets, isUncertain: true }, within);
      } else if (shown && depth < deepest) rulesOf(block, depth + 1, sheets, within);
      continue;
    }
    const listed = selectorsOf(own).map((selector) => selector.trim());
    const count = listed.length * Math.max(1, within.length);
    sheets.made.count += within.length === 0 ? 0 : count;
    if (Math.max(rules.length + count, sheets.made.count) > mostRules) throw tooMuch();
    const selectors =
      within.length === 0 ? listed : within.flatMap((outer) => listed.map((one) => nestedIn(outer, one)));
    if (block.includes('{') && depth < deepest) rulesOf(block, depth + 1, sheets, selectors);
    const said = declarations(withoutRules(block));
    if (vanishes(block, sheets.movements)) said.plain.set('opacity', '0');
    if (said.plain.size + said.important.size === 0) continue;
    for (const selector of selectors) {
      const found = ruleFor(selector, said, isUncertain);
      if (found !== null && found.path.length > 0)
        rules.push({ ...found, weight: weightOf(found.path), order: rules.length });
    }
  }
}

const knownClasses = new WeakMap<Element, ReadonlySet<string>>();
const noClasses: ReadonlySet<string> = new Set();

/** Every rule asks for them, so they are parted once. */
function classesOf(element: Element): ReadonlySet<string> {
  if (element.attrs.length === 0) return noClasses;
  const known = knownClasses.get(element);
  if (known !== undefined) return known;
  const said = attribute(element, 'class');
  const classes = said === undefined ? noClasses : new Set(said.split(/\s+/u));
  knownClasses.set(element, classes);
  return classes;
}

/** Where an element stands among its siblings: from the start, from the end, and both among those of its kind. */
interface Standing {
  readonly places: readonly [at: number, fromEnd: number, ofType: number, ofTypeFromEnd: number];
  /** The element just before it. */
  readonly before: Element | null;
}

const knownStanding = new WeakMap<Element, Standing>();
const alone: Standing = { places: [1, 1, 1, 1], before: null };

/** Counted once for all elements with one parent. */
function standingOf(element: Element): Standing {
  const known = knownStanding.get(element);
  if (known !== undefined) return known;
  const siblings = (element.parentNode?.childNodes ?? []).filter((node): node is Element => 'tagName' in node);
  const byType = new Map<string, number>();
  for (const { tagName } of siblings) byType.set(tagName, (byType.get(tagName) ?? 0) + 1);
  const seen = new Map<string, number>();
  siblings.forEach((sibling, at) => {
    const own = seen.get(sibling.tagName) ?? 0;
    seen.set(sibling.tagName, own + 1);
    const alike = byType.get(sibling.tagName) ?? 0;
    knownStanding.set(sibling, {
      places: [at + 1, siblings.length - at, own + 1, alike - own],
      before: siblings[at - 1] ?? null,
    });
  });
  return knownStanding.get(element) ?? alone;
}

function standsAt(element: Element, { step, offset, fromEnd, ofType }: Place): boolean {
  const at = standingOf(element).places[(fromEnd ? 1 : 0) + (ofType ? 2 : 0)] ?? 1;
  const steps = at - offset;
  return step === 0 ? steps === 0 : steps % step === 0 && steps / step >= 0;
}

const elementBefore = (element: Element): Element | null => standingOf(element).before;

/** Characters of an attribute that are compared as fast as a rule is. */
const fast = 200;

/** `look`: with what the comparison costs beyond its being made. */
const fits = (
  element: Element,
  { tag, id, classes, attributes, places: stood, choices }: Simple,
  look: (cost: number) => void,
): boolean =>
  (tag === null || element.tagName === tag) &&
  (id === null || attribute(element, 'id') === id) &&
  (classes.length === 0 || classes.every((name) => classesOf(element).has(name))) &&
  attributes.every(({ name, fits: compare }) => {
    const own = attribute(element, name);
    look(((own?.length ?? 0) + element.attrs.length) / fast);
    return own !== undefined && compare(own);
  }) &&
  stood.every((place) => standsAt(element, place)) &&
  choices.every(({ of, not }) => of.some((one) => fits(element, one, look)) !== not);

const parentOf = (element: Element): Element | null =>
  element.parentNode !== null && 'tagName' in element.parentNode ? element.parentNode : null;

/** True if the elements around it, or before it, are those of the path. `look`: at each of them. */
function stands(element: Element, path: Rule['path'], last: number, look: (cost: number) => void): boolean {
  const step = path[last];
  if (step === undefined) return true;
  const across = step.relation === 'justBefore' || step.relation === 'before';
  const next = across ? elementBefore : parentOf;
  for (let other = next(element); other !== null; other = next(other)) {
    look(1);
    if (fits(other, step.simple, look)) {
      if (stands(other, path, last - 1, look)) return true;
      // What stands around the nearest stands around those further out too; only parents and siblings do not.
      if (!across && path.slice(0, last).every(({ relation }) => relation === 'around')) return false;
    }
    if (step.relation === 'parent' || step.relation === 'justBefore') return false;
  }
  return false;
}

const nothing: Declarations = new Map();
/** Properties that are taken over as fast as a rule is compared. */
const cheap = 8;

/** Throws an ArchiveError where a page asks for more than any does. */
export class PageStyle {
  private readonly byKey = new Map<string, Rule[]>();
  private readonly known = new WeakMap<Element, Declarations>();
  /** By the rules that hold for an element and its own style. */
  private readonly shared = new Map<string, Declarations>();
  private left = mostComparisons;
  private readonly values: ReadonlyMap<string, string>;

  /** Typefaces that the page carries in itself. */
  readonly typefaces: ReadonlySet<string>;

  /** `outside`: the page names style sheets that are not in it. */
  constructor(
    sheets: readonly string[],
    readonly outside: boolean,
  ) {
    const rules: Rule[] = [];
    const typefaces = new Set<string>();
    this.typefaces = typefaces;
    const plain = sheets.map((sheet) => withoutTexts(withoutComments(sheet).replace(/<!--|-->/gu, '')));
    const made = { count: 0 };
    this.values = valuesIn(plain);
    const movements = new Set(plain.flatMap((text) => [...vanishing(text)]));
    for (const text of plain)
      rulesOf(withValues(text, this.values), 0, { rules, typefaces, isUncertain: false, movements, made });
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

  /** What style sheets and the element itself say. Elements that say the same share one map. */
  of(element: Element): Declarations {
    const known = this.known.get(element);
    if (known !== undefined) return known;
    const said = this.find(element);
    this.known.set(element, said);
    return said;
  }

  private find(element: Element): Declarations {
    const style = attribute(element, 'style');
    const rules = this.rulesFor(element);
    if (rules.length === 0 && style === undefined) return nothing;
    const key = `${rules.map(({ order }) => order).join(' ')};${style ?? ''}`;
    const known = this.shared.get(key);
    if (known !== undefined) return known;
    const own = inlineDeclarations(withValues(style ?? '', this.values));
    for (const { plain, important } of rules) this.look((plain.size + important.size) / cheap);
    const said = new Map<string, string>();
    for (const from of [
      ...rules.map(({ plain }) => plain),
      own.plain,
      ...rules.map((rule) => rule.important),
      own.important,
    ])
      for (const [name, value] of from) said.set(name, value);
    this.shared.set(key, said);
    return said;
  }

  /** Rules that hold for an element, those that win last. */
  private rulesFor(element: Element): readonly Rule[] {
    if (this.byKey.size === 0) return [];
    const found: Rule[] = [];
    const take = (key: string): void => {
      for (const rule of this.byKey.get(key) ?? []) {
        this.look(1);
        const own = rule.path.at(-1);
        if (own === undefined || !fits(element, own.simple, this.look)) continue;
        if (stands(element, rule.path, rule.path.length - 2, this.look)) found.push(rule);
      }
    };
    take('*');
    take(element.tagName);
    if (element.attrs.length > 0) take(`#${attribute(element, 'id') ?? ''}`);
    for (const name of classesOf(element)) take(`.${name}`);
    return found.length < 2 ? found : found.sort((a, b) => a.weight - b.weight || a.order - b.order);
  }

  /** Counts what is compared, with what it costs. */
  private readonly look = (cost: number): void => {
    this.left -= cost;
    if (this.left < 0) throw tooMuch();
  };
}
