/** How cells look, from the styles part of a workbook file. Source: ECMA-376 part 1, 18.8. */
import {
  defaultStyle,
  type Border,
  type BorderEdge,
  type ConditionalFormat,
  type HorizontalAlignment,
  type Style,
  type VerticalAlignment,
} from '../../book/sheet';
import { colourOf, type Theme } from './colours';
import { childOf, childrenOf, flag, numberIn, type Element } from './xml';

interface CellFormat {
  readonly style: Style;
  readonly format: string;
  /** It has something that the book does not hold. */
  readonly more: boolean;
}

export type PaintLook = Pick<ConditionalFormat, 'fill' | 'fontColor' | 'bold'> & { readonly more: boolean };

export interface Styles {
  /** By the number that cells give. */
  readonly cells: readonly CellFormat[];
  /** By the number that conditional formats give. */
  readonly paints: readonly PaintLook[];
  /** Width of a digit of the normal font in points: the unit of column widths. */
  readonly digit: number;
}

/** Formats that have a number and are not written out in the file (18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

const horizontals: Readonly<Record<string, HorizontalAlignment>> = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
  fill: 'Fill',
  justify: 'Justify',
  centerContinuous: 'CenterAcrossSelection',
  distributed: 'Distributed',
};

const verticals: Readonly<Record<string, VerticalAlignment>> = {
  top: 'Top',
  center: 'Center',
  bottom: 'Bottom',
  justify: 'Justify',
  distributed: 'Distributed',
};

const lines: Readonly<Record<string, Pick<Border, 'style' | 'weight'>>> = {
  thin: { style: 'Continuous', weight: 'Thin' },
  medium: { style: 'Continuous', weight: 'Medium' },
  thick: { style: 'Continuous', weight: 'Thick' },
  hair: { style: 'Continuous', weight: 'Hairline' },
  double: { style: 'Double', weight: 'Thick' },
  dotted: { style: 'Dot', weight: 'Thin' },
  dashed: { style: 'Dash', weight: 'Thin' },
  mediumDashed: { style: 'Dash', weight: 'Medium' },
  dashDot: { style: 'DashDot', weight: 'Thin' },
  mediumDashDot: { style: 'DashDot', weight: 'Medium' },
  dashDotDot: { style: 'DashDotDot', weight: 'Thin' },
  mediumDashDotDot: { style: 'DashDotDot', weight: 'Medium' },
  slantDashDot: { style: 'SlantDashDot', weight: 'Medium' },
};

/** The name by which a file calls a line of the book. */
export const lineName = (border: Border): string =>
  Object.entries(lines).find(([, { style, weight }]) => style === border.style && weight === border.weight)?.[0] ??
  Object.entries(lines).find(([, { style }]) => style === border.style)?.[0] ??
  'thin';

export const horizontalName = (value: HorizontalAlignment): string =>
  Object.entries(horizontals).find(([, meaning]) => meaning === value)?.[0] ?? 'general';
export const verticalName = (value: VerticalAlignment): string =>
  Object.entries(verticals).find(([, meaning]) => meaning === value)?.[0] ?? 'bottom';

interface Part<T> {
  readonly value: T;
  readonly more: boolean;
}

type FontPart = Pick<Style, 'fontName' | 'fontSize' | 'fontColor' | 'bold' | 'italic' | 'underline'>;

/** Elements of a font that the book has no place for. */
const furtherFont = ['strike', 'outline', 'shadow', 'condense', 'extend', 'vertAlign'];

function fontOf(font: Element, theme: Theme): Part<FontPart> {
  const on = (name: string): boolean => {
    const child = childOf(font, name);
    return child !== null && flag(child, 'val', true);
  };
  const underline = childOf(font, 'u');
  const kind = underline?.attributes['val'] ?? 'single';
  return {
    value: {
      fontName: childOf(font, 'name')?.attributes['val'] ?? defaultStyle.fontName,
      fontSize: numberIn(childOf(font, 'sz'), 'val') ?? defaultStyle.fontSize,
      fontColor: colourOf(childOf(font, 'color'), theme) ?? defaultStyle.fontColor,
      bold: on('b'),
      italic: on('i'),
      underline: underline !== null && kind !== 'none',
    },
    more: furtherFont.some((name) => on(name)) || (underline !== null && kind !== 'none' && kind !== 'single'),
  };
}

function fillOf(fill: Element, theme: Theme): Part<string | null> {
  const pattern = childOf(fill, 'patternFill');
  const kind = pattern?.attributes['patternType'] ?? 'none';
  if (pattern === null) return { value: null, more: childOf(fill, 'gradientFill') !== null };
  if (kind === 'none') return { value: null, more: false };
  return {
    value: colourOf(childOf(pattern, 'fgColor'), theme) ?? (kind === 'solid' ? '#FFFFFF' : null),
    // The second fill of every file is grey dots that no cell uses.
    more: kind !== 'solid',
  };
}

