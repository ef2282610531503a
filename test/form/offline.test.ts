/** The offline page as it is built: one file that asks for nothing. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import { offlinePage } from '../../scripts/offline';
import { tooNew } from './oldest';

const file = path.resolve(import.meta.dirname, '../../dist/gouji-offline.html');
const html = readFileSync(file, 'utf8');

interface Script {
  readonly id: string | null;
  readonly runs: boolean;
  readonly text: string;
}

interface Found {
  readonly scripts: Script[];
  readonly styles: string[];
  /** Elements and attributes that load something. */
  readonly loads: string[];
  policy: string;
}

function look(): Found {
  const found: Found = { scripts: [], styles: [], loads: [], policy: '' };
  const visit = (node: object): void => {
    const name = 'nodeName' in node ? String(node.nodeName) : '';
    const attributes = new Map(
      ('attrs' in node ? (node.attrs as { name: string; value: string }[]) : []).map((one) => [one.name, one.value]),
    );
    const children = 'childNodes' in node ? (node.childNodes as object[]) : [];
    const text = children.map((child) => ('value' in child ? String(child.value) : '')).join('');
    for (const load of ['src', 'href', 'srcset', 'data', 'action'])
      if (attributes.has(load)) found.loads.push(`${name} ${load}`);
    if (name === 'script')
      found.scripts.push({ id: attributes.get('id') ?? null, runs: !attributes.has('type'), text });
    if (name === 'style') found.styles.push(text);
    if (attributes.get('http-equiv') === 'Content-Security-Policy') found.policy = attributes.get('content') ?? '';
    children.forEach(visit);
  };
  visit(parse(html));
  return found;
}

const { scripts, styles, loads, policy } = look();
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const part = (id: string): string => {
  const text = scripts.find((script) => script.id === id)?.text ?? '';
  return inflateSync(Buffer.from(text, 'base64')).toString('utf8');
};
const main = scripts.filter(({ runs }) => runs).map(({ text }) => text);

test('it is one file of at most 3 MB with every reader in it, and loads nothing by any attribute', () => {
  expect(statSync(file).size).toBeLessThanOrEqual(3_000_000);
  expect(loads).toEqual([]);
  expect(main).toHaveLength(1);
  expect(part('reader')).toContain('pdfjsWorker');
  expect(html).not.toContain('Office.onReady');
});

test('its policy allows nothing but its own script, readers and styles, by their hashes, and workers from itself', () => {
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]));
  expect(Object.fromEntries(rules)).toEqual({
    'default-src': ["'none'"],
    'script-src': [hashOf(main[0] ?? ''), hashOf(part('reader'))],
    'style-src': [hashOf(styles[0] ?? ''), hashOf('')],
    'img-src': ['data:', 'blob:'],
    'worker-src': ['blob:'],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
  });
  expect(styles).toHaveLength(1);
});

/**
 * Names that only look like addresses: the standards of the files that are read and written call their elements so, and
 * nobody fetches them. `.invalid` leads nowhere by its standard. `${` begins an address that a document brings along.
 */
const names = [
  ...['http://www.w3.org/', 'http://schemas.openxmlformats.org/', 'http://schemas.microsoft.com/office/'],
  ...['http://purl.org/dc/', 'https://schema.org/', 'http://ns.adobe.com/', 'http://www.xfa.org/schema/'],
  ...['http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd', 'https://gouji.invalid'],
  ...['http://gouji.invalid', 'http://${'],
];

test('no foreign address is in it, packed or not: only names of XML and data formats', () => {
  // The licences are told apart: they are shown word for word, and name the pages of their authors.
  const code = html.replace(scripts.find(({ id }) => id === 'notices')?.text ?? '', '') + part('reader');
  const found = [...code.matchAll(/(?:https?|wss?|ftp):\\?\/\\?\/[^\s"'`<>)]*/giu)].map(([address]) => address);
  expect(found.length).toBeGreaterThan(20);
  expect(found.filter((address) => !names.some((name) => address.startsWith(name)))).toEqual([]);
});

/** Calls that came after Chromium 109, Firefox 115 and Safari 16.0. `test/browser/pages/offline.test.ts` takes them away. */
const newer = [
  /\.(?:toSorted|toReversed|toSpliced|withResolvers|groupBy|fromAsync|canParse|isWellFormed|toWellFormed)\(/u,
  /\.(?:union|symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom|toBase64|fromBase64|toHex|fromHex)\(/u,
  /\b(?:De)?CompressionStream\b|\bOffscreenCanvas\b|\bIntl\.Segmenter\b|\.userActivation\b|\brequestIdleCallback\b/u,
  /\.(?:checkVisibility|requestClose|showPopover|togglePopover|setHTMLUnsafe|parseHTMLUnsafe)\(/u,
  /\bIterator\.|\bTemporal\./u,
];

test('its scripts hold no syntax, and its own no call, that the oldest browsers it names do not know', () => {
  for (const script of [main[0] ?? '', part('reader')]) expect(tooNew(script)).toEqual([]);
  expect(tooNew('class A { static { /(?<!a)b/gu.test("") } }')).toEqual(['static {', '/(?<!a)b/gu']);
  expect(newer.flatMap((one) => one.exec(main[0] ?? '')?.[0] ?? [])).toEqual([]);
  // `:has` and nested rules.
  expect(styles.join()).not.toMatch(/:has\(|&|color-mix\(|@container|@property|light-dark\(/u);
});

test('it carries the licences of what is in it', () => {
  expect(part('notices')).toContain('| react |');
  expect(part('notices')).toContain('| unpdf |');
  expect(part('notices')).not.toContain('office-js');
});

test('put together again from the same scripts it is the same, byte for byte', async () => {
  expect(await offlinePage()).toBe(html);
});
