/**
 * The rows of a table in a text: a label and the values behind it. Which value stands under which head is told by the
 * rows together, and a row that does not agree with the others is not told at all.
 */
import type { Sight } from '../labels/sight';
import type { SourceCell, ToldApart } from './sketch';

/** A cell in the sequence; of a label that was cut over several cells, the first, with the whole text. */
export interface Token {
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

/** A label and what follows it: the rest of its row where the source shows rows, else numbers up to the next text. */
export interface FigureRun {
  readonly label: Token;
  /** Labels before it in the same row. */
  readonly outer: readonly Token[];
  readonly values: readonly Token[];
  readonly structured: boolean;
  /** Cells in its row; those of a label that was cut over several count once. */
  readonly width: number;
  readonly next: number;
  /** It has no value, and a text follows: that may be its value, or it is only the beginning of another label. */
  readonly begins?: true;
  /** A number follows that stands in no row. */
  readonly goesOn?: true;
}

/** What is known of the header above the runs. Widths and columns are null where the source shows no rows. */
export interface TableHeading {
  readonly count: number;
  /** Cells in the row of the heads, where they all stand in one row with the corner. */
  readonly width: number | null;
  /** The column of the first head, if the others stand beside it one by one. */
  readonly first: number | null;
}

export const sourceCell = (token: Token): SourceCell => ({ row: token.line, column: token.column, raw: token.text });

const isFilled = (token: Token): boolean => !token.blank;
export const filledOf = (run: FigureRun): readonly Token[] => run.values.filter(isFilled);

/** Where the values of a row may begin: at one column of the source, or right behind the label. */
type Start = { readonly kind: 'column'; readonly column: number } | { readonly kind: 'label' };

/** What all rows of the table have alike: as many values behind the label as there are heads, or as many cells in all. */
type Measure = { readonly kind: 'behind' } | { readonly kind: 'width'; readonly width: number } | null;

const nearlyAll = 0.8;

/** The value that comes most often, with its share. */
export function mostFrequent<Value>(
  values: readonly Value[],
): { readonly value: Value; readonly share: number } | null {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best === undefined ? null : { value: best[0], share: best[1] / values.length };
}

/** The measure that most rows keep. With a header its row counts as one of them. */
function measureOf(runs: readonly FigureRun[], heading: TableHeading): Measure {
  const told = runs.filter((run) => filledOf(run).length > 0);
  const headed = heading.width === null ? [] : [heading.width];
  const behind = told.filter((run) => run.values.length === heading.count).length;
  const behindShare =
    told.length === 0 ? 0 : (behind + (heading.width === heading.count + 1 ? 1 : 0)) / (told.length + headed.length);
  const widths = [...headed, ...told.filter((run) => run.structured).map((run) => run.width)];
  const width = widths.length < 2 ? null : mostFrequent(widths);
  if (behindShare > 0.5 && behindShare >= (width?.share ?? 0)) return { kind: 'behind' };
  return width === null || width.share <= 0.5 ? null : { kind: 'width', width: width.value };
}

const keeps = (run: FigureRun, measure: Measure, count: number): boolean =>
  measure !== null &&
  (measure.kind === 'behind' ? run.values.length === count : run.structured && run.width === measure.width);

const firstFilled = (run: FigureRun): number => run.values.findIndex(isFilled);

/** True for a row that has a number for each head, side by side. */
function isFull(run: FigureRun, count: number): boolean {
  const first = firstFilled(run);
  return filledOf(run).length === count && run.values.slice(first, first + count).every(isFilled);
}

/** The starts that most full rows agree with; without a full row the one that the measure or the header tells. */
function startsOf(runs: readonly FigureRun[], measure: Measure, heading: TableHeading): Start[] {
  if (measure === null) return [];
  if (measure.kind === 'behind') return [{ kind: 'label' }];
  const full = runs.filter((run) => keeps(run, measure, heading.count) && isFull(run, heading.count));
  if (full.length === 0) return heading.first === null ? [] : [{ kind: 'column', column: heading.first }];
  const column = mostFrequent(full.map((run) => run.values[firstFilled(run)]?.column ?? -1));
  const label = full.filter((run) => firstFilled(run) === 0).length / full.length;
  const most = Math.max(column?.share ?? 0, label);
  if (most < nearlyAll) return [];
  // Where both keep equally well, a row must come out alike by both.
  return [
    ...(column?.share === most ? [{ kind: 'column', column: column.value } as const] : []),
    ...(label === most ? [{ kind: 'label' } as const] : []),
  ];
}

/** Cells of a run if its values begin there; null if a value would stand outside, or a cell is missing. */
function cellsFrom(run: FigureRun, count: number, start: Start): SourceCell[] | null {
  const from = start.kind === 'label' ? 0 : run.values.findIndex((token) => token.column === start.column);
  if (from < 0 || from + count > run.values.length) return null;
  const outside = [...run.values.slice(0, from), ...run.values.slice(from + count)];
  return outside.some(isFilled) ? null : run.values.slice(from, from + count).map(sourceCell);
}

/**
 * True where numbers stand on lines of their own and a few beside another: these may be two, or the parts of one, and a
 * blank cell leaves no trace in such a text, so that as many as there are heads are not one for each.
 */
export function isParted(values: readonly Token[]): boolean {
  const perLine = new Map<number, number>();
  for (const { line, structured } of values) if (!structured) perLine.set(line, (perLine.get(line) ?? 0) + 1);
  const together = [...perLine.values()].filter((count) => count > 1);
  const alone = perLine.size - together.length;
  return together.length > 0 && 2 * alone >= together.reduce((sum, count) => sum + count, 0);
}

const nothingIn = (run: FigureRun, count: number): SourceCell[] =>
  Array.from({ length: count }, () => ({ row: run.label.line, column: run.label.column, raw: '' }));

/** Cells of each run under its heads, or null where they cannot be told apart. */
export function aligned(runs: readonly FigureRun[], heading: TableHeading): (SourceCell[] | null)[] {
  const { count } = heading;
  const measure = measureOf(runs, heading);
  const keeping = runs.filter((run) => keeps(run, measure, count) && filledOf(run).length > 0);
  // Numbers outside of the heads in more than a few rows: the header is not whole.
  const starts = startsOf(runs, measure, heading).filter(
    (start) => keeping.filter((run) => cellsFrom(run, count, start) !== null).length >= keeping.length * nearlyAll,
  );
  // Where rows reach beyond the heads, a row of just as many cells may be one that lost a cell.
  const isWider = runs.some((run) => run.values.slice(count).some(isFilled));
  const isCountTold = !isWider && (measure === null || keeping.some((run) => isFull(run, count)));
  return runs.map((run) => {
    const filled = filledOf(run);
    if (run.goesOn === true) return null;
    if (count === 0 || filled.length > count) return null;
    if (!run.structured && isParted(filled)) return null;
    const asMany = filled.length === count && run.values.length === count;
    if (asMany && (keeps(run, measure, count) || isCountTold)) return filled.map(sourceCell);
    if (count === 1 && filled.length === 1) return filled.map(sourceCell);
    if (run.begins === true) return null;
    if (filled.length === 0 && (keeps(run, measure, count) || measure === null || run.values.length === 0))
      return nothingIn(run, count);
    if (!keeps(run, measure, count)) return null;
    const [first, ...others] = starts.map((start) => cellsFrom(run, count, start));
    if (first === undefined || first === null) return null;
    const agree = others.every((cells) => cells?.every((cell, index) => cell.raw === first[index]?.raw) ?? false);
    return agree ? first : null;
  });
}

const fewestCounted = 3;

export function toldApart(runs: readonly FigureRun[], count: number): ToldApart {
  if (runs.some((run) => run.structured)) return 'shown';
  const agreeing = runs.filter((run) => filledOf(run).length === count).length;
  return runs.length >= fewestCounted && agreeing >= runs.length * nearlyAll ? 'counted' : 'loose';
}
