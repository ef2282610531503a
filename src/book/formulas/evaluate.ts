/**
 * The value of a formula over the functions that Gouji emits. Anything else gives #NAME? and is reported to
 * `unsupported`: a formula that this evaluator does not know must never look as if it had a result.
 */
import type { BinaryOperator, Expression, Reference } from './formula';
import { moveReference } from './formula';
import { formatNumber } from './numberFormat';
import { CellError, type CellValue } from './value';

/** Where an expression stands and what it can see. */
export interface Scope {
  /** Value of a cell; `sheet` null = the formula's own sheet. `undefined` = there is no such sheet. */
  readonly cell: (sheet: string | null, row: number, column: number) => CellValue | undefined;
  /** Calls `visit` for each non-blank cell of a range. False = there is no such sheet. */
  readonly each: (reference: Reference, visit: (value: CellValue) => void) => boolean;
  /** Expression behind a defined name, with the scope that it stands in. */
  readonly name: (name: string) => Expression | null;
  readonly unsupported: (what: string) => void;
  /** How far the formula stands from the cell that its references are written for. */
  readonly rows: number;
  readonly columns: number;
}

const na = CellError.of('#NAME?');
const valueError = CellError.of('#VALUE!');
const refError = CellError.of('#REF!');

type Scalar = Exclude<CellValue, null> | null;

const numberOf = (value: Scalar): number | CellError => {
  if (value === null) return 0;
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof CellError) return value;
  const text = value.trim();
  return text !== '' && /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : valueError;
};

/** A number as it reads when joined to a text: fifteen digits, `1E-07`. */
function numberText(value: number): string {
  const [digits = '', exponent] = String(fifteenDigits(value)).split('e');
  if (exponent === undefined) return digits;
  const size = Math.abs(Number(exponent));
  return `${digits}E${exponent.startsWith('-') ? '-' : '+'}${String(size).padStart(2, '0')}`;
}

const textOf = (value: Scalar): string | CellError => {
  if (value === null) return '';
  if (value instanceof CellError) return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? numberText(value) : value;
};

const logicalOf = (value: Scalar): boolean | CellError => {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value instanceof CellError) return value;
  const text = value.toUpperCase();
  return text === 'TRUE' ? true : text === 'FALSE' ? false : valueError;
};

/** Excel compares what fifteen digits show: 0.1+0.2=0.3 is TRUE. */
const fifteenDigits = (value: number): number => Number(value.toPrecision(15));

