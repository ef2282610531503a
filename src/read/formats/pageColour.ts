/** The colours of a page: of letters, and of what is painted behind them. */
import { mixed, unknownGround, type Colour } from '../containers/ink';
import { attribute, isTransparent, opacityOf, type Declarations, type Element } from './pageStyle';

/** The names that people and editors use. */
const named: Readonly<Record<string, Colour>> = {
  white: 'ffffff',
  snow: 'fffafa',
  ivory: 'fffff0',
  ghostwhite: 'f8f8ff',
  whitesmoke: 'f5f5f5',
  floralwhite: 'fffaf0',
  mintcream: 'f5fffa',
  azure: 'f0ffff',
  aliceblue: 'f0f8ff',
  seashell: 'fff5ee',
  black: '000000',
  gray: '808080',
  grey: '808080',
  dimgray: '696969',
  darkgray: 'a9a9a9',
  lightgray: 'd3d3d3',
  lightgrey: 'd3d3d3',
  gainsboro: 'dcdcdc',
  silver: 'c0c0c0',
  red: 'ff0000',
  darkred: '8b0000',
  crimson: 'dc143c',
  maroon: '800000',
  orange: 'ffa500',
  yellow: 'ffff00',
  lightyellow: 'ffffe0',
  green: '008000',
  darkgreen: '006400',
  lime: '00ff00',
  olive: '808000',
  teal: '008080',
  aqua: '00ffff',
  cyan: '00ffff',
  blue: '0000ff',
  navy: '000080',
  darkblue: '00008b',
  royalblue: '4169e1',
  steelblue: '4682b4',
  lightblue: 'add8e6',
  skyblue: '87ceeb',
  purple: '800080',
  fuchsia: 'ff00ff',
  magenta: 'ff00ff',
  pink: 'ffc0cb',
  brown: 'a52a2a',
};

/** Red, green and blue, each from 0 to 255. */
const ofParts = (parts: readonly number[]): Colour =>
  parts
    .map((part) => Math.min(255, Math.max(0, Number.isFinite(part) ? Math.round(part) : 0)))
    .map((part) => part.toString(16).padStart(2, '0'))
    .join('');

/** A hue in degrees, with its saturation and lightness from 0 to 1. Source: CSS Color 4, 7.1. */
const ofHue = (hue: number, saturation: number, lightness: number): Colour =>
  ofParts(
    [0, 8, 4].map((n) => {
      const k = (n + hue / 30) % 12;
      const reach = saturation * Math.min(lightness, 1 - lightness);
      return 255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1)));
    }),
  );

const keeps = /^(?:inherit|unset|currentcolor)$/u;

/** From black (0) to white (1), as the eye has it. Of colours by their lightness no more is needed: they are seen or not. */
const ofLightness = (lightness: number): Colour => {
  const light = Math.min(1, Math.max(0, lightness)) ** 3;
  return ofParts(
    Array.from({ length: 3 }, () => 255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055)),
  );
};

