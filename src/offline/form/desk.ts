/** The left half of the page: the sheets of the book, the active one drawn as a form or as a list. */
import { isTextSection } from '../../report/edition';
import type { Book } from '../../book/book';
import type { Change } from '../../book/changes/change';
import type { Sheet } from '../../book/sheet';
import type { CellPosition } from '../../report/a1';
import { figureName, findFigure } from '../../report/figures';
import { textSheetOf } from '../../report/sheet/sheet';
import { locateReports } from '../../read/tables/locate';
import type { LocatedReport, SheetGrid } from '../../read/reading';
import { button, tag } from '../dom';
import { ReportForm } from './reportForm';
import { drawListing } from './listing';
import { TextSections } from './sections';
import { stateOf } from '../sheets';
import type { Words } from '../words/words.zh';

export interface DeskListener {
  say(text: string | null): void;
  undo(): void;
  redo(): void;
}

/** Grids are the same object for as long as their sheet stays the same. */
const known = new WeakMap<SheetGrid, LocatedReport | null>();

function reportOn(grid: SheetGrid): LocatedReport | undefined {
  if (!known.has(grid)) known.set(grid, locateReports(grid)[0] ?? null);
  return known.get(grid) ?? undefined;
}

/** The sheet that a workbook cannot be without stands empty and is not shown. */
const isEmpty = (sheet: Sheet): boolean => sheet.cells.size === 0;

export class Desk {
  private readonly tabs = tag('div', 'sheet-tabs');
  private readonly scroller = tag('div', 'scroller');
  private paper = tag('div', 'paper');
  private drawn: {
    readonly sheetId: string;
    readonly form: ReportForm | null;
    readonly text: TextSections | null;
  } | null = null;

  constructor(
    private readonly book: Book,
    private readonly place: HTMLElement,
    private readonly words: Words,
    private readonly listener: DeskListener,
  ) {
    this.tabs.setAttribute('role', 'group');
    this.tabs.setAttribute('aria-label', words.sheets);
    this.scroller.append(this.paper);
    place.append(this.scroller, this.tabs);
    book.subscribe(({ origin, changes }) => {
      if (origin === 'undo') this.showReturned(changes);
      if (changes.some(({ kind }) => kind !== 'selected')) this.update();
    });
    this.update();
  }

  /** Reports of the book, with the sheets that hold them. */
  reports(): { readonly sheet: Sheet; readonly located: LocatedReport }[] {
    return this.book.sheets.flatMap((sheet) => {
      const located = isEmpty(sheet) ? undefined : reportOn(stateOf(this.book, sheet).grid);
      return located === undefined ? [] : [{ sheet, located }];
    });
  }

  /** Puts what is being typed into the book. */
  leave(): void {
    this.drawn?.form?.leave();
    this.drawn?.text?.leave();
  }

  /** Shows the report of the latest year, which is the one that is being written, and gives it the keyboard. */
  showLatest(): void {
    const reports = this.reports();
    const yearOf = (at: number): number => reports[at]?.located.year ?? 0;
    const last = reports.reduce((best, _, at) => (yearOf(at) > yearOf(best) ? at : best), 0);
    const sheet = reports[last]?.sheet;
    if (sheet !== undefined) this.book.activate(sheet.id);
    this.focus();
  }

  /** Gives the keyboard to the form. */
  focus(): void {
    if (this.drawn?.form != null) this.drawn.form.focus();
    else if (this.scroller.tabIndex === 0) this.scroller.focus();
  }

  show(sheet: Sheet, { row, column }: CellPosition): void {
    this.book.activate(sheet.id);
    this.update();
    this.drawn?.form?.show(row, column);
  }

  /** A report that undo or redo brought back is the one that is looked at. */
  private showReturned(changes: readonly Change[]): void {
    const back = new Set(changes.flatMap((change) => (change.kind === 'sheetAdded' ? [change.sheetId] : [])));
    const report = back.size === 0 ? undefined : this.reports().find(({ sheet }) => back.has(sheet.id));
    if (report !== undefined) this.book.activate(report.sheet.id);
  }

