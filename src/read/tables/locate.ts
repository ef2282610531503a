/** Finds the reports that stand on a worksheet, by the labels of the official tables. Fast enough for every edit. */
import type { CellPosition } from '../../report/a1';
import type { TextSectionId } from '../../report/edition';
import { findFigure, type Entry, type FigureId } from '../../report/figures';
import { textSheetMark, type AmountUnitMark } from '../../report/sheet';
import { isSumSheet } from '../../report/workbook';
import { assign } from './assign';
import { entryOf } from '../labels/entry';
import { fold } from '../labels/label';
import { isBlankText, readNumber } from '../labels/number';
import type { LocatedReport, LocatedText, SheetGrid } from '../reading';
import { sightOf } from '../labels/sight';
import { holdings, type Head, type Sketch, type SourceCell } from './sketch';
import { headedSketchesOf, type GridCell, type Line } from './tables';
import { readTitle, type Title } from '../labels/title';
import { unitInHead, unitInWord } from '../labels/units';

export interface FoundTitle extends Title {
  readonly row: number;
  readonly column: number;
}

const startsTitle = /^.{2,40}(?:局|委|办|厅|府|会|处|院|所|站|队|中心|街道|乡|镇|区|县|市|省)?20\d\d年度?$/u;

/** Titles on a sheet. A title over two rows keeps its unit or year in the upper one. */
export function titlesOf(lines: readonly Line[]): FoundTitle[] {
  const titles: FoundTitle[] = [];
  lines.forEach((line, row) => {
    for (const cell of line) {
      if (cell.sight?.title !== true) continue;
      const own = readTitle(cell.text);
      const above = own.unit !== null && own.year !== null ? undefined : upperHalf(lines, row);
      const upper = above === undefined ? null : readTitle(above.text);
      titles.push({
        row,
        column: cell.column,
        unit: own.unit ?? upper?.unit ?? null,
        year: own.year ?? upper?.year ?? null,
      });
    }
  });
  return titles;
}

function upperHalf(lines: readonly Line[], row: number): GridCell | undefined {
  const [only, second] = lines[row - 1] ?? [];
  if (only === undefined || second !== undefined || only.sight === null || only.sight.section !== null)
    return undefined;
  return startsTitle.test(fold(only.text)) ? only : undefined;
}

/** The nearest title above a table, and beside several in one row the one that stands over it. */
function titleOver(titles: readonly FoundTitle[], sketch: Sketch): FoundTitle | null {
  const above = titles.filter((title) => title.row < sketch.top);
  const row = Math.max(...above.map((title) => title.row));
  const inRow = above.filter((title) => title.row === row);
  return inRow.filter((title) => title.column <= sketch.right).at(-1) ?? inRow[0] ?? null;
}

export interface Group {
  readonly title: FoundTitle | null;
  readonly sketches: Sketch[];
}

/** One group of tables for each report: under the same title, and no table twice. What holds nothing official is left out. */
export function groupsOf(sketches: readonly Sketch[], titles: readonly FoundTitle[]): Group[] {
  const groups: (Group & { readonly held: Set<string> })[] = [];
  for (const sketch of sketches) {
    const title = titleOver(titles, sketch);
    const own = holdings(sketch);
    if (own.length === 0) continue;
    const fits = (group: (typeof groups)[number]): boolean =>
      group.title === title && !own.some((held) => group.held.has(held));
    const overlaps = (group: Group): boolean =>
      group.sketches.some((other) => other.left <= sketch.right && sketch.left <= other.right);
    const group = groups.findLast((candidate) => fits(candidate) && overlaps(candidate)) ?? groups.findLast(fits);
    if (group === undefined) groups.push({ title, sketches: [sketch], held: new Set(own) });
    else {
      group.sketches.push(sketch);
      for (const held of own) group.held.add(held);
    }
  }
  return groups;
}

const widestFigure = 6;

/** The unit beside an amount, in its own cell, in a cell at its right, or in the header above. */
export function unitOf(line: Line, cell: SourceCell, head: Head | undefined): AmountUnitMark | null {
  const own = typeof cell.raw === 'string' ? readNumber(cell.raw)?.unit : undefined;
  if (own !== undefined && own !== null) return own;
  const beside = line.find((other) => other.column > cell.column && other.column <= cell.column + widestFigure);
  const word = beside === undefined ? null : unitInWord(beside.text);
  return word ?? (head === undefined ? null : unitInHead(head.text));
}

