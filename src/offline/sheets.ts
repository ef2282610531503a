/** The sheets of a book as the host of the pane reads them. */
import { block, intersection } from '../book/address';
import type { Book } from '../book/book';
import { usedRange, type Sheet } from '../book/sheet';
import { formulaOf, typeOf, type CellValue } from '../book/formulas/value';
import type { SheetState } from '../host/snapshot';

/** What is read of a sheet: the same as in Excel. */
const window = block(0, 0, 400, 52);

/** A sheet whose formulas look at no other sheet gives the same values for as long as it stays the same. */
const known = new WeakMap<Sheet, SheetState>();

/** A text of no characters, as a formula gives it, is nothing to be read. */
const shownType = (value: CellValue): string => (value === '' ? 'Empty' : typeOf(value));

function looksElsewhere(sheet: Sheet): boolean {
  for (const line of sheet.cells.values())
    for (const { content } of line.values()) if (formulaOf(content)?.includes('!') === true) return true;
  return false;
}

export function stateOf(book: Book, sheet: Sheet): SheetState {
  const before = known.get(sheet);
  if (before !== undefined) return before;
  const used = usedRange(sheet, true);
  const range = used === null ? null : intersection(window, used);
  const state: SheetState = {
    id: sheet.id,
    hidden: sheet.visibility !== 'Visible',
    partlyRead:
      used !== null &&
      (used.row + used.rowCount > window.rowCount || used.column + used.columnCount > window.columnCount),
    grid: {
      name: sheet.name,
      row: range?.row ?? 0,
      column: range?.column ?? 0,
      values: range === null ? [] : book.values(sheet, range),
      formulas: range === null ? [] : book.formulas(sheet, range),
      valueTypes:
        range === null
          ? []
          : Array.from({ length: range.rowCount }, (_, row) =>
              Array.from({ length: range.columnCount }, (_, column) =>
                shownType(book.value(sheet, range.row + row, range.column + column)),
              ),
            ),
    },
  };
  if (!looksElsewhere(sheet)) known.set(sheet, state);
  return state;
}

/** All that a sheet holds, from A1, however far it reaches. */
export function rowsOf(book: Book, sheet: Sheet): readonly (readonly unknown[])[] {
  const used = usedRange(sheet, true);
  return used === null ? [] : book.values(sheet, block(0, 0, used.row + used.rowCount, used.column + used.columnCount));
}
