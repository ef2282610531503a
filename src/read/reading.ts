/** What reading gives back. Reading never throws and never guesses in silence: what is not certain is blank with a doubt. */
import type { CellPosition } from '../report/a1';
import type { Edition, TableId, TextSectionId } from '../report/edition';
import type { Entries, FigureId } from '../report/figures';
import type { Report } from '../report/report';
import type { AmountUnitMark } from '../report/sheet';

/** Why a figure, a row or a section could not be read with certainty. Its sentence is in `words`. */
export interface Doubt {
  readonly kind: string;
  readonly figures: readonly FigureId[];
  /** Where in the source, in words a person can follow: 第四部分表格第 4 行. */
  readonly place: string | null;
  /** What the sentence of this kind needs. */
  readonly details: Readonly<Record<string, string | number>>;
}

/** One report found in a source. */
export interface Reading {
  /** Part of the source it stood in (a sheet's name), where the source has several. */
  readonly part: string | null;
  readonly edition: Edition;
  readonly report: Report;
  /** For each figure that was read: the cell's own text and where it stood. */
  readonly sources: ReadonlyMap<FigureId, { readonly text: string; readonly place: string }>;
  readonly doubts: readonly Doubt[];
}

/** Why a source gave no report: `empty`, `noReport`, `tooLarge`, `foreignJson` … Its sentence is in `words`. */
export interface ReadFailure {
  readonly kind: string;
  readonly details: Readonly<Record<string, string | number>>;
}

export type ReadResult =
  { readonly ok: true; readonly readings: readonly Reading[] } | { readonly ok: false; readonly failure: ReadFailure };

/** A block of a worksheet as the host reads it. Covered cells of a merged area hold ''. */
export interface SheetGrid {
  readonly name: string;
  /** Position of the first cell on the sheet, zero-based. */
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly unknown[])[];
  /** The formula where a cell has one (a string that starts with `=`), else its value. */
  readonly formulas: readonly (readonly unknown[])[];
  /** Excel's value types: Empty, String, Double, Integer, Boolean, Error … */
  readonly valueTypes?: readonly (readonly string[])[];
}

/** The official tables of one report as they stand on a worksheet. Positions are zero-based on the sheet. */
export interface LocatedReport {
  readonly edition: Edition;
  readonly unit: string | null;
  readonly year: number | null;
  readonly title: CellPosition | null;
  readonly entries: Entries;
  readonly cells: ReadonlyMap<FigureId, CellPosition>;
  /** Figures whose cell holds a formula. */
  readonly formulas: ReadonlySet<FigureId>;
  readonly units: ReadonlyMap<FigureId, AmountUnitMark>;
  /** Rows and columns with numbers inside a table that the edition does not know. */
  readonly unknown: readonly {
    readonly table: TableId;
    readonly axis: 'row' | 'column';
    readonly label: string;
    readonly cell: CellPosition;
  }[];
  /** Official rows and columns that are not there; `label` in the form's own words. */
  readonly missing: readonly {
    readonly table: TableId;
    readonly axis: 'row' | 'column';
    readonly id: string;
    readonly label: string;
  }[];
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
