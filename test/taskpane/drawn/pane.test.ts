import axe from 'axe-core';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { writeJson } from '../../../src/write/json';
import { button, figures, files, openTab, panes, writes } from './panes';
import { soundReport } from '../samples';

const open = panes();

/** Pastes into the paste box as a browser does, with what a web page puts on the clipboard. */
const paste = (page: Page, content: { text: string; html?: string }) =>
  page.evaluate(({ text, html }) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    if (html !== undefined) data.setData('text/html', html);
    const box = document.querySelector('textarea');
    box?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, content);

const pasteSound = async (page: Page): Promise<void> =>
  paste(page, { text: await page.evaluate(() => window.pane.plainText(window.pane.samples.sound())) });

async function startImport(page: Page): Promise<void> {
  await button(page, /导入已有/u).click();
  await page.getByLabel('粘贴年报内容').waitFor();
}

/** An empty workbook, where a report is to be pasted. */
async function importing(): Promise<Page> {
  const page = await open('empty');
  await startImport(page);
  return page;
}

/** What every view shows when it is asked to: the first finding open, and every part. */
async function openParts(page: Page): Promise<void> {
  const finding = page.locator('[data-finding]').first();
  if (await finding.isVisible()) await finding.click();
  for (const part of await page.locator('[data-part]:visible').all()) await part.click();
}

test('an empty workbook shows its three ways, and that the data stays here', async () => {
  const page = await open('empty');
  expect(await page.getByText('当前工作簿中没有年报表格。可以：').isVisible()).toBe(true);
  expect(await page.getByText('仅处理非涉密信息。数据不离开本机。').isVisible()).toBe(true);
  for (const [way, heading] of [
    ['导入上年年报', '导入上年年报'],
    ['新建空白年报表', '新建年报表'],
    ['导入已有的 Word 或 Excel 文件', '导入报告'],
  ] as const) {
    await button(page, way).click();
    const title = page.getByRole('heading', { name: heading });
    await title.waitFor();
    // The button that was pressed is gone: whoever works by keyboard goes on from the title, and back from the top.
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
    await button(page, '返回').click();
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  }
});

test('a new report is made in the edition that is due in its year', async () => {
  const page = await open('empty');
  await button(page, '新建空白年报表').click();
  await page.getByLabel('单位名称').fill('云溪县水务局');
  await page.getByLabel('年度').fill('2020');
  expect(await page.getByRole('radio', { name: /2019版/u }).isChecked()).toBe(true);
  await page.getByLabel('年度').fill('2025');
  expect(await page.getByRole('radio', { name: /2021版/u }).isChecked()).toBe(true);
  await button(page, '新建').click();
  await page.getByText('已建好工作表“2025年报表”').waitFor();
  expect(await page.getByRole('heading', { name: '云溪县水务局 · 2025年' }).isVisible()).toBe(true);
});

test('that a report was made is not told any more when its sheet is gone', async () => {
  const page = await open('empty');
  await button(page, '新建空白年报表').click();
  await button(page, '新建').click();
  const done = page.getByText(/^已建好工作表/u);
  await done.waitFor();
  const [sheet] = await page.evaluate(() => window.pane.host.snapshot().candidates.map((one) => one.sheet));
  await page.evaluate((name) => window.pane.host.setHidden(name ?? '', true), sheet);
  await page.getByText('当前工作簿中没有年报表格。可以：').waitFor();
  expect(await done.count()).toBe(0);
});

test('where a sheet of that name stands already nothing is written, and it is said what to do', async () => {
  const page = await open('sound');
  const before = await figures(page);
  await openTab(page, '填表');
  await button(page, '新建年报表').click();
  await page.getByLabel('年度').fill('2025');
  await button(page, '新建').last().click();
  await page.getByRole('alert').getByText('已有同名工作表“2025年报表”').waitFor();
  expect(await figures(page)).toEqual(before);
});

test('a slip is listed with both sides and the difference, and a click goes to its cell', async () => {
  const page = await open('broken');
  const first = page.locator('[data-finding]').first();
  await first.click();
  await page.getByText('相差 1', { exact: true }).waitFor();
  expect(await page.locator('table').first().textContent()).toContain('第一项8');
  expect(await page.evaluate(() => window.pane.host.selections)).toEqual(['applications.total.person']);
});

test('the first finding is open from the start, and nothing was selected in the workbook for it', async () => {
  const page = await open('broken');
  const heads = page.locator('[data-finding]');
  await page.getByText('相差 1', { exact: true }).waitFor();
  expect(await heads.first().getAttribute('aria-expanded')).toBe('true');
  expect(await page.locator('[data-finding][aria-expanded=true]').count()).toBe(1);
  expect(await page.evaluate(() => window.pane.host.selections)).toEqual([]);

  // A fault that comes above it is the first then, until a person has turned to one.
  const opened = page.locator('[data-finding][aria-expanded=true]');
  await page.evaluate(() => window.pane.host.type('disclosure.licensing.decisions', '若干'));
  await expect.poll(() => heads.first().getAttribute('aria-expanded')).toBe('true');
  expect(await opened.count()).toBe(1);
  const turnedTo = heads.nth(1);
  await turnedTo.click();
  const name = await turnedTo.textContent();
  await page.evaluate(() => window.pane.host.type('disclosure.regulations.issued', '若干'));
  await expect.poll(() => heads.nth(2).textContent()).toBe(name);
  expect(await opened.textContent()).toBe(name);
});

