import { expect, test } from 'vitest';
import { bytesOf, opened } from '../../src/taskpane/fill/incoming';

const named = (name: string, arrayBuffer: () => Promise<ArrayBuffer>): File =>
  Object.assign(new File([], name), { arrayBuffer });

test('a file goes to a worker by its bytes, which a page may read where its worker may not', async () => {
  const file = new File(['一、本年新收'], '年报.txt');
  expect(await opened({ kind: 'file', file })).toEqual({
    kind: 'file',
    name: '年报.txt',
    bytes: new TextEncoder().encode('一、本年新收'),
  });
});

test('a file that the system does not give any more is said to be so, and nothing waits for it', async () => {
  const gone = named('年报.docx', () => Promise.reject(new DOMException('moved', 'NotReadableError')));
  expect(await bytesOf(gone)).toEqual({ ok: false, failure: { kind: 'fileGone', details: {} } });
  expect(await opened({ kind: 'file', file: gone })).toMatchObject({ failure: { kind: 'fileGone' } });
});
