/** Rows that have a cell too many or too few: one lost, one put in, one doubled. */
import type { TableId } from '../../../src/report/edition';
import { delimitedShapes, figuresFrom } from './delimited';
import { dice } from './noise';
import type { Operator } from './noiseLaw';
import { textShapes, type PrintedCell, type PrintedTable } from './shapes';

type Row = PrintedTable[number];

/** Rows of a table that may be damaged so that most of its rows still show what it is like. */
const mostRows: Readonly<Record<TableId, number>> = { disclosure: 1, applications: 3, review: 1 };

const blank: PrintedCell = { text: '', columnSpan: 1, rowSpan: 1 };

function damagedRow(row: Row, first: number, roll: (limit: number) => number): Row {
  const at = first + roll(row.length - first);
  const own = row[at] ?? blank;
  const kind = roll(3);
  return [...row.slice(0, at), ...(kind === 0 ? [] : kind === 1 ? [blank, own] : [own, own]), ...row.slice(at + 1)];
}

/** A change of printed tables that leaves some rows ragged. */
export const raggedRows = (seed: number) => {
  const roll = dice(seed);
  return (table: PrintedTable, id: TableId): PrintedTable => {
    const candidates = table.flatMap((row, index) => {
      const first = figuresFrom(row.map((cell) => cell ?? { text: '' }));
      // A row of one figure has nowhere else to put it.
      return first >= 0 &&
        row.slice(first).filter((cell) => cell !== null).length > 1 &&
        row.length - first > 1 &&
        row.every((cell, at) => at < first || cell !== null)
        ? [{ index, first }]
        : [];
    });
    const chosen = new Map<number, number>();
    for (let count = roll(mostRows[id]) + 1; count > 0 && candidates.length > 0; count -= 1) {
      const { index, first } = candidates[roll(candidates.length)] ?? { index: -1, first: 0 };
      chosen.set(index, first);
    }
    return table.map((row, index) => {
      const first = chosen.get(index);
      return first === undefined ? row : damagedRow(row, first, roll);
    });
  };
};

/**
 * Shapes that do not say how many cells a row had: writers that fill every row up to one width, workbooks, whose rows
 * have no end, and lines from which blank cells are gone.
 */
const withoutEnds = /Excel|merged cells left out/u;
export const showsRows = (shape: string): boolean => !withoutEnds.test(shape);

/** Blank cells beside a change only where both are seen: else one number too many stands for a blank one. */
const withoutBlanks = new Set(
  Object.entries({ ...textShapes, ...delimitedShapes }).flatMap(([name, { flat }]) => (flat ? [name] : [])),
);
export const raggedOperator: Operator = {
  alter: raggedRows,
  blanks: (shape) => !withoutBlanks.has(shape) && shape !== 'web page, one paragraph a cell',
};
