import { describe, expect, test } from 'vitest';
import { emptyReport } from '../../../src/report/empty';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Report } from '../../../src/report/report';
import { readFile } from '../../../src/read/read';
import { workbookOf } from '../../../src/papers/workbook';
import { zh } from '../../../src/taskpane/words/words.zh';
import { writeHtml } from '../../../src/write/html/html';
import { writeWord } from '../../../src/write/word/word';
import { convert, hasLibreOffice } from '../../libreOffice';
import { sampleOf } from '../../read/noise/shapes';
import { workbooks } from '../workbook';

const sample = sampleOf(edition2021, 4);
const { overview, problems, other } = sample.narrative;
const report: Report = {
  ...emptyReport(edition2021, sample.year, sample.unit),
  figures: Object.fromEntries(sample.truth),
  narrative: { overview: [...overview], problems: [...problems], other: [...other] },
};
const word = (): Uint8Array => writeWord(report);
const workbook = (): Uint8Array => workbookOf(report);

const withWorkbook = workbooks();

describe.skipIf(!hasLibreOffice)('a file of another kind, opened in the pane', () => {
  test.each([
    ['报告.doc', 'a.docx', 'doc', word],
    ['报告.wps', 'a.docx', 'doc', word],
    ['报告.xls', 'a.xlsx', 'xls', workbook],
    ['报告.et', 'a.xlsx', 'xls', workbook],
    ['报告.pdf', 'a.docx', 'pdf', word],
  ])(
    '%s: every figure is read, beside the pane, and nothing is asked for from elsewhere',
    async (name, from, filter, write) => {
      const bytes = await convert(from, write(), filter);
      await withWorkbook(async ({ page, pane }) => {
        const asked: string[] = [];
        page.on('request', (request) => asked.push(new URL(request.url()).hostname));
        await pane.getByRole('button', { name: new RegExp(zh.welcome.file, 'u') }).click();
        await pane.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: bytes });
        await pane.getByText(zh.importing.figuresRead(sample.truth.size, sample.truth.size)).waitFor();
        expect(new Set(asked)).toEqual(new Set(asked.length > 0 ? ['localhost'] : []));
      });
    },
  );
});

test('a web page printed by a browser as PDF is read whole', async () => {
  await withWorkbook(async ({ page }) => {
    const printing = await page.context().newPage();
    await printing.setContent(writeHtml(report));
    const header = { displayHeaderFooter: true, margin: { top: '2cm', bottom: '2cm', left: '2cm', right: '2cm' } };
    const bytes = await printing.pdf({ format: 'A4', ...header });
    await printing.close();
    const result = await readFile('报告.pdf', bytes);
    if (!result.ok) throw new Error(result.failure.kind);
    const [reading] = result.readings;
    expect(reading?.report).toMatchObject({
      year: report.year,
      unit: { name: report.unit.name },
      figures: report.figures,
      narrative: report.narrative,
    });
  });
});
