/** 收表汇总 in real Chromium, on office.js: a county's mixed files in, the sum, the list and the letters out. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { wordsIn } from '../../src/rollup/words';
import { zh } from '../../src/taskpane/words/words.zh';
import { writeWord } from '../../src/write/word/word';
import { zipOf } from '../../scripts/units/archive';
import { reportOf } from '../../scripts/units/contents';
import { makeCounty } from '../../scripts/units/units';
import { watchBlocks } from './blocks';
import { workbooks, type Workbook } from './workbook';

const county = makeCounty(100, 3);
const withWorkbook = workbooks();
const say = zh.county;
const patient = { timeout: 20_000 } as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gouji-county-'));
  for (const { name, bytes } of county.files) {
    const file = path.join(folder, '收到', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  await writeFile(path.join(folder, '单位名单.xlsx'), county.rosterFile);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Counts what a person does; a choice of files in the system's dialogue is one click more. */
class Person {
  clicks = 0;
  constructor(readonly workbook: Workbook) {}
  async click(role: 'tab' | 'button', name: string): Promise<void> {
    await this.workbook.pane.getByRole(role, { name, exact: true }).click();
    this.clicks += 1;
  }
  async choose(input: string, file: string): Promise<void> {
    await this.workbook.pane.locator(`input[data-county="${input}"]`).setInputFiles(path.join(folder, file));
    this.clicks += 2;
  }
}

/** The unit that hands in again, with everything right: its first report broke a sum. */
const mended = county.files.find(
  ({ name, included }) => included && name.endsWith('.docx') && county.broken.some((unit) => name.includes(unit)),
);
const mendedUnit = county.broken.find((unit) => mended?.name.includes(unit)) ?? '';

const sheetsOf = (workbook: Workbook) => workbook.book(({ book }) => book.sheets.map(({ name }) => name), null);

/** What stands in the cells of the figures on a sheet. */
const figuresOn = (workbook: Workbook, sheet: string) =>
  workbook.book(
    ({ book }, wanted) => {
      const own = book.sheets.find(({ name }) => name === wanted.sheet);
      return wanted.places.map((at) => (own === undefined ? null : book.value(own.id, at.row, at.column)));
    },
    {
      sheet,
      places: figuresOf(edition2021).map(({ id }) => {
        const { row, column } = sheetLayout(edition2021).figures.get(id) ?? { row: 0, column: 0 };
        return { row, column };
      }),
    },
  );

const sumOf = (reports: readonly Report[]) =>
  figuresOf(edition2021).map(({ id }) => reports.reduce((sum, { figures }) => sum + (figures[id] ?? 0), 0));