function bordersOf(border: Element, theme: Theme): Part<Style['borders']> {
  const borders: Partial<Record<BorderEdge, Border>> = {};
  for (const edge of ['top', 'bottom', 'left', 'right'] as const) {
    const side = childOf(border, edge) ?? childOf(border, { left: 'start', right: 'end', top: '', bottom: '' }[edge]);
    const line = lines[side?.attributes['style'] ?? 'none'];
    if (line !== undefined) borders[edge] = { ...line, color: colourOf(childOf(side, 'color'), theme) ?? '#000000' };
  }
  return { value: borders, more: flag(border, 'diagonalUp') || flag(border, 'diagonalDown') };
}

/** A look that is the book's own is that very value: the book knows an empty cell by it. */
const canonical = (style: Style): Style =>
  JSON.stringify(style) === JSON.stringify(defaultStyle) ? defaultStyle : style;

interface Parts {
  readonly fonts: readonly Part<FontPart>[];
  readonly fills: readonly Part<string | null>[];
  readonly borders: readonly Part<Style['borders']>[];
  readonly formats: ReadonlyMap<number, string>;
}

function cellFormat(xf: Element, parts: Parts): CellFormat {
  const at = <T>(list: readonly T[], name: string): T | undefined => list[numberIn(xf, name) ?? 0];
  const font = at(parts.fonts, 'fontId');
  const fill = at(parts.fills, 'fillId');
  const border = at(parts.borders, 'borderId');
  const alignment = childOf(xf, 'alignment');
  const number = numberIn(xf, 'numFmtId') ?? 0;
  // In the order of `defaultStyle`, so that equal ones are spelled alike.
  const style: Style = {
    ...defaultStyle,
    ...font?.value,
    fill: fill?.value ?? null,
    horizontal: horizontals[alignment?.attributes['horizontal'] ?? 'general'] ?? 'General',
    vertical: verticals[alignment?.attributes['vertical'] ?? 'bottom'] ?? 'Bottom',
    wrap: flag(alignment, 'wrapText'),
    indent: numberIn(alignment, 'indent') ?? 0,
    locked: flag(childOf(xf, 'protection'), 'locked', true),
    borders: border?.value ?? {},
  };
  return {
    style: canonical(style),
    format: parts.formats.get(number) ?? builtIn[number] ?? 'General',
    more:
      (font?.more ?? false) ||
      (fill?.more ?? false) ||
      (border?.more ?? false) ||
      (numberIn(alignment, 'textRotation') ?? 0) !== 0 ||
      flag(alignment, 'shrinkToFit') ||
      flag(childOf(xf, 'protection'), 'hidden'),
  };
}

function paintLook(format: Element, theme: Theme): PaintLook {
  const font = childOf(format, 'font');
  const bold = childOf(font, 'b');
  const pattern = childOf(childOf(format, 'fill'), 'patternFill');
  const solid = (pattern?.attributes['patternType'] ?? 'solid') === 'solid';
  return {
    // A solid fill of a condition has its colour in the background, whatever a cell's has.
    fill: colourOf(childOf(pattern, 'bgColor'), theme) ?? colourOf(childOf(pattern, 'fgColor'), theme),
    fontColor: colourOf(childOf(font, 'color'), theme),
    bold: bold === null ? null : flag(bold, 'val', true),
    more:
      !solid ||
      ['border', 'numFmt', 'alignment'].some((name) => childOf(format, name) !== null) ||
      ['i', 'u', 'strike'].some((name) => childOf(font, name) !== null),
  };
}

/** Digits of these fonts are narrower than half of their size. */
const narrow = /^(?:Calibri|Arial|Aptos|Carlito|Liberation Sans|Helvetica)/u;

/** Width of a digit in whole pixels, as Excel counts, in points. */
const digitWidth = (font: FontPart | undefined): number => {
  const pixels = ((font?.fontSize ?? 11) * (narrow.test(font?.fontName ?? '') ? 7 : 8)) / 11;
  return Math.max(1, Math.round(pixels)) * 0.75;
};

export function readStyles(tree: Element | null, theme: Theme): Styles {
  const parts: Parts = {
    fonts: childrenOf(childOf(tree, 'fonts'), 'font').map((font) => fontOf(font, theme)),
    fills: childrenOf(childOf(tree, 'fills'), 'fill').map((fill) => fillOf(fill, theme)),
    borders: childrenOf(childOf(tree, 'borders'), 'border').map((border) => bordersOf(border, theme)),
    formats: new Map(
      childrenOf(childOf(tree, 'numFmts'), 'numFmt').map((format) => [
        numberIn(format, 'numFmtId') ?? -1,
        format.attributes['formatCode'] ?? 'General',
      ]),
    ),
  };
  const normal = childrenOf(childOf(tree, 'cellStyleXfs'), 'xf')[0];
  return {
    cells: childrenOf(childOf(tree, 'cellXfs'), 'xf').map((xf) => cellFormat(xf, parts)),
    paints: childrenOf(childOf(tree, 'dxfs'), 'dxf').map((format) => paintLook(format, theme)),
    digit: digitWidth(parts.fonts[numberIn(normal ?? null, 'fontId') ?? 0]?.value),
  };
}
