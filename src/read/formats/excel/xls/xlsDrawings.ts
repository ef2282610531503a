/** What is drawn over the cells of a sheet of an old workbook. Source: [MS-ODRAW] 2.2, [MS-XLS] 2.4.181, 2.4.329, 2.5.193. */
import { drawnBy, type Drawn, type End } from '../drawn';
import { records, type BiffRecord, type BiffStream } from './biff';

/** Parts of drawings by their numbers. */
const parts = {
  shape: 0xf004,
  group: 0xf003,
  kind: 0xf00a,
  options: 0xf00b,
  anchor: 0xf010,
  childAnchor: 0xf00f,
} as const;
const container = 0x0f;
/** Kinds of shapes: a picture, and lines from one point to another. */
const picture = 75;
const isLine = (kind: number): boolean => kind === 20 || (kind >= 32 && kind <= 40);
/** Bits of a shape: it is a group, the one that holds all others, or deleted. */
const noShape = 0x01 | 0x04 | 0x08;
const options = { opacity: 0x0182, fill: 0x01bf, hidden: 0x03bf } as const;
const whole = 0x1_0000;
/** Objects by their numbers that cover nothing: groups, pictures, charts, lists of filters, notes that come up on a cell. */
const noCover: ReadonlySet<number> = new Set([0x00, 0x05, 0x08, 0x14, 0x19]);

/** Things drawn of which a sheet with a report has more are not looked at. */
const mostDrawn = 500;

interface OldShape {
  kind: number;
  from: End | null;
  to: End | null;
  filled: boolean;
  shown: boolean;
  text: string;
}

const plainShape = (): OldShape => ({ kind: 0, from: null, to: null, filled: true, shown: true, text: '' });

/** Goes along the records of a sheet: drawings, what objects they are, and the texts in them. */
export class OldDrawings {
  private readonly shapes: OldShape[] = [];
  /** Where the group lies that shapes without a place of their own are in. */
  private group: Pick<OldShape, 'from' | 'to'> = { from: null, to: null };
  private textLength = 0;

  constructor(private readonly stream: BiffStream) {}

  read({ type, at, end }: BiffRecord): void {
    const { u16 } = this.stream;
    const shape = this.shapes.at(-1);
    if (type === records.drawing) this.takeParts(at, end);
    else if (type === records.object && end - at >= 6) {
      if (shape !== undefined && u16(at) === 0x15 && noCover.has(u16(at + 4))) shape.shown = false;
    } else if (type === records.objectText && end - at >= 12) this.textLength = u16(at + 10);
    else if (type === records.more && this.textLength > 0) {
      if (shape !== undefined) shape.text = this.textAt(at, end);
      this.textLength = 0;
    }
  }

  private textAt(at: number, end: number): string {
    const { bytes } = this.stream;
    const isWide = ((bytes[at] ?? 0) & 0x01) !== 0;
    const until = Math.min(end, at + 1 + this.textLength * (isWide ? 2 : 1));
    return new TextDecoder(isWide ? 'utf-16le' : 'latin1').decode(bytes.subarray(at + 1, until));
  }

  private takeParts(start: number, end: number): void {
    const { u16, u32 } = this.stream;
    for (let at = start; at + 8 <= end;) {
      const [version, type, length] = [u16(at), u16(at + 2), u32(at + 4)];
      at += 8;
      if ((version & container) === container) {
        if (type === parts.shape && this.shapes.length < mostDrawn) this.shapes.push(plainShape());
        continue;
      }
      if (at + length > end) return;
      const shape = this.shapes.at(-1);
      if (shape !== undefined) this.takePart(shape, type, version >> 4, at, length);
      at += length;
    }
  }

  private takePart(shape: OldShape, type: number, instance: number, at: number, length: number): void {
    const { u16, u32 } = this.stream;
    if (type === parts.kind && length >= 8) {
      shape.kind = instance;
      if ((u32(at + 4) & noShape) !== 0 || instance === picture) shape.shown = false;
    } else if (type === parts.options) {
      for (let index = 0; index < instance && index * 6 + 6 <= length; index += 1)
        this.takeOption(shape, u16(at + index * 6) & 0x3fff, u32(at + index * 6 + 2));
    } else if (type === parts.anchor && length >= 18) {
      const end = (from: number): End => ({
        column: u16(from),
        right: u16(from + 2) / 1024,
        row: u16(from + 4),
        down: u16(from + 6) / 256,
      });
      shape.from = end(at + 2);
      shape.to = end(at + 10);
      this.group = shape;
    } else if (type === parts.childAnchor) {
      shape.from = this.group.from;
      shape.to = this.group.to;
    }
  }

  private takeOption(shape: OldShape, option: number, value: number): void {
    if (option === options.opacity) shape.filled &&= value >= whole * 0.95;
    else if (option === options.fill && (value & 0x10_0000) !== 0) shape.filled &&= (value & 0x10) !== 0;
    else if (option === options.hidden && (value & 0x02_0000) !== 0 && (value & 0x02) !== 0) shape.shown = false;
  }

  /** The cells that are not what the eye reads. */
  take(): Drawn[] {
    return this.shapes.flatMap(({ kind, from, to, filled, shown, text }) =>
      shown && from !== null && to !== null
        ? (drawnBy({ kind: isLine(kind) ? 'line' : 'shape', from, to, text, filled }) ?? [])
        : [],
    );
  }
}
