/** How a page shows the text of an element: plain, as one of the ways of being aside, or not at all. */
import { type Colour, inkAside, showsPictures, unknownGround, unknownInk } from '../containers/ink';
import type { AsideKind } from '../containers/runs';
import { colourIn, groundIn, isPaintedByAttribute } from './pageColour';
import { drawingOf, isZero, pixels } from './pageSight';
import { attribute, type Declarations, type Element, familiesIn, isTransparent, maybe } from './pageStyle';

/** What an element hands down to what stands in it. */
export interface PageLook {
  readonly invisible: boolean;
  /** Hidden with everything in it, whatever that says. */
  readonly gone: boolean;
  readonly zero: boolean;
  readonly struck: boolean;
  readonly mark: boolean;
  readonly unclear: boolean;
  /** Drawn so that no digit can be told. */
  readonly garbled: boolean;
  readonly backwards: boolean;
  /** The format by which a spreadsheet program shows numbers; '' for none. */
  readonly format: string;
  /** In pixels. */
  readonly size: number;
  readonly color: Colour;
  readonly ground: Colour;
  /** Typefaces in the order in which they are tried. */
  readonly families: readonly string[];
}

/** Of a text that nothing gives a size, in pixels. */
const usualSize = 14;

const plainLook: PageLook = {
  invisible: false,
  gone: false,
  zero: false,
  struck: false,
  mark: false,
  unclear: false,
  garbled: false,
  backwards: false,
  format: '',
  size: usualSize,
  color: '',
  ground: '',
  families: [],
};

/** The look of what nothing in a page says otherwise. `outside`: it names style sheets that are not in it. */
export const firstLook = (outside: boolean): PageLook =>
  outside ? { ...plainLook, color: unknownInk, ground: unknownGround } : plainLook;

/** Lists that name a typeface of the page, by the list: what stands in an element asks for the same one again and again. */
const remapping = new WeakMap<readonly string[], boolean>();

function isRemapped(families: readonly string[], typefaces: ReadonlySet<string>): boolean {
  if (typefaces.size === 0) return false;
  const known = remapping.get(families);
  if (known !== undefined) return known;
  const own = families.some((name) => typefaces.has(name));
  // That of what names none is shared by all pages.
  if (families.length > 0) remapping.set(families, own);
  return own;
}

/** `typefaces`: those that the page carries in itself. */
export const pageAsideOf = (look: PageLook, typefaces: ReadonlySet<string>): AsideKind | null => {
  if (look.invisible || look.gone || look.zero) return 'hidden';
  // Letters that nothing gives a colour are black, which is seen on all but a painted ground.
  const isUntold = look.color === unknownInk && look.ground === unknownGround;
  const ink =
    isUntold || (look.color === '' && look.ground === '') ? null : inkAside(look.color || '000000', look.ground);
  if (ink === 'hidden') return ink;
  if (look.struck) return 'struck';
  if (look.mark) return 'mark';
  if (look.unclear) return 'unclear';
  if (look.garbled || look.size <= smallest || showsPictures(look.families[0] ?? '')) return 'unseen';
  return ink ?? (isRemapped(look.families, typefaces) ? 'remapped' : null);
};

/** True where nothing of it is laid out: what stands behind it takes its place. */
export const isAbsent = (element: Element, said: Declarations): boolean => {
  const display = said.get('display');
  if (display !== undefined) return display === 'none';
  return (
    ['hidden', 'popover'].some((name) => attribute(element, name) !== undefined) ||
    (element.tagName === 'dialog' && attribute(element, 'open') === undefined)
  );
};

/** True where each element in it takes a place of its own, in whatever order. */
export const setsApart = (said: Declarations): boolean => /flex|grid/u.test(said.get('display') ?? '');

/** More room than a digit takes, in pixels. */
const widestDigit = 24;

