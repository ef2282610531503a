import {
  isColumnGroup,
  isRowGroup,
  type AmountUnit,
  type Column,
  type ColumnGroup,
  type Edition,
  type FigureKind,
  type RowNode,
  type Table,
  type TableId,
} from './edition';
import { editions } from './editions';
import { numberingOf, withoutNumber } from './numbering';

/** Half of the smallest unit of any figure: sums of decimals are equal when they differ by less. */
export const tolerance = 5e-7;

/** Whether two amounts are the same, whatever binary sums did to their decimals. */
export const sameAmount = (one: number, other: number): boolean => Math.abs(one - other) <= tolerance;

/** Whether a number, as it would be printed, has more than six decimals: of 万元 the sixth is 0.01 元. */
export const hasMoreThanSixDecimals = (value: number): boolean => Number(value.toFixed(6)) !== value;

/** `table.row.column`; a row's own id may hold a dot (`denied.stateSecret`). */
export type FigureId = string;

export interface Figure {
  readonly id: FigureId;
  /** Position in printed order over the whole edition, from 0. */
  readonly index: number;
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
  readonly kind: FigureKind;
  readonly unit?: AmountUnit;
  /** Official labels, outermost first. */
  readonly rowLabels: readonly string[];
  readonly columnLabel: string;
}

/** A row as the figure ids know it, with the labels above it. */
export interface Row {
  readonly id: string;
  readonly labels: readonly string[];
  /** Other accepted wordings of the innermost label. */
  readonly also: readonly string[];
  readonly columns: readonly Column[];
}

/** What one cell holds. `0`, blank, text and an Excel error value are four different things. */
export type Entry =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  /** `number` is what the text plainly says as a number, for the offer to put it right. */
  | { readonly kind: 'text'; readonly text: string; readonly number: number | null }
  | { readonly kind: 'error'; readonly text: string };

export type Entries = ReadonlyMap<FigureId, Entry>;

export const blank: Entry = { kind: 'blank' };

const flatten = (nodes: readonly RowNode[], labels: readonly string[], prefix: string): Omit<Row, 'columns'>[] =>
  nodes.flatMap((node) =>
    isRowGroup(node)
      ? flatten(node.rows, [...labels, node.label], node.id === undefined ? prefix : `${prefix}${node.id}.`)
      : [{ id: prefix + node.id, labels: [...labels, node.label], also: node.also ?? [] }],
  );

/** The columns of a matrix table without their grouping, in printed order. */
export const leafColumns = (columns: readonly (Column | ColumnGroup)[]): Column[] =>
  columns.flatMap((column) => (isColumnGroup(column) ? column.columns : [column]));

/** Rows of a table in printed order, each with its columns. */
export function rowsOf(table: Table): Row[] {
  switch (table.form) {
    case 'blocks':
      return table.blocks.flatMap((block) =>
        block.rows.map((row) => ({
          id: row.id,
          labels: [row.label],
          also: row.also ?? [],
          columns: block.columns,
        })),
      );
    case 'matrix': {
      const columns = leafColumns(table.columns);
      return flatten(table.rows, [], '').map((row) => ({ ...row, columns }));
    }
    case 'strip':
      return flatten(table.rows, [], '').map((row) => ({ ...row, columns: table.columns }));
  }
}

const collect = (edition: Edition): readonly Figure[] => {
  const figures: Figure[] = [];
  for (const table of edition.tables) {
    for (const row of rowsOf(table)) {
      for (const column of row.columns) {
        figures.push({
          id: `${table.id}.${row.id}.${column.id}`,
          index: figures.length,
          table: table.id,
          row: row.id,
          column: column.id,
          kind: column.kind,
          ...(column.unit === undefined ? {} : { unit: column.unit }),
          rowLabels: row.labels,
          columnLabel: column.label,
        });
      }
    }
  }
  return figures;
};

const figuresByEdition = new Map(editions.map((edition) => [edition, collect(edition)]));
const indexByEdition = new Map(
  editions.map((edition) => [edition, new Map(figuresOf(edition).map((figure) => [figure.id, figure]))]),
);

/** Every figure of an edition in printed order. */
export function figuresOf(edition: Edition): readonly Figure[] {
  return figuresByEdition.get(edition) ?? collect(edition);
}

/** The figure with this id, if the edition has it. */
export function findFigure(edition: Edition, id: FigureId): Figure | undefined {
  return indexByEdition.get(edition)?.get(id) ?? figuresOf(edition).find((figure) => figure.id === id);
}

/** The figure with this id. Throws where the edition has none: for ids that were taken from its figures. */
export function figureOf(edition: Edition, id: FigureId): Figure {
  const figure = findFigure(edition, id);
  if (figure === undefined) throw new Error(`edition ${edition.id} has no figure ${id}`);
  return figure;
}

export function findEdition(id: string): Edition | undefined {
  return editions.find((edition) => edition.id === id);
}

/** The edition in which the report of a year is due; the first one for years before it. */
export function editionForYear(year: number): Edition {
  const due = editions.filter((edition) => edition.firstYear <= year).at(-1) ?? editions[0];
  if (due === undefined) throw new Error('no edition is defined');
  return due;
}

type TableOf<Form> = Extract<Table, { readonly form: Form }>;

/** A table of an edition; where one form of it is asked for, in that form. */
export function findTable<Form extends Table['form']>(edition: Edition, id: TableId, form?: Form): TableOf<Form> {
  const table = edition.tables.find(
    (candidate): candidate is TableOf<Form> => candidate.id === id && (form ?? candidate.form) === candidate.form,
  );
  if (table === undefined) throw new Error(`edition ${edition.id} has no table ${id}`);
  return table;
}

/**
 * A row in the form's own words, short enough for a sentence: `三、（三）3`, `三、（七）总计`, `行政许可`.
 * A numbered row under others is named by its numbers alone; any other by its label.
 */
export function rowName(figure: Pick<Figure, 'row' | 'rowLabels'>): string {
  const numbers = figure.rowLabels.map((label, depth) => {
    const numbering = numberingOf(label);
    return depth === 0 ? numbering?.mark : numbering?.number;
  });
  const last = figure.rowLabels.at(-1) ?? figure.row;
  if (numbers.length === 1 || numbers.some((number) => number === undefined)) return last;
  const short = numbers.join('');
  return figure.row === 'total' ? `${short}${withoutNumber(last)}` : short;
}

/** A cell by what its row is called, and its column; of a row called like it, both are said to be what they are: 总计行“总计”列. */
export const cellOf = (row: string, { columnLabel }: Pick<Figure, 'columnLabel'>): string =>
  row.endsWith(columnLabel) ? `${row}行“${columnLabel}”列` : `${row}“${columnLabel}”`;

/** A figure in the form's own words: `三、（三）3“自然人”`. */
export const figureName = (figure: Figure): string => cellOf(rowName(figure), figure);

/** The name of a figure by its id; of an id that the edition does not have, the id. */
export function nameOfFigure(edition: Edition, id: FigureId): string {
  const figure = findFigure(edition, id);
  return figure === undefined ? id : figureName(figure);
}
