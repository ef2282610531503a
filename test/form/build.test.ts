import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { tooNew } from './oldest';

const root = path.resolve(import.meta.dirname, '../..');
const dist = path.join(root, 'dist');
const pages = ['index.html', 'bare.html', 'taskpane.html', 'save.html', 'help.html'];

/** What a page loads or links to, as written. */
function references(html: string): string[] {
  const found: string[] = [];
  const visit = (node: object): void => {
    if ('attrs' in node && Array.isArray(node.attrs)) {
      for (const { name, value } of node.attrs as { name: string; value: string }[])
        if (name === 'src' || name === 'href') found.push(value);
    }
    if ('childNodes' in node && Array.isArray(node.childNodes)) (node.childNodes as object[]).forEach(visit);
  };
  visit(parse(html));
  return found;
}

describe('the build', () => {
  it.each(pages)(
    '%s asks only for files of its own folder, by relative paths, so that the folder can be hosted anywhere',
    (page) => {
      for (const reference of references(readFileSync(path.join(dist, page), 'utf8'))) {
        if (reference.startsWith('data:')) continue;
        expect(reference).not.toMatch(/^([a-z]+:|\/)/i);
        expect(existsSync(path.join(dist, reference)), `${page} → ${reference}`).toBe(true);
      }
    },
  );

  it('leaves the task pane’s bundle to the gate, so that an old engine never sees modern syntax', () => {
    const html = readFileSync(path.join(dist, 'taskpane.html'), 'utf8');
    expect(references(html)).toContain('gate.js');
    expect(references(html)).not.toContain('taskpane.js');
    const gate = readFileSync(path.join(dist, 'gate.js'), 'utf8');
    expect(gate).toContain('taskpane.js');
    expect(gate, 'as it was written and linted').toBe(readFileSync(path.join(root, 'src/taskpane/gate.js'), 'utf8'));
  });

  it('holds no syntax in any part of the pane that the oldest engines it runs in do not know', () => {
    const parts = readdirSync(path.join(dist, 'addin')).map((name) => path.join(dist, 'addin', name));
    for (const file of [path.join(dist, 'taskpane.js'), path.join(dist, 'save.js'), ...parts])
      expect(tooNew(readFileSync(file, 'utf8')), file).toEqual([]);
  });

  it('makes no code of anything in a PDF', () => {
    const parts = ['addin', 'cli'].flatMap((folder) =>
      readdirSync(path.join(dist, folder)).map((name) => path.join(dist, folder, name)),
    );
    const readers = parts.filter((file) => readFileSync(file, 'utf8').includes('pdfjsWorker='));
    expect(readers).toHaveLength(2);
    // That the engine could is still asked, of an empty text.
    for (const file of readers)
      expect(readFileSync(file, 'utf8')).not.toMatch(/\bFunction\((?!""\))|\beval\(|importScripts\(/u);
  });

  it('holds every file that office.js asks for in any Excel it knows', () => {
    const office = readFileSync(path.join(dist, 'office-js/office.js'), 'utf8');
    const versions = /excel:\{([^}]*)\}/.exec(office)?.[1];
    const files = [...(versions ?? '').matchAll(/(\w+):"([\d.]+)"/g)].map(
      ([, platform, version]) => `excel-${platform}-${version}.js`,
    );
    expect(files).toContain('excel-web-16.00.js');
    expect(files).toContain('excel-win32-16.01.js');
    for (const file of [
      ...files,
      'zh-cn/office_strings.js',
      'en-us/office_strings.js',
      'o15apptofilemappingtable.js',
    ]) {
      expect(existsSync(path.join(dist, 'office-js', file)), file).toBe(true);
    }
  });

  it('ships the library without its telemetry: data do not leave the machine', () => {
    expect(readdirSync(path.join(dist, 'office-js')).filter((name) => /telemetry/i.test(name))).toEqual([]);
  });

  it('gives an executable command line that runs wherever its folder is copied, and says how to use it with exit code 3', () => {
    const file = path.join(dist, 'cli/gouji.js');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o111).toBe(0o111);
    expect(JSON.parse(readFileSync(path.join(dist, 'cli/package.json'), 'utf8'))).toEqual({ type: 'module' });
    expect(spawnSync(process.execPath, [file], { encoding: 'utf8', timeout: 90_000 }).status).toBe(3);
  });

  it('is reachable as `npx gouji` in the checkout', () => {
    const shell = process.platform === 'win32';
    expect(execFileSync('npx', ['gouji', '--help'], { cwd: root, encoding: 'utf8', shell, timeout: 90_000 })).toContain(
      'gouji check',
    );
  });
});
