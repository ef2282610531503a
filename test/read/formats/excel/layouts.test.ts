/** A sheet that is laid out like one before is read by what was found there: nothing may depend on what was read before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Budget } from '../../../../src/read/containers/budget';
import { Asides } from '../../../../src/read/containers/runs';
import { Layouts } from '../../../../src/read/formats/excel/layouts';
import { readSheets, type WorkbookSheet } from '../../../../src/read/formats/excel/workbook';
import type { Edition } from '../../../../src/report/edition';
import { editions } from '../../../../src/report/editions';
import { figuresOf } from '../../../../src/report/figures';
import { sheetLayout } from '../../../../src/report/sheet/sheet';
import { insertColumn, insertRow, sheetValues, type Values } from '../../sheets';

const sheetOf = (values: Values, name = '年报'): WorkbookSheet => ({
  grid: { name, row: 0, column: 0, values, formulas: [] },
  hidden: false,
  hiddenRows: new Set(),
  hiddenColumns: [],
  uncached: new Set(),
  formulas: new Map(),
  pending: new Set(),
  manual: false,
  otherwise: new Map(),
  asides: new Asides(),
  merged: [],
});

const told = (values: Values, layouts: Layouts, name?: string): unknown => {
  const budget = new Budget();
  return { result: readSheets([sheetOf(values, name)], budget, layouts), left: budget.mark() };
};

const known = new Map(
  editions.map((edition) => {
    const layouts = new Layouts();
    told(valuesOf(edition, 1), layouts);
    return [edition, layouts] as const;
  }),
);

function valuesOf(edition: Edition, seed: number, unit = '某县财政局', year = 2025): Values {
  const figures = new Map(figuresOf(edition).map(({ id }, index) => [id, (seed * 31 + index * index * 7) % 997]));
  const values = sheetValues(edition, figures, unit, year);
  for (const { role, row, column } of sheetLayout(edition).cells)
    if (role === 'unit') (values[row] ?? [])[column] = '万元';
  return values;
}

const something = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    0,
    7,
    -1,
    12.5,
    2025,
    1e21,
    NaN,
    true,
    ...[' ', '8', '八', '无', '/', '万元', '元', '总计', '甲'],
  ),
  fc.constantFrom(
    '某局2024年政府信息公开工作年度报告',
    '某县财政局2025年政府信息公开工作年度报告',
    '第一项',
    '自然人',
    '三、本年度办理结果',
  ),
);
const place = fc.tuple(fc.nat(10_000), fc.nat(10_000));

/** What a hand may do to a sheet. */
const change: fc.Arbitrary<(values: Values) => Values> = fc.oneof(
  { arbitrary: fc.tuple(place, something).map(([at, value]) => put(at, () => value)), weight: 4 },
  fc.tuple(place, place).map(
    ([at, from]) =>
      (values: Values) =>
        put(at, () => cellAt(values, from))(values),
  ),
  fc.nat(10_000).map((at) => (values: Values) => insertRow(values, at % values.length)),
  fc.nat(10_000).map((at) => (values: Values) => insertRow(values, at % values.length, values[at % values.length])),
  fc.nat(10_000).map((at) => (values: Values) => values.filter((_, row) => row !== at % values.length)),
  fc.nat(15).map((at) => (values: Values) => insertColumn(values, at)),
);

function cellAt(values: Values, [row, column]: readonly [number, number]): unknown {
  const line = values[row % values.length] ?? [];
  return line[column % line.length];
}

const put =
  ([row, column]: readonly [number, number], value: () => unknown) =>
  (values: Values): Values =>
    values.map((line, at) =>
      at === row % values.length ? line.map((raw, index) => (index === column % line.length ? value() : raw)) : line,
    );

const unit = fc.constantFrom('某县财政局', '某乡人民政府', '第1单位', '', '政府信息公开工作年度报告', '8', '总计');

test('a sheet is read alike whatever was read before', () => {
  const changes = fc.array(change, { maxLength: 2 });
  fc.assert(
    fc.property(
      fc.constantFrom(...editions),
      fc.nat(500),
      unit,
      fc.constantFrom(2025, 2025, 2024),
      changes,
      changes,
      (edition, seed, name, year, first, then) => {
        const alter = (values: Values, all: typeof then): Values => all.reduce((one, own) => own(one), values);
        const values = alter(valuesOf(edition, seed, name, year), then);
        const expected = told(values, new Layouts());
        expect(told(values, known.get(edition) ?? new Layouts())).toEqual(expected);
        // The same changes to another report, and then something more.
        const layouts = new Layouts();
        told(alter(valuesOf(edition, 3), [...then, ...first]), layouts);
        told(alter(valuesOf(edition, 5), then), layouts);
        expect(told(values, layouts)).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

const isNumber = (raw: unknown): boolean => typeof raw === 'number';

test('tables are not looked for again on a sheet that differs in its numbers and its unit', () => {
  for (const edition of editions) {
    const layouts = new Layouts();
    told(valuesOf(edition, 1), layouts);
    const { grid } = sheetOf(valuesOf(edition, 9, '某乡人民政府'));
    expect(layouts.find(grid, new Budget())?.reading.report.unit.name).toBe('某乡人民政府');
    const blank = grid.values.map((row) => row.map((raw) => (raw === grid.values.flat().find(isNumber) ? '' : raw)));
    expect(layouts.find({ ...grid, values: blank }, new Budget())).toBeNull();
  }
});
