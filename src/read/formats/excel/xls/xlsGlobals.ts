/** What an old workbook says before its first sheet: its sheets, the texts that cells share, how cells look. */
import { ArchiveError } from '../../../containers/archive';
import { BiffTexts, Parts, records, type BiffRecord, type BiffStream } from './biff';
import { richByPlaces, smallestFont, type FontAside, type RichText, type RunFont } from '../fonts';
import { black, patterned, white, type CellLook, type Shade } from '../look';
import { builtInFormat, formatOf, type CellFormat } from '../shown';

export interface OldSheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Where its records begin. */
  readonly at: number;
}

export interface OldGlobals {
  readonly texts: BiffTexts;
  readonly sheets: readonly OldSheetEntry[];
  readonly strings: readonly RichText[];
  /** By their numbers. */
  readonly fonts: readonly RunFont[];
  readonly looks: readonly CellLook[];
  readonly date1904: boolean;
}

const mostSheets = 500;
const worksheet = 0;
const unicodeVersion = 0x0600;

/** True for a workbook of Excel 97 and later. Throws an ArchiveError where no workbook begins. */
function isUnicode(stream: BiffStream): boolean {
  const [first] = stream.from(0);
  if (first?.type !== records.bof || first.end - first.at < 4)
    throw new ArchiveError('broken', 'no beginning of a workbook');
  return stream.u16(first.at) === unicodeVersion;
}

function sheetEntry(stream: BiffStream, texts: BiffTexts, { at, end }: BiffRecord): OldSheetEntry | null {
  if (end - at < 8 || stream.u16(at + 4) >> 8 !== worksheet) return null;
  return { name: texts.textAt(at + 6, end, 1), hidden: (stream.u16(at + 4) & 0x03) !== 0, at: stream.u32(at) };
}

function sharedTexts(stream: BiffStream, pieces: readonly BiffRecord[], fonts: readonly RunFont[]): RichText[] {
  const parts = new Parts(stream.view, pieces);
  parts.skip(8);
  const strings: RichText[] = [];
  while (!parts.ended) {
    const { text, fonts: places } = parts.text(parts.pair());
    strings.push(richByPlaces(text, places, fonts));
  }
  return strings;
}

const struckFlag = 0x08;
const whites: ReadonlySet<number> = new Set([1, 9, 65]);
const blacks: ReadonlySet<number> = new Set([0, 8]);
/** The colour of letters that have none of their own. */
const automatic = 0x7fff;

const shadeOf = (color: number): Shade => (whites.has(color) ? white : blacks.has(color) ? black : `color ${color}`);
const twips = 20;

function fontAside(stream: BiffStream, { at, end }: BiffRecord): FontAside {
  if (end - at < 10) return null;
  if ((stream.u16(at + 2) & struckFlag) !== 0) return 'struck';
  if (stream.u16(at + 8) !== 0) return 'mark';
  return whites.has(stream.u16(at + 4)) || stream.u16(at) <= smallestFont * twips ? 'unclear' : null;
}

/** The colour of the letters of a font, and whether they are too small to be seen. */
function inkOf(stream: BiffStream, { at, end }: BiffRecord): Pick<OldFont, 'ink' | 'tiny'> {
  if (end - at < 6) return { ink: black, tiny: false };
  const color = stream.u16(at + 4);
  return { ink: color === automatic ? black : shadeOf(color), tiny: stream.u16(at) <= smallestFont * twips };
}

const solid = 1;

/** The ground of a cell. [MS-XLS] 2.4.353; looks of older books are shorter. */
function groundOf(stream: BiffStream, { at, end }: BiffRecord): Shade {
  const length = end - at;
  if (length < 12) return patterned;
  const [pattern, color] =
    length < 20
      ? [stream.u16(at + 10) & 0x3f, stream.u16(at + 8) & 0x7f]
      : [stream.u16(at + 16) >> 10, stream.u16(at + 18) & 0x7f];
  if (pattern === 0) return white;
  const shade = shadeOf(color);
  return pattern === solid || shade === white ? shade : patterned;
}

/** Whether a line goes from corner to corner of a cell: which way, and how it is drawn. Older books have none. */
const isCrossed = (stream: BiffStream, { at, end }: BiffRecord): boolean =>
  end - at >= 20 && stream.u16(at + 12) >> 14 !== 0 && ((stream.u32(at + 14) >> 21) & 0x0f) !== 0;

const fill = 4;

/** Whether what a cell holds is shown as often as there is room for it. */
const isRepeated = (stream: BiffStream, { at, end }: BiffRecord): boolean =>
  end - at >= 8 && (stream.u16(at + 6) & 0x07) === fill;

interface OldFont extends RunFont {
  readonly ink: Shade;
  readonly tiny: boolean;
}

interface OldLook {
  readonly font: number;
  readonly format: number;
  readonly ground: Shade;
  readonly crossed: boolean;
  readonly repeated: boolean;
}

/** No font has the number 4. */
const missingFont = 4;
const noFont: OldFont = { aside: null, size: 11, ink: black, tiny: false };

/** Throws an ArchiveError. */
export function readGlobals(stream: BiffStream): OldGlobals {
  const texts = new BiffTexts(stream, isUnicode(stream));
  const sheets: OldSheetEntry[] = [];
  const pieces: BiffRecord[] = [];
  const formats = new Map<number, CellFormat>();
  const fonts: OldFont[] = [];
  const written: OldLook[] = [];
  let date1904 = false;
  let last = 0;
  for (const record of stream.from(0)) {
    const { type, at, end } = record;
    const length = end - at;
    if (type === records.eof) break;
    if (type === records.codePage && length >= 2) texts.useCodePage(stream.u16(at));
    else if (type === records.date1904 && length >= 2) date1904 = stream.u16(at) === 1;
    else if (type === records.format && length >= 3)
      formats.set(stream.u16(at), formatOf(texts.textAt(at + 2, end, texts.unicode ? 2 : 1)));
    else if (type === records.look && length >= 4)
      written.push({
        font: stream.u16(at),
        format: stream.u16(at + 2),
        ground: groundOf(stream, record),
        crossed: isCrossed(stream, record),
        repeated: isRepeated(stream, record),
      });
    else if (type === records.font) {
      if (fonts.length === missingFont) fonts.push(noFont);
      const size = length < 2 ? noFont.size : stream.u16(at) / twips;
      fonts.push({ aside: fontAside(stream, record), size, ...inkOf(stream, record) });
    } else if (type === records.sheet) {
      if (sheets.length >= mostSheets) throw new ArchiveError('unsafe', `more than ${mostSheets} sheets`, 'count');
      const entry = sheetEntry(stream, texts, record);
      if (entry !== null) sheets.push(entry);
    } else if (type === records.strings || (type === records.more && last === records.strings)) pieces.push(record);
    if (type !== records.more) last = type;
  }
  const looks = written.map(({ font, format, ground, crossed, repeated }): CellLook => {
    const { aside, ink, tiny } = fonts[font] ?? noFont;
    return {
      format: formats.get(format) ?? builtInFormat(format),
      aside: aside === 'unclear' ? null : aside,
      unseen: tiny || ink === ground,
      crossed,
      ...(repeated ? { unsure: true } : {}),
    };
  });
  return { texts, sheets, strings: sharedTexts(stream, pieces, fonts), fonts, looks, date1904 };
}
