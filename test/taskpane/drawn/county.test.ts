/** 收表汇总 where Excel does not answer, or the program fails on a file: what happened, what is safe, what to do. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { UnitState } from '../../../src/rollup/collection/collection';
import { standingSheetName } from '../../../src/rollup/collection/standing';
import { wordsIn } from '../../../src/rollup/words';
import { zh } from '../../../src/taskpane/words/words.zh';
import { button, openTab, panes, type Workbook } from './panes';

const open = panes();
const say = zh.county;

/** Every reader answers that the program failed. */
const failing = (page: Page) =>
  page.evaluate(() => {
    window.Worker = class {
      onmessage: ((event: MessageEvent) => void) | null = null;
      postMessage(): void {
        const failure = { kind: 'internal', details: { cause: 'TypeError\nat readText' } };
        setTimeout(() => this.onmessage?.(new MessageEvent('message', { data: { ok: false, failure } })));
      }
      terminate(): void {}
    } as unknown as typeof Worker;
  });

const choose = (page: Page, input: string, name: string) =>
  page
    .locator(`input[data-county="${input}"]`)
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('1215') });

async function county(width = 350, workbook: Workbook = 'sound'): Promise<Page> {
  const page = await open(workbook, { county: true, width });
  await openTab(page, zh.tabs.county);
  await page.getByText(say.keptUnread).waitFor();
  expect(await page.getByText(say.noRoster).count()).toBe(0);
  return page;
}

test('until the sheets of a collection are read nothing is made of it, and it is said why; then all is there', async () => {
  const page = await county();
  await failing(page);
  await page.getByLabel(say.year, { exact: true }).fill('2025');
  await choose(page, 'files', '甲局.txt');
  await page.getByText(say.keptUnread).waitFor();
  expect(await button(page, say.makeSum).count()).toBe(0);
  await page.evaluate((roster) => (window.pane.sheets = { [roster]: [['单位名称'], ['甲局'], ['乙局']] }), say.roster);
  await button(page, zh.errors.retry).click();
  await page.getByText(say.rosterCount(2)).waitFor();
  expect(await page.getByText(say.keptUnread).count()).toBe(0);
  expect(await button(page, say.makeSum).count()).toBe(1);
  // Excel is busy again when something is to be made.
  await page.evaluate(() => (window.pane.sheets = null));
  await button(page, say.keep).click();
  await page.getByText(say.sheetsUnread).waitFor();
  // What a press brought goes with the next one, whatever that brings.
  await button(page, say.makeSum).click();
  await page.getByText(say.sumUnnamed).waitFor();
  expect(await page.getByText(say.sheetsUnread).count()).toBe(0);
  await button(page, say.makeLetters).click();
  await page.getByText(say.sheetsUnread).waitFor();
  expect(await page.getByText(say.sumUnnamed).count()).toBe(0);
});

test('where nobody can tell whether a report is a sum that is said, and asked again', async () => {
  const page = await county(350, 'broken');
  await openTab(page, zh.tabs.check);
  await page.getByText(zh.check.ofUnitsUnread).waitFor();
  await page.evaluate(() => (window.pane.sheets = {}));
  await button(page, zh.errors.retry).click();
  await page.getByText(zh.check.ofUnitsUnread).waitFor({ state: 'detached' });
});

test('a file on which the program failed offers where, in this year’s table and among last year’s', async () => {
  const page = await county(320);
  await page.evaluate((roster) => (window.pane.sheets = { [roster]: [['单位名称'], ['甲县林业局']] }), say.roster);
  await button(page, zh.errors.retry).click();
  await failing(page);
  await page.getByLabel(say.year, { exact: true }).fill('2025');
  await choose(page, 'files', '甲县林业局.txt');
  // Its unit is still waited for; that nothing came of it would not be so.
  const rows = page
    .getByRole('region', { name: say.table, exact: true })
    .getByRole('button', { name: '甲县林业局.txt' });
  await rows.first().click();
  await page.getByText(say.nothingRead).waitFor();
  expect(await page.getByText(say.nothingCame).count()).toBe(0);
  await rows.last().click();
  await button(page, zh.importing.copyCause).click();
  await button(page, say.previous).click();
  await choose(page, 'previous-files', '乙局.txt');
  await page.getByText(say.previousCount(0, 1)).waitFor();
  await page.getByText('乙局.txt：').waitFor();
  expect(await button(page, zh.importing.copyCause).count()).toBe(1);
});

test('how a unit stands has room in a narrow pane: nothing is cut off, and a short state stands on one line', async () => {
  const page = await county(320);
  const { states, included, excluded, notCounted, setAside } = wordsIn('zh');
  const unit = (name: string, state: UnitState, standing: string) => [name, states[state], standing, '', ''];
  const short = [
    unit('云溪县人民政府', 'isSum', excluded),
    unit('邻县气象局', 'notListed', excluded),
    unit('云溪县退役军人事务局', 'otherEdition', excluded),
    unit('云溪县人力资源和社会保障局', 'duplicate', included),
  ];
  const long = [
    unit('云溪县文化旅游局', 'read', notCounted),
    unit('云溪县乡村振兴局', 'read', setAside('待单位书面说明并经分管负责人审批后再行采用')),
  ];
  await page.evaluate((sheet) => (window.pane.sheets = sheet), { [standingSheetName]: [['单位'], ...short, ...long] });
  await button(page, zh.errors.retry).click();
  const rows = page.getByRole('region', { name: say.saved, exact: true }).getByRole('listitem');
  await rows.last().waitFor();
  const drawn = await rows.evaluateAll((items) =>
    items.map((item) => {
      const state = [...item.querySelectorAll('span')].find(({ childElementCount, textContent }) =>
        childElementCount === 0 ? textContent.includes(' · ') : false,
      );
      const text = document.createRange();
      if (state !== undefined) text.selectNodeContents(state);
      const boxes = [...text.getClientRects()];
      return {
        lines: new Set(boxes.map(({ top }) => Math.round(top))).size,
        beyond: Math.max(...boxes.map(({ right }) => right)) > item.getBoundingClientRect().right,
      };
    }),
  );
  expect(drawn.map(({ beyond }) => beyond)).toEqual(drawn.map(() => false));
  expect(drawn.map(({ lines }) => lines).slice(0, short.length)).toEqual(short.map(() => 1));
});

test('what was pasted and holds no list is not called a file', async () => {
  const page = await county();
  await page.evaluate(() => (window.pane.sheets = {}));
  await button(page, zh.errors.retry).click();
  await button(page, say.rosterPaste).click();
  await button(page, say.rosterUse).click();
  await page.getByText(say.rosterUnreadText).waitFor();
  expect(await page.getByText(say.rosterUnread).count()).toBe(0);
});
