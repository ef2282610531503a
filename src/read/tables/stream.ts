/** The tables of a text, read in sequence: a label, then its values. */
import type { TableId } from '../../report/edition';
import { fold } from '../labels/label';
import { readNumber } from '../labels/number';
import { remembered } from '../labels/remembered';
import type { TextRow } from './shape';
import { sightOf, type Sight } from '../labels/sight';
import type { Head, Sketch, SketchRow, SourceCell, ToldApart } from './sketch';
import { blocksTable, matrixTable, stripTable } from './tables';
import { matchTerms, vocabularies } from '../labels/vocabulary';

/** A cell in the sequence; of a label that was cut over several cells, the first, with the whole text. */
interface Token {
  text: string;
  readonly line: number;
  readonly blank: boolean;
  /** Null for numbers and blanks. */
  sight: Sight | null;
  /** Index of its row, and whether the source shows that row. */
  readonly row: number;
  readonly column: number;
  readonly structured: boolean;
}

/** A longer text is no piece of a label. */
const longestPiece = 120;
const bareOfShort = remembered((text) => fold(text).replace(/[^\p{L}\p{N}]+/gu, ''));

/** Everything but letters and numbers out, so that a label can be put together from its pieces. */
const bare = (text: string): string => (text.length > longestPiece ? text : bareOfShort(text));

const wholeLabels = new Set<string>();
const labelStarts = new Set<string>();
for (const label of vocabularies.flatMap(({ labels }) => labels)) {
  for (const whole of [bare(label), bare(label.replace(/（[^（）]{4,}）/gu, ''))]) {
    wholeLabels.add(whole);
    for (let length = 1; length < whole.length; length += 1) labelStarts.add(whole.slice(0, length));
  }
}

const longestCut = 48;

