/**
 * `npm run bench`: runs every `*.bench.ts` in this folder, or those whose names begin as given: `npm run bench -- pane`.
 * A benchmark module exports functions that measure and print; they run one after the other.
 */
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const files = (await readdir(folder)).filter(
  (file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))),
);
if (files.length === 0) {
  console.error(`No benchmark begins with ${wanted.join(' or ')}.`);
  process.exit(3);
}
console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`,
);
for (const file of files) {
  const module = (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>;
  for (const run of Object.values(module)) if (typeof run === 'function') await (run as () => unknown)();
}
process.exit(0);
