/**
 * From a key or a click until the pane has painted what came of it: typing in the editor of the text, and going through two
 * hundred findings. As the browser itself measures it (Event Timing), over the built pane on the stand-in for Excel.
 */
import path from 'node:path';
import { chromium, type Frame, type Page } from 'playwright-core';
import { headlessBrowser } from '../scripts/shared/browsers';
import { localCertificate, serve } from '../scripts/shared/serve';
import { edition2021 } from '../src/report/editions/2021';
import { sheetLayout, sheetNames } from '../src/report/sheet/sheet';
import { zh } from '../src/taskpane/words/words.zh';
import { writeWord } from '../src/write/word/word';
import { duration, median, printTable, type Row } from './measure';
import type { Book } from '../src/book/book';
import { filledReport } from '../test/filled';

const root = process.cwd();
const year = 2025;
const goal = '≤ 100 ms';
/** 再显示 40 条（还有 160 条）, whatever the numbers. */
const moreFindings = new RegExp(zh.check.more(1, 1).replace(/\d+/gu, String.raw`\d+`), 'u');

/** Notes how long each press and click took until the next paint; the browser tells nothing below 16 ms. */
function noteInteractions(): void {
  const heard: number[] = [];
  (window as unknown as { interactions: number[] }).interactions = heard;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as PerformanceEventTiming[])
      if (['keydown', 'keypress', 'click', 'pointerup'].includes(entry.name)) heard.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/** What was noted since it was asked last; every interaction below what the browser tells counts as that. */
async function taken(pane: Frame, interactions: number): Promise<number[]> {
  await pane.waitForTimeout(400);
  const heard = await pane.evaluate(() => (window as unknown as { interactions: number[] }).interactions.splice(0));
  return [...heard, ...Array.from({ length: Math.max(0, interactions - heard.length) }, () => 16)];
}

/** A report that was read in, so that its sheet and its text are there. */
async function begin(page: Page, pane: Frame): Promise<void> {
  const report = filledReport(edition2021, { year, unit: '云溪县林业局' });
  report.narrative.overview = Array.from({ length: 8 }, (_, index) => `第${index + 1}段：本年度主动公开政府信息0条。`);
  await pane.getByRole('button', { name: new RegExp(zh.welcome.file, 'u') }).click();
  await pane
    .locator('input[type=file]')
    .setInputFiles({ name: '年报.docx', mimeType: '', buffer: Buffer.from(writeWord(report)) });
  await pane.getByRole('button', { name: zh.importing.fill, exact: true }).click();
  await pane.getByRole('heading', { name: zh.tasks.title }).waitFor();
  await page.waitForTimeout(500);
}

async function typing(page: Page, pane: Frame): Promise<number[]> {
  await pane.getByRole('tab', { name: zh.tabs.text }).click();
  const box = pane.locator('[data-section="overview"] textarea').first();
  await box.click();
  const text = 'zhudong gongkai zhengfu xinxi ';
  await taken(pane, 0);
  for (let round = 0; round < 3; round += 1) await page.keyboard.type(text, { delay: 40 });
  return taken(pane, 3 * text.length);
}

async function findings(page: Page, pane: Frame): Promise<{ readonly count: number; readonly times: number[] }> {
  const cells = [...sheetLayout(edition2021).figures.values()].map(({ row, column }) => ({ row, column }));
  await page.evaluate(
    ({ sheet, places }) => {
      const { book } = (window as unknown as { workbench: { book: Book } }).workbench;
      book.as('user', () => {
        for (const { row, column } of places)
          book.writeContents(sheet, { row, column, rowCount: 1, columnCount: 1 }, () => '３件', false);
      });
    },
    { sheet: sheetNames(year).tables, places: cells },
  );
  await pane.getByRole('tab', { name: zh.tabs.check }).click();
  const heads = pane.locator('[data-finding]');
  await heads.first().waitFor();
  await pane.waitForTimeout(2000);
  await taken(pane, 0);
  // The list begins with forty; all of them are asked for, as a person who scrolls down would.
  let asked = 0;
  for (const more = pane.getByRole('button', { name: moreFindings }); (await more.count()) > 0; asked += 1) {
    await more.click();
    await pane.waitForTimeout(300);
  }
  const count = await heads.count();
  const whileAsking = await taken(pane, asked);
  await heads.first().focus();
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('ArrowDown', { delay: 30 });
  for (let step = 0; step < 10; step += 1) await heads.nth(2 * step).click();
  for (const level of ['fault', 'fault', 'remark', 'remark'] as const)
    await pane.getByRole('button', { name: new RegExp(`\\d+ ${zh.levels[level]}$`, 'u') }).click();
  return { count, times: [...whileAsking, ...(await taken(pane, 44))] };
}

export async function interaction(): Promise<void> {
  const server = await serve(
    [['', path.join(root, 'dist')]],
    0,
    await localCertificate(path.join(root, '.cache/certificate.json')),
  );
  const browser = await chromium.launch(await headlessBrowser());
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 350, height: 700 } });
    await context.addInitScript(noteInteractions);
    const page = await context.newPage();
    await page.goto(`${server.url}/bare.html?language=zh-CN`);
    const pane = await (await page.locator('iframe').first().elementHandle())?.contentFrame();
    if (pane === null || pane === undefined) throw new Error('the pane did not open');
    await begin(page, pane);
    const typed = await typing(page, pane);
    const { count, times } = await findings(page, pane);
    // As the browser's own measure (INP) does: of many interactions the worst but one in fifty.
    const worst = (all: readonly number[]): number => all.toSorted((a, b) => b - a)[Math.floor(all.length / 50)] ?? NaN;
    const rows = (what: string, all: readonly number[]): Row[] => [
      { what: `${what}, INP`, measured: duration(worst(all)), goal },
      { what: `${what}, median`, measured: duration(median(all)) },
    ];
    printTable('From a key or a click to the next paint', [
      ...rows(`typing in the editor, ${typed.length} presses`, typed),
      ...rows(`every figure wrong, ${count} findings: arrows, clicks, filters`, times),
    ]);
  } finally {
    await browser.close();
    await server.close();
  }
}
