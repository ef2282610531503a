/**
 * Opens a compound file from somebody else (.doc, .wps, .xls, .et) without trusting a number in it. Chains of sectors are
 * followed no longer than the file has sectors, so that a loop ends, and no stream is larger than the file.
 * Source: [MS-CFB].
 */
import { ArchiveError } from './archive';

export interface Compound {
  /** Streams and storages at the top. What is embedded in a document has streams of its own further down. */
  readonly names: readonly string[];
  /** Bytes of a stream at the top, or null if there is none of that name, large letters or small. Throws an ArchiveError. */
  read(name: string): Uint8Array | null;
}

const headerLength = 512;
const entryLength = 128;
const miniCutoff = 4096;
const headerTable = 109;
/** The largest sector number; those above it are marks. */
const lastSector = 0xfffffffa;
const endOfChain = 0xfffffffe;
const none = 0xffffffff;
const mostEntries = 4096;

const storage = 1;
const stream = 2;
const root = 5;

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const broken = (reason: string): ArchiveError => new ArchiveError('broken', reason);

/** The numbers of a chain, from its table. A chain that bites its tail is longer than its table. */
function chainOf(start: number, table: readonly number[]): number[] {
  const chain: number[] = [];
  for (let at = start; at !== endOfChain; at = table[at] ?? none) {
    if (at > lastSector || at >= table.length) throw broken('a chain of sectors leads outside the file');
    if (chain.length >= table.length) throw new ArchiveError('unsafe', 'a chain of sectors that never ends');
    chain.push(at);
  }
  return chain;
}

function nameOf(view: DataView, at: number): string {
  const length = Math.min(view.getUint16(at + 64, true), 64);
  let name = '';
  for (let offset = 0; offset + 2 < length; offset += 2) name += String.fromCharCode(view.getUint16(at + offset, true));
  return name;
}

/** The bytes of a chain of units of a source, `size` of them at most. */
function gather(chain: readonly number[], unit: number, size: number, source: Uint8Array, first: number): Uint8Array {
  const whole = new Uint8Array(Math.min(size, chain.length * unit));
  chain.forEach((number, index) => {
    const at = first + number * unit;
    const end = Math.min(at + unit, at + whole.length - index * unit);
    if (index * unit < whole.length) whole.set(source.subarray(at, end), index * unit);
  });
  return whole;
}

/** Throws an ArchiveError where there are more than any document has. */
function entriesOf(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer);
  const count = Math.floor(directory.length / entryLength);
  if (count > mostEntries) throw new ArchiveError('unsafe', `${count} entries`, 'count');
  return Array.from({ length: count }, (_, index): Entry => {
    const at = index * entryLength;
    return {
      name: nameOf(view, at),
      type: view.getUint8(at + 66),
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    };
  });
}

/** What stands right under the root, by name in small letters: a compound file knows no other difference. */
function underTop(entries: readonly Entry[], top: Entry): Map<string, Entry> {
  const found = new Map<string, Entry>();
  const seen = new Set<number>();
  const waiting = [top.child];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const entry = entries[index];
    if (entry === undefined || seen.has(index)) continue;
    seen.add(index);
    waiting.push(entry.left, entry.right);
    if ((entry.type === stream || entry.type === storage) && !found.has(entry.name.toLowerCase()))
      found.set(entry.name.toLowerCase(), entry);
  }
  return found;
}

/** Throws an ArchiveError. */
export function openCompound(bytes: Uint8Array): Compound {
  if (bytes.length < headerLength) throw broken('too short');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  const miniShift = view.getUint16(32, true);
  if ((shift !== 9 && shift !== 12) || miniShift !== 6) throw broken('sectors of an unknown size');
  const sectorLength = 1 << shift;
  const perSector = sectorLength / 4;
  /** The last sector of a file may be cut short. */
  const sectorCount = Math.ceil(bytes.length / sectorLength) - 1;

  const numbersIn = (sector: number): number[] => {
    const at = (sector + 1) * sectorLength;
    if (sector > lastSector || at + sectorLength > bytes.length) throw broken('a sector lies outside the file');
    return Array.from({ length: perSector }, (_, index) => view.getUint32(at + index * 4, true));
  };

  const tableSectors = Array.from({ length: headerTable }, (_, index) => view.getUint32(76 + index * 4, true));
  for (let next = view.getUint32(68, true), seen = 0; next <= lastSector; seen += 1) {
    if (seen > sectorCount) throw new ArchiveError('unsafe', 'a chain of sectors that never ends');
    const numbers = numbersIn(next);
    next = numbers.pop() ?? none;
    tableSectors.push(...numbers);
  }
  const used = tableSectors.filter((sector) => sector <= lastSector);
  if (used.length > sectorCount) throw new ArchiveError('unsafe', 'a table of sectors larger than the file');
  const table = used.flatMap(numbersIn).slice(0, sectorCount);

  const sectors = (start: number, size = Number.MAX_SAFE_INTEGER): Uint8Array =>
    gather(chainOf(start, table), sectorLength, size, bytes, sectorLength);

  const entries = entriesOf(sectors(view.getUint32(48, true)));
  const [top] = entries;
  if (top?.type !== root) throw broken('no root');
  const found = underTop(entries, top);

  const small = (entry: Entry): Uint8Array => {
    const miniTable = chainOf(view.getUint32(60, true), table).flatMap(numbersIn);
    const source = sectors(top.start, top.size);
    return gather(chainOf(entry.start, miniTable), 1 << miniShift, entry.size, source, 0);
  };

  return {
    names: [...found.values()].map(({ name }) => name),
    read(name) {
      const entry = found.get(name.toLowerCase());
      if (entry?.type !== stream) return null;
      if (entry.size === 0) return new Uint8Array();
      if (entry.size > bytes.length) throw new ArchiveError('unsafe', 'a stream larger than the file', 'size');
      const whole = entry.size < miniCutoff ? small(entry) : sectors(entry.start, entry.size);
      if (whole.length < entry.size) throw broken('a stream is cut');
      return whole;
    },
  };
}
