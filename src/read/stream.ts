/** The tables of a text, read in sequence: a label, then its values. */
import type { TableId } from '../report/edition';
import { fold } from './label';
import { readNumber } from './number';
import type { TextCell, TextRow } from './shape';
import { sightOf, type Sight } from './sight';
import type { Head, Sketch, SketchRow, SourceCell } from './sketch';
import { blocksTable, matrixTable, stripTable } from './tables';
import { matchTerms, vocabularies } from './vocabulary';

/** A cell in the sequence, with labels that were cut over several cells put together again. */
interface Token {
  readonly text: string;
  readonly line: number;
  readonly blank: boolean;
  /** Null for numbers and blanks. */
  readonly sight: Sight | null;
  /** Index of its row, and whether the source shows that row. */
  readonly row: number;
  readonly column: number;
  readonly structured: boolean;
}

/** Everything but letters and numbers out, so that a label can be put together from its pieces. */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

const wholeLabels = new Set<string>();
const labelStarts = new Set<string>();
for (const label of vocabularies.flatMap(({ labels }) => labels)) {
  for (const whole of [bare(label), bare(label.replace(/（[^（）]{4,}）/gu, ''))]) {
    wholeLabels.add(whole);
    for (let length = 1; length < whole.length; length += 1) labelStarts.add(whole.slice(0, length));
  }
}

const longestCut = 48;

/** How many cells from here on make one label together; 1 if they do not. */
function cutLabel(cells: readonly (TextCell & { readonly row: number })[], from: number): number {
  const filled = cells
    .slice(from, from + longestCut * 2)
    .filter((cell) => !cell.blank)
    .slice(0, longestCut);
  let whole = '';
  let length = 1;
  for (const [count, cell] of filled.entries()) {
    const piece = bare(cell.text);
    // A number alone is a value, unless a point behind it shows that it numbers what follows.
    const numbers = /[.、．]$/u.test(cell.text.trim()) || /^[.、．]$/u.test(filled[count + 1]?.text.trim() ?? '');
    if (/^\d+$/u.test(piece) && (count > 0 || !numbers)) break;
    if (piece === '' && readNumber(cell.text) !== null) break;
    whole += piece;
    if (count > 0 && wholeLabels.has(whole)) length = cells.indexOf(cell, from) - from + 1;
    const closes = /^[）)”"’』」】]+$/u.test(filled[count + 1]?.text.trim() ?? '');
    if (whole !== '' && !labelStarts.has(whole) && !closes) break;
  }
  return length;
}

function tokensOf(rows: readonly TextRow[]): Token[] {
  const cells = rows.flatMap(({ cells: own, structured }, row) =>
    own.map((cell, column) => ({ ...cell, row, column, structured })),
  );
  const tokens: Token[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === undefined) continue;
    const numeric = cell.blank || readNumber(cell.text) !== null;
    const count = cell.blank ? 1 : cutLabel(cells, at);
    if (count === 1) tokens.push({ ...cell, sight: numeric ? null : sightOf(cell.text) });
    else {
      const text = cells
        .slice(at, at + count)
        .map((piece) => piece.text)
        .join('');
      tokens.push({ ...cell, text, sight: sightOf(text) });
      at += count - 1;
    }
  }
  return tokens;
}

const isHeadOf = (token: Token, table: TableId): boolean => token.sight?.head.includes(table) ?? false;
const isRowOf = (token: Token, table: TableId): boolean => token.sight?.row.includes(table) ?? false;
const isValue = (token: Token): boolean => token.sight === null && !token.blank;
const isBreak = (token: Token): boolean =>
  token.sight !== null &&
  (token.sight.section !== null || token.sight.title || token.sight.corner || token.sight.blockTitle);

const sourceCell = (token: Token): SourceCell => ({ row: token.line, column: token.column, raw: token.text });

/** A label and what follows it: the rest of its row where the source shows rows, else numbers up to the next text. */
interface Run {
  readonly label: Token;
  /** Labels before it in the same row. */
  readonly outer: readonly Token[];
  readonly values: readonly Token[];
  readonly structured: boolean;
  readonly next: number;
}

function runFrom(tokens: readonly Token[], label: number, outer: readonly Token[]): Run {
  const own = tokens[label];
  if (own === undefined) throw new RangeError(`no token ${label}`);
  const values: Token[] = [];
  let next = label + 1;
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.row !== own.row) break;
    values.push(token);
  }
  if (own.structured && values.length > 0) return { label: own, outer, values, structured: true, next };
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.sight !== null) break;
    if (token.blank && token.structured) break;
    values.push(token);
  }
  return { label: own, outer, values, structured: false, next };
}

