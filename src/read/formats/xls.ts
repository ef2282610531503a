/**
 * Reads reports from an old workbook (.xls, .et): Excel 97 to 2003, and Excel 5 and 95. Only the records that hold cells are
 * looked at; formulas, objects, links and macros are stepped over. Source: [MS-XLS].
 */
import { ArchiveError } from '../containers/archive';
import type { Compound } from '../containers/compound';
import type { ReadResult } from '../reading';
import { addSpan, gridOfValues, readSheets, sheetLimits, type ColumnSpan, type WorkbookSheet } from './xlsx';

const records = {
  bof: 0x0809,
  eof: 0x000a,
  password: 0x002f,
  codePage: 0x0042,
  sheet: 0x0085,
  strings: 0x00fc,
  more: 0x003c,
  row: 0x0208,
  columns: 0x007d,
  number: 0x0203,
  smallNumber: 0x027e,
  smallNumbers: 0x00bd,
  sharedText: 0x00fd,
  text: 0x0204,
  richText: 0x00d6,
  flag: 0x0205,
  formula: 0x0006,
  result: 0x0207,
} as const;

const mostSheets = 500;
/** Cells of all sheets together, and records: many sheets may claim to begin at the same place. */
const mostCells = 2_000_000;
const mostRecords = 4_000_000;
const worksheet = 0;
const hiddenRow = 0x20;
const hiddenColumn = 0x01;
const recalculated = 0x03;
const unicodeVersion = 0x0600;

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

/** Encodings that a workbook before Excel 97 may name. One of another language is not read as Chinese. */
const encodings: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 1252: 'windows-1252' };

interface BiffRecord {
  readonly type: number;
  /** Where its contents begin and end in the stream. */
  readonly at: number;
  readonly end: number;
}

/** A value that runs over several records: a text begins its next part with a mark of its own. */
class Parts {
  private part = 0;
  private at: number;

  constructor(
    private readonly view: DataView,
    private readonly parts: readonly BiffRecord[],
  ) {
    this.at = parts[0]?.at ?? 0;
  }

  /** Bytes left in the part that is being read; 0 only at the end of all. */
  private left(): number {
    for (let part = this.parts[this.part]; part !== undefined; part = this.parts[this.part]) {
      if (this.at < part.end) return part.end - this.at;
      this.part += 1;
      this.at = this.parts[this.part]?.at ?? 0;
    }
    return 0;
  }

  get ended(): boolean {
    return this.left() === 0;
  }

  byte(): number {
    if (this.left() === 0) return 0;
    this.at += 1;
    return this.view.getUint8(this.at - 1);
  }

  pair(): number {
    return this.byte() | (this.byte() << 8);
  }

  skip(count: number): void {
    for (let rest = count; rest > 0;) {
      const step = Math.min(rest, this.left());
      if (step === 0) return;
      this.at += step;
      rest -= step;
    }
  }

  /** A text of so many characters, with what follows it: pieces of format, and how it is pronounced. */
  text(length: number): string {
    let flags = this.byte();
    const runs = (flags & 0x08) === 0 ? 0 : this.pair();
    const phonetic = (flags & 0x04) === 0 ? 0 : this.pair() | (this.pair() << 16);
    let text = '';
    for (let rest = length; rest > 0 && !this.ended;) {
      const width = (flags & 0x01) === 0 ? 1 : 2;
      const count = Math.min(rest, Math.max(1, Math.floor(this.left() / width)));
      for (let index = 0; index < count; index += 1)
        text += String.fromCharCode(width === 1 ? this.byte() : this.pair());
      rest -= count;
      if (rest > 0 && !this.ended) flags = this.byte();
    }
    this.skip(runs * 4);
    if (phonetic > 0) this.skip(phonetic);
    return text;
  }
}

interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly at: number;
}

/** What is said before the first sheet. */
interface Globals {
  readonly unicode: boolean;
  readonly decode: (bytes: Uint8Array) => string;
  readonly sheets: readonly SheetEntry[];
  readonly strings: readonly string[];
}

class BiffStream {
  readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Records from a place on; they end with the stream. */
  *from(start: number): Generator<BiffRecord> {
    for (let at = start; at + 4 <= this.bytes.length;) {
      const end = at + 4 + this.view.getUint16(at + 2, true);
      if (end > this.bytes.length) throw new ArchiveError('broken', 'a record is cut');
      yield { type: this.view.getUint16(at, true), at: at + 4, end };
      at = end;
    }
  }

  u16 = (at: number): number => this.view.getUint16(at, true);
  u32 = (at: number): number => this.view.getUint32(at, true);
}

function globalsOf(stream: BiffStream): Globals {
  let unicode = false;
  let decoder = new TextDecoder('gb18030');
  const decode = (bytes: Uint8Array): string => decoder.decode(bytes);
  const sheets: SheetEntry[] = [];
  const stringParts: BiffRecord[] = [];
  let last = 0;
  let first = true;
  for (const record of stream.from(0)) {
    const { type, at, end } = record;
    if (first && (type !== records.bof || end - at < 4)) throw new ArchiveError('broken', 'no beginning of a workbook');
    if (first) unicode = stream.u16(at) === unicodeVersion;
    first = false;
    if (type === records.eof) break;
    if (type === records.password) throw new ArchiveError('encrypted', 'an encrypted workbook');
    if (type === records.codePage && end - at >= 2) {
      const encoding = encodings[stream.u16(at)];
      if (encoding !== undefined) decoder = new TextDecoder(encoding);
    }
    if (type === records.sheet && end - at >= 8 && stream.u16(at + 4) >> 8 === worksheet) {
      if (sheets.length >= mostSheets) throw new ArchiveError('unsafe', `more than ${mostSheets} sheets`, 'count');
      const length = stream.bytes[at + 6] ?? 0;
      const name = unicode
        ? new Parts(stream.view, [{ type, at: at + 7, end }]).text(length)
        : decode(stream.bytes.subarray(at + 7, Math.min(at + 7 + length, end)));
      sheets.push({ name, hidden: (stream.u16(at + 4) & 0x03) !== 0, at: stream.u32(at) });
    }
    if (type === records.strings || (type === records.more && last === records.strings)) stringParts.push(record);
    if (type !== records.more) last = type;
  }
  const parts = new Parts(stream.view, stringParts);
  parts.skip(8);
  const strings: string[] = [];
  while (!parts.ended) strings.push(parts.text(parts.pair()));
  return { unicode, decode, sheets, strings };
}

