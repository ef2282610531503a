/** Serves folders over https on localhost. Office.js trusts only https, and only the host name the add-in has. */
import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
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

/** A certificate for localhost, made once and kept in `file` until a week before it ends. */
export async function localCertificate(file: string): Promise<Certificate> {
  try {
    const kept = JSON.parse(await readFile(file, 'utf8')) as Certificate;
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
  const certificate: Certificate = { key: made.private, cert: made.cert };
  // Tests that run at the same time may all make one: each keeps its own, and the file is never half a pair.
  const unique = `${file}.${process.pid}`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(unique, JSON.stringify(certificate), { mode: 0o600 });
  await rename(unique, file);
  return certificate;
}

/** The hash by which Chromium can exempt just this certificate (`--ignore-certificate-errors-spki-list`). */
export function publicKeyHash(certificate: Certificate): string {
  const key = new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(key).digest('base64');
}

/** Folders by the prefix of their address; `''` is the root. The first that has a file gives it. */
export type Folders = readonly (readonly [prefix: string, folder: string])[];

/**
 * @param port 0 for any free one.
 * @throws The error of Node's `listen`, `EADDRINUSE` where the port is taken.
 */
export async function serve(folders: Folders, port: number, certificate: Certificate): Promise<Server> {
  // `dev`: files are looked up anew on each request, so that a build behind a running server shows at once.
  const sites = folders.map(([prefix, folder]) => ({ prefix: `/${prefix}`, files: sirv(folder, { dev: true }) }));
  const server = createServer(certificate, (request, response) => {
    const address = request.url ?? '/';
    const attempt = (index: number): void => {
      const site = sites[index];
      if (site === undefined) response.writeHead(404).end();
      else if (!address.startsWith(site.prefix)) attempt(index + 1);
      else {
        request.url = `/${address.slice(site.prefix.length).replace(/^\//, '')}`;
        site.files(request, response, () => attempt(index + 1));
      }
    };
    attempt(0);
  });
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
