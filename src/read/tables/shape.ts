/** The lines of a text as rows of cells, in whatever way its tables were flattened. */
import { spacedCells } from './spaced';

interface TextCell {
  readonly text: string;
  /** One-based line of the source. */
  readonly line: number;
  readonly blank: boolean;
}

export interface TextRow {
  readonly cells: readonly TextCell[];
  /** The source shows which cells belong to one row. Otherwise every cell stands alone. */
  readonly structured: boolean;
  readonly line: number;
}

/** What word processors and converters leave behind. */
const leftovers = /\[bookmark:[^[\]]*\]/giu;
const emphasis = /\*\*(?=\S)([^*\n]+?)\*\*/gu;
const markdownRule = /^[\s|:+-]+$/u;

function cleaned(text: string): string {
  const own = text.includes('[') ? text.replace(leftovers, '') : text;
  return (own.includes('**') ? own.replace(emphasis, '$1') : own).trim();
}

const isBlankLine = (line: string): boolean => line.trim() === '';
const isRuler = (line: string): boolean => line.includes('--') && markdownRule.test(line);

/** One cell a line, each behind a tab, rows parted by an empty line: how Word tables come out of many converters. */
function isTabLed(lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => line.startsWith('\t'));
  const single = tabbed.filter((line) => !line.slice(1).includes('\t'));
  const ends = lines.filter((line, index) => line === '' && (lines[index - 1] ?? '') !== '' && index > 0);
  return single.length >= 20 && single.length >= tabbed.length * 0.9 && ends.length >= 5;
}

function tabLedRows(lines: readonly string[]): TextRow[] {
  const rows: TextRow[] = [];
  let cells: { text: string; line: number }[] = [];
  const close = (): void => {
    const [first] = cells;
    if (first !== undefined) {
      const done = cells.map(({ text, line }) => ({ text: cleaned(text), line, blank: cleaned(text) === '' }));
      rows.push({ cells: done, structured: true, line: first.line });
    }
    cells = [];
  };
  lines.forEach((line, index) => {
    const open = cells.at(-1);
    if (line.startsWith('\t')) cells.push({ text: line.slice(1), line: index + 1 });
    else if (isBlankLine(line)) close();
    // A line without a tab continues the cell above it: 本年新 / 制作数量. Two numbers stay two.
    else if (open !== undefined && line.trim().length <= 12)
      open.text += /\d\s*$/u.test(open.text) && /^\s*\d/u.test(line) ? ` ${line.trim()}` : line.trim();
    else {
      close();
      const text = cleaned(line);
      if (text !== '')
        rows.push({ cells: [{ text, line: index + 1, blank: false }], structured: false, line: index + 1 });
    }
  });
  close();
  return rows;
}

/** Whether the bars of a text stand at the ends of its rows too, or only between cells: there a bar at an end is beside a blank. */
interface Bars {
  readonly before: boolean;
  readonly behind: boolean;
}

/** The bars of these lines. A row with as many as the one beside it, of which one begins or ends without, has none at that end. */
export function barsOf(lines: readonly string[]): Bars {
  const rows = lines.flatMap((line) => {
    const count = line.match(/[|｜]/gu)?.length ?? 0;
    return count > 1 && !isRuler(line)
      ? [{ count, before: /^\s*[|｜]/u.test(line), behind: /[|｜]\s*$/u.test(line) }]
      : [];
  });
  const stands = (end: keyof Bars): boolean =>
    rows.filter((row) => row[end]).length * 2 > rows.length &&
    rows.every((row, at) => row.count !== rows[at - 1]?.count || row[end] === rows[at - 1]?.[end]);
  return { before: stands('before'), behind: stands('behind') };
}

function splitLine(line: string, bars: Bars): string[] {
  if (/[|｜]/u.test(line)) {
    const pieces = line.trim().split(/[|｜]/u);
    const isOneCell = pieces.filter((piece) => !isBlankLine(piece)).length < 2;
    if (isBlankLine(pieces[0] ?? '') && (bars.before || isOneCell)) pieces.shift();
    if (isBlankLine(pieces.at(-1) ?? '') && (bars.behind || isOneCell)) pieces.pop();
    return pieces;
  }
  return line.split('\t');
}

const fewestMarks = 20;

/**
 * Tells which lines without a text are blank cells, in a text of one cell a line: a mark alone where the cells carry it too,
 * the second of two marks where a mark parts the cells.
 */
function blankLines(lines: readonly string[]): (index: number) => boolean {
  const count = (fits: (line: string) => boolean): number => lines.filter(fits).length;
  const isCell = (text: string): boolean => !/[|｜\t]/u.test(text) && !isBlankLine(text);
  const mark = /^\s*[|｜]\s*$/u;
  for (const [own, alone] of [
    [(line: string) => /[|｜]$/u.test(line.trimEnd()) && isCell(line.trimEnd().slice(0, -1)), mark],
    [(line: string) => /^[|｜]/u.test(line.trimStart()) && isCell(line.trimStart().slice(1)), mark],
    [(line: string) => line.startsWith('\t') && isCell(line.slice(1)), /^\t[ \u3000]*$/u],
  ] as const)
    if (count(own) >= fewestMarks) return (index) => alone.test(lines[index] ?? '');
  if (count((line) => mark.test(line)) < fewestMarks) return () => false;
  const doubled = new Set<number>();
  let marked = false;
  lines.forEach((line, index) => {
    if (isBlankLine(line)) return;
    if (mark.test(line) && marked) doubled.add(index);
    marked = mark.test(line);
  });
  return (index) => doubled.has(index);
}

