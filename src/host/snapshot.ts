/** From what stands on the sheets to what the pane shows. Pure: the same sheets always give the same state. */
import type { CellPosition } from '../report/a1';
import { type FigureId, figuresOf } from '../report/figures';
import { applyNotes, notesIn } from '../report/sheet/notes';
import { textSheetBeside } from '../report/sheet/sheet';
import { emptyReport } from '../report/empty';
import type { Report } from '../report/report';
import { locateReports, locateText } from '../read/tables/locate';
import type { LocatedReport, LocatedText, Reading, SheetGrid } from '../read/reading';
import { checkSteps } from '../rules/check';
import { operandVector } from '../rules/sums/balance';
import { type CheckInput, dayOfCheck, unreadFigures } from '../rules/input';
import { inOneGo, type Steps } from '../rules/steps';
import type { ActiveReport, Candidate, Snapshot } from './host';
import { totalsKind } from './totals';

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

/** What a sheet holds of reports. */
interface Contents {
  readonly reports: readonly LocatedReport[];
  readonly text: LocatedText | null;
  /** Rows of 校验说明 beneath its header. */
  readonly notes: readonly string[][];
}

/** Keeps what was found on a sheet for as long as its grid stays the same object. */
const foundBySheet = new WeakMap<SheetGrid, Contents>();

