/** `npm start`: serves the build and opens the workbench in a browser that trusts this server's certificate and no other. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './shared/browsers';
import { localCertificate, publicKeyHash, serve, type Certificate, type Server } from './shared/serve';

const root = path.dirname(import.meta.dirname);

function portOf(argument: string): number {
  const port = Number(argument);
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port;
  console.error(`--port ${argument}: a port is a whole number from 0 to 65535.`);
  process.exit(3);
}

async function listen(port: number, certificate: Certificate): Promise<Server> {
  try {
    return await serve([['', path.join(root, 'dist')]], port, certificate);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    console.error(
      `端口 ${port} 已被占用。请先停止占用它的程序，或换一个端口。\n` +
        `Port ${port} is taken. Stop what runs there, or choose another: npm start -- --port ${port + 1}`,
    );
    process.exit(1);
  }
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Opens a window with a profile of its own, removed when the window is closed. */
async function open(browser: string, url: string, certificate: Certificate): Promise<void> {
  const profile = await mkdtemp(path.join(tmpdir(), 'gouji-browser-'));
  const child = spawn(
    browser,
    [
      `--user-data-dir=${profile}`,
      `--ignore-certificate-errors-spki-list=${publicKeyHash(certificate)}`,
      '--no-first-run',
      '--no-default-browser-check',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--new-window',
      url,
    ],
    { stdio: 'ignore' },
  );
  const closed = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
  process.once('exit', () => child.kill());
  // The browser may still be writing to its profile as it goes.
  void closed
    .catch((error: unknown) => console.error(`The browser did not start (${String(error)}). Open ${url} by hand.`))
    .then(() => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
}

const { values } = parseArgs({
  options: { port: { type: 'string', default: '3000' }, 'no-open': { type: 'boolean', default: false } },
});
const certificate = await localCertificate(path.join(root, '.cache/certificate.json'));
const server = await listen(portOf(values.port), certificate);
const browser = values['no-open'] || !hasDisplay() ? null : await findBrowser();

console.log(`勾稽工作台 / Gouji workbench: ${server.url}\n停止请按 Ctrl+C。Ctrl+C stops it.`);
if (browser !== null) {
  console.log(`已在独立窗口中打开 / opened in a window of its own: ${path.basename(browser)}`);
  await open(browser, `${server.url}/`, certificate);
} else {
  console.log(
    '请用浏览器打开上面的网址。证书是本机自签的，浏览器会提示“您的连接不是私密连接”（NET::ERR_CERT_AUTHORITY_INVALID）：\n' +
      '点“高级”，再点“继续前往 localhost（不安全）”。网页只来自本机。\n' +
      'Open the address in a browser. Its certificate was signed on this machine, so the browser warns “Your connection is not private”\n' +
      '(NET::ERR_CERT_AUTHORITY_INVALID): choose “Advanced”, then “Proceed to localhost (unsafe)”. The page comes from this machine alone.',
  );
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.close().then(() => process.exit(0)));
}
