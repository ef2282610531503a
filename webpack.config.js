/**
 * The add-in's pane, the workbench (a stand-in for Excel in a plain browser), the command line, and the two scripts of the
 * offline page, which `scripts/offline.ts` puts into one file. All paths in what is built are relative, so that the folder can be hosted anywhere.
 *
 * One alone: `npx webpack --config-name addin` (or `workbench`, `cli`).
 */
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import TerserPlugin from 'terser-webpack-plugin';
import webpack from 'webpack';

const root = import.meta.dirname;
const dist = path.join(root, 'dist');
const production = process.env.NODE_ENV !== 'development';

/**
 * What office.js asks for at run time, found in its own source: one library per host platform, its strings in the
 * language of the host (another language falls back to en-us), the files of Excel 2013 and 2016, whose users are to see
 * the page that says which Excel they need, and the library's page for an untrusted host. Its telemetry scripts are
 * left out on purpose: office.js runs without them and then reports nothing to anyone.
 */
const officeFiles = [
  'office.js',
  'excel-web-16.00.js',
  'excel-win32-16.00.js',
  'excel-win32-16.01.js',
  'excel-mac-16.00.js',
  'excel-ios-16.00.js',
  'excel-winrt-16.00.js',
  'o15apptofilemappingtable.js',
  'excel-15.js',
  'excel-15.01.js',
  'excel-15.02.js',
  'excelwebapp-15.js',
  'excelwebapp-15.01.js',
  'excelwebapp-15.02.js',
  'zh-cn/office_strings.js',
  'zh-tw/office_strings.js',
  'en-us/office_strings.js',
];
const officeDist = path.join(root, 'node_modules/@microsoft/office-js/dist');

/** The browsers of the task pane: WebView2, WKWebView, and Excel on the web in a current browser. */
const browsers = { chrome: '102', edge: '102', safari: '16', firefox: '102' };

/** Browsers of offices that can install nothing: the last Chromium for Windows 7, the long-term Firefox, an older Mac. */
const offlineBrowsers = { chrome: '109', edge: '109', safari: '16', firefox: '115' };

const scripts = (env) => ({
  test: /\.tsx?$/,
  exclude: /node_modules/,
  use: {
    loader: 'swc-loader',
    options: {
      jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      env,
    },
  },
});

const ofUnpdf = /[\\/]node_modules[\\/]unpdf[\\/]/;

/** pdf.js would load a worker from an address that it is given. It is given none: it runs in the worker that reads. */
const ownWorker = { test: ofUnpdf, parser: { exprContextCritical: false } };

/** As many of its loops as a number in a file would keep busy come to an end: `scripts/shared/pdf-limits.mjs`. */
const withLimits = { test: ofUnpdf, loader: path.join(root, 'scripts/shared/pdf-limits.mjs') };

/** Its classes have static blocks, over which Safari before 16.4 gives up the whole script. */
const withoutStaticBlocks = {
  test: ofUnpdf,
  use: {
    loader: 'swc-loader',
    options: {
      swcrc: false,
      jsc: { parser: { syntax: 'ecmascript' } },
      env: { targets: { safari: '16' } },
    },
  },
};

/** Writes down which packages a bundle really contains; the third-party notices are made from that. */
const packageList = {
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('packageList', async (compilation) => {
      const folders = new Set();
      const visit = (module) => {
        const [, folder] =
          /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module.resource ?? '') ?? [];
        if (folder) folders.add(path.relative(root, folder).split(path.sep).join('/'));
        for (const inner of module.modules ?? []) visit(inner);
      };
      for (const module of compilation.modules) visit(module);
      await mkdir(path.join(root, '.cache'), { recursive: true });
      await writeFile(
        path.join(root, `.cache/packages-${compiler.options.name}.json`),
        JSON.stringify([...folders].sort()),
      );
    });
  },
};

