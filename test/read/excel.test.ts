import { describe, expect, it } from 'vitest';
import { readFile } from '../../src/read/read';
import type { Reading } from '../../src/read/reading';
import { edition2021 } from '../../src/report/editions/2021';
import { excelFile, printedRows, type ExcelCell, type ExcelSheet } from './files';
import { sampleOf } from './shapes';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false);
const person = 'applications.received.person';
const row = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const column = 3;

const read = async (sheet: Omit<ExcelSheet, 'name'>): Promise<Reading> => {
  const result = await readFile('报表.xlsx', excelFile([{ name: '报表', ...sheet }]));
  const [reading, ...others] = result.ok ? result.readings : [];
  if (reading === undefined || others.length > 0) throw new Error('not one report');
  return reading;
};
const withCell = (value: ExcelCell, at = row): ExcelCell[][] =>
  rows.map((line, index) => (index === at ? line.map((cell, place) => (place === column ? value : cell)) : line));
const kinds = ({ doubts }: Reading): string[] => doubts.map(({ kind }) => kind);

describe('a workbook', () => {
  it('as printed is without doubt', async () => {
    expect(row).toBeGreaterThan(0);
    expect((await read({ rows })).doubts).toEqual([]);
  });

  it('gives the value that a formula was saved with, and never the formula', async () => {
    const reading = await read({ rows: withCell({ formula: 'SUM(1,41)', value: 42 }) });
    expect(reading.report.figures[person]).toBe(42);
    expect(reading.doubts).toEqual([]);
    expect(JSON.stringify([...reading.sources])).not.toContain('SUM');
    const text = await read({ rows: withCell({ formula: 'TEXT(7,"0")&"件"', value: '7件' }) });
    expect(text.report.figures[person]).toBe(7);
  });

  it('with a formula whose value was not saved leaves the cell blank and names it', async () => {
    const reading = await read({ rows: withCell({ formula: 'SUM(1,41)' }) });
    expect(reading.report.figures[person]).toBeNull();
    expect(reading.doubts).toMatchObject([{ kind: 'notCached', figures: [person] }]);
    const others = Object.entries(reading.report.figures).filter(([id]) => id !== person);
    expect(Object.fromEntries(others)).toEqual(Object.fromEntries([...sample.truth].filter(([id]) => id !== person)));
  });

  it('with a formula that gives an empty text is blank, not in doubt', async () => {
    const reading = await read({ rows: withCell({ formula: 'IF(COUNT(A1:A2)<2,"",1)', value: '' }) });
    expect(reading.report.figures[person]).toBeNull();
    expect(reading.doubts).toEqual([]);
  });

  it('with an error in a cell leaves it blank and says what stands there', async () => {
    const reading = await read({ rows: withCell('#REF!') });
    expect(reading.report.figures[person]).toBeNull();
    expect(reading.doubts).toMatchObject([{ kind: 'cellUnread', figures: [person], details: { text: '#REF!' } }]);
  });

  it('with a hidden row of a table reads it and says so, with the cell; a hidden row elsewhere is nobody’s business', async () => {
    const hidden = await read({ rows, hidden: [row] });
    expect(Object.fromEntries([...sample.truth])).toEqual(hidden.report.figures);
    expect(hidden.doubts).toMatchObject([{ kind: 'hiddenRows', place: `工作表“报表”D${row + 1}` }]);
    expect(kinds(await read({ rows, hidden: [0] }))).toEqual([]);
  });
});
