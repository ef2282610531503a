/** Reads the reports of a document: a sequence of paragraphs and tables, or of lines. */
import { largestOf } from '../extremes';
import type { CellPosition } from '../../report/a1';
import type { TableId } from '../../report/edition';
import { announced, foreignRows, isForeignTable, withoutRepeats, type Item } from './annex';
import { withCaptions } from './captions';
import { compose, type SourceMap } from './compose';
import { failed } from '../failure';
import type { ReadResult, Reading } from '../reading';
import { titleStart } from './heading';
import { sectionsOf } from './sections';
import { readNumber } from '../labels/number';
import { sectionOf, sightOf } from '../labels/sight';
import { mayBeOfForm } from '../labels/trace';
import { barsOf, rowsOfText, splitCells, wholeRow, type TextRow } from '../tables/shape';
import { withShared } from '../tables/shared';
import { holdings, type Sketch } from '../tables/sketch';
import { tablesOfText } from '../tables/stream';
import { sketchesOf } from '../tables/tables';
import { Budget } from '../containers/budget';
import { Asides, cellText, type Aside } from '../containers/runs';
import {
  folded,
  gridOf,
  holdsLittle,
  holdsTable,
  runsOf,
  type DocumentBlock,
  type DocumentTable,
  type TableCell,
} from '../containers/tree';
import { editions } from '../../report/editions';
import { unitInHead } from '../labels/units';
import { endsAsBody, isTitle, readPublishedTitle, type Title } from '../labels/title';

/** Places in a text. */
export const textMap: SourceMap = {
  place: ({ row }, table) => ({ in: 'line', table, line: row }),
  unitOf: (_cell, head) => (head === undefined ? null : unitInHead(head.text)),
};

/** True for titles that name different years, or different bodies: a name in short is no other one. */
function areOfOthers(one: Title, other: Title): boolean {
  if (one.year !== null && other.year !== null && one.year !== other.year) return true;
  const [own, name] = [one.unit ?? '', other.unit ?? ''];
  return endsAsBody(own) && endsAsBody(name) && !own.includes(name) && !name.includes(own);
}

const longestTitle = 60;
/** Lines above a title that are looked at to tell whether a name there belongs to it: a page may be full of titles. */
const mostAbove = 20;

/**
 * Goes along a source and tells where a report ends: at the title before a table that comes again, and at the title of another
 * report behind which the sections begin anew, or a table stands.
 */
class Cuts {
  readonly places: number[] = [];
  private held = new Set<string>();
  private sections = new Set<string>();
  private title = -1;
  private lastTable = -1;
  /** The titles above the first section or table of the report, one of which is its own. */
  private own: Title[] = [];
  /** The title of another report, while nothing but text follows it. */
  private other: { readonly at: number; readonly title: Title } | null = null;

  constructor(private readonly texts: readonly string[]) {}

  take(item: Item, index: number): void {
    if (item.holds === 'text') this.takeText(item.text, index);
    for (const sketch of item.sketches) {
      if (this.other !== null) this.cut(this.other.at, this.other.title);
      const names = holdings(sketch);
      const again = names.filter((name) => this.held.has(name)).length;
      if (again > 0 && again * 2 >= names.length && this.title > this.lastTable) this.cut(this.title, ...this.own);
      for (const name of names) this.held.add(name);
      this.lastTable = index;
    }
  }

  private takeText(text: string, index: number): void {
    const section = sectionOf(text);
    if (section !== null) {
      if (this.other !== null && this.sections.has(section)) this.cut(this.other.at, this.other.title);
      this.other = null;
      this.sections.add(section);
    } else if (text.length <= longestTitle && isTitle(text)) {
      this.title = index;
      const start = titleStart(this.texts, index, Math.max(this.places.at(-1) ?? 0, index - mostAbove));
      const title = readPublishedTitle(this.texts.slice(start, index + 1).join(''));
      if (this.sections.size + this.held.size === 0) this.own.push(title);
      else if (this.own.length > 0 && this.own.every((own) => areOfOthers(own, title)))
        this.other = { at: index, title };
    }
  }

