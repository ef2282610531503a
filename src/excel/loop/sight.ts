/**
 * The sheets of a workbook as they were last read, and which of them are looked at again. Events tell what changed; as one
 * may get lost, what the pane shows is read again with every look, and the other sheets in turn, a few each time.
 */
import type { SheetState } from '../../host/snapshot';
import type { SheetGrid } from '../../read/reading';
import { sheetsTogether, type ListedSheet, type ReadSheets, type View, type WorkbookReader } from './sheets';

/** Sheets that no event told of and that the pane does not show, read again with each slow look: one a second. */
const inTurn = 5;

/** The sheets where the user was last: who has just left one has perhaps changed it. */
const visitsKept = 3;

type Rows = readonly (readonly unknown[])[];

const sameRows = (one: Rows = [], other: Rows = []): boolean =>
  one.length === other.length &&
  one.every((row, at) => {
    const second = other[at] ?? [];
    return row.length === second.length && row.every((cell, column) => Object.is(cell, second[column]));
  });

const sameGrid = (one: SheetGrid, other: SheetGrid): boolean =>
  one.name === other.name &&
  one.row === other.row &&
  one.column === other.column &&
  sameRows(one.values, other.values) &&
  sameRows(one.formulas, other.formulas) &&
  sameRows(one.valueTypes, other.valueTypes) &&
  sameRows(one.texts, other.texts);

/** A sheet that says what it said stays the same object: what was found on it is not looked for again. */
const kept = (known: SheetState | undefined, now: SheetState): SheetState =>
  known !== undefined &&
  known.hidden === now.hidden &&
  known.partlyRead === now.partlyRead &&
  sameGrid(known.grid, now.grid)
    ? known
    : now;

export class SheetsInSight {
  sheets: readonly SheetState[] = [];
  view: View | null = null;
  /** Ids, the one that was read longest ago first. */
  private readonly waiting = new Set<string>();
  private visits: readonly string[] = [];

  /** @param answered gives up a request that is not answered */
  constructor(
    private readonly workbook: WorkbookReader,
    private readonly answered: <T>(request: Promise<T>) => Promise<T>,
  ) {}

  has(id: string): boolean {
    return this.sheets.some((state) => state.id === id);
  }

  /** Reads these sheets again: one request for each 40, so one for an edit. */
  async readChanged(ids: readonly string[]): Promise<void> {
    const { sheets, view } = await this.readInParts(ids);
    const now = this.note(sheets);
    this.sheets = this.sheets.map((state) => now.get(state.id) ?? state);
    this.see(view);
  }

  /**
   * Finds out which sheets there are and reads those among `near` that are there, what is new, and where the user is; with
   * `turn` a few others besides. One request where `near` are all there and nothing is new.
   * @param listFirst asks for no sheet before it is known to be there
   */
  async look(near: readonly string[], { turn, listFirst }: { turn: boolean; listFirst: boolean }): Promise<void> {
    const wanted = new Set([...near, ...this.visits].filter((id) => this.has(id)));
    if (turn) for (const id of this.longestAgo(wanted)) wanted.add(id);
    const first = listFirst ? [] : [...wanted].slice(0, sheetsTogether);
    const { listed, sheets, view } = await this.answered(this.workbook.look(first));
    const read = new Set(first);
    const isDue = (id: string): boolean => wanted.has(id) || id === view.activeSheet || !this.has(id);
    await this.take(
      listed,
      sheets,
      view,
      listed.filter(({ id }) => !read.has(id) && isDue(id)),
    );
  }

  /** Reads all sheets. */
  async readAll(): Promise<void> {
    const { listed, view } = await this.answered(this.workbook.look([]));
    await this.take(listed, [], view, listed);
  }

  private async take(
    listed: readonly ListedSheet[],
    read: readonly SheetState[],
    view: View,
    rest: readonly ListedSheet[],
  ): Promise<void> {
    const more = rest.length === 0 ? null : await this.readInParts(rest.map(({ id }) => id));
    const now = this.note([...read, ...(more?.sheets ?? [])]);
    const before = new Map(this.sheets.map((state) => [state.id, state]));
    this.sheets = listed.flatMap(({ id, name, hidden }): SheetState[] => {
      const state = now.get(id) ?? before.get(id);
      if (state === undefined) return [];
      const isSame = state.grid.name === name && state.hidden === hidden;
      return [isSame || now.has(id) ? state : { ...state, hidden, grid: { ...state.grid, name } }];
    });
    const there = new Set(listed.map(({ id }) => id));
    for (const id of this.waiting) if (!there.has(id)) this.waiting.delete(id);
    this.see(more?.view ?? view);
  }

  private async readInParts(ids: readonly string[]): Promise<ReadSheets> {
    const sheets: SheetState[] = [];
    let from = 0;
    for (;;) {
      const part = await this.answered(this.workbook.read(ids.slice(from, from + sheetsTogether)));
      sheets.push(...part.sheets);
      from += sheetsTogether;
      if (from >= ids.length) return { sheets, view: part.view };
    }
  }

  /** Sheets that were read go to the end of the row. */
  private note(read: readonly SheetState[]): Map<string, SheetState> {
    const before = new Map(this.sheets.map((state) => [state.id, state]));
    return new Map(
      read.map((state) => {
        this.waiting.delete(state.id);
        this.waiting.add(state.id);
        return [state.id, kept(before.get(state.id), state)];
      }),
    );
  }

  private longestAgo(wanted: ReadonlySet<string>): string[] {
    return [...this.waiting].filter((id) => !wanted.has(id)).slice(0, inTurn);
  }

  private see(view: View): void {
    this.view = view;
    const { activeSheet } = view;
    this.visits = [activeSheet, ...this.visits.filter((id) => id !== activeSheet)].slice(0, visitsKept);
  }
}
