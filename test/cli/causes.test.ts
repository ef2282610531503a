/** A fault of the program on one file among many: whoever mends it is told where, the sheets are told only that it was not read. */
import { expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main';
import { readRows } from '../../src/read/rows';
import { writeJson } from '../../src/write/json';
import { sampleReport } from '../write/samples';
import { memoryIo } from './memoryIo';

vi.mock('../../src/read/formats/text', () => ({
  readText: (text: string): never => {
    throw new TypeError(`cannot take ${text}`);
  },
}));

const files = { '收到/甲局.json': writeJson(sampleReport()), '收到/乙局.txt': '乡镇收到 1215 件' };
const cause = /读取时出错[^\n]*\n\s*TypeError\nat .*readText/u;

test.each([
  ['read', '收到'],
  ['check', '收到'],
  ['check', '收到/甲局.json', '--previous', '收到'],
  ['compare', '收到/乙局.txt', '收到/甲局.json'],
  ['rollup', '收到', '--unit', '云溪县', '-o', 'o.xlsx'],
])('gouji %s %s tells where the program failed, and nothing of the file', async (...argv) => {
  const io = memoryIo(files);
  expect(await main(argv, io)).toBe(2);
  expect(io.printed.error).toMatch(cause);
  expect(io.printed.error).not.toContain('1215');
});

test('what the sheets of a sum say of it is the sentence alone', async () => {
  const io = memoryIo(files);
  await main(['rollup', '收到', '--unit', '云溪县', '-o', 'o.xlsx'], io);
  const sheets = (await readRows('o.xlsx', io.files.get('o.xlsx') as Uint8Array)) ?? [];
  const text = JSON.stringify(sheets);
  expect(text).toContain('读取时出错，没有读入。');
  expect(text).not.toContain('TypeError');
});
