import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { figuresOf } from '../../../src/report/figures';
import { emptyReport } from '../../../src/report/empty';
import { reportSchema } from '../../../src/report/report';
import { packErrand } from '../../../src/taskpane/export/errand';
import { zh } from '../../../src/taskpane/words/words.zh';
import { builtSite } from '../workbook';

const opened = builtSite();

const [, edition] = editions as [unknown, (typeof editions)[number]];
const report = emptyReport(edition, 2025, '云溪县林业局');
figuresOf(edition).forEach(({ id }, index) => (report.figures[id] = index % 3));

test('the page in the system’s browser builds the report that its address carries, and sends none of it anywhere', async () => {
  const { browser, site } = opened();
  const page = await browser.context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const errand = packErrand({ format: 'json', report, options: { language: 'zh', word: {} } });
  await page.goto(`${site.url}save.html#${errand}`);
  await page.getByText(zh.save.origin('云溪县林业局2025年政府信息公开工作年度报告')).waitFor();
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: zh.save.save }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('云溪县林业局2025年政府信息公开工作年度报告.json');
  const json: unknown = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(reportSchema.parse(json)).toEqual(report);
  for (const url of asked.filter((one) => !one.startsWith('blob:'))) {
    expect(url.startsWith(site.url)).toBe(true);
    expect(url.includes(errand) && !url.includes('#')).toBe(false);
  }
  await page.close();
});

test('an address that was cut off gives a sentence and no file', async () => {
  const { browser, site } = opened();
  const page = await browser.context.newPage();
  const errand = packErrand({ format: 'word', report, options: { language: 'zh', word: {} } });
  await page.goto(`${site.url}save.html#${errand.slice(0, -40)}`);
  await page.getByText(zh.save.unreadable).waitFor();
  expect(await page.getByRole('link').count()).toBe(0);
  await page.close();
});

test('in the frame of another page it makes no file and says so', async () => {
  const { browser, site } = opened();
  const page = await browser.context.newPage();
  const errand = packErrand({ format: 'json', report, options: { language: 'zh', word: {} } });
  await page.setContent(`<iframe src="${site.url}save.html#${errand}"></iframe>`);
  const frame = page.frameLocator('iframe');
  await frame.getByText(zh.save.framed).waitFor();
  expect(await frame.getByRole('link').count()).toBe(0);
  await page.close();
});
