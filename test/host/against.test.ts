import { describe, expect, test } from 'vitest';
import { againstSheet } from '../../src/host/against';
import type { ActiveReport } from '../../src/host/host';
import { takeSnapshot } from '../../src/host/snapshot';
import { readFile } from '../../src/read/read';
import type { Report } from '../../src/report/report';
import { writeWord } from '../../src/write/word/word';
import { sampleReport } from '../write/samples';
import { state, tablesGrid, textGrid } from './gridOf';

function onSheets(report: Report, formulas: Readonly<Record<string, string>> = {}): ActiveReport {
  const tables = tablesGrid(report);
  const look = (grid: typeof tables) =>
    takeSnapshot(
      [state('a', grid), state('b', textGrid(report))],
      { activeSheet: 'a', selection: null, lastKey: null },
      { checkedAt: null, trouble: null, manualCalculation: false, undo: null, formats: 'unknown' },
    ).active;
  const found = look(tables)?.located.cells;
  const lines = tables.formulas.map((line) => [...line]);
  for (const [id, formula] of Object.entries(formulas)) {
    const { row, column } = found?.get(id) ?? { row: 0, column: 0 };
    (lines[row] as unknown[])[column] = formula;
  }
  const active = look({ ...tables, formulas: lines });
  if (active === null) throw new Error('no report');
  return active;
}

const person = 'applications.received.person';
const total = 'applications.received.total';
const sound = sampleReport();

describe('a file that came back, against the sheets', () => {
  test('as it went out it has nothing otherwise, in either edition', async () => {
    for (const report of [sound, sampleReport('2019')]) {
      const read = await readFile('年报.docx', writeWord(report));
      const [back] = read.ok ? read.readings : [];
      const against = againstSheet(onSheets(report), back?.report ?? sound);
      expect(against).toEqual({ figures: [], byFormula: [], texts: [], kept: 0 });
    }
  });

  test('has its own figures and sections; what it lacks stays, and no formula is written over', () => {
    const problems = [...sound.narrative.problems, '领导补写的一段。'];
    const back = {
      ...sound,
      figures: { ...sound.figures, [person]: 1, [total]: 2, 'disclosure.fees.amount': null },
      narrative: { ...sound.narrative, problems, other: [] },
    };
    const against = againstSheet(onSheets(sound, { [total]: '=SUM(A1:A2)' }), back);
    const from = (id: string): string => String(sound.figures[id]);
    expect(against?.figures).toEqual([{ figure: person, from: from(person), to: 1 }]);
    expect(against?.byFormula).toEqual([{ figure: total, from: from(total), to: 2 }]);
    expect(against?.texts.map(({ section, after }) => [section, after])).toEqual([['problems', problems]]);
    expect(against?.kept).toBe(1);
  });

  test('of another year, unit or edition is another report; an unnamed one may be this', () => {
    const active = onSheets(sound);
    const named = (name: string | null): Report => ({ ...sound, unit: { ...sound.unit, name } });
    const others = [{ ...sound, year: 2024 }, named('云溪县水务局'), { ...sampleReport('2019'), year: sound.year }];
    expect(others.map((one) => againstSheet(active, one))).toEqual([null, null, null]);
    expect(againstSheet(active, named(null))?.figures).toEqual([]);
  });

  test('an amount in another unit of money is not taken', () => {
    const own = sampleReport('2019');
    const id = 'disclosure.procurement.amount';
    const inYuan = { ...own, figures: { ...own.figures, [id]: 1605964 }, units: { [id]: 'yuan' as const } };
    const against = againstSheet(onSheets({ ...own, units: { [id]: 'tenThousandYuan' } }), inYuan);
    expect([against?.figures, against?.kept]).toEqual([[], 1]);
  });
});
