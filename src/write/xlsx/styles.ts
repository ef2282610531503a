/** Formats of cells (SpreadsheetML, ECMA-376 part 1, 18.8): each different one is kept once, cells name it by number. */
import { lineColour, type RoleLook } from '../../report/sheet/looks';
import { paintColours, type PaintStyle } from '../../report/sheet/workbook';
import { element, type Xml } from '../xml';

export interface Edges {
  readonly left: boolean;
  readonly right: boolean;
  readonly top: boolean;
  readonly bottom: boolean;
}

export interface CellStyle {
  readonly look: RoleLook;
  /** `null`: lines on no side. */
  readonly edges: Edges | null;
  /** What is typed stays text. */
  readonly text: boolean;
}

export const spreadsheetNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const textFormat = 49;

/** `#RRGGBB` as the opaque colour that the format wants. */
const argb = (colour: string): string => `FF${colour.slice(1)}`;

const horizontals = { general: '', left: 'left', center: 'center', across: 'centerContinuous' } as const;

const paintStyles = Object.keys(paintColours) as PaintStyle[];

/** Number of a conditional format's colours in the style part. */
export const differentialFormat = (style: PaintStyle): number => paintStyles.indexOf(style);

const collection = (name: string, items: readonly Xml[]): Xml => element(name, { count: items.length }, items);

/** A list in which equal values have one place. */
class Register<Value> {
  readonly values: Value[] = [];
  private readonly places = new Map<string, number>();

  place(value: Value): number {
    const key = JSON.stringify(value);
    const known = this.places.get(key);
    if (known !== undefined) return known;
    this.places.set(key, this.values.length);
    return this.values.push(value) - 1;
  }
}

interface Font {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
}

const noEdges: Edges = { left: false, right: false, top: false, bottom: false };

const fontXml = ({ name, size, bold }: Font): Xml =>
  element(
    'font',
    null,
    bold ? element('b') : null,
    element('sz', { val: size }),
    element('name', { val: name }),
    element('charset', { val: 134 }),
  );

const fillXml = (fill: string | null): Xml =>
  element(
    'fill',
    null,
    fill === null
      ? element('patternFill', { patternType: 'none' })
      : element('patternFill', { patternType: 'solid' }, element('fgColor', { rgb: argb(fill) })),
  );

const borderXml = (edges: Edges): Xml =>
  element(
    'border',
    null,
    (['left', 'right', 'top', 'bottom'] as const).map((side) =>
      edges[side] ? element(side, { style: 'thin' }, element('color', { rgb: argb(lineColour) })) : element(side),
    ),
    element('diagonal'),
  );

export class StyleBook {
  private readonly fonts = new Register<Font>();
  private readonly fills = new Register<string | null>();
  private readonly borders = new Register<Edges>();
  private readonly formats = new Register<Readonly<Record<string, string | number | boolean>>>();

  /** `normal` is the font in which the widths of columns are counted. */
  constructor(normal: CellStyle) {
    this.fills.place(null);
    this.place(normal);
  }

  /** The number by which a cell names its style. */
  place({ look, edges, text }: CellStyle): number {
    return this.formats.place({
      font: this.fonts.place({ name: look.font, size: look.size, bold: look.bold }),
      fill: this.fills.place(look.fill),
      border: this.borders.place(edges ?? noEdges),
      horizontal: horizontals[look.horizontal],
      vertical: look.vertical,
      wrap: look.wrap,
      text,
    });
  }

  xml(): Xml {
    // The second fill of a file is reserved for this pattern whatever is written there.
    const [none, ...fills] = this.fills.values.map(fillXml);
    const reserved = element('fill', null, element('patternFill', { patternType: 'gray125' }));
    const formats = this.formats.values.map((format) => {
      const fill = Number(format['fill']);
      return element(
        'xf',
        {
          numFmtId: format['text'] === true ? textFormat : 0,
          fontId: Number(format['font']),
          fillId: fill === 0 ? 0 : fill + 1,
          borderId: Number(format['border']),
          xfId: 0,
          applyNumberFormat: format['text'] === true ? 1 : 0,
          applyFont: 1,
          applyFill: 1,
          applyBorder: 1,
          applyAlignment: 1,
        },
        element('alignment', {
          horizontal: format['horizontal'] === '' ? null : String(format['horizontal']),
          vertical: String(format['vertical']),
          wrapText: format['wrap'] === true ? 1 : null,
        }),
      );
    });
    return element(
      'styleSheet',
      { xmlns: spreadsheetNamespace },
      collection('fonts', this.fonts.values.map(fontXml)),
      collection('fills', [...(none === undefined ? [] : [none]), reserved, ...fills]),
      collection('borders', this.borders.values.map(borderXml)),
      collection('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
      collection('cellXfs', formats),
      collection('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
      collection(
        'dxfs',
        paintStyles.map((style) => {
          const { fill, font } = paintColours[style];
          return element(
            'dxf',
            null,
            element('font', null, element('color', { rgb: argb(font) })),
            element('fill', null, element('patternFill', null, element('bgColor', { rgb: argb(fill) }))),
          );
        }),
      ),
    );
  }
}
