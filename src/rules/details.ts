/**
 * What a finding of each rule carries besides what all findings share: the details that its sentence needs, and which of
 * the shared fields are there for certain. A sentence can ask for nothing that its rule does not promise here.
 */
import type { TableId, TextSectionId } from '../report/edition';
import type { FigureId } from '../report/figures';

export interface Operand {
  readonly figure: FigureId;
  /** Year of the report that it stands in. */
  readonly year: number | null;
  /** `null` where the cell is blank. */
  readonly value: number | null;
}

/** An operand that is no blank. */
export interface Known extends Operand {
  readonly value: number;
}

export interface Repair {
  readonly changes: readonly { readonly figure: FigureId; readonly from: number | null; readonly to: number }[];
}

/** At least one. */
export type Some<T> = readonly [T, ...T[]];

interface Sides<Left extends readonly Operand[], Right extends readonly Operand[]> {
  readonly sides: { readonly left: Left; readonly right: Right };
  readonly left: number;
  readonly right: number;
  readonly difference: number;
}

interface InTable {
  readonly table: TableId;
}

interface At {
  readonly place: string;
}

/** A row or column that is missing or too many, by its label. */
interface Lined extends InTable {
  readonly details: { readonly label: string };
}

interface Missing extends Lined {
  readonly details: { readonly label: string; readonly id: string };
}

interface Valued {
  readonly details: { readonly value: number };
}

/** An identity that is broken, or open because something is still blank. All its figures stand in one line. */
export interface Balance extends InTable, Sides<Some<Operand>, readonly Operand[]> {
  readonly figures: Some<FigureId>;
  readonly details: {
    /** Id of the column or row in which it stands. */
    readonly line: string;
    readonly state: 'broken' | 'open';
    /** Whether a total of the table is a formula, so that the sums cannot tell which cell is wrong. */
    readonly byFormula: boolean;
  };
}

interface Line {
  readonly details: { readonly line: string };
}

/** `bodies`: those that were taken over, whose last year's reports it is compared with. */
interface Carried {
  readonly details: { readonly line: string; readonly bodies?: readonly string[] };
}

/** A sum of the tables that a sentence was compared with. */
export interface SpokenSum {
  readonly figures: readonly FigureId[];
  readonly value: number;
}

/** A number in a sentence that is none of the sums that it may mean. */
export interface Claim extends At, Sides<readonly [], readonly Operand[]> {
  readonly details: { readonly section: TextSectionId; readonly quote: string; readonly sums: readonly SpokenSum[] };
}

/** A list in a sentence: `left` is the number that it should add up to, `right` what it adds up to. */
interface List extends At {
  readonly left: number;
  readonly right: number;
  readonly difference: number;
  readonly details: { readonly section: TextSectionId; readonly quote: string; readonly unit: string };
}

interface Percentage extends At {
  readonly left: number;
  readonly right: number;
  readonly details: { readonly section: TextSectionId; readonly quote: string; readonly printed: string };
}

interface OfYear {
  readonly details: { readonly year: number };
}

/** A cell of the sheet by its address, and what stands in it. */
export interface HeldAt {
  readonly at: string;
  readonly text: string;
}

interface InCell extends InTable {
  readonly cell: { readonly row: number; readonly column: number };
}

