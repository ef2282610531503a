import { describe, expect, it } from 'vitest';
import { Book } from '../../src/workbench/book/book';

describe('a book', () => {
  it('calculates what is typed into it', () => {
    const book = new Book();
    book.type('Sheet1', 'A1', '3');
    book.type('Sheet1', 'A2', '4');
    book.type('Sheet1', 'A3', '=IF(COUNT(A1:A2)=2,SUM(A1:A2),"")');
    expect(book.values('Sheet1', 'A1:A3')).toEqual([[3], [4], [7]]);
    book.clear('Sheet1', 'A2');
    expect(book.values('Sheet1', 'A3')).toEqual([['']]);
    book.undo();
    expect(book.values('Sheet1', 'A3')).toEqual([[7]]);
  });

  it('grows a sum when a row is inserted inside it, and shifts it when one is inserted above', () => {
    const book = new Book();
    book.pasteText('Sheet1', 'A1', '1\n2\n=SUM(A1:A2)');
    book.insertRows('Sheet1', 1);
    expect(book.formulas('Sheet1', 'A4')).toEqual([['=SUM(A1:A3)']]);
    book.insertRows('Sheet1', 0);
    expect(book.formulas('Sheet1', 'A5')).toEqual([['=SUM(A2:A4)']]);
    book.deleteRows('Sheet1', 1, 3);
    expect(book.formulas('Sheet1', 'A2')).toEqual([['=SUM(#REF!)']]);
  });

  it('shows numbers as their format says', () => {
    const book = new Book();
    book.type('Sheet1', 'A1', '1234.5');
    book.numberFormat('Sheet1', 'A1', '#,##0.00');
    expect(book.text('Sheet1', 0, 0)).toBe('1,234.50');
  });
});
