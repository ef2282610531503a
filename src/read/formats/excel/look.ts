/** How a cell looks, as far as it decides what the cell says. */
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
}

export const plainLook: CellLook = { format: generalFormat, aside: null, unseen: false, crossed: false };

/** Of a row in points, of a column in characters: of what is lower or narrower nothing is seen. */
export const leastSize = { ht: 2, width: 0.5 } as const;

/** The colour of letters, or of the ground behind them: of two that are the same nothing is seen. */
export type Shade = string;

export const white: Shade = 'white';
export const black: Shade = 'black';
/** A ground of more than one colour. */
export const patterned: Shade = 'patterned';

/** Of each of red, green and blue: a paler colour is not seen on white. */
const palest = 0xf0;
const darkest = 0x10;

/** A shade by its red, green and blue in hexadecimal figures, whatever stands before the last six. */
export function shadeOf(rgb: string): Shade {
  const parts = /([\dA-F]{2})([\dA-F]{2})([\dA-F]{2})$/iu.exec(rgb)?.slice(1) ?? [];
  const levels = parts.map((part) => Number.parseInt(part, 16));
  if (levels.length === 0) return black;
  if (levels.every((level) => level >= palest)) return white;
  return levels.every((level) => level <= darkest) ? black : parts.join('').toUpperCase();
}
