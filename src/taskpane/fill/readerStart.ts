/** Where a reading runs: in a worker, and in the page itself where the host lets no worker start. */
import { readIncoming } from './source';

export const readInPage = readIncoming;

export function startWorker(): Worker | null {
  try {
    return new Worker(new URL('./readWorker.ts', import.meta.url));
  } catch {
    return null;
  }
}
