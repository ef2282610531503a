import { expect, test } from 'vitest';
import type { CellPosition } from '../../src/report/a1';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, findTable, type Figure, type FigureId } from '../../src/report/figures';
import { sheetLayout } from '../../src/report/sheet';
import type { PaintRule } from '../../src/report/workbook';
import { paintRules, totalFormulas } from '../../src/rules/sums/formula';
import { identitiesOf } from '../../src/rules/sums/identities';

const covers = ({ range }: PaintRule, { row, column }: CellPosition): boolean =>
  row >= range.row &&
  row < range.row + range.rowCount &&
  column >= range.column &&
  column < range.column + range.columnCount;

const figuresUnder = (
  edition: (typeof editions)[number],
  cells: ReadonlyMap<FigureId, CellPosition>,
  rule: PaintRule,
): Figure[] =>
  figuresOf(edition).filter(({ id }) => {
    const cell = cells.get(id);
    return cell !== undefined && covers(rule, cell);
  });

test('a format for values covers figures of its own kind only, and every figure has exactly one', () => {
  for (const edition of editions) {
    const cells = sheetLayout(edition).figures;
    const formats = paintRules(edition, cells).filter(({ style }) => style === 'invalid');
    for (const format of formats) {
      for (const { kind } of figuresUnder(edition, cells, format)) expect(format.rule).toBe(`value-${kind}`);
    }
    for (const { id } of figuresOf(edition)) {
      const cell = cells.get(id);
      expect(
        formats.filter((format) => cell !== undefined && covers(format, cell)),
        id,
      ).toHaveLength(1);
    }
  }
});

test('between two figures of a row a format goes on where nothing else stands, in the table of blocks alone', () => {
  const at = (row: number, column: number): CellPosition => ({ row, column });
  const [counts, fees] = ['disclosure.licensing.decisions', 'disclosure.fees.amount'];
  const placed = (entries: readonly (readonly [FigureId, CellPosition])[]): number[][] =>
    paintRules(edition2021, new Map(entries))
      .filter(({ rule }) => rule === 'value-count')
      .map(({ range }) => [range.row, range.column, range.columnCount]);
  const penalties = 'disclosure.penalties.decisions';
  expect(
    placed([
      [counts ?? '', at(2, 1)],
      [penalties, at(2, 5)],
    ]),
  ).toEqual([[2, 1, 5]]);
  expect(
    placed([
      [counts ?? '', at(2, 1)],
      [fees ?? '', at(2, 3)],
      [penalties, at(2, 5)],
    ]),
  ).toEqual([
    [2, 1, 1],
    [2, 5, 1],
  ]);
  // What stands in another row, or beside both, is not between them.
  for (const beside of [at(3, 3), at(2, 0), at(2, 7)]) {
    expect(
      placed([
        [counts ?? '', at(2, 1)],
        [fees ?? '', beside],
        [penalties, at(2, 5)],
      ]),
    ).toEqual([[2, 1, 5]]);
  }
  const review = ['review.reconsideration.upheld', 'review.reconsideration.total'] as const;
  expect(
    placed([
      [review[0], at(2, 1)],
      [review[1], at(2, 5)],
    ]),
  ).toEqual([
    [2, 1, 1],
    [2, 5, 1],
  ]);
});

test('formats are known by the rule that they hold', () => {
  for (const edition of editions) {
    const rules = paintRules(edition, sheetLayout(edition).figures);
    const named = (style: string): string[] => [
      ...new Set(rules.filter((rule) => rule.style === style).map(({ rule }) => rule)),
    ];
    expect(named('broken')).toEqual(['T2-ID', 'T2-SUM', 'T2-ROW', 'T3-SUM']);
    expect(named('blank')).toEqual(['EMPTY']);
    const blanks = rules.filter(({ style }) => style === 'blank');
    const under = blanks.flatMap((rule) => figuresUnder(edition, sheetLayout(edition).figures, rule));
    expect(new Set(under.map(({ table }) => table))).toEqual(new Set(['applications', 'review']));
    expect(under.every(({ table }) => findTable(edition, table).form !== 'blocks')).toBe(true);
  }
});

test('one format is shared only where seen from each cell the operands stand in the same places', () => {
  const cells = new Map(sheetLayout(edition2021).figures);
  // One cell of the column of enterprises is not on the sheet: that column cannot be summed like the others.
  cells.delete('applications.granted.enterprise');
  const sums = paintRules(edition2021, cells).filter(({ rule }) => rule === 'T2-SUM');
  const person = cells.get('applications.total.person');
  const enterprise = cells.get('applications.total.enterprise');
  const of = (cell: CellPosition | undefined): PaintRule[] =>
    sums.filter((rule) => cell !== undefined && covers(rule, cell));
  expect(of(person)).toHaveLength(1);
  expect(of(enterprise)).toHaveLength(1);
  expect(of(enterprise)[0]).not.toBe(of(person)[0]);
  const whole = paintRules(edition2021, sheetLayout(edition2021).figures).filter(({ rule }) => rule === 'T2-SUM');
  expect(whole).toHaveLength(1);
});

test('a total that is not on the sheet, or that lacks a part there, has no formula', () => {
  const cells = new Map(sheetLayout(edition2021).figures);
  const all = totalFormulas(edition2021, cells);
  const totals = new Set(
    identitiesOf(edition2021).flatMap(({ family, left }) => (family.total ? left.map(({ id }) => id) : [])),
  );
  expect(new Set(all.keys())).toEqual(totals);
  cells.delete('applications.granted.enterprise');
  cells.delete('review.reconsideration.total');
  const some = totalFormulas(edition2021, cells);
  expect([...totals].filter((id) => !some.has(id)).sort()).toEqual([
    'applications.granted.total',
    'applications.total.enterprise',
    'review.reconsideration.total',
  ]);
});
