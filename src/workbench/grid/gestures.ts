/**
 * Commands of the grid that the book carries out itself, because it knows more about them than their steps tell: a paste
 * carries conditional formats, a deleted cell shifts references. The grid's own way of doing them is not taken.
 */
import type { IRange } from '@univerjs/core';
import { block, type Block } from '../../book/address';
import type { Book } from '../../book/book';
import type { CopyPart } from '../../book/changes/copy';
import { blockOf } from './drawing';
import { selectedBlock } from './translation';

/** Cells that were copied or cut on the grid and still lie on the clipboard. */
export interface Copied {
  readonly sheetId: string;
  readonly area: Block;
  readonly cut: boolean;
}

/** What a gesture needs to know of the grid. */
export interface GestureContext {
  readonly book: Book;
  readonly sheetId: string;
  readonly selection: Block;
}

type Gesture = (context: GestureContext, params: never) => void;

/** Moves a block with all that belongs to it, as cutting and dragging do. */
function move(
  { book }: GestureContext,
  from: { sheetId: string; area: Block },
  to: { sheetId: string; area: Block },
): void {
  book.as('user', () => {
    const { area } = from;
    book.paste(from.sheetId, area, to.sheetId, block(to.area.row, to.area.column, area.rowCount, area.columnCount));
    const target = block(to.area.row, to.area.column, area.rowCount, area.columnCount);
    const same = from.sheetId === to.sheetId;
    for (let row = area.row; row < area.row + area.rowCount; row += 1) {
      for (let column = area.column; column < area.column + area.columnCount; column += 1) {
        const kept =
          same &&
          row >= target.row &&
          row < target.row + target.rowCount &&
          column >= target.column &&
          column < target.column + target.columnCount;
        if (!kept) book.clear(from.sheetId, block(row, column), 'all');
      }
    }
    book.select(to.sheetId, target);
  });
}

const parts: Readonly<Record<string, CopyPart>> = {
  'special-paste-value': 'values',
  'special-paste-format': 'formats',
  'special-paste-formula': 'formulas',
};

/** Pastes cells of this workbook over the selection. `kind` is the grid's name of a special paste. */
export function pasteCopied(context: GestureContext, copied: Copied, kind: string | null): void {
  const { book, sheetId, selection } = context;
  if (copied.cut) {
    move(context, copied, { sheetId, area: selection });
    return;
  }
  book.as('user', () => {
    const area = book.paste(copied.sheetId, copied.area, sheetId, selection, parts[kind ?? ''] ?? 'all');
    book.select(sheetId, area);
  });
}

const shiftGesture =
  (change: 'insert' | 'delete', along: 'rows' | 'columns') =>
  ({ book, sheetId, selection }: GestureContext, params: { readonly range?: IRange } | undefined): void => {
    const area = params?.range === undefined ? selection : blockOf(params.range);
    book.shift(sheetId, area, change, along);
  };

interface SheetParams {
  readonly subUnitId?: string;
}

export const gestures: Readonly<Record<string, Gesture>> = {
  'sheet.command.insert-range-move-down': shiftGesture('insert', 'rows'),
  'sheet.command.insert-range-move-right': shiftGesture('insert', 'columns'),
  'sheet.command.delete-range-move-up': shiftGesture('delete', 'rows'),
  'sheet.command.delete-range-move-left': shiftGesture('delete', 'columns'),
  'sheet.command.move-range': (
    context,
    {
      fromRange,
      toRange,
      fromSubUnitId,
      toSubUnitId,
    }: {
      readonly fromRange: IRange;
      readonly toRange: IRange;
      readonly fromSubUnitId?: string;
      readonly toSubUnitId?: string;
    },
  ) => {
    move(
      context,
      { sheetId: fromSubUnitId ?? context.sheetId, area: selectedBlock(fromRange) },
      { sheetId: toSubUnitId ?? context.sheetId, area: selectedBlock(toRange) },
    );
  },
  'sheet.command.copy-down': ({ book, sheetId, selection }) => {
    book.fillDown(sheetId, selection);
  },
  'sheet.command.insert-sheet': ({ book, sheetId }) => {
    book.as('user', () => {
      const sheet = book.addSheet();
      book.moveSheet(sheet.id, book.sheets.findIndex(({ id }) => id === sheetId) + 1);
      book.activate(sheet.id);
    });
  },
  'sheet.command.copy-sheet': ({ book, sheetId }, params: SheetParams | undefined) => {
    book.as('user', () => book.activate(book.copySheet(params?.subUnitId ?? sheetId).id));
  },
  'sheet.command.remove-sheet': ({ book, sheetId }, params: SheetParams | undefined) => {
    book.deleteSheet(params?.subUnitId ?? sheetId);
  },
  'sheet.command.set-worksheet-hidden': ({ book, sheetId }, params: SheetParams | undefined) => {
    book.setVisibility(params?.subUnitId ?? sheetId, 'Hidden');
  },
};