/** Cells of a run under `count` heads, or null where they cannot be told apart. `start`: column of the first value in full rows. */
function alignRun(run: Run, count: number, start: number | null): SourceCell[] | null {
  const filled = run.values.filter((token) => !token.blank);
  if (filled.length === count) {
    const first = run.values.findIndex((token) => !token.blank);
    const contiguous = run.values.slice(first, first + count).every((token) => !token.blank);
    return contiguous ? filled.map(sourceCell) : null;
  }
  if (!run.structured || filled.length > count) return null;
  if (filled.length === 0 || run.values.length === count) return padded(run.values.slice(0, count), count, run.label);
  if (start === null) return null;
  const from = start >= 0 ? run.values.findIndex((token) => token.column === start) : 0;
  if (from < 0) return null;
  const own = run.values.slice(from, from + count);
  const outside = [...run.values.slice(0, from), ...run.values.slice(from + count)];
  return outside.every((token) => token.blank) ? padded(own, count, run.label) : null;
}

const padded = (tokens: readonly Token[], count: number, label: Token): SourceCell[] =>
  Array.from({ length: count }, (_, index) => {
    const token = tokens[index];
    return token === undefined ? { row: label.line, column: label.column, raw: '' } : sourceCell(token);
  });

/**
 * Where values begin in the rows that are full: at one column of the source (≥ 0), right behind the label (−1), or at no
 * constant place (null).
 */
function startOfValues(runs: readonly Run[], count: number): number | null {
  const full = runs.filter((run) => run.structured && run.values.filter((token) => !token.blank).length === count);
  if (full.length === 0) return null;
  const columns = new Set(full.map((run) => run.values.find((token) => !token.blank)?.column ?? -1));
  if (columns.size === 1) return [...columns][0] ?? null;
  return full.every((run) => run.values[0]?.blank === false) ? -1 : null;
}

interface Header {
  readonly heads: readonly Head[];
  readonly next: number;
}

const headOf = (token: Token, group: string | null = null): Head => ({
  text: token.text,
  group,
  row: token.line,
  column: token.column,
});

/** The printed order of the columns: what stands under a group of columns comes in the place of the group. */
function matrixOrder(tokens: readonly Token[]): Token[] {
  const group = tokens.findIndex((token) => token.sight?.columnGroup === true);
  const leaves = tokens.filter((token) => token.sight?.columnGroup !== true);
  if (group === -1) return leaves;
  const before = tokens.slice(0, group).filter((token) => token.sight?.columnGroup !== true);
  const after = tokens.slice(group + 1).filter((token) => token.sight?.columnGroup !== true);
  const members = after.filter((token) => isGrouped(token));
  return [...before, ...members, ...after.filter((token) => !isGrouped(token))];
}

const groupedColumns = vocabularies.map(({ edition }) =>
  edition.tables.flatMap((table) =>
    table.form === 'matrix'
      ? table.columns.flatMap((column) => ('columns' in column ? column.columns.map(({ id }) => id) : []))
      : [],
  ),
);

const isGrouped = (token: Token): boolean =>
  vocabularies.some((vocabulary, index) => {
    const columns = vocabulary.columnSets.find(({ table }) => table === matrixTable)?.columns ?? [];
    const { hits } = matchTerms(columns, token.sight?.body ?? '');
    return hits.length > 0 && hits.every((hit) => groupedColumns[index]?.includes(hit.id));
  });

/** Groups of the strip's header: each run of column labels belongs to the next group label. Empty if they do not fit. */
function stripHeads(tokens: readonly Token[]): Head[] {
  const groups = tokens.filter((token) => isRowOf(token, stripTable));
  const runs: Token[][] = [];
  let seen = new Set<string>();
  for (const token of tokens) {
    if (isRowOf(token, stripTable) || token.sight?.columnGroup === true || token.sight === null) continue;
    if (runs.length === 0 || seen.has(token.sight.body)) {
      runs.push([]);
      seen = new Set();
    }
    seen.add(token.sight.body);
    runs.at(-1)?.push(token);
  }
  const outer = tokens.findIndex((token) => token.sight?.columnGroup === true && !isRowOf(token, stripTable));
  const first = tokens.findIndex((token) => isRowOf(token, stripTable));
  // With the outer label before the first group the printed order of the columns cannot be told from the sequence.
  if (groups.length !== runs.length || (outer !== -1 && outer < first)) return [];
  return runs.flatMap((run, index) => run.map((token) => headOf(token, groups[index]?.sight?.body ?? null)));
}

interface Open {
  readonly table: TableId;
  readonly heads: readonly Head[];
  readonly top: number;
  readonly runs: Run[];
  readonly under: (string | null)[];
}

