/** Old Word files, files of WPS and PDF among the invented county's: LibreOffice makes them, where it is installed. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { onPath } from '../shared/onPath';
import type { UnitFile } from './units';

const program = onPath('soffice', 'libreoffice');

/** A file of WPS is the old format of Word under another ending. */
const kinds = [
  { ending: 'doc', format: 'doc' },
  { ending: 'pdf', format: 'pdf' },
  { ending: 'wps', format: 'doc' },
] as const;

/** Of so many Word files one is turned into another kind. */
const oneIn = 3;

/** The files with some Word files as .doc, .pdf and .wps instead; as they are where LibreOffice is not installed. */
export async function withOldKinds(files: readonly UnitFile[]): Promise<readonly UnitFile[]> {
  if (program === undefined) return files;
  const words = files.filter(
    ({ name, state }) => name.endsWith('.docx') && state !== 'unreadable' && state !== 'duplicate',
  );
  const chosen = words.filter((_, at) => at % oneIn === 0);
  const kindOf = (file: UnitFile) => kinds[chosen.indexOf(file) % kinds.length];
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-units-'));
  try {
    for (const format of ['doc', 'pdf']) {
      const from = path.join(folder, `${format}-from`);
      await mkdir(from);
      const own = chosen.filter((file) => kindOf(file)?.format === format);
      for (const file of own) await writeFile(path.join(from, `${chosen.indexOf(file)}.docx`), file.bytes);
      if (own.length === 0) continue;
      await promisify(execFile)(
        program,
        [
          `-env:UserInstallation=file://${folder}/profile`,
          '--headless',
          '--convert-to',
          format,
          '--outdir',
          path.join(folder, format),
          ...own.map((file) => path.join(from, `${chosen.indexOf(file)}.docx`)),
        ],
        { timeout: 600_000 },
      );
    }
    return await Promise.all(
      files.map(async (file) => {
        const kind = chosen.includes(file) ? kindOf(file) : undefined;
        if (kind === undefined) return file;
        const bytes = await readFile(path.join(folder, kind.format, `${chosen.indexOf(file)}.${kind.format}`));
        return { ...file, name: file.name.replace(/docx$/u, kind.ending), bytes: new Uint8Array(bytes) };
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
