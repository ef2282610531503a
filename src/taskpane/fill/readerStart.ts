/** Where a reading runs: in a worker, and in the page itself where the host lets no worker start. */
import { readOpened } from './source';

export const readInPage = readOpened;

export function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./readWorker.ts', import.meta.url));
  } catch {
    return null;
  }
}
