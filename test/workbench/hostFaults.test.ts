/** Each documented trouble between Excel and an add-in, on the real client library: what the pane is told, and what stays as it was. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { playersPage } from './chaos/site';

const open = playersPage();
let page: Page;
let errors: string[];

/** A workbook with the tables of 2025, filled but for one cell of each table, and a pane that has read it. */
beforeEach(async () => {
  ({ page, errors } = await open());
  await page.evaluate(async () => {
    await window.player?.begin(1);
  });
});

afterEach(async () => {
  expect(errors).toEqual([]);
  expect(await page.evaluate(() => window.player?.pane().faults)).toEqual([]);
  await page.close();
});

const settled = (): Promise<string> =>
  page.evaluate(async () => {
    let stale = 'nothing was compared';
    // Far longer than the slow look takes to come round.
    const end = performance.now() + 20_000;
    while (stale !== '' && performance.now() < end) {
      stale = window.player?.stale() ?? stale;
      if (stale !== '') await new Promise((done) => setTimeout(done, 5));
    }
    return stale;
  });

const trouble = (): Promise<string | null | undefined> =>
  page.evaluate(async () => {
    const { player } = window;
    for (let tries = 0; tries < 400 && player?.pane().snapshot?.trouble == null; tries += 1)
      await new Promise((done) => setTimeout(done, 5));
    return player?.pane().snapshot?.trouble;
  });

/** Types a number into a figure's cell as a person would. */
const type = (text: string): Promise<void> =>
  page.evaluate((typed) => {
    const { book } = window.workbench;
    const cell = window.player?.pane().snapshot?.active?.located.cells.get('applications.received.person');
    if (cell === undefined) throw new Error('no cell');
    book.pasteText(book.activeSheet, { ...cell, rowCount: 1, columnCount: 1 }, typed);
  }, text);

const figure = (): Promise<unknown> =>
  page.evaluate(() => {
    const { book } = window.workbench;
    const cell = window.player?.pane().snapshot?.active?.located.cells.get('applications.received.person');
    return cell === undefined ? undefined : book.value(book.activeSheet, cell.row, cell.column);
  });

const write = (value: number): Promise<unknown> =>
  page.evaluate(
    (written) => window.player?.pane().host.write(new Map([['applications.received.person', written]]), 'repair'),
    value,
  );

/**
 * No request of the pane's own falls among those that a test counts on: the formats, looked at a little after the start, have
 * been, and the slow look has just been.
 */
const quiet = async (): Promise<void> => {
  await expect
    .poll(() => page.evaluate(() => window.player?.pane().snapshot?.active?.formats), { timeout: 30_000 })
    .toBe('intact');
  await page.evaluate(() => window.player?.pane().host.check());
};

/** Asks for the tables of 2026 and says what came of it and which sheets there are. */
const insert = (): Promise<{ readonly result: unknown; readonly sheets: readonly string[] }> =>
  page.evaluate(async () => {
    const pane = window.player?.pane();
    const edition = pane?.snapshot?.active?.located.edition;
    if (pane === undefined || edition === undefined) throw new Error('no report');
    const result = await pane.host.insert({
      edition,
      year: 2026,
      unit: '云溪县林业局',
      totals: 'formulas',
      report: null,
    });
    return { result, sheets: window.workbench.book.sheets.map(({ name }) => name) };
  });

const sheetNames = (): Promise<string[]> => page.evaluate(() => window.workbench.book.sheets.map(({ name }) => name));

