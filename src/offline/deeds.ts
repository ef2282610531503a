/**
 * What the pane wrote in this session, and the way back. While it is the last step of the book the book takes it back; once
 * something else was done since, cell by cell, and only where a cell still holds what was written.
 */
import { block } from '../book/address';
import type { Book } from '../book/book';
import type { Workbook } from '../book/sheet';
import type { WriteResult } from '../host/host';
import { planText } from '../host/textRows';
import { changedCells, planUndo, type Deed, type UndoOffer, type WrittenCell } from '../host/undo';
import { locateReports, locateText } from '../read/tables/locate';
import type { SheetGrid } from '../read/reading';
import type { TextSectionId } from '../report/edition';
import { stateOf } from './sheets';
import { putTexts } from './template';

export type Written =
  /** `index`: which report on the sheet. */
  | { readonly kind: 'cells'; readonly sheet: string; readonly index: number; readonly cells: readonly WrittenCell[] }
  /** Sheets that were added, as they stood then. */
  | { readonly kind: 'sheets'; readonly sheets: readonly { readonly id: string; readonly grid: SheetGrid }[] }
  | {
      readonly kind: 'text';
      readonly sheet: string;
      readonly section: TextSectionId;
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

interface Done {
  /** A new one each time it comes back by redo. */
  id: number;
  readonly deed: Deed;
  readonly sheet: string;
  readonly written: Written;
  /** The state of the book that it made. */
  readonly state: Workbook;
  /** The state in which it was taken back cell by cell, or could not be. */
  ended: Workbook | null;
}

const gone: WriteResult = { ok: false, reason: 'noReport', detail: '' };

export class Deeds {
  private readonly done: Done[] = [];
  private lastId = 0;

  constructor(private readonly book: Book) {}

  /** To be called right after it was written. */
  add(deed: Deed, sheet: string, written: Written): void {
    this.lastId += 1;
    this.done.push({ id: this.lastId, deed, sheet, written, state: this.book.snapshot(), ended: null });
  }

  /** The last that undo and redo of the book have not taken away, and that was not taken back. */
  private get last(): Done | undefined {
    const { book } = this;
    return this.done.findLast(
      ({ state, ended }) => book.hasReached(state) && (ended === null || !book.hasReached(ended)),
    );
  }

  get offer(): UndoOffer | null {
    const { last } = this;
    if (last === undefined) return null;
    const { id, deed, sheet, written } = last;
    return { id, deed, sheet, cells: written.kind === 'cells' ? written.cells.length : 0 };
  }

  takeBack(): WriteResult {
    const { book, last } = this;
    if (last === undefined) return gone;
    if (book.snapshot() === last.state && book.undo()) {
      this.lastId += 1;
      last.id = this.lastId;
      return { ok: true, sheet: last.sheet, kept: 0 };
    }
    const result = book.as('api', () => this.plainly(last.written));
    last.ended = book.snapshot();
    return result;
  }

  private plainly(written: Written): WriteResult {
    switch (written.kind) {
      case 'cells':
        return this.cellsBack(written);
      case 'sheets':
        return this.sheetsBack(written);
      case 'text':
        return writeParagraphs(this.book, written.sheet, written.section, written.after, written.before);
    }
  }

  private cellsBack({ sheet: id, index, cells }: Extract<Written, { kind: 'cells' }>): WriteResult {
    const { book } = this;
    const sheet = book.findSheet(id);
    if (sheet === null) return gone;
    const { grid } = stateOf(book, sheet);
    const located = locateReports(grid)[index];
    if (located === undefined) return gone;
    const { back, kept } = planUndo(located, grid, cells);
    for (const [{ row, column }, before] of back) {
      if (before === '') book.clear(sheet.id, block(row, column));
      else book.writeContents(sheet.id, block(row, column), () => before as number | string, true);
    }
    return { ok: true, sheet: sheet.name, kept };
  }

  /** Sheets in which anything was changed since are not taken away. */
  private sheetsBack({ sheets }: Extract<Written, { kind: 'sheets' }>): WriteResult {
    const { book } = this;
    const now = sheets.flatMap(({ id, grid }) => {
      const sheet = book.findSheet(id);
      return sheet === null ? [] : [{ sheet, changed: changedCells(grid, stateOf(book, sheet).grid) }];
    });
    const changed = now.reduce((sum, one) => sum + one.changed, 0);
    if (changed > 0) return { ok: false, reason: 'changedSince', detail: String(changed) };
    for (const { sheet } of now) book.deleteSheet(sheet.id);
    return { ok: true, sheet: now[0]?.sheet.name ?? '' };
  }
}

/** Writes the paragraphs of a section of a text sheet; refuses where the sheet does not hold `before` any more. */
export function writeParagraphs(
  book: Book,
  id: string,
  section: TextSectionId,
  before: readonly string[],
  after: readonly string[],
): WriteResult {
  const sheet = book.findSheet(id);
  if (sheet === null) return gone;
  const { grid } = stateOf(book, sheet);
  const heading = locateText(grid)?.headings[section] ?? null;
  if (heading === null) return gone;
  const plan = planText(grid, heading, before, after);
  if (plan === null) return { ok: false, reason: 'textChanged', detail: sheet.name };
  if (plan.insert !== null) book.insertRows(sheet.id, plan.insert.above, plan.insert.count);
  putTexts(book, sheet, plan.writes);
  return { ok: true, sheet: sheet.name };
}
