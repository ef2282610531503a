/** A text whose lines are rows of a table, its cells parted by commas, semicolons or tabs (RFC 4180). */

import { ArchiveError } from '../containers/archive';

const delimiters = ['\t', ';', ','] as const;
type Delimiter = (typeof delimiters)[number];

/** Beyond the columns nothing of a report stands; what has more rows or cells is refused, not cut. */
const csvLimits = { rows: 20_000, columns: 400, cells: 400_000 } as const;

/** A text that is written as a formula, so that Excel takes it for no number (`="0012"`), is what Excel shows of it. */
const unforced = (cell: string): string => /^="([^"]*)"$/u.exec(cell)?.[1] ?? cell;

/**
 * Rows of a text. A quoted cell may hold delimiters and line ends; a quote that never ends ends with its line. Throws an
 * ArchiveError where they are more than any report has.
 */
export function csvRows(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cells = 0;
  const length = text.length;
  for (let at = 0; at < length;) {
    if (rows.length >= csvLimits.rows || cells >= csvLimits.cells)
      throw new ArchiveError('unsafe', 'more rows or cells than a table of reports', 'content');
    let cell = '';
    if (text[at] === '"') {
      let from = at + 1;
      for (;;) {
        const end = text.indexOf('"', from);
        if (end === -1) {
          cell += text.slice(from);
          at = length;
          break;
        }
        cell += text.slice(from, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        from = at + 1;
      }
    }
    let end = at;
    while (end < length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
    cell += text.slice(at, end);
    if (row.length < csvLimits.columns) row.push(unforced(cell.trim()));
    cells += 1;
    at = end + 1;
    if (text[end] === delimiter) {
      if (at >= length) row.push('');
      continue;
    }
    if (text[end] === '\r' && text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

const lookedAt = 20_000;

/** What parts a line: not what is quoted, and no tab at the end of a cell, which keeps Excel from taking it for a number. */
const bareLine = (line: string): string => line.replace(/"[^"]*"/gu, '').replace(/\t(?=[,;]|$)/gu, '');

/** How the lines of a text are parted; null where it is no table. `named`: its name says that it is one. */
export function csvDelimiter(text: string, named: boolean): Delimiter | null {
  const lines = text
    .slice(0, lookedAt)
    .split(/[\r\n]+/u)
    .filter((line) => line.trim() !== '');
  const counts = delimiters.map((delimiter) => {
    const each = lines.map((line) => bareLine(line).split(delimiter).length - 1);
    return {
      delimiter,
      lines: each.filter((count) => count > 1).length,
      total: each.reduce((sum, one) => sum + one, 0),
    };
  });
  const best = counts.reduce((a, b) => (b.total > a.total ? b : a));
  if (best.total === 0) return null;
  if (named) return best.delimiter;
  // A text with tabs is read as one: its rows may stand among paragraphs.
  return best.delimiter !== '\t' && lines.length >= 10 && best.lines >= lines.length * 0.8 ? best.delimiter : null;
}
