/** What the commands need of the machine, so that they can be tried without one. */
import { rmSync, statSync, type Dirent } from 'node:fs';
import { access, constants, lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from './errorCode';
import { workerPool } from './reading/pool';
import { readUpTo } from './reading/readFile';
import type { Pool, WorkSetting } from './reading/work';

/** What stands where a file is to be written. `other`: a link, a device, a pipe. */
export type PathState = 'free' | 'file' | 'readOnly' | 'folder' | 'other';

export interface Output {
  readonly file: string;
  /** Whole, or piece by piece as it is made. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
}

interface Listing {
  readonly files: readonly string[];
  /** What could not be looked into, with the file system's code, or `LINK` for a link to a folder: it is not followed. */
  readonly unread: readonly { readonly file: string; readonly folder: boolean; readonly code: string }[];
}

export interface Io {
  /** @throws an error with a `code` of the file system */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** @throws an error with a `code` of the file system, as where its folder is not there or takes no files */
  readonly place: (file: string) => Promise<PathState>;
  /** Puts all files in place, whole, or none. @throws an error with a `code` of the file system */
  readonly write: (outputs: readonly Output[]) => Promise<void>;
  /** The files under a folder, deep, in the order of their names; `null` where it is not a folder, or nothing is there. */
  readonly list: (folder: string) => Promise<Listing | null>;
  /** Whether both are one file, by whatever names. */
  readonly same: (one: string, other: string) => Promise<boolean>;
  readonly now: () => Date;
  /** Workers for what can be done of many files at once. */
  readonly pool: (setting: WorkSetting) => Pool;
  /** Shows how far it is, in place of what was shown before; `null` where nobody looks. '' takes it away. */
  readonly progress: ((text: string) => void) | null;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

async function place(file: string): Promise<PathState> {
  let found = null;
  try {
    found = await lstat(file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
  }
  if (found?.isDirectory() === true) return 'folder';
  if (found?.isFile() === false) return 'other';
  if (found !== null && (found.mode & 0o222) === 0) return 'readOnly';
  // Before hours of reading, not after them.
  await access(path.dirname(file), constants.W_OK);
  return found === null ? 'free' : 'file';
}

/** Everything under a folder. One that cannot be read, a broken link or a ring of links takes nothing else with it. */
async function walk(folder: string, files: string[], unread: Listing['unread'][number][]): Promise<void> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    unread.push({ file: folder, folder: true, code: errorCode(error) });
    return;
  }
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) await walk(file, files, unread);
    else if (entry.isFile()) files.push(file);
    else if (entry.isSymbolicLink()) {
      try {
        const target = await stat(file);
        if (target.isFile()) files.push(file);
        else if (target.isDirectory()) unread.push({ file, folder: true, code: 'LINK' });
      } catch (error) {
        unread.push({ file, folder: false, code: errorCode(error) });
      }
    }
  }
}

/** An error of the file system names no folder that is missing where the folder is there and only writing is refused. */
async function writingError(error: unknown, file: string): Promise<unknown> {
  if (errorCode(error) !== 'ENOENT') return error;
  const folder = await stat(path.dirname(file)).catch(() => null);
  return folder === null ? error : Object.assign(new Error('no file can be made here'), { code: 'EACCES' });
}

/** Drafts of files that are being written: whoever ends the program takes them away. */
const drafts = new Set<string>();

/** Leaves nothing half-written behind a program that is stopped. */
export function dropDrafts(): void {
  for (const draft of drafts) rmSync(draft, { force: true });
}

async function writeDraft(draft: string, bytes: Output['bytes']): Promise<void> {
  const handle = await open(draft, 'wx');
  drafts.add(draft);
  try {
    if (bytes instanceof Uint8Array) await handle.writeFile(bytes);
    else for await (const piece of bytes) await handle.writeFile(piece);
  } finally {
    await handle.close();
  }
}

/** What a file is on its disk, whatever its name. Asked for each of very many files, where waiting costs more than looking. */
function identityOf(file: string): { readonly dev: bigint; readonly ino: bigint } | null {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return null;
  }
}

/** Bytes of the largest archive of many files: a province's reports by the thousand. */
const largestDelivery = 1024 * 1024 * 1024;

export const nodeIo: Io = {
  read: (file) => readUpTo(file, largestDelivery),
  place,
  write: async (outputs) => {
    // The name of a draft is short whatever the name of the file is: a name may be as long as the file system allows.
    const planned = outputs.map(({ file, bytes }, index) => ({
      file,
      bytes,
      draft: path.join(path.dirname(file), `.gouji-${process.pid}-${index}.part`),
    }));
    const created: string[] = [];
    let current = '';
    try {
      for (const { file, bytes, draft } of planned) {
        current = file;
        await writeDraft(draft, bytes);
      }
      for (const { file, draft } of planned) {
        current = file;
        const isNew = (await place(file)) === 'free';
        await rename(draft, file);
        drafts.delete(draft);
        if (isNew) created.push(file);
      }
    } catch (error) {
      const made = planned.filter(({ draft }) => drafts.has(draft)).map(({ draft }) => draft);
      for (const left of [...made, ...created]) await rm(left, { force: true });
      for (const draft of made) drafts.delete(draft);
      throw await writingError(error, current);
    }
  },
  list: async (folder) => {
    try {
      if (!(await stat(folder)).isDirectory()) return null;
    } catch {
      // Whatever is wrong with the name is said where it is read as a file.
      return null;
    }
    const files: string[] = [];
    const unread: Listing['unread'][number][] = [];
    await walk(folder, files, unread);
    return { files: files.sort(), unread };
  },
  same: async (one, other) => {
    if (path.resolve(one) === path.resolve(other)) return true;
    const [a, b] = [identityOf(one), identityOf(other)];
    return a !== null && b !== null && a.dev === b.dev && a.ino === b.ino;
  },
  now: () => new Date(),
  pool: workerPool,
  progress: process.stderr.isTTY ? (text) => process.stderr.write(`\r\u001b[2K${text}`) : null,
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

/** The last part of a path. */
export const fileName = (file: string): string => path.basename(file);

/** Whether a file's name ends in one of these, whatever its case. Files that programs keep for themselves never do. */
export const hasEnding = (file: string, endings: readonly string[]): boolean =>
  endings.includes(path.extname(file).toLowerCase()) && !/^(\.|~\$)/.test(path.basename(file));
