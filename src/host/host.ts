/** The small interface through which the pane sees a workbook. It knows reports and cells, not Excel. */
import type { CellPosition } from '../report/a1';
import type { Particulars } from '../report/closing';
import type { Edition, TableId, TextSectionId } from '../report/edition';
import type { FigureId } from '../report/figures';
import type { Language } from '../report/language';
import type { Explanation, Report } from '../report/report';
import type { SheetContent } from '../report/sheet/workbook';
import type { LocatedReport, Reading } from '../read/reading';
import type { Finding } from '../rules/finding';
import type { UndoOffer } from './undo';

/** The tables under one title on one sheet. */
export interface Candidate {
  /** Stable while the report stays where it is. */
  readonly key: string;
  readonly sheet: string;
  readonly unit: string | null;
  readonly year: number | null;
  readonly edition: string;
  /** Hidden sheets are listed, never chosen. */
  readonly hidden: boolean;
}

export interface ActiveReport {
  readonly candidate: Candidate;
  readonly located: LocatedReport;
  /** The report as it would be exported now: figures, units, narrative from the text sheet. */
  readonly report: Report;
  readonly findings: readonly Finding[];
  /** Name of the text sheet that belongs to it, if there is one. */
  readonly textSheet: string | null;
  /** Where several hold its text and nobody can tell which is meant: their names. */
  readonly rivalTexts?: readonly string[];
  /** `absent`: a sheet that Gouji did not make, or its formats were removed. `unknown`: not looked at yet. */
  readonly formats: 'intact' | 'damaged' | 'absent' | 'unknown';
  readonly totals: 'formulas' | 'typed' | 'mixed';
  /** The sheet holds cells beyond the part that is read. */
  readonly partlyRead: boolean;
  /** The report of the year before in the same workbook, if there is exactly one. */
  readonly previous: Report | null;
  /** The figure in whose box the selected cell stands. */
  readonly selected: FigureId | null;
}

/** Why the workbook could not be read just now; the last state stays shown. `notLoaded`: a part of the pane is missing. */
export type Trouble = 'editing' | 'protected' | 'busy' | 'tooLarge' | 'unreachable' | 'notLoaded';

export interface Snapshot {
  readonly candidates: readonly Candidate[];
  readonly active: ActiveReport | null;
  /** Several reports and nothing tells which is meant: the pane asks. */
  readonly undecided: boolean;
  readonly checkedAt: Date | null;
  readonly trouble: Trouble | null;
  /** The workbook calculates only on F9: totals may show what was true before. */
  readonly manualCalculation: boolean;
  /** What the pane wrote last and can take back. */
  readonly undo: UndoOffer | null;
}

export interface InsertRequest {
  readonly edition: Edition;
  readonly year: number | null;
  readonly unit: string | null;
  readonly totals: 'formulas' | 'typed';
  /** Figures and text to fill in; a template without. */
  readonly report: Report | null;
  /** Figures of the report that are last year's, to be marked until they are changed. */
  readonly carried?: ReadonlyMap<FigureId, number>;
  /** From 2 on: the names of its sheets bear this number, for sheets of the plain names are there. */
  readonly number?: number;
  /** Sheets of the file that it was read from which are not taken over with it, by name. */
  readonly beside?: readonly string[];
}

/** What was written and stayed, because the sheet was closed in between: all that it took the place of. */
export interface NotPutBack {
  readonly ok: false;
  readonly reason: 'notPutBack';
  /** Name of the sheet. */
  readonly detail: string;
  /** Addresses of the cells, and what each held as Excel spells it; '' where it was blank. */
  readonly left: readonly { readonly cell: string; readonly held: string }[];
}

/**
 * Nothing is written unless `ok`, but for `notPutBack`: somebody changed cells at the same moment, and what was written could not
 * be put back. `kept`: cells that were changed since and were therefore not taken back.
 */
export type WriteResult =
  | {
      readonly ok: true;
      readonly sheet: string;
      readonly kept?: number;
      /** Figures that were written, where it was figures. */
      readonly written?: number;
    }
  | NotPutBack
  | {
      readonly ok: false;
      readonly reason:
        | 'sheetExists'
        | 'protected'
        | 'editing'
        | 'noReport'
        | 'changedSince'
        | 'changedMeanwhile'
        | 'textChanged'
        | 'ownTitle'
        | 'leftOver'
        | 'notLoaded'
        | 'notAsMade'
        | 'tooLarge'
        | 'failed';
      readonly detail: string;
    };