/** A unit hands in again, the sum is made again, the pane is opened again. */
async function again(workbook: Workbook, person: Person): Promise<void> {
  const { pane, page } = workbook;
  const table = pane.getByRole('region', { name: say.table });
  const row = table.getByRole('button', { name: new RegExp(`^${mendedUnit}`, 'u') });
  const right = reportOf(edition2021, mendedUnit, county.year, 5);
  const file = path.join(folder, '再报', '收到', mended?.name ?? '');
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, writeWord(right));
  await person.choose('folder', '再报/收到');
  await expect.poll(() => row.innerText(), patient).toMatch(/上次意见：已改 \d/u);

  // The county's own sum still has the first report of the unit: no unit left out or counted twice makes that difference.
  await pane.getByText(wordsIn('zh').published.unexplained).waitFor();
  await page.setViewportSize({ width: 320, height: 900 });
  await pane.getByText(wordsIn('zh').published.unexplained).scrollIntoViewIfNeeded();
  await page.screenshot({ path: '.cache/county-published.png' });
  // A sum is there, and a person has written beside it: that stays, whatever is chosen.
  const note = 'A note of the office';
  const noteAt = { row: 200, column: 0, rowCount: 1, columnCount: 1 };
  const noteOn = () => workbook.book(({ book }, at) => book.value('汇总情况', at.row, at.column), noteAt);
  const write = (text: string) =>
    workbook.book(({ book }, at) => book.type('汇总情况', at.at, at.text), { at: noteAt, text });
  const sheets = () => sheetsOf(workbook);
  await write(note);
  const first = await figuresOn(workbook, '2025年报表');
  const before = await sheets();
  await person.click('button', say.makeSum);
  await pane.getByText(say.sumThere('2025年报表')).waitFor();
  await page.screenshot({ path: '.cache/county-again.png' });
  await person.click('button', say.updateSum);
  await pane.getByText(zh.writeFailures.sheetExists('汇总情况')).waitFor();
  expect([await figuresOn(workbook, '2025年报表'), await sheets(), await noteOn()]).toEqual([first, before, note]);

  const counted = county.counted.map((one) => (one.unit.name === mendedUnit ? right : one));
  await write('');
  await person.click('button', say.updateSum);
  await pane.getByText(/^已更新“2025年报表”中的 \d+ 格/u).waitFor({ timeout: 60_000 });
  expect([await figuresOn(workbook, '2025年报表'), await sheets()]).toEqual([sumOf(counted), before]);

  // A figure of the sum that a person changed: nothing is updated, and another sum goes beside it.
  const [place] = sheetLayout(edition2021).figures.values();
  const at = { row: place?.row ?? 0, column: place?.column ?? 0, rowCount: 1, columnCount: 1 };
  await workbook.book(({ book }, cell) => book.type('2025年报表', cell, '77'), at);
  await person.click('button', say.makeSum);
  await person.click('button', say.updateSum);
  await pane.getByText(zh.writeFailures.notAsMade('1')).waitFor();
  await person.click('button', say.anotherSum);
  await pane.getByText(say.sumDone(county.counted.length)).waitFor({ timeout: 60_000 });
  expect(await figuresOn(workbook, '2025年报表（2）')).toEqual(sumOf(counted));
  expect(await workbook.book(({ book }, cell) => book.value('2025年报表', cell.row, cell.column), at)).toBe(77);

  // What a person decides, and the report of a unit on sheets of its own.
  await row.click();
  await pane.getByRole('textbox', { name: say.reason }).fill('待核实');
  await pane.getByRole('button', { name: say.setAside, exact: true }).click();
  await pane.getByRole('button', { name: say.openSheet, exact: true }).click();
  await pane.getByText(say.opened('2025年报表（3）')).waitFor({ timeout: 60_000 });
  await workbook.book(({ book }, cell) => book.type('2025年报表（3）', cell, '78'), at);
  await pane.getByRole('button', { name: say.takeMended, exact: true }).click();
  await table.getByText(`${say.workbook}（2025年报表（3））`).waitFor();
  await page.screenshot({ path: '.cache/county-mended.png' });
  // What was decided of it is decided of the mended one.
  expect(await row.innerText()).toContain('不采用：待核实');
  // What the office noted beside a unit is kept when the sheets are written again.
  const call = await workbook.book(({ book }, name) => {
    const at = Array.from({ length: 200 }, (_, row) => row).findIndex((row) => book.value('收表情况', row, 0) === name);
    const cell = { row: at, column: 9, rowCount: 1, columnCount: 1 };
    book.type('收表情况', cell, '1月5日已电话催报');
    book.type('单位名单', { ...cell, row: 1 }, '张三');
    return cell;
  }, county.missing[0] ?? '');
  await pane.getByRole('button', { name: say.keep, exact: true }).click();
  await pane.getByText(say.keptDone).waitFor({ timeout: 60_000 });
  const beside = ({ row, column }: { row: number; column: number }, sheet: string) =>
    workbook.book(({ book }, at) => [book.value(at.sheet, at.row, 0), book.value(at.sheet, at.row, at.column)], {
      sheet,
      row,
      column,
    });
  expect(await beside(call, '收表情况')).toEqual([county.missing[0], '1月5日已电话催报']);
  expect(await beside({ ...call, row: 1 }, '单位名单')).toEqual([county.roster[0]?.name, '张三']);

  await reopened(workbook);
}

/** A pane that is opened again knows what stands on the sheets, and takes in the reports that stand there. */
async function reopened({ page, book }: Workbook): Promise<void> {
  await book(({ host }) => host.reload(), null);
  const pane = page.frameLocator('iframe');
  const table = pane.getByRole('region', { name: say.table });
  const row = table.getByRole('button', { name: new RegExp(`^${mendedUnit}`, 'u') }).first();
  await pane.getByRole('tab', { name: zh.tabs.county, exact: true }).click();
  await pane.getByText(say.rosterCount(100)).waitFor();
  const saved = pane.getByRole('region', { name: say.saved });
  await saved.getByText(new RegExp(`未报 ${county.missing.length}`, 'u')).waitFor();
  expect(await saved.getByRole('listitem').filter({ hasText: mendedUnit }).innerText()).toContain('待核实');
  await page.screenshot({ path: '.cache/county-saved.png' });
  // Sums among the sheets count for nothing; what was asked of the unit is still known.
  await pane.getByLabel(say.unit).fill(`${county.name}人民政府`);
  await pane.getByRole('button', { name: say.takeSheets, exact: true }).click();
  await expect.poll(() => row.innerText(), patient).toMatch(/已读 · 不采用：待核实[^]*上次意见：已改 \d/u);
  await pane.getByRole('button', { name: '本身是汇总 2', exact: true }).waitFor();
  // Whose reports were counted and are not chosen again yet is said: what is made now is without them.
  await pane.getByText(/^上次计入的 \d+ 个单位/u).waitFor();
  await page.screenshot({ path: '.cache/county-taken.png' });
  // The file is another report, and counts. So does one in an archive, with its name in GB 18030.
  const file = {
    name: `收到/${mended?.name ?? ''}`,
    bytes: writeWord(reportOf(edition2021, mendedUnit, county.year, 5)),
  };
  await writeFile(path.join(folder, '再报.zip'), zipOf([file], 'gb18030'));
  await pane.locator('input[data-county="files"]').setInputFiles(path.join(folder, '再报.zip'));
  await pane.getByRole('textbox', { name: say.search }).fill('再报.zip');
  await expect
    .poll(() => table.getByRole('listitem').allInnerTexts(), patient)
    .toEqual([expect.stringMatching(/已读 · 已计入[^]*上次意见：已改 \d/u)]);
}

