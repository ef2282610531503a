/** The styles part of a workbook file: every look once, by number. Source: ECMA-376 part 1, 18.8. */
import { defaultStyle, type Cell, type ConditionalFormat, type Style } from '../../book/sheet';
import { horizontalName, lineName, verticalName } from './readStyles';
import { tag } from './xml';

export const spreadsheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Width of a digit of `defaultStyle` in points: the unit in which the written widths of columns are counted. */
export const digitPoints = 6;

/** A list in which equal elements have one place. */
class Register {
  readonly items: string[] = [];
  private readonly places = new Map<string, number>();

  place(item: string): number {
    const known = this.places.get(item);
    if (known !== undefined) return known;
    this.places.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  xml(name: string): string {
    return tag(name, { count: this.items.length }, this.items);
  }
}

const argb = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`;

const fontXml = ({ fontName, fontSize, fontColor, bold, italic, underline }: Style): string =>
  tag('font', {}, [
    bold ? tag('b') : '',
    italic ? tag('i') : '',
    underline ? tag('u') : '',
    tag('sz', { val: fontSize }),
    tag('color', { rgb: argb(fontColor) }),
    tag('name', { val: fontName }),
  ]);

const fillXml = ({ fill }: Style): string =>
  tag(
    'fill',
    {},
    fill === null
      ? tag('patternFill', { patternType: 'none' })
      : tag('patternFill', { patternType: 'solid' }, tag('fgColor', { rgb: argb(fill) })),
  );

const borderXml = ({ borders }: Style): string =>
  tag('border', {}, [
    ...(['left', 'right', 'top', 'bottom'] as const).map((edge) => {
      const border = borders[edge];
      return border === undefined
        ? tag(edge)
        : tag(edge, { style: lineName(border) }, tag('color', { rgb: argb(border.color) }));
    }),
    tag('diagonal'),
  ]);

/** Formats of a user are numbered from here on. */
const firstOwnFormat = 164;

export class StyleBook {
  private readonly fonts = new Register();
  private readonly fills = new Register();
  private readonly borders = new Register();
  private readonly numberFormats = new Register();
  private readonly cells = new Register();
  private readonly paints = new Register();
  private readonly known = new Map<Style, Map<string, number>>();

  constructor() {
    this.fills.place(fillXml(defaultStyle));
    // The second fill of a file is reserved for this pattern whatever is written there.
    this.fills.place(tag('fill', {}, tag('patternFill', { patternType: 'gray125' })));
    this.cell({ style: defaultStyle, format: 'General' });
  }

  /** The number by which a cell names its look. */
  cell({ style, format }: Pick<Cell, 'style' | 'format'>): number {
    const ofStyle = this.known.get(style) ?? new Map<string, number>();
    this.known.set(style, ofStyle);
    const known = ofStyle.get(format);
    if (known !== undefined) return known;
    const number = this.cells.place(this.cellXml(style, format));
    ofStyle.set(format, number);
    return number;
  }

  private cellXml(style: Style, format: string): string {
    const { horizontal, vertical, wrap, indent, locked } = style;
    const numFmtId = format === 'General' ? 0 : format === '@' ? 49 : firstOwnFormat + this.numberFormats.place(format);
    return tag(
      'xf',
      {
        numFmtId,
        fontId: this.fonts.place(fontXml(style)),
        fillId: this.fills.place(fillXml(style)),
        borderId: this.borders.place(borderXml(style)),
        xfId: 0,
        applyNumberFormat: numFmtId > 0,
        applyFont: true,
        applyFill: true,
        applyBorder: true,
        applyAlignment: true,
        applyProtection: true,
      },
      [
        tag('alignment', {
          horizontal: horizontal === 'General' ? null : horizontalName(horizontal),
          vertical: vertical === 'Bottom' ? null : verticalName(vertical),
          wrapText: wrap,
          indent: indent === 0 ? null : indent,
        }),
        tag('protection', { locked: locked ? 1 : 0 }),
      ],
    );
  }

  /** The number by which a conditional format names its look. */
  paint({ fill, fontColor, bold }: Pick<ConditionalFormat, 'fill' | 'fontColor' | 'bold'>): number {
    const font = [
      bold === null ? '' : tag('b', { val: bold ? 1 : 0 }),
      fontColor === null ? '' : tag('color', { rgb: argb(fontColor) }),
    ].join('');
    return this.paints.place(
      tag('dxf', {}, [
        font === '' ? '' : tag('font', {}, font),
        fill === null ? '' : tag('fill', {}, tag('patternFill', {}, tag('bgColor', { rgb: argb(fill) }))),
      ]),
    );
  }

  xml(): string {
    const formats = this.numberFormats.items;
    return tag('styleSheet', { xmlns: spreadsheetNamespace }, [
      formats.length === 0
        ? ''
        : tag(
            'numFmts',
            { count: formats.length },
            formats.map((formatCode, index) => tag('numFmt', { numFmtId: firstOwnFormat + index, formatCode })),
          ),
      this.fonts.xml('fonts'),
      this.fills.xml('fills'),
      this.borders.xml('borders'),
      tag('cellStyleXfs', { count: 1 }, tag('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })),
      this.cells.xml('cellXfs'),
      tag('cellStyles', { count: 1 }, tag('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
      this.paints.xml('dxfs'),
    ]);
  }
}
