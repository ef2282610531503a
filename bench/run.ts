/**
 * `npm run bench`: runs every `*.bench.ts` in this folder, or those whose names begin as given: `npm run bench -- pane`.
 * A benchmark module exports functions that measure and print; they run one after the other. The modules are built as the
 * command line is: what is measured runs as what is shipped does.
 */
import { readdir } from 'node:fs/promises';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack, { type Configuration } from 'webpack';

const folder = import.meta.dirname;
const root = path.dirname(folder);
const wanted = process.argv.slice(2);
const files = (await readdir(folder)).filter(
  (file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((name) => file.startsWith(name))),
);
if (files.length === 0) {
  console.error(`No benchmark begins with ${wanted.join(' or ')}.`);
  process.exit(3);
}

/**
 * Builds the modules; packages stay outside, as a peer's do. The folder of the built files lies as deep as those of the
 * tests, whose helpers look for the project from where they are.
 */
async function build(): Promise<string> {
  const { default: configurations } = (await import(pathToFileURL(path.join(root, 'webpack.config.js')).href)) as {
    default: Configuration[];
  };
  const cli = configurations.find(({ name }) => name === 'cli');
  const built = path.join(root, '.cache/bench');
  const configuration: Configuration = {
    ...cli,
    name: 'bench',
    cache: false,
    plugins: [],
    entry: Object.fromEntries(files.map((file) => [file.replace('.ts', ''), path.join(folder, file)])),
    output: { ...cli?.output, path: built, filename: '[name].mjs', chunkFilename: '[name].mjs', clean: true },
    module: { ...cli?.module, parser: { javascript: { createRequire: false } } },
    optimization: { minimize: false },
    externals: [({ request = '' }, answer) => (/^(?:\.|\/)/u.test(request) ? answer() : answer(undefined, request))],
  };
  await new Promise<void>((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve();
    });
  });
  return built;
}

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim()}`,
);
const built = await build();
for (const file of files) {
  const url = pathToFileURL(path.join(built, file.replace('.ts', '.mjs'))).href;
  const module = (await import(url)) as Record<string, unknown>;
  for (const run of Object.values(module)) if (typeof run === 'function') await (run as () => unknown)();
}
process.exit(0);