  private update(): void {
    const reports = this.reports();
    const { activeSheet } = this.book;
    const [first] = reports;
    if (first !== undefined && isEmpty(activeSheet)) {
      // Nothing else is to be seen there; the pane must speak of what is shown.
      this.book.activate(first.sheet.id);
      return;
    }
    // A text sheet is part of its report’s form.
    const owner = reports.find(({ sheet, located }) => textSheetOf(located.year, sheet.name) === activeSheet.name);
    const shown = owner?.sheet ?? (isEmpty(activeSheet) ? undefined : activeSheet);
    this.drawTabs(reports, shown);
    this.place.classList.toggle('bare', shown === undefined);
    if (shown === undefined) {
      this.clear();
      this.paper.append(tag('p', 'nothing', this.words.empty));
      return;
    }
    const report = reports.find(({ sheet }) => sheet.id === shown.id);
    if (report === undefined) {
      this.clear();
      // Nothing in a list takes the keyboard: it is scrolled itself.
      this.scroller.tabIndex = 0;
      drawListing(this.book, shown.id, this.paper);
    } else if (this.drawn?.sheetId !== shown.id) this.draw(report.sheet, report.located);
    else {
      const title = this.paper.querySelector('.report-title');
      if (title !== null) title.textContent = this.book.text(report.sheet, 0, 0);
      this.drawn.form?.update();
      this.drawn.text?.update();
    }
  }

  private clear(): void {
    this.drawn = null;
    this.scroller.removeAttribute('tabindex');
    this.paper = tag('div', 'paper');
    this.scroller.replaceChildren(this.paper);
  }

  private draw(sheet: Sheet, located: LocatedReport): void {
    this.clear();
    const { paper, words } = this;
    const { edition } = located;
    paper.append(tag('h1', 'report-title', this.book.text(sheet, 0, 0)));
    for (const { id, title } of edition.sections) {
      const section = tag('section');
      section.dataset[isTextSection(id) ? 'section' : 'table'] = id;
      section.append(tag('h2', '', title));
      paper.append(section);
    }
    const form = new ReportForm(this.book, sheet.id, edition, paper, {
      refused: (reason) => this.listener.say(reason === null ? null : words.refused(reason.title, reason.message)),
      pasteRefused: ({ text, label }) => this.listener.say(words.pasteRefused(text, label)),
      nameOf: ({ figure = '' }) => {
        const found = findFigure(edition, figure);
        return found === undefined ? figure : figureName(found);
      },
      undo: () => this.listener.undo(),
      redo: () => this.listener.redo(),
    });
    const text = new TextSections(this.book, textSheetOf(located.year, sheet.name), edition, paper, words, (said) =>
      this.listener.say(said),
    );
    this.drawn = { sheetId: sheet.id, form, text };
    text.shown();
    this.scroller.scrollTop = 0;
  }

  private drawTabs(reports: ReturnType<Desk['reports']>, shown: Sheet | undefined): void {
    const texts = new Set(reports.map(({ sheet, located }) => textSheetOf(located.year, sheet.name)));
    const sheets = this.book.sheets.filter((sheet) => !isEmpty(sheet) && !texts.has(sheet.name));
    this.tabs.replaceChildren(
      ...sheets.map((sheet) => {
        const tab = tag('span', 'sheet-tab');
        const open = button(sheet.name, () => {
          this.leave();
          this.book.activate(sheet.id);
          this.update();
        });
        open.setAttribute('aria-pressed', String(sheet.id === shown?.id));
        const close = button('×', () => this.close(sheet, reports), 'close');
        close.title = this.words.closeSheet(sheet.name);
        close.setAttribute('aria-label', close.title);
        tab.append(open, close);
        return tab;
      }),
    );
  }

  /** Takes a sheet out of the book, a report with its text. It can be undone. */
  private close(sheet: Sheet, reports: ReturnType<Desk['reports']>): void {
    this.leave();
    const report = reports.find((one) => one.sheet.id === sheet.id);
    const text = report === undefined ? null : this.book.findSheet(textSheetOf(report.located.year, sheet.name));
    this.book.as('user', () => {
      this.book.deleteSheet(sheet.id);
      if (text !== null) this.book.deleteSheet(text.id);
    });
  }
}
