/** This year's figures beside last year's. */
import type { Edition } from '../report/edition';
import { figuresOf, findEdition, findFigure, type Figure } from '../report/figures';
import type { Language } from '../report/language';
import type { Report } from '../report/report';
import type { SheetContent, SheetValue } from '../report/sheet/workbook';
import { words } from './words';

export interface ComparedFigure {
  readonly figure: Figure;
  readonly previous: number | null;
  readonly current: number | null;
  /** `null` where one of the two is not there, or they are not counted alike. */
  readonly difference: number | null;
  /** Part of last year's figure: 0.25 is a quarter more. `null` where there is no difference to tell or last year was 0. */
  readonly change: number | null;
}

/** Whether an amount is counted in the same known unit in both reports. */
const sameUnit = (figure: Figure, report: Report, previous: Report): boolean => {
  if (figure.unit !== 'unprinted') return true;
  const unit = report.units[figure.id] ?? 'unknown';
  return unit !== 'unknown' && unit === previous.units[figure.id];
};

/**
 * Every figure that both editions have, in printed order. Where the editions differ these are the figures that mean the
 * same in both: figures that an edition counts otherwise have another id.
 */
export function compareYears(report: Report, previous: Report): ComparedFigure[] {
  const edition = findEdition(report.edition);
  const before = findEdition(previous.edition);
  if (edition === undefined || before === undefined) return [];
  return figuresOf(edition)
    .filter(({ id }) => findFigure(before, id) !== undefined)
    .map((figure) => {
      const last = previous.figures[figure.id] ?? null;
      const current = report.figures[figure.id] ?? null;
      const difference =
        last === null || current === null || !sameUnit(figure, report, previous)
          ? null
          : Math.round((current - last) * 1e6) / 1e6;
      const change = difference === null || last === null || last === 0 ? null : difference / Math.abs(last);
      return { figure, previous: last, current, difference, change };
    });
}

/** Those that fit a page or two: of the large table only its totals over all applicants. */
export const mainComparisons = (comparisons: readonly ComparedFigure[], edition: Edition): ComparedFigure[] => {
  const large = new Set(edition.tables.filter(({ form }) => form === 'matrix').map(({ id }) => id));
  return comparisons.filter(({ figure }) => !large.has(figure.table) || figure.column === 'total');
};

/** Those in which there was something in either year, or is not known to have been nothing. */
export const notZero = ({ previous, current }: ComparedFigure): boolean => previous !== 0 || current !== 0;

/**
 * A figure in the form's own words for a list that is read from top to bottom: `（三）不予公开：1.属于国家秘密`. What is a
 * total over all applicants is named by its row alone.
 */
export function comparisonName({ rowLabels, column, columnLabel, table }: Figure): string {
  const rows = (rowLabels.length > 2 ? rowLabels.slice(-2) : rowLabels.slice(-1)).map((label) =>
    label.replace(/（[^）]{6,}）$/u, ''),
  );
  return (table === 'applications' && column === 'total' ? rows : [...rows, columnLabel]).join('：');
}

/** `+25.0%`, `-8.3%`; a dash where there is nothing to tell. */
export const changeText = (change: number | null): string =>
  change === null ? '—' : `${change > 0 ? '+' : ''}${(change * 100).toFixed(1)}%`;

/** The comparison as a worksheet. */
export function comparisonSheet(comparisons: readonly ComparedFigure[], language: Language): SheetContent {
  const { sheet, title, headers } = words[language].comparison;
  return {
    name: sheet,
    widths: [48, 12, 12, 12, 12],
    headerRows: 2,
    rows: [
      [title],
      headers,
      ...comparisons.map(({ figure, previous, current, difference, change }): SheetValue[] => [
        comparisonName(figure),
        previous ?? '',
        current ?? '',
        difference ?? '',
        changeText(change),
      ]),
    ],
    paint: [],
  };
}
