/**
 * `npm run site`: the workbench with its samples as a static folder that anyone can host, over https: the client library
 * of Office trusts nothing else. `npm run site -- FOLDER` makes it elsewhere than in `site/`.
 */
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const built = path.join(root, 'dist');
const site = path.resolve(process.argv[2] ?? path.join(root, 'site'));
const left = new Set(['cli', 'bare.html', 'bare.js']);

await rm(site, { recursive: true, force: true });
await cp(built, site, { recursive: true, filter: (source) => !left.has(path.relative(built, source)) });
console.log(`${site}: host it over https and open index.html.`);
