/** The built pane in real Chromium, on Microsoft's own office.js, over the stand-in for Excel that tests can drive. */
import path from 'node:path';
import type { Frame, Page } from 'playwright-core';
import type { Book } from '../../src/workbench/book/book';
import type { AddInHost } from '../../src/workbench/host/mountAddIn';
import { projectRoot, serve, type OpenBrowser, type Served } from './browser';

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

export async function openWorkbook({ context }: OpenBrowser, url: string, query = ''): Promise<Workbook> {
  const page = await context.newPage();
  const outside: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:https:\/\/localhost[:/]|blob:|data:)/u.test(request.url())) outside.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
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
