/**
 * `npm run package -- --origin https://host/path`: the add-in and the offline page as a folder and a zip to put on the
 * server of an office, with its manifest, sample configurations, guides and checksums. The same build and the same options
 * give the same bytes.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { zipSync } from 'fflate';
import { readArguments, usage, type PackageOptions } from './packaging/options';
import { packageFiles, type Files, type Sources } from './packaging/site';
import { verifyPackage } from './packaging/verify';

const root = path.dirname(import.meta.dirname);

/** Name in the package → file of the checkout. */
const texts: Readonly<Record<string, string>> = {
  'LICENSE.txt': 'LICENSE',
  'THIRD_PARTY_NOTICES.md': 'THIRD_PARTY_NOTICES.md',
  '部署说明.md': 'docs/deployment.zh-CN.md',
  'deployment.md': 'docs/deployment.md',
  '安全说明.md': 'docs/assurance.zh-CN.md',
  'assurance.md': 'docs/assurance.md',
  'WPS用户须知.md': 'docs/wps.zh-CN.md',
};

async function sources(): Promise<Sources> {
  const read = (file: string): Promise<string> => readFile(path.join(root, file), 'utf8');
  const { version } = JSON.parse(await read('package.json')) as { readonly version: string };
  const pairs = Object.entries(texts).map(async ([name, file]) => [name, await read(file)] as const);
  return {
    dist: path.join(root, 'dist'),
    manifest: await read('manifest.xml'),
    version,
    texts: new Map(await Promise.all(pairs)),
  };
}

/** Files as they would be written for these options from the present build. */
export const filesFor = async (options: PackageOptions): Promise<Files> => packageFiles(options, await sources());

export async function writePackage(files: Files, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
  }
  // A zip counts its years from 1980 on, in local time; the same moment everywhere, or the bytes would differ.
  const mtime = new Date(1980, 0, 1, 12);
  await writeFile(`${folder}.zip`, zipSync(Object.fromEntries(files), { level: 9, mtime }));
}

async function main(): Promise<number> {
  const { options, folder, verify } = readArguments(process.argv.slice(2));
  if (verify !== null) {
    const report = await verifyPackage(path.resolve(verify), filesFor);
    for (const line of report.lines) console.log(line);
    return report.ok ? 0 : 1;
  }
  if (options === null) return 2;
  const target = path.resolve(folder ?? path.join(root, 'package'));
  const files = await filesFor(options);
  await writePackage(files, target);
  console.log(`${target}: ${files.size} files for ${options.origin}. Begin with 部署说明.md or deployment.md.`);
  console.log(`${target}.zip: the same.`);
  return 0;
}

if (process.argv[1] === import.meta.filename) {
  process.exitCode = await main().catch((error: unknown) => {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  });
}
