/**
 * For tests that need a real browser: builds an entry with webpack, serves files over https on a free port of localhost
 * (the client library of Office trusts nothing else), and opens the installed browser of the Chromium family.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { generate } from 'selfsigned';
import sirv from 'sirv';
import webpack from 'webpack';
import { headlessBrowser } from '../../scripts/browsers';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

export interface OpenBrowser {
  readonly browser: Browser;
  /** Accepts the self-signed certificate of `serve`. */
  readonly context: BrowserContext;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<OpenBrowser> {
  const browser = await chromium.launch(await headlessBrowser());
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  return { browser, context, close: () => browser.close() };
}

export interface Served {
  /** `https://localhost:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves folders under their prefixes, the first that has the file. `''` is the root. */
export async function serve(folders: readonly (readonly [prefix: string, folder: string])[]): Promise<Served> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], { keySize: 2048 });
  const sites = folders.map(([prefix, folder]) => [`/${prefix}`, sirv(folder, { dev: true })] as const);
  const server = createServer({ key, cert }, (request, response) => {
    const original = request.url ?? '/';
    const attempt = (index: number): void => {
      const site = sites[index];
      if (site === undefined) {
        response.writeHead(404).end();
        return;
      }
      const [prefix, files] = site;
      if (!original.startsWith(prefix)) {
        attempt(index + 1);
        return;
      }
      request.url = `/${original.slice(prefix.length).replace(/^\//, '')}`;
      files(request, response, () => attempt(index + 1));
    };
    attempt(0);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

export interface Built {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Bundles entries (name → file, relative to the project) into a temporary folder as NAME.js. */
export async function build(entries: Readonly<Record<string, string>>): Promise<Built> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-test-'));
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    context: projectRoot,
    entry: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, path.join(projectRoot, file)])),
    output: { path: folder, filename: '[name].js' },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                parser: { syntax: 'typescript', tsx: true },
                target: 'es2022',
                transform: { react: { runtime: 'automatic' } },
              },
            },
          },
        },
      ],
    },
  });
  const stats = await new Promise<webpack.Stats>((resolve, reject) => {
    compiler?.run((error, result) => {
      if (error !== null || result === undefined) reject(error ?? new Error('webpack gave no result'));
      else resolve(result);
    });
  });
  await new Promise<void>((resolve) => compiler?.close(() => resolve()));
  if (stats.hasErrors()) throw new Error(stats.toString({ preset: 'errors-only' }));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
