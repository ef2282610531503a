/** Reading files, no further than they may be long: a device gives for ever, and a file may claim what no memory holds. */
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';

const portion = 1024 * 1024;

/**
 * The bytes of a plain file of some size: read at once, which takes a tenth of what waiting for each step takes. `null` where
 * it is another kind of file, too long for that, or changes meanwhile.
 */
function readAtOnce(file: string, most: number): Uint8Array | null {
  const found = statSync(file);
  if (!found.isFile() || found.size === 0 || found.size > Math.min(portion, most)) return null;
  const descriptor = openSync(file, 'r');
  try {
    const bytes = new Uint8Array(found.size + 1);
    let length = 0;
    for (;;) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      length += read;
      if (length === bytes.length) return null;
      if (read === 0) return bytes.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** The bytes of a file, or its first `most` and one more where it has more. @throws an error with a `code` of the file system */
export async function readUpTo(file: string, most: number): Promise<Uint8Array> {
  const whole = readAtOnce(file, most);
  if (whole !== null) return whole;
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    // What is no plain file says that it is empty.
    let bytes = new Uint8Array(Math.min(size > 0 ? size + 1 : portion, most + 1));
    let length = 0;
    for (;;) {
      const { bytesRead } = await handle.read(bytes, length, Math.min(portion, bytes.length - length));
      length += bytesRead;
      if (bytesRead === 0 || length > most) return bytes.subarray(0, length);
      if (length < bytes.length) continue;
      const larger = new Uint8Array(Math.min(bytes.length * 2, most + 1));
      larger.set(bytes);
      bytes = larger;
    }
  } finally {
    await handle.close();
  }
}
