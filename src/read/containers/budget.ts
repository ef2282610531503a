/**
 * What one file may ask for, over all its sheets, tables and parts together. Spans, places far out and parts that are named
 * many times make much out of few bytes, so what they make is counted where it is made, not where it is stored.
 */
import { ArchiveError } from './archive';

const budgetLimits = {
  /** Cells, those too that only fill up a row. A report has some five hundred. */
  cells: 400_000,
  /** Characters in all cells, those of a shared text each time. */
  characters: 20_000_000,
  /** Looks at a cell, a line or a record while tables are searched for. A report takes some six hundred. */
  steps: 1_000_000,
  /** Comparisons of cells with the conditions of their sheet, beyond those of a few conditions. */
  comparisons: 20_000_000,
  /** Reports. The one workbook of a province has some hundred. */
  reports: 1000,
  /** Elements of a page, which the parser holds all at once. A report has some five hundred, as Word saves it ten times so. */
  elements: 150_000,
} as const;

/** Every method throws an ArchiveError once the file has asked for more than it may. */
export class Budget {
  private readonly left: Record<keyof typeof budgetLimits, number> = { ...budgetLimits };

  private take(kind: keyof typeof budgetLimits, count: number): void {
    this.left[kind] -= count;
    if (this.left[kind] < 0)
      throw new ArchiveError('unsafe', `more than ${budgetLimits[kind]} ${kind} in one file`, 'content');
  }

  /** What is left now; a reading that is begun once more goes back to it. */
  mark(): Readonly<Record<keyof typeof budgetLimits, number>> {
    return { ...this.left };
  }

  backTo(mark: ReturnType<Budget['mark']>): void {
    Object.assign(this.left, mark);
  }

  cells(count: number): void {
    this.take('cells', count);
  }

  characters(count: number): void {
    this.take('characters', count);
  }

  elements(count: number): void {
    this.take('elements', count);
  }

  reports(count: number): void {
    this.take('reports', count);
  }

  comparisons(count: number): void {
    this.take('comparisons', count);
  }

  steps(count: number): void {
    this.take('steps', count);
  }
}
