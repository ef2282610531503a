/** Finds the official tables in a grid of cells, wherever they stand, by their labels alone. */
import { largestOf, smallestOf } from '../extremes';
import type { CellPosition } from '../../report/a1';
import type { TableId } from '../../report/edition';
import { editions } from '../../report/editions';
import type { Budget } from '../containers/budget';
import { isBlankText, readNumber } from '../labels/number';
import { bare, isLabelStart, isWholeLabel, spelled } from '../labels/pieces';
import { cellSightOf, sightOf } from '../labels/sight';
import { vocabularies } from '../labels/vocabulary';
import { boxedCell, boxEdge, boxWidth, looseNumbers, type Extent } from './box';
import { movedIn } from './moved';
import { mostFrequent } from './runs';
import {
  countsColumns,
  type GridCell,
  type Head,
  type Line,
  type Sketch,
  type SketchRow,
  type SourceCell,
} from './sketch';

type Form = 'blocks' | 'matrix' | 'strip';

const tableForms = new Map<TableId, Form>(
  editions.flatMap((edition) => edition.tables.map((table) => [table.id, table.form] as const)),
);
const tableOfForm = (form: Form): TableId => {
  const found = [...tableForms].find(([, candidate]) => candidate === form);
  if (found === undefined) throw new Error(`no edition has a table of form ${form}`);
  return found[0];
};
export const blocksTable = tableOfForm('blocks');
export const matrixTable = tableOfForm('matrix');
export const stripTable = tableOfForm('strip');

/** Rows above a header in which words may say of which year its table is. */
const captionRows = 5;

/** The texts of those rows, beneath whatever table stands above. */
function captionsOf(
  { top, left, right }: Sketch,
  sketches: readonly Sketch[],
  lines: readonly Line[],
): readonly string[] {
  const above = sketches.filter((other) => other.top < top && other.left <= right && left <= other.right);
  const first = largestOf([...above.map(({ bottom }) => bottom + 1), top - captionRows], 0);
  return lines
    .slice(first, top)
    .flatMap((line) => line.filter(({ sight, column }) => sight?.title === false && column <= right && column >= left))
    .map(({ text }) => text);
}

const isNumeric = (cell: GridCell): boolean => cell.sight === null;

function gridCell(raw: unknown, row: number, column: number): GridCell | null {
  if (raw === null || raw === undefined || raw === '') return null;
  if (typeof raw !== 'string') return { row, column, raw, text: String(raw), sight: null, end: column };
  const sight = cellSightOf(raw);
  return sight === 'blank' ? null : { row, column, raw, text: raw, sight, end: column };
}

function toLines(values: readonly (readonly unknown[])[]): Line[] {
  const lines: Line[] = [];
  for (const [at, row] of values.entries()) {
    const line: GridCell[] = [];
    for (let column = 0; column < row.length; column += 1) {
      const cell = gridCell(row[column], at, column);
      if (cell !== null) line.push(cell);
    }
    lines.push(withSpelled(line));
  }
  return withJoinedHeads(lines);
}

const isOneCharacter = ({ sight, text }: GridCell): boolean => sight !== null && text.length === 1;

/** A label that is written downwards, one character a cell beside the other, as the one label that it is. */
function withSpelled(line: readonly GridCell[]): readonly GridCell[] {
  if (!line.some((cell, index) => isOneCharacter(cell) && isOneCharacter(line[index + 1] ?? cell))) return line;
  const cells: GridCell[] = [];
  for (let index = 0; index < line.length; index += 1) {
    const cell = line[index];
    if (cell === undefined) continue;
    const count = spelled((at) => line[at]?.text, index);
    const last = line[index + count - 1];
    if (count > 1 && last !== undefined) {
      const text = line
        .slice(index, index + count)
        .map((piece) => piece.text)
        .join('');
      cells.push({ ...cell, text, sight: sightOf(text), end: last.end });
      index += count - 1;
    } else cells.push(cell);
  }
  return cells;
}

const longestPiece = 6;
const isHeadPiece = ({ sight, text }: GridCell): boolean =>
  sight !== null && text.length <= longestPiece && sight.exactHead.length === 0 && isLabelStart(bare(text));

/** Heads that stand in cells one below the other (商业 above 企业), each in the place of its first piece. */
function withJoinedHeads(lines: readonly Line[]): Line[] {
  const joined = [...lines];
  for (let row = 0; row + 1 < joined.length; row += 1) {
    for (const upper of joined[row] ?? []) {
      if (!isHeadPiece(upper)) continue;
      let text = upper.text;
      let end = row;
      for (let below = row + 1; ; below += 1) {
        const piece = joined[below]?.find(({ column }) => column === upper.column);
        if (piece?.sight === null || piece === undefined || piece.text.length > longestPiece) break;
        const longer = text + piece.text;
        if (isWholeLabel(bare(longer)) && sightOf(longer).exactHead.length > 0) {
          text = longer;
          end = below;
        } else if (isLabelStart(bare(longer))) text = longer;
        else break;
      }
      if (end === row) continue;
      const label = joined
        .slice(row, end + 1)
        .map((line) => line.find(({ column }) => column === upper.column)?.text ?? '')
        .join('');
      for (let at = row; at <= end; at += 1)
        joined[at] = (joined[at] ?? []).flatMap((cell) =>
          cell.column !== upper.column ? [cell] : at === row ? [{ ...cell, text: label, sight: sightOf(label) }] : [],
        );
    }
  }
  return joined;
}

