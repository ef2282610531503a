/** From sketches of tables to the figures of an edition: which edition, which row, which column. */
import type { CellPosition } from '../../report/a1';
import type { Edition, TableId } from '../../report/edition';
import { editionForYear, figuresOf, rowName, findFigure, type FigureId } from '../../report/figures';
import type { MissingLine, UnknownLine } from '../../report/lines';
import type { IssueDetails, IssueKind } from '../doubt';
import { labelKey } from '../labels/label';
import type { Head, Moved, Sketch, SketchRow, SourceCell } from './sketch';
import {
  matchTerms,
  vocabularies,
  type ColumnSet,
  type RowColumns,
  type RowTerm,
  type Term,
  type Vocabulary,
} from '../labels/vocabulary';

/** Why figures are not certain, and in which cell that shows. */
export type Issue<K extends IssueKind = IssueKind> = {
  [P in K]: {
    readonly kind: P;
    readonly table: TableId;
    readonly figures: readonly FigureId[];
    readonly at: CellPosition;
    readonly details: IssueDetails[P];
  };
}[K];

export interface Unknown extends UnknownLine {
  /** It repeats an official row that was read already. */
  readonly repeats: boolean;
}

export interface Assigned {
  readonly edition: Edition;
  /** Labels of both kinds of editions were there, or none that tells. */
  readonly editionCertain: boolean;
  readonly cells: ReadonlyMap<FigureId, SourceCell>;
  /** Text of the column header above a figure, where one was read. */
  readonly heads: ReadonlyMap<FigureId, Head>;
  readonly unknown: readonly Unknown[];
  readonly missing: readonly MissingLine[];
  readonly tables: readonly TableId[];
  readonly issues: readonly Issue[];
  /** Numbers beside the tables that belong to no figure, with the figures of the row that they stand in. */
  readonly loose: readonly Loose[];
}

export interface Loose {
  readonly table: TableId;
  readonly figures: readonly FigureId[];
  readonly cell: SourceCell;
}

const innermost = (row: SketchRow): string => row.labels.at(-1) ?? '';

/** The official row that a printed row is, or null. A label of one or two characters needs its number or its group. */
function rowOf(
  vocabulary: Vocabulary,
  table: TableId,
  row: SketchRow,
): { readonly term: RowTerm; readonly exact: boolean } | null {
  const { body, number } = labelKey(innermost(row));
  if (body === '') return null;
  const { exact, hits } = matchTerms(vocabulary.rowsByTable.get(table) ?? [], body);
  const fitting = hits.filter((term) => {
    if (body.length > 2) return true;
    if (number !== '' && term.number !== '') return number === term.number;
    const group = term.groups.length > 1 ? term.groups.at(-1) : undefined;
    return group === undefined || row.under === null || row.under === group;
  });
  const [term] = fitting;
  if (term === undefined || fitting.length > 1) return null;
  return { term, exact };
}

/** How many labels an edition words exactly so. */
function evidence(vocabulary: Vocabulary, sketches: readonly Sketch[]): number {
  const seen = new Set<Term>();
  const worded = new Set<Term>();
  for (const { table, heads, rows } of sketches) {
    const here = new Set<RowTerm>();
    for (const row of rows) {
      const found = rowOf(vocabulary, table, row);
      if (found === null) continue;
      here.add(found.term);
      if (found.exact) seen.add(found.term);
      // An official wording counts for more than an accepted other one.
      if (found.term.bodies[0] === labelKey(innermost(row)).body) worded.add(found.term);
    }
    for (const set of vocabulary.columnSets) {
      if (set.table !== table || !set.rows.some((term) => here.has(term))) continue;
      for (const head of heads) {
        const match = matchTerms(set.columns, labelKey(head.text).body);
        if (match.exact) for (const hit of match.hits) seen.add(hit);
      }
    }
  }
  return seen.size + worded.size;
}

