/** The packaged folder behind nginx, under a sub-path, with the headers of its sample configuration. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { filesFor, writePackage } from '../../../scripts/package';
import { filesIn } from '../../../scripts/packaging/site';
import { localCertificate } from '../../../scripts/shared/serve';
import { writeWord } from '../../../src/write/word/word';
import { zhHere } from '../../../src/offline/words/paneWords.zh';
import { zh } from '../../../src/taskpane/words/words.zh';
import { freePort, hasNginx, headOf, runNginx } from '../../nginx';
import { sheetLayout } from '../../../src/report/sheet/sheet';
import { brokenReport, edition2021, soundReport } from '../../taskpane/samples';
import { openBrowser, projectRoot, type OpenBrowser, type Served } from '../browser';
import { serveBuilt } from '../workbook';

describe.skipIf(!hasNginx)('the packaged folder behind nginx, under a sub-path', () => {
  let folder: string;
  let origin: string;
  let site: Served;
  let stop: (() => Promise<void>) | undefined;
  let browser: OpenBrowser;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-package-'));
    const port = await freePort();
    origin = `https://localhost:${port}/apps/gouji`;
    site = await serveBuilt();
    const files = await filesFor({ origin, officeJs: 'self', framedBy: [new URL(site.url).origin] });
    await writePackage(files, path.join(folder, 'package'));
    const lines = new TextDecoder()
      .decode(files.get('nginx.conf'))
      .replaceAll('/srv/gouji/site', path.join(folder, 'package/site'));
    stop = await runNginx(port, lines, await localCertificate(path.join(projectRoot, '.cache/certificate.json')));
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await stop?.();
    await site?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('the main job and the roll-up pass and the console says nothing: a report is read, mended and given out, two are added up', async () => {
    const page = await browser.context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => {
      // The browser asks for an icon of the stand-in’s page, which has none; the stand-in is not what is tested.
      if (!message.location().url.endsWith('/favicon.ico')) messages.push(message.text());
    });
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('requestfailed', (request) => messages.push(request.url()));
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await page.goto(`${site.url}bare.html?addin=${encodeURIComponent(`${origin}/taskpane.html`)}`);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('button', { name: new RegExp(zh.welcome.file, 'u') }).click();
    await pane
      .locator('input[type=file]')
      .setInputFiles({ name: 'report.docx', mimeType: '', buffer: Buffer.from(writeWord(brokenReport(), {})) });
    await pane.getByRole('button', { name: zh.importing.fill, exact: true }).click();
    await pane.getByRole('tab', { name: zh.tabs.check }).click();
    const fault = pane.locator('[data-finding]', { hasText: zh.levels.fault }).first();
    await fault.click();
    const wrong = sheetLayout(edition2021).figures.get('applications.total.person');
    await page.evaluate(
      ({ row, column }) => {
        const { book } = window.workbench;
        book.type(book.activeSheet, { row, column, rowCount: 1, columnCount: 1 }, '8');
      },
      { row: wrong?.row ?? -1, column: wrong?.column ?? -1 },
    );
    await fault.waitFor({ state: 'detached' });
    await pane.getByRole('tab', { name: zh.tabs.export }).click();
    const downloading = page.waitForEvent('download');
    await pane.getByRole('button', { name: new RegExp(`^${zh.export.formats.word}`, 'u') }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.docx$/u);

    await pane.getByRole('tab', { name: zh.tabs.county, exact: true }).click();
    const units = ['云溪县林业局', '云溪县水务局'].map((name) => {
      // Of another year: the sheets of this one are taken.
      const report = soundReport(2024);
      return { ...report, unit: { ...report.unit, name } };
    });
    await pane.locator('input[data-county="files"]').setInputFiles(
      units.map((report) => ({
        name: `${report.unit.name}.docx`,
        mimeType: '',
        buffer: Buffer.from(writeWord(report, {})),
      })),
    );
    await pane.getByLabel(zh.county.unit).fill('云溪县人民政府');
    await pane.getByRole('button', { name: zh.county.makeSum, exact: true }).click();
    await pane.getByText(zh.county.sumDone(2)).waitFor();
    expect(messages).toEqual([]);
    // Nothing was asked of any place but the two that serve the pane and the stand-in.
    expect(
      requested.filter((url) => !url.startsWith(origin) && !url.startsWith(site.url) && !/^(?:blob|data):/u.test(url)),
    ).toEqual([]);
    await page.close();
  });

  test('the offline page and the page of help open from there, and the console says nothing', async () => {
    const page = await browser.context.newPage();
    const messages: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    await page.goto(`${origin}/gouji-offline.html?lang=zh`);
    await page.getByRole('button', { name: /^导入已有的/u }).click();
    await page
      .locator('#pane input[type=file]')
      .setInputFiles({ name: 'report.docx', mimeType: '', buffer: Buffer.from(writeWord(soundReport(), {})) });
    await page.getByRole('button', { name: zhHere(zh).importing.fill, exact: true }).click();
    await page.locator('table.official').first().waitFor();
    await page.goto(`${origin}/help.html`);
    await page.getByRole('heading').first().waitFor();
    expect(messages.filter((text) => !text.includes('favicon'))).toEqual([]);
    await page.close();
  });

  test('pages are not kept by browsers, parts are kept for good, and every file has its type', async () => {
    const types: Readonly<Record<string, RegExp>> = {
      html: /^text\/html; charset=utf-8$/u,
      js: /^text\/javascript; charset=utf-8$/u,
      css: /^text\/css; charset=utf-8$/u,
      png: /^image\/png$/u,
      svg: /^image\/svg\+xml$/u,
    };
    for (const name of (await filesIn(path.join(folder, 'package/site'))).keys()) {
      if (name === 'web.config') continue;
      const { status, headers } = await headOf(`${origin}/${name}`);
      expect([name, status]).toEqual([name, 200]);
      expect(headers['content-type'], name).toMatch(types[path.extname(name).slice(1)] ?? /^application\//u);
      expect(headers['x-content-type-options'], name).toBe('nosniff');
      expect(headers['cache-control'], name).toBe(
        name.startsWith('parts-')
          ? 'public, max-age=31536000, immutable'
          : name.startsWith('assets/')
            ? 'public, max-age=86400'
            : 'no-cache',
      );
    }
    const pane = await headOf(`${origin}/taskpane.html`);
    expect(pane.headers['content-security-policy']).toContain('frame-ancestors https://*.officeapps.live.com');
    const saving = await headOf(`${origin}/save.html`);
    expect(saving.headers['content-security-policy']).toBe("frame-ancestors 'none'");
    expect((await headOf(`${origin}/web.config`)).status).toBe(404);
  });
});
