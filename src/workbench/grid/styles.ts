/** How a cell of the book looks in the terms of the grid, and back. Both ways keep what the other side cannot say. */
import type {
  BorderStyleTypes,
  HorizontalAlign,
  IBorderData,
  IStyleData,
  Nullable,
  VerticalAlign,
} from '@univerjs/core';
import type { Border, BorderEdge, HorizontalAlignment, Style, VerticalAlignment } from '../../book/sheet';
import { defaultStyle } from '../../book/sheet';

/** Whether a flag or code of the grid, an enumeration of plain numbers, is this one. */
export const is = (value: Nullable<number>, code: number): boolean => value === code;

/** Pixels on the screen for a length in points. */
export const pixels = (points: number): number => Math.round((points * 4) / 3);
/** Points for a length in pixels, to a quarter of a point as Excel keeps them. */
export const points = (px: number): number => Math.round(px * 3) / 4;

const indentWidth = 9;

const horizontalCodes: Readonly<Record<HorizontalAlignment, HorizontalAlign | null>> = {
  General: null,
  Left: 1,
  Center: 2,
  Right: 3,
  Fill: 1,
  Justify: 4,
  CenterAcrossSelection: 2,
  Distributed: 6,
};

const verticalCodes: Readonly<Record<VerticalAlignment, VerticalAlign>> = {
  Top: 1,
  Center: 2,
  Bottom: 3,
  Justify: 1,
  Distributed: 2,
};

const edgeKeys: Readonly<Record<BorderEdge, 't' | 'b' | 'l' | 'r'>> = { top: 't', bottom: 'b', left: 'l', right: 'r' };
const edges = ['top', 'bottom', 'left', 'right'] as const satisfies readonly BorderEdge[];

/** The grid's line styles: a thin, medium or thick line of each kind, where there is one. */
const lineCodes: readonly (readonly [Border['style'], Border['weight'], BorderStyleTypes])[] = [
  ['Continuous', 'Thin', 1],
  ['Continuous', 'Hairline', 2],
  ['Continuous', 'Medium', 8],
  ['Continuous', 'Thick', 13],
  ['Dot', 'Thin', 3],
  ['Dash', 'Thin', 4],
  ['DashDot', 'Thin', 5],
  ['DashDotDot', 'Thin', 6],
  ['Double', 'Thick', 7],
  ['Dash', 'Medium', 9],
  ['DashDot', 'Medium', 10],
  ['DashDotDot', 'Medium', 11],
  ['SlantDashDot', 'Medium', 12],
];

const lineCode = (border: Border): BorderStyleTypes =>
  lineCodes.find(([style, weight]) => style === border.style && weight === border.weight)?.[2] ??
  lineCodes.find(([style]) => style === border.style)?.[2] ??
  1;

const known = new WeakMap<Style, Map<string, IStyleData>>();

/** The look of a cell. The same object for the same style and number format. */
export function gridStyle(style: Style, format: string): IStyleData {
  const byFormat = known.get(style) ?? new Map<string, IStyleData>();
  known.set(style, byFormat);
  const before = byFormat.get(format);
  if (before !== undefined) return before;
  const horizontal = horizontalCodes[style.horizontal];
  const borders: IBorderData = {};
  for (const edge of edges) {
    const border = style.borders[edge];
    if (border !== undefined) borders[edgeKeys[edge]] = { s: lineCode(border), cl: { rgb: border.color } };
  }
  const data: IStyleData = {
    ...(style.fontName === defaultStyle.fontName ? {} : { ff: style.fontName }),
    ...(style.fontSize === defaultStyle.fontSize ? {} : { fs: style.fontSize }),
    ...(style.bold ? { bl: 1 } : {}),
    ...(style.italic ? { it: 1 } : {}),
    ...(style.underline ? { ul: { s: 1 } } : {}),
    ...(style.fontColor === defaultStyle.fontColor ? {} : { cl: { rgb: style.fontColor } }),
    ...(style.fill === null ? {} : { bg: { rgb: style.fill } }),
    ...(horizontal === null ? {} : { ht: horizontal }),
    ...(style.vertical === defaultStyle.vertical ? {} : { vt: verticalCodes[style.vertical] }),
    ...(style.wrap ? { tb: 3 } : {}),
    ...(style.indent === 0 ? {} : { pd: { l: style.indent * indentWidth } }),
    ...(Object.keys(borders).length === 0 ? {} : { bd: borders }),
    ...(format === 'General' ? {} : { n: { pattern: format } }),
  };
  byFormat.set(format, data);
  return data;
}

