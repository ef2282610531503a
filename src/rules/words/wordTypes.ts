/** What the words of a language are. Each language is one file with every key. */
import type { Edition } from '../../report/edition';
import type { RuleId } from '../details';
import type { Finding, Level, Repair } from '../finding';

export interface RuleWords<R extends RuleId> {
  /** A few words for a list of findings. */
  readonly title: string;
  /** What must hold, as one sentence. */
  readonly sentence: string;
  /** What is wrong, with both sides and what to do about it. */
  readonly message: (finding: Finding<R>, edition: Edition) => string;
}

/** The words of one language. */
export interface Words {
  readonly levels: Readonly<Record<Level, string>>;
  readonly rules: { readonly [R in RuleId]: RuleWords<R> };
  /** The title of an identity that blanks leave open. */
  readonly openTitle: string;
  /** What would mend a finding, as one clause: `（七）总计可能应为 9`. */
  readonly repair: (repair: Repair, edition: Edition) => string;
  readonly results: ResultsWords;
  readonly listing: ListingWords;
}

/** The words of what leaves the tool: list, sheet, page and return letter. */
export interface ListingWords {
  readonly sheet: string;
  readonly title: (unit: string, year: string) => string;
  readonly headers: readonly [string, string, string, string, string, string, string, string];
  readonly nothing: string;
  readonly counts: (count: Readonly<Record<Level, number>>) => string;
  readonly follows: string;
  readonly letterTitle: (unit: string, year: string) => string;
  readonly letterSalutation: (unit: string) => string;
  readonly letterOpening: string;
  readonly letterHeadings: Readonly<Record<Level | 'lacking', string>>;
  /** Behind a sentence that is true of several places of the text. */
  readonly letterTimes: (count: number) => string;
  /** Behind a sentence of which an earlier letter said the same. */
  readonly letterAgain: string;
  /** What is called so in a list that names levels. */
  readonly lacking: string;
  readonly letterFine: string;
  readonly letterClosing: string;
  /** Stands for who signs, and for the day, until a person writes them: a program knows neither who sends a letter nor when. */
  readonly letterUnsigned: string;
  readonly letterUndated: string;
  readonly unknownUnit: string;
}

/** The words of the sheet 校验结果. */
export interface ResultsWords {
  readonly name: string;
  readonly title: string;
  readonly headers: readonly [string, string, string, string, string, string];
  readonly holds: string;
  readonly broken: string;
  readonly open: string;
  readonly undecided: string;
  readonly where: (line: string, along: 'column' | 'row', table: string) => string;
}
