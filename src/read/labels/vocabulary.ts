/** The labels of an edition, ready for comparison. All of it is computed from the edition's data. */
import {
  isColumnGroup,
  isRowGroup,
  type Column,
  type ColumnGroup,
  type Edition,
  type RowNode,
  type Table,
  type TableId,
} from '../../report/edition';
import { editions } from '../../report/editions';
import { leafColumns, rowsOf, type FigureId } from '../../report/figures';
import { isDamaged, labelKey } from './label';

/** A thing with a label: its official wording first, then the other accepted ones, as keys without numbering. */
export interface Term {
  readonly id: string;
  readonly label: string;
  readonly number: string;
  readonly bodies: readonly string[];
}

export interface RowTerm extends Term {
  readonly table: TableId;
  /** Bodies of the labels of the groups above, outermost first. */
  readonly groups: readonly string[];
}

export interface ColumnSet {
  readonly table: TableId;
  /** Rows that these columns belong to. */
  readonly rows: readonly RowTerm[];
  readonly columns: readonly Term[];
}

/** The columns of one row, with the figures that they make with it. */
export interface RowColumns {
  readonly set: ColumnSet;
  /** In the order of the columns. */
  readonly ids: readonly FigureId[];
  readonly idOf: ReadonlyMap<Term, FigureId>;
  /** The same for the first row of the set: what stands for a column in all its rows. */
  readonly keyOf: ReadonlyMap<Term, FigureId>;
}

export interface Vocabulary {
  readonly edition: Edition;
  readonly rows: readonly RowTerm[];
  readonly rowsByTable: ReadonlyMap<TableId, readonly RowTerm[]>;
  /** Bodies of the labels of groups of rows in matrix tables. */
  readonly rowGroups: ReadonlySet<string>;
  /** Labels of groups of columns: 法人或其他组织, 行政诉讼. */
  readonly columnGroups: ReadonlySet<string>;
  readonly corners: ReadonlySet<string>;
  readonly blockTitles: ReadonlySet<string>;
  /** What a header prints besides: 本列数据的勾稽关系为…, 申请人情况. */
  readonly notes: ReadonlySet<string>;
  readonly columnSets: readonly ColumnSet[];
  readonly columnsOf: ReadonlyMap<RowTerm, RowColumns>;
  /** Every label of the tables as printed, accepted wordings too. */
  readonly labels: readonly string[];
}

const term = (id: string, label: string, also: readonly string[] = []): Term => ({
  id,
  label,
  number: labelKey(label).number,
  bodies: [...new Set([label, ...also].map((text) => labelKey(text).body))],
});

const columnTerms = (columns: readonly Column[]): Term[] =>
  columns.map((column) => term(column.id, column.label, column.also));

const groupBodies = (nodes: readonly RowNode[]): string[] =>
  nodes.flatMap((node) =>
    isRowGroup(node)
      ? [...[node.label, ...(node.also ?? [])].map((text) => labelKey(text).body), ...groupBodies(node.rows)]
      : [],
  );

const nodeLabels = (nodes: readonly (RowNode | Column | ColumnGroup)[]): string[] =>
  nodes.flatMap((node) => [
    node.label,
    ...('also' in node ? (node.also ?? []) : []),
    ...('rows' in node ? nodeLabels(node.rows) : 'columns' in node ? nodeLabels(node.columns) : []),
  ]);

const tableLabels = (table: Table): string[] => {
  switch (table.form) {
    case 'blocks':
      return table.blocks.flatMap((block) => [
        block.title,
        block.corner,
        ...nodeLabels(block.columns),
        ...nodeLabels(block.rows),
      ]);
    case 'matrix':
      return [table.note, table.columnTitle, ...nodeLabels(table.columns), ...nodeLabels(table.rows)];
    case 'strip':
      return [...nodeLabels(table.rows), ...nodeLabels(table.columns)];
  }
};

