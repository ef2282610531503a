/** A sum's own workbook, read back: one report, whatever its other sheets say. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { reportWorkbook } from '../../../src/papers/workbook';
import { openArchive } from '../../../src/read/containers/archive';
import { Budget } from '../../../src/read/containers/budget';
import { sheetsOf } from '../../../src/read/formats/excel/xlsx/xlsx';
import { readFile } from '../../../src/read/read';
import { locateReports } from '../../../src/read/tables/locate';
import { editions } from '../../../src/report/editions';
import { rollUpSheets } from '../../../src/rollup/sheets';
import { rollUp } from '../../../src/rollup/sum';
import { anyReport } from '../../write/reports';
import { listed, receive } from '../receive';

/** Names of bodies and files that look like titles, headings and labels of a report. */
const names = fc.constantFrom(
  ...['青石镇', '青石镇2025年政府信息公开工作年度报告', '二、主动公开政府信息情况', '规章', '（七）总计'],
  '政府信息公开工作年度报告',
);

describe.each(editions.map((edition) => [edition.id, edition] as const))('a sum of edition %s', (_, edition) => {
  const submissions = fc.array(fc.record({ report: anyReport(edition), name: names, source: names }), {
    minLength: 1,
    maxLength: 4,
  });
  const sums = fc.record({
    submissions,
    unit: fc.constantFrom('云溪县', null),
    roster: fc.option(fc.array(names, { maxLength: 3 })),
    unreadable: fc.array(names, { maxLength: 2 }),
    language: fc.constantFrom('zh' as const, 'en' as const),
  });

  test('gives back its figures as the only report, in the reader and in the pane', async () => {
    await fc.assert(
      fc.asyncProperty(sums, async ({ submissions: handedIn, unit, roster, unreadable, language }) => {
        const sum = rollUp({
          edition,
          year: 2025,
          unit,
          roster: roster === null ? null : listed(roster),
          failures: unreadable.map((name) => ({ source: `${name}.docx`, reason: '无法读取' })),
          received: handedIn.map(({ report, name, source }, index) =>
            receive(`${source}${index}.docx`, { ...report, year: 2025, unit: { ...report.unit, name } }),
          ),
        });
        const more = rollUpSheets(sum, edition, language);
        const { report } = sum;
        const bytes = reportWorkbook({ edition, year: 2025, unit, report, totals: 'typed', language, more });
        const read = await readFile('汇总.xlsx', bytes);
        expect(read.ok && read.readings.map((reading) => reading.report.figures)).toEqual([report.figures]);
        const located = sheetsOf(openArchive(bytes), new Budget()).flatMap(({ grid }) => locateReports(grid));
        expect(located).toHaveLength(1);
      }),
      { numRuns: 12 },
    );
  });
});
