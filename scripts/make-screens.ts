/**
 * Takes a picture of every view of the pane, in both languages, light, dark and in forced colours, 320 and 400 pixels wide
 * and at 200 %. Each way is one sheet in docs/screens; the pictures by themselves stand in .cache/screens.
 *
 * Run: npm run docs:screens (needs a build)
 */
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { en } from '../src/taskpane/words/words.en';
import { zh } from '../src/taskpane/words/words.zh';
import { headlessBrowser } from './shared/browsers';
import { darkTheme } from './screens/darkTheme';
import { walkThroughThePane } from './screens/walk';
import { localCertificate, serve } from './shared/serve';

const root = path.resolve(import.meta.dirname, '..');
const today = '2026-01-12T09:30:00+08:00';
const year = 2025;
/** Bytes of all sheets together. */
const largest = 3_000_000;

interface Way {
  readonly name: string;
  readonly language: 'zh' | 'en';
  readonly width: number;
  readonly height: number;
  /** Pixels of the screen for one of the page: 2 is 200 %, in a window that is half as high. */
  readonly scale: number;
  readonly colours: 'light' | 'dark' | 'forced';
}

const plain = { language: 'zh', width: 320, height: 640, scale: 1, colours: 'light' } as const;
const ways: readonly Way[] = [
  { ...plain, name: 'zh-320' },
  { ...plain, name: 'en-320', language: 'en' },
  { ...plain, name: 'zh-400', width: 400 },
  { ...plain, name: 'en-400', width: 400, language: 'en' },
  { ...plain, name: 'zh-dark', colours: 'dark' },
  { ...plain, name: 'en-dark', colours: 'dark', language: 'en' },
  { ...plain, name: 'zh-forced', colours: 'forced' },
  { ...plain, name: 'en-forced', colours: 'forced', language: 'en' },
  { ...plain, name: 'zh-200', height: 320, scale: 2 },
  { ...plain, name: 'en-200', height: 320, scale: 2, language: 'en' },
];

interface Shot {
  readonly view: string;
  readonly png: Buffer;
}

async function take(browser: Browser, url: string, way: Way): Promise<Shot[]> {
  const { language, width, height, scale, colours } = way;
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    timezoneId: 'Asia/Shanghai',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    viewport: { width, height },
    deviceScaleFactor: scale,
    forcedColors: colours === 'forced' ? 'active' : 'none',
  });
  if (colours === 'dark') await context.addInitScript(darkTheme);
  const page = await context.newPage();
  await page.clock.setFixedTime(today);
  await page.goto(`${url}/bare.html?language=${language === 'zh' ? 'zh-CN' : 'en-US'}`);
  const pane = await (await page.locator('iframe').first().elementHandle())?.contentFrame();
  if (pane === null || pane === undefined) throw new Error('the pane did not open');
  const folder = path.join(root, '.cache/screens', way.name);
  mkdirSync(folder, { recursive: true });
  const shots: Shot[] = [];
  await walkThroughThePane({
    page,
    pane,
    words: language === 'zh' ? zh : en,
    year,
    at: async (view) => {
      const number = String(shots.length + 1).padStart(2, '0');
      const png = await page.screenshot({ path: path.join(folder, `${number}-${view}.png`), animations: 'disabled' });
      shots.push({ view, png });
    },
  });
  await context.close();
  return shots;
}

/** All pictures of a way on one sheet, at three quarters of their size. */
async function sheetOf(browser: Browser, way: Way, shots: readonly Shot[]): Promise<number> {
  const width = Math.round(way.width * 0.75);
  const page = await browser.newPage({ viewport: { width: 6 * (width + 12) + 12, height: 400 } });
  await page.setContent(
    `<style>body{margin:12px;display:grid;grid-template-columns:repeat(6,${width}px);gap:12px;font:12px sans-serif}
      figure{margin:0}img{width:100%;display:block;outline:1px solid #999}</style>${shots
        .map(
          ({ view, png }) =>
            `<figure><img src="data:image/png;base64,${png.toString('base64')}"><figcaption>${view}</figcaption></figure>`,
        )
        .join('')}`,
  );
  const file = path.join(root, 'docs/screens', `${way.name}.jpg`);
  await page.screenshot({ path: file, fullPage: true, type: 'jpeg', quality: 45 });
  await page.close();
  return statSync(file).size;
}

const server = await serve(
  [['', path.join(root, 'dist')]],
  0,
  await localCertificate(path.join(root, '.cache/certificate.json')),
);
const browser = await chromium.launch(await headlessBrowser());
try {
  mkdirSync(path.join(root, 'docs/screens'), { recursive: true });
  let total = 0;
  for (const way of ways) {
    const shots = await take(browser, server.url, way);
    const size = await sheetOf(browser, way, shots);
    total += size;
    console.log(`${way.name}: ${shots.length} views, ${Math.round(size / 1000)} kB`);
  }
  if (total > largest) throw new Error(`the sheets have ${total} bytes`);
} finally {
  await browser.close();
  await server.close();
}
