/** From what was found in a source to a report with its doubts. */
import type { CellPosition } from '../../report/a1';
import type { Edition, TableId } from '../../report/edition';
import { figuresOf, rowName, type Figure, type FigureId } from '../../report/figures';
import { reportWithoutFigures } from '../../report/empty';
import type { Mark, Report } from '../../report/report';
import type { AmountUnitMark } from '../../report/sheet/sheet';
import { assign, type Assigned } from '../tables/assign';
import { unitFits } from '../labels/entry';
import { shownDigits } from '../labels/digits';
import { isBlankText, readNumber } from '../labels/number';
import type { Aside, AsideKind } from '../containers/runs';
import type { Doubt, IssueKind, LookReason, SourcePlace } from '../doubt';
import { placeText } from '../places';
import type { Reading } from '../reading';
import { otherYearsIn, type OtherYear } from './captions';
import { unitOfText, yearOfPeriod, yearOfText, type Sections } from './sections';
import type { Head, Sketch, SourceCell } from '../tables/sketch';
import type { Title } from '../labels/title';

/** How a source says where something stands in it. */
export interface SourceMap {
  readonly place: (at: CellPosition, table: TableId | null) => SourcePlace;
  /** Unit of money in the cells beside an amount or in its header. */
  readonly unitOf: (cell: SourceCell, head: Head | undefined) => AmountUnitMark | null;
  /** What was left out of the text of a cell. Without it a source has only plain text. */
  readonly asidesOf?: (cell: SourceCell) => readonly Aside[];
}

/** A cell of a worksheet. */
export const cellPlace = (sheet: string, { row, column }: CellPosition): SourcePlace => ({
  in: 'cell',
  sheet,
  cell: { row, column },
});

class Doubts {
  readonly list: Doubt[] = [];
  private readonly shared = new Map<string, number>();
  private readonly left = new Map<AsideKind, { figures: FigureId[]; texts: Set<string> }>();
  private readonly seen = new Map<LookReason, FigureId[]>();

  add(doubt: Doubt): void {
    this.list.push(doubt);
  }

  /** A figure that has its cell together with others, which are all said at once. */
  share(figure: FigureId, text: string, place: SourcePlace): void {
    const key = JSON.stringify([place, text]);
    const at = this.shared.get(key) ?? this.list.length;
    const known = this.list[at]?.figures ?? [];
    this.shared.set(key, at);
    this.list[at] = { kind: 'cellShared', figures: [...known, figure], place, details: { text } };
  }

  /** The figure is certain; what stood beside it is said, once for all cells. */
  leaveOut(figure: FigureId, { kind, text }: Aside): void {
    const known = this.left.get(kind) ?? { figures: [], texts: new Set<string>() };
    this.left.set(kind, known);
    known.figures.push(figure);
    known.texts.add(text.trim());
  }

  /** The figure is read as it is stored; that it may look otherwise is said once for all cells. */
  doubtLook(figure: FigureId, reason: LookReason): void {
    const known = this.seen.get(reason) ?? [];
    this.seen.set(reason, known);
    known.push(figure);
  }

  addLeftOut(): void {
    for (const [reason, figures] of this.seen)
      this.add({ kind: 'seenOtherwise', figures: [...new Set(figures)], place: null, details: { reason } });
    for (const [reason, { figures, texts }] of this.left) {
      const details = { reason, texts: [...texts].slice(0, mostTexts) };
      this.add({ kind: 'leftOut', figures: [...new Set(figures)], place: null, details });
    }
  }
}

const mostTexts = 5;

interface Value {
  readonly value: number | null;
  readonly mark: Mark | 'unread' | null;
  readonly unit: AmountUnitMark | null;
}

const unread: Value = { value: null, mark: 'unread', unit: null };

/** The mark of a figure that was not read: where it stands, in the words of the report. */
export const unreadMark = (place: SourcePlace, edition: Edition): Mark => ({
  state: 'unread',
  source: placeText(place, edition, 'zh'),
});

/** A number, a letter, a star, with or without brackets, 注 or 附注. Nothing else is the mark of a note for certain. */
const noteText = /^[([（【〔［]?(?:附?注|註)?[：:]?(?:\p{N}{1,3}|\p{No}|[A-Za-z]|[*＊※†‡]{1,3})?[)\]）】〕］]?$/u;

const unsureKinds: ReadonlySet<AsideKind> = new Set<AsideKind>(['unclear', 'unseen', 'covered', 'uncalculated']);

