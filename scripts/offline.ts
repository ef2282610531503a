/**
 * Puts the offline page together from what webpack made of it: one file, `dist/gouji-offline.html`, with its scripts and
 * styles inside and a policy that knows them by their hashes. The same inputs give the same bytes.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { zlibSync } from 'fflate';
import { notices } from './notices';

const root = path.dirname(import.meta.dirname);
const built = path.join(root, '.cache/offline');

/**
 * Addresses in the texts of libraries: of pages about an error, which nobody here could open, and of hosts that a library
 * only takes an address apart with. The last become a name that by its standard never leads anywhere (RFC 2606).
 */
const addresses: readonly (readonly [from: string, to: string])[] = [
  ['https://react.dev/errors/', 'React error '],
  ['https://aka.ms/griffel-css-shorthands', 'griffel: CSS shorthands'],
  ['https://github.com/microsoft/griffel/issues', 'griffel'],
  ['https://foo.bar', 'https://gouji.invalid'],
  ['http://example.com', 'http://gouji.invalid'],
];

const withoutAddresses = (script: string): string =>
  addresses.reduce((text, [from, to]) => text.replaceAll(from, to), script);

/** A script as it can stand inside a page: nothing in it ends it. */
const inPage = (script: string): string => script.replace(/<(?=\/script|script|!--)/giu, '\\x3c');

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const packed = (text: string): string =>
  Buffer.from(zlibSync(new TextEncoder().encode(text), { level: 9 })).toString('base64');

/** The text of the page. */
export async function offlinePage(): Promise<string> {
  const read = (file: string): Promise<string> => readFile(file, 'utf8');
  const main = inPage(withoutAddresses(await read(path.join(built, 'offline.js'))));
  const reader = withoutAddresses(await read(path.join(built, 'offlineReader.js')));
  const style = await read(path.join(root, 'src/offline/offline.css'));
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(main)} ${hashOf(reader)}`,
    // The second hash is that of an empty text: Fluent UI adds empty style elements and fills them by rule.
    `style-src ${hashOf(style)} ${hashOf('')}`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const page = await read(path.join(root, 'src/offline/offline.html'));
  const licences = await notices(['offline', 'offlineReader']);
  const data = (id: string, text: string): string => `<script type="text/plain" id="${id}">${packed(text)}</script>`;
  return page
    .replace(
      '<meta charset="utf-8" />',
      () => `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    )
    .replace('</head>', () => `  <style>${style}</style>\n  </head>`)
    .replace(
      '</body>',
      () => `${data('reader', reader)}\n${data('notices', licences)}\n<script>${main}</script>\n  </body>`,
    );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist/gouji-offline.html'), await offlinePage());
}
