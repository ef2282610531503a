/**
 * The third-party notices, made from what the build says its bundles contain (`.cache/packages-*.json`).
 * `npm run notices` writes the file; a test holds it to the build.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const bundles = {
  addin: 'add-in',
  workbench: 'workbench',
  cli: 'command line',
  offline: 'offline page',
  offlineReader: 'offline page',
} as const;
type Bundle = keyof typeof bundles;
const allBundles = Object.keys(bundles) as Bundle[];

/** What a package carries of others without naming it in its own licence. */
const carried: Readonly<Record<string, string>> = {
  unpdf:
    'It carries pdf.js 5.4.296, copyright Mozilla Foundation, under the Apache License, version 2.0; the text of that licence stands here with other packages under it. It was changed: limits were put into it, and static blocks of classes written as older browsers know them.',
};

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The text that came with the package; null where it brought none. */
  readonly text: string | null;
  readonly author: string | null;
  readonly bundles: readonly string[];
}

interface PackageJson {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly author?: string | { readonly name: string };
}

async function describePackage(folder: string, inBundles: readonly string[]): Promise<Package> {
  const about = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8')) as PackageJson;
  const files = await readdir(path.join(root, folder));
  const file =
    files.find((name) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(name)) ??
    files.find((name) => /^licen[cs]e/i.test(name));
  const licence = typeof about.license === 'string' ? about.license : (about.license?.type ?? 'see the text');
  return {
    name: about.name,
    version: about.version,
    licence: about.name === '@microsoft/office-js' ? 'Microsoft Office JavaScript API licence' : licence,
    text:
      file === undefined
        ? null
        : (await readFile(path.join(root, folder, file), 'utf8')).replaceAll('\r\n', '\n').trim(),
    author: (typeof about.author === 'string' ? about.author : about.author?.name) ?? null,
    bundles: inBundles,
  };
}

/** Every package in the bundles, by name. */
async function packages(of: readonly Bundle[]): Promise<Package[]> {
  // Copied file by file, not bundled.
  const found = new Map<string, string[]>(
    of.includes('addin') ? [['node_modules/@microsoft/office-js', [bundles.addin]]] : [],
  );
  for (const bundle of of) {
    const title = bundles[bundle];
    const folders = JSON.parse(await readFile(path.join(root, `.cache/packages-${bundle}.json`), 'utf8')) as string[];
    for (const folder of folders) found.set(folder, [...new Set([...(found.get(folder) ?? []), title])]);
  }
  const described = await Promise.all([...found].map(([folder, titles]) => describePackage(folder, titles)));
  return described.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const title = ({ name, version }: Package): string => `${name} ${version}`;

/** The text of the notices for bundles of the present build. */
export async function notices(of: readonly Bundle[] = allBundles): Promise<string> {
  const all = await packages(of);
  const byText = new Map<string, Package[]>();
  for (const one of all) {
    const key = one.text ?? `${one.licence} ${one.author}`;
    byText.set(key, [...(byText.get(key) ?? []), one]);
  }
  const sections = [...byText.values()].map((group) => {
    const [first] = group;
    const body =
      first?.text ??
      `Licence: ${first?.licence}. The package brings no text of it. Author: ${first?.author ?? 'not named'}.`;
    const others = group.flatMap(({ name }) => carried[name] ?? []).map((note) => `${note}\n\n`);
    return `## ${group.map(title).join(', ')}\n\n${others.join('')}${body
      .split('\n')
      .map((line) => `    ${line}`.trimEnd())
      .join('\n')}\n`;
  });
  return [
    '# Third-party notices',
    '',
    'What the built add-in, the workbench, the command line and the offline page contain of others. Made by `npm run notices` from the bundles.',
    '',
    '| package | version | licence | in |',
    '|---|---|---|---|',
    ...all.map((one) => `| ${one.name} | ${one.version} | ${one.licence} | ${one.bundles.join(', ')} |`),
    '',
    ...sections,
  ].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeFile(path.join(root, 'THIRD_PARTY_NOTICES.md'), await notices());
}
