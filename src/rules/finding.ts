import type { FigureId } from '../report/figures';
import type { TableId } from '../report/edition';

/** `fault` 须改正, `explain` 须核实, `remark` 提示. */
export type Level = 'fault' | 'explain' | 'remark';

export interface Operand {
  readonly figure: FigureId;
  /** Year of the report that it stands in. */
  readonly year: number | null;
  /** `null` where the cell is blank. */
  readonly value: number | null;
}

export interface Repair {
  readonly changes: readonly { readonly figure: FigureId; readonly from: number | null; readonly to: number }[];
}

/** One thing that the check has to say. What a person reads is made from it by `words`, in either language. */
export interface Finding {
  /** Id of the rule as in the rule catalogue: `T2-ID`, `T3-SUM`, `unknown-row`. */
  readonly rule: string;
  readonly level: Level;
  readonly table: TableId | null;
  /** Figures concerned, the one to go to first. Empty where no official cell is concerned. */
  readonly figures: readonly FigureId[];
  /** Cell on the sheet, zero-based, for a finding about a cell that belongs to no figure. */
  readonly cell: { readonly row: number; readonly column: number } | null;
  readonly sides: { readonly left: readonly Operand[]; readonly right: readonly Operand[] } | null;
  readonly left: number | null;
  readonly right: number | null;
  /** |left − right|. */
  readonly difference: number | null;
  /** Sentence of the text, or the words of the source, that the finding is about. */
  readonly place: string | null;
  /** What else the sentence of this finding needs: a label, a text found in a cell. */
  readonly details: Readonly<Record<string, string | number>>;
  /** Best first. */
  readonly repairs: readonly Repair[];
  /** Findings that follow from this one and are told with it. */
  readonly folded: readonly Finding[];
}
