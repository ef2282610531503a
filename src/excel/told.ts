/** What the pane has been told of the workbook, and what keeps it told. */
import { locateReports } from '../read/tables/locate';
import { paintRules } from '../rules/sums/formula';
import type { PaintRule } from '../report/sheet/workbook';
import { figurePlaces } from '../host/boxes';
import type { ActiveReport, Snapshot } from '../host/host';
import { createSlices } from '../host/slices';
import { sheetsBehind, snapshotSteps, type SheetState } from '../host/snapshot';
import { answeredBy } from './loop/answered';
import { openWorkbook } from './loop/sheets';
import { watchWorkbook, type WorkbookSight, type Watch } from './loop/watch';
import { placeOf } from './figures';
import { compareFormats, readFormats } from './formats';

/** Formats are looked at this long after the last change that may have touched them, in milliseconds. */
const formatsQuiet = 1_200;

const clock = {
  now: () => Date.now(),
  setTimeout: (callback: () => void, milliseconds: number): unknown => window.setTimeout(callback, milliseconds),
  clearTimeout: (handle: unknown) => window.clearTimeout(handle as number),
};

/** The formats that a sheet should carry: those of every report on it. */
export const expectedPaint = (state: SheetState): PaintRule[] =>
  locateReports(state.grid).flatMap((located) => paintRules(located.edition, figurePlaces(located)));

export class Told {
  snapshot: Snapshot = {
    candidates: [],
    active: null,
    undecided: false,
    checkedAt: null,
    trouble: null,
    manualCalculation: false,
    undo: null,
  };
  sight: WorkbookSight = {
    sheets: [],
    focus: { activeSheet: null, selection: null },
    manualCalculation: false,
    readAt: null,
    trouble: null,
  };
  /** The sheets that `snapshot` tells of: newer ones may have been read and not yet been looked through. */
  shown: readonly SheetState[] = [];
  private lastKey: string | null = null;
  private formatsKey: string | null = null;
  private formats: ActiveReport['formats'] = 'unknown';
  private formatsTimer: number | undefined;
  private watching: Watch | null = null;
  private readonly answered = answeredBy(clock);
  private readonly slices = createSlices(clock);
  private tell: (state: Snapshot) => void = () => undefined;

  /** `undo`: what could be taken back now. */
  constructor(private readonly undo: () => Snapshot['undo']) {}

  /** Begins to watch; returns what stops it. */
  watch(listener: (state: Snapshot) => void): () => void {
    this.tell = listener;
    const watching = watchWorkbook(
      {
        seen: (now) => {
          this.sight = now;
          return this.update();
        },
        formatsMayHaveChanged: () => this.lookAtFormatsSoon(),
        shown: () => sheetsBehind(this.shown, this.snapshot.active),
      },
      { workbook: openWorkbook, clock, isVisible: () => document.visibilityState === 'visible' },
    );
    this.watching = watching;
    const looked = (): void => {
      if (document.visibilityState === 'visible') void watching.look();
    };
    window.addEventListener('focus', looked);
    document.addEventListener('visibilitychange', looked);
    return () => {
      window.removeEventListener('focus', looked);
      document.removeEventListener('visibilitychange', looked);
      window.clearTimeout(this.formatsTimer);
      this.slices.stop();
      watching.stop();
    };
  }

  /** Reads everything again now. */
  async refresh(): Promise<void> {
    await this.watching?.refresh();
  }

  /** After a write of the pane's own: what it wrote to is shown, or new, or an event tells of it. */
  async look(): Promise<void> {
    await this.watching?.look();
  }

  /** The report that counts as the active one, unless the user is at another. */
  prefer(key: string): void {
    this.lastKey = key;
  }

  activeSheet(): SheetState | undefined {
    const { active } = this.snapshot;
    return active === null ? undefined : this.shown.find((state) => state.id === placeOf(active.candidate).sheet);
  }

  async lookAtFormats(): Promise<void> {
    const state = this.activeSheet();
    if (state === undefined) return;
    try {
      this.formats = compareFormats(expectedPaint(state), await this.answered(readFormats(state.id)));
    } catch {
      // Not now (a cell is being edited, the sheet has gone): what is not known is not said.
      this.formats = 'unknown';
    }
    await this.update();
  }

  /** Resolves when the state of the sheets as they were read last has been told. */
  private update(): Promise<void> {
    const { sheets, focus, readAt: checkedAt, trouble, manualCalculation } = this.sight;
    const rest = { checkedAt, trouble, manualCalculation, undo: this.undo(), formats: this.formats };
    return this.slices.run(snapshotSteps(sheets, { ...focus, lastKey: this.lastKey }, rest), (taken) => {
      this.snapshot = taken;
      this.shown = sheets;
      const key = taken.active?.candidate.key ?? null;
      if (key !== null) this.lastKey = key;
      if (key !== this.formatsKey) {
        this.formatsKey = key;
        this.formats = 'unknown';
        this.lookAtFormatsSoon();
        if (taken.active !== null) this.snapshot = { ...taken, active: { ...taken.active, formats: this.formats } };
      }
      this.tell(this.snapshot);
    });
  }

  private lookAtFormatsSoon(): void {
    window.clearTimeout(this.formatsTimer);
    this.formatsTimer = window.setTimeout(() => void this.lookAtFormats(), formatsQuiet);
  }
}
