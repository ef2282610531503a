/** Every test of `src/rules` that starts no engine of its own, as one file. */
import { readdirSync } from 'node:fs';
import { test } from 'vitest';

const folder = new URL('../test/rules/', import.meta.url);
const engines = ['formulas.test.ts', 'results.test.ts', 'sql.test.ts'];
for (const file of readdirSync(folder).sort()) {
  if (!file.endsWith('.test.ts') || engines.includes(file)) continue;
  try {
    await import(new URL(file, folder).pathname);
  } catch (error) {
    // A mutant that keeps a file from loading is killed by it: without a test that fails it would count as survived.
    test(`${file} loads`, () => {
      throw error;
    });
  }
}