test('the arrows lead through the findings and Enter to the cell', async () => {
  const page = await open('blank');
  const heads = page.locator('[data-finding]');
  const count = await heads.count();
  expect(count).toBeGreaterThan(1);
  await heads.first().focus();
  for (let step = 1; step < count; step += 1) {
    await page.keyboard.press('ArrowDown');
    expect(await heads.nth(step).evaluate((head) => head === document.activeElement)).toBe(true);
  }
  await page.keyboard.press('ArrowDown');
  expect(await heads.nth(count - 1).evaluate((head) => head === document.activeElement)).toBe(true);
  expect(await page.evaluate(() => window.pane.host.selections)).toEqual([]);
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.pane.host.selections.length === 1);
});

test('the list is kept to one table, with its level or without; the arrows stay among what is listed', async () => {
  const page = await open('blank');
  const heads = page.locator('[data-finding]');
  const places = page.getByRole('group', { name: '只看一张表' }).getByRole('button');
  const all = await heads.count();
  const counts = (await places.allTextContents()).map((text) => Number(/\d+$/.exec(text)?.[0]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(all);
  expect(counts.length).toBeGreaterThan(1);

  const review = page.getByRole('button', { name: /^复议诉讼/ });
  const own = Number(/\d+$/.exec((await review.textContent()) ?? '')?.[0]);
  await review.click();
  expect(await review.getAttribute('aria-pressed')).toBe('true');
  expect(await heads.count()).toBe(own);
  expect(own).toBeLessThan(all);
  await heads.first().focus();
  await page.keyboard.press('End');
  expect(await heads.nth(own - 1).evaluate((head) => head === document.activeElement)).toBe(true);

  await page.getByRole('button', { name: /须核实$/ }).click();
  await page.getByText('复议诉讼：没有须核实。').waitFor();
  expect(await heads.count()).toBe(0);
  await button(page, '显示全部').click();
  expect(await heads.count()).toBe(all);
  expect(await review.getAttribute('aria-pressed')).toBe('false');
});

test('a table whose findings are mended stays chosen and says so', async () => {
  const page = await open('broken');
  await page.evaluate(() => window.pane.host.type('review.reconsideration.total', 40));
  await page.getByRole('button', { name: /^复议诉讼 1/ }).click();
  await page.evaluate(() => {
    const { host, samples } = window.pane;
    const total = 'review.reconsideration.total';
    host.type(total, samples.sound().figures[total] ?? 0);
  });
  await page.getByText('复议诉讼：没有发现问题。').waitFor();
  expect(await page.getByRole('button', { name: /^复议诉讼 0/ }).getAttribute('aria-pressed')).toBe('true');
});

test('a finding that is mended leaves the list at once', async () => {
  const page = await open('broken');
  await page.locator('[data-finding]').first().waitFor();
  await page.evaluate(() => window.pane.host.type('applications.total.person', 8));
  await page.getByText('已校验，未发现须改正的问题').waitFor();
  expect(await page.getByRole('button', { name: '0 须改正' }).isVisible()).toBe(true);
});

test('a correction is written only after it was confirmed, and mends what it was offered for', async () => {
  const page = await open('broken');
  await page.locator('[data-finding]').first().click();
  await button(page, '采用建议值 8').click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toContain('7 → 8');
  await dialog.getByRole('button', { name: '取消' }).click();
  expect(await writes(page)).toEqual(['insert']);
  await button(page, '采用建议值 8').click();
  await dialog.getByRole('button', { name: '改写' }).click();
  await page.getByText('已校验，未发现须改正的问题').waitFor();
  expect(await writes(page)).toEqual(['insert', 'write']);
  expect(await figures(page)).toEqual(await page.evaluate(() => window.pane.samples.sound().figures));
});

test('cells that could not be put back are told on every view, also when what asked for the write is gone, until it was read', async () => {
  const page = await open('broken');
  await page.locator('[data-finding]').first().click();
  await button(page, '采用建议值 8').click();
  await page.evaluate(() => {
    const left = [
      { cell: 'I23', held: '91' },
      { cell: 'I24', held: '' },
    ];
    window.pane.host.refuse({ ok: false, reason: 'notPutBack', detail: '2025年报表', left });
  });
  await page.getByRole('dialog').getByRole('button', { name: '改写' }).click();
  const told = page.getByRole('alert').filter({ hasText: 'I23：91' });
  await told.waitFor();
  await page.evaluate(() => window.pane.host.type('applications.total.person', 8));
  await page.getByText('已校验，未发现须改正的问题').waitFor();
  await openTab(page, '文字');
  expect(await told.innerText()).toContain('I24：空白');
  await told.getByRole('button', { name: '关闭' }).click();
  await told.waitFor({ state: 'detached' });
});

test('the result leaves the pane as sheets and as a letter that names the slip', async () => {
  const page = await open('broken');
  await page.getByText('带走校验结果').click();
  await button(page, '生成“校验结果”工作表').click();
  await page.getByText('工作表“校验结果”已生成。').waitFor();
  await button(page, '生成问题清单工作表').click();
  await page.waitForFunction(() => window.pane.host.contents.length === 2);
  await button(page, '生成修改意见').click();
  const letter = page.getByRole('textbox', { name: '生成修改意见' });
  expect(await letter.inputValue()).toContain('三、“自然人”列不符');
  // What was written into it is there again when its part was folded.
  await letter.fill('请于1月20日前报送。');
  const part = page.getByText('带走校验结果');
  await part.click();
  await part.click();
  expect(await letter.inputValue()).toBe('请于1月20日前报送。');
  // Nor is it replaced by a press of its button, unless that is meant.
  const dialog = page.getByRole('dialog');
  await button(page, '生成修改意见').click();
  await dialog.getByRole('button', { name: '取消' }).click();
  expect(await letter.inputValue()).toBe('请于1月20日前报送。');
  // It is there again, too, after the sheet of another report was looked at.
  await page.evaluate(async () => {
    await window.pane.insert(window.pane.samples.sound(2024));
    window.pane.host.activate('2024年报表');
  });
  await letter.waitFor({ state: 'detached' });
  await page.evaluate(() => window.pane.host.activate('2025年报表'));
  await part.click();
  expect(await letter.inputValue()).toBe('请于1月20日前报送。');
  await button(page, '生成修改意见').click();
  await dialog.getByRole('button', { name: '重新生成' }).click();
  expect(await letter.inputValue()).toContain('三、“自然人”列不符');
  await button(page, '生成修改意见').click();
  expect(await dialog.count()).toBe(0);
});

test('what was typed for a new report or to be read goes with a press of 返回 only if that is meant', async () => {
  const page = await open('empty');
  const dialog = page.getByRole('dialog');
  const back = () => button(page, '返回').click();
  const ways = [
    ['新建空白年报表', '单位名称', '云溪县林业局'],
    ['导入已有的 Word 或 Excel 文件', '粘贴年报内容', '收到申请 3 件'],
  ] as const;
  for (const [way, label, text] of ways) {
    await button(page, way).click();
    const box = page.getByLabel(label);
    await box.fill(text);
    await back();
    await dialog.getByRole('button', { name: '取消' }).click();
    expect(await box.inputValue()).toBe(text);
    await back();
    await dialog.getByRole('button', { name: '离开' }).click();
    await button(page, way).waitFor();
  }
});

test('校验 is found as it was left, but begins at the top where findings were asked for', async () => {
  const page = await open('broken');
  await page.setViewportSize({ width: 320, height: 600 });
  const panel = page.getByRole('tabpanel', { name: '校验' });
  const at = () => panel.evaluate((element) => element.scrollTop);
  await page.getByText('带走校验结果').click();
  await button(page, '生成修改意见').click();
  const letter = page.getByRole('textbox', { name: '生成修改意见' });
  // What was made is in sight.
  await expect.poll(() => letter.evaluate((box) => box.getBoundingClientRect().bottom)).toBeLessThan(600);
  const left = await at();
  expect(left).toBeGreaterThan(0);
  await openTab(page, '填表');
  await openTab(page, '校验');
  expect(await at()).toBe(left);
  await button(page, /须改正$/u)
    .first()
    .click();
  await expect.poll(at).toBe(0);
});

test('before a file is made, the sections without text are named', async () => {
  const page = await open('blank');
  await openTab(page, '导出');
  await page.getByText(/^没有文字的部分：一、总体情况；/u).waitFor();
});

test('the findings leave as a table and as a page to print, each naming the slip', async () => {
  const page = await open('broken');
  await page.getByText('带走校验结果').click();
  await button(page, '导出问题清单（CSV）').click();
  await page.getByText('文件：云溪县林业局2025年政府信息公开工作年度报告（问题清单）.csv').waitFor();
  await button(page, '导出问题清单（可打印网页）').click();
  await page.getByText('文件：云溪县林业局2025年政府信息公开工作年度报告（问题清单）.html').waitFor();
  const [csv, html] = await files(page);
  expect(csv?.text.split('\r\n')[1]).toContain('三、“自然人”列不符');
  expect(html?.text).toMatch(/^<!doctype html>[\s\S]*三、“自然人”列不符/u);
});

test('where the findings cannot be handed over they are shown to be copied', async () => {
  const page = await open('broken');
  await page.evaluate(() => window.pane.host.answerHandover('none'));
  await page.getByText('带走校验结果').click();
  for (const way of ['导出问题清单（CSV）', '导出问题清单（可打印网页）']) {
    await button(page, way).click();
    expect(await page.getByLabel('内容（可全选复制）').inputValue()).toContain('三、“自然人”列不符');
  }
  expect(await files(page)).toEqual([]);
});

test('both years stand side by side, with what became more and less', async () => {
  const page = await open('twoYears');
  await page.getByText('与上年对比', { exact: true }).click();
  await page.getByRole('table', { name: '三、' }).waitFor();
  const rowOf = (name: string) => page.getByRole('row', { name });
  expect(await rowOf('一、本年新收政府信息公开申请数量').locator('td').allTextContents()).toEqual([
    '4',
    '9',
    '+5+125.0%',
  ]);
  expect(await rowOf('行政处罚').locator('td').allTextContents()).toEqual(['46', '23', '-23-50.0%']);
  for (const words of [
    /^申请数量：本年新收政府信息公开申请数量 2024年 4、2025年 9；/u,
    /^本年度办理结果：予以公开 /u,
  ]) {
    expect(await page.getByRole('img', { name: words }).count()).toBe(1);
  }
  await button(page, '生成“上年对比”工作表').click();
  await page.getByText('工作表“上年对比”已生成。').waitFor();
  const [sheet] = await page.evaluate(() => window.pane.host.contents);
  expect(sheet?.rows).toContainEqual(['一、本年新收政府信息公开申请数量', 4, 9, 5, '+125.0%']);
});

test('without last year’s report the comparison leads to where it is imported', async () => {
  const page = await open('sound');
  await page.getByText('与上年对比', { exact: true }).click();
  await button(page, '导入上年年报').click();
  await page.getByRole('heading', { name: '导入上年年报' }).waitFor();
  await openTab(page, '导出');
  await button(page, '导出 Word').waitFor();
  expect(await page.getByLabel('附：与上年对比').count()).toBe(0);
});

test('what was typed for the Word file of a report is there again after last year’s sheet was looked at', async () => {
  const page = await open('twoYears');
  await openTab(page, '导出');
  const show = (sheet: string) => page.evaluate((name) => window.pane.host.activate(name), sheet);
  const contact = page.getByLabel('联系方式段落');
  await page.getByText('Word 选项', { exact: true }).click();
  await contact.fill('电话：0571-1234');
  await show('2024年报表');
  await page.getByRole('heading', { name: '2024年' }).waitFor();
  // It is of this report, not of that one.
  expect(await contact.inputValue()).toBe('');
  await show('2025年报表');
  await page.getByRole('heading', { name: '2025年' }).waitFor();
  expect(await contact.inputValue()).toBe('电话：0571-1234');
});

test('what was typed for the Word file of contact and signature is kept with the unit, once that is said', async () => {
  const page = await open('sound');
  await openTab(page, '导出');
  await page.getByText('Word 选项', { exact: true }).click();
  const contact = page.getByLabel('联系方式段落');
  const keep = button(page, '记入“单位信息”');
  expect(await keep.count()).toBe(0);
  await contact.fill('电话：0571-1234');
  await page.getByLabel('文末落款').check();
  await page.getByLabel('日期', { exact: true }).fill('2026-01-20');
  expect(await writes(page)).not.toContain('describeUnit');
  await keep.click();
  await page.getByText('已记入“单位信息”，下次打开还在。').waitFor();
  expect(await keep.count()).toBe(0);
  expect(await page.evaluate(() => window.pane.host.snapshot().active?.report)).toMatchObject({
    unit: { name: '云溪县林业局' },
    contact: '电话：0571-1234',
    closing: { unit: null, date: '2026-01-20' },
  });
  await contact.fill('');
  await page.getByLabel('文末落款').uncheck();
  await keep.click();
  await keep.waitFor({ state: 'detached' });
  const report = await page.evaluate(() => window.pane.host.snapshot().active?.report);
  expect([report?.contact, report?.closing]).toEqual([undefined, undefined]);
  expect(await contact.inputValue()).toBe('');
});

test('the comparison is added to the files only where it was asked for', async () => {
  for (const wanted of [true, false]) {
    const page = await open('twoYears');
    await openTab(page, '导出');
    if (wanted) await page.getByLabel('附：与上年对比').check();
    await button(page, '导出 Word').click();
    await button(page, '仍然导出').click();
    await page.waitForFunction(() => window.pane.host.files.length === 1);
    await button(page, '导出网页').click();
    await button(page, '仍然导出').click();
    await page.waitForFunction(() => window.pane.host.files.length === 2);
    const [word, html] = await page.evaluate(() => window.pane.host.files.map(({ bytes }) => [...bytes]));
    const parts = unzipSync(Uint8Array.from(word ?? []));
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array()).includes('与上年数据对比')).toBe(wanted);
    const pictures = Object.entries(parts).filter(([name]) => name.startsWith('word/media/'));
    expect(pictures).toHaveLength(wanted ? 2 : 0);
    for (const [, png] of pictures) expect(strFromU8(png.slice(1, 4), true)).toBe('PNG');
    expect(strFromU8(Uint8Array.from(html ?? [])).includes('2024年')).toBe(wanted);
  }
});