/** A place where a header was recognised. `right` is the last column that its heads take. */
interface Anchor {
  readonly table: TableId;
  readonly row: number;
  /** Last row of the header. */
  readonly headerEnd: number;
  readonly left: number;
  readonly right: number;
  readonly heads: readonly Head[];
  /** Two heads stand over one column: a cell of the header, or the height of one, is lost. */
  readonly stacked: boolean;
  /** In an order of no form. */
  readonly reordered?: boolean;
}

/**
 * True where a column has two heads one below the other. Where a merged cell was parted and filled, all that were merged say
 * the same twice; where a header was moved to the side, some do. `leaves`: those heads that no others stand under.
 */
function areStacked(leaves: readonly GridCell[]): boolean {
  const byColumn = new Map<number, Set<string>>();
  const twice = new Set<number>();
  for (const { column, sight } of leaves) {
    const bodies = byColumn.get(column);
    if (bodies === undefined) byColumn.set(column, new Set([sight?.body ?? '']));
    else {
      bodies.add(sight?.body ?? '');
      twice.add(column);
    }
  }
  if ([...byColumn.values()].some(({ size }) => size > 1)) return true;
  const top = smallestOf(leaves.map(({ row }) => row));
  const bottom = largestOf(leaves.map(({ row }) => row));
  // Those of the upper row that nothing says again, beside some that are.
  return twice.size > 0 && leaves.some(({ row, column }) => row === top && row < bottom && !twice.has(column));
}

/** The columns of each edition by their labels, in their order. */
const officialOrders: readonly ReadonlyMap<string, number>[] = vocabularies.flatMap(({ columnSets }) =>
  columnSets
    .filter(({ table }) => table === matrixTable)
    .map(({ columns }) => new Map(columns.flatMap(({ bodies }, at) => bodies.map((body) => [body, at] as const)))),
);

/** True for heads in an order that no edition has. */
function areOutOfOrder(leaves: readonly GridCell[]): boolean {
  const places = officialOrders
    .map((order) => leaves.flatMap(({ sight }) => order.get(sight?.body ?? '') ?? []))
    .filter(({ length }) => length > 1);
  return places.length > 0 && places.every((own) => own.some((place, at) => place < (own[at - 1] ?? 0)));
}

const head = (cell: GridCell, group: string | null = null): Head => ({
  text: cell.text,
  group,
  row: cell.row,
  column: cell.column,
});

/** Splits heads where a label that only one table can hold once comes again: two tables side by side. */
function sideBySide(cells: readonly GridCell[]): GridCell[][] {
  const groups: GridCell[][] = [];
  let current: GridCell[] = [];
  let seen = new Set<string>();
  for (const cell of cells) {
    const body = cell.sight?.body ?? '';
    if (seen.has(body) && seen.size >= 4) {
      groups.push(current);
      current = [];
      seen = new Set();
    }
    seen.add(body);
    current.push(cell);
  }
  return [...groups, current];
}

const isHeadOfAny = (cell: GridCell): boolean => (cell.sight?.exactHead.length ?? 0) > 0;
const isHead = (cell: GridCell, table: TableId): boolean => cell.sight?.head.includes(table) ?? false;
const isExactHead = (cell: GridCell, table: TableId): boolean => cell.sight?.exactHead.includes(table) ?? false;

/** Labels that close the label columns: what stands left of the first head is no head. */
const isHeading = (cell: GridCell): boolean =>
  cell.sight !== null &&
  (cell.sight.section !== null || cell.sight.title || cell.sight.blockTitle || cell.sight.corner);

function matrixAnchors(lines: readonly Line[], row: number): Anchor[] {
  const line = lines[row] ?? [];
  const found = line.filter((cell) => isExactHead(cell, matrixTable) && !isExactHead(cell, stripTable));
  if (found.length < 3 && (found.length === 0 || line.filter((cell) => isHead(cell, matrixTable)).length < 4))
    return [];
  const first = Math.max(0, row - 2);
  const above = [first, first + 1].filter((at) => at < row && !(lines[at] ?? []).some(isHeading));
  // Heads of a header over several rows, by column: the lowest text of a column is its head.
  const byColumn = new Map<number, GridCell>();
  const leaves: GridCell[] = [];
  for (const at of [...above, row]) {
    for (const cell of lines[at] ?? []) {
      const { sight } = cell;
      if (sight === null || sight.columnGroup || sight.note || sight.rowGroup) continue;
      if (at === row || isHead(cell, matrixTable)) byColumn.set(cell.column, cell);
      if (isExactHead(cell, matrixTable)) leaves.push(cell);
    }
  }
  const cells = [...byColumn.values()].sort((a, b) => a.column - b.column);
  const firstHead = cells.findIndex((cell) => isHead(cell, matrixTable));
  return sideBySide(cells.slice(Math.max(0, firstHead))).flatMap((group, index, groups) => {
    const known = group.filter((cell) => isHead(cell, matrixTable));
    const last = known.at(-1);
    const start = known[0];
    if (last === undefined || start === undefined) return [];
    const lastBefore = groups[index - 1]?.filter((cell) => isHead(cell, matrixTable)).at(-1);
    // One unknown head right beside the last is a column that somebody added.
    const heads = group
      .filter((cell) => cell.column >= start.column && cell.column <= last.column + 1)
      .map((cell) => head(cell));
    const right = heads.at(-1)?.column ?? last.column;
    const left = (lastBefore?.column ?? -1) + 1;
    const own = leaves.filter(({ column }) => column >= left && column <= right);
    const inLine = [...own].sort((a, b) => a.column - b.column);
    const [stacked, reordered] = [areStacked(own), areOutOfOrder(inLine)];
    return [{ table: matrixTable, row, headerEnd: row, left, right, heads, stacked, reordered }];
  });
}

