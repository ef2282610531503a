/** Builds with the project's own webpack configuration, so that what is measured is built as what ships. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import webpack, { type Configuration } from 'webpack';

/** Builds as the bundle of that name is built, but for what is named. Throws where that fails. */
export async function build(
  like: 'addin' | 'cli',
  changes: (own: Configuration | undefined) => Configuration,
): Promise<void> {
  const file = pathToFileURL(path.resolve('webpack.config.js')).href;
  const { default: configurations } = (await import(/* webpackIgnore: true */ file)) as { default: Configuration[] };
  const own = configurations.find(({ name }) => name === like);
  await new Promise<void>((resolve, reject) => {
    webpack({ ...own, name: 'bench', plugins: [], ...changes(own) }, (error, stats) => {
      if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
      else resolve();
    });
  });
}
