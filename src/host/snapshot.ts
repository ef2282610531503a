/** From what stands on the sheets to what the pane shows. Pure: the same sheets always give the same state. */
import type { CellPosition } from '../report/a1';
import { figuresOf, type Entries } from '../report/figures';
import { emptyReport, type Report } from '../report/report';
import { locateReports, locateText } from '../read/locate';
import type { LocatedReport, LocatedText, SheetGrid } from '../read/reading';
import { check } from '../rules/check';
import type { ActiveReport, Candidate, Snapshot } from './host';
import { honestEntries, totalsKind } from './totals';

/** A worksheet as the host last read it. */
export interface SheetState {
  readonly id: string;
  readonly hidden: boolean;
  /** It holds cells beyond the part that was read. */
  readonly partlyRead: boolean;
  readonly grid: SheetGrid;
}

/** What the user is looking at, and what was shown before. */
export interface Focus {
  readonly activeSheet: string | null;
  readonly selection: CellPosition | null;
  /** Key of the report that was shown last, or that the user chose. */
  readonly lastKey: string | null;
}

interface Found {
  readonly candidate: Candidate;
  readonly state: SheetState;
  readonly located: LocatedReport;
}

/** Keeps what was found on a sheet for as long as its grid stays the same object. */
const foundBySheet = new WeakMap<SheetGrid, { readonly reports: LocatedReport[]; readonly text: LocatedText | null }>();

function contents(grid: SheetGrid): { readonly reports: LocatedReport[]; readonly text: LocatedText | null } {
  let known = foundBySheet.get(grid);
  if (known === undefined) {
    const reports = locateReports(grid);
    known = { reports, text: reports.length === 0 ? locateText(grid) : null };
    foundBySheet.set(grid, known);
  }
  return known;
}

function candidates(sheets: readonly SheetState[]): Found[] {
  return sheets.flatMap((state) =>
    contents(state.grid).reports.map((located, index) => ({
      candidate: {
        key: `${state.id}#${index}`,
        sheet: state.grid.name,
        unit: located.unit,
        year: located.year,
        edition: located.edition.id,
        hidden: state.hidden,
      },
      state,
      located,
    })),
  );
}

/** Rows that the cells of a report take on its sheet. */
function rowRange(located: LocatedReport): { readonly first: number; readonly last: number } {
  let first = located.title?.row ?? Number.POSITIVE_INFINITY;
  let last = located.title?.row ?? -1;
  for (const { row } of located.cells.values()) {
    first = Math.min(first, row);
    last = Math.max(last, row);
  }
  return { first, last };
}

/**
 * The report that is meant: the one that holds the selection; else the first on the active sheet; else the last one
 * shown; else the only one. A text sheet stands for its report. `undefined` where nothing tells.
 */
function chooseActive(found: readonly Found[], sheets: readonly SheetState[], focus: Focus): Found | undefined {
  const shown = found.filter((one) => !one.candidate.hidden);
  const here = shown.filter((one) => one.state.id === focus.activeSheet);
  const { selection } = focus;
  if (selection !== null) {
    const holding = here.find((one) => {
      const { first, last } = rowRange(one.located);
      return selection.row >= first && selection.row <= last;
    });
    if (holding !== undefined) return holding;
  }
  if (here[0] !== undefined) return here[0];
  const activeSheet = sheets.find((state) => state.id === focus.activeSheet);
  const text = activeSheet === undefined ? null : contents(activeSheet.grid).text;
  if (text !== null) {
    const owners = shown.filter((one) => sameReport(one.located, text));
    if (owners.length === 1) return owners[0];
  }
  return shown.find((one) => one.candidate.key === focus.lastKey) ?? (shown.length === 1 ? shown[0] : undefined);
}

const sameReport = (
  one: { readonly unit: string | null; readonly year: number | null },
  other: { readonly unit: string | null; readonly year: number | null },
): boolean => one.unit === other.unit && one.year === other.year;

/** The report as it stands on its sheets. Text where a number belongs is not a figure: it is left out. */
function reportOf(located: LocatedReport, entries: Entries, text: LocatedText | null): Report {
  const report = emptyReport(located.edition, located.year, located.unit);
  for (const figure of figuresOf(located.edition)) {
    const entry = entries.get(figure.id);
    if (entry?.kind === 'number') report.figures[figure.id] = entry.value;
    if (entry?.kind === 'text') report.marks[figure.id] = { state: 'unread', source: entry.text };
    if (figure.unit === 'unprinted' && report.figures[figure.id] !== null) {
      report.units[figure.id] = located.units.get(figure.id) ?? 'unknown';
    }
  }
  if (text !== null) {
    report.narrative = {
      overview: [...text.narrative.overview],
      problems: [...text.narrative.problems],
      other: [...text.narrative.other],
    };
  }
  return report;
}

/** The state that the pane shows, from the sheets as they were last read. */
export function takeSnapshot(
  sheets: readonly SheetState[],
  focus: Focus,
  rest: Pick<Snapshot, 'checkedAt' | 'trouble'> & Pick<ActiveReport, 'formats'>,
): Snapshot {
  const found = candidates(sheets);
  const chosen = chooseActive(found, sheets, focus);
  const base = {
    candidates: found.map((one) => one.candidate),
    checkedAt: rest.checkedAt,
    trouble: rest.trouble,
  };
  if (chosen === undefined) return { ...base, active: null, undecided: found.some((one) => !one.candidate.hidden) };

  const { located, state, candidate } = chosen;
  const texts = sheets.flatMap((sheet) => {
    const { text } = contents(sheet.grid);
    return text !== null && sameReport(located, text) ? [{ sheet: sheet.grid.name, text }] : [];
  });
  const text = texts.length === 1 ? texts[0] : undefined;
  const lastYear = found.filter(
    (one) => one !== chosen && located.year !== null && one.located.unit === located.unit && one.located.year === located.year - 1,
  );
  const before = lastYear.length === 1 ? lastYear[0] : undefined;
  const previous = before === undefined ? null : reportOf(before.located, honestEntries(before.located), null);

  const entries = honestEntries(located);
  const report = reportOf(located, entries, text?.text ?? null);
  const findings = check({
    edition: located.edition,
    year: located.year,
    unit: located.unit,
    entries,
    unknown: located.unknown,
    missing: located.missing,
    formulas: located.formulas,
    ...(text === undefined ? {} : { narrative: report.narrative }),
    ...(previous === null ? {} : { previous }),
  });
  return {
    ...base,
    undecided: false,
    active: {
      candidate,
      located,
      report,
      findings,
      textSheet: text?.sheet ?? null,
      formats: rest.formats,
      totals: totalsKind(located),
      partlyRead: state.partlyRead,
      previous,
    },
  };
}