const horizontals: Readonly<Partial<Record<number, HorizontalAlignment>>> = {
  1: 'Left',
  2: 'Center',
  3: 'Right',
  4: 'Justify',
  6: 'Distributed',
};
const verticals: Readonly<Partial<Record<number, VerticalAlignment>>> = { 1: 'Top', 2: 'Center', 3: 'Bottom' };

/** `#RRGGBB` for the colours that the grid's menus make: `#rgb`, `#rrggbb`, `rgb(r, g, b)`. */
function colour(text: Nullable<string>): string | null {
  if (text === null || text === undefined || text === '') return null;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text);
  if (short !== null)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`.toUpperCase();
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toUpperCase();
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/.exec(text);
  if (parts === null) return null;
  return `#${parts
    .slice(1, 4)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`.toUpperCase();
}

function borderOf(data: IBorderData, edge: BorderEdge, before: Border | undefined): Border | undefined {
  const line = data[edgeKeys[edge]];
  if (line === null || line === undefined || is(line.s, 0)) return undefined;
  const color = colour(line.cl?.rgb) ?? '#000000';
  if (before !== undefined && is(line.s, lineCode(before)) && before.color.toUpperCase() === color) return before;
  const [style, weight] = lineCodes.find(([, , code]) => is(line.s, code)) ?? (['Continuous', 'Thin'] as const);
  return { style, weight, color };
}

/**
 * The style of the book behind a look of the grid. What several styles of the book share one look for (centred and
 * centred across a selection) stays as it was `before`.
 */
export function bookStyle(data: IStyleData, before: Style): { readonly style: Style; readonly format: string } {
  const look = horizontalCodes[before.horizontal];
  const borders: Partial<Record<BorderEdge, Border>> = {};
  for (const edge of edges) {
    const border = borderOf(data.bd ?? {}, edge, before.borders[edge]);
    if (border !== undefined) borders[edge] = border;
  }
  const style: Style = {
    ...before,
    fontName: data.ff ?? defaultStyle.fontName,
    fontSize: data.fs ?? defaultStyle.fontSize,
    bold: is(data.bl, 1),
    italic: is(data.it, 1),
    underline: is(data.ul?.s, 1),
    fontColor: colour(data.cl?.rgb) ?? defaultStyle.fontColor,
    fill: colour(data.bg?.rgb),
    horizontal: (data.ht ?? null) === look ? before.horizontal : (horizontals[data.ht ?? 0] ?? 'General'),
    vertical:
      (data.vt ?? verticalCodes.Bottom) === verticalCodes[before.vertical]
        ? before.vertical
        : (verticals[data.vt ?? 0] ?? 'Bottom'),
    wrap: is(data.tb, 3),
    indent: Math.round((data.pd?.l ?? 0) / indentWidth),
    borders,
  };
  return { style, format: data.n?.pattern ?? 'General' };
}

const borderKey = (borders: Nullable<IBorderData>): string =>
  edges
    .map((edge) => borders?.[edgeKeys[edge]])
    .map((line) =>
      line === null || line === undefined || is(line.s, 0) ? '' : `${line.s}${colour(line.cl?.rgb) ?? ''}`,
    )
    .join('/');

/** Parts of a look that the book does not keep (rotation, strike-through …): they must not stay on the grid. */
const foreign = ['tr', 'td', 'st', 'ol', 'va', 'bbl'] as const satisfies readonly (keyof IStyleData)[];

const hasForeign = (data: IStyleData): boolean =>
  foreign.some((key) => {
    const part = data[key];
    return part !== undefined && part !== null && !(typeof part === 'object' && 's' in part && is(part.s, 0));
  });

/** The same text for two looks exactly when they draw the same. */
export const styleKey = (data: IStyleData): string =>
  [
    hasForeign(data) ? 'foreign' : '',
    data.ff ?? '',
    data.fs ?? '',
    is(data.bl, 1) ? 1 : '',
    is(data.it, 1) ? 1 : '',
    is(data.ul?.s, 1) ? 1 : '',
    colour(data.cl?.rgb) ?? '',
    colour(data.bg?.rgb) ?? '',
    data.ht ?? 0,
    data.vt ?? 0,
    is(data.tb, 3) ? 3 : '',
    data.pd?.l ?? 0,
    borderKey(data.bd),
    data.n?.pattern ?? '',
  ].join('|');
