/**
 * Takes the pictures of docs/guide from the built workbench in Chromium: a clerk's way from last year's Word file, in both
 * languages. The day is fixed, so that the pictures change with the screen alone.
 *
 * Run: npm run docs:guide (needs a build)
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { edition2021 } from '../src/report/editions/2021';
import { sheetLayout, sheetNames } from '../src/report/sheet/sheet';
import { en } from '../src/taskpane/words/words.en';
import { zh } from '../src/taskpane/words/words.zh';
import { writeWord } from '../src/write/word/word';
import { headlessBrowser } from './shared/browsers';
import { lastYears } from './screens/walk';
import { localCertificate, serve } from './shared/serve';

const root = path.resolve(import.meta.dirname, '..');
const today = '2026-01-12T09:30:00+08:00';
const year = 2025;
/** Bytes of a picture. */
const largest = 100_000;

/** Types a figure on this year's sheet, as a person does. */
function type(page: Page, id: string, text: string): Promise<void> {
  const cell = sheetLayout(edition2021).figures.get(id);
  if (cell === undefined) throw new Error(`no cell for ${id}`);
  return page.evaluate(
    ({ sheet, row, column, typed }) => {
      window.workbenchPage.book.type(sheet, { row, column, rowCount: 1, columnCount: 1 }, typed);
    },
    { sheet: sheetNames(year).tables, row: cell.row, column: cell.column, typed: text },
  );
}

async function take(browser: Browser, url: string, language: 'zh' | 'en', folder: string): Promise<void> {
  const words = language === 'zh' ? zh : en;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1120, height: 980 },
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  await page.goto(`${url}/index.html?sample=empty&lang=${language}`);
  const frame = page.locator('iframe').first();
  const pane = frame.contentFrame();
  const button = (name: string) => pane.getByRole('button', { name }).first();
  const tab = (name: string) => pane.getByRole('tab', { name }).click();
  const keep = async (name: string): Promise<void> => {
    const file = path.join(folder, `${name}.png`);
    const { length } = await frame.screenshot({ path: file, animations: 'disabled' });
    if (length > largest) throw new Error(`${file} has ${length} bytes`);
  };

  await button(words.welcome.previous).click();
  await pane
    .locator('input[type=file]')
    .setInputFiles({ name: '上年年报.docx', mimeType: '', buffer: Buffer.from(writeWord(lastYears(year))) });
  await button(words.importing.fillAndBegin(year)).click();
  await pane.getByRole('heading', { name: words.tasks.title }).waitFor();
  await type(page, 'applications.received.person', '4');
  await type(page, 'applications.granted.person', '5');
  await pane.locator('[data-task=applications]').getByRole('button').last().click();
  await pane.getByRole('heading', { name: words.help.title }).waitFor();
  await keep('home');

  await pane.getByRole('button', { name: new RegExp(words.tasks.allZeros(9).replace('9', '\\d+'), 'u') }).click();
  await button(words.fill.zerosConfirm).click();
  await pane.getByRole('region', { name: words.undo.region }).waitFor();
  await tab(words.tabs.text);
  await button(words.editor.allPhrases).waitFor();
  await keep('text');
  await type(page, 'applications.granted.person', '4');
  await tab(words.tabs.check);
  await pane.locator('[data-finding]').first().click();
  await pane.getByRole('button', { name: words.check.locate }).first().waitFor();
  await keep('check');
  await context.close();
}

const server = await serve(
  [['', path.join(root, 'dist')]],
  0,
  await localCertificate(path.join(root, '.cache/certificate.json')),
);
const browser = await chromium.launch(await headlessBrowser());
try {
  for (const language of ['zh', 'en'] as const) {
    const folder = path.join(root, 'docs/guide', language === 'zh' ? 'pictures' : 'en/pictures');
    mkdirSync(folder, { recursive: true });
    await take(browser, server.url, language, folder);
  }
} finally {
  await browser.close();
  await server.close();
}
