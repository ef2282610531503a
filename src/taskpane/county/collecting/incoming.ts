/** What a person chose or dropped, as single files: folders in folders and archives are opened. */
import { isDelivery, leftBehind, openDelivery, reportEndings } from '../../../read/delivery';
import type { Incoming } from './pool';

const readable = (source: string): boolean =>
  reportEndings.includes(source.slice(source.lastIndexOf('.')).toLowerCase());
const archive = /\.zip$/iu;

/** What was chosen, as files to read; and the paths of those that are of no kind that can be read. */
export interface Chosen {
  readonly incoming: readonly Incoming[];
  readonly others: readonly string[];
}

class Choice implements Chosen {
  readonly incoming: Incoming[] = [];
  readonly others: string[] = [];

  /** `open`: also what is no report by its name. */
  add(source: string, file: () => File, open = false): void {
    if (leftBehind.test(source)) return;
    if (open || readable(source)) this.incoming.push({ source, file });
    else this.others.push(source);
  }

  async addArchive(source: string, file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (!isDelivery(file.name, bytes)) return this.add(source, () => file, true);
    const found = new Choice();
    try {
      for (const { name, read } of openDelivery(bytes)) {
        const base = name.slice(name.lastIndexOf('/') + 1);
        const unpacked = (): File => new File([read() as Uint8Array<ArrayBuffer>], base);
        found.add(`${source}/${name}`, unpacked, archive.test(name));
      }
    } catch {
      // Whatever is wrong with it, the reader says so.
      return this.add(source, () => file, true);
    }
    this.incoming.push(...found.incoming);
    this.others.push(...found.others);
  }
}

/** Files by the path in the folder that was chosen. */
export async function incomingOf(
  files: readonly File[],
  paths: ReadonlyMap<File, string> = new Map(),
): Promise<Chosen> {
  const all = new Choice();
  for (const file of files) {
    const source = paths.get(file) ?? (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);
    if (archive.test(file.name)) await all.addArchive(source, file);
    else all.add(source, () => file);
  }
  return all;
}

const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** Entries of a folder come in portions; an empty one is the last. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (portion.length === 0) return all;
    all.push(...portion);
  }
}

/** What was dropped, folders with all that is in them. Has to be called while the drop is handled. */
export async function droppedFiles(data: DataTransfer): Promise<Chosen> {
  const paths = new Map<File, string>();
  const entries: FileSystemEntry[] = [];
  for (const item of data.items) {
    const entry = item.webkitGetAsEntry();
    // What another program drags, an attachment of a letter, is no entry of a folder.
    const file = entry === null ? item.getAsFile() : null;
    if (entry !== null) entries.push(entry);
    else if (file !== null) paths.set(file, file.name);
  }
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (entry.isFile) paths.set(await fileOf(entry as FileSystemFileEntry), entry.fullPath.replace(/^\//u, ''));
    else for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(inner);
  };
  for (const entry of entries) await walk(entry);
  return incomingOf([...paths.keys()], paths);
}