const isStripHead = (cell: GridCell): boolean => isHead(cell, stripTable) && !(cell.sight?.columnGroup ?? false);

function stripAnchors(lines: readonly Line[], row: number): Anchor[] {
  const distinct = (at: number): number =>
    new Set((lines[at] ?? []).filter((cell) => isExactHead(cell, stripTable)).map((cell) => cell.sight?.body)).size;
  if (distinct(row) < 3) return [];
  // The heads of the first group stand one row above the others where the header keeps its printed shape.
  let end = row;
  for (let at = row + 1; at <= row + 2 && at < lines.length; at += 1) {
    const line = lines[at] ?? [];
    if (line.some(isHeading)) break;
    // A number between the heads is none of the figures beneath them.
    if (distinct(at) >= 3) end = at;
    else if (line.some(isNumeric)) break;
  }
  const groups: GridCell[] = [];
  const leaves: GridCell[] = [];
  for (let at = Math.max(0, row - 2); at <= end; at += 1) {
    for (const cell of lines[at] ?? []) {
      if (cell.sight === null || isHeading(cell)) continue;
      if (cell.sight.row.includes(stripTable)) groups.push(cell);
      else if (at >= row && !cell.sight.columnGroup && (isStripHead(cell) || at === end)) leaves.push(cell);
    }
  }
  const groupOf = (leaf: GridCell): GridCell | null =>
    groups
      .filter((group) => group.column <= leaf.column && group.row < leaf.row)
      .reduce<GridCell | null>(
        (best, group) =>
          best === null || group.column > best.column || (group.column === best.column && group.row > best.row)
            ? group
            : best,
        null,
      );
  leaves.sort((a, b) => a.column - b.column || a.row - b.row);
  // Two tables side by side: the first group's label comes again.
  const starts = groups.filter((group) => group.sight?.body === groups[0]?.sight?.body).map((group) => group.column);
  const bounds = starts.length === 0 ? [0] : starts;
  return bounds.flatMap((start, index) => {
    const until = bounds[index + 1] ?? Infinity;
    const from = index === 0 ? 0 : start;
    const own = leaves.filter((leaf) => leaf.column >= from && leaf.column < until);
    const first = own[0];
    const last = own.filter(isStripHead).at(-1);
    if (first === undefined || last === undefined) return [];
    const heads = own
      .filter((leaf) => leaf.column <= last.column + 1)
      .map((leaf) => head(leaf, groupOf(leaf)?.sight?.body ?? null));
    const right = heads.at(-1)?.column ?? last.column;
    const stacked = areStacked(own.filter((leaf) => isExactHead(leaf, stripTable)));
    return [{ table: stripTable, row, headerEnd: end, left: first.column, right, heads, stacked }];
  });
}

function blockAnchors(lines: readonly Line[], row: number): Anchor[] {
  const line = lines[row] ?? [];
  const corners = line.filter((cell) => cell.sight?.corner === true);
  const heads = line.filter((cell) => isHead(cell, blocksTable) && !(cell.sight?.row.includes(blocksTable) ?? false));
  if (corners.length === 0) {
    if (heads.filter((cell) => isExactHead(cell, blocksTable)).length === 0) return [];
    // A header without its corner counts only right above a row of the table.
    const next = lines.slice(row + 1, row + 4).find((candidate) => candidate.length > 0);
    const labelled = next?.some(
      (cell) => (cell.sight?.row.includes(blocksTable) ?? false) && cell.column < (heads[0]?.column ?? 0),
    );
    if (labelled !== true) return [];
    const last = heads.at(-1)?.column ?? 0;
    const own = heads.map((cell) => head(cell));
    return [{ table: blocksTable, row, headerEnd: row, left: 0, right: last, heads: own, stacked: false }];
  }
  return corners.map((corner, index) => {
    const until = corners[index + 1]?.column ?? Infinity;
    const own = line.filter((cell) => cell.column > corner.column && cell.column < until && cell.sight !== null);
    const last = own.filter((cell) => isHead(cell, blocksTable)).at(-1)?.column ?? corner.column;
    const taken = own.filter((cell) => cell.column <= last + 1);
    const right = taken.at(-1)?.column ?? corner.column;
    return {
      table: blocksTable,
      row,
      headerEnd: row,
      left: corner.column,
      right,
      heads: taken.map((cell) => head(cell)),
      stacked: false,
    };
  });
}