const opens = /^[（(“"‘'『「【]+$/u;
const closes = /^[）)”"’'』」】]+$/u;

/** How many cells from here on make one label together; 1 if they do not. */
function cutLabel(cells: readonly Token[], from: number): number {
  let whole = '';
  let length = 1;
  let at = from;
  let previous: Token | null = null;
  for (let count = 0; count < longestCut; count += 1) {
    const cell = cells[at];
    // Two cells of one row that the source shows are two cells.
    if (cell === undefined || (previous !== null && cell.structured && previous.row === cell.row)) break;
    const text = cell.text.trim();
    const piece = bare(text);
    if (piece === '' && whole === '' && !opens.test(text)) break;
    const after = nextFilled(cells, at);
    const following = cells[after]?.text.trim() ?? '';
    // A number alone is a value, unless a point behind it shows that it numbers what follows.
    if (/^\d+$/u.test(piece) && (count > 0 || !(/[.、．]$/u.test(text) || /^[.、．]$/u.test(following)))) break;
    whole += piece;
    const isEnd = piece !== '' || closes.test(text);
    if (count > 0 && isEnd && wholeLabels.has(whole)) length = at - from + 1;
    if (whole !== '' && !labelStarts.has(whole) && !closes.test(following)) break;
    previous = cell;
    at = after;
  }
  return length;
}

/** Index of the next cell that is not blank. */
function nextFilled(cells: readonly Token[], at: number): number {
  let next = at + 1;
  while (cells[next]?.blank === true) next += 1;
  return next;
}

/** The cells of the rows in one sequence, before anything is known of their texts. */
function cellsOf(rows: readonly TextRow[]): Token[] {
  const cells: Token[] = [];
  rows.forEach(({ cells: own, structured }, row) =>
    own.forEach(({ text, line, blank }, column) =>
      cells.push({ text, line, blank, sight: null, row, column, structured }),
    ),
  );
  return cells;
}

function tokensOf(rows: readonly TextRow[]): Token[] {
  const cells = cellsOf(rows);
  const tokens: Token[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === undefined) continue;
    const count = cell.blank ? 1 : cutLabel(cells, at);
    if (count === 1) {
      if (!cell.blank && readNumber(cell.text) === null) cell.sight = sightOf(cell.text);
      tokens.push(cell);
    } else {
      let text = '';
      for (let piece = at; piece < at + count; piece += 1) text += cells[piece]?.text ?? '';
      cell.text = text;
      cell.sight = sightOf(text);
      tokens.push(cell);
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
    // A number with a point behind it numbers the label that follows.
    if (/^\d{1,2}$/u.test(token.text) && /^[.、．]/u.test(tokens[next + 1]?.text ?? '')) break;
    values.push(token);
  }
  return { label: own, outer, values, structured: false, next };
}

/** Where the values of a row may begin: at one column of the source, or right behind the label. */
type Start = { readonly kind: 'column'; readonly column: number } | { readonly kind: 'label' };

const filledOf = (run: Run): readonly Token[] => run.values.filter((token) => !token.blank);

const firstFilled = (run: Run): Token | undefined => run.values.find((token) => !token.blank);

/** Cells of a run if its values begin there; null if a value would stand outside. */
function cellsFrom(run: Run, count: number, start: Start): SourceCell[] | null {
  const from = start.kind === 'label' ? 0 : run.values.findIndex((token) => token.column === start.column);
  if (from < 0) return null;
  const outside = [...run.values.slice(0, from), ...run.values.slice(from + count)];
  return outside.every((token) => token.blank) ? padded(run.values.slice(from, from + count), count, run.label) : null;
}

/** Cells of a run under `count` heads, or null where they cannot be told apart: where the possible starts disagree. */
function alignRun(run: Run, count: number, starts: readonly Start[]): SourceCell[] | null {
  const filled = filledOf(run);
  if (filled.length === count) {
    const first = run.values.findIndex((token) => !token.blank);
    return run.values.slice(first, first + count).every((token) => !token.blank) ? filled.map(sourceCell) : null;
  }
  if (!run.structured || filled.length > count) return null;
  if (filled.length === 0) return padded([], count, run.label);
  const possible = starts.map((start) => cellsFrom(run, count, start));
  const [first] = possible;
  if (first === undefined || first === null) return null;
  const alike = possible.every((cells) => cells?.every((cell, index) => cell.raw === first[index]?.raw) ?? false);
  return alike ? first : null;
}

const padded = (tokens: readonly Token[], count: number, label: Token): SourceCell[] =>
  Array.from({ length: count }, (_, index) => {
    const token = tokens[index];
    return token === undefined ? { row: label.line, column: label.column, raw: '' } : sourceCell(token);
  });

/** The starts that agree with every full row. Without a full row, rows of just as many cells show where they begin. */
function startsOf(runs: readonly Run[], count: number): Start[] {
  const structured = runs.filter((run) => run.structured);
  const full = structured.filter((run) => filledOf(run).length === count);
  if (full.length === 0) return structured.every((run) => run.values.length === count) ? [{ kind: 'label' }] : [];
  const starts: Start[] = [];
  const columns = new Set(full.map((run) => firstFilled(run)?.column ?? -1));
  const [column] = columns;
  if (columns.size === 1 && column !== undefined) starts.push({ kind: 'column', column });
  if (full.every((run) => run.values[0]?.blank === false)) starts.push({ kind: 'label' });
  return starts;
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

/**
 * The printed order of the columns: what stands under a group of columns comes in the place of the group. Where the
 * source shows rows, the row below the group's tells what stands under it; else only labels that are all known do.
 * Empty where the order cannot be told.
 */
function matrixOrder(tokens: readonly Token[]): Token[] {
  const groups = tokens.filter((token) => token.sight?.columnGroup === true);
  const [group] = groups;
  if (group === undefined) return [...tokens];
  if (groups.length > 1) return [];
  const at = tokens.indexOf(group);
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + 1);
  const rowsShown = group.structured && after.some((token) => token.structured && token.row > group.row);
  if (!rowsShown && !tokens.every((token) => token === group || isKnownColumn(token))) return [];
  const isUnder = (token: Token): boolean => (rowsShown ? token.row > group.row : isGrouped(token));
  return [...before, ...after.filter(isUnder), ...after.filter((token) => !isUnder(token))];
}

/** True if one column alone can be meant. */
const isKnownColumn = (token: Token): boolean =>
  vocabularies.some(({ columnSets }) => {
    const columns = columnSets.find(({ table }) => table === matrixTable)?.columns ?? [];
    return matchTerms(columns, token.sight?.body ?? '').hits.length === 1;
  });

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
  if (runs.some((run) => run.length !== runs[0]?.length)) return [];
  return runs.flatMap((run, index) => run.map((token) => headOf(token, groups[index]?.sight?.body ?? null)));
}

interface Open {
  readonly table: TableId;
  readonly heads: readonly Head[];
  readonly top: number;
  readonly runs: Run[];
  readonly under: (string | null)[];
}

const fewestCounted = 3;
const nearlyAll = 0.8;

function toldApart(runs: readonly Run[], count: number): ToldApart {
  if (runs.some((run) => run.structured)) return 'shown';
  const agreeing = runs.filter((run) => filledOf(run).length === count).length;
  return runs.length >= fewestCounted && agreeing >= runs.length * nearlyAll ? 'counted' : 'loose';
}

/** Rows of a header, aligned with each other. */
function close(open: Open): Sketch {
  const count = open.heads.length;
  const starts = startsOf(open.runs, count);
  const rows = open.runs.map((run, index): SketchRow => {
    const filled = run.values.filter((token) => !token.blank).map(sourceCell);
    return {
      labels: [...run.outer, run.label].map((token) => token.text),
      under: open.under[index] ?? null,
      at: { row: run.label.line, column: run.label.column },
      cells: count === 0 ? null : alignRun(run, count, starts),
      filled,
      strays: [],
    };
  });
  const bottom = open.runs.at(-1)?.label.line ?? open.top;
  return {
    table: open.table,
    heads: open.heads,
    rows,
    toldApart: toldApart(open.runs, count),
    top: open.top,
    bottom,
    left: 0,
    right: Math.max(0, count - 1),
  };
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

/** Cells in which a header must end. */
const longestHeader = 120;

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
  // A row that the source shows with numbers in it is no header.
  const numbered = new Set<number>();
  for (const token of tokens.slice(at, at + longestHeader))
    if (token.structured && isValue(token)) numbered.add(token.row);
  let next = at;
  for (; next < Math.min(tokens.length, at + longestHeader); next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    if (token.blank) continue;
    if (token.sight === null || (token.structured && numbered.has(token.row))) break;
    if (next > at && (isBreak(token) || token.text.length > 60)) break;
    if ((isRowOf(token, matrixTable) && !isHeadAlike(token)) || isRowOf(token, blocksTable) || token.sight.rowGroup)
      break;
    taken.push(token);
  }
  if (taken.length === 0) return null;
  // What numbers follow, one a line, is the label of a row; only the strip has its numbers right under its header.
  const last = taken.at(-1);
  const isStrip = taken.some((token) => isRowOf(token, stripTable));
  if (!isStrip && tokens[next]?.sight === null && last !== undefined && taken.length > 1 && !last.structured) {
    taken.pop();
    next = tokens.indexOf(last, at);
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
  // Without its corner a header may have lost its first columns too, unless it stands right under a title.
  const before = tokens.slice(Math.max(0, at - longestHeader), at).findLast((token) => !token.blank);
  if (before !== undefined && !isBreak(before)) return { table: blocksTable, heads: [], tokens: taken, next };
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
    toldApart: structured ? 'shown' : 'loose',
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