test('a template is handed out without a question, whatever is wrong with the report', async () => {
  const page = await open('broken');
  await openTab(page, '导出');
  await button(page, '下发表样（Excel）').click();
  await page.getByText('已交给浏览器下载').waitFor();
  const [file] = await files(page);
  expect(file?.name).toBe('2025年政府信息公开工作年度报告（表样）.xlsx');
});

test('zeros are written only after the question, into the table that was asked about', async () => {
  const page = await open('blank');
  await openTab(page, '填表');
  await button(page, '其余 15 格填 0').click();
  await button(page, '取消').click();
  expect(await writes(page)).toEqual(['insert']);
  await button(page, '其余 15 格填 0').click();
  await button(page, '填入 0').click();
  await page.getByText('已填入 15 个 0。').waitFor();
  expect(await writes(page)).toEqual(['insert', 'fillZeros review']);
});

test('a blank that something contradicts is asked about before its table is filled with zeros, and stays blank unless ticked', async () => {
  const granted = 'applications.granted.person';
  for (const tick of [false, true]) {
    const page = await open('sound');
    await page.evaluate((id) => window.pane.host.type(id, ''), granted);
    await openTab(page, '填表');
    await button(page, '其余 1 格填 0').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('以下空白与别处的数不符').waitFor();
    if (tick) await dialog.getByLabel('确实为 0，也填入').check();
    // It says how many will be filled, of those that are left after the ticks.
    await dialog.getByText(tick ? '的 1 个空白单元格填入 0' : '现在没有可以填 0 的空白').waitFor();
    expect(await button(page, '填入 0').getAttribute('aria-disabled')).toBe(tick ? null : 'true');
    await button(page, tick ? '填入 0' : '取消').click();
    if (tick) await page.getByText('已填入 1 个 0。').waitFor();
    expect((await figures(page))?.[granted]).toBe(tick ? 0 : null);
  }
});

