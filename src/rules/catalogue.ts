/** Every rule by its id. The order is the order in which findings of one level are listed. */
import { boxRules } from './boxes';
import type { RuleId } from './details';
import type { Finding } from './finding';
import { levels } from './findings';
import { formRules } from './form';
import type { Rule } from './rule';
import { balanceRules } from './sums/balance';
import { textRules } from './text/textRules';
import { blankRules, valueRules } from './values';
import { yearRules } from './years';

export const rules: Readonly<Record<RuleId, Rule>> = {
  ...valueRules,
  ...boxRules,
  ...balanceRules,
  ...yearRules,
  ...textRules,
  ...formRules,
  ...blankRules,
};

export const ruleIds = Object.keys(rules) as RuleId[];

/** Whether a text is the id of a rule. */
export const isRuleId = (id: string): id is RuleId => Object.hasOwn(rules, id);

/** The functions that find what breaks the rules, each once. */
export const checks: readonly Rule['check'][] = [...new Set(ruleIds.map((id) => rules[id].check))];

/** Faults first, then what wants a reason, then remarks; in each level rule by rule; in each rule as it came. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const place = ({ level, rule }: Finding): number => levels.indexOf(level) * ruleIds.length + ruleIds.indexOf(rule);
  return [...findings].sort((one, other) => place(one) - place(other));
}
