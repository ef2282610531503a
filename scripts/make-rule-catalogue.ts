/** Writes `docs/rules.md`, the catalogue of every rule, from the rules themselves and the measured sentences. A test keeps it true. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ruleCatalogue } from '../src/rules/words/markdown';
import { textScores } from '../test/rules/text/scores';

await writeFile(path.join(import.meta.dirname, '..', 'docs', 'rules.md'), ruleCatalogue(textScores()));
