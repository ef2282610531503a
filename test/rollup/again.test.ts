/** A sum that is made again: what the sheets say of the last one, and what may be put in its place. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { tableCellValue } from '../../src/report/sheet/workbook';
import type { Report } from '../../src/report/report';
import { locateReports } from '../../src/read/tables/locate';
import { replacement } from '../../src/host/replace';
import { holdsOnlyRows, sumOn, unitOfSum } from '../../src/rollup/again';
import { sumSheets } from '../../src/rollup/sheets';
import { rollUp } from '../../src/rollup/sum';
import { anyValidReport } from './validReports';
import { receive } from './receive';

const unit = '云溪县';
const sums = fc.array(anyValidReport(edition2021), { minLength: 1, maxLength: 4 }).map((reports) =>
  rollUp({
    edition: edition2021,
    year: 2025,
    unit,
    received: reports.map((one, at) => receive(`${at}.json`, { ...one, unit: { ...one.unit, name: `单位${at}` } })),
    roster: null,
    failures: [],
  }),
);
const languages = fc.constantFrom('zh' as const, 'en' as const);

/** The sheet of a sum as Excel tells of it, with a number typed into some of its cells. */
function locatedSum(report: Report, typed: ReadonlyMap<string, number> = new Map()) {
  const { cells, rowCount, columnCount } = sheetLayout(edition2021);
  const rows = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, (): unknown => ''));
  for (const cell of cells) {
    const written = tableCellValue(cell, { unit, year: 2025, report, totals: new Map() });
    (rows[cell.row] as unknown[])[cell.column] = typed.get(cell.figure ?? '') ?? written ?? '';
  }
  const [located] = locateReports({ name: '2025年报表', row: 0, column: 0, values: rows, formulas: rows });
  if (located === undefined) throw new Error('no report');
  return located;
}

describe('the sheets of a sum', () => {
  test('say what the sum was, in either language, and of no other edition', () => {
    fc.assert(
      fc.property(sums, languages, (sum, language) => {
        const [notes, sources] = sumSheets(sum, edition2021, language, ['a remark']);
        expect(sumOn(sources?.rows ?? [], edition2021)).toEqual(sum.report.figures);
        expect(sumOn(sources?.rows ?? [], edition2019)).toBe(null);
        expect(sumOn(notes?.rows ?? [], edition2021)).toBe(null);
        expect([notes, sources].map((sheet) => unitOfSum(sheet?.rows ?? []))).toEqual([unit, null]);
      }),
      { numRuns: 20 },
    );
  });

  test('hold rows and nothing else, until a person writes beside or below them', () => {
    fc.assert(
      fc.property(sums, languages, fc.nat(9), fc.nat(9), fc.boolean(), (sum, language, down, along, beside) => {
        for (const { rows, widths } of sumSheets(sum, edition2021, language, [])) {
          const { length: columns } = widths;
          expect(holdsOnlyRows(rows, columns)).toBe(true);
          const wide = rows.map((row) => [...row, ...Array.from({ length: columns + 10 - row.length }, () => '')]);
          const row = beside ? down % rows.length : rows.length + 1 + down;
          const typed = Array.from({ length: Math.max(rows.length, row + 1) }, (_, at) => [...(wide[at] ?? [])]);
          (typed[row] as unknown[])[beside ? columns + along : along % columns] = '请核对';
          expect(holdsOnlyRows(typed, columns)).toBe(false);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('the figures of a sum', () => {
  const figures = figuresOf(edition2021);
  const was = ({ figures: written }: Report) => ({ edition: edition2021.id, year: 2025, unit, figures: written });

  test('are replaced where they have changed, and nowhere else', () => {
    fc.assert(
      fc.property(sums, sums, (before, after) => {
        const changes = replacement(locatedSum(before.report), was(before.report), after.report.figures);
        const changed = figures.filter(({ id }) => before.report.figures[id] !== after.report.figures[id]);
        expect(changes).toEqual(new Map(changed.map(({ id }) => [id, after.report.figures[id] ?? ''])));
      }),
      { numRuns: 20 },
    );
  });

  test('stay, all of them, where a person has changed one, or another’s report stands there', () => {
    fc.assert(
      fc.property(sums, sums, fc.nat(), (before, after, pick) => {
        const id = figures[pick % figures.length]?.id ?? '';
        const located = locatedSum(before.report, new Map([[id, (before.report.figures[id] ?? 0) + 1]]));
        const replaced = replacement(located, was(before.report), after.report.figures);
        expect(replaced).toEqual({ ok: false, reason: 'notAsMade', detail: '1' });
        const other = { ...was(before.report), unit: '青禾县' };
        expect(replacement(locatedSum(before.report), other, after.report.figures)).toMatchObject({
          reason: 'noReport',
        });
      }),
      { numRuns: 20 },
    );
  });
});
