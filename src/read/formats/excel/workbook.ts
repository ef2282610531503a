/** Reads reports from the sheets of a workbook, whatever kind of file they stood in. */
import type { FigureId } from '../../../report/figures';
import type { CellBlock, CellPosition } from '../../../report/a1';
import { applyNotes, notesIn } from '../../../report/sheet/notes';
import { isNoReport, isSumSheet, resultsSheetNames } from '../../../report/sheet/workbook';
import { cellPlace, compose, unreadMark, type Composed, type SourceMap } from '../../compose/compose';
import type { Budget } from '../../containers/budget';
import { Asides } from '../../containers/runs';
import { joined } from '../../compose/joined';
import { largestOf } from '../../extremes';
import { failed } from '../../failure';
import { shownDigits } from '../../labels/digits';
import { readNumber } from '../../labels/number';
import { mayBeOfForm } from '../../labels/trace';
import { labelledUnit } from '../../labels/title';
import { locateText, titledGroupsOf, titlesOf, unitOf, type FoundTitle } from '../../tables/locate';
import type { Doubt, SourcePlace } from '../../doubt';
import type { LocatedText, Reading, ReadResult, SheetGrid } from '../../reading';
import type { Line, Sketch, SourceCell } from '../../tables/sketch';
import { sketchesOf } from '../../tables/tables';
import { readWide } from '../../compose/wide';
import { contentOf, plainRich, type CellContent, type RichText } from './fonts';
import { Layouts } from './layouts';
import type { Drawn } from './drawn';
import { sheetReach } from './limits';
import type { CellLook } from './look';
import { resultFits, type PlacedFormula } from './results';
import { hidden, shownNumber, shownText, type CellFormat, type Otherwise, type ShownValue } from './shown';

/** Columns from one to another, zero-based, both of them too. */
export interface ColumnSpan {
  readonly first: number;
  readonly last: number;
}

export interface WorkbookSheet {
  readonly grid: SheetGrid;
  readonly hidden: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: readonly ColumnSpan[];
  /** Cells with a formula whose result the file does not hold, by `placeKey`. */
  readonly uncached: ReadonlySet<string>;
  /** Cells with a formula, by `placeKey`; null where it is not known which. */
  readonly formulas: ReadonlyMap<string, PlacedFormula | null>;
  /** Results are only made anew when a person asks for it. */
  readonly manual: boolean;
  /** Cells with results that a program wrote for Excel to make anew as it opens the file, by `placeKey`. */
  readonly pending: ReadonlySet<string>;
  /** Cells of which it is not plain what they say, by `placeKey`. */
  readonly otherwise: ReadonlyMap<string, Otherwise>;
  /** What was left out of the texts of cells. */
  readonly asides: Asides;
  /** Cells that are one. */
  readonly merged: readonly CellBlock[];
}

/** Cells that one formula fills. */
interface FilledByFormula {
  readonly area: CellBlock;
  readonly waits: boolean;
}

/** Of a formula that fills more nothing else is said. */
const mostFilled = 10_000;

/** Things that are told of a cell of which a file says more. */
const mostContradictions = 4;

const placeKey = (row: number, column: number): string => `${row} ${column}`;

/** What is gathered of a sheet while its file is gone through. Throws an ArchiveError where the file gives too much. */
export class SheetBuilder {
  private readonly values: unknown[][] = [];
  private readonly hiddenRows = new Set<number>();
  private readonly hiddenColumns: ColumnSpan[] = [];
  private readonly uncached = new Set<string>();
  private readonly formulas = new Map<string, PlacedFormula | null>();
  private readonly pending = new Set<string>();
  private readonly filled: FilledByFormula[] = [];
  private manual = false;
  private readonly otherwise = new Map<string, Otherwise>();
  /** All that the file says of a cell where that is more than one thing, by `placeKey`. */
  private readonly contradictions = new Map<string, Set<string>>();
  private readonly asides = new Asides();
  private readonly merged: CellBlock[] = [];
  /** What is shown over several cells as if they were one: its row, the first and the last of them. */
  private readonly spans: { readonly row: number; readonly column: number; last: number }[] = [];
  private zerosHidden = false;
  private formulasShown = false;
  private othersHidden = false;
  private readonly shownRows = new Set<number>();

