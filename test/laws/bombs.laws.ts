/** Every small file that unfolds to far more, in a process of its own: what it takes until it is refused. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bombs } from '../read/bombs';
import { floods } from '../read/floods';
import type { BombFigures } from './bombRun';
import { inOwnProcess } from './ownProcess';

/** Milliseconds; that of files whose library is only asked from outside, and that are ended where they are read. */
const longest = 1000;
const longestAsked = 3000;
/** Megabytes of the whole process, program and tests included. */
const most = 300;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-bombs-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each([...floods, ...bombs])('is refused within a second and 300 MB: $name', async ({ name, bytes }) => {
  const file = path.join(folder, 'bomb');
  const content = bytes();
  writeFileSync(file, content);
  const { failure, milliseconds, resident, before } = await inOwnProcess<BombFigures>('bombRun.ts', most, [file]);
  console.log(
    `${name}, ${(content.length / 1024).toFixed(0)} KB: ${String(failure)} after ${milliseconds.toFixed(0)} ms; ` +
      `${resident.toFixed(0)} MB, ${before.toFixed(0)} MB before`,
  );
  expect(failure).not.toBeNull();
  expect(milliseconds).toBeLessThan(name.startsWith('pdf') ? longestAsked : longest);
  expect(resident).toBeLessThan(most);
});
