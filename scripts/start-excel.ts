/** `npm run start:excel`: serves the build with a certificate that Excel trusts and sideloads the manifest into desktop Excel. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { serve } from './shared/serve';

const root = path.dirname(import.meta.dirname);
const manifest = path.join(root, 'manifest.xml');

/** Runs a command of the project's own dependencies; never fetches one. */
function run(...args: string[]): void {
  const { status } = spawnSync('npx', ['--no-install', ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    cwd: root,
  });
  if (status !== 0) {
    console.error(`“npx ${args.join(' ')}” did not succeed; see above.`);
    process.exit(1);
  }
}

if (process.platform !== 'win32' && process.platform !== 'darwin') {
  console.error(
    '桌面版 Excel 只有 Windows 和 Mac 版，本机无法旁加载。请用 npm start 打开工作台，或在网页版 Excel 中上传 manifest.xml。\n' +
      'Desktop Excel exists for Windows and Mac only. Use npm start for the workbench, or upload manifest.xml in Excel on the web.',
  );
  process.exit(1);
}

run('office-addin-dev-certs', 'install');
const folder = path.join(homedir(), '.office-addin-dev-certs');
const server = await serve([['', path.join(root, 'dist')]], 3000, {
  key: await readFile(path.join(folder, 'localhost.key'), 'utf8'),
  cert: await readFile(path.join(folder, 'localhost.crt'), 'utf8'),
}).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(
    '端口 3000 已被占用，请先停止占用它的程序。\nPort 3000, which the manifest names, is taken: stop what runs there.',
  );
  process.exit(1);
});
run('office-addin-debugging', 'start', manifest, 'desktop', '--app', 'excel');
console.log(`${server.url} 正在提供加载项；结束时按 Ctrl+C。It serves the add-in until Ctrl+C.`);
process.once('SIGINT', () => {
  run('office-addin-debugging', 'stop', manifest);
  void server.close().then(() => process.exit(0));
});
