import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, findFigure, type Figure, type FigureId } from '../../src/report/figures';
import { finding } from '../../src/rules/findings';
import { cellName, itemName, shortRow, tableNumber, tableTitle } from '../../src/rules/words/names';
import { addends, columnLabel, detail, figuresIn, rowFigure, spoken } from '../../src/rules/words/speech';

const figure = (id: FigureId): Figure => {
  const found = findFigure(edition2021, id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const ordinal = (number: string): string => `第${number}项`;

test('a table is called by the title of its section, and numbered as it is', () => {
  expect(tableTitle(edition2021, 'applications')).toBe('三、收到和处理政府信息公开申请情况');
  expect(tableNumber(edition2021, 'applications')).toBe('三、');
  expect((['disclosure', 'review'] as const).map((table) => tableNumber(edition2021, table))).toEqual(['二、', '四、']);
  const untitled = { ...edition2021, sections: [{ id: 'review', title: '附：复议' }] } as const;
  expect([tableNumber(untitled, 'review'), tableTitle(untitled, 'review')]).toEqual(['', '附：复议']);
  expect([tableNumber(untitled, 'disclosure'), tableTitle(untitled, 'disclosure')]).toEqual(['', '']);
});

test('a row is named by its numbers, a total by its word too, a row without numbers by its label', () => {
  expect(itemName(figure('applications.received.person'), ordinal)).toBe('第一项');
  expect(itemName(figure('applications.carriedOut.person'), ordinal)).toBe('第四项');
  expect(itemName(figure('applications.total.person'), ordinal)).toBe('第三项（七）总计');
  expect(itemName(figure('applications.denied.publicSafety.person'), ordinal)).toBe('第三项（三）3');
  expect(itemName(figure('disclosure.licensing.decisions'), ordinal)).toBe('行政许可');
  expect(shortRow(figure('applications.denied.publicSafety.person'))).toBe('（三）3');
  expect(shortRow(figure('applications.granted.person'))).toBe('（一）');
  expect(shortRow(figure('applications.total.person'))).toBe('（七）总计');
  expect(shortRow(figure('applications.received.person'))).toBe('');
  expect(shortRow({ ...figure('applications.total.person'), rowLabels: [] })).toBe('');
});

test('numbers may have several digits, in tables as in rows', () => {
  const made = (...rowLabels: string[]): Figure => ({
    ...figure('applications.granted.person'),
    row: 'made',
    rowLabels,
  });
  expect(itemName(made('十二、本年新增', '（十一）其他', '12.属于其他'), ordinal)).toBe('第十二项（十一）12');
  const section = (title: string) => ({ ...edition2021, sections: [{ id: 'review', title }] }) as const;
  expect(tableNumber(section('十二、行政复议'), 'review')).toBe('十二、');
  expect(tableNumber(section('附：三、行政复议'), 'review')).toBe('');
});

test('a label inside which a number stands is no numbered row', () => {
  const made = { ...figure('disclosure.licensing.decisions'), rowLabels: ['行政许可（一）'] };
  expect(itemName(made, ordinal)).toBe('行政许可（一）');
  expect(shortRow(figure('applications.total.person'), ['本列（七）总计'])).toBe('本列（七）总计本列（七）总计');
});

test('a cell is named by its row and column, with the number of its table where the row has none', () => {
  expect(cellName(edition2021, 'applications.denied.publicSafety.person')).toBe('三、（三）3“自然人”');
  expect(cellName(edition2021, 'review.reconsideration.total')).toBe('四、行政复议“总计”');
  expect(cellName(edition2021, 'disclosure.penalties.decisions')).toBe('二、行政处罚“本年处理决定数量”');
  expect(cellName(edition2021, 'disclosure.regulations.made')).toBe('disclosure.regulations.made');
});

test('no two cells of a table have one name', () => {
  for (const edition of editions) {
    const names = figuresOf(edition).map(({ id }) => cellName(edition, id));
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => /^[二三四一]、/u.test(name))).toBe(true);
  }
});

test('a finding speaks of the figures that the edition has, and of nothing where it names none', () => {
  const item = finding('T2-ID', {
    figures: ['disclosure.regulations.made', 'applications.granted.person', 'applications.total.person'],
    details: { line: 'person', count: 3 },
  });
  expect(figuresIn(item, edition2021).map(({ id }) => id)).toEqual([
    'applications.granted.person',
    'applications.total.person',
  ]);
  expect(figuresIn(item, edition2019)).toHaveLength(3);
  expect([detail(item, 'line'), detail(item, 'count'), detail(item, 'none')]).toEqual(['person', '3', '']);
  const operands = ['disclosure.regulations.made', 'applications.granted.person'].map((id) => ({
    figure: id,
    year: 2025,
    value: 4,
  }));
  expect(spoken(operands, edition2021)).toEqual([{ figure: figure('applications.granted.person'), value: 4 }]);
});

test('of a long side only what is there is said, and nothing where that would be too much', () => {
  const own = figure('applications.granted.person');
  const operands = (values: readonly (number | null)[]) => values.map((value) => ({ figure: own, value }));
  const values = (given: readonly (number | null)[]): number[] => addends(operands(given)).map(({ value }) => value);
  expect(values([0, 3, null, -1])).toEqual([3, -1]);
  expect(values([1, 2, 3, 4, 5, 6, 0, null])).toEqual([1, 2, 3, 4, 5, 6]);
  expect(values([1, 2, 3, 4, 5, 6, 7])).toEqual([]);
  expect(values([])).toEqual([]);
});

test('the column or row of a finding is said by the figure of it that stands there', () => {
  const figures = ['applications.total.total', 'applications.granted.person', 'applications.granted.total'];
  const inColumn = finding('T2-SUM', { figures, details: { line: 'person' } });
  expect(columnLabel(inColumn, edition2021)).toBe('自然人');
  expect(columnLabel(finding('T2-SUM', { figures: [], details: { line: 'person' } }), edition2021)).toBe('person');
  const inRow = finding('T2-ROW', { figures, details: { line: 'granted' } });
  expect(rowFigure(inRow, edition2021)?.id).toBe('applications.granted.person');
  expect(rowFigure(finding('T2-ROW', { figures, details: { line: 'other' } }), edition2021)).toBeUndefined();
});