test('the verdict never says more than what was there to be checked', async () => {
  const blank = await open('blank');
  await openTab(blank, '校验');
  await blank.getByText('未填 200 格，尚不能校验。').waitFor();
  expect(await blank.getByText('未发现须改正的问题').count()).toBe(0);
  const sound = await open('sound');
  await openTab(sound, '校验');
  await sound.getByText('已校验，未发现须改正的问题').waitFor();
  await sound.evaluate(() => window.pane.host.type('applications.denied.stateSecret.person', ''));
  await sound.getByText('已填的部分未发现须改正的问题；未填 1 格').waitFor();
});

test('no text, no name of the unit and a difference without a reason are asked about before the export', async () => {
  for (const [lack, question, back, arrived] of [
    ['text', '没有文字的部分：六、其他需要报告的事项。', '返回写文字', '六、其他需要报告的事项'],
    ['name', '单位名称未填', '返回填单位名称', '单位信息'],
    ['reason', '处须核实', '返回核实', '只显示须核实'],
  ] as const) {
    const page = await open('empty');
    await page.evaluate(async (kind) => {
      const { pane } = window;
      const report = pane.samples.sound();
      if (kind === 'text') report.narrative.other = [];
      if (kind === 'name') report.unit.name = null;
      if (kind === 'reason') await pane.insert({ ...pane.samples.sound(2024), year: 2024 });
      if (kind === 'reason') report.figures['disclosure.normativeDocuments.inForce'] = 90;
      await pane.insert(report);
    }, lack);
    await openTab(page, '导出');
    await button(page, '导出 Word').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(question).waitFor();
    // Enter pressed too soon exports nothing.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(back);
    await dialog.getByRole('button', { name: back }).click();
    await page.getByText(arrived).filter({ visible: true }).first().waitFor();
    expect(await files(page)).toEqual([]);
    await openTab(page, '导出');
    await button(page, '导出 Word').click();
    await dialog.getByRole('button', { name: '仍然导出' }).click();
    await page.getByText('已交给浏览器下载').waitFor();
  }
});

