/**
 * The number formats that spreadsheet programs put into the style of a page (`mso-number-format`): opened as a workbook, as
 * portals export them, such a page shows its numbers by them.
 */

/** Names of formats that show a number as it is, or with its thousands parted. */
const plainNames: ReadonlySet<string> = new Set(['general', 'general number', 'standard', 'fixed', 'currency', '@']);
/** Of all other names. */
const otherName =
  /^(?:percent|scientific|fraction|(?:short|medium|long) (?:date|time)|general date|yes\/no|true\/false|on\/off)$/u;
/** Percent, dates and times, powers of ten, fractions, thousands left out, and a point that only stands there. */
const changing = /%|[ymdhs]|e[+-]|[0#?]\s*\/|[0#?],+(?![0#?,])|!\./u;

/** A format as it is written in a style, in lower case and without the signs that part its sections. */
const codeOf = (written: string): string =>
  written
    .replace(/^["']|["']$/gu, '')
    .replace(/\\/gu, '')
    .replace(/"[^"]*"/gu, '')
    .replace(/\[[^\]]*\]|_.|\*./gu, '')
    .trim();

const decimalsOf = (text: string): number => /\.([0#?\d]+)/u.exec(text)?.[1]?.length ?? 0;

/** True where a number that stands in a page is shown as another one by its format, or not at all. */
export function isShownOtherwise(text: string, format: string): boolean {
  const code = codeOf(format);
  if (plainNames.has(code)) return false;
  return code === '' || otherName.test(code) || changing.test(code) || decimalsOf(text.trim()) > decimalsOf(code);
}
