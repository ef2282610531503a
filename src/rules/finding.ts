import type { TableId } from '../report/edition';
import type { FigureId } from '../report/figures';
import type { Operand, Repair, RuleDetails, RuleId, RuleParts } from './details';

export type { Operand, Repair };

/** `fault` 须改正, `explain` 须核实, `remark` 提示. */
export type Level = 'fault' | 'explain' | 'remark';

/** What findings of every rule share. */
export interface Shared {
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
  /** Best first, few. */
  readonly repairs: readonly Repair[];
  /** Other figures of which one may be wrong instead, too many to propose a number for each. */
  readonly elsewhere: readonly FigureId[];
  /** Findings that follow from this one and are told with it. */
  readonly folded: readonly Finding[];
}

/**
 * One thing that the check has to say, of one rule (`Finding<'T2-ID'>`) or of any. What a person reads is made from it by
 * `words`, in either language.
 */
export type Finding<R extends RuleId = RuleId> = {
  [K in R]: Omit<Shared, keyof RuleParts[K]> &
    RuleParts[K] & {
      /** Id of the rule as in the rule catalogue. */
      readonly rule: K;
      /** What else the sentence of this finding needs: a label, a text found in a cell. */
      readonly details: RuleDetails<K>;
    };
}[R];

/** What makes a finding of a rule: what the rule promises, and anything that findings share. */
export type Given<R extends RuleId> = RuleParts[R] & Partial<Omit<Shared, keyof RuleParts[R]>>;
