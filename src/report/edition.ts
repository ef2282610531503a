/**
 * What an edition of the official format is made of. An edition is data: its file in `editions/` holds every label,
 * unit and order, and nothing else in the project knows one.
 */

/** `count`: whole number ≥ 0. `change`: signed whole number. `amount`: money, at most six decimals of 万元. */
export type FigureKind = 'count' | 'change' | 'amount';

/** Where the unit of an amount comes from: printed in the column header, or not printed at all. */
export type AmountUnit = 'tenThousandYuan' | 'unprinted';

export type TableId = 'disclosure' | 'applications' | 'review';
export const textSections = ['overview', 'problems', 'other'] as const;
export type TextSectionId = (typeof textSections)[number];

export interface Column {
  readonly id: string;
  readonly label: string;
  readonly kind: FigureKind;
  /** Only for amounts. */
  readonly unit?: AmountUnit;
  /** Other wordings found in published reports, accepted on reading and never written. */
  readonly also?: readonly string[];
}

export interface ColumnGroup {
  readonly label: string;
  readonly columns: readonly Column[];
}

export interface RowLeaf {
  readonly id: string;
  readonly label: string;
  readonly also?: readonly string[];
}

/** A labelled group of rows. Its `id`, where it has one, prefixes the ids of its rows: `denied` + `stateSecret`. */
export interface RowGroup {
  readonly id?: string;
  readonly label: string;
  readonly also?: readonly string[];
  readonly rows: readonly RowNode[];
}

export type RowNode = RowLeaf | RowGroup;

interface TableBase {
  readonly id: TableId;
  /** Widths of the printed columns in fifteenths of the table. They sum to 15. */
  readonly widths: readonly number[];
}

/** 主动公开: blocks of rows, each block under a title row and a header row of its own. */
export interface BlocksTable extends TableBase {
  readonly form: 'blocks';
  readonly blocks: readonly {
    readonly title: string;
    readonly corner: string;
    readonly columns: readonly Column[];
    readonly rows: readonly RowLeaf[];
  }[];
}

/** 申请: a tree of row labels against a tree of column labels. */
export interface MatrixTable extends TableBase {
  readonly form: 'matrix';
  /** What the corner cell prints. */
  readonly note: string;
  readonly columnTitle: string;
  readonly columns: readonly (Column | ColumnGroup)[];
  readonly rows: readonly RowNode[];
  /** How many columns the row labels take. */
  readonly labelColumns: number;
}

/** 复议诉讼: one printed row of figures; what the figure ids call rows are groups of columns. */
export interface StripTable extends TableBase {
  readonly form: 'strip';
  readonly rows: readonly RowNode[];
  readonly columns: readonly Column[];
}

export type Table = BlocksTable | MatrixTable | StripTable;

export interface Section {
  /** The id of the text or the table that stands in it. */
  readonly id: TextSectionId | TableId;
  /** Exactly as the official format prints it, with its number. */
  readonly title: string;
  readonly also?: readonly string[];
}

/**
 * How sentences call rows and columns, where not by their labels: sources of regular expressions, by id. What an edition
 * does not have is passed over.
 */
export interface Spoken {
  /** Rows of applications, by the part of the label that tells them from the others, or in other words. */
  readonly rows: Readonly<Record<string, string>>;
  /** Results of applications. */
  readonly results: Readonly<Record<string, string>>;
  /** The same where another result stands beside it: of itself the word may mean something else. */
  readonly resultsBeside: Readonly<Record<string, string>>;
  /** Columns of applications, besides their labels. */
  readonly applicants: Readonly<Record<string, readonly string[]>>;
  /** What they are called where another kind of applicant stands beside them. */
  readonly applicantsBeside: Readonly<Record<string, string>>;
  /** How reviews and lawsuits end. */
  readonly endings: Readonly<Record<string, string>>;
  /** Rows of documents, and columns that tell what was done with them. */
  readonly documents: Readonly<Record<string, string>>;
  readonly deeds: Readonly<Record<string, string>>;
}

export interface Edition {
  readonly id: string;
  /** Number of the document that prescribes the format. */
  readonly document: string;
  /** First year whose report is due in this format. */
  readonly firstYear: number;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly spoken: Spoken;
}

/** Title of a section as the official format prints it: `三、收到和处理政府信息公开申请情况`. */
export function sectionTitle({ id: edition, sections }: Edition, id: Section['id']): string {
  const section = sections.find((one) => one.id === id);
  if (section === undefined) throw new Error(`the edition ${edition} has no section ${id}`);
  return section.title;
}

export const isTextSection = (id: string): id is TextSectionId => textSections.some((text) => text === id);
export const isRowGroup = (node: RowNode): node is RowGroup => 'rows' in node;
export const isColumnGroup = (node: Column | ColumnGroup): node is ColumnGroup => 'columns' in node;