const hardBreak = /\r\n|\r|\n/u;
/** Ends a line of a paragraph, not the paragraph, or the page. */
const softBreak = /[\v\f\u0085\u2028\u2029]/u;
const softBreaks = new RegExp(softBreak, 'gu');

/** A cell that Excel puts in quotes on its way to the clipboard: one with line ends or quotes in it. No cell holds a tab. */
const quotedCell = /(^|[\t\r\n])"((?:[^"\t]|""){1,2000})"(?=[\t\r\n]|$)/gu;
const anyBreak = /\r\n|\r|\n/gu;

/** Quoted cells as they were, their line ends as soft ones. As many empty lines behind their row keep the numbers of the others. */
function unquoted(text: string): string {
  if (!text.includes('"')) return text;
  let owed = 0;
  let done = '';
  let from = 0;
  const pay = (until: number): void => {
    const piece = text.slice(from, until);
    const end = owed === 0 ? -1 : piece.indexOf('\n');
    done += end === -1 ? piece : piece.slice(0, end) + '\n'.repeat(owed) + piece.slice(end);
    if (end !== -1) owed = 0;
  };
  for (const found of text.matchAll(quotedCell)) {
    const [whole, before = '', content = ''] = found;
    const end = found.index + whole.length;
    const isInRow = before === '\t' || text[end] === '\t';
    const breaks = content.match(anyBreak)?.length ?? 0;
    if (!isInRow || (breaks === 0 && !content.includes('""'))) continue;
    pay(found.index + before.length);
    done += content.replaceAll('""', '"').replace(anyBreak, '\v');
    from = end;
    owed += breaks;
  }
  pay(text.length);
  return done;
}

/** Lines as they are shown. A soft break in a row of cells is one in a cell of it, unless the text knows no other breaks. */
function shownLines(written: string): string[] {
  const text = unquoted(written);
  const lines = text.replace(/^\ufeff/u, '').split(hardBreak);
  const soft = text.match(softBreaks)?.length ?? 0;
  if (soft === 0) return lines;
  if (soft >= lines.length)
    return text.replace(/^\ufeff/u, '').split(new RegExp(`${hardBreak.source}|${softBreak.source}`, 'u'));
  return lines.flatMap((line) => (/[\t|｜]/u.test(line) ? [line] : line.split(softBreak)));
}

/** What a mail program sets before each line that it quotes, and what a list has before each item. */
const leaders = [/^\s*(?:>[ \t]?)+/u, /^ *[-*+•●▪◦·][ \t](?=.*\S)/u];
const nearlyEach = 0.9;

/** Lines without what stands before nearly each of them alike. */
function withoutLeaders(lines: readonly string[]): readonly string[] {
  const filled = lines.filter((line) => !isBlankLine(line));
  const leader = leaders.find((own) => filled.filter((line) => own.test(line)).length >= filled.length * nearlyEach);
  return leader === undefined || filled.length === 0 ? lines : lines.map((line) => line.replace(leader, ''));
}

/** Blank lines and rulers of markdown tables are left out. */
export function rowsOfText(text: string): TextRow[] {
  const lines = withoutLeaders(shownLines(text));
  if (isTabLed(lines)) return tabLedRows(lines);
  const isBlankCell = blankLines(lines);
  const bars = barsOf(lines);
  const rows: TextRow[] = [];
  lines.forEach((line, index) => {
    if (isBlankCell(index))
      rows.push({ cells: [{ text: '', line: index + 1, blank: true }], structured: false, line: index + 1 });
    for (const row of splitCells(line, index + 1, bars)) rows.push(row);
  });
  return rows;
}

/** The row of a text that is one cell, whatever stands in it. */
export const wholeRow = (text: string, line: number): TextRow => ({
  cells: [{ text: cleaned(text), line, blank: text === '' }],
  structured: false,
  line,
});

const nothing: readonly TextRow[] = [];

/** The row that a line is: its cells where it shows several, else one. None for a blank line or a ruler. */
export function splitCells(line: string, number: number, bars: Bars): readonly TextRow[] {
  if (isBlankLine(line) || isRuler(line)) return nothing;
  if (!/[|｜\t]/u.test(line)) {
    const text = cleaned(line);
    if (text === '') return nothing;
    return spacedCells(text).map((cell) => ({
      cells: [{ text: cell, line: number, blank: false }],
      structured: false,
      line: number,
    }));
  }
  const cells = splitLine(line, bars).map((piece) => {
    const content = cleaned(piece);
    return { text: content, line: number, blank: content === '' };
  });
  const structured = cells.length > 1 && cells.filter((cell) => !cell.blank).length > 1;
  const kept = structured || cells.length > 3 ? cells : cells.filter((cell) => !cell.blank);
  return kept.length === 0 ? nothing : [{ cells: kept, structured: kept.length > 1, line: number }];
}
