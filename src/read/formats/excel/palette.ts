/** The colours that workbooks name by numbers. */
import { black, patterned, shadeOf, white, type Shade } from './look';

/** The 56 colours of a workbook that has none of its own, from number 8 on. Source: [MS-XLS] 2.5.161, ECMA-376 part 1, 18.8.27. */
const usual =
  '000000ffffffff000000ff000000ffffff00ff00ff00ffff800000008000000080808000800080008080' +
  'c0c0c08080809999ff993366ffffccccffff660066ff80800066ccccccff000080ff00ffffff0000ffff' +
  '8000808000000080800000ff00ccffccffffccffccffff9999ccffff99cccc99ffffcc993366ff33cccc' +
  '99cc00ffcc00ff9900ff6600666699969696003366339966003300333300993300993366333399333333';

const colourLength = 6;
const firstOwn = 8;

/** The colours of a workbook by their numbers. */
export class Palette {
  /** `own`: all its colours from `from` on, where it changes them. */
  constructor(
    private readonly own: readonly Shade[] = [],
    private readonly from = 0,
  ) {}

  /** The first eight are those that follow, once more; 64 and 65 are what letters and grounds have of themselves. */
  shade(index: number): Shade {
    const changed = this.own[index - this.from];
    if (changed !== undefined) return changed;
    if (index === 64 || index > 65) return black;
    if (index === 65) return white;
    const at = (index < firstOwn ? index : index - firstOwn) * colourLength;
    return usual.slice(at, at + colourLength) || black;
  }
}

/** Those of a theme that says none, in the order in which colours number them. ECMA-376 part 1, 20.1.6.2. */
const usualTheme: readonly Shade[] = [
  white,
  black,
  ...['e7e6e6', '44546a', '4472c4', 'ed7d31', 'a5a5a5', 'ffc000', '5b9bd5', '70ad47', '0563c1', '954f72'],
];

const schemeBegin = /<(?:\w{1,40}:)?clrScheme\b/u;
const schemeEnd = /<\/(?:\w{1,40}:)?clrScheme>/u;
const member =
  /<(?:\w+:)?(dk1|lt1|dk2|lt2|accent[1-6]|hlink|folHlink)>\s*<(?:\w+:)?\w+\s[^<>]*?(?:lastClr|val)="([\dA-Fa-f]{6})"/gu;
/** In a theme dark comes before light; those who number its colours turn each pair round. */
const numbered = ['lt1', 'dk1', 'lt2', 'dk2', ...[1, 2, 3, 4, 5, 6].map((at) => `accent${at}`), 'hlink', 'folHlink'];
const longestTheme = 200_000;

/** The colours of a theme by their numbers; those of the usual one where it says none. */
export function themeColours(xml: string): readonly Shade[] {
  const text = xml.slice(0, longestTheme);
  const begin = text.search(schemeBegin);
  const length = begin === -1 ? -1 : text.slice(begin).search(schemeEnd);
  const written = length === -1 ? '' : text.slice(begin, begin + length);
  const named = new Map([...written.matchAll(member)].map(([, name = '', rgb = '']) => [name, shadeOf(rgb)]));
  return numbered.map((name, index) => named.get(name) ?? usualTheme[index] ?? black);
}

/** A colour made lighter (`tint` up to 1) or darker (down to -1). ECMA-376 part 1, 18.8.19. */
export function tinted(shade: Shade, tint: number): Shade {
  if (tint === 0 || shade === patterned || !Number.isFinite(tint)) return shade;
  const parts = [0, 2, 4].map((at) => Number.parseInt(shade.slice(at, at + 2), 16) / 255);
  const [most, least] = [Math.max(...parts), Math.min(...parts)];
  const light = (most + least) / 2;
  const aim = Math.min(1, Math.max(0, tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint));
  const reach = (at: number): number => 1 - Math.abs(2 * at - 1);
  // Hue and saturation stay: how far each part lies from the middle goes with what that lightness allows.
  const factor = reach(light) === 0 ? 0 : reach(aim) / reach(light);
  return parts
    .map((part) => Math.round(Math.min(1, Math.max(0, aim + (part - light) * factor)) * 255))
    .map((level) => level.toString(16).padStart(2, '0'))
    .join('');
}
