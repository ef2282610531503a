/** The cells of one sheet of an .xlsx workbook. Source: ECMA-376 part 1, 18.3. */
import { referredBlock, type CellBlock } from '../../../../report/a1';
import type { Budget } from '../../../containers/budget';
import { parseXml, type XmlAttributes } from '../../../containers/xml';
import { isNoReport } from '../../../../report/sheet/workbook';
import { looksLikeNumber, type Conditions } from '../conditions';
import { decimalOf } from '../decimal';
import { plainRich, type RichText } from '../fonts';
import { leastSize, type CellLook } from '../look';
import type { PlacedFormula } from '../results';
import { SheetBuilder } from '../workbook';
import { conditionsOf } from './xlsxConditions';
import { behindCells, readPlainRows, type PlainCell } from './plainRows';
import { plainPaint, type ShadeIn, type Styles } from './xlsxStyles';
import { TextReader, unescaped } from './xlsxText';

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly RichText[];
  readonly styles: Styles;
  readonly shadeIn: ShadeIn;
  readonly date1904: boolean;
  /** Results are only made anew when a person asks for it. */
  readonly manual: boolean;
  /** All results are to be made anew by whoever opens the file. */
  readonly onLoad: boolean;
}

const letterA = 65;
const digit0 = 48;

/** Zero-based column of an address such as AB12, or -1. Runs for each cell of a file, on text that nobody vouches for. */
function columnOfCell(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    // Small letters are the same, and some programs write them.
    const letter = (address.charCodeAt(at) & ~0x20) - letterA;
    if (letter < 0 || letter > 25) break;
    column = column * 26 + letter + 1;
  }
  return at > 3 ? -1 : column - 1;
}

/** Zero-based row of an address such as AB12, or -1. */
function rowOf(address: string): number {
  let row = 0;
  let factor = 1;
  for (let at = address.length - 1; at >= 0; at -= 1) {
    const digit = address.charCodeAt(at) - digit0;
    if (digit < 0 || digit > 9) break;
    row += digit * factor;
    factor *= 10;
  }
  return row - 1;
}

/** A text that the file names and does not hold. */
const missingText = plainRich('?');

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** `size`: the attribute that gives the height or width of what may be hidden: of none nothing is seen. */
const isHidden = (attributes: XmlAttributes, size: keyof typeof leastSize): boolean =>
  isOn(attributes.plain('hidden')) || Number(attributes.plain(size) ?? leastSize[size]) < leastSize[size];

/** Goes through a sheet. The cell that is open is no object of its own: a sheet has thousands that are empty. */
class SheetReader {
  readonly builder: SheetBuilder;
  private row = -1;
  /** The number that the open row has by itself; -1 where it has none. */
  private ownRow = -1;
  private column = -1;
  /** The open cell names another row than the one that it stands in. */
  private astray = false;
  private type: string | null = null;
  private look = plainPaint;
  private value = '';
  private hasFormula = false;
  private formula = '';
  private inFormula = false;
  /** The number of the formula that the cell shares with others. */
  private shared: string | null = null;
  /** Formulas that cells share, and the cells that hold them. */
  private readonly sharedFormulas = new Map<
    string,
    { readonly text: string; readonly row: number; readonly column: number }
  >();
  /** The cells that the formula of the open cell fills. */
  private filled: CellBlock | null = null;
  private reading = false;
  /** The text that stands in the cell itself. */
  private readonly inline: TextReader;
  private inInline = false;
  private hasInline = false;

  constructor(
    private readonly context: SheetContext,
    private readonly conditions: Conditions | null,
    budget: Budget,
  ) {
    this.builder = new SheetBuilder(budget);
    this.inline = new TextReader(context.shadeIn);
  }

