/**
 * A file that cannot be saved from the pane is built by a page of our own in the system's browser. The report goes there
 * in the fragment of the address, which a browser keeps to itself: it is never sent to a server.
 */
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';
import * as z from 'zod/mini';
import { reportSchema, type Report } from '../../report/report';
import { fileFormats, type FileFormat, type FileOptions } from './files';

/** The file's name is not in it: anybody can make an address, and a name could end in anything. */
export interface Errand {
  readonly format: FileFormat;
  readonly report: Report;
  readonly options: FileOptions;
}

/** Bytes of JSON. Two reports with long texts come to a third of it; a longer one was not made by the pane. */
const largest = 1_000_000;
/** Characters of an address. What does not shrink to this is no report. */
const longest = 500_000;

const text = z.nullable(z.string());
const date = z.nullable(z.strictObject({ year: z.int(), month: z.int(), day: z.int() }));

/** What the pane offers and nothing else; pictures are drawn by the page itself. */
const schema = z.strictObject({
  format: z.enum(fileFormats),
  report: reportSchema,
  options: z.strictObject({
    language: z.enum(['zh', 'en']),
    word: z.strictObject({
      fonts: z.exactOptional(z.enum(['standard', 'common'])),
      applications: z.exactOptional(z.enum(['portrait', 'landscape'])),
      blanks: z.exactOptional(z.enum(['blank', 'zero'])),
      contact: z.exactOptional(text),
      signature: z.exactOptional(z.nullable(z.strictObject({ unit: z.string(), date }))),
      previous: z.exactOptional(z.nullable(reportSchema)),
      review: z.exactOptional(
        z.nullable(z.strictObject({ unit: text, preparedBy: text, reviewedBy: text, telephone: text, date })),
      ),
    }),
  }),
});

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/u, '');
const fromBase64Url = (text: string): Uint8Array => strToU8(atob(text.replaceAll('-', '+').replaceAll('_', '/')), true);

export const packErrand = (errand: Errand): string =>
  toBase64Url(deflateSync(strToU8(JSON.stringify(errand)), { level: 9 }));

/** `null` where the fragment is cut off, too long or not an errand of the pane. */
export function unpackErrand(fragment: string): Errand | null {
  if (fragment.length > longest) return null;
  try {
    const bytes = inflateSync(fromBase64Url(fragment), { out: new Uint8Array(largest) });
    const parsed = schema.safeParse(JSON.parse(strFromU8(bytes)));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
