/** The text sections of a report as boxes to write in, one paragraph a line. They stand on the report’s text sheet. */
import type { Book } from '../../book/book';
import type { Sheet } from '../../book/sheet';
import { locateText } from '../../read/tables/locate';
import { isTextSection, textSections, type Edition, type TextSectionId } from '../../report/edition';
import { textSheetRows } from '../../report/sheet/textSheet';
import { stateOf } from '../sheets';
import { writeColumn } from '../template';
import { tag } from '../dom';
import type { Words } from '../words/words.zh';

/** Milliseconds of quiet after which what is being written is put into the book: one step that can be undone. */
const pause = 700;

type Narrative = Record<TextSectionId, readonly string[]>;

const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Whether the sheet would be read as it is meant: a line that looks like a heading would part the text. */
function readsAs(rows: readonly string[], narrative: Narrative): boolean {
  const grid = { name: '', row: 0, column: 0, values: rows.map((row) => [row]), formulas: [] };
  const read = locateText(grid)?.narrative;
  return textSections.every((id) => read?.[id].join('\n') === narrative[id].join('\n'));
}

export class TextSections {
  private readonly boxes = new Map<TextSectionId, HTMLTextAreaElement>();
  private readonly pending = new Set<TextSectionId>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly book: Book,
    private readonly sheetName: string,
    private readonly edition: Edition,
    paper: HTMLElement,
    private readonly words: Words,
    /** Says why a text is not taken in; `null` where all is well again. */
    private readonly say: (text: string | null) => void,
  ) {
    for (const { id, title } of edition.sections) {
      const host = paper.querySelector<HTMLElement>(`[data-section="${id}"]`);
      if (!isTextSection(id) || host === null) continue;
      const box = tag('textarea', 'section-text');
      box.setAttribute('aria-label', title);
      box.placeholder = words.textHint;
      box.lang = 'zh-CN';
      box.addEventListener('input', () => {
        this.pending.add(id);
        this.fit(box);
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.leave(), pause);
      });
      box.addEventListener('blur', () => {
        this.leave();
        this.update();
      });
      this.boxes.set(id, box);
      host.append(box);
    }
    this.update();
  }

  private get sheet(): Sheet | null {
    return this.book.findSheet(this.sheetName);
  }

  private narrative(sheet: Sheet): Narrative | null {
    return locateText(stateOf(this.book, sheet).grid)?.narrative ?? null;
  }

  private fit(box: HTMLTextAreaElement): void {
    box.style.height = 'auto';
    box.style.height = `${Math.max(72, box.scrollHeight + 4)}px`;
  }

  /** Shows what stands in the book, but for a box that is being written in and says the same. */
  update(): void {
    const { sheet } = this;
    const narrative = sheet === null ? null : this.narrative(sheet);
    for (const [id, box] of this.boxes) {
      box.disabled = narrative === null;
      const paragraphs = narrative?.[id] ?? [];
      if (this.pending.has(id)) continue;
      if (paragraphsOf(box.value).join('\n') === paragraphs.join('\n')) continue;
      box.value = paragraphs.join('\n');
      this.fit(box);
    }
  }

  /** Heights can only be known once the boxes are on the page. */
  shown(): void {
    for (const box of this.boxes.values()) this.fit(box);
  }

  /** Puts what was written into the book. */
  leave(): void {
    clearTimeout(this.timer);
    const { sheet } = this;
    if (this.pending.size === 0 || sheet === null) return;
    const narrative: Narrative = { overview: [], problems: [], other: [], ...this.narrative(sheet) };
    for (const id of this.pending) narrative[id] = paragraphsOf(this.boxes.get(id)?.value ?? '');
    const title = this.book.text(sheet, 0, 0);
    const rows = textSheetRows(this.edition, title, narrative).map(({ text }) => text);
    if (!readsAs(rows, narrative)) {
      this.say(this.words.headingInText);
      return;
    }
    this.pending.clear();
    this.say(null);
    this.book.as('user', () => writeColumn(this.book, sheet, rows));
  }
}
