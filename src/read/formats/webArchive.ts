/** Reads reports from a web page saved as one file (.mht), also as Word and Excel save theirs and portals export them. */
import { ArchiveError } from '../containers/archive';
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

/** Characters of style sheets that are looked at; of more, none: a page that names them is read as one that lacks them. */
const longestSheets = 400_000;
/** Of a page of more the same holds. */
const mostLinks = 200;
const linkTag = /<link\b[^<>]*>/giu;
const said = (tag: string, name: string): string => {
  const [, quoted, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'iu').exec(tag) ?? [];
  return (quoted ?? single ?? bare ?? '').replace(/&amp;/gu, '&').trim();
};

/** True for the part that an address names: by the address, by an id, or by its end where it is a relative one. */
function isNamed({ location, id }: MimePart, address: string): boolean {
  if (address === '') return false;
  if (location === address || `cid:${id.replace(/^<|>$/gu, '')}` === address) return true;
  return !/^[a-z]+:/iu.test(address) && location.endsWith(`/${address.replace(/^(?:\.{0,2}\/)+/u, '')}`);
}

/** A page with the style sheets of the archive in the places in which it names them. */
function withSheets(html: string, parts: readonly MimePart[]): string {
  const sheets = parts.filter(({ type }) => type === 'text/css');
  if (sheets.length === 0) return html;
  let left = longestSheets;
  let links = 0;
  const whole = html.replace(linkTag, (tag) => {
    links += 1;
    if (left < 0 || links > mostLinks) return tag;
    const sheet = /stylesheet/iu.test(said(tag, 'rel'))
      ? sheets.find((part) => isNamed(part, said(tag, 'href')))
      : null;
    if (sheet === undefined || sheet === null) return tag;
    const text = textOf(sheet).replace(/<\/style/giu, '');
    left -= text.length;
    return left < 0 ? tag : `<style media="${said(tag, 'media').replace(/["<>]/gu, '')}">${text}</style>`;
  });
  return left < 0 || links > mostLinks ? html : whole;
}

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

/** What its style sheets make of the page; where they are more than can be followed, what it says without them. */
function readStyled(page: string, { parts }: MimeMessage): ReadResult {
  const styled = withSheets(page, parts);
  if (styled === page) return readHtml(page);
  try {
    return readHtml(styled);
  } catch (error) {
    if (error instanceof ArchiveError) return readHtml(page);
    throw error;
  }
}

/** Throws an ArchiveError where the file is not what it should be. */
export function readWebArchive(bytes: Uint8Array): ReadResult {
  const message = openMime(bytes);
  const page = pageOf(message);
  if (page !== null) return readStyled(page, message);
  const text = message.parts.find(({ type }) => type === 'text/plain');
  return text === undefined ? failed('unknownFile') : readText(textOf(text));
}
