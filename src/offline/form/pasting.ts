/**
 * Where the cells of a pasted block go. Two kinds of block look alike: one taken from Excel, in which a box of three cells
 * takes three columns, and one taken from a page or from Word, in which it takes one. Nothing is put over a label, and a
 * blank cell leaves what stands there: a figure is never lost by a paste.
 */
import type { SheetCell } from '../../report/sheet/sheet';
import { rowOf, slotAt, type Slot } from './slots';

export interface Paste {
  readonly slot: Slot;
  readonly text: string;
}

export type PastePlan =
  | { readonly ok: true; readonly changes: readonly Paste[] }
  /**
   * `text` would be put over the form (`label`), into a box that has another content already, or beside the table; or it is
   * itself a name of the form (`label` is the same) where a figure belongs.
   */
  | { readonly ok: false; readonly text: string; readonly label: string | null };

/** Rows of a block of cells as plain text: quoted where a cell holds a line break, a tab or a quotation mark. */
export function pastedRows(text: string): string[][] {
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

/** What Excel and WPS Spreadsheets say of themselves: their plain text has a place for each cell, also of merged ones. */
const fromSheet = /ProgId["']?\s+content=["']?(?:Excel|ET)\.|urn:schemas-microsoft-com:office:excel/iu;
/** In a cell, but no part of what it says. */
const unsaid =
  'script, del, s, strike, [data-look*="line-through"], [data-look*="display:none"], [data-look*="mso-hide:all"]';

/**
 * The same of a table that was copied in Word or on a page: there a cell with two paragraphs would be two rows of the plain
 * text. `null` where the markup is not one table alone, or comes from a sheet.
 */
export function rowsOfMarkup(markup: string): string[][] | null {
  if (markup === '' || fromSheet.test(markup)) return null;
  // The policy of the page would forbid styles also where nothing is drawn, and say so.
  const unstyled = markup.replace(/<style[\s>][\s\S]*?<\/style>/giu, '').replace(/\sstyle\s*=/giu, ' data-look=');
  const { body } = new DOMParser().parseFromString(unstyled, 'text/html');
  const [table, ...others] = body.querySelectorAll('table');
  if (table === undefined || others.length > 0) return null;
  const rows = [...table.rows].map((row) =>
    [...row.cells].map((cell) => {
      for (const part of cell.querySelectorAll(unsaid)) part.remove();
      return cell.textContent.trim();
    }),
  );
  table.remove();
  for (const part of body.querySelectorAll('script')) part.remove();
  return bare(body.textContent) === '' ? rows : null;
}

const bare = (text: string): string => text.replace(/\s/gu, '');

/** Labels of a row, left to right. */
const labelsOf = (cells: readonly SheetCell[], row: number): SheetCell[] =>
  cells.filter((cell) => cell.role === 'label' && row >= cell.row && row < cell.row + cell.rowSpan);

/** What stands in a row behind the names that the form itself has there. */
function withoutLabels(texts: readonly string[], labels: readonly SheetCell[]): readonly string[] {
  const known = new Set(labels.map(({ text }) => bare(text)));
  const first = texts.findIndex((text) => !known.has(bare(text)));
  return first === -1 ? [] : texts.slice(first);
}

/** Where the block begins on the layout: at `at`, unless it brought its names along. */
function beginOf(rows: readonly (readonly string[])[], cells: readonly SheetCell[], at: Slot): number {
  for (const [down, texts] of rows.entries()) {
    for (const label of labelsOf(cells, at.row + down)) {
      const across = texts.findIndex((text) => bare(text) === bare(label.text));
      if (across !== -1) return label.column - across;
    }
  }
  return at.column;
}

/** @param cells all cells of the layout */
export function planPaste(
  rows: readonly (readonly string[])[],
  slots: readonly Slot[],
  cells: readonly SheetCell[],
  at: Slot,
): PastePlan {
  const changes: Paste[] = [];
  const names = new Set(cells.flatMap(({ role, text }) => (role === 'label' || role === 'header' ? [bare(text)] : [])));
  const figuresOnly = rows.map((row, down) => withoutLabels(row, labelsOf(cells, at.row + down)));
  const wide = figuresOnly.some((row, down) => {
    const own = rowOf(slots, at.row + down).filter((slot) => slot.column >= at.column);
    return own.length > 0 && row.length > own.length;
  });
  const begin = wide ? beginOf(rows, cells, at) : at.column;
  for (const [down, texts] of (wide ? rows : figuresOnly).entries()) {
    const row = at.row + down;
    const own = rowOf(slots, row).filter((slot) => slot.column >= at.column);
    for (const [across, given] of texts.entries()) {
      const text = given.trim();
      if (text === '') continue;
      const column = begin + across;
      const slot = wide ? slotAt(slots, row, column) : own[across];
      if (slot !== undefined) {
        if (names.has(bare(text))) return { ok: false, text, label: text };
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
