/**
 * Formulas in English A1 notation: tokens, a syntax tree, and the rewriting of references.
 * References keep their place in the text, so that rewriting leaves everything else as it was typed.
 */
import { columnLetters, columnOf } from '../../report/a1';
import { maxColumns, maxRows, sheetPrefix } from '../address';
import { CellError, errorOf } from './value';

/** A reference to one cell or a range. Zero-based, ends included; `$` flags for each end. */
export interface Reference {
  readonly sheet: string | null;
  readonly whole: 'rows' | 'columns' | null;
  readonly range: boolean;
  readonly row1: number;
  readonly row2: number;
  readonly column1: number;
  readonly column2: number;
  readonly fixedRow1: boolean;
  readonly fixedRow2: boolean;
  readonly fixedColumn1: boolean;
  readonly fixedColumn2: boolean;
}

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'error'; readonly value: CellError }
  | { readonly kind: 'reference'; readonly value: Reference }
  | { readonly kind: 'function'; readonly value: string }
  | { readonly kind: 'name'; readonly value: string }
  | { readonly kind: 'operator'; readonly value: string };

type PlacedToken = Token & { readonly start: number; readonly end: number };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';

export type Expression =
  | { readonly kind: 'constant'; readonly value: number | string | boolean | CellError }
  | { readonly kind: 'missing' }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'negate' | 'percent' | 'plus'; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    };

/** The text is no formula that Excel would accept, or lies outside what this reader knows. */
export class FormulaSyntaxError extends Error {}

const sheetPart = String.raw`(?:(?<sheet>'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?`;
const patterns = {
  space: /\s+/y,
  text: /"((?:[^"]|"")*)"/y,
  error: new RegExp(String.raw`${sheetPart}(?<code>#(?:DIV/0!|N/A|NAME\?|NULL!|NUM!|REF!|VALUE!))`, 'yui'),
  cells: new RegExp(
    String.raw`${sheetPart}(?<fc1>\$?)(?<c1>[A-Za-z]{1,3})(?<fr1>\$?)(?<r1>[1-9]\d{0,6})(?::(?<fc2>\$?)(?<c2>[A-Za-z]{1,3})(?<fr2>\$?)(?<r2>[1-9]\d{0,6}))?(?![\p{L}\p{N}_.(!])`,
    'yu',
  ),
  columns: new RegExp(
    String.raw`${sheetPart}(?<fc1>\$?)(?<c1>[A-Za-z]{1,3}):(?<fc2>\$?)(?<c2>[A-Za-z]{1,3})(?![\p{L}\p{N}_.(!])`,
    'yu',
  ),
  rows: new RegExp(
    String.raw`${sheetPart}(?<fr1>\$?)(?<r1>[1-9]\d{0,6}):(?<fr2>\$?)(?<r2>[1-9]\d{0,6})(?![\p{L}\p{N}_.(!])`,
    'yu',
  ),
  function: /([A-Za-z_][\w.]*)\s*(?=\()/y,
  name: /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy,
  number: /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y,
  operator: /<=|>=|<>|[-+*/^&=<>(),%]/y,
};

const unquoted = (sheet: string | undefined): string | null =>
  sheet === undefined ? null : sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;

function referenceOf(groups: Readonly<Record<string, string | undefined>>): Reference {
  const { c1, c2 = c1, r1, r2 = r1, fc1, fc2 = fc1, fr1, fr2 = fr1 } = groups;
  const rows: readonly [number, number] = r1 === undefined ? [0, maxRows - 1] : [Number(r1) - 1, Number(r2) - 1];
  const columns: readonly [number, number] =
    c1 === undefined ? [0, maxColumns - 1] : [columnOf(c1), columnOf(c2 ?? c1)];
  if (rows[0] >= maxRows || rows[1] >= maxRows || columns[0] >= maxColumns || columns[1] >= maxColumns) {
    throw new FormulaSyntaxError('a reference lies beyond the sheet');
  }
  const rowsSwapped = rows[0] > rows[1];
  const columnsSwapped = columns[0] > columns[1];
  const flag = (value: string | undefined): boolean => value === '$';
  return {
    sheet: unquoted(groups['sheet']),
    whole: r1 === undefined ? 'columns' : c1 === undefined ? 'rows' : null,
    range: groups['c2'] !== undefined || groups['r2'] !== undefined,
    row1: Math.min(...rows),
    row2: Math.max(...rows),
    column1: Math.min(...columns),
    column2: Math.max(...columns),
    fixedRow1: flag(rowsSwapped ? fr2 : fr1),
    fixedRow2: flag(rowsSwapped ? fr1 : fr2),
    fixedColumn1: flag(columnsSwapped ? fc2 : fc1),
    fixedColumn2: flag(columnsSwapped ? fc1 : fc2),
  };
}

