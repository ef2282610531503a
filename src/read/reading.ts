/** What reading gives back. Reading never throws and never guesses in silence: what is not certain is blank with a doubt. */
import type { CellBlock, CellPosition } from '../report/a1';
import type { Edition, TableId, TextSectionId } from '../report/edition';
import type { Entries, FigureId } from '../report/figures';
import type { MissingLine, UnknownLine } from '../report/lines';
import type { Report } from '../report/report';
import type { AmountUnitMark } from '../report/sheet/sheet';
import type { Doubt, SourcePlace } from './doubt';
import type { Failed } from './failure';

/** One report found in a source. */
export interface Reading {
  /** Part of the source it stood in (a sheet's name), where the source has several. */
  readonly part: string | null;
  readonly edition: Edition;
  readonly report: Report;
  /** For each figure that was read: the cell's own text and where it stood. */
  readonly sources: ReadonlyMap<FigureId, { readonly text: string; readonly place: SourcePlace }>;
  readonly doubts: readonly Doubt[];
  /** Its workbook holds the sheets that go with a sum: it is a sum of other reports. */
  readonly isSum?: true;
  /** Sheets of its workbook of which nothing was taken, by name, where there are any. */
  readonly beside?: readonly string[];
}

/** How often each of them is there. */
function counted(names: readonly (string | null)[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/**
 * What the reports of one source are told apart by: the part in which each stands; where several stand in one, its unit too, and
 * where that is not enough its number. `null`: there is nothing to tell apart.
 */
export function partNames(readings: readonly Reading[]): (string | null)[] {
  const [only, ...others] = readings;
  if (only === undefined || others.length === 0) return readings.map(({ part }) => part);
  const parts = counted(readings.map(({ part }) => part));
  const named = readings.map(({ part, report }) =>
    part !== null && parts.get(part) === 1 ? part : [part ?? [], report.unit.name ?? []].flat().join('：'),
  );
  const names = counted(named);
  const numbers = new Map<string, number>();
  return named.map((name) => {
    if (name !== '' && names.get(name) === 1) return name;
    const number = (numbers.get(name) ?? 0) + 1;
    numbers.set(name, number);
    return `${name}#${number}`;
  });
}

export type ReadResult = { readonly ok: true; readonly readings: readonly Reading[] } | Failed;

/** A block of a worksheet as the host reads it. Covered cells of a merged area hold ''. */
export interface SheetGrid {
  readonly name: string;
  /** Position of the first cell on the sheet, zero-based. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  /** Each cell of a row is delimited: a row that ends early has lost one, it is not blank there. */
  readonly delimited?: boolean;
  /** The formula where a cell has one (a string that starts with `=`), else its value. */
  readonly formulas: readonly (readonly unknown[])[];
  /** Excel's value types: Empty, String, Double, Integer, Boolean, Error … */
  readonly valueTypes?: readonly (readonly string[])[];
  /** What the cells show under their number formats, where the host tells it. */
  readonly texts?: readonly (readonly string[])[];
}

/** What stands in a cell, and the number that it plainly says. */
export interface Held {
  readonly cell: CellPosition;
  readonly text: string;
  readonly number: number | null;
}

/** The cells that the eye takes for one figure. Zero-based on the sheet. */
export interface FigureBox {
  readonly block: CellBlock;
  /** Every cell of it that holds something, left to right. */
  readonly held: readonly Held[];
  /** Nothing tells which of the contents is the figure. */
  readonly open: boolean;
}

/** A figure whose cell shows something else than the number that it holds. */
export interface ShownCell {
  readonly cell: CellPosition;
  readonly stored: number;
  /** '' where nothing is shown. */
  readonly shown: string;
}

export interface LooseNumber extends Held {
  readonly table: TableId;
  readonly figures: readonly FigureId[];
}

/** The official tables of one report as they stand on a worksheet. Positions are zero-based on the sheet. */
export interface LocatedReport {
  readonly edition: Edition;
  readonly unit: string | null;
  readonly year: number | null;
  readonly title: CellPosition | null;
  readonly entries: Entries;
  /** The first cell of each figure's box: where the figure belongs. */
  readonly cells: ReadonlyMap<FigureId, CellPosition>;
  /** Figures whose cell holds a formula. */
  readonly formulas: ReadonlySet<FigureId>;
  /** The box of each figure that is drawn wider than a cell, or in which something stands beside its own cell. */
  readonly boxes: ReadonlyMap<FigureId, FigureBox>;
  /** Figures whose number format scales, rounds, hides or renames the number of the cell. */
  readonly shown: ReadonlyMap<FigureId, ShownCell>;
  /** Numbers beside a table that belong to no figure; `figures`: those of the row that they stand in. */
  readonly loose: readonly LooseNumber[];
  readonly units: ReadonlyMap<FigureId, AmountUnitMark>;
  readonly unknown: readonly UnknownLine[];
  readonly missing: readonly MissingLine[];
  /** Tables of the edition that are on the sheet. */
  readonly tables: readonly TableId[];
}

/** The text sheet of a report: title, then headings of the text sections in its first column, paragraphs beneath. */
export interface LocatedText {
  readonly unit: string | null;
  readonly year: number | null;
  readonly narrative: Readonly<Record<TextSectionId, readonly string[]>>;
  /** Where each section's heading stands, zero-based on the sheet. */
  readonly headings: Readonly<Record<TextSectionId, CellPosition | null>>;
}
