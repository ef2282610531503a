/** The cells of one sheet of an old workbook. Only records that hold cells are looked at. Source: [MS-XLS]. */
import type { Budget } from '../../../containers/budget';
import { records, type BiffRecord, type BiffStream } from './biff';
import { plainRich, richByPlaces, type RichText } from '../fonts';
import { looksLikeNumber, type Conditions, type PaintedLook } from '../conditions';
import { black, leastSize, plainLook } from '../look';
import type { PlacedFormula } from '../results';
import { SheetBuilder } from '../workbook';
import { formulaText } from './formulaText';
import { SharedFormulas } from './sharedFormulas';
import { oldConditionsOf } from './xlsConditions';
import { OldDrawings } from './xlsDrawings';
import type { OldGlobals } from './xlsGlobals';

const hiddenRow = 0x20;
const zeroHeight = 0x02;
const twips = 20;
const hiddenColumn = 0x01;
const recalculated = 0x03;
/** The result is to be made anew when the file is opened. */
const onLoad = 0x02;
const shownZeros = 0x10;

const errors: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
};

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

const flagOrError = (value: number, isError: boolean): unknown => (isError ? (errors[value] ?? '#N/A') : value !== 0);

interface Place {
  readonly row: number;
  readonly column: number;
  readonly look: PaintedLook;
}

const plainPaint: PaintedLook = { ...plainLook, ink: black, tiny: false };

class OldSheetReader {
  readonly builder: SheetBuilder;
  /** The cell of a formula whose text stands in a record of its own. */
  private waiting: Place | null = null;
  private readonly shared: SharedFormulas;

  constructor(
    private readonly stream: BiffStream,
    private readonly globals: OldGlobals,
    private readonly conditions: Conditions | null,
    budget: Budget,
  ) {
    this.builder = new SheetBuilder(budget);
    this.shared = new SharedFormulas(stream, ({ row, column }, text) =>
      this.builder.calculate(row, column, { text, down: 0, right: 0 }),
    );
  }

  private putNumber({ row, column, look }: Place, value: number): void {
    const own = this.conditions?.lookAt({ row, column }, look, value) ?? look;
    this.builder.putNumber(row, column, value, own, this.globals.date1904);
  }

  private putText({ row, column, look }: Place, text: RichText): void {
    const { conditions } = this;
    const isNumber = conditions !== null && looksLikeNumber(text.text);
    this.builder.putText(row, column, text, isNumber ? conditions.lookAt({ row, column }, look, text.text) : look);
  }

  private putFlag({ row, column }: Place, value: unknown): void {
    this.builder.put(row, column, value);
  }

  private lookAt = (at: number): PaintedLook => this.globals.looks[this.stream.u16(at)] ?? plainPaint;

  /** A record that holds no cell of its own, or several. */
  private isLayout(record: BiffRecord): boolean {
    const { stream } = this;
    const { type, at, end } = record;
    const length = end - at;
    if (type === records.row) {
      if (length >= 16) this.takeRow(at);
    } else if (type === records.columns) {
      if (length >= 10 && ((stream.u16(at + 8) & hiddenColumn) !== 0 || stream.u16(at + 4) < leastSize.width * 256))
        this.builder.hideColumns(stream.u16(at), stream.u16(at + 2));
    } else if (type === records.smallNumbers) {
      const [row, first] = [stream.u16(at), stream.u16(at + 2)];
      for (let index = 0, from = at + 4; from + 6 <= end - 2; index += 1, from += 6)
        this.putNumber({ row, column: first + index, look: this.lookAt(from) }, smallNumber(stream.view, from + 2));
    } else if (type === records.blanks) {
      for (let column = stream.u16(at + 2), from = at + 4; from + 2 <= end - 2; column += 1, from += 2)
        this.builder.goAcross(stream.u16(at), column, this.lookAt(from));
    } else if (type === records.rowHeight) {
      if ((stream.u16(at) & zeroHeight) !== 0) this.builder.hideOtherRows();
    } else if (type === records.merged) this.takeMerged(at + 2, end);
    else if (type === records.window) {
      if ((stream.u16(at) & shownZeros) === 0) this.builder.hideZeros();
    } else if (type === records.sharedFormula || type === records.arrayFormula) this.shared.define(record);
    else if (type === records.result) {
      if (this.waiting !== null && length >= 3)
        this.putText(this.waiting, plainRich(this.globals.texts.textAt(at, end, 2)));
      this.waiting = null;
    } else return false;
    return true;
  }

