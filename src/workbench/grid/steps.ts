/** A person's steps on the grid, collected until the grid is at rest and then carried into the book. */
import type { IMutationInfo } from '@univerjs/core';
import type { Book } from '../../book/book';
import { Refusal } from '../../book/refusal';
import { carryOver, type GridReader } from './translation';

/** What the grid has to say to the person. `refused`: by data validation, in its own words. */
export type GridNotice =
  | { readonly kind: 'reimported'; readonly step: string }
  | { readonly kind: 'protected' | 'impossible' }
  | { readonly kind: 'refused'; readonly title: string; readonly message: string };

export interface StepsParts {
  readonly book: Book;
  readonly reader: GridReader;
  readonly notify: (notice: GridNotice) => void;
  /** Makes the grid show the book. */
  readonly draw: () => void;
}

export class Steps {
  private pending: IMutationInfo<object>[] = [];
  private timer: ReturnType<typeof setTimeout> | null = null;
  private carrying = false;
  private waiting: (() => void)[] = [];

  constructor(private readonly parts: StepsParts) {}

  add(step: IMutationInfo<object>): void {
    this.pending.push(step);
    this.timer ??= setTimeout(() => this.carry(), 0);
  }

  /** Steps are still on their way into the book: it is drawn when they are there. */
  get underWay(): boolean {
    return this.carrying || this.timer !== null;
  }

  /** Resolves when all steps so far have reached the book and are drawn. */
  settled(): Promise<void> {
    return this.timer === null ? Promise.resolve() : new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Says what the book would not take. */
  tell(error: unknown): void {
    if (!(error instanceof Refusal)) throw error;
    this.parts.notify({ kind: error.reason === 'protected' ? 'protected' : 'impossible' });
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private carry(): void {
    const { book, reader, notify, draw } = this.parts;
    this.timer = null;
    const steps = this.pending;
    this.pending = [];
    this.carrying = true;
    try {
      const { unknown, refusal } = carryOver(book, reader, steps);
      if (unknown !== null) {
        console.warn(`workbench: the grid did ${unknown}, which the workbook does not know; it is drawn anew`);
        notify({ kind: 'reimported', step: unknown });
      }
      if (refusal !== null) notify({ kind: 'refused', title: refusal.title, message: refusal.message });
    } catch (error) {
      this.tell(error);
    } finally {
      this.carrying = false;
      // Also where the book took everything: the grid may have done more than was meant.
      draw();
      const resolved = this.waiting;
      this.waiting = [];
      for (const resolve of resolved) resolve();
    }
  }
}
