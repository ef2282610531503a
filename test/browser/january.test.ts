import { expect, test } from 'vitest';
import type { Locator } from 'playwright-core';
import { edition2021 } from '../../src/report/editions/2021';
import { emptyReport } from '../../src/report/empty';
import { figuresOf } from '../../src/report/figures';
import { sheetLayout, sheetNames } from '../../src/report/sheet';
import { writeWord } from '../../src/write/word/word';
import { zh } from '../../src/taskpane/words/words.zh';
import { workbooks } from './workbook';

const withWorkbook = workbooks();
const year = new Date().getFullYear() - 1;

/** Last year's Word file: one application came in and was carried over; everything else is 0. */
function lastYearsFile(): Buffer {
  const report = emptyReport(edition2021, year - 1, '云溪县林业局');
  for (const { id } of figuresOf(edition2021)) report.figures[id] = 0;
  for (const row of ['received', 'carriedOut'])
    for (const column of ['person', 'total']) report.figures[`applications.${row}.${column}`] = 1;
  report.narrative = {
    overview: ['上年新收政府信息公开申请1件，结转下年度继续办理1件。'],
    problems: ['栏目更新不够及时，已明确专人负责。'],
    other: ['没有其他需要报告的事项。'],
  };
  return Buffer.from(writeWord(report));
}

test('from last year’s Word file to this year’s in at most twelve clicks, nothing left to put right', async () => {
  await withWorkbook(async ({ page, pane, book }) => {
    const clicks: string[] = [];
    const click = async (what: Locator): Promise<void> => {
      clicks.push(((await what.getAttribute('aria-label')) ?? (await what.textContent()) ?? '').trim());
      await what.click();
    };
    const button = (name: string | RegExp) => pane.getByRole('button', { name }).first();
    const type = (id: string, text: string) => {
      const cell = sheetLayout(edition2021).figures.get(id);
      return book(({ book: model }, given) => void model.type(given.sheet, given.place, given.text), {
        sheet: sheetNames(year).tables,
        place: { row: cell?.row ?? 0, column: cell?.column ?? 0, rowCount: 1, columnCount: 1 },
        text,
      });
    };

    await click(button(new RegExp(zh.welcome.previous, 'u')));
    const choosing = page.waitForEvent('filechooser');
    await click(button(zh.importing.choose));
    await (await choosing).setFiles({ name: '上年年报.docx', mimeType: '', buffer: lastYearsFile() });
    await click(button(zh.importing.fillAndBegin(year)));
    await pane.getByRole('heading', { name: `云溪县林业局 · ${year}年` }).waitFor();

    await type('applications.received.person', '4');
    await type('applications.granted.person', '5');
    await click(button(/^各表其余 \d+ 格都填 0$/u));
    await click(button(zh.fill.zerosConfirm));
    await pane.getByText(/^已填入 \d+ 个 0。$/u).waitFor();

    await click(pane.getByRole('tab', { name: zh.tabs.text }));
    const overview = pane.locator('[data-section="overview"]');
    await click(overview.getByRole('button', { name: zh.editor.allPhrases }));
    await click(pane.locator('[data-section="problems"] textarea'));
    await page.keyboard.type('个别栏目更新不够及时，下一步按月检查更新情况。');
    await click(pane.locator('[data-section="other"]').getByRole('button', { name: '没有其他需要报告的事项。' }));
    await expect
      .poll(() =>
        book(
          ({ book: model }, sheet) =>
            model
              .values(sheet, { row: 0, column: 0, rowCount: 30, columnCount: 1 })
              .flat()
              .map((value) => String(value ?? ''))
              .join('\n'),
          sheetNames(year).text,
        ),
      )
      .toMatch(
        /本年新收政府信息公开申请4件，上年结转1件；办结5件[\s\S]*按月检查更新情况。[\s\S]*没有其他需要报告的事项。/u,
      );

    await click(pane.getByRole('tab', { name: zh.tabs.export }));
    const downloading = page.waitForEvent('download');
    await click(button(zh.export.formats.word));
    expect((await downloading).suggestedFilename()).toBe(`云溪县林业局${year}年政府信息公开工作年度报告.docx`);
    // Handed over without a question: no fault, no blank, no difference without a reason, no section without text.
    expect(await pane.getByRole('dialog').count()).toBe(0);

    console.log(clicks.map((name, index) => `${index + 1}. ${name}`).join('\n'));
    expect(clicks.length).toBeLessThanOrEqual(12);
  });
});
