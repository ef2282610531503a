/** The ways in which a page draws a text where or as nobody sees it. */
import { isTransparent, type Declarations } from './pageStyle';

export const isZero = (value: string | undefined): boolean =>
  value !== undefined && /^[+-]?(?:0+|0*\.0+)(?:[a-z]+|%)?$/u.test(value);
export const pixels = (value: string | undefined): number => {
  const match = /^(-?[\d.]+)(px|pt|em|rem|%)?$/u.exec(value ?? '');
  if (match === null) return NaN;
  const size = Number(match[1]);
  return match[2] === 'em' || match[2] === 'rem' ? size * 16 : match[2] === '%' ? NaN : size;
};

/** As far beyond an edge as no cell reaches, in pixels. */
const offScreen = 300;
const isFarOff = (value: string | undefined): boolean =>
  pixels(value) <= -offScreen || Number.parseFloat(/^-[\d.]+(?=%)/u.exec(value ?? '')?.[0] ?? '0') <= -100;

const isFarMoved = (said: Declarations): boolean =>
  Array.from(
    `${said.get('translate') ?? ''} ${/translate[^)]*/u.exec(said.get('transform') ?? '')?.[0] ?? ''}`.matchAll(
      /-?[\d.]+(?:px|pt|r?em)?/gu,
    ),
    ([value]) => Math.abs(pixels(value)),
  ).some((by) => by >= offScreen);

/** A number, or a part of a hundred; 1 where it is neither. */
const part = (value: string | undefined): number => {
  const [, amount, sign] = /^([\d.]+)(%?)$/u.exec(value ?? '') ?? [];
  return amount === undefined ? 1 : Number(amount) / (sign === '%' ? 100 : 1);
};

const leastOpaque = 0.1;

