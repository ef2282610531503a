/**
 * Opens a ZIP file from somebody else (.docx, .xlsx) without trusting a number in it: what really comes out is counted,
 * checked against the size and the checksum that were claimed, and cut off at limits.
 */
import { Inflate, inflateSync } from 'fflate';

/** `encrypted`: with a password that a person gave. `sealed`: encrypted, with a password or with that which Office tries itself. */
export type ArchiveTrouble = 'encrypted' | 'sealed' | 'broken' | 'unsafe';

/** What is wrong with an unsafe file. Each has its words in every language. */
export type Danger = 'size' | 'count' | 'path' | 'xml' | 'structure' | 'content' | 'effort';

/** Why an archive was refused. `reason` is for people who look after files, in English. */
export class ArchiveError extends Error {
  constructor(
    readonly trouble: ArchiveTrouble,
    readonly reason: string,
    readonly danger: Danger = 'structure',
  ) {
    super(reason);
  }
}

export const archiveLimits = {
  entries: 4000,
  /** Bytes that all entries together may claim. */
  claimed: 300 * 1024 * 1024,
  /** Bytes that one entry may give. */
  entry: 24 * 1024 * 1024,
  /** Bytes that may come out of one archive. */
  total: 48 * 1024 * 1024,
  /** Bytes out for a byte in, above `ratioFloor`. XML of empty tables packs better than any text. */
  ratio: 200,
  ratioFloor: 4 * 1024 * 1024,
} as const;

/** What kind of archive it is: how its names are written, and what it may hold. */
export interface ArchiveKind {
  readonly entries: number;
  readonly claimed: number;
  readonly total: number;
  /** Its entries are parts of one document: named within it, and the same whatever their case. Files that were sent are neither. */
  readonly ofParts: boolean;
  /** `marked`: the archive says that the name is UTF-8. */
  readonly nameOf: (bytes: Uint8Array, marked: boolean) => string;
}

/** A file of Office: its names are those of parts. */
const documentArchive: ArchiveKind = {
  ...archiveLimits,
  ofParts: true,
  nameOf: (bytes) => new TextDecoder().decode(bytes),
};

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Archive {
  /** With `/` between folders, whatever wrote them. */
  readonly names: readonly string[];
  /** Bytes of an entry, or null if there is none of that name, large letters or small. Throws an ArchiveError. */
  read(name: string): Uint8Array | null;
  /**
   * The same of a part that file after file has alike, as its styles: the very same array where it is packed in the same
   * bytes as lately, so that what was made of it may be kept with it. Nobody writes into it.
   */
  readAlike(name: string): Uint8Array | null;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const localSignature = 0x04034b50;
const longEndSignature = 0x06064b50;
const longEndPlaceSignature = 0x07064b50;
const endLength = 22;
const longEndLength = 56;
const longEndPlaceLength = 20;
const directoryLength = 46;
const localLength = 30;
const longestComment = 0xffff;
const chunk = 64 * 1024;

/**
 * Remainders of a byte (the first 256), and of one with one to seven bytes of zeros behind it: so eight bytes go at a time.
 * The checksum would else take as long as the unpacking.
 */
const remainders = new Int32Array(8 * 256);
const remainder = (zeros: number, byte: number): number => remainders[256 * zeros + byte] ?? 0;
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  remainders[byte] = value;
}
for (let zeros = 1; zeros < 8; zeros += 1) {
  for (let byte = 0; byte < 256; byte += 1) {
    const before = remainder(zeros - 1, byte);
    remainders[256 * zeros + byte] = (before >>> 8) ^ remainder(0, before & 0xff);
  }
}

/** CRC-32 of the ZIP format. */
export function crcOf(bytes: Uint8Array): number {
  const byte = (at: number): number => bytes[at] ?? 0;
  let value = -1;
  let at = 0;
  for (; at + 7 < bytes.length; at += 8) {
    value ^= byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
    value =
      remainder(7, value & 0xff) ^
      remainder(6, (value >>> 8) & 0xff) ^
      remainder(5, (value >>> 16) & 0xff) ^
      remainder(4, value >>> 24) ^
      remainder(3, byte(at + 4)) ^
      remainder(2, byte(at + 5)) ^
      remainder(1, byte(at + 6)) ^
      remainder(0, byte(at + 7));
  }
  for (; at < bytes.length; at += 1) value = remainder(0, (value ^ byte(at)) & 0xff) ^ (value >>> 8);
  return ~value >>> 0;
}