describe('reading', () => {
  test('a cell in edit mode: the last state stays, and the check follows when it is left', async () => {
    await page.evaluate(() => window.workbench.host.setEditMode(true));
    await type('31');
    expect(await trouble()).toBe('editing');
    await page.evaluate(() => window.workbench.host.setEditMode(false));
    expect(await settled()).toBe('');
  });

  test('a pane that opens while a cell is being edited asks for events later', async () => {
    await page.evaluate(async () => {
      const { host } = window.workbench;
      host.setEditMode(true);
      host.reload();
      await new Promise((done) => setTimeout(done, 1_500));
      host.setEditMode(false);
    });
    await expect
      .poll(() => page.evaluate(() => window.workbench.host.excel.events.list().length), { timeout: 30_000 })
      .toBeGreaterThan(5);
    expect(await settled()).toBe('');
    await type('30');
    expect(await settled()).toBe('');
  });

  test('events lost: the slow look catches up', async () => {
    await page.evaluate(() => (window.workbench.host.faults.dropEvent = () => true));
    await type('32');
    expect(await settled()).toBe('');
  });

  for (const fault of ['doubleEvent', 'bareEvents', 'eventDelay', 'replyDelay'] as const) {
    test(`${fault}: the check is that of the sheet`, async () => {
      await page.evaluate((name) => {
        const { faults } = window.workbench.host;
        if (name === 'doubleEvent') faults.doubleEvent = () => true;
        else if (name === 'bareEvents') faults.bareEvents = true;
        else faults[name] = 120;
      }, fault);
      await type('33');
      expect(await settled()).toBe('');
    });
  }

  test('undo that raises no event is noticed all the same', async () => {
    await page.evaluate(() => (window.workbench.host.faults.undoRaisesEvents = false));
    await type('34');
    expect(await settled()).toBe('');
    await page.evaluate(() => window.workbench.book.undo());
    expect(await settled()).toBe('');
  });

  test('Excel is busy: it is said, and tried again', async () => {
    await page.evaluate(() => {
      for (let i = 0; i < 3; i += 1) window.workbench.host.faults.failNext(5102);
    });
    await type('35');
    expect(await trouble()).toBe('busy');
    expect(await settled()).toBe('');
  });

  test('a request that is never answered counts as failed after a while, and the pane lives on', async () => {
    // The next two: one of them may be a look at the formats.
    await page.evaluate(() => {
      for (let i = 0; i < 2; i += 1) window.workbench.host.faults.loseNextReply();
    });
    await type('36');
    expect(await trouble()).toBe('busy');
    expect(await settled()).toBe('');
  });

  test('an answer of over 5 MB is asked for sheet by sheet; one sheet too large is said', async () => {
    await page.evaluate(() => (window.workbench.host.faults.payloadLimit = 3_000));
    await type('37');
    expect(await trouble()).toBe('tooLarge');
    await page.evaluate(() => window.workbench.host.faults.clear());
    expect(await settled()).toBe('');
  });

  test('manual calculation is said', async () => {
    await page.evaluate(() => {
      window.workbench.book.setCalculationMode('Manual');
    });
    await type('38');
    expect(await settled()).toBe('');
    expect(await page.evaluate(() => window.player?.pane().snapshot?.manualCalculation)).toBe(true);
  });
});

