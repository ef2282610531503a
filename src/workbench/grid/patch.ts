/** The steps that make the grid show what it should, from what it shows now. Nothing to do gives no step. */
import type { ICellData } from '@univerjs/core';
import { intersection, sameBlock, type Block } from '../../book/address';
import { blankCell, plainLine, rangeOf, sameCell, sameLine, defaultSizes } from './drawing';
import type { CellDrawing, LineDrawing, SheetDrawing } from './drawing';
import { mutation, operation, type MutationStep } from './mutations';

type CellMatrix = Record<number, Record<number, ICellData | null>>;

const cellData = (cell: CellDrawing): ICellData | null =>
  cell.value === null && cell.formula === null && cell.look === blankCell.look
    ? null
    : {
        ...(cell.value === null ? {} : { v: cell.value, t: cell.truth ? 3 : typeof cell.value === 'number' ? 2 : 1 }),
        ...(cell.formula === null ? {} : { f: cell.formula }),
        ...(cell.look === blankCell.look ? {} : { s: cell.style }),
      };

/** Cells that differ, each once; a cell that only one side has is compared with a blank one. */
function differentCells(
  drawn: SheetDrawing['cells'],
  wanted: SheetDrawing['cells'],
): (readonly [row: number, column: number, CellDrawing])[] {
  const found: (readonly [number, number, CellDrawing])[] = [];
  for (const [row, line] of wanted) {
    const before = drawn.get(row);
    for (const [column, cell] of line) {
      if (!sameCell(before?.get(column) ?? blankCell, cell)) found.push([row, column, cell]);
    }
  }
  for (const [row, line] of drawn) {
    const after = wanted.get(row);
    for (const [column, cell] of line) {
      if (after?.has(column) !== true && !sameCell(cell, blankCell)) found.push([row, column, blankCell]);
    }
  }
  return found;
}

/** Sets cells as a whole: the grid merges a look into the one before it, so what is there is taken away first. */
function cellSteps(target: object, drawn: SheetDrawing, wanted: SheetDrawing): MutationStep[] {
  const cleared: CellMatrix = {};
  const written: CellMatrix = {};
  for (const [row, column, cell] of differentCells(drawn.cells, wanted.cells)) {
    if (drawn.cells.get(row)?.has(column) === true) (cleared[row] ??= {})[column] = null;
    const data = cellData(cell);
    if (data !== null) (written[row] ??= {})[column] = data;
  }
  const steps: MutationStep[] = [];
  for (const cellValue of [cleared, written]) {
    if (Object.keys(cellValue).length > 0) steps.push({ id: mutation.setCells, params: { ...target, cellValue } });
  }
  return steps;
}

function mergeSteps(target: object, drawn: readonly Block[], wanted: readonly Block[]): MutationStep[] {
  const gone = drawn.filter((area) => !wanted.some((other) => sameBlock(area, other)));
  // Removing takes every area that is touched, so those that stay are put back.
  const touched = drawn.filter((area) => gone.some((other) => intersection(area, other) !== null));
  const kept = drawn.filter((area) => !touched.includes(area));
  const added = wanted.filter((area) => !kept.some((other) => sameBlock(area, other)));
  const steps: MutationStep[] = [];
  if (gone.length > 0) steps.push({ id: mutation.removeMerge, params: { ...target, ranges: gone.map(rangeOf) } });
  if (added.length > 0) steps.push({ id: mutation.addMerge, params: { ...target, ranges: added.map(rangeOf) } });
  return steps;
}

function differentLines(
  drawn: ReadonlyMap<number, LineDrawing>,
  wanted: ReadonlyMap<number, LineDrawing>,
): (readonly [index: number, LineDrawing])[] {
  const indexes = new Set([...drawn.keys(), ...wanted.keys()]);
  return [...indexes].flatMap((index) => {
    const line = wanted.get(index) ?? plainLine;
    return sameLine(drawn.get(index), line) ? [] : [[index, line] as const];
  });
}

function lineSteps(target: object, drawn: SheetDrawing, wanted: SheetDrawing): MutationStep[] {
  const rows = differentLines(drawn.rows, wanted.rows).map(
    ([row, { size, hidden }]) =>
      [row, { h: size ?? defaultSizes.row, ia: size === null ? 1 : 0, hd: hidden ? 1 : 0 }] as const,
  );
  const columns = differentLines(drawn.columns, wanted.columns).map(
    ([column, { size, hidden }]) =>
      [
        column,
        size === null && !hidden ? null : { ...(size === null ? {} : { w: size }), hd: hidden ? 1 : 0 },
      ] as const,
  );
  const steps: MutationStep[] = [];
  if (rows.length > 0) {
    steps.push({ id: mutation.setRows, params: { ...target, rowData: Object.fromEntries(rows) } });
  }
  if (columns.length > 0) {
    // A column is replaced as a whole: a width that is no longer its own must not stay.
    const cleared = columns.map(([column]) => [column, null] as const);
    const written = columns.filter(([, data]) => data !== null);
    steps.push({ id: mutation.setColumns, params: { ...target, columnData: Object.fromEntries(cleared) } });
    if (written.length > 0) {
      steps.push({ id: mutation.setColumns, params: { ...target, columnData: Object.fromEntries(written) } });
    }
  }
  return steps;
}

