/**
 * The task pane at start: its size and the time until it can be used, beside pages of the same build that hold React and
 * Fluent UI alone. All load office.js and wait for it; all run in a frame of the stand-in for Excel. The pane is started on an
 * empty workbook and on one with a filled report, which it reads and checks before it can show what is to be done.
 */
import { cp, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { headlessBrowser } from '../scripts/shared/browsers';
import { localCertificate, serve } from '../scripts/shared/serve';
import { build } from './build';
import { duration, kilobytes, median, printTable, type Row } from './measure';

const root = process.cwd();
const loads = 15;
const filled = 'filled.json';
const peers = ['components', 'minimal'] as const;

async function buildPeers(folder: string): Promise<void> {
  await build('addin', (addin) => ({
    entry: Object.fromEntries(peers.map((name) => [name, `./bench/pane/${name}.tsx`])),
    output: { ...addin?.output, path: folder },
  }));
  const page = await readFile(path.join(folder, 'taskpane.html'), 'utf8');
  for (const name of peers) {
    const start = `Office.onReady(function () { var s = document.createElement('script'); s.src = '${name}.js'; document.body.appendChild(s); });`;
    // The policy of the pages allows no script inside them.
    await writeFile(path.join(folder, `${name}Start.js`), start);
    await writeFile(
      path.join(folder, `${name}.html`),
      page.replace(/<script src="gate\.js".*<\/script>/, `<script src="${name}Start.js"></script>`),
    );
  }
}

/** What is waited for: a button that can be pressed. */
const anyButton = '#pane button:not([disabled])';
/** The first of the tasks, which are judged from a report that was read and checked. */
const taskButton = '#pane [data-task] button:not([disabled])';

/** Runs in every frame before its own scripts: notes when the first of these buttons has been painted. */
function noteUsable(wanted: string): void {
  const observer = new MutationObserver(() => {
    const button = document.querySelector<HTMLButtonElement>(wanted);
    if (button === null) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => (document.documentElement.dataset['usable'] = String(performance.now()))),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Milliseconds from the navigation of the pane's frame until it can be used, nothing in any cache of the browser. */
async function usableAfter(browser: Browser, url: string, page: string, workbook?: string): Promise<number> {
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 350, height: 700 } });
  try {
    await context.addInitScript(noteUsable, workbook === undefined ? anyButton : taskButton);
    const tab = await context.newPage();
    const open = workbook === undefined ? '' : `&workbook=${workbook}`;
    await tab.goto(`${url}/bare.html?addin=${page}.html${open}`);
    const mark = tab.frameLocator('iframe').locator('html[data-usable]');
    return Number(await mark.getAttribute('data-usable', { timeout: 30_000 }));
  } finally {
    await context.close();
  }
}

/** The same for the offline page, opened as a file. */
async function offlineAfter(browser: Browser, file: string): Promise<number> {
  const context = await browser.newContext({ offline: true, viewport: { width: 1366, height: 768 } });
  try {
    await context.addInitScript(noteUsable, anyButton);
    const tab = await context.newPage();
    await tab.goto(pathToFileURL(file).href);
    return Number(await tab.locator('html[data-usable]').getAttribute('data-usable', { timeout: 30_000 }));
  } finally {
    await context.close();
  }
}

export async function pane(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gouji-bench-'));
  const dist = path.join(root, 'dist');
  try {
    await cp(dist, folder, { recursive: true, filter: (source) => !source.startsWith(path.join(dist, 'workbench')) });
    await buildPeers(folder);
    await cp(path.join(root, 'src/workbench/page/samples/correct.json'), path.join(folder, filled));
    const pages = ['taskpane', ...peers] as const;
    const sizes = new Map<string, number>();
    for (const page of pages)
      sizes.set(page, gzipSync(await readFile(path.join(folder, `${page}.js`)), { level: 9 }).length);

    const server = await serve([['', folder]], 0, await localCertificate(path.join(root, '.cache/certificate.json')));
    const browser = await chromium.launch(await headlessBrowser());
    const times = new Map<string, number[]>([...pages, 'filled', 'offline'].map((page) => [page, []]));
    const offline = path.join(dist, 'gouji-offline.html');
    try {
      for (const page of pages) await usableAfter(browser, server.url, page);
      for (let load = 0; load < loads; load += 1) {
        for (const page of pages) times.get(page)?.push(await usableAfter(browser, server.url, page));
        times.get('filled')?.push(await usableAfter(browser, server.url, 'taskpane', filled));
        times.get('offline')?.push(await offlineAfter(browser, offline));
      }
    } finally {
      await browser.close();
      await server.close();
    }

    const beside = (
      name: string,
      value: number,
      other: number,
      show: (n: number) => string,
      what: string,
      goal: boolean,
    ): Row => ({
      what,
      measured: show(value),
      peer: `${show(other)} (${name})`,
      ratio: value / other,
      ...(goal && { goal: '≤ 1.3' }),
    });
    const size = (page: string): number => sizes.get(page) ?? NaN;
    const time = (page: string): number => median(times.get(page) ?? []);
    printTable(`The pane at start (median of ${loads} cold loads)`, [
      beside(
        'the same kinds of components alone',
        size('taskpane'),
        size('components'),
        kilobytes,
        'script, gzip',
        true,
      ),
      beside('three components', size('taskpane'), size('minimal'), kilobytes, 'script, gzip', false),
      beside(
        'the same kinds of components alone',
        time('taskpane'),
        time('components'),
        duration,
        'time until usable',
        true,
      ),
      beside('three components', time('taskpane'), time('minimal'), duration, 'time until usable', false),
      {
        what: 'with a filled report in the workbook, time until its tasks are shown',
        measured: duration(time('filled')),
        peer: `${duration(time('components'))} (the same kinds of components alone)`,
        ratio: time('filled') / time('components'),
      },
      {
        what: 'the offline page, time until usable',
        measured: duration(time('offline')),
        peer: `${duration(time('taskpane'))} (the pane)`,
        ratio: time('offline') / time('taskpane'),
        goal: '≤ 1.5',
      },
      {
        what: 'the offline page, the whole file',
        measured: kilobytes((await stat(offline)).size),
        goal: '≤ 3 MB',
      },
      {
        what: 'office.js for Excel on the web (all load it)',
        measured: kilobytes((await stat(path.join(folder, 'office-js/excel-web-16.00.js'))).size),
      },
    ]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