describe('a county of a hundred units', () => {
  test('a folder and a list in; the sum, the state of every unit and the letters out', async () => {
    await withWorkbook(async (workbook) => {
      const { pane, page } = workbook;
      const person = new Person(workbook);
      await person.click('tab', zh.tabs.county);
      await person.choose('roster', '单位名单.xlsx');
      await pane.getByText(say.rosterCount(100)).waitFor();
      const sheetsBefore = await sheetsOf(workbook);
      const reading = await watchBlocks(page);

      // Begun, ended, begun again: nothing is lost and nothing is counted twice.
      await pane.locator('input[data-county="folder"]').setInputFiles(path.join(folder, '收到'));
      await pane.getByRole('button', { name: zh.cancel, exact: true }).click();
      await pane.getByText(/已取消，\d+ 个文件没有读取/u).waitFor();
      expect(await sheetsOf(workbook)).toEqual(sheetsBefore);

      const from = Date.now();
      await person.choose('folder', '收到');
      await pane.getByRole('button', { name: say.pause, exact: true }).click();
      await pane.getByRole('button', { name: say.goOn, exact: true }).click();
      await pane.locator('progress').waitFor({ state: 'detached', timeout: 240_000 });
      const seconds = (Date.now() - from) / 1000;
      await pane.getByText(new RegExp(`^刚才读了 ${county.files.length} 个文件`, 'u')).waitFor();
      const whileReading = await reading();

      const rows = county.files.length + county.missing.length;
      await pane.getByRole('button', { name: `${say.all} ${rows}`, exact: true }).waitFor();
      // Each is called what it is: broken, twice, of another edition or year, a bomb, no report, a sum of its own.
      const states = [...county.files.map(({ state }) => state), ...county.missing.map(() => 'missing' as const)];
      for (const state of new Set(states)) {
        const name = `${wordsIn('zh').states[state]} ${states.filter((one) => one === state).length}`;
        await pane.getByRole('button', { name, exact: true }).waitFor();
      }
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.screenshot({ path: '.cache/county.png' });

      // The county's own sum among the files is set beside that of its units.
      await pane.getByRole('button', { name: say.published, exact: true }).click();
      await pane.getByText(wordsIn('zh').published.same(false)).waitFor();

      const writing = await watchBlocks(page);
      await pane.getByLabel(say.unit).fill(`${county.name}人民政府`);
      await person.click('button', say.makeSum);
      await pane.getByText(say.sumDone(county.counted.length)).waitFor({ timeout: 60_000 });
      const download = page.waitForEvent('download');
      await person.click('button', say.makeLetters);
      const archive = await (await download).createReadStream();
      const pieces: Buffer[] = [];
      for await (const piece of archive) pieces.push(piece as Buffer);
      const letters = Object.keys(unzipSync(Buffer.concat(pieces)));
      const whileWriting = await writing();
      // A row for each figure of each unit is much to write: it is done beside the pane.
      const bookWriting = await watchBlocks(page);
      const beside = page.waitForEvent('worker');
      const book = page.waitForEvent('download');
      await pane.getByRole('button', { name: say.makeBook, exact: true }).click();
      const bytes = await readFile(await (await book).path());
      await beside;
      const whileWritingBook = await bookWriting();
      expect(Object.keys(unzipSync(bytes)).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(6);
      for (const unit of county.broken)
        expect(letters).toEqual(expect.arrayContaining([`Word/${unit}修改意见.docx`, `txt/${unit}修改意见.txt`]));

      expect(await sheetsOf(workbook)).toEqual(
        expect.arrayContaining(['汇总情况', '数据来源', '单位名单', '收表情况', '2025年报表']),
      );
      expect(await figuresOn(workbook, '2025年报表')).toEqual(sumOf(county.counted));
      console.log(
        [
          `${person.clicks} clicks, ${seconds.toFixed(1)} s for ${county.files.length} files`,
          `longest block: reading ${whileReading.busy} ms (${whileReading.wall} by the wall)`,
          `sum and letters ${whileWriting.busy} ms (${whileWriting.wall}), with the stand-in's own work`,
          `workbook of the sum ${whileWritingBook.busy} ms (${whileWritingBook.wall})`,
        ].join('; '),
      );
      expect(person.clicks).toBeLessThanOrEqual(8);
      await again(workbook, person);
    });
  }, 400_000);
});
