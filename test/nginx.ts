/** Debian’s nginx, as an office may have it. Tests that need it are skipped, with a reason, where it is absent; CI demands it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { onPath } from '../scripts/shared/onPath';
import type { Certificate } from '../scripts/shared/serve';

// Debian keeps the programs of servers out of the path of whoever is not root.
const program = onPath('nginx') ?? ['/usr/sbin/nginx'].find((file) => existsSync(file));

if (program === undefined) {
  if (process.env['GOUJI_REQUIRE_NGINX'] === '1') throw new Error('nginx is demanded here and is not installed');
  console.warn('nginx is not installed: the test of the packaged folder behind it is skipped.');
}

export const hasNginx = program !== undefined;

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Asks for the head of an address, whoever signed the certificate. */
export const headOf = (url: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { method: 'HEAD', rejectUnauthorized: false }, (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, headers: response.headers });
    })
      .on('error', reject)
      .end();
  });

/** Runs nginx on https://localhost:`port` with the lines of a server block. Returns what stops it. */
export async function runNginx(port: number, lines: string, certificate: Certificate): Promise<() => Promise<void>> {
  if (program === undefined) throw new Error('nginx is not installed');
  const folder = await mkdtemp(path.join(os.tmpdir(), 'gouji-nginx-'));
  const file = (name: string): string => path.join(folder, name);
  await writeFile(file('cert.pem'), certificate.cert);
  await writeFile(file('key.pem'), certificate.key, { mode: 0o600 });
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${file(kind)};`)
    .join(' ');
  await writeFile(
    file('nginx.conf'),
    `daemon off; pid ${file('pid')}; worker_processes 1; ${process.getuid?.() === 0 ? 'user root;' : ''}
error_log ${file('error.log')};
events {}
http { access_log off; ${temporary}
server { listen 127.0.0.1:${port} ssl; server_name localhost;
ssl_certificate ${file('cert.pem')}; ssl_certificate_key ${file('key.pem')};
${lines}
} }
`,
  );
  const child = spawn(program, ['-e', file('error.log'), '-c', file('nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let complaint = '';
  child.stderr.on('data', (text: Buffer) => {
    complaint += text.toString('utf8');
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  for (let attempt = 0; ; attempt += 1) {
    if (child.exitCode !== null || attempt > 100) throw new Error(`nginx did not start: ${complaint}`);
    const answered = await headOf(`https://localhost:${port}/`).then(
      () => true,
      () => false,
    );
    if (answered) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return async () => {
    child.kill('SIGQUIT');
    await ended;
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
}
