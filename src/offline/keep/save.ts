/** Files to this machine: in place where the browser lets a page write to a file that was chosen, else as a download. */
import type { HandoverFile } from '../../host/host';

/** The browser needs the address of the file for as long as it takes to start the download, in milliseconds. */
const keepFor = 60_000;

interface Writable {
  write(bytes: BufferSource): Promise<void>;
  close(): Promise<void>;
}

/** A file that a person chose to be written to. */
export interface FileHandle {
  readonly name: string;
  createWritable(): Promise<Writable>;
}

interface PickerWindow {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileHandle>;
}

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

/** Lets a person choose where; `null` where they chose nothing, `undefined` where the browser has no such thing. */
export async function chooseFile(name: string, type: string): Promise<FileHandle | null | undefined> {
  const pick = (window as PickerWindow).showSaveFilePicker;
  if (pick === undefined) return undefined;
  const ending = name.slice(name.lastIndexOf('.'));
  try {
    return await pick.call(window, { suggestedName: name, types: [{ accept: { [type]: [ending] } }] });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    // Forbidden here, as in a frame: then a download.
    return undefined;
  }
}

export async function writeTo(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  const writable = await handle.createWritable();
  await writable.write(new Uint8Array(bytes));
  await writable.close();
}