test('several reports and nothing to choose by: the pane asks, and shows the one that was chosen', async () => {
  const page = await open('several');
  await page.getByText('工作簿中有多份年报，请选择要校验的一份：').waitFor();
  // However many there are (a county has hundreds), what stands below the list stays in sight.
  const tabs = page.getByRole('tablist');
  await page.getByRole('list', { name: '工作簿中的年报' }).evaluate((list) => {
    for (let more = 0; more < 100; more += 1) list.append(list.children[0]?.cloneNode(true) ?? '');
  });
  expect(await tabs.evaluate((element) => element.getBoundingClientRect().bottom < window.innerHeight * 0.75)).toBe(
    true,
  );
  await button(page, /云溪县水务局/u)
    .first()
    .click();
  await page.getByRole('heading', { name: '云溪县水务局 · 2020年' }).waitFor();
});

test('while a cell is being edited the last findings stay', async () => {
  const page = await open('broken');
  const before = await page.locator('[data-finding]').count();
  await page.evaluate(() => window.pane.host.setTrouble('editing'));
  await page.getByText('单元格正在编辑，下面是编辑前的结果').waitFor();
  expect(await page.locator('[data-finding]').count()).toBe(before);
});

test('damaged formats are said and restored on one click; those of an adopted sheet are offered', async () => {
  const page = await open('sound');
  await page.evaluate(() => window.pane.host.setFormats('damaged'));
  await button(page, '恢复标示').click();
  await page.getByText('单元格标示已恢复。').waitFor();
  expect(await writes(page)).toEqual(['insert', 'restoreFormats']);
  await page.evaluate(() => window.pane.host.setFormats('absent'));
  await button(page, '启用单元格标示').waitFor();
});

