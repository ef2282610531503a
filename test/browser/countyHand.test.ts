/** 收表汇总 by hand: what is dropped, pasted, sorted, looked for and opened, in real Chromium on office.js. */
import { mkdir, mkdtemp, readFile as readBytes, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readFile } from '../../src/read/read';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import { sheetLayout } from '../../src/report/sheet/sheet';
import { wordsIn } from '../../src/rollup/words';
import { zh } from '../../src/taskpane/words/words.zh';
import { zipOf } from '../../scripts/units/archive';
import { makeCounty } from '../../scripts/units/units';
import { workbooks, type Workbook } from './workbook';

const county = makeCounty(14, 11);
/** One of them hands in nothing. */
const [loose, packed, missing] = county.files;
const files = county.files.filter((file) => file !== missing);
const withWorkbook = workbooks();
const say = zh.county;
const patient = { timeout: 20_000 } as const;
const { states } = wordsIn('zh');

let folder = '';
const put = async (name: string, bytes: Uint8Array | string): Promise<string> => {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  return file;
};
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gouji-hand-'));
  for (const { name, bytes } of files.slice(2)) await put(path.join('收到', name), bytes);
  // In folders of another name than those of the folder that is dropped.
  if (loose !== undefined) await put(path.join('单独', path.basename(loose.name)), loose.bytes);
  if (packed !== undefined)
    await put(
      path.join('单独', '附件.zip'),
      zipOf([packed, { name: '封面.jpg', bytes: new Uint8Array(9) }], 'gb18030'),
    );
  await put('单独/扫描件.rar', 'Rar!');
  await put('收到/~$年报.docx', 'left behind');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Drops files and folders of the system onto a place of the page, as the browser does for a person. */
async function drop({ page }: Workbook, at: { readonly x: number; readonly y: number }, files: readonly string[]) {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

const tableOf = ({ pane }: Workbook) => pane.getByRole('region', { name: say.table });
const namesIn = async (workbook: Workbook): Promise<string[]> =>
  (await tableOf(workbook).getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0] ?? '');

test('a list that is pasted, files, a folder and an archive that are dropped; the table; the sum, its trace and its files', async () => {
  await withWorkbook(async (workbook) => {
    const { pane, page } = workbook;
    await pane.getByRole('tab', { name: zh.tabs.county, exact: true }).click();

    // The list by keys alone, its columns as Excel copies them.
    await pane.getByRole('button', { name: say.rosterPaste, exact: true }).press('Enter');
    const box = pane.getByRole('textbox', { name: say.rosterPaste });
    await box.focus();
    const lines = county.roster.map(({ name, formerNames, shortNames }) => [
      name,
      formerNames.join('、'),
      shortNames.join('、'),
    ]);
    await page.keyboard.insertText(
      [['单位名称', '曾用名', '简称'], ...lines].map((line) => line.join('\t')).join('\n'),
    );
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await pane.getByText(say.rosterCount(county.roster.length)).waitFor();

    // A folder and two files onto the box; a picture and an archive of another kind are said.
    const area = await pane.getByRole('region', { name: say.files, exact: true }).boundingBox();
    const inside = { x: (area?.x ?? 0) + 40, y: (area?.y ?? 0) + (area?.height ?? 0) - 20 };
    await drop(
      workbook,
      inside,
      ['收到', '单独/附件.zip', '单独/扫描件.rar'].map((name) => path.join(folder, name)),
    );
    await pane.getByText(say.notReports(['单独/附件.zip/封面.jpg', '扫描件.rar']).slice(0, 20)).waitFor();
    await pane.locator('progress').waitFor({ state: 'detached', timeout: 120_000 });
    // Another file, beside the box: it is added, and the pane is still there.
    await drop(workbook, { x: 60, y: 20 }, [path.join(folder, '单独', path.basename(loose?.name ?? ''))]);
    const all = files.length + 1;
    await pane.getByRole('button', { name: `${say.all} ${all}`, exact: true }).waitFor(patient);
    const found = [...files.map(({ state }) => state), 'missing' as const];
    for (const state of new Set(found)) {
      const count = found.filter((one) => one === state).length;
      await pane.getByRole('button', { name: `${states[state]} ${count}`, exact: true }).waitFor(patient);
    }
    await searched(workbook);
    await askedOne(workbook);
    await goneOut(workbook);
  });
}, 180_000);

/** Sort, filter and search, by the mouse and by keys. */
async function searched(workbook: Workbook): Promise<void> {
  const { pane, page } = workbook;
  const rows = tableOf(workbook).getByRole('listitem');
  const inOrder = await namesIn(workbook);
  const sort = pane.getByRole('combobox', { name: say.sort });
  await sort.selectOption(say.sorts.faults);
  const faults = (await rows.allInnerTexts()).map((text) => Number(/(\d+) 处须改正/u.exec(text)?.[1] ?? 0));
  expect(faults).toEqual([...faults].sort((a, b) => b - a));
  expect(faults[0]).toBeGreaterThan(0);
  // By keys: the order of the list is the first of the choices.
  await sort.focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  expect(await namesIn(workbook)).toEqual(inOrder);

  const filter = pane.getByRole('button', { name: `${states.missing} 1`, exact: true });
  await filter.press('Space');
  expect(await filter.getAttribute('aria-pressed')).toBe('true');
  expect(await namesIn(workbook)).toEqual([missing?.unit]);
  await pane.getByRole('button', { name: say.copyNames(1), exact: true }).click();
  await pane.getByText(zh.export.copied).waitFor();

  await pane.getByRole('button', { name: new RegExp(`^${say.all} `, 'u') }).click();
  const wanted = files.find(({ state, included }) => state === 'read' && included)?.unit ?? '';
  await pane.getByRole('textbox', { name: say.search }).focus();
  await page.keyboard.insertText(wanted);
  await expect.poll(() => namesIn(workbook), patient).toEqual([wanted]);
  // The next stops are the order and the row; Enter opens it, with what was found in it.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  expect(await rows.getByRole('button', { expanded: true }).count()).toBe(1);
  await rows.getByText(/^须改正 \d+ 处，须核实 \d+ 处，提示 \d+ 处$/u).waitFor();
  // Set aside by keys, with a reason.
  await pane.getByRole('textbox', { name: say.reason }).focus();
  await page.keyboard.insertText('待核实');
  // Whoever looks at another report meanwhile finds it as typed.
  await rows.getByRole('button').first().click();
  await rows.getByRole('button').first().click();
  expect(await pane.getByRole('textbox', { name: say.reason }).inputValue()).toBe('待核实');
  await pane.getByRole('button', { name: say.setAside, exact: true }).press('Enter');
  await rows.getByText('不采用：待核实').waitFor();
}

