/**
 * What watching a workbook costs, and what it never misses: over a workbook of the test's own whose events may be lost. Requests
 * and sheets are counted, nothing is timed but by the test's clock.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { WorkbookEvents } from '../../src/excel/loop/events';
import { sheetsTogether, type ReadSheets, type View, type WorkbookReader } from '../../src/excel/loop/sheets';
import { lookEvery, watchWorkbook, type WorkbookSight } from '../../src/excel/loop/watch';
import type { SheetState } from '../../src/host/snapshot';
import { testClock } from './testClock';

class HostError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}
beforeAll(() => {
  Object.assign(globalThis, { OfficeExtension: { Error: HostError } });
});

interface Sheet {
  readonly id: string;
  name: string;
  hidden: boolean;
  value: number;
}

/** A request, by the sheets whose cells it asked for. */
interface Asked {
  readonly at: number;
  readonly cells: readonly string[];
  readonly listed: boolean;
}

const requestTakes = 20;

class Workbook {
  readonly clock = testClock();
  readonly sheets: Sheet[] = [];
  asked: Asked[] = [];
  active = '0';
  shown: readonly string[] = [];
  sight: WorkbookSight | null = null;
  events: WorkbookEvents | null = null;
  failing: string | null = null;
  private made = 0;

  constructor(count: number) {
    for (let at = 0; at < count; at += 1) this.add();
  }

  add(): Sheet {
    const sheet = { id: String(this.made), name: `S${this.made}`, hidden: false, value: 0 };
    this.made += 1;
    this.sheets.push(sheet);
    return sheet;
  }

  private stateOf({ id, name, hidden, value }: Sheet): SheetState {
    const values = [[value]];
    return { id, hidden, partlyRead: false, grid: { name, row: 0, column: 0, values, formulas: values } };
  }

  private async answer(cells: readonly string[], listed: boolean): Promise<ReadSheets> {
    this.asked.push({ at: this.clock.now(), cells, listed });
    await new Promise<void>((done) => void this.clock.setTimeout(done, requestTakes));
    if (this.failing !== null) throw new HostError(this.failing);
    const view: View = { activeSheet: this.active, selection: { row: 0, column: 0 }, manualCalculation: false };
    const sheets = cells.map((id) => {
      const sheet = this.sheets.find((one) => one.id === id);
      if (sheet === undefined) throw new HostError('ItemNotFound');
      return this.stateOf(sheet);
    });
    return { view, sheets };
  }

  private readonly reader: WorkbookReader = {
    look: async (ids) => {
      const answer = await this.answer(ids, true);
      return { ...answer, listed: this.sheets.map(({ id, name, hidden }) => ({ id, name, hidden })) };
    },
    read: (ids) => this.answer(ids, false),
    listen: (events) => {
      this.events = events;
      return Promise.resolve(() => undefined);
    },
  };

  /** The pane is opened and has read everything. */
  async open(): Promise<this> {
    watchWorkbook(
      {
        seen: (sight) => {
          this.sight = sight;
          return Promise.resolve();
        },
        formatsMayHaveChanged: () => undefined,
        shown: () => this.shown,
      },
      { workbook: this.reader, clock: this.clock, isVisible: () => true },
    );
    await this.clock.advance(2_000);
    this.asked = [];
    return this;
  }

  /** What the pane knows, in the form of what stands there. */
  known(): readonly Sheet[] {
    return (this.sight?.sheets ?? []).map(({ id, hidden, grid }) => ({
      id,
      name: grid.name,
      hidden,
      value: Number(grid.values[0]?.[0]),
    }));
  }
}

/** The longest a look that is due takes to come: the clock's turn, the wait for others, and its requests. */
const look = lookEvery + 1_000 + 10 * requestTakes;
const allInTurn = (count: number): number => (Math.ceil(count / 5) + 1) * look;

describe('a workbook of many sheets', () => {
  test('is read in parts of 40 when the pane opens, each sheet once', async () => {
    const workbook = new Workbook(300);
    const opened = workbook.open();
    const asked = workbook.asked;
    await opened;
    expect(asked.flatMap(({ cells }) => cells)).toEqual(workbook.sheets.map(({ id }) => id));
    expect(Math.max(...asked.map(({ cells }) => cells.length))).toBe(sheetsTogether);
    expect(asked).toHaveLength(1 + Math.ceil(300 / sheetsTogether));
  });

  test('standing still costs one request every five seconds, of what is shown, where the user was, and five others', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 400 }), fc.nat(3), async (count, shown) => {
        const workbook = await new Workbook(count).open();
        workbook.shown = Array.from({ length: Math.min(shown, count) }, (_, at) => String(at));
        await workbook.clock.advance(60_000);
        const { asked } = workbook;
        expect(asked.length).toBeLessThanOrEqual(60_000 / lookEvery);
        for (const { cells } of asked) expect(cells.length).toBeLessThanOrEqual(shown + 1 + 5);
      }),
      { numRuns: 20 },
    );
  });

  test('an edit is one request, of one sheet; hundreds that came at once are each read once', async () => {
    const workbook = await new Workbook(300).open();
    const [sheet] = workbook.sheets as [Sheet];
    sheet.value = 7;
    workbook.events?.changed(sheet.id, false);
    await workbook.clock.advance(1_000);
    expect(workbook.asked.map(({ cells }) => cells)).toEqual([[sheet.id]]);
    expect(workbook.known()).toEqual(workbook.sheets);

    workbook.asked = [];
    const added = Array.from({ length: 300 }, () => {
      const { id } = workbook.add();
      workbook.events?.discovered();
      return id;
    });
    await workbook.clock.advance(1_500);
    const read = workbook.asked.flatMap(({ cells }) => cells).filter((id) => added.includes(id));
    expect(read).toEqual(added);
    expect(workbook.known()).toEqual(workbook.sheets);
  });

  test('going to another sheet is one request, which reads that sheet', async () => {
    const workbook = await new Workbook(300).open();
    workbook.active = '250';
    workbook.events?.discovered('250');
    await workbook.clock.advance(1_000);
    expect(workbook.asked.map(({ cells }) => [...cells].sort())).toEqual([['0', '250']]);
  });

  test('a sheet that says what it said stays what it was: nothing on it is looked for anew', async () => {
    const workbook = await new Workbook(12).open();
    const before = workbook.sight?.sheets;
    await workbook.clock.advance(allInTurn(12));
    expect(workbook.asked.flatMap(({ cells }) => cells).length).toBeGreaterThan(12);
    expect(workbook.sight?.sheets.map((state, at) => state === before?.[at])).toEqual(before?.map(() => true));
  });
});

