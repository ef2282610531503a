/** What a person chose or dropped, as single files: folders in folders and archives are opened. */
import { isDelivery, openDelivery } from '../../../read/delivery';
import type { Incoming } from './pool';

const readable = /\.(?:json|txt|html?|docx?|wps|xlsx?|et|pdf)$/iu;
const leftBehind = /(?:^|\/)(?:\.|~\$)/u;

const isReadable = (path: string): boolean => readable.test(path) && !leftBehind.test(path);

async function archived(source: string, file: File): Promise<Incoming[]> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (!isDelivery(file.name, bytes)) return [{ source, file: () => file }];
  const found: Incoming[] = [];
  try {
    for (const { name, read } of openDelivery(bytes)) {
      if (!isReadable(name) && !/\.zip$/iu.test(name)) continue;
      const base = name.slice(name.lastIndexOf('/') + 1);
      found.push({ source: `${source}/${name}`, file: () => new File([read() as Uint8Array<ArrayBuffer>], base) });
    }
  } catch {
    // Whatever is wrong with it, the reader says so.
    return [{ source, file: () => file }];
  }
  return found;
}

/** Files by the path in the folder that was chosen. */
export async function incomingOf(
  files: readonly File[],
  paths: ReadonlyMap<File, string> = new Map(),
): Promise<Incoming[]> {
  const all: Incoming[] = [];
  for (const file of files) {
    const source = paths.get(file) ?? (file.webkitRelativePath === '' ? file.name : file.webkitRelativePath);
    if (/\.zip$/iu.test(file.name)) all.push(...(await archived(source, file)));
    else if (isReadable(source)) all.push({ source, file: () => file });
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
export async function droppedFiles(data: DataTransfer): Promise<Incoming[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const paths = new Map<File, string>();
  const walk = async (entry: FileSystemEntry): Promise<void> => {
    if (entry.isFile) paths.set(await fileOf(entry as FileSystemFileEntry), entry.fullPath.replace(/^\//u, ''));
    else for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(inner);
  };
  for (const entry of entries) await walk(entry);
  return incomingOf([...paths.keys()], paths);
}
