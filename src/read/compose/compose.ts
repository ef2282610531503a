/** From what was found in a source to a report with its doubts. */
import { a1 } from '../../report/a1';
import type { TableId } from '../../report/edition';
import { figuresOf, findFigure, rowName, type Figure, type FigureId } from '../../report/figures';
import { reportWithoutFigures } from '../../report/empty';
import type { Mark } from '../../report/report';
import type { AmountUnitMark } from '../../report/sheet';
import { assign, type Assigned, type IssueKind } from '../tables/assign';
import { unitFits } from '../labels/entry';
import { shownDigits } from '../labels/digits';
import { isBlankText, readNumber } from '../labels/number';
import type { Aside, AsideKind } from '../containers/runs';
import type { DoubtKind } from '../doubt';
import type { Doubt, Reading } from '../reading';
import { yearOfPeriod, yearOfText, type Sections } from './sections';
import type { Head, Sketch, SourceCell } from '../tables/sketch';
import type { Title } from '../labels/title';

/** How a source says where something stands in it. */
export interface SourceMap {
  /** Words for a place: 第三部分表格，原文第 23 行. */
  readonly place: (at: { readonly row: number; readonly column: number }, table: TableId | null) => string;
  /** Unit of money in the cells beside an amount or in its header. */
  readonly unitOf: (cell: SourceCell, head: Head | undefined) => AmountUnitMark | null;
  /** What was left out of the text of a cell. Without it a source has only plain text. */
  readonly asidesOf?: (cell: SourceCell) => readonly Aside[];
}

/** Words for a cell of a worksheet. */
export const cellPlace = (sheet: string, row: number, column: number): string => `工作表“${sheet}”${a1(row, column)}`;

type Details = Doubt['details'];

class Doubts {
  readonly list: Doubt[] = [];
  private readonly left = new Map<AsideKind, { figures: FigureId[]; texts: Set<string> }>();

  add(kind: DoubtKind, figures: readonly FigureId[], place: string | null, details: Details = {}): void {
    this.list.push({ kind, figures, place, details });
  }

  /** The figure is certain; what stood beside it is said, once for all cells. */
  leaveOut(figure: FigureId, { kind, text }: Aside): void {
    const known = this.left.get(kind) ?? { figures: [], texts: new Set<string>() };
    this.left.set(kind, known);
    known.figures.push(figure);
    known.texts.add(text.trim());
  }

  addLeftOut(): void {
    for (const [reason, { figures, texts }] of this.left)
      this.add('leftOut', [...new Set(figures)], null, { reason, text: [...texts].slice(0, mostTexts).join('、') });
  }
}

const mostTexts = 5;

interface Value {
  readonly value: number | null;
  readonly mark: Mark | null;
  readonly unit: AmountUnitMark | null;
}

/** A number, a letter, a star, with or without brackets, 注 or 附注. Nothing else is the mark of a note for certain. */
const noteText = /^[([（【〔［]?(?:附?注|註)?[：:]?(?:\p{N}{1,3}|\p{No}|[A-Za-z]|[*＊※†‡]{1,3})?[)\]）】〕］]?$/u;

/** What makes the number of a cell uncertain, however plain the rest of it is. */
const unsure = ({ kind, text }: Aside): boolean =>
  kind === 'unclear' || (kind === 'mark' && !noteText.test(text.replace(/\s+/gu, '')));

/** What a cell says as this figure. Adds a doubt where it says something else than a number. */
function valueOf(figure: Figure, cell: SourceCell, asides: readonly Aside[], place: string, doubts: Doubts): Value {
  if (cell.box?.open === true) {
    doubts.add('boxShared', [figure.id], place, { text: String(cell.raw) });
    return { value: null, mark: { state: 'unread', source: place }, unit: null };
  }
  // Alone in the box, but not where the figures of this column begin.
  if (cell.box !== undefined && cell.column !== cell.box.first)
    doubts.add('boxInner', [figure.id], place, { text: String(cell.raw).trim() });
  const text = cell.raw === null || cell.raw === undefined ? '' : String(cell.raw).trim();
  const blank = isBlankText(text);
  const doubtful = asides.find((aside) => blank || unsure(aside));
  if (doubtful !== undefined) {
    doubts.add('cellUnclear', [figure.id], place, { reason: doubtful.kind, text: doubtful.text.trim() });
    return { value: null, mark: { state: 'unread', source: place }, unit: null };
  }
  // A picture or an empty control beside a number changes nothing.
  for (const aside of asides) if (aside.kind !== 'object') doubts.leaveOut(figure.id, aside);
  if (typeof cell.raw === 'number' && Number.isFinite(cell.raw))
    return { value: shownDigits(cell.raw), mark: null, unit: null };
  if (blank) return { value: null, mark: null, unit: null };
  const read = readNumber(text);
  if (read === null || !unitFits(read, figure.kind, figure.unit === 'tenThousandYuan')) {
    doubts.add(read === null ? 'cellUnread' : 'unitConflict', [figure.id], place, { text });
    return { value: null, mark: { state: 'unread', source: place }, unit: null };
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
]);

const idsOf = (assigned: Assigned, keep: (figure: Figure) => boolean): FigureId[] =>
  figuresOf(assigned.edition)
    .filter(keep)
    .map((figure) => figure.id);

