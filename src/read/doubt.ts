import type { CellPosition } from '../report/a1';
import type { TableId, TextSectionId } from '../report/edition';
import type { FigureId } from '../report/figures';
import type { AsideKind } from './containers/runs';

/**
 * Where something stands in a source. `cell`: on a worksheet, zero-based. `line`: of a text, from 1. `row`: of the nth table
 * of a document, both from 1. `table`: the official table that it belongs to, where it does to one.
 */
export type SourcePlace =
  | { readonly in: 'cell'; readonly sheet: string; readonly cell: CellPosition }
  | { readonly in: 'line'; readonly table: TableId | null; readonly line: number }
  | { readonly in: 'row'; readonly table: TableId | null; readonly nth: number; readonly row: number };

interface InTable {
  readonly table: TableId;
}

/** `row`: label of the official row; null in a table of one row. */
interface InRow extends InTable {
  readonly row: string | null;
}

interface Labelled {
  readonly label: string;
}

/** A label as the source prints it, and as the form does. */
interface Reworded extends Labelled {
  readonly printed: string;
}

interface Quoted {
  readonly text: string;
}

interface NotThere extends InTable {
  readonly labels: readonly string[];
}

interface Shown {
  readonly stored: string;
  readonly shown: string;
}

/** Why a figure may look otherwise than it is stored. */
export type LookReason = Extract<AsideKind, 'faint' | 'remapped' | 'stale' | 'overlaid' | 'broken'>;

/** Details of what needs none. */
export type NoDetails = Readonly<Record<never, never>>;

/** Why figures of a table are not certain. */
export interface IssueDetails {
  /** A row has more or fewer numbers than columns; left blank. */
  cellCount: InRow & { readonly expected: number; readonly read: number };
  /** A row has more or fewer cells than columns; left blank. */
  rowRagged: InRow;
  /** The header is that of another edition; left blank. */
  headsForeign: InRow & { readonly printed: string };
  /** Two candidates; left blank. */
  rowTwice: Labelled;
  headTwice: Labelled;
  /** No readable header: cells taken in the official order. */
  headsUnread: InTable;
  /** Cells were moved to the side or up or down; left blank. `line`: the row or column; null for the whole table. */
  cellsMoved: InTable & { readonly line: string | null };
  /**
   * A row or column is full but for its end: one of its cells may be lost, and the others moved. `whole`: a row at an edge of
   * the table has nothing at all.
   */
  cellsPerhapsMoved: InTable & { readonly line: string; readonly whole: boolean };
  /** Headers told apart by their order only. */
  headCut: Labelled;
  /** A label that is not worded as the form words it. */
  labelDamaged: Reworded;
  /** A label of another edition. */
  editionMixed: Reworded;
}

export type IssueKind = keyof IssueDetails;

/** Doubts about something that stands somewhere in the source. */
interface PlacedDetails extends IssueDetails {
  unknownRow: Labelled;
  unknownColumn: Labelled;
  extraLine: Quoted;
  annexUnread: Quoted;
  cellUnread: Quoted;
  /** Blank cells beside one in which several numbers stand. */
  cellsTogether: Quoted;
  cellUnclear: Quoted & { readonly reason: AsideKind };
  boxShared: Quoted;
  /** The file says different things of one cell. */
  cellTwice: Quoted;
  /** A line from corner to corner goes over a number. */
  cellCrossed: Quoted;
  /** One cell of the source stands over several figures. */
  cellShared: Quoted;
  boxInner: Quoted;
  looseNumber: Quoted;
  unitConflict: Quoted;
  unitUnknown: Quoted;
  sectionRenamed: Quoted & { readonly section: TextSectionId };
  /** Words over a table say another year than the report's; the figures are read. */
  otherYear: InTable & Quoted;
  hiddenCells: NoDetails;
  notCached: NoDetails;
  resultStale: NoDetails;
  /** A program left it to Excel to make the results anew; what the file holds is read. */
  resultPending: NoDetails;
  manualCalculation: NoDetails;
  shownOtherwise: Shown;
  shownRounded: Shown;
}

/** Doubts about the whole source, or about what is not in it. */
interface UnplacedDetails {
  editionUncertain: NoDetails;
  unitNameMissing: NoDetails;
  /** The title names no body; the first sentences or the signature do. */
  unitFromText: { readonly unit: string };
  yearMissing: NoDetails;
  yearFromText: { readonly year: number };
  tableMissing: InTable;
  rowsMissing: NotThere;
  columnsMissing: NotThere;
  blanksAsZero: NoDetails;
  /** Names of the sheets, as the part of the reading is named. */
  sheetsJoined: { readonly parts: string };
  leftOut: { readonly reason: AsideKind; readonly texts: readonly string[] };
  /** Read as it is stored, though it may look otherwise, or like nothing. */
  seenOtherwise: { readonly reason: LookReason };
  sectionMissing: { readonly section: TextSectionId };
  markedUnread: NoDetails;
  hiddenSheet: { readonly sheet: string };
  cellsUnplaced: { readonly rows: number };
  textUnreadable: { readonly pieces: number };
  /** `format`: what kind of file it is; null where that is not known. */
  partUnread: { readonly format: string | null };
}

/** What the sentence of each doubt needs besides the figures and the place. */
export interface DoubtDetails extends PlacedDetails, UnplacedDetails {}

/** What a doubt is about. Each has a sentence in every language. */
export type DoubtKind = keyof DoubtDetails;

/** Why a figure, a row or a section could not be read with certainty. Its sentence is in `words`. */
export type Doubt<K extends DoubtKind = DoubtKind> = {
  [P in K]: {
    readonly kind: P;
    readonly figures: readonly FigureId[];
    readonly place: P extends keyof PlacedDetails ? SourcePlace : null;
    readonly details: DoubtDetails[P];
  };
}[K];