function findAnchors(lines: readonly Line[]): Anchor[] {
  const anchors: Anchor[] = [];
  for (let row = 0; row < lines.length; row += 1) {
    if (!(lines[row] ?? []).some((cell) => cell.sight !== null && (cell.sight.head.length > 0 || cell.sight.corner)))
      continue;
    const matrix = matrixAnchors(lines, row);
    const strip = matrix.length > 0 ? [] : stripAnchors(lines, row);
    const blocks = matrix.length + strip.length > 0 ? [] : blockAnchors(lines, row);
    for (const anchor of [...matrix, ...strip, ...blocks]) anchors.push(anchor);
    const end = strip[0]?.headerEnd;
    if (end !== undefined) row = end;
  }
  return anchors;
}

/** Columns at which cells of their own begin, by row: only documents tell. */
type Origins = readonly (readonly number[])[];

/** What a document tells of a row beside its cells. */
interface RowShape {
  /** Columns at which the cells behind the labels begin. */
  readonly own: readonly number[];
  /** Whether it is as wide as the rows of its table are. */
  readonly whole: boolean;
  /** Whether the header has a cell for each head and no other, so that cells may go by their order. */
  readonly countable: boolean;
}

/**
 * True where the rows of a header are not equally wide. Columns that somebody moved with their heads leave it whole; where a
 * group of heads lost its width, the head behind it stands over the figures of another.
 */
function isHeaderRagged({ heads, row }: Anchor, values: readonly (readonly unknown[])[]): boolean {
  const top = smallestOf(heads.map((own) => own.row));
  return values.slice(top, row + 1).some(({ length }) => length !== values[row]?.length);
}

/**
 * Cells under the heads; strays are numbers in columns between them. In a document a last head takes its own column only.
 * Where it shows as many cells behind the labels as there are heads, they go by their order: the widths of hand-drawn
 * tables do not always meet. A row that has more or fewer cells than its table has columns is not read by its columns. On
 * a worksheet a figure is whatever stands alone in its box.
 */
function align(
  line: Line,
  { anchor, edge, columns, values }: Frame,
  row: number,
  shape: RowShape | null,
): Pick<SketchRow, 'cells' | 'strays' | 'ragged'> {
  const { heads, table } = anchor;
  const first = heads[0]?.column ?? 0;
  const strays = line.filter(
    (cell) => isNumeric(cell) && cell.column > first && cell.column < anchor.right && !columns.has(cell.column),
  );
  if (shape === null) {
    const wide = table === blocksTable;
    const cells = heads.map(({ column }, index) => {
      // What else stands in the column, one below the other, is over the same cell.
      const next = heads.slice(index + 1).find((other) => other.column > column);
      return boxedCell(line, { row, first: column, last: (next?.column ?? edge + 1) - 1 }, wide);
    });
    return { cells, strays: wide ? [] : strays, ragged: false };
  }
  const at = (column: number): SourceCell => ({ row, column, raw: values[row]?.[column] ?? '' });
  if (anchor.stacked || (anchor.reordered === true && isHeaderRagged(anchor, values)))
    return { cells: null, strays: [], ragged: true };
  const { own, whole, countable } = shape;
  const isBlank = (column: number): boolean => gridCell(values[row]?.[column], row, column) === null;
  const ordered = heads.every((head, index) => index === 0 || head.column > (heads[index - 1]?.column ?? 0));
  const [start] = own;
  // A blank cell before the first head may belong to the labels.
  const led = start !== undefined && start < first && isBlank(start);
  if (countable && ordered && !led && own.length === heads.length)
    return { cells: own.map(at), strays: [], ragged: false };
  const behind = own.filter((column) => column >= first || !isBlank(column));
  if (!whole || (behind.length > 0 && behind[0] !== first)) return { cells: null, strays: [], ragged: true };
  return { cells: heads.map(({ column }) => at(column)), strays, ragged: false };
}

const isKnown = (row: SketchRow, table: TableId): boolean =>
  row.labels.some((label) => sightOf(label).row.includes(table));

/**
 * What belongs to the table: official rows, and rows with numbers between them. After the last official row only a row
 * with a label and numbers that follows without a gap.
 */
function trim(rows: readonly SketchRow[], table: TableId): SketchRow[] {
  const last = rows.findLastIndex((row) => isKnown(row, table));
  const tail: SketchRow[] = [];
  let next = (rows[last]?.at.row ?? -1) + 1;
  for (const row of rows.slice(last + 1)) {
    if (last < 0 || row.at.row !== next || row.labels.length === 0) break;
    tail.push(row);
    next += 1;
  }
  return [...rows.slice(0, last + 1), ...tail];
}

const saysNumber = ({ raw }: SourceCell): boolean => typeof raw === 'number' || readNumber(String(raw)) !== null;