/** The steps on one sheet. */
function sheetSteps(unitId: string, drawn: SheetDrawing, wanted: SheetDrawing): MutationStep[] {
  const target = { unitId, subUnitId: wanted.id };
  const steps: MutationStep[] = [];
  const set = (id: MutationStep['id'], differs: boolean, params: object): void => {
    if (differs) steps.push({ id, params: { ...target, ...params } });
  };
  set(mutation.renameSheet, drawn.name !== wanted.name, { name: wanted.name });
  set(mutation.tabColour, drawn.tabColor !== wanted.tabColor, { color: wanted.tabColor });
  set(mutation.rowCount, drawn.rowCount !== wanted.rowCount, { rowCount: wanted.rowCount });
  set(mutation.columnCount, drawn.columnCount !== wanted.columnCount, { columnCount: wanted.columnCount });
  steps.push(...mergeSteps(target, drawn.merges, wanted.merges));
  steps.push(...cellSteps(target, drawn, wanted));
  steps.push(...lineSteps(target, drawn, wanted));
  const { rows, columns } = wanted.frozen;
  set(mutation.freeze, drawn.frozen.rows !== rows || drawn.frozen.columns !== columns, {
    startRow: rows === 0 ? -1 : rows,
    startColumn: columns === 0 ? -1 : columns,
    ySplit: rows,
    xSplit: columns,
  });
  set(mutation.gridlines, drawn.gridlines !== wanted.gridlines, { showGridlines: wanted.gridlines ? 1 : 0 });
  return steps;
}

const matrix = (cells: SheetDrawing['cells']): CellMatrix =>
  Object.fromEntries(
    [...cells].map(([row, line]) => [
      row,
      Object.fromEntries([...line].flatMap(([column, cell]) => [[column, cellData(cell)] as const])),
    ]),
  );

/** A worksheet of the grid as it is made when the book has one more. */
export const worksheetData = (sheet: SheetDrawing): object => ({
  id: sheet.id,
  name: sheet.name,
  hidden: sheet.hidden ? 1 : 0,
  tabColor: sheet.tabColor,
  showGridlines: sheet.gridlines ? 1 : 0,
  rowCount: sheet.rowCount,
  columnCount: sheet.columnCount,
  zoomRatio: 1,
  scrollTop: 0,
  scrollLeft: 0,
  rightToLeft: 0,
  rowHeader: { width: 46, hidden: 0 },
  columnHeader: { height: 20, hidden: 0 },
  defaultRowHeight: defaultSizes.row,
  defaultColumnWidth: defaultSizes.column,
  mergeData: sheet.merges.map(rangeOf),
  cellData: matrix(sheet.cells),
  rowData: Object.fromEntries(
    [...sheet.rows].map(([row, { size, hidden }]) => [
      row,
      { h: size ?? defaultSizes.row, ia: size === null ? 1 : 0, hd: hidden ? 1 : 0 },
    ]),
  ),
  columnData: Object.fromEntries(
    [...sheet.columns].map(([column, { size, hidden }]) => [
      column,
      { ...(size === null ? {} : { w: size }), hd: hidden ? 1 : 0 },
    ]),
  ),
  freeze: {
    startRow: sheet.frozen.rows === 0 ? -1 : sheet.frozen.rows,
    startColumn: sheet.frozen.columns === 0 ? -1 : sheet.frozen.columns,
    ySplit: sheet.frozen.rows,
    xSplit: sheet.frozen.columns,
  },
});

/** What the whole grid shows: sheets in the order of their tabs. */
export interface BookDrawing {
  readonly sheets: readonly SheetDrawing[];
  readonly activeId: string;
}

/** The steps on the workbook: sheets that came, went, moved or were hidden, then those on each sheet. */
export function bookSteps(unitId: string, drawn: BookDrawing, wanted: BookDrawing): MutationStep[] {
  const steps: MutationStep[] = [];
  const order = drawn.sheets.map(({ id }) => id);
  wanted.sheets.forEach((sheet, index) => {
    if (order.includes(sheet.id)) return;
    steps.push({ id: mutation.insertSheet, params: { unitId, index, sheet: worksheetData(sheet) } });
    order.splice(index, 0, sheet.id);
  });
  const drawnById = new Map(drawn.sheets.map((sheet) => [sheet.id, sheet]));
  const setHidden = (sheet: SheetDrawing): void => {
    const before = drawnById.get(sheet.id);
    if (before === undefined || before.hidden === sheet.hidden) return;
    steps.push({
      id: mutation.hideSheet,
      params: { unitId, subUnitId: sheet.id, hidden: sheet.hidden ? 1 : 0 },
    });
  };
  for (const sheet of wanted.sheets) if (!sheet.hidden) setHidden(sheet);
  // The grid shows a sheet before the one that it showed may go.
  if (drawn.activeId !== wanted.activeId) {
    steps.push({ id: operation.activate, params: { unitId, subUnitId: wanted.activeId } });
  }
  for (const sheet of wanted.sheets) if (sheet.hidden) setHidden(sheet);
  const stays = new Set(wanted.sheets.map(({ id }) => id));
  for (const { id, name } of drawn.sheets) {
    if (stays.has(id)) continue;
    steps.push({ id: mutation.removeSheet, params: { unitId, subUnitId: id, subUnitName: name } });
    order.splice(order.indexOf(id), 1);
  }
  wanted.sheets.forEach(({ id }, toOrder) => {
    const fromOrder = order.indexOf(id);
    if (fromOrder === toOrder) return;
    steps.push({ id: mutation.moveSheet, params: { unitId, subUnitId: id, fromOrder, toOrder } });
    order.splice(fromOrder, 1);
    order.splice(toOrder, 0, id);
  });
  for (const sheet of wanted.sheets) {
    const before = drawnById.get(sheet.id);
    if (before !== undefined) steps.push(...sheetSteps(unitId, before, sheet));
  }
  return steps;
}
