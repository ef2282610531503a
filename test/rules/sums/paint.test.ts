import { expect, test } from 'vitest';
import type { CellPosition } from '../../../src/report/a1';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type Figure, type FigureId } from '../../../src/report/figures';
import { sheetLayout } from '../../../src/report/sheet/sheet';
import type { PaintRule } from '../../../src/report/sheet/workbook';
import { paintRules, totalFormulas } from '../../../src/rules/sums/formula';
import { identitiesOf } from '../../../src/rules/sums/identities';

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
    const formats = paintRules(edition, cells).filter(({ rule }) => rule.startsWith('value-'));
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

test('a format for values and blanks goes over whole boxes, every cell of them and nothing else', () => {
  for (const edition of editions) {
    const places = sheetLayout(edition).figures;
    for (const { style, range } of paintRules(edition, places)) {
      if (style === 'broken') continue;
      const under = [...places.values()].filter(
        ({ row, column, columnSpan }) =>
          row >= range.row &&
          row < range.row + range.rowCount &&
          column + columnSpan > range.column &&
          column < range.column + range.columnCount,
      );
      const cells = under.reduce((sum, { columnSpan }) => sum + columnSpan, 0);
      expect(cells).toBe(range.rowCount * range.columnCount);
    }
  }
});

test('formats are known by the rule that they hold', () => {
  for (const edition of editions) {
    const rules = paintRules(edition, sheetLayout(edition).figures);
    const named = (style: string): string[] => [
      ...new Set(rules.filter((rule) => rule.style === style).map(({ rule }) => rule)),
    ];
    expect(named('broken')).toEqual(['T2-ID', 'T2-SUM', 'T2-ROW', 'T3-SUM']);
    expect(named('invalid').filter((rule) => !rule.startsWith('value-'))).toEqual(['box-shared']);
    expect(named('blank')).toEqual(['EMPTY']);
    const blanks = rules.filter(({ style }) => style === 'blank');
    const under = blanks.flatMap((rule) => figuresUnder(edition, sheetLayout(edition).figures, rule));
    expect(new Set(under)).toEqual(new Set(figuresOf(edition)));
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
