/** Worksheets as a host reads them, laid out as the project lays them out. */
import type { Edition } from '../../src/report/edition';
import type { FigureId } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { amountUnitWords, reportTitle, sheetLayout } from '../../src/report/sheet/sheet';
import type { SheetGrid } from '../../src/read/reading';

export type Values = unknown[][];

export const emptyValues = (rows: number, columns: number): Values =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => ''));

/** The sheet of an edition with a title and figures, and what is given beside the amounts whose unit is not printed. */
export function sheetValues(
  edition: Edition,
  figures: ReadonlyMap<FigureId, unknown>,
  unit: string | null = '某某局',
  year: number | null = 2024,
  units: Report['units'] | null = null,
): Values {
  const layout = sheetLayout(edition);
  const values = emptyValues(layout.rowCount, layout.columnCount);
  for (const cell of layout.cells) {
    const row = values[cell.row] ?? [];
    if (cell.role === 'reportTitle') row[cell.column] = reportTitle(unit, year);
    else if (cell.role === 'figure' && cell.figure !== undefined) row[cell.column] = figures.get(cell.figure) ?? '';
    else if (cell.role !== 'unit') row[cell.column] = cell.text;
    else if (units !== null) row[cell.column] = amountUnitWords[units[cell.figure ?? ''] ?? 'unknown'];
  }
  return values;
}

export const grid = (values: Values, row = 0, column = 0, name = 'Sheet1'): SheetGrid => ({
  name,
  row,
  column,
  values,
  formulas: values,
});

export const insertRow = (values: Values, at: number, row: unknown[] = []): Values => {
  const width = Math.max(...values.map((line) => line.length));
  const filled = Array.from({ length: width }, (_, column) => row[column] ?? '');
  return [...values.slice(0, at), filled, ...values.slice(at)];
};

export const insertColumn = (values: Values, at: number): Values =>
  values.map((line) => [...line.slice(0, at), '', ...line.slice(at)]);

export const stack = (upper: Values, lower: Values): Values => [...upper, ...lower];
export const beside = (left: Values, right: Values): Values =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, row) => [
    ...(left[row] ?? left[0]?.map(() => '') ?? []),
    '',
    ...(right[row] ?? right[0]?.map(() => '') ?? []),
  ]);
