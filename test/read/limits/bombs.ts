/** Files made to harm whoever opens them, each as small as it can be. */
import { strToU8, zipSync, type Zippable } from 'fflate';
import { archiveLimits, type Danger } from '../../../src/read/containers/archive';
import type { FailureKind } from '../../../src/read/failure';
import { wordFile, wordPackage } from '../files';
import type { Sample } from '../noise/shapes';

export interface Bomb {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly kind: FailureKind;
  readonly danger?: Danger;
}

const megabyte = 1024 * 1024;
const directorySignature = [0x50, 0x4b, 0x01, 0x02];

/** Offsets of the entries of the central directory. */
export function directory(bytes: Uint8Array): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(0x50); at !== -1 && at < bytes.length - 4; at = bytes.indexOf(0x50, at + 1))
    if (directorySignature.every((byte, index) => bytes[at + index] === byte)) found.push(at);
  return found;
}

/** A copy with little-endian numbers put into it. */
export function patched(
  bytes: Uint8Array,
  changes: readonly (readonly [at: number, value: number, size: 2 | 4])[],
): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (const [at, value, size] of changes) {
    if (size === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
  }
  return copy;
}

/** Where in the central directory the fields of an entry stand. */
const field = { flags: 8, packed: 20, size: 24, offset: 42 } as const;

const document = 'word/document.xml';
const flood = (size: number): Uint8Array => new Uint8Array(size);
const packed = (files: Zippable): Uint8Array => zipSync(files, { level: 1 });
/** A file that a reader takes for a Word file, with this as its document. */
const around = (content: Uint8Array, more: Zippable = {}): Uint8Array => packed({ ...more, [document]: content });

/** Zip files within zip files, five deep, sixteen in each: sixteen million times what it weighs. */
function nested(): Uint8Array {
  let content = packed({ '0.xml': flood(megabyte) });
  for (let depth = 0; depth < 5; depth += 1)
    content = packed(Object.fromEntries(Array.from({ length: 16 }, (_, index) => [`${index}.zip`, content])));
  return content;
}

const forged = (content: Uint8Array, size: number): Uint8Array => {
  const bytes = around(content);
  return patched(
    bytes,
    directory(bytes).map((at) => [at + field.size, size, 4] as const),
  );
};

/** Every entry says that it unpacks to four gigabytes. */
function claiming(): Uint8Array {
  const bytes = around(flood(100), { 'a.xml': flood(100), 'b.xml': flood(100) });
  return patched(
    bytes,
    directory(bytes).map((at) => [at + field.size, 0xfffffffe, 4] as const),
  );
}

/** Every entry gives the bytes of the first: a hundred of them unpack the same flood again and again. */
function overlapping(): Uint8Array {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`${index}.xml`, flood(megabyte)]));
  const bytes = around(flood(megabyte), many);
  return patched(
    bytes,
    directory(bytes).flatMap((at) => [[at + field.offset, 0, 4] as const]),
  );
}

const deep = (): Uint8Array =>
  wordPackage(`${'<w:tbl><w:tr><w:tc>'.repeat(100_000)}${'</w:tc></w:tr></w:tbl>'.repeat(100_000)}`);

const laughs = strToU8(
  `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(100)}">${'bcdefghi'
    .split('')
    .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefgh'[index]};`.repeat(10)}">`)
    .join('')}]><x>&i;</x>`,
);

const encrypted = (): Uint8Array => {
  const bytes = around(strToU8('<w:document/>'));
  return patched(
    bytes,
    directory(bytes).map((at) => [at + field.flags, 1, 2] as const),
  );
};

const wide = (): Uint8Array => {
  const bytes = around(strToU8('<w:document/>'));
  return patched(bytes, [[bytes.length - 6, 0xffffffff, 4]]);
};

export const bombs: readonly Bomb[] = [
  { name: 'zip files within zip files', bytes: nested, kind: 'packed' },
  { name: 'a zip file in the place of the document', bytes: () => around(nested()), kind: 'archiveBroken' },
  {
    name: 'a flood that says what it is',
    bytes: () => around(flood(45 * megabyte)),
    kind: 'archiveUnsafe',
    danger: 'size',
  },
  {
    name: 'a flood below the limit of one entry',
    bytes: () => around(flood(20 * megabyte)),
    kind: 'archiveUnsafe',
    danger: 'size',
  },
  {
    name: 'a flood that says it is small',
    bytes: () => forged(flood(45 * megabyte), 1000),
    kind: 'archiveUnsafe',
    danger: 'size',
  },
  {
    name: 'a flood that says it is of fair size',
    bytes: () => forged(flood(45 * megabyte), 20 * megabyte),
    kind: 'archiveUnsafe',
    danger: 'size',
  },
  {
    name: 'an entry that says it is larger than it is',
    bytes: () => forged(strToU8('<x/>'), 1000),
    kind: 'archiveUnsafe',
    danger: 'size',
  },
  { name: '12 GB claimed', bytes: claiming, kind: 'archiveUnsafe', danger: 'size' },
  { name: 'entries that share their bytes', bytes: overlapping, kind: 'archiveUnsafe', danger: 'structure' },
  {
    name: 'too many entries',
    bytes: () =>
      around(
        flood(1),
        Object.fromEntries(Array.from({ length: archiveLimits.entries }, (_, index) => [`${index}`, flood(0)])),
      ),
    kind: 'archiveUnsafe',
    danger: 'count',
  },
  ...['../word/a.xml', '/etc/a.xml', 'word/../../a.xml', 'C:\\a.xml', '..\\word\\a.xml', './a.xml'].map(
    (path): Bomb => ({
      name: `a path that leads outside: ${path}`,
      bytes: () => around(strToU8('<x/>'), { [path]: strToU8('x') }),
      kind: 'archiveUnsafe',
      danger: 'path',
    }),
  ),
  { name: 'an encrypted entry', bytes: encrypted, kind: 'encrypted' },
  { name: 'a 64-bit archive', bytes: wide, kind: 'archiveUnsafe', danger: 'structure' },
  { name: 'entities within entities', bytes: () => around(laughs), kind: 'archiveUnsafe', danger: 'xml' },
  { name: 'tables nested a hundred thousand deep', bytes: deep, kind: 'archiveUnsafe', danger: 'xml' },
  { name: 'a file that ends in the middle', bytes: () => around(strToU8('<x/>')).slice(0, -30), kind: 'archiveBroken' },
];

/** A sound report with a bomb among the parts that nobody reads. */
export const carrying = (sample: Sample): Uint8Array =>
  wordFile(sample, { more: { 'word/embeddings/a.bin': nested(), 'word/media/b.xml': flood(30 * megabyte) } });
