/** The parts of a finding that sentences are made of, the same in every language. */
import type { Edition, TableId } from '../../report/edition';
import { figureOf, figuresOf, rowName, type Figure, type FigureId } from '../../report/figures';
import { numberingOf } from '../../report/numbering';
import type { BalanceRule, ClaimRule, ListRule } from '../details';
import type { Finding, Operand, Shared } from '../finding';
import { cellName, itemName, plainRow, rowInTable, sectionName, tableNumber } from './names';

export type BalanceFinding = Finding<BalanceRule>;

/** The number of the table that a finding is about. */
export const numberOfTable = (finding: { readonly table: TableId }, edition: Edition): string =>
  tableNumber(edition, finding.table);

/** The section whose text a finding is about. */
export const place = (finding: Finding<ClaimRule | ListRule | 'N-PCT' | 'N-LONG'>, edition: Edition): string =>
  sectionName(edition, finding.details.section);

/** The sums that a sentence was compared with, of those that come to the same the first. */
export const comparedSums = ({ details: { sums } }: Finding<ClaimRule>): Finding<ClaimRule>['details']['sums'] =>
  sums.filter(({ value }, at) => sums.findIndex((other) => other.value === value) === at);

/** The rows of a group, in one column, by the name of the group: 第三项（三）不予公开. `null` where figures are no such rows. */
export function groupName(
  ids: readonly FigureId[],
  edition: Edition,
  ordinal: (number: string) => string,
): { readonly group: string; readonly figure: Figure } | null {
  const [figure] = ids.map((id) => figureOf(edition, id));
  if (figure === undefined || figure.rowLabels.length < 2) return null;
  const above = ({ table, column, rowLabels }: Figure): string => [table, column, ...rowLabels.slice(0, -1)].join('\n');
  const rows = figuresOf(edition).filter((other) => above(other) === above(figure));
  if (rows.length !== ids.length || !rows.every((row) => ids.includes(row.id))) return null;
  const parent = { ...figure, rowLabels: figure.rowLabels.slice(0, -1) };
  const numbered = numberingOf(parent.rowLabels[0] ?? '') !== null;
  return { group: numbered ? itemName(parent, ordinal) + plainRow(parent) : rowName(parent), figure };
}

export const isOpen = ({ details }: BalanceFinding): boolean => details.state === 'open';

/** The first cells of a finding by name: more are only counted. */
export const firstCells = (figures: readonly FigureId[], edition: Edition): string[] =>
  figures.slice(0, 3).map((id) => cellName(edition, id));

/** The row whose total does not hold. */
export const nameOfRow = (finding: BalanceFinding, figure: Figure, edition: Edition): string =>
  finding.table === 'review'
    ? `${numberOfTable(finding, edition)}“${figure.rowLabels.at(-1) ?? figure.row}”`
    : rowInTable(edition, figure);

export interface SpokenOperand<Value = number | null> {
  readonly figure: Figure;
  readonly value: Value;
}

/** The operands of a side with their figures. */
export const withFigures = <T extends readonly Operand[]>(
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
  if (new Set(all.map(({ column }) => column)).size === 1) return 'column';
  return new Set(all.map(({ row }) => row)).size === 1 ? 'row' : null;
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