function findEnd(view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endSignature && at + endLength + view.getUint16(at + 20, true) === view.byteLength)
      return at;
  }
  throw new ArchiveError('broken', 'no end of the central directory');
}

/** A name that stays inside: no drive, no root, no way up. */
const isSafeName = (name: string): boolean =>
  name !== '' &&
  !/[:\u0000-\u001f]/u.test(name) &&
  !name.startsWith('/') &&
  name.split('/').every((part) => part !== '..' && part !== '.');

/** Names are the same whatever their case, as Office and Windows see them. */
const folded = (name: string): string => name.toLowerCase();

const filled16 = 0xffff;
const filled32 = 0xffffffff;

/** A number of 64 bits. None that is true needs more than 53. */
function longNumber(view: DataView, at: number): number {
  const value = view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
  if (value > Number.MAX_SAFE_INTEGER) throw new ArchiveError('unsafe', 'a number beyond every file', 'size');
  return value;
}

interface DirectoryPlace {
  readonly count: number;
  readonly length: number;
  readonly start: number;
  /** Where what follows the directory begins. */
  readonly end: number;
}

/** Where the directory stands; in an archive of 64 bits a second, longer end says it. */
function placeOfDirectory(view: DataView): DirectoryPlace {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  const length = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 6, true) !== 0)
    throw new ArchiveError('unsafe', 'several disks');
  if (count !== filled16 && start !== filled32 && length !== filled32) return { count, length, start, end };
  const place = end - longEndPlaceLength;
  if (place < 0 || view.getUint32(place, true) !== longEndPlaceSignature)
    throw new ArchiveError('unsafe', 'an archive of 64 bits without its end');
  const long = longNumber(view, place + 8);
  if (long + longEndLength > place || view.getUint32(long, true) !== longEndSignature)
    throw new ArchiveError('broken', 'an archive of 64 bits without its end');
  return {
    count: longNumber(view, long + 32),
    length: longNumber(view, long + 40),
    start: longNumber(view, long + 48),
    end: long,
  };
}

/** Sizes and place that stand in the extra fields of an entry, because 32 bits were left for them only to say so. */
function longFields(view: DataView, entry: Entry, at: number, end: number): Entry {
  if (entry.size !== filled32 && entry.packed !== filled32 && entry.offset !== filled32) return entry;
  for (let field = at; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    const fieldEnd = Math.min(end, next + view.getUint16(field + 2, true));
    const long = (value: number): number => {
      if (value !== filled32) return value;
      next += 8;
      if (next > fieldEnd) throw new ArchiveError('broken', 'an entry of 64 bits is cut');
      return longNumber(view, next - 8);
    };
    const size = long(entry.size);
    const packed = long(entry.packed);
    return { ...entry, size, packed, offset: long(entry.offset) };
  }
  return entry;
}

const keyIn = ({ ofParts }: ArchiveKind, name: string): string => (ofParts ? folded(name) : name);