  private cut(at: number, ...titles: readonly Title[]): void {
    this.places.push(Math.max(titleStart(this.texts, at, this.places.at(-1) ?? 0), this.lastTable + 1));
    this.held = new Set();
    this.sections = new Set();
    this.own = [...titles];
    this.other = null;
  }
}

/** Parts of a source that hold one report each. */
function parts(items: readonly Item[]): Item[][] {
  const cuts = new Cuts(items.map(({ text }) => text));
  items.forEach((item, index) => cuts.take(item, index));
  return [0, ...cuts.places].map((start, index) => items.slice(start, cuts.places[index]));
}

const allSections = (editions.at(-1)?.sections ?? []).map(({ id }) => id);

/** The reports of a source, in order. Throws an ArchiveError where they are more than any file holds. */
export function readItems(items: readonly Item[], map: SourceMap, budget: Budget): ReadResult {
  const readings = parts(items).flatMap((whole): Reading[] => {
    budget.reports(1);
    const part = withoutRepeats(whole);
    const sections = sectionsOf(part);
    const sketches = withCaptions(part).flatMap((item) => item.sketches);
    const missing = sections.issues.filter((issue) => issue.kind === 'sectionMissing').length;
    const titled =
      sections.title.at !== null || allSections.every((id) => part.some(({ text }) => sectionOf(text) === id));
    if (sketches.length === 0 && (missing > 1 || !titled)) return [];
    return [compose(sketches, sections.title, sections, map, null).reading];
  });
  if (readings.length > 0) return { ok: true, readings };
  const hasTable = items.some(({ sketches }) => sketches.length > 0);
  return failed('noReport', { foreign: !hasTable && !mayBeOfForm(items.map(({ text }) => text)) });
}

const rowText = ({ cells, structured }: TextRow): string => {
  const [first] = cells;
  if (first !== undefined && cells.length === 1) return first.text.trim();
  return cells
    .map((cell) => cell.text)
    .join(structured ? '\t' : '')
    .trim();
};

function byTop(sketches: readonly Sketch[]): Map<number, Sketch[]> {
  const groups = new Map<number, Sketch[]>();
  for (const sketch of sketches) groups.set(sketch.top, [...(groups.get(sketch.top) ?? []), sketch]);
  return groups;
}

const none: readonly Sketch[] = [];

/** Rows of a text, each with the tables that begin in it. Of a table only the rows at which one begins are wanted. */
function itemsOfRows(rows: readonly TextRow[], budget: Budget): Item[] {
  const { sketches, lines } = tablesOfText(rows, budget);
  const byLine = byTop(sketches);
  const official = (row: TextRow): boolean => row.cells.some((cell) => lines.has(cell.line));
  const foreign = foreignRows(rows, official);
  const items: Item[] = [];
  for (const row of rows) {
    if (row.cells.every(({ blank }) => blank) && !official(row)) continue;
    let own = none;
    for (const { line } of row.cells) {
      const found = byLine.get(line);
      if (found === undefined) continue;
      own = [...own, ...found];
      byLine.delete(line);
    }
    const inTable = official(row);
    if (inTable && own.length === 0) continue;
    const holds = inTable ? 'table' : foreign.has(row) ? 'rows' : 'text';
    items.push({ at: row.line, text: rowText(row), holds, sketches: own });
  }
  return announced(items);
}

/** A cell of a text is looked at more often than one of a table, to tell where its row begins. */
const looksAtText = 3;

/** Throws an ArchiveError where the text has more cells than any report. */
export function itemsOfText(text: string, budget: Budget): Item[] {
  // Before anything is made of them.
  budget.cells(looksAtText * (text.match(/[\t\n\r|｜]/gu)?.length ?? 0));
  return itemsOfRows(rowsOfText(text), budget);
}

const isLabel = ({ blocks: [first, ...others] }: TableCell): boolean =>
  first?.kind === 'paragraph' && others.length === 0 && sightOf(first.text.trim()).row.length > 0;

/** Tables that only arrange a page give their contents in order; the others stay whole. */
function flatten(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  return blocks.flatMap((block): DocumentBlock[] => {
    if (block.kind === 'paragraph' || !holdsTable(block)) return [block];
    if (holdsLittle(block) && block.rows.some((row) => row.some(isLabel))) return [folded(block)];
    return block.rows.flatMap((row) => row.flatMap((cell) => flatten(cell.blocks)));
  });
}

