/**
 * The number formats that spreadsheet programs put into the style of a page (`mso-number-format`): opened as a workbook, as
 * portals export them, such a page shows its numbers by them.
 */
import { readNumber } from '../labels/number';
import { formatOf, shownNumber, type CellFormat } from './excel/shown';
import { parted } from './pageStyle';

/** Formats that a page may call by a name, those that show a number as another. Of dates and times one stands for all. */
const named = new Map([
  ['percent', '0.00%'],
  ['scientific', '0.00E+00'],
  ['fraction', '# ?/?'],
  ...['general', 'short', 'medium', 'long'].flatMap((length) =>
    ['date', 'time'].map((kind) => [`${length} ${kind}`, 'yyyy/m/d'] as const),
  ),
  ...['yes/no', 'true/false', 'on/off'].map((name) => [name, '"Yes";"Yes";"No"'] as const),
]);
const plainNames = /^(?:general number|standard|fixed|currency)$/u;

/** A format as a workbook holds it, from a style: in quotes, its signs behind bars or by their numbers. */
function codeOf(written: string): string {
  const code = written
    .replace(/^["']|["']$/gu, '')
    .replaceAll(parted, ';')
    .replace(/\\(?:(00[\da-f]{2})|(.))/gu, (_, number?: string, sign?: string) =>
      number === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(number, 16)),
    );
  return plainNames.test(code) ? 'General' : (named.get(code) ?? code);
}

let last: { readonly written: string; readonly format: CellFormat } | null = null;

/** The format of a style; most cells of a page have the one of the cell before. */
function formatIn(written: string): CellFormat {
  if (last?.written !== written) last = { written, format: formatOf(codeOf(written)) };
  return last.format;
}

/** True where a number that stands in a page is shown as another one by its format, or not at all. */
export function isShownOtherwise(text: string, format: string): boolean {
  const number = readNumber(text);
  return number !== null && shownNumber(number.value, formatIn(format)).otherwise !== null;
}
