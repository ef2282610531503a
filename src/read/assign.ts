/** From sketches of tables to the figures of an edition: which edition, which row, which column. */
import type { Edition, TableId } from '../report/edition';
import { editionForYear, figuresOf, rowName, findFigure, type FigureId } from '../report/figures';
import { labelKey } from './label';
import type { Head, Sketch, SketchRow, SourceCell } from './sketch';
import { matchTerms, vocabularies, type ColumnSet, type RowTerm, type Term, type Vocabulary } from './vocabulary';

/** Why figures are not certain. `blank`: they were left empty. */
export interface Issue {
  readonly kind: string;
  readonly figures: readonly FigureId[];
  readonly at: { readonly row: number; readonly column: number };
  readonly details: Readonly<Record<string, string | number>>;
}

export interface Unknown {
  readonly table: TableId;
  readonly axis: 'row' | 'column';
  readonly label: string;
  readonly cell: { readonly row: number; readonly column: number };
}

export interface Missing {
  readonly table: TableId;
  readonly axis: 'row' | 'column';
  readonly id: string;
  readonly label: string;
}

export interface Assigned {
  readonly edition: Edition;
  /** Labels of both kinds of editions were there, or none that tells. */
  readonly editionCertain: boolean;
  readonly cells: ReadonlyMap<FigureId, SourceCell>;
  /** Text of the column header above a figure, where one was read. */
  readonly heads: ReadonlyMap<FigureId, Head>;
  readonly unknown: readonly Unknown[];
  readonly missing: readonly Missing[];
  readonly tables: readonly TableId[];
  readonly issues: readonly Issue[];
}

const innermost = (row: SketchRow): string => row.labels.at(-1) ?? '';

/** The official row that a printed row is, or null. A label of one or two characters needs its number or its group. */
export function rowOf(
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
    const rowIds = new Set<string>();
    for (const row of rows) {
      const found = rowOf(vocabulary, table, row);
      if (found === null) continue;
      rowIds.add(found.term.id);
      if (found.exact) seen.add(found.term);
      // An official wording counts for more than an accepted other one.
      if (found.term.bodies[0] === labelKey(innermost(row)).body) worded.add(found.term);
    }
    for (const set of vocabulary.columnSets) {
      if (set.table !== table || !set.rows.some((id) => rowIds.has(id))) continue;
      for (const head of heads) {
        const match = matchTerms(set.columns, labelKey(head.text).body);
        if (match.exact) for (const hit of match.hits) seen.add(hit);
      }
    }
  }
  return seen.size + worded.size;
}

