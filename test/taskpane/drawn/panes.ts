/** The pane on a workbook in memory, in a real browser. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { build, openBrowser, serve, type Built, type OpenBrowser, type Served } from '../../browser/browser';
import type {} from './page';

export type Workbook = 'empty' | 'sound' | 'broken' | 'blank' | 'several' | 'twoYears';

export interface Look {
  readonly lang?: 'en';
  readonly dark?: boolean;
  readonly width?: number;
  /** Stays on the tab that the pane opens on; else a workbook with a report is shown with its findings. */
  readonly home?: boolean;
  /** A workbook of a collection, whose sheets cannot be read until the page is told what stands on them. */
  readonly county?: boolean;
}

/** Builds the pane for a file of tests. What is returned opens it on a workbook; any error on the page fails the test. */
export function panes(): (workbook: Workbook, look?: Look) => Promise<Page> {
  let built: Built;
  let served: Served;
  let opened: OpenBrowser;
  let pages: Page[] = [];

  beforeAll(async () => {
    built = await build({ page: 'test/taskpane/drawn/page.tsx' });
    const style = 'html, body, #pane { height: 100%; margin: 0; }';
    await writeFile(
      path.join(built.folder, 'index.html'),
      `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>${style}</style></head><body><div id="pane"></div><script src="page.js"></script></body></html>`,
    );
    served = await serve([['', built.folder]]);
    opened = await openBrowser();
  });

  afterEach(async () => {
    for (const page of pages) await page.close();
    pages = [];
  });

  afterAll(async () => {
    await opened?.close();
    await served?.close();
    await built?.remove();
  });

  return async (workbook, options = {}) => {
    const page = await opened.context.newPage();
    pages.push(page);
    page.on('pageerror', (error) => {
      // A worker that is ended while it loads a part of itself tells of that load; nobody waits for it any more.
      if (error.message.includes("'importScripts' on 'WorkerGlobalScope'")) return;
      throw error;
    });
    await page.setViewportSize({ width: options.width ?? 350, height: 720 });
    const query = [
      ...(options.lang ? [`lang=${options.lang}`] : []),
      ...(options.dark === true ? ['dark'] : []),
      ...(options.county === true ? ['county'] : []),
    ];
    await page.goto(`${served.url}index.html?${query.join('&')}`);
    await page.evaluate(async (kind) => {
      const { pane } = window;
      if (kind === 'sound') await pane.insert(pane.samples.sound());
      if (kind === 'broken') await pane.insert(pane.samples.broken());
      if (kind === 'blank') await pane.insertBlank();
      if (kind === 'twoYears') {
        const before = pane.samples.sound(2024);
        before.figures['applications.received.person'] = 3;
        before.figures['applications.received.total'] = 4;
        before.figures['disclosure.penalties.decisions'] = 46;
        await pane.insert(before);
        await pane.insert(pane.samples.sound());
      }
      if (kind === 'several') {
        await pane.insert(pane.samples.broken());
        await pane.insert(pane.samples.older());
        pane.host.activate(null);
      }
      pane.render();
    }, workbook);
    await page.getByRole('tablist').waitFor();
    if (options.home !== true && !['empty', 'several'].includes(workbook)) {
      await page.getByRole('tab').nth(1).click();
    }
    return page;
  };
}

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const openTab = (page: Page, name: string) => page.getByRole('tab', { name }).click();
export const writes = (page: Page) => page.evaluate(() => [...window.pane.host.writes]);
export const figures = (page: Page) => page.evaluate(() => window.pane.host.snapshot().active?.report.figures);
export const files = (page: Page) =>
  page.evaluate(() =>
    window.pane.host.files.map((file) => ({ name: file.name, text: new TextDecoder().decode(file.bytes) })),
  );
