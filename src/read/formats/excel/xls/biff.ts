/** The records that an old workbook (.xls, .et) is made of. Source: [MS-XLS]. */
import { ArchiveError } from '../../../containers/archive';

export const records = {
  bof: 0x0809,
  eof: 0x000a,
  password: 0x002f,
  codePage: 0x0042,
  date1904: 0x0022,
  calculation: 0x000d,
  font: 0x0031,
  format: 0x041e,
  look: 0x00e0,
  sheet: 0x0085,
  strings: 0x00fc,
  more: 0x003c,
  row: 0x0208,
  rowHeight: 0x0225,
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
  sharedFormula: 0x04bc,
  arrayFormula: 0x0221,
  merged: 0x00e5,
  window: 0x023e,
  blank: 0x0201,
  blanks: 0x00be,
  palette: 0x0092,
  conditions: 0x01b0,
  condition: 0x01b1,
  newConditions: 0x0879,
  newCondition: 0x087a,
  drawing: 0x00ec,
  object: 0x005d,
  objectText: 0x01b6,
} as const;

export interface BiffRecord {
  readonly type: number;
  /** Where its contents begin and end in the stream. */
  readonly at: number;
  readonly end: number;
}

export class BiffStream {
  readonly view: DataView;

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** Records from a place on; they end with the stream. Throws an ArchiveError. */
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

/** A value that runs over several records: a text begins its next part with a mark of its own. */
export class Parts {
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

  /** A text of so many characters, with what follows it: places where another font begins, and how it is pronounced. */
  text(length: number): TextWithFonts {
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
    const fonts: (readonly [number, number])[] = [];
    for (let index = 0; index < runs && !this.ended; index += 1) fonts.push([this.pair(), this.pair()]);
    if (phonetic > 0) this.skip(phonetic);
    return { text, fonts };
  }
}

export interface TextWithFonts {
  readonly text: string;
  /** Places in the text from which on a font of this number holds, in order. */
  readonly fonts: readonly (readonly [at: number, font: number])[];
}

/** Encodings that a workbook before Excel 97 may name. One of another language is not read as Chinese. */
const encodings: Readonly<Record<number, string>> = { 936: 'gb18030', 950: 'big5', 1252: 'windows-1252' };

/** Texts of a workbook: in Unicode since Excel 97, before that in an encoding that it names. */
export class BiffTexts {
  private decoder = new TextDecoder('gb18030');

  constructor(
    private readonly stream: BiffStream,
    readonly unicode: boolean,
  ) {}

  useCodePage(codePage: number): void {
    const encoding = encodings[codePage];
    if (encoding !== undefined) this.decoder = new TextDecoder(encoding);
  }

  textAt(at: number, end: number, lengthBytes: 1 | 2): string {
    return this.richAt(at, end, lengthBytes).text;
  }

  /** The text that begins at a place, its length before it in one byte or two. */
  richAt(at: number, end: number, lengthBytes: 1 | 2): TextWithFonts {
    const { bytes, view } = this.stream;
    if (at + lengthBytes > end) return { text: '', fonts: [] };
    const length = lengthBytes === 1 ? (bytes[at] ?? 0) : this.stream.u16(at);
    const start = at + lengthBytes;
    if (this.unicode) return new Parts(view, [{ type: records.text, at: start, end }]).text(length);
    const textEnd = Math.min(start + length, end);
    const fonts: (readonly [number, number])[] = [];
    // What follows counts bytes of the text, each of its places and fonts in one byte.
    const count = textEnd < end ? (bytes[textEnd] ?? 0) : 0;
    for (let index = 0, from = textEnd + 1; index < count && from + 2 <= end; index += 1, from += 2) {
      const before = this.decoder.decode(bytes.subarray(start, Math.min(start + (bytes[from] ?? 0), textEnd)));
      fonts.push([before.length, bytes[from + 1] ?? 0]);
    }
    return { text: this.decoder.decode(bytes.subarray(start, textEnd)), fonts };
  }
}
