/** What the pane has been told of the workbook, and what keeps it told. */
import { locateReports } from '../read/tables/locate';
import { paintRules } from '../rules/sums/formula';
import type { PaintRule } from '../report/sheet/workbook';
import { figurePlaces } from '../host/boxes';
import type { ActiveReport, Snapshot } from '../host/host';
import { createSlices, type Slices } from '../host/slices';
import { sheetsBehind, snapshotSteps, type SheetState } from '../host/snapshot';
import type { Language } from '../report/language';
import { answeredBy } from './loop/answered';
import type { Clock } from './loop/loop';
import type { WorkbookSight } from './loop/watch';
import { placeOf } from './figures';
import { compareFormats, readFormats } from './formats';

/** Formats are looked at this long after the last change that may have touched them, in milliseconds. */
const formatsQuiet = 1_200;

/** What the reports of a workbook stand in. */
export interface Around {
  readonly language: Language;
  readonly clock: Clock;
  /** Reads everything again now. */
  readonly refresh: () => Promise<void>;
  /** After a write of the pane's own: what it wrote to is shown, or new, or an event tells of it. */
  readonly look: () => Promise<void>;
  readonly tell: (state: Snapshot) => void;
}

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
  private readonly answered: ReturnType<typeof answeredBy>;
  private readonly slices: Slices;

  /** `undo`: what could be taken back now. */
  constructor(
    private readonly around: Around,
    private readonly undo: () => Snapshot['undo'],
  ) {
    this.answered = answeredBy(around.clock);
    this.slices = createSlices(around.clock);
  }

  /** The workbook as it was read; resolves when what is found there has been told. */
  seen(sight: WorkbookSight): Promise<void> {
    this.sight = sight;
    return this.update();
  }

  stop(): void {
    window.clearTimeout(this.formatsTimer);
    this.slices.stop();
  }

  refresh(): Promise<void> {
    return this.around.refresh();
  }

  look(): Promise<void> {
    return this.around.look();
  }

  /** The report that counts as the active one, unless the user is at another. */
  prefer(key: string): void {
    this.lastKey = key;
  }

  /** The sheets of what is shown. */
  sheetsShown(): ReturnType<typeof sheetsBehind> {
    return sheetsBehind(this.shown, this.snapshot.active);
  }

  activeSheet(): SheetState | undefined {
    const { active } = this.snapshot;
    return active === null ? undefined : this.shown.find((state) => state.id === placeOf(active.candidate).sheet);
  }

  async lookAtFormats(): Promise<void> {
    const state = this.activeSheet();
    if (state === undefined) return;
    // Not now (a cell is being edited, the sheet has gone): what is not known is not said.
    const found = await this.answered(readFormats(state.id)).catch(() => null);
    this.formats = found === null ? 'unknown' : compareFormats(expectedPaint(state), found);
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
      this.around.tell(this.snapshot);
    });
  }

  lookAtFormatsSoon(): void {
    window.clearTimeout(this.formatsTimer);
    this.formatsTimer = window.setTimeout(() => void this.lookAtFormats(), formatsQuiet);
  }
}
