/** LibreOffice opens what Gouji writes. Tests that need it are skipped, with a reason, where it is absent; CI demands it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

if (program === undefined) {
  if (process.env['GOUJI_REQUIRE_LIBREOFFICE'] === '1')
    throw new Error('LibreOffice is demanded here and is not installed');
  console.warn('LibreOffice is not installed: tests that open files in it are skipped.');
}

export const hasLibreOffice = program !== undefined;

/** Opens a file in LibreOffice and gives back what it saves in another format (`html`, `pdf`, `xlsx`). */
export function convert(name: string, bytes: Uint8Array, format: string): Buffer {
  if (program === undefined) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'gouji-office-'));
  try {
    const file = path.join(folder, name);
    writeFileSync(file, bytes);
    const out = path.join(folder, 'out');
    execFileSync(
      program,
      [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', format, '--outdir', out, file],
      { stdio: 'ignore', timeout: 180_000 },
    );
    return readFileSync(path.join(out, `${path.parse(name).name}.${format.split(':')[0] ?? format}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