/** `lab`, `lch` and those beside them: first of all they say how light a colour is. */
const byLightness = /^(ok)?(?:lab|lch)\(\s*([\d.]+)(%?)/u;
const bySpace = /^color\(\s*(?:srgb|display-p3|a98-rgb|rec2020)\s+([\d.]+)(%?)\s+([\d.]+)(%?)\s+([\d.]+)(%?)/u;
/** The first of two is that of a page by day. */
const byDay = /^light-dark\(\s*([^()\s,]+|[a-z-]+\([^()]*\))\s*,/u;
const ofTwo =
  /^color-mix\(\s*in [a-z0-9-]+(?: [a-z]+ hue)?\s*,\s*([^()\s,]+|[a-z-]+\([^()]*\))(?:\s+([\d.]+)%)?\s*,\s*([^()\s,]+|[a-z-]+\([^()]*\))(?:\s+([\d.]+)%)?\s*\)$/u;

/** Colours of newer kinds; null for one that is not understood. */
function newColourIn(text: string): Colour | null {
  const [, ok, light, sign] = byLightness.exec(text) ?? [];
  if (light !== undefined) return ofLightness(Number(light) / (sign === '%' || ok === undefined ? 100 : 1));
  const parts = bySpace.exec(text);
  if (parts !== null) return ofParts([1, 3, 5].map((at) => Number(parts[at]) * (parts[at + 1] === '%' ? 2.55 : 255)));
  const [, day] = byDay.exec(text) ?? [];
  if (day !== undefined) return colourIn(day);
  const mix = ofTwo.exec(text);
  if (mix === null) return null;
  const [one, other] = [colourIn(mix[1] ?? ''), colourIn(mix[3] ?? '')];
  const first = mix[2] ?? (mix[4] === undefined ? '50' : String(100 - Number(mix[4])));
  return one === null || other === null ? null : mixed(one, other, Math.min(100, Number(first)) / 100);
}

/** Null for one that is not understood, or that is the one around. */
export function colourIn(value: string): Colour | null {
  const text = value.trim();
  const known = named[text];
  if (known !== undefined) return known;
  const [, short] = /^#([\da-f]{3})[\da-f]?$/u.exec(text) ?? [];
  if (short !== undefined) return Array.from(short, (digit) => digit + digit).join('');
  const [, long] = /^#?([\da-f]{6})(?:[\da-f]{2})?$/u.exec(text) ?? [];
  if (long !== undefined) return long;
  const hue = /^hsla?\(\s*([\d.]+)(?:deg)?[\s,]+([\d.]+)%[\s,]+([\d.]+)%/u.exec(text);
  if (hue !== null) return ofHue(Number(hue[1]), Number(hue[2]) / 100, Number(hue[3]) / 100);
  if (/^[a-z-]+\(/u.test(text) && !text.startsWith('rgb')) return newColourIn(text);
  const [, list = ''] = /^rgba?\(([^()]*)\)$/u.exec(text) ?? [];
  const parts = list.split(/[\s,/]+/u).filter((part) => part !== '');
  if (parts.length < 3) return null;
  return ofParts(
    parts.slice(0, 3).map((part) => (part.endsWith('%') ? Number.parseFloat(part) * 2.55 : Number.parseFloat(part))),
  );
}

/** A colour, a function with what is in its brackets, or a word. */
const pieces = /[a-z-]+\([^()]*(?:\([^()]*\)[^()]*)*\)|[^\s,]+/gu;

const painted = new Map<string, Colour | null>();
const mostPainted = 500;

/** What a value paints; null where it lets the ground around be seen. Cells of a page mostly have the same few. */
function paintedBy(value: string): Colour | null {
  const known = painted.get(value);
  if (known !== undefined) return known;
  const made = paintIn(value);
  if (painted.size >= mostPainted) painted.clear();
  painted.set(value, made);
  return made;
}

function paintIn(value: string): Colour | null {
  if (/url\(|gradient\(|image|var\(|element\(/u.test(value)) return unknownGround;
  let unknown = false;
  for (const [piece] of value.matchAll(pieces)) {
    if (isTransparent(piece) || /^(?:none|initial|revert)$/u.test(piece) || keeps.test(piece)) continue;
    const colour = colourIn(piece);
    if (colour !== null) return opacityOf(piece) < 1 ? unknownGround : colour;
    if (/^(?:[a-z]+$|color|lab|lch|oklab|oklch|hwb)/u.test(piece) && !placing.test(piece)) unknown = true;
  }
  return unknown ? unknownGround : null;
}
/** Words of `background` that speak of a picture alone. */
const placing =
  /^(?:repeat|no-repeat|repeat-x|repeat-y|scroll|fixed|local|center|left|right|top|bottom|cover|contain|auto|space|round|border-box|padding-box|content-box|text)$/u;

/** Elements that old pages paint by an attribute. */
const painting = new Set(['body', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th']);

/** True where an attribute may say what an element paints. */
export const isPaintedByAttribute = (element: Element): boolean =>
  painting.has(element.tagName) && element.attrs.some(({ name }) => name === 'bgcolor' || name === 'background');

/** What an element paints behind its letters; null where that is what stands around it. */
export function groundIn(said: Declarations, element: Element): Colour | null {
  const picture = said.get('background-image') ?? 'none';
  if (picture !== 'none' && paintedBy(picture) === unknownGround) return unknownGround;
  const own = said.get('background-color');
  const whole = said.get('background');
  const byStyle = (own === undefined ? null : paintedBy(own)) ?? (whole === undefined ? null : paintedBy(whole));
  if (byStyle !== null || own !== undefined || whole !== undefined) return byStyle;
  if (!isPaintedByAttribute(element)) return null;
  if (attribute(element, 'background') !== undefined) return unknownGround;
  const plain = attribute(element, 'bgcolor')?.toLowerCase();
  return plain === undefined ? null : (colourIn(plain) ?? unknownGround);
}
