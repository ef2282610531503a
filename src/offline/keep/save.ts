/** Files to this machine: in place where the browser lets a page write to a file that was chosen, else as a download. */
import type { Handover, HandoverFile } from '../../host/host';
import { download } from '../../host/download';

interface Writable {
  write(bytes: BufferSource): Promise<void>;
  close(): Promise<void>;
}

/** A file that a person chose to be written to. */
interface FileHandle {
  readonly name: string;
  createWritable(): Promise<Writable>;
}

interface PickerWindow {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
  }) => Promise<FileHandle>;
}

/** Lets a person choose where; `null` where they chose nothing, `undefined` where the browser has no such thing. */
async function chooseFile(name: string, type: string): Promise<FileHandle | null | undefined> {
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

/** Files that were chosen to be saved to, by what is saved to them. */
export class Places {
  private readonly files = new Map<string, FileHandle>();

  /**
   * Saves to the file that was chosen for the same before, else, or `elsewhere`, to one that is chosen now.
   * @returns its name; `null` where none was chosen, `undefined` where it became a download
   * @throws Error where the file cannot be written
   */
  async save(
    file: Pick<HandoverFile, 'name' | 'type' | 'bytes'>,
    key: string,
    elsewhere: boolean,
  ): Promise<string | null | undefined> {
    const chosen = (elsewhere ? undefined : this.files.get(key)) ?? (await chooseFile(file.name, file.type));
    if (chosen === undefined) download(file);
    if (chosen === undefined || chosen === null) return chosen;
    try {
      await writeTo(chosen, file.bytes);
    } catch (error) {
      // It may be gone, or no longer allowed: the next time another can be chosen.
      this.files.delete(key);
      throw error;
    }
    this.files.set(key, chosen);
    return chosen.name;
  }

  /** What the pane hands over: in place where it is made again and again, else as a download. */
  async handOver(file: HandoverFile): Promise<Handover> {
    const saved = file.again === undefined ? undefined : await this.save(file, file.again.key, file.again.elsewhere);
    if (file.again === undefined) download(file);
    return saved === undefined ? 'download' : saved === null ? 'unchosen' : { savedTo: saved };
  }
}

async function writeTo(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  const writable = await handle.createWritable();
  await writable.write(new Uint8Array(bytes));
  await writable.close();
}