/** What makes the number of a cell uncertain, however plain the rest of it is. */
const unsure = ({ kind, text }: Aside): boolean =>
  unsureKinds.has(kind) || (kind === 'mark' && !noteText.test(text.replace(/\s+/gu, '')));

const isTold = ({ kind, text }: Aside): boolean =>
  kind !== 'object' && (kind !== 'hidden' || /\p{N}|[〇一二三四五六七八九十百千万]/u.test(text));

const looks: ReadonlySet<AsideKind> = new Set<AsideKind>(['faint', 'remapped', 'stale', 'overlaid', 'broken']);
const isLook = (kind: AsideKind): kind is LookReason => looks.has(kind);

/** What a cell says as this figure. Adds a doubt where it says something else than a number. */
function valueOf(
  figure: Figure,
  cell: SourceCell,
  asides: readonly Aside[],
  place: SourcePlace,
  doubts: Doubts,
): Value {
  const figures = [figure.id];
  if (cell.box?.open === true) {
    const text = String(cell.raw);
    if (cell.box.shared === true) doubts.share(figure.id, text, place);
    else doubts.add({ kind: 'boxShared', figures, place, details: { text } });
    return unread;
  }
  // Alone in the box, but not where the figures of this column begin.
  if (cell.box !== undefined && cell.column !== cell.box.first)
    doubts.add({ kind: 'boxInner', figures, place, details: { text: String(cell.raw).trim() } });
  const text = cell.raw === null || cell.raw === undefined ? '' : String(cell.raw).trim();
  const blank = isBlankText(text);
  const doubtful = asides.find((aside) => (blank ? !isLook(aside.kind) : unsure(aside)));
  if (doubtful !== undefined) {
    const details = { reason: doubtful.kind, text: doubtful.text.trim() };
    doubts.add({ kind: 'cellUnclear', figures, place, details });
    return unread;
  }
  // A picture, an empty control or a word that nobody sees beside a number changes nothing.
  for (const aside of asides) {
    const { kind } = aside;
    if (isLook(kind)) doubts.doubtLook(figure.id, kind);
    else if (isTold(aside)) doubts.leaveOut(figure.id, aside);
  }
  if (typeof cell.raw === 'number' && Number.isFinite(cell.raw))
    return { value: shownDigits(cell.raw), mark: null, unit: null };
  if (blank) return { value: null, mark: null, unit: null };
  const read = readNumber(text);
  if (read === null || !unitFits(read, figure.kind, figure.unit === 'tenThousandYuan')) {
    doubts.add({ kind: read === null ? 'cellUnread' : 'unitConflict', figures, place, details: { text } });
    return unread;
  }
  if (read.mark !== undefined) doubts.leaveOut(figure.id, { kind: 'mark', text: read.mark });
  return { value: read.value, mark: read.none ? { state: 'printedAsNone', source: text } : null, unit: read.unit };
}

/** Issues whose figures stay blank because nobody can tell what belongs there. */
const withheld: ReadonlySet<IssueKind> = new Set<IssueKind>([
  'cellCount',
  'rowRagged',
  'headsForeign',
  'rowTwice',
  'headTwice',
  'cellsMoved',
]);

/** Doubts about the rows and columns of a table that is there. Gives the figures whose row or column was not found. */
function lineDoubts(assigned: Assigned, table: TableId, doubts: Doubts): FigureId[] {
  const own = figuresOf(assigned.edition).filter((figure) => figure.table === table);
  const gone = assigned.missing.filter((missing) => missing.table === table && missing.axis === 'row');
  const rows = new Set(gone.map(({ id }) => id));
  const inRows = own.filter(({ row }) => rows.has(row));
  // Whatever else has no cell stands in a column that is not there: in all rows, or in a part of the table.
  const told = new Set(assigned.issues.flatMap((issue) => issue.figures));
  const inColumns = own.filter(({ id, row }) => !rows.has(row) && !assigned.cells.has(id) && !told.has(id));
  const add = (kind: 'rowsMissing' | 'columnsMissing', lost: readonly Figure[], name: (figure: Figure) => string) => {
    const details = { table, labels: [...new Set(lost.map(name))] };
    if (lost.length > 0) doubts.add({ kind, figures: lost.map(({ id }) => id), place: null, details });
  };
  add('rowsMissing', inRows, rowName);
  add('columnsMissing', inColumns, ({ columnLabel }) => columnLabel);
  return [...inRows, ...inColumns].map(({ id }) => id);
}

