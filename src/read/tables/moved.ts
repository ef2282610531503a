/**
 * Cells that were moved. Whoever deletes or inserts a single cell moves all cells behind it, or all beneath it, by one: the
 * figures then stand under other heads or beside other labels than their own. What remains to be seen of that is gathered
 * here: numbers where a table has none, and none where it has numbers.
 */
import type { CellPosition } from '../../report/a1';
import { largestOf } from '../extremes';
import { readNumber } from '../labels/number';
import { sightOf } from '../labels/sight';
import {
  countsColumns,
  type GridCell,
  type Line,
  type Moved,
  type Sketch,
  type SketchRow,
  type SourceCell,
  type Unlabelled,
} from './sketch';

/** A table, and where its boxes end. */
interface Surface {
  readonly sketch: Sketch;
  readonly lines: readonly Line[];
  /** First and last row of the header. */
  readonly top: number;
  readonly headerEnd: number;
  /** First column that the labels over the heads take, and last one of the boxes. */
  readonly left: number;
  readonly edge: number;
  /** A figure may stand anywhere between its head and the next one. */
  readonly boxed: boolean;
  /** It is the large table of rows and columns. */
  readonly matrix: boolean;
}

const isNumeric = ({ sight }: GridCell): boolean => sight === null;
/** Runs for every cell of every table. */
function isBlank(cell: SourceCell | undefined): boolean {
  const raw = cell?.raw ?? '';
  return raw === '' || (typeof raw !== 'number' && String(raw).trim() === '');
}
const saysNumber = (cell: SourceCell | undefined): boolean =>
  cell !== undefined && (typeof cell.raw === 'number' || readNumber(String(cell.raw)) !== null);
const positionOf = ({ row, column }: CellPosition): CellPosition => ({ row, column });

/** Columns over which a head stands. A label over a group of columns is the head of none. */
function headedIn({ sketch, lines, top, headerEnd }: Surface): Set<number> {
  const headed = new Set(sketch.heads.map(({ column }) => column));
  for (let row = top; row <= headerEnd; row += 1)
    for (const { sight, column } of lines[row] ?? [])
      if (sight !== null && !sight.columnGroup && !sight.note && !sight.row.includes(sketch.table)) headed.add(column);
  return headed;
}

/** Numbers in a column at one side of the heads, while the head at the other side has none: all were moved by one. */
const fewestMoved = 2;

/** True where nothing stands in the column under the head that is farthest from another one. */
function isFarthestIdle({ heads, rows }: Sketch, column: number): boolean {
  const distances = heads.map((head) => Math.abs(head.column - column));
  const farthest = heads[distances.indexOf(largestOf(distances))];
  const isBeside = heads.every((head) => head.column < column) || heads.every((head) => head.column > column);
  return isBeside && rows.every(({ filled }) => filled.every((cell) => cell.column !== farthest?.column));
}

/**
 * The first number of a column over which no head stands, and in which at least half of the rows have one, or fewer where they
 * were moved there.
 */
function bareIn(surface: Surface): CellPosition | null {
  const { sketch, lines, left, edge, boxed } = surface;
  if (boxed) return null;
  const columns = new Set(sketch.heads.map(({ column }) => column));
  // Mostly every number stands under a head of the table itself.
  let headed: ReadonlySet<number> | null = null;
  const bare = new Map<number, { readonly first: GridCell; count: number }>();
  let filled = 0;
  for (const { at } of sketch.rows) {
    let labelEnd = -1;
    let isFilled = false;
    for (const cell of lines[at.row] ?? []) {
      const { column } = cell;
      if (!isNumeric(cell)) {
        if (column <= at.column && column >= left) labelEnd = cell.end;
        continue;
      }
      isFilled = true;
      if (columns.has(column) || column < left || column > edge + 1 || column <= labelEnd) continue;
      headed ??= headedIn(surface);
      if (headed.has(column)) continue;
      const known = bare.get(column) ?? { first: cell, count: 0 };
      known.count += 1;
      bare.set(column, known);
    }
    if (isFilled) filled += 1;
  }
  for (const [column, { first, count }] of bare)
    if (count * 2 >= filled || (count >= fewestMoved && isFarthestIdle(sketch, column))) return positionOf(first);
  return null;
}

