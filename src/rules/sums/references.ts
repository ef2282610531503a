/** References to cells in formulas: lists of cells as few ranges as they make, and the conditions that rules are made of. */
import { columnLetters, type CellPosition } from '../../report/a1';

/** Which part of a reference moves with the cell that holds the formula. */
export type Anchoring = 'fixed' | 'rowMoves' | 'columnMoves' | 'moves';

const anchors: Readonly<Record<Anchoring, { readonly row: string; readonly column: string }>> = {
  fixed: { row: '$', column: '$' },
  rowMoves: { row: '', column: '$' },
  columnMoves: { row: '$', column: '' },
  moves: { row: '', column: '' },
};

const cellText = ({ row, column }: CellPosition, anchoring: Anchoring): string =>
  `${anchors[anchoring].column}${columnLetters(column)}${anchors[anchoring].row}${row + 1}`;

/** A block of cells by its corners, zero-based, both included. */
export interface Corners {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Cells as rectangles: runs of cells that touch along rows, then runs of equal extent one under the other. */
export function rectangles(cells: readonly CellPosition[]): Corners[] {
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  const runs: Corners[] = [];
  for (const cell of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.top === cell.row && last.right + 1 === cell.column) {
      runs[runs.length - 1] = { ...last, right: cell.column };
    } else {
      runs.push({ top: cell.row, bottom: cell.row, left: cell.column, right: cell.column });
    }
  }
  const blocks: Corners[] = [];
  for (const run of runs) {
    const above = blocks.findIndex(
      (block) => block.bottom + 1 === run.top && block.left === run.left && block.right === run.right,
    );
    const block = blocks[above];
    if (block === undefined) blocks.push(run);
    else blocks[above] = { ...block, bottom: run.bottom };
  }
  return blocks;
}

/** Cells as the arguments of a function: `$I12:$N12` or `I$12:I$20,I$23`. */
export const references = (cells: readonly CellPosition[], anchoring: Anchoring, sheet = ''): string =>
  rectangles(cells)
    .map(({ top, left, bottom, right }) => {
      const first = cellText({ row: top, column: left }, anchoring);
      const last = cellText({ row: bottom, column: right }, anchoring);
      return sheet + (first === last ? first : `${first}:${last}`);
    })
    .join(',');

/** One side of an identity in a formula. `count` is how many figures it has, on the sheet or not. */
export interface Side {
  readonly references: string;
  readonly count: number;
  /** Whether every figure of the side is on the sheet: else it can never be filled. */
  readonly complete: boolean;
}

/**
 * Whether no filling of the blanks could mend an identity, as a condition. SUM stands even around a single cell, because
 * Excel ranks a text above every number. `null` where it can never be so.
 */
export function brokenCondition(left: Side, right: Side): string | null {
  const short = (one: Side, other: Side): string[] =>
    one.complete && one.count > 0
      ? [`AND(COUNT(${one.references})=${one.count},SUM(${one.references})<${sumText(other)})`]
      : [];
  const cases = [...short(left, right), ...short(right, left)];
  if (cases.length === 0) return null;
  const either = cases.length === 1 ? cases.join() : `OR(${cases.join()})`;
  return `AND(${minText([left, right])}>=0,${either})`;
}

/** The sum of what a side has on the sheet. */
export const sumText = (side: Side): string => (side.references === '' ? '0' : `SUM(${side.references})`);

/** The least number among the sides. */
export const minText = (sides: readonly Side[]): string => {
  const all = sides.map((side) => side.references).filter((text) => text !== '');
  return `MIN(${all.length === 0 ? '0' : all.join()})`;
};