function readEntry(bytes: Uint8Array, view: DataView, at: number, { nameOf, ofParts }: ArchiveKind): Entry {
  const flags = view.getUint16(at + 8, true);
  const nameEnd = at + directoryLength + view.getUint16(at + 28, true);
  const entry: Entry = {
    // Programs on .NET once wrote `\\` between folders, and Office opens their files.
    name: nameOf(bytes.subarray(at + directoryLength, nameEnd), (flags & 0x0800) !== 0).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
  if ((flags & 0x0001) !== 0 || (flags & 0x0040) !== 0 || entry.method === 99)
    throw new ArchiveError('encrypted', 'an encrypted entry');
  if (ofParts && !isSafeName(entry.name))
    throw new ArchiveError('unsafe', 'an entry with a path that leads outside', 'path');
  const extraEnd = Math.min(nameEnd + view.getUint16(at + 30, true), bytes.length);
  return longFields(view, entry, nameEnd, extraEnd);
}

function readDirectory(bytes: Uint8Array, view: DataView, kind: ArchiveKind): Map<string, Entry> {
  const { count, length, start, end } = placeOfDirectory(view);
  if (count > kind.entries) throw new ArchiveError('unsafe', `${count} entries`, 'count');
  if (start + length > end) throw new ArchiveError('broken', 'the central directory lies outside the file');
  const entries = new Map<string, Entry>();
  let claimed = 0;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (at + directoryLength > end || view.getUint32(at, true) !== directorySignature)
      throw new ArchiveError('broken', 'the central directory is cut');
    const entry = readEntry(bytes, view, at, kind);
    if (entries.has(keyIn(kind, entry.name))) throw new ArchiveError('unsafe', 'two entries of one name');
    if (entry.offset + localLength + entry.packed > start)
      throw new ArchiveError('broken', 'an entry lies outside the file');
    claimed += entry.size;
    if (claimed > kind.claimed) throw new ArchiveError('unsafe', 'it claims to unpack to too much', 'size');
    entries.set(keyIn(kind, entry.name), entry);
    at +=
      directoryLength + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  refuseOverlaps([...entries.values()]);
  return entries;
}

/** Entries that share bytes unpack to far more than the file could hold. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const ordered = [...entries].sort((a, b) => a.offset - b.offset);
  ordered.forEach((entry, index) => {
    const next = ordered[index + 1];
    if (next !== undefined && entry.offset + localLength + entry.packed > next.offset)
      throw new ArchiveError('unsafe', 'entries that overlap');
  });
}

/** Where the bytes of an entry begin; its own header must agree with the directory. */
function dataStart(view: DataView, entry: Entry): number {
  if (view.getUint32(entry.offset, true) !== localSignature) throw new ArchiveError('broken', 'an entry has no header');
  if (view.getUint16(entry.offset + 8, true) !== entry.method)
    throw new ArchiveError('unsafe', 'an entry with two methods');
  const start =
    entry.offset + localLength + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  if (start + entry.packed > view.byteLength) throw new ArchiveError('broken', 'an entry is cut');
  return start;
}

function inflateInPieces(packed: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const out: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const stream = new Inflate((bytes, final) => {
    length += bytes.length;
    if (length > limit || length > entry.size)
      throw new ArchiveError('unsafe', 'an entry gives more than it claims', 'size');
    if (length > archiveLimits.ratioFloor && length > packed.length * archiveLimits.ratio)
      throw new ArchiveError('unsafe', 'an entry is packed too well to be true', 'size');
    out.push(bytes);
    ended = final;
  });
  try {
    for (let at = 0; at < packed.length; at += chunk)
      stream.push(packed.subarray(at, at + chunk), at + chunk >= packed.length);
  } catch (error) {
    throw error instanceof ArchiveError ? error : new ArchiveError('broken', 'an entry cannot be unpacked');
  }
  if (!ended) throw new ArchiveError('broken', 'an entry is cut');
  const whole = new Uint8Array(length);
  let at = 0;
  for (const bytes of out) {
    whole.set(bytes, at);
    at += bytes.length;
  }
  return whole;
}

/**
 * Unpacks bytes that should give less than `most`. Where they give as much or more: `most` bytes, or a RangeError. Throws any
 * other error where they cannot be unpacked.
 */
export type Unpacker = (packed: Uint8Array, most: number) => Uint8Array;

/** What takes the time of unpacking. */
export interface UnpackingTools {
  readonly unpack: Unpacker;
  /** CRC-32 of the ZIP format. */
  readonly crc: (bytes: Uint8Array) => number;
}

let tools: UnpackingTools = {
  unpack: (packed, most) => inflateSync(packed, { out: new Uint8Array(most) }),
  crc: crcOf,
};

/** Where the engine runs there may be tools that are several times as fast. They must give the same. */
export function unpackBy(own: UnpackingTools): void {
  tools = own;
}

/** Few packed bytes can give only so much: they are unpacked at once into what they claim, and one byte to see more. */
function inflateAtOnce(packed: Uint8Array, entry: Entry): Uint8Array {
  let whole: Uint8Array;
  try {
    whole = tools.unpack(packed, entry.size + 1);
  } catch (error) {
    throw error instanceof RangeError
      ? new ArchiveError('unsafe', 'an entry gives more than it claims', 'size')
      : new ArchiveError('broken', 'an entry cannot be unpacked');
  }
  if (whole.length > entry.size) throw new ArchiveError('unsafe', 'an entry gives more than it claims', 'size');
  return whole;
}

const inflate = (packed: Uint8Array, entry: Entry, limit: number): Uint8Array =>
  packed.length <= chunk && entry.size <= archiveLimits.ratioFloor
    ? inflateAtOnce(packed, entry)
    : inflateInPieces(packed, entry, limit);

/** What is in an entry, as it claims. */
function unpacked(packed: Uint8Array, entry: Entry, limit: number): Uint8Array {
  if (entry.method !== 0 && entry.method !== 8)
    throw new ArchiveError('unsafe', `an entry packed by method ${entry.method}`);
  const whole = entry.method === 0 ? packed : inflate(packed, entry, limit);
  if (whole.length !== entry.size) throw new ArchiveError('unsafe', 'an entry of another size than it claims', 'size');
  if (tools.crc(whole) !== entry.crc) throw new ArchiveError('broken', 'an entry with a wrong checksum');
  return whole;
}

/** A part as it came out lately. */
interface Lately {
  readonly entry: Entry;
  readonly packed: Uint8Array;
  readonly whole: Uint8Array;
}

const lately = new Map<string, Lately>();
/** Parts that are kept, and bytes that one may have, packed and not. */
const mostAlike = 12;
const longestPacked = 8 * 1024;
const longestAlike = 64 * 1024;

const areSame = (one: Uint8Array, other: Uint8Array): boolean => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
};

