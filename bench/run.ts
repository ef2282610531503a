/**
 * `npm run bench`: runs every `*.bench.ts` in this folder, or those whose names begin as given: `npm run bench -- pane`.
 * A benchmark module exports functions that measure and print; they run one after the other. The modules are built as the
 * command line is: what is measured runs as what is shipped does.
 */
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build';

const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const files = (await readdir(folder)).filter(
  (file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))),
);
if (files.length === 0) {
  console.error(`No benchmark begins with ${wanted.join(' or ')}.`);
  process.exit(3);
}

/** As deep as the folders of the tests, whose helpers look for the project from where they are. */
const built = path.resolve('.cache/bench');

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`,
);
await build('cli', (cli) => ({
  cache: false,
  entry: Object.fromEntries(files.map((file) => [file.replace('.ts', ''), path.join(folder, file)])),
  output: { ...cli?.output, path: built, filename: '[name].mjs', chunkFilename: '[name].mjs', clean: true },
  // Peers are looked for when a benchmark runs, not when it is built.
  module: { ...cli?.module, parser: { javascript: { createRequire: false } } },
  optimization: { minimize: false },
  // Packages stay outside, as a peer's do.
  externals: [({ request = '' }, answer) => (/^(?:\.|\/)/u.test(request) ? answer() : answer(undefined, request))],
}));
for (const file of files) {
  const url = pathToFileURL(path.join(built, file.replace('.ts', '.mjs'))).href;
  const module = (await import(url)) as Record<string, unknown>;
  for (const run of Object.values(module)) if (typeof run === 'function') await (run as () => unknown)();
}
process.exit(0);
