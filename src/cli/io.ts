/** What the commands need of the machine, so that they can be tried without one. */
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';

export interface Io {
  /** @throws an error with a `code` of the file system */
  readonly read: (file: string) => Promise<Uint8Array>;
  /** Puts a whole file in place or none. @throws an error with a `code` of the file system */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** The files under a folder, deep, in the order of their names; `null` where it is not a folder. */
  readonly list: (folder: string) => Promise<string[] | null>;
  readonly same: (one: string, other: string) => boolean;
  readonly now: () => Date;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
}

export const nodeIo: Io = {
  read: (file) => readFile(file),
  write: async (file, bytes) => {
    const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
    try {
      await writeFile(draft, bytes, { flag: 'wx' });
      await rename(draft, file);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
  },
  list: async (folder) => {
    if (!(await stat(folder)).isDirectory()) return null;
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .sort();
  },
  same: (one, other) => path.resolve(one) === path.resolve(other),
  now: () => new Date(),
  out: (text) => process.stdout.write(text),
  error: (text) => process.stderr.write(text),
};

/** The file system's own code of an error: ENOENT, EISDIR, EACCES; '' for any other error. */
export const errorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The last part of a path. */
export const fileName = (file: string): string => path.basename(file);

/** Whether a file's name ends in one of these, whatever its case. Files that programs keep for themselves never do. */
export const hasEnding = (file: string, endings: readonly string[]): boolean =>
  endings.includes(path.extname(file).toLowerCase()) && !/^(\.|~\$)/.test(path.basename(file));
