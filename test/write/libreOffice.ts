/** LibreOffice as a reader of what the writers made. Where it is absent its tests are skipped and say so. */
import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const isThere = (): boolean => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};

/** `GOUJI_REQUIRE_LIBREOFFICE=1` turns a missing LibreOffice from a skipped test into a failed one. */
export const withoutLibreOffice = process.env['GOUJI_REQUIRE_LIBREOFFICE'] !== '1' && !isThere();
if (withoutLibreOffice)
  console.log('LibreOffice (soffice) is not installed: tests that open files with it are skipped.');

/** Converts a file; returns what came of it by name. `filter` as in `soffice --convert-to`. */
export async function convert(name: string, bytes: Uint8Array, filter: string): Promise<Map<string, Uint8Array>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gouji-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    await promisify(execFile)('soffice', [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      filter,
      '--outdir',
      path.join(folder, 'out'),
      file,
    ]);
    const made = await readdir(path.join(folder, 'out'));
    return new Map(
      await Promise.all(made.map(async (one) => [one, await readFile(path.join(folder, 'out', one))] as const)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