/** Rules by their ids. */
export interface RuleParts {
  'missing-row': Missing;
  'missing-column': Missing;
  'unknown-row': Lined;
  'unknown-column': Lined;
  'box-shared': InCell & { readonly details: { readonly held: readonly HeldAt[] } };
  'loose-number': InCell & { readonly details: HeldAt };
  /** `first`: address of the cell in which the figure belongs. */
  'box-inner': InCell & { readonly details: HeldAt & { readonly first: string } };
  /** Figures of one table whose cells show something else than they hold; `at`, `shown` and `stored` are of the first. */
  'cell-shown': InCell & { readonly details: { readonly at: string; readonly shown: string; readonly stored: number } };
  ERROR: { readonly details: { readonly text: string } };
  /** `number`: what the text plainly says. */
  TEXT: { readonly details: { readonly text: string; readonly number: number | null } };
  'T1-SIGN': Valued;
  INT: Valued;
  DECIMALS: Valued;
  'T2-ID': Balance;
  'T2-SUM': Balance;
  'T2-ROW': Balance;
  'T3-SUM': Balance;
  /** Carried in this year; carried out last year. */
  'Y-CARRY': Carried & InTable & Sides<readonly [Known], readonly [Known]>;
  /** In force and repealed this year; in force last year and issued. */
  'Y-VALID': Line & InTable & Sides<readonly [Known, Known], readonly [Known, Known]>;
  /** `count`: figures that are not 0. */
  'Y-SAME': { readonly details: { readonly year: number | null; readonly count: number } };
  /** `share`: per cent of the text. */
  'Y-TEXT': { readonly details: { readonly year: number | null; readonly share: number } };
  'Y-JUMP': InTable & Sides<readonly [Known], readonly [Known]>;
  'UNIT-SCALE': InTable & Sides<readonly [Known], readonly [Known]>;
  'N-RECV': Claim;
  'N-ANS': Claim;
  'N-GROUP': Claim;
  'N-TYPE': Claim;
  'N-CARRY': Claim;
  'N-CASE': Claim;
  'N-ZERO': Claim;
  'N-FILES': Claim;
  'N-PERM': Claim;
  'N-PARTS': List;
  'N-FEE': List;
  'N-PCT': Percentage;
  /** `left`: applications closed for unpaid fees. */
  'X-FEE': InTable & At & { readonly left: number };
  'UNIT-2019': InTable;
  'X-LEVEL': InTable;
  /** How many sentences were not read, the section of the first, and the characters of the longest. */
  'N-LONG': At & {
    readonly details: { readonly section: TextSectionId; readonly count: number; readonly length: number };
  };
  /** Titles of the sections without text. */
  'F-SECTIONS': { readonly details: { readonly sections: readonly string[] } };
  'F-S1': { readonly details: { readonly topics: readonly string[] } };
  'F-S1-FIG': object;
  /** Characters that there are, and at most should be. */
  'F-S1-LEN': { readonly details: { readonly length: number; readonly most: number } };
  'F-S5': At;
  'F-S6': At;
  /** The format of another year, or another document cited in the text. */
  'F-EDITION': {
    readonly details:
      | { readonly year: number; readonly document: string; readonly due: string }
      | { readonly cited: string; readonly document: string };
  };
  'F-PERIOD': At & OfYear;
  'F-DATE': At;
  'F-STALE': At & OfYear;
  /** Days as `2026-01-31`. */
  'F-EARLY': { readonly details: { readonly year: number; readonly today: string } };
  'F-DEADLINE': { readonly details: { readonly last: string; readonly today: string } };
  /** How many numbers of identity cards and of mobile phones. */
  'F-PRIVACY': { readonly details: { readonly people: number; readonly mobiles: number } };
  'F-TEMPLATE': At & { readonly details: { readonly text: string } };
  'EMPTY-TOTAL': InTable & { readonly repairs: readonly [Repair] };
  /** `whole`: no cell of the table was read. */
  UNREAD: InTable & { readonly details: { readonly whole: boolean } };
  /** `printed`: cells that say 无, / or the like. `whole`: no cell of the table is filled in. */
  EMPTY: InTable & { readonly details: { readonly printed: number; readonly whole: boolean } };
}

export type RuleId = keyof RuleParts;

type RulesWith<Part> = { [R in RuleId]: RuleParts[R] extends Part ? R : never }[RuleId];

/** Rules that are identities. */
export type BalanceRule = RulesWith<Balance>;
/** Rules about a number in a sentence that figures must equal. */
export type ClaimRule = RulesWith<Claim>;
/** Rules about a list in a sentence. */
export type ListRule = RulesWith<List>;

/** Details of a rule whose sentence needs none. */
type NoDetails = Readonly<Record<string, never>>;

/** What the sentence of a rule needs besides the fields that all findings share. */
export type RuleDetails<R extends RuleId> = RuleParts[R] extends { readonly details: infer Details }
  ? Details
  : NoDetails;