const rowsPerTable = 10_000;

/** Moves the cells of a sketch from their table to the whole document. */
function shifted(sketch: Sketch, by: number): Sketch {
  const cell = <Own extends CellPosition>(own: Own): Own => ({ ...own, row: own.row + by });
  const { moved, loose } = sketch;
  const cells = <Key>(places: ReadonlyMap<Key, CellPosition>): Map<Key, CellPosition> =>
    new Map([...places].map(([key, at]) => [key, cell(at)]));
  return {
    ...sketch,
    ...(loose !== undefined && { loose: loose.map(cell) }),
    ...(moved !== undefined && {
      moved: {
        ...moved,
        bare: moved.bare && cell(moved.bare),
        mixed: moved.mixed && cell(moved.mixed),
        unlabelled: moved.unlabelled.map(({ at, group }) => ({ at: cell(at), group })),
        movedRows: cells(moved.movedRows),
        shortRows: cells(moved.shortRows),
        shortColumns: cells(moved.shortColumns),
        movedColumns: cells(moved.movedColumns),
      },
    }),
    top: sketch.top + by,
    bottom: sketch.bottom + by,
    heads: sketch.heads.map(cell),
    rows: sketch.rows.map((row) => ({
      ...row,
      at: cell(row.at),
      cells: row.cells?.map(cell) ?? null,
      filled: row.filled.map(cell),
      strays: row.strays.map(cell),
    })),
  };
}

/** A table cut by a page: the rows that go on without a header stand under the one before, if they have as many columns. */
function carried(
  sketch: Sketch,
  before: readonly Sketch[],
  width: number,
  widths: ReadonlyMap<Sketch, number>,
): Sketch {
  if (sketch.heads.length > 0) return sketch;
  const header = before.findLast((other) => other.table === sketch.table && other.heads.length > 0);
  if (header === undefined || widths.get(header) !== width) return sketch;
  return {
    ...sketch,
    heads: header.heads,
    rows: sketch.rows.map((row) => {
      const byColumn = new Map(row.filled.map((cell) => [cell.column, cell]));
      const columns = new Set(header.heads.map((head) => head.column));
      if (row.ragged || row.filled.some((cell) => !columns.has(cell.column))) return row;
      return {
        ...row,
        cells: header.heads.map(({ column }) => byColumn.get(column) ?? { row: row.at.row, column, raw: '' }),
      };
    }),
  };
}

/** Places in a document: tables are counted, rows are counted in their table. */
const documentMap = (asides: Asides): SourceMap => ({
  ...textMap,
  asidesOf: (cell) => asides.at(cell),
  place: ({ row }, table) => {
    const nth = Math.floor(row / rowsPerTable);
    if (nth === 0) return textMap.place({ row, column: 0 }, table);
    return { in: 'row', table, nth, row: (row % rowsPerTable) + 1 };
  },
});

/** Paragraphs of a cell go on as one text, but 5 above 7 is not 57. */
const joinedLines = (lines: readonly string[]): string =>
  lines.reduce((whole, line) => `${whole}${/\d\s*$/u.test(whole) && /^\s*\d/u.test(line) ? '　' : ''}${line}`, '');

interface CellLine {
  readonly text: string;
  /** What was left out of a cell; of paragraphs that arrange a page nothing is told. */
  readonly asides: readonly Aside[];
}

/**
 * The texts of a table that is none of the form. One column arranges a page: its paragraphs are those of the page. Where a row
 * of several has numbers its blank cells keep their places, as '': without them the numbers behind would stand for others.
 */
const linesOf = (table: DocumentTable, width: number): CellLine[] =>
  table.rows.flatMap((row) => {
    const lines = row.flatMap(({ blocks }): CellLine[] => {
      const own = blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []));
      return width === 1
        ? own.map((text) => ({ text: text.trim(), asides: [] }))
        : [{ text: joinedLines(own).trim(), asides: cellText(runsOf(blocks)).asides }];
    });
    return width > 1 && lines.some(({ text }) => readNumber(text) !== null)
      ? lines
      : lines.filter(({ text }) => text !== '');
  });

