/**
 * The live loop: events are hints that something changed, never the change itself. On every sign the sheets are read
 * again and checked anew. Nothing is written here.
 */
import type { Focus, SheetState } from '../../host/snapshot';
import type { Trouble } from '../../host/host';
import type { WorkbookEvents } from './events';
import { createLoop, type Clock, type Loop } from './loop';
import { SheetsInSight } from './sight';
import type { WorkbookReader } from './sheets';
import { answeredBy } from './answered';
import { isStale, troubleOf } from '../trouble';

/** The workbook as it was last read. */
export interface WorkbookSight {
  readonly sheets: readonly SheetState[];
  readonly focus: Omit<Focus, 'lastKey'>;
  readonly manualCalculation: boolean;
  readonly readAt: Date | null;
  readonly trouble: Trouble | null;
}

export interface Watch {
  /** Reads everything again now. */
  refresh(): Promise<void>;
  /** Reads again now what the pane shows and what events told of; finds new sheets. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * While the pane is shown, a workbook whose events got lost is looked at this often, in milliseconds: what the pane shows, the
 * sheets where the user was last, and a few of the others in turn.
 */
export const lookEvery = 5_000;
const retryAfter = 800;

export interface WatchListener {
  /** Resolves when it has been looked through; the next reading waits for that. */
  seen(sight: WorkbookSight): Promise<void>;
  /** Several cells changed at once, or another sheet came up: formats may have been pasted over. */
  formatsMayHaveChanged(): void;
  /** Ids of the sheets from which what is shown was taken. */
  shown(): readonly string[];
}

/** How much a reading reads: what events told of; also what is shown and what is new; all sheets. */
type Extent = 'changes' | 'look' | 'everything';
const extents: readonly Extent[] = ['changes', 'look', 'everything'];
const wider = (one: Extent, other: Extent): Extent => (extents.indexOf(one) > extents.indexOf(other) ? one : other);

export interface WatchOptions {
  readonly workbook: WorkbookReader;
  readonly clock: Clock;
  readonly isVisible: () => boolean;
}

/** What is to be read next, and the reading of it. */
class Readings {
  readAt: Date | null = null;
  lookedAt: number;
  private dirty = new Set<string>();
  private extent: Extent = 'everything';
  private listFirst = false;

  constructor(
    readonly sight: SheetsInSight,
    private readonly clock: Clock,
    private readonly shown: () => readonly string[],
  ) {
    this.lookedAt = clock.now();
  }

  want(wanted: Extent): void {
    this.extent = wider(this.extent, wanted);
  }

  /** An event told of a sheet; one that nobody knows yet is looked for. */
  changed(sheet: string | undefined): void {
    if (sheet !== undefined && this.sight.has(sheet)) this.dirty.add(sheet);
    else this.want('look');
  }

  /** Reads what is wanted; what could not be read is wanted still. Where sheets have gone meanwhile, once more. */
  async read(): Promise<void> {
    try {
      await this.readOnce();
    } catch (error) {
      if (!isStale(error)) throw error;
      await this.readOnce();
    }
  }

  private async readOnce(): Promise<void> {
    const ids = [...this.dirty];
    // A look that is due goes with whatever is read now: no request of its own.
    const turn = this.clock.now() >= this.lookedAt + lookEvery;
    const wanted = wider(this.extent, turn ? 'look' : 'changes');
    this.extent = 'changes';
    this.dirty = new Set();
    try {
      if (wanted === 'everything') await this.sight.readAll();
      else if (wanted === 'changes') await this.sight.readChanged(ids);
      else await this.sight.look([...ids, ...this.shown()], { turn, listFirst: this.listFirst });
      this.listFirst = false;
    } catch (error) {
      this.listFirst = isStale(error);
      this.want(wanted === 'changes' && this.listFirst ? 'look' : wanted);
      for (const id of ids) this.dirty.add(id);
      throw error;
    }
    this.readAt = new Date(this.clock.now());
    if (turn || wanted === 'everything') this.lookedAt = this.clock.now();
  }
}

class WorkbookWatch implements Watch {
  private readonly answered: ReturnType<typeof answeredBy>;
  private readonly readings: Readings;
  private readonly loop: Loop;
  private stopped = false;
  private unlisten: (() => void) | null = null;

  constructor(
    private readonly listener: WatchListener,
    private readonly options: WatchOptions,
  ) {
    const { workbook, clock } = options;
    this.answered = answeredBy(clock);
    this.readings = new Readings(new SheetsInSight(workbook, this.answered), clock, () => listener.shown());
    this.loop = createLoop(() => this.read(), clock, { quiet: 150, atMost: 1_000 });
  }

  async start(): Promise<void> {
    await this.loop.flush();
    await this.register();
    this.options.clock.setTimeout(() => void this.poll(), lookEvery);
  }

  refresh(): Promise<void> {
    this.readings.want('everything');
    return this.loop.flush();
  }

  look(): Promise<void> {
    this.readings.want('look');
    return this.loop.flush();
  }

  stop(): void {
    this.stopped = true;
    this.loop.stop();
    this.unlisten?.();
  }

  private readonly events: WorkbookEvents = {
    changed: (sheet, several) => {
      this.readings.changed(sheet);
      if (several) this.listener.formatsMayHaveChanged();
      this.loop.mark();
    },
    discovered: (sheet) => {
      this.readings.changed(sheet);
      this.readings.want('look');
      this.listener.formatsMayHaveChanged();
      this.loop.mark();
    },
    moved: () => this.loop.mark(),
  };

  private async read(): Promise<void> {
    try {
      await this.readings.read();
      if (!this.stopped) await this.tell(null);
    } catch (error) {
      if (this.stopped) return;
      this.options.clock.setTimeout(() => this.loop.mark(), retryAfter);
      await this.tell(troubleOf(error));
    }
  }

  private tell(trouble: Trouble | null): Promise<void> {
    const { sight, readAt } = this.readings;
    return this.listener.seen({
      sheets: sight.sheets,
      focus: { activeSheet: sight.view?.activeSheet ?? null, selection: sight.view?.selection ?? null },
      manualCalculation: sight.view?.manualCalculation ?? false,
      readAt,
      trouble,
    });
  }

  private async register(): Promise<void> {
    try {
      this.unlisten = await this.options.workbook.listen(this.events, this.answered);
      if (this.stopped) this.unlisten();
    } catch {
      // Without events the slow look and the button still work, and the slow look asks again: a cell was being edited, perhaps.
    }
  }

  private async poll(): Promise<void> {
    if (this.stopped) return;
    if (this.unlisten === null) await this.register();
    const { clock, isVisible } = this.options;
    const rest = this.readings.lookedAt + lookEvery - clock.now();
    if (rest <= 0 && isVisible()) {
      this.readings.want('look');
      this.loop.mark();
    }
    clock.setTimeout(() => void this.poll(), rest > 0 ? rest : lookEvery);
  }
}

/** Begins to watch at once. */
export function watchWorkbook(listener: WatchListener, options: WatchOptions): Watch {
  const watch = new WorkbookWatch(listener, options);
  void watch.start();
  return watch;
}
