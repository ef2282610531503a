/** 收表汇总 by hand: what is dropped, pasted, sorted, looked for and opened, in real Chromium on office.js. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a list that is pasted, and files, a folder and an archive that are dropped, anywhere on the view', async () => {
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
  await pane.getByRole('button', { name: say.setAside, exact: true }).press('Enter');
  await rows.getByText('不采用：待核实').waitFor();
}