  constructor(private readonly budget: Budget) {}

  put(row: number, column: number, value: unknown): void {
    if (!isLookedAt(row, column)) return;
    // What the file leaves out before a cell is filled up with blanks.
    if (row >= this.values.length) this.budget.cells(row + 1 - this.values.length);
    const line = (this.values[row] ??= []);
    this.budget.cells(column < line.length ? 1 : column + 1 - line.length);
    if (typeof value === 'string') this.budget.characters(value.length);
    // Cells mostly come in order: what lies beyond the end of the line is not looked up.
    const before = column < line.length ? line[column] : undefined;
    if (before === undefined) line[column] = value;
    else if (String(before).trim() !== String(value).trim()) this.contradict(row, column, before, value);
  }

  /** Keeps one more thing that the file says of a cell. */
  private contradict(row: number, column: number, ...said: readonly unknown[]): void {
    if (!isLookedAt(row, column)) return;
    const key = placeKey(row, column);
    const known = this.contradictions.get(key) ?? new Set();
    for (const text of said) if (known.size < mostContradictions) known.add(String(text).trim());
    this.contradictions.set(key, known);
  }

  /** A cell that stands in one row and names another one is certain in neither. */
  astray(row: number, other: number, column: number): void {
    const said = this.values[row]?.[column] ?? '';
    if (said === '') return;
    this.contradict(row, column, said);
    this.contradict(other, column, said);
  }

  /** A number under the look of its cell. `date1904`: days are counted from 1904 on. */
  putNumber(row: number, column: number, value: number, look: CellLook, date1904 = false): void {
    const { format, aside, unseen, crossed, unsure } = look;
    const shown = unseen ? hidden(String(shownDigits(value))) : shownNumber(value, format, date1904);
    if (unsure === true) this.doubt(row, column, String(shown.value));
    if (look.across === true) this.spans.push({ row, column, last: column });
    if (crossed) this.cross(row, column, String(shown.value));
    else if (aside === null) this.putShown(row, column, shown);
    else this.putContent(row, column, contentOf(plainRich(String(shown.value)), look), format);
  }

  /** A text under the look of its cell. */
  putText(row: number, column: number, text: RichText, look: CellLook): void {
    const { format, unseen, crossed, unsure } = look;
    if (look.across === true) this.spans.push({ row, column, last: column });
    const number = unseen || crossed || unsure === true ? readNumber(text.text) : null;
    // A label that nobody sees names its row all the same, and a corner that is parted by a line is no less one.
    if (unseen && text.runs === null && number !== null) return this.putShown(row, column, hidden(text.text));
    if (crossed && number !== null && !number.none) return this.cross(row, column, text.text.trim());
    if (unsure === true && number !== null) this.doubt(row, column, text.text.trim());
    this.putContent(row, column, contentOf(text, look), format);
  }

  /** A blank cell over which the content of the one before it is shown too, where both look so and no line parts them. */
  goAcross(row: number, column: number, { across, lined }: Pick<CellLook, 'across' | 'lined'>): void {
    if (across !== true || lined === true) return;
    const span = this.spans.at(-1);
    if (span?.row === row && span.last + 1 === column) span.last = column;
  }

  /** Nobody can tell whether this is what the cell shows. */
  private doubt(row: number, column: number, text: string): void {
    if (isLookedAt(row, column)) this.asides.add(row, column, [{ kind: 'unclear', text }]);
  }

  /** A number with a line over it from corner to corner. */
  private cross(row: number, column: number, text: string): void {
    this.put(row, column, '');
    if (isLookedAt(row, column)) this.otherwise.set(placeKey(row, column), { kind: 'cellCrossed', text });
  }