  open = (name: string, attributes: XmlAttributes): void => {
    if (this.inInline) return this.inline.open(name, attributes);
    switch (name) {
      case 'row':
        return this.openRow(attributes);
      case 'col':
        if (isHidden(attributes, 'width'))
          this.builder.hideColumns(Number(attributes.plain('min')) - 1, Number(attributes.plain('max')) - 1);
        return;
      case 'c':
        return this.openCell(attributes);
      case 'sheetFormatPr':
        if (
          isOn(attributes.plain('zeroHeight')) ||
          Number(attributes.plain('defaultRowHeight') ?? Infinity) < leastSize.ht
        )
          this.builder.hideOtherRows();
        return;
      case 'sheetView':
        if (['0', 'false'].includes(attributes.plain('showZeros') ?? '')) this.builder.hideZeros();
        if (isOn(attributes.plain('showFormulas'))) this.builder.showFormulas();
        return;
      case 'f':
        this.inFormula = true;
        return this.openFormula(attributes);
      case 'v':
        this.reading = this.type !== null;
        // A second value is no part of the first.
        if (this.value !== '') this.value += '\n';
        return;
      case 'is':
        this.inInline = true;
        this.hasInline = true;
        this.inline.begin();
    }
  };

  merge(reference: string): void {
    const block = referredBlock(reference);
    if (block !== null) this.builder.merge(block);
  }

  private openRow(attributes: XmlAttributes): void {
    const number = Number(attributes.plain('r') ?? NaN);
    this.ownRow = Number.isInteger(number) ? number - 1 : -1;
    this.row = this.ownRow === -1 ? this.row + 1 : this.ownRow;
    this.column = -1;
    if (isHidden(attributes, 'ht')) this.builder.hideRow(this.row);
    else if (attributes.plain('ht') !== undefined) this.builder.showRow(this.row);
  }

  private openFormula(attributes: XmlAttributes): void {
    this.hasFormula = true;
    const kind = attributes.plain('t');
    this.shared = kind === 'shared' ? (attributes.plain('si') ?? '') : null;
    if (kind === 'array' || kind === 'dataTable') this.filled = referredBlock(attributes.plain('ref') ?? '');
  }

  private openCell(attributes: XmlAttributes): void {
    this.beginCell(attributes.plain('r') ?? '', attributes.plain('t'), attributes.plain('s'));
  }

  private beginCell(address: string, type: string | undefined, look: string | undefined): void {
    const own = columnOfCell(address);
    const ownRow = rowOf(address);
    this.column = own === -1 ? this.column + 1 : own;
    const isPlaced = own !== -1 && ownRow !== -1;
    this.astray = isPlaced && this.ownRow !== -1 && ownRow !== this.ownRow;
    if (isPlaced) this.row = ownRow;
    this.type = type ?? 'n';
    this.hasInline = false;
    this.look = look === undefined ? plainPaint : (this.context.styles.looks[Number(look)] ?? plainPaint);
    this.value = '';
    this.hasFormula = false;
    this.formula = '';
  }

  readonly plainRows = {
    row: (attributes: XmlAttributes): void => this.openRow(attributes),
    cell: (cell: PlainCell): boolean => {
      this.takeCell(cell);
      return this.look.across === true && this.column > 0;
    },
    blank: (address: string, look: string | undefined): void => {
      this.beginCell(address, undefined, look);
      this.builder.goAcross(this.row, this.column, this.look);
      this.type = null;
    },
  };

  close = (name: string): boolean | undefined => {
    if (name === 'is') this.inInline = false;
    else if (this.inInline) this.inline.close(name);
    else if (name === 'v') this.reading = false;
    else if (name === 'f') this.inFormula = false;
    // What follows the cells says how they look.
    else if (name === 'sheetData') return true;
    else if (name === 'c' && this.type !== null) this.closeCell(this.type);
    return undefined;
  };

  private closeCell(type: string): void {
    const { value } = this;
    this.type = null;
    if (this.hasFormula) this.closeFormula();
    if (this.hasInline) this.putText(this.inline.take());
    else this.closeValue(type, value);
    this.endCell();
  }

  /** `value`: the result that the file holds. */
  private closeFormula(value = this.value): void {
    const { row, column, builder, filled } = this;
    builder.calculate(row, column, this.formulaHere());
    if (this.context.onLoad) builder.calculateOnLoad(row, column);
    if (filled !== null) builder.fillByFormula(filled, value === '');
    this.filled = null;
  }

  /** What says two things of its row is certain in neither. */
  private endCell(): void {
    if (this.astray) this.builder.astray(this.row, this.ownRow, this.column);
  }

