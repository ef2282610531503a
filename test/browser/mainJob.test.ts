import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../src/read/read';
import { editions } from '../../src/report/editions';
import { tableLayout } from '../../src/report/layout';
import { reportSchema, type Report } from '../../src/report/report';
import { zh } from '../../src/taskpane/words/words.zh';
import { convert, hasLibreOffice } from '../libreOffice';
import { hasOoxmlValidator, ooxmlFaults } from '../ooxml';
import { faults, placeOf, typeAt, workbooks, type Workbook } from './workbook';
import { filledReport } from '../filled';

const [edition2019] = editions as [(typeof editions)[number]];

const withWorkbook = workbooks();

const button = ({ pane }: Workbook, name: string | RegExp) =>
  pane.getByRole('button', { name, exact: typeof name === 'string' });
const tab = ({ pane }: Workbook, name: string) => pane.getByRole('tab', { name });

const paintedAt = (workbook: Workbook, edition: typeof edition2019, id: string) =>
  workbook.book(
    ({ book }, { row, column }) => book.painted(book.activeSheet, row, column).map((format) => format.formula),
    placeOf(edition, id),
  );

/** A published report as a page's text: a cell, a bar, a cell, a bar; both headers of the first table cut short. */
function publishedText(report: Report): string {
  const edition = edition2019;
  const lines: string[] = [];
  for (const section of edition.sections) {
    lines.push(section.title);
    const table = edition.tables.find((candidate) => candidate.id === section.id);
    if (table === undefined) {
      lines.push(...report.narrative[section.id as keyof Report['narrative']]);
      continue;
    }
    const layout = tableLayout(table);
    for (let row = 0; row < layout.rowCount; row += 1) {
      const cells = layout.cells.filter((cell) => cell.row === row);
      lines.push(
        cells
          .map(
            (cell) =>
              `${cell.figure === undefined ? cell.text.replace(/^本年新.*/u, '本年新') : String(report.figures[cell.figure])} |`,
          )
          .join(' '),
      );
    }
  }
  return lines.join('\n');
}

const published = (): Report => {
  const figures = {
    'applications.received.person': 9,
    'applications.received.total': 9,
    'applications.denied.administrativeInquiry.person': 5,
    'applications.denied.administrativeInquiry.total': 5,
    'applications.unavailable.notHeld.person': 4,
    'applications.unavailable.notHeld.total': 4,
    'applications.total.person': 9,
    'applications.total.total': 9,
    'review.directLitigation.otherResult': 3,
    'review.directLitigation.total': 3,
    'disclosure.licensing.change': -2,
    'disclosure.procurement.projects': 93,
    'disclosure.procurement.amount': 134.69,
  };
  const report = filledReport(edition2019, { year: 2020, unit: '', figures });
  report.narrative.overview = ['2020年，我局主动公开各类信息，全年共收到信息公开申请9件，办结9件。'];
  report.narrative.problems = ['公开内容的时效性有待提高，将加强培训。'];
  report.narrative.other = ['无'];
  return report;
};

async function importText(workbook: Workbook, text: string): Promise<void> {
  await button(workbook, new RegExp(zh.welcome.file, 'u')).click();
  await workbook.pane.getByLabel(zh.importing.paste).fill(text);
  await button(workbook, zh.importing.read).click();
}

describe('a published report of 2020, pasted into an empty workbook', () => {
  test('is read, filled in as printed, and one slip in a total is found, painted and undone', async () => {
    await withWorkbook(async (workbook) => {
      const { pane } = workbook;
      await importText(workbook, publishedText(published()));
      await pane.getByText(zh.importing.figuresRead(198, 198)).waitFor();
      await button(workbook, zh.importing.fill).click();
      await tab(workbook, zh.tabs.check).click();
      await pane
        .getByText(new RegExp(zh.check.none.slice(0, -1), 'u'))
        .first()
        .waitFor();
      expect(await faults(workbook).count()).toBe(0);

      await typeAt(workbook, placeOf(edition2019, 'applications.total.person'), '8');
      await faults(workbook).first().click();
      await pane.getByText('第一项 9＋第二项 0＝9').first().waitFor();
      await pane.getByText('第三项（七）总计 8＋第四项 0＝8').first().waitFor();
      // One slip reads as one finding; the two that follow from it are told with it.
      await pane.getByText(zh.check.folded(2)).waitFor();
      expect(await faults(workbook).count()).toBe(1);
      expect((await paintedAt(workbook, edition2019, 'applications.total.person')).length).toBeGreaterThan(0);

      await workbook.book(({ book }) => book.undo(), null);
      await faults(workbook).first().waitFor({ state: 'detached' });
      expect(await paintedAt(workbook, edition2019, 'applications.total.person')).toEqual([]);
    });
  });

  test('leaves again as the same report, as data and as a Word file that LibreOffice opens', async () => {
    await withWorkbook(async (workbook) => {
      const { page, pane } = workbook;
      const report = published();
      await importText(workbook, publishedText(report));
      await pane.getByText(zh.importing.figuresRead(198, 198)).waitFor();
      await button(workbook, zh.importing.fill).click();
      await tab(workbook, zh.tabs.export).click();
      const take = async (name: string): Promise<Buffer> => {
        await button(workbook, new RegExp(`^${name}`, 'u')).click();
        const downloading = page.waitForEvent('download');
        const anyway = button(workbook, zh.export.anyway);
        const download = await Promise.race([downloading, anyway.waitFor().then(() => null)]);
        if (download === null) await anyway.click();
        return readFileSync(await (await downloading).path());
      };
      const json: unknown = JSON.parse((await take(zh.export.formats.json.replace(/[（）]/gu, '.'))).toString('utf8'));
      const read = reportSchema.parse(json);
      expect(read.figures).toEqual(report.figures);
      expect(read.narrative).toEqual(report.narrative);
      expect(read.year).toBe(2020);

      const word = await take(zh.export.formats.word);
      if (hasOoxmlValidator) expect(await ooxmlFaults('report.docx', word)).toEqual([]);
      const back = await readFile('report.docx', word);
      expect(back.ok && back.readings.map(({ report: own }) => own.figures)).toEqual([report.figures]);
      if (!hasLibreOffice) return;
      const html = (await convert('report.docx', word, 'html')).toString('utf8');
      const found = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gsu)].flatMap(
        ([, inner = '']) => /^-?[\d.]+/u.exec(inner.replace(/<[^>]*>|\s|&nbsp;/gu, ''))?.[0] ?? [],
      );
      // Labels such as 1.属于国家秘密 begin with a number too: the figures are those of the rest, in printed order.
      const printed = edition2019.tables.flatMap((table) =>
        tableLayout(table).cells.flatMap((cell) =>
          cell.figure === undefined ? [] : [String(report.figures[cell.figure])],
        ),
      );
      expect(found.filter((cell) => !/^\d\.$/u.test(cell))).toEqual(printed);
    });
  });
});
