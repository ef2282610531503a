/** Findings for tests that ask for one of a rule, whatever it is about. */
import { rules } from '../../src/rules/catalogue';
import { check } from '../../src/rules/check';
import type { RuleId } from '../../src/rules/details';
import { inputOfExample } from '../../src/rules/examples';
import type { Finding, Shared } from '../../src/rules/finding';
import { unfolded } from '../../src/rules/findings';

const known = new Map<RuleId, Finding>();

const found = (rule: RuleId): Finding => {
  const finding =
    known.get(rule) ?? unfolded(check(inputOfExample(rules[rule].fails))).find((each) => each.rule === rule);
  if (finding === undefined) throw new Error(`${rule} has no finding`);
  known.set(rule, finding);
  return finding;
};

/** What the failing example of a rule is told, alone and without its numbers, with what is given besides. */
export const sampleOf = (rule: RuleId, given: Partial<Shared> = {}): Finding =>
  ({ ...found(rule), left: null, right: null, difference: null, repairs: [], folded: [], ...given }) as Finding;

/** Id of the line in which an identity or a comparison with last year stands. */
export const lineOf = ({ details }: Finding): string | undefined => ('line' in details ? details.line : undefined);
