/**
 * Sheets that are laid out like one that was read before, as those of a county are: the same texts in the same cells, and
 * numbers where that one had its figures. Finding the tables would find the same again, so it is not done again. It is only
 * so where nothing was doubted, every number of the sheet is a figure and the title says unit and year: then nothing that
 * was found depends on what the numbers are.
 */
import { copyOf } from '../../../report/characters';
import type { Edition } from '../../../report/edition';
import { reportWithoutFigures } from '../../../report/empty';
import { figuresOf, type FigureId } from '../../../report/figures';
import type { Report } from '../../../report/report';
import type { Composed } from '../../compose/compose';
import type { Budget } from '../../containers/budget';
import type { SourcePlace } from '../../doubt';
import { shownDigits } from '../../labels/digits';
import { cellSightOf } from '../../labels/sight';
import { readTitle, type Title } from '../../labels/title';
import type { SheetGrid } from '../../reading';
import type { SourceCell } from '../../tables/sketch';

interface PlacedFigure {
  readonly id: FigureId;
  readonly cell: SourceCell;
  readonly place: SourcePlace;
}

interface Layout {
  readonly name: string;
  /** What stands in each cell: a text, or the number of a figure in `figures`. The title is not compared. */
  readonly cells: readonly (readonly (string | number)[])[];
  readonly title: { readonly row: number; readonly column: number };
  readonly year: number;
  readonly edition: Edition;
  /** In the order in which they were found. */
  readonly figures: readonly PlacedFigure[];
  /** Where in `figures` each stands, in printed order. */
  readonly printed: readonly number[];
  readonly units: Report['units'];
  /** What it cost to find the tables. */
  readonly steps: number;
}

/** Shorter ones may be a piece of a label that stands in several cells. */
const shortest = 6;

/** A title that says all, and is nothing but a title. */
function plainTitle(raw: unknown): { readonly unit: string; readonly year: number } | null {
  const sight = typeof raw === 'string' ? cellSightOf(raw) : null;
  if (typeof raw !== 'string' || sight === null || sight === 'blank' || !sight.title || raw.length <= shortest)
    return null;
  const { section, row, head, exactHead, rowGroup, columnGroup, corner, blockTitle, note } = sight;
  if (section !== null || row.length + head.length + exactHead.length > 0) return null;
  if (rowGroup || columnGroup || corner || blockTitle || note) return null;
  const { unit, year }: Title = readTitle(raw);
  return unit === null || year === null ? null : { unit, year };
}

const isFigure = (raw: unknown): raw is number => typeof raw === 'number' && Number.isFinite(raw);

/** A figure of which nothing but its number may differ; null for any other. */
function figureAt(id: FigureId, cell: SourceCell, { sources }: Composed['reading']): PlacedFigure | null {
  const place = sources.get(id)?.place;
  const { raw, box } = cell;
  if (!isFigure(raw) || place === undefined || box?.open === true || (box?.held.length ?? 0) > 1) return null;
  return { id, cell, place };
}

/** What stands in each cell. Null where a number is no figure, or is two. */
function cellsOf(values: SheetGrid['values'], figures: readonly PlacedFigure[]): Layout['cells'] | null {
  const cells = values.map((row) => row.map((raw) => (typeof raw === 'string' ? copyOf(raw) : NaN)));
  for (const [index, { cell }] of figures.entries()) {
    const row = cells[cell.row];
    if (row === undefined || !Number.isNaN(row[cell.column])) return null;
    row[cell.column] = index;
  }
  return cells.some((row) => row.some((cell) => Number.isNaN(cell))) ? null : cells;
}

/** Nothing was doubted, and all that there may be was found. */
const isWhole = ({ edition, report, doubts }: Composed['reading'], found: Composed['cells']): boolean =>
  doubts.length === 0 &&
  found.size === figuresOf(edition).length &&
  Object.keys(report.marks).length === 0 &&
  !Object.values(report.units).includes('unknown');

/** Where the only title stands, with nothing beside it in its row; null where there is another. */
function titleIn(values: SheetGrid['values']): Layout['title'] | null {
  const row = values.findIndex((line) => line.some((raw) => raw !== ''));
  const column = values[row]?.findIndex((raw) => raw !== '') ?? -1;
  if (values[row]?.some((raw, at) => at !== column && raw !== '') === true) return null;
  const titles = values.flat().filter((raw) => {
    const sight = typeof raw === 'string' ? cellSightOf(raw) : null;
    return sight !== null && sight !== 'blank' && sight.title;
  });
  return titles.length === 1 && titles[0] === values[row]?.[column] ? { row, column } : null;
}