/** Adds the doubts about tables. Gives the figures whose row or column was not found: it may be there in other words. */
function tableDoubts(assigned: Assigned, map: SourceMap, doubts: Doubts): Set<FigureId> {
  const notFound = new Set<FigureId>();
  for (const { id: table } of assigned.edition.tables) {
    if (assigned.tables.includes(table)) {
      for (const id of lineDoubts(assigned, table, doubts)) notFound.add(id);
      continue;
    }
    const figures = figuresOf(assigned.edition).flatMap((figure) => (figure.table === table ? [figure.id] : []));
    doubts.add({ kind: 'tableMissing', figures, place: null, details: { table } });
  }
  for (const { table, axis, label, cell, repeats } of assigned.unknown) {
    const kind = axis === 'row' ? 'unknownRow' : 'unknownColumn';
    if (!repeats) doubts.add({ kind, figures: [], place: map.place(cell, table), details: { label } });
  }
  for (const { table, figures, cell } of assigned.loose) {
    const details = { text: String(cell.raw).trim() };
    doubts.add({ kind: 'looseNumber', figures, place: map.place(cell, table), details });
  }
  for (const { table, at, ...issue } of assigned.issues) doubts.add({ ...issue, place: map.place(at, table) });
  return notFound;
}

/** Figures of tables that are said to be of another year: last year's perhaps, or under a title that nobody changed. */
function yearDoubts(others: readonly OtherYear[], { cells, edition }: Assigned, map: SourceMap, doubts: Doubts): void {
  for (const { table, caption, sketches } of others) {
    const isIn = (cell: SourceCell | undefined): boolean =>
      cell !== undefined && sketches.some(({ top, bottom }) => cell.row >= top && cell.row <= bottom);
    const figures = figuresOf(edition).flatMap((own) =>
      own.table === table && isIn(cells.get(own.id)) ? [own.id] : [],
    );
    const [first] = sketches;
    if (first === undefined || figures.length === 0) continue;
    const place = map.place({ row: first.top, column: first.left }, table);
    doubts.add({ kind: 'otherYear', figures, place, details: { table, text: caption } });
  }
}

export interface Composed {
  readonly reading: Reading;
  /** The cell that each figure was read from. */
  readonly cells: ReadonlyMap<FigureId, SourceCell>;
}

const plainNumber = /^\p{Nd}[\p{Nd}.,]*$/u;

/** How many numbers stand side by side in a text that holds nothing else, as 5 3 2. */
const numbersIn = (text: string): number => {
  const parts = text.split(/[\s、，；;/／|｜]+/u);
  return parts.every((part) => plainNumber.test(part)) ? parts.length : 0;
};

/**
 * Several numbers typed into one cell may be those of the blank cells beside it, which then are not blank: as many to each
 * side as there are numbers more; where they stand on lines of their own, above and beneath it too.
 */
function togetherDoubts(report: Report, { edition, cells }: Assigned, doubts: Doubts): void {
  const figures = figuresOf(edition);
  const isBlank = ({ id }: Figure): boolean =>
    cells.has(id) && report.figures[id] === null && report.marks[id] === undefined;
  /** The blank cells that follow a figure in its row or column, to either side. */
  const beside = (own: Figure, line: readonly Figure[], most: number): FigureId[] => {
    const at = line.indexOf(own);
    return [line.slice(at + 1, at + 1 + most), line.slice(Math.max(0, at - most), at).reverse()].flatMap((side) => {
      const end = side.findIndex((figure) => !isBlank(figure));
      return (end === -1 ? side : side.slice(0, end)).map(({ id }) => id);
    });
  };
  for (const doubt of doubts.list.filter((each) => each.kind === 'cellUnread')) {
    const { text } = doubt.details;
    const more = numbersIn(text) - 1;
    const own = figures.find(({ id }) => id === doubt.figures[0]);
    if (more < 1 || own === undefined) continue;
    const ofTable = figures.filter(({ table }) => table === own.table);
    const inRow = ofTable.filter(({ row }) => row === own.row);
    const inColumn = /\n/u.test(text) ? ofTable.filter(({ column }) => column === own.column) : [];
    const blank = [inRow, inColumn].flatMap((line) => beside(own, line, more));
    if (blank.length === 0) continue;
    for (const id of blank) report.marks[id] = unreadMark(doubt.place, edition);
    doubts.add({ kind: 'cellsTogether', figures: blank, place: doubt.place, details: { text } });
  }
}

