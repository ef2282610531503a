import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { OfficeAddinManifest } from 'office-addin-manifest';
import { describe, expect, it } from 'vitest';
import { elements, parseXml, type Node } from '../write/xmlTree';

const root = path.resolve(import.meta.dirname, '../..');
const manifest = parseXml(readFileSync(path.join(root, 'manifest.xml'), 'utf8'));
const all = elements(manifest);
const named = (...names: string[]): Node[] => all.filter(({ name }) => names.includes(name));
const only = (name: string): Node => {
  const found = named(name);
  expect(found, `exactly one ${name}`).toHaveLength(1);
  return found[0] as Node;
};

const origin = 'https://localhost:3000/';
const resources = named('bt:Image', 'bt:Url', 'bt:String').filter(({ attributes }) => attributes['id'] !== undefined);
/** The default of a localized element and what overrides it, by locale. */
const texts = named('DisplayName', 'Description', 'bt:String').filter(({ attributes }) => 'DefaultValue' in attributes);
const chinese = /\p{Script=Han}/u;

describe('the manifest', () => {
  it('has a GUID of version 4, a version, and asks for no more than to read and write the workbook', () => {
    expect(only('Id').text).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(named('Version')[0]?.text).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
    expect(only('Permissions').text).toBe('ReadWriteDocument');
    expect(manifest.attributes['xsi:type']).toBe('TaskPaneApp');
  });

  it('is for workbooks alone, in any Excel that has an API, so that an old one can be told what it lacks', () => {
    expect(named('Host').map(({ attributes }) => attributes['Name'] ?? attributes['xsi:type'])).toEqual([
      'Workbook',
      'Workbook',
    ]);
    expect(named('Set').map(({ attributes }) => attributes)).toEqual([{ Name: 'ExcelApi', MinVersion: '1.1' }]);
  });

  it('names only addresses that the build serves', () => {
    const addresses = all
      .flatMap(({ attributes, text }) => [...Object.values(attributes), text])
      .filter((value) => value.startsWith(origin));
    expect(addresses.length).toBeGreaterThanOrEqual(16);
    const missing = addresses.filter((address) => !existsSync(path.join(root, 'dist', new URL(address).pathname)));
    expect(missing, 'not in dist: run `npm run build`').toEqual([]);
  });

  it('reaches no other host', () => {
    const hosts = all
      .flatMap(({ attributes, text }) => [
        ...Object.entries(attributes).flatMap(([key, value]) => (key.startsWith('xmlns') ? [] : [value])),
        text,
      ])
      .filter((value) => /^https?:/.test(value))
      .map((value) => new URL(value).origin);
    expect(new Set(hosts)).toEqual(new Set([new URL(origin).origin]));
  });

  it('defines every resource it uses, once, and uses every one it defines', () => {
    const defined = resources.map(({ attributes }) => attributes['id']);
    const used = all.flatMap(({ attributes }) => attributes['resid'] ?? []);
    expect(new Set(defined).size).toBe(defined.length);
    expect(new Set(used)).toEqual(new Set(defined));
  });

  it('keeps to the lengths of the schema', () => {
    const limits: Readonly<Record<string, number>> = {
      DisplayName: 125,
      Description: 250,
      'bt:ShortStrings': 125,
      'bt:LongStrings': 250,
    };
    const within = (element: Node, limit: number): void => {
      for (const { attributes } of elements(element)) {
        for (const value of [attributes['DefaultValue'], attributes['Value']])
          expect(value?.length ?? 0).toBeLessThanOrEqual(limit);
      }
    };
    for (const [name, limit] of Object.entries(limits)) for (const element of named(name)) within(element, limit);
    for (const { attributes } of resources) expect(attributes['id']?.length).toBeLessThanOrEqual(32);
  });

  it('speaks Chinese by default and English in every place for a host in English', () => {
    expect(only('DefaultLocale').text).toBe('zh-CN');
    expect(texts.length).toBeGreaterThanOrEqual(10);
    for (const { attributes, children } of texts) {
      expect(attributes['DefaultValue']).toMatch(chinese);
      expect(children.map((child) => child.attributes['Locale'])).toEqual(['en-US']);
      expect(children[0]?.attributes['Value']).not.toMatch(chinese);
    }
  });

  it('shows each icon at 16, 32, 64 and 80 pixels, and each file has the size it is given for', () => {
    for (const icon of named('Icon'))
      expect(icon.children.map(({ attributes }) => attributes['size'])).toEqual(['16', '32', '64', '80']);
    const address = new Map(resources.map(({ attributes }) => [attributes['id'], attributes['DefaultValue']]));
    for (const { attributes } of named('bt:Image').filter((image) => 'resid' in image.attributes)) {
      const file = path.join(root, (address.get(attributes['resid']) ?? '').slice(origin.length));
      const header = readFileSync(file).subarray(0, 24);
      expect(header.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([
        Number(attributes['size']),
        Number(attributes['size']),
      ]);
    }
  });

  it('opens one and the same pane from each button, on the view that the button names', () => {
    expect(named('FunctionName')).toEqual([]);
    expect(new Set(named('TaskpaneId').map(({ text }) => text)).size).toBe(1);
    const address = new Map(resources.map(({ attributes }) => [attributes['id'], attributes['DefaultValue']]));
    const views = named('SourceLocation').flatMap(({ attributes }) => {
      const url = address.get(attributes['resid'] ?? '');
      return url === undefined ? [] : [new URL(url).searchParams.get('view')];
    });
    expect(views).toEqual([null, 'new', 'check', 'county']);
  });

  it('is read by the library of the Office tools', async () => {
    const info = await OfficeAddinManifest.readManifestFile(path.join(root, 'manifest.xml'));
    expect(info).toMatchObject({
      id: only('Id').text,
      hosts: ['Workbook'],
      officeAppType: 'TaskPaneApp',
      permissions: 'ReadWriteDocument',
      defaultLocale: 'zh-CN',
    });
  });
});