/** The letter to one unit is copied for a chat, and what was asked is kept. */
async function askedOne({ pane, page }: Workbook): Promise<void> {
  const broken = county.broken[0] ?? '';
  await pane.getByRole('textbox', { name: say.search }).fill(broken);
  const row = pane.getByRole('region', { name: say.table }).getByRole('listitem').first();
  await row.getByRole('button').first().click();
  await row.getByRole('button', { name: say.copyLetter, exact: true }).click();
  await row.getByText(zh.export.copied).waitFor(patient);
  await page.screenshot({ path: '.cache/county-letter.png' });
  await pane.getByRole('textbox', { name: say.search }).fill('');
}

/** The sum without the unit that was set aside; back from it to its units; a figure a row; the workbook. */
async function goneOut(workbook: Workbook): Promise<void> {
  const { pane, page, book } = workbook;
  const button = (name: string) => pane.getByRole('button', { name, exact: true });
  const count = files.filter(({ included }) => included).length - 1;
  await pane.getByText(say.unsaved).waitFor();
  await pane.getByLabel(say.unit).fill(`${county.name}人民政府`);
  await button(say.makeSum).click();
  await pane.getByText(say.sumDone(count)).waitFor(patient);
  // What does not balance in the sum is to be put right at a unit, not on the sheet.
  await pane.getByRole('tab', { name: zh.tabs.check }).click();
  await pane.getByText(zh.check.ofUnits).waitFor(patient);
  await pane.getByRole('tab', { name: zh.tabs.county }).click();
  // The list, the decision and what was asked stand on sheets now.
  await pane.getByText(say.unsaved).waitFor({ state: 'detached' });
  expect(await book(({ book: own }) => own.value('修改意见', 1, 0), null)).toBe(county.broken[0]);

  await button(say.trace).click();
  const trace = pane.getByRole('region', { name: say.trace, exact: true });
  const figure = 'applications.total.total';
  const at = sheetLayout(edition2021).figures.get(figure);
  if (at === undefined) throw new Error('the 2021 edition has no such figure');
  // A cell of the sum that is selected is what is asked about.
  await book(({ book: own }, cell) => own.as('user', () => own.select('2025年报表', cell)), {
    row: at.row,
    column: at.column,
    rowCount: 1,
    columnCount: 1,
  });
  await expect.poll(() => trace.getByRole('combobox').inputValue(), patient).toBe(figure);
  const values = await trace.getByRole('cell').allInnerTexts();
  const [sum = 0, ...parts] = values.flatMap((text, index) => (index % 2 === 0 ? [Number(text)] : []));
  expect(sum).toBe(parts.reduce((total, part) => total + part, 0));
  expect(parts).toEqual([...parts].sort((one, other) => other - one));
  await trace
    .getByText(new RegExp(`不符，来自：.*${county.broken[0] ?? ''}`, 'u'))
    .first()
    .waitFor();

  await button(say.makeLong).click();
  await pane.getByText(say.longDone('数据明细')).waitFor(patient);
  const figures = figuresOf(edition2021).length;
  const ends = await book(
    ({ book: own }, last) =>
      [own.value('数据明细', last, 0), own.value('数据明细', last + 1, 0)].map((value) => (value ?? '') === ''),
    1 + count * figures,
  );
  expect(ends).toEqual([false, true]);

  const download = page.waitForEvent('download');
  await button(say.makeBook).click();
  const result = await readFile('汇总.xlsx', await readBytes(await (await download).path()));
  expect(result.ok && result.readings.map(({ report }) => report.figures[figure])).toEqual([sum]);

  // The office changes both sheets while the pane is open: that holds, and nothing is made of what stood there before.
  const named = await book(({ book: own }, units) => {
    const cell = (row: number, column: number) => ({ row, column, rowCount: 1, columnCount: 1 });
    const at =
      Array.from({ length: 100 }, (_, row) => row).find((row) => own.value('收表情况', row, 5) === '不采用') ?? 0;
    own.type('收表情况', cell(at, 5), '');
    own.type('单位名单', cell(units + 1, 0), '云溪县新设局');
    return own.value('收表情况', at, 0);
  }, county.roster.length);
  await button(say.keep).click();
  await pane.getByText(say.sheetsChanged).waitFor(patient);
  await pane.getByText(say.rosterCount(county.roster.length + 1)).waitFor();
  const row = tableOf(workbook)
    .getByRole('listitem')
    .filter({ hasText: String(named) });
  expect(await row.innerText()).toContain('已读 · 已计入');
  await button(say.keep).click();
  await pane.getByText(say.keptDone).waitFor(patient);
  expect(await book(({ book: own }, at) => own.value('单位名单', at, 0), county.roster.length + 1)).toBe(
    '云溪县新设局',
  );
}
