/** What a printed form shows in the cell of a figure. One definition for Word, the web page and the text of a table. */
import { findFigure, type FigureId } from '../report/figures';
import type { Edition } from '../report/edition';
import type { Report } from '../report/report';
import { amountUnitWords } from '../report/sheet/sheet';
import { plainNumber } from './number';

/** What to do with a figure that is not there: leave its cell empty, or print 0. The person who exports decides. */
export type Blanks = 'blank' | 'zero';

/**
 * The number as printed, '' for a blank that stays blank. Where the edition prints no unit for an amount, the unit that
 * is known stands behind the number; an unknown one is never made up.
 */
export function figureText(edition: Edition, report: Report, id: FigureId, blanks: Blanks): string {
  const value = report.figures[id] ?? null;
  if (value === null) return blanks === 'zero' ? '0' : '';
  const unit = findFigure(edition, id)?.unit === 'unprinted' ? report.units[id] : undefined;
  return plainNumber(value) + (unit === undefined || unit === 'unknown' ? '' : amountUnitWords[unit]);
}
