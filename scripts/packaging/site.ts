/**
 * The files of a package, from what stands in `dist/`. All parts of one build stand in one folder that is called by their
 * content; the pages beside it name that folder. So a pane that was opened before an update goes on with its own parts for
 * as long as the old folder is left there, and a new page never gets an old part.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { officeSources, type PackageOptions } from './options';
import { iisConfiguration, nginxConfiguration, officeOrigin } from './servers';

/** Name within the package → content. */
export type Files = Map<string, Uint8Array>;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Every file of a folder and of those in it, by its path with slashes, in order. */
export async function filesIn(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name))] as const)),
  );
}

const isPart = (name: string): boolean =>
  /^(?:addin|office-js)\//u.test(name) || /^(?:taskpane|gate|syntax|save|help)\.(?:js|css)$/u.test(name);
const pages = ['taskpane.html', 'save.html', 'help.html'];

/** The page with its parts in their folder, and the library from where it was asked for. */
function pageWith(html: string, parts: string, options: PackageOptions): string {
  const source = officeSources[options.officeJs];
  const origin = officeOrigin(options);
  const moved = html.replace(
    /(\b(?:src|href|data-bundle)=")((?:addin|office-js)\/[^"]+|(?:taskpane|gate|syntax|save|help)\.(?:js|css))"/gu,
    (_, before: string, name: string) =>
      `${before}${source !== null && name === 'office-js/office.js' ? source : `${parts}/${name}`}"`,
  );
  return origin === null
    ? moved
    : moved
        .replace("script-src 'self'", `script-src 'self' ${origin}`)
        .replace("connect-src 'self'", `connect-src 'self' ${origin}`);
}

/** The manifest for another address; its id stays, so that it is an update of the same add-in. */
export function manifestFor(manifest: string, { origin }: PackageOptions, version: string): string {
  const local = 'https://localhost:3000';
  return manifest
    .replace(/<Version>[^<]*<\/Version>/u, `<Version>${version}.0</Version>`)
    .replace(`<AppDomain>${local}</AppDomain>`, `<AppDomain>${new URL(origin).origin}</AppDomain>`)
    .replaceAll(`${local}/`, `${origin}/`);
}

export interface Sources {
  readonly dist: string;
  readonly manifest: string;
  /** From package.json: `1.2.3`. */
  readonly version: string;
  /** Texts that go along as they are, by their names in the package: licences, guides. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Lines `hash  name`, as `sha256sum -c` reads them. */
const sums = (files: Files): string => [...files].map(([name, bytes]) => `${sha256(bytes)}  ${name}\n`).join('');

export const sumsName = 'SHA256SUMS';

/** @throws Error with a sentence, where `dist/` is not what a build leaves */
export async function packageFiles(options: PackageOptions, sources: Sources): Promise<Files> {
  const built = await filesIn(sources.dist);
  const text = (name: string): string => {
    const bytes = built.get(name);
    if (bytes === undefined) throw new Error(`dist/${name} is not there: run “npm run build” first.`);
    return new TextDecoder().decode(bytes);
  };
  const own = [...built].filter(
    ([name]) => isPart(name) && !(officeSources[options.officeJs] !== null && name.startsWith('office-js/')),
  );
  const content = createHash('sha256');
  for (const [name, bytes] of own) content.update(`${name} ${sha256(bytes)}\n`);
  const parts = `parts-${content.digest('hex').slice(0, 12)}`;

  const files: Files = new Map();
  for (const [name, bytes] of own) files.set(`site/${parts}/${name}`, bytes);
  for (const page of pages) files.set(`site/${page}`, utf8(pageWith(text(page), parts, options)));
  for (const [name, bytes] of built) if (name.startsWith('assets/')) files.set(`site/${name}`, bytes);
  files.set('site/gouji-offline.html', utf8(text('gouji-offline.html')));
  files.set('site/web.config', utf8(iisConfiguration(options, parts)));
  files.set('nginx.conf', utf8(nginxConfiguration(options)));
  files.set('manifest.xml', utf8(manifestFor(sources.manifest, options, sources.version)));
  for (const [name, content] of sources.texts) files.set(name, utf8(content));
  files.set('package.json', utf8(`${JSON.stringify({ version: sources.version, ...options }, null, 2)}\n`));
  const ordered: Files = new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
  ordered.set(sumsName, utf8(sums(ordered)));
  return ordered;
}
