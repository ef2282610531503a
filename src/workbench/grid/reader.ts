/** What stands in the cells that Univer shows. */
import { FormulaDataModel } from '@univerjs/preset-sheets-core';
import type { Injector, Workbook } from '@univerjs/core';
import { unitId } from './painter';
import { is, styleKey } from './styles';
import type { GridReader } from './translation';

export function gridReader(workbook: Workbook, injector: Injector): GridReader {
  const formulaAt = (sheetId: string, row: number, column: number): string | null =>
    injector.get(FormulaDataModel).getFormulaStringByCell(row, column, sheetId, unitId) ?? null;
  return {
    cell(sheetId, row, column) {
      const sheet = workbook.getSheetBySheetId(sheetId);
      const cell = sheet?.getCellRaw(row, column) ?? null;
      const style = workbook.getStyles().getStyleByCell(cell) ?? {};
      const rich = cell?.p?.body?.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
      const shared = cell?.si === undefined || cell.si === null ? null : formulaAt(sheetId, row, column);
      const value = rich ?? cell?.v ?? null;
      return {
        drawing: {
          value: typeof value === 'boolean' ? Number(value) : value,
          truth: value !== null && is(cell?.t, 3),
          formula: cell?.f ?? shared,
          style,
          look: styleKey(style),
        },
        literal: is(cell?.t, 4),
      };
    },
  };
}
