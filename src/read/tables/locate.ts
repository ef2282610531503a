/** Finds the reports that stand on a worksheet, by the labels of the official tables. Fast enough for every edit. */
import { largestOf } from '../extremes';
import type { CellPosition } from '../../report/a1';
import { isTextSection, type TextSectionId } from '../../report/edition';
import { findFigure, type Entry, type Figure, type FigureId } from '../../report/figures';
import { textSheetMark, type AmountUnitMark } from '../../report/sheet/sheet';
import { isNoReport } from '../../report/sheet/workbook';
import type { Budget } from '../containers/budget';
import { assign } from './assign';
import { entryOf } from '../labels/entry';
import { fold } from '../labels/label';
import { isBlankText, readNumber } from '../labels/number';
import { shownDigits, showsOther } from '../labels/digits';
import type { FigureBox, Held, LocatedReport, LocatedText, SheetGrid, ShownCell } from '../reading';
import { saysOtherYear } from '../labels/saidYear';
import { sightOf } from '../labels/sight';
import { holdings, type GridCell, type Head, type Line, type Sketch, type SourceCell } from './sketch';
import { headedSketchesOf } from './tables';
import { endsAsBody, readTitle, type Title } from '../labels/title';
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
  return startsTitle.test(fold(only.text)) || endsAsBody(only.text) ? only : undefined;
}

/** The nearest title above a table, and beside several in one row the one that stands over it. */
function titleOver(titles: readonly FoundTitle[], sketch: Sketch): FoundTitle | null {
  const above = titles.filter((title) => title.row < sketch.top);
  const row = largestOf(above.map((title) => title.row));
  const inRow = above.filter((title) => title.row === row);
  return inRow.filter((title) => title.column <= sketch.right).at(-1) ?? inRow[0] ?? null;
}

export interface Group {
  readonly title: FoundTitle | null;
  readonly sketches: Sketch[];
}

/**
 * One group of tables for each report: under the same title, and no table twice. What holds nothing official is left out.
 * Throws an ArchiveError where the work is more than the file may ask for; a live sheet has no such limit.
 */
