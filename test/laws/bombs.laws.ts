/**
 * Every small file that unfolds to far more, given to the built command line (`npm run build`): what the whole process takes
 * until the file is refused, and what it takes for a sound report.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { projectRoot } from '../browser/browser';
import { bombs } from '../read/limits/bombs';
import { wordFile } from '../read/files';
import { floods } from '../read/limits/floods';
import { pdfFloods, slowPdfs } from '../read/limits/pdfFloods';
import { slowFiles } from '../read/limits/slowFiles';
import { slowReports } from '../read/limits/slowReports';
import { sampleOf } from '../read/noise/shapes';

/** Milliseconds more than a sound report takes. */
const longest = 1000;
/** Megabytes of the whole process with its worker. */
const most = 300;

interface Run {
  readonly code: number | null;
  readonly out: string;
  /** By the clock, or of the processor where others have it meanwhile. */
  readonly milliseconds: number;
  readonly megabytes: number;
}

/** Says on a channel of its own, when the program ends, what it took. */
const told =
  "import{writeSync}from'node:fs';process.on('exit',()=>{const u=process.resourceUsage();writeSync(3,JSON.stringify([u.maxRSS/1024,(u.userCPUTime+u.systemCPUTime)/1000]))})";

function check(file: string): Promise<Run> {
  const program = path.join(projectRoot, 'bin/gouji.js');
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const args = ['--import', `data:text/javascript,${encodeURIComponent(told)}`, program, 'check', file, '--json'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore', 'pipe'] });
    let [out, own] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stdio[3]?.on('data', (bytes: Buffer) => (own += bytes.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      const [megabytes = Infinity, processor = Infinity] = JSON.parse(own === '' ? '[]' : own) as number[];
      resolve({ code, out, megabytes, milliseconds: Math.min(performance.now() - start, processor) });
    });
  });
}

let folder = '';
let sound: Run = { code: null, out: '', milliseconds: 0, megabytes: 0 };
beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-bombs-'));
  const file = path.join(folder, 'sound');
  writeFileSync(file, wordFile(sampleOf(edition2021, 1)));
  sound = await check(file);
  console.log(`a sound report: ${sound.milliseconds.toFixed(0)} ms, ${sound.megabytes.toFixed(0)} MB`);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What became of a file, in the time and memory that it may take: the quickest of three where it takes long. */
async function left({ name, bytes }: { readonly name: string; readonly bytes: () => Uint8Array }): Promise<Run> {
  const file = path.join(folder, 'bomb');
  const content = bytes();
  writeFileSync(file, content);
  let run = await check(file);
  // What else the machine does is not the file's.
  for (let turn = 1; turn < 3 && run.milliseconds - sound.milliseconds > longest / 2; turn += 1) {
    const again = await check(file);
    if (again.milliseconds < run.milliseconds) run = again;
  }
  const more = run.milliseconds - sound.milliseconds;
  const size = (content.length / 1024).toFixed(0);
  console.log(`${name}, ${size} KB: ${more.toFixed(0)} ms more, ${run.megabytes.toFixed(0)} MB`);
  expect(more).toBeLessThan(longest);
  expect(run.megabytes).toBeLessThan(most);
  return run;
}

it.each([...pdfFloods, ...slowPdfs, ...floods, ...slowFiles, ...bombs])(
  'is refused within a second and 300 MB: $name',
  async (bomb) => {
    const { code, out } = await left(bomb);
    expect(code).toBe(2);
    expect((JSON.parse(out) as { files: readonly { error: string | null }[] }).files[0]?.error).toMatch(/[。）]$/u);
  },
);

it.each(slowReports)('is read within a second and 300 MB, or refused: $name', async (bomb) => {
  const { code, out } = await left(bomb);
  const [file] = (JSON.parse(out) as { files: readonly { error: string | null }[] }).files;
  expect(code === 2).toBe(file?.error !== null);
});
