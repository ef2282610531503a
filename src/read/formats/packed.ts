/** What archives of files begin with, other than .zip: nothing here opens them. A dot is any character. */
const beginnings = [
  ['RAR', /^Rar!\x1a\x07/u],
  ['7z', /^7z\xbc\xaf\x27\x1c/u],
  ['GZ', /^\x1f\x8b\x08/u],
  ['CAB', /^MSCF\0{4}/u],
  ['XZ', /^\xfd7zXZ\0/u],
  ['BZ2', /^BZh[1-9]1AY/u],
] as const;

const longest = 8;

/** What kind of archive a file is, by its first bytes, whatever its name says; `null` for any other file. */
export function packedFormat(bytes: Uint8Array): string | null {
  const start = String.fromCharCode(...bytes.subarray(0, longest));
  return beginnings.find(([, beginning]) => beginning.test(start))?.[0] ?? null;
}
