import type { HandoverFile } from './host';

/** The browser needs the address of the file for as long as it takes to start the download, in milliseconds. */
const keepFor = 60_000;

/** Hands a file to the browser, which saves it where it saves files. */
export function download({ name, type, bytes }: Pick<HandoverFile, 'name' | 'type' | 'bytes'>): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), keepFor);
}
