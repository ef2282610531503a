/** What the pane has been told of the book, and what keeps it told. */
import type { Book } from '../book/book';
import type { Snapshot } from '../host/host';
import { createSlices } from '../host/slices';
import { snapshotSteps } from '../host/snapshot';
import { inOneGo, type Steps } from '../rules/steps';
import type { Deeds } from './deeds';
import { stateOf } from './sheets';

/** Milliseconds of quiet after which a change is looked at. */
const quiet = 40;

export class Told {
  private lastKey: string | null = null;
  /** What was seen last, and of which state of the book. */
  private last: { readonly of: readonly unknown[]; readonly key: string | null; readonly snapshot: Snapshot } | null =
    null;
  private readonly slices = createSlices();
  private listener: ((snapshot: Snapshot) => void) | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly book: Book,
    private readonly deeds: Deeds,
    private readonly now: () => Date,
  ) {}

  /** The state as it is now. */
  snapshot(): Snapshot {
    const now = this.bookNow();
    const { last } = this;
    return last?.key === this.lastKey && last.of.every((part, at) => part === now[at])
      ? last.snapshot
      : inOneGo(this.looking());
  }

  /** Tells every new state; returns what ends that. */
  watch(listener: (snapshot: Snapshot) => void): () => void {
    this.listener = listener;
    const stop = this.book.subscribe(() => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => void this.tell(), quiet);
    });
    void this.tell();
    return () => {
      clearTimeout(this.timer);
      this.slices.stop();
      stop();
      this.listener = null;
    };
  }

  /** Looks now; resolves when it was told. */
  async tell(): Promise<void> {
    clearTimeout(this.timer);
    if (this.listener !== null) await this.slices.run(this.looking(), this.listener);
  }

  /** The report that counts as the active one, unless the user is at another. */
  prefer(key: string): void {
    this.lastKey = key;
  }

  private bookNow(): readonly unknown[] {
    const { book } = this;
    const { row, column } = book.selection();
    return [book.workbook, book.activeSheet.id, row, column, this.deeds.offer?.id];
  }

  private *looking(): Steps<Snapshot> {
    const { book } = this;
    const of = this.bookNow();
    const taken = yield* snapshotSteps(
      book.sheets.map((sheet) => stateOf(book, sheet)),
      { activeSheet: book.activeSheet.id, selection: book.selection(), lastKey: this.lastKey },
      {
        checkedAt: this.now(),
        trouble: null,
        formats: 'intact',
        manualCalculation: false,
        undo: this.deeds.offer,
      },
    );
    this.lastKey = taken.active?.candidate.key ?? this.lastKey;
    this.last = { of, key: this.lastKey, snapshot: taken };
    return taken;
  }
}
