/** Reads reports from a web page saved as one file (.mht), also as Word and Excel save theirs and portals export them. */
import { decodeText } from '../containers/decode';
import { openMime, type MimeMessage, type MimePart } from '../containers/mime';
import { failed } from '../failure';
import type { ReadResult } from '../reading';
import { readHtml } from './html';
import { readText } from './text';

const textOf = (part: MimePart): string => decodeText(part.bytes(), part.charset) ?? '';

/** A page that only arranges others: Excel's, with a sheet in each. */
const arranges = (html: string): boolean => /<frameset\b/iu.test(html);
/** Tabs beneath the sheets, and headers of printed pages. */
const isBeside = (location: string): boolean =>
  /\.html?$/iu.test(location) && /tabstrip|header|footer/iu.test(location.split(/[/\\]/u).at(-1) ?? '');

/** The page of a message; those of its sheets one after another, where it only arranges them. Null: it has none. */
function pageOf({ parts, start }: MimeMessage): string | null {
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const main = pages.find(({ id }) => start !== null && id === start) ?? pages[0];
  if (main === undefined) return null;
  const html = textOf(main);
  if (!arranges(html)) return html;
  return pages
    .filter((page) => page !== main && !isBeside(page.location))
    .map(textOf)
    .filter((text) => !arranges(text))
    .join('\n');
}

/** The page that stands in a web archive. Null: there is none. Throws an ArchiveError. */
export const htmlOfArchive = (bytes: Uint8Array): string | null => pageOf(openMime(bytes));

/** Throws an ArchiveError where the file is not what it should be. */
export function readWebArchive(bytes: Uint8Array): ReadResult {
  const message = openMime(bytes);
  const page = pageOf(message);
  if (page !== null) return readHtml(page);
  const text = message.parts.find(({ type }) => type === 'text/plain');
  return text === undefined ? failed('unknownFile') : readText(textOf(text));
}
