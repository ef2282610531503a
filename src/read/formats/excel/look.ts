/** How a cell looks, as far as it decides what the cell says. */
import { inkAside, unknownGround, type Colour } from '../../containers/ink';
import type { FontAside } from './fonts';
import { generalFormat, type CellFormat } from './shown';

export interface CellLook {
  readonly format: CellFormat;
  readonly aside: FontAside;
  /** Letters as pale as the ground, or too small: what stands there nobody sees. */
  readonly unseen: boolean;
  /** A line from corner to corner: what stands there may be struck out by it. */
  readonly crossed: boolean;
  /** Nobody can tell whether it looks so, or otherwise. */
  readonly unsure?: true;
  /** What stands there is shown over the blank cells behind it too that look so, in the middle of them all. */
  readonly across?: true;
  /** A line at its left: as the boxes of the form are drawn, what stands before it is none of its own. */
  readonly lined?: true;
  /** What is painted behind it. */
  readonly ground: Shade;
}

/** Of a row in points, of a column in characters: of what is lower or narrower nothing is seen. */
export const leastSize = { ht: 2, width: 0.5 } as const;

/** The colour of letters, or of the ground behind them. */
export type Shade = Colour;

export const white: Shade = 'ffffff';
export const black: Shade = '000000';
/** A ground of more than one colour, or of one that the file does not say. */
export const patterned: Shade = unknownGround;

export const plainLook: CellLook = {
  format: generalFormat,
  aside: null,
  unseen: false,
  crossed: false,
  ground: white,
};

/** A shade by its red, green and blue in hexadecimal figures, whatever stands before the last six. */
export const shadeOf = (rgb: string): Shade => /[\dA-F]{6}$/iu.exec(rgb)?.[0].toLowerCase() ?? black;

/** True where letters are so like their ground that nobody sees them. */
export function isUnseenOn(ink: Shade, ground: Shade): boolean {
  if (ground === patterned || ink === patterned) return false;
  const aside = inkAside(ink, ground);
  return aside === 'hidden' || aside === 'unseen';
}
