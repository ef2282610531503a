/**
 * Compiles a TypeScript module with the compiler of the build, and with nothing added, so that what is measured runs as
 * what is shipped does. (tsx, which runs the scripts, wraps every function to keep its name: small functions then cost
 * several times what they do in the product.)
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const endings = ['.ts', '.tsx', '/index.ts'];

/** Imports between modules of the project carry no ending. */
export async function resolve(specifier, context, next) {
  if (specifier.startsWith('.') && context.parentURL?.startsWith('file:')) {
    for (const ending of endings) {
      const url = new URL(`${specifier}${ending}`, context.parentURL);
      if (existsSync(url)) return { url: url.href, format: 'module', shortCircuit: true };
    }
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !endings.some((ending) => url.endsWith(ending))) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    jsc: {
      parser: { syntax: 'typescript', tsx: url.endsWith('x') },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  });
  return { format: 'module', source: code, shortCircuit: true };
}
