/** Columns and rows that number the rows and columns of a table, as forms for statistics have them: no figures, and no doubt. */
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Values } from '../sheets';
import { distinctFigures, layoutsOf, readValues } from './moving';

const values = layoutsOf(edition2021)['a column for each'] ?? [];
const truth = Object.fromEntries(distinctFigures(edition2021));
const head = values.findIndex((line) => line.includes('商业企业'));
const first = values.findIndex((line) => line[0] === '一、本年新收政府信息公开申请数量');
const last = first + values.slice(first).findIndex((line) => typeof line[9] !== 'number') - 1;

/** A column more, before this one. */
const withColumn = (at: number, title: string, number: (row: number) => unknown): Values =>
  values.map((line, row) => {
    const own = row === head ? title : row >= first && row <= last ? number(row - first + 1) : '';
    return [...line.slice(0, at), own, ...line.slice(at)];
  });
const columnNumbers = (label: string): Values => [
  ...values.slice(0, first),
  [label, '', '', 1, 2, 3, 4, 5, 6, 7, ''],
  ...values.slice(first),
];

const read = (sheet: Values) => {
  const result = readValues(sheet);
  const [reading, ...others] = result.ok ? result.readings : [];
  if (reading === undefined || others.length > 0) throw new Error('not one report');
  return reading;
};

describe('a table', () => {
  it.each([
    ['whose rows are numbered behind their labels', withColumn(3, '行次', (row) => row)],
    ['whose rows are numbered so in text', withColumn(3, '序号', (row) => String(row).padStart(2, '0'))],
    ['whose rows are numbered without a head', withColumn(3, '', (row) => row)],
    ['whose rows are numbered before their labels', withColumn(0, '序号', (row) => row)],
    ['whose rows are numbered behind the table', withColumn(10, '', (row) => row)],
    ['whose columns are numbered', columnNumbers('')],
    ['whose columns are numbered beside 甲', columnNumbers('甲')],
  ])('%s is read whole and without a doubt', (_, sheet) => {
    const { report, doubts } = read(sheet);
    expect(report.figures).toEqual(truth);
    expect(doubts).toEqual([]);
  });

  it('with numbers among its labels that number nothing says so', () => {
    const { doubts } = read(withColumn(3, '', (row) => (row === 5 ? 50 : row)));
    expect(doubts.filter(({ kind }) => kind === 'looseNumber')).not.toEqual([]);
  });
});
