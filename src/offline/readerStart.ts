/**
 * Where a reading runs on the offline page, in place of taskpane/fill/readerStart: the readers lie packed in the page, as
 * one script, and are unpacked when they are first needed. The page’s policy knows the script by its hash.
 */
import type { ReadResult } from '../read/reading';
import type { OpenedSource } from '../taskpane/fill/incoming';
import { unpacked } from './packed';

declare global {
  interface Window {
    goujiRead?: (source: OpenedSource) => Promise<ReadResult>;
  }
}

let script: string | null = null;

const readerScript = (): string => (script ??= unpacked('reader'));

export function startWorker(): Worker | null {
  const url = URL.createObjectURL(new Blob([readerScript()], { type: 'text/javascript' }));
  try {
    return new Worker(url);
  } catch {
    return null;
  } finally {
    // A worker has its script once it was made; a minute is for browsers that fetch it later.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

export async function readInPage(source: OpenedSource): Promise<ReadResult> {
  if (window.goujiRead === undefined) {
    const element = document.createElement('script');
    element.textContent = readerScript();
    document.head.append(element);
    element.remove();
  }
  if (window.goujiRead === undefined) throw new Error('the readers could not be started');
  return window.goujiRead(source);
}
