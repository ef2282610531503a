/** What last year's report says about a figure of this year's. */
import { findEdition, findFigure, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import { carriedFrom } from './nextYear';

export interface LastYear {
  /** The figure of last year's edition; several where only their sum can be compared. */
  readonly figure: FigureId;
  readonly value: number | null;
  /** `carried`: 四 of last year for 二 of this. `sum`: last year's one row for the three of （六）. */
  readonly kind: 'same' | 'carried' | 'sum';
}

/** `null` where last year's format had nothing that means the same. */
export function lastYearOf(id: FigureId, previous: Report): LastYear | null {
  const before = findEdition(previous.edition);
  if (before === undefined) return null;
  const found = (figure: FigureId, kind: LastYear['kind']): LastYear | null =>
    findFigure(before, figure) === undefined ? null : { figure, kind, value: previous.figures[figure] ?? null };
  const from = carriedFrom(id);
  if (from !== null) return found(from, 'carried');
  return found(id, 'same') ?? found(id.replace(/^(applications\.other)\.\w+\./u, '$1.'), 'sum');
}
