/** A workbook that checks itself: the report's sheets of `write` with the formulas and formats of `rules`. */
import type { Edition } from '../report/edition';
import { findEdition, sameAmount, type FigureId } from '../report/figures';
import type { Language } from '../report/language';
import type { Report } from '../report/report';
import { sheetLayout, sheetNames } from '../report/sheet/sheet';
import type { SheetContent } from '../report/sheet/workbook';
import { paintRules, totalFormulas } from '../rules/sums/formula';
import { totalsOf } from '../rules/sums/identities';
import { resultsSheet } from './results';
import { writeXlsx } from '../write/xlsx/xlsx';

export interface ReportWorkbook {
  readonly edition: Edition;
  readonly year: number | null;
  readonly unit: string | null;
  /** `null` makes an empty template. */
  readonly report: Report | null;
  /** Totals as formulas where they agree with their parts; a total that does not stays typed and visible. */
  readonly totals: 'formulas' | 'typed';
  readonly language: Language;
  /** Sheets of a sum, after 校验结果. */
  readonly more?: readonly SheetContent[];
}

/** Totals of a report that differ from the sum of their parts. */
function disagreeing(edition: Edition, report: Report): Set<FigureId> {
  const value = (id: FigureId): number => report.figures[id] ?? NaN;
  return new Set(
    totalsOf(edition).flatMap(({ total, identity }) => {
      const sum = identity.right.reduce((parts, { id }) => parts + value(id), 0);
      return Number.isNaN(value(total.id)) || sameAmount(value(total.id), sum) ? [] : [total.id];
    }),
  );
}

/**
 * The .xlsx file: tables, text, 校验结果, and 校验说明 where the report has something to say there.
 * @throws UnwritableTextError
 */
export function reportWorkbook({
  edition,
  year,
  unit,
  report,
  totals,
  language,
  more = [],
}: ReportWorkbook): Uint8Array {
  const cells = sheetLayout(edition).figures;
  const typed = report === null ? new Set<FigureId>() : disagreeing(edition, report);
  const formulas = totals === 'typed' ? [] : [...totalFormulas(edition, cells)].filter(([id]) => !typed.has(id));
  return writeXlsx({
    edition,
    year,
    unit,
    report,
    language,
    totals: new Map(formulas),
    paint: paintRules(edition, cells),
    sheets: [resultsSheet(edition, cells, sheetNames(year).tables, language), ...more],
  });
}

/**
 * The same of a report that is there: its own edition, year and unit.
 * @throws RangeError for a report of no edition that there is
 */
export function workbookOf(
  report: Report,
  { totals = 'typed', language = 'zh', more }: Partial<Pick<ReportWorkbook, 'totals' | 'language' | 'more'>> = {},
): Uint8Array {
  const edition = findEdition(report.edition);
  if (edition === undefined) throw new RangeError(`no edition ${report.edition}`);
  const { year, unit } = report;
  return reportWorkbook({ edition, year, unit: unit.name, report, totals, language, ...(more && { more }) });
}
