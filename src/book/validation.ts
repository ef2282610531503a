/** Whether data validation lets a typed value in. Excel asks this only when a person types, never on paste or by code. */
import { covers } from './address';
import type { Calculation } from './formulas/calculation';
import type { ComparisonOperator, ComparisonRule, Sheet, Validation } from './sheet';
import type { CellValue } from './formulas/value';

const comparisons: Readonly<Record<ComparisonOperator, (value: number, a: number, b: number) => boolean>> = {
  Between: (value, a, b) => value >= a && value <= b,
  NotBetween: (value, a, b) => value < a || value > b,
  EqualTo: (value, a) => value === a,
  NotEqualTo: (value, a) => value !== a,
  GreaterThan: (value, a) => value > a,
  LessThan: (value, a) => value < a,
  GreaterThanOrEqualTo: (value, a) => value >= a,
  LessThanOrEqualTo: (value, a) => value <= a,
};

export const validationAt = (sheet: Sheet, row: number, column: number): Validation | null =>
  sheet.validations.find((validation) => validation.ranges.some((range) => covers(range, row, column))) ?? null;

/** `calculation` must already see the value in its cell, so that custom formulas read it. */
export function allows(
  validation: Validation,
  calculation: Calculation,
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue,
): boolean {
  if (value === null) return true;
  const { rule, anchor } = validation;
  const operand = (operandOf: string | number | undefined): number => {
    if (typeof operandOf === 'number') return operandOf;
    if (operandOf === undefined) return NaN;
    if (!operandOf.startsWith('=')) return Number(operandOf);
    const result = calculation.evaluateOn(sheet, operandOf, row - anchor.row, column - anchor.column);
    return typeof result === 'number' ? result : NaN;
  };
  const compared = (number: number, comparison: ComparisonRule): boolean =>
    comparisons[comparison.operator](number, operand(comparison.formula1), operand(comparison.formula2));
  if (rule.wholeNumber)
    return typeof value === 'number' && Number.isInteger(value) && compared(value, rule.wholeNumber);
  if (rule.decimal) return typeof value === 'number' && compared(value, rule.decimal);
  if (rule.textLength) return compared(String(value).length, rule.textLength);
  if (rule.list && !rule.list.source.startsWith('=')) {
    return rule.list.source.split(',').some((choice) => choice.trim() === String(value));
  }
  if (rule.custom) {
    const result = calculation.evaluateOn(sheet, rule.custom.formula, row - anchor.row, column - anchor.column);
    return result === true || (typeof result === 'number' && result !== 0);
  }
  return true;
}
