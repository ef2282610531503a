import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { reportTitle, sheetNames } from '../../src/report/sheet/sheet';
import { yearDue } from '../../src/taskpane/fill/draft';
import { en } from '../../src/taskpane/words/words.en';
import { zh } from '../../src/taskpane/words/words.zh';
import { faults, newReport, placeOf as placeOfFigure, projectRoot, typeAt, workbooks, type Workbook } from './workbook';

const [, edition] = editions as [unknown, (typeof editions)[number]];
const year = yearDue(new Date());
const names = sheetNames(year);

const withWorkbook = workbooks();

const placeOf = (id: string, down = 0) => placeOfFigure(edition, id, down);
const typeInto = (workbook: Workbook, id: string, text: string, down = 0) => typeAt(workbook, placeOf(id, down), text);

async function fillZeros({ pane }: Workbook): Promise<void> {
  await pane.getByRole('tab', { name: zh.tabs.fill }).click();
  await pane
    .getByRole('button', { name: /其余 \d+ 格填 0/u })
    .first()
    .click();
  await pane.getByRole('button', { name: zh.fill.zerosConfirm, exact: true }).click();
  await pane
    .getByText(/已填入 \d+ 个 0/u)
    .first()
    .waitFor();
}

/** A new report of which every table is filled with zeros through the pane. */
async function startReport(workbook: Workbook): Promise<void> {
  const { pane } = workbook;
  await newReport(workbook);
  for (let table = 0; table < 3; table += 1) await fillZeros(workbook);
  await pane.getByRole('tab', { name: zh.tabs.check }).click();
  await pane
    .getByText(new RegExp(zh.check.none.slice(0, -1), 'u'))
    .first()
    .waitFor();
}

