/**
 * What a cell shows of what it stores. A number format may scale, round, hide or rename a number; a report is printed as it
 * is shown, so a reader takes what is shown where that is plain, and doubts it where it is not.
 */
import { format, formatColor, isDateFormat } from 'numfmt';
import { hasMoreThanSixDecimals } from '../../../report/figures';
import { shownDigits } from '../../labels/digits';
import { readNumber } from '../../labels/number';

/** A cell whose shown value is not plainly the one that it stores. */
export interface ShownOtherwise {
  /**
   * `shownRounded`: fewer digits are shown than stored, and were taken. `shownOtherwise`: what is shown is no plain number,
   * or not this one; nothing was taken.
   */
  readonly kind: 'shownRounded' | 'shownOtherwise';
  readonly stored: string;
  /** '' where nothing is shown. */
  readonly shown: string;
}

/** What makes a cell uncertain. */
export type Otherwise =
  | ShownOtherwise
  /** `cellTwice`: the file says different things of it. `cellCrossed`: a line goes from corner to corner over it. */
  | { readonly kind: 'cellTwice' | 'cellCrossed'; readonly text: string };

export interface ShownValue {
  /** A number where it is plain, else the text as it is shown. */
  readonly value: unknown;
  readonly otherwise: ShownOtherwise | null;
}

/** A number format, as far as cells need it. */
export interface CellFormat {
  readonly code: string;
  /** Shows whole numbers from 0 on as they are. */
  readonly plain: boolean;
  /** Shows every number as it is that needs no more characters than `widestGeneral`; amounts are taken as they are. */
  readonly general: boolean;
  /** Says something of texts. */
  readonly shapesText: boolean;
  readonly date: boolean;
}

/** `General` as Excel in China writes it into some files. */
const chineseGeneral = /G\/通用格式/gu;
/** `!` before a character is Excel's second way to write `\`. Quoted text is left alone. */
const escapes = /"[^"]*"|\\.|!(.)/gu;
const plainCode = /^(?:#,##0|0)(?:\.0+)?(?:_[ )])?(?:;[^;[\]]*)?$/u;
/** A part of a format that shows nothing where its condition holds; the library reads it as no part. */
const emptyPart = /(^|;)(\[[<>=][^\]]*\])\s*(?=;|$)/gu;
/** Letters as white as a sheet. */
const whitePart = /\[(?:white|color ?2)\]/iu;

