/** Runs a script of the tests in a process of its own, whose heap ends at so many megabytes: one that needs more dies, and so fails. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** The one line of JSON that a script in this folder prints. @throws Error where it ended otherwise */
export function inOwnProcess<Figures>(
  script: string,
  megabytes: number,
  args: readonly string[] = [],
): Promise<Figures> {
  const file = join(import.meta.dirname, script);
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${megabytes}`, '--expose-gc', '--import', 'tsx', file, ...args],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let out = '';
    let error = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (error += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(out) as Figures);
      else reject(new Error(`ended with ${String(code)}: ${error.slice(-2000)}`));
    });
  });
}
