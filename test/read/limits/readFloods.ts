/** Reads all floods in a process of its own, whose heap cannot grow, and prints what came of each. */
import type { ReadFailure } from '../../../src/read/failure';
import { readFile } from '../../../src/read/read';
import { floods } from './floods';

export type FloodFailures = readonly (readonly [name: string, failure: ReadFailure | null])[];

const failures: [string, ReadFailure | null][] = [];
for (const { name, bytes } of floods) {
  const result = await readFile('a', bytes());
  failures.push([name, result.ok ? null : result.failure]);
}
process.stdout.write(JSON.stringify(failures satisfies FloodFailures));
