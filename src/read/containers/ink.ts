/** Whether letters can be seen on what is painted behind them. */
import type { AsideKind } from './runs';

/** Six hexadecimal digits in lower case; '' where nothing says a colour: letters then are dark, and the ground is white. */
export type Colour = string;

/** Of a ground that is not known: a picture, a pattern, a style sheet that is not in the file. */
export const unknownGround = '?';

/** Of letters to which something outside the file may give another colour than black. */
export const unknownInk = '?';

const white = 'ffffff';
const black = '000000';
/** Ratios of brightness, 1 for equal ones and 21 for black and white. Source: WCAG 2.2, contrast ratio. */
const leastSeen = 1.2;
const leastPlain = 1.6;
/** Letters of which less is seen may be lost on a ground that is not known. */
const leastInk = 0.4;

function brightness(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Colour, other: Colour): number {
  const [low = 0, high = 0] = [brightness(one), brightness(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** True for a ground on which white letters are plain to see. */
export const isDarkGround = (ground: Colour): boolean => ground !== '' && contrast(white, ground) >= leastPlain;

/** What is seen of letters (1: all, 0: nothing) on a ground: their colour, or null where the ground is not known. */
export function inkThrough(letters: Colour, ground: Colour, seen: number): Colour | null {
  if (seen >= 1) return letters;
  if (ground === unknownGround || letters === unknownGround) return seen < leastInk ? null : letters;
  return mixed(letters || black, ground, seen);
}

/** So much of one colour over the other. Neither may be the unknown ground. */
export function mixed(colour: Colour, over: Colour, part: number): Colour {
  const channel = (at: number): string => {
    const [own = 0, other = 0] = [colour, over === '' ? white : over].map((one) =>
      Number.parseInt(one.slice(at, at + 2), 16),
    );
    return Math.round(own * part + other * (1 - part))
      .toString(16)
      .padStart(2, '0');
  };
  return channel(0) + channel(2) + channel(4);
}

/** A file has few pairs of colours, and asks for each at every run. */
const known = new Map<string, AsideKind | null>();
const mostKnown = 1_000;

/** What letters of this colour are on this ground: `faint` where they may be seen and may not. */
export function inkAside(letters: Colour, ground: Colour): AsideKind | null {
  if (letters === '') return null;
  const key = `${letters} ${ground}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const aside = asideOfInk(letters, ground);
  if (known.size >= mostKnown) known.clear();
  known.set(key, aside);
  return aside;
}

function asideOfInk(letters: Colour, ground: Colour): AsideKind | null {
  if (letters === unknownInk)
    return ground !== '' && ground !== unknownGround && contrast(black, ground) < leastPlain ? 'faint' : null;
  if (ground === unknownGround) return contrast(letters, white) < leastPlain ? 'faint' : null;
  // White on white is how a ground looks that this reader does not see.
  if (letters === ground && letters !== white) return 'hidden';
  const seen = contrast(letters, ground === '' ? white : ground);
  return seen < leastSeen ? 'unseen' : seen < leastPlain ? 'faint' : null;
}

/** Typefaces that show pictures or bars for digits. */
const pictures =
  /^(?:wingdings|webdings|marlett|zapf ?dingbats|bookshelf symbol|ms reference specialty|ms outlook|mt extra|segoe (?:mdl2|fluent)|hololens|idautomation|libre barcode|free 3 of 9)|bar ?code|\bcode ?(?:39|93|128)\b/iu;

/** True for a typeface in which nobody reads digits. */
export const showsPictures = (typeface: string): boolean => pictures.test(typeface);