/** What stands beside an element is apart from it. `line`: on a line of its own. `space`: by a gap. */
export function partedBy(said: Declarations): 'line' | 'space' | null {
  const display = said.get('display');
  if (display !== undefined && !/^(?:inline|contents|initial|none|ruby)/u.test(display)) return 'line';
  if (/^(?:left|right)$/u.test(said.get('float') ?? '')) return 'line';
  if (/^(?:absolute|fixed)$/u.test(said.get('position') ?? '')) return 'line';
  for (const name of ['margin', 'margin-left', 'margin-right', 'padding', 'padding-left', 'padding-right'])
    if (/[1-9]/u.test(said.get(name) ?? '')) return 'space';
  for (const name of ['border', 'border-left', 'border-right'])
    if (!/^(?:0(?:px)?|none|hidden|)$/u.test(said.get(name) ?? '')) return 'space';
  if (display === 'inline-block' && pixels(said.get('width')) > widestDigit) return 'space';
  return pixels(said.get('letter-spacing')) >= widestDigit / 2 ? 'space' : null;
}

const named = new Map([
  ['xx-small', 9],
  ['x-small', 10],
  ['small', 13],
  ['medium', 16],
  ['large', 18],
  ['x-large', 24],
  ['xx-large', 32],
]);
/** Of `<font size="1">` and so on. */
const numbered = [10, 13, 16, 18, 24, 32, 48];
const lessOrMore = { smaller: 0.7, larger: 1.4 } as const;
const pixelsOf = { px: 1, pt: 4 / 3, pc: 16, in: 96, cm: 37.8, mm: 3.78, rem: 16 } as const;

/** The size of the letters of an element, in pixels; null where it is that of what stands around. */
function sizeOf(element: Element, said: Declarations, around: number): number | null {
  const value = said.get('font-size');
  if (value === undefined) {
    if (element.tagName === 'small') return around * lessOrMore.smaller;
    if (element.tagName !== 'font') return null;
    const [, sign = '', digit = ''] = /^([+-]?)(\d)$/u.exec(attribute(element, 'size')?.trim() ?? '') ?? [];
    if (digit === '') return null;
    if (sign !== '') return around * (sign === '-' ? lessOrMore.smaller : lessOrMore.larger);
    return numbered[Number(digit) - 1] ?? null;
  }
  if (value === 'smaller' || value === 'larger') return around * lessOrMore[value];
  const [, amount = '', unit = ''] = /^([\d.]+)(px|pt|pc|in|cm|mm|rem|em|%)$/u.exec(value) ?? [];
  const size = Number(amount === '' ? NaN : amount);
  if (unit === 'em') return size * around;
  if (unit === '%') return (size / 100) * around;
  return size > 0 ? size * pixelsOf[unit as keyof typeof pixelsOf] : (named.get(value) ?? null);
}

/** A reference to a note at the end of a page. */
const toNote = /^#_?(?:(?:sd)?(?:foot|end)note|ftn|edn|fn|note|cite)/iu;
/** To another place of the page. */
const within = /^#./u;

