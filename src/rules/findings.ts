import { ruleInfo, ruleRank } from './catalogue';
import type { Operand, RuleId } from './details';
import type { Finding, Given, Level, Shared } from './finding';
import type { Figure } from '../report/figures';

const nothing: Omit<Shared, 'level'> & { readonly details: object } = {
  table: null,
  figures: [],
  cell: null,
  sides: null,
  left: null,
  right: null,
  difference: null,
  place: null,
  details: {},
  repairs: [],
  folded: [],
};

/** A finding of a rule at the rule's own level, with nothing in it but what is given. */
export const finding = <R extends RuleId>(rule: R, given: Given<R>): Finding<R> =>
  // The compiler cannot see that what is given and what is left at nothing make up the finding of whatever rule.
  ({ rule, level: ruleInfo(rule).level, ...nothing, ...given }) as unknown as Finding<R>;

export const levels: readonly Level[] = ['fault', 'explain', 'remark'];

/** A figure with its value in a vector of one year's figures. */
export const operand = (figure: Figure, year: number | null, vector: Float64Array): Operand => {
  const value = vector[figure.index] ?? Number.NaN;
  return { figure: figure.id, year, value: Number.isFinite(value) ? value : null };
};

/** Decimals as people wrote them: the noise of binary sums is taken off below the smallest unit of any figure. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Faults first, then what wants a reason, then remarks; in each level rule by rule; in each rule as it came. */
export const inOrder = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      levels.indexOf(a.level) - levels.indexOf(b.level) || (ruleRank.get(a.rule) ?? 0) - (ruleRank.get(b.rule) ?? 0),
  );

/** Findings with those that are folded into them, each after the one that holds it. */
export const unfolded = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap((item) => [item, ...unfolded(item.folded)]);
