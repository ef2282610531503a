/** The sheet 校验结果 as LibreOffice recalculates it. */
import { expect } from 'vitest';
import { state } from '../../../src/rules/sums/numeric';
import { wordsIn } from '../../../src/rules/words/words';
import { convertAll } from '../../libreOffice';
import { csvRows } from '../../write/csvRows';

/** Every verdict says what the check in memory says, and all four are there. */
export async function expectVerdicts(workbook: Uint8Array, states: Uint8Array): Promise<void> {
  const words = wordsIn('zh').results;
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const sheets = await convertAll('t.xlsx', workbook, filter);
  const lines = sheets.get(`t-${words.name}.csv`)?.toString('utf8').split(/\r?\n/u).slice(2).join('\r\n') ?? '';
  const said = new Map<number, string>([
    [state.holds, words.holds],
    [state.broken, words.broken],
    [state.open, words.open],
    [state.undecided, words.undecided],
  ]);
  const verdicts = csvRows(lines).map((row) => row[words.headers[5]]);
  expect(verdicts).toEqual([...states].map((one) => said.get(one)));
  expect(new Set(verdicts).size).toBe(4);
}
