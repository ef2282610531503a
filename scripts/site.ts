/** `npm run site`: the workbench with its samples as a static folder that anyone can host, over https. */
import { cp, rm } from 'node:fs/promises';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const site = path.join(root, 'site');
const left = new Set(['cli', 'bare.html', 'bare.js']);

await rm(site, { recursive: true, force: true });
await cp(path.join(root, 'dist'), site, {
  recursive: true,
  filter: (source) => !left.has(path.relative(path.join(root, 'dist'), source)),
});
console.log(`${site}: host it over https and open index.html.`);