/** A number in 30 bits: a whole one or the upper part of a double, perhaps in hundredths. */
function smallNumber(view: DataView, at: number): number {
  const packed = view.getInt32(at, true);
  let value = packed >> 2;
  if ((packed & 0x02) === 0) {
    const scratch = new DataView(new ArrayBuffer(8));
    scratch.setInt32(4, packed & ~0x03, true);
    value = scratch.getFloat64(0, true);
  }
  return (packed & 0x01) === 0 ? value : value / 100;
}

interface Budget {
  cells: number;
  records: number;
}

const flagOrError = (value: number, isError: boolean): unknown => (isError ? (errors[value] ?? '#N/A') : value !== 0);

function sheetOf(stream: BiffStream, globals: Globals, entry: SheetEntry, budget: Budget): WorkbookSheet {
  const { view, bytes } = stream;
  const values: unknown[][] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns: ColumnSpan[] = [];
  const uncached = new Set<string>();
  let depth = 0;
  /** The cell of a formula whose text stands in a record of its own. */
  let waiting: { readonly row: number; readonly column: number } | null = null;

  const put = (row: number, column: number, value: unknown): void => {
    if (row >= sheetLimits.rows || column >= sheetLimits.columns) return;
    budget.cells -= 1;
    if (budget.cells < 0) throw new ArchiveError('unsafe', `more than ${mostCells} cells`, 'count');
    (values[row] ??= [])[column] = value;
  };
  const textAt = (at: number, end: number): string => {
    const length = stream.u16(at);
    return globals.unicode
      ? new Parts(view, [{ type: records.text, at: at + 2, end }]).text(length)
      : globals.decode(bytes.subarray(at + 2, Math.min(at + 2 + length, end)));
  };

  for (const { type, at, end } of stream.from(entry.at)) {
    const length = end - at;
    budget.records -= 1;
    if (budget.records < 0) throw new ArchiveError('unsafe', `more than ${mostRecords} records`, 'count');
    if (type === records.bof) depth += 1;
    else if (type === records.eof) depth -= 1;
    if (depth <= 0) break;
    // A chart inside the sheet has cells of its own.
    if (depth > 1 || length < 2) continue;
    const row = stream.u16(at);
    const column = length < 4 ? sheetLimits.columns : stream.u16(at + 2);
    switch (type) {
      case records.row:
        if (length >= 16 && (stream.u16(at + 12) & hiddenRow) !== 0) hiddenRows.add(row);
        break;
      case records.columns:
        if (length >= 10 && (stream.u16(at + 8) & hiddenColumn) !== 0) addSpan(hiddenColumns, row, column);
        break;
      case records.number:
        if (length >= 14) put(row, column, view.getFloat64(at + 6, true));
        break;
      case records.smallNumber:
        if (length >= 10) put(row, column, smallNumber(view, at + 6));
        break;
      case records.smallNumbers:
        for (let index = 0; at + 4 + index * 6 + 6 <= end - 2; index += 1)
          put(row, column + index, smallNumber(view, at + 6 + index * 6));
        break;
      case records.sharedText:
        if (length >= 10) put(row, column, globals.strings[stream.u32(at + 6)] ?? '');
        break;
      case records.text:
      case records.richText:
        if (length >= 8) put(row, column, textAt(at + 6, end));
        break;
      case records.flag:
        if (length >= 8) put(row, column, flagOrError(bytes[at + 6] ?? 0, bytes[at + 7] === 1));
        break;
      case records.formula: {
        if (length < 16) break;
        waiting = null;
        if (stream.u16(at + 12) !== 0xffff) put(row, column, view.getFloat64(at + 6, true));
        else if (bytes[at + 6] === 0) waiting = { row, column };
        else if (bytes[at + 6] !== 3) put(row, column, flagOrError(bytes[at + 8] ?? 0, bytes[at + 6] === 2));
        else if ((stream.u16(at + 14) & recalculated) !== 0) uncached.add(`${row} ${column}`);
        break;
      }
      case records.result:
        if (waiting !== null && length >= 3) put(waiting.row, waiting.column, textAt(at, end));
        waiting = null;
    }
  }
  return { grid: gridOfValues(entry.name, values), hidden: entry.hidden, hiddenRows, hiddenColumns, uncached };
}

/** The sheets of an old workbook in their order. Throws an ArchiveError. */
export function oldSheetsOf(book: Uint8Array): WorkbookSheet[] {
  const stream = new BiffStream(book);
  const globals = globalsOf(stream);
  const budget = { cells: mostCells, records: mostRecords };
  return globals.sheets.map((entry) => sheetOf(stream, globals, entry, budget));
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readXls(compound: Compound): ReadResult {
  const book = compound.read('Workbook') ?? compound.read('Book');
  if (book === null) throw new ArchiveError('broken', 'no workbook inside');
  return readSheets(oldSheetsOf(book));
}
