/** Colours of a workbook file as `#RRGGBB`. Source: ECMA-376 part 1, 18.8.3 (color) and 18.8.27 (indexed colours). */
import { childOf, flag, numberIn, type Element } from './xml';

/** The palette from before themes, from index 8 on; 0 to 7 are its first eight. */
const palette = (
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 ' +
  'C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF ' +
  '800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC ' +
  '99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333'
).split(' ');

/** Office's own theme, for files without one, in the order of `theme` numbers. */
const officeTheme = 'FFFFFF 000000 E7E6E6 44546A 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72'.split(' ');

const named = (colours: readonly string[], index: number): string | null => {
  const colour = colours[index];
  return colour === undefined ? null : `#${colour}`;
};

/** Theme numbers count light before dark; the theme lists dark before light. */
const order = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

export type Theme = readonly string[];

export function themeOf(tree: Element | null): Theme {
  const scheme = childOf(childOf(tree, 'themeElements'), 'clrScheme');
  return order.map((name, index) => {
    const colour = childOf(scheme, name);
    const rgb = childOf(colour, 'srgbClr')?.attributes['val'] ?? childOf(colour, 'sysClr')?.attributes['lastClr'];
    return rgb === undefined ? (named(officeTheme, index) ?? '#000000') : `#${rgb.toUpperCase()}`;
  });
}

/** A tint of -1 to 1 moves the lightness towards black or white. */
function tinted(colour: string, tint: number): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const most = Math.max(red, green, blue);
  const least = Math.min(red, green, blue);
  const light = (most + least) / 2;
  const wanted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const range = most - least;
  const saturation = range === 0 ? 0 : range / (1 - Math.abs(2 * light - 1));
  // Hue and saturation stay, so each channel keeps its place between the darkest and the lightest.
  const spread = saturation * (1 - Math.abs(2 * wanted - 1));
  const channel = (value: number): string => {
    const place = range === 0 ? 0.5 : (value - least) / range;
    const level = Math.round(255 * (wanted - spread / 2 + spread * place));
    return Math.min(255, Math.max(0, level)).toString(16).padStart(2, '0');
  };
  return `#${channel(red)}${channel(green)}${channel(blue)}`.toUpperCase();
}

/** Null for the automatic colour and for none. */
export function colourOf(element: Element | null, theme: Theme): string | null {
  if (element === null || flag(element, 'auto')) return null;
  const { rgb } = element.attributes;
  const number = numberIn(element, 'theme');
  const index = numberIn(element, 'indexed');
  const plain =
    rgb !== undefined
      ? `#${rgb.slice(-6).toUpperCase()}`
      : number !== null
        ? (theme[number] ?? null)
        : index === null
          ? null
          : named(palette, index < 8 ? index : index - 8);
  const tint = numberIn(element, 'tint') ?? 0;
  return plain === null || tint === 0 ? plain : tinted(plain, tint);
}
