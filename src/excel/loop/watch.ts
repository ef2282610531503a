/**
 * The live loop: events are hints that something changed, never the change itself. On every sign the sheets are read
 * again and checked anew. Nothing is written here.
 */
import type { Focus, SheetState } from '../../host/snapshot';
import type { Trouble } from '../../host/host';
import type { WorkbookEvents } from './events';
import { createLoop, type Clock } from './loop';
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

export function watchWorkbook(listener: WatchListener, { workbook, clock, isVisible }: WatchOptions): Watch {
  let readAt: Date | null = null;
  let dirty = new Set<string>();
  let extent: Extent = 'everything';
  let listFirst = false;
  let lookedAt = clock.now();
  let stopped = false;
  const answered = answeredBy(clock);
  const sight = new SheetsInSight(workbook, answered);

  const tell = (trouble: Trouble | null): Promise<void> =>
    listener.seen({
      sheets: sight.sheets,
      focus: { activeSheet: sight.view?.activeSheet ?? null, selection: sight.view?.selection ?? null },
      manualCalculation: sight.view?.manualCalculation ?? false,
      readAt,
      trouble,
    });

  const want = (wanted: Extent): void => {
    extent = wider(extent, wanted);
  };

  const readOnce = async (): Promise<void> => {
    const ids = [...dirty];
    // A look that is due goes with whatever is read now: no request of its own.
    const turn = clock.now() >= lookedAt + lookEvery;
    const wanted = wider(extent, turn ? 'look' : 'changes');
    extent = 'changes';
    dirty = new Set();
    try {
      if (wanted === 'everything') await sight.readAll();
      else if (wanted === 'changes') await sight.readChanged(ids);
      else await sight.look([...ids, ...listener.shown()], { turn, listFirst });
      listFirst = false;
    } catch (error) {
      listFirst = isStale(error);
      want(wanted === 'changes' && listFirst ? 'look' : wanted);
      for (const id of ids) dirty.add(id);
      throw error;
    }
    readAt = new Date(clock.now());
    if (turn || wanted === 'everything') lookedAt = clock.now();
  };

  const loop = createLoop(
    async () => {
      try {
        try {
          await readOnce();
        } catch (error) {
          if (!isStale(error)) throw error;
          await readOnce();
        }
        if (!stopped) await tell(null);
      } catch (error) {
        if (stopped) return;
        clock.setTimeout(() => loop.mark(), retryAfter);
        await tell(troubleOf(error));
      }
    },
    clock,
    { quiet: 150, atMost: 1_000 },
  );

  const events: WorkbookEvents = {
    changed(sheet, several) {
      if (sheet !== undefined && sight.has(sheet)) dirty.add(sheet);
      else want('look');
      if (several) listener.formatsMayHaveChanged();
      loop.mark();
    },
    discovered(sheet) {
      if (sheet !== undefined && sight.has(sheet)) dirty.add(sheet);
      want('look');
      listener.formatsMayHaveChanged();
      loop.mark();
    },
    moved: () => loop.mark(),
  };

  let unlisten: (() => void) | null = null;
  const register = async (): Promise<void> => {
    try {
      unlisten = await workbook.listen(events, answered);
      if (stopped) unlisten();
    } catch {
      // Without events the slow look and the button still work, and the slow look asks again: a cell was being edited, perhaps.
    }
  };

  const poll = async (): Promise<void> => {
    if (stopped) return;
    if (unlisten === null) await register();
    const rest = lookedAt + lookEvery - clock.now();
    if (rest <= 0 && isVisible()) {
      want('look');
      loop.mark();
    }
    clock.setTimeout(() => void poll(), rest > 0 ? rest : lookEvery);
  };

  void (async () => {
    await loop.flush();
    await register();
    clock.setTimeout(() => void poll(), lookEvery);
  })();

  return {
    refresh() {
      want('everything');
      return loop.flush();
    },
    look() {
      want('look');
      return loop.flush();
    },
    stop() {
      stopped = true;
      loop.stop();
      unlisten?.();
    },
  };
}
