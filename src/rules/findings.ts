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
  elsewhere: [],
  folded: [],
};

/** Makes findings of one level, with nothing in them but what is given. */
export const findingsAt =
  (level: Level) =>
  <R extends RuleId>(rule: R, given: Given<R>): Finding<R> =>
    // The compiler cannot see that what is given and what is left at nothing make up the finding of whatever rule.
    ({ rule, level, ...nothing, ...given }) as unknown as Finding<R>;

/** Makes findings of a family's rules, each at its rule's own level. */
export const findingsOf =
  <F extends RuleId>(family: { readonly [R in F]: { readonly level: Level } }) =>
  <R extends F>(rule: R, given: Given<R>): Finding<R> =>
    findingsAt(family[rule].level)(rule, given);

export const levels: readonly Level[] = ['fault', 'explain', 'remark'];

const lacking: ReadonlySet<RuleId> = new Set<RuleId>(['EMPTY', 'EMPTY-TOTAL', 'F-SECTIONS']);

/** Whether it says that something is not there which a report that is handed in must have: a note only while it is written. */
export const isLacking = ({ rule }: { readonly rule: RuleId }): boolean => lacking.has(rule);

/** Whether a unit has to do something about it when its report is returned. */
export const isAsked = (finding: Finding): boolean => finding.level !== 'remark' || isLacking(finding);

/** How many findings there are of each level, those that follow from another not counted. */
export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts: Record<Level, number> = { fault: 0, explain: 0, remark: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}

/** A figure with its value in a vector of one year's figures. */
export const operand = (figure: Figure, year: number | null, vector: Float64Array): Operand => {
  const value = vector[figure.index] ?? Number.NaN;
  return { figure: figure.id, year, value: Number.isFinite(value) ? value : null };
};

/** Decimals as people wrote them: the noise of binary sums is taken off below the smallest unit of any figure. */
export const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Findings with those that are folded into them, each after the one that holds it. */
export const unfolded = (findings: readonly Finding[]): Finding[] =>
  findings.flatMap((item) => [item, ...unfolded(item.folded)]);
