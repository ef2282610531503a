/**
 * The page of an official document, GB/T 9704-2012 section 5: A4, 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 lines of 28
 * characters of 三号. Lengths are twips (1/1440 inch) unless a name says otherwise.
 */
import { element, type Xml } from '../xml';
import { w } from './markup';

/** Twips of a length in millimetres. */
const millimetres = (length: number): number => Math.round((length * 1440) / 25.4);

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly landscape: boolean;
}

export const portraitPage: Page = {
  width: 11906,
  height: 16838,
  top: millimetres(37),
  right: millimetres(26),
  bottom: millimetres(35),
  left: millimetres(28),
  landscape: false,
};

/**
 * The portrait page turned, its head at the binding edge as 横排表格 demands on odd pages. Above and below it leaves less than
 * the turned 版心 would, so that the 申请 table stands on one page in letters that can be read.
 */
export const landscapePage: Page = {
  width: portraitPage.height,
  height: portraitPage.width,
  top: millimetres(18),
  right: portraitPage.top,
  bottom: millimetres(18),
  left: portraitPage.bottom,
  landscape: true,
};

export const textWidth = (page: Page): number => page.width - page.left - page.right;
export const textHeight = (page: Page): number => page.height - page.top - page.bottom;

/** Sizes in half-points: 二号, 三号, 四号. */
export const sizes = { title: 44, body: 32, pageNumber: 28 } as const;

/** One line of the grid, 225 mm / 22 = 29 pt. */
export const gridLine = 580;
/** 28 characters on 156 mm are 15.79 pt each, 0.21 pt less than 三号: in 1/4096 pt. */
const characterSpace = -848;
/** What the characters of the text are narrowed by so that 28 stand on a line: 0.25 pt, the least that twips can say. */
export const bodyCharacterSpacing = -5;
/** The page number stands 7 mm below the 版心. */
const numberDistance = 7;
/** Two characters of 三号. */
export const twoCharacters = 2 * 16 * 20;

/** Footers of the document and their relationships: `default` is that of odd pages. */
export const footers = [
  { type: 'default', relationship: 'rIdOdd' },
  { type: 'even', relationship: 'rIdEven' },
] as const;

/** A section's properties: page, footers, grid. `type`: how it follows the one before. */
export function sectionProperties(page: Page, type: 'nextPage' | null): Xml {
  const numberHeight = (sizes.pageNumber / 2) * 20;
  return w(
    'sectPr',
    null,
    footers.map(({ type: parity, relationship }) =>
      element('w:footerReference', { 'w:type': parity, 'r:id': relationship }),
    ),
    type === null ? null : w('type', { val: type }),
    w('pgSz', { w: page.width, h: page.height, orient: page.landscape ? 'landscape' : null }),
    w('pgMar', {
      top: page.top,
      right: page.right,
      bottom: page.bottom,
      left: page.left,
      header: millimetres(15),
      footer: Math.max(millimetres(10), page.bottom - millimetres(numberDistance) - numberHeight),
      gutter: 0,
    }),
    w('docGrid', { type: 'linesAndChars', linePitch: gridLine, charSpace: characterSpace }),
  );
}
