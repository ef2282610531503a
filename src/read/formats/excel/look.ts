/** How a cell looks, as far as it decides what the cell says. */
import type { FontAside } from './fonts';
import { generalFormat, type CellFormat } from './shown';

export interface CellLook {
  readonly format: CellFormat;
  readonly aside: FontAside;
}

export const plainLook: CellLook = { format: generalFormat, aside: null };
