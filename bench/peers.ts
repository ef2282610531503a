/** Heavy or foreign-licence packages to compare with. They are no part of the project: `npm ci --prefix bench` brings them. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(path.resolve('bench/package.json'));

/** The peer's module, or null where it is not installed. */
export async function peer<T>(name: string): Promise<T | null> {
  let file: string;
  try {
    file = require.resolve(name);
  } catch {
    console.log(`  (${name} is not installed: npm ci --prefix bench)`);
    return null;
  }
  const module = (await import(/* webpackIgnore: true */ pathToFileURL(file).href)) as { default?: T } & T;
  return module.default ?? module;
}
