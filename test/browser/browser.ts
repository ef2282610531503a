/**
 * For tests that need a real browser: builds an entry with webpack, serves files over https on a free port of localhost
 * (the client library of Office trusts nothing else), and opens the installed browser of the Chromium family.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import webpack from 'webpack';
import { headlessBrowser } from '../../scripts/shared/browsers';
import { localCertificate, serve as serveFolders, type Folders } from '../../scripts/shared/serve';

export const projectRoot = path.resolve(import.meta.dirname, '../..');

export interface OpenBrowser {
  readonly browser: Browser;
  /** Accepts the self-signed certificate of `serve`. */
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** `flags`: of the engine, as `--no-opt`. */
export async function openBrowser(flags: readonly string[] = []): Promise<OpenBrowser> {
  const options = await headlessBrowser();
  const args = flags.length === 0 ? [] : [`--js-flags=${flags.join(' ')}`];
  const browser = await chromium.launch({ ...options, args: [...(options.args ?? []), ...args] });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  return { browser, context, close: () => browser.close() };
}

export interface Served {
  /** `https://localhost:PORT/` */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves folders under their prefixes on any free port. */
export async function serve(folders: Folders): Promise<Served> {
  const certificate = await localCertificate(path.join(projectRoot, '.cache/certificate.json'));
  const server = await serveFolders(folders, 0, certificate);
  return { url: `${server.url}/`, close: () => server.close() };
}

export interface Built {
  readonly folder: string;
  remove(): Promise<void>;
}

/** Bundles entries (name → file, relative to the project) into a temporary folder as NAME.js. */
export async function build(entries: Readonly<Record<string, string>>): Promise<Built> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-test-'));
  const compiler = webpack({
    mode: 'production',
    optimization: { minimize: false },
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