/** Adds the doubts about tables. Gives the figures whose row or column was not found: it may be there in other words. */
function tableDoubts(assigned: Assigned, map: SourceMap, doubts: Doubts): Set<FigureId> {
  const { edition } = assigned;
  const notFound = new Set<FigureId>();
  for (const table of edition.tables) {
    const title = edition.sections.find(({ id }) => id === table.id)?.title ?? '';
    if (!assigned.tables.includes(table.id)) {
      doubts.add(
        'tableMissing',
        idsOf(assigned, (figure) => figure.table === table.id),
        null,
        { section: title },
      );
      continue;
    }
    const gone = assigned.missing.filter((missing) => missing.table === table.id);
    const rows = new Set(gone.filter(({ axis }) => axis === 'row').map(({ id }) => id));
    if (rows.size > 0) {
      const figures = idsOf(assigned, (figure) => figure.table === table.id && rows.has(figure.row));
      const names = [...new Set(figures.flatMap((id) => findFigure(edition, id) ?? []).map(rowName))];
      for (const id of figures) notFound.add(id);
      doubts.add('rowsMissing', figures, null, { section: title, count: rows.size, labels: names.join('、') });
    }
    // Whatever else has no cell stands in a column that is not there: in all rows, or in a part of the table.
    const told = new Set(assigned.issues.flatMap((issue) => issue.figures));
    const figures = idsOf(
      assigned,
      (figure) =>
        figure.table === table.id && !rows.has(figure.row) && !assigned.cells.has(figure.id) && !told.has(figure.id),
    );
    const labels = [...new Set(figures.flatMap((id) => findFigure(edition, id)?.columnLabel ?? []))];
    if (figures.length > 0) {
      for (const id of figures) notFound.add(id);
      doubts.add('columnsMissing', figures, null, { section: title, count: labels.length, labels: labels.join('、') });
    }
  }
  for (const { table, axis, label, cell, repeats } of assigned.unknown) {
    if (!repeats) doubts.add(axis === 'row' ? 'unknownRow' : 'unknownColumn', [], map.place(cell, table), { label });
  }
  for (const { table, figures, cell } of assigned.loose) {
    doubts.add('looseNumber', figures, map.place(cell, table), { text: String(cell.raw).trim() });
  }
  for (const issue of assigned.issues) {
    const section = edition.sections.find(({ id }) => id === issue.table)?.title ?? '';
    doubts.add(issue.kind, issue.figures, map.place(issue.at, issue.table), { section, ...issue.details });
  }
  return notFound;
}

export interface Composed {
  readonly reading: Reading;
  /** The cell that each figure was read from. */
  readonly cells: ReadonlyMap<FigureId, SourceCell>;
}

/** One report of a source. `sections` is null where the source has no text beside its tables. */
export function compose(
  sketches: readonly Sketch[],
  titled: Title,
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
  if (!assigned.editionCertain) doubts.add('editionUncertain', [], null, { edition: edition.document });
  if (titled.unit === null) doubts.add('unitNameMissing', [], null);
  if (certainYear === null)
    doubts.add(year === null ? 'yearMissing' : 'yearFromText', [], null, year === null ? {} : { year });
  const notFound = tableDoubts(assigned, map, doubts);

  const report = reportWithoutFigures(edition, year, titled.unit);
  const sources = new Map<FigureId, { readonly text: string; readonly place: string }>();
  for (const figure of figuresOf(edition)) {
    const cell = assigned.cells.get(figure.id);
    const issue = assigned.issues.find(
      (candidate) => withheld.has(candidate.kind) && candidate.figures.includes(figure.id),
    );
    let value: number | null = null;
    let unit: AmountUnitMark | null = null;
    if (issue !== undefined) report.marks[figure.id] = { state: 'unread', source: map.place(issue.at, figure.table) };
    else if (cell !== undefined) {
      const place = map.place(cell, figure.table);
      const read = valueOf(figure, cell, map.asidesOf?.(cell) ?? [], place, doubts);
      ({ value } = read);
      if (read.mark !== null) report.marks[figure.id] = read.mark;
      const text = String(cell.raw ?? '').trim();
      if (text !== '') sources.set(figure.id, { text, place });
      if (figure.unit === 'unprinted') unit = read.unit ?? map.unitOf(cell, assigned.heads.get(figure.id));
    } else if (notFound.has(figure.id)) report.marks[figure.id] = { state: 'unread', source: null };
    report.figures[figure.id] = value;
    if (figure.unit !== 'unprinted') continue;
    report.units[figure.id] = unit ?? 'unknown';
    if ((unit ?? 'unknown') === 'unknown' && value !== null && value !== 0) {
      report.marks[figure.id] ??= { state: 'unitUnknown', source: null };
      doubts.add('unitUnknown', [figure.id], sources.get(figure.id)?.place ?? null, {
        text: sources.get(figure.id)?.text ?? '',
      });
    }
  }

  doubts.addLeftOut();

  if (sections !== null) {
    const { overview, problems, other } = sections.narrative;
    report.narrative = { overview: [...overview], problems: [...problems], other: [...other] };
    for (const issue of sections.issues) {
      if (issue.kind === 'sectionMissing') doubts.add('sectionMissing', [], null, { section: issue.section.title });
      else {
        const place = map.place({ row: issue.at, column: 0 }, null);
        const { text } = issue;
        if (issue.kind === 'sectionRenamed') doubts.add(issue.kind, [], place, { section: issue.section.title, text });
        else doubts.add(issue.kind, [], place, { text });
      }
    }
  }
  return { reading: { part, edition, report, sources, doubts: doubts.list }, cells: assigned.cells };
}