  private putContent(row: number, column: number, { text, asides }: CellContent, format: CellFormat): void {
    this.putShown(row, column, shownText(text, format));
    if (isLookedAt(row, column)) this.asides.add(row, column, asides);
  }

  private putShown(row: number, column: number, { value, otherwise }: ShownValue): void {
    this.put(row, column, value);
    if (otherwise !== null && isLookedAt(row, column)) this.otherwise.set(placeKey(row, column), otherwise);
  }

  /** A formula without its result. */
  wait(row: number, column: number): void {
    if (isLookedAt(row, column)) this.uncached.add(placeKey(row, column));
  }

  /** What stands in the cell is a result. */
  calculate(row: number, column: number, formula: PlacedFormula | null): void {
    if (isLookedAt(row, column)) this.formulas.set(placeKey(row, column), formula);
  }

  /** The result in the cell is to be made anew when the file is opened. */
  calculateOnLoad(row: number, column: number): void {
    if (isLookedAt(row, column)) this.pending.add(placeKey(row, column));
  }

  /** One formula fills these cells. `waits`: the file does not hold its results. */
  fillByFormula(area: CellBlock, waits: boolean): void {
    if (area.rowCount * area.columnCount <= mostFilled) this.filled.push({ area, waits });
  }

  calculateByHand(): void {
    this.manual = true;
  }

  /** Rows of which nothing else is said are hidden. */
  hideOtherRows(): void {
    this.othersHidden = true;
  }

  /** A row that says how high it is. */
  showRow(row: number): void {
    this.shownRows.add(row);
  }

  hideRow(row: number): void {
    this.hiddenRows.add(row);
  }

  /** Adds columns that lie side by side. No more than there are columns to look at: a file may name any number. */
  hideColumns(first: number, last: number): void {
    if (this.hiddenColumns.length < sheetReach.columns && first < sheetReach.columns)
      this.hiddenColumns.push({ first, last });
  }

  /** Cells that are one: the first of them shows what it holds, the others nothing, whatever the file keeps in them. */
  merge(area: CellBlock): void {
    this.merged.push(area);
  }

  /** Something is drawn over cells: a text, or what hides theirs. */
  drawOver({ firstRow, lastRow, firstColumn, lastColumn, text }: Drawn): void {
    for (let row = Math.max(0, firstRow); row <= Math.min(lastRow, this.values.length - 1); row += 1)
      for (let column = Math.max(0, firstColumn); column <= lastColumn; column += 1) {
        this.budget.steps(1);
        const stored = String(this.values[row]?.[column] ?? '');
        this.doubt(row, column, text === '' ? stored : text);
      }
  }

  /** The sheet shows nothing where a number is 0. */
  hideZeros(): void {
    this.zerosHidden = true;
  }

  /** The sheet shows formulas in place of their results. */
  showFormulas(): void {
    this.formulasShown = true;
  }

  /** What a cell keeps and does not show. */
  private unshown(row: number, column: number): void {
    const line = this.values[row];
    const stored = line?.[column];
    if (line === undefined || stored === undefined || stored === '') return;
    line[column] = '';
    this.otherwise.set(placeKey(row, column), { kind: 'shownOtherwise', stored: String(stored), shown: '' });
  }

  /** A result in place of which its formula is shown. */
  private unshowResult(key: string, formula: PlacedFormula | null): void {
    const [row = 0, column = 0] = key.split(' ').map(Number);
    const line = this.values[row];
    const stored = String(line?.[column] ?? '');
    if (line === undefined || stored === '') return;
    line[column] = '';
    this.otherwise.set(key, { kind: 'shownOtherwise', stored, shown: formula === null ? '=…' : `=${formula.text}` });
  }

  private leaveOpen(key: string, text: string): void {
    const [row = 0, column = 0] = key.split(' ').map(Number);
    const line = this.values[row];
    if (line?.[column] !== undefined) line[column] = '';
    this.otherwise.set(key, { kind: 'cellTwice', text });
  }