/** What came out of the same bytes before, as far as the directory claims the same of them. */
function sameAsLately(entry: Entry, packed: Uint8Array): Uint8Array | null {
  const known = lately.get(folded(entry.name));
  return known !== undefined &&
    known.entry.method === entry.method &&
    known.entry.crc === entry.crc &&
    known.entry.size === entry.size &&
    areSame(known.packed, packed)
    ? known.whole
    : null;
}

function keep(entry: Entry, packed: Uint8Array, whole: Uint8Array): Uint8Array {
  if (packed.length > longestPacked || whole.length > longestAlike) return whole;
  if (lately.size >= mostAlike) lately.clear();
  // Nothing of the rest of the file is kept with it.
  const own = entry.method === 0 ? whole.slice() : whole;
  lately.set(folded(entry.name), { entry, packed: packed.slice(), whole: own });
  return own;
}

/**
 * XML may be written in UTF-16; whoever looks for a word among the bytes of a part, or reads them from a place on, looks for
 * UTF-8.
 */
function inUtf8(name: string, part: Uint8Array): Uint8Array {
  const mark = ((part[0] ?? 0) << 8) | (part[1] ?? 0);
  if ((mark !== 0xfffe && mark !== 0xfeff) || !/\.(?:xml|rels|vml)$/iu.test(name)) return part;
  return new TextEncoder().encode(new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be').decode(part));
}

/** Opens an archive. Nothing is unpacked before it is read. Throws an ArchiveError. */
export function openArchive(bytes: Uint8Array, kind: ArchiveKind = documentArchive): Archive {
  if (bytes.length < endLength) throw new ArchiveError('broken', 'too short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(bytes, view, kind);
  let total = 0;
  const read = (name: string, alike: boolean): Uint8Array | null => {
    const entry = entries.get(keyIn(kind, name));
    if (entry === undefined) return null;
    const limit = Math.min(archiveLimits.entry, kind.total - total);
    if (entry.size > limit) throw new ArchiveError('unsafe', 'an entry claims to unpack to too much', 'size');
    const start = dataStart(view, entry);
    const packed = bytes.subarray(start, start + entry.packed);
    const same = alike ? sameAsLately(entry, packed) : null;
    const whole = same ?? inUtf8(entry.name, unpacked(packed, entry, limit));
    total += whole.length;
    return alike && same === null ? keep(entry, packed, whole) : whole;
  };
  return {
    names: [...entries.values()].map(({ name }) => name),
    read: (name) => read(name, false),
    readAlike: (name) => read(name, true),
  };
}
