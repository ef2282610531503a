import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../../src/report/figures';
import { marksOf, nextFigure, tasksOf } from '../../../src/taskpane/home/tasks';
import { testHost } from '../testHost';
import { button, figures, panes } from './panes';
import { brokenReport, edition2021, soundReport } from '../samples';

const open = panes();

const hostWith = async (report: ReturnType<typeof soundReport> | null) => {
  const host = testHost();
  await host.insert({ edition: edition2021, year: 2025, unit: '云溪县林业局', totals: 'typed', report });
  return host;
};
const activeOf = (host: Awaited<ReturnType<typeof hostWith>>) => {
  const { active } = host.snapshot();
  if (active === null) throw new Error('the report is meant to be found');
  return active;
};
const states = (host: Awaited<ReturnType<typeof hostWith>>) =>
  Object.fromEntries(tasksOf(activeOf(host)).map(({ id, state }) => [id, state.kind]));

describe('what is to be done, judged from the workbook', () => {
  test('a new report: nothing is begun', async () => {
    expect(new Set(Object.values(states(await hostWith(null))))).toEqual(new Set(['open']));
  });

  test('a sound one: all is done but last year’s figures, which are not there', async () => {
    expect(states(await hostWith(soundReport()))).toEqual({
      previous: 'open',
      disclosure: 'done',
      applications: 'done',
      review: 'done',
      text: 'done',
      check: 'done',
      export: 'ready',
    });
  });

  test('a slip is told at its table and at the check, and keeps the export from being called ready', async () => {
    expect(states(await hostWith(brokenReport()))).toMatchObject({
      disclosure: 'done',
      applications: 'wrong',
      check: 'wrong',
      export: 'open',
    });
  });

  test('a table is complete only when no figure is blank, and the way leads to the first that is', async () => {
    const host = await hostWith(soundReport());
    const ids = figuresOf(edition2021).map(({ id }) => id);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 6 }), (blanks) => {
        for (const id of blanks) host.type(id, '');
        const active = activeOf(host);
        for (const { table } of figuresOf(edition2021).filter(({ id }) => blanks.includes(id))) {
          const task = tasksOf(active).find(({ id }) => id === table);
          expect(task?.state.kind).not.toBe('done');
          expect(nextFigure(active, table)).toBe(ids.find((id) => id.startsWith(table) && blanks.includes(id)));
        }
        const sound = soundReport();
        for (const id of blanks) host.type(id, sound.figures[id] ?? null);
      }),
      { numRuns: 20 },
    );
  });

  test('every figure on the sheet has its mark in the picture: blank is never called filled', async () => {
    const host = await hostWith(brokenReport());
    host.type('review.reconsideration.pending', '');
    const marks = marksOf(activeOf(host));
    expect(marks.size).toBe(200);
    expect(marks.get('review.reconsideration.pending')).toBe('blank');
    expect(marks.get('applications.total.person')).toBe('broken');
    expect(marks.get('disclosure.licensing.decisions')).toBe('filled');
  });
});

test('the gravest finding is open from the start; once it is mended the focus is on what stands in its place', async () => {
  const page = await open('broken');
  // A remark of an earlier table stands above the faults.
  await page.evaluate(() => {
    const { host } = window.pane;
    host.type('disclosure.regulations.issued', '');
    host.type('review.directLitigation.total', 5);
  });
  await expect.poll(() => page.locator('[data-finding]').count()).toBeGreaterThan(3);
  const titles = await page.locator('[data-finding]').allTextContents();
  const place = titles.findIndex((title) => title.includes('须改正'));
  expect(place).toBeGreaterThan(0);
  expect(await page.locator('[data-finding][aria-expanded=true]').textContent()).toBe(titles[place]);
  await button(page, '采用建议值 8').click();
  await button(page, '改写').click();
  await expect.poll(() => page.locator('[data-finding]').allTextContents()).not.toContain(titles[place]);
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  expect(focused).toBe((await page.locator('[data-finding]').allTextContents())[place]);
});

test('a sentence goes beneath the paragraph with the caret, and the next one beneath it', async () => {
  const page = await open('blank');
  await page.evaluate(async () => {
    const { host, samples } = window.pane;
    for (const [id, value] of Object.entries(samples.sound().figures)) host.type(id, value);
    await host.writeText('overview', [], ['（一）主动公开', '（二）依申请公开', '（三）政府信息管理']);
  });
  await page.getByRole('tab', { name: '文字' }).click();
  const section = page.locator('[data-section="overview"]');
  const paragraphs = () => page.evaluate(() => window.pane.host.snapshot().active?.report.narrative.overview);
  await section.locator('textarea').nth(1).click();
  await section.getByRole('button', { name: /^本年新收/u }).click();
  await expect.poll(async () => (await paragraphs())?.length).toBe(4);
  await section.getByRole('button', { name: /^办理结果为/u }).click();
  await expect.poll(async () => (await paragraphs())?.length).toBe(5);
  expect((await paragraphs())?.map((text) => text.slice(0, 5))).toEqual([
    '（一）主动',
    '（二）依申',
    '本年新收政',
    '办理结果为',
    '（三）政府',
  ]);
});

