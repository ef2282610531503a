import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Book } from '../../src/book/book';
import { drawingOf } from '../../src/workbench/grid/drawing';
import { mutation, type MutationStep } from '../../src/workbench/grid/mutations';
import { bookSteps, type BookDrawing } from '../../src/workbench/grid/patch';

const drawingOfBook = (book: Book): BookDrawing => ({
  sheets: book.sheets.map((sheet) => drawingOf(sheet, (row, column) => book.value(sheet, row, column))),
  activeId: book.activeSheet.id,
});

/** Order of the tabs after the steps, worked out as the grid does. */
function orderAfter(order: readonly string[], steps: readonly MutationStep[]): string[] {
  const now = [...order];
  for (const { id, params } of steps) {
    const step = params as { subUnitId: string; index: number; toOrder: number; sheet: { id: string } };
    if (id === mutation.insertSheet) now.splice(step.index, 0, step.sheet.id);
    if (id === mutation.removeSheet) now.splice(now.indexOf(step.subUnitId), 1);
    if (id === mutation.moveSheet) {
      now.splice(now.indexOf(step.subUnitId), 1);
      now.splice(step.toOrder, 0, step.subUnitId);
    }
  }
  return now;
}

const sheetAct = fc.oneof(
  fc.constant((book: Book) => void book.addSheet()),
  fc.tuple(fc.nat(9), fc.nat(9)).map(
    ([which, to]) =>
      (book: Book) =>
        void book.moveSheet(book.sheets[which % book.sheets.length]?.id ?? '', to % book.sheets.length),
  ),
  fc.nat(9).map((which) => (book: Book) => {
    if (book.sheets.length > 1) book.deleteSheet(book.sheets[which % book.sheets.length]?.id ?? '');
  }),
);

describe('steps that make the grid show the book', () => {
  test('are none where it shows it already', () => {
    const book = new Book();
    book.pasteText('Sheet1', 'A1', '1\t=A1+1\n甲');
    book.merge('Sheet1', 'C1:D2');
    expect(bookSteps('book', drawingOfBook(book), drawingOfBook(book))).toEqual([]);
  });

  test('write only the cells that differ', () => {
    const book = new Book();
    book.pasteText('Sheet1', 'A1', '1\t2\n3\t=A1+B1');
    const before = drawingOfBook(book);
    book.type('Sheet1', 'A1', '5');
    const steps = bookSteps('book', before, drawingOfBook(book));
    const written = steps.at(-1)?.params as { cellValue: Record<number, Record<number, unknown>> };
    expect(steps.every(({ id }) => id === mutation.setCells)).toBe(true);
    expect(written.cellValue).toEqual({ 0: { 0: { v: 5, t: 2 } }, 1: { 1: { v: 7, t: 2, f: '=A1+B1' } } });
  });

  test('leave the tabs in the order of the book, whatever sheets came, went and moved', () => {
    fc.assert(
      fc.property(fc.array(sheetAct, { maxLength: 8 }), fc.array(sheetAct, { maxLength: 8 }), (first, then) => {
        const book = new Book();
        for (const act of first) act(book);
        const before = drawingOfBook(book);
        for (const act of then) act(book);
        const steps = bookSteps('book', before, drawingOfBook(book));
        const order = orderAfter(
          before.sheets.map(({ id }) => id),
          steps,
        );
        expect(order).toEqual(book.sheets.map(({ id }) => id));
      }),
    );
  });

  test('keep merged areas that are touched by one that goes', () => {
    const book = new Book();
    book.merge('Sheet1', 'A1:B2');
    book.merge('Sheet1', 'D1:E2');
    const before = drawingOfBook(book);
    book.unmerge('Sheet1', 'A1');
    const steps = bookSteps('book', before, drawingOfBook(book));
    expect(steps.map(({ id }) => id)).toEqual([mutation.removeMerge]);
  });
});
