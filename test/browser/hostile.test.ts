/** Texts and messages that mean harm, at the built pane in real Chromium. That nothing runs is also held by `workbooks`: no error, no foreign request. */
import { describe, expect, test } from 'vitest';
import { zh } from '../../src/taskpane/words/words.zh';
import { workbooks, type Workbook } from './workbook';

const withWorkbook = workbooks();

const harmful = [
  ...['<img src=x onerror="top.harmed=1">', '<script>top.harmed=1</script>', 'javascript:top.harmed=1'],
  ...['"><svg onload=top.harmed=1>', '=HYPERLINK("https://example.invalid","x")'],
  ...['{{constructor.constructor("top.harmed=1")()}}', '\u202e报告\u0007\u200b'],
];

const insertReport = async ({ pane }: Workbook): Promise<void> => {
  await pane.getByRole('button', { name: new RegExp(zh.welcome.blank, 'u') }).click();
  await pane.getByRole('button', { name: zh.newReport.insert, exact: true }).click();
  await pane.getByRole('tab', { name: zh.tabs.check }).waitFor();
};

describe('a sheet', () => {
  test('whose cells hold markup, scripts and addresses is shown as text, and nothing of it runs', async () => {
    await withWorkbook(async (workbook) => {
      await insertReport(workbook);
      await workbook.book(({ book }, texts) => {
        const sheet = book.activeSheet;
        texts.forEach((text, index) =>
          book.pasteText(sheet, { row: 44 + index, column: 8, rowCount: 1, columnCount: 1 }, `'${text}`),
        );
        book.pasteText(
          sheet,
          { row: 0, column: 0, rowCount: 1, columnCount: 1 },
          `${texts[0] ?? ''}2025年政府信息公开工作年度报告`,
        );
        book.renameSheet(sheet, '表<b>1&2');
      }, harmful);
      await workbook.pane.getByRole('tab', { name: zh.tabs.check }).click();
      await workbook.pane.locator('[data-finding]').first().waitFor();
      expect(await workbook.pane.locator('img[src="x"], b, script:not([src])').count()).toBe(0);
      expect(await workbook.page.evaluate(() => 'harmed' in window)).toBe(false);
    });
  });
});

describe('the workbench', () => {
  test('hears messages of its own pane alone: another frame and another window are nobody', async () => {
    await withWorkbook(async (workbook) => {
      await insertReport(workbook);
      const before = await workbook.book(({ host }) => host.requests.length, null);
      // What the pane itself once sent, word for word, from a frame of the same origin and from the page.
      await workbook.page.evaluate(async () => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const name = JSON.parse(window.workbench.host.frame.name) as { xdmInfo: string };
        const [conversation] = name.xdmInfo.split('|');
        const message = JSON.stringify({
          _messageType: 0,
          _actionName: 'executeMethod',
          _conversationId: conversation,
          _correlationId: 999,
          _data: {
            DdaMethod: { DispatchId: 93 },
            ArrayData: ['', 'POST', 'ProcessQuery', [], '{"Actions":[],"ObjectPaths":{}}', 0, 0, ''],
          },
        });
        (frame.contentWindow as (Window & typeof globalThis) | null)?.eval(
          `parent.postMessage(${JSON.stringify(message)}, '*')`,
        );
        window.postMessage(message, '*');
        await new Promise((done) => setTimeout(done, 200));
        frame.remove();
      });
      const requests = await workbook.book(({ host }) => host.requests.map(({ batch }) => batch.Actions.length), null);
      expect(requests.slice(before).filter((actions) => actions === 0)).toEqual([]);
    });
  });
});
