/** What an old workbook says before its first sheet: its sheets, the texts that cells share, how cells look. */
import { ArchiveError } from '../../../containers/archive';
import { showsPictures } from '../../../containers/ink';
import { type BiffRecord, type BiffStream, BiffTexts, Parts, records } from './biff';
import type { PaintedLook } from '../conditions';
import { type FontAside, richByPlaces, type RichText, type RunFont, smallestFont } from '../fonts';
import { black, isUnseenOn, patterned, type Shade, shadeOf } from '../look';
import { Palette } from '../palette';
import { builtInFormat, type CellFormat, formatOf } from '../shown';

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
  readonly looks: readonly PaintedLook[];
  readonly formats: ReadonlyMap<number, CellFormat>;
  /** A colour by its number. */
  readonly shadeOf: (color: number) => Shade;
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
/** The colour of letters that have none of their own. */
const automatic = 0x7fff;
const twips = 20;

function fontAside(stream: BiffStream, { at, end }: BiffRecord): FontAside {
  if (end - at < 10) return null;
  if ((stream.u16(at + 2) & struckFlag) !== 0) return 'struck';
  return stream.u16(at + 8) === 0 ? null : 'mark';
}

/** A font as it is written: its colour is known once the list of colours is. */
interface OldFont extends Omit<RunFont, 'ink'> {
  readonly color: number;
  readonly tiny: boolean;
  /** Nobody can tell what its digits look like. */
  readonly pictures: boolean;
}

function fontAt(stream: BiffStream, texts: BiffTexts, record: BiffRecord): OldFont {
  const { at, end } = record;
  const length = end - at;
  return {
    aside: fontAside(stream, record),
    size: length < 2 ? noFont.size : stream.u16(at) / twips,
    color: length < 6 ? automatic : stream.u16(at + 4),
    tiny: length >= 2 && stream.u16(at) <= smallestFont * twips,
    pictures: length >= 16 && showsPictures(texts.textAt(at + 14, end, 1)),
  };
}

const solid = 1;
/** What grounds are that have no colour of their own. */
const whiteColor = 65;

/** The number of a colour; null for a ground of more than one. */
type Ground = number | null;

/** The ground of a cell. [MS-XLS] 2.4.353; looks of older books are shorter. */
function groundOf(stream: BiffStream, { at, end }: BiffRecord): Ground {
  const length = end - at;
  if (length < 12) return null;
  const [pattern, color] =
    length < 20
      ? [stream.u16(at + 10) & 0x3f, stream.u16(at + 8) & 0x7f]
      : [stream.u16(at + 16) >> 10, stream.u16(at + 18) & 0x7f];
  if (pattern === 0) return whiteColor;
  return pattern === solid || color === whiteColor ? color : null;
}

/** Whether a line goes from corner to corner of a cell: which way, and how it is drawn. Older books have none. */
const isCrossed = (stream: BiffStream, { at, end }: BiffRecord): boolean =>
  end - at >= 20 && stream.u16(at + 12) >> 14 !== 0 && ((stream.u32(at + 14) >> 21) & 0x0f) !== 0;

/** Whether a line is drawn at the left of a cell. Older books are not looked at for that. */
const isLined = (stream: BiffStream, { at, end }: BiffRecord): boolean =>
  end - at >= 20 && (stream.u16(at + 10) & 0x0f) !== 0;

/** How what stands in a cell lies in it: as often as there is room, or in the middle of several. */
const alignments = { fill: 4, across: 6 } as const;

const alignmentOf = (stream: BiffStream, { at, end }: BiffRecord): number =>
  end - at >= 8 ? stream.u16(at + 6) & 0x07 : 0;

interface OldLook {
  readonly font: number;
  readonly format: number;
  readonly ground: Ground;
  readonly crossed: boolean;
  readonly lined: boolean;
  readonly alignment: number;
}

/** No font has the number 4. */
const missingFont = 4;
const noFont: OldFont = { aside: null, size: 11, color: automatic, tiny: false, pictures: false };

/** The colours that a workbook has in place of the usual ones, from number 8 on: red, green, blue and nothing. */
function paletteAt({ bytes, u16 }: BiffStream, { at, end }: BiffRecord): Palette {
  const own: Shade[] = [];
  for (let from = at + 2; from + 4 <= end && own.length < u16(at); from += 4)
    own.push(shadeOf([0, 1, 2].map((part) => (bytes[from + part] ?? 0).toString(16).padStart(2, '0')).join('')));
  return new Palette(own, 8);
}

function lookOf(
  { font, format, ground, crossed, lined, alignment }: OldLook,
  book: Pick<OldGlobals, 'formats' | 'shadeOf'> & { readonly fonts: readonly OldFont[] },
): PaintedLook {
  const { aside, color, tiny, pictures } = book.fonts[font] ?? noFont;
  const ink = book.shadeOf(color);
  const painted = ground === null ? patterned : book.shadeOf(ground);
  return {
    format: book.formats.get(format) ?? builtInFormat(format),
    aside,
    unseen: tiny || isUnseenOn(ink, painted),
    crossed,
    ink,
    ground: painted,
    tiny,
    ...(pictures || alignment === alignments.fill ? { unsure: true } : {}),
    ...(alignment === alignments.across ? { across: true } : {}),
    ...(lined ? { lined: true } : {}),
  };
}

/** Parts of a text in such a font may be there for nobody to see. */
const runFont = ({ aside, size, color, tiny, pictures }: OldFont, shade: OldGlobals['shadeOf']): RunFont => ({
  aside: aside ?? (tiny || pictures ? 'unclear' : null),
  size,
  ink: shade(color),
});

/** Throws an ArchiveError. */
export function readGlobals(stream: BiffStream): OldGlobals {
  const texts = new BiffTexts(stream, isUnicode(stream));
  const sheets: OldSheetEntry[] = [];
  const pieces: BiffRecord[] = [];
  const formats = new Map<number, CellFormat>();
  const fonts: OldFont[] = [];
  const written: OldLook[] = [];
  let palette = new Palette();
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
        lined: isLined(stream, record),
        alignment: alignmentOf(stream, record),
      });
    else if (type === records.font) {
      if (fonts.length === missingFont) fonts.push(noFont);
      fonts.push(fontAt(stream, texts, record));
    } else if (type === records.palette && length >= 2) {
      palette = paletteAt(stream, record);
    } else if (type === records.sheet) {
      if (sheets.length >= mostSheets) throw new ArchiveError('unsafe', `more than ${mostSheets} sheets`, 'count');
      const entry = sheetEntry(stream, texts, record);
      if (entry !== null) sheets.push(entry);
    } else if (type === records.strings || (type === records.more && last === records.strings)) pieces.push(record);
    if (type !== records.more) last = type;
  }
  const shade = (color: number): Shade => (color === automatic ? black : palette.shade(color));
  const runFonts = fonts.map((font) => runFont(font, shade));
  const looks = written.map((look) => lookOf(look, { formats, fonts, shadeOf: shade }));
  const strings = sharedTexts(stream, pieces, runFonts);
  return { texts, sheets, strings, fonts: runFonts, looks, formats, shadeOf: shade, date1904 };
}
