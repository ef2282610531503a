/** The offline page in engines other than Chromium's, from a file, as a person without an add-in opens it. */
import { mkdtemp, readdir, readFile as bytesOf, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enHere } from '../../../src/offline/words/paneWords.en';
import { zhHere } from '../../../src/offline/words/paneWords.zh';
import { readFile } from '../../../src/read/read';
import { en } from '../../../src/taskpane/words/words.en';
import { zh } from '../../../src/taskpane/words/words.zh';
import { writeWord } from '../../../src/write/word/word';
import { soundReport } from '../../taskpane/samples';
import { projectRoot } from '../browser';
import { firefox, webkit, type EnginePage } from './engines';

const address = pathToFileURL(path.join(projectRoot, 'dist/gouji-offline.html')).href;
const patient = { timeout: 30_000 } as const;
const last = soundReport(2024);

const button = (name: string, exact = false): string =>
  exact ? `//button[normalize-space(.)="${name}"]` : `//button[contains(normalize-space(.), "${name}")]`;
const textOf = (page: EnginePage, selector: string) =>
  page.run(`return document.querySelector('${selector}')?.textContent ?? ''`);

/** From last year's Word file to a fault that is found, mended and gone, and to a Word file. */
async function mainJob(page: EnginePage, file: string): Promise<void> {
  await expect.poll(() => page.run('return document.querySelector("[role=tablist]") !== null'), patient).toBe(true);
  // GTK takes its language from the machine's.
  const words = (await page.run('return document.documentElement.lang')) === 'en' ? enHere(en) : zhHere(zh);
  const findings = () =>
    page.run('return [...document.querySelectorAll("[data-finding]")].map((one) => one.textContent).join()');
  await page.click(button(words.welcome.file));
  await page.choose('#pane input[type=file]', file);
  await page.click(button(words.importing.fill, true));
  await expect.poll(() => textOf(page, '.report-title'), patient).toBe('云溪县林业局2024年政府信息公开工作年度报告');
  // The driver presses where a tab stood when it looked: what the pane still has to tell would move it.
  const [filled = ''] = words.importing.done('\n').split('\n');
  await expect.poll(() => textOf(page, '#pane'), patient).toContain(filled);
  const place = () => page.run('return document.querySelector("[role=tab]").getBoundingClientRect().top');
  for (let before = null, now = await place(); before !== now; now = await place()) before = now;
  await page.click(`//*[@role="tab"][contains(., "${words.tabs.check}")]`);
  await page.click('(//td[contains(@class, "figure")])[41]');
  await page.enter('77');
  await expect.poll(findings, patient).toContain('77');
  await page.click('(//td[contains(@class, "figure")])[41]');
  await page.enter('0');
  await expect.poll(findings, patient).not.toContain('77');
  await page.click(`//*[@role="tab"][contains(., "${words.tabs.export}")]`);
  await page.click(button(words.export.formats.word));
  await expect.poll(() => textOf(page, '#pane'), patient).toContain('云溪县林业局2024年政府信息公开工作年度报告.docx');
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gouji-engines-'));
  await writeFile(path.join(folder, '2024.docx'), writeWord(last, {}));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('from a file, in an engine that is not Chromium’s', () => {
  test.skipIf(!firefox.installed)(
    'Firefox reads, checks and publishes, and the file holds the same figures',
    async () => {
      const downloads = await mkdtemp(path.join(folder, 'downloads-'));
      await firefox.open(address, downloads, async (page) => {
        await mainJob(page, path.join(folder, '2024.docx'));
        const finished = async () => (await readdir(downloads)).filter((name) => name.endsWith('.docx'));
        await expect.poll(finished, patient).toHaveLength(1);
        const [name = ''] = await finished();
        const result = await readFile(name, await bytesOf(path.join(downloads, name)));
        expect(result.ok && result.readings[0]?.report.figures).toEqual(last.figures);
      });
    },
  );

  // A worker of a page that is a file may not read there what the page was given.
  test.skipIf(!webkit.installed)('WebKit reads, checks and hands the file over', async () => {
    await webkit.open(address, folder, (page) => mainJob(page, path.join(folder, '2024.docx')));
  });
});
