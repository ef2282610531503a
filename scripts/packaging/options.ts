/** What the command line of `npm run package` says. */
import { parseArgs } from 'node:util';

export const officeSources = {
  self: null,
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  /** For tenants of 21Vianet, by Microsoft’s documentation. */
  china: 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
} as const;
export type OfficeSource = keyof typeof officeSources;

export interface PackageOptions {
  /** Where the folder will be found, without a slash at its end: `https://host/path`. */
  readonly origin: string;
  readonly officeJs: OfficeSource;
  /** Further servers whose pages may show the pane in a frame, such as an Office Online Server of the house. */
  readonly framedBy: readonly string[];
}

export interface PackageArguments {
  readonly options: PackageOptions | null;
  readonly folder: string | null;
  /** Folder of a package to be verified. */
  readonly verify: string | null;
}

export const usage = `npm run package -- --origin https://host/path [--office-js self|cdn|china] [--framed-by https://host]… [--out FOLDER]
npm run package -- --verify FOLDER

  --origin     where the folder will be hosted: https, with a sub-path or without
  --office-js  self: Microsoft's library from the same folder (default); cdn: from Microsoft; china: from 21Vianet
  --framed-by  a further server whose pages may show the pane, such as an Office Online Server
  --out        the folder to be made (default: package)
  --verify     compares a package with its checksums, and with what this checkout makes`;

/** An https address without anything that a folder's has not. @throws Error with a sentence */
export function httpsAddress(text: string, path: boolean): string {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new Error(`“${text}” is not an address. It should read https://host${path ? '/path' : ''}.`);
  }
  if (url.protocol !== 'https:')
    throw new Error(`“${text}” must begin with https: Excel loads add-ins from nowhere else.`);
  if (url.search !== '' || url.hash !== '' || url.username !== '' || (!path && url.pathname !== '/'))
    throw new Error(`“${text}” should read https://host${path ? '/path' : ''}, with nothing behind it.`);
  return (path ? url.href : url.origin).replace(/\/+$/u, '');
}

/** @throws Error with a sentence */
export function readArguments(args: readonly string[]): PackageArguments {
  const { values } = parseArgs({
    args: [...args],
    options: {
      origin: { type: 'string' },
      'office-js': { type: 'string', default: 'self' },
      'framed-by': { type: 'string', multiple: true, default: [] },
      out: { type: 'string' },
      verify: { type: 'string' },
    },
  });
  if (values.verify !== undefined) return { options: null, folder: null, verify: values.verify };
  if (values.origin === undefined) throw new Error('--origin is missing: where will the folder be hosted?');
  const officeJs = values['office-js'];
  if (!(officeJs in officeSources)) throw new Error(`--office-js is self, cdn or china, not “${officeJs}”.`);
  return {
    options: {
      origin: httpsAddress(values.origin, true),
      officeJs: officeJs as OfficeSource,
      framedBy: values['framed-by'].map((host) => httpsAddress(host, false)),
    },
    folder: values.out ?? null,
    verify: null,
  };
}
