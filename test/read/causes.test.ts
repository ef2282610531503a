import { expect, test, vi } from 'vitest';
import { readFile } from '../../src/read/read';

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
