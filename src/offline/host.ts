/**
 * `Host` on a book of our own: the pane’s second host, for those who cannot run an add-in. The sheets are always laid out
 * by Gouji, and what the pane writes can be undone like what a person types.
 */
import { block } from '../book/address';
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { cellChanges, figurePlaces, zeroable } from '../host/boxes';
import { carriedPaint } from '../host/nextYear';
import type { ActiveReport, Handover, HandoverFile, Host, InsertRequest, Snapshot, WriteResult } from '../host/host';
import { createSlices } from '../host/slices';
import { readingsOn, snapshotSteps } from '../host/snapshot';
import { writtenCells, type Deed } from '../host/undo';
import { agreeingTotals } from '../host/totals';
import { renamedTitles } from '../host/unitName';
import { locateReports, locateText } from '../read/tables/locate';
import type { LocatedReport } from '../read/reading';
import type { CellPosition } from '../report/a1';
import { findEdition, type FigureId } from '../report/figures';
import type { Language } from '../report/language';
import { isNoteOf, noteRows, notesHeader, notesIn, notesSheetName, notesWidths } from '../report/sheet/notes';
import type { Explanation, Report } from '../report/report';
import { sheetNames } from '../report/sheet/sheet';
import { isSumSheet, resultsSheetNames, type SheetContent } from '../report/sheet/workbook';
import { rosterSheetName } from '../rollup/collection/standing';
import { inOneGo, type Steps } from '../rules/steps';
import { paintRules, totalFormulas } from '../rules/sums/formula';
import { Deeds, writeParagraphs, type Written } from './deeds';
import { rowsOf, stateOf } from './sheets';
import { addReport, contentOfSheet, fillContent, paint, putTexts } from './template';

const noReport: WriteResult = { ok: false, reason: 'noReport', detail: '' };
/** Milliseconds of quiet after which a change is looked at. */
const quiet = 40;

export interface OfflinePage {
  readonly language: Language;
  /** The clock, where it is not the computer’s own. */
  readonly now?: () => Date;
  /** Shows a cell of a sheet and gives it the keyboard. */
  show(sheet: Sheet, cell: CellPosition): void;
  handOver(file: HandoverFile): Promise<Handover>;
}

export interface OfflineHost extends Host {
  /** The state as it is now. */
  snapshot(): Snapshot;
  /** The sheets beside the reports, to go into the file of the one that is saved. */
  more(): readonly SheetContent[];
  /** Sheets of a collection, by name: they go into no report’s file. */
  ofCollection(): readonly string[];
  /** Sheets of the file that a report came from which were not taken over, by name. */
  leftBehind(active: ActiveReport): readonly string[];
  opened(listener: (file: File) => void): () => void;
  /** Gives a file to the pane to be reviewed. */
  open(file: File): void;
}

const sheetOfKey = (key: string): string => key.slice(0, key.lastIndexOf('#'));
const placeOnSheet = (key: string): number => Number(key.slice(key.lastIndexOf('#') + 1));

/** Two explanations of the same finding: the later one counts. */
const sameMatter = (one: Explanation, other: Explanation): boolean =>
  one.rule === other.rule && one.figures.join() === other.figures.join();

/**
 * Writes the rows of a report on 校验说明 anew; the rows of other reports stay as they are.
 * @param was the name of its unit until now
 */
function writeNotes(book: Book, report: Report, was = report.unit.name): WriteResult {
  const edition = findEdition(report.edition);
  if (edition === undefined) return noReport;
  const existing = book.findSheet(notesSheetName);
  const others =
    existing === null
      ? []
      : notesIn(stateOf(book, existing).grid.values).filter(
          (row) => !isNoteOf(row, report.unit.name, report.year) && !isNoteOf(row, was, report.year),
        );
  const rows = [notesHeader, ...others, ...noteRows(edition, report)];
  return writeSheet(book, { name: notesSheetName, widths: notesWidths, headerRows: 1, rows, paint: [] }, false);
}

/** Writes a sheet, anew where one of its name stands there with the same first cell; refuses where that is another’s. */
function writeSheet(book: Book, content: SheetContent, activate: boolean): WriteResult {
  const existing = book.findSheet(content.name);
  if (existing !== null && book.value(existing, 0, 0) !== content.rows[0]?.[0])
    return { ok: false, reason: 'sheetExists', detail: content.name };
  if (existing !== null) book.clear(existing.id, block(0, 0, 100_000, 200), 'all');
  const sheet = existing ?? book.addSheet(content.name);
  fillContent(book, sheet, content);
  if (activate) book.activate(sheet.id);
  return { ok: true, sheet: content.name };
}

/** Made anew with the file of a report where it needs them. */
const madeAnew: readonly string[] = [notesSheetName, ...Object.values(resultsSheetNames)];