const rank = (value: Scalar): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** Numbers stand before texts, texts before truth values; a blank takes the kind of the other side. */
function compare(left: Scalar, right: Scalar): number | CellError {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  const blankAs = (other: Scalar): Scalar => (typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0);
  const a = left ?? blankAs(right);
  const b = right ?? blankAs(left);
  if (typeof a === 'number' && typeof b === 'number') return Math.sign(fifteenDigits(a) - fifteenDigits(b));
  if (typeof a === 'string' && typeof b === 'string') {
    const [x, y] = [a.toLowerCase(), b.toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return Math.sign(rank(a) - rank(b));
}

/** Beyond what a cell can hold is an error; there is no negative zero. */
const finite = (value: number): CellValue => (Number.isFinite(value) ? value + 0 : CellError.of('#NUM!'));

const arithmetic: Readonly<Record<'+' | '-' | '*' | '/' | '^', (a: number, b: number) => CellValue>> = {
  '+': (a, b) => finite(a + b),
  // A difference that fifteen digits cannot show is zero, as in Excel: 0.3-0.2-0.1.
  '-': (a, b) => finite(fifteenDigits(a) === fifteenDigits(b) ? 0 : a - b),
  '*': (a, b) => finite(a * b),
  '/': (a, b) => (b === 0 ? CellError.of('#DIV/0!') : finite(a / b)),
  '^': (a, b) => (a === 0 && b === 0 ? CellError.of('#NUM!') : finite(a ** b)),
};

const comparison: Readonly<Record<'=' | '<>' | '<' | '>' | '<=' | '>=', (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '>': (order) => order > 0,
  '<=': (order) => order <= 0,
  '>=': (order) => order >= 0,
};

function applyBinary(operator: BinaryOperator, left: Scalar, right: Scalar): CellValue {
  if (operator === '&') {
    const a = textOf(left);
    if (a instanceof CellError) return a;
    const b = textOf(right);
    return b instanceof CellError ? b : a + b;
  }
  if (operator in comparison) {
    const order = compare(left, right);
    return order instanceof CellError ? order : comparison[operator as keyof typeof comparison](order);
  }
  const a = numberOf(left);
  if (a instanceof CellError) return a;
  const b = numberOf(right);
  return b instanceof CellError ? b : arithmetic[operator as keyof typeof arithmetic](a, b);
}

type Call = (args: readonly Expression[], scope: Scope) => CellValue;

/**
 * Walks the arguments of an aggregate. Cells of a range come as `inRange`, where texts and truth values do not count;
 * values written in the formula come as `direct`. Returns the first error that `take` gives back.
 */
function walk(
  args: readonly Expression[],
  scope: Scope,
  take: (value: CellValue, from: 'inRange' | 'direct') => CellError | undefined,
): CellError | null {
  let failed: CellError | undefined;
  for (const arg of args) {
    if (arg.kind === 'reference') {
      const reference = moveReference(arg.reference, scope.rows, scope.columns, true);
      const known =
        reference !== null &&
        scope.each(reference, (value) => {
          failed ??= take(value, 'inRange');
        });
      if (!known) return refError;
    } else {
      failed ??= take(arg.kind === 'missing' ? 0 : evaluate(arg, scope), 'direct');
    }
    if (failed !== undefined) return failed;
  }
  return null;
}

const numbers = (args: readonly Expression[], scope: Scope, use: (value: number) => void): CellError | null =>
  walk(args, scope, (value, from) => {
    if (value instanceof CellError) return value;
    if (typeof value === 'number') use(value);
    else if (from === 'direct') {
      const number = numberOf(value);
      if (number instanceof CellError) return number;
      use(number);
    }
    return undefined;
  });

const logical =
  (decide: (values: readonly boolean[]) => boolean): Call =>
  (args, scope) => {
    const values: boolean[] = [];
    const failed = walk(args, scope, (value, from) => {
      if (value instanceof CellError) return value;
      if (from === 'inRange' && (typeof value === 'string' || value === null)) return undefined;
      const said = logicalOf(value);
      if (said instanceof CellError) return said;
      values.push(said);
      return undefined;
    });
    return failed ?? (values.length === 0 ? valueError : decide(values));
  };

const counting =
  (counts: (value: CellValue, from: 'inRange' | 'direct') => boolean): Call =>
  (args, scope) => {
    let count = 0;
    const failed = walk(args, scope, (value, from) => {
      if (counts(value, from)) count += 1;
      return undefined;
    });
    return failed ?? count;
  };

const extreme =
  (better: (a: number, b: number) => number): Call =>
  (args, scope) => {
    let best: number | null = null;
    const failed = numbers(args, scope, (value) => {
      best = best === null ? value : better(best, value);
    });
    return failed ?? best ?? 0;
  };

const scalarTest =
  (test: (value: CellValue) => boolean): Call =>
  ([arg, ...rest], scope) => {
    if (arg === undefined || rest.length > 0) return valueError;
    return test(evaluate(arg, scope));
  };

const textual =
  (compute: (text: string) => CellValue): Call =>
  ([arg, ...rest], scope) => {
    if (arg === undefined || rest.length > 0) return valueError;
    const text = textOf(evaluate(arg, scope));
    return text instanceof CellError ? text : compute(text);
  };

const numeric =
  (count: number, compute: (...values: number[]) => CellValue): Call =>
  (args, scope) => {
    if (args.length !== count) return valueError;
    const values: number[] = [];
    for (const arg of args) {
      const value = numberOf(evaluate(arg, scope));
      if (value instanceof CellError) return value;
      values.push(value);
    }
    return compute(...values);
  };

/** Half away from zero in decimal digits, as Excel does: ROUND(2.675,2) = 2.68. */
function round(value: number, digits: number): number {
  const places = Math.trunc(digits);
  const shifted = Number(`${Math.abs(value).toPrecision(15)}e${places}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e${-places}`);
}

/**
 * What COUNTIF counts, or null for a condition beyond the stand-in: blanks, what is unequal
 * (which blanks are too), and texts with wildcards. A text that reads as a number is that number.
 */
function criterion(condition: CellValue): ((value: CellValue) => boolean) | null {
  if (condition === null || condition instanceof CellError) return null;
  if (typeof condition === 'boolean') return (value) => value === condition;
  const [, operator = '=', operand = ''] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(String(condition)) ?? [];
  if (operator === '<>' || operand === '' || /[*?~]/.test(operand)) return null;
  const holds = comparison[operator as keyof typeof comparison];
  const number = numberOf(operand);
  return (value) => {
    if (typeof value !== (number instanceof CellError ? 'string' : 'number')) return false;
    const order = compare(value, number instanceof CellError ? operand : number);
    return !(order instanceof CellError) && holds(order);
  };
}

const functions: Readonly<Record<string, Call>> = {
  SUM: (args, scope) => {
    let sum = 0;
    const failed = numbers(args, scope, (value) => {
      sum += value;
    });
    return failed ?? finite(sum);
  },
  AVERAGE: (args, scope) => {
    let sum = 0;
    let count = 0;
    const failed = numbers(args, scope, (value) => {
      sum += value;
      count += 1;
    });
    return failed ?? (count === 0 ? CellError.of('#DIV/0!') : finite(sum / count));
  },
  COUNT: counting(
    (value, from) => typeof value === 'number' || (from === 'direct' && !(numberOf(value) instanceof CellError)),
  ),
  COUNTA: counting((value, from) => from === 'direct' || value !== null),
  COUNTIF: ([range, condition, ...rest], scope) => {
    if (range?.kind !== 'reference' || condition === undefined || rest.length > 0) return valueError;
    const wanted = evaluate(condition, scope);
    const holds = criterion(wanted);
    if (holds === null) {
      scope.unsupported(`COUNTIF with the condition ${String(textOf(wanted))}`);
      return na;
    }
    return counting((value) => holds(value))([range], scope);
  },
  MIN: extreme(Math.min),
  MAX: extreme(Math.max),
  AND: logical((values) => !values.includes(false)),
  OR: logical((values) => values.includes(true)),
  NOT: ([arg, ...rest], scope) => {
    if (arg === undefined || rest.length > 0) return valueError;
    const value = logicalOf(evaluate(arg, scope));
    return value instanceof CellError ? value : !value;
  },
  IF: ([test, yes, no, ...rest], scope) => {
    if (test === undefined || yes === undefined || rest.length > 0) return valueError;
    const value = logicalOf(evaluate(test, scope));
    if (value instanceof CellError) return value;
    if (value) return evaluate(yes, scope);
    return no === undefined ? false : evaluate(no, scope);
  },
  IFERROR: ([arg, instead, ...rest], scope) => {
    if (arg === undefined || instead === undefined || rest.length > 0) return valueError;
    const value = evaluate(arg, scope);
    return value instanceof CellError ? evaluate(instead, scope) : value;
  },
  ISNUMBER: scalarTest((value) => typeof value === 'number'),
  ISTEXT: scalarTest((value) => typeof value === 'string'),
  ISBLANK: scalarTest((value) => value === null),
  ISERROR: scalarTest((value) => value instanceof CellError),
  ABS: numeric(1, (value = 0) => Math.abs(value)),
  INT: numeric(1, (value = 0) => Math.floor(fifteenDigits(value))),
  ROUND: numeric(2, (value = 0, digits = 0) => finite(round(value, digits))),
  MOD: numeric(2, (value = 0, by = 0) =>
    by === 0 ? CellError.of('#DIV/0!') : finite(value - by * Math.floor(value / by)),
  ),
  LEN: textual((text) => text.length),
  TRIM: textual((text) => text.replaceAll(/ +/g, ' ').replaceAll(/^ | $/g, '')),
  SUBSTITUTE: ([arg, old, instead, ...rest], scope) => {
    if (arg === undefined || old === undefined || instead === undefined || rest.length > 0) return valueError;
    const text = textOf(evaluate(arg, scope));
    const from = textOf(evaluate(old, scope));
    const to = textOf(evaluate(instead, scope));
    for (const part of [text, from, to]) if (part instanceof CellError) return part;
    return from === '' ? text : String(text).replaceAll(String(from), () => String(to));
  },
  TEXT: ([arg, pattern, ...rest], scope) => {
    if (arg === undefined || pattern === undefined || rest.length > 0) return valueError;
    const value = evaluate(arg, scope);
    const format = textOf(evaluate(pattern, scope));
    if (value instanceof CellError) return value;
    if (format instanceof CellError) return format;
    if (typeof value === 'string' || typeof value === 'boolean') return textOf(value);
    return formatNumber(value ?? 0, format);
  },
  TRUE: () => true,
  FALSE: () => false,
};

/** The value of an expression; a blank cell that is referred to comes back as `null`. */
export function evaluate(expression: Expression, scope: Scope): CellValue {
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'missing':
      return null;
    case 'reference': {
      const reference = moveReference(expression.reference, scope.rows, scope.columns, true);
      if (reference === null) return refError;
      if (reference.row1 !== reference.row2 || reference.column1 !== reference.column2) {
        scope.unsupported('a range where one value belongs');
        return valueError;
      }
      const value = scope.cell(reference.sheet, reference.row1, reference.column1);
      return value === undefined ? refError : value;
    }
    case 'name': {
      const meaning = scope.name(expression.name);
      if (meaning === null) return na;
      return evaluate(meaning, { ...scope, rows: 0, columns: 0 });
    }
    case 'call': {
      const call = functions[expression.name];
      if (call === undefined) {
        scope.unsupported(`function ${expression.name}`);
        return na;
      }
      return call(expression.args, scope);
    }
    case 'plus':
      return evaluate(expression.operand, scope);
    case 'negate':
    case 'percent': {
      const value = numberOf(evaluate(expression.operand, scope));
      if (value instanceof CellError) return value;
      return finite(expression.kind === 'negate' ? -value : value / 100);
    }
    case 'binary':
      return applyBinary(expression.operator, evaluate(expression.left, scope), evaluate(expression.right, scope));
  }
}
