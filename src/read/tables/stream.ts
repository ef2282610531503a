/** The tables of a text, read in sequence: a label, then its values. */
import { largestOf, smallestOf } from '../extremes';
import type { TableId } from '../../report/edition';
import type { Budget } from '../containers/budget';
import { readNumber } from '../labels/number';
import { bare, isLabelStart, isWholeLabel, spelled } from '../labels/pieces';
import { cellSightOf, hidesNumber, sightOf, type Sight } from '../labels/sight';
import { movedIn } from './moved';
import {
  aligned,
  filledOf,
  isParted,
  sourceCell,
  toldApart,
  type TableHeading,
  type FigureRun,
  type Token,
} from './runs';
import type { TextRow } from './shape';
import { countsColumns, type GridCell, type Head, type Line, type Sketch, type SketchRow } from './sketch';
import { blocksTable, matrixTable, stripTable } from './tables';
import { matchTerms, vocabularies } from '../labels/vocabulary';

const longestCut = 48;

const opens = /^[（(“"‘'『「【]+$/u;
const closes = /^[）)”"’'』」】]+$/u;

/** How many cells from here on make one label together; 1 if they do not. */
function cutLabel(cells: readonly Token[], from: number): number {
  const row = cells[from]?.row;
  const inRow = spelled((index) => (cells[index]?.row === row ? cells[index]?.text : undefined), from);
  if (inRow > 1) return inRow;
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
    if (count > 0 && isEnd && isWholeLabel(whole)) length = at - from + 1;
    if (whole !== '' && !isLabelStart(whole) && !closes.test(following)) break;
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

/**
 * The number that stands before a label in cells of its own, 9 and . before 其他, taken off the end of the tokens: another row
 * than the one of that name may be numbered so.
 */
function numberBefore(tokens: Token[], label: Token): string {
  const [digits, point] = tokens.slice(-2);
  if (digits === undefined || point === undefined || (point.structured && point.row === label.row)) return '';
  if (!/^[.、．]$/u.test(point.text.trim()) || !/^\d{1,2}$/u.test(digits.text.trim())) return '';
  tokens.splice(-2);
  return digits.text.trim() + point.text.trim();
}

function tokensOf(rows: readonly TextRow[]): Token[] {
  const cells = cellsOf(rows);
  const tokens: Token[] = [];
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (cell === undefined) continue;
    const count = cell.blank ? 1 : cutLabel(cells, at);
    if (count === 1) {
      if (!cell.blank && readNumber(cell.text) === null) {
        cell.text = numberBefore(tokens, cell) + cell.text;
        cell.sight = sightOf(cell.text);
      }
      tokens.push(cell);
    } else {
      let text = numberBefore(tokens, cell);
      for (let piece = at; piece < at + count; piece += 1) text += cells[piece]?.text ?? '';
      // Its numbers stand beside its last piece.
      const row = cells[at + count - 1]?.row ?? cell.row;
      tokens.push({ ...cell, text, sight: sightOf(text), row });
      at += count - 1;
    }
  }
  return tokens;
}

const isHeadOf = (token: Token, table: TableId): boolean => token.sight?.head.includes(table) ?? false;
const isRowOf = (token: Token, table: TableId): boolean => token.sight?.row.includes(table) ?? false;
const isNumeric = ({ sight }: GridCell): boolean => sight === null;
const isValue = (token: Token): boolean => token.sight === null && !token.blank;
const isBreak = (token: Token): boolean =>
  token.sight !== null &&
  (token.sight.section !== null || token.sight.title || token.sight.corner || token.sight.blockTitle);

/** Cells in the row of a token. */
function rowWidth(tokens: readonly Token[], at: number, budget: Budget): number {
  const row = tokens[at]?.row;
  let first = at;
  let last = at;
  while (tokens[first - 1]?.row === row && first > 0) first -= 1;
  while (tokens[last + 1]?.row === row && last + 1 < tokens.length) last += 1;
  budget.steps(last - first + 1);
  return last - first + 1;
}

/** True where a text that the form does not know follows a label without values: it may be what stands in its cells. */
function otherTextFollows(tokens: readonly Token[], from: number): boolean {
  const next = tokens[nextFilled(tokens, from - 1)];
  if (next?.sight === null || next === undefined || isBreak(next) || isOfficial(next)) return false;
  const { rowGroup, columnGroup, note, exactHead } = next.sight;
  return !rowGroup && !columnGroup && !note && exactHead.length === 0;
}

/** Pieces in which the rest of a label may stand, one character in each. */
const mostPieces = 40;

/**
 * True where another label stands from there on, of no row that the form has, with numbers behind it: a label without cells of
 * its own just before may be the beginning of that one.
 */
function otherLabelFollows(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + mostPieces; at += 1) {
    const token = tokens[at];
    if (token === undefined || token.blank) return false;
    if (token.sight === null) return at > from;
    if (isBreak(token) || isOfficial(token) || token.sight.rowGroup) return false;
  }
  return false;
}

function runFrom(tokens: readonly Token[], label: number, outer: readonly Token[], budget: Budget): FigureRun {
  const own = tokens[label];
  if (own === undefined) throw new RangeError(`no token ${label}`);
  const values: Token[] = [];
  let next = label + 1;
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.row !== own.row) break;
    values.push(token);
  }
  const width = rowWidth(tokens, label, budget);
  budget.steps(values.length);
  if (own.structured && values.length > 0) return { label: own, outer, values, structured: true, width, next };
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.sight !== null) break;
    if (token.blank && token.structured) break;
    // A number with a point behind it numbers the label that follows.
    if (/^\d{1,2}$/u.test(token.text) && /^[.、．]/u.test(tokens[next + 1]?.text ?? '')) break;
    values.push(token);
  }
  budget.steps(values.length);
  const begins = values.length === 0 && (otherLabelFollows(tokens, next) || otherTextFollows(tokens, next));
  return { label: own, outer, values, structured: false, width, next, ...(begins && { begins: true as const }) };
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
  // Heads in several rows stand under one: its label is damaged, or they are a row of their own.
  if (group === undefined)
    return tokens.every(({ structured, row }) => !structured || row === tokens[0]?.row) ? [...tokens] : [];
  if (groups.length > 1) return [];
  const at = tokens.indexOf(group);
  const before = tokens.slice(0, at);
  const after = tokens.slice(at + 1);
  const rowsShown = group.structured && after.some((token) => token.structured && token.row > group.row);
  if (!rowsShown && !tokens.every((token) => token === group || isKnownColumn(token))) return [];
  const isUnder = (token: Token): boolean => (rowsShown ? token.row > group.row : isGrouped(token));
  const under = after.filter(isUnder);
  if (rowsShown && areInTheirColumns(tokens, group, under)) return byColumn(tokens, group);
  // A head too many may as well stand beside the group.
  if (rowsShown && under.length > mostGrouped && !under.every(isKnownColumn)) return [];
  return [...before, ...under, ...after.filter((token) => !isUnder(token))];
}