test('a pasted report is reviewed before anything is written, and filled in with its figures', async () => {
  const page = await importing();
  await pasteSound(page);
  await page.getByRole('heading', { name: '核对读到的内容' }).waitFor();
  expect(await writes(page)).toEqual([]);
  await page.getByLabel('一、本年新收政府信息公开申请数量“自然人”').fill('18');
  await button(page, '填入工作表').click();
  await page.getByText('已填入工作表“2025年报表”').waitFor();
  const expected = await page.evaluate(() => window.pane.samples.sound().figures);
  expect(await figures(page)).toEqual({ ...expected, 'applications.received.person': 18 });
});

test('a table that is pasted as a table is read as one', async () => {
  const page = await importing();
  const html = await page.evaluate(() => window.pane.html(window.pane.samples.sound()));
  await paste(page, { text: '只有标题', html });
  await button(page, '填入工作表').click();
  await page.getByText('已填入工作表').waitFor();
  expect(await figures(page)).toEqual(await page.evaluate(() => window.pane.samples.sound().figures));
});

test('a file that was exported is opened as the same report', async () => {
  for (const format of ['导出 Word', '导出网页', '导出数据（JSON）']) {
    const page = await open('sound');
    await openTab(page, '导出');
    await button(page, format).click();
    await page.getByText('已交给浏览器下载').waitFor();
    const [name, bytes] = await page.evaluate(() => {
      const [file] = window.pane.host.files;
      return [file?.name ?? '', [...(file?.bytes ?? [])]] as const;
    });
    await openTab(page, '填表');
    await button(page, '导入报告').click();
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(bytes) });
    await page.getByRole('heading', { name: '核对读到的内容' }).waitFor();
    await page.getByLabel('年度', { exact: true }).fill('2023');
    await button(page, '填入工作表').click();
    await page.getByText('已填入工作表“2023年报表”').waitFor();
    const [before, after] = await page.evaluate(() => {
      const filled = window.pane.host.snapshot().active?.report;
      return [window.pane.samples.sound(), filled] as const;
    });
    expect(after?.figures, format).toEqual(before.figures);
    expect(after?.narrative, format).toEqual(before.narrative);
  }
});

test('a file that came back with corrections tells them, and they alone are put into the tables', async () => {
  const page = await open('sound');
  const sound = await page.evaluate(() => window.pane.samples.sound());
  const id = 'disclosure.penalties.decisions';
  const was = sound.figures[id] ?? 0;
  await openTab(page, '填表');
  await button(page, '导入报告').click();
  const [gone = '', ...left] = sound.narrative.problems;
  const problems = [...left, '新加的一段。'];
  const overview = sound.narrative.overview.toReversed();
  const back = {
    ...sound,
    figures: { ...sound.figures, [id]: was + 7 },
    narrative: { ...sound.narrative, problems, overview },
  };
  const buffer = Buffer.from(JSON.stringify(back));
  await page.locator('input[type=file]').setInputFiles({ name: '改过.json', mimeType: '', buffer });
  await page.getByText(`${was} → ${was + 7}`).waitFor();
  await page.getByText('一、总体情况：各段相同，次序不同').waitFor();
  await page.getByText(`新加的一段。 （不再有：“${gone.slice(0, 20)}`).waitFor();
  await button(page, '只改这 3 处').click();
  await page.getByText('已按读到的改了 1 格').waitFor();
  expect(await figures(page)).toEqual(back.figures);
});

