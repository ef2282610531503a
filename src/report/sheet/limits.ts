/** Where a worksheet of Excel ends. */
import type { SheetContent } from './workbook';

export const sheetLimits = { rows: 1_048_576, columns: 16_384, characters: 32_767 } as const;

const isTooLong = (value: unknown): boolean => typeof value === 'string' && value.length > sheetLimits.characters;

/** Whether Excel has no room for a sheet: too many rows or columns, or a text that no cell holds. It would be cut off, or refused halfway. */
export const exceedsExcel = ({ rows, widths }: SheetContent): boolean =>
  rows.length > sheetLimits.rows || widths.length > sheetLimits.columns || rows.some((row) => row.some(isTooLong));