  private takeRow(at: number): void {
    const { u16 } = this.stream;
    const row = u16(at);
    // The topmost bit says that the height is the usual one.
    const isLow = u16(at + 6) < leastSize.ht * twips;
    if (isLow || (u16(at + 12) & hiddenRow) !== 0) this.builder.hideRow(row);
    else this.builder.showRow(row);
  }

  /** Blocks of cells that are one, each by its first and last row and its first and last column. */
  private takeMerged(from: number, end: number): void {
    const { u16 } = this.stream;
    for (let at = from; at + 8 <= end; at += 8) {
      const [row, column] = [u16(at), u16(at + 4)];
      this.builder.merge({ row, column, rowCount: u16(at + 2) + 1 - row, columnCount: u16(at + 6) + 1 - column });
    }
  }

  read(record: BiffRecord): void {
    const { type, at, end } = record;
    const length = end - at;
    if (type === records.calculation && length >= 2 && this.stream.u16(at) === 0) this.builder.calculateByHand();
    if (length < 4 || this.isLayout(record)) return;
    if (type === records.blank && length >= 6)
      this.builder.goAcross(this.stream.u16(at), this.stream.u16(at + 2), this.lookAt(at + 4));
    if (length < 8) return;
    const { stream, globals } = this;
    const { view, bytes } = stream;
    const place = { row: stream.u16(at), column: stream.u16(at + 2), look: this.lookAt(at + 4) };
    if (type === records.number && length >= 14) this.putNumber(place, view.getFloat64(at + 6, true));
    else if (type === records.smallNumber && length >= 10) this.putNumber(place, smallNumber(view, at + 6));
    else if (type === records.sharedText && length >= 10)
      this.putText(place, globals.strings[stream.u32(at + 6)] ?? plainRich(''));
    else if (type === records.text || type === records.richText) {
      const { text, fonts } = globals.texts.richAt(at + 6, end, 2);
      this.putText(place, richByPlaces(text, type === records.text ? [] : fonts, globals.fonts));
    } else if (type === records.flag) this.putFlag(place, flagOrError(bytes[at + 6] ?? 0, bytes[at + 7] === 1));
    else if (type === records.formula && length >= 16) this.readFormula(place, record);
  }

  private formulaAt(place: Place, at: number, end: number): PlacedFormula | null {
    const text = at < end ? formulaText(this.stream, at, end, place) : null;
    return text === null ? null : { text, down: 0, right: 0 };
  }

  private readFormula(place: Place, { at, end }: BiffRecord): void {
    const { stream } = this;
    const { bytes } = stream;
    const kind = bytes[at + 6] ?? 0;
    this.waiting = null;
    const last = at + 22 <= end ? Math.min(end, at + 22 + stream.u16(at + 20)) : 0;
    this.builder.calculate(place.row, place.column, this.formulaAt(place, at + 22, last));
    // After what is known of it: one that stands elsewhere may be known already.
    if (last > 0) this.shared.takes(place, at + 22, last);
    if ((stream.u16(at + 14) & onLoad) !== 0) this.builder.calculateOnLoad(place.row, place.column);
    if (stream.u16(at + 12) !== 0xffff) this.putNumber(place, stream.view.getFloat64(at + 6, true));
    else if (kind === 0) this.waiting = place;
    else if (kind !== 3) this.putFlag(place, flagOrError(bytes[at + 8] ?? 0, kind === 2));
    else if ((stream.u16(at + 14) & recalculated) !== 0) this.builder.wait(place.row, place.column);
  }
}

/** The sheet whose records begin at a place. Throws an ArchiveError. */
export function readOldSheet(stream: BiffStream, globals: OldGlobals, start: number, budget: Budget): SheetBuilder {
  const reader = new OldSheetReader(stream, globals, oldConditionsOf(stream, globals, start, budget), budget);
  const drawings = new OldDrawings(stream);
  let depth = 0;
  for (const record of stream.from(start)) {
    budget.steps(1);
    if (record.type === records.bof) depth += 1;
    else if (record.type === records.eof) depth -= 1;
    if (depth <= 0) break;
    // A chart inside the sheet has cells of its own.
    if (depth !== 1) continue;
    reader.read(record);
    drawings.read(record);
  }
  for (const drawn of drawings.take()) reader.builder.drawOver(drawn);
  return reader.builder;
}