function tokenize(formula: string): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  let at = 1;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(formula);
  };
  const push = (token: Token, found: RegExpExecArray): void => {
    tokens.push({ ...token, start: at, end: at + found[0].length });
    at += found[0].length;
  };
  while (at < formula.length) {
    const space = match(patterns.space);
    if (space !== null) {
      at += space[0].length;
      continue;
    }
    const text = match(patterns.text);
    if (text !== null) {
      push({ kind: 'text', value: (text[1] ?? '').replaceAll('""', '"') }, text);
      continue;
    }
    const error = match(patterns.error);
    if (error !== null) {
      const value = errorOf(error.groups?.['code'] ?? '');
      if (value === null) throw new FormulaSyntaxError(`unknown error value in ${formula}`);
      push({ kind: 'error', value }, error);
      continue;
    }
    const reference = match(patterns.cells) ?? match(patterns.columns) ?? match(patterns.rows);
    if (reference !== null) {
      push({ kind: 'reference', value: referenceOf(reference.groups ?? {}) }, reference);
      continue;
    }
    const call = match(patterns.function);
    if (call !== null) {
      push({ kind: 'function', value: (call[1] ?? '').toUpperCase() }, call);
      continue;
    }
    const name = match(patterns.name);
    if (name !== null) {
      push({ kind: 'name', value: name[0] }, name);
      continue;
    }
    const number = match(patterns.number);
    if (number !== null) {
      push({ kind: 'number', value: Number(number[0]) }, number);
      continue;
    }
    const operator = match(patterns.operator);
    if (operator !== null) {
      push({ kind: 'operator', value: operator[0] }, operator);
      continue;
    }
    throw new FormulaSyntaxError(`cannot read "${formula.slice(at, at + 10)}" in ${formula}`);
  }
  return tokens;
}

