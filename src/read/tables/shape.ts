/** The lines of a text as rows of cells, in whatever way its tables were flattened. */

export interface TextCell {
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
const leftovers = /\[bookmark:[^\]]*\]/giu;
const emphasis = /\*\*(?=\S)([^*\n]+?)\*\*/gu;
const markdownRule = /^[\s|:+-]+$/u;

function cleaned(text: string): string {
  const own = text.includes('[') ? text.replace(leftovers, '') : text;
  return (own.includes('**') ? own.replace(emphasis, '$1') : own).trim();
}

const isBlankLine = (line: string): boolean => line.trim() === '';

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
    // A line without a tab continues the cell above it: 本年新 / 制作数量.
    else if (open !== undefined && line.trim().length <= 12) open.text += line.trim();
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

function splitLine(line: string): string[] {
  if (/[|｜]/u.test(line)) {
    const pieces = line.trim().split(/[|｜]/u);
    if (isBlankLine(pieces[0] ?? '')) pieces.shift();
    if (isBlankLine(pieces.at(-1) ?? '')) pieces.pop();
    return pieces;
  }
  return line.split('\t');
}

/** Blank lines and rulers of markdown tables are left out. */
export function rowsOfText(text: string): TextRow[] {
  const lines = text.replace(/^\ufeff/u, '').split(/\r\n|\r|\n/u);
  if (isTabLed(lines)) return tabLedRows(lines);
  const rows: TextRow[] = [];
  lines.forEach((line, index) => {
    for (const row of splitCells(line, index + 1)) rows.push(row);
  });
  return rows;
}

const nothing: readonly TextRow[] = [];

/** The row that a line is: its cells where it shows several, else one. None for a blank line or a ruler. */
export function splitCells(line: string, number: number): readonly TextRow[] {
  if (isBlankLine(line) || (line.includes('--') && markdownRule.test(line))) return nothing;
  if (!/[|｜\t]/u.test(line)) {
    const text = cleaned(line);
    return text === '' ? nothing : [{ cells: [{ text, line: number, blank: false }], structured: false, line: number }];
  }
  const cells = splitLine(line).map((piece) => {
    const content = cleaned(piece);
    return { text: content, line: number, blank: content === '' };
  });
  const structured = cells.length > 1 && cells.filter((cell) => !cell.blank).length > 1;
  const kept = structured || cells.length > 3 ? cells : cells.filter((cell) => !cell.blank);
  return kept.length === 0 ? nothing : [{ cells: kept, structured: kept.length > 1, line: number }];
}
