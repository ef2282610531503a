/** What a check is given. The same shape as what reading locates on a sheet, so that either can be handed over as it is. */
import { two } from '../report/closing';
import type { CellPosition } from '../report/a1';
import type { Edition, TableId } from '../report/edition';
import { type Entries, type Entry, type FigureId, figuresOf } from '../report/figures';
import type { MissingLine, UnknownLine } from '../report/lines';
import type { Report, UnitKind, UnitLevel } from '../report/report';
import { isPrintedNone } from './sums/printedNone';

/** What stands in a cell, and the number that it plainly says. */
export interface HeldInput {
  readonly cell: CellPosition;
  readonly text: string;
  readonly number: number | null;
}

/** The cells of a sheet that the eye takes for one figure, left to right, as far as they hold something. */
export interface BoxInput {
  readonly block: CellPosition;
  readonly held: readonly HeldInput[];
  /** Nothing tells which of the contents is the figure. */
  readonly open: boolean;
}

export interface CheckInput {
  readonly edition: Edition;
  readonly year: number | null;
  readonly unit: string | null;
  /** A figure that is not a key counts as blank. */
  readonly entries: Entries;
  /** Figures whose cell holds a formula. A total by formula counts as blank while one of its parts is blank. */
  readonly formulas?: ReadonlySet<FigureId>;
  readonly unknown?: readonly UnknownLine[];
  readonly missing?: readonly MissingLine[];
  /** Figures that a source prints and that were not read. What stands there is not known; it is not nothing. */
  readonly unread?: ReadonlySet<FigureId>;
  /** Boxes in which something stands beside a figure's own cell, or may be the figure itself. */
  readonly boxes?: ReadonlyMap<FigureId, BoxInput>;
  /** Figures whose cell shows something else than the number that it holds; '' where it shows nothing. */
  readonly shown?: ReadonlyMap<
    FigureId,
    { readonly cell: CellPosition; readonly stored: number; readonly shown: string }
  >;
  /** Numbers beside a table that belong to no figure; `figures`: those of the row that they stand in. */
  readonly loose?: readonly (HeldInput & { readonly table: TableId; readonly figures: readonly FigureId[] })[];
  /** Units of the amounts whose unit the edition does not print. */
  readonly units?: Report['units'];
  readonly narrative?: Report['narrative'];
  readonly kind?: UnitKind | null;
  readonly level?: UnitLevel | null;
  /** Last year's report of the same unit. */
  readonly previous?: Report | null;
  /** Bodies that the unit took over, where `previous` is the sum of theirs. */
  readonly predecessors?: readonly string[];
  readonly explanations?: Report['explanations'];
  /** Rules that were switched off. */
  readonly off?: ReadonlySet<string>;
  /** Day on which the check is made, or on which the report was published, `2026-01-31`. Without it no deadline speaks. */
  readonly today?: string | null;
}

const blankEntry: Entry = { kind: 'blank' };
const zeroEntry: Entry = { kind: 'number', value: 0 };

/** The figures of a report as entries: null is blank. */
export function entriesOfReport(edition: Edition, report: Pick<Report, 'figures'>): Entries {
  const entries = new Map<FigureId, Entry>();
  for (const { id } of figuresOf(edition)) {
    const value = report.figures[id] ?? null;
    // Most figures of most reports are 0.
    entries.set(id, value === 0 ? zeroEntry : value === null ? blankEntry : { kind: 'number', value });
  }
  return entries;
}

/** Figures whose mark says that they were not read. One that says it of 无, / or the like was printed as none. */
export const unreadFigures = ({ marks }: Pick<Report, 'marks'>): Set<FigureId> =>
  new Set(
    Object.entries(marks).flatMap(([id, mark]) =>
      mark?.state === 'unread' && !(mark.source && isPrintedNone(mark.source)) ? [id] : [],
    ),
  );

/** A report as the input of a check. */
export const inputOfReport = (
  edition: Edition,
  report: Report,
  more: Pick<CheckInput, 'previous' | 'today' | 'off'> = {},
): CheckInput => ({
  edition,
  year: report.year,
  unit: report.unit.name,
  entries: entriesOfReport(edition, report),
  unread: unreadFigures(report),
  units: report.units,
  narrative: report.narrative,
  kind: report.unit.kind,
  level: report.unit.level,
  explanations: report.explanations,
  ...more,
});

/**
 * The day of a check, as `2026-01-31` where the clock is, for the report that is being written now: that of the year just
 * past, or of the running one. A report of an earlier year was published long ago; its deadline is no matter of today. The
 * rules themselves know no clock: they are given a day or none.
 */
export function dayOfCheck(year: number | null, now: Date | null): string | null {
  if (year === null || now === null) return null;
  const age = now.getFullYear() - year;
  if (age !== 0 && age !== 1) return null;
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
