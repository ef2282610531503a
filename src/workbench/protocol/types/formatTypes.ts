/** RangeFormat with its fill, font and borders. Mixed ranges answer `null`. */
import { block, cellCount, endColumn, endRow, intersection, type Block } from '../../../book/address';
import {
  cellAt,
  defaultColumnWidth,
  defaultRowHeight,
  defaultStyle,
  usedRange,
  type Border,
  type BorderEdge,
  type HorizontalAlignment,
  type Style,
  type VerticalAlignment,
} from '../../../book/sheet';
import { invalidArgument } from '../hostError';
import { bind, type HostObject, type Json, type ObjectType, type PropertyType } from '../hostObject';
import type { ExcelObjects } from './objects';
import type { RangeTarget } from './rangeTarget';
import {
  booleanArgument,
  colourArgument,
  numberArgument,
  textArgument,
  uniform,
  wholeArgument,
  wordArgument,
} from '../values';

interface Formatted {
  readonly objects: ExcelObjects;
  readonly range: RangeTarget;
}

interface BorderTarget extends Formatted {
  readonly side: Side;
}

const horizontalWords: readonly HorizontalAlignment[] = [
  'General',
  'Left',
  'Center',
  'Right',
  'Fill',
  'Justify',
  'CenterAcrossSelection',
  'Distributed',
];
const verticalWords: readonly VerticalAlignment[] = ['Top', 'Center', 'Bottom', 'Justify', 'Distributed'];

const sides = ['EdgeTop', 'EdgeBottom', 'EdgeLeft', 'EdgeRight', 'InsideVertical', 'InsideHorizontal'] as const;
type Side = (typeof sides)[number];

const lineStyles = ['Continuous', 'Dash', 'DashDot', 'DashDotDot', 'Dot', 'Double', 'SlantDashDot'] as const;
const weights = ['Hairline', 'Thin', 'Medium', 'Thick'] as const;

/** The styles of the cells of a range; of a very large one those of the used cells and the plain style. */
function stylesOf({ range }: Formatted): Style[] {
  const { sheet, block: area } = range;
  const styles = new Set<Style>();
  const large = cellCount(area) > 100_000;
  const used = large ? usedRange(sheet, false) : area;
  const seen = used === null ? null : intersection(area, used);
  if (large) styles.add(defaultStyle);
  if (seen !== null) {
    for (let row = seen.row; row < endRow(seen); row += 1) {
      for (let column = seen.column; column < endColumn(seen); column += 1) {
        styles.add(cellAt(sheet, row, column).style);
      }
    }
  }
  return [...styles];
}

function setStyle({ objects, range }: Formatted, change: Partial<Style>, location: string): void {
  objects.write(location, () => objects.book.style(range.sheet, range.block, change));
}

/** A property that is one field of the style. */
const styleProperty = <K extends keyof Style>(
  key: K,
  read: (value: Json, location: string) => Style[K],
  location: string,
  show: (value: Style[K]) => Json,
): PropertyType<Formatted> => ({
  get: (t) => uniform(stylesOf(t).map((style) => show(style[key]))),
  set: (t, value) => {
    const change: Partial<Style> = {};
    setStyle(t, { ...change, [key]: read(value, location) }, location);
  },
});

const same = <T extends Json>(value: T): Json => value;

const fill: ObjectType<Formatted> = {
  name: 'RangeFill',
  properties: {
    // Excel calls a cell without fill white.
    Color: styleProperty('fill', colourArgument, 'RangeFill.color', (value) => value ?? '#FFFFFF'),
  },
  methods: {
    Clear: (t) => {
      setStyle(t, { fill: null }, 'RangeFill.clear');
    },
  },
};

const font: ObjectType<Formatted> = {
  name: 'RangeFont',
  properties: {
    Bold: styleProperty('bold', booleanArgument, 'RangeFont.bold', same),
    Italic: styleProperty('italic', booleanArgument, 'RangeFont.italic', same),
    Color: styleProperty('fontColor', colourArgument, 'RangeFont.color', same),
    Name: styleProperty('fontName', textArgument, 'RangeFont.name', same),
    Size: styleProperty('fontSize', numberArgument, 'RangeFont.size', same),
    Underline: styleProperty(
      'underline',
      (value, location) => wordArgument(value, ['None', 'Single'], location) === 'Single',
      'RangeFont.underline',
      (value) => (value ? 'Single' : 'None'),
    ),
  },
};

const protection: ObjectType<Formatted> = {
  name: 'FormatProtection',
  properties: { Locked: styleProperty('locked', booleanArgument, 'FormatProtection.locked', same) },
};

/** The edges of cells that a side of a range means, as block and edge. */
function edgesOf(area: Block, side: Side): { readonly cells: Block; readonly edge: BorderEdge }[] {
  const { row, column, rowCount, columnCount } = area;
  switch (side) {
    case 'EdgeTop':
      return [{ cells: block(row, column, 1, columnCount), edge: 'top' }];
    case 'EdgeBottom':
      return [{ cells: block(endRow(area) - 1, column, 1, columnCount), edge: 'bottom' }];
    case 'EdgeLeft':
      return [{ cells: block(row, column, rowCount, 1), edge: 'left' }];
    case 'EdgeRight':
      return [{ cells: block(row, endColumn(area) - 1, rowCount, 1), edge: 'right' }];
    case 'InsideVertical':
      return columnCount < 2
        ? []
        : [
            { cells: block(row, column, rowCount, columnCount - 1), edge: 'right' },
            { cells: block(row, column + 1, rowCount, columnCount - 1), edge: 'left' },
          ];
    case 'InsideHorizontal':
      return rowCount < 2
        ? []
        : [
            { cells: block(row, column, rowCount - 1, columnCount), edge: 'bottom' },
            { cells: block(row + 1, column, rowCount - 1, columnCount), edge: 'top' },
          ];
  }
}

