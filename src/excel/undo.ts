/** What the pane wrote in this session, and the way back. */
import type { SheetGrid } from '../read/reading';
import type { NoteRow } from '../report/sheet/notes';
import type { WriteResult } from '../host/host';
import { changedCells, planUndo, type Deed, type UndoOffer, type WrittenCell } from '../host/undo';
import { asContent, openReport, writeCells } from './cells';
import { removeNotes } from './content';
import { requestSheet, stateOf } from './loop/sheets';
import { writeText, type TextChange } from './text';
import { failedWrite, isStale } from './trouble';

/** Cells of one report on one sheet. */
export interface WrittenFigures {
  readonly sheet: string;
  readonly sheetName: string;
  /** Which report on the sheet. */
  readonly index: number;
  readonly cells: readonly WrittenCell[];
}

/** Sheets that were added, as they stood then. */
export interface WrittenSheets {
  readonly sheets: readonly { readonly id: string; readonly grid: SheetGrid }[];
  /** What was written of the report on 校验说明. */
  readonly notes?: readonly NoteRow[];
}

/** Paragraphs of a text sheet. */
export interface WrittenText {
  readonly text: TextChange;
  readonly sheetName: string;
}

type Written = WrittenFigures | WrittenSheets | WrittenText;
type Done = { readonly id: number; readonly deed: Deed } & Written;

/** Reads, compares and writes without anything in between but Excel's own answer. */
const takeBackFigures = ({ sheet, index, cells }: WrittenFigures): Promise<WriteResult> =>
  Excel.run({ delayForCellEdit: true }, async (context): Promise<WriteResult> => {
    const open = await openReport(context, { sheet, index });
    if ('ok' in open) return open;
    const { grid, located } = open;
    const { back, kept } = planUndo(located, grid, cells);
    const returned = back.map(([cell, before]) => [cell, asContent(before)] as const);
    const failure = await writeCells(open.sheet, grid, returned);
    if (failure !== null) return failure;
    return { ok: true, sheet: grid.name, kept };
  });

/** Sheets in which anything was changed since are not taken away. */
const takeBackSheets = async ({ sheets, notes = [] }: WrittenSheets): Promise<WriteResult> => {
  const result = await deleteUnchanged(sheets);
  if (!result.ok || notes.length === 0) return result;
  const kept = await removeNotes(notes).catch(() => notes.length);
  return kept === 0 ? result : { ...result, kept };
};

const deleteUnchanged = (sheets: WrittenSheets['sheets']): Promise<WriteResult> =>
  Excel.run({ delayForCellEdit: true }, async (context): Promise<WriteResult> => {
    const pending = sheets.map(({ id }) => requestSheet(context.workbook.worksheets.getItem(id)));
    await context.sync();
    const kept = sheets.reduce((sum, { grid }, index) => {
      const now = pending[index];
      return sum + (now === undefined ? 0 : changedCells(grid, stateOf(now).grid));
    }, 0);
    if (kept > 0) return { ok: false, reason: 'changedSince', detail: String(kept) };
    for (const { sheet } of pending) sheet.delete();
    await context.sync();
    return { ok: true, sheet: sheets[0]?.grid.name ?? '' };
  });

const continues = (one: TextChange, next: TextChange): boolean =>
  one.sheet === next.sheet && one.section === next.section && one.after.join('\n') === next.before.join('\n');

const takeBackOf = (written: Written): Promise<WriteResult> =>
  'cells' in written
    ? takeBackFigures(written)
    : 'sheets' in written
      ? takeBackSheets(written)
      : writeText({ ...written.text, before: written.text.after, after: written.text.before });

interface History {
  readonly offer: UndoOffer | null;
  add(deed: Deed, written: Written): void;
  takeBack(): Promise<WriteResult>;
}

export function createHistory(): History {
  const done: Done[] = [];
  let deeds = 0;
  return {
    get offer() {
      const last = done.at(-1);
      if (last === undefined) return null;
      const { id, deed } = last;
      if ('sheets' in last) return { id, deed, cells: 0, sheet: last.sheets[0]?.grid.name ?? '' };
      return { id, deed, cells: 'cells' in last ? last.cells.length : 0, sheet: last.sheetName };
    },
    add(deed, written) {
      if ('cells' in written && written.cells.length === 0) return;
      const last = done.at(-1);
      // One stretch of typing is one deed.
      if ('text' in written && last !== undefined && 'text' in last && continues(last.text, written.text)) {
        done[done.length - 1] = { ...last, text: { ...written.text, before: last.text.before } };
        return;
      }
      deeds += 1;
      done.push({ id: deeds, deed, ...written });
    },
    async takeBack() {
      const last = done.at(-1);
      if (last === undefined) return { ok: false, reason: 'noReport', detail: '' };
      try {
        const result = await takeBackOf(last);
        if (result.ok || ['noReport', 'changedSince', 'textChanged'].includes(result.reason)) done.pop();
        return result;
      } catch (error) {
        // The sheet is gone, and what was written with it.
        if (isStale(error)) done.pop();
        return failedWrite(error);
      }
    },
  };
}