/** The edition whose labels the tables carry. The year decides only where no label does. */
export function editionOf(
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

/** Which column each head is. `guessed`: by its place among the others, because its own words do not tell. */
interface HeadPlan {
  readonly columns: readonly (Term | null)[];
  readonly guessed: ReadonlySet<string>;
  /** Columns that two heads claim. */
  readonly contested: ReadonlySet<string>;
}

function planHeads(columns: readonly Term[], heads: readonly Head[]): HeadPlan {
  const plan: (Term | null)[] = heads.map(() => null);
  const guessed = new Set<string>();
  const contested = new Set<string>();
  const matches = heads.map((head) => matchTerms(columns, labelKey(head.text).body));
  const taken = (): Set<string> => new Set(plan.flatMap((term) => (term === null ? [] : [term.id])));
  for (const exact of [true, false]) {
    matches.forEach((match, index) => {
      const [hit] = match.hits;
      if (match.exact !== exact || match.hits.length !== 1 || hit === undefined || plan[index] !== null) return;
      if (taken().has(hit.id)) contested.add(hit.id);
      else plan[index] = hit;
    });
  }
  // Heads cut so short that several columns fit: by their order, and only if all of them find a place.
  const open = matches.flatMap((match, index) => (match.hits.length > 1 && plan[index] === null ? [index] : []));
  const free = columns.filter((column) => !taken().has(column.id));
  const fitting = free.filter((column) => open.some((index) => matches[index]?.hits.includes(column)));
  if (open.length > 0 && open.length === fitting.length) {
    open.forEach((index, order) => {
      const column = fitting[order];
      if (column === undefined || matches[index]?.hits.includes(column) !== true) return;
      plan[index] = column;
      guessed.add(column.id);
    });
  }
  return { columns: plan, guessed, contested };
}

const columnSetOf = (vocabulary: Vocabulary, table: TableId, row: string): ColumnSet | undefined =>
  vocabulary.columnSets.find((set) => set.table === table && set.rows.includes(row));

const isNumber = (cell: SourceCell): boolean => cell.raw !== '' && cell.raw !== null;

/** Assigns the cells of one report's tables. First come, first served: a row that comes again is unknown. */
export function assign(sketches: readonly Sketch[], year: number | null): Assigned {
  const { vocabulary, certain } = editionOf(sketches, year);
  const { edition } = vocabulary;
  const cells = new Map<FigureId, SourceCell>();
  const headOf = new Map<FigureId, Head>();
  const unknown: Unknown[] = [];
  const issues: Issue[] = [];
  const rowsSeen = new Set<string>();
  const columnsSeen = new Set<string>();
  const strayColumns = new Set<string>();
  const put = (id: FigureId, cell: SourceCell, head: Head | undefined): void => {
    cells.set(id, cell);
    if (head !== undefined) headOf.set(id, head);
  };
  const strays = (sketch: Sketch, row: SketchRow): void => {
    for (const cell of row.strays) {
      const key = `${sketch.table} ${sketch.top} ${cell.column}`;
      if (!strayColumns.has(key)) unknown.push({ table: sketch.table, axis: 'column', label: '', cell });
      strayColumns.add(key);
    }
  };
  const plans = new Map<string, HeadPlan>();
  const planFor = (sketch: Sketch, key: string, columns: readonly Term[], heads: readonly Head[]): HeadPlan => {
    const id = `${sketch.table} ${sketch.top} ${sketch.left} ${key}`;
    const plan = plans.get(id) ?? planHeads(columns, heads);
    plans.set(id, plan);
    return plan;
  };
  const unknownHead = (sketch: Sketch, head: Head, cell: SourceCell | undefined): void => {
    const key = `${sketch.table} ${sketch.top} ${head.column}`;
    if (cell === undefined || !isNumber(cell) || strayColumns.has(key)) return;
    strayColumns.add(key);
    unknown.push({
      table: sketch.table,
      axis: 'column',
      label: head.text.trim(),
      cell: { row: head.row, column: head.column },
    });
  };

  for (const sketch of sketches) {
    const { table } = sketch;
    const isStrip = sketch.heads.some((head) => head.group !== null);
    let stripFilled = false;
    for (const row of sketch.rows) {
      if (isStrip) {
        if (stripFilled) {
          unknown.push({ table, axis: 'row', label: innermost(row).trim(), cell: row.at });
          continue;
        }
        stripFilled = true;
        for (const term of vocabulary.rows.filter((candidate) => candidate.table === table)) {
          const own = sketch.heads
            .map((head, index) => ({ head, index }))
            .filter(({ head }) => head.group !== null && term.bodies.includes(head.group));
          const set = columnSetOf(vocabulary, table, term.id);
          if (own.length === 0 || set === undefined) continue;
          rowsSeen.add(`${table}.${term.id}`);
          const plan = planFor(
            sketch,
            term.id,
            set.columns,
            own.map(({ head }) => head),
          );
          own.forEach(({ head, index }, order) => {
            const column = plan.columns[order];
            const cell = row.cells?.[index];
            if (column === null || column === undefined) return unknownHead(sketch, head, cell);
            columnsSeen.add(`${table}.${term.id}.${column.id}`);
            if (cell !== undefined) put(`${table}.${term.id}.${column.id}`, cell, head);
          });
        }
        strays(sketch, row);
        continue;
      }
      const found = rowOf(vocabulary, table, row);
      const set = found === null ? undefined : columnSetOf(vocabulary, table, found.term.id);
      if (found === null || set === undefined || rowsSeen.has(`${table}.${found.term.id}`)) {
        if (row.filled.some(isNumber)) unknown.push({ table, axis: 'row', label: innermost(row).trim(), cell: row.at });
        continue;
      }
      rowsSeen.add(`${table}.${found.term.id}`);
      strays(sketch, row);
      const plan = planFor(sketch, set.rows.join(), set.columns, sketch.heads);
      sketch.heads.forEach((head, index) => {
        const column = plan.columns[index];
        const cell = row.cells?.[index];
        if (column === null || column === undefined) return unknownHead(sketch, head, cell);
        columnsSeen.add(`${table}.${set.rows[0] ?? ''}.${column.id}`);
        if (cell !== undefined) put(`${table}.${found.term.id}.${column.id}`, cell, head);
      });
    }
  }

  const tables = edition.tables.filter(({ id }) => sketches.some((sketch) => sketch.table === id)).map(({ id }) => id);
  return {
    edition,
    editionCertain: certain,
    cells,
    heads: headOf,
    unknown,
    missing: missingOf(vocabulary, tables, rowsSeen, columnsSeen),
    tables,
    issues,
  };
}

/** Official rows and columns that are not there, of the tables that are. */
function missingOf(
  vocabulary: Vocabulary,
  tables: readonly TableId[],
  rows: ReadonlySet<string>,
  columns: ReadonlySet<string>,
): Missing[] {
  const { edition } = vocabulary;
  const missing: Missing[] = [];
  for (const term of vocabulary.rows) {
    if (!tables.includes(term.table) || rows.has(`${term.table}.${term.id}`)) continue;
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
    for (const row of byRow ? set.rows : set.rows.slice(0, 1)) {
      if (!(byRow ? [row] : set.rows).some((id) => rows.has(`${set.table}.${id}`))) continue;
      for (const column of set.columns) {
        if (columns.has(`${set.table}.${row}.${column.id}`)) continue;
        const figure = findFigure(edition, `${set.table}.${row}.${column.id}`);
        const label = byRow && figure !== undefined ? `${rowName(figure)}“${column.label}”` : column.label;
        missing.push({ table: set.table, axis: 'column', id: byRow ? `${row}.${column.id}` : column.id, label });
      }
    }
  }
  return missing;
}
