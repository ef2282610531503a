/** What must equal what for a figure, with the numbers that stand on the sheet now. */
import { sameAmount, type Figure, type FigureId } from '../../report/figures';
import type { Report } from '../../report/report';
import type { Edition } from '../../report/edition';
import { itemName } from '../../rules/words/names';
import { identitiesOf, type Identity } from '../../rules/sums/identities';

interface Term {
  readonly name: string;
  /** `null` where it is blank. */
  readonly value: number | null;
}

export interface Equation {
  readonly left: readonly Term[];
  readonly right: readonly Term[];
  /** Sums; `null` where something is blank. */
  readonly sums: readonly [number | null, number | null];
  readonly state: 'equal' | 'unequal' | 'open';
}

const sumOf = (terms: readonly Term[]): number | null =>
  terms.reduce<number | null>((sum, { value }) => (sum === null || value === null ? null : sum + value), 0);

function equationOf(identity: Identity, figures: Report['figures'], ordinal: (number: string) => string): Equation {
  const term = (figure: Figure): Term => ({
    name: identity.family.along === 'column' ? itemName(figure, ordinal) : figure.columnLabel,
    value: figures[figure.id] ?? null,
  });
  const left = identity.left.map(term);
  const right = identity.right.map(term);
  const sums = [sumOf(left), sumOf(right)] as const;
  const [one, other] = sums;
  const state = one === null || other === null ? 'open' : sameAmount(one, other) ? 'equal' : 'unequal';
  return { left, right, sums, state };
}

/** Every equation in which a figure stands. */
export const equationsOf = (
  edition: Edition,
  id: FigureId,
  figures: Report['figures'],
  ordinal: (number: string) => string,
): Equation[] =>
  identitiesOf(edition)
    .filter(({ left, right }) => [...left, ...right].some((figure) => figure.id === id))
    .map((identity) => equationOf(identity, figures, ordinal));
