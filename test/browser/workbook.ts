/** The built pane in real Chromium, on Microsoft's own office.js, over the stand-in for Excel that tests can drive. */
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Book } from '../../src/book/book';
import type { AddInHost } from '../../src/workbench/host/mountAddIn';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Edition } from '../../src/report/edition';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { yearDue } from '../../src/taskpane/fill/draft';
import { zh } from '../../src/taskpane/words/words.zh';
import { openBrowser, projectRoot, serve, type OpenBrowser, type Served } from './browser';

export { projectRoot };

declare global {
  interface Window {
    workbench: { readonly book: Book; readonly host: AddInHost };
  }
}

export const serveBuilt = (): Promise<Served> => serve([['', path.join(projectRoot, 'dist')]]);

export interface Workbook {
  readonly page: Page;
  /** The frame of the task pane. */
  readonly pane: Frame;
  /** Requests that left this machine, and errors of either page. */
  readonly outside: readonly string[];
  readonly errors: readonly string[];
  /** Runs code in the page of the stand-in. */
  book: <Argument, Result>(
    code: (workbench: Window['workbench'], argument: Argument) => Result,
    argument: Argument,
  ) => Promise<Result>;
  close(): Promise<void>;
}

interface Opening {
  /** Of the address of the stand-in’s page. */
  readonly query?: string;
  /** Runs in every page before its own. */
  readonly script?: string;
}

async function openWorkbook({ context }: OpenBrowser, url: string, { query = '', script }: Opening): Promise<Workbook> {
  const page = await context.newPage();
  if (script !== undefined) await page.addInitScript(script);
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:https:\/\/localhost[:/]|blob:|data:)/u.test(request.url())) outside.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  // What the policy of the pane's page forbids is told as an error on the console, like any other.
  page.on('console', (message) => {
    // The browser itself asks for an icon of the stand-in's page, which has none.
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) errors.push(message.text());
  });
  await page.goto(`${url}bare.html${query}`);
  const frame = page.locator('iframe').first();
  await frame.waitFor();
  const element = await frame.elementHandle();
  const pane = await element?.contentFrame();
  if (pane === null || pane === undefined) throw new Error('the pane did not open');
  return {
    page,
    pane,
    outside,
    errors,
    book: (code, argument) => page.evaluate(`(${code.toString()})(window.workbench, ${JSON.stringify(argument)})`),
    close: () => page.close(),
  };
}

type WithWorkbook = (work: (workbook: Workbook) => Promise<void>, query?: string, script?: string) => Promise<void>;

/** A browser and what is built, for as long as the tests of a file run. */
export function builtSite(): () => { readonly browser: OpenBrowser; readonly site: Served } {
  let browser: OpenBrowser;
  let site: Served;
  beforeAll(async () => {
    [browser, site] = await Promise.all([openBrowser(), serveBuilt()]);
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return () => ({ browser, site });
}

/**
 * A browser and a site for a file of tests. Whatever a test does: nothing left this machine, no page had an error, and
 * the stand-in was asked for nothing that it does not have.
 */
export function workbooks(): WithWorkbook {
  const opened = builtSite();
  return async (work, query, script) => {
    const { browser, site } = opened();
    const workbook = await openWorkbook(browser, site.url, { ...(query && { query }), ...(script && { script }) });
    try {
      await work(workbook);
      expect(workbook.outside).toEqual([]);
      expect(workbook.errors).toEqual([]);
      expect(await workbook.book(({ host }) => [...host.missing, ...host.unanswered], null)).toEqual([]);
    } finally {
      await workbook.close();
    }
  };
}

/** The cell of a figure on a sheet that Gouji made, or one `down` rows below. */
export function placeOf(edition: Edition, id: string, down = 0) {
  const cell = sheetLayout(edition).figures.get(id);
  if (cell === undefined) throw new Error(`no figure ${id}`);
  return { row: cell.row + down, column: cell.column, rowCount: 1, columnCount: 1 };
}

export const typeAt = ({ book }: Workbook, place: ReturnType<typeof placeOf>, text: string) =>
  book(({ book: model }, given) => void model.type(model.activeSheet, given.place, given.text), { place, text });

export const faults = ({ pane }: Workbook) => pane.locator('[data-finding]', { hasText: zh.levels.fault });

/** 新建年报表 by hand, with formula totals, for the year that is due. */
export async function newReport({ pane }: Workbook): Promise<void> {
  await pane.getByRole('button', { name: new RegExp(zh.welcome.blank, 'u') }).click();
  await pane.getByLabel(zh.newReport.unit).fill('云溪县林业局');
  await pane.getByRole('button', { name: zh.newReport.insert, exact: true }).click();
  await pane.getByRole('heading', { name: `云溪县林业局 · ${yearDue(new Date())}年` }).waitFor();
}