function contents(grid: SheetGrid): Contents {
  let known = foundBySheet.get(grid);
  if (known === undefined) {
    const reports = locateReports(grid);
    known = { reports, text: reports.length === 0 ? locateText(grid) : null, notes: notesIn(grid.values) };
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

/** The figure in whose box a cell stands. */
function figureAt({ cells, boxes }: LocatedReport, cell: CellPosition | null): FigureId | null {
  if (cell === null) return null;
  for (const [id, home] of cells) {
    const width = boxes.get(id)?.block.columnCount ?? 1;
    if (home.row === cell.row && cell.column >= home.column && cell.column < home.column + width) return id;
  }
  return null;
}

/** Rows of 校验说明 on the sheets, as text. */
const notesOn = (sheets: readonly SheetState[]): string[][] => sheets.flatMap((sheet) => contents(sheet.grid).notes);

/** A report as it stands on its sheets, and what a check of it is given. */
interface Standing {
  readonly report: Report;
  readonly input: CheckInput;
}

/** Text where a number belongs is not a figure: it is left out, with a mark that keeps what stood there. */
function standingOf(located: LocatedReport, text: LocatedText | null, notes: readonly string[][]): Standing {
  const { edition, year, unit, entries, formulas, unknown, missing, boxes, loose, shown } = located;
  const input: CheckInput = { edition, year, unit, entries, formulas, unknown, missing, boxes, loose, shown };
  const report = emptyReport(edition, year, unit);
  const vector = operandVector(input);
  for (const { id, index, unit: amountUnit } of figuresOf(edition)) {
    const value = vector[index] ?? Number.NaN;
    const entry = entries.get(id);
    if (!Number.isNaN(value)) report.figures[id] = value;
    else if (entry?.kind === 'text') report.marks[id] = { state: 'unread', source: entry.text };
    if (amountUnit === 'unprinted' && !Number.isNaN(value)) report.units[id] = located.units.get(id) ?? 'unknown';
  }
  if (text !== null) {
    const { overview, problems, other } = text.narrative;
    report.narrative = { overview: [...overview], problems: [...problems], other: [...other] };
  }
  const noted = applyNotes(edition, report, notes);
  return {
    report: noted,
    input: {
      ...input,
      unread: unreadFigures(noted),
      units: noted.units,
      kind: noted.unit.kind,
      level: noted.unit.level,
      explanations: noted.explanations,
      // Without a text sheet nothing is known of the text; an empty one is a text with nothing in it.
      ...(text === null ? {} : { narrative: noted.narrative }),
    },
  };
}

interface FoundText {
  readonly sheet: string;
  readonly text: LocatedText;
}

/** The sheets with the text of a report. Whoever copies a report to keep it has two; that with the name of the tables’ is meant. */
function textsOf(sheets: readonly SheetState[], located: LocatedReport, tables: string): readonly FoundText[] {
  const texts = sheets.flatMap((sheet): FoundText[] => {
    const { text } = contents(sheet.grid);
    return text !== null && sameReport(located, text) ? [{ sheet: sheet.grid.name, text }] : [];
  });
  const paired = texts.filter(({ sheet }) => sheet === textSheetBeside(tables));
  return paired.length === 1 ? paired : texts;
}

/** The text sheet of a report; `undefined` where there is none, or nobody can tell which. */
function textOf(sheets: readonly SheetState[], located: LocatedReport, tables: string): FoundText | undefined {
  const texts = textsOf(sheets, located, tables);
  return texts.length === 1 ? texts[0] : undefined;
}

/** Ids of the sheets from which what is told of a report was taken: its own, its text's, last year's, and the notes. */
export function sheetsBehind(sheets: readonly SheetState[], active: ActiveReport | null): string[] {
  if (active === null) return [];
  const { candidate, textSheet, previous } = active;
  const isLast = (one: { readonly unit: string | null; readonly year: number | null }): boolean =>
    previous !== null && sameReport(one, { unit: candidate.unit, year: previous.year });
  return sheets.flatMap(({ id, grid }) => {
    const { reports, text, notes } = contents(grid);
    const isBehind =
      [candidate.sheet, textSheet].includes(grid.name) ||
      notes.length > 0 ||
      reports.some(isLast) ||
      (text !== null && isLast(text));
    return isBehind ? [id] : [];
  });
}

/** Every report on a sheet that is shown, as the readers of files hand one on; one at a time, for there may be hundreds. */
export function* readingsOn(sheets: readonly SheetState[]): Generator<Reading, void> {
  const notes = notesOn(sheets);
  const found = candidates(sheets).filter(({ candidate }) => !candidate.hidden);
  for (const { located, candidate } of found) {
    const several = found.some((one) => one.located !== located && one.candidate.sheet === candidate.sheet);
    const { report } = standingOf(located, textOf(sheets, located, candidate.sheet)?.text ?? null, notes);
    const part = several
      ? `${candidate.sheet} ${located.title === null ? '' : located.title.row + 1}`
      : candidate.sheet;
    yield { part, edition: located.edition, report, sources: new Map(), doubts: [] };
  }
}

type Rest = Pick<Snapshot, 'checkedAt' | 'trouble' | 'manualCalculation' | 'undo'> & Pick<ActiveReport, 'formats'>;

/** The state that the pane shows, from the sheets as they were last read. */
export const takeSnapshot = (sheets: readonly SheetState[], focus: Focus, rest: Rest): Snapshot =>
  inOneGo(snapshotSteps(sheets, focus, rest));

/** The same in steps: a sheet may be full of text. */
export function* snapshotSteps(sheets: readonly SheetState[], focus: Focus, rest: Rest): Steps<Snapshot> {
  for (const { grid } of sheets) {
    contents(grid);
    yield;
  }
  const found = candidates(sheets);
  const chosen = chooseActive(found, sheets, focus);
  const base = {
    candidates: found.map((one) => one.candidate),
    checkedAt: rest.checkedAt,
    trouble: rest.trouble,
    manualCalculation: rest.manualCalculation,
    undo: rest.undo,
  };
  if (chosen === undefined) return { ...base, active: null, undecided: found.some((one) => !one.candidate.hidden) };

  const notes = notesOn(sheets);
  const { located, state, candidate } = chosen;
  const texts = textsOf(sheets, located, candidate.sheet);
  const text = texts.length === 1 ? texts[0] : undefined;
  const lastYear = found.filter(
    (one) =>
      one !== chosen &&
      located.year !== null &&
      one.located.unit === located.unit &&
      one.located.year === located.year - 1,
  );
  const before = lastYear.length === 1 ? lastYear[0] : undefined;
  const previous =
    before === undefined
      ? null
      : standingOf(before.located, textOf(sheets, before.located, before.candidate.sheet)?.text ?? null, notes).report;
  const { report, input } = standingOf(located, text?.text ?? null, notes);
  const findings = yield* checkSteps({ ...input, previous, today: dayOfCheck(located.year, rest.checkedAt) });
  return {
    ...base,
    undecided: false,
    active: {
      candidate,
      located,
      report,
      findings,
      textSheet: text?.sheet ?? null,
      ...(texts.length > 1 ? { rivalTexts: texts.map(({ sheet }) => sheet) } : {}),
      formats: rest.formats,
      totals: totalsKind(located),
      partlyRead: state.partlyRead,
      previous,
      selected: focus.activeSheet === state.id ? figureAt(located, focus.selection) : null,
    },
  };
}
