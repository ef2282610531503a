/** What a person reads about findings and rules, in either language. Labels are the edition's own in both. */
import type { Edition } from '../../report/edition';
import type { Language } from '../../report/language';
import { isRuleId } from '../catalogue';
import type { RuleId } from '../details';
import type { Finding, Level, Repair } from '../finding';
import type { RuleWords, Words } from './wordTypes';
import { wordsEn } from './words.en';
import { wordsZh } from './words.zh';

const languages: Readonly<Record<Language, Words>> = { zh: wordsZh, en: wordsEn };

export const wordsIn = (language: Language): Words => languages[language];

/** The sentence of a finding. */
export function findingMessage<R extends RuleId>(finding: Finding<R>, edition: Edition, language: Language): string {
  const { rules }: { readonly rules: { readonly [K in RuleId]: RuleWords<K> } } = wordsIn(language);
  return rules[finding.rule].message(finding, edition);
}

/** The name of a finding's rule, for a list; of what only waits for blanks, that it does not hold is not said. */
export const findingTitle = (finding: Finding, language: Language): string =>
  'state' in finding.details && finding.details.state === 'open'
    ? wordsIn(language).openTitle
    : ruleName(finding.rule, language);

export const ruleName = (rule: string, language: Language): string =>
  isRuleId(rule) ? wordsIn(language).rules[rule].title : rule;

/** What a rule demands, as one sentence. */
export const ruleSentence = (rule: RuleId, language: Language): string => wordsIn(language).rules[rule].sentence;

export const levelName = (level: Level, language: Language): string => wordsIn(language).levels[level];

/** What would mend a finding, as one clause. */
export const repairText = (repair: Repair, edition: Edition, language: Language): string =>
  wordsIn(language).repair(repair, edition);
