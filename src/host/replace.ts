/** Other figures for a report that Gouji wrote before: only where it still says what was written. */
import { figuresOf, type Figure, type FigureId } from '../report/figures';
import type { Report } from '../report/report';
import type { LocatedReport } from '../read/reading';
import type { ReplaceRequest, WriteResult } from './host';

type Refusal = Extract<WriteResult, { ok: false }>;

/** What to put into which figure, '' for a blank; or why nothing is to be replaced. */
export function replacement(
  located: LocatedReport,
  before: ReplaceRequest['before'],
  after: Report['figures'],
): ReadonlyMap<FigureId, number | ''> | Refusal {
  const { edition, year, unit, entries, formulas } = located;
  if (edition.id !== before.edition || year !== before.year || unit !== before.unit)
    return { ok: false, reason: 'noReport', detail: '' };
  const figures = figuresOf(edition);
  const isAsWritten = (id: FigureId): boolean => {
    const entry = entries.get(id);
    const written = before.figures[id] ?? null;
    if (formulas.has(id)) return false;
    return written === null
      ? entry === undefined || entry.kind === 'blank'
      : entry?.kind === 'number' && entry.value === written;
  };
  // A sum is in 万元; a cell beside it that says otherwise would make another amount of it.
  const inOtherUnit = ({ id, unit: printed }: Figure): boolean =>
    printed === 'unprinted' && (after[id] ?? null) !== null && located.units.get(id) !== 'tenThousandYuan';
  const others = figures.filter((figure) => !isAsWritten(figure.id) || inOtherUnit(figure)).length;
  if (others > 0) return { ok: false, reason: 'notAsMade', detail: String(others) };
  return new Map(
    figures
      .filter(({ id }) => (before.figures[id] ?? null) !== (after[id] ?? null))
      .map(({ id }) => [id, after[id] ?? '']),
  );
}