describe('the home of the pane', () => {
  test('is what it opens on: each step leads where its work is', async () => {
    const page = await open('broken', { home: true });
    await button(page, '申请表：去改正').click();
    expect(await page.getByRole('tab', { name: '校验' }).getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('[data-finding]').count()).toBe(1);
    await page.getByRole('tab', { name: '填表' }).click();
    await button(page, '校验：去改正').click();
    await page.getByText('只显示须改正').waitFor();
    await page.getByRole('tab', { name: '填表' }).click();
    await button(page, '文字：查看').click();
    expect(await page.getByRole('tab', { name: '文字' }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('tab', { name: '填表' }).click();
    await page.evaluate(() => window.pane.host.type('review.directLitigation.pending', ''));
    await button(page, '复议诉讼表：去填写').click();
    await page.waitForFunction(() => window.pane.host.selections.includes('review.directLitigation.pending'));
    await button(page, '上年数据：导入').click();
    await page.getByRole('heading', { name: '导入上年年报' }).waitFor();
  });

  test('the picture of the tables leads to the cells by click and by the arrows', async () => {
    const page = await open('broken', { home: true });
    await page.locator('[data-figure="applications.total.person"]').click();
    await page.waitForFunction(() => window.pane.host.selections.at(-1) === 'applications.total.person');
    const table = page.getByRole('listbox', { name: '四、' });
    await table.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => window.pane.host.selections.at(-1) === 'review.reconsideration.corrected');
    await page.getByText('四、行政复议“结果纠正”　已填').filter({ visible: true }).waitFor();
  });

  test('what was written is offered to be taken back, and what was typed since stays and is said', async () => {
    const page = await open('blank', { home: true });
    await button(page, '其余 15 格填 0').click();
    await button(page, '填入 0').click();
    await page.getByText('刚才：其余填 0（15 格）').waitFor();
    await page.evaluate(() => window.pane.host.type('review.reconsideration.upheld', 4));
    await button(page, '撤回').click();
    await page.getByText('已撤回。其中 1 格后来又改过，保持现在的内容。').waitFor();
    const now = await figures(page);
    expect(now?.['review.reconsideration.upheld']).toBe(4);
    expect(now?.['review.reconsideration.corrected']).toBe(null);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  });
});

test('letters that an input method is still to turn into characters never go to the sheet', async () => {
  const page = await open('sound');
  await page.getByRole('tab', { name: '文字' }).click();
  const box = page.locator('[data-section="overview"] textarea').first();
  const onSheet = (): Promise<readonly string[] | undefined> =>
    page.evaluate(() => window.pane.host.snapshot().active?.report.narrative.overview);
  const whole = await onSheet();
  await box.fill('');
  await box.focus();
  await expect.poll(onSheet).not.toEqual(whole);
  const cleared = await onSheet();
  await page.clock.install();
  const keys = await page.context().newCDPSession(page);
  await keys.send('Input.imeSetComposition', { text: 'nianbao', selectionStart: 7, selectionEnd: 7 });
  expect(await box.inputValue()).toBe('nianbao');
  await page.clock.runFor(5_000);
  expect(await onSheet()).toEqual(cleared);
  await keys.send('Input.insertText', { text: '年报' });
  await page.clock.runFor(5_000);
  await expect.poll(onSheet).toEqual(['年报', ...(cleared ?? [])]);
});

test('what is typed while the sheet still takes what was typed before reaches it, though the editor is left', async () => {
  const page = await open('sound');
  await page.getByRole('tab', { name: '文字' }).click();
  const box = page.locator('[data-section="problems"] textarea').first();
  await box.waitFor();
  // What is found meanwhile moves no box under the pointer.
  const first = page.locator('[data-section="overview"] textarea').first();
  const top = (await first.boundingBox())?.y;
  await page.evaluate(() => window.pane.host.type('applications.received.total', 70));
  await page.getByText(/^文字有 \d+ 处需要核对$/u).waitFor();
  expect((await first.boundingBox())?.y).toBe(top);
  await page.evaluate(() => window.pane.host.type('applications.received.total', 9));
  // A pane that is closed does not wait for a pause; until then it says that the sheet has not got it yet.
  await first.fill('全年收到申请9件。');
  const underWay = page.locator('[data-section="overview"]').getByText('正在写入…');
  await underWay.waitFor();
  const written = await page.evaluate(async () => {
    window.dispatchEvent(new Event('pagehide'));
    await new Promise((done) => setTimeout(done));
    return window.pane.host.snapshot().active?.report.narrative.overview[0];
  });
  expect(written).toBe('全年收到申请9件。');
  await underWay.waitFor({ state: 'hidden' });
  // Excel takes its time.
  await page.evaluate(() => {
    const { host } = window.pane;
    const write = host.writeText.bind(host);
    Object.assign(host, {
      writeText: async (...given: Parameters<typeof write>) => {
        await new Promise((done) => setTimeout(done, 400));
        return write(...given);
      },
    });
  });
  await box.fill('栏目更新不够及时。');
  await box.blur();
  await box.fill('栏目更新不够及时，已明确专人。');
  await page.getByRole('tab', { name: '校验' }).click();
  await expect
    .poll(() => page.evaluate(() => window.pane.host.snapshot().active?.report.narrative.problems[0]), {
      timeout: 10_000,
    })
    .toBe('栏目更新不够及时，已明确专人。');
});