/** What the library does not turn into the characters that Excel would show: figures of a language, and such that fill the cell. */
const beyond = /\[(?:DBNum|NatNum)|^(?:[^*]|\*[^\d.,])*\*[\d.,]/iu;

/** Longer ones Excel does not take. What they would show nobody can tell. */
const longestCode = 255;
const beyondExcel = (written: string): CellFormat => ({
  code: written.slice(0, longestCode + 1),
  general: false,
  plain: false,
  shapesText: false,
  date: false,
});

const known = new Map<string, CellFormat>();
const mostKnown = 5000;

const isDate = (code: string): boolean => {
  try {
    return isDateFormat(code);
  } catch {
    return false;
  }
};

/** A format by its code as a file writes it. */
export function formatOf(written: string): CellFormat {
  const found = known.get(written);
  if (found !== undefined) return found;
  if (written.length > longestCode) return beyondExcel(written);
  const code = written
    .replace(chineseGeneral, 'General')
    .replace(escapes, (whole, char: string | undefined) => (char === undefined ? whole : `\\${char}`))
    .replace(emptyPart, '$1$2""');
  const general = code === '' || /^(?:general|@|标准)$/iu.test(code);
  let date: boolean | undefined;
  const made = {
    code,
    general,
    plain: general || plainCode.test(code),
    shapesText: !general && (code.includes('@') || code.split(';').length > 3),
    // Only where it is asked for: a workbook may name thousands of formats that no cell has.
    get date(): boolean {
      return (date ??= !general && isDate(code));
    },
  };
  if (known.size >= mostKnown) known.clear();
  known.set(written, made);
  return made;
}

export const generalFormat = formatOf('General');

const date = 'yyyy/m/d';
const accounting = (sign: string, decimals: string): string =>
  `_ ${sign}* #,##0${decimals}_ ;_ ${sign}* \\-#,##0${decimals}_ ;_ ${sign}* "-"${decimals === '' ? '' : '??'}_ ;_ @_ `;
/** Formats that a file names by their number alone, as Excel in China shows them. ECMA-376 part 1, 18.8.30. */
const builtIn = new Map([
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [5, '"¥"#,##0;"¥"\\-#,##0'],
  [6, '"¥"#,##0;"¥"\\-#,##0'],
  [7, '"¥"#,##0.00;"¥"\\-#,##0.00'],
  [8, '"¥"#,##0.00;"¥"\\-#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [11, '0.00E+00'],
  [12, '# ?/?'],
  [13, '# ??/??'],
  ...[14, 15, 16, 17].map((id) => [id, date] as const),
  ...[18, 19, 20, 21].map((id) => [id, 'h:mm:ss'] as const),
  [22, 'yyyy/m/d h:mm'],
  // Dates in the languages of East Asia.
  ...[27, 28, 29, 30, 31, 32, 33, 34, 35, 36].map((id) => [id, date] as const),
  ...[37, 38].map((id) => [id, '#,##0;\\-#,##0'] as const),
  ...[39, 40].map((id) => [id, '#,##0.00;\\-#,##0.00'] as const),
  [41, accounting('', '')],
  [42, accounting('"¥"', '')],
  [43, accounting('', '.00')],
  [44, accounting('"¥"', '.00')],
  ...[45, 46, 47].map((id) => [id, '[h]:mm:ss'] as const),
  [48, '##0.0E+0'],
  ...[50, 51, 52, 53, 54, 55, 56, 57, 58].map((id) => [id, date] as const),
]);

/** A format that a file names by its number alone; the plain one where the number says nothing. */
export const builtInFormat = (id: number): CellFormat => formatOf(builtIn.get(id) ?? 'General');

function textOf({ code }: CellFormat, value: number | string): string | null {
  if (code.length > longestCode || beyond.test(code)) return null;
  try {
    if (whitePart.test(code) && /^(?:white|#ffffff)$/iu.test(String(formatColor(code, value)))) return '';
    return format(code, value);
  } catch {
    return null;
  }
}

const mantissa = (value: number): string => value.toExponential(14).replace(/e.*$/u, '');

/** Powers of ten between what is stored and what is shown. */
const mostScaled = 12;

/** True if what is shown can be what is stored, scaled and with fewer digits. */
function isRounded(stored: number, shown: number, decimals: number): boolean {
  const half = 0.5000001 * 10 ** -decimals;
  for (let power = -mostScaled; power <= mostScaled; power += 1) {
    const scaled = stored * 10 ** power;
    if (Math.abs(scaled - shown) <= half && (shown !== 0 || power === 0)) return true;
  }
  return false;
}

const spaces = /[\s\u00a0]+/gu;

/** Characters that a cell without a format of its own shows of a number, whatever its width; of more it shows a rounded one. */
const widestGeneral = 11;

/** True for a number that a cell of this format shows as it is; most are. */
function isShownWhole(exact: number, { general, plain }: CellFormat): boolean {
  if (Number.isInteger(exact) && exact >= 0 && plain) return !general || exact < 10 ** widestGeneral;
  if (!general) return false;
  // What an amount may hold is what somebody typed, however much of it the cell shows.
  const isAmount = !Number.isInteger(exact) && !hasMoreThanSixDecimals(exact);
  return isAmount || String(Math.abs(exact)).length <= widestGeneral;
}

/** A number as a cell of this format shows it. `date1904`: days are counted from 1904 on. */
export function shownNumber(stored: number, cell: CellFormat, date1904 = false): ShownValue {
  const exact = shownDigits(stored);
  if (isShownWhole(exact, cell)) return { value: exact, otherwise: null };
  const text = textOf(cell, cell.date && date1904 ? exact + 1462 : exact);
  const shown = (text ?? cell.code).trim();
  const otherwise = { kind: 'shownOtherwise', stored: String(exact), shown } as const;
  const compact = shown.replace(spaces, '');
  const read = text === null || cell.date ? null : readNumber(compact);
  if (read === null) return { value: shown, otherwise };
  if (read.none) return exact === 0 ? { value: 0, otherwise: null } : { value: shown, otherwise };
  const value = read.unit === null ? read.value : compact;
  if (read.value === exact) return { value, otherwise: null };
  if (Math.sign(read.value) === Math.sign(exact) && mantissa(read.value) === mantissa(exact))
    return { value, otherwise: null };
  const decimals = /\.(\d+)/u.exec(compact)?.[1]?.length ?? 0;
  return isRounded(exact, read.value, decimals)
    ? { value, otherwise: { ...otherwise, kind: 'shownRounded' } }
    : { value: shown, otherwise };
}

/** What stands in a cell that shows nothing. */
export const hidden = (stored: string): ShownValue => ({
  value: '',
  otherwise: { kind: 'shownOtherwise', stored, shown: '' },
});

/** A text as a cell of this format shows it. */
export function shownText(stored: string, cell: CellFormat): ShownValue {
  if (!cell.shapesText) return { value: stored, otherwise: null };
  const shown = textOf(cell, stored) ?? stored;
  if (shown.trim() === stored.trim()) return { value: stored, otherwise: null };
  const plainly = readNumber(shown)?.value === readNumber(stored)?.value;
  return {
    value: shown,
    otherwise: plainly && shown.trim() !== '' ? null : { kind: 'shownOtherwise', stored, shown: shown.trim() },
  };
}
