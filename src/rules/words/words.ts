/** What a person reads about findings and rules, in either language. Labels are the edition's own in both. */
import type { Edition } from '../../report/edition';
import type { Language } from '../../report/language';
import { isRuleId } from '../catalogue';
import type { RuleId } from '../details';
import type { Finding, Level, Repair } from '../finding';
import { wordsEn } from './words.en';
import { wordsZh } from './words.zh';

export interface RuleWords<R extends RuleId> {
  /** A few words for a list of findings. */
  readonly title: string;
  /** What must hold, as one sentence. */
  readonly sentence: string;
  /** What is wrong, with both sides and what to do about it. */
  readonly message: (finding: Finding<R>, edition: Edition) => string;
}

/** The words of one language. Each language is one file with every key. */
export interface Words {
  readonly levels: Readonly<Record<Level, string>>;
  readonly rules: { readonly [R in RuleId]: RuleWords<R> };
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
  readonly letterOpening: (unit: string) => string;
  readonly letterHeadings: Readonly<Record<Level, string>>;
  readonly letterFine: (unit: string) => string;
  readonly letterClosing: string;
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

const languages: Readonly<Record<Language, Words>> = { zh: wordsZh, en: wordsEn };

export const wordsIn = (language: Language): Words => languages[language];

/** The sentence of a finding. */
export function findingMessage<R extends RuleId>(finding: Finding<R>, edition: Edition, language: Language): string {
  const { rules }: { readonly rules: { readonly [K in RuleId]: RuleWords<K> } } = wordsIn(language);
  return rules[finding.rule].message(finding, edition);
}

/** The name of a finding's rule, for a list. */
export const findingTitle = (finding: Finding, language: Language): string => ruleName(finding.rule, language);

export const ruleName = (rule: string, language: Language): string =>
  isRuleId(rule) ? wordsIn(language).rules[rule].title : rule;

/** What a rule demands, as one sentence. */
export const ruleSentence = (rule: RuleId, language: Language): string => wordsIn(language).rules[rule].sentence;

export const levelName = (level: Level, language: Language): string => wordsIn(language).levels[level];

/** What would mend a finding, as one clause. */
export const repairText = (repair: Repair, edition: Edition, language: Language): string =>
  wordsIn(language).repair(repair, edition);
