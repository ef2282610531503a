/** The two sides of a finding as rows of a small table. */
import type { Edition } from '../../report/edition';
import { findFigure, type Figure, type FigureId } from '../../report/figures';
import { cellName, itemName } from '../../rules/words/names';
import type { Operand } from '../../rules/finding';

export interface OperandRow {
  readonly name: string;
  /** `null` where the cell is blank. */
  readonly value: number | null;
}

export interface OperandRows {
  readonly rows: readonly OperandRow[];
  /** Operands that are 0 and not listed one by one. */
  readonly restZero: number;
  /** Those that are blank and not listed one by one. */
  readonly restBlank: number;
}

/** How a language says 第一项 of the number 一. */
export type Ordinal = (number: string) => string;

/** How a language writes a year: 2024年. */
export type YearName = (year: number) => string;

/** An operand of another report than the one at hand. */
const isOtherYear = (operand: Operand, year: number | null): boolean => operand.year !== null && operand.year !== year;

/** The figures of a side that a picture of this year's table can show: in the place of last year's stands another number. */
export const drawnOf = (operands: readonly Operand[] = [], year: number | null): Set<FigureId> =>
  new Set(operands.flatMap((operand) => (isOtherYear(operand, year) ? [] : [operand.figure])));

/** More operands than this, and those that are 0 are told as a number only; and so many blanks too. */
const listedInFull = 6;

const same = (figures: readonly Figure[], part: 'row' | 'column'): boolean =>
  figures.every((figure) => figure[part] === figures[0]?.[part]);

/** What tells the operands of a finding apart: the row within one column, the column within one row, else both. */
function shortName(figure: Figure, all: readonly Figure[], edition: Edition, ordinal: Ordinal): string {
  if (all.length > 1 && same(all, 'column')) return itemName(figure, ordinal);
  if (all.length > 1 && same(all, 'row')) return figure.columnLabel;
  return cellName(edition, figure.id);
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
  ordinal: Ordinal,
  yearName: YearName = String,
): OperandRows {
  const figures = all.flatMap((operand) => findFigure(edition, operand.figure) ?? []);
  const isLong = side.length > listedInFull;
  const blanks = side.filter(({ value }) => value === null).length;
  const isFolded = ({ value }: Operand): boolean =>
    isLong && (value === 0 || (value === null && blanks > listedInFull));
  const listed = side.filter((operand) => !isFolded(operand));
  const restZero = isLong ? side.filter(({ value }) => value === 0).length : 0;
  return {
    rows: listed.map((operand) => {
      const figure = findFigure(edition, operand.figure);
      const name = figure === undefined ? operand.figure : shortName(figure, figures, edition, ordinal);
      return {
        name: isOtherYear(operand, year) ? `${yearName(operand.year ?? 0)} ${name}` : name,
        value: operand.value,
      };
    }),
    restZero,
    restBlank: side.length - listed.length - restZero,
  };
}
