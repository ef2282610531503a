#!/usr/bin/env node
/**
 * `npx gouji` in a checkout. npm links a package's commands when it first meets them and not again, so the file it links
 * to has to be there before the first build.
 */
import { existsSync } from 'node:fs';

const built = new URL('../dist/cli/gouji.js', import.meta.url);
if (existsSync(built)) {
  await import(built.href);
} else {
  console.error('请先运行 npm run build。\nRun npm run build first.');
  process.exitCode = 3;
}
