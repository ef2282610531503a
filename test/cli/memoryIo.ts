/** A machine in memory: files by name, and what was printed. */
import { inlinePool } from '../../src/cli/reading/inlinePool';
import type { Io, Output } from '../../src/cli/io';

export interface MemoryIo extends Io {
  readonly files: Map<string, Uint8Array>;
  readonly printed: { out: string; error: string };
}

class FileError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

async function whole(bytes: Output['bytes']): Promise<Uint8Array> {
  if (bytes instanceof Uint8Array) return bytes;
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The clock of the machine stands: in the days when reports of 2025 are written. */
const duringWriting = new Date(2026, 0, 20, 9);

export function memoryIo(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  now: Date = duringWriting,
): MemoryIo {
  const stored = new Map(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  const printed = { out: '', error: '' };
  const read: Io['read'] = async (file) => {
    const bytes = stored.get(file);
    if (bytes === undefined) throw new FileError('ENOENT');
    return bytes;
  };
  return {
    files: stored,
    printed,
    read,
    pool: (setting) => inlinePool(setting, read),
    progress: null,
    place: async (file) => (stored.has(file) ? 'file' : 'free'),
    write: async (outputs) => {
      if (outputs.some(({ file }) => file.startsWith('missing/'))) throw new FileError('ENOENT');
      for (const { file, bytes } of outputs) stored.set(file, await whole(bytes));
    },
    list: async (folder) => {
      const inside = [...stored.keys()].filter((name) => name.startsWith(`${folder}/`)).sort();
      return inside.length > 0 ? { files: inside, unread: [] } : null;
    },
    same: async (one, other) => one === other,
    now: () => now,
    out: (text) => {
      printed.out += text;
    },
    error: (text) => {
      printed.error += text;
    },
  };
}
