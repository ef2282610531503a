import { expect, test } from 'vitest';
import { zh } from '../../src/taskpane/words/words.zh';
import { workbooks, type Workbook } from './workbook';

const withWorkbook = workbooks();

/** What has the focus in the pane, in words. */
const focused = ({ pane }: Workbook) =>
  pane.evaluate(() => {
    const { activeElement: element } = document;
    if (element === null || element === document.body) return 'body';
    return (
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? element.type) : element.textContent)
    );
  });

/** Presses Tab until what has the focus is called so. Fails where the way goes round without it. */
async function tabTo(workbook: Workbook, name: string | RegExp, key = 'Tab'): Promise<void> {
  const seen: string[] = [];
  for (let press = 0; press < 80; press += 1) {
    await workbook.page.keyboard.press(key);
    const now = (await focused(workbook)) ?? '';
    if (typeof name === 'string' ? now === name : name.test(now)) return;
    seen.push(now);
  }
  throw new Error(`Tab does not lead to ${String(name)}: ${seen.join(' | ')}`);
}

const press = ({ page }: Workbook, key: string) => page.keyboard.press(key);

test('inside the real office.js a report is made, filled with zeros, taken back and checked by keys alone', async () => {
  await withWorkbook(async (workbook) => {
    const { page, pane } = workbook;
    await pane.getByText(zh.welcome.empty).waitFor();
    await pane.locator('body').focus();
    await page.locator('iframe').first().focus();
    await tabTo(workbook, new RegExp(zh.welcome.blank, 'u'));
    await press(workbook, 'Enter');
    await pane.getByRole('heading', { name: zh.newReport.title }).waitFor();
    await tabTo(workbook, new RegExp(zh.newReport.unit, 'u'));
    await page.keyboard.type('云溪县林业局');
    await tabTo(workbook, zh.newReport.insert);
    await press(workbook, 'Enter');
    await pane.getByText(zh.tasks.title).waitFor();
    await expect.poll(() => focused(workbook)).not.toBe('body');

    // A dialog keeps the focus, Escape closes it, and the focus is where it was.
    await tabTo(workbook, zh.fill.zerosOf(12));
    await press(workbook, 'Enter');
    const dialog = pane.getByRole('dialog');
    await dialog.waitFor();
    for (let step = 0; step < 5; step += 1) {
      await press(workbook, 'Tab');
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
    await press(workbook, 'Shift+Tab');
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await press(workbook, 'Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await focused(workbook)).toBe(zh.fill.zerosOf(12));

    // The button is gone by what it did: the focus goes on from its part.
    await press(workbook, 'Enter');
    await dialog.waitFor();
    await tabTo(workbook, zh.fill.zerosConfirm);
    await press(workbook, 'Enter');
    await pane.getByText(zh.fill.zerosDone(12, 0)).waitFor();
    await expect.poll(() => focused(workbook)).not.toBe('body');
    await tabTo(workbook, zh.undo.takeBack);
    await press(workbook, 'Enter');
    await pane.getByText(zh.undo.done(0)).waitFor();
    await pane.getByRole('button', { name: zh.fill.zerosOf(12) }).waitFor();
    await expect.poll(() => focused(workbook)).not.toBe('body');

    // Tabs by arrows, folded sections by Tab.
    await tabTo(workbook, zh.tabs.fill, 'Shift+Tab');
    await press(workbook, 'ArrowRight');
    await tabTo(workbook, zh.comparison.title);
    await press(workbook, 'Enter');
    await pane.getByRole('button', { name: zh.comparison.import }).waitFor();
  });
});

test('at its last stop Tab leaves the pane, and Escape goes back to the cells, as Excel is told', async () => {
  await withWorkbook(async (workbook) => {
    const { page, pane } = workbook;
    await pane.getByText(zh.welcome.empty).waitFor();
    const told = () =>
      page.evaluate(() => (window as unknown as { told?: unknown[] }).told?.map((one) => JSON.stringify(one)) ?? []);
    await page.evaluate(() => {
      const heard: unknown[] = [];
      (window as unknown as { told: unknown[] }).told = heard;
      window.addEventListener('message', (event) => {
        const text = String(event.data);
        const action = /notifyHost.*?"_data":\[[^,]*,(\d+)/u.exec(text)?.[1];
        if (action !== undefined) heard.push(Number(action));
      });
    });
    await pane.getByRole('link').last().focus();
    await press(workbook, 'Tab');
    await expect.poll(told).toContain('13');
    await press(workbook, 'Escape');
    await expect.poll(told).toContain('15');
  });
});
