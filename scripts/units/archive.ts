import { zipSync } from 'fflate';
import { encoded, type Encoding } from '../../test/read/formats/kindFiles';

/** Marks in a name of one byte each, for what the library writes to be replaced by the bytes of another encoding. */
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/**
 * Files as one ZIP archive whose names are written in an encoding and marked as nothing, as programs on Chinese Windows do.
 */
export function zipOf(
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
  encoding: Encoding,
): Uint8Array {
  // The library writes names of characters below 256 as UTF-8 with its mark; both are put right below.
  const names = files.map(({ name }, index) => ({
    bytes: encoded(name, encoding),
    place: `${index}`.padStart(6, '0'),
  }));
  const entries = files.map(({ bytes }, index) => {
    const name = names[index] as (typeof names)[number];
    // As many ASCII letters as the name has bytes, so that nothing moves when it is put in their place.
    const stand = `${name.place}${'x'.repeat(Math.max(0, name.bytes.length - name.place.length))}`;
    if (stand.length !== name.bytes.length) throw new Error(`the name of ${latin(name.bytes)} is too short`);
    return [stand, [bytes, { level: 6 }]] as const;
  });
  const archive = zipSync(Object.fromEntries(entries) as Parameters<typeof zipSync>[0]);
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - 22;
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < files.length; index += 1) {
    const length = view.getUint16(at + 28, true);
    const place = Number(String.fromCharCode(...archive.subarray(at + 46, at + 52)));
    const own = names[place] as (typeof names)[number];
    archive.set(own.bytes, at + 46);
    archive.set(own.bytes, view.getUint32(at + 42, true) + 30);
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