test('what is no report is refused with a sentence, and what was pasted is kept', async () => {
  const page = await importing();
  await paste(page, { text: '今天天气很好' });
  await page.getByRole('alert').waitFor();
  expect(await page.getByLabel('粘贴年报内容').inputValue()).toBe('今天天气很好');
  const input = page.locator('input[type=file]');
  await input.setInputFiles({ name: '年报.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8]) });
  await page.getByText('这是图片，不能读取').waitFor();
  expect(await page.getByLabel('粘贴年报内容').inputValue()).toBe('今天天气很好');
  expect(await writes(page)).toEqual([]);
});

test('a report of another year than the last is said to be, before anything is written', async () => {
  const page = await open('empty');
  await button(page, /^导入上年年报/u).click();
  const buffer = Buffer.from(writeJson(soundReport(2020)));
  await page.locator('input[type=file]').setInputFiles({ name: '年报.json', mimeType: '', buffer });
  await page.getByText(/^读到的是 2020 年的年报。现在要报的是 \d{4} 年年报/u).waitFor();
  const due = Number(/现在要报的是 (\d+)/u.exec((await page.textContent('main')) ?? '')?.[1]);
  await page.getByLabel('年度', { exact: true }).fill(String(due - 1));
  await page.getByText(/^读到的是/u).waitFor({ state: 'detached' });
  // Exported data say no place of a figure, which was read all the same.
  const figure = '一、本年新收政府信息公开申请数量“自然人”';
  await page.getByLabel(figure).fill('5');
  const line = page.locator('[aria-live="polite"]').filter({ hasText: '已手工修改' });
  expect((await line.innerText()).endsWith('已手工修改')).toBe(true);
  expect(await writes(page)).toEqual([]);
});

test('blanks of the source become 0 once the user says so, and are blank again when it is taken back', async () => {
  const page = await importing();
  const [html, expected] = await page.evaluate(() => {
    const report = window.pane.samples.sound();
    const zeros = Object.keys(report.figures).filter((id) => report.figures[id] === 0);
    for (const id of zeros) report.figures[id] = null;
    return [window.pane.html(report), { figures: window.pane.samples.sound().figures, zeros }] as const;
  });
  await paste(page, { text: '只有标题', html });
  const box = page.getByRole('checkbox', { name: `原文空白的 ${expected.zeros.length} 格都填 0` });
  const cell = page.getByLabel('三、（七）总计“科研机构”');
  expect([await box.isChecked(), await cell.inputValue()]).toEqual([false, '']);
  await box.check();
  expect(await cell.inputValue()).toBe('0');
  await cell.focus();
  await page.getByText('原文空白，按您的选择填 0').waitFor();
  await box.uncheck();
  expect(await cell.inputValue()).toBe('');
  await cell.fill('5');
  await page.getByRole('checkbox', { name: `原文空白的 ${expected.zeros.length - 1} 格都填 0` }).check();
  expect(await cell.inputValue()).toBe('5');
  await button(page, '填入工作表').click();
  await page.getByText('已填入工作表').waitFor();
  expect(await figures(page)).toEqual({ ...expected.figures, 'applications.total.research': 5 });
});

test('a source without blanks asks nothing about them', async () => {
  const page = await importing();
  await pasteSound(page);
  await page.getByRole('heading', { name: '核对读到的内容' }).waitFor();
  expect(await page.getByRole('checkbox').count()).toBe(0);
});

test('something that is not a number cannot be filled in, and the review can be left', async () => {
  const page = await importing();
  await pasteSound(page);
  await page.getByLabel('一、本年新收政府信息公开申请数量“自然人”').fill('九');
  await page.getByText('这里只能填数字').waitFor();
  expect(await button(page, '填入工作表').isDisabled()).toBe(true);
  await button(page, '返回').last().click();
  // What was corrected stands nowhere else.
  await page.getByText('这里改过的 1 处还没有填入').waitFor();
  await button(page, '取消').click();
  expect(await page.getByLabel('一、本年新收政府信息公开申请数量“自然人”').inputValue()).toBe('九');
  await button(page, '返回').last().click();
  await button(page, '离开').click();
  await button(page, /导入已有/u).waitFor();
  expect(await writes(page)).toEqual([]);
});

test('what was typed under 单位信息 goes with a press of 返回 only if that is meant', async () => {
  const page = await open('sound', { home: true });
  const unit = () => button(page, '单位信息').click();
  const back = () => button(page, '返回').click();
  const heading = page.getByRole('heading', { name: '单位信息', exact: true });
  await unit();
  await back();
  await heading.waitFor({ state: 'detached' });
  await unit();
  await page.getByLabel('联系方式段落').fill('电话：0571-1234');
  await back();
  await page.getByText('这里改过的内容还没有保存，离开就没有了。').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.getByLabel('联系方式段落').inputValue()).toBe('电话：0571-1234');
  await back();
  await button(page, '离开').click();
  await heading.waitFor({ state: 'detached' });
});

test('a sound report is exported without a question, as the same report', async () => {
  const page = await open('sound');
  await openTab(page, '导出');
  await button(page, '导出数据（JSON）').click();
  await page.getByText('已交给浏览器下载，请到“下载”文件夹查看').waitFor();
  const [file] = await files(page);
  expect(file?.name).toBe('云溪县林业局2025年政府信息公开工作年度报告.json');
  const expected = await page.evaluate(() => window.pane.host.snapshot().active?.report);
  expect(JSON.parse(file?.text ?? '')).toEqual(expected);
});

test('a Word file is handed over as one', async () => {
  const page = await open('sound');
  await openTab(page, '导出');
  await button(page, '导出 Word').click();
  await page.getByText('已交给浏览器下载').waitFor();
  const [file] = await files(page);
  expect(file?.name.endsWith('.docx')).toBe(true);
  expect(file?.text.startsWith('PK')).toBe(true);
});

test('with faults left the export asks; going back exports nothing', async () => {
  const page = await open('broken');
  await openTab(page, '导出');
  await button(page, '导出数据（JSON）').click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.textContent()).toMatch(/仍有 \d+ 处须改正。/u);
  await dialog.getByRole('button', { name: '返回修改' }).click();
  expect(await page.getByRole('tab', { name: '校验' }).getAttribute('aria-selected')).toBe('true');
  expect(await files(page)).toEqual([]);
  await openTab(page, '导出');
  await button(page, '导出数据（JSON）').click();
  await dialog.getByRole('button', { name: '仍然导出' }).click();
  await page.getByText('已交给浏览器下载').waitFor();
});

