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

/** Hidden by its place or its size, as texts for other readers than the eye are. */
function isOutOfSight(said: Declarations): boolean {
  const position = said.get('position') ?? '';
  const taken = /^(?:absolute|fixed)$/u.test(position);
  const small =
    ['width', 'height', 'max-width', 'max-height'].some((name) => Math.abs(pixels(said.get(name))) <= 1) ||
    /^(?:0[a-z%]*|1px)$/u.test(said.get('line-height') ?? '');
  const cut = ['overflow', 'overflow-x', 'overflow-y'].some((name) => /hidden|clip/u.test(said.get(name) ?? ''));
  if (taken && (said.has('clip') || said.has('clip-path'))) return true;
  if (/^(?:inset\((?:[5-9]\d|100)%|circle\(0)/u.test(said.get('clip-path') ?? '')) return true;
  if (/\bopacity\(\s*(?:0+(?:\.0*)?%?\s*|\.0*%?\s*)?\)/u.test(said.get('filter') ?? '')) return true;
  if (said.get('content-visibility') === 'hidden') return true;
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

/** Digits that lie on each other, or show only in part. */
const isGarbled = (said: Declarations): boolean =>
  pixels(said.get('letter-spacing')) <= closest ||
  ['mask', 'mask-image', '-webkit-mask', '-webkit-mask-image'].some((name) => /\(/u.test(said.get(name) ?? ''));

export interface Drawn {
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
export function drawnBy(said: Declarations): Drawn {
  let isPlain = true;
  for (const name of said.keys()) isPlain &&= plain.has(name);
  return isPlain
    ? asSet
    : { isGone: isOutOfSight(said), isMoved: isMoved(said), isGarbled: isGarbled(said), magnified: magnified(said) };
}

/** Something painted that lies on what stands around it. */
export const liesOver = (said: Declarations): boolean =>
  /^(?:absolute|fixed)$/u.test(said.get('position') ?? '') &&
  ['background', 'background-color'].some((name) => {
    const value = said.get(name);
    return value !== undefined && !/^(?:none|initial|inherit)\b/u.test(value) && !isTransparent(value);
  });
