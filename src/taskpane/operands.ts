/** The two sides of a finding as rows of a small table. */
import type { Edition } from '../report/edition';
import { figureName, findFigure, rowName, type Figure } from '../report/figures';
import type { Operand } from '../rules/finding';

export interface OperandRow {
  readonly name: string;
  /** `null` where the cell is blank. */
  readonly value: number | null;
}

export interface OperandRows {
  readonly rows: readonly OperandRow[];
  /** Operands that are 0 and not listed one by one. */
  readonly restZero: number;
}

/** More operands than this, and those that are 0 are told as a number only. */
const listedInFull = 6;

/** Binary fractions such as 0.1 + 0.2 shown with the six decimals of 万元 that a figure may have. */
export const numberText = (value: number): string => String(Number(value.toFixed(6)));

const same = (figures: readonly Figure[], part: 'row' | 'column'): boolean =>
  figures.every((figure) => figure[part] === figures[0]?.[part]);

/** What tells the operands of a finding apart: the row within one column, the column within one row, else both. */
function shortName(figure: Figure, all: readonly Figure[]): string {
  if (all.length > 1 && same(all, 'column')) return rowName(figure);
  if (all.length > 1 && same(all, 'row')) return figure.columnLabel;
  return figureName(figure);
}

/**
 * @param all the operands of both sides, among which a name must tell one apart
 * @param year year of the report at hand; operands of another year say theirs
 */
export function operandRows(
  side: readonly Operand[],
  all: readonly Operand[],
  edition: Edition,
  year: number | null,
): OperandRows {
  const figures = all.flatMap((operand) => findFigure(edition, operand.figure) ?? []);
  const listed = side.length > listedInFull ? side.filter((operand) => operand.value !== 0) : side;
  return {
    rows: listed.map((operand) => {
      const figure = findFigure(edition, operand.figure);
      const name = figure === undefined ? operand.figure : shortName(figure, figures);
      const otherYear = operand.year !== null && operand.year !== year;
      return { name: otherYear ? `${operand.year} ${name}` : name, value: operand.value };
    }),
    restZero: side.length - listed.length,
  };
}
