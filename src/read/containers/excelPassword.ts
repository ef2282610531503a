/** The password that Excel tries by itself, and the bytes that keys are made of. */
import { ArchiveError } from './archive';

export const defaultPassword = 'VelvetSweatshop';

/** Nobody can tell whether the password is the one that Excel tries. */
export const sealed = (reason: string): ArchiveError => new ArchiveError('sealed', reason);

export const utf16 = (text: string): Uint8Array =>
  new Uint8Array([...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]));

export function joinedBytes(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Four bytes, the lowest first. */
export function number32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