/** True where covered cells are there too, blank: then each head stands in the column of its figures. */
function areInTheirColumns(tokens: readonly Token[], group: Token, under: readonly Token[]): boolean {
  const leaves = tokens.filter((token) => token !== group);
  return (
    new Set(leaves.map(({ column }) => column)).size === leaves.length &&
    under.some(({ column }) => column === group.column)
  );
}

const byColumn = (tokens: readonly Token[], group: Token): Token[] =>
  tokens.filter((token) => token !== group).sort((a, b) => a.column - b.column);

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

const mostGrouped = Math.max(...groupedColumns.map(({ length }) => length));

const isGrouped = (token: Token): boolean =>
  vocabularies.some((vocabulary, index) => {
    const columns = vocabulary.columnSets.find(({ table }) => table === matrixTable)?.columns ?? [];
    const { hits } = matchTerms(columns, token.sight?.body ?? '');
    return hits.length > 0 && hits.every((hit) => groupedColumns[index]?.includes(hit.id));
  });

/**
 * Heads that the source cut over rows of cells (商业 above 企业), put together: a piece goes with the first head above that it
 * completes, and only if it is no label itself.
 */
function joinedHeads(taken: readonly Token[]): Token[] {
  const heads: Token[] = [];
  const known = (token: Token): boolean =>
    (token.sight?.exactHead.length ?? 0) > 0 || token.sight?.columnGroup === true || token.sight?.note === true;
  for (const token of taken) {
    const piece = bare(token.text);
    const upper =
      piece === '' || known(token) || !token.structured
        ? undefined
        : heads.find((head) => {
            // A head of dots alone is no beginning of anything.
            const begun = bare(head.text);
            if (head.row >= token.row || known(head) || begun === '') return false;
            const whole = begun + piece;
            return isWholeLabel(whole) || isLabelStart(whole);
          });
    if (upper === undefined) heads.push(token);
    else {
      upper.text += token.text;
      upper.sight = sightOf(upper.text);
    }
  }
  return heads;
}

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
  // A head that was moved down comes behind others of its group.
  if (runs.some((run) => run.some(({ structured, row }) => structured && row !== run[0]?.row))) return [];
  return runs.flatMap((run, index) => run.map((token) => headOf(token, groups[index]?.sight?.body ?? null)));
}

