/**
 * The ways through the year's work, each played with the mouse and by keys alone inside the real office.js: from last year's
 * Word file, from an empty template, and from a faulty file. What a person presses is printed; figures are typed into the
 * sheet.
 */
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import type { Report } from '../../src/report/report';
import { readFile as readReport } from '../../src/read/read';
import { sheetLayout, sheetNames } from '../../src/report/sheet/sheet';
import { paintColours } from '../../src/report/sheet/workbook';
import { writeJson } from '../../src/write/json';
import { writeWord } from '../../src/write/word/word';
import { yearDue } from '../../src/taskpane/fill/draft';
import { zh } from '../../src/taskpane/words/words.zh';
import { brokenReport } from '../taskpane/samples';
import { workbooks, type Workbook } from './workbook';
import { filledReport } from '../filled';

const withWorkbook = workbooks();
const year = yearDue(new Date());

/** Far longer than any of it takes: what is typed goes to the sheet a second later. */
const patient = { timeout: 20_000 } as const;

/** One person at the pane, who clicks or who has only keys. */
class Person {
  readonly done: string[] = [];
  keys = 0;

  constructor(
    readonly workbook: Workbook,
    readonly way: 'mouse' | 'keyboard',
  ) {}

  button(name: string | RegExp): Promise<void> {
    return this.press(this.workbook.pane.getByRole('button', { name }).first());
  }

  /** Presses what can be pressed, and writes down what it is called. `held`: how long the button stays down, in ms. */
  async press(what: Locator, held = 80): Promise<void> {
    await what.waitFor();
    // Some wait for what they ask about; a person sees that.
    await expect.poll(() => what.getAttribute('aria-disabled'), patient).not.toBe('true');
    this.done.push(((await what.getAttribute('aria-label')) ?? (await what.textContent()) ?? '').trim());
    if (this.way === 'mouse') return what.click({ delay: held });
    await this.reach(what);
    await this.key('Enter');
  }

  /** A way past many fields, which is shown to those alone who come by keys. */
  async skip(name: string): Promise<void> {
    if (this.way === 'keyboard') await this.button(name);
  }

  async tab(name: string): Promise<void> {
    const { pane } = this.workbook;
    const wanted = pane.getByRole('tab', { name });
    if (this.way === 'mouse') return this.press(wanted);
    this.done.push(name);
    await this.reach(pane.getByRole('tab', { selected: true }));
    for (let step = 0; step < 5 && (await wanted.getAttribute('aria-selected')) !== 'true'; step += 1)
      await this.key('ArrowRight');
  }

  async write(box: Locator, text: string): Promise<void> {
    await box.waitFor();
    if (this.way === 'mouse') await this.press(box);
    else await this.reach(box);
    await this.workbook.page.keyboard.type(text);
  }

  async file(button: string, file: Buffer): Promise<void> {
    const choosing = this.workbook.page.waitForEvent('filechooser');
    await this.button(button);
    await (await choosing).setFiles({ name: '年报.docx', mimeType: '', buffer: file });
  }

  private async key(name: string): Promise<void> {
    this.keys += 1;
    await this.workbook.page.keyboard.press(name);
  }

  /** Goes on with Tab, and back with Shift and Tab once the pane has no further stop. */
  private async reach(what: Locator): Promise<void> {
    const { pane } = this.workbook;
    const here = () => what.evaluate((element) => element === document.activeElement);
    const stop = () =>
      pane.evaluate(() => {
        const { activeElement } = document;
        return activeElement === document.body ? 'body' : (activeElement?.outerHTML ?? '');
      });
    for (const key of ['Tab', 'Shift+Tab']) {
      let before = '';
      for (let step = 0; step < 120; step += 1) {
        if (await here()) return;
        await this.key(key);
        const now = await stop();
        expect(now, 'the focus is never lost').not.toBe('body');
        if (now === before && !(await here())) break;
        before = now;
      }
    }
    throw new Error(`no way by keys to ${String(this.done.at(-1))}`);
  }
}

const fileOf = (report: Report): Buffer => Buffer.from(writeWord(report));

/** Last year's file: one application came in and was carried over; everything else is 0. */
function lastYears(): Report {
  const report = filledReport(edition2021, { year: year - 1, unit: '云溪县林业局' });
  for (const row of ['received', 'carriedOut'])
    for (const column of ['person', 'total']) report.figures[`applications.${row}.${column}`] = 1;
  report.narrative = {
    overview: ['上年新收政府信息公开申请1件，结转下年度继续办理1件。'],
    problems: ['栏目更新不够及时，已明确专人负责。'],
    other: ['没有其他需要报告的事项。'],
  };
  report.contact = '联系电话：0000-5550123';
  report.closing = { unit: null, date: `${year}-01-20` };
  return report;
}

