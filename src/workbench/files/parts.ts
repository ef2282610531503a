/** What reader and writer of a worksheet must agree on. Source: ECMA-376 part 1, 18.3.1 and 18.18. */
import { bounding, type Block } from '../../book/address';
import type { ComparisonOperator } from '../../book/sheet';

/** Numbers of paper sizes, as the Excel API calls the sizes. */
export const paperNumbers: Readonly<Record<string, number>> = {
  Letter: 1,
  Tabloid: 3,
  Legal: 5,
  Executive: 7,
  A3: 8,
  A4: 9,
  A5: 11,
  B4: 12,
  B5: 13,
  Folio: 14,
};

export const operatorNames: Readonly<Record<ComparisonOperator, string>> = {
  Between: 'between',
  NotBetween: 'notBetween',
  EqualTo: 'equal',
  NotEqualTo: 'notEqual',
  GreaterThan: 'greaterThan',
  LessThan: 'lessThan',
  GreaterThanOrEqualTo: 'greaterThanOrEqual',
  LessThanOrEqualTo: 'lessThanOrEqual',
};

export const isOperator = (name: string): name is ComparisonOperator => Object.hasOwn(operatorNames, name);

/** Kinds of data validation that the book holds, by the names of a file. */
export const comparisonKinds = { whole: 'wholeNumber', decimal: 'decimal', textLength: 'textLength' } as const;

/**
 * The cell for which the formulas of a conditional format or a validation on several ranges are written: the first row and
 * the first column that any of them has.
 */
export function anchorOf(ranges: readonly Block[]): { readonly row: number; readonly column: number } {
  const whole = bounding(ranges);
  return { row: whole?.row ?? 0, column: whole?.column ?? 0 };
}

export const pointsInInch = 72;