describe('a new report of the edition that is due, with totals by formula', () => {
  test('a number in the middle of a box and a row pasted into one box are said, put right, and never lost', async () => {
    await withWorkbook(async (workbook) => {
      await newReport(workbook);
      const { book, pane } = workbook;
      const row = (['issued', 'repealed', 'inForce'] as const).map((column) =>
        placeOf(`disclosure.regulations.${column}`),
      );
      const first = placeOf('disclosure.regulations.issued');
      const penalties = placeOf('disclosure.penalties.decisions');
      const middle = { ...penalties, column: penalties.column + 4 };
      const painted = (place: typeof middle) =>
        book(({ book: model }, at) => model.painted(model.activeSheet, at.row, at.column).length, place);
      const contents = (places: readonly (typeof middle)[]) =>
        book(({ book: model }, all) => all.map((at) => model.value(model.activeSheet, at.row, at.column)), places);
      // What is blank is painted over the whole box.
      expect(await painted(penalties)).toBe(1);
      expect(await painted(middle)).toBe(1);
      await book(({ book: model }, place) => void model.type(model.activeSheet, place, '143'), middle);
      await book(({ book: model }, place) => model.pasteText(model.activeSheet, place, '2\t1\t9'), first);
      await pane.getByRole('tab', { name: zh.tabs.check }).click();
      const shared = pane.locator('[data-finding]', { hasText: '一格里有两个内容' });
      const inner = pane.locator('[data-finding]', { hasText: '数字不在格子的第一个单元格' });
      await inner.first().waitFor();
      await shared.first().click();
      await pane.getByText('无法判断哪一个是本格的数').first().waitFor();
      expect(await painted(penalties)).toBe(0);
      expect(await painted(middle)).toBe(0);
      expect(await painted(first)).toBe(1);
      await pane.getByRole('button', { name: zh.check.repairSpread }).click();
      await pane.getByRole('button', { name: zh.check.repairConfirm, exact: true }).click();
      await shared.first().waitFor({ state: 'detached' });
      expect(await contents(row)).toEqual([2, 1, 9]);

      await fillZeros(workbook);
      expect(await contents([...row, penalties, middle])).toEqual([2, 1, 9, null, 143]);
      expect(await contents([placeOf('disclosure.licensing.decisions')])).toEqual([0]);
    });
  });

  test('a sum broken through the first row is found, painted by the formats alone, and undone', async () => {
    await withWorkbook(async (workbook) => {
      await startReport(workbook);
      await typeInto(workbook, 'applications.received.person', '9');
      await faults(workbook).first().click();
      await workbook.pane.getByText('第一项 9＋第二项 0＝9').first().waitFor();
      const painted = (id: string) =>
        workbook.book(({ book }, place) => book.painted(book.activeSheet, place.row, place.column).length, placeOf(id));
      expect(await painted('applications.received.person')).toBeGreaterThan(0);
      expect(await painted('applications.received.enterprise')).toBe(0);
      await workbook.book(({ book }) => book.undo(), null);
      await faults(workbook).first().waitFor({ state: 'detached' });
      expect(await painted('applications.received.person')).toBe(0);
    });
  });

  test('an edit costs one request, which writes nothing; finding the sheets costs two', async () => {
    await withWorkbook(async (workbook) => {
      await startReport(workbook);
      const { page } = workbook;
      // Right after a slow look, so that the next one does not fall among what is counted.
      const requests = () => workbook.book(({ host }) => host.requests.length, null);
      await page.waitForTimeout(2_500);
      await workbook.book(({ host }) => host.clearRequests(), null);
      await expect.poll(requests, { timeout: 10_000 }).toBeGreaterThan(0);
      await page.waitForTimeout(500);
      await workbook.book(({ host }) => host.clearRequests(), null);
      await typeInto(workbook, 'applications.received.person', '4');
      await faults(workbook).first().waitFor();
      await page.waitForTimeout(700);
      const edit = await workbook.book(({ host }) => host.requests.map(({ wrote }) => wrote), null);
      expect(edit).toEqual([false]);

      await workbook.book(({ host }) => host.clearRequests(), null);
      await workbook.pane.evaluate(() => window.dispatchEvent(new Event('focus')));
      const discovery = () => workbook.book(({ host }) => host.requests.map(({ wrote }) => wrote), null);
      await expect.poll(discovery, { timeout: 10_000 }).toHaveLength(2);
      await page.waitForTimeout(700);
      expect(await discovery()).toEqual([false, false]);
    });
  });

  test('a row put in above the tables, a sheet copied and another sheet looked at: still checked, still painted', async () => {
    await withWorkbook(async (workbook) => {
      await startReport(workbook);
      await workbook.book(({ book }) => book.insertRows(book.activeSheet, 1, 2), null);
      await typeInto(workbook, 'applications.received.person', '3', 2);
      await faults(workbook).first().waitFor();
      const paintedDown = await workbook.book(
        ({ book }, place) => book.painted(book.activeSheet, place.row, place.column).length,
        placeOf('applications.received.person', 2),
      );
      expect(paintedDown).toBeGreaterThan(0);

      await workbook.book(({ book }) => void book.copySheet(book.activeSheet), null);
      await workbook.pane
        .getByText(zh.status.duplicates(reportTitle('云溪县林业局', year)))
        .first()
        .waitFor();
      await workbook.book(({ book }, sheet) => book.activate(sheet), `${names.tables} (2)`);
      await workbook.pane
        .getByText(zh.status.sheet(`${names.tables} (2)`))
        .first()
        .waitFor();
      await faults(workbook).first().waitFor();
      await workbook.book(({ book }, sheet) => book.deleteSheet(sheet), `${names.tables} (2)`);
      await workbook.pane.getByText(zh.status.sheet(names.tables), { exact: false }).first().waitFor();
    });
  });

  test('formats that were lost are said, and one click puts them back', async () => {
    await withWorkbook(async (workbook) => {
      await startReport(workbook);
      const { pane } = workbook;
      await workbook.book(({ book }) => book.clearConditionalFormats(book.activeSheet, 'A20:O30'), null);
      await pane.getByRole('button', { name: zh.status.checkNow }).click();
      await pane.getByText(zh.check.formatsDamaged).waitFor();
      await pane.getByRole('button', { name: zh.check.formatsRestore }).click();
      await pane.getByText(zh.check.formatsDamaged).waitFor({ state: 'detached' });

      // A row that was put in is called that, with its place; taken out again, there is nothing to say.
      const row = placeOf('applications.granted.person').row + 4;
      const told = pane.getByText(zh.check.shifts.inserted('row', String(row + 1), String(row + 1)));
      await workbook.book(({ book }, at) => book.insertRows(book.activeSheet, at, 1), row);
      await told.waitFor();
      await workbook.book(({ book }, at) => book.deleteRows(book.activeSheet, at, 1), row);
      await told.waitFor({ state: 'detached' });
      await typeInto(workbook, 'applications.received.person', '3');
      await faults(workbook).first().waitFor();
      const painted = await workbook.book(
        ({ book }, place) => book.painted(book.activeSheet, place.row, place.column).length,
        placeOf('applications.received.person'),
      );
      expect(painted).toBeGreaterThan(0);
    });
  });

  test('values that are no figures, a row nobody knows and an official row that is gone are each said', async () => {
    await withWorkbook(async (workbook) => {
      await startReport(workbook);
      const { pane } = workbook;
      const shows = async (text: string | RegExp) => {
        await faults(workbook).filter({ hasText: text }).first().waitFor();
      };
      const paste = (id: string, text: string) =>
        workbook.book(({ book }, given) => book.pasteText(book.activeSheet, given.place, given.text), {
          place: placeOf(id),
          text,
        });
      /** Takes steps back, and waits until nothing is wrong any more. */
      const undone = async (steps: number) => {
        for (let step = 0; step < steps; step += 1) await workbook.book(({ book }) => book.undo(), null);
        await faults(workbook).first().waitFor({ state: 'detached' });
      };
      await paste('applications.granted.person', '１２件');
      await faults(workbook).first().click();
      await pane
        .getByText(/应填数字 12/u)
        .first()
        .waitFor();
      await undone(1);
      await paste('disclosure.licensing.decisions', '-3');
      await shows('行政许可');
      await undone(1);
      await paste('disclosure.penalties.decisions', '1.5');
      await shows('行政处罚');
      await undone(1);

      const granted = placeOf('applications.granted.person');
      await workbook.book(({ book }, row) => {
        book.insertRows(book.activeSheet, row, 1);
        book.type(book.activeSheet, { row, column: 4, rowCount: 1, columnCount: 1 }, '9.本地自加的一行');
        book.type(book.activeSheet, { row, column: 8, rowCount: 1, columnCount: 1 }, '2');
      }, granted.row + 4);
      await faults(workbook).first().click();
      await pane
        .getByText(/本地自加的一行/u)
        .first()
        .waitFor();
      await undone(3);
      await workbook.book(({ book }, row) => book.deleteRows(book.activeSheet, row, 1), granted.row + 3);
      await faults(workbook).first().waitFor();
    });
  });

  test('a template is not written over a sheet of the same name: the pane says what to do, and nothing changes', async () => {
    await withWorkbook(async (workbook) => {
      await newReport(workbook);
      const { pane } = workbook;
      const before = await workbook.book(({ book }) => JSON.stringify(book.sheets.map(({ name }) => name)), null);
      await pane.getByRole('tab', { name: zh.tabs.fill }).click();
      await pane.getByRole('button', { name: zh.newReport.title }).click();
      await pane.getByRole('button', { name: zh.newReport.insert, exact: true }).click();
      await pane.getByText(zh.writeFailures.sheetExists(names.tables)).first().waitFor();
      expect(await workbook.book(({ book }) => JSON.stringify(book.sheets.map(({ name }) => name)), null)).toBe(before);
    });
  });

  test('while a cell is being edited the last state stays shown, and the check follows when it ends', async () => {
    await withWorkbook(async (workbook) => {
      await startReport(workbook);
      const { pane } = workbook;
      await workbook.book(({ host }) => host.setEditMode(true), null);
      await typeInto(workbook, 'applications.received.person', '3');
      await pane.getByText(zh.troubles.editing).waitFor();
      await workbook.book(({ host }) => host.setEditMode(false), null);
      await faults(workbook).first().waitFor();
      await pane.getByText(zh.troubles.editing).waitFor({ state: 'detached' });
    });
  });
});

