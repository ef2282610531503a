/** The parts of a finding that sentences are made of, the same in every language. */
import type { Edition } from '../../report/edition';
import { figureOf, type Figure } from '../../report/figures';
import type { Operand } from '../finding';

export interface SpokenOperand<Value = number | null> {
  readonly figure: Figure;
  readonly value: Value;
}

/** The operands of a side with their figures. */
export const spoken = <T extends readonly Operand[]>(
  operands: T,
  edition: Edition,
): { readonly [K in keyof T]: SpokenOperand<T[K]['value']> } =>
  // `map` gives back a list of the same length, which its type does not say.
  operands.map(({ figure, value }) => ({ figure: figureOf(edition, figure), value })) as {
    readonly [K in keyof T]: SpokenOperand<T[K]['value']>;
  };

/** The operands of a long side that are worth naming: those that are neither blank nor zero, if they are not too many. */
export const addends = (operands: readonly SpokenOperand[]): { figure: Figure; value: number }[] => {
  const named = operands.flatMap(({ figure, value }) => (value === null || value === 0 ? [] : [{ figure, value }]));
  return named.length <= 6 ? named : [];
};
