/** Range, RangeAreas and RangeCollection. */
import {
  block,
  bounding,
  cellCount,
  covers,
  endColumn,
  endRow,
  gridOf,
  intersection,
  maxColumns,
  maxRows,
  type Block,
} from '../../../book/address';
import { addressOn } from '../../../book/book';
import type { CopyPart } from '../../../book/changes/copy';
import { cellAt, usedRange } from '../../../book/sheet';
import { typeOf } from '../../../book/formulas/value';
import { HostError, invalidArgument, itemNotFound } from '../hostError';
import { isList, type Argument, type Json, type ObjectType } from '../hostObject';
import type { AreasTarget, ExcelObjects } from './objects';
import type { RangeTarget } from './rangeTarget';
import { textArgument, uniform, wholeArgument, wordArgument } from '../values';

/** Excel on the web gives `null` instead of the values of more cells than this. */
const readLimit = 5_000_000;

const cells = (area: Block, read: (row: number, column: number) => Json): Json =>
  cellCount(area) > readLimit ? null : gridOf(area, read);

/** The value for each cell of a range: from a 2-D array of its size, or one value for all. */
function perCell(value: Json, area: Block, location: string): (row: number, column: number) => Json {
  if (!isList(value)) return () => value;
  const rows = value.map((row) => (isList(row) ? row : []));
  if (rows.length !== area.rowCount || rows.some((row) => row.length !== area.columnCount)) {
    throw invalidArgument(
      location,
      'The number of rows or columns in the input array does not match the size or dimensions of the range.',
    );
  }
  return (row, column) => rows[row - area.row]?.[column - area.column] ?? null;
}

const copyParts: Readonly<Record<string, CopyPart>> = {
  All: 'all',
  Formulas: 'formulas',
  Values: 'values',
  Formats: 'formats',
};

