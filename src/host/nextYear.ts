/** This year's report from last year's: what the form itself says is the same, and nothing else. */
import { a1, type CellPosition } from '../report/a1';
import type { Edition } from '../report/edition';
import { emptyReport } from '../report/empty';
import { editionForYear, figuresOf, type FigureId } from '../report/figures';
import { headingsFor } from '../report/headings';
import type { Report } from '../report/report';
import type { PaintRule } from '../report/sheet/workbook';
import { totalParts } from './totals';
import type { ActiveReport, InsertRequest } from './host';

const carriedIn = 'carriedIn';
const carriedOut = 'carriedOut';

/** The figure of last year's report that a figure of this year's repeats: 四、结转下年度 for 二、上年结转, column by column. */
export const carriedFrom = (id: FigureId): FigureId | null =>
  id.includes(`.${carriedIn}.`) ? id.replace(`.${carriedIn}.`, `.${carriedOut}.`) : null;

/** What last year's report carried over, by this year's figures. A column that it left blank is not in it. */
export function carriedFigures(edition: Edition, previous: Report): Map<FigureId, number> {
  const carried = new Map<FigureId, number>();
  for (const { id } of figuresOf(edition)) {
    const from = carriedFrom(id);
    const value = from === null ? null : (previous.figures[from] ?? null);
    if (value !== null) carried.set(id, value);
  }
  return carried;
}

/** What marks figures that were carried over on their sheet, for as long as each holds the number that was carried. */
export const carriedPaint = (
  cells: ReadonlyMap<FigureId, CellPosition>,
  carried: ReadonlyMap<FigureId, number>,
): PaintRule[] =>
  [...carried].flatMap(([id, value]): PaintRule[] => {
    const cell = cells.get(id);
    if (cell === undefined) return [];
    const { row, column } = cell;
    const at = a1(row, column);
    const range = { row, column, rowCount: 1, columnCount: 1 };
    return [{ rule: 'carried', range, formula: `=AND(COUNT(${at})=1,SUM(${at})=${value})`, style: 'carried' }];
  });

/** Figures that hold what last year's report carried over: taken over, or the same by a person's own count. */
export function carriedUntouched({ located, report, previous }: ActiveReport): ReadonlySet<FigureId> {
  if (previous === null) return new Set();
  const carried = carriedFigures(located.edition, previous);
  return new Set(
    [...carried].flatMap(([id, value]) =>
      located.cells.has(id) && !located.formulas.has(id) && report.figures[id] === value ? [id] : [],
    ),
  );
}

/** What carrying over would write into a report: into blanks alone, and not where a formula works it out. */
export function carryInto({ located, previous }: ActiveReport): Map<FigureId, number> {
  if (previous === null) return new Map();
  const carried = carriedFigures(located.edition, previous);
  return new Map(
    [...carried].filter(
      ([id]) =>
        located.cells.has(id) && !located.formulas.has(id) && (located.entries.get(id)?.kind ?? 'blank') === 'blank',
    ),
  );
}

/**
 * What to insert for the year after a report, or null where its year is not known. Unit and kind of body stay, and the
 * headings by which the office divides its text; the text is never copied. It is signed as last year, on a day that is to be
 * filled in, and the office is reached as it was.
 */
export function nextYearRequest(previous: Report): InsertRequest | null {
  if (previous.year === null) return null;
  const year = previous.year + 1;
  const edition = editionForYear(year);
  const totals = new Set(totalParts(edition).keys());
  const report = emptyReport(edition, year, previous.unit.name);
  report.unit = { ...previous.unit };
  if (previous.contact !== undefined) report.contact = previous.contact;
  if (previous.closing !== undefined) report.closing = { unit: previous.closing.unit, date: null };
  const { overview, problems, other } = previous.narrative;
  const headings = (paragraphs: readonly string[]): string[] => headingsFor(paragraphs, previous.year, year);
  report.narrative = { overview: headings(overview), problems: headings(problems), other: headings(other) };
  const carried = new Map([...carriedFigures(edition, previous)].filter(([id]) => !totals.has(id)));
  for (const [id, value] of carried) report.figures[id] = value;
  return { edition, year, unit: previous.unit.name, totals: 'formulas', report, carried };
}