/** @type {import('webpack').Configuration} */
const common = {
  mode: production ? 'production' : 'development',
  devtool: production ? false : 'inline-source-map',
  context: root,
  cache: {
    type: 'filesystem',
    cacheDirectory: path.join(root, '.cache/webpack'),
    buildDependencies: { config: [import.meta.filename] },
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  optimization: {
    minimizer: [new TerserPlugin({ minify: TerserPlugin.swcMinify, extractComments: false })],
  },
  performance: { hints: false },
  stats: { preset: 'errors-warnings', assets: true, groupAssetsByPath: true, excludeAssets: /office-js/ },
};

/** @type {import('webpack').Configuration} */
const web = {
  ...common,
  target: ['web', 'es2022'],
  output: { path: dist, filename: '[name].js', publicPath: 'auto' },
  module: { rules: [scripts({ targets: browsers }), ownWorker, withoutStaticBlocks, withLimits] },
};

/**
 * What the pages of the add-in may do: their own files and nothing else. No inline script or style, no evaluation, no
 * request to another place. The hash is that of an empty text: Fluent UI adds empty style elements and fills them by rule.
 * Pictures may be data: a chart becomes one on its way into a Word file.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
const underPolicy = (html) =>
  String(html).replace(
    '<meta charset="utf-8" />',
    `<meta charset="utf-8" />\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  );

/** @type {import('webpack').Configuration} */
const addin = {
  ...web,
  name: 'addin',
  entry: { taskpane: './src/commands/pane.ts', save: './src/taskpane/save.ts' },
  output: { ...web.output, chunkFilename: 'addin/[name].[contenthash:8].js' },
  plugins: [
    packageList,
    new CopyPlugin({
      patterns: [
        // The page loads office.js, then gate.js, which adds taskpane.js once the engine and the host can run it.
        { from: 'src/taskpane/taskpane.html', to: 'taskpane.html', transform: underPolicy },
        { from: 'src/taskpane/{gate,syntax}.js', to: '[name][ext]', info: { minimized: true } },
        { from: 'src/taskpane/{taskpane,save}.css', to: '[name][ext]' },
        { from: 'assets/*.png', to: 'assets/[name][ext]' },
        { from: 'assets/*.svg', to: 'assets/[name][ext]' },
        { from: 'assets/help.html', to: 'help.html', transform: underPolicy },
        { from: 'assets/help.css', to: 'help.css' },
        ...officeFiles.map((file) => ({
          from: path.join(officeDist, file),
          to: path.join('office-js', file),
          info: { minimized: true },
        })),
        { from: path.join(officeDist, 'agaveerrorux'), to: 'office-js/AgaveErrorUX', info: { minimized: true } },
      ],
    }),
    new HtmlPlugin({
      filename: 'save.html',
      templateContent: underPolicy(readFileSync(path.join(root, 'src/taskpane/save.html'))),
      chunks: ['save'],
    }),
  ],
};

/** @type {import('webpack').Configuration} */
const workbench = {
  ...web,
  name: 'workbench',
  entry: { index: './src/workbench/page/main.ts', bare: './src/workbench/host/bare.ts' },
  output: {
    ...web.output,
    chunkFilename: 'workbench/[name].[contenthash:8].js',
    cssChunkFilename: 'workbench/[name].[contenthash:8].css',
    assetModuleFilename: 'workbench/[name].[hash:8][ext]',
  },
  module: {
    rules: [...web.module.rules, { test: /\.css$/, type: 'css/auto' }],
  },
  experiments: { css: true },
  plugins: [
    packageList,
    new HtmlPlugin({ filename: 'index.html', template: 'src/workbench/page/index.html', chunks: ['index'] }),
    new HtmlPlugin({ filename: 'bare.html', template: 'src/workbench/host/bare.html', chunks: ['bare'] }),
  ],
};

/** Makes the command line executable and marks its folder as ES modules wherever it is copied to. */
const executable = {
  apply(compiler) {
    compiler.hooks.thisCompilation.tap('executable', (compilation) => {
      compilation.hooks.processAssets.tap('executable', () => {
        compilation.emitAsset('package.json', new webpack.sources.RawSource('{ "type": "module" }\n'));
      });
    });
    compiler.hooks.afterEmit.tapPromise('executable', () => chmod(path.join(dist, 'cli/gouji.js'), 0o755));
  },
};

/** The command line finds its worker beside itself: webpack's own way breaks an ES module that takes Worker from Node. */
const besideItself = {
  test: /[\\/]src[\\/]cli[\\/]reading[\\/]pool\.ts$/,
  parser: { importMeta: false, url: false, worker: false },
};

/** @type {import('webpack').Configuration} */
const cli = {
  ...common,
  name: 'cli',
  target: 'node20',
  entry: { gouji: './src/cli/gouji.ts', worker: './src/cli/reading/worker.ts' },
  output: {
    path: path.join(dist, 'cli'),
    filename: '[name].js',
    chunkFilename: '[name].[contenthash:8].js',
    module: true,
    chunkFormat: 'module',
    library: { type: 'module' },
  },
  experiments: { outputModule: true },
  module: { rules: [scripts({ targets: { node: '20' } }), ownWorker, withLimits, besideItself] },
  plugins: [
    packageList,
    new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
    executable,
  ],
};

/**
 * A script of the offline page, whole: nothing is loaded later, from file:// nothing could be.
 * @returns {import('webpack').Configuration}
 */
const offlineScript = (name, entry, more) => ({
  ...common,
  name,
  target: ['web', 'es2022'],
  entry: { [name]: entry },
  output: { path: path.join(root, '.cache/offline'), filename: '[name].js' },
  module: {
    parser: { javascript: { dynamicImportMode: 'eager', url: false, worker: false } },
    rules: [scripts({ targets: offlineBrowsers }), ownWorker, withoutStaticBlocks, withLimits],
  },
  plugins: [packageList],
  ...more,
});

const offline = offlineScript('offline', './src/offline/main.ts', {
  resolve: {
    ...common.resolve,
    alias: { [path.join(root, 'src/taskpane/fill/readerStart.ts')]: path.join(root, 'src/offline/readerStart.ts') },
  },
});
const offlineReader = offlineScript('offlineReader', './src/offline/reader.ts', { target: ['webworker', 'es2022'] });

export default [addin, workbench, cli, offline, offlineReader];