/** Binary operators from the loosest to the tightest. All are left-associative, `^` too. */
const levels: readonly (readonly BinaryOperator[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** Takes the tokens of a formula from left to right, by the levels above. */
class Parser {
  private readonly tokens: readonly Token[];
  private at = 0;

  constructor(private readonly formula: string) {
    this.tokens = tokenize(formula);
  }

  whole(): Expression {
    const expression = this.binary(0);
    if (this.at < this.tokens.length) this.fail();
    return expression;
  }

  private fail(): never {
    throw new FormulaSyntaxError(`the formula is not complete: ${this.formula}`);
  }

  private operator(): string | null {
    const token = this.tokens[this.at];
    return token?.kind === 'operator' ? token.value : null;
  }

  private take(operator: string): void {
    if (this.operator() !== operator) this.fail();
    this.at += 1;
  }

  private binary(level: number): Expression {
    const operators = levels[level];
    if (operators === undefined) return this.postfix();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((candidate) => candidate === this.operator());
      if (operator === undefined) return left;
      this.at += 1;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private postfix(): Expression {
    let operand = this.prefix();
    while (this.operator() === '%') {
      this.at += 1;
      operand = { kind: 'percent', operand };
    }
    return operand;
  }

  // In Excel a sign binds tighter than ^: =-2^2 is 4.
  private prefix(): Expression {
    const sign = this.operator();
    if (sign !== '-' && sign !== '+') return this.primary();
    this.at += 1;
    return { kind: sign === '-' ? 'negate' : 'plus', operand: this.prefix() };
  }

  private args(): Expression[] {
    this.take('(');
    if (this.operator() === ')') {
      this.at += 1;
      return [];
    }
    const list: Expression[] = [];
    for (;;) {
      list.push(this.operator() === ',' || this.operator() === ')' ? { kind: 'missing' } : this.binary(0));
      if (this.operator() === ')') break;
      this.take(',');
    }
    this.at += 1;
    return list;
  }

  private primary(): Expression {
    const token = this.tokens[this.at];
    this.at += 1;
    switch (token?.kind) {
      case 'number':
      case 'text':
      case 'error':
        return { kind: 'constant', value: token.value };
      case 'reference':
        return { kind: 'reference', reference: token.value };
      case 'function':
        return { kind: 'call', name: token.value, args: this.args() };
      case 'name': {
        const upper = token.value.toUpperCase();
        if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'constant', value: upper === 'TRUE' };
        return { kind: 'name', name: token.value };
      }
      case 'operator': {
        if (token.value !== '(') return this.fail();
        const inner = this.binary(0);
        this.take(')');
        return inner;
      }
      default:
        return this.fail();
    }
  }
}

/** A workbook of many reports has some hundred different formulas; a thousand trees take two megabytes. */
const mostParsed = 2000;
const parsed = new Map<string, Expression>();

/** The syntax tree of a formula that starts with `=`. Throws `FormulaSyntaxError`. */
export function parseFormula(formula: string): Expression {
  const known = parsed.get(formula);
  if (known !== undefined) return known;
  const expression = new Parser(formula).whole();
  // Trees are kept by text; a long session with many sheets must not keep all it ever saw.
  if (parsed.size >= mostParsed) parsed.clear();
  parsed.set(formula, expression);
  return expression;
}

function spell(reference: Reference): string {
  const prefix = reference.sheet === null ? '' : sheetPrefix(reference.sheet);
  const columnEnd = (column: number, fixed: boolean): string => `${fixed ? '$' : ''}${columnLetters(column)}`;
  const rowEnd = (row: number, fixed: boolean): string => `${fixed ? '$' : ''}${row + 1}`;
  const column1 = columnEnd(reference.column1, reference.fixedColumn1);
  const column2 = columnEnd(reference.column2, reference.fixedColumn2);
  const row1 = rowEnd(reference.row1, reference.fixedRow1);
  const row2 = rowEnd(reference.row2, reference.fixedRow2);
  if (reference.whole === 'columns') return `${prefix}${column1}:${column2}`;
  if (reference.whole === 'rows') return `${prefix}${row1}:${row2}`;
  return prefix + column1 + row1 + (reference.range ? `:${column2}${row2}` : '');
}

/** The formula with every reference replaced; `null` becomes #REF!. */
export function mapReferences(formula: string, map: (reference: Reference) => Reference | null): string {
  let tokens: readonly PlacedToken[];
  try {
    tokens = tokenize(formula);
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return formula;
    throw error;
  }
  let result = '';
  let at = 0;
  for (const token of tokens) {
    if (token.kind !== 'reference') continue;
    const mapped = map(token.value);
    if (mapped === token.value) continue;
    result += formula.slice(at, token.start) + (mapped === null ? '#REF!' : spell(mapped));
    at = token.end;
  }
  return result + formula.slice(at);
}

const inverted = (reference: Reference): Reference => {
  const { row1, row2, column1, column2, fixedRow1, fixedRow2, fixedColumn1, fixedColumn2 } = reference;
  const rows = row1 > row2 ? { row1: row2, row2: row1, fixedRow1: fixedRow2, fixedRow2: fixedRow1 } : {};
  const columns =
    column1 > column2
      ? { column1: column2, column2: column1, fixedColumn1: fixedColumn2, fixedColumn2: fixedColumn1 }
      : {};
  return { ...reference, ...rows, ...columns };
};

/**
 * A reference as it reads when its formula stands `rows` further down and `columns` further right.
 * Beyond the sheet it is `null`, or comes back at the other side (`wrap`), as conditional formats do.
 */
export function moveReference(reference: Reference, rows: number, columns: number, wrap = false): Reference | null {
  if (rows === 0 && columns === 0) return reference;
  const moved = (value: number, fixed: boolean, by: number, limit: number): number => {
    if (fixed) return value;
    return wrap ? (((value + by) % limit) + limit) % limit : value + by;
  };
  const byRows = reference.whole === 'columns' ? 0 : rows;
  const byColumns = reference.whole === 'rows' ? 0 : columns;
  const row1 = moved(reference.row1, reference.fixedRow1, byRows, maxRows);
  const row2 = moved(reference.row2, reference.fixedRow2, byRows, maxRows);
  const column1 = moved(reference.column1, reference.fixedColumn1, byColumns, maxColumns);
  const column2 = moved(reference.column2, reference.fixedColumn2, byColumns, maxColumns);
  const inside = (value: number, limit: number): boolean => value >= 0 && value < limit;
  if (!inside(row1, maxRows) || !inside(row2, maxRows)) return null;
  if (!inside(column1, maxColumns) || !inside(column2, maxColumns)) return null;
  return inverted({ ...reference, row1, row2, column1, column2 });
}

/** The formula as copying to a cell `rows` down and `columns` right makes it. */
export const rebase = (formula: string, rows: number, columns: number, wrap = false): string =>
  rows === 0 && columns === 0 ? formula : mapReferences(formula, (r) => moveReference(r, rows, columns, wrap));
