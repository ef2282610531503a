/** What comes from others: exact versions, whole packages, and nothing that must run while it is installed. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Package {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

const root = path.resolve(import.meta.dirname, '../..');
const json = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));
const manifest = json('package.json') as Record<string, Record<string, string> | undefined>;
const lock = json('package-lock.json') as { readonly packages: Readonly<Record<string, Package>> };
const packages = Object.entries(lock.packages).filter(([place]) => place !== '');

describe('the supply chain', () => {
  it('names every direct dependency by one exact version, the one that is locked', () => {
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
      for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
        expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u);
        expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
      }
    }
  });

  it('locks every package by the hash of its content', () => {
    expect(packages.filter(([, { integrity, link }]) => integrity === undefined && link !== true)).toEqual([]);
  });

  it('is listed, package by package and version by version, with the faults that are known', () => {
    const table = readFileSync(path.join(root, 'docs/threats.md'), 'utf8');
    const listed = new Map([...table.matchAll(/^\| `([^`]+)` +\| (\d\S*) +\|/gmu)].map((row) => [row[1], row[2]]));
    expect(listed.size).toBeGreaterThan(15);
    for (const [name, version] of listed) expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    for (const name of Object.keys(manifest['dependencies'] ?? {})) expect(listed.has(name), name).toBe(true);
    // What the bundles contain beyond the direct dependencies, as the build wrote it down.
    const bundled = ['addin', 'cli', 'offline', 'offlineReader'].flatMap(
      (bundle) => json(`.cache/packages-${bundle}.json`) as string[],
    );
    const names = bundled.map((folder) => folder.slice('node_modules/'.length));
    expect(names.filter((name) => !listed.has(name) && !/^@(?:fluentui|griffel)\//u.test(name))).toEqual([]);
  });

  it('needs no script while it is installed: only tools have one, and they work without', () => {
    const scripted = packages.flatMap(([place, { hasInstallScript }]) => (hasInstallScript === true ? [place] : []));
    // The first two look for the binary that came with the platform’s own package, the third warns of old version schemes.
    expect(scripted).toEqual(['node_modules/@swc/core', 'node_modules/esbuild', 'node_modules/protobufjs']);
    for (const place of scripted) expect(lock.packages[place]?.dev, place).toBe(true);
  });
});
