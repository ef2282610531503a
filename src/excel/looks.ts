/** Gives ranges the looks that the writer of files gives to cells. */
import { lineColour, pageMargins, type RoleLook, type PageSetup } from '../report/sheet/looks';

const horizontals = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  across: 'CenterAcrossSelection',
} as const satisfies Readonly<Record<RoleLook['horizontal'], Excel.RangeFormat['horizontalAlignment']>>;
const verticals = { top: 'Top', center: 'Center' } as const;

/** @param base the look that the range has already: what is the same is not asked for again */
export function applyLook({ format }: Excel.Range, look: RoleLook, base?: RoleLook): void {
  const differs = (part: keyof RoleLook): boolean => base?.[part] !== look[part];
  if (differs('font')) format.font.name = look.font;
  if (differs('size')) format.font.size = look.size;
  if (base === undefined ? look.bold : differs('bold')) format.font.bold = look.bold;
  if (look.fill !== null && differs('fill')) format.fill.color = look.fill;
  if (differs('horizontal')) format.horizontalAlignment = horizontals[look.horizontal];
  if (differs('vertical')) format.verticalAlignment = verticals[look.vertical];
  if (base === undefined ? look.wrap : differs('wrap')) format.wrapText = look.wrap;
}

/** Lines around a range and between its cells. */
export function outline({ format }: Excel.Range): void {
  for (const edge of [
    'EdgeTop',
    'EdgeBottom',
    'EdgeLeft',
    'EdgeRight',
    'InsideHorizontal',
    'InsideVertical',
  ] as const) {
    const border = format.borders.getItem(edge);
    border.style = 'Continuous';
    border.color = lineColour;
  }
}

export function applyPage({ pageLayout }: Excel.Worksheet, { landscape, fit }: PageSetup): void {
  pageLayout.orientation = landscape ? 'Landscape' : 'Portrait';
  pageLayout.paperSize = Excel.PaperType.a4;
  pageLayout.zoom =
    'pagesDown' in fit ? { horizontalFitToPages: 1, verticalFitToPages: fit.pagesDown } : { scale: fit.percent };
  pageLayout.centerHorizontally = true;
  pageLayout.topMargin = pageMargins.top;
  pageLayout.bottomMargin = pageMargins.bottom;
  pageLayout.leftMargin = pageMargins.left;
  pageLayout.rightMargin = pageMargins.right;
}
