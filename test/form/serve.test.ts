import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localCertificate, publicKeyHash, serve } from '../../scripts/shared/serve';

const root = path.resolve(import.meta.dirname, '../..');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gouji-serve-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function fetchText(url: string, ca: string): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') }));
    }).once('error', reject);
  });
}

describe('the server of `npm start`', () => {
  it('serves a folder over https on localhost, by a certificate that is made once and then kept', async () => {
    await writeFile(path.join(folder, 'page.html'), '勾稽');
    const certificate = await localCertificate(path.join(folder, 'kept/certificate.json'));
    expect(await localCertificate(path.join(folder, 'kept/certificate.json'))).toEqual(certificate);
    expect(publicKeyHash(certificate)).toMatch(/^[A-Za-z0-9+/]{43}=$/);
    const server = await serve(
      [
        ['pages', folder],
        ['', path.join(folder, 'none')],
      ],
      0,
      certificate,
    );
    try {
      expect(server.url).toMatch(/^https:\/\/localhost:\d+$/);
      expect(await fetchText(`${server.url}/pages/page.html`, certificate.cert)).toEqual({ status: 200, text: '勾稽' });
      expect((await fetchText(`${server.url}/pages/../package.json`, certificate.cert)).status).toBe(404);
    } finally {
      await server.close();
    }
  });

  it('says in one clear sentence that its port is taken, and how to choose another', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, 'localhost', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'scripts/start.ts', '--no-open', '--port', String(port)],
      { cwd: root },
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    const code = await new Promise((resolve) => child.once('exit', resolve));
    other.close();
    expect(code).toBe(1);
    expect(said).toContain(`Port ${port} is taken.`);
    expect(said).toContain(`--port ${port + 1}`);
  });
});
