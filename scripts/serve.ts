/** Serves a folder over https on localhost. Office.js trusts only https, and only the host name the add-in has. */
import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { type AddressInfo } from 'node:net';
import path from 'node:path';
import { generate } from 'selfsigned';
import sirv from 'sirv';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
}

export interface Server {
  /** Without a slash at the end: `https://localhost:3000`. */
  readonly url: string;
  close(): Promise<void>;
}

const day = 24 * 60 * 60 * 1000;

/** A certificate for localhost, made once and kept in `folder` until a week before it ends. */
export async function localCertificate(folder: string): Promise<Certificate> {
  const keyFile = path.join(folder, 'localhost.key');
  const certFile = path.join(folder, 'localhost.crt');
  try {
    const kept = { key: await readFile(keyFile, 'utf8'), cert: await readFile(certFile, 'utf8') };
    if (Date.parse(new X509Certificate(kept.cert).validTo) - Date.now() > 7 * day) return kept;
  } catch {
    // None yet, or not readable as one: make it anew.
  }
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + 365 * day),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  await mkdir(folder, { recursive: true });
  await writeFile(keyFile, made.private, { mode: 0o600 });
  await writeFile(certFile, made.cert);
  return { key: made.private, cert: made.cert };
}

/** The hash by which Chromium can exempt just this certificate (`--ignore-certificate-errors-spki-list`). */
export function publicKeyHash(certificate: Certificate): string {
  const key = new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/**
 * @param port 0 for any free one.
 * @throws The error of Node's `listen`, `EADDRINUSE` where the port is taken.
 */
export async function serve(folder: string, port: number, certificate: Certificate): Promise<Server> {
  // `dev`: files are looked up anew on each request, so that a build behind a running server shows at once.
  const server = createServer(certificate, sirv(folder, { dev: true }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `https://localhost:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