  /** What the formula in the first cell of an area says of the others. */
  private takeFilled({ area, waits }: FilledByFormula): void {
    const own = placeKey(area.row, area.column);
    this.budget.steps(area.rowCount * area.columnCount);
    for (let row = area.row; row < area.row + area.rowCount; row += 1)
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const key = placeKey(row, column);
        if (key === own || this.formulas.has(key)) continue;
        this.calculate(row, column, null);
        if (this.pending.has(own)) this.calculateOnLoad(row, column);
        if (waits && (this.values[row]?.[column] ?? '') === '') this.wait(row, column);
      }
  }

  private unshowCovered({ row, column, rowCount, columnCount }: CellBlock): void {
    const last = Math.min(row + rowCount, this.values.length);
    for (let at = row; at < last; at += 1) {
      const end = Math.min(column + columnCount, this.values[at]?.length ?? 0);
      this.budget.steps(1);
      for (let own = at === row ? column + 1 : column; own < end; own += 1) this.unshown(at, own);
    }
  }

  private unshowZeros(): void {
    this.values.forEach((line, row) => line.forEach((value, column) => value === 0 && this.unshown(row, column)));
  }

  sheet(name: string, hidden: boolean): WorkbookSheet {
    for (const [key, said] of this.contradictions) this.leaveOpen(key, [...said].join('、'));
    for (const area of this.merged) this.unshowCovered(area);
    for (const one of this.filled) this.takeFilled(one);
    for (const { row, column, last } of this.spans)
      if (last > column) this.merged.push({ row, column, rowCount: 1, columnCount: last - column + 1 });
    if (this.zerosHidden) this.unshowZeros();
    if (this.formulasShown) for (const [key, formula] of this.formulas) this.unshowResult(key, formula);
    if (this.othersHidden)
      for (let row = 0; row < this.values.length; row += 1) if (!this.shownRows.has(row)) this.hiddenRows.add(row);
    const { hiddenRows, hiddenColumns, uncached, formulas, manual, pending, otherwise, asides, merged } = this;
    const grid = gridOfValues(name, this.values);
    return { grid, hidden, hiddenRows, hiddenColumns, uncached, formulas, manual, pending, otherwise, asides, merged };
  }
}

const isLookedAt = (row: number, column: number): boolean =>
  row >= 0 && row < sheetReach.rows && column >= 0 && column < sheetReach.columns;

/** A sheet by its values; rows and cells that the file leaves out are blank. No formula of somebody else's is taken over. */
function gridOfValues(name: string, values: unknown[][]): SheetGrid {
  for (let row = 0; row < values.length; row += 1) {
    const line = (values[row] ??= []);
    for (let column = 0; column < line.length; column += 1) line[column] ??= '';
  }
  return { name, row: 0, column: 0, values, formulas: [] };
}

/** The text that belongs to a report: of the same unit and year, or the only one there is. */
function textFor(reading: Reading, texts: readonly LocatedText[], only: boolean): LocatedText | undefined {
  const { name } = reading.report.unit;
  const same = texts.filter((text) => text.unit === name && text.year === reading.report.year);
  return same.length === 1 ? same[0] : only && texts.length === 1 ? texts[0] : undefined;
}

function withText(reading: Reading, text: LocatedText | undefined): Reading {
  if (text === undefined) return reading;
  const { overview, problems, other } = text.narrative;
  return {
    ...reading,
    report: { ...reading.report, narrative: { overview: [...overview], problems: [...problems], other: [...other] } },
  };
}

/** One doubt for all figures of which it holds, with the place of the first; none where there are none. */
function formulaDoubts(
  kind: 'resultStale' | 'resultPending' | 'manualCalculation' | 'notCached',
  sheet: string,
  found: readonly (readonly [FigureId, SourceCell])[],
): Doubt[] {
  const [first] = found;
  if (first === undefined) return [];
  return [{ kind, figures: found.map(([id]) => id), place: cellPlace(sheet, first[1]), details: {} }];
}

