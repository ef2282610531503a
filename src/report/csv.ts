/** CSV as spreadsheets read it without harm (RFC 4180). */

/**
 * What a spreadsheet may take for a formula: a sign at the start, a full-width one too, also behind what it drops or does not
 * show there (spaces of any width, line ends, quotes, marks of no width).
 */
const formulaLike = /^(?:[\s\p{Cf}'"]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** A text that a spreadsheet would take for a formula is led by an apostrophe; a number is none. */
const harmless = (text: string): string =>
  formulaLike.test(text) && !/^-?\d+(\.\d+)?$/u.test(text) ? `'${text}` : text;

const field = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** With a byte order mark: without it Excel takes Chinese for another encoding. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
