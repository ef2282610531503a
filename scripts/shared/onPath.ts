import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * The file of the first of these programs that the search path has, or undefined. Nothing is run to know it: a program that
 * does not come back would keep whoever asks.
 */
export function onPath(...names: readonly string[]): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe', '.com', '.cmd'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))))
    .find((file) => existsSync(file));
}