describe('writing', () => {
  test('a protected sheet and a workbook for reading only refuse, and no cell changes', async () => {
    const before = await figure();
    await page.evaluate(() => window.workbench.book.protect(window.workbench.book.activeSheet));
    expect(await write(41)).toMatchObject({ ok: false, reason: 'protected' });
    await page.evaluate(() => {
      window.workbench.book.unprotect(window.workbench.book.activeSheet);
      window.workbench.host.faults.readOnly = true;
    });
    expect(await write(42)).toMatchObject({ ok: false, reason: 'protected' });
    expect(await figure()).toBe(before);
  });

  test('a protected workbook takes no new sheets', async () => {
    await page.evaluate(() => (window.workbench.book.structureProtected = true));
    const before = await sheetNames();
    const { result, sheets } = await insert();
    expect(result).toMatchObject({ ok: false, reason: 'protected' });
    expect(sheets).toEqual(before);
  });

  test('a write waits while a cell is being edited', async () => {
    const [result, before, during] = await page.evaluate(async () => {
      const { host, book } = window.workbench;
      const pane = window.player?.pane();
      const cell = pane?.snapshot?.active?.located.cells.get('applications.received.person');
      if (pane === undefined || cell === undefined) throw new Error('no cell');
      const value = (): unknown => book.value(book.activeSheet, cell.row, cell.column);
      const [first] = [value()];
      host.setEditMode(true);
      const writing = pane.host.write(new Map([['applications.received.person', 43]]), 'repair');
      await new Promise((done) => setTimeout(done, 60));
      const meanwhile = value();
      host.setEditMode(false);
      return [await writing, first, meanwhile] as const;
    });
    expect(during).toBe(before);
    expect(result).toMatchObject({ ok: true });
    expect(await figure()).toBe(43);
  });

  test('a cell that somebody else changes meanwhile is left to them, and that is said', async () => {
    await page.evaluate(() => {
      const { book, host } = window.workbench;
      const cell = window.player?.pane().snapshot?.active?.located.cells.get('applications.received.person');
      if (cell === undefined) throw new Error('no cell');
      host.faults.beforeNextWrite(() =>
        book.pasteText(book.activeSheet, { ...cell, rowCount: 1, columnCount: 1 }, '77'),
      );
    });
    expect(await write(44)).toMatchObject({ ok: false, reason: 'changedMeanwhile' });
    expect(await figure()).toBe(77);
    expect(await settled()).toBe('');
  });

  test('an edit that falls between a write that came too late and its putting back stays, wherever its cell has gone', async () => {
    const result = await page.evaluate(async () => {
      const { book, host } = window.workbench;
      const pane = window.player?.pane();
      const cell = pane?.snapshot?.active?.located.cells.get('applications.carriedIn.person');
      if (pane === undefined || cell === undefined) throw new Error('no cell');
      const one = { rowCount: 1, columnCount: 1 };
      const before = book.value(book.activeSheet, cell.row, cell.column);
      const type = (row: number, text: string): void =>
        void book.pasteText(book.activeSheet, { row, column: cell.column, ...one }, text);
      // Before the request that writes a row comes in above; before the one that puts back another one and an edit.
      host.faults.beforeNextWrite(() => book.insertRows(book.activeSheet, cell.row - 5, 1));
      host.faults.beforeNextWrite(() => {
        book.insertRows(book.activeSheet, cell.row - 5, 1);
        type(cell.row + 1, '91');
      });
      const answer = await pane.host.write(new Map([['applications.carriedIn.person', 44]]), 'repair');
      const held = [0, 1, 2].map((down) => book.value(book.activeSheet, cell.row + down, cell.column));
      return { answer, held, before };
    });
    expect(result.answer).toMatchObject({ ok: false, reason: 'changedMeanwhile' });
    // The figure went down by two rows; the edit was made in the cell that was written by mistake.
    expect(result.held[2]).toBe(result.before);
    expect(result.held[1]).toBe(91);
    expect(await settled()).toBe('');
  });

  test('what cannot be put back is named with what it held; a cell that is gone takes no other with it', async () => {
    const result = await page.evaluate(async () => {
      const { book, host } = window.workbench;
      const pane = window.player?.pane();
      const ids = ['applications.carriedIn.person', 'applications.received.person'] as const;
      const write = () => pane?.host.write(new Map(ids.map((id) => [id, 46])), 'repair');
      const place = (id: (typeof ids)[number]) => pane?.snapshot?.active?.located.cells.get(id);
      const [carried, received] = [place(ids[0]), place(ids[1])];
      if (carried === undefined || received === undefined) throw new Error('no cell');
      const at = (row: number): unknown => book.value(book.activeSheet, row, received.column);
      const before = [at(received.row), at(carried.row)];
      const type = (text: string): void =>
        void book.pasteText(book.activeSheet, { ...carried, rowCount: 1, columnCount: 1 }, text);
      host.faults.beforeNextWrite(() => type('90'));
      host.faults.beforeNextWrite(() => book.protect(book.activeSheet));
      const told = await write();
      const left = [at(received.row), at(carried.row)];
      book.unprotect(book.activeSheet);
      return { told, before, left };
    });
    expect(result.told).toMatchObject({ ok: false, reason: 'notPutBack', detail: '2025年报表' });
    const left = result.told?.ok === false && result.told.reason === 'notPutBack' ? result.told.left : [];
    expect(left.map(({ held }) => held).sort()).toEqual([String(result.before[0]), '90'].sort());
    expect(result.left).toEqual([46, 46]);
    expect(await settled()).toBe('');

    const gone = await page.evaluate(async () => {
      const { book, host } = window.workbench;
      const pane = window.player?.pane();
      const ids = ['applications.received.person', 'applications.carriedIn.person'] as const;
      const cells = ids.map((id) => pane?.snapshot?.active?.located.cells.get(id));
      const [received, carried] = cells;
      if (received === undefined || carried === undefined) throw new Error('no cell');
      host.faults.beforeNextWrite(() =>
        book.pasteText(book.activeSheet, { ...received, rowCount: 1, columnCount: 1 }, '7'),
      );
      host.faults.beforeNextWrite(() => book.deleteRows(book.activeSheet, carried.row, 1));
      const told = await pane?.host.write(new Map(ids.map((id) => [id, 47])), 'repair');
      const held = book.value(book.activeSheet, received.row, received.column);
      book.undo();
      return { told, held };
    });
    expect(gone.told).toMatchObject({ ok: false, reason: 'changedMeanwhile' });
    expect(gone.held).toBe(7);
    expect(await settled()).toBe('');
  });

  test('a write that was carried out though Excel says it failed is not called undone', async () => {
    await page.evaluate(() => {
      const { faults } = window.workbench.host;
      faults.beforeNext(() => faults.failNextAfterwards(5001));
    });
    await write(45);
    expect(await settled()).toBe('');
  });
});

