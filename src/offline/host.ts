/**
 * `Host` on a book of our own: the pane’s second host, for those who cannot run an add-in. The sheets are always laid out
 * by Gouji, and what the pane writes can be undone like what a person types.
 */
import { messageOf } from '../host/fault';
import { block } from '../book/address';
import type { Book } from '../book/book';
import type { Sheet } from '../book/sheet';
import { cellChanges, figurePlaces, zerosFor } from '../host/boxes';
import { explained, noteRows, notesAnew, notesSheetName } from '../report/sheet/notes';
import { carriedPaint } from '../host/nextYear';
import type {
  ActiveReport,
  Candidate,
  Handover,
  HandoverFile,
  Host,
  InsertRequest,
  Snapshot,
  WriteResult,
} from '../host/host';
import { replacement } from '../host/replace';
import { readingsOn } from '../host/snapshot';
import { type Deed, writtenCells } from '../host/undo';
import { formulasFor } from '../host/totals';
import { renamedTitles } from '../host/unitName';
import { locateReports, locateText } from '../read/tables/locate';
import type { LocatedReport } from '../read/reading';
import type { CellPosition } from '../report/a1';
import { withParticulars } from '../report/closing';
import { type FigureId, findEdition } from '../report/figures';
import type { Language } from '../report/language';
import type { Report } from '../report/report';
import { sheetNames } from '../report/sheet/sheet';
import { isOthers, isSumSheet, resultsSheetNames, type SheetContent, stretches } from '../report/sheet/workbook';
import { rosterSheetName } from '../rollup/collection/standing';
import { paintRules } from '../rules/sums/formula';
import { Deeds, writeParagraphs, type Written } from './deeds';
import { rowsOf, stateOf } from './sheets';
import { Told } from './told';
import { addReport, contentOfSheet, fillContent, paint, putTexts } from './template';

const noReport: WriteResult = { ok: false, reason: 'noReport', detail: '' };

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

/**
 * Writes the rows of a report on 校验说明 anew; nothing else that stands there is lost.
 * @param was the name of its unit until now
 */
function writeNotes(book: Book, report: Report, was = report.unit.name): WriteResult {
  const edition = findEdition(report.edition);
  if (edition === undefined) return noReport;
  const existing = book.findSheet(notesSheetName);
  const there = existing === null ? [] : rowsOf(book, existing);
  return writeSheet(book, notesAnew(edition, report, was, there), false);
}

