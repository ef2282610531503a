/**
 * The rows of a sheet as programs write them: `<row …>`, `<c …>` with an address, a formula, a value or a text. An expression
 * takes a cell at once, and cells that have only a look many at a time. Whatever is written otherwise, however right it is, is
 * left to the parser of XML, from the beginning of the sheet.
 */
import { parseXmlText, placeIn, type XmlAttributes, type XmlEvents } from '../../../containers/xml';
import { plainTextOf, Tags } from '../../../containers/plainXml';

/** A formula as it is written in a cell. */
export interface WrittenFormula {
  readonly attributes: XmlAttributes;
  readonly text: string;
}

/** A cell as it is written. Missing pieces are `undefined`. */
export interface PlainCell {
  readonly address: string;
  readonly look: string | undefined;
  readonly type: string | undefined;
  readonly formula: WrittenFormula | undefined;
  readonly value: string | undefined;
  /** The text that stands in the cell itself. */
  readonly inline: string | undefined;
}

export interface RowEvents {
  readonly row: (attributes: XmlAttributes) => void;
  /** True where what the cell holds may be shown over the blank cells behind it, which are then told too. */
  readonly cell: (cell: PlainCell) => boolean;
  readonly blank: (address: string, look: string | undefined) => void;
}

const beginning = '<sheetData>';
const ending = '</sheetData>';
const rowEnd = '</row>';

/** Beyond, a sheet has more elements than the parser would go through, and that is for it to say. */
const longest = 4 * 1024 * 1024;

/** Cells that have only a look. */
const emptyCells = /(?:<c r="[A-Z]{1,3}[1-9]\d{0,6}"(?: s="\d+")?\/>){1,100}/uy;
const emptyCell = /r="([A-Z]{1,3}\d+)"(?: s="(\d+)")?/gu;
const filledCell =
  /<c r="([A-Z]{1,3}[1-9]\d{0,6})"(?: s="(\d+)")?(?: t="([a-zA-Z]+)")?>(?:(<f(?: [^<>]*)?>)(?:([^<]*)<\/f>)?)?(?:<v>([^<]*)<\/v>|<is><t(?: xml:space="preserve")?>([^<]*)<\/t><\/is>)?<\/c>/uy;

/** Goes through rows, as far as they are plain. */
class PlainRows {
  private readonly tags = new Tags();
  /** The blank cells that come next are told. */
  private tellsBlanks = false;

  constructor(
    private readonly text: string,
    private readonly events: RowEvents,
  ) {}

  /** From a place on to the end of the text or of the cells; false where not all of it is plain. */
  take(from: number): boolean {
    const { text } = this;
    let at = from;
    while (at < text.length && !text.startsWith(ending, at)) {
      at = this.takeRow(at);
      if (at === -1) return false;
    }
    return true;
  }

  /** Where the row that begins here ends; -1 where none begins that is plain. */
  private takeRow(at: number): number {
    const { text } = this;
    const end = text.startsWith('<row ', at) ? text.indexOf('>', at) + 1 : 0;
    const tag = end === 0 ? null : this.tags.of(text.slice(at, end));
    // Where a row does not say its number, it follows from what stood before.
    if (tag === null || tag.attributes.plain('r') === undefined) return -1;
    this.events.row(tag.attributes);
    return tag.kind === 'empty' ? end : this.takeCells(end);
  }

  private tellCells(cells: string): void {
    for (const [, address = '', look] of cells.matchAll(emptyCell)) this.events.blank(address, look);
  }

  /** Where the cells of a row end; -1 where one of them is not plain. */
  private takeCells(from: number): number {
    const { text } = this;
    let at = from;
    this.tellsBlanks = false;
    while (!text.startsWith(rowEnd, at)) {
      emptyCells.lastIndex = at;
      if (emptyCells.test(text)) {
        if (this.tellsBlanks) this.tellCells(text.slice(at, emptyCells.lastIndex));
        at = emptyCells.lastIndex;
      } else {
        filledCell.lastIndex = at;
        const found = filledCell.exec(text);
        if (found === null || !this.takeCell(found)) return -1;
        at = filledCell.lastIndex;
      }
    }
    return at + rowEnd.length;
  }

  /** False where the cell is not plain. */
  private takeCell([, address = '', look, type, tag, written, value, inline]: RegExpExecArray): boolean {
    const formula = tag === undefined ? undefined : this.formulaOf(tag, written);
    const shown = plainTextOf(value ?? inline ?? '');
    if (formula === null || shown === null) return false;
    this.tellsBlanks = this.events.cell({
      address,
      look,
      type,
      formula,
      value: value === undefined ? undefined : shown,
      inline: inline === undefined ? undefined : shown,
    });
    return true;
  }

  /** Null for one that is not plain. */
  private formulaOf(tag: string, written: string | undefined): WrittenFormula | null {
    const { kind, name, attributes } = this.tags.of(tag) ?? {};
    // One that only names a formula which another cell holds has no text and no end.
    if (name !== 'f' || attributes === undefined || (kind === 'empty') !== (written === undefined)) return null;
    const text = plainTextOf(written ?? '');
    return text === null ? null : { attributes, text };
  }
}

const ends = new WeakMap<Uint8Array, number>();
const behind = new WeakMap<Uint8Array, string>();

/** Where the cells of a sheet end; -1 where they do not. Looked for once, by whoever asks first. */
function endOfCells(bytes: Uint8Array): number {
  const known = ends.get(bytes) ?? placeIn(bytes, ending);
  ends.set(bytes, known);
  return known;
}

/** What stands behind the cells of a sheet; all of it where they do not end. Several look for what concerns them there. */
export function behindCells(bytes: Uint8Array): string {
  const known = behind.get(bytes) ?? new TextDecoder().decode(bytes.subarray(Math.max(0, endOfCells(bytes))));
  behind.set(bytes, known);
  return known;
}

/** Where the first rows end; the end of all cells where there are no more. -1 where they have no end. */
function endOfRows(bytes: Uint8Array, most: number): number {
  if (most < Infinity) {
    let end = 0;
    for (let row = 0; row < most && end !== -1; row += 1) {
      const found = placeIn(bytes, rowEnd, end);
      end = found === -1 ? -1 : found + rowEnd.length;
    }
    if (end !== -1) return end;
  }
  return endOfCells(bytes);
}

/**
 * Tells of the first rows of a sheet, at most so many, and of what stands before them. What follows them is not looked at.
 * False where it is for the parser to say what stands there; what was told until then is then to be forgotten. Throws an
 * ArchiveError where what stands before the rows is broken.
 */
export function readPlainRows(bytes: Uint8Array, before: XmlEvents, events: RowEvents, most = Infinity): boolean {
  const end = bytes.length > longest ? -1 : endOfRows(bytes, most);
  if (end === -1) return false;
  const text = new TextDecoder().decode(bytes.subarray(0, end));
  if (text.includes('\r')) return false;
  const from = text.indexOf(beginning);
  const head = text.slice(0, Math.max(0, from));
  // What looks like the beginning of the cells may be none in a comment, and other cells may stand before it.
  if (from === -1 || ['<!', 'sheetData'].some((sign) => head.includes(sign)) || head.includes('<?', 1)) return false;
  parseXmlText(`${head}<sheetData/>`, before);
  return new PlainRows(text, events).take(from + beginning.length);
}
