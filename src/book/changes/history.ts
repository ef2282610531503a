/** Undo and redo: states before and after, with what each step changed. */
import type { Change } from './change';
import type { Workbook } from '../sheet';

export interface HistoryStep {
  readonly before: Workbook;
  readonly after: Workbook;
  readonly changes: readonly Change[];
}

export class History {
  private done: HistoryStep[] = [];
  private undone: HistoryStep[] = [];

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }

  /** Whether a step that was not undone led to a state. */
  leadsTo(state: Workbook): boolean {
    return this.done.some(({ after }) => after === state);
  }

  add(step: HistoryStep): void {
    this.done.push(step);
    this.undone = [];
  }

  clear(): void {
    this.done = [];
    this.undone = [];
  }

  undo(): HistoryStep | null {
    const step = this.done.pop();
    if (step === undefined) return null;
    this.undone.push(step);
    return step;
  }

  redo(): HistoryStep | null {
    const step = this.undone.pop();
    if (step === undefined) return null;
    this.done.push(step);
    return step;
  }
}
