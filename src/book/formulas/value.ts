/** What a cell holds and what it shows. */

export type ErrorCode = '#DIV/0!' | '#N/A' | '#NAME?' | '#NULL!' | '#NUM!' | '#REF!' | '#VALUE!';

export class CellError {
  private constructor(readonly code: ErrorCode) {}
  private static readonly known = new Map<ErrorCode, CellError>();
  /** The one value of a code, so that errors compare by identity. */
  static of(code: ErrorCode): CellError {
    const known = CellError.known.get(code) ?? new CellError(code);
    CellError.known.set(code, known);
    return known;
  }
}

const codes: readonly ErrorCode[] = ['#DIV/0!', '#N/A', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!'];

export const errorOf = (text: string): CellError | null => {
  const code = codes.find((candidate) => candidate === text.toUpperCase());
  return code === undefined ? null : CellError.of(code);
};

/** A computed value; `null` = a blank cell. */
export type CellValue = number | string | boolean | CellError | null;

/** The type of a value as Excel calls it. */
export const typeOf = (value: CellValue): 'Empty' | 'Error' | 'Double' | 'Boolean' | 'String' => {
  if (value === null) return 'Empty';
  if (value instanceof CellError) return 'Error';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
};

export interface Formula {
  /** With its leading `=`. */
  readonly formula: string;
}

/** What was put into a cell. */
export type Content = CellValue | Formula;

export const isFormula = (content: Content): content is Formula =>
  typeof content === 'object' && content !== null && !(content instanceof CellError);

export const formulaOf = (content: Content): string | null => (isFormula(content) ? content.formula : null);