describe('what cannot be read', () => {
  test('before the workbook was read once, nobody says that it holds no report', async () => {
    await withWorkbook(async (workbook) => {
      await startReport(workbook);
      await workbook.book(({ host }) => {
        host.setEditMode(true);
        host.reload();
      }, null);
      const pane = workbook.page.frameLocator('iframe');
      await pane.getByText(zh.notReadYet.editing).waitFor();
      await pane.getByText(zh.welcome.unread).waitFor();
      expect(await pane.getByText(zh.welcome.empty).count()).toBe(0);
      await workbook.book(({ host }) => host.setEditMode(false), null);
      await pane.getByRole('heading', { name: zh.tasks.title }).waitFor();
    });
  });

  const refused: [string, string][] = [
    ['a text that is no report', '关于召开春季植树动员会的通知\n各科室：\n定于三月十二日召开会议。'],
    ['five megabytes of text', '植'.repeat(5_000_001)],
    ['JSON of another format', '{"format":"other/1","figures":{}}'],
    ['a report with foreign keys', '{"format":"gouji-report/1","edition":"2021","remark":"x"}'],
    ['a report of an unknown major', '{"format":"gouji-report/2"}'],
  ];
  test.each(refused)('%s: a clear sentence, nothing written, nothing lost', async (_, text) => {
    await withWorkbook(async (workbook) => {
      const { pane } = workbook;
      await pane.getByRole('button', { name: new RegExp(zh.welcome.file, 'u') }).click();
      const box = pane.getByLabel(zh.importing.paste);
      await box.fill(text);
      await pane.getByRole('button', { name: zh.importing.read, exact: true }).click();
      await pane.getByRole('alert').first().waitFor();
      const sentence = (await pane.getByRole('alert').first().textContent()) ?? '';
      expect(sentence).toMatch(/[。！]/u);
      expect((await box.inputValue()).length).toBe(text.length);
      expect(await workbook.book(({ book }) => book.sheets.length, null)).toBe(1);
    });
  });

  test('an empty text cannot be sent off', async () => {
    await withWorkbook(async (workbook) => {
      await workbook.pane.getByRole('button', { name: new RegExp(zh.welcome.file, 'u') }).click();
      await workbook.pane.getByLabel(zh.importing.paste).fill('  \n ');
      expect(await workbook.pane.getByRole('button', { name: zh.importing.read, exact: true }).isDisabled()).toBe(true);
    });
  });
});

