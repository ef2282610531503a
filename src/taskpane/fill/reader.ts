import { failed } from '../../read/failure';
import { longestReading } from '../../read/limits';
import { findEdition } from '../../report/figures';
import type { ReadResult } from '../../read/reading';
import { readInPage, startWorker } from './readerStart';
import { opened, type IncomingSource, type OpenedSource } from './incoming';

export interface ReadJob {
  readonly result: Promise<ReadResult>;
  /** Ends the reading; `result` is then never settled. */
  cancel(): void;
}

/** An edition that came from a worker is a copy; the rooms know an edition by its identity. */
const revived = (result: ReadResult): ReadResult =>
  result.ok
    ? {
        ok: true,
        readings: result.readings.map((one) => ({ ...one, edition: findEdition(one.edition.id) ?? one.edition })),
      }
    : result;

/** Reads in a worker; in the page itself where the host lets no worker start. `ends`: called with what ends it. */
function readBeside(source: OpenedSource, ends: (end: () => void) => void): Promise<ReadResult> {
  const worker = startWorker();
  if (worker === null) return readInPage(source);
  return new Promise<ReadResult>((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      worker.terminate();
    };
    ends(end);
    const timer = setTimeout(() => {
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
}

export function startReading(source: IncomingSource): ReadJob {
  let end = (): void => undefined;
  let cancelled = false;
  const read = async (): Promise<ReadResult> => {
    const bytes = await opened(source);
    if ('ok' in bytes) return bytes;
    // What was cancelled meanwhile is not begun.
    if (cancelled) return new Promise(() => undefined);
    return readBeside(bytes, (ends) => (end = ends));
  };
  return {
    result: read(),
    cancel: () => {
      cancelled = true;
      end();
    },
  };
}