/** The row of figures under a header without row labels, and rows with numbers that follow it without a gap. */
function figureRows(rows: readonly SketchRow[], { anchor, values, origins }: Frame): SketchRow[] {
  const first = anchor.headerEnd + 1;
  const isFigureRow = (row: SketchRow): boolean => row.filled.some(saysNumber);
  const start =
    rows.find((row) => row.at.row === first) ?? rows.find((row) => row.at.row <= first + 3 && isFigureRow(row));
  // A document ends its table there: the row stands elsewhere, or nowhere.
  if (start === undefined && origins !== undefined && first >= values.length) return [];
  if (start === undefined) {
    const cells = anchor.heads.map(({ column }) => ({ row: first, column, raw: '' }));
    const at = { row: first, column: anchor.left };
    return [{ labels: [], under: null, at, cells, filled: [], strays: [], ragged: false }];
  }
  const kept = [start];
  for (const row of rows) if (row.at.row === (kept.at(-1)?.at.row ?? 0) + 1 && isFigureRow(row)) kept.push(row);
  return kept.length > 1 && countsColumns(start.filled) ? kept.slice(1) : kept;
}

/** Columns of a table in a document, as its header and most of the rows with numbers under it have them; null if none are most. */
function widthOf(
  anchor: Anchor,
  lines: readonly Line[],
  values: readonly (readonly unknown[])[],
  budget: Budget | undefined,
): number | null {
  const widths = [values[anchor.row]?.length ?? 0];
  for (let row = anchor.headerEnd + 1; row < lines.length; row += 1) {
    const line = lines[row] ?? [];
    budget?.steps(1 + line.length);
    if (line.some(isHeading)) break;
    if (line.some(isNumeric)) widths.push(values[row]?.length ?? 0);
  }
  const most = mostFrequent(widths);
  return most !== null && most.share > 0.5 ? most.value : null;
}

/** Columns of the widest row of a header: a number beyond them stands under none of its cells. */
function headerWidth({ heads, row, headerEnd }: Anchor, values: readonly (readonly unknown[])[]): number {
  const top = smallestOf(
    heads.map((own) => own.row),
    row,
  );
  return largestOf(values.slice(top, headerEnd + 1).map(({ length }) => length));
}

/** True if every cell of the header is a head, the label of a group of them or a note, or blank before the first head. */
function isCountable(anchor: Anchor, lines: readonly Line[], origins: Origins): boolean {
  const heads = new Set(anchor.heads.map(({ row, column }) => `${row} ${column}`));
  const first = anchor.heads[0]?.column ?? 0;
  const top = Math.min(anchor.row, ...anchor.heads.map(({ row }) => row));
  for (let row = top; row <= anchor.headerEnd; row += 1) {
    for (const column of origins[row] ?? []) {
      if (heads.has(`${row} ${column}`)) continue;
      const cell = lines[row]?.find((candidate) => candidate.column === column);
      if (cell === undefined && column < first) continue;
      const sight = cell?.sight;
      const isKnownLabel =
        sight !== null &&
        sight !== undefined &&
        (sight.columnGroup || sight.note || sight.corner || sight.row.includes(stripTable));
      if (!isKnownLabel) return false;
    }
  }
  return true;
}

/** A header and the grid in which its rows are read. */
interface Frame {
  readonly anchor: Anchor;
  /** Last column of its boxes. */
  readonly edge: number;
  readonly columns: ReadonlySet<number>;
  readonly values: readonly (readonly unknown[])[];
  readonly origins: Origins | undefined;
}

/** A row of which nobody can tell what stands under its heads. */
const untold = (row: SketchRow): SketchRow => ({ ...row, cells: null, strays: [], ragged: true });

/** Words over a column that holds no figure of this report. */
const besides = /[上去前往]年|上期|同期|20\d\d|计划|目标|预计|累计|[%％比率]/u;

/**
 * True where heads stand over two columns each, told apart by a row of words beneath them, of which the first is not the
 * one that this report is about: 上年 before 本年.
 */
function areHeadsShared({ anchor, columns }: Frame, lines: readonly Line[]): boolean {
  const below = (lines[anchor.headerEnd + 1] ?? []).filter(({ column }) => column >= (anchor.heads[0]?.column ?? 0));
  const first = below.filter(({ column }) => columns.has(column));
  return (
    (below.length - first.length) * 2 >= anchor.heads.length &&
    !below.some(isNumeric) &&
    first.some(({ text }) => besides.test(text))
  );
}