/** Rows of a header, aligned with each other. */
function close(open: Open): Sketch {
  const count = open.heads.length;
  const start = startOfValues(open.runs, count);
  const rows = open.runs.map((run, index): SketchRow => {
    const filled = run.values.filter((token) => !token.blank).map(sourceCell);
    return {
      labels: [...run.outer, run.label].map((token) => token.text),
      under: open.under[index] ?? null,
      at: { row: run.label.line, column: run.label.column },
      cells: count === 0 ? null : alignRun(run, count, start),
      filled,
      strays: [],
    };
  });
  const bottom = open.runs.at(-1)?.label.line ?? open.top;
  return { table: open.table, heads: open.heads, rows, top: open.top, bottom, left: 0, right: Math.max(0, count - 1) };
}

/** Where tables were seen, by line: the first and the last line that belongs to each. */
export interface TextTables {
  readonly sketches: readonly Sketch[];
  /** Lines that belong to tables. */
  readonly lines: ReadonlySet<number>;
}

/** The official tables of a text in their order. */
export function tablesOfText(rows: readonly TextRow[]): TextTables {
  const tokens = tokensOf(rows);
  const sketches: Sketch[] = [];
  const lines = new Set<number>();
  const state: { open: Open | null; under: string | null } = { open: null, under: null };
  const finish = (): void => {
    if (state.open !== null && state.open.runs.length > 0) sketches.push(close(state.open));
    state.open = null;
  };
  const begin = (table: TableId, heads: readonly Head[], top: number): Open => {
    finish();
    state.under = null;
    state.open = { table, heads, top, runs: [], under: [] };
    return state.open;
  };
  const mark = (from: number, to: number): void => {
    for (let index = from; index < to; index += 1) lines.add(tokens[index]?.line ?? 0);
  };

  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const { sight } = token;
    if (sight === null) {
      at += 1;
      continue;
    }
    const header = headerAt(tokens, at);
    if (header !== null) {
      if (header.table === stripTable) {
        finish();
        const strip = stripAt(tokens, header);
        sketches.push(strip.sketch);
        mark(at, strip.next);
        at = strip.next;
      } else {
        begin(header.table, header.heads, token.line);
        mark(at, header.next);
        at = header.next;
      }
      continue;
    }
    if (isBreak(token)) {
      finish();
      if (sight.blockTitle) lines.add(token.line);
      at += 1;
      continue;
    }
    if (sight.rowGroup) state.under = sight.body;
    const current = state.open;
    const run = rowAt(tokens, at, current);
    if (run === null) {
      at += 1;
      continue;
    }
    for (const outer of run.run.outer) if (outer.sight?.rowGroup === true) state.under = outer.sight.body;
    const target = current !== null && current.table === run.table ? current : begin(run.table, [], token.line);
    target.runs.push(run.run);
    target.under.push(state.under);
    mark(at, run.run.next);
    at = run.run.next;
  }
  finish();
  return { sketches, lines };
}

interface FoundHeader extends Header {
  readonly table: TableId;
  readonly tokens: readonly Token[];
}

/** 总计 and 其他 are columns and rows; among column labels they are columns unless they carry a number. */
const isHeadAlike = (token: Token): boolean =>
  token.sight !== null && token.sight.number === '' && token.sight.exactHead.length > 0;

/** The header that begins at a token: up to the first row label, number or heading. */
function headerAt(tokens: readonly Token[], at: number): FoundHeader | null {
  const first = tokens[at];
  if (first?.sight === null || first === undefined) return null;
  const { sight } = first;
  const starts: TableId | null = sight.corner
    ? blocksTable
    : sight.note || (sight.columnGroup && !isRowOf(first, stripTable) && sight.exactHead.length === 0)
      ? matrixTable
      : isRowOf(first, stripTable)
        ? stripTable
        : (sight.exactHead[0] ?? null);
  if (starts === null) return null;
  const taken: Token[] = [];
  let next = at;
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    if (token.blank) continue;
    if (token.sight === null) break;
    if (next > at && (isBreak(token) || token.text.length > 60)) break;
    if ((isRowOf(token, matrixTable) && !isHeadAlike(token)) || isRowOf(token, blocksTable) || token.sight.rowGroup)
      break;
    taken.push(token);
  }
  const count = (table: TableId): number =>
    new Set(taken.filter((token) => token.sight?.exactHead.includes(table)).map((token) => token.sight?.body)).size;
  if (sight.corner) {
    const heads = taken.slice(1).filter((token) => !token.blank);
    return { table: blocksTable, heads: heads.map((token) => headOf(token)), tokens: taken, next };
  }
  const strip = taken.filter((token) => isRowOf(token, stripTable)).length;
  const table =
    strip >= 2 || (count(stripTable) >= 4 && strip >= 1) ? stripTable : count(matrixTable) >= 3 ? matrixTable : starts;
  if (table === stripTable) return strip + count(stripTable) < 4 ? null : { table, heads: [], tokens: taken, next };
  if (table === matrixTable) {
    const known = taken.filter((token) => token.sight?.note !== true);
    if (count(matrixTable) < 3 && !sight.note) return null;
    const leaves = matrixOrder(
      known.filter(
        (token) => isHeadOf(token, matrixTable) || token.sight?.columnGroup === true || isUnknownHead(token),
      ),
    );
    return { table, heads: leaves.map((token) => headOf(token)), tokens: taken, next };
  }
  if (count(blocksTable) === 0) return null;
  return { table: blocksTable, heads: taken.map((token) => headOf(token)), tokens: taken, next };
}

