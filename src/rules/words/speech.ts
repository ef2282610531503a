/** The parts of a finding that sentences are made of, the same in every language. */
import type { Edition, TableId } from '../../report/edition';
import { figureOf, type Figure, type FigureId } from '../../report/figures';
import type { BalanceRule, ClaimRule, ListRule } from '../details';
import type { Finding, Operand, Shared } from '../finding';
import { cellName, rowInTable, sectionName, tableNumber } from './names';

export type BalanceFinding = Finding<BalanceRule>;

/** The number of the table that a finding is about. */
export const number = (finding: { readonly table: TableId }, edition: Edition): string =>
  tableNumber(edition, finding.table);

/** The section whose text a finding is about. */
export const place = (finding: Finding<ClaimRule | ListRule | 'N-PCT' | 'N-LONG'>, edition: Edition): string =>
  sectionName(edition, finding.details.section);

export const isOpen = ({ details }: BalanceFinding): boolean => details.state === 'open';

/** The first cells of a finding by name: more are only counted. */
export const firstCells = (figures: readonly FigureId[], edition: Edition): string[] =>
  figures.slice(0, 3).map((id) => cellName(edition, id));

/** The row whose total does not hold. */
export const nameOfRow = (finding: BalanceFinding, figure: Figure, edition: Edition): string =>
  finding.table === 'review'
    ? `${number(finding, edition)}“${figure.rowLabels.at(-1) ?? figure.row}”`
    : rowInTable(edition, figure);

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

/** Where the other figures stand of which one may be wrong: all in one column or row with the finding, or anywhere. */
export function otherFigures({ elsewhere, figures }: Shared, edition: Edition): 'column' | 'row' | null {
  const all = [...figures, ...elsewhere].map((id) => figureOf(edition, id));
  if (all.every(({ column }) => column === all[0]?.column)) return 'column';
  return all.every(({ row }) => row === all[0]?.row) ? 'row' : null;
}

/** The changes of a repair that others follow, and how many totals are to be changed with them. */
export function leadingChanges<C extends { readonly figure: FigureId }>(
  changes: readonly C[],
  edition: Edition,
): { readonly causes: readonly C[]; readonly following: number } {
  const causes = changes.filter(({ figure }) => {
    const { row, column } = figureOf(edition, figure);
    return row !== 'total' && column !== 'total';
  });
  return causes.length === 0
    ? { causes: changes, following: 0 }
    : { causes, following: changes.length - causes.length };
}
