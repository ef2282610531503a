/** How many workers read, and which of them is done first, changes nothing. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { inlinePool } from '../../src/cli/reading/inlinePool';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';
import type { Pool } from '../../src/cli/reading/work';
import { writeJson } from '../../src/write/json';
import { edition2021 } from '../../src/report/editions/2021';
import { reportOf } from '../../scripts/units/contents';
import { generator } from '../rules/sample';
import { memoryIo } from './memoryIo';

const files: Readonly<Record<string, string>> = Object.fromEntries<string>([
  ...Array.from(
    { length: 12 },
    (_, at) => [`收到/${at % 3}/${at}.json`, writeJson(reportOf(edition2021, `第${at % 11}单位`, 2025, at))] as const,
  ),
  ['收到/坏.json', '{}'] as const,
]);

/** A pool of some workers, of which any may be done first. */
function pool(size: number, seed: number, own: Pool): Pool {
  const random = generator(seed);
  return {
    size,
    run: async (task) => {
      const outcome = await own.run(task);
      for (let turns = random(9); turns > 0; turns -= 1) await Promise.resolve();
      return outcome;
    },
    close: own.close,
  };
}

async function rolledUp(size: number, seed: number) {
  const io = memoryIo(files);
  const own: Io = { ...io, pool: (setting) => pool(size, seed, inlinePool(setting, io.read)) };
  const exit = await main(['rollup', '收到', '--unit', '某县', '-o', 'o.csv'], own);
  return { exit, ...io.printed, written: new TextDecoder().decode(io.files.get('o.csv')) };
}

test('one worker or nine, whichever is done first: the same sum, words, rows and exit code', async () => {
  const alone = await rolledUp(1, 1);
  expect([alone.exit, alone.written.split('\n').length]).toEqual([2, expect.any(Number)]);
  expect(alone.written).toContain('第10单位');
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 9 }), fc.nat(), async (size, seed) => {
      expect(await rolledUp(size, seed)).toEqual(alone);
    }),
    { numRuns: 12 },
  );
});