/** What looking up a cell for a formula costs, as comparisons. */
const lookUp = 16;

/** Gives what a cell of a sheet holds; undefined where that says nothing certain. */
const valuesOf =
  ({ grid, otherwise, uncached }: WorkbookSheet, budget: Budget, isDoubted?: (key: string) => boolean) =>
  (row: number, column: number): unknown => {
    budget.comparisons(lookUp);
    const key = placeKey(row, column);
    const isOpen = otherwise.has(key) || uncached.has(key) || isDoubted?.(key) === true;
    return isOpen ? undefined : (grid.values[row]?.[column] ?? '');
  };

/** Sums of sums of sums: no report has more of them on one another. */
const deepestSums = 50;

/** Tells results that are to be made anew and are not plainly the sum of certain cells: one that adds such a cell is none either. */
function unproved(sheet: WorkbookSheet, budget: Budget): (key: string) => boolean {
  const { pending, formulas, grid } = sheet;
  const known = new Map<string, boolean>();
  let depth = 0;
  const isDoubted = (key: string): boolean => {
    if (!pending.has(key)) return false;
    const before = known.get(key);
    if (before !== undefined) return before;
    // One that leads back to itself is none.
    known.set(key, true);
    const formula = onSheet(formulas.get(key) ?? null, grid.name);
    if (formula === null || depth >= deepestSums) return true;
    const [row = 0, column = 0] = key.split(' ').map(Number);
    depth += 1;
    const isSum = resultFits(grid.values[row]?.[column], formula, valuesOf(sheet, budget, isDoubted)) === true;
    depth -= 1;
    known.set(key, !isSum);
    return !isSum;
  };
  return isDoubted;
}

/** A formula without the name of its own sheet before places on it. */
function onSheet(formula: PlacedFormula | null, name: string): PlacedFormula | null {
  if (formula?.text.includes('!') !== true) return formula;
  const text = formula.text.replaceAll(`'${name.replaceAll("'", "''")}'!`, '').replaceAll(`${name}!`, '');
  return { ...formula, text };
}

/** Results that do not fit, or need not. */
function resultDoubts(sheet: WorkbookSheet, { cells }: Composed, budget: Budget): Doubt[] {
  const { grid, formulas, manual, pending } = sheet;
  if (formulas.size === 0) return [];
  const valueAt = valuesOf(sheet, budget);
  const keyOf = ({ row, column }: CellPosition): string => placeKey(row, column);
  const calculated = [...cells].filter(([, cell]) => formulas.has(keyOf(cell)));
  const stale = calculated.filter(([, cell]) => {
    const formula = onSheet(formulas.get(keyOf(cell)) ?? null, grid.name);
    return formula !== null && resultFits(valueAt(cell.row, cell.column), formula, valueAt) === false;
  });
  const isDoubted = pending.size === 0 || manual ? () => false : unproved(sheet, budget);
  const told = new Set(stale.map(([id]) => id));
  const open = calculated.filter(
    ([id, cell]) => cell.raw !== '' && isDoubted(keyOf(cell)) && !told.has(id) && !sheet.otherwise.has(keyOf(cell)),
  );
  return [
    ...formulaDoubts('resultStale', grid.name, stale),
    ...formulaDoubts('resultPending', grid.name, open),
    ...formulaDoubts('manualCalculation', grid.name, manual ? calculated : []),
  ];
}