test('a part that does not load is said where it is missing, and comes with the next try', async () => {
  await withWorkbook(async ({ page, pane, book, errors }) => {
    const parts = '**/addin/*.js';
    await page.route(parts, (route) => route.abort());
    await pane.getByRole('button', { name: new RegExp(zh.welcome.blank, 'u') }).click();
    await pane.getByText(zh.errors.notLoaded).waitFor();
    // What knows of reports is missing too: an empty page would say that there is none.
    await book(({ book: model }) => void model.type(model.activeSheet, 'A1', '年报'), null);
    await pane.getByText(zh.troubles.notLoaded).waitFor();
    await page.unroute(parts);
    expect((errors as string[]).splice(0).every((text) => /ERR_FAILED|Loading chunk/u.test(text))).toBe(true);
    await pane.getByRole('button', { name: zh.errors.retry }).click();
    await pane.getByLabel(zh.newReport.unit).waitFor();
  });
});

test('the pane speaks English where Excel does', async () => {
  await withWorkbook(async ({ pane }) => {
    await pane.getByText(en.welcome.empty).first().waitFor();
  }, '?language=en-US');
});

test('an Excel below ExcelApi 1.14 gets a page that says what to use instead, and no pane', async () => {
  await withWorkbook(async ({ pane }) => {
    await pane.getByRole('alert').filter({ hasText: '1.14' }).waitFor();
    expect(await pane.locator('#pane').innerHTML()).toBe('');
    expect(await pane.evaluate(() => document.querySelectorAll('script[src*="taskpane.js"]').length)).toBe(0);
  }, '?api=1.13');
});

test('the page for old engines is itself of old syntax', () => {
  const gate = readFileSync(`${projectRoot}/dist/gate.js`, 'utf8').replace(
    /\/\*[\s\S]*?\*\/|\/\/.*|'(?:[^'\\]|\\.)*'/gu,
    '',
  );
  expect(gate).not.toMatch(/=>|`|\b(?:let|const|class|async|await)\b|\.\.\./u);
});