/** Rows from the header down to whatever comes next in the same columns. */
function sketchOf(frame: Frame, lines: readonly Line[], budget: Budget | undefined): Sketch {
  const { anchor, edge, values, origins } = frame;
  const { table, left, right } = anchor;
  const firstHead = anchor.heads[0]?.column ?? right + 1;
  const width = origins === undefined ? null : widthOf(anchor, lines, values, budget);
  const countable = origins !== undefined && isCountable(anchor, lines, origins);
  const headed = headerWidth(anchor, values);
  const found: SketchRow[] = [];
  let under: string | null = null;
  for (let row = anchor.headerEnd + 1; row < lines.length; row += 1) {
    budget?.steps(1 + (lines[row]?.length ?? 0));
    const line = (lines[row] ?? []).filter((cell) => cell.column >= left && cell.column <= edge);
    if (line.length === 0) continue;
    if (line.some(isHeading)) break;
    if (!line.some(isNumeric) && line.filter((cell) => isHeadOfAny(cell)).length >= 2) break;
    const labelCells = line.filter((cell) => cell.column < firstHead && cell.sight !== null);
    for (const cell of labelCells) if (cell.sight?.rowGroup === true) under = cell.sight.body;
    const labels = labelCells.map((cell) => cell.text);
    const filled = line.filter((cell) => cell.column >= firstHead && (cell.column <= right || isNumeric(cell)));
    const at = { row, column: labelCells.at(-1)?.column ?? filled[0]?.column ?? left };
    const labelEnd = labelCells.at(-1)?.end ?? left - 1;
    const own = origins?.[row]?.filter((column) => column > labelEnd);
    const beyond = (lines[row] ?? []).some((cell) => cell.column >= headed && isNumeric(cell));
    const shape = own === undefined ? null : { own, whole: values[row]?.length === width && !beyond, countable };
    const sketched = { labels, under, at, filled, ...align(line, frame, row, shape) };
    // What numbers the columns right under their heads is no row.
    if (table !== stripTable && row === anchor.headerEnd + 1 && countsColumns(filled) && !isKnown(sketched, table))
      continue;
    if (table === stripTable || isKnown(sketched, table) || filled.some(isNumeric)) found.push(sketched);
    // Under the one row of figures only what follows without a gap can belong to the table.
    if (table === stripTable && found.length > 1 && row > (found.at(-2)?.at.row ?? row) + 1) break;
  }
  const taken = table === stripTable ? figureRows(found, frame) : trim(found, table);
  const rows = table !== stripTable && areHeadsShared(frame, lines) ? taken.map(untold) : taken;
  return {
    table,
    heads: anchor.heads,
    toldApart: 'shown',
    rows,
    top: anchor.row,
    bottom: rows.at(-1)?.at.row ?? anchor.headerEnd,
    left,
    right,
  };
}

/** A row of nothing but numbers, as of a row of which a page holds the label and the next one the figures. */
const bareRow = (line: Line, row: number, ragged: boolean): SketchRow | null =>
  line.length < 2 || !line.every(isNumeric) || countsColumns(line)
    ? null
    : { labels: [], under: null, at: { row, column: 0 }, cells: null, filled: line, strays: [], ragged };

/** Official rows that stand under no header: the rest of a table that a page cut, or a table whose header was lost. */
function headless(
  lines: readonly Line[],
  sketches: readonly Sketch[],
  values: readonly (readonly unknown[])[],
  origins: Origins | undefined,
): Sketch[] {
  const width = origins === undefined ? null : mostFrequent(values.map((row) => row.length));
  const claimed = new Set(sketches.flatMap((sketch) => sketch.rows.map((row) => row.at.row)));
  const found: (Sketch & { readonly rows: SketchRow[]; bottom: number })[] = [];
  let under: string | null = null;
  let bare: SketchRow | null = null;
  lines.forEach((line, row) => {
    for (const cell of line) if (cell.sight?.rowGroup === true) under = cell.sight.body;
    if (claimed.has(row)) return;
    const above = bare;
    const ragged = width !== null && (width.share <= 0.5 || values[row]?.length !== width.value);
    bare = sketches.length === 0 ? bareRow(line, row, ragged) : null;
    const label = line.findLast(
      (cell, index) =>
        cell.sight !== null &&
        line.slice(0, index).every((other) => other.sight !== null) &&
        !(cell.sight.number === '' && cell.sight.exactHead.length > 0),
    );
    const table = label?.sight?.row.find((id) => id !== stripTable);
    if (label === undefined || table === undefined || (label.sight?.rowGroup === true && !line.some(isNumeric))) return;
    const labels = line.filter((cell) => cell.column <= label.column).map((cell) => cell.text);
    const filled = line.filter((cell) => cell.column > label.column);
    const at = { row, column: label.column };
    const sketched: SketchRow = { labels, under, at, cells: null, filled, strays: [], ragged };
    const open = found.at(-1);
    const own = above === null ? [sketched] : [above, sketched];
    if (open !== undefined && open.table === table && row <= open.bottom + 2) {
      open.rows.push(...own);
      open.bottom = row;
    } else
      found.push({
        table,
        heads: [],
        toldApart: 'shown',
        rows: own,
        top: own[0]?.at.row ?? row,
        bottom: row,
        left: label.column,
        right: filled.at(-1)?.column ?? label.column,
      });
  });
  return found.filter((sketch) => sketch.rows.some((row) => row.filled.length > 0));
}

export interface SketchedGrid {
  readonly sketches: readonly Sketch[];
  readonly lines: readonly Line[];
}

const extentOf = ({ left, right, heads }: Anchor): Extent => ({ left, right, width: boxWidth(heads, left) });