/** Puts the figures that were found into the report. Gives the text and the place of each. */
function fill(report: Report, assigned: Assigned, notFound: ReadonlySet<FigureId>, map: SourceMap, doubts: Doubts) {
  const sources = new Map<FigureId, { readonly text: string; readonly place: SourcePlace }>();
  const withholding = assigned.issues.filter(({ kind }) => withheld.has(kind));
  const unreadAt = (place: SourcePlace): Mark => unreadMark(place, assigned.edition);
  for (const figure of figuresOf(assigned.edition)) {
    const { id, table } = figure;
    const cell = assigned.cells.get(id);
    const issue = withholding.find(({ figures }) => figures.includes(id));
    report.figures[id] = null;
    if (figure.unit === 'unprinted') report.units[id] = 'unknown';
    if (issue !== undefined) report.marks[id] = unreadAt(map.place(issue.at, table));
    else if (cell === undefined) {
      if (notFound.has(id)) report.marks[id] = { state: 'unread', source: null };
    } else {
      const place = map.place(cell, table);
      const { value, mark, unit } = valueOf(figure, cell, map.asidesOf?.(cell) ?? [], place, doubts);
      report.figures[id] = value;
      if (mark !== null) report.marks[id] = mark === 'unread' ? unreadAt(place) : mark;
      const text = String(cell.raw ?? '').trim();
      if (text !== '') sources.set(id, { text, place });
      if (figure.unit !== 'unprinted') continue;
      const found = unit ?? map.unitOf(cell, assigned.heads.get(id)) ?? 'unknown';
      report.units[id] = found;
      if (found !== 'unknown' || value === null || value === 0) continue;
      report.marks[id] ??= { state: 'unitUnknown', source: null };
      doubts.add({ kind: 'unitUnknown', figures: [id], place, details: { text } });
    }
  }
  return sources;
}

/** Takes over the text sections, with a doubt for each thing that is not plain. */
function addText(report: Report, { narrative, issues }: Sections, map: SourceMap, doubts: Doubts): void {
  const { overview, problems, other } = narrative;
  report.narrative = { overview: [...overview], problems: [...problems], other: [...other] };
  for (const issue of issues) {
    if (issue.kind === 'sectionMissing') {
      doubts.add({ kind: issue.kind, figures: [], place: null, details: { section: issue.section } });
      continue;
    }
    const at = { figures: [], place: map.place({ row: issue.at, column: 0 }, null) };
    const { text } = issue;
    if (issue.kind === 'sectionRenamed')
      doubts.add({ kind: issue.kind, ...at, details: { section: issue.section, text } });
    else doubts.add({ kind: issue.kind, ...at, details: { text } });
  }
}

/** One report of a source. `sections` is null where the source has no text beside its tables. */
export function compose(
  sketches: readonly Sketch[],
  titled: Title & { readonly labelled?: string | null },
  sections: Sections | null,
  map: SourceMap,
  part: string | null,
): Composed {
  const doubts = new Doubts();
  const paragraphs = sections === null ? [] : Object.values(sections.narrative).flat();
  const certainYear = titled.year ?? yearOfPeriod([...(sections?.preface ?? []), ...paragraphs]);
  const year = certainYear ?? yearOfText(paragraphs);
  const assigned = assign(sketches, year);
  const { edition } = assigned;
  const general = { figures: [], place: null, details: {} };
  if (!assigned.editionCertain) doubts.add({ kind: 'editionUncertain', ...general });
  const unit = titled.unit ?? (sections === null ? (titled.labelled ?? null) : unitOfText(sections));
  if (unit === null) doubts.add({ kind: 'unitNameMissing', ...general });
  else if (titled.unit === null) doubts.add({ kind: 'unitFromText', ...general, details: { unit } });
  if (year === null) doubts.add({ kind: 'yearMissing', ...general });
  else if (certainYear === null) doubts.add({ kind: 'yearFromText', ...general, details: { year } });
  const notFound = tableDoubts(assigned, map, doubts);
  yearDoubts(otherYearsIn(sketches, year), assigned, map, doubts);
  const report = reportWithoutFigures(edition, year, unit);
  const sources = fill(report, assigned, notFound, map, doubts);
  togetherDoubts(report, assigned, doubts);
  doubts.addLeftOut();
  if (sections !== null) {
    addText(report, sections, map, doubts);
    const { contact, closing } = sections;
    if (contact !== null) report.contact = contact;
    // What signs by the unit's own name follows it when it is renamed.
    if (closing !== null) report.closing = closing.unit === unit ? { ...closing, unit: null } : closing;
  }
  return { reading: { part, edition, report, sources, doubts: doubts.list }, cells: assigned.cells };
}