const plainBorder: Border = { style: 'Continuous', weight: 'Thin', color: '#000000' };

function setBorder(target: BorderTarget, change: ((old: Border) => Border) | null, location: string): void {
  const { objects, range, side } = target;
  objects.write(location, () => {
    for (const { cells, edge } of edgesOf(range.block, side)) {
      objects.book.format(range.sheet, cells, (cell) => {
        const { [edge]: old, ...others } = cell.style.borders;
        const borders = change === null ? others : { ...others, [edge]: change(old ?? plainBorder) };
        return { ...cell, style: { ...cell.style, borders } };
      });
    }
  });
}

function borderValue<T extends Json>({ range, side }: BorderTarget, read: (border: Border | undefined) => T): T | null {
  const values: T[] = [];
  for (const { cells, edge } of edgesOf(range.block, side)) {
    for (let row = cells.row; row < endRow(cells); row += 1) {
      for (let column = cells.column; column < endColumn(cells); column += 1) {
        values.push(read(cellAt(range.sheet, row, column).style.borders[edge]));
      }
    }
  }
  return uniform(values);
}

const border: ObjectType<BorderTarget> = {
  name: 'RangeBorder',
  id: 'SideIndex',
  properties: {
    SideIndex: { get: (t) => t.side },
    Style: {
      get: (t) => borderValue(t, (b) => b?.style ?? 'None'),
      set: (t, value) => {
        const style = wordArgument(value, ['None', ...lineStyles], 'RangeBorder.style');
        setBorder(t, style === 'None' ? null : (old) => ({ ...old, style }), 'RangeBorder.style');
      },
    },
    Weight: {
      get: (t) => borderValue(t, (b) => b?.weight ?? 'Thin'),
      set: (t, value) => {
        const weight = wordArgument(value, weights, 'RangeBorder.weight');
        setBorder(t, (old) => ({ ...old, weight }), 'RangeBorder.weight');
      },
    },
    Color: {
      get: (t) => borderValue(t, (b) => b?.color ?? '#000000'),
      set: (t, value) => {
        const color = colourArgument(value, 'RangeBorder.color');
        setBorder(t, (old) => ({ ...old, color }), 'RangeBorder.color');
      },
    },
  },
};

const borders: ObjectType<Formatted> = {
  name: 'RangeBorderCollection',
  properties: { Count: { get: () => sides.length } },
  item: (t, [side]) => bind(border, { ...t, side: wordArgument(side, sides, 'RangeBorderCollection.getItem') }),
  items: (t) => sides.map((side) => bind(border, { ...t, side })),
};

/** Sizes of rows or columns of a range in points. */
const sizeProperty = (along: 'rows' | 'columns', location: string): PropertyType<Formatted> => ({
  get: ({ range }) => {
    const { sheet, block: area } = range;
    const lines = along === 'rows' ? sheet.rows : sheet.columns;
    const standard = along === 'rows' ? defaultRowHeight : defaultColumnWidth;
    const [first, count] = along === 'rows' ? [area.row, area.rowCount] : [area.column, area.columnCount];
    const sizes = new Set<number>();
    for (let i = 0; i < Math.min(count, 20_000); i += 1) sizes.add(lines.get(first + i)?.size ?? standard);
    return uniform(sizes);
  },
  set: ({ objects, range }, value) => {
    const size = numberArgument(value, location);
    if (size < 0 || (along === 'rows' && size > 409.5)) throw invalidArgument(location);
    const { row, column, rowCount, columnCount } = range.block;
    const [first, count] = along === 'rows' ? [row, rowCount] : [column, columnCount];
    objects.write(location, () => objects.book.lines(range.sheet, along, first, count, { size }));
  },
});

const format: ObjectType<Formatted> = {
  name: 'RangeFormat',
  properties: {
    ColumnWidth: sizeProperty('columns', 'RangeFormat.columnWidth'),
    RowHeight: sizeProperty('rows', 'RangeFormat.rowHeight'),
    HorizontalAlignment: styleProperty(
      'horizontal',
      (value, location) => wordArgument(value, horizontalWords, location),
      'RangeFormat.horizontalAlignment',
      same,
    ),
    VerticalAlignment: styleProperty(
      'vertical',
      (value, location) => wordArgument(value, verticalWords, location),
      'RangeFormat.verticalAlignment',
      same,
    ),
    WrapText: styleProperty('wrap', booleanArgument, 'RangeFormat.wrapText', same),
    IndentLevel: styleProperty('indent', wholeArgument, 'RangeFormat.indentLevel', same),
  },
  navigation: {
    Fill: (t) => bind(fill, t),
    Font: (t) => bind(font, t),
    Borders: (t) => bind(borders, t),
    Protection: (t) => bind(protection, t),
  },
};

export const rangeFormat = (objects: ExcelObjects, range: RangeTarget): HostObject => bind(format, { objects, range });