/** Other figures for a report that Gouji wrote before. */
export interface ReplaceRequest {
  /** Name of the sheet with its tables. */
  readonly sheet: string;
  /** Whose it is, and what was written. */
  readonly before: Pick<Report, 'edition' | 'year' | 'figures'> & { readonly unit: string | null };
  readonly after: Report['figures'];
}

export interface HandoverFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /**
   * What the page save.html builds the same file from, for hosts whose pane cannot download; `null` for a file that the
   * page does not know how to build.
   */
  readonly errand: string | null;
  /**
   * Of a file that is made again and again, what it is, as the Word file of a report: where a page may write to a file that a
   * person chose, it goes to the same one again, or, `elsewhere`, to another that is chosen now.
   */
  readonly again?: { readonly key: string; readonly elsewhere: boolean };
}

/**
 * What became of a file that was handed over. Whether it was saved the pane knows of a file that a person chose alone, by its
 * name; `unchosen`: none was.
 */
export type Handover = 'download' | 'window' | 'clipboard' | 'none' | 'unchosen' | { readonly savedTo: string };

export interface Host {
  readonly language: Language;
  /** The look of the host, where it tells. */
  readonly darkTheme?: boolean | null;
  /** Begins to watch the workbook; the listener gets every new state. Returns what stops it. */
  watch(listener: (snapshot: Snapshot) => void): () => void;
  /** Reads and checks again now. */
  check(): Promise<void>;
  /** Makes a candidate the active one. */
  choose(key: string): void;
  insert(request: InsertRequest): Promise<WriteResult>;
  /** Goes to a cell of the active report. Rejects where the workbook cannot be moved now, or the cell is gone. */
  select(target: FigureId | CellPosition): Promise<void>;
  /** Writes figures of the active report, all or none. */
  write(changes: ReadonlyMap<FigureId, number>, deed: 'repair' | 'carry' | 'file'): Promise<WriteResult>;
  /** 其余填 0: puts 0 into the blank figures of tables that hold no formula, but for those in `except`. */
  fillZeros(tables: readonly TableId[], except?: ReadonlySet<FigureId>): Promise<WriteResult>;
  /** Puts the conditional formats of the active report back, or puts them on for the first time. */
  restoreFormats(): Promise<WriteResult>;
  /** Writes the paragraphs of a section of the text sheet; refuses where the sheet does not hold `before` any more. */
  writeText(section: TextSectionId, before: readonly string[], after: readonly string[]): Promise<WriteResult>;
  /** Keeps a reason for a finding where everyone can see it: as a row of the sheet 校验说明. */
  explain(explanation: Explanation): Promise<WriteResult>;
  /** Names the unit in the titles of its sheets, and keeps what kind of body it is and how it signs on 校验说明. */
  describeUnit(particulars: Particulars): Promise<WriteResult>;
  /**
   * Puts other figures where a report has changed, all or none, and leaves everything else on its sheet. Where one does not hold
   * what was written before, or stands as a formula: `notAsMade`, with how many; where another report stands there: `noReport`.
   * A host without it does not number its sheets either.
   */
  replaceFigures?(request: ReplaceRequest): Promise<WriteResult>;
  /** Adds a sheet such as 校验结果, or writes it anew where Gouji made it before, and shows it unless told not to. */
  addSheet(content: SheetContent, inFront?: boolean): Promise<WriteResult>;
  /** The cells of a sheet by its name, from A1; `null` where there is none. A host without it takes in no collection. */
  readSheet?(name: string): Promise<readonly (readonly unknown[])[] | null>;
  /**
   * Reads all sheets now and hands on every report on one that is shown; `part` is its sheet. Where the sheets cannot be read
   * just now, why: what they said before would go into a sum.
   */
  readReports?(): Promise<Iterable<Reading> | Trouble>;
  /** Turns typed totals into formulas where every total agrees with its parts. */
  useFormulaTotals(): Promise<WriteResult>;
  /** Takes back what `Snapshot.undo` names, where its cells still hold what was written. */
  undo(): Promise<WriteResult>;
  handOver(file: HandoverFile): Promise<Handover>;
  /** Tells of every file that is opened beside the pane, to be reviewed there. Returns what stops it. */
  opened?(listener: (file: File) => void): () => void;
}
