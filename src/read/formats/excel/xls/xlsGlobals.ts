/** What an old workbook says before its first sheet: its sheets, the texts that cells share, how cells look. */
import { ArchiveError } from '../../../containers/archive';
import { BiffTexts, Parts, records, type BiffRecord, type BiffStream } from './biff';
import { richByPlaces, smallestFont, type FontAside, type RichText, type RunFont } from '../fonts';
import type { CellLook } from '../look';
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
const twips = 20;

function fontAside(stream: BiffStream, { at, end }: BiffRecord): FontAside {
  if (end - at < 10) return null;
  if ((stream.u16(at + 2) & struckFlag) !== 0) return 'struck';
  if (stream.u16(at + 8) !== 0) return 'mark';
  return whites.has(stream.u16(at + 4)) || stream.u16(at) <= smallestFont * twips ? 'unclear' : null;
}

/** Whether a cell may have another ground than white. [MS-XLS] 2.4.353; looks of older books are shorter. */
function isPainted(stream: BiffStream, { at, end }: BiffRecord): boolean {
  const length = end - at;
  if (length < 12) return true;
  const [pattern, color] =
    length < 20
      ? [stream.u16(at + 10) & 0x3f, stream.u16(at + 8) & 0x7f]
      : [stream.u16(at + 16) >> 10, stream.u16(at + 18) & 0x7f];
  return pattern !== 0 && !whites.has(color);
}

/** No font has the number 4. */
const missingFont = 4;
const noFont: RunFont = { aside: null, size: 11 };

/** Throws an ArchiveError. */
export function readGlobals(stream: BiffStream): OldGlobals {
  const texts = new BiffTexts(stream, isUnicode(stream));
  const sheets: OldSheetEntry[] = [];
  const pieces: BiffRecord[] = [];
  const formats = new Map<number, CellFormat>();
  const fonts: RunFont[] = [];
  const written: { readonly font: number; readonly format: number; readonly painted: boolean }[] = [];
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
      written.push({ font: stream.u16(at), format: stream.u16(at + 2), painted: isPainted(stream, record) });
    else if (type === records.font) {
      if (fonts.length === missingFont) fonts.push(noFont);
      fonts.push({ aside: fontAside(stream, record), size: length < 2 ? noFont.size : stream.u16(at) / twips });
    } else if (type === records.sheet) {
      if (sheets.length >= mostSheets) throw new ArchiveError('unsafe', `more than ${mostSheets} sheets`, 'count');
      const entry = sheetEntry(stream, texts, record);
      if (entry !== null) sheets.push(entry);
    } else if (type === records.strings || (type === records.more && last === records.strings)) pieces.push(record);
    if (type !== records.more) last = type;
  }
  const looks = written.map(({ font, format, painted }): CellLook => {
    const aside = fonts[font]?.aside ?? null;
    const faint = aside === 'unclear';
    return {
      format: formats.get(format) ?? builtInFormat(format),
      aside: faint ? null : aside,
      unseen: faint && !painted,
    };
  });
  return { texts, sheets, strings: sharedTexts(stream, pieces, fonts), fonts, looks, date1904 };
}
