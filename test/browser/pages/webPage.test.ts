import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeHtml, writeHtmlFragment } from '../../../src/write/html/html';
import { sampleReport } from '../../write/samples';
import { openBrowser, type OpenBrowser } from '../browser';

let open: OpenBrowser;
let axe = '';
beforeAll(async () => {
  open = await openBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => open.close());

async function show(html: string, width: number): Promise<Page> {
  const page = await open.context.newPage();
  await page.setViewportSize({ width, height: 800 });
  await page.setContent(html);
  return page;
}

const signature = { unit: '云溪县林业局', date: { year: 2026, month: 1, day: 20 } };
const pages = [
  ['2021', writeHtml(sampleReport('2021'), { signature, contact: '电话：0000-0000000' })],
  ['2019', writeHtml(sampleReport('2019'))],
  ['with charts', writeHtml(sampleReport('2021'), { charts: true, previous: { ...sampleReport('2021'), year: 2024 } })],
  [
    'fragment',
    `<!DOCTYPE html><html lang="zh-CN"><title>门户</title><main><h1>年报</h1>${writeHtmlFragment(sampleReport())}</main></html>`,
  ],
] as const;

describe.each(pages)('the web page %s', (_, html) => {
  test.each([360, 1280])('has no violation that axe can find at %i pixels', async (width) => {
    const page = await show(html, width);
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await page.close();
  });

  test('fits a telephone of 360 pixels: only its wide tables scroll sideways', async () => {
    const page = await show(html, 360);
    const widths = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(widths[0]).toBe(widths[1]);
    await page.close();
  });
});

test('in print no chart is wider than the page', async () => {
  const page = await show(writeHtml(sampleReport(), { charts: true }), 700);
  await page.emulateMedia({ media: 'print' });
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll('svg')].map(
      (svg) => svg.getBoundingClientRect().right - document.documentElement.clientWidth,
    ),
  );
  expect(overflow).toHaveLength(2);
  for (const excess of overflow) expect(excess).toBeLessThanOrEqual(0);
  await page.close();
});

test('in print every table is as wide as the page, nothing is cut off', async () => {
  const page = await show(pages[0][1], 700);
  await page.emulateMedia({ media: 'print' });
  const overflow = await page.evaluate(() =>
    [...document.querySelectorAll('table')].map((table) => table.scrollWidth - (table.parentElement?.clientWidth ?? 0)),
  );
  expect(overflow).toHaveLength(3);
  for (const excess of overflow) expect(excess).toBeLessThanOrEqual(1);
  await page.close();
});
