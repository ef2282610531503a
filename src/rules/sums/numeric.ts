/**
 * The identities of an edition over an indexed vector: one number a figure, in printed order. Written for very many
 * reports: nothing is allocated while checking.
 */
import type { Edition } from '../../report/edition';
import { figuresOf, tolerance, type Entries } from '../../report/figures';
import { onceFor } from '../once';
import { identitiesOf, type Identity } from './identities';

/**
 * `holds`: every figure is there and the sides are equal. `broken`: no filling of the blanks with numbers ≥ 0 could
 * mend it. `open`: something is blank and nothing speaks against it yet. `undecided`: an operand is negative or an
 * error value, and the rule about that value speaks instead.
 */
export const state = { holds: 0, broken: 1, open: 2, undecided: 3 } as const;

export interface CompiledRules {
  readonly edition: Edition;
  readonly identities: readonly Identity[];
  readonly figureCount: number;
  /** Indexes of the figures: left side, then right side, identity after identity. */
  readonly operands: Uint16Array;
  /** Three bounds in `operands` for each identity: begin of left, begin of right, end. */
  readonly bounds: Uint16Array;
}

/** The identities of an edition as index lists. Kept for each edition. */
export const compile = onceFor((edition: Edition): CompiledRules => {
  const identities = identitiesOf(edition);
  let end = 0;
  const bounds = identities.flatMap(({ left, right }) => {
    const begin = end;
    end += left.length + right.length;
    return [begin, begin + left.length, end];
  });
  return {
    edition,
    identities,
    figureCount: figuresOf(edition).length,
    operands: Uint16Array.from(
      identities.flatMap(({ left, right }) => [...left, ...right]),
      ({ index }) => index,
    ),
    bounds: Uint16Array.from(bounds),
  };
});

/**
 * Checks one report. `vector`: NaN = blank, −∞ = an error value; it may be longer than the report, which then begins at
 * `offset`. Writes the state of each identity into `states` and returns how many are broken.
 */
export function numericCheck(rules: CompiledRules, vector: Float64Array, states: Uint8Array, offset = 0): number {
  const { operands, bounds } = rules;
  const count = rules.identities.length;
  let broken = 0;
  for (let identity = 0; identity < count; identity += 1) {
    const at = identity * 3;
    const middle = bounds[at + 1]!;
    const end = bounds[at + 2]!;
    let left = 0;
    let right = 0;
    let leftWhole = true;
    let rightWhole = true;
    let negative = false;
    for (let i = bounds[at]!; i < middle; i += 1) {
      const value = vector[offset + operands[i]!]!;
      if (value >= 0) left += value;
      else if (Number.isNaN(value)) leftWhole = false;
      else negative = true;
    }
    for (let i = middle; i < end; i += 1) {
      const value = vector[offset + operands[i]!]!;
      if (value >= 0) right += value;
      else if (Number.isNaN(value)) rightWhole = false;
      else negative = true;
    }
    const gap = left - right;
    let found: number = state.open;
    if (negative) found = state.undecided;
    else if ((leftWhole && gap < -tolerance) || (rightWhole && gap > tolerance)) found = state.broken;
    else if (leftWhole && rightWhole) found = state.holds;
    states[identity] = found;
    if (found === state.broken) broken += 1;
  }
  return broken;
}

/** The entries of a report as a vector for `numericCheck`: blank and text are NaN, an error value is −∞. */
export function vectorOf(edition: Edition, entries: Entries): Float64Array {
  const figures = figuresOf(edition);
  const vector = new Float64Array(figures.length).fill(Number.NaN);
  for (const figure of figures) {
    const entry = entries.get(figure.id);
    if (entry?.kind === 'number') vector[figure.index] = entry.value;
    else if (entry?.kind === 'error') vector[figure.index] = Number.NEGATIVE_INFINITY;
  }
  return vector;
}
