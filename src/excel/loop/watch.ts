/**
 * The live loop: events are hints that something changed, never the change itself. On every sign the sheets are read
 * again and checked anew. Nothing is written here.
 */
import type { Focus, SheetState } from '../../host/snapshot';
import type { Trouble } from '../../host/host';
import { createLoop, type Clock } from './loop';
import { readAllSheets, readChangedSheets, type View } from './sheets';
import { answeredBy } from './answered';
import { isStale, troubleOf } from '../trouble';

/** The workbook as it was last read. */
export interface Sight {
  readonly sheets: readonly SheetState[];
  readonly focus: Omit<Focus, 'lastKey'>;
  readonly manualCalculation: boolean;
  readonly readAt: Date | null;
  readonly trouble: Trouble | null;
}

export interface Watch {
  /** Reads everything again now. */
  refresh(): Promise<void>;
  stop(): void;
}

/** While the pane is shown, a workbook whose events got lost is looked at this often, in milliseconds. */
const pollEvery = 5_000;
const retryAfter = 800;

export interface WatchListener {
  /** Resolves when it has been looked through; the next reading waits for that. */
  seen(sight: Sight): Promise<void>;
  /** Several cells changed at once, or another sheet came up: formats may have been pasted over. */
  formatsMayHaveChanged(): void;
}

type Registration = OfficeExtension.EventHandlerResult<unknown>;

export function watchWorkbook(listener: WatchListener, clock: Clock, isVisible: () => boolean): Watch {
  let sheets: readonly SheetState[] = [];
  let view: View | null = null;
  let readAt: Date | null = null;
  let dirty = new Set<string>();
  let everything = true;
  let lookedAt = clock.now();
  let stopped = false;
  const answered = answeredBy(clock);

  const tell = (trouble: Trouble | null): Promise<void> =>
    listener.seen({
      sheets,
      focus: { activeSheet: view?.activeSheet ?? null, selection: view?.selection ?? null },
      manualCalculation: view?.manualCalculation ?? false,
      readAt,
      trouble,
    });

  const readOnce = async (): Promise<void> => {
    const all = everything;
    const ids = [...dirty];
    everything = false;
    dirty = new Set();
    try {
      if (all) {
        ({ sheets, view } = await answered(readAllSheets()));
      } else {
        const read = await answered(readChangedSheets(ids));
        const byId = new Map(read.sheets.map((state) => [state.id, state]));
        sheets = sheets.map((state) => byId.get(state.id) ?? state);
        view = read.view;
      }
    } catch (error) {
      if (all) everything = true;
      else if (isStale(error)) everything = true;
      else for (const id of ids) dirty.add(id);
      throw error;
    }
    readAt = new Date(clock.now());
    lookedAt = clock.now();
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

  const changed = (id: string | undefined, several: boolean): Promise<void> => {
    if (id !== undefined && sheets.some((state) => state.id === id)) dirty.add(id);
    else everything = true;
    if (several) listener.formatsMayHaveChanged();
    loop.mark();
    return Promise.resolve();
  };
  const discover = (): Promise<void> => {
    everything = true;
    listener.formatsMayHaveChanged();
    loop.mark();
    return Promise.resolve();
  };
  const moved = (): Promise<void> => {
    loop.mark();
    return Promise.resolve();
  };

  let registrations: readonly Registration[] = [];
  const register = async (): Promise<void> => {
    const context = new Excel.RequestContext();
    const { worksheets } = context.workbook;
    const asked = [
      worksheets.onChanged.add((event) => changed(event.worksheetId, /[:,]/.test(event.address))),
      worksheets.onCalculated.add((event) => changed(event.worksheetId, false)),
      worksheets.onActivated.add(discover),
      worksheets.onAdded.add(discover),
      worksheets.onDeleted.add(discover),
      worksheets.onSelectionChanged.add(moved),
      context.workbook.onActivated.add(discover),
    ];
    try {
      await answered(context.sync());
      registrations = asked;
    } catch {
      // Without events the poll and the button still work, and the poll asks again: a cell was being edited, perhaps.
    }
  };

  const poll = async (): Promise<void> => {
    if (stopped) return;
    if (registrations.length === 0) await register();
    // Counted from the last look, whatever asked for it: nothing that was missed stays unseen for longer.
    const rest = lookedAt + pollEvery - clock.now();
    if (rest <= 0 && isVisible()) {
      everything = true;
      loop.mark();
    }
    clock.setTimeout(() => void poll(), rest > 0 ? rest : pollEvery);
  };

  void (async () => {
    await loop.flush();
    await register();
    clock.setTimeout(() => void poll(), pollEvery);
  })();

  return {
    refresh() {
      everything = true;
      return loop.flush();
    },
    stop() {
      stopped = true;
      loop.stop();
      const [first] = registrations;
      if (first === undefined) return;
      for (const registration of registrations) registration.remove();
      void first.context.sync().catch(() => undefined);
    },
  };
}
