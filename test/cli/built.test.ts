import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  chmod,
  cp,
  link,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inlinePool } from '../../src/cli/reading/inlinePool';
import { nodeIo, type Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';
import { readUpTo } from '../../src/cli/reading/readFile';
import { writeJson } from '../../src/write/json';
import { writeWord } from '../../src/write/word/word';
import { pdfFloods } from '../read/limits/pdfFloods';
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
    await nodeIo.write([{ file, bytes: new TextEncoder().encode('new') }]);
    expect(await readFile(file, 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['报告.json']);
    await rm(file);
  });

  test('no more is read of a file than it may be long, whatever it claims and however long it goes on', async () => {
    const file = path.join(folder, 'long');
    for (const size of [0, 1, 999, 1000, 1001, 3_000_000]) {
      const content = Buffer.alloc(size, 7);
      await writeFile(file, content);
      for (const most of [1000, 2_500_000, 10_000_000]) {
        const read = await readUpTo(file, most);
        expect([read.length, Buffer.compare(read, content.subarray(0, most + 1))]).toEqual([
          Math.min(size, most + 1),
          0,
        ]);
      }
    }
    await truncate(file, 100 * 1024 ** 3);
    expect((await readUpTo(file, 1000)).length).toBe(1001);
    if (existsSync('/dev/zero')) expect((await readUpTo('/dev/zero', 3_000_000)).length).toBe(3_000_001);
    await rm(file);
  });

  test('where nothing can be put nothing is left', async () => {
    const bytes = new Uint8Array();
    await expect(nodeIo.write([{ file: path.join(folder, 'none', 'a.json'), bytes }])).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  test('of several files all are put in place or none; a name may be as long as the file system allows', async () => {
    const bytes = new TextEncoder().encode('x');
    const long = path.join(folder, `${'长'.repeat(83)}.csv`);
    await expect(
      nodeIo.write([
        { file: long, bytes },
        { file: `${long}-metadata.json`, bytes },
      ]),
    ).rejects.toMatchObject({ code: 'ENAMETOOLONG' });
    expect(await readdir(folder)).toEqual([]);
    await nodeIo.write([{ file: long, bytes }]);
    expect(await readdir(folder)).toEqual([path.basename(long)]);
    await rm(long);
  });

  test('a command writes over no file unasked, and over no link, pipe, folder or read-only file ever', async () => {
    const source = path.join(folder, 'a.json');
    const there = path.join(folder, 'there.csv');
    await writeFile(source, writeJson(sampleReport()));
    await writeFile(there, 'theirs');
    const csv = async (output: string, ...more: string[]) => {
      const said: string[] = [];
      // Workers are there only when built.
      const pool: Io['pool'] = (setting) => inlinePool(setting, nodeIo.read);
      const io: Io = { ...nodeIo, pool, out: () => undefined, error: (text) => said.push(text) };
      return { exit: await main(['csv', source, '-o', output, ...more], io), said: said.join('') };
    };
    const names = await readdir(folder);
    expect(await csv(there)).toMatchObject({ exit: 3, said: expect.stringContaining('--force') as string });

    const alias = path.join(folder, 'link.csv');
    const broken = path.join(folder, 'broken.csv');
    const pipe = path.join(folder, 'pipe.csv');
    const directory = path.join(folder, 'directory.csv');
    await symlink(there, alias);
    await symlink(path.join(folder, 'nowhere'), broken);
    execFileSync('mkfifo', [pipe]);
    await mkdir(directory);
    for (const output of [alias, broken, pipe, directory]) {
      for (const force of [[], ['--force']]) expect([output, (await csv(output, ...force)).exit]).toEqual([output, 3]);
    }
    await chmod(there, 0o444);
    expect(await csv(there, '--force')).toMatchObject({ exit: 3, said: expect.stringContaining('只读') as string });
    expect(await readFile(there, 'utf8')).toBe('theirs');
    expect((await lstat(alias)).isSymbolicLink() && (await lstat(pipe)).isFIFO()).toBe(true);

    // The metadata beside the table is a file like any other.
    await chmod(there, 0o644);
    const metadata = `${there}-metadata.json`;
    await writeFile(metadata, 'theirs too');
    await rm(there);
    expect((await csv(there)).exit).toBe(3);
    await rm(metadata);
    await symlink(source, metadata);
    expect((await csv(there, '--force')).exit).toBe(3);
    await rm(metadata);
    expect((await csv(there)).exit).toBe(0);
    expect((await csv(there, '--force')).exit).toBe(0);
    const made = [alias, broken, pipe, directory, metadata].map((file) => path.basename(file));
    expect(await readdir(folder)).toEqual([...names, ...made].sort());
    for (const name of await readdir(folder)) await rm(path.join(folder, name), { recursive: true });
  });

  test('another name of a file to read is that file', async () => {
    const source = path.join(folder, 'a.json');
    const other = path.join(folder, 'b.json');
    await writeFile(source, '{}');
    await link(source, other);
    expect(await nodeIo.same(source, other)).toBe(true);
    expect(await nodeIo.same(source, path.join(folder, '.', 'none', '..', 'a.json'))).toBe(true);
    expect(await nodeIo.same(source, path.join(folder, 'none'))).toBe(false);
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
  });

  test('“there is no such folder” is said only where that is so', async () => {
    const bytes = new Uint8Array();
    // No file can be made in the folder of the kernel’s tables; Linux says that no such file exists.
    await expect(nodeIo.write([{ file: '/proc/gouji.json', bytes }])).rejects.toMatchObject({ code: 'EACCES' });
  });

  test('a folder that is not there or takes no files is said before anything is read', async () => {
    const said: string[] = [];
    const pool: Io['pool'] = () => {
      throw new Error('something is read');
    };
    const io: Io = { ...nodeIo, pool, out: (text) => said.push(text), error: (text) => said.push(text) };
    const output = path.join(folder, 'none', 'sum.xlsx');
    expect(await main(['rollup', folder, '-o', output], io)).toBe(3);
    expect(said.join('')).toBe(`${output}: 要保存到的文件夹不存在。\n`);
    await expect(nodeIo.place('/proc/none/a.json')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('a folder is read to its end: rings of links and links to folders are told, links to files are followed', async () => {
    const inside = path.join(folder, 'in');
    await mkdir(path.join(inside, 'deep'), { recursive: true });
    await writeFile(path.join(inside, 'deep', 'a.json'), '');
    await symlink(path.join(inside, 'ring.json'), path.join(inside, 'ring.json'));
    await symlink(inside, path.join(inside, 'deep', 'up'));
    await symlink(path.join(inside, 'deep', 'a.json'), path.join(inside, 'z.json'));
    const { files, unread } = (await nodeIo.list(inside)) ?? { files: [], unread: [] };
    expect(files).toEqual([path.join(inside, 'deep', 'a.json'), path.join(inside, 'z.json')]);
    expect([...unread].sort((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
      { file: path.join(inside, 'ring.json'), folder: false, code: 'ELOOP' },
      { file: path.join(inside, 'deep', 'up'), folder: true, code: 'LINK' },
    ]);
    expect(await nodeIo.list(path.join(inside, 'ring.json'))).toBeNull();
    await rm(inside, { recursive: true });
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

const runIn = (cwd: string, script: string, argv: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...argv], { cwd, maxBuffer: 1 << 26 }, (_, out, error) => {
      resolve({ exit: child.exitCode, out, error });
    });
  });
const run = (...argv: string[]): Promise<Ended> => runIn(folder, program, argv);

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

  test('a reading that takes all memory ends alone: the file is refused, the others are read', async () => {
    const inside = path.join(folder, '内存');
    await cp(path.dirname(program), path.join(inside, 'cli'), { recursive: true });
    const at = (name: string): string => path.join(inside, 'cli', name);
    // The worker as it was built, which goes astray over one file.
    await rename(at('worker.js'), at('work.js'));
    await writeFile(
      at('worker.js'),
      `import { parentPort } from 'node:worker_threads';
const on = parentPort.on.bind(parentPort);
parentPort.on = (name, hear) => on(name, (task) => {
  const all = [];
  while (task.source === 'a.json') all.push(new Array(1000).fill(all.length));
  hear(task);
});
await import('./work.js');
`,
    );
    for (const name of ['a.json', 'b.json']) await writeFile(path.join(inside, name), writeJson(sampleReport()));
    const { exit, out } = await runIn(inside, at('gouji.js'), ['read', 'a.json', 'b.json', '--json']);
    const { files } = JSON.parse(out) as { files: { file: string; report: unknown; error?: string }[] };
    expect(exit).toBe(2);
    expect(files.map(({ file, report }) => [file, report !== null])).toEqual([
      ['a.json', false],
      ['b.json', true],
    ]);
    expect(files[0]?.error).toContain('读取所需的时间或内存远多于一份报告');
  }, 120_000);

  test('a PDF in which a number says how far to count is refused, and the next file is read by the same program', async () => {
    const names = pdfFloods.map((_, index) => `${index}.pdf`);
    for (const [index, { bytes }] of pdfFloods.entries()) await writeFile(path.join(folder, `${index}.pdf`), bytes());
    await writeFile(path.join(folder, 'b.json'), writeJson(sampleReport()));
    const { exit, out } = await run('read', ...names, 'b.json', '--json');
    const { files } = JSON.parse(out) as { files: { report: unknown; error?: string }[] };
    expect(exit).toBe(2);
    expect(files.map(({ report }) => report !== null)).toEqual([...pdfFloods.map(() => false), true]);
    expect(files.slice(0, -1).map(({ error }) => error?.match(/内存远多于|没有读到文字/u)?.[0])).toEqual(
      pdfFloods.map(({ refused }) => (refused ? '内存远多于' : '没有读到文字')),
    );
  }, 120_000);

  test('a folder, a missing file and wrong usage end as they should', async () => {
    expect((await run('read', '.')).exit).toBe(2);
    expect((await run('read', 'none.txt')).exit).toBe(2);
    expect((await run('fly')).exit).toBe(3);
    expect((await run('--help')).exit).toBe(0);
  });

  test.skipIf(!existsSync('/dev/full'))(
    'what cannot be printed to its end is told and ends with 2, whatever was found',
    async () => {
      await writeFile(path.join(folder, 'b.json'), writeJson(sampleReport()));
      for (const argv of [['read', 'b.json'], ['sql', '--edition', '2021'], ['--help']]) {
        const full = await open('/dev/full', 'w');
        const child = spawn(process.execPath, [program, ...argv], { cwd: folder, stdio: ['ignore', full.fd, 'pipe'] });
        let said = '';
        child.stderr?.on('data', (text: Buffer) => {
          said += text.toString();
        });
        const code = await new Promise<number | null>((resolve) => child.on('close', (exit) => resolve(exit)));
        await full.close();
        expect([argv, code, said]).toEqual([argv, 2, '打印的结果不完整：磁盘空间不足。\n']);
      }
    },
  );

  test.each(['SIGINT', 'SIGTERM'] as const)(
    'stopped by %s while it reads or writes, it leaves nothing behind',
    async (signal) => {
      const inside = path.join(folder, signal);
      await mkdir(path.join(inside, '收到'), { recursive: true });
      const bytes = writeWord(sampleReport(), {});
      for (let at = 0; at < 60; at += 1) await writeFile(path.join(inside, '收到', `${at}.docx`), bytes);
      for (const pause of [150, 450, 900]) {
        const child = spawn(process.execPath, [program, 'rollup', '收到', '--unit', '某县', '-o', 'o.csv'], {
          cwd: inside,
        });
        let said = '';
        child.stderr.on('data', (text: Buffer) => {
          said += text.toString();
        });
        const timer = setTimeout(() => child.kill(signal), pause);
        const code = await new Promise<number | null>((resolve) => child.on('close', (exit) => resolve(exit)));
        clearTimeout(timer);
        const left = (await readdir(inside)).filter((name) => name !== '收到');
        // Either it was stopped, and there is nothing; or it had done all, and there is the whole file.
        expect(left).toEqual([0, 1, 2].includes(code ?? -1) ? ['o.csv'] : []);
        if (code !== null && code > 128) expect(said).toContain('已停止，没有留下写了一半的文件');
        for (const name of left) await rm(path.join(inside, name));
      }
    },
    60_000,
  );
});
