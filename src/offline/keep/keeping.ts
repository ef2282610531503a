/** What becomes of unsaved work: kept on this machine and said so, deleted at a click, or not kept at all. */
import type { Book } from '../../book/book';
import { workbookFromFile, workbookToFile } from '../../book/workbookFile';
import { button, tag } from '../dom';
import { Store, type Kept } from './store';
import type { Words } from '../words/words.zh';
import { two } from '../../report/closing';

/** Milliseconds from a change until it is kept, however fast the next ones follow. */
const soon = 400;
/** The one thing that a shared computer remembers: that it is one. */
const sharedKey = 'gouji-offline-shared';

const clockTime = (time: number): string => {
  const date = new Date(time);
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
};
const dayAndTime = (time: number): string => {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clockTime(time)}`;
};

function readShared(): boolean {
  try {
    return localStorage.getItem(sharedKey) === '1';
  } catch {
    return false;
  }
}

function writeShared(shared: boolean): void {
  try {
    if (shared) localStorage.setItem(sharedKey, '1');
    else localStorage.removeItem(sharedKey);
  } catch {
    // Where nothing can be kept, the mode holds for this page.
  }
}

export interface KeepingOptions {
  readonly book: Book;
  readonly words: Words;
  readonly titles: () => string[];
  /** Puts what is being typed into the book. */
  readonly leave: () => void;
  /** Unsaved work was taken back: its buttons are gone, and what had the keyboard with them. */
  readonly restored: () => void;
}

export class Keeping {
  readonly element = tag('div', 'keeping');
  private readonly status = tag('span');
  /** Unsaved work of before, to be taken back: nobody may think that it is lost, so it does not stand at the foot. */
  readonly found = tag('div', 'found');
  private readonly box = tag('input');
  private timer: ReturnType<typeof setTimeout> | undefined;
  private store: Store | null = null;
  /** The state that was last put into a file. */
  private savedState: unknown;
  private keptState: unknown = null;

  constructor(private readonly options: KeepingOptions) {
    const { book, words } = options;
    this.savedState = book.snapshot();
    this.status.setAttribute('role', 'status');
    this.box.type = 'checkbox';
    this.box.checked = readShared();
    this.box.addEventListener('change', () => void this.changeMode());
    const label = tag('label');
    label.append(this.box, words.shared);
    this.element.append(
      this.status,
      button(words.deleteKept, () => void this.deleteAll()),
      label,
    );
    book.subscribe(() => {
      // What was said of the last time is no longer the whole truth until this change is kept too.
      this.status.ariaBusy = 'true';
      this.timer ??= setTimeout(() => void this.keep(), soon);
    });
    window.addEventListener('beforeunload', (event) => {
      options.leave();
      if (!this.isUnsaved || this.keptState === book.snapshot()) return;
      event.preventDefault();
      event.returnValue = words.leaving;
    });
    // A page that is put away may never come back.
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') return;
      options.leave();
      void this.keep();
    });
  }

  async start(): Promise<void> {
    this.store = await Store.open();
    const { words } = this.options;
    this.say(this.store === null ? words.cannotKeep : this.box.checked ? words.notKept : words.keeping);
    if (this.store === null) return;
    if (this.box.checked) await this.store.clear();
    else for (const work of await this.store.left()) this.offer(work);
  }

  /** What stands in the book now stands in a file. */
  saved(): void {
    this.savedState = this.options.book.snapshot();
    void this.keep();
  }

  private get isUnsaved(): boolean {
    const { book } = this.options;
    return book.snapshot() !== this.savedState && this.options.titles().length > 0;
  }

  private say(text: string): void {
    this.status.textContent = text;
  }

  private settle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.status.ariaBusy = 'false';
  }

  private async keep(): Promise<void> {
    const { store } = this;
    const { book, words, titles } = this.options;
    clearTimeout(this.timer);
    this.timer = undefined;
    const state = book.snapshot();
    if (store === null || this.box.checked || state === this.keptState) {
      this.settle();
      return;
    }
    try {
      if (!this.isUnsaved) {
        await store.remove(store.id);
        this.say(words.keeping);
      } else {
        const time = Date.now();
        await store.keep({ time, titles: titles(), workbook: workbookToFile(state) });
        this.say(words.kept(clockTime(time)));
      }
      this.keptState = state;
    } catch {
      this.say(words.keepFailed);
    }
    // A change made meanwhile has its own time to be kept.
    if (this.timer === undefined) this.settle();
  }

  private async deleteAll(): Promise<void> {
    this.settle();
    await this.store?.clear();
    this.keptState = null;
    this.found.replaceChildren();
    this.say(this.options.words.deleted);
  }

  private async changeMode(): Promise<void> {
    const { words } = this.options;
    writeShared(this.box.checked);
    if (this.box.checked) {
      await this.deleteAll();
      this.say(words.notKept);
      return;
    }
    this.say(this.store === null ? words.cannotKeep : words.keeping);
    await this.keep();
  }

  private offer(work: Kept): void {
    const { book, words } = this.options;
    const line = tag('div', 'offer');
    line.setAttribute('role', 'alert');
    const titles = work.titles.join('、');
    line.append(tag('span', '', words.found(dayAndTime(work.time), titles === '' ? words.untitled : titles)));
    const restore = async (): Promise<void> => {
      if (this.options.titles().length > 0) {
        this.say(words.notEmpty);
        return;
      }
      try {
        book.load(workbookFromFile(work.workbook));
      } catch {
        this.say(words.unreadable);
        return;
      }
      line.remove();
      // Deleted only once it is kept under this page’s own name.
      await this.keep();
      if (this.keptState === book.snapshot()) await this.store?.remove(work.id);
      this.say(words.restored);
      this.options.restored();
    };
    const discard = async (): Promise<void> => {
      await this.store?.remove(work.id);
      line.remove();
    };
    line.append(
      button(words.restore, () => void restore()),
      button(words.discard, () => void discard()),
    );
    this.found.append(line);
  }
}