/** Last column of the boxes under a header: not into the table that stands beside it. */
function edgeOf(anchor: Anchor, anchors: readonly Anchor[]): number {
  const beside = anchors.filter((other) => other.row === anchor.row && other.left > anchor.right);
  const until = smallestOf(beside.map(({ left }) => left - 1));
  return boxEdge(
    extentOf(anchor),
    anchors.filter((other) => other !== anchor).map((other) => extentOf(other)),
    until,
  );
}

/** Rows that the titles over a header take at most: of the section, of the block, of its columns. */
const titleRows = 4;

/** The row in which the titles of a table begin: those of its section and block, if no other table comes before. */
function headingRow({ row, left, right }: Anchor, lines: readonly Line[], sketches: readonly Sketch[]): number {
  const above = sketches.filter((other) => other.top < row && other.left <= right && left <= other.right);
  const free = largestOf(
    above.map(({ bottom }) => bottom + 1),
    Math.max(row - titleRows, 0),
  );
  for (let at = row - 1; at >= free; at -= 1) if ((lines[at] ?? []).some((cell) => cell.sight?.section)) return at;
  return Math.max(free, row - 2);
}

/** A place as one number: no row is so wide. */
const placeKey = ({ row, column }: CellPosition): number => row * 65_536 + column;

/** Adds to each sketch the numbers near it that belong to no figure of any. */
function withLoose(sketches: readonly Sketch[], frames: readonly Frame[], lines: readonly Line[]): Sketch[] {
  const places = new Set<number>();
  const add = (cells: readonly CellPosition[]): void => {
    for (const cell of cells) places.add(placeKey(cell));
  };
  for (const { filled, cells, strays } of sketches.flatMap(({ rows }) => rows)) {
    add(filled);
    add(strays);
    for (const cell of cells ?? [])
      if (cell.box === undefined) places.add(placeKey(cell));
      else add(cell.box.held);
  }
  return sketches.map((sketch, index) => {
    const frame = frames[index];
    if (frame === undefined) return sketch;
    const { anchor, edge } = frame;
    const loose = looseNumbers(
      lines,
      {
        top: headingRow(anchor, lines, sketches),
        headerEnd: anchor.headerEnd,
        bottom: sketch.bottom,
        left: sketch.left,
        edge,
        firstHead: anchor.heads[0]?.column ?? edge + 1,
        rows: new Set(sketch.rows.map(({ at }) => at.row)),
      },
      isNumeric,
      (cell) => places.has(placeKey(cell)),
    );
    add(loose);
    // Of a row whose cells cannot be told apart it is said as a whole.
    const ragged = new Set(sketch.rows.flatMap((row) => (row.ragged ? [row.at.row] : [])));
    const told = loose.filter(({ row }) => !ragged.has(row));
    return told.length === 0 ? sketch : { ...sketch, loose: told };
  });
}

interface FramedGrid extends SketchedGrid {
  /** One for each sketch. */
  readonly frames: readonly Frame[];
}

function framedSketchesOf(
  values: readonly (readonly unknown[])[],
  origins: Origins | undefined,
  budget: Budget | undefined,
): FramedGrid {
  const lines = toLines(values);
  const anchors = findAnchors(lines);
  // Each is looked at beside every other.
  budget?.steps(anchors.length ** 2 / 8);
  const frames = anchors.map((anchor): Frame => ({
    anchor,
    edge: origins === undefined ? edgeOf(anchor, anchors) : anchor.right,
    columns: new Set(anchor.heads.map(({ column }) => column)),
    values,
    origins,
  }));
  const sketches = frames.map((frame) => sketchOf(frame, lines, budget));
  return { sketches: withLoose(sketches, frames, lines), frames, lines };
}

/** The official tables of a grid, top to bottom, one sketch for each header. `origins`: of a document's table. */
export function headedSketchesOf(
  values: readonly (readonly unknown[])[],
  budget?: Budget,
  origins?: Origins,
): SketchedGrid {
  const { sketches, lines } = framedSketchesOf(values, origins, budget);
  return { sketches, lines };
}

/** True for a row of which a single cell is blank. */
const lacksOne = ({ cells }: SketchRow): boolean =>
  cells !== null && cells.length > 1 && cells.filter(({ raw }) => isBlankText(String(raw))).length === 1;

/**
 * Rows that were moved to the right: a number stands right behind the last column, where the header and most other rows have
 * nothing. Under a head that is none of the form a number alone may be a remark: there the row must lack one too.
 */
function withoutMoved(sketch: Sketch, edge: number, lines: readonly Line[]): Sketch {
  const beyond = (line: Line | undefined): GridCell | undefined => line?.find(({ column }) => column === edge + 1);
  const headed = lines
    .slice(Math.max(0, sketch.top - 2), sketch.rows[0]?.at.row ?? sketch.top)
    .some((line) => beyond(line) !== undefined);
  const isBeyond = ({ at }: SketchRow): boolean => beyond(lines[at.row])?.sight === null;
  const count = sketch.rows.filter(isBeyond).length;
  if (count === 0 || (count * 2 >= sketch.rows.length && (headed || sketch.rows.length > 1))) return sketch;
  const isMoved = (row: SketchRow): boolean => isBeyond(row) && (!headed || lacksOne(row));
  return { ...sketch, rows: sketch.rows.map((row) => (isMoved(row) ? untold(row) : row)) };
}

