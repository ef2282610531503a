import { expect, test } from 'vitest';
import { sectionTitle } from '../../../src/report/edition';
import { editions } from '../../../src/report/editions';
import { edition2019 } from '../../../src/report/editions/2019';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, findFigure, type Figure, type FigureId } from '../../../src/report/figures';
import {
  cellName,
  itemName,
  plainRow,
  rowInTable,
  sectionName,
  shortRow,
  tableNumber,
} from '../../../src/rules/words/names';
import { addends, firstCells, groupName, otherFigures, withFigures } from '../../../src/rules/words/speech';
import { sampleOf } from '../sampleFinding';

const figure = (id: FigureId): Figure => {
  const found = findFigure(edition2021, id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};

const ordinal = (number: string): string => `第${number}项`;

test('a table is called by the title of its section, and numbered as it is', () => {
  expect(sectionTitle(edition2021, 'applications')).toBe('三、收到和处理政府信息公开申请情况');
  expect(tableNumber(edition2021, 'applications')).toBe('三、');
  expect((['disclosure', 'review'] as const).map((table) => tableNumber(edition2021, table))).toEqual(['二、', '四、']);
  const untitled = { ...edition2021, sections: [{ id: 'review', title: '附：复议' }] } as const;
  expect([tableNumber(untitled, 'review'), sectionTitle(untitled, 'review')]).toEqual(['', '附：复议']);
  expect(() => tableNumber(untitled, 'disclosure')).toThrow('no section disclosure');
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

test('all rows of a group in one column are told by the name of the group, and nothing else is', () => {
  const column = (table: string, group: string, name = 'total'): FigureId[] =>
    figuresOf(edition2021).flatMap(({ id, row, table: own, column: at }) =>
      own === table && row.startsWith(group) && at === name ? [id] : [],
    );
  const name = (ids: readonly FigureId[]): string | undefined => groupName(ids, edition2021, ordinal)?.group;
  const denied = column('applications', 'denied.');
  expect(name(denied)).toBe('第三项（三）不予公开');
  expect(name(column('applications', 'denied.', 'person'))).toBe('第三项（三）不予公开');
  expect(groupName([...denied].reverse(), edition2021, ordinal)?.figure.id).toBe(denied.at(-1));
  expect(name(denied.slice(1))).toBeUndefined();
  expect(name([...denied, 'applications.granted.total'])).toBeUndefined();
  expect(name([...denied.slice(1), 'applications.granted.total'])).toBeUndefined();
  expect(name([...denied.slice(1), 'applications.denied.publicSafety.person'])).toBeUndefined();
  expect(name(['applications.received.total', 'applications.carriedIn.total'])).toBeUndefined();
  expect(name(['applications.received.total'])).toBeUndefined();
  expect(name([])).toBeUndefined();
});

test('the first three cells of a finding are named', () => {
  const ids = figuresOf(edition2021).map(({ id }) => id);
  expect(firstCells(ids, edition2021)).toEqual(ids.slice(0, 3).map((id) => cellName(edition2021, id)));
});

test('the others that may be wrong stand in one column or one row with the finding, or anywhere', () => {
  const where = (...elsewhere: FigureId[]) =>
    otherFigures(sampleOf('T2-ROW', { figures: ['applications.granted.person'], elsewhere }), edition2021);
  expect(where('applications.denied.publicSafety.person')).toBe('column');
  expect(where('applications.granted.enterprise', 'applications.granted.total')).toBe('row');
  expect(where('applications.granted.enterprise', 'applications.denied.publicSafety.person')).toBeNull();
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
  expect(cellName(edition2021, 'applications.total.total')).toBe('三、（七）总计行“总计”列');
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

test('the operands of a side are said in their order, each with its figure, and none is left out in silence', () => {
  const operands = ['applications.total.person', 'applications.granted.person'].map((id, at) => ({
    figure: id,
    year: 2025,
    value: at === 0 ? null : 4,
  }));
  expect(withFigures(operands, edition2021)).toEqual([
    { figure: figure('applications.total.person'), value: null },
    { figure: figure('applications.granted.person'), value: 4 },
  ]);
  const foreign = [{ figure: 'disclosure.regulations.made', year: 2020, value: 4 }];
  expect(() => withFigures(foreign, edition2021)).toThrow('disclosure.regulations.made');
  expect(withFigures(foreign, edition2019)[0]?.figure.row).toBe('regulations');
});

test('a section and a row are also called without their number', () => {
  expect(sectionName(edition2021, 'other')).toBe('其他需要报告的事项');
  expect(plainRow(figure('applications.received.person'))).toBe('本年新收政府信息公开申请数量');
  expect(plainRow({ ...figure('applications.received.person'), rowLabels: [] })).toBe('received');
  expect(rowInTable(edition2021, figure('review.reconsideration.total'))).toBe('四、行政复议');
  expect(rowInTable(edition2021, figure('applications.granted.total'))).toBe('三、（一）');
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
