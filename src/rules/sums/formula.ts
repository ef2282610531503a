/**
 * The rules as formulas: conditional formats that colour what is wrong, totals that wait for their parts, and the sheet
 * 校验结果. All from the same identities as the check, for any place of the figures on a sheet.
 */
import type { CellPosition } from '../../report/a1';
import type { Edition, FigureKind } from '../../report/edition';
import { figuresOf, type Figure, type FigureId } from '../../report/figures';
import type { PaintRule, PaintStyle } from '../../report/workbook';
import { families, identitiesOf, totalsOf, type Identity } from './identities';
import { withoutMarks } from './printedNone';
import { brokenCondition, rectangles, references, type Anchoring, type Corners, type Side } from './references';

/** Where the figures of a report stand on a sheet, zero-based. A figure that is not there has no key. */
export type FigureCells = ReadonlyMap<FigureId, CellPosition>;

const present = (figures: readonly Figure[], cells: FigureCells): CellPosition[] =>
  figures.flatMap((figure) => cells.get(figure.id) ?? []);

/** One side of an identity as it stands on a sheet. */
export function sideOf(figures: readonly Figure[], cells: FigureCells, anchoring: Anchoring, sheet = ''): Side {
  const found = present(figures, cells);
  return {
    references: references(found, anchoring, sheet),
    count: figures.length,
    complete: found.length === figures.length,
  };
}

const paintRule = (
  rule: string,
  style: PaintStyle,
  formula: string,
  { top, left, bottom, right }: Corners,
): PaintRule => ({
  rule,
  range: { row: top, column: left, rowCount: bottom - top + 1, columnCount: right - left + 1 },
  formula,
  style,
});

/** How far a cell is from another, along the line in which a rule repeats; in the other direction, where it is. */
const seenFrom = (cell: CellPosition, from: CellPosition, along: 'column' | 'row'): string =>
  along === 'column' ? `${cell.row},${cell.column - from.column}` : `${cell.row - from.row},${cell.column}`;

interface Painted {
  readonly identity: Identity;
  readonly cell: CellPosition;
}

/** Cells that one formula can colour: seen from each of them the operands stand in the same places. */
function paintIdentities(edition: Edition, cells: FigureCells): PaintRule[] {
  return families.flatMap((family) => {
    const groups = new Map<string, Painted[]>();
    for (const identity of identitiesOf(edition)) {
      if (identity.family !== family) continue;
      for (const figure of [...identity.left, ...identity.right]) {
        const cell = cells.get(figure.id);
        const term = family.along === 'column' ? figure.row : figure.column;
        if (cell === undefined || !family.painted.includes(term)) continue;
        const side = (figures: readonly Figure[]): string =>
          present(figures, cells)
            .map((operand) => seenFrom(operand, cell, family.along))
            .join(' ');
        const key = `${side(identity.left)}=${side(identity.right)}`;
        groups.set(key, [...(groups.get(key) ?? []), { identity, cell }]);
      }
    }
    return [...groups.values()].flatMap((painted) =>
      rectangles(painted.map(({ cell }) => cell)).flatMap((corners) => {
        const first = painted.find(({ cell }) => cell.row === corners.top && cell.column === corners.left);
        if (first === undefined) return [];
        const anchoring = family.along === 'column' ? 'columnMoves' : 'rowMoves';
        const condition = brokenCondition(
          sideOf(first.identity.left, cells, anchoring),
          sideOf(first.identity.right, cells, anchoring),
        );
        return condition === null ? [] : [paintRule(family.rule, 'broken', `=${condition}`, corners)];
      }),
    );
  });
}

/** A text that says more than that there is nothing. */
const worded = (cell: string): string => `AND(COUNT(${cell})=0,${withoutMarks(cell)}<>"")`;

/** What no figure of a kind may be. SUM and MIN pass over text, so that no comparison meets one. */
const invalidConditions: Readonly<Record<FigureKind, (cell: string) => string>> = {
  count: (cell) => `OR(${worded(cell)},MIN(${cell})<0,INT(SUM(${cell}))<SUM(${cell}))`,
  change: (cell) => `OR(${worded(cell)},INT(SUM(${cell}))<SUM(${cell}))`,
  amount: (cell) => `OR(${worded(cell)},MIN(${cell})<0)`,
};

/** Words for a number, negatives, fractions. A range may cover what lies between two figures of a row: it is empty. */
function paintInvalid(edition: Edition, cells: FigureCells): PaintRule[] {
  const figures = figuresOf(edition).filter((figure) => cells.has(figure.id));
  return edition.tables.flatMap((table) =>
    (['count', 'change', 'amount'] as const).flatMap((kind) => {
      const own = present(
        figures.filter((figure) => figure.table === table.id && figure.kind === kind),
        cells,
      );
      const others = present(
        figures.filter((figure) => figure.table !== table.id || figure.kind !== kind),
        cells,
      );
      const free = (left: CellPosition, right: CellPosition): boolean =>
        table.form === 'blocks' &&
        !others.some((cell) => cell.row === left.row && cell.column > left.column && cell.column < right.column);
      return rectangles(own, free).map((corners) => {
        const cell = references([{ row: corners.top, column: corners.left }], 'moves');
        return paintRule(`value-${kind}`, 'invalid', `=${invalidConditions[kind](cell)}`, corners);
      });
    }),
  );
}

/**
 * Cells still to be filled in, empty or with a mark for nothing. Only where figures stand side by side: in the 主动公开 table each would need a format of
 * its own, and there are only few of them to find.
 */
function paintBlanks(edition: Edition, cells: FigureCells): PaintRule[] {
  return edition.tables
    .filter((table) => table.form !== 'blocks')
    .flatMap((table) => {
      const own = present(
        figuresOf(edition).filter((figure) => figure.table === table.id),
        cells,
      );
      return rectangles(own).map((corners) => {
        const cell = references([{ row: corners.top, column: corners.left }], 'moves');
        return paintRule('EMPTY', 'blank', `=AND(COUNT(${cell})=0,${withoutMarks(cell)}="")`, corners);
      });
    });
}

/**
 * The conditional formats that hold the rules, first = highest priority: one for each family on each block of cells
 * that it fits. An error value makes a condition an error, which colours nothing: it is conspicuous by itself.
 */
export const paintRules = (edition: Edition, cells: FigureCells): PaintRule[] => [
  ...paintIdentities(edition, cells),
  ...paintInvalid(edition, cells),
  ...paintBlanks(edition, cells),
];

/** A formula for each total whose parts are all on the sheet: blank until every part is a number. */
export function totalFormulas(edition: Edition, cells: FigureCells): Map<FigureId, string> {
  const formulas = new Map<FigureId, string>();
  for (const { total, identity } of totalsOf(edition)) {
    const parts = sideOf(identity.right, cells, 'moves');
    if (!parts.complete || !cells.has(total.id)) continue;
    formulas.set(total.id, `=IF(COUNT(${parts.references})=${parts.count},SUM(${parts.references}),"")`);
  }
  return formulas;
}