/**
 * Reads a document. Tables are read in their own places, and lines that only look like tables in their order. Throws an
 * ArchiveError where it holds more than any report.
 */
export function readBlocks(blocks: readonly DocumentBlock[]): ReadResult {
  const items: Item[] = [];
  const foreign = new Set<number>();
  /** Texts that are the whole of a cell: a tab or a gap in them parts no cells. */
  const wholes = new Set<number>();
  const budget = new Budget();
  const asides = new Asides();
  const before: Sketch[] = [];
  const widths = new Map<Sketch, number>();
  let number = 0;
  for (const block of flatten(blocks)) {
    if (block.kind === 'paragraph') {
      for (const line of block.text.split('\n')) {
        const text = line.trim();
        if (text !== '') items.push({ at: items.length + 1, text, holds: 'text', sketches: [] });
      }
      continue;
    }
    const grid = gridOf(block, budget);
    const width = largestOf(
      grid.values.map((row) => row.length),
      0,
    );
    const found = sketchesOf(grid.values, budget, grid).sketches.filter(
      (sketch) => holdings(sketch).length > 0 || sketch.heads.length > 0,
    );
    if (found.length === 0) {
      const isForeign = isForeignTable(grid.values);
      for (const { text, asides: own } of linesOf(block, width)) {
        const at = items.length + 1;
        asides.add(at, 0, own);
        items.push({ at, text, holds: 'text', sketches: [] });
        if (isForeign) foreign.add(at);
        if (width > 1) wholes.add(at);
      }
      continue;
    }
    number += 1;
    asides.addAll(grid.asides, number * rowsPerTable);
    const textAt = (row: number, column: number): string => grid.values[row]?.[column] ?? '';
    const sketches = found.map((sketch) => {
      budget.steps(before.length);
      const own = withShared(sketch, grid.wide, textAt, budget);
      const whole = carried(shifted(own, number * rowsPerTable), before, width, widths);
      before.push(whole);
      widths.set(whole, width);
      return whole;
    });
    items.push({ at: items.length + 1, text: '', holds: 'table', sketches });
  }
  const tables = new Set(items.flatMap((item) => item.sketches.map((sketch) => sketch.table)));
  // What no line table holds either belongs to nothing that is read.
  const whole = withLineTables(items, wholes, tables, budget).map((item): Item =>
    item.holds === 'text' && foreign.has(item.at) ? { ...item, holds: 'annex' } : item,
  );
  return readItems(whole, documentMap(asides), budget);
}

/** Adds the tables that stand in the paragraphs as lines, where no real table holds them. */
function withLineTables(
  items: readonly Item[],
  wholes: ReadonlySet<number>,
  known: ReadonlySet<TableId>,
  budget: Budget,
): Item[] {
  const isLine = (item: Item): boolean => item.holds !== 'table' && !wholes.has(item.at);
  const bars = barsOf(items.flatMap((item) => (isLine(item) ? [item.text] : [])));
  const rows = items.flatMap((item): readonly TextRow[] =>
    item.holds === 'table'
      ? []
      : wholes.has(item.at)
        ? [wholeRow(item.text, item.at)]
        : splitCells(item.text, item.at, bars),
  );
  for (const { cells } of rows) budget.cells(looksAtText * cells.length);
  const { sketches, lines } = tablesOfText(rows, budget);
  const extra = sketches.filter((sketch) => !known.has(sketch.table));
  // Blank cells are nothing where no table has them.
  const filled = items.filter(({ holds, text }) => holds === 'table' || text !== '');
  if (extra.length === 0) return filled;
  const byLine = byTop(extra);
  const last = (sketch: Sketch): number =>
    largestOf(
      sketch.rows.flatMap((row) => row.filled.map((cell) => cell.row)),
      sketch.bottom,
    );
  budget.steps(items.length * extra.length);
  const ranges = extra.map((sketch) => ({ top: sketch.top, bottom: last(sketch) }));
  return filled.map((item): Item =>
    item.holds === 'text' && lines.has(item.at) && ranges.some(({ top, bottom }) => item.at >= top && item.at <= bottom)
      ? { ...item, holds: 'table', sketches: byLine.get(item.at) ?? [] }
      : item,
  );
}