/** The edition whose labels the tables carry. The year decides only where no label does. */
function editionOf(
  sketches: readonly Sketch[],
  year: number | null,
): { readonly vocabulary: Vocabulary; readonly certain: boolean } {
  const scored = vocabularies
    .map((vocabulary) => ({ vocabulary, score: evidence(vocabulary, sketches) }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined) throw new Error('no edition is defined');
  if (second === undefined || best.score > second.score) return { vocabulary: best.vocabulary, certain: true };
  const due = editionForYear(year ?? Infinity);
  return {
    vocabulary: scored.find(({ vocabulary }) => vocabulary.edition === due)?.vocabulary ?? best.vocabulary,
    certain: false,
  };
}

interface PlacedHead {
  readonly head: Head;
  readonly index: number;
}

/** Which column each head is. `guessed`: by its place among the others, because its own words do not tell. */
interface HeadPlan {
  /** The heads that count, each with its place among those of the sketch. */
  readonly own: readonly PlacedHead[];
  readonly columns: readonly (Term | null)[];
  readonly guessed: ReadonlySet<string>;
  /** Columns whose header is not worded as the form words it, but can be no other. */
  readonly damaged: ReadonlySet<string>;
  /** Columns that two heads claim. */
  readonly contested: ReadonlySet<string>;
}

function planHeads(columns: readonly Term[], own: readonly PlacedHead[]): HeadPlan {
  const plan: (Term | null)[] = own.map(() => null);
  const guessed = new Set<string>();
  const contested = new Set<string>();
  const damaged = new Set<string>();
  const matches = own.map(({ head }) => matchTerms(columns, labelKey(head.text).body));
  const taken = new Set<Term>();
  for (const exact of [true, false]) {
    matches.forEach((match, index) => {
      const [hit] = match.hits;
      if (match.exact !== exact || match.hits.length !== 1 || hit === undefined || plan[index] !== null) return;
      if (taken.has(hit)) {
        if (exact) contested.add(hit.id);
        return;
      }
      plan[index] = hit;
      taken.add(hit);
      if (!exact) damaged.add(hit.id);
    });
  }
  // Heads cut so short that several columns fit: by their order, and only if all of them find a place.
  const open = matches.flatMap((match, index) => (match.hits.length > 1 && plan[index] === null ? [index] : []));
  const free = columns.filter((column) => !taken.has(column));
  const fitting = free.filter((column) => open.some((index) => matches[index]?.hits.includes(column)));
  if (open.length > 0 && open.length === fitting.length) {
    open.forEach((index, order) => {
      const column = fitting[order];
      if (column === undefined || matches[index]?.hits.includes(column) !== true) return;
      plan[index] = column;
      guessed.add(column.id);
    });
  }
  return { own, columns: plan, guessed, damaged, contested };
}

const isFilled = (cell: SourceCell): boolean => cell.raw !== '' && cell.raw !== null;
const sameCells = (a: SourceCell, b: SourceCell | undefined): boolean =>
  String(a.raw).trim() === String(b?.raw ?? '').trim();
const isInOrder = (columns: readonly Term[], plan: HeadPlan): boolean => {
  const order = plan.columns.flatMap((term) => (term === null ? [] : [columns.indexOf(term)]));
  return order.every((index, at) => at === 0 || index > (order[at - 1] ?? -1));
};

/** Labels of a row that says other figures than the row above it. */
const amending = /更正|订正|改正|修正|修订|更改|改为|应为|应是|(?:变更|调整|核定|核实)后/u;

/** A row of figures that the cells of a printed row go to. In the strip each row of the edition has columns of its own. */
class RowTarget {
  constructor(
    readonly table: TableId,
    readonly row: SketchRow,
    private readonly term: RowTerm,
    private readonly own: RowColumns,
    private readonly inStrip: boolean,
  ) {}

  get columns(): readonly Term[] {
    return this.own.set.columns;
  }

  get ids(): readonly FigureId[] {
    return this.own.ids;
  }

  /** As printed; `null` where the row prints no label. */
  get label(): string | null {
    return this.inStrip ? null : this.term.label;
  }

  /** One doubt is said once for all rows of the strip, else once a row. */
  get rowKey(): string {
    return this.inStrip ? 'all' : this.term.id;
  }

  id(column: Term): FigureId {
    return this.own.idOf.get(column) ?? '';
  }

  columnKey(column: Term): string {
    return this.inStrip ? this.id(column) : (this.own.keyOf.get(column) ?? '');
  }
}

/** Where a table has more blanks, blank is how it says 0. */
const fewBlanks = 0.05;
/** Of all figures of a report; where more are blank it is a draft, or says 0 so. */
const manyBlanks = 0.25;

/** A figure that was put into a cell by the head above it. */
interface Placed {
  readonly id: FigureId;
  readonly row: SketchRow;
  readonly label: string | null;
  readonly column: Term;
  /** Place of its head among those of the sketch. */
  readonly index: number;
}

/** Everything that is being found out about one report. */
class Assignment {
  readonly cells = new Map<FigureId, SourceCell>();
  readonly heads = new Map<FigureId, Head>();
  readonly unknown: Unknown[] = [];
  readonly rows = new Set<RowTerm>();
  readonly columns = new Set<string>();
  readonly loose: Loose[] = [];
  private readonly issuesByKey = new Map<string, Issue>();
  private readonly strayColumns = new Set<string>();
  private readonly plans = new Map<Sketch, Map<ColumnSet | RowTerm, HeadPlan>>();
  /** The last row of each table so far. */
  private readonly lastRows = new Map<TableId, SketchRow>();
  private readonly placed = new Map<Sketch, Placed[]>();

  constructor(private readonly vocabulary: Vocabulary) {}

  get issues(): Issue[] {
    return [...this.issuesByKey.values()];
  }

  read(sketch: Sketch): void {
    if (sketch.moved !== undefined) this.placed.set(sketch, []);
    const isStrip = sketch.table === this.stripId();
    sketch.rows.forEach((row, index) => {
      // A page may end between the label of a row and its figures.
      const goesOn = index === 0 && sketch.top === row.at.row;
      const before = goesOn ? this.lastRows.get(sketch.table) : sketch.rows[index - 1];
      if (!isStrip) this.readRow(sketch, row, before);
      else if (index === 0) this.readStrip(sketch, row);
      else this.stripAgain(sketch, row);
    });
    const last = sketch.rows.at(-1);
    if (last !== undefined) this.lastRows.set(sketch.table, last);
    for (const cell of sketch.loose ?? []) {
      const row = sketch.rows.find(({ at }) => at.row === cell.row);
      const term = row === undefined || isStrip ? undefined : rowOf(this.vocabulary, sketch.table, row)?.term;
      const figures = term === undefined ? [] : (this.vocabulary.columnsOf.get(term)?.ids ?? []);
      this.loose.push({ table: sketch.table, figures, cell });
    }
  }

  private stripId(): TableId | undefined {
    return this.vocabulary.edition.tables.find(({ form }) => form === 'strip')?.id;
  }

  /** Says which figures may have been moved, once all tables were read. */
  readMoved(sketch: Sketch): void {
    const { table, moved } = sketch;
    const placed = this.placed.get(sketch) ?? [];
    if (moved === undefined || placed.length === 0) return;
    const ids = (of: readonly Placed[]): FigureId[] => of.map(({ id }) => id);
    const at = this.certainlyMoved(sketch, moved);
    if (at !== null)
      return this.issue(`${sketch.top}`, {
        kind: 'cellsMoved',
        table,
        figures: ids(placed),
        at,
        details: { table, line: null },
      });
    const columns = (kind: 'cellsMoved' | 'cellsPerhapsMoved', found: ReadonlyMap<number, CellPosition>): void => {
      for (const [index, place] of found) {
        const own = placed.filter((one) => one.index === index);
        this.moveLine(kind, table, own, place, ({ column }) => column.label);
      }
    };
    const rows = (kind: 'cellsMoved' | 'cellsPerhapsMoved', found: ReadonlyMap<number, CellPosition>): void => {
      for (const [index, place] of found) {
        const own = placed.filter(({ row }) => row === sketch.rows[index]);
        this.moveLine(kind, table, own, place, ({ label, column }) => label ?? column.label);
      }
    };
    columns('cellsMoved', moved.movedColumns);
    rows('cellsMoved', moved.movedRows);
    if (this.isBlankUsual()) return;
    // In a table of few rows a column that none of them fills stands out too.
    const areFew = this.vocabulary.edition.tables.some(({ id, form }) => id === table && form === 'blocks');
    const areShort = areFew && moved.shortRows.size * 2 > sketch.rows.length;
    if (!this.isFull(areShort ? placed.map(({ id }) => id) : this.idsOf(table), areShort ? sketch.rows.length : 2))
      return;
    columns('cellsPerhapsMoved', moved.shortColumns);
    rows('cellsPerhapsMoved', moved.shortRows);
    const { blankEdge } = moved;
    if (blankEdge !== null) {
      const row = sketch.rows[blankEdge];
      const line = placed.find((own) => own.row === row)?.label ?? '';
      const details = { table, line, whole: true };
      const at = row?.at ?? { row: sketch.top, column: sketch.left };
      this.issue('blank', { kind: 'cellsPerhapsMoved', table, figures: ids(placed), at, details });
    }
  }

  /** A draft that is still being filled, or a report that leaves blank what is zero: there a blank is no sign of anything. */
  private isBlankUsual(): boolean {
    const cells = [...this.cells.values()];
    return cells.filter((cell) => !isFilled(cell)).length > cells.length * manyBlanks;
  }

  private idsOf(table: TableId): FigureId[] {
    return figuresOf(this.vocabulary.edition).flatMap((figure) => (figure.table === table ? [figure.id] : []));
  }

  /** Hardly one of these figures is blank. */
  private isFull(figures: readonly FigureId[], few: number): boolean {
    const cells = figures.flatMap((id) => this.cells.get(id) ?? []);
    return cells.filter((cell) => !isFilled(cell)).length <= Math.max(few, cells.length * fewBlanks);
  }

  private moveLine(
    kind: 'cellsMoved' | 'cellsPerhapsMoved',
    table: TableId,
    placed: readonly Placed[],
    at: CellPosition,
    name: (own: Placed) => string,
  ): void {
    const [first] = placed;
    if (first === undefined) return;
    const line = name(first);
    const told = { table, figures: placed.map(({ id }) => id), at };
    const key = `${at.row} ${at.column}`;
    if (kind === 'cellsMoved') this.issue(key, { kind, ...told, details: { table, line } });
    else this.issue(key, { kind, ...told, details: { table, line, whole: false } });
  }

  /** Where it shows that cells of all rows or columns were moved; null where it does not. */
  private certainlyMoved(sketch: Sketch, { bare, idle, unlabelled, mixed }: Moved): CellPosition | null {
    if (mixed !== null) return mixed;
    const plans = [...(this.plans.get(sketch) ?? [])];
    const columnsOf = (key: ColumnSet | RowTerm): readonly Term[] =>
      'columns' in key ? key.columns : (this.vocabulary.columnsOf.get(key)?.set.columns ?? []);
    const lacksHead = plans.some(
      ([key, plan]) => plan.contested.size > 0 || columnsOf(key).some((column) => !plan.columns.includes(column)),
    );
    if (bare !== null && (idle || lacksHead)) return bare;
    // A group of heads that lost one to the group beside it.
    const [few, many] = [-1, 1].map((sign) =>
      plans.find(([key, { own }]) => Math.sign(own.length - columnsOf(key).length) === sign),
    );
    const lost = few === undefined ? undefined : many?.[1].own.at(-1)?.head;
    if (lost !== undefined) return { row: lost.row, column: lost.column };
    const isRow = (label: string, row: SketchRow): boolean =>
      rowOf(this.vocabulary, sketch.table, { ...row, labels: [label] })?.exact === true;
    const [open] = unlabelled.filter(({ at, group }) => {
      const row = sketch.rows.find((own) => own.at.row === at.row);
      return group === null || row === undefined || !isRow(group, row);
    });
    if (open === undefined) return null;
    const terms = this.vocabulary.rowsByTable.get(sketch.table) ?? [];
    const lacksRow =
      terms.some((term) => !this.rows.has(term)) || sketch.rows.some((row) => !row.filled.some(isFilled));
    const isTwo = sketch.rows.some((row) => row.labels.filter((label) => isRow(label, row)).length > 1);
    return lacksRow || isTwo ? open.at : null;
  }

  /** Issues of one kind and place are told once, with all their figures. */
  private issue(key: string, issue: Issue): void {
    const id = `${issue.kind} ${issue.table} ${key}`;
    const known = this.issuesByKey.get(id);
    const figures = [...new Set([...(known?.figures ?? []), ...issue.figures])];
    this.issuesByKey.set(id, { ...issue, figures, at: known?.at ?? issue.at });
  }

  private unknownRow(sketch: Sketch, row: SketchRow, repeats: boolean): void {
    if (!row.filled.some(isFilled)) return;
    this.unknown.push({ table: sketch.table, axis: 'row', label: innermost(row).trim(), cell: row.at, repeats });
  }

  private unknownColumn(sketch: Sketch, label: string, cell: { readonly row: number; readonly column: number }): void {
    const key = `${sketch.table} ${sketch.top} ${cell.column}`;
    if (this.strayColumns.has(key)) return;
    this.strayColumns.add(key);
    this.unknown.push({ table: sketch.table, axis: 'column', label, cell, repeats: false });
  }

  /** Made once for each group of heads of a sketch, not for each row beneath it. */
  private plan(
    sketch: Sketch,
    key: ColumnSet | RowTerm,
    columns: readonly Term[],
    counts: (head: Head) => boolean = () => true,
  ): HeadPlan {
    let plans = this.plans.get(sketch);
    if (plans === undefined) this.plans.set(sketch, (plans = new Map<ColumnSet | RowTerm, HeadPlan>()));
    let plan = plans.get(key);
    if (plan === undefined) {
      const own = sketch.heads.map((head, index) => ({ head, index })).filter(({ head }) => counts(head));
      plans.set(key, (plan = planHeads(columns, own)));
    }
    return plan;
  }

  private readRow(sketch: Sketch, row: SketchRow, before: SketchRow | undefined): void {
    const { table } = sketch;
    const found = rowOf(this.vocabulary, table, row);
    const columns = found === null ? undefined : this.vocabulary.columnsOf.get(found.term);
    if (found === null || columns === undefined) {
      if (before !== undefined) this.amended(sketch, row, before);
      return this.unknownRow(sketch, row, false);
    }
    const { ids, idOf, set } = columns;
    const plan = this.plan(sketch, set, set.columns);
    if (this.rows.has(found.term)) {
      this.unknownRow(sketch, row, true);
      const same = sketch.heads.every((_, index) => {
        const column = plan.columns[index];
        const cell = row.cells?.[index];
        return (
          column === null ||
          column === undefined ||
          cell === undefined ||
          sameCells(cell, this.cells.get(idOf.get(column) ?? ''))
        );
      });
      if (!same || row.cells === null)
        this.issue(found.term.id, {
          kind: 'rowTwice',
          table,
          figures: ids,
          at: row.at,
          details: { label: innermost(row).trim() },
        });
      return;
    }
    this.rows.add(found.term);
    for (const cell of row.strays) this.unknownColumn(sketch, '', cell);
    this.wording(sketch, row, found.term, found.exact, ids);
    this.place(sketch, new RowTarget(table, row, found.term, columns, false), plan, row.filled);
  }

  /** Numbers right beneath a row that go on with its own, are its own, or come in their place. */
  private amended(sketch: Sketch, { at, cells, labels }: SketchRow, before: SketchRow): void {
    const label = labels.join('').trim();
    const found = rowOf(this.vocabulary, sketch.table, before);
    const columns = found === null ? undefined : this.vocabulary.columnsOf.get(found.term);
    if (columns === undefined || cells === null || (at.row !== before.at.row + 1 && at.row !== sketch.top)) return;
    const isWhole = cells.every(isFilled) && before.cells?.some(isFilled) === true;
    if (label === '' ? isWhole : !amending.test(label)) return;
    const plan = this.plan(sketch, columns.set, columns.set.columns);
    const figures = plan.columns.flatMap((column, index) => {
      const own = cells[index];
      return column !== null && own !== undefined && isFilled(own) ? (columns.idOf.get(column) ?? []) : [];
    });
    const details = { label: innermost(before).trim() };
    if (figures.length > 0) this.issue(`${at.row}`, { kind: 'rowTwice', table: sketch.table, figures, at, details });
  }

  private readStrip(sketch: Sketch, row: SketchRow): void {
    const { table } = sketch;
    const terms = this.vocabulary.rowsByTable.get(table) ?? [];
    const total = terms.reduce((sum, term) => sum + (this.vocabulary.columnsOf.get(term)?.ids.length ?? 0), 0);
    let at = 0;
    for (const term of terms) {
      const columns = this.vocabulary.columnsOf.get(term);
      if (columns === undefined) continue;
      const { ids, set } = columns;
      const plan = this.plan(sketch, term, set.columns, ({ group }) => group !== null && term.bodies.includes(group));
      // Without readable headers fifteen cells go by their order.
      const inOrder = row.filled.length === total ? row.filled.slice(at, at + ids.length) : row.filled.slice(0, 0);
      at += ids.length;
      if (plan.own.length === 0 && sketch.heads.length > 0) continue;
      if (this.rows.has(term)) {
        this.issue('all', { kind: 'rowTwice', table, figures: ids, at: row.at, details: { label: term.label } });
        continue;
      }
      this.rows.add(term);
      const target = new RowTarget(table, row, term, columns, true);
      this.place(sketch, target, plan, inOrder, { expected: total, read: row.filled.length });
    }
    for (const cell of row.strays) this.unknownColumn(sketch, '', cell);
  }

  /** A second row of figures without a label under the header of the strip: nobody can tell which of them counts. */
  private stripAgain(sketch: Sketch, row: SketchRow): void {
    this.unknownRow(sketch, row, false);
    const { table, rows } = sketch;
    const filled = row.filled.filter(isFilled);
    const before = rows[0]?.filled.filter(isFilled) ?? [];
    const same = filled.length === before.length && filled.every((cell, index) => sameCells(cell, before[index]));
    if (filled.length === 0 || before.length === 0 || same || row.labels.length > 0) return;
    const terms = this.vocabulary.rowsByTable.get(table) ?? [];
    const figures = terms.flatMap((term) => this.vocabulary.columnsOf.get(term)?.ids ?? []);
    const label = terms.map((term) => term.label).join('、');
    this.issue('all', { kind: 'rowTwice', table, figures, at: row.at, details: { label } });
  }

  /** Puts the cells of a row into its figures. `inOrder`: its filled cells. */
  private place(
    sketch: Sketch,
    target: RowTarget,
    plan: HeadPlan,
    inOrder: readonly SourceCell[],
    counts?: { readonly expected: number; readonly read: number },
  ): void {
    const { row } = target;
    const own = plan.own.length;
    const count = target.columns.length;
    const readable = plan.columns.filter((column) => column !== null).length;
    // A head that is none of the form may be a column too many, or stand for the missing one, or belong to a row.
    const incomplete =
      (sketch.toldApart === 'loose' && (own !== count || readable !== count)) ||
      (sketch.toldApart === 'counted' && own > readable && readable < count);
    if (this.foreignHeads(target, plan) && readable === 0) return;
    if (row.cells === null || readable === 0 || incomplete)
      this.placeInOrder(
        target,
        plan,
        readable,
        inOrder,
        counts ?? { expected: target.ids.length, read: inOrder.length },
      );
    else this.placeByHeads(sketch, target, plan, row.cells);
  }

  /** Doubts the columns that heads of another edition may stand for; says whether there are such heads over figures. */
  private foreignHeads(target: RowTarget, plan: HeadPlan): boolean {
    const { table, row, columns } = target;
    const foreign = plan.own.find(({ head }, index) => plan.columns[index] === null && this.isOfOther(table, head));
    if (foreign === undefined || !row.filled.some(isFilled)) return false;
    const unread = columns.filter((column) => !plan.columns.includes(column));
    for (const column of columns) this.columns.add(target.columnKey(column));
    const details = { table, row: target.label, printed: foreign.head.text.trim() };
    const figures = unread.map((column) => target.id(column));
    this.issue(target.rowKey, { kind: 'headsForeign', table, figures, at: row.at, details });
    return true;
  }

  private placeInOrder(
    target: RowTarget,
    plan: HeadPlan,
    readable: number,
    inOrder: readonly SourceCell[],
    counts: { readonly expected: number; readonly read: number },
  ): void {
    const { table, row, columns, ids } = target;
    // A header with more columns than the form has shows that the numbers are not those of the form alone.
    const open = readable === 0 || plan.own.length < columns.length;
    if (open && !row.ragged && inOrder.length === columns.length && isInOrder(columns, plan)) {
      columns.forEach((column, index) => {
        const cell = inOrder[index];
        this.columns.add(target.columnKey(column));
        if (cell !== undefined) this.cells.set(target.id(column), cell);
      });
      this.issue('all', { kind: 'headsUnread', table, figures: ids, at: row.at, details: { table } });
      return;
    }
    // Without a header nothing is known of the columns, so none of them can be called missing.
    for (const column of columns)
      if (readable === 0 || plan.columns.includes(column)) this.columns.add(target.columnKey(column));
    const kind = row.ragged ? 'rowRagged' : 'cellCount';
    const details = { table, row: target.label, ...counts };
    this.issue(target.rowKey, { kind, table, figures: ids, at: row.at, details });
  }

  private placeByHeads(
    sketch: Sketch,
    target: RowTarget,
    plan: HeadPlan,
    cells: NonNullable<SketchRow['cells']>,
  ): void {
    plan.own.forEach(({ head, index }, order) => {
      const column = plan.columns[order];
      const cell = cells[index];
      if (column === null || column === undefined) {
        if (cell !== undefined && isFilled(cell)) this.unknownColumn(sketch, head.text.trim(), head);
        return;
      }
      const key = target.columnKey(column);
      this.columns.add(key);
      const here = { table: target.table, figures: [target.id(column)], at: head };
      if (plan.contested.has(column.id)) {
        this.issue(key, { kind: 'headTwice', ...here, details: { label: column.label } });
        return;
      }
      if (cell === undefined) return;
      this.cells.set(target.id(column), cell);
      this.heads.set(target.id(column), head);
      this.placed.get(sketch)?.push({ id: target.id(column), row: target.row, label: target.label, column, index });
      const printed = head.text.trim();
      if (plan.guessed.has(column.id))
        this.issue(String(sketch.top), { kind: 'headCut', ...here, details: { label: printed } });
      else if (plan.damaged.has(column.id))
        this.issue(key, { kind: 'labelDamaged', ...here, details: { printed, label: column.label } });
    });
    this.besideStrays(target, plan, cells);
  }

  /** Where a number stands under no head, the blank cells beside it may be its own. */
  private besideStrays(target: RowTarget, { own, columns }: HeadPlan, cells: readonly SourceCell[]): void {
    const { row, table } = target;
    const nearest = row.strays.flatMap((stray) => {
      const right = own.findIndex(({ head }) => head.column > stray.column);
      return right === -1 ? [own.length - 1] : [right - 1, right];
    });
    const figures = [...new Set(nearest)].flatMap((order) => {
      const cell = cells[own[order]?.index ?? -1];
      const column = columns[order] ?? null;
      return column === null || cell === undefined || isFilled(cell) ? [] : [target.id(column)];
    });
    const details = { table, row: target.label };
    if (figures.length > 0)
      this.issue(`${target.rowKey} blank`, { kind: 'rowRagged', table, figures, at: row.at, details });
  }

  /** True for a head that is a column of another edition's table, word for word. */
  private isOfOther(table: TableId, head: Head): boolean {
    const { body } = labelKey(head.text);
    return vocabularies.some(
      (other) =>
        other !== this.vocabulary &&
        other.columnSets.some((set) => set.table === table && matchTerms(set.columns, body).exact),
    );
  }

  /** A row that is not worded as the form of this edition words it. */
  private wording(sketch: Sketch, row: SketchRow, term: RowTerm, exact: boolean, ids: readonly FigureId[]): void {
    const printed = innermost(row).trim();
    const { body } = labelKey(printed);
    if (term.bodies[0] === body) return;
    const foreign = vocabularies.some(
      (other) =>
        other !== this.vocabulary &&
        (other.rowsByTable.get(sketch.table) ?? []).some((candidate) => candidate.bodies[0] === body),
    );
    const kind = foreign ? 'editionMixed' : 'labelDamaged';
    const details = { printed, label: term.label };
    if (foreign || !exact) this.issue(term.id, { kind, table: sketch.table, figures: ids, at: row.at, details });
  }
}

/** Assigns the cells of one report's tables. First come, first served: a row that comes again is unknown. */
export function assign(sketches: readonly Sketch[], year: number | null): Assigned {
  const { vocabulary, certain } = editionOf(sketches, year);
  const { edition } = vocabulary;
  const assignment = new Assignment(vocabulary);
  for (const sketch of sketches) assignment.read(sketch);
  for (const sketch of sketches) assignment.readMoved(sketch);
  const { cells, heads, unknown, issues, rows, columns, loose } = assignment;
  const tables = edition.tables.filter(({ id }) => sketches.some((sketch) => sketch.table === id)).map(({ id }) => id);
  return {
    edition,
    editionCertain: certain,
    cells,
    heads,
    unknown,
    missing: missingOf(vocabulary, tables, rows, columns),
    tables,
    issues,
    loose,
  };
}

/** Official rows and columns that are not there, of the tables that are. */
function missingOf(
  vocabulary: Vocabulary,
  tables: readonly TableId[],
  rows: ReadonlySet<RowTerm>,
  columns: ReadonlySet<string>,
): MissingLine[] {
  const { edition } = vocabulary;
  const missing: MissingLine[] = [];
  for (const term of vocabulary.rows) {
    if (!tables.includes(term.table) || rows.has(term)) continue;
    const figure = figuresOf(edition).find((candidate) => candidate.table === term.table && candidate.row === term.id);
    missing.push({
      table: term.table,
      axis: 'row',
      id: term.id,
      label: figure === undefined ? term.label : figure.rowLabels.join(''),
    });
  }
  for (const set of vocabulary.columnSets) {
    if (!tables.includes(set.table)) continue;
    const byRow = edition.tables.find(({ id }) => id === set.table)?.form === 'strip';
    // Where all rows have the same columns, the first one stands for them.
    for (const row of byRow ? set.rows : set.rows.slice(0, 1)) {
      if (!(byRow ? [row] : set.rows).some((term) => rows.has(term))) continue;
      for (const [column, id] of vocabulary.columnsOf.get(row)?.idOf ?? []) {
        if (columns.has(id)) continue;
        const figure = findFigure(edition, id);
        const label = byRow && figure !== undefined ? `${rowName(figure)}“${column.label}”` : column.label;
        missing.push({ table: set.table, axis: 'column', id: byRow ? `${row.id}.${column.id}` : column.id, label });
      }
    }
  }
  return missing;
}
