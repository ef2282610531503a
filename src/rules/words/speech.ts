/** The parts of a finding that sentences are made of, the same in every language. */
import type { Edition } from '../../report/edition';
import { findFigure, type Figure } from '../../report/figures';
import type { Finding, Operand } from '../finding';

/** Text of a detail, empty where there is none. */
export const detail = (finding: Finding, key: string): string => String(finding.details[key] ?? '');

/** Figures that a finding names, as far as the edition has them. */
export const figuresIn = (finding: Finding, edition: Edition): Figure[] =>
  finding.figures.flatMap((id) => findFigure(edition, id) ?? []);

export interface SpokenOperand {
  readonly figure: Figure;
  readonly value: number | null;
}

/** The operands of a side with their figures. */
export const spoken = (operands: readonly Operand[], edition: Edition): SpokenOperand[] =>
  operands.flatMap(({ figure: id, value }) => {
    const figure = findFigure(edition, id);
    return figure === undefined ? [] : [{ figure, value }];
  });

/** The operands of a long side that are worth naming: those that are neither blank nor zero, if they are not too many. */
export const addends = (operands: readonly SpokenOperand[]): { figure: Figure; value: number }[] => {
  const named = operands.flatMap(({ figure, value }) => (value === null || value === 0 ? [] : [{ figure, value }]));
  return named.length <= 6 ? named : [];
};

/** The label of the column (or the words of the row) in which a broken identity stands, by the first of its figures. */
export const columnLabel = (finding: Finding, edition: Edition): string => {
  const line = detail(finding, 'line');
  return figuresIn(finding, edition).find((figure) => figure.column === line)?.columnLabel ?? line;
};

export const rowFigure = (finding: Finding, edition: Edition): Figure | undefined => {
  const line = detail(finding, 'line');
  return figuresIn(finding, edition).find((figure) => figure.row === line);
};
