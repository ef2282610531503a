import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, projectRoot, serve, type OpenBrowser, type Served } from '../../browser/browser';

let folder: string;
let served: Served;
let opened: OpenBrowser;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-gate-'));
  for (const file of ['taskpane.html', 'taskpane.css', 'syntax.js', 'gate.js']) {
    await copyFile(path.join(projectRoot, 'src/taskpane', file), path.join(folder, file));
  }
  await writeFile(path.join(folder, 'taskpane.js'), `document.getElementById('pane').textContent = 'running';`);
  served = await serve([['', folder]]);
  opened = await openBrowser();
});

afterAll(async () => {
  await opened?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Opens the page with a stand-in for the client library, after `before` has changed the engine. */
async function open(office: string | null, before = ''): Promise<Page> {
  const page = await opened.context.newPage();
  await page.route('**/office-js/office.js', (route) =>
    office === null ? route.abort() : route.fulfill({ contentType: 'text/javascript', body: office }),
  );
  await page.addInitScript(before);
  await page.goto(`${served.url}taskpane.html`);
  return page;
}

const office = (host: string, supported: boolean): string => `window.Office = {
  HostType: { Excel: 'Excel' },
  context: { requirements: { isSetSupported: function (set, version) { return set === 'ExcelApi' && version === '1.14' && ${supported}; } } },
  onReady: function (tell) { setTimeout(function () { tell({ host: ${host} }); }); }
};`;

const instead = (page: Page) => page.getByText('Excel 2021 或更高版本、Microsoft 365、Excel 网页版。');

test('Excel that has what the pane needs runs it', async () => {
  const page = await open(office(`'Excel'`, true));
  await page.getByText('running').waitFor();
  expect(await instead(page).isVisible()).toBe(false);
  expect(await page.getByText('正在启动勾稽').isVisible()).toBe(false);
});

test.each([
  ['an Excel without the needed functions', office(`'Excel'`, false), '', '这个 Excel 的版本太旧'],
  ['a page outside of Excel', office('null', true), '', '勾稽要在 Excel 中打开'],
  ['a client library that did not load', null, '', '没有连上 Excel'],
  ['an engine without Proxy', office(`'Excel'`, true), 'delete window.Proxy;', '浏览器内核太旧'],
  ['an engine without fetch', office(`'Excel'`, true), 'delete window.fetch;', '浏览器内核太旧'],
  [
    'an engine that does not know the syntax',
    office(`'Excel'`, true),
    'Object.defineProperty(window, "goujiSyntax", { value: 0 });',
    '浏览器内核太旧',
  ],
  ['an engine without Array.prototype.at', office(`'Excel'`, true), 'delete Array.prototype.at;', '浏览器内核太旧'],
])('%s gets the static page with its reason, and the pane is not loaded', async (_, library, before, reason) => {
  const page = await open(library, before);
  await page.getByRole('alert').getByText(reason).waitFor();
  expect(await instead(page).isVisible()).toBe(true);
  expect(await page.getByText('Excel 2021 or later').isVisible()).toBe(true);
  expect(await page.getByText('running').count()).toBe(0);
});

test('a bundle that does not arrive is said', async () => {
  const page = await opened.context.newPage();
  await page.route('**/office-js/office.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: office(`'Excel'`, true) }),
  );
  await page.route('**/taskpane.js', (route) => route.abort());
  await page.goto(`${served.url}taskpane.html`);
  await page.getByRole('alert').getByText('勾稽没有加载完整').waitFor();
});
