/**
 * Where the cells of a pasted block go. Two kinds of block look alike: one taken from Excel, in which a box of three cells
 * takes three columns, and one taken from a page or from Word, in which it takes one. Nothing is put over a label, and a
 * blank cell leaves what stands there: a figure is never lost by a paste.
 */
import type { SheetCell } from '../../report/sheet';
import { rowOf, slotAt, type Slot } from './slots';

export interface Paste {
  readonly slot: Slot;
  readonly text: string;
}

export type PastePlan =
  | { readonly ok: true; readonly changes: readonly Paste[] }
  /** `text` would be put over the form (`label`), into a box that has another content already, or beside the table. */
  | { readonly ok: false; readonly text: string; readonly label: string | null };

/** Rows of a block of cells as plain text: quoted where a cell holds a line break, a tab or a quotation mark. */
export function rowsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\r|\n|$)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [whole, quoted, plain = '', end] = match;
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== '\t') {
      rows.push(row);
      row = [];
    }
    if (end === '' || (whole === '' && cell.lastIndex >= text.length)) break;
  }
  if (row.length > 0) rows.push(row);
  while (rows.length > 0 && rows.at(-1)?.every((one) => one === '')) rows.pop();
  return rows;
}

const bare = (text: string): string => text.replace(/\s/gu, '');

/** @param cells all cells of the layout */
export function planPaste(
  rows: readonly (readonly string[])[],
  slots: readonly Slot[],
  cells: readonly SheetCell[],
  at: Slot,
): PastePlan {
  const changes: Paste[] = [];
  const wide = rows.some((row, down) => {
    const own = rowOf(slots, at.row + down).filter((slot) => slot.column >= at.column);
    return own.length > 0 && row.length > own.length;
  });
  for (const [down, texts] of rows.entries()) {
    const row = at.row + down;
    const own = rowOf(slots, row).filter((slot) => slot.column >= at.column);
    for (const [across, given] of texts.entries()) {
      const text = given.trim();
      if (text === '') continue;
      const column = at.column + across;
      const slot = wide ? slotAt(slots, row, column) : own[across];
      if (slot !== undefined) {
        const earlier = changes.find((change) => change.slot === slot);
        // Two contents for one box: nothing tells which is meant.
        if (earlier !== undefined) return { ok: false, text, label: earlier.text };
        changes.push({ slot, text });
        continue;
      }
      // A heading between two blocks may be part of what was copied; anything else would be put over the form.
      const under = cells.filter((cell) => row >= cell.row && row < cell.row + cell.rowSpan);
      if (under.some((cell) => bare(cell.text) === bare(text))) continue;
      const label = under.find((cell) => column >= cell.column && column < cell.column + cell.columnSpan);
      return { ok: false, text, label: label?.text ?? null };
    }
  }
  return { ok: true, changes };
}