/** Writes a sheet, anew where one of its name stands there that was written so; refuses where it holds another’s. */
function writeSheet(book: Book, content: SheetContent, activate: boolean): WriteResult {
  const existing = book.findSheet(content.name);
  const [first = []] = existing === null ? [] : rowsOf(book, existing);
  if (existing !== null && isOthers(first, first.length, content))
    return { ok: false, reason: 'sheetExists', detail: content.name };
  const columns = content.around === undefined ? 200 : content.widths.length;
  if (existing !== null)
    for (const [from, to] of stretches(content, 0, 100_000))
      book.clear(existing.id, block(from, 0, to - from, columns), 'all');
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

/** Where the writes of the pane go: each is one step that can be undone, or nothing is done. */
class Writer {
  /** What the write under way has written. */
  written: Written | null = null;

  constructor(
    readonly book: Book,
    readonly told: Told,
    private readonly deeds: Deeds,
  ) {}

  async write(act: () => WriteResult, deed: Deed | null = null): Promise<WriteResult> {
    const { book } = this;
    const before = book.snapshot();
    this.written = null;
    try {
      const result = book.as('api', act);
      if (result.ok && deed !== null && this.written !== null && book.snapshot() !== before)
        this.deeds.add(deed, result.sheet, this.written);
      return result;
    } catch (error) {
      return { ok: false, reason: 'failed', detail: messageOf(error) };
    } finally {
      await this.told.tell();
    }
  }

  onActive(act: (active: ActiveReport) => WriteResult, deed: Deed | null = null): Promise<WriteResult> {
    return this.write(() => {
      const { active } = this.told.snapshot();
      return active === null ? noReport : act(active);
    }, deed);
  }

  figures(
    { candidate }: ActiveReport,
    plan: (located: LocatedReport) => ReadonlyMap<FigureId, number | string>,
  ): WriteResult {
    return this.figuresOn(candidate, plan);
  }

  /** `plan`: what to write, or why nothing is. */
  figuresOn(
    candidate: Candidate,
    plan: (located: LocatedReport) => ReadonlyMap<FigureId, number | string> | WriteResult,
  ): WriteResult {
    const { book } = this;
    const sheet = book.sheet(sheetOfKey(candidate.key));
    const index = placeOnSheet(candidate.key);
    const { grid } = stateOf(book, sheet);
    const located = locateReports(grid)[index];
    if (located === undefined) return noReport;
    const changes = plan(located);
    if ('ok' in changes) return changes;
    for (const [{ row, column }, content] of cellChanges(located, changes))
      book.writeContents(sheet.id, block(row, column), () => content, true);
    this.written = { kind: 'cells', sheet: sheet.id, index, cells: writtenCells(located, grid, changes) };
    return { ok: true, sheet: sheet.name, written: changes.size };
  }
}

/** What writes figures into the cells of the active report. */
const figureDeeds = (writer: Writer): Pick<Host, 'write' | 'fillZeros' | 'useFormulaTotals'> => ({
  write: (changes, deed) =>
    writer.onActive((active) => {
      const result = writer.figures(active, () => changes);
      const { located, candidate } = active;
      const rules = paintRules(located.edition, figurePlaces(located));
      const sheet = writer.book.sheet(sheetOfKey(candidate.key));
      if (result.ok && deed === 'carry') paint(writer.book, sheet, [...rules, ...carriedPaint(located.cells, changes)]);
      return result;
    }, deed),
  fillZeros: (tables, except) =>
    writer.onActive(
      (active) => writer.figures(active, (located) => zerosFor(located, active.report, tables, except)),
      'zeros',
    ),
  useFormulaTotals: () => writer.onActive((active) => writer.figures(active, formulasFor), 'totals'),
});

/** What puts other figures where a sum was made before. */
const sumDeeds = (writer: Writer): Required<Pick<Host, 'replaceFigures'>> => ({
  replaceFigures: ({ sheet, before, after }) =>
    writer.write(() => {
      const [candidate, second] = writer.told.snapshot().candidates.filter((one) => one.sheet === sheet);
      if (candidate === undefined || second !== undefined) return noReport;
      return writer.figuresOn(candidate, (located) => replacement(located, before, after));
    }, 'sum'),
});

/** What writes text: the sections, the notes on 校验说明, the name of the unit. */
const textDeeds = (writer: Writer): Pick<Host, 'writeText' | 'explain' | 'describeUnit'> => ({
  explain: (explanation) => writer.onActive(({ report }) => writeNotes(writer.book, explained(report, explanation))),
  describeUnit: (particulars) =>
    writer.onActive(({ report, candidate, textSheet }) => {
      const { book } = writer;
      const { unit } = particulars;
      const { name } = report.unit;
      if (unit.name !== name) {
        const sheets = [candidate.sheet, ...(textSheet === null ? [] : [textSheet])].map((one) => book.sheet(one));
        const titles = sheets.map((sheet) => renamedTitles(stateOf(book, sheet).grid, report.year, name, unit.name));
        if (titles.some((found) => found.length === 0)) return { ok: false, reason: 'ownTitle', detail: '' };
        sheets.forEach((sheet, index) => putTexts(book, sheet, titles[index] ?? []));
      }
      return writeNotes(book, withParticulars(report, particulars), name);
    }),
  writeText: (section, before, after) =>
    writer.onActive(({ textSheet }) => {
      const sheet = textSheet === null ? null : writer.book.findSheet(textSheet);
      if (sheet === null) return noReport;
      writer.written = { kind: 'text', sheet: sheet.id, section, before, after };
      return writeParagraphs(writer.book, sheet.id, section, before, after);
    }, 'text'),
});

/** Puts the sheets of a report into the book. */
function insertReport(writer: Writer, request: InsertRequest, language: Language): WriteResult {
  const { book } = writer;
  const names = sheetNames(request.year, request.number);
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
  writer.written = {
    kind: 'sheets',
    sheets: [names.tables, names.text].map((name) => {
      const sheet = book.sheet(name);
      return { id: sheet.id, grid: stateOf(book, sheet).grid };
    }),
  };
  return { ok: true, sheet: names.tables };
}

/** What stands beside the reports of the book, and what of a file was not taken into it. */
function besideReports(book: Book): Pick<OfflineHost, 'more' | 'ofCollection' | 'readSheet' | 'readReports'> {
  return {
    more: () =>
      sheetsBeside(book)
        .filter((sheet) => !isOfCollection(book, sheet))
        .map((sheet) => contentOfSheet(book, sheet)),
    ofCollection: () =>
      sheetsBeside(book)
        .filter((sheet) => isOfCollection(book, sheet))
        .map(({ name }) => name),
    readReports: () => Promise.resolve(readingsOn(book.sheets.map((sheet) => stateOf(book, sheet)))),
    readSheet: async (name) => {
      const sheet = book.findSheet(name);
      return sheet === null ? null : rowsOf(book, sheet);
    },
  };
}

export function createOfflineHost(book: Book, page: OfflinePage): OfflineHost {
  const { language } = page;
  const deeds = new Deeds(book);
  const told = new Told(book, deeds, page.now ?? (() => new Date()));
  const writer = new Writer(book, told, deeds);
  let openIn: ((file: File) => void) | null = null;
  const leftBehind = new Map<string, readonly string[]>();
  return {
    language,
    darkTheme: false,
    snapshot: () => told.snapshot(),
    watch: (listener) => told.watch(listener),
    check: () => told.tell(),
    choose(key) {
      const sheet = book.findSheet(sheetOfKey(key));
      if (sheet === null) return;
      told.prefer(key);
      page.show(sheet, { row: 0, column: 0 });
      void told.tell();
    },
    async select(target) {
      const { active } = told.snapshot();
      if (active === null) return;
      const cell = typeof target === 'string' ? active.located.cells.get(target) : target;
      if (cell !== undefined) page.show(book.sheet(sheetOfKey(active.candidate.key)), cell);
    },
    ...figureDeeds(writer),
    ...sumDeeds(writer),
    ...textDeeds(writer),
    insert: (request) =>
      writer.write(() => {
        const result = insertReport(writer, request, language);
        if (result.ok) leftBehind.set(book.sheet(result.sheet).id, request.beside ?? []);
        return result;
      }, 'fill'),
    addSheet: (content, inFront = true) => writer.write(() => writeSheet(book, content, inFront)),
    restoreFormats: () =>
      writer.onActive(({ candidate, located }) => {
        const sheet = book.sheet(sheetOfKey(candidate.key));
        paint(book, sheet, paintRules(located.edition, figurePlaces(located)));
        return { ok: true, sheet: sheet.name };
      }),
    async undo() {
      const result = deeds.takeBack();
      await told.tell();
      return result;
    },
    handOver: (file) => page.handOver(file),
    ...besideReports(book),
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
