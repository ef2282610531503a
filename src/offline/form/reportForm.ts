/**
 * The official tables of a report as a form, with a sheet’s keyboard habits: arrows, Tab, Enter, typing replaces, F2, Delete,
 * copy and paste of blocks. What stands in a cell, what it may hold and how it is painted are the book’s.
 */
import { block } from '../../book/address';
import type { Book } from '../../book/book';
import { cellAt } from '../../book/sheet';
import { isFormula } from '../../book/formulas/value';
import type { Edition } from '../../report/edition';
import { totalFill } from '../../report/sheet/looks';
import { gridColumns, sheetLayout, type SheetBlock, type SheetCell } from '../../report/sheet/sheet';
import { html, htmlText } from '../../write/html/markup';
import { CellEditor } from './editor';
import { planPaste, rowsOfMarkup, pastedRows, type PastePlan } from './pasting';
import { slotAt, slotsBetween, slotsOf, stepFrom, type Slot, type SlotMove } from './slots';
import { tag } from '../dom';

export interface FormListener {
  /** A typed or pasted content was refused, with the reason; `null` where all is well again. */
  refused(reason: { readonly title: string; readonly message: string } | null): void;
  pasteRefused(plan: Extract<PastePlan, { ok: false }>): void;
  /** What a person reads of a slot: its name in the form. */
  nameOf(slot: Slot): string;
  undo(): void;
  redo(): void;
}

/** A text that Excel would read as a number. Brackets are not among it: they would be read as a minus. */
const plainNumber = /^[-+]?(?:\d[\d,]*)?(?:\.\d*)?$/u;

export class ReportForm {
  private readonly slots: readonly Slot[];
  private readonly layoutCells: readonly SheetCell[];
  private readonly elements = new Map<Slot, HTMLTableCellElement>();
  private readonly editor: CellEditor;
  private active: Slot;
  private anchor: Slot;
  /** Column in which a run of Tabs began: Enter goes back to it. */
  private tabStart: Slot | null = null;

  constructor(
    private readonly book: Book,
    readonly sheetId: string,
    edition: Edition,
    private readonly paper: HTMLElement,
    private readonly listener: FormListener,
  ) {
    const layout = sheetLayout(edition);
    this.layoutCells = layout.cells;
    this.slots = slotsOf(edition);
    const [first] = this.slots;
    if (first === undefined) throw new Error('a form without figures');
    this.active = first;
    this.anchor = first;
    this.editor = new CellEditor({
      commit: (text, step) => this.commit(text, step),
      key: (event) => this.key(event),
      copy: (event) => this.copy(event),
      paste: (event) => this.paste(event),
      begun: () => this.listener.refused(null),
    });
    for (const part of layout.blocks) {
      const cells = layout.cells.filter(
        ({ row, role }) => row >= part.row && row < part.row + part.rowCount && role !== 'sectionTitle',
      );
      const host = paper.querySelector<HTMLElement>(`[data-table="${part.table}"]`) ?? paper;
      host.append(this.table(part, cells));
    }
    paper.append(this.editor.element);
    this.update();
  }

  private table(part: SheetBlock, cells: readonly SheetCell[]): HTMLTableElement {
    const table = tag('table', 'official');
    const columns = tag('colgroup');
    for (let column = 0; column < gridColumns; column += 1) columns.append(tag('col'));
    table.append(columns);
    for (let row = part.row; row < part.row + part.rowCount; row += 1) {
      const line = table.insertRow();
      for (const cell of cells.filter((one) => one.row === row).sort((a, b) => a.column - b.column))
        line.append(this.cell(cell));
    }
    return table;
  }