/** What a sheet does not show at a glance: cells that are hidden, results that are not there. */
function sheetDoubts(
  { grid, hidden, hiddenRows, hiddenColumns, uncached }: WorkbookSheet,
  { cells }: Composed,
): Doubt[] {
  const doubts: Doubt[] = [];
  if (hidden) doubts.push({ kind: 'hiddenSheet', figures: [], place: null, details: { sheet: grid.name } });
  if (hiddenRows.size > 0 || hiddenColumns.length > 0) {
    const unseen = [...cells.values()].find(
      ({ raw, row, column }) =>
        raw !== '' &&
        (hiddenRows.has(row) || hiddenColumns.some(({ first, last }) => column >= first && column <= last)),
    );
    if (unseen !== undefined) {
      const place = cellPlace(grid.name, unseen);
      doubts.push({ kind: 'hiddenCells', figures: [], place, details: {} });
    }
  }
  const waiting = [...cells].filter(([, { row, column }]) => uncached.has(placeKey(row, column)));
  return [...doubts, ...formulaDoubts('notCached', grid.name, waiting)];
}

interface OtherwiseGroup {
  readonly otherwise: Otherwise;
  readonly figures: FigureId[];
  readonly place: SourcePlace;
}

const toldOf = (otherwise: Otherwise): readonly [stored: string, shown: string] =>
  'text' in otherwise ? [otherwise.text, ''] : [otherwise.stored, otherwise.shown];

function otherwiseDoubt({ otherwise, figures, place }: OtherwiseGroup): Doubt {
  if ('text' in otherwise) return { kind: otherwise.kind, figures, place, details: { text: otherwise.text } };
  const { kind, stored, shown } = otherwise;
  return { kind, figures, place, details: { stored, shown } };
}

/** What a file says twice where no figure stands: a title, a label, a paragraph. */
function contradictedTexts({ cells }: Composed, { grid, otherwise }: WorkbookSheet): Doubt[] {
  const figures = new Set([...cells.values()].map(({ row, column }) => placeKey(row, column)));
  return [...otherwise].flatMap(([key, { kind, ...told }]): Doubt[] => {
    if (kind !== 'cellTwice' || figures.has(key)) return [];
    const [row = 0, column = 0] = key.split(' ').map(Number);
    const place = cellPlace(grid.name, { row, column });
    return [{ kind, figures: [], place, details: { text: 'text' in told ? told.text : '' } }];
  });
}

/** A reading with what its cells show: where that is not plain the figure is blank, and what is stored is said. */
function asShown(composed: Composed, sheet: WorkbookSheet): Reading {
  const { reading, cells } = composed;
  const { grid, otherwise } = sheet;
  if (otherwise.size === 0) return reading;
  const groups = new Map<string, OtherwiseGroup>();
  const blanked = new Set<FigureId>();
  const figures = { ...reading.report.figures };
  const marks = { ...reading.report.marks };
  const sources = new Map(reading.sources);
  for (const [id, { row, column }] of cells) {
    const own = otherwise.get(placeKey(row, column));
    if (own === undefined) continue;
    const place = cellPlace(grid.name, { row, column });
    const [stored, shown] = toldOf(own);
    const key = `${own.kind} ${stored} ${shown}`;
    const group = groups.get(key) ?? { otherwise: own, figures: [], place };
    group.figures.push(id);
    groups.set(key, group);
    sources.set(id, { text: shown === '' ? stored : shown, place });
    if (own.kind === 'shownRounded') continue;
    blanked.add(id);
    figures[id] = null;
    marks[id] = unreadMark(place, reading.edition);
  }
  const told = ({ figures: named }: Doubt): boolean => named.length > 0 && named.every((id) => blanked.has(id));
  const doubts = [...groups.values()].map(otherwiseDoubt);
  return {
    ...reading,
    report: { ...reading.report, figures, marks },
    sources,
    doubts: [...reading.doubts.filter((doubt) => !told(doubt)), ...doubts, ...contradictedTexts(composed, sheet)],
  };
}

/** What it costs to tell that a figure shares a cell, as comparisons. */
const sharing = 500;

