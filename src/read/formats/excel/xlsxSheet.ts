/** The cells of one sheet of an .xlsx workbook. Source: ECMA-376 part 1, 18.3. */
import { parseXml, type XmlAttributes } from '../../containers/xml';
import { shownNumber, shownText, type ShownValue } from './shown';
import { SheetBuilder } from './workbook';
import { plainLook, type CellLook } from './xlsxStyles';

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly looks: readonly CellLook[];
  readonly date1904: boolean;
}

/** Control characters, and what looks like one, stand in a workbook as `_x000D_`. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

const letterA = 65;
const digit0 = 48;

/** Zero-based column of an address such as AB12, or -1. */
function columnOf(address: string): number {
  let column = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) - letterA;
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

const asStored = (value: unknown): ShownValue => ({ value, otherwise: null });

function valueOf(type: string, text: string, look: CellLook, { strings, date1904 }: SheetContext): ShownValue {
  switch (type) {
    case 's':
      return shownText(strings[Number(text)] ?? '', look.format);
    case 'b':
      return asStored(text === '1');
    case 'str':
    case 'inlineStr':
      return shownText(unescaped(text), look.format);
    case 'e':
    case 'd':
      return asStored(text);
    default: {
      const number = Number(text);
      return text === '' || !Number.isFinite(number) ? asStored(text) : shownNumber(number, look.format, date1904);
    }
  }
}

const isHidden = (attributes: XmlAttributes): boolean => ['1', 'true'].includes(attributes.plain('hidden') ?? '');

/**
 * Cells that have only a look, as most of a laid-out sheet. What follows one in its row says itself where it stands, so
 * none is missed.
 */
const emptyCells = /(?:<c r="[A-Z]{1,3}\d{1,7}"(?: s="\d+")?\/>)+(?=<(?:c r="|\/row>))/gu;
const unnumberedRow = /<row(?=[\s>/])(?! r=")/u;
const withoutEmptyCells = (text: string): string => (unnumberedRow.test(text) ? text : text.replace(emptyCells, ''));

/** Goes through a sheet. The cell that is open is no object of its own: a sheet has thousands that are empty. */
class SheetReader {
  readonly builder = new SheetBuilder();
  private row = -1;
  private column = -1;
  private type: string | null = null;
  private look = plainLook;
  private value = '';
  private hasFormula = false;
  private reading = false;
  private phonetic = 0;

  constructor(private readonly context: SheetContext) {}

  open = (name: string, attributes: XmlAttributes): void => {
    switch (name) {
      case 'row':
        this.row = Number(attributes.plain('r') ?? this.row + 2) - 1;
        this.column = -1;
        if (isHidden(attributes)) this.builder.hideRow(this.row);
        return;
      case 'col':
        if (isHidden(attributes))
          this.builder.hideColumns(Number(attributes.plain('min')) - 1, Number(attributes.plain('max')) - 1);
        return;
      case 'c':
        return this.openCell(attributes);
      case 'f':
        this.hasFormula = true;
        return;
      case 'v':
      case 't':
        this.reading = this.type !== null && this.phonetic === 0;
        return;
      case 'rPh':
        this.phonetic += 1;
    }
  };

  private openCell(attributes: XmlAttributes): void {
    const address = attributes.plain('r') ?? '';
    const own = columnOf(address);
    const ownRow = rowOf(address);
    this.column = own === -1 ? this.column + 1 : own;
    if (own !== -1 && ownRow !== -1) this.row = ownRow;
    this.type = attributes.plain('t') ?? 'n';
    const look = attributes.plain('s');
    this.look = look === undefined ? plainLook : (this.context.looks[Number(look)] ?? plainLook);
    this.value = '';
    this.hasFormula = false;
    this.phonetic = 0;
  }

  close = (name: string): boolean | undefined => {
    if (name === 'v' || name === 't') this.reading = false;
    else if (name === 'rPh') this.phonetic -= 1;
    // What follows the cells says how they look.
    if (name === 'sheetData') return true;
    if (name !== 'c' || this.type === null) return undefined;
    const { row, column, value, type } = this;
    if (value !== '') {
      const shown = valueOf(type, value, this.look, this.context);
      this.builder.put(row, column, shown.value, shown.otherwise);
    } else if (this.hasFormula && type !== 'str') this.builder.wait(row, column);
    this.type = null;
    return undefined;
  };

  text = (text: string): void => {
    if (this.reading) this.value += text;
  };
}

/** Throws an ArchiveError. */
export function readSheet(bytes: Uint8Array, context: SheetContext): SheetBuilder {
  const reader = new SheetReader(context);
  parseXml(bytes, reader, withoutEmptyCells);
  return reader.builder;
}