const isTitle = ({ sight }: GridCell): boolean =>
  sight !== null && (sight.section !== null || sight.title || sight.blockTitle || sight.corner);

/** A label of a row that stands in a row of heads. */
function mixedIn({ sketch, lines, top, headerEnd }: Surface): CellPosition | null {
  const firstHead = Math.min(...sketch.heads.map(({ column }) => column));
  for (let row = top; row <= headerEnd; row += 1) {
    const label = lines[row]?.find(
      ({ sight, column }) =>
        column < firstHead && sight !== null && !sight.rowGroup && sight.row.includes(sketch.table),
    );
    if (label !== undefined && (lines[row] ?? []).some(({ column }) => column >= firstHead)) return positionOf(label);
  }
  return null;
}

/** Rows with numbers whose innermost label is none, a title, or that of a group: what is a group in one edition is a row in another. */
function unlabelledIn({ sketch, lines, headerEnd, edge }: Surface): Unlabelled[] {
  const firstHead = Math.min(...sketch.heads.map(({ column }) => column));
  const found: Unlabelled[] = [];
  for (let row = headerEnd + 1; row <= sketch.bottom + 1; row += 1) {
    let label: GridCell | undefined;
    const numbers: GridCell[] = [];
    for (const cell of lines[row] ?? []) {
      if (cell.column < sketch.left || cell.column > edge) continue;
      if (cell.column < firstHead) label = isNumeric(cell) ? label : cell;
      else if (isNumeric(cell)) numbers.push(cell);
    }
    const [number] = numbers;
    if (number === undefined || numbers.length * 2 <= sketch.heads.length) continue;
    if (row === headerEnd + 1 && countsColumns(numbers)) continue;
    const at = positionOf(number);
    if (label === undefined || isTitle(label)) found.push({ at, group: null });
    else if (label.sight?.rowGroup === true) found.push({ at, group: label.text });
  }
  return found;
}

/** Places of the heads that are columns of the form: what was added beside them may be blank. */
const formHeads = ({ heads, table }: Sketch): number[] =>
  heads.flatMap(({ text }, index) => (sightOf(text).head.includes(table) ? [index] : []));

/** Blank cells among others, as far as they decide whether something was moved. */
class Blanks {
  private readonly places: number[] = [];
  private first = -1;
  private last = -1;
  private count = 0;

  add(at: number): void {
    if (this.first === -1) this.first = at;
    this.last = at;
    this.count += 1;
    this.places.push(at);
  }

  /** The same without those of which something else is the reason. */
  without(explained: (at: number) => boolean): Blanks {
    const others = new Blanks();
    for (const at of this.places) if (!explained(at)) others.add(at);
    return others;
  }

  get none(): boolean {
    return this.count === 0;
  }

  /** Where the blank cells begin, if they stand side by side and others are filled; -1 else. */
  holeIn(size: number): number {
    return this.last - this.first + 1 === this.count && this.count < size ? this.first : -1;
  }

  /** The last of all cells is blank. */
  endsIn(size: number): boolean {
    return this.last === size - 1;
  }
}

/** Of the cells of a large table; where more are blank, a blank is how it says 0. */
const manyBlanks = 0.1;
const fewBlanks = 4;

/** Rows of which at least half is filled, so that a blank in one stands out. */
const isMostlyFilled = ({ cells }: FullRow): boolean =>
  cells.filter((cell) => !isBlank(cell)).length * 2 >= cells.length;

type FullRow = SketchRow & { readonly cells: readonly SourceCell[] };