export function rangeTypes(objects: ExcelObjects) {
  const { book } = objects;

  const onSheet = (target: RangeTarget, area: Block, location: string) => {
    if (area.row < 0 || area.column < 0 || area.rowCount < 1 || area.columnCount < 1) throw invalidArgument(location);
    if (endRow(area) > maxRows || endColumn(area) > maxColumns) throw invalidArgument(location);
    return objects.range(target.sheetId, area);
  };

  const writeContents = (target: RangeTarget, value: Json, location: string): void => {
    const area = target.block;
    if (cellCount(area) > readLimit) throw new HostError('RequestPayloadSizeLimitExceeded', 'too many cells', location);
    const at = perCell(value, area, location);
    objects.write(location, () => {
      book.writeContents(
        target.sheet,
        area,
        (row, column) => {
          const one = at(row, column);
          if (typeof one === 'object' && one !== null) throw invalidArgument(location);
          return one;
        },
        true,
      );
    });
  };

  const otherRange = (target: RangeTarget, argument: Argument | undefined, location: string): Block => {
    const { sheet, block: area } = objects.rangeArgument(argument, target.sheet, location);
    if (sheet.id !== target.sheetId) throw invalidArgument(location);
    return area;
  };

  const used = (target: RangeTarget, valuesOnly: boolean): Block | null =>
    usedRange(target.sheet, valuesOnly, target.block);

  const linesOf = ({ block: area }: RangeTarget, along: 'rows' | 'columns') =>
    along === 'rows' ? ([area.row, area.rowCount] as const) : ([area.column, area.columnCount] as const);

  const hideLines = (target: RangeTarget, along: 'rows' | 'columns', hidden: boolean, location: string): void =>
    objects.write(location, () => book.lines(target.sheet, along, ...linesOf(target, along), { hidden }));

  const hiddenLines = (target: RangeTarget, along: 'rows' | 'columns'): boolean[] => {
    const { sheet } = target;
    const lines = along === 'rows' ? sheet.rows : sheet.columns;
    const [first, count] = linesOf(target, along);
    if (count > 10000) return [[...lines].some(([at, line]) => at >= first && at < first + count && line.hidden)];
    return Array.from({ length: count }, (_, i) => lines.get(first + i)?.hidden ?? false);
  };

  const shift = (
    target: RangeTarget,
    change: 'insert' | 'delete',
    along: 'rows' | 'columns',
    location: string,
  ): Block => {
    const area = target.block;
    objects.write(location, () => book.shift(target.sheet, area, change, along));
    objects.shifted({ sheetId: target.sheetId, area, change, along });
    return area;
  };

  const range: ObjectType<RangeTarget> = {
    name: 'Range',
    properties: {
      Address: { get: (t) => objects.addressOf(t) },
      AddressLocal: { get: (t) => objects.addressOf(t) },
      CellCount: { get: (t) => (cellCount(t.block) > 2 ** 31 - 1 ? -1 : cellCount(t.block)) },
      RowCount: { get: (t) => t.block.rowCount },
      ColumnCount: { get: (t) => t.block.columnCount },
      RowIndex: { get: (t) => t.block.row },
      ColumnIndex: { get: (t) => t.block.column },
      IsEntireRow: { get: (t) => t.block.columnCount === maxColumns },
      IsEntireColumn: { get: (t) => t.block.rowCount === maxRows },
      Values: {
        get: (t) => (cellCount(t.block) > readLimit ? null : book.values(t.sheet, t.block)),
        set: (t, value) => writeContents(t, value, 'Range.values'),
      },
      Formulas: {
        get: (t) => (cellCount(t.block) > readLimit ? null : book.formulas(t.sheet, t.block)),
        set: (t, value) => writeContents(t, value, 'Range.formulas'),
      },
      Text: { get: (t) => cells(t.block, (row, column) => book.text(t.sheetId, row, column)) },
      ValueTypes: {
        get: (t) => cells(t.block, (row, column) => typeOf(book.value(t.sheetId, row, column))),
      },
      NumberFormat: {
        get: (t) => cells(t.block, (row, column) => cellAt(t.sheet, row, column).format),
        set: (t, value) => {
          const area = t.block;
          const at = perCell(value, area, 'Range.numberFormat');
          objects.write('Range.numberFormat', () =>
            book.format(t.sheet, area, (cell, row, column) => {
              const format = at(row, column);
              return format === null ? cell : { ...cell, format: textArgument(format, 'Range.numberFormat') };
            }),
          );
        },
      },
      Hidden: {
        get: (t) => {
          const rows = uniform(hiddenLines(t, 'rows'));
          const columns = uniform(hiddenLines(t, 'columns'));
          if (rows === true || columns === true) return true;
          return rows === null || columns === null ? null : false;
        },
      },
      RowHidden: {
        get: (t) => uniform(hiddenLines(t, 'rows')),
        set: (t, value) => hideLines(t, 'rows', value === true, 'Range.rowHidden'),
      },
      ColumnHidden: {
        get: (t) => uniform(hiddenLines(t, 'columns')),
        set: (t, value) => hideLines(t, 'columns', value === true, 'Range.columnHidden'),
      },
    },
    navigation: {
      Format: (t) => objects.format(t),
      DataValidation: (t) => objects.validation(t),
      ConditionalFormats: (t) => objects.conditionalFormats(t),
      Worksheet: (t) => objects.worksheet(t.sheet),
    },
    methods: {
      _ValidateArraySize: (t, [rows, columns]) => {
        if (rows === t.block.rowCount && columns === t.block.columnCount) return;
        throw invalidArgument(
          'Range.values',
          'The number of rows or columns in the input array does not match the size or dimensions of the range.',
        );
      },
      GetCell: (t, [row, column]) => {
        const { block: area } = t;
        const location = 'Range.getCell';
        const at = block(area.row + wholeArgument(row, location), area.column + wholeArgument(column, location));
        return onSheet(t, at, location);
      },
      GetRow: (t, [row]) => {
        const { block: area } = t;
        const at = area.row + wholeArgument(row, 'Range.getRow');
        return onSheet(t, block(at, area.column, 1, area.columnCount), 'Range.getRow');
      },
      GetColumn: (t, [column]) => {
        const { block: area } = t;
        const at = area.column + wholeArgument(column, 'Range.getColumn');
        return onSheet(t, block(area.row, at, area.rowCount, 1), 'Range.getColumn');
      },
      GetLastRow: (t) => objects.range(t.sheetId, block(endRow(t.block) - 1, t.block.column, 1, t.block.columnCount)),
      GetLastColumn: (t) => objects.range(t.sheetId, block(t.block.row, endColumn(t.block) - 1, t.block.rowCount, 1)),
      GetLastCell: (t) => objects.range(t.sheetId, block(endRow(t.block) - 1, endColumn(t.block) - 1)),
      GetEntireRow: (t) => objects.range(t.sheetId, block(t.block.row, 0, t.block.rowCount, maxColumns)),
      GetEntireColumn: (t) => objects.range(t.sheetId, block(0, t.block.column, maxRows, t.block.columnCount)),
      GetOffsetRange: (t, [rows, columns]) => {
        const { block: area } = t;
        const row = area.row + wholeArgument(rows, 'Range.getOffsetRange');
        const column = area.column + wholeArgument(columns, 'Range.getOffsetRange');
        return onSheet(t, { ...area, row, column }, 'Range.getOffsetRange');
      },
      GetResizedRange: (t, [rows, columns]) => {
        const { block: area } = t;
        const rowCount = area.rowCount + wholeArgument(rows, 'Range.getResizedRange');
        const columnCount = area.columnCount + wholeArgument(columns, 'Range.getResizedRange');
        return onSheet(t, { ...area, rowCount, columnCount }, 'Range.getResizedRange');
      },
      GetAbsoluteResizedRange: (t, [rows, columns]) => {
        const location = 'Range.getAbsoluteResizedRange';
        const rowCount = wholeArgument(rows, location);
        return onSheet(t, { ...t.block, rowCount, columnCount: wholeArgument(columns, location) }, location);
      },
      GetBoundingRect: (t, [other]) => {
        const both = bounding([t.block, otherRange(t, other, 'Range.getBoundingRect')]);
        if (both === null) throw invalidArgument('Range.getBoundingRect');
        return objects.range(t.sheetId, both);
      },
      GetIntersection: (t, [other]) => {
        const common = intersection(t.block, otherRange(t, other, 'Range.getIntersection'));
        if (common === null) throw itemNotFound('Range.getIntersection');
        return objects.range(t.sheetId, common);
      },
      GetIntersectionOrNullObject: (t, [other]) => {
        if (other === undefined || other === null) return null;
        const common = intersection(t.block, otherRange(t, other, 'Range.getIntersectionOrNullObject'));
        return common === null ? null : objects.range(t.sheetId, common);
      },
      GetUsedRange: (t, [valuesOnly]) => {
        const area = used(t, valuesOnly === true);
        if (area === null) throw itemNotFound('Range.getUsedRange');
        return objects.range(t.sheetId, area);
      },
      GetUsedRangeOrNullObject: (t, [valuesOnly]) => {
        const area = used(t, valuesOnly === true);
        return area === null ? null : objects.range(t.sheetId, area);
      },
      GetMergedAreasOrNullObject: (t) => {
        // Only areas whose first cell lies inside are found: so it is in Excel.
        const found = t.sheet.merges.filter((merge) => covers(t.block, merge.row, merge.column));
        return found.length === 0 ? null : objects.areas(t.sheetId, found);
      },
      Merge: (t, [across]) => {
        objects.write('Range.merge', () => book.merge(t.sheet, t.block, across === true));
      },
      Unmerge: (t) => {
        objects.write('Range.unmerge', () => book.unmerge(t.sheet, t.block));
      },
      Clear: (t, [applyTo]) => {
        const words = ['All', 'Formats', 'Contents'] as const;
        const part = wordArgument(applyTo ?? 'All', words, 'Range.clear');
        const parts = { All: 'all', Formats: 'formats', Contents: 'contents' } as const;
        objects.write('Range.clear', () => book.clear(t.sheet, t.block, parts[part]));
      },
      Insert: (t, [direction]) => {
        const down = wordArgument(direction, ['Down', 'Right'], 'Range.insert') === 'Down';
        return objects.range(t.sheetId, shift(t, 'insert', down ? 'rows' : 'columns', 'Range.insert'));
      },
      Delete: (t, [direction]) => {
        const up = wordArgument(direction, ['Up', 'Left'], 'Range.delete') === 'Up';
        shift(t, 'delete', up ? 'rows' : 'columns', 'Range.delete');
      },
      CopyFrom: (t, [source, type, skipBlanks, transpose]) => {
        const from = objects.rangeArgument(source, t.sheet, 'Range.copyFrom');
        const part = copyParts[wordArgument(type ?? 'All', ['All', 'Formulas', 'Values', 'Formats'], 'Range.copyFrom')];
        if (transpose === true) {
          throw new HostError(
            'ApiNotFound',
            'the stand-in does not implement Range.copyFrom with transpose',
            'Range.copyFrom',
          );
        }
        objects.write('Range.copyFrom', () =>
          book.paste(from.sheet, from.block, t.sheet, t.block, part ?? 'all', skipBlanks === true),
        );
      },
      Select: (t) => {
        objects.demandFocus('Range.select');
        objects.act('Range.select', () => book.select(t.sheet, t.block));
      },
      Calculate: () => undefined,
    },
  };

  const areas: ObjectType<AreasTarget> = {
    name: 'RangeAreas',
    properties: {
      Address: {
        get: (t) => t.blocks.map((area) => addressOn(objects.sheetOf(t), area)).join(','),
      },
      AreaCount: { get: (t) => t.blocks.length },
      CellCount: { get: (t) => t.blocks.reduce((sum, area) => sum + cellCount(area), 0) },
    },
    navigation: {
      Areas: (t) => objects.rangeCollection(t),
      Worksheet: (t) => objects.worksheet(objects.sheetOf(t)),
    },
    methods: {
      Clear: (t) => {
        objects.write('RangeAreas.clear', () => {
          for (const area of t.blocks) book.clear(t.sheetId, area, 'all');
        });
      },
    },
  };

  const collection: ObjectType<AreasTarget> = {
    name: 'RangeCollection',
    items: (t) => t.blocks.map((area) => objects.range(t.sheetId, area)),
    methods: {
      GetCount: (t) => t.blocks.length,
      GetItemAt: (t, [index]) => {
        const area = t.blocks[wholeArgument(index, 'RangeCollection.getItemAt')];
        if (area === undefined) throw itemNotFound('RangeCollection.getItemAt');
        return objects.range(t.sheetId, area);
      },
    },
  };

  return { range, areas, collection };
}