/** A short text among column labels: a column that the edition does not know, or one whose label was damaged. */
const isUnknownHead = (token: Token): boolean => token.text.length <= 12;

/** The row of figures under the header of the strip. */
function stripAt(tokens: readonly Token[], header: FoundHeader): { readonly sketch: Sketch; readonly next: number } {
  const heads = stripHeads(header.tokens);
  const values: Token[] = [];
  let { next } = header;
  const [firstToken] = header.tokens;
  // Blank cells at the start of the row of figures were passed over while the header was read.
  const first = tokens[next];
  let start = next;
  while (
    start > 0 &&
    tokens[start - 1]?.blank === true &&
    first !== undefined &&
    first.structured &&
    tokens[start - 1]?.row === first.row
  )
    start -= 1;
  const rowIndex = first?.row ?? -1;
  for (next = start; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.sight !== null) break;
    if (token.structured && token.row !== rowIndex && (first?.structured ?? false)) break;
    values.push(token);
  }
  const filled = values.filter((token) => !token.blank);
  const count = heads.length === 0 ? filled.length : heads.length;
  const structured = first?.structured === true;
  const contiguous =
    filled.length > 0 &&
    values
      .slice(values.indexOf(filled[0] as Token))
      .slice(0, filled.length)
      .every((token) => !token.blank);
  const exact = filled.length === count && contiguous && filled.length > 0;
  const trailing = values.slice(count).every((token) => token.blank);
  const asPrinted =
    structured && (values.length === count || (values.length > count && filled.length === count && trailing));
  const cells =
    heads.length === 0
      ? null
      : exact
        ? filled.map(sourceCell)
        : asPrinted
          ? values.slice(0, count).map(sourceCell)
          : null;
  const line = first?.line ?? firstToken?.line ?? 0;
  const row: SketchRow = {
    labels: [],
    under: null,
    at: { row: line, column: 0 },
    cells,
    filled: filled.map(sourceCell),
    strays: [],
  };
  const sketch: Sketch = {
    table: stripTable,
    heads,
    rows: [row],
    top: firstToken?.line ?? line,
    bottom: line,
    left: 0,
    right: Math.max(0, count - 1),
  };
  return { sketch, next: Math.max(next, header.next) };
}

/** The row that begins at a token: an official label, or inside a table any label that numbers follow. */
function rowAt(
  tokens: readonly Token[],
  at: number,
  open: Open | null,
): { readonly table: TableId; readonly run: Run } | null {
  const first = tokens[at];
  if (first === undefined) return null;
  // The innermost label of a row that the source shows is the last text before its numbers.
  const outer: Token[] = [];
  let label = at;
  for (let index = at; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined || token.row !== first.row || token.sight === null) {
      if (token?.blank === true && token.row === first.row) continue;
      break;
    }
    if (index > at) {
      const previous = tokens[label];
      if (previous !== undefined && isOfficial(previous)) break;
      if (previous !== undefined) outer.push(previous);
      label = index;
    }
  }
  const own = tokens[label];
  if (own === undefined) return null;
  const table = [matrixTable, blocksTable].find((candidate) => isRowOf(own, candidate)) ?? null;
  const run = runFrom(tokens, label, outer);
  const numbers = run.values.filter(isValue).length;
  if (table !== null) {
    const isGroupOnly = own.sight?.rowGroup === true && numbers === 0;
    return isGroupOnly || (numbers === 0 && open?.table !== table) ? null : { table, run };
  }
  return open !== null && numbers > 0 && own.text.length <= 60 ? { table: open.table, run } : null;
}

const isOfficial = (token: Token): boolean =>
  (isRowOf(token, matrixTable) || isRowOf(token, blocksTable)) && token.sight?.rowGroup !== true;