/** Figures whose cells are merged into one that holds something, each with all of them, by that cell. */
function sharedIn({ grid, merged }: WorkbookSheet, { cells }: Composed, budget: Budget): Map<CellBlock, FigureId[]> {
  const byRow = new Map<number, CellBlock[]>();
  for (const area of merged) {
    const { row, column, rowCount } = area;
    if ((grid.values[row]?.[column] ?? '') === '') continue;
    for (let at = row; at < Math.min(row + rowCount, grid.values.length); at += 1) {
      const own = byRow.get(at);
      if (own === undefined) byRow.set(at, [area]);
      else own.push(area);
    }
  }
  const shared = new Map<CellBlock, FigureId[]>();
  for (const [id, { row, column }] of cells) {
    const areas = byRow.get(row) ?? [];
    budget.comparisons(areas.length);
    for (const area of areas) {
      if (column < area.column || column >= area.column + area.columnCount) continue;
      budget.comparisons(sharing);
      shared.set(area, [...(shared.get(area) ?? []), id]);
    }
  }
  for (const [area, ids] of shared) if (ids.length < 2) shared.delete(area);
  return shared;
}

/** A reading without the figures of which several have one merged cell: nobody can tell whose the number is. */
function withoutShared(reading: Reading, sheet: WorkbookSheet, composed: Composed, budget: Budget): Reading {
  if (sheet.merged.length === 0) return reading;
  const shared = sharedIn(sheet, composed, budget);
  if (shared.size === 0) return reading;
  const { edition, report } = reading;
  const figures = { ...report.figures };
  const marks = { ...report.marks };
  const doubts = [...shared].map(([{ row, column }, ids]): Doubt => {
    const place = cellPlace(sheet.grid.name, { row, column });
    for (const id of ids) {
      figures[id] = null;
      marks[id] = unreadMark(place, edition);
    }
    return { kind: 'cellShared', figures: ids, place, details: { text: String(sheet.grid.values[row]?.[column]) } };
  });
  return { ...reading, report: { ...report, figures, marks }, doubts: [...reading.doubts, ...doubts] };
}

function reportsOf({ grid, asides }: WorkbookSheet, budget: Budget, layouts: Layouts): Composed[] {
  const known = asides.none ? layouts.find(grid, budget) : null;
  if (known !== null) return [known];
  if (isNoReport(grid.values)) return [];
  const wide = readWide(grid, asides);
  if (wide.length > 0) return wide;
  const { steps } = budget.mark();
  const found = reportsUnderHeads(grid, asides, budget);
  const [only, ...others] = found;
  if (asides.none && only !== undefined && others.length === 0) layouts.keep(grid, only, steps - budget.mark().steps);
  return found;
}

/** The name behind a label (填报单位：某局) between a title and its tables, or under them; null where there are several. */
function unitBeside(lines: readonly Line[], title: FoundTitle | null, sketches: readonly Sketch[]): string | null {
  const first = title?.row ?? 0;
  const last = largestOf(sketches.map(({ bottom }) => bottom)) + rowsBeneath;
  const names = lines.slice(first, last).flatMap((line) => labelledUnit(line.map(({ text }) => text).join('\t')) ?? []);
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}

/** A sheet may say beneath its tables who filled it in. */
const rowsBeneath = 6;

function reportsUnderHeads(grid: SheetGrid, asides: Asides, budget: Budget): Composed[] {
  const { sketches, lines } = sketchesOf(grid.values, budget, grid);
  const map: SourceMap = {
    place: (cell) => cellPlace(grid.name, cell),
    unitOf: (cell, head) => unitOf(lines[cell.row] ?? [], cell, head),
    asidesOf: (cell) => asides.at(cell),
  };
  return titledGroupsOf(sketches, titlesOf(lines), lines, budget).map(({ title, sketches: own }) => {
    budget.reports(1);
    const labelled = title?.unit === undefined || title.unit === null ? unitBeside(lines, title, own) : null;
    const titled = { unit: title?.unit ?? null, year: title?.year ?? null, labelled };
    return compose(own, titled, null, map, grid.name);
  });
}

