import { expect, test, vi } from 'vitest';
import { readFile } from '../../src/read/read';
import { readRows } from '../../src/read/rows';

const secret = '乡镇收到 1215 件';

vi.mock('../../src/read/formats/text', () => ({
  readText: (text: string): never => {
    throw new TypeError(`cannot take ${text}\n    at ${text}`);
  },
}));

test('a fault of the program is told with where it arose, and with nothing of what was read', async () => {
  const result = await readFile('a.txt', new TextEncoder().encode(secret));
  if (result.ok || result.failure.kind !== 'internal') throw new Error(`${result.ok}`);
  const { cause } = result.failure.details;
  expect(cause).toMatch(/^TypeError\nat .*readText.*\n(?:at .*\n?)+$/u);
  expect(cause).not.toContain('1215');
});

test('a table that cannot be read is none, but a fault of the program is no verdict on it', async () => {
  const cutOff = new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]);
  expect(await readRows('a.xlsx', cutOff)).toBeNull();
  // @ts-expect-error: what no caller gives stands for a slip of the program.
  await expect(readRows('a.csv', null)).rejects.toThrow(TypeError);
});
