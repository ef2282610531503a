/** A workbook of 300 report sheets, open in the pane: what discovery, an edit and standing still cost. Wants `npm run build`. */
import { edition2021 } from '../src/report/editions/2021';
import { sheetLayout } from '../src/report/sheet/sheet';
import { zh } from '../src/taskpane/words/words.zh';
import { watchBlocks } from '../test/browser/blocks';
import { openBrowser } from '../test/browser/browser';
import { serveBuilt } from '../test/browser/workbook';
import { printTable } from './measure';

const count = 300;
/** Longer than the pane waits before it looks by itself. */
const still = 12_000;

export async function manySheets(): Promise<void> {
  const cell = sheetLayout(edition2021).figures.get('applications.total.person');
  if (cell === undefined) throw new Error('the 2021 edition has no total of persons');
  const browser = await openBrowser();
  const site = await serveBuilt();
  try {
    const page = await browser.context.newPage();
    await page.goto(`${site.url}bare.html`);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('button', { name: new RegExp(zh.welcome.blank, 'u') }).click();
    await pane.getByRole('button', { name: zh.newReport.insert, exact: true }).click();
    await pane.getByText(zh.tasks.title).waitFor({ timeout: 60_000 });
    await page.evaluate((copies) => {
      const { book } = window.workbench;
      const report = book.sheets.find(({ name }) => name.includes('报表'));
      if (report !== undefined) for (let copy = 1; copy < copies; copy += 1) book.copySheet(report.id);
    }, count);
    await page.waitForTimeout(4_000);
    const asked = () =>
      page.evaluate(() => {
        const work = window.workbench.host.requests.filter(({ purpose }) => purpose === 'work');
        return {
          requests: work.length,
          largest: Math.max(0, ...work.map(({ size }) => size.response)),
          all: work.reduce((sum, { size }) => sum + size.request + size.response, 0),
        };
      });
    const clear = () => page.evaluate(() => window.workbench.host.clearRequests());

    await clear();
    const discovering = await watchBlocks(page);
    await page.evaluate(() => window.workbench.host.reload());
    await pane.getByText(zh.tasks.title).waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1_500);
    const blocks = await discovering();
    const discovery = await asked();

    await clear();
    const editing = await watchBlocks(page);
    await page.evaluate(({ row, column }) => {
      const { book } = window.workbench;
      book.type(book.activeSheet, { row, column, rowCount: 1, columnCount: 1 }, '21');
    }, cell);
    await page.waitForTimeout(1_500);
    const edited = await editing();
    const edit = await asked();

    await clear();
    await page.waitForTimeout(still);
    const idle = await asked();

    await clear();
    await pane.getByRole('tab', { name: zh.tabs.county, exact: true }).click();
    const takingBlocks = await watchBlocks(page);
    await pane.getByRole('button', { name: zh.county.takeSheets, exact: true }).click();
    await pane
      .getByText(new RegExp(`${zh.county.all} ${count}`, 'u'))
      .first()
      .waitFor({ timeout: 60_000 });
    const taken = await takingBlocks();
    const taking = await asked();
    await page.screenshot({ path: '.cache/sheets.png' });
    const kilobytes = (characters: number): string => `${Math.round(characters / 1_000).toLocaleString('en')} KB`;
    printTable(`A workbook of ${count} report sheets`, [
      {
        what: 'discovery: requests, and the largest answer',
        measured: `${discovery.requests}, ${kilobytes(discovery.largest)}`,
        goal: '< 1,000 KB',
      },
      {
        what: 'discovery: longest block, with the stand-in’s own work',
        measured: `${blocks.busy} ms (${blocks.wall} ms by the wall)`,
        goal: '≤ 100 ms',
      },
      { what: 'one edit: requests', measured: `${edit.requests} (${kilobytes(edit.all)})`, goal: '1' },
      {
        what: 'one edit: longest block',
        measured: `${edited.busy} ms (${edited.wall} ms by the wall)`,
        goal: '≤ 100 ms',
      },
      {
        what: `${still / 1_000} s of standing still: requests`,
        measured: `${idle.requests} (${kilobytes(idle.all)})`,
        goal: 'nothing that cannot have changed',
      },
      {
        what: 'all sheets into the roll-up: requests, and the largest answer',
        measured: `${taking.requests}, ${kilobytes(taking.largest)}`,
        goal: '< 1,000 KB',
      },
      {
        what: 'all sheets into the roll-up: longest block',
        measured: `${taken.busy} ms (${taken.wall} ms by the wall)`,
        goal: '≤ 100 ms',
      },
    ]);
  } finally {
    await browser.close();
    await site.close();
  }
}
