/**
 * Getting a file out of the pane. No host tells whether a file was saved, so this says only how it was handed over.
 * On the Mac, downloads from the pane do nothing: there the pane offers the next way at once.
 */
import type { Handover } from '../host/host';

export interface HandoverFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** The browser needs the address of the file for as long as it takes to start the download. */
const keepFor = 60_000;

export function handOver(file: HandoverFile): Handover {
  if (Office.context.platform === Office.PlatformType.Mac || Office.context.platform === Office.PlatformType.iOS)
    return 'none';
  const url = URL.createObjectURL(new Blob([new Uint8Array(file.bytes)], { type: file.type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keepFor);
  return 'download';
}
