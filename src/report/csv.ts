/** CSV as spreadsheets read it without harm (RFC 4180). */

/** A text that a spreadsheet would take for a formula is led by an apostrophe; a number is none. */
const harmless = (text: string): string =>
  /^[=+\-@\t\r]/u.test(text) && !/^-?\d+(\.\d+)?$/u.test(text) ? `'${text}` : text;

const field = (value: string | number): string => {
  const text = typeof value === 'number' ? String(value) : harmless(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** With a byte order mark: without it Excel takes Chinese for another encoding. */
export const csvText = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
