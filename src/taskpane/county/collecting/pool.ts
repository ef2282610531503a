/** Reads very many files beside the pane: a few workers that live as long as there is something to read. */
import type { CheckedFile } from '../../../rollup/collection/checked';
import { checkedFile } from '../../../rollup/collection/checked';
import { findEdition } from '../../../report/figures';
import { readInPage, startWorker } from '../../fill/readerStart';
import { deliveryFailure } from '../../../read/delivery';
import { causeOf, failed, type Failed } from '../../../read/failure';
import { longestReading } from '../../../read/limits';
import { bytesOf } from '../../fill/incoming';

/** More workers than this only wait for each other on an office computer. */
const most = 4;

/** An edition that came from a worker is a copy; the rooms know an edition by its identity. */
const revived = (answer: CheckedFile): CheckedFile =>
  answer.ok
    ? {
        ok: true,
        checked: answer.checked.map(({ reading, ...more }) => ({
          ...more,
          reading: { ...reading, edition: findEdition(reading.edition.id) ?? reading.edition },
        })),
      }
    : answer;

type Bytes = Uint8Array<ArrayBuffer>;

const inPage = async (name: string, bytes: Bytes, source: string): Promise<CheckedFile> =>
  checkedFile(source, await readInPage({ kind: 'file', name, bytes }), new Date());

const tooLong = failed('archiveUnsafe', { danger: 'effort', reason: 'it takes too long' });

/** Where a worker failed. Not the message, which may cite the file. */
const placeOf = (event: Event): string =>
  event instanceof ErrorEvent ? `${event.type} at ${event.filename}:${event.lineno}:${event.colno}` : event.type;

/** A worker that reads one file after another; in the page itself where the host lets none start. */
class Hand {
  private worker: Worker | null = startWorker();
  private here = this.worker === null;
  private answered = false;

  end(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  /** Never throws: one file on which the program fails is no reason to leave the others. */
  async read(file: File, source: string): Promise<CheckedFile> {
    const bytes = await bytesOf(file);
    if ('ok' in bytes) return bytes;
    try {
      if (this.here) return await inPage(file.name, bytes, source);
      this.worker ??= startWorker();
      const answer = this.worker === null ? null : await this.beside(this.worker, file.name, bytes, source);
      return answer ?? (await inPage(file.name, bytes, source));
    } catch (error) {
      return failed('internal', { cause: causeOf(error) });
    }
  }

  /** `null`: the worker was not let start, which some hosts tell only afterwards. */
  private beside(worker: Worker, name: string, bytes: Bytes, source: string): Promise<CheckedFile | null> {
    return new Promise((resolve) => {
      const done = (answer: CheckedFile | null): void => {
        clearTimeout(timer);
        worker.onmessage = worker.onerror = worker.onmessageerror = null;
        resolve(answer);
      };
      // A worker that does not come back is ended, and the next file gets another one.
      const timer = setTimeout(() => {
        this.end();
        done(tooLong);
      }, longestReading);
      const lose = (event: Event): void => {
        event.preventDefault();
        this.end();
        if (!this.answered) this.here = true;
        done(this.answered ? failed('internal', { cause: placeOf(event) }) : null);
      };
      worker.onmessage = (event: MessageEvent<CheckedFile>): void => {
        this.answered = true;
        done(revived(event.data));
      };
      worker.onerror = lose;
      worker.onmessageerror = lose;
      worker.postMessage({ kind: 'collect', name, bytes, source });
    });
  }
}

export interface Incoming {
  /** Path, through folders and archives. */
  readonly source: string;
  /** Of a file inside an archive it is unpacked now, which may fail. */
  readonly file: () => File;
}

export interface PoolRun {
  pause(): void;
  goOn(): void;
  /** Ends it; what is being read is dropped. Returns how many were not read. */
  cancel(): number;
}

/** Or why what an archive promised is not to be had: a password, damage, a size that is none of a report. */
function fileOf(one: Incoming): File | Failed {
  try {
    return one.file();
  } catch (error) {
    return deliveryFailure(error);
  }
}

class Pool implements PoolRun {
  private readonly waiting: Incoming[];
  private readonly hands = new Set<Hand>();
  private left: number;
  private paused = false;
  private ended = false;

  constructor(
    incoming: readonly Incoming[],
    private readonly take: (source: string, answer: CheckedFile) => void,
    private readonly done: () => void,
  ) {
    this.waiting = [...incoming];
    this.left = incoming.length;
    if (this.left === 0) done();
    else this.begin();
  }

  pause(): void {
    this.paused = true;
  }

  goOn(): void {
    this.paused = false;
    this.begin();
  }

  cancel(): number {
    this.end();
    return this.left;
  }

  private end(): void {
    this.ended = true;
    for (const hand of this.hands) hand.end();
  }

  private begin(): void {
    const size = Math.min(most, Math.max(1, navigator.hardwareConcurrency), this.waiting.length);
    while (this.hands.size < size) {
      const hand = new Hand();
      this.hands.add(hand);
      void this.work(hand);
    }
  }

  private async work(hand: Hand): Promise<void> {
    for (;;) {
      const next = this.ended || this.paused ? undefined : this.waiting.shift();
      if (next === undefined) break;
      const file = fileOf(next);
      const answer = 'ok' in file ? file : await hand.read(file, next.source);
      if (this.ended) return;
      this.take(next.source, answer);
      this.left -= 1;
      if (this.left === 0) {
        this.end();
        this.done();
      }
    }
    hand.end();
    this.hands.delete(hand);
  }
}

/** Reads all, some at once, and hands over each as it comes. `done` is called once, unless it was cancelled. */
export const readAll = (
  incoming: readonly Incoming[],
  take: (source: string, answer: CheckedFile) => void,
  done: () => void,
): PoolRun => new Pool(incoming, take, done);
