/** The evaluator of the stand-in against an independent engine, over the formulas that Gouji emits. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Book } from '../../src/book/book';
import { CellError } from '../../src/book/formulas/value';
import { newModel } from '../rules/engines/ironcalc';

const rows = 4;
const columns = 3;
const letters = ['A', 'B', 'C'];

/** What people type into figure cells, good and bad. */
const content = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  { weight: 8, arbitrary: fc.integer({ min: -3, max: 30 }).map(String) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 4_000_000 }).map((n) => String(n / 1_000_000)) },
  { weight: 2, arbitrary: fc.constantFrom('无', '3件', 'TRUE', '—') },
);

const cell = fc
  .tuple(fc.nat(rows - 1), fc.nat(columns - 1), fc.constantFrom('', '$'), fc.constantFrom('', '$'))
  .map(([row, column, a, b]) => `${a}${letters[column] ?? 'A'}${b}${row + 1}`);
const range = fc
  .tuple(fc.nat(rows - 1), fc.nat(rows - 1), fc.nat(columns - 1), fc.nat(columns - 1))
  .map(([r1, r2, c1, c2]) => {
    const [top, bottom] = [Math.min(r1, r2), Math.max(r1, r2)];
    const [left, right] = [Math.min(c1, c2), Math.max(c1, c2)];
    return `${letters[left] ?? 'A'}${top + 1}:${letters[right] ?? 'A'}${bottom + 1}`;
  });
const operands = fc.array(fc.oneof(cell, range), { minLength: 1, maxLength: 4 }).map((list) => list.join(','));

const literal = fc.integer({ min: 0, max: 20 }).map(String);
const aggregate = fc
  .tuple(fc.constantFrom('SUM', 'COUNT', 'COUNTA', 'MIN', 'MAX'), operands)
  .map(([name, args]) => `${name}(${args})`);
const comparators = fc.constantFrom('=', '<>', '<', '>', '<=', '>=');

/**
 * `safe` numbers are never errors. Conditions hold no others: AND and OR of the other engine stop at the first answer,
 * those of Excel look at all they are given and hand on an error.
 */
const { formula } = fc.letrec<{ safe: string; number: string; condition: string; formula: string }>((tie) => ({
  safe: fc.oneof(
    { maxDepth: 3 },
    literal,
    aggregate,
    fc
      .tuple(range, fc.constantFrom('"无"', '"=3件"', '">2"', '"<=0"', '5', '"1"'))
      .map(([where, what]) => `COUNTIF(${where},${what})`),
    fc.tuple(tie('safe'), fc.constantFrom('+', '-', '*'), tie('safe')).map(([a, op, b]) => `(${a}${op}${b})`),
    fc.tuple(fc.constantFrom('ABS', 'INT'), tie('safe')).map(([name, arg]) => `${name}(${arg})`),
    fc.tuple(tie('safe'), fc.nat(3)).map(([arg, digits]) => `ROUND(${arg},${digits})`),
    fc.tuple(tie('condition'), tie('safe'), tie('safe')).map(([c, a, b]) => `IF(${c},${a},${b})`),
  ),
  number: fc.oneof(
    { maxDepth: 3 },
    tie('safe'),
    cell,
    // Not of any number: the other engine takes two signs before a text as none.
    cell.map((arg) => `-${arg}`),
    fc.tuple(tie('number'), fc.constantFrom('+', '-', '*', '/'), tie('number')).map(([a, op, b]) => `(${a}${op}${b})`),
    fc.tuple(tie('condition'), tie('number'), tie('number')).map(([c, a, b]) => `IF(${c},${a},${b})`),
  ),
  condition: fc.oneof(
    { maxDepth: 3 },
    fc
      .tuple(fc.oneof(tie('safe'), cell), comparators, fc.oneof(tie('safe'), cell))
      .map(([a, op, b]) => `(${a}${op}${b})`),
    fc.tuple(fc.constantFrom('ISNUMBER', 'ISTEXT'), cell).map(([name, arg]) => `${name}(${arg})`),
    fc
      .tuple(fc.constantFrom('AND', 'OR'), fc.array(tie('condition'), { minLength: 1, maxLength: 3 }))
      .map(([name, args]) => `${name}(${args.join(',')})`),
    tie('condition').map((arg) => `NOT(${arg})`),
    fc
      .tuple(
        cell,
        fc.constantFrom('1', '-', ' ', 'a', '', '12'),
        fc.constantFrom('', 'x', '--'),
        fc.constantFrom('', '1', 'x'),
      )
      .map(([arg, old, instead, like]) => `(TRIM(SUBSTITUTE(${arg},"${old}","${instead}"))="${like}")`),
  ),
  formula: fc.oneof(
    tie('number').map((number) => `=${number}`),
    tie('condition').map((condition) => `=${condition}`),
    fc.tuple(tie('condition'), tie('number')).map(([test, yes]) => `=IF(${test},${yes},"")`),
    fc.tuple(tie('number'), tie('number')).map(([a, b]) => `=${a}&"件"&${b}`),
  ),
}));