function columnsByRow(sets: readonly ColumnSet[]): Map<RowTerm, RowColumns> {
  const columnsOf = new Map<RowTerm, RowColumns>();
  for (const set of sets) {
    const idsOf = (row: string): Map<Term, FigureId> =>
      new Map(set.columns.map((column) => [column, `${set.table}.${row}.${column.id}`]));
    const keyOf = idsOf(set.rows[0]?.id ?? '');
    for (const row of set.rows) {
      const idOf = idsOf(row.id);
      columnsOf.set(row, { set, ids: [...idOf.values()], idOf, keyOf });
    }
  }
  return columnsOf;
}

function vocabularyOf(edition: Edition): Vocabulary {
  const rows: RowTerm[] = [];
  const rowGroups: string[] = [];
  const columnGroups: string[] = [];
  const corners: string[] = [];
  const blockTitles: string[] = [];
  const notes: string[] = [];
  const columnSets: ColumnSet[] = [];
  for (const table of edition.tables) {
    const own = rowsOf(table).map((row): RowTerm => {
      const groups = row.labels.slice(0, -1).map((label) => labelKey(label).body);
      return { ...term(row.id, row.labels.at(-1) ?? row.id, row.also), table: table.id, groups };
    });
    rows.push(...own);
    switch (table.form) {
      case 'blocks':
        for (const block of table.blocks) {
          corners.push(labelKey(block.corner).body);
          blockTitles.push(labelKey(block.title).body);
          const ids = block.rows.map((row) => row.id);
          const inBlock = own.filter(({ id }) => ids.includes(id));
          columnSets.push({ table: table.id, rows: inBlock, columns: columnTerms(block.columns) });
        }
        break;
      case 'matrix':
        rowGroups.push(...groupBodies(table.rows));
        notes.push(labelKey(table.note).body, labelKey(table.columnTitle).body);
        columnGroups.push(...table.columns.filter(isColumnGroup).map((group) => labelKey(group.label).body));
        columnSets.push({
          table: table.id,
          rows: own,
          columns: columnTerms(leafColumns(table.columns)),
        });
        break;
      case 'strip':
        columnGroups.push(...groupBodies(table.rows));
        columnSets.push({
          table: table.id,
          rows: own,
          columns: columnTerms(table.columns),
        });
    }
  }
  return {
    edition,
    rows,
    rowsByTable: new Map(edition.tables.map(({ id }) => [id, rows.filter((row) => row.table === id)])),
    rowGroups: new Set(rowGroups),
    columnGroups: new Set(columnGroups),
    corners: new Set(corners),
    blockTitles: new Set(blockTitles),
    notes: new Set(notes),
    columnSets,
    columnsOf: columnsByRow(columnSets),
    labels: edition.tables.flatMap(tableLabels),
  };
}

export const vocabularies: readonly Vocabulary[] = editions.map(vocabularyOf);

/** What a printed label may mean among some terms. `exact` is false for a damaged label. */
export interface LabelMatch<T extends Term> {
  readonly exact: boolean;
  readonly hits: readonly T[];
}

const matches = new WeakMap<readonly Term[], Map<string, LabelMatch<Term>>>();
const memoryLimit = 2000;

/** Remembered per list of terms: the same few labels are asked for on every edit. */
export function matchTerms<T extends Term>(terms: readonly T[], body: string): LabelMatch<T> {
  let known = matches.get(terms);
  if (known === undefined || known.size > memoryLimit) {
    known = new Map();
    matches.set(terms, known);
  }
  const found = (known.get(body) as LabelMatch<T> | undefined) ?? compare(terms, body);
  known.set(body, found);
  return found;
}

function compare<T extends Term>(terms: readonly T[], body: string): LabelMatch<T> {
  const exact = terms.filter((candidate) => candidate.bodies.includes(body));
  if (exact.length > 0) return { exact: true, hits: exact };
  return {
    exact: false,
    hits: terms.filter((candidate) => candidate.bodies.some((official) => isDamaged(body, official))),
  };
}
