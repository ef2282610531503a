/** One budget for a whole file: what is small and unfolds to very much is refused, what is merely large is read. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadFailure } from '../../../src/read/failure';
import { readOpened } from '../../../src/taskpane/fill/source';
import { readFile } from '../../../src/read/read';
import { failureMessage } from '../../../src/read/words/words';
import { floods, large } from './floods';
import type { FloodFailures } from './readFloods';

/** Megabytes of the process that reads. */
const mostHeap = 300;

/** Reads all in one process whose heap ends at `mostHeap`: a file that needs more ends it, and so fails. */
function inProcess(): Promise<ReadonlyMap<string, ReadFailure | null>> {
  const script = join(import.meta.dirname, 'readFloods.ts');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${mostHeap}`, '--import', 'tsx', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(new Map(JSON.parse(out) as FloodFailures));
      else reject(new Error(`ended with ${String(code)}: ${error.slice(-2000)}`));
    });
  });
}

describe('a file that unfolds to far more than a report', () => {
  let failures: ReadonlyMap<string, ReadFailure | null> = new Map();
  beforeAll(async () => {
    failures = await inProcess();
  }, 600_000);

  it.each(floods)('is refused with its sentence: $name', ({ name, danger }) => {
    const failure = failures.get(name) ?? null;
    expect(failure).toMatchObject({ kind: 'archiveUnsafe', details: { danger } });
    expect(failure === null ? '' : failureMessage(failure, 'zh')).toMatch(/^文件有异常（.+），.*没有读入/u);
  });
});

describe('a file that is merely large', () => {
  it.each(large)('is read whole: $name', { timeout: 300_000 }, async ({ bytes, reports }) => {
    const result = await readFile('a', bytes());
    expect(result.ok ? result.readings.length : result.failure).toBe(reports);
  });
});

it('a page that is pasted and unfolds to far more than a report is refused, as a file is', async () => {
  const html = `<!doctype html><table>${'<tr><td colspan=1000>1'.repeat(5_000)}</table>`;
  for (const source of [
    { kind: 'html', html, text: '' },
    { kind: 'text', text: html },
  ] as const)
    expect(await readOpened(source)).toMatchObject({
      ok: false,
      failure: { kind: 'archiveUnsafe', details: { danger: 'content' } },
    });
});