/** The layout of a sheet with this one report; null where what was found may depend on its numbers. */
function layoutOf({ name, values }: SheetGrid, { reading, cells: found }: Composed, steps: number): Layout | null {
  const { edition, report } = reading;
  const at = isWhole(reading, found) ? titleIn(values) : null;
  const title = at === null ? null : plainTitle(values[at.row]?.[at.column]);
  if (at === null || title === null || title.year !== report.year || title.unit !== report.unit.name) return null;
  const figures = [...found].map(([id, cell]) => figureAt(id, cell, reading)).filter((figure) => figure !== null);
  const cells = figures.length === found.size ? cellsOf(values, figures) : null;
  if (cells === null) return null;
  const order = [...found.keys()];
  const printed = figuresOf(edition).map(({ id }) => order.indexOf(id));
  const { year } = title;
  return {
    name: copyOf(name),
    cells,
    title: at,
    year,
    edition,
    figures,
    printed,
    units: report.units,
    steps,
  };
}

/** The numbers of a sheet that is laid out so, in the order of the figures; null for any other sheet. */
function numbersIn(values: SheetGrid['values'], { cells, title, figures }: Layout): number[] | null {
  if (values.length !== cells.length) return null;
  const numbers = new Array<number>(figures.length);
  for (let row = 0; row < cells.length; row += 1) {
    const line = values[row] ?? [];
    const known = cells[row] ?? [];
    if (line.length !== known.length) return null;
    for (let column = 0; column < known.length; column += 1) {
      const raw = line[column];
      const expected = known[column];
      if (typeof expected === 'number') {
        if (!isFigure(raw)) return null;
        numbers[expected] = raw;
      } else if (raw !== expected && !(row === title.row && column === title.column)) return null;
    }
  }
  return numbers;
}

/** The same cell with another number in it. */
function withNumber(cell: SourceCell, raw: number): SourceCell {
  const own = <Cell extends SourceCell>(one: Cell): Cell => ({
    ...one,
    raw,
    ...('text' in one && { text: String(raw) }),
  });
  const { box } = cell;
  return box === undefined ? own(cell) : { ...own(cell), box: { ...box, held: box.held.map(own) } };
}

/** What would be found on a sheet that is laid out so. */
function composedOf({ edition, figures, printed, name, units }: Layout, title: Title, numbers: number[]): Composed {
  const report = reportWithoutFigures(edition, title.year, title.unit);
  Object.assign(report.units, units);
  const sources = new Map<FigureId, { readonly text: string; readonly place: SourcePlace }>();
  for (const index of printed) {
    const figure = figures[index];
    const number = numbers[index] ?? NaN;
    if (figure === undefined) continue;
    report.figures[figure.id] = shownDigits(number);
    sources.set(figure.id, { text: String(number), place: figure.place });
  }
  const cells = new Map(figures.map(({ id, cell }, index) => [id, withNumber(cell, numbers[index] ?? NaN)] as const));
  return { reading: { part: name, edition, report, sources, doubts: [] }, cells };
}

/** Layouts that are kept. A county has one or two, for each year. */
const mostLayouts = 4;

/** The layouts of the sheets that were read last. */
export class Layouts {
  private known: readonly Layout[] = [];

  /** The report of a sheet that is laid out like one before; null for any other. Throws an ArchiveError. */
  find({ name, values }: SheetGrid, budget: Budget): Composed | null {
    for (const layout of this.known) {
      if (layout.name !== name) continue;
      const title = plainTitle(values[layout.title.row]?.[layout.title.column]);
      const numbers = title?.year === layout.year ? numbersIn(values, layout) : null;
      if (title === null || numbers === null) continue;
      budget.reports(1);
      budget.steps(layout.steps);
      return composedOf(layout, title, numbers);
    }
    return null;
  }

  /** Keeps how a sheet is laid out of which this was found, at that cost. */
  keep(grid: SheetGrid, composed: Composed, steps: number): void {
    const layout = layoutOf(grid, composed, steps);
    if (layout !== null) this.known = [layout, ...this.known].slice(0, mostLayouts);
  }
}
