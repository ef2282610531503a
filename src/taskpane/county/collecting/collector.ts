/** The files of a collection as they are read, outside of what is drawn: a new state no more often than the pane can bear. */
import { causeIn, holdingOf, type Holding, type ReadFailure } from '../../../read/failure';
import { failureMessage } from '../../../read/words/words';
import type { Language } from '../../../report/language';
import { nameKey } from '../../../rollup/names';
import type { Checked, CheckedFile } from '../../../rollup/collection/checked';
import { readAll, type Incoming, type PoolRun } from './pool';

export interface FromFile {
  readonly taken: readonly Checked[];
  readonly failure: string | null;
  /** What a file without a report plainly holds. */
  readonly holds: Holding | null;
  /** Where the program failed on it. */
  readonly cause: string | null;
}

export interface Progress {
  readonly done: number;
  readonly all: number;
  readonly file: string;
  /** Seconds that the rest will take at the pace so far; `null` before the first file. */
  readonly left: number | null;
  readonly paused: boolean;
}

/** What the last choice brought; `files`: 0 where it was no files but the sheets of the workbook. */
export interface Brought {
  readonly files: number;
  readonly reports: number;
}

export interface Collected {
  readonly files: ReadonlyMap<string, FromFile>;
  readonly progress: Progress | null;
  /** Of a reading that came to its end. */
  readonly brought: Brought | null;
  /** Files that were not read when the last reading was cancelled. */
  readonly notRead: number;
  /** Files of no kind that can be read, in all choices so far. */
  readonly others: readonly string[];
}

/** Shown no more often than this, in milliseconds. */
const often = 250;

const numbered = (file: string, number: number): string => (number === 1 ? file : `${file}（${number}）`);

/** Two files of one name in one choice, attachments of two letters, are two. */
function eachNamed(chosen: readonly Incoming[]): Incoming[] {
  const used = new Set<string>();
  return chosen.map((one) => {
    let number = 1;
    while (used.has(numbered(one.source, number))) number += 1;
    const source = numbered(one.source, number);
    used.add(source);
    return { ...one, source };
  });
}

/** Whether two files that have one name are of different units, as far as both say whose they are. */
function areOfOtherUnits(there: readonly Checked[], now: readonly Checked[]): boolean {
  const units = (all: readonly Checked[]) =>
    all.flatMap(({ received: { unit } }) => (unit === null ? [] : [nameKey(unit)]));
  const [own, others] = [units(there), new Set(units(now))];
  return own.length > 0 && others.size > 0 && !own.some((unit) => others.has(unit));
}

/** The same under the name that its file goes by here. */
const renamed = (one: Checked, from: string, to: string): Checked =>
  from === to ? one : { ...one, received: { ...one.received, source: to + one.received.source.slice(from.length) } };

const read = { failure: null, holds: null, cause: null } as const;

const withoutReport = (failure: ReadFailure, language: Language): FromFile => ({
  taken: [],
  failure: failureMessage(failure, language, 'collected'),
  holds: holdingOf(failure),
  cause: causeIn(failure),
});

export class Collector {
  private readonly files = new Map<string, FromFile>();
  private readonly listeners = new Set<() => void>();
  private run: PoolRun | null = null;
  /** What the reading under way has still to read. */
  private unread: ReadonlyMap<string, Incoming> = new Map();
  private state: Collected = { files: new Map(), progress: null, brought: null, notRead: 0, others: [] };

  constructor(private readonly language: Language) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): Collected => this.state;

  private show(change: Partial<Collected>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  /**
   * Files of a name that is there already replace it, unless they are another unit's: many call theirs 年报.docx. What is still to
   * be read from the last choice is read too.
   */
  add(chosen: readonly Incoming[]): void {
    this.run?.cancel();
    const unread = new Map([...this.unread.values(), ...eachNamed(chosen)].map((one) => [one.source, one]));
    const incoming = [...unread.values()];
    this.unread = unread;
    const startedAt = Date.now();
    const all = incoming.length;
    let done = 0;
    let reports = 0;
    let shownAt = startedAt;
    this.show({ notRead: 0, brought: null, progress: { done, all, file: '', left: null, paused: false } });
    const take = (file: string, answer: CheckedFile): void => {
      done += 1;
      unread.delete(file);
      if (answer.ok) {
        this.keep(file, answer.checked);
        reports += answer.checked.length;
      } else this.files.set(file, withoutReport(answer.failure, this.language));
      const now = Date.now();
      if (now - shownAt < often) return;
      shownAt = now;
      const left = Math.ceil((((now - startedAt) / done) * (all - done)) / 1000);
      const paused = this.state.progress?.paused ?? false;
      this.show({ files: new Map(this.files), progress: { done, all, file, left, paused } });
    };
    this.run = readAll(incoming, take, () => this.finish(0, { files: all, reports }));
  }

  /** Notes files that were chosen and cannot be read. */
  skip(others: readonly string[]): void {
    this.show({ others: [...new Set([...this.state.others, ...others])] });
  }

  /** Puts what was read where nothing stands yet, or what it replaces. */
  private keep(file: string, checked: readonly Checked[]): void {
    for (let number = 1; ; number += 1) {
      const name = numbered(file, number);
      const there = this.files.get(name);
      if (there !== undefined && areOfOtherUnits(there.taken, checked)) continue;
      this.files.set(name, { taken: checked.map((one) => renamed(one, file, name)), ...read });
      return;
    }
  }

  /**
   * Reports that came from elsewhere than a file, in place of what came from there before. One that stands in the place of a
   * file already, mended on its sheet, is not put beside itself.
   */
  put(name: string, taken: readonly Checked[]): void {
    this.files.delete(name);
    const there = new Set(
      [...this.files.values()].flatMap((file) => file.taken.map(({ received }) => received.source)),
    );
    const isThere = ({ received }: Checked): boolean => there.has(received.source);
    for (const one of taken.filter(isThere)) this.exchange(one.received.source, one);
    this.files.set(name, { taken: taken.filter((one) => !isThere(one)), ...read });
    this.show({ files: new Map(this.files), brought: taken.length === 0 ? null : { files: 0, reports: taken.length } });
  }

  /** Another report in the place of one that was read, and nowhere else. */
  replace(source: string, by: Checked): void {
    this.exchange(source, by);
    this.show({ files: new Map(this.files) });
  }

  private exchange(source: string, by: Checked): void {
    for (const [file, { taken, ...rest }] of this.files) {
      const now = taken.flatMap((one) => {
        if (one.received.source === source) return [by];
        return one.received.source === by.received.source ? [] : [one];
      });
      this.files.set(file, { taken: now, ...rest });
    }
  }

  private finish(notRead: number, brought: Brought | null): void {
    this.run = null;
    this.unread = new Map();
    this.show({ files: new Map(this.files), progress: null, notRead, brought });
  }

  private setPaused(paused: boolean): void {
    const { progress } = this.state;
    if (progress !== null) this.show({ progress: { ...progress, paused } });
  }

  pause(): void {
    this.run?.pause();
    this.setPaused(true);
  }

  goOn(): void {
    this.run?.goOn();
    this.setPaused(false);
  }

  cancel(): void {
    if (this.run !== null) this.finish(this.run.cancel(), null);
  }
}