  private cell(cell: SheetCell): HTMLTableCellElement {
    const slot = this.slots.find((one) => one === cell);
    const element = tag(slot === undefined ? 'th' : 'td', cell.role);
    element.rowSpan = cell.rowSpan;
    element.colSpan = cell.columnSpan;
    if (slot === undefined) {
      element.textContent = cell.text;
      return element;
    }
    this.elements.set(slot, element);
    element.addEventListener('mousedown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      this.leave();
      this.select(slot, event.shiftKey);
    });
    element.addEventListener('mouseenter', (event) => {
      if (event.buttons === 1 && !this.editor.editing) this.select(slot, true);
    });
    element.addEventListener('dblclick', () => this.edit());
    return element;
  }

  /** Shows what stands in the book now. */
  update(): void {
    const sheet = this.book.findSheet(this.sheetId);
    if (sheet === null) return;
    for (const [slot, element] of this.elements) {
      const text = this.book.text(sheet, slot.row, slot.column);
      if (element.textContent !== text) element.textContent = text;
      const [paint] = this.book.painted(sheet, slot.row, slot.column);
      const total = isFormula(cellAt(sheet, slot.row, slot.column).content);
      element.style.backgroundColor = paint?.fill ?? (total ? totalFill : '');
      element.style.color = paint?.fontColor ?? '';
    }
    this.mark();
  }

  /** Goes to the slot whose box holds a cell. */
  show(row: number, column: number): void {
    const slot = slotAt(this.slots, row, column);
    if (slot !== undefined) this.select(slot, false);
    else this.paper.scrollIntoView({ block: 'start' });
  }

  focus(): void {
    this.select(this.active, this.active !== this.anchor);
  }

  /** Puts what is being typed into the book. False where it is refused. */
  leave(): boolean {
    return !this.editor.editing || this.commit(this.editor.text, null);
  }

  private select(slot: Slot, extend: boolean): void {
    this.active = slot;
    if (!extend) this.anchor = slot;
    this.book.select(this.sheetId, block(this.anchor.row, this.anchor.column));
    this.mark();
    const element = this.elements.get(slot);
    element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.editor.focus();
  }

  private mark(): void {
    const chosen = new Set(slotsBetween(this.slots, this.anchor, this.active).flat());
    for (const [slot, element] of this.elements) {
      element.classList.toggle('chosen', chosen.size > 1 && chosen.has(slot));
      element.classList.toggle('active', slot === this.anchor);
    }
    const element = this.elements.get(this.anchor);
    if (element === undefined || this.editor.editing) return;
    const text = element.textContent;
    this.editor.place(element, this.paper, `${this.listener.nameOf(this.anchor)}：${text === '' ? '—' : text}`);
  }

  private edit(): void {
    this.anchor = this.active;
    const sheet = this.book.sheet(this.sheetId);
    const { content } = cellAt(sheet, this.active.row, this.active.column);
    this.editor.begin(
      isFormula(content) ? content.formula : this.book.text(sheet, this.active.row, this.active.column),
    );
  }

  private commit(given: string, step: SlotMove | null): boolean {
    const text = given.normalize('NFKC').trim();
    const { row, column } = this.anchor;
    const sheet = this.book.sheet(this.sheetId);
    const typed = plainNumber.test(text) || text.startsWith('=') ? text : `'${text}`;
    const { content } = cellAt(sheet, row, column);
    const before = isFormula(content) ? content.formula : this.book.text(sheet, row, column);
    if (before !== text) {
      const result = this.book.type(this.sheetId, block(row, column), typed === "'" ? '' : typed);
      if (!result.ok) {
        this.listener.refused({ title: `“${text}” ${result.title}`, message: result.message });
        if (step === null) this.editor.end();
        return false;
      }
    }
    this.editor.end();
    this.listener.refused(null);
    this.update();
    if (step !== null) this.go(step, false);
    return true;
  }

  private go(step: SlotMove, extend: boolean): void {
    const from = extend ? this.active : this.anchor;
    if (step === 'next' || step === 'previous') this.tabStart ??= from;
    else if (step === 'down' && this.tabStart !== null) {
      const back = this.tabStart;
      this.tabStart = null;
      this.select(stepFrom(this.slots, back.row === from.row ? back : from, 'down'), false);
      return;
    } else this.tabStart = null;
    this.select(stepFrom(this.slots, from, step), extend);
  }

  /** A key while nothing is being typed. True where it was taken. */
  private key(event: KeyboardEvent): boolean {
    const steps: Readonly<Record<string, SlotMove>> = {
      ArrowLeft: 'left',
      ArrowRight: 'right',
      ArrowUp: 'up',
      ArrowDown: 'down',
      Home: event.ctrlKey ? 'first' : 'rowStart',
      End: event.ctrlKey ? 'last' : 'rowEnd',
      Tab: event.shiftKey ? 'previous' : 'next',
      Enter: event.shiftKey ? 'up' : 'down',
    };
    const step = steps[event.key];
    if (step !== undefined) {
      this.go(step, event.shiftKey && event.key !== 'Tab' && event.key !== 'Enter');
      return true;
    }
    if (event.key === 'F2') this.edit();
    else if (event.key === 'Delete' || event.key === 'Backspace') this.clear();
    else if (event.ctrlKey || event.metaKey) return this.command(event);
    else return false;
    return true;
  }

  private command(event: KeyboardEvent): boolean {
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) this.listener.undo();
    else if (key === 'y' || key === 'z') this.listener.redo();
    else if (key === 'a') {
      const table = this.active.table;
      const own = this.slots.filter((slot) => slot.table === table);
      this.anchor = own[0] ?? this.anchor;
      this.active = own.at(-1) ?? this.active;
      this.mark();
    } else return false;
    return true;
  }

  private clear(): void {
    this.book.as('user', () => {
      for (const slot of slotsBetween(this.slots, this.anchor, this.active).flat())
        this.book.clear(this.sheetId, block(slot.row, slot.column));
    });
    this.update();
  }

  private copy(event: ClipboardEvent): void {
    const sheet = this.book.sheet(this.sheetId);
    const rows = slotsBetween(this.slots, this.anchor, this.active).map((line) =>
      line.map((slot) => this.book.text(sheet, slot.row, slot.column)),
    );
    const cells = (row: readonly string[]) => row.map((text) => html('td', null, htmlText(text)));
    const table = html(
      'table',
      null,
      rows.map((row) => html('tr', null, cells(row))),
    );
    event.clipboardData?.setData('text/plain', rows.map((row) => row.join('\t')).join('\r\n'));
    event.clipboardData?.setData('text/html', table);
    event.preventDefault();
    if (event.type === 'cut') this.clear();
  }

  private paste(event: ClipboardEvent): void {
    event.preventDefault();
    const given = (type: string): string => event.clipboardData?.getData(type) ?? '';
    const rows = rowsOfMarkup(given('text/html')) ?? pastedRows(given('text/plain'));
    if (rows.length === 0) return;
    const top = slotsBetween(this.slots, this.anchor, this.active)[0]?.[0] ?? this.anchor;
    const plan = planPaste(rows, this.slots, this.layoutCells, top);
    if (!plan.ok) {
      this.listener.pasteRefused(plan);
      return;
    }
    this.listener.refused(null);
    this.book.as('user', () => {
      for (const { slot, text: given } of plan.changes) {
        const text = given.normalize('NFKC');
        this.book.writeContents(
          this.sheetId,
          block(slot.row, slot.column),
          () => (plainNumber.test(text) ? text : `'${text}`),
          true,
        );
      }
    });
    this.update();
  }
}