describe('inserting', () => {
  test('is all or nothing, whichever request fails and whether it was carried out or not', async () => {
    await quiet();
    const before = await sheetNames();
    for (const kind of ['before', 'after'] as const) {
      for (let skipped = 0; skipped < 4; skipped += 1) {
        const { result, sheets } = await page.evaluate(
          async ([when, skip]) => {
            const { faults } = window.workbench.host;
            for (let i = 0; i < skip; i += 1) {
              if (when === 'before') faults.passNext();
              else faults.beforeNext(() => undefined);
            }
            if (when === 'before') faults.failNext(5001);
            else faults.beforeNext(() => faults.failNextAfterwards(5001));
            const pane = window.player?.pane();
            const edition = pane?.snapshot?.active?.located.edition;
            if (pane === undefined || edition === undefined) throw new Error('no report');
            const answer = await pane.host.insert({
              edition,
              year: 2026,
              unit: '云溪县林业局',
              totals: 'formulas',
              report: null,
            });
            faults.clear();
            const names = window.workbench.book.sheets.map(({ name }) => name);
            for (const name of names.filter((one) => one.startsWith('2026'))) window.workbench.book.deleteSheet(name);
            return { result: answer, sheets: names };
          },
          [kind, skipped] as const,
        );
        const what = `${kind} request ${skipped + 1}: ${JSON.stringify(result)}`;
        if (result.ok) expect(sheets, what).toEqual([...before, '2026年报表', '2026年报文字']);
        else expect(sheets, what).toEqual(before);
      }
    }
  });

  test('that can neither be finished nor taken back names the sheet that is left, and touches no other', async () => {
    await quiet();
    const before = await sheetNames();
    await page.evaluate(() => {
      const { faults } = window.workbench.host;
      // The first request looks; the second adds both sheets and comes back as failed; what would take them away fails too.
      faults.beforeNext(() => undefined);
      faults.beforeNext(() => {
        faults.failNextAfterwards(5001);
        faults.passNext();
        for (let i = 0; i < 4; i += 1) faults.failNext(5001);
      });
    });
    const { result, sheets } = await insert();
    expect(result).toMatchObject({ ok: false, reason: 'leftOver', detail: '2026年报表、2026年报文字' });
    expect(sheets).toEqual([...before, '2026年报表', '2026年报文字']);
  });

  test('settings that Excel does not save change nothing: nothing is kept in them', async () => {
    await page.evaluate(() => (window.workbench.host.faults.settingsRefused = true));
    expect(await write(46)).toMatchObject({ ok: true });
    expect(await figure()).toBe(46);
    expect(await settled()).toBe('');
  });

  test('while another workbook has the focus ends whole or not at all', async () => {
    const before = await sheetNames();
    await page.evaluate(() => window.workbench.host.setActive(false));
    const { result, sheets } = await insert();
    const whole = [...before, '2026年报表', '2026年报文字'];
    expect(sheets).toEqual((result as { ok: boolean }).ok ? whole : before);
  });

  test('cut off by a reload of the pane leaves at most empty sheets, which the next insertion uses', async () => {
    const before = await sheetNames();
    await page.evaluate(async () => {
      const pane = window.player?.pane();
      const edition = pane?.snapshot?.active?.located.edition;
      if (pane === undefined || edition === undefined) throw new Error('no report');
      window.workbench.host.faults.replyDelay = 40;
      void pane.host
        .insert({ edition, year: 2026, unit: '云溪县林业局', totals: 'formulas', report: null })
        .catch(() => undefined);
      await new Promise((done) => setTimeout(done, 100));
      window.workbench.host.faults.clear();
      await window.player?.reload();
    });
    const { result, sheets } = await insert();
    expect(sheets).toEqual([...before, '2026年报表', '2026年报文字']);
    expect((result as { ok: boolean; reason?: string }).reason ?? 'ok').toMatch(/^(?:ok|sheetExists)$/u);
    expect(await settled()).toBe('');
  });
});