/** Turned round or upside down, so that other digits are seen. */
const turned =
  /^-|(?:scale(?:x|y|3d)?|matrix(?:3d)?)\(\s*-|scale\([^(),]*,\s*-|(?:^|rotate[yz]?\()\s*-?(?:180deg|0?\.5turn|3\.14)/u;

const crossedOut = new Set(['s', 'strike', 'del']);
const raisedTags = new Set(['sup', 'sub']);
const smallest = 2;

/** Tags that themselves say how what they hold is shown. */
const telling = new Set([...crossedOut, ...raisedTags, 'font', 'bdo', 'a', 'small']);
const telltale = new Set(['role', 'bgcolor', 'background']);

interface Seen {
  readonly around: PageLook;
  readonly inline: boolean;
  readonly look: PageLook;
}
/** The last look of elements that say it by their style alone: nearly all cells of a table are alike. */
const seen = new WeakMap<Declarations, Seen>();

/** Painted in the colour of its letters. */
const isOfItsInk = (said: Declarations): boolean =>
  (said.get('background-color') ?? said.get('background')) === 'currentcolor';

/** `inline`: it stands in a line, where `vertical-align` raises it. */
export function pageLookOf(element: Element, said: Declarations, around: PageLook, inline: boolean): PageLook {
  if (telling.has(element.tagName) || element.attrs.some(({ name }) => telltale.has(name)))
    return lookIn(element, said, around, inline);
  if (said.size === 0) return around;
  const known = seen.get(said);
  if (known?.around === around && known.inline === inline) return known.look;
  const look = lookIn(element, said, around, inline);
  seen.set(said, { around, inline, look });
  return look;
}

function lookIn(element: Element, said: Declarations, around: PageLook, inline: boolean): PageLook {
  const tag = element.tagName;
  if (said.size === 0 && !telling.has(tag) && !isPaintedByAttribute(element)) return around;
  const decoration = `${said.get('text-decoration') ?? ''} ${said.get('text-decoration-line') ?? ''}`;
  const undecorated = /\bnone\b/u.test(decoration);
  const align = inline ? said.get('vertical-align') : undefined;
  const level = align === 'baseline' || isZero(align);
  const size = said.get('font-size');
  const visibility = said.get('visibility');
  const color = said.get('color') ?? (tag === 'font' ? attribute(element, 'color')?.toLowerCase() : undefined);
  const family = said.get('font-family') ?? (tag === 'font' ? attribute(element, 'face') : undefined);
  const drawn = drawingOf(said);
  const backwards =
    (tag === 'bdo' && attribute(element, 'dir')?.toLowerCase() === 'rtl') ||
    (said.get('direction') === 'rtl' && /override/u.test(said.get('unicode-bidi') ?? ''));
  const turnedRound = ['transform', 'scale', 'rotate'].some((name) => turned.test(said.get(name) ?? ''));
  const fill = said.get('-webkit-text-fill-color') ?? said.get('text-fill-color') ?? color;
  const target = tag === 'a' ? (attribute(element, 'href') ?? '') : '';
  const noteReference = toNote.test(target) || /^doc-(?:noteref|footnote)$/u.test(attribute(element, 'role') ?? '');
  const ink = (fill === undefined ? null : colourIn(fill)) ?? around.color;
  return {
    invisible: visibility === undefined ? around.invisible : /^(?:hidden|collapse)$/u.test(visibility),
    gone: around.gone || drawn.isGone || (fill !== undefined && isTransparent(fill)),
    zero: size === undefined || /(?:em|%)$/u.test(size) ? around.zero || isZero(size) : isZero(size),
    struck: around.struck || decoration.includes('line-through') || (crossedOut.has(tag) && !undecorated),
    mark:
      around.mark ||
      align === 'super' ||
      align === 'sub' ||
      noteReference ||
      /^(?:super|sub)$/u.test(said.get('font-variant-position') ?? said.get('font-variant') ?? '') ||
      /\b(?:sups|subs|sinf|ordn)\b/u.test(said.get('font-feature-settings') ?? '') ||
      (raisedTags.has(tag) && !level),
    // Raised by hand, laid level though it is a note, or deleted and shown all the same.
    unclear:
      around.unclear ||
      said.has(maybe) ||
      within.test(target) ||
      drawn.isMoved ||
      /^(?!none\b)./u.test(said.get('clip-path') ?? '') ||
      said.get('mso-hide') === 'all' ||
      (raisedTags.has(tag) && level) ||
      (crossedOut.has(tag) && undecorated) ||
      /^(?:text-top|text-bottom|top|bottom)$/u.test(align ?? '') ||
      (align !== undefined && /^[+-]?[\d.]*[1-9]/u.test(align)),
    garbled: around.garbled || drawn.isGarbled,
    backwards: around.backwards || backwards || turnedRound,
    format: said.get('mso-number-format') ?? around.format,
    size: (sizeOf(element, said, around.size) ?? around.size) * drawn.magnified,
    color: ink,
    ground: isOfItsInk(said) ? ink || '000000' : (groundIn(said, element) ?? around.ground),
    families: family === undefined || family === 'inherit' ? around.families : familiesIn(family),
  };
}