/** Whether a sheet goes with a collection: a file of one report that held it would be taken for a sum of many. */
const isOfCollection = (book: Book, sheet: Sheet): boolean =>
  sheet.name === rosterSheetName || isSumSheet(stateOf(book, sheet).grid.values);

/** Sheets that are no part of a report. */
function sheetsBeside(book: Book): Sheet[] {
  return book.sheets.filter((sheet) => {
    if (sheet.cells.size === 0 || madeAnew.includes(sheet.name)) return false;
    const { grid } = stateOf(book, sheet);
    return locateReports(grid).length === 0 && locateText(grid) === null;
  });
}

export function createOfflineHost(book: Book, page: OfflinePage): OfflineHost {
  const { language } = page;
  let lastKey: string | null = null;
  const deeds = new Deeds(book);

  /** What was seen last, and of which state of the book. */
  let last: { readonly of: readonly unknown[]; readonly key: string | null; readonly snapshot: Snapshot } | null = null;
  const bookNow = (): readonly unknown[] => {
    const { row, column } = book.selection();
    return [book.workbook, book.activeSheet.id, row, column, deeds.offer?.id];
  };
  function* looking(): Steps<Snapshot> {
    const of = bookNow();
    const taken = yield* snapshotSteps(
      book.sheets.map((sheet) => stateOf(book, sheet)),
      { activeSheet: book.activeSheet.id, selection: book.selection(), lastKey },
      {
        checkedAt: page.now?.() ?? new Date(),
        trouble: null,
        formats: 'intact',
        manualCalculation: false,
        undo: deeds.offer,
      },
    );
    lastKey = taken.active?.candidate.key ?? lastKey;
    last = { of, key: lastKey, snapshot: taken };
    return taken;
  }
  const snapshot = (): Snapshot => {
    const now = bookNow();
    return last?.key === lastKey && last.of.every((part, at) => part === now[at]) ? last.snapshot : inOneGo(looking());
  };
  const slices = createSlices();
  let tell: (() => Promise<void>) | null = null;
  let openIn: ((file: File) => void) | null = null;
  /** What the write under way has written. */
  let written: Written | null = null;
  const leftBehind = new Map<string, readonly string[]>();

  /** One write of the pane: all of it is one step that can be undone, or nothing is done. */
  const write = async (act: () => WriteResult, deed: Deed | null = null): Promise<WriteResult> => {
    const before = book.snapshot();
    written = null;
    try {
      const result = book.as('api', act);
      if (result.ok && deed !== null && written !== null && book.snapshot() !== before)
        deeds.add(deed, result.sheet, written);
      return result;
    } catch (error) {
      return { ok: false, reason: 'failed', detail: error instanceof Error ? error.message : String(error) };
    } finally {
      await tell?.();
    }
  };
  const onActive = (act: (active: ActiveReport) => WriteResult, deed: Deed | null = null): Promise<WriteResult> =>
    write(() => {
      const { active } = snapshot();
      return active === null ? noReport : act(active);
    }, deed);
  const writeFigures = (
    { candidate }: ActiveReport,
    plan: (located: LocatedReport) => ReadonlyMap<FigureId, number | string>,
  ): WriteResult => {
    const sheet = book.sheet(sheetOfKey(candidate.key));
    const index = placeOnSheet(candidate.key);
    const { grid } = stateOf(book, sheet);
    const located = locateReports(grid)[index];
    if (located === undefined) return noReport;
    const changes = plan(located);
    for (const [{ row, column }, content] of cellChanges(located, changes))
      book.writeContents(sheet.id, block(row, column), () => content, true);
    written = { kind: 'cells', sheet: sheet.id, index, cells: writtenCells(located, grid, changes) };
    return { ok: true, sheet: sheet.name, written: changes.size };
  };
  const insert = (request: InsertRequest): WriteResult => {
    const names = sheetNames(request.year);
    const taken = [names.tables, names.text].find((name) => book.findSheet(name) !== null);
    if (taken !== undefined) return { ok: false, reason: 'sheetExists', detail: taken };
    addReport(book, request, language);
    const { edition, year, unit, report } = request;
    const named = report === null ? null : { ...report, year, unit: { ...report.unit, name: unit } };
    if (named !== null && noteRows(edition, named).length > 0) {
      const noted = writeNotes(book, named);
      book.activate(names.tables);
      if (!noted.ok) return noted;
    }
    leftBehind.set(book.sheet(names.tables).id, request.beside ?? []);
    written = {
      kind: 'sheets',
      sheets: [names.tables, names.text].map((name) => {
        const sheet = book.sheet(name);
        return { id: sheet.id, grid: stateOf(book, sheet).grid };
      }),
    };
    return { ok: true, sheet: names.tables };
  };

  return {
    language,
    darkTheme: false,
    snapshot,
    watch(listener) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      tell = () => {
        clearTimeout(timer);
        return slices.run(looking(), listener);
      };
      const soon = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => void tell?.(), quiet);
      };
      const stop = book.subscribe(soon);
      void tell();
      return () => {
        clearTimeout(timer);
        slices.stop();
        stop();
        tell = null;
      };
    },
    check: async () => {
      await tell?.();
    },
    choose(key) {
      const sheet = book.findSheet(sheetOfKey(key));
      if (sheet === null) return;
      lastKey = key;
      page.show(sheet, { row: 0, column: 0 });
      void tell?.();
    },
    insert: (request) => write(() => insert(request), 'fill'),
    async select(target) {
      const { active } = snapshot();
      if (active === null) return;
      const cell = typeof target === 'string' ? active.located.cells.get(target) : target;
      if (cell !== undefined) page.show(book.sheet(sheetOfKey(active.candidate.key)), cell);
    },
    write: (changes, deed) =>
      onActive((active) => {
        const result = writeFigures(active, () => changes);
        const { located, candidate } = active;
        const rules = paintRules(located.edition, figurePlaces(located));
        if (result.ok && deed === 'carry')
          paint(book, book.sheet(sheetOfKey(candidate.key)), [...rules, ...carriedPaint(located.cells, changes)]);
        return result;
      }, deed),
    fillZeros: (tables, except) =>
      onActive(
        (active) =>
          writeFigures(
            active,
            (located) =>
              new Map(
                tables
                  .flatMap((table) => zeroable(located, active.report, table))
                  .flatMap((id) => (except?.has(id) === true ? [] : [[id, 0]])),
              ),
          ),
        'zeros',
      ),
    restoreFormats: () =>
      onActive(({ candidate, located }) => {
        const sheet = book.sheet(sheetOfKey(candidate.key));
        paint(book, sheet, paintRules(located.edition, figurePlaces(located)));
        return { ok: true, sheet: sheet.name };
      }),
    explain: (explanation) =>
      onActive(({ report }) =>
        writeNotes(book, {
          ...report,
          explanations: [...report.explanations.filter((one) => !sameMatter(one, explanation)), explanation],
        }),
      ),
    describeUnit: (unit) =>
      onActive(({ report, candidate, textSheet }) => {
        const { name } = report.unit;
        if (unit.name !== name) {
          const sheets = [candidate.sheet, ...(textSheet === null ? [] : [textSheet])].map((one) => book.sheet(one));
          const titles = sheets.map((sheet) => renamedTitles(stateOf(book, sheet).grid, report.year, name, unit.name));
          if (titles.some((found) => found.length === 0)) return { ok: false, reason: 'ownTitle', detail: '' };
          sheets.forEach((sheet, index) => putTexts(book, sheet, titles[index] ?? []));
        }
        return writeNotes(book, { ...report, unit }, name);
      }),
    writeText: (section, before, after) =>
      onActive(({ textSheet }) => {
        const sheet = textSheet === null ? null : book.findSheet(textSheet);
        if (sheet === null) return noReport;
        written = { kind: 'text', sheet: sheet.id, section, before, after };
        return writeParagraphs(book, sheet.id, section, before, after);
      }, 'text'),
    addSheet: (content, inFront = true) => write(() => writeSheet(book, content, inFront)),
    readReports: () => Promise.resolve(readingsOn(book.sheets.map((sheet) => stateOf(book, sheet)))),
    readSheet: async (name) => {
      const sheet = book.findSheet(name);
      return sheet === null ? null : rowsOf(book, sheet);
    },
    useFormulaTotals: () =>
      onActive(
        (active) =>
          writeFigures(active, (located) => {
            const agreeing = agreeingTotals(located);
            const formulas = [...totalFormulas(located.edition, located.cells)];
            return new Map(formulas.filter(([id]) => agreeing.has(id) && !located.formulas.has(id)));
          }),
        'totals',
      ),
    async undo() {
      const result = deeds.takeBack();
      await tell?.();
      return result;
    },
    handOver: (file) => page.handOver(file),
    more: () =>
      sheetsBeside(book)
        .filter((sheet) => !isOfCollection(book, sheet))
        .map((sheet) => contentOfSheet(book, sheet)),
    ofCollection: () =>
      sheetsBeside(book)
        .filter((sheet) => isOfCollection(book, sheet))
        .map(({ name }) => name),
    leftBehind: ({ candidate }) => leftBehind.get(sheetOfKey(candidate.key)) ?? [],
    opened(listener) {
      openIn = listener;
      return () => {
        openIn = null;
      };
    },
    open: (file) => openIn?.(file),
  };
}