/** Types a figure into its blank cell, and goes on when the pane counts a blank less, as people do who look at it. */
const typeInto = async ({ workbook }: Person, id: string, text: string): Promise<void> => {
  const blanks = async (): Promise<number> => {
    const label = await workbook.pane.getByRole('button', { name: /^各表其余 \d+ 格都填 0$/u }).textContent();
    return Number(/\d+/u.exec(label ?? '')?.[0]);
  };
  const before = await blanks();
  const cell = sheetLayout(edition2021).figures.get(id);
  await workbook.book(({ book }, given) => void book.type(given.sheet, given.place, given.text), {
    sheet: sheetNames(year).tables,
    place: { row: cell?.row ?? 0, column: cell?.column ?? 0, rowCount: 1, columnCount: 1 },
    text,
  });
  await expect.poll(blanks, patient).toBe(before - 1);
};

const textOf = ({ workbook }: Person): Promise<string> =>
  workbook.book(
    ({ book }, sheet) =>
      book
        .values(sheet, { row: 0, column: 0, rowCount: 30, columnCount: 1 })
        .flat()
        .map((value) => String(value ?? ''))
        .join('\n'),
    sheetNames(year).text,
  );

/** 其余填 0, the three texts, and the Word file, which leaves without a question. Returns the report that it holds. */
async function finish(person: Person): Promise<Report | undefined> {
  const { page, pane } = person.workbook;
  await person.button(/^各表其余 \d+ 格都填 0$/u);
  await person.button(zh.fill.zerosConfirm);
  await pane.getByText(/^已填入 \d+ 个 0。$/u).waitFor();
  await person.tab(zh.tabs.text);
  await person.press(pane.locator('[data-section="overview"]').getByRole('button', { name: zh.editor.allPhrases }));
  await person.write(pane.locator('[data-section="problems"] textarea'), '个别栏目更新不够及时，按月检查更新情况。');
  // The press ends the typing before, which goes to the sheet and is looked at while the button is still down.
  await person.press(
    pane.locator('[data-section="other"]').getByRole('button', { name: '没有其他需要报告的事项。' }),
    1_500,
  );
  await expect
    .poll(() => textOf(person), patient)
    .toMatch(/件[\s\S]*按月检查更新情况。[\s\S]*没有其他需要报告的事项。/u);
  await person.tab(zh.tabs.export);
  const downloading = page.waitForEvent('download');
  await person.button(zh.export.formats.word);
  const file = await downloading;
  expect(file.suggestedFilename()).toBe(`云溪县林业局${year}年政府信息公开工作年度报告.docx`);
  // No fault, no blank, no difference without a reason, no section without text.
  expect(await pane.getByRole('dialog').count()).toBe(0);
  const read = await readReport(file.suggestedFilename(), new Uint8Array(await readFile(await file.path())));
  return read.ok ? read.readings[0]?.report : undefined;
}

const say = (path: string, { way, done, keys }: Person): void =>
  console.log(
    `${path}, ${way}: ${done.length} ${way === 'mouse' ? 'clicks' : `presses, ${keys} keys`}\n${done.map((name, index) => `${index + 1}. ${name}`).join('\n')}`,
  );

/** Empties a paragraph, goes on to another, and takes it back: the sheet has it again, and the editor does not empty it anew. */
async function emptiedAndBack({ pane, page, book }: Workbook, sheet: string, text: string): Promise<void> {
  const holds = () =>
    book(
      ({ book: model }, given) =>
        model.values(given.sheet, { row: 0, column: 0, rowCount: 30, columnCount: 1 }).flat().includes(given.text),
      { sheet, text },
    );
  await pane.getByRole('tab', { name: zh.tabs.text }).click();
  const boxes = pane.locator('[data-section="overview"] textarea');
  await boxes.nth(1).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect.poll(holds, patient).toBe(false);
  await boxes.nth(0).click();
  await pane.getByRole('button', { name: zh.undo.takeBack }).click();
  await expect.poll(() => boxes.nth(1).inputValue(), patient).toBe(text);
  // What is typed next goes to the sheet after whatever the editor would still write.
  await boxes.nth(0).click();
  await page.keyboard.press('End');
  await page.keyboard.type('完。');
  await expect.poll(() => pane.getByText(/^刚才：改写文字/u).count(), patient).toBe(1);
  expect(await holds()).toBe(true);
  await pane.getByRole('button', { name: zh.undo.takeBack }).click();
  await pane.getByText(zh.undo.done(0)).waitFor();
}

