/**
 * Very many reports: the built command line over folders of files, beside mammoth and SheetJS that parse the same files in as
 * many processes. Wants `npm run build`, and `npm ci --prefix bench` for the peers.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { edition2021 } from '../src/report/editions/2021';
import type { Report } from '../src/report/report';
import { workbookOf } from '../src/papers/workbook';
import { writeJson } from '../src/write/json';
import { writeWord } from '../src/write/word/word';
import { reportOf } from '../scripts/units/contents';
import { duration, printTable, type Row } from './measure';

const root = path.resolve('.');
const processes = availableParallelism();

interface Run {
  readonly seconds: number;
  /** Highest resident memory of the process with its workers, in MB. */
  readonly peak: number;
}

/** Prints the peak of a process when it ends. */
const tellPeak = `import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) process.on('exit', () => writeSync(2, 'PEAK ' + process.resourceUsage().maxRSS + '\\n'));`;

/** Exit codes of the command line count as done: a folder of reports has findings. */
function measured(argv: readonly string[], hook: string): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, ['--import', hook, ...argv], { stdio: ['ignore', 'ignore', 'pipe'] });
    let error = '';
    child.stderr.on('data', (piece: Buffer) => {
      error += piece.toString();
    });
    child.on('error', reject);
    child.on('close', () => {
      const peak = /PEAK (\d+)/u.exec(error)?.[1];
      if (peak === undefined) reject(new Error(error.slice(0, 500)));
      else resolve({ seconds: (performance.now() - from) / 1000, peak: Number(peak) / 1024 });
    });
  });
}

const unitOf = (index: number): string => `第${index}单位`;
const makeReport = (index: number): Report => reportOf(edition2021, unitOf(index), 2025, index);

const kinds = {
  docx: (report: Report): Uint8Array => writeWord(report, {}),
  xlsx: (report: Report): Uint8Array => workbookOf(report),
  json: (report: Report): Uint8Array => new TextEncoder().encode(writeJson(report)),
} as const;
type Kind = keyof typeof kinds;

async function folderOf(base: string, kind: Kind, count: number): Promise<string> {
  const folder = path.join(base, `${kind}-${count}`);
  await mkdir(folder);
  for (let index = 0; index < count; index += 1)
    await writeFile(path.join(folder, `${index}.${kind}`), kinds[kind](makeReport(index)));
  return folder;
}

/** A peer that does nothing but parse every n-th file of a folder. */
const peers: Readonly<Record<'docx' | 'xlsx', { readonly name: string; readonly parse: string }>> = {
  docx: { name: 'mammoth', parse: 'await library.convertToHtml({ buffer: bytes });' },
  xlsx: { name: 'SheetJS', parse: 'library.read(bytes);' },
};

async function peerRun(base: string, hook: string, kind: 'docx' | 'xlsx', folder: string): Promise<Run | null> {
  const { name, parse } = peers[kind];
  const script = path.join(base, `${kind}-peer.cjs`);
  const library = JSON.stringify(path.join(root, 'bench/node_modules', kind === 'docx' ? 'mammoth' : 'xlsx'));
  await writeFile(
    script,
    `const library = require(${library});
const { readdirSync, readFileSync } = require('node:fs');
(async () => {
  const [, , folder, own, all] = process.argv;
  const files = readdirSync(folder).filter((_, at) => at % Number(all) === Number(own));
  for (const file of files) { const bytes = readFileSync(folder + '/' + file); ${parse} }
})();`,
  );
  try {
    const from = performance.now();
    const runs = await Promise.all(
      Array.from({ length: processes }, (_, own) => measured([script, folder, String(own), String(processes)], hook)),
    );
    return { seconds: (performance.now() - from) / 1000, peak: runs.reduce((sum, { peak }) => sum + peak, 0) };
  } catch {
    console.log(`  (${name} is not installed: npm ci --prefix bench)`);
    return null;
  }
}

const rollUp = (folder: string, output: string): string[] => [
  path.join(root, 'dist/cli/gouji.js'),
  'rollup',
  folder,
  '--year',
  '2025',
  '--unit',
  '某县人民政府',
  '--force',
  '-o',
  output,
];

const readAlone = (folder: string): string[] => [path.join(root, 'dist/cli/gouji.js'), 'read', folder];

const text = ({ seconds, peak }: Run, count: number): string =>
  `${(count / seconds).toFixed(0)} files/s, ${peak.toFixed(0)} MB`;

export async function county(): Promise<void> {
  const base = await mkdtemp(path.join(tmpdir(), 'gouji-bench-'));
  try {
    const hook = path.join(base, 'peak.mjs');
    await writeFile(hook, tellPeak);
    const rows: Row[] = [];
    for (const kind of ['docx', 'xlsx'] as const) {
      const folder = await folderOf(base, kind, 1_000);
      const other = await peerRun(base, hook, kind, folder);
      for (const [what, argv] of [
        ['read, checked and added up', rollUp(folder, path.join(base, 'o.json'))],
        ['read and printed', readAlone(folder)],
      ] as const) {
        const own = await measured(argv, hook);
        rows.push({
          what: `1,000 .${kind}, ${what}`,
          measured: text(own, 1_000),
          ...(other !== null && {
            peer: `${text(other, 1_000)} (${peers[kind].name}, parse only, ${processes} processes)`,
            ratio: own.seconds / other.seconds,
            goal: kind === 'docx' ? '≤ 0.33' : '≤ 0.5',
          }),
        });
      }
      await rm(folder, { recursive: true });
    }
    const runs: (Run & { readonly count: number })[] = [];
    for (const count of [100, 1_000, 10_000]) {
      const folder = await folderOf(base, 'json', count);
      runs.push({ count, ...(await measured(rollUp(folder, path.join(base, 'o.json')), hook)) });
      await rm(folder, { recursive: true });
    }
    for (const run of runs) {
      rows.push({
        what: `${run.count.toLocaleString('en')} .json to one sum`,
        measured: `${duration((run.seconds * 1000) / run.count)} each, ${run.peak.toFixed(0)} MB`,
        goal: '≤ 1.5 ms each',
      });
    }
    const [small, middle, large] = runs;
    if (small !== undefined && middle !== undefined && large !== undefined) {
      // What is left when the start of the program is taken off.
      const each = ((large.seconds - middle.seconds) * 1000) / (large.count - middle.count);
      const before = ((middle.seconds - small.seconds) * 1000) / (middle.count - small.count);
      rows.push({
        what: 'each further .json, beyond 1,000 and beyond 100',
        measured: duration(each),
        peer: duration(before),
        ratio: each / before,
        goal: 'within 20 %',
      });
      rows.push({
        what: 'peak memory, 10,000 to 1,000',
        measured: `${large.peak.toFixed(0)} MB`,
        peer: `${middle.peak.toFixed(0)} MB`,
        ratio: large.peak / middle.peak,
        goal: '≤ 1.3',
      });
    }
    printTable(`Very many reports on the command line, ${processes} processors`, rows);
  } finally {
    await rm(base, { recursive: true, force: true });
  }
}