interface Open {
  readonly table: TableId;
  readonly heads: readonly Head[];
  readonly heading: TableHeading;
  readonly top: number;
  readonly runs: FigureRun[];
  readonly under: (string | null)[];
}

const noHeading: TableHeading = { count: 0, width: null, first: null };

function headingOf(
  tokens: readonly Token[],
  at: number,
  { heads, tokens: taken }: FoundHeader,
  budget: Budget,
): TableHeading {
  const [corner] = taken;
  const inOneRow = taken.every((token) => token.structured && token.row === corner?.row);
  const [first] = heads;
  const beside =
    taken.every((token) => token.structured) &&
    heads.every(({ column }, index) => column === (first?.column ?? 0) + index);
  return {
    count: heads.length,
    width: corner?.sight?.corner === true && inOneRow ? rowWidth(tokens, at, budget) : null,
    first: first !== undefined && beside ? first.column : null,
  };
}

/** Rows of a header, aligned with each other. */
function close(open: Open): Sketch {
  const { count } = open.heading;
  const cells = aligned(open.runs, open.heading);
  const rows = open.runs.map((run, index): SketchRow => {
    const filled = filledOf(run).map(sourceCell);
    return {
      labels: [...run.outer, run.label].map((token) => token.text),
      under: open.under[index] ?? null,
      at: { row: run.label.line, column: run.label.column },
      cells: cells[index] ?? null,
      filled,
      strays: [],
      ragged: count > 0 && filled.length === count && cells[index] === null,
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

/** Goes through the tokens of a text and gathers the tables that it meets. */
class TextWalk {
  readonly sketches: Sketch[] = [];
  readonly lines = new Set<number>();
  private open: Open | null = null;
  private under: string | null = null;
  /** Behind the row that was read last. */
  private behind = -1;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly budget: Budget,
  ) {}

  /** Takes what begins at a token; returns where to go on. */
  step(at: number, token: Token): number {
    const { sight } = token;
    if (sight === null) return this.value(at, token);
    const header = headerAt(this.tokens, at, this.budget);
    if (header !== null) return this.header(at, token, header);
    if (isBreak(token)) {
      this.finish();
      if (sight.blockTitle) this.lines.add(token.line);
      return at + 1;
    }
    if (sight.rowGroup) this.under = sight.body;
    return this.row(at, token);
  }

  finish(): void {
    if (this.open !== null && this.open.runs.length > 0) this.sketches.push(close(this.open));
    this.open = null;
  }

  private begin(table: TableId, heads: readonly Head[], heading: TableHeading, top: number): Open {
    this.finish();
    this.under = null;
    this.open = { table, heads, heading, top, runs: [], under: [] };
    return this.open;
  }

  private mark(from: number, to: number): number {
    for (let index = from; index < to; index += 1) this.lines.add(this.tokens[index]?.line ?? 0);
    return to;
  }

  private header(at: number, { line }: Token, header: FoundHeader): number {
    if (header.table === stripTable) {
      this.finish();
      const strip = stripAt(this.tokens, at, header, this.budget);
      this.sketches.push(strip.sketch);
      return this.mark(at, strip.next);
    }
    this.begin(header.table, header.heads, headingOf(this.tokens, at, header, this.budget), line);
    return this.mark(at, header.next);
  }

  /** A number that no row has: right behind one whose end the source shows it may be the rest of it. */
  private value(at: number, { blank }: Token): number {
    const last = this.open?.runs.at(-1);
    if (at !== this.behind || last === undefined) return at + 1;
    if (blank) this.behind = at + 1;
    else if (last.structured) this.open?.runs.splice(-1, 1, { ...last, goesOn: true });
    return at + 1;
  }

  private row(at: number, { line }: Token): number {
    const current = this.open;
    const found = rowAt(this.tokens, at, current, this.budget);
    if (found === null) return at + 1;
    for (const outer of found.run.outer) if (outer.sight?.rowGroup === true) this.under = outer.sight.body;
    const target =
      current !== null && current.table === found.table ? current : this.begin(found.table, [], noHeading, line);
    target.runs.push(found.run);
    target.under.push(this.under);
    this.behind = found.run.next;
    return this.mark(at, found.run.next);
  }
}

/** The official tables of a text in their order. Throws an ArchiveError where the work is more than the file may ask for. */
export function tablesOfText(rows: readonly TextRow[], budget: Budget): TextTables {
  const tokens = tokensOf(rows);
  const walk = new TextWalk(tokens, budget);
  for (let at = 0, token = tokens[0]; token !== undefined; token = tokens[at]) at = walk.step(at, token);
  walk.finish();
  const shown = shownRows(rows);
  const sketches = withLoose(walk.sketches, tokens);
  return { sketches: sketches.map((sketch) => withMoved(sketch, shown)), lines: walk.lines };
}

/** Adds to each sketch the labels in it that hide a number. */
function withLoose(sketches: readonly Sketch[], tokens: readonly Token[]): readonly Sketch[] {
  const hiding = tokens.filter(({ sight, text }) => sight !== null && hidesNumber(text));
  if (hiding.length === 0) return sketches;
  return sketches.map((sketch) => {
    const own = hiding.filter(({ line }) => line >= sketch.top && line <= sketch.bottom);
    return own.length === 0 ? sketch : { ...sketch, loose: own.map(sourceCell) };
  });
}

/** The rows that the source shows, by their lines. */
const shownRows = (rows: readonly TextRow[]): ReadonlyMap<number, TextRow> =>
  new Map(rows.flatMap((row) => (row.structured ? [[row.line, row] as const] : [])));

/** The cells of a table by their columns; none where its rows do not all have as many, or its heads stand in no columns. */
function linesOf({ heads, top, bottom }: Sketch, shown: ReadonlyMap<number, TextRow>): Line[] {
  const lines: Line[] = [];
  const columns = new Set(heads.map(({ column }) => column));
  if (columns.size < heads.length || !heads.every(({ row }) => shown.has(row))) return lines;
  let width: number | null = null;
  for (let line = top; line <= bottom + 1; line += 1) {
    const cells = shown.get(line)?.cells ?? [];
    if (cells.length === 0) continue;
    width ??= cells.length;
    if (cells.length !== width) return [];
    lines[line] = cells.flatMap(({ text, blank }, column) =>
      blank ? [] : [{ row: line, column, raw: text, text, sight: sightIn(text), end: column }],
    );
  }
  return lines;
}

const sightIn = (text: string): Sight | null => {
  const sight = cellSightOf(text);
  return sight === 'blank' ? null : sight;
};

/** True for a table of which each line is a row of the form with a figure under each head, and under which no other numbers stand. */
function isWhole({ table, heads, rows, bottom }: Sketch, shown: ReadonlyMap<number, TextRow>): boolean {
  const headerEnd = largestOf(heads.map(({ row }) => row));
  const under = shown.get(bottom + 1)?.cells.find(({ blank }) => !blank);
  return (
    rows.length === bottom - headerEnd &&
    rows.every(({ labels, cells }) => {
      const { row, rowGroup } = sightOf(labels.at(-1) ?? '');
      return row.includes(table) && !rowGroup && cells?.every(({ raw }) => raw !== '') === true;
    }) &&
    (under === undefined || readNumber(under.text) === null)
  );
}

/** The same with the signs that its cells were moved, where the source shows rows. */
function withMoved(sketch: Sketch, shown: ReadonlyMap<number, TextRow>): Sketch {
  const { table, heads, bottom } = sketch;
  if (sketch.toldApart !== 'shown' || heads.length === 0 || isWhole(sketch, shown)) return sketch;
  const lines = linesOf(sketch, shown);
  // That numbers follow the last row says nothing of the others.
  const last = (lines[bottom + 1] ?? []).some(isNumeric) ? sketch.rows.at(-1) : undefined;
  const rows = sketch.rows.map((row) => (row === last ? { ...row, ragged: false } : row));
  const moved = movedIn({
    sketch: { ...sketch, rows },
    lines,
    top: smallestOf(heads.map(({ row }) => row)),
    headerEnd: largestOf(heads.map(({ row }) => row)),
    left: 0,
    edge: largestOf(heads.map(({ column }) => column)),
    boxed: false,
    matrix: table === matrixTable,
  });
  return moved === null ? sketch : { ...sketch, moved };
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

/** The labels from a token on, up to the first row label, number or heading, and where that is. */
function headsFrom(tokens: readonly Token[], at: number): { readonly taken: readonly Token[]; readonly next: number } {
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
  // What numbers follow, one a line, is the label of a row; only the strip has its numbers right under its header.
  const last = taken.at(-1);
  const isStrip = taken.some((token) => isRowOf(token, stripTable));
  if (!isStrip && tokens[next]?.sight === null && last !== undefined && taken.length > 1 && !last.structured) {
    taken.pop();
    next = tokens.indexOf(last, at);
  }
  return { taken, next };
}

/** The header that begins at a token. */
function headerAt(tokens: readonly Token[], at: number, budget: Budget): FoundHeader | null {
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
  budget.steps(longestHeader / 4);
  const { taken, next } = headsFrom(tokens, at);
  if (taken.length === 0) return null;
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
    const known = joinedHeads(taken).filter((token) => token.sight?.note !== true);
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

/** The cells of the row of figures under the header of the strip, blank ones too, and where they end. */
function stripValues(
  tokens: readonly Token[],
  at: number,
  header: FoundHeader,
): { readonly values: readonly Token[]; readonly next: number } {
  const first = tokens[header.next];
  const behindHeader = tokens.indexOf(header.tokens.at(-1) as Token, at) + 1;
  // Blank cells at the start of the row of figures were passed over while the header was read.
  let start = header.next;
  while (
    start > behindHeader &&
    tokens[start - 1]?.blank === true &&
    (first?.structured !== true || tokens[start - 1]?.row === first.row)
  )
    start -= 1;
  const values: Token[] = [];
  let next = start;
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (token === undefined || token.sight !== null) break;
    if (token.structured && token.row !== (first?.row ?? -1) && (first?.structured ?? false)) break;
    values.push(token);
  }
  return { values, next };
}

/** A row of numbers right behind the figures of the strip that the source shows as one of its own; else none. */
function rowBehind(tokens: readonly Token[], at: number, values: readonly Token[]): readonly Token[] {
  const first = tokens[at];
  if (first?.structured !== true || first.sight !== null || values[0]?.structured !== true) return [];
  let end = at;
  while (tokens[end]?.row === first.row) end += 1;
  const row = tokens.slice(at, end).filter(({ blank }) => !blank);
  return row.every(isValue) && row.length > 1 ? row : [];
}

/** The row of figures under the header of the strip. */
function stripAt(
  tokens: readonly Token[],
  at: number,
  header: FoundHeader,
  budget: Budget,
): { readonly sketch: Sketch; readonly next: number } {
  const heads = stripHeads(header.tokens);
  const [firstToken] = header.tokens;
  const first = tokens[header.next];
  const { values, next } = stripValues(tokens, at, header);
  const again = rowBehind(tokens, next, values);
  const filled = values.filter((token) => !token.blank);
  if (again.length > 0 && countsColumns(filled.map(sourceCell)))
    return stripAt(tokens, at, { ...header, next }, budget);
  const count = heads.length === 0 ? filled.length : heads.length;
  const structured = first?.structured === true;
  const headerWidth = Math.max(
    0,
    ...header.tokens.map((token) => (token.structured ? rowWidth(tokens, tokens.indexOf(token, at), budget) : 0)),
  );
  const begins = values.findIndex((token) => !token.blank);
  const contiguous = filled.length === count && values.slice(begins, begins + count).every((token) => !token.blank);
  // A row of another width than its header has a cell too many or too few.
  const asPrinted =
    !isParted(filled) && (values.length === count || (contiguous && structured && values.length === headerWidth));
  const cells = heads.length === 0 || !asPrinted ? null : contiguous ? filled.map(sourceCell) : values.map(sourceCell);
  const line = first?.line ?? firstToken?.line ?? 0;
  const row: SketchRow = {
    labels: [],
    under: null,
    at: { row: line, column: 0 },
    cells,
    filled: filled.map(sourceCell),
    strays: [],
    ragged: false,
  };
  const sketch: Sketch = {
    table: stripTable,
    heads,
    toldApart: structured ? 'shown' : 'loose',
    rows:
      again.length > 0
        ? [row, { ...row, at: { row: again[0]?.line ?? line, column: 0 }, filled: again.map(sourceCell) }]
        : [row],
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
  budget: Budget,
): { readonly table: TableId; readonly run: FigureRun } | null {
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
  budget.steps(1 + label - at);
  const own = tokens[label];
  if (own === undefined) return null;
  const table = [matrixTable, blocksTable].find((candidate) => isRowOf(own, candidate)) ?? null;
  const run = runFrom(tokens, label, outer, budget);
  const numbers = run.values.filter(isValue).length;
  if (table !== null) {
    const isGroupOnly = own.sight?.rowGroup === true && numbers === 0;
    return isGroupOnly || (numbers === 0 && open?.table !== table) ? null : { table, run };
  }
  return open !== null && numbers > 0 && own.text.length <= 60 ? { table: open.table, run } : null;
}

const isOfficial = (token: Token): boolean =>
  (isRowOf(token, matrixTable) || isRowOf(token, blocksTable)) && token.sight?.rowGroup !== true;