test('a filled report that is taken back leaves nothing, on 校验说明 neither', async () => {
  await withWorkbook(async (workbook) => {
    const { pane, book } = workbook;
    const report = brokenReport(year - 3);
    report.figures['disclosure.penalties.decisions'] = null;
    report.marks['disclosure.penalties.decisions'] = { state: 'unread', source: '若干' };
    const sheets = () => book(({ book: model }) => model.sheets.map(({ name }) => name), null);
    const before = await sheets();
    await pane.getByRole('button', { name: new RegExp(zh.welcome.file, 'u') }).click();
    const buffer = Buffer.from(writeJson(report));
    await pane.locator('input[type=file]').setInputFiles({ name: '年报.json', mimeType: '', buffer });
    await pane.getByRole('button', { name: zh.importing.fill, exact: true }).click();
    await pane.getByRole('button', { name: zh.undo.takeBack }).waitFor();
    await expect.poll(sheets, patient).toContain('校验说明');
    // The sheet to work on stays in front, whatever was written beside it.
    expect(await book(({ book: model }) => model.activeSheet.name, null)).toBe(sheetNames(year - 3).tables);
    await emptiedAndBack(workbook, sheetNames(year - 3).text, report.narrative.overview[1] ?? '');
    await pane.getByRole('button', { name: zh.undo.takeBack }).click();
    await expect.poll(sheets, patient).toEqual(before);
  });
});

describe.each(['mouse', 'keyboard'] as const)('by %s', (way) => {
  test('from last year’s Word file to this year’s in at most twelve clicks, nothing left to put right', async () => {
    await withWorkbook(async (workbook) => {
      const person = new Person(workbook, way);
      await person.button(new RegExp(zh.welcome.previous, 'u'));
      await person.file(zh.importing.choose, fileOf(lastYears()));
      await person.skip(zh.importing.skipFigures);
      await person.button(zh.importing.fillAndBegin(year));
      await workbook.pane.getByRole('heading', { name: `云溪县林业局 · ${year}年` }).waitFor();
      // Both sheets are there, and the one to fill in is in front.
      expect(await workbook.book(({ book }) => book.activeSheet.name, null)).toBe(sheetNames(year).tables);
      // What was carried over is marked on the sheet, and the labels of the long table stay in sight.
      const carried = sheetLayout(edition2021).figures.get('applications.carriedIn.person');
      const marks = await workbook.book(
        ({ book }, { row, column }) => book.painted(book.activeSheet, row, column).map(({ fill }) => fill),
        { row: carried?.row ?? 0, column: carried?.column ?? 0 },
      );
      expect(marks).toEqual([paintColours.carried.fill]);
      expect(await workbook.book(({ book }) => book.activeSheet.frozen, null)).toEqual({
        rows: 0,
        columns: carried?.column,
      });
      await typeInto(person, 'applications.received.person', '4');
      await typeInto(person, 'applications.granted.person', '5');
      const published = await finish(person);
      // Last year’s day does not stand beneath this year’s report.
      expect([published?.contact, published?.closing]).toEqual(['联系电话：0000-5550123', { unit: null, date: null }]);
      expect(await textOf(person)).toContain('本年新收政府信息公开申请4件，上年结转1件；办结5件');
      say('last year’s file', person);
      expect(person.done.length).toBeLessThanOrEqual(way === 'mouse' ? 12 : 13);
    });
  });

  test('from an empty workbook to the published file', async () => {
    await withWorkbook(async (workbook) => {
      const person = new Person(workbook, way);
      await person.button(new RegExp(zh.welcome.blank, 'u'));
      await person.write(workbook.pane.getByLabel(zh.newReport.unit), '云溪县林业局');
      await person.press(workbook.pane.getByRole('button', { name: zh.newReport.insert, exact: true }));
      await workbook.pane.getByRole('heading', { name: `云溪县林业局 · ${year}年` }).waitFor();
      expect(await workbook.book(({ book }) => book.activeSheet.name, null)).toBe(sheetNames(year).tables);
      await typeInto(person, 'applications.received.person', '2');
      await typeInto(person, 'applications.granted.person', '2');
      await finish(person);
      say('empty template', person);
      expect(person.done.length).toBeLessThanOrEqual(12);
    });
  });

  test('from a faulty file to a mended one', async () => {
    await withWorkbook(async (workbook) => {
      const { page, pane } = workbook;
      const person = new Person(workbook, way);
      await person.button(new RegExp(zh.welcome.file, 'u'));
      await person.file(zh.importing.choose, fileOf(brokenReport(year - 3)));
      await person.skip(zh.importing.skipFigures);
      await person.press(pane.getByRole('button', { name: zh.importing.fill, exact: true }));
      await pane.getByRole('heading', { name: `云溪县林业局 · ${year - 3}年` }).waitFor();
      await person.tab(zh.tabs.check);
      await person.button(zh.check.repair('8'));
      await person.press(pane.getByRole('button', { name: zh.check.repairConfirm, exact: true }));
      await pane.getByText(zh.check.none.slice(0, -1)).first().waitFor();
      await person.tab(zh.tabs.export);
      const downloading = page.waitForEvent('download');
      await person.button(zh.export.formats.word);
      await downloading;
      expect(await pane.getByRole('dialog').count()).toBe(0);
      say('faulty file', person);
      expect(person.done.length).toBeLessThanOrEqual(9);
    });
  });
});