/** True where a cell that was taken for a gap holds something, and so was not taken away. */
function isHeld(doubt: Doubt, { uncached, otherwise, asides }: WorkbookSheet, { cells }: Composed): boolean {
  const { kind, place } = doubt;
  if (kind !== 'cellsPerhapsMoved' || place?.in !== 'cell') return false;
  const holds = (cell: CellPosition): boolean => {
    const key = placeKey(cell.row, cell.column);
    return uncached.has(key) || otherwise.has(key) || asides.at(cell).length > 0;
  };
  // Of a whole row its label is the place.
  const { row } = place.cell;
  return doubt.details.whole
    ? doubt.figures.some((id) => {
        const cell = cells.get(id);
        return cell?.row === row && holds(cell);
      })
    : holds(place.cell);
}

const readSheet = (sheet: WorkbookSheet, budget: Budget, layouts: Layouts): Reading[] =>
  reportsOf(sheet, budget, layouts).map((composed) => {
    const reading = withoutShared(asShown(composed, sheet), sheet, composed, budget);
    return {
      ...reading,
      doubts: [
        ...reading.doubts.filter((doubt) => !isHeld(doubt, sheet, composed)),
        ...sheetDoubts(sheet, composed),
        ...resultDoubts(sheet, composed, budget),
      ],
    };
  });

/** Reasons, doubts and what kind of body it is, as Gouji wrote them on 校验说明: what a person typed there comes back. */
const withNotes = (reading: Reading, notes: readonly (readonly string[])[]): Reading =>
  notes.length === 0 ? reading : { ...reading, report: applyNotes(reading.edition, reading.report, notes) };

/** Sheets that hold something of which nothing is taken; the one with the verdicts is made anew with every workbook. */
function besideOf(sheets: readonly WorkbookSheet[], taken: ReadonlySet<WorkbookSheet>): string[] {
  const verdicts: readonly string[] = Object.values(resultsSheetNames);
  const isBlank = ({ values }: SheetGrid): boolean => values.every((row) => row.every((value) => value === ''));
  return sheets
    .filter((sheet) => !taken.has(sheet) && !verdicts.includes(sheet.grid.name))
    .filter(({ grid }) => !isBlank(grid) && locateText(grid) === null && notesIn(grid.values).length === 0)
    .map(({ grid }) => grid.name);
}

function* textsIn(sheets: readonly WorkbookSheet[]): Generator<string> {
  for (const { grid } of sheets)
    for (const row of grid.values) for (const value of row) if (typeof value === 'string') yield value;
}

const lately = new Layouts();

/** The reports of a workbook. `layouts`: of sheets before. Throws an ArchiveError where it asks for too much work. */
export function readSheets(sheets: readonly WorkbookSheet[], budget: Budget, layouts: Layouts = lately): ReadResult {
  const taken = new Set<WorkbookSheet>();
  // What nobody sees comes last, wherever it stands.
  const inOrder = [...sheets].sort((a, b) => Number(a.hidden) - Number(b.hidden));
  const readings = joined(
    inOrder.flatMap((sheet) => {
      const own = readSheet(sheet, budget, layouts);
      if (own.length > 0) taken.add(sheet);
      return own;
    }),
  );
  if (readings.length === 0) return failed('noReport', { foreign: !mayBeOfForm(textsIn(sheets)) });
  const texts = sheets.flatMap(({ grid }) => locateText(grid) ?? []);
  const notes = sheets.flatMap(({ grid }) => notesIn(grid.values));
  const beside = besideOf(sheets, taken);
  const isSum = sheets.some(({ grid }) => isSumSheet(grid.values));
  return {
    ok: true,
    readings: readings.map((reading) => ({
      ...withNotes(withText(reading, textFor(reading, texts, readings.length === 1)), notes),
      ...(isSum ? { isSum } : {}),
      ...(beside.length > 0 ? { beside } : {}),
    })),
  };
}