/** Rows of the form whose cells are told apart. */
const rowsOf = ({ table, rows }: Sketch): FullRow[] =>
  rows.filter(
    (row): row is FullRow =>
      row.cells !== null && (row.labels.length === 0 || row.labels.some((label) => sightOf(label).row.includes(table))),
  );

/** A number in a column right under the last row. */
function underIn({ sketch, lines }: Surface, column: number): CellPosition | null {
  const under = lines[sketch.bottom + 1]?.find((cell) => isNumeric(cell) && cell.column === column);
  return under === undefined ? null : positionOf(under);
}

/** A number in a column, in the header or right under the last row. */
function strandedIn(surface: Surface, column: number): CellPosition | null {
  const { lines, top, headerEnd } = surface;
  for (let row = top; row <= headerEnd; row += 1) {
    const found = lines[row]?.find((cell) => isNumeric(cell) && cell.column === column);
    if (found !== undefined) return positionOf(found);
  }
  return underIn(surface, column);
}

/** Columns behind those of the form that somebody added, in which few rows have a number. */
function addedIn({ heads }: Sketch, rows: readonly FullRow[], own: readonly number[]): number[] {
  const last = largestOf(own);
  return heads.flatMap((_, index) => {
    const filled = rows.filter(({ cells }) => saysNumber(cells[index])).length;
    return index > last && filled > 0 && filled * 2 < rows.length ? [index] : [];
  });
}

/** Rows and columns that are filled but for one end. */
class Gaps {
  /** Rows that lack a number and have one in a column that somebody added behind the others. */
  readonly movedRows = new Map<SketchRow, CellPosition>();
  readonly shortRows = new Map<SketchRow, CellPosition>();
  readonly shortColumns = new Map<number, CellPosition>();
  readonly movedColumns = new Map<number, CellPosition>();
  private readonly inRows: readonly Blanks[];
  private readonly added: readonly number[];
  private readonly inColumns: readonly Blanks[];
  /** So many are blank that it says nothing. */
  private readonly isSparse: boolean;

  constructor(
    private readonly surface: Surface,
    private readonly rows: readonly FullRow[],
    private readonly own: readonly number[],
  ) {
    this.inRows = rows.map(() => new Blanks());
    this.inColumns = own.map(() => new Blanks());
    let count = 0;
    rows.forEach(({ cells }, down) =>
      own.forEach((index, right) => {
        if (!isBlank(cells[index])) return;
        this.inRows[down]?.add(right);
        this.inColumns[right]?.add(down);
        count += 1;
      }),
    );
    this.isSparse = surface.matrix && count > Math.max(fewBlanks, rows.length * own.length * manyBlanks);
    this.added = count === 0 ? [] : addedIn(surface.sketch, rows, own);
    this.inRows.forEach((blanks, down) => this.takeRow(blanks, down));
    this.inColumns.forEach((blanks, right) => this.takeColumn(blanks, right));
    this.takeBoth();
    this.takeCovered();
  }

  private takeRow(blanks: Blanks, down: number): void {
    const row = this.rows[down];
    const size = this.own.length;
    const first = this.isSparse ? -1 : blanks.holeIn(size);
    if (row === undefined || first === -1) return;
    const beyond = this.added.map((index) => row.cells[index]).find(saysNumber);
    if (beyond !== undefined) this.movedRows.set(row, positionOf(beyond));
    else if (blanks.endsIn(size)) this.shortRows.set(row, positionOf(row.cells[this.own[first] ?? 0] ?? row.at));
  }

  private takeColumn(blanks: Blanks, right: number): void {
    const { surface, rows } = this;
    const { heads } = surface.sketch;
    const index = this.own[right] ?? 0;
    const head = heads[index];
    const first = blanks.holeIn(rows.length);
    if (first === -1 || head === undefined) return;
    const stranded = strandedIn(surface, head.column);
    if (stranded !== null) this.movedColumns.set(index, stranded);
    else if (!this.isSparse && blanks.endsIn(rows.length))
      if (heads.length === 1 || rows.slice(first).every(isMostlyFilled))
        this.shortColumns.set(index, positionOf(rows[first]?.cells[index] ?? head));
  }

