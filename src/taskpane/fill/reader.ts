import { failed } from '../../read/failure';
import { longestReading } from '../../read/limits';
import { findEdition } from '../../report/figures';
import type { ReadResult } from '../../read/reading';
import { readInPage, startWorker } from './readerStart';
import type { IncomingSource } from './source';

export interface ReadJob {
  readonly result: Promise<ReadResult>;
  /** Ends the reading; `result` is then never settled. */
  cancel(): void;
}

/** An edition that came from a worker is a copy; the rooms know an edition by its identity. */
export const revived = (result: ReadResult): ReadResult =>
  result.ok
    ? {
        ok: true,
        readings: result.readings.map((one) => ({ ...one, edition: findEdition(one.edition.id) ?? one.edition })),
      }
    : result;

/** Reads a source in a worker; in the page itself where the host lets no worker start. */
export function startReading(source: IncomingSource): ReadJob {
  const worker = startWorker();
  if (worker === null) return { result: readInPage(source), cancel: () => undefined };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (): void => {
    clearTimeout(timer);
    worker.terminate();
  };
  const result = new Promise<ReadResult>((resolve, reject) => {
    timer = setTimeout(() => {
      end();
      resolve(failed('archiveUnsafe', { danger: 'effort', reason: 'it takes too long' }));
    }, longestReading);
    worker.addEventListener('message', (event: MessageEvent<ReadResult>) => {
      end();
      resolve(revived(event.data));
    });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end();
      readInPage(source).then(resolve, reject);
    });
    worker.addEventListener('messageerror', () => reject(new Error('the worker sent what cannot be read')));
    worker.postMessage(source);
  });
  return { result, cancel: end };
}