function located(group: Group, grid: SheetGrid, lines: readonly Line[]): LocatedReport {
  const { title } = group;
  const { edition, cells, heads, unknown, missing, tables } = assign(group.sketches, title?.year ?? null);
  const onSheet = (cell: CellPosition): CellPosition => ({
    row: grid.row + cell.row,
    column: grid.column + cell.column,
  });
  const entries = new Map<FigureId, Entry>();
  const positions = new Map<FigureId, CellPosition>();
  const formulas = new Set<FigureId>();
  const units = new Map<FigureId, AmountUnitMark>();
  for (const [id, cell] of cells) {
    const figure = findFigure(edition, id);
    if (figure === undefined) continue;
    const type = grid.valueTypes?.[cell.row]?.[cell.column];
    entries.set(id, entryOf(cell.raw, figure.kind, figure.unit === 'tenThousandYuan', type));
    positions.set(id, onSheet(cell));
    const formula = grid.formulas[cell.row]?.[cell.column];
    if (typeof formula === 'string' && formula.startsWith('=')) formulas.add(id);
    if (figure.unit === 'unprinted') {
      const unit = unitOf(lines[cell.row] ?? [], cell, heads.get(id));
      if (unit !== null) units.set(id, unit);
    }
  }
  return {
    edition,
    unit: title?.unit ?? null,
    year: title?.year ?? null,
    title: title === null ? null : onSheet(title),
    entries,
    cells: positions,
    formulas,
    units,
    unknown: unknown.map(({ table, axis, label, cell }) => ({ table, axis, label, cell: onSheet(cell) })),
    missing,
    tables,
  };
}

/** Every report whose official tables stand on the sheet, top to bottom. Empty if there is none. */
export function locateReports(grid: SheetGrid): LocatedReport[] {
  if (isSumSheet(grid.values)) return [];
  const { sketches, lines } = headedSketchesOf(grid.values);
  // Rows without a header are not looked at on a live sheet: their columns would be a guess.
  return groupsOf(sketches, titlesOf(lines)).map((group) => located(group, grid, lines));
}

const textSections = new Set<string>(['overview', 'problems', 'other'] satisfies TextSectionId[]);
const isTextSection = (id: string | null): id is TextSectionId => id !== null && textSections.has(id);

const nearTitle = 8;

/** True if one of the next rows shows labels of an official table: a title above them ends the text before it. */
const tableFollows = (grid: SheetGrid, row: number): boolean =>
  grid.values.slice(row + 1, row + 1 + nearTitle).some((values) => {
    const texts = values.flatMap((raw) => (typeof raw === 'string' && !isBlankText(raw) ? [raw] : []));
    return (
      texts.length > 1 &&
      texts.map(sightOf).some((sight) => sight.corner || sight.note || sight.columnGroup || sight.exactHead.length > 0)
    );
  });

/** The text of a report on a sheet, or null if the sheet holds none: at least two headings of text sections. */
export function locateText(grid: SheetGrid): LocatedText | null {
  if (isSumSheet(grid.values)) return null;
  const narrative: Record<TextSectionId, string[]> = { overview: [], problems: [], other: [] };
  const headings: Record<TextSectionId, CellPosition | null> = { overview: null, problems: null, other: null };
  let title: Title = { unit: null, year: null };
  let section: TextSectionId | null = null;
  for (const [row, values] of grid.values.entries()) {
    const column = values.findIndex((raw) => raw !== null && raw !== undefined && !isBlankText(String(raw)));
    if (column === -1) continue;
    const text = String(values[column]).trim();
    const { section: found, title: titled } = sightOf(text);
    if (isTextSection(found) && headings[found] === null) {
      section = found;
      headings[found] = { row: grid.row + row, column: grid.column + column };
    } else if (found !== null && !isTextSection(found) && tableFollows(grid, row)) section = null;
    else if (section !== null) narrative[section].push(text);
    else if (titled) title = readTitle(text.replace(textSheetMark, ''));
  }
  const count = Object.values(headings).filter((heading) => heading !== null).length;
  return count < 2 ? null : { ...title, narrative, headings };
}
