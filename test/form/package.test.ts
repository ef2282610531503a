/** `npm run package`: what is put on an office’s server. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onPath } from '../../scripts/shared/onPath';
import { filesFor, writePackage } from '../../scripts/package';
import { readArguments } from '../../scripts/packaging/options';
import { packageFiles, sha256, type Files } from '../../scripts/packaging/site';
import { verifyPackage } from '../../scripts/packaging/verify';
import { version } from '../../package.json';
import { elements, parseXml } from '../write/xmlTree';

/** The schema of Office's manifests lies beside the checkout, where it is there at all. */
const schema = path.resolve(import.meta.dirname, '../../../shared/manifest-xsd/OfficeAppManifestV1_1.xsd');
const canValidate = existsSync(schema) && onPath('xmllint') !== undefined;

const origin = 'https://oa.example.gov.cn/apps/gouji';
const text = (files: Files, name: string): string => new TextDecoder().decode(files.get(name));

let folder: string;
let files: Files;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-package-'));
  files = await filesFor({ origin, officeJs: 'self', framedBy: [] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const partsOf = (of: Files): string => /^site\/(parts-[0-9a-f]+)\//mu.exec([...of.keys()].join('\n'))?.[1] ?? '';
const references = (html: string): string[] =>
  [...html.matchAll(/\b(?:src|href|data-bundle)="([^"]+)"/gu)].map(([, name = '']) => name);

describe('the manifest of a package', () => {
  const addresses = (xml: string): string[] =>
    elements(parseXml(xml))
      .flatMap(({ attributes, text: own }) => [
        ...Object.entries(attributes).flatMap(([name, value]) => (name.startsWith('xmlns') ? [] : [value])),
        own,
      ])
      .filter((value) => /^https?:/u.test(value));

  test('names only files of the package under its own address, and has the version of package.json', () => {
    const manifest = text(files, 'manifest.xml');
    const found = addresses(manifest).filter((address) => address !== new URL(origin).origin);
    expect(found.length).toBeGreaterThanOrEqual(15);
    for (const address of found) {
      expect(address.startsWith(`${origin}/`), address).toBe(true);
      expect(files.has(`site/${new URL(address).pathname.slice('/apps/gouji/'.length)}`), address).toBe(true);
    }
    expect(manifest).toContain(`<Version>${version}.0</Version>`);
    expect(manifest).toContain('<AppDomain>https://oa.example.gov.cn</AppDomain>');
    expect(manifest).not.toContain('localhost');
  });

  test('keeps the id, so that it is an update and no other add-in, and the tools of Office read it', async () => {
    await writePackage(files, path.join(folder, 'manifest'));
    const id = '6d1f7a52-8c1e-4b60-9a0d-3f5b27c94e18';
    const info = await OfficeAddinManifest.readManifestFile(path.join(folder, 'manifest/manifest.xml'));
    expect(info).toMatchObject({ id, version: `${version}.0`, officeAppType: 'TaskPaneApp' });
  });

  test.skipIf(!canValidate)('is valid against the schema of Office', async () => {
    await writePackage(files, path.join(folder, 'valid'));
    const { status, stderr } = spawnSync(
      'xmllint',
      ['--noout', '--schema', schema, path.join(folder, 'valid/manifest.xml')],
      { encoding: 'utf8', timeout: 90_000 },
    );
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });
});

describe('the pages of a package', () => {
  test('name only files that are there, all parts in one folder that is called by its content', () => {
    const parts = partsOf(files);
    expect(parts).toMatch(/^parts-[0-9a-f]{12}$/u);
    for (const page of ['taskpane.html', 'save.html', 'help.html']) {
      const found = references(text(files, `site/${page}`));
      expect(found.length).toBeGreaterThan(0);
      for (const name of found) {
        expect(name).toMatch(/^(?:parts-[0-9a-f]{12}|assets)\//u);
        expect(files.has(`site/${name}`), name).toBe(true);
      }
    }
    const loose = [...files.keys()].filter((name) => /^site\/[^/]+\.(?:js|css)$/u.test(name));
    expect(loose).toEqual([]);
  });

  test('take the library of Office from where it was asked for, and their policy allows that place alone', async () => {
    for (const [source, host] of [
      ['cdn', 'https://appsforoffice.microsoft.com'],
      ['china', 'https://appsforoffice.cdn.partner.office365.cn'],
    ] as const) {
      const made = await filesFor({ origin, officeJs: source, framedBy: [] });
      const page = text(made, 'site/taskpane.html');
      expect(references(page).filter((name) => name.startsWith('https:'))).toEqual([
        expect.stringMatching(new RegExp(`^${host}/.*/office\\.js$`, 'u')),
      ]);
      expect(page).toContain(`script-src 'self' ${host};`);
      expect([...made.keys()].some((name) => name.includes('office-js/'))).toBe(false);
    }
    expect(references(text(files, 'site/taskpane.html')).some((name) => name.startsWith('https:'))).toBe(false);
  });
});

test('an update brings its parts under new names and changes none of the old: a pane that is open keeps its own', async () => {
  const dist = path.join(folder, 'dist');
  await cp(path.resolve(import.meta.dirname, '../../dist'), dist, {
    recursive: true,
    filter: (source) => !/(?:cli|workbench)$/u.test(source),
  });
  await appendFile(path.join(dist, 'taskpane.js'), '\n// a newer version');
  const options = { origin, officeJs: 'self', framedBy: [] } as const;
  const sources = { dist, manifest: text(files, 'manifest.xml'), version, texts: new Map<string, string>() };
  const update = await packageFiles(options, sources);
  expect(partsOf(update)).not.toBe(partsOf(files));
  const shared = [...update.keys()].filter((name) => files.has(name) && /\.(?:js|css)$/u.test(name));
  expect(shared).toEqual([]);
  for (const name of references(text(update, 'site/taskpane.html')))
    expect(name.startsWith(partsOf(update)), name).toBe(true);
});

describe('a package can be verified', () => {
  test('each file has its checksum; one that was changed, added or lost is named', async () => {
    const target = path.join(folder, 'verified');
    await writePackage(files, target);
    const make = (): Promise<Files> => Promise.resolve(files);
    expect(await verifyPackage(target, make)).toMatchObject({ ok: true });
    await appendFile(path.join(target, 'site/taskpane.html'), ' ');
    await appendFile(path.join(target, 'site/added.js'), ' ');
    await rm(path.join(target, 'site/save.html'));
    const { ok, lines } = await verifyPackage(target, make);
    expect(ok).toBe(false);
    expect(lines).toEqual(
      expect.arrayContaining([
        'missing: site/save.html',
        'changed since the checksums were made: site/taskpane.html',
        'not in the checksums: site/added.js',
      ]),
    );
  });

  test('made twice it is the same, byte for byte', async () => {
    const again = await filesFor({ origin, officeJs: 'self', framedBy: [] });
    const hashes = (of: Files): string[] => [...of].map(([name, bytes]) => `${name} ${sha256(bytes)}`);
    expect(hashes(again)).toEqual(hashes(files));
  });
});

describe('the command line of the package', () => {
  test.each([
    [[], /--origin is missing/u],
    [['--origin', 'http://oa.example.gov.cn'], /must begin with https/u],
    [['--origin', 'oa.example.gov.cn/gouji'], /is not an address/u],
    [['--origin', 'https://oa.example.gov.cn/?a=1'], /with nothing behind it/u],
    [['--origin', origin, '--office-js', 'mirror'], /self, cdn or china/u],
    [['--origin', origin, '--framed-by', 'https://oos.example.gov.cn/path'], /should read https:\/\/host,/u],
  ])('%j is refused with a sentence', (args, sentence) => {
    expect(() => readArguments(args)).toThrow(sentence);
  });

  test('a slash at the end of the address makes no difference', () => {
    expect(readArguments(['--origin', `${origin}/`]).options?.origin).toBe(origin);
    expect(readArguments(['--origin', 'https://oa.example.gov.cn']).options?.origin).toBe('https://oa.example.gov.cn');
  });

  test('what cannot be done ends with a sentence and the usage, and code 2', () => {
    const file = path.resolve(import.meta.dirname, '../../scripts/package.ts');
    const { status, stderr } = spawnSync('npx', ['tsx', file], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
      timeout: 90_000,
    });
    expect(stderr).toContain('--origin is missing');
    expect(stderr).toContain('npm run package -- --origin');
    expect(status).toBe(2);
  });
});