export function groupsOf(sketches: readonly Sketch[], titles: readonly FoundTitle[], budget?: Budget): Group[] {
  const groups: (Group & { readonly held: Set<string> })[] = [];
  for (const sketch of sketches) {
    budget?.steps(titles.length + groups.length);
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

/** Rows above a table in which words may say of which year it is. */
const captionRows = 4;
const longestCaption = 20;

/** Whether words over a table say that it is of another year than its title; null where they say nothing of that. */
function captionOf({ left, right, top }: Sketch, { row, year }: FoundTitle, lines: readonly Line[]): boolean | null {
  const said = lines
    .slice(Math.max(row + 1, top - captionRows), top)
    .flat()
    .filter(({ column, text }) => column >= left && column <= right && text.length <= longestCaption)
    .flatMap(({ text }) => saysOtherYear(text, year) ?? []);
  return said.at(-1) ?? null;
}

/** Tables of another year than their title, and those that go on with them beneath. */
function ofOtherYears(
  sketches: readonly Sketch[],
  titleOf: (sketch: Sketch) => FoundTitle | null,
  lines: readonly Line[],
) {
  const others = new Set<Sketch>();
  const seen: { readonly sketch: Sketch; readonly title: FoundTitle; readonly held: Set<string> }[] = [];
  for (const sketch of sketches) {
    const title = titleOf(sketch);
    if (title === null) continue;
    const own = holdings(sketch);
    const above = seen.findLast(
      (other) => other.title === title && other.sketch.left <= sketch.right && sketch.left <= other.sketch.right,
    );
    const goesOn = above !== undefined && !own.some((held) => above.held.has(held));
    seen.push({ sketch, title, held: new Set([...own, ...(goesOn ? above.held : [])]) });
    if (captionOf(sketch, title, lines) ?? (goesOn && others.has(above.sketch))) others.add(sketch);
  }
  return others;
}

/**
 * The same for a file, of which each title is that of one report: tables that stand twice under it are taken together, so
 * that what they do not say alike is in doubt. Those that are said to be of another year are not its own.
 */
export function titledGroupsOf(
  sketches: readonly Sketch[],
  titles: readonly FoundTitle[],
  lines: readonly Line[],
  budget: Budget,
): Group[] {
  const groups = groupsOf(sketches, titles, budget);
  const named = groups.flatMap(({ title }) => (title === null || title.unit === null ? [] : [title]));
  const shared = new Set(named.filter((title, index) => named.indexOf(title) !== index));
  if (shared.size === 0) return groups;
  budget.steps(sketches.length ** 2 / 8);
  const sharedTitle = (sketch: Sketch): FoundTitle | null => {
    const title = titleOver(titles, sketch);
    return title !== null && shared.has(title) ? title : null;
  };
  const others = ofOtherYears(sketches, sharedTitle, lines);
  const own = sketches.filter((sketch) => !others.has(sketch));
  const whole: Group[] = [];
  for (const group of groupsOf(own, titles, budget)) {
    const twin = whole.find(({ title }) => title !== null && shared.has(title) && title === group.title);
    if (twin === undefined) whole.push(group);
    else twin.sketches.push(...group.sketches);
  }
  return [...whole, ...groupsOf([...others], [], budget)];
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

/** What stands in a cell of a sheet, as the check knows it. */
const heldIn = (cell: SourceCell, at: CellPosition, figure: Figure | undefined): Held => {
  const entry = entryOf(cell.raw, figure?.kind ?? 'count', figure?.unit === 'tenThousandYuan');
  const number = entry.kind === 'number' ? entry.value : entry.kind === 'text' ? entry.number : null;
  return { cell: at, text: String(cell.raw).trim(), number };
};

/** A grid of cells of a sheet, wherever on it the grid begins. */
class Ground {
  constructor(readonly grid: SheetGrid) {}

  readonly onSheet = (cell: CellPosition): CellPosition => ({
    row: this.grid.row + cell.row,
    column: this.grid.column + cell.column,
  });

  isFormula({ row, column }: CellPosition): boolean {
    const formula = this.grid.formulas[row]?.[column];
    return typeof formula === 'string' && formula.startsWith('=');
  }

  /** What the cell of a figure holds. Two contents in its box are never one number, whatever they look like side by side. */
  entry(cell: SourceCell, figure: Figure, held: readonly Held[]): Entry {
    if (cell.box?.open === true) {
      const number = held.length === 1 ? (held[0]?.number ?? null) : null;
      return { kind: 'text', text: String(cell.raw), number };
    }
    const type = this.grid.valueTypes?.[cell.row]?.[cell.column];
    return entryOf(cell.raw, figure.kind, figure.unit === 'tenThousandYuan', type);
  }

  /** Where a cell shows another number than it holds. */
  shown({ row, column, raw }: SourceCell): ShownCell | null {
    const text = this.grid.texts?.[row]?.[column];
    if (text === undefined || typeof raw !== 'number' || !showsOther(raw, text)) return null;
    return { cell: this.onSheet({ row, column }), stored: shownDigits(raw), shown: text.trim() };
  }
}

function located(group: Group, grid: SheetGrid, lines: readonly Line[]): LocatedReport {
  const { title } = group;
  const { edition, cells, heads, unknown, missing, tables, loose } = assign(group.sketches, title?.year ?? null);
  const ground = new Ground(grid);
  const { onSheet } = ground;
  const entries = new Map<FigureId, Entry>();
  const positions = new Map<FigureId, CellPosition>();
  const formulas = new Set<FigureId>();
  const boxes = new Map<FigureId, FigureBox>();
  const units = new Map<FigureId, AmountUnitMark>();
  const shown = new Map<FigureId, ShownCell>();
  for (const [id, cell] of cells) {
    const figure = findFigure(edition, id);
    if (figure === undefined) continue;
    const { row, box } = cell;
    const home = { row, column: box?.first ?? cell.column };
    const held = (box?.held ?? []).map((content) => heldIn(content, onSheet(content), figure));
    entries.set(id, ground.entry(cell, figure, held));
    positions.set(id, onSheet(home));
    const shownHere = ground.shown(cell);
    if (shownHere !== null) shown.set(id, shownHere);
    if (ground.isFormula(home)) formulas.add(id);
    if (box !== undefined)
      boxes.set(id, {
        block: { ...onSheet(home), rowCount: 1, columnCount: box.last - box.first + 1 },
        held,
        open: box.open,
      });
    const unit = figure.unit === 'unprinted' ? unitOf(lines[row] ?? [], cell, heads.get(id)) : null;
    if (unit !== null) units.set(id, unit);
  }
  return {
    edition,
    unit: title?.unit ?? null,
    year: title?.year ?? null,
    title: title === null ? null : onSheet(title),
    entries,
    cells: positions,
    formulas,
    boxes,
    shown,
    // What a formula beside a table works out was not meant as a figure.
    loose: loose.flatMap(({ table, figures, cell }) =>
      ground.isFormula(cell) ? [] : [{ ...heldIn(cell, onSheet(cell), undefined), table, figures }],
    ),
    units,
    unknown: unknown.map(({ table, axis, label, cell }) => ({ table, axis, label, cell: onSheet(cell) })),
    missing,
    tables,
  };
}

/** Every report whose official tables stand on the sheet, top to bottom. Empty if there is none. */
export function locateReports(grid: SheetGrid): LocatedReport[] {
  if (isNoReport(grid.values)) return [];
  const { sketches, lines } = headedSketchesOf(grid.values);
  // Rows without a header are not looked at on a live sheet: their columns would be a guess.
  return groupsOf(sketches, titlesOf(lines)).map((group) => located(group, grid, lines));
}

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
  if (isNoReport(grid.values)) return null;
  const narrative: Record<TextSectionId, string[]> = { overview: [], problems: [], other: [] };
  const headings: Record<TextSectionId, CellPosition | null> = { overview: null, problems: null, other: null };
  let title: string | null = null;
  let section: TextSectionId | null = null;
  for (const [row, values] of grid.values.entries()) {
    const column = values.findIndex((raw) => raw !== null && raw !== undefined && !isBlankText(String(raw)));
    if (column === -1) continue;
    const text = String(values[column]).trim();
    const { section: found, title: titled } = sightOf(text);
    if (found !== null && isTextSection(found) && headings[found] === null) {
      section = found;
      headings[found] = { row: grid.row + row, column: grid.column + column };
    } else if (found !== null && !isTextSection(found) && tableFollows(grid, row)) section = null;
    else if (section !== null) narrative[section].push(text);
    else if (titled) title = text;
  }
  const count = Object.values(headings).filter((heading) => heading !== null).length;
  if (count < 2) return null;
  const named: Title = title === null ? { unit: null, year: null } : readTitle(title.replace(textSheetMark, ''));
  return { ...named, narrative, headings };
}
