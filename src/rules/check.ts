/** The check: what a report says, against every rule that can be decided from what is at hand. */
import type { Figure } from '../report/figures';
import type { Finding } from './finding';
import { finding, inOrder, operand, tidy } from './findings';
import { families, totalsOf, type Identity } from './identities';
import type { CheckInput } from './input';
import { compile, numericCheck, state, tolerance, vectorOf } from './numeric';
import { checkValues } from './values';

/**
 * The figures as the identities see them: a total by formula counts as blank while one of its parts is blank, because
 * what it shows then is not yet the total.
 */
export function operandVector(input: CheckInput): Float64Array {
  const vector = vectorOf(input.edition, input.entries);
  const formulas = input.formulas;
  if (formulas === undefined || formulas.size === 0) return vector;
  const totals = totalsOf(input.edition).filter(({ total }) => formulas.has(total.id));
  for (let changed = true; changed;) {
    changed = false;
    for (const { total, identity } of totals) {
      if (Number.isNaN(vector[total.index])) continue;
      if (identity.right.some((part) => Number.isNaN(vector[part.index]))) {
        vector[total.index] = Number.NaN;
        changed = true;
      }
    }
  }
  return vector;
}

const sum = (figures: readonly Figure[], vector: Float64Array): number =>
  figures.reduce((total, figure) => {
    const value = vector[figure.index] ?? Number.NaN;
    return Number.isNaN(value) ? total : total + value;
  }, 0);

const identityFinding = (identity: Identity, input: CheckInput, vector: Float64Array, goTo: Figure): Finding => {
  const left = tidy(sum(identity.left, vector));
  const right = tidy(sum(identity.right, vector));
  const figures = [...identity.left, ...identity.right].map((figure) => figure.id);
  return finding(identity.rule, {
    table: identity.family.table,
    figures: [goTo.id, ...figures.filter((id) => id !== goTo.id)],
    sides: {
      left: identity.left.map((figure) => operand(figure, input.year, vector)),
      right: identity.right.map((figure) => operand(figure, input.year, vector)),
    },
    left,
    right,
    difference: tidy(Math.abs(left - right)),
    details: { line: identity.line },
  });
};

/** The figure of an identity that stands in most of the broken identities; its primary one where none stands out. */
const suspect = (identity: Identity, broken: readonly Identity[]): Figure => {
  const weight = (figure: Figure): number =>
    broken.filter((other) => other.left.includes(figure) || other.right.includes(figure)).length;
  let best = identity.primary;
  let most = weight(best);
  for (const figure of [...identity.left, ...identity.right]) {
    const shared = weight(figure);
    if (shared > most) {
      best = figure;
      most = shared;
    }
  }
  return best;
};

/** Ids of the columns (or rows) whose sum a column (or row) is, within one rule. */
const partLines = (identity: Identity): readonly string[] =>
  families.find(
    (family) =>
      family.total &&
      family.table === identity.family.table &&
      family.along !== identity.family.along &&
      family.left.includes(identity.line),
  )?.right ?? [];

/**
 * In a column (or row) that is the total of others, a rule breaks by the sum of what it breaks by in those. Such a
 * finding is folded into the first of those that it follows from.
 */
const foldTotals = (findings: readonly Finding[], broken: readonly Identity[]): Finding[] => {
  const gap = (item: Finding): number => (item.left ?? 0) - (item.right ?? 0);
  const folded = new Map<Finding, Finding>();
  findings.forEach((item, at) => {
    const identity = broken[at];
    if (identity === undefined) return;
    const lines = partLines(identity);
    const causes = findings.filter((_, other) => {
      const line = broken[other]?.line ?? '';
      const isPart = lines.some((part) => line === part || line.startsWith(`${part}.`));
      return broken[other]?.rule === identity.rule && isPart;
    });
    const first = causes[0];
    const follows = Math.abs(causes.reduce((total, other) => total + gap(other), 0) - gap(item)) <= tolerance;
    if (first !== undefined && follows) folded.set(item, first);
  });
  return findings
    .filter((item) => !folded.has(item))
    .map((item) => {
      const held = [...folded].filter(([, first]) => first === item).map(([each]) => each);
      return held.length === 0 ? item : { ...item, folded: held };
    });
};

/**
 * Identities that do not hold yet because something is still blank: how much is left to be put somewhere. A blank total
 * stands for the sum of its parts so far. Quiet: a remark for each column or row, and none in the total of the others
 * where they have one.
 */
const hints = (
  input: CheckInput,
  identities: readonly Identity[],
  states: Uint8Array,
  vector: Float64Array,
): Finding[] => {
  if (!states.includes(state.open)) return [];
  const filled = Float64Array.from(vector);
  for (const { total, identity } of totalsOf(input.edition)) {
    if (Number.isNaN(filled[total.index])) filled[total.index] = sum(identity.right, vector);
  }
  const lines = new Set<string>();
  return identities.flatMap((identity, at) => {
    const [total] = identity.left;
    const typed = !identity.family.total || (total !== undefined && !Number.isNaN(vector[total.index]));
    if (states[at] !== state.open || !typed || lines.has(identity.line)) return [];
    const left = sum(identity.left, filled);
    const right = sum(identity.right, filled);
    const complete = identity.left.every((figure) => !Number.isNaN(vector[figure.index]));
    if (!complete || left - right <= tolerance) return [];
    lines.add(identity.line);
    const item = identityFinding(identity, input, vector, identity.primary);
    const difference = tidy(left - right);
    return [{ ...item, level: 'remark', difference, details: { ...item.details, state: 'open' } }];
  });
};

/** Every finding of a report, faults first. Pure: the same input gives the same findings. */
export function check(input: CheckInput): Finding[] {
  const rules = compile(input.edition);
  const vector = operandVector(input);
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, vector, states);
  const broken = rules.identities.filter((_, at) => states[at] === state.broken);
  const faults = broken.map((identity) => identityFinding(identity, input, vector, suspect(identity, broken)));
  return inOrder([
    ...checkValues(input),
    ...foldTotals(faults, broken),
    ...hints(input, rules.identities, states, vector),
  ]);
}
