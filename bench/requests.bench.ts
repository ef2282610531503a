/** What the live check costs the workbook: requests to Excel at discovery and for one edit, and their size. */
import { figuresOf } from '../src/report/figures';
import { edition2021 } from '../src/report/editions/2021';
import { sheetLayout } from '../src/report/sheet/sheet';
import { zh } from '../src/taskpane/words/words.zh';
import { openBrowser } from '../test/browser/browser';
import { serveBuilt } from '../test/browser/workbook';
import { duration, median, printTable } from './measure';

const edits = 11;
/** Longer than the loop waits for further changes, shorter than its slow poll. */
const quiet = 1_500;

interface Cost {
  /** Of the requests, those that only ask to be told of events. */
  readonly registrations: number;
  readonly requests: number;
  readonly characters: number;
  readonly wrote: boolean;
}

export async function requests(): Promise<void> {
  const figure = figuresOf(edition2021).find(({ id }) => id === 'applications.total.person');
  const cell = figure && sheetLayout(edition2021).figures.get(figure.id);
  if (cell === undefined) throw new Error('the 2021 edition has no total of persons');
  const place = { row: cell.row, column: cell.column, rowCount: 1, columnCount: 1 };
  const browser = await openBrowser();
  const site = await serveBuilt();
  try {
    const page = await browser.context.newPage();
    await page.goto(site.url);
    const pane = page.frameLocator('iframe');
    const findings = pane.locator('[data-finding]');
    const openCheck = async (): Promise<void> => {
      await pane.getByRole('tab', { name: zh.tabs.check, exact: true }).click({ timeout: 60_000 });
      await findings.first().waitFor({ timeout: 60_000 });
    };
    await openCheck();

    const cost = (): Promise<Cost> =>
      page.evaluate(() => {
        const asked = window.workbenchPage.host?.requests.filter(({ purpose }) => purpose === 'work') ?? [];
        return {
          requests: asked.length,
          registrations: asked.filter(({ batch }) => JSON.stringify(batch).includes('"_Register')).length,
          characters: asked.reduce((sum, { size }) => sum + size.request + size.response, 0),
          wrote: asked.some(({ wrote }) => wrote),
        };
      });

    // The grid and the pane have settled by now; a new pane has to find everything again. Nobody touches it until it has: who
    // comes to the pane, by a click into it, makes it look once more.
    await page.evaluate(() => window.workbenchPage.host?.reload());
    const verdict = pane.getByText(zh.levels.fault, { exact: true }).first();
    await verdict.waitFor({ state: 'detached' });
    await verdict.waitFor({ timeout: 60_000 });
    let discovery = await cost();
    while (discovery.registrations === 0) discovery = await cost();
    await page.waitForTimeout(quiet);
    await page.evaluate(() => window.workbenchPage.host?.clearRequests());
    await openCheck();
    await page.waitForTimeout(quiet);
    const coming = await cost();

    const costs: Cost[] = [];
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit += 1) {
      await page.waitForTimeout(quiet);
      const checked = await pane.locator('body').innerText();
      await page.evaluate(
        ([range, value]) => {
          const { book, host } = window.workbenchPage;
          host?.clearRequests();
          book.type(book.activeSheet, range, value);
        },
        [place, String(20 + edit)] as const,
      );
      const from = performance.now();
      while ((await pane.locator('body').innerText()) === checked) await page.waitForTimeout(5);
      times.push(performance.now() - from);
      costs.push(await cost());
    }
    const middle = (read: (cost: Cost) => number): number => median(costs.map(read));
    printTable('Requests to Excel by the live check', [
      {
        what: 'at discovery',
        measured: `${discovery.requests - discovery.registrations} (${discovery.characters} characters with the next)`,
        goal: '2',
      },
      { what: 'to be told of events, once', measured: String(discovery.registrations) },
      { what: 'when a person comes to the pane', measured: String(coming.requests) },
      {
        what: `for one edit (median of ${edits})`,
        measured: `${middle((one) => one.requests)} (${middle((one) => one.characters)} characters)`,
        goal: '1',
      },
      { what: 'that wrote', measured: String([discovery, ...costs].filter(({ wrote }) => wrote).length), goal: '0' },
      { what: 'from the edit to the new verdict', measured: duration(median(times)) },
    ]);
  } finally {
    await browser.close();
    await site.close();
  }
}