/** A result so far as two engines can be held against each other: twelve digits, and no sign before a zero. */
const comparable = (text: string): string =>
  text
    .split('件')
    .map((part) => {
      const number = Number(part);
      return part === '' || Number.isNaN(number) ? part : String(Number(number.toPrecision(12)) + 0);
    })
    .join('件');

describe('formulas', () => {
  it('have the results that an independent engine gives', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(content, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
        formula,
        (grid, text) => {
          const book = new Book();
          const model = newModel();
          grid.forEach((line, row) => {
            line.forEach((typed, column) => {
              book.type('Sheet1', { row, column, rowCount: 1, columnCount: 1 }, typed);
              if (typed !== '') model.setUserInput(0, row + 1, column + 1, typed);
            });
          });
          book.type('Sheet1', 'E1', text);
          model.setUserInput(0, 1, 5, text);
          const value = book.value('Sheet1', 0, 4);
          const ours =
            value instanceof CellError
              ? value.code
              : typeof value === 'boolean'
                ? String(value).toUpperCase()
                : String(value);
          model.setUserInput(0, 1, 6, '=IF(ISERROR(E1),"",E1&"")');
          const error = model.getFormattedCellValue(0, 1, 5);
          const theirs = error.startsWith('#') ? error : model.getFormattedCellValue(0, 1, 6);
          model.free();
          expect(comparable(ours), text).toBe(comparable(theirs));
          expect([...book.log.unsupported]).toEqual([]);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('that the stand-in does not know are said, never guessed', () => {
    const book = new Book();
    book.type('Sheet1', 'A1', '=SUMPRODUCT(B1:B3)');
    expect(book.values('Sheet1', 'A1')).toEqual([['#NAME?']]);
    expect([...book.log.unsupported]).toEqual(['function SUMPRODUCT in =SUMPRODUCT(B1:B3)']);
  });

  it('that refer to themselves in a circle give 0 and are said', () => {
    const book = new Book();
    book.type('Sheet1', 'A1', '=B1+1');
    book.type('Sheet1', 'B1', '=A1');
    expect([...book.log.circular]).not.toEqual([]);
  });

  it('see other sheets by name, quoted or not', () => {
    const book = new Book();
    book.addSheet('2025年报表');
    book.type('2025年报表', 'B2', '7');
    book.type('Sheet1', 'A1', "='2025年报表'!B2+1");
    expect(book.values('Sheet1', 'A1')).toEqual([[8]]);
    book.renameSheet('2025年报表', '年报');
    expect(book.formulas('Sheet1', 'A1')).toEqual([['=年报!B2+1']]);
    book.deleteSheet('年报');
    expect(book.values('Sheet1', 'A1')).toEqual([['#REF!']]);
  });
});
