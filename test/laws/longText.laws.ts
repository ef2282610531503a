/**
 * A megabyte of text on the text sheet, in real Chromium: the pane stays free meanwhile, and ends up saying what a check at
 * once says. Needs what `npm run build` makes.
 */
import { expect, test } from 'vitest';
import { zh } from '../../src/taskpane/words/words.zh';
import { watchBlocks } from '../browser/blocks';
import { newReport, workbooks, type Workbook } from '../browser/workbook';

const withWorkbook = workbooks();
/** Milliseconds for which the pane may be held up. */
const longest = 100;
const megabyte = 1_000_000;
/** What a cell holds at most, nearly. */
const inCell = 32_000;

/** Texts that make work in their several ways: findings by the thousand, sentences by the hundred thousand, long ones. */
const texts: readonly (readonly [name: string, piece: string])[] = [
  [
    'sentences that all differ from the tables',
    '全年共收到政府信息公开申请37件，其中自然人33件，予以公开14件，行政复议4件。',
  ],
  ['the shortest sentences', '无。'],
  ['one sentence without end', '1件、'],
  ['sentences as long as any that is read', `${'组织培训5次，'.repeat(270)}收到政府信息公开申请37件。`],
  ['periods of other years', '2024年1月1日至2024年12月31日，'],
  ['titles of other years', '2023年政府信息公开工作年度报告，'],
  ['documents of other editions', '国办公开办函〔2019〕60号、'],
  ['full-width digits', '１２３，'],
];

declare global {
  interface Window {
    longTasks?: number[];
  }
}

async function begun(workbook: Workbook): Promise<void> {
  const { pane } = workbook;
  await newReport(workbook);
  await pane.getByRole('tab', { name: zh.tabs.check }).click();
  // Long tasks of the pane's own; those of the stand-in around it are told apart by the browser.
  await pane.evaluate(() => {
    const seen: number[] = [];
    window.longTasks = seen;
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'self') seen.push(duration);
    }).observe({ type: 'longtask', buffered: false });
  });
}

/** Puts a text beneath the heading of 总体情况, in place of what stood there before. */
const write = ({ book }: Workbook, cells: readonly string[]): Promise<void> =>
  book(({ book: model }, texts) => {
    const sheet = model.sheets.find(({ name }) => name.endsWith('文字'));
    if (sheet === undefined) throw new Error('no text sheet');
    const row = [...sheet.cells].find(([, line]) =>
      [...line.values()].some(({ content }) => String(content).startsWith('一、')),
    )?.[0];
    const column = [...(sheet.cells.get(row ?? -1)?.keys() ?? [])][0];
    if (row === undefined || column === undefined) throw new Error('no heading');
    model.insertRows(sheet.id, row + 1, texts.length);
    model.writeContents(
      sheet.id,
      { row: row + 1, column, rowCount: texts.length, columnCount: 1 },
      (at) => texts[at - row - 1] ?? '',
      false,
    );
  }, cells);

/**
 * The longest task of the pane while a megabyte is put in, said and looked at again, in milliseconds of its thread: the browser
 * tells which tasks were the pane's by their length on the wall, its trace what of that was not other work of the machine.
 */
async function heldUp(name: string, piece: string): Promise<number> {
  let most = Infinity;
  await withWorkbook(async (workbook) => {
    const { pane } = workbook;
    await begun(workbook);
    // As in Excel on the desktop, which knows no largest answer: on the web so much text is not read at all.
    await workbook.book(({ host }) => void (host.faults.payloadLimit = Infinity), null);
    const watched = await watchBlocks(workbook.page);
    const cell = piece.repeat(Math.floor(inCell / piece.length));
    await write(
      workbook,
      Array.from({ length: Math.ceil(megabyte / cell.length) }, () => cell),
    );
    const start = performance.now();
    await expect.poll(() => pane.getByText(/句子过长，未与表格核对/u).count(), { timeout: 20_000 }).toBeGreaterThan(0);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    // The next slow look checks all of it again.
    await new Promise((done) => setTimeout(done, 6_000));
    const own = (await pane.evaluate(() => window.longTasks)) ?? [];
    const { tasks } = await watched();
    const nearest = (wall: number): number =>
      tasks.reduce((best, task) => (Math.abs(task.wall - wall) < Math.abs(best.wall - wall) ? task : best)).busy;
    const busy = own.map(nearest);
    most = Math.max(0, ...busy);
    console.log(
      `${name}: said after ${seconds} s; ${own.length} long tasks of the pane, the longest ${most.toFixed(0)} ms of its ` +
        `thread (${Math.max(0, ...own).toFixed(0)} by the wall)`,
    );
  });
  return most;
}

test.each(texts)('a megabyte of %s never holds up the pane for a tenth of a second', async (name, piece) => {
  let most = Infinity;
  // The least of three: a machine that is busy has cold caches, too.
  for (let turn = 0; turn < 3 && most >= longest; turn += 1) most = Math.min(most, await heldUp(name, piece));
  expect(most).toBeLessThan(longest);
});
