/** Tables of a PDF whose borders are drawn otherwise than as whole lines around every cell. */
import { describe, expect, it } from 'vitest';
import { marksOf, type Operation } from '../../../../src/read/formats/pdf/pdfPage';
import { documentTable, tablesOf } from '../../../../src/read/formats/pdf/pdfTable';

const view = { width: 595, height: 842, transform: [1, 0, 0, -1, 0, 842] };
const [step, letter] = [
  { move: 0, line: 1, curve: 2, close: 3 },
  (unicode: string) => ({ unicode, width: 500, isSpace: false }),
];
const rows = [
  ['甲', '12', '7'],
  ['乙', '305', ''],
  ['丙', '0', '46'],
];
const [left, top, wide, high] = [60, 700, 80, 24];
type Place = readonly [x: number, y: number];
const corner = (column: number, row: number): Place => [left + column * wide, top - row * high];

const path = (kind: string, data: readonly number[]): Operation => ({ name: 'constructPath', values: [kind, [data]] });
const line = ([x, y]: Place, [toX, toY]: Place): Operation => path('stroke', [step.move, x, y, step.line, toX, toY]);
const box = (x: number, y: number, width: number, height: number): number[] => [
  ...[step.move, x, y, step.line, x + width, y, step.line, x + width, y + height, step.line, x, y + height],
  step.close,
];

/** A side of a cell in dashes of a length, each a box, all in one path or each in its own. */
function dashed([x, y]: Place, [toX, toY]: Place, dash: number, gap: number, apart: boolean): Operation[] {
  const length = Math.abs(toX - x) + Math.abs(toY - y);
  const boxes = Array.from({ length: Math.floor((length + gap) / (dash + gap)) }, (_, at) => {
    const own = at * (dash + gap);
    return x === toX ? box(x, y - own - dash, 0.75, dash) : box(x + own, y, dash, 0.75);
  });
  return apart ? boxes.map((one) => path('fill', one)) : [path('fill', boxes.flat())];
}

/** A box with round corners, each in three curves as browsers print them, or in one. */
function rounded([x, y]: Place, [toX, toY]: Place, radius: number, curves: number): Operation {
  const around: [centre: Place, from: number][] = [
    [[toX - radius, y - radius], 90],
    [[toX - radius, toY + radius], 0],
    [[x + radius, toY + radius], -90],
    [[x + radius, y - radius], 180],
  ];
  const data: number[] = [step.move, x + radius, y];
  for (const [[ownX, ownY], from] of around) {
    const at = (degrees: number): number[] => [
      ownX + radius * Math.cos((degrees * Math.PI) / 180),
      ownY + radius * Math.sin((degrees * Math.PI) / 180),
    ];
    data.push(step.line, ...at(from));
    for (let part = 1; part <= curves; part += 1) {
      const [begin, end] = [from - (90 * (part - 1)) / curves, from - (90 * part) / curves];
      data.push(step.curve, ...at(begin), ...at((begin + end) / 2), ...at(end));
    }
  }
  return path('stroke', [...data, step.close]);
}

const grid = (draw: (from: Place, to: Place) => readonly Operation[]): Operation[] => [
  ...[0, 1, 2, 3].flatMap((row) => [0, 1, 2].flatMap((at) => draw(corner(at, row), corner(at + 1, row)))),
  ...[0, 1, 2, 3].flatMap((column) => [0, 1, 2].flatMap((at) => draw(corner(column, at), corner(column, at + 1)))),
];
const cells = (draw: (from: Place, to: Place) => Operation): Operation[] =>
  [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => draw(corner(column, row), corner(column + 1, row + 1))));
const inset = (draw: (from: Place, to: Place) => Operation, by: number) =>
  cells(([x, y], [toX, toY]) => draw([x + by, y - by], [toX - by, toY + by]));

const borders: Readonly<Record<string, readonly Operation[]>> = {
  'whole lines': grid((from, to) => [line(from, to)]),
  'dots, each a path': grid((from, to) => dashed(from, to, 0.75, 0.75, true)),
  'dots farther apart': grid((from, to) => dashed(from, to, 1, 2, true)),
  'dashes in one path for each side': grid((from, to) => dashed(from, to, 2.25, 1.9, false)),
  'round corners of cells': cells((from, to) => rounded(from, to, 3, 3)),
  'round corners of cells that stand apart': inset((from, to) => rounded(from, to, 4, 1), 0.75),
  'very round corners of cells': cells((from, to) => rounded(from, to, 7, 1)),
  'no line at the left and right': [
    ...[0, 1, 2, 3].map((row) => line(corner(0, row), corner(3, row))),
    ...[1, 2].map((column) => line(corner(column, 0), corner(column, 3))),
  ],
  'one line between two columns, and none at the sides': [
    ...[0, 1, 2, 3].map((row) => line(corner(1, row), corner(3, row))),
    line(corner(2, 0), corner(2, 3)),
  ],
};

const text = (written: string, [x, y]: Place): Operation[] => [
  { name: 'setTextMatrix', values: [[1, 0, 0, 1, x + 30, y - 16]] },
  { name: 'showText', values: [Array.from(written, letter)] },
];

const tableIn = (drawn: readonly Operation[]): readonly (readonly string[])[] => {
  const written = rows.flatMap((row, at) => row.flatMap((own, column) => text(own, corner(column, at))));
  const operations = [...drawn, { name: 'setFont', values: ['f', 10] }, ...written];
  const { tables } = tablesOf(marksOf(operations, view, () => ({ unit: 0.001, readable: true })));
  expect(tables).toHaveLength(1);
  expect(tables[0]?.unplaced).toBe(0);
  return (tables[0] === undefined ? [] : documentTable(tables[0]).rows).map((row) =>
    row.map(({ blocks: [block] }) => (block?.kind === 'paragraph' ? block.text : '')),
  );
};

describe('a table of a PDF', () => {
  it.each(Object.entries(borders))('has its cells whatever its borders are: %s', (name, drawn) => {
    const whole = name.startsWith('one line') ? rows.map((row) => row.slice(1)) : rows;
    expect(tableIn(drawn)).toEqual(whole);
  });

  it.each([
    ['规章', 1],
    ['图例', 0],
  ])('lacks a line where numbers of two cells stand in one beside %s: %d', (label, unplaced) => {
    const beside = grid((from, to) => (from[0] === corner(2, 0)[0] && from[0] === to[0] ? [] : [line(from, to)]));
    const written = [...text(label, corner(0, 2)), ...text('0', corner(1, 2)), ...text('46', corner(2, 2))];
    const operations = [...beside, { name: 'setFont', values: ['f', 10] }, ...written];
    const { tables } = tablesOf(marksOf(operations, view, () => ({ unit: 0.001, readable: true })));
    expect(tables.map((table) => table.unplaced)).toEqual([unplaced]);
  });

  it('is no table where dots follow each other unevenly', () => {
    const uneven = [0, 1, 2, 3].flatMap((row) =>
      [0, 2, 7, 8, 14, 15, 22, 30].map((at) => path('fill', box(left + at * 7.5, top - row * high, 1, 1))),
    );
    const { horizontal, vertical } = marksOf(uneven, view, () => ({ unit: 0.001, readable: true }));
    expect([horizontal, vertical]).toEqual([[], []]);
  });

  it('crosses no digit out with the round corners of its cells', () => {
    const many = Array.from({ length: 200 }, () => borders['round corners of cells'] ?? []).flat();
    expect(marksOf(many, view, () => ({ unit: 0.001, readable: true }))).toMatchObject({ strokes: [], scribbles: [] });
  });
});
