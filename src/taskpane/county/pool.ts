/** Reads very many files beside the pane: a few workers that live as long as there is something to read. */
import type { ReadResult } from '../../read/reading';
import { revived } from '../fill/reader';
import { readInPage, startWorker } from '../fill/readerStart';
import { failed } from '../../read/failure';

/** More workers than this only wait for each other on an office computer. */
const most = 4;

interface Hand {
  readonly worker: Worker | null;
  readonly end: () => void;
  readonly read: (file: File) => Promise<ReadResult>;
}

const inPage = (file: File): Promise<ReadResult> => readInPage({ kind: 'file', file });

/** A worker that reads one file after another; in the page itself where the host lets none start. */
function startHand(): Hand {
  const worker = startWorker();
  if (worker === null) return { worker, end: () => undefined, read: inPage };
  let settle: ((result: ReadResult | null) => void) | null = null;
  let answered = false;
  let lost = false;
  worker.addEventListener('message', (event: MessageEvent<ReadResult>) => {
    answered = true;
    settle?.(revived(event.data));
  });
  const lose = (event: Event): void => {
    event.preventDefault();
    // One that never answered was not let start, which some hosts tell only afterwards.
    lost = !answered;
    settle?.(answered ? failed('internal', { cause: event.type }) : null);
  };
  worker.addEventListener('error', lose);
  worker.addEventListener('messageerror', lose);
  const beside = (file: File): Promise<ReadResult | null> =>
    new Promise((resolve) => {
      settle = resolve;
      worker.postMessage({ kind: 'file', file });
    });
  return {
    worker,
    end: () => worker.terminate(),
    read: async (file) => (lost ? null : await beside(file)) ?? inPage(file),
  };
}

export interface Incoming {
  /** Path, through folders and archives. */
  readonly source: string;
  /** Of a file inside an archive it is unpacked now, which may fail. */
  readonly file: () => File;
}

export interface Run {
  pause(): void;
  goOn(): void;
  /** Ends it; what is being read is dropped. Returns how many were not read. */
  cancel(): number;
}

/** Reads all, some at once, and hands over each as it comes. `done` is called once, unless it was cancelled. */
export function readAll(
  incoming: readonly Incoming[],
  take: (source: string, result: ReadResult) => void,
  done: () => void,
): Run {
  const waiting = [...incoming];
  const hands = new Set<Hand>();
  let left = incoming.length;
  let paused = false;
  let ended = false;

  const fileOf = (one: Incoming): File | null => {
    try {
      return one.file();
    } catch {
      return null;
    }
  };
  const endAll = (): void => {
    ended = true;
    for (const hand of hands) hand.end();
  };
  const work = async (hand: Hand): Promise<void> => {
    for (;;) {
      const next = ended || paused ? undefined : waiting.shift();
      if (next === undefined) break;
      const file = fileOf(next);
      const result = file === null ? failed('archiveUnsafe', { danger: 'size', reason: '' }) : await hand.read(file);
      if (ended) return;
      take(next.source, result);
      left -= 1;
      if (left === 0) {
        endAll();
        done();
      }
    }
    hand.end();
    hands.delete(hand);
  };
  const begin = (): void => {
    const size = Math.min(most, Math.max(1, navigator.hardwareConcurrency), waiting.length);
    while (hands.size < size) {
      const hand = startHand();
      hands.add(hand);
      void work(hand);
    }
  };
  if (left === 0) done();
  else begin();
  return {
    pause: () => {
      paused = true;
    },
    goOn: () => {
      paused = false;
      begin();
    },
    cancel: () => {
      endAll();
      return left;
    },
  };
}
