/** How a cell looks, as far as it decides what the cell says. */
import type { FontAside } from './fonts';
import { generalFormat, type CellFormat } from './shown';

export interface CellLook {
  readonly format: CellFormat;
  readonly aside: FontAside;
  /** Letters as white as the ground, or too small: what stands there nobody sees. */
  readonly unseen: boolean;
}

export const plainLook: CellLook = { format: generalFormat, aside: null, unseen: false };
