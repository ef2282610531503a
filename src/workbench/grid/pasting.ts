/** Puts into the book what is pasted on the grid: cells that the grid itself copied, or text from elsewhere. */
import { ISheetClipboardService } from '@univerjs/preset-sheets-core';
import type { Injector } from '@univerjs/core';
import { block } from '../../book/address';
import type { Book } from '../../book/book';
import { pasteCopied, type Copied, type GestureContext } from './gestures';

export const gestureContext = (book: Book): GestureContext => ({
  book,
  sheetId: book.activeSheet.id,
  selection: book.selection(),
});

function copiedBy(book: Book, injector: Injector, id: string | null): Copied | null {
  const entry = id === null ? undefined : injector.get(ISheetClipboardService).copyContentCache().get(id);
  if (entry === undefined || book.findSheet(entry.subUnitId) === null) return null;
  const { rows, cols } = entry.range;
  const [row = 0, column = 0] = [rows[0], cols[0]];
  return {
    sheetId: entry.subUnitId,
    area: block(row, column, (rows.at(-1) ?? row) - row + 1, (cols.at(-1) ?? column) - column + 1),
    cut: String(entry.copyType) === 'CUT',
  };
}

/**
 * @param html may carry the mark of a copy that the grid itself made
 * @param kind what of the copied cells is pasted, in Univer's words; `null` is all
 * @throws Refusal
 */
export function paste(book: Book, injector: Injector, html: string, text: string, kind: string | null): void {
  const id = /data-copy-id="([^"]+)"/.exec(html)?.[1] ?? null;
  const copied = copiedBy(book, injector, id);
  if (copied !== null) {
    pasteCopied(gestureContext(book), copied, kind);
    if (copied.cut && id !== null) injector.get(ISheetClipboardService).copyContentCache().del(id);
  } else if (text !== '') {
    book.pasteText(book.activeSheet, book.selection(), text);
  }
}

export interface ClipboardText {
  readonly html: string;
  readonly text: string;
}

export async function readClipboard(): Promise<ClipboardText> {
  const read = async (item: ClipboardItem | undefined, type: string): Promise<string> =>
    item?.types.includes(type) === true ? await (await item.getType(type)).text() : '';
  const [item] = await navigator.clipboard.read();
  return { html: await read(item, 'text/html'), text: await read(item, 'text/plain') };
}