test('blanks are kept or filled with zeros in the sheet as the user says, and the file says the same as the sheet', async () => {
  for (const [answer, value] of [
    ['保留空白', null],
    ['按 0 填入', 0],
  ] as const) {
    const page = await open('sound');
    await page.evaluate(() => window.pane.host.type('review.reconsideration.pending', ''));
    await openTab(page, '导出');
    await button(page, '导出数据（JSON）').click();
    await page.getByRole('dialog').getByRole('button', { name: answer }).click();
    await page.getByText('已交给浏览器下载').waitFor();
    const [file] = await files(page);
    expect(JSON.parse(file?.text ?? '')).toMatchObject({ figures: { 'review.reconsideration.pending': value } });
    expect((await figures(page))?.['review.reconsideration.pending']).toBe(value);
  }
});

test('zeros that could not be written stop the export', async () => {
  const page = await open('blank');
  await openTab(page, '导出');
  await button(page, '导出 Word').click();
  await page.evaluate(() => window.pane.host.refuse({ ok: false, reason: 'protected', detail: '' }));
  await page.getByRole('dialog').getByRole('button', { name: '按 0 填入' }).click();
  await page.getByRole('alert').getByText('没有导出').waitFor();
  expect(await files(page)).toEqual([]);
});

test('where no file can be handed over the content is shown to be copied', async () => {
  const page = await open('sound');
  await page.evaluate(() => window.pane.host.answerHandover('none'));
  await openTab(page, '导出');
  await button(page, '导出 Word').click();
  const text = await page.getByLabel('内容（可全选复制）').inputValue();
  expect(text).toBe(await page.evaluate(() => window.pane.plainText(window.pane.samples.sound())));
});

test('a reason is kept with the values for which it was given', async () => {
  const page = await open('sound');
  await page.evaluate(async () => {
    const { pane } = window;
    const before = pane.samples.sound(2024);
    before.figures['applications.carriedOut.person'] = 0;
    before.figures['applications.carriedOut.total'] = 0;
    before.figures['applications.total.person'] = 9;
    before.figures['applications.total.total'] = 10;
    before.figures['applications.granted.person'] = 6;
    before.figures['applications.granted.total'] = 7;
    await pane.insert(before);
    pane.host.activate('2025年报表');
  });
  await button(page, /^\d+ 须核实$/u).click();
  await page.locator('[data-finding]').first().click();
  await button(page, '填写说明').click();
  await page.getByLabel('原因').fill('机构改革，承接原水务局事项');
  // Closed by a slip, what was typed is there again.
  await page.keyboard.press('Escape');
  await button(page, '填写说明').click();
  expect(await page.getByLabel('原因').inputValue()).toBe('机构改革，承接原水务局事项');
  await button(page, '保存说明').click();
  await page.getByText('已说明 1 处').waitFor();
  // The finding went with its dialog: that the reason is kept is said in the list.
  await page.getByText('说明已保存到工作表“校验说明”。').waitFor();
  const reasons = await page.evaluate(() => window.pane.host.explanations);
  expect(reasons).toHaveLength(1);
  expect(reasons[0]?.text).toBe('机构改革，承接原水务局事项');
  expect(Object.keys(reasons[0]?.values ?? {})).toEqual(reasons[0]?.figures);
});

const tabs = { zh: ['填表', '校验', '文字', '导出'], en: ['Fill in', 'Check', 'Text', 'Export'] } as const;

test('nothing is cut off or scrolls sideways from 320 to 600 pixels', async () => {
  for (const lang of ['zh', 'en'] as const) {
    for (const workbook of ['empty', 'broken', 'blank', 'several', 'twoYears'] as const) {
      const page = await open(workbook, lang === 'en' ? { lang } : {});
      for (const tab of tabs[lang]) {
        await openTab(page, tab);
        await openParts(page);
        for (const width of [320, 350, 600]) {
          await page.setViewportSize({ width, height: 720 });
          const beyond = await page.evaluate(() =>
            [...document.querySelectorAll('body *')]
              .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
              .map((element) => element.textContent),
          );
          expect(beyond, `${lang} ${workbook} ${tab} ${width}`).toEqual([]);
        }
      }
      await page.close();
    }
  }
});

// In light colours `test/browser/views.test.ts` looks at every view.
test('a screen reader finds nothing amiss in the dark', async () => {
  for (const workbook of ['empty', 'broken', 'several', 'twoYears'] as const) {
    const page = await open(workbook, { dark: true });
    await page.evaluate(axe.source);
    for (const tab of tabs.zh) {
      await openTab(page, tab);
      await openParts(page);
      const violations = await page.evaluate(async () => {
        const result = await (window as unknown as { axe: typeof axe }).axe.run();
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
      });
      expect(violations, `${workbook} ${tab}`).toEqual([]);
    }
  }
});

test('a reading happens beside the pane, and one that was cancelled changes nothing', async () => {
  const page = await open('empty');
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/*readWorker*', async (route) => {
    await held;
    await route.continue();
  });
  await startImport(page);
  await pasteSound(page);
  await page.getByText('正在读取…').waitFor();
  await button(page, '取消').click();
  release();
  expect(await button(page, '读取').isEnabled()).toBe(true);
  expect(await page.getByRole('heading', { name: '导入报告' }).isVisible()).toBe(true);
  await button(page, '读取').click();
  await page.getByRole('heading', { name: '核对读到的内容' }).waitFor();
});
