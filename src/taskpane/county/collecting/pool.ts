/** Reads very many files beside the pane: a few workers that live as long as there is something to read. */
import type { CheckedFile } from '../../../rollup/collection/checked';
import { checkedFile } from '../../../rollup/collection/checked';
import { findEdition } from '../../../report/figures';
import { readInPage, startWorker } from '../../fill/readerStart';
import { failed } from '../../../read/failure';

/** More workers than this only wait for each other on an office computer. */
const most = 4;

interface Hand {
  readonly worker: Worker | null;
  readonly end: () => void;
  readonly read: (file: File, source: string) => Promise<CheckedFile>;
}

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

const inPage = async (file: File, source: string): Promise<CheckedFile> =>
  checkedFile(source, await readInPage({ kind: 'file', file }), new Date());

/** A worker that reads one file after another; in the page itself where the host lets none start. */
function startHand(): Hand {
  const worker = startWorker();
  if (worker === null) return { worker, end: () => undefined, read: inPage };
  let settle: ((answer: CheckedFile | null) => void) | null = null;
  let answered = false;
  let lost = false;
  worker.addEventListener('message', (event: MessageEvent<CheckedFile>) => {
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
  const beside = (file: File, source: string): Promise<CheckedFile | null> =>
    new Promise((resolve) => {
      settle = resolve;
      worker.postMessage({ kind: 'collect', file, source });
    });
  return {
    worker,
    end: () => worker.terminate(),
    read: async (file, source) => (lost ? null : await beside(file, source)) ?? inPage(file, source),
  };
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

/** Reads all, some at once, and hands over each as it comes. `done` is called once, unless it was cancelled. */
export function readAll(
  incoming: readonly Incoming[],
  take: (source: string, answer: CheckedFile) => void,
  done: () => void,
): PoolRun {
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
      const answer =
        file === null ? failed('archiveUnsafe', { danger: 'size', reason: '' }) : await hand.read(file, next.source);
      if (ended) return;
      take(next.source, answer);
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
