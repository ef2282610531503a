/** 收表汇总 in real Chromium, on office.js: a county's mixed files in, the sum, the list and the letters out. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { zh } from '../../src/taskpane/words/words.zh';
import { makeCounty } from '../../scripts/units/units';
import { watchBlocks } from './blocks';
import { workbooks, type Workbook } from './workbook';

const county = makeCounty(100, 3);
const withWorkbook = workbooks();
const say = zh.county;

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

describe('a county of a hundred units', () => {
  test('a folder and a list in; the sum, the state of every unit and the letters out', async () => {
    await withWorkbook(async (workbook) => {
      const { pane, page } = workbook;
      const person = new Person(workbook);
      await person.click('tab', zh.tabs.county);
      await person.choose('roster', '单位名单.xlsx');
      await pane.getByText(say.rosterCount(100)).waitFor();
      const reading = await watchBlocks(page);

      // Begun, ended, begun again: nothing is lost and nothing is counted twice.
      await pane.locator('input[data-county="folder"]').setInputFiles(path.join(folder, '收到'));
      await pane.getByRole('button', { name: zh.cancel, exact: true }).click();
      await pane.getByText(/已取消，\d+ 个文件没有读取/u).waitFor();

      const from = Date.now();
      await person.choose('folder', '收到');
      await pane.getByRole('button', { name: say.pause, exact: true }).click();
      await pane.getByRole('button', { name: say.goOn, exact: true }).click();
      await pane.locator('progress').waitFor({ state: 'detached', timeout: 240_000 });
      const seconds = (Date.now() - from) / 1000;
      const whileReading = await reading();

      const rows = county.files.length + county.missing.length;
      await pane.getByRole('button', { name: `${say.all} ${rows}`, exact: true }).waitFor();
      await pane.getByRole('button', { name: `未报 ${county.missing.length}`, exact: true }).waitFor();
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.screenshot({ path: '.cache/county.png' });

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
      for (const unit of county.broken) expect(letters.join()).toContain(unit);

      const sheets = await workbook.book(({ book }) => book.sheets.map(({ name }) => name), null);
      expect(sheets).toEqual(expect.arrayContaining(['汇总情况', '数据来源', '单位名单', '收表情况', '2025年报表']));
      const cells = sheetLayout(edition2021).figures;
      const found = await workbook.book(
        ({ book }, { sheet, places }) => {
          const own = book.sheets.find(({ name }) => name === sheet);
          return places.map((at) => (own === undefined ? null : book.value(own.id, at.row, at.column)));
        },
        {
          sheet: '2025年报表',
          places: figuresOf(edition2021).map(({ id }) => ({
            row: cells.get(id)?.row ?? 0,
            column: cells.get(id)?.column ?? 0,
          })),
        },
      );
      expect(found).toEqual(
        figuresOf(edition2021).map(({ id }) =>
          county.counted.reduce((sum, { figures }) => sum + (figures[id] ?? 0), 0),
        ),
      );
      console.log(
        [
          `${person.clicks} clicks, ${seconds.toFixed(1)} s for ${county.files.length} files`,
          `longest block: reading ${whileReading.busy} ms (${whileReading.wall} by the wall)`,
          `sum and letters ${whileWriting.busy} ms (${whileWriting.wall}), with the stand-in's own work`,
        ].join('; '),
      );
      expect(person.clicks).toBeLessThanOrEqual(8);

      // With the tables of a sum there already nothing is written, beside them neither: what a person wrote there stays.
      const note = 'A note of the office';
      const noteAt = { row: 200, column: 0, rowCount: 1, columnCount: 1 };
      await workbook.book(({ book }, { at, text }) => book.type('汇总情况', at, text), { at: noteAt, text: note });
      await pane.getByRole('button', { name: say.makeSum, exact: true }).click();
      await pane.getByText(zh.writeFailures.sheetExists('2025年报表')).waitFor();
      expect(await workbook.book(({ book }, at) => book.value('汇总情况', at.row, at.column), noteAt)).toBe(note);
    });
  }, 400_000);
});