/** Rows of more cells than their header and most others: one was parted by a delimiter within it, as 1,234 is. */
function longRows({ heads, rows }: Sketch, values: readonly (readonly unknown[])[]): readonly SketchRow[] {
  const width = (row: number): number => values[row]?.length ?? 0;
  const ofHeads = [...new Set(heads.map(({ row }) => row))].map(width);
  const usual = mostFrequent([...ofHeads, ...rows.map(({ at }) => width(at.row))]);
  if (usual === null || usual.share <= 0.5) return [];
  const widest = largestOf(ofHeads, usual.value);
  return rows.filter(({ at, filled }) => filled.length > 0 && width(at.row) > widest);
}

/** Rows that end before the last head, which stands in a row of the header: a delimiter was lost. */
function cutRows({ heads, rows }: Sketch, values: readonly (readonly unknown[])[]): readonly SketchRow[] {
  const last = largestOf(heads.map(({ column }) => column));
  const cut = rows.filter(({ at, filled }) => filled.length > 0 && (values[at.row]?.length ?? 0) <= last);
  // Where most rows end so, blanks at their ends are not written.
  return cut.length <= rows.length - cut.length + 1 ? cut : [];
}

/**
 * Rows with a number between the heads where nothing stands above it, if most are such, or with more numbers than there are
 * heads: these have moved.
 */
function bareRows({ table, heads, rows }: Sketch, { anchor }: Frame, lines: readonly Line[]): readonly SketchRow[] {
  if (table === stripTable) return rows.filter(({ filled }) => filled.filter(saysNumber).length > heads.length);
  const header = lines.slice(Math.max(0, anchor.row - titleRows), anchor.headerEnd + 1).flat();
  const headed = new Set(header.map(({ column }) => column));
  const bare = rows.filter(({ strays }) => strays.some(({ column }) => !headed.has(column)));
  return bare.length * 2 > rows.length ? rows : [];
}

/** Rows of which nobody can tell which cells grew together or moved are not read by their columns. */
function withoutLostDelimiters(
  sketch: Sketch,
  frame: Frame,
  lines: readonly Line[],
  values: readonly (readonly unknown[])[],
): Sketch {
  const unclear = new Set([...cutRows(sketch, values), ...longRows(sketch, values), ...bareRows(sketch, frame, lines)]);
  if (unclear.size === 0) return sketch;
  return {
    ...sketch,
    rows: sketch.rows.map((row) => (unclear.has(row) ? untold(row) : row)),
  };
}

/** Columns by which the first head of a group may have left the beginning of its label. */
const farthestGroup = 2;

/** The same with the signs that its cells were moved. */
function withMoved(sketch: Sketch, { anchor, edge }: Frame, lines: readonly Line[], budget: Budget): Sketch {
  budget.steps((1 + anchor.heads.length) * (1 + sketch.rows.length));
  const top = Math.min(anchor.row, ...anchor.heads.map(({ row }) => row));
  const boxed = sketch.table === blocksTable && boxWidth(anchor.heads, anchor.left) > 1;
  // A head that was moved to the right no longer stands under the beginning of its group.
  const groups = (sketch.table === stripTable ? lines.slice(Math.max(0, top - 1), anchor.headerEnd + 1) : [])
    .flat()
    .filter(({ sight, column }) => sight?.row.includes(stripTable) === true && column >= anchor.left - farthestGroup);
  const left = smallestOf(
    groups.map(({ column }) => column),
    anchor.left,
  );
  const moved = movedIn({
    sketch,
    lines,
    top,
    headerEnd: anchor.headerEnd,
    left: Math.min(left, anchor.left),
    edge,
    boxed,
    matrix: sketch.table === matrixTable,
  });
  return moved === null ? sketch : { ...sketch, moved };
}

/** What a grid tells of its rows beside their cells. */
interface GridShape {
  /** Of a document's table. */
  readonly origins?: Origins;
  readonly delimited?: boolean;
}

/**
 * The same for what is imported: no row that was moved, and one sketch more for rows that stand under no header. Throws an
 * ArchiveError where the work is more than the file may ask for.
 */
export function sketchesOf(
  values: readonly (readonly unknown[])[],
  budget: Budget,
  { origins, delimited = false }: GridShape = {},
): SketchedGrid {
  const { sketches: headed, frames, lines } = framedSketchesOf(values, origins, budget);
  const sketches = headed.map((sketch, index) => {
    const frame = frames[index];
    if (frame === undefined) return sketch;
    const captions = captionsOf(sketch, headed, lines);
    const own = captions.length === 0 ? sketch : { ...sketch, captions };
    const placed = withoutMoved(own, frame.edge, lines);
    return withMoved(delimited ? withoutLostDelimiters(placed, frame, lines, values) : placed, frame, lines, budget);
  });
  const all = [...sketches, ...headless(lines, sketches, values, origins)];
  return { sketches: all.sort((a, b) => a.top - b.top), lines };
}
