/** LibreOffice opens what Gouji writes. Tests that need it are skipped, with a reason, where it is absent; CI demands it. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { onPath } from '../scripts/shared/onPath';

const program = onPath('soffice', 'libreoffice');

if (program === undefined) {
  if (process.env['GOUJI_REQUIRE_LIBREOFFICE'] === '1')
    throw new Error('LibreOffice is demanded here and is not installed');
  console.warn('LibreOffice is not installed: tests that open files in it are skipped.');
}

export const hasLibreOffice = program !== undefined;

/** Whether printed pages can be read: LibreOffice prints them as PDF, poppler reads it. */
export const canReadPages = hasLibreOffice && onPath('pdftotext') !== undefined;
if (hasLibreOffice && !canReadPages) {
  if (process.env['GOUJI_REQUIRE_LIBREOFFICE'] === '1')
    throw new Error('poppler is demanded here and is not installed');
  console.warn('pdftotext (poppler) is not installed: tests that read printed pages are skipped.');
}

interface Wanted {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly filter: string;
  readonly made: (files: Map<string, Buffer>) => void;
  readonly failed: (reason: unknown) => void;
}

let waiting: Wanted[] = [];
let working = false;

/** One start of the program, which is most of what a conversion takes, makes all that is wanted of one kind by now. */
async function makeAll(program: string, filter: string, wanted: readonly Wanted[]): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-office-'));
  try {
    const out = path.join(folder, 'out');
    const files = wanted.map(({ name }, index) => path.join(folder, `${index}-${name}`));
    await Promise.all(wanted.map(({ bytes }, index) => writeFile(files[index] ?? '', bytes)));
    await promisify(execFile)(
      program,
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        out,
        ...files,
      ],
      { timeout: 180_000 },
    );
    const made = await Promise.all(
      (await readdir(out)).map(async (one) => [one, await readFile(path.join(out, one))] as const),
    );
    wanted.forEach((each, index) => {
      const own = made.filter(([one]) => one.startsWith(`${index}-`));
      each.made(new Map(own.map(([one, bytes]) => [one.slice(`${index}-`.length), bytes])));
    });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function work(program: string): Promise<void> {
  working = true;
  for (let [first] = waiting; first !== undefined; [first] = waiting) {
    const { filter } = first;
    const wanted = waiting.filter((each) => each.filter === filter);
    waiting = waiting.filter((each) => each.filter !== filter);
    await makeAll(program, filter, wanted).catch((error: unknown) => wanted.forEach(({ failed }) => failed(error)));
  }
  working = false;
}

/** All files that LibreOffice makes of one, by name: several where a filter writes each worksheet for itself. */
export async function convertAll(name: string, bytes: Uint8Array, filter: string): Promise<Map<string, Buffer>> {
  if (program === undefined) throw new Error('LibreOffice is not installed');
  return new Promise((made, failed) => {
    waiting.push({ name, bytes, filter, made, failed });
    // What else is wanted at this moment is made with it.
    if (!working) queueMicrotask(() => !working && void work(program));
  });
}

/** The one file that LibreOffice makes: `filter` is a format (`html`, `pdf`, `xlsx`) with its options, if any. */
export async function convert(name: string, bytes: Uint8Array, filter: string): Promise<Buffer> {
  const [made] = (await convertAll(name, bytes, filter)).values();
  if (made === undefined) throw new Error(`LibreOffice made no ${filter} of ${name}`);
  return made;
}

/** The text of each page of a file as LibreOffice prints it, without its white space. */
export async function printedPages(name: string, bytes: Uint8Array): Promise<string[]> {
  const { stdout, error } = spawnSync('pdftotext', ['-', '-'], {
    input: await convert(name, bytes, 'pdf'),
    timeout: 90_000,
  });
  if (error !== undefined) throw error;
  return stdout
    .toString('utf8')
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s/gu, ''));
}