  /** A cell that stands plainly in a plain row. */
  private takeCell({ address, type, look, formula, value, inline }: PlainCell): void {
    this.beginCell(address, type, look);
    if (formula !== undefined) {
      this.openFormula(formula.attributes);
      this.formula = formula.text;
      this.closeFormula(value ?? inline ?? '');
    }
    if (inline === undefined) this.closeValue(type ?? 'n', value ?? '');
    else this.putText(plainRich(unescaped(inline)));
    this.type = null;
    this.endCell();
  }

  private closeValue(type: string, value: string): void {
    const { row, column, look, builder, context } = this;
    if (value === '') {
      builder.goAcross(row, column, look);
      if (this.hasFormula && type !== 'str') builder.wait(row, column);
      return;
    }
    const number = decimalOf(value);
    if (type === 's') this.putText(context.strings[number] ?? missingText);
    else if (type === 'str' || type === 'inlineStr') this.putText(plainRich(unescaped(value)));
    else if (type === 'b') builder.put(row, column, value === '1');
    else if (type === 'e' || type === 'd' || !Number.isFinite(number)) builder.put(row, column, value);
    else builder.putNumber(row, column, number, this.lookOf(number), context.date1904);
  }

  private putText(text: RichText): void {
    const { row, column, look, conditions, builder } = this;
    const isNumber = conditions !== null && looksLikeNumber(text.text);
    builder.putText(row, column, text, isNumber ? this.lookOf(text.text) : look);
  }

  /** The look of the open cell with this number in it, or a text that reads like one. */
  private lookOf(content: number | string): CellLook {
    const { row, column, look, conditions } = this;
    return conditions === null ? look : conditions.lookAt({ row, column }, look, content);
  }

  private formulaHere(): PlacedFormula | null {
    const { row, column, formula: text, shared } = this;
    if (shared === null) return text === '' ? null : { text, down: 0, right: 0 };
    if (text !== '') this.sharedFormulas.set(shared, { text, row, column });
    const origin = this.sharedFormulas.get(shared);
    return origin === undefined ? null : { text: origin.text, down: row - origin.row, right: column - origin.column };
  }

  text = (text: string): void => {
    if (this.inInline) this.inline.piece(text);
    else if (this.inFormula) this.formula += text;
    else if (this.reading) this.value += text;
  };
}

const mergedCell = /mergeCell\s[^<>]{0,200}?ref\s*=\s*["']([^"'<>]*)/gu;

/** What is merged on a sheet stands behind its rows, which are not gone through once more. */
function takeMerged(bytes: Uint8Array, reader: SheetReader): void {
  const behind = behindCells(bytes);
  const from = behind.indexOf('mergeCells');
  const end = from === -1 ? -1 : behind.indexOf('mergeCells>', from + 1);
  if (end === -1) return;
  for (const [, reference = ''] of behind.slice(from, end).matchAll(mergedCell)) reader.merge(reference);
}

/** A reader that has gone through the rows, at most so many; null where the sheet is not plain. Throws an ArchiveError. */
function plainReader(
  bytes: Uint8Array,
  context: SheetContext,
  conditions: Conditions | null,
  budget: Budget,
  most?: number,
): SheetReader | null {
  const begun = budget.mark();
  const reader = new SheetReader(context, conditions, budget);
  if (readPlainRows(bytes, reader, reader.plainRows, most)) return reader;
  budget.backTo(begun);
  return null;
}

/** Rows by which a sheet is known that goes with a report and is none. */
const firstRows = 6;

/** The first rows of a sheet of which nothing can be taken; null for any other. Throws an ArchiveError. */
export function readNoReport(bytes: Uint8Array, context: SheetContext, budget: Budget): SheetBuilder | null {
  const begun = budget.mark();
  const reader = plainReader(bytes, context, null, budget, firstRows);
  if (reader !== null && isNoReport(reader.builder.sheet('', false).grid.values)) return reader.builder;
  budget.backTo(begun);
  return null;
}

/** Throws an ArchiveError. */
export function readSheet(bytes: Uint8Array, context: SheetContext, budget: Budget): SheetBuilder {
  const conditions = conditionsOf(bytes, context.styles, budget);
  let reader = plainReader(bytes, context, conditions, budget);
  if (reader === null) {
    reader = new SheetReader(context, conditions, budget);
    parseXml(bytes, reader);
  }
  takeMerged(bytes, reader);
  if (context.manual) reader.builder.calculateByHand();
  return reader.builder;
}