type Happening =
  { readonly kind: 'edit' | 'rename' | 'hide' | 'delete' | 'visit'; readonly pick: number } | { readonly kind: 'add' };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ kind: fc.constantFrom('edit', 'rename', 'hide', 'delete', 'visit'), pick: fc.nat() }),
  fc.constant({ kind: 'add' } as const),
);

/** Does it, and tells of it as Excel would. */
function happen(workbook: Workbook, one: Happening, tells: boolean, at: number): void {
  const { events, sheets } = workbook;
  if (one.kind === 'add') {
    workbook.add();
    if (tells) events?.discovered();
    return;
  }
  const sheet = sheets[one.pick % sheets.length] as Sheet;
  if (one.kind === 'edit') sheet.value = at + 1;
  else if (one.kind === 'rename') sheet.name = `R${at}`;
  else if (one.kind === 'hide') sheet.hidden = !sheet.hidden;
  else if (one.kind === 'visit') workbook.active = sheet.id;
  else if (sheets.length > 1 && sheet.id !== workbook.active) sheets.splice(sheets.indexOf(sheet), 1);
  if (!tells) return;
  if (one.kind === 'edit') events?.changed(sheet.id, false);
  else events?.discovered(one.kind === 'visit' ? sheet.id : undefined);
}

describe('a change whose event was lost', () => {
  test('is seen with the next look where it is shown, where the user is or was, and in the list of sheets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 100, max: 200 }), fc.nat(8), async (count, pick) => {
        const workbook = await new Workbook(count).open();
        workbook.shown = ['3'];
        // Far from the sheets whose turn it is.
        const [left, here, next] = [50 + pick, 60 + pick, 70 + pick];
        for (const at of [left, here]) {
          workbook.active = String(at);
          await workbook.clock.advance(look);
        }
        for (const at of [3, left, here, next]) happen(workbook, { kind: 'edit', pick: at }, false, at);
        workbook.active = String(next);
        happen(workbook, { kind: 'rename', pick: 90 }, false, pick);
        happen(workbook, { kind: 'delete', pick: 80 }, false, pick);
        happen(workbook, { kind: 'add' }, false, pick);
        await workbook.clock.advance(look);
        expect(workbook.known()).toEqual(workbook.sheets);
      }),
      { numRuns: 20 },
    );
  });

  test('is seen anywhere when each sheet has had its turn, five with every look', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), fc.nat(), fc.nat(4_000), async (count, pick, wait) => {
        const workbook = await new Workbook(count).open();
        await workbook.clock.advance(wait);
        happen(workbook, { kind: 'edit', pick }, false, 1);
        await workbook.clock.advance(allInTurn(count));
        expect(workbook.known()).toEqual(workbook.sheets);
      }),
      { numRuns: 20 },
    );
  });

  test('among any others, with requests that fail, leaves nothing unseen at last', async () => {
    const steps = fc.array(
      fc.record({
        what: happening,
        tells: fc.boolean(),
        wait: fc.constantFrom(0, 10, 100, 700, 6_000),
        failing: fc.constantFrom(null, null, null, 'InvalidOperationInCellEditMode', 'ItemNotFound'),
      }),
      { maxLength: 25 },
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), steps, async (count, happenings) => {
        const workbook = await new Workbook(count).open();
        for (const [at, { what, tells, wait, failing }] of happenings.entries()) {
          workbook.failing = failing;
          happen(workbook, what, tells, at);
          await workbook.clock.advance(wait);
        }
        workbook.failing = null;
        await workbook.clock.advance(allInTurn(workbook.sheets.length));
        expect(workbook.sight?.trouble).toBe(null);
        expect(workbook.sight?.focus.activeSheet).toBe(workbook.active);
        expect(workbook.known()).toEqual(workbook.sheets);
      }),
      { numRuns: 60 },
    );
  });
});
