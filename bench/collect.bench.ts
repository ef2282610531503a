/**
 * 收表汇总 with a hundred mixed files, broken and duplicate ones, bombs and a sum among them, over the built pane on office.js:
 * how long the thread that the pane shares with the stand-in is busy without a pause while they are read, added up and written to.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import { makeCounty } from '../scripts/units/units';
import { zh } from '../src/taskpane/words/words.zh';
import { watchBlocks } from '../test/browser/blocks';
import { openBrowser } from '../test/browser/browser';
import { serveBuilt } from '../test/browser/workbook';
import { duration, printTable } from './measure';

const say = zh.county;
const goal = '≤ 100 ms';
const county = makeCounty(100, 3);

async function write(folder: string): Promise<void> {
  const put = async (name: string, bytes: Uint8Array): Promise<void> => {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  };
  for (const { name, bytes } of county.files) await put(path.join('收到', name), bytes);
  for (const { name, bytes } of county.previous) await put(path.join('上年', name), bytes);
  await put('单位名单.xlsx', county.rosterFile);
}

async function read(pane: Frame, input: string, folder: string): Promise<number> {
  const from = performance.now();
  await pane.locator(`input[data-county="${input}"]`).setInputFiles(folder);
  await pane.locator('progress').waitFor();
  await pane.locator('progress').waitFor({ state: 'detached', timeout: 240_000 });
  return performance.now() - from;
}

async function busy(page: Page, act: () => Promise<unknown>): Promise<string> {
  const blocks = await watchBlocks(page);
  await act();
  const { busy: longest, wall } = await blocks();
  return `${duration(longest)} (${duration(wall)} by the wall)`;
}

export async function collect(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gouji-bench-'));
  await write(folder);
  const browser = await openBrowser();
  const site = await serveBuilt();
  try {
    const page = await browser.context.newPage();
    await page.goto(`${site.url}bare.html?language=zh-CN`);
    const pane = await (await page.locator('iframe').first().elementHandle())?.contentFrame();
    if (pane === null || pane === undefined) throw new Error('the pane did not open');
    await pane.getByRole('tab', { name: zh.tabs.county, exact: true }).click();
    await pane.locator('input[data-county="roster"]').setInputFiles(path.join(folder, '单位名单.xlsx'));
    await pane.getByText(say.rosterCount(county.roster.length)).waitFor();
    let took = 0;
    const reading = await busy(page, async () => {
      took = await read(pane, 'folder', path.join(folder, '收到'));
    });
    await pane.getByRole('button', { name: say.previous, exact: true }).click();
    const previous = await busy(page, () => read(pane, 'previous-folder', path.join(folder, '上年')));
    await pane.getByLabel(say.unit).fill(`${county.name}人民政府`);
    const sum = await busy(page, async () => {
      await pane.getByRole('button', { name: say.makeSum, exact: true }).click();
      await pane.getByText(say.sumDone(county.counted.length)).waitFor({ timeout: 60_000 });
    });
    const letters = await busy(page, async () => {
      const download = page.waitForEvent('download');
      await pane.getByRole('button', { name: say.makeLetters, exact: true }).click();
      await download;
      await pane.getByText(say.keptDone).waitFor({ timeout: 60_000 });
    });
    printTable(`${county.files.length} mixed files in the pane: the longest block, the stand-in's own work in it`, [
      { what: `read and checked, in ${duration(took)}`, measured: reading, goal },
      { what: `${county.previous.length} of last year beside them`, measured: previous, goal },
      { what: 'the sum and its sheets', measured: sum, goal },
      { what: 'letters, and what was asked', measured: letters, goal },
    ]);
  } finally {
    await browser.close();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}
