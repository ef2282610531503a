/** One budget for a whole file: what is small and unfolds to very much is refused, what is merely large is read. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReadFailure } from '../../../src/read/failure';
import { readOpened } from '../../../src/taskpane/fill/source';
import { readFile } from '../../../src/read/read';
import { failureMessage } from '../../../src/read/words/words';
import { inOwnProcess } from '../../ownProcess';
import { floods, large } from './floods';
import type { FloodFailures } from './readFloods';

/** Megabytes of the process that reads: a file that needs more ends it, and so fails. */
const mostHeap = 300;
const script = 'read/limits/readFloods.ts';

describe('a file that unfolds to far more than a report', () => {
  let failures: ReadonlyMap<string, ReadFailure | null> = new Map();
  beforeAll(async () => {
    failures = new Map(await inOwnProcess<FloodFailures>(script, mostHeap));
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
