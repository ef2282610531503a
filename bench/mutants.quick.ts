/** Every test of `src/rules` that starts no engine of its own, as one file. */
import { readdirSync } from 'node:fs';

const folder = new URL('../test/rules/', import.meta.url);
const engines = ['formulas.test.ts', 'sql.test.ts'];
for (const file of readdirSync(folder).sort()) {
  if (file.endsWith('.test.ts') && !engines.includes(file)) await import(new URL(file, folder).pathname);
}
