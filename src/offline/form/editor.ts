/**
 * The box that is typed into. It lies over the active cell and always has the keyboard, unseen until something is typed,
 * so that an input method for Chinese begins in the right place and nothing of the first word is lost.
 */
import type { SlotMove } from './slots';
import { tag } from '../dom';

export interface EditorListener {
  /** False where the content is refused: the editor stays open. `null`: without going anywhere. */
  commit(text: string, step: SlotMove | null): boolean;
  /** A key while nothing is being typed. True where it was taken. */
  key(event: KeyboardEvent): boolean;
  copy(event: ClipboardEvent): void;
  paste(event: ClipboardEvent): void;
  begun(): void;
}

export class CellEditor {
  readonly element = tag('textarea', 'cell-editor');
  /** Opened by F2 or a double click: arrows move in the text. */
  private inside = false;
  private open = false;

  constructor(private readonly listener: EditorListener) {
    const { element } = this;
    element.rows = 1;
    element.spellcheck = false;
    element.autocomplete = 'off';
    element.addEventListener('keydown', (event) => this.key(event));
    element.addEventListener('input', () => this.typed());
    element.addEventListener('compositionstart', () => this.typed());
    element.addEventListener('blur', () => {
      if (this.open) this.listener.commit(this.text, null);
    });
    for (const kind of ['copy', 'cut'] as const) {
      element.addEventListener(kind, (event) => {
        if (!this.open) this.listener.copy(event);
      });
    }
    element.addEventListener('paste', (event) => {
      if (!this.open) this.listener.paste(event);
    });
  }

  get editing(): boolean {
    return this.open;
  }

  get text(): string {
    return this.element.value;
  }

  focus(): void {
    if (document.activeElement !== this.element) this.element.focus({ preventScroll: true });
  }

  /** Lays it over a cell; `label` is read out. */
  place(cell: HTMLElement, paper: HTMLElement, label: string): void {
    const at = cell.getBoundingClientRect();
    const from = paper.getBoundingClientRect();
    const { style } = this.element;
    style.left = `${at.left - from.left}px`;
    style.top = `${at.top - from.top}px`;
    style.width = `${at.width}px`;
    style.height = `${at.height}px`;
    this.element.setAttribute('aria-label', label);
  }

  begin(text: string): void {
    this.element.value = text;
    this.inside = true;
    this.typed();
    this.element.select();
  }

  end(): void {
    this.open = false;
    this.inside = false;
    this.element.value = '';
    this.element.classList.remove('open');
  }

  private typed(): void {
    if (this.open) return;
    this.open = true;
    this.element.classList.add('open');
    this.listener.begun();
  }

  private key(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (!this.open) {
      if (this.listener.key(event)) event.preventDefault();
      return;
    }
    const arrows: Readonly<Record<string, SlotMove>> = this.inside
      ? {}
      : { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };
    const ends: Readonly<Record<string, SlotMove>> = {
      Enter: event.shiftKey ? 'up' : 'down',
      Tab: event.shiftKey ? 'previous' : 'next',
    };
    const step = ends[event.key] ?? arrows[event.key];
    if (event.key === 'Escape') this.end();
    else if (step !== undefined) {
      if (!this.listener.commit(this.text, step)) this.element.select();
    } else return;
    event.preventDefault();
  }
}