/** Of what is cut at its edges so much shows no figure, in pixels; of a line that may not break, so much. */
const lowest = 4;
const narrowest = 12;
/** Turned so that its edge is seen. */
const edgewise = /rotate[xy]\(\s*-?(?:90deg|270deg|0?\.25turn|100grad|1\.57)|^[xy]\s+-?90deg/u;

/** Hidden by its place or its size, as texts for other readers than the eye are. */
function isOutOfSight(said: Declarations): boolean {
  const position = said.get('position') ?? '';
  const taken = /^(?:absolute|fixed)$/u.test(position);
  const small =
    ['width', 'height', 'max-width', 'max-height'].some((name) => Math.abs(pixels(said.get(name))) <= lowest) ||
    /^(?:0[a-z%]*|1px)$/u.test(said.get('line-height') ?? '');
  const cut = ['overflow', 'overflow-x', 'overflow-y'].some((name) => /hidden|clip/u.test(said.get(name) ?? ''));
  if (taken && (said.has('clip') || said.has('clip-path'))) return true;
  if (/^(?:inset\((?:[5-9]\d|100)%|circle\(0)/u.test(said.get('clip-path') ?? '')) return true;
  if (/\bopacity\(\s*(?:0+(?:\.0*)?%?\s*|\.0*%?\s*)?\)/u.test(said.get('filter') ?? '')) return true;
  if (said.get('content-visibility') === 'hidden' || /\bstrict\b/u.test(said.get('contain') ?? '')) return true;
  if (['transform', 'rotate'].some((name) => edgewise.test(said.get(name) ?? ''))) return true;
  if (cut && said.get('white-space') === 'nowrap' && pixels(said.get('width') ?? said.get('max-width')) <= narrowest)
    return true;
  if (
    /^0+$|\bscale(?:3d|x|y)?\(\s*(?:0+(?:\.0*)?\s*|\.0*\s*)?[,)]/u.test(
      said.get('scale') ?? said.get('transform') ?? '',
    )
  )
    return true;
  const places = ['left', 'top', 'right', 'bottom'];
  if ((taken || position === 'relative') && places.some((name) => isFarOff(said.get(name)))) return true;
  if (['text-indent', 'margin-left', 'margin-top', 'margin-right'].some((name) => isFarOff(said.get(name))))
    return true;
  return (small && cut) || isFarMoved(said) || part(said.get('opacity')) < leastOpaque;
}

/** How much smaller or larger than it is set an element is drawn. */
function magnified(said: Declarations): number {
  const [, scaled] = /\bscale(?:3d|x|y)?\(\s*([\d.]+)/u.exec(said.get('transform') ?? '') ?? [];
  return part(said.get('zoom')) * part(said.get('scale')) * (scaled === undefined ? 1 : Number(scaled));
}

/** Raised or lowered by hand. */
function isMoved(said: Declarations): boolean {
  const isSaid = (name: string): boolean => /[1-9]/u.test(said.get(name) ?? '');
  if (said.get('position') === 'relative' && ['top', 'bottom'].some(isSaid)) return true;
  if (/translate(?:y|3d)?\([^)]{0,200}[1-9]/u.test(said.get('transform') ?? '') || isSaid('translate')) return true;
  return said.get('display') === 'inline-block' && ['margin-top', 'margin-bottom', 'padding-bottom'].some(isSaid);
}

/** Digits set so close that they lie on each other, in pixels. */
const closest = -4;

/** What makes letters so light, so blurred or so alike to their ground that nobody knows whether they are seen. */
const veiling =
  /\b(?:invert|blur)\(\s*(?!0(?:px|%)?\s*\))|\b(?:contrast|brightness)\(\s*(?!1(?:\.0*)?\s*\)|100%\s*\))/u;
const plainBlend = /^(?:normal|multiply|darken|initial|inherit)$/u;

/** Digits that lie on each other, show only in part, or as dots. */
const isGarbled = (said: Declarations): boolean =>
  veiling.test(said.get('filter') ?? '') ||
  !plainBlend.test(said.get('mix-blend-mode') ?? 'normal') ||
  !/^(?:none)?$/u.test(said.get('-webkit-text-security') ?? '') ||
  !/^(?:none|auto|normal)?$/u.test(said.get('offset-path') ?? '') ||
  pixels(said.get('letter-spacing')) <= closest ||
  ['mask', 'mask-image', '-webkit-mask', '-webkit-mask-image'].some((name) => /\(/u.test(said.get(name) ?? ''));

interface Drawn {
  readonly isGone: boolean;
  readonly isMoved: boolean;
  readonly isGarbled: boolean;
  /** How much smaller or larger than it is set. */
  readonly magnified: number;
}

const asSet: Drawn = { isGone: false, isMoved: false, isGarbled: false, magnified: 1 };
/** What nearly every element says: of these none draws it elsewhere. */
const plain: ReadonlySet<string> = new Set([
  'color',
  'background',
  'background-color',
  'font-size',
  'font-family',
  'display',
  'line-height',
  'vertical-align',
  'border',
  'list-style',
  'padding',
  'margin',
  'text-decoration',
]);

/** Where and how an element is drawn. */
export function drawingOf(said: Declarations): Drawn {
  let isPlain = true;
  for (const name of said.keys()) isPlain &&= plain.has(name);
  return isPlain
    ? asSet
    : { isGone: isOutOfSight(said), isMoved: isMoved(said), isGarbled: isGarbled(said), magnified: magnified(said) };
}

/** Drawn beside the place that it has in its line: digits beside it may be seen in another order. */
export const isShifted = (said: Declarations): boolean =>
  (said.get('position') === 'relative' &&
    ['left', 'right', 'inset', 'inset-inline'].some((side) => /[1-9]/u.test(said.get(side) ?? ''))) ||
  /translate(?:x|3d)?\(\s*-?[\d.]*[1-9]/u.test(said.get('transform') ?? '') ||
  /^-?[\d.]*[1-9]/u.test(said.get('translate') ?? '');

/** Something painted that lies on what stands around it. */
export const liesOver = (said: Declarations): boolean =>
  /^(?:absolute|fixed)$/u.test(said.get('position') ?? '') &&
  ['background', 'background-color'].some((name) => {
    const value = said.get(name);
    return value !== undefined && !/^(?:none|initial|inherit)\b/u.test(value) && !isTransparent(value);
  });