  private readonly isOff = (index: number): boolean => this.movedColumns.has(index) || this.shortColumns.has(index);
  private readonly isShort = (row: FullRow): boolean => this.shortRows.has(row);

  /** Where cells were moved both to the side and up or down, each leaves a blank in what the other moved. */
  private takeBoth(): void {
    const { rows, own, inRows, inColumns } = this;
    const [offRows, offColumns] = [rows.map(this.isShort), own.map(this.isOff)];
    if (offColumns.includes(true))
      inRows.forEach((blanks, down) => {
        if (offRows[down] === true || blanks.none) return;
        const isExplained = (right: number): boolean => offColumns[right] === true && right < own.length - 1;
        this.takeRow(blanks.without(isExplained), down);
      });
    if (offRows.includes(true))
      inColumns.forEach((blanks, right) => {
        if (offColumns[right] === true || blanks.none) return;
        const isExplained = (down: number): boolean => offRows[down] === true && down < rows.length - 1;
        this.takeColumn(blanks.without(isExplained), right);
      });
  }

  /** A column that was moved down and has no blank: what was blank in it was taken away with a move to the side. */
  private takeCovered(): void {
    const { surface, own } = this;
    if (this.shortRows.size === 0 && !surface.sketch.rows.some(({ ragged }) => ragged)) return;
    for (const index of own) {
      const under = this.isOff(index) ? null : underIn(surface, surface.sketch.heads[index]?.column ?? -1);
      if (under !== null) this.movedColumns.set(index, under);
    }
  }
}

/** The first or last row of a large table where it alone is blank. */
function blankEdgeIn({ matrix }: Surface, rows: readonly FullRow[], own: readonly number[]): SketchRow | null {
  const [first] = rows;
  const last = rows.at(-1);
  if (!matrix || first === undefined || last === undefined || rows.length < 3) return null;
  const isEmpty = ({ cells }: FullRow): boolean => own.every((index) => isBlank(cells[index]));
  const blank = rows.filter(isEmpty);
  return blank.length === 1 && (blank[0] === first || blank[0] === last) ? (blank[0] ?? null) : null;
}

/** What a table shows of cells that were moved; null where it shows nothing. */
export function movedIn(surface: Surface): Moved | null {
  const { sketch } = surface;
  if (sketch.heads.length === 0) return null;
  const bare = bareIn(surface);
  const unlabelled = unlabelledIn(surface);
  const mixed = mixedIn(surface);
  // Most tables have no blank, and so no gap.
  const rows = sketch.rows.some(({ cells }) => cells?.some(isBlank) !== false) ? rowsOf(sketch) : [];
  const own = rows.length === 0 ? [] : formHeads(sketch);
  const idle = rows.length > 0 && own.some((index) => rows.every(({ cells }) => isBlank(cells[index])));
  const { movedRows, shortRows, shortColumns, movedColumns } = new Gaps(surface, rows, own);
  const blankEdge = blankEdgeIn(surface, rows, own);
  const isNone = bare === null && unlabelled.length === 0 && mixed === null && blankEdge === null;
  if (isNone && movedRows.size + shortRows.size + shortColumns.size + movedColumns.size === 0) return null;
  const placeOf = (row: SketchRow): number => sketch.rows.indexOf(row);
  const byPlace = (found: ReadonlyMap<SketchRow, CellPosition>): ReadonlyMap<number, CellPosition> =>
    new Map([...found].map(([row, at]) => [placeOf(row), at]));
  return {
    bare,
    idle,
    unlabelled,
    mixed,
    blankEdge: blankEdge === null ? null : placeOf(blankEdge),
    movedRows: byPlace(movedRows),
    shortRows: byPlace(shortRows),
    shortColumns,
    movedColumns,
  };
}
