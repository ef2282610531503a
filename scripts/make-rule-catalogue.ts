/** Writes `docs/rules.md`, the catalogue of every rule, from the rules themselves. A test keeps it true. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ruleCatalogue } from '../src/rules/words/markdown';

await writeFile(path.join(import.meta.dirname, '..', 'docs', 'rules.md'), ruleCatalogue());
