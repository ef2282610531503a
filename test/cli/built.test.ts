import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeIo } from '../../src/cli/io';
import { writeJson } from '../../src/write/json';
import { sampleReport } from '../write/samples';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gouji-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('files on disk', () => {
  test('a file is replaced as a whole and nothing is left beside it', async () => {
    const file = path.join(folder, '报告.json');
    await writeFile(file, 'old and longer');
    await nodeIo.write(file, new TextEncoder().encode('new'));
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['报告.json']);
    await rm(file);
  });

  test('where nothing can be put nothing is left', async () => {
    await expect(nodeIo.write(path.join(folder, 'none', 'a.json'), new Uint8Array())).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

const program = fileURLToPath(new URL('../../dist/cli/gouji.js', import.meta.url));
const absent = !existsSync(program);
if (absent) console.log('dist/cli/gouji.js is not built: tests of the built command line are skipped.');

interface Ended {
  readonly exit: number | null;
  readonly out: string;
  readonly error: string;
}

const run = (...argv: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [program, ...argv],
      { cwd: folder, maxBuffer: 1 << 26 },
      (_, out, error) => {
        resolve({ exit: child.exitCode, out, error });
      },
    );
  });

describe.skipIf(absent)('the built command line', () => {
  test('read, check and word on a file with a Chinese name; nothing but JSON on standard output', async () => {
    const broken = { ...sampleReport(), figures: { ...sampleReport().figures, 'applications.total.person': 99 } };
    await writeFile(path.join(folder, '云溪.json'), writeJson(broken));
    const read = await run('read', '云溪.json', '--json');
    expect([read.exit, read.error]).toEqual([0, '']);
    expect((JSON.parse(read.out) as { files: { report: unknown }[] }).files[0]?.report).toEqual(broken);
    expect((await run('check', '云溪.json')).exit).toBe(1);
    const word = await run('word', '云溪.json', '-o', '云溪.docx');
    expect([word.exit, (await readFile(path.join(folder, '云溪.docx'))).subarray(0, 2).toString()]).toEqual([0, 'PK']);
  });

  test('a folder, a missing file and wrong usage end as they should', async () => {
    expect((await run('read', '.')).exit).toBe(2);
    expect((await run('read', 'none.txt')).exit).toBe(2);
    expect((await run('fly')).exit).toBe(3);
    expect((await run('--help')).exit).toBe(0);
  });
});
