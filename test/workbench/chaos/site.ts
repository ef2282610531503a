/** The player's page: the bare workbench, and beside it the add-in's side of the workbook without the pane. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import {
  build,
  openBrowser,
  projectRoot,
  serve,
  type Built,
  type OpenBrowser,
  type Served,
} from '../../browser/browser';

/** Opens the page in a browser that lives as long as the tests of a file. `flags`: of its engine. */
export function playersPage(
  flags: readonly string[] = [],
): () => Promise<{ readonly page: Page; readonly errors: string[] }> {
  let built: Built | undefined;
  let served: Served | undefined;
  let open: OpenBrowser | undefined;
  beforeAll(async () => {
    built = await build({
      player: 'test/workbench/chaos/player.ts',
      addinHost: 'test/workbench/chaos/addinHost.ts',
    });
    await copyFile(path.join(projectRoot, 'src/workbench/host/bare.html'), path.join(built.folder, 'bare.html'));
    await copyFile(path.join(projectRoot, 'test/workbench/chaos/addin.html'), path.join(built.folder, 'addin.html'));
    served = await serve([
      ['office-js', path.join(projectRoot, 'node_modules/@microsoft/office-js/dist')],
      ['', built.folder],
    ]);
    open = await openBrowser(flags);
  }, 120_000);
  afterAll(async () => {
    await open?.close();
    await served?.close();
    await built?.remove();
  });
  return async () => {
    if (open === undefined || served === undefined) throw new Error('nothing is served');
    const page = await open.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(new URL('bare.html?addin=addin.html', served.url).href);
    await page.addScriptTag({ url: new URL('player.js', served.url).href });
    return { page, errors };
  };
}
