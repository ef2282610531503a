/**
 * A file that cannot be saved from the pane is built by a page of our own in the system's browser. The report goes there
 * in the fragment of the address, which a browser keeps to itself: it is never sent to a server.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import { reportSchema, type Report } from '../../report/report';
import { fileFormats, type FileFormat, type FileOptions } from './files';

export interface Errand {
  readonly name: string;
  readonly format: FileFormat;
  readonly report: Report;
  readonly options: FileOptions;
}

/** More than any report unpacks to; a longer one was not made by the pane. */
const largest = 4_000_000;

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
const fromBase64Url = (text: string): Uint8Array => strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);

export const packErrand = (errand: Errand): string =>
  toBase64Url(deflateSync(strToU8(JSON.stringify(errand)), { level: 9 }));

/** `null` where the fragment is cut off, too long or not an errand of the pane. */
export function unpackErrand(fragment: string): Errand | null {
  try {
    const bytes = inflateSync(fromBase64Url(fragment), { out: new Uint8Array(largest) });
    const { name, format, report, options } = JSON.parse(strFromU8(bytes)) as Record<keyof Errand, unknown>;
    const parsed = reportSchema.safeParse(report);
    if (!parsed.success || typeof name !== 'string' || !fileFormats.includes(format as FileFormat)) return null;
    return { name, format: format as FileFormat, report: parsed.data, options: options as FileOptions };
  } catch {
    return null;
  }
}
