/** Reads a file of any kind that offices send, by what is in it, whatever its name says. */
import { ArchiveError, openArchive } from './containers/archive';
import { kindOfPackage } from './containers/package';
import { failed } from './failure';
import { largestFile, longestText } from './limits';
import type { ReadResult } from './reading';

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean =>
  signature.every((byte, index) => bytes[at + index] === byte);

const zip = [0x50, 0x4b];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const pdf = [0x25, 0x50, 0x44, 0x46];
/** An old workbook that some programs write without a container. */
const bareWorkbook = [0x09, 0x08];

async function readCompound(bytes: Uint8Array): Promise<ReadResult> {
  const compound = (await import('./containers/compound')).openCompound(bytes);
  const holds = (name: string): boolean => compound.names.some((other) => other.toLowerCase() === name);
  if (holds('encryptedpackage')) return failed('encrypted');
  if (holds('workbook') || holds('book')) return (await import('./formats/excel/xls')).readXls(compound);
  if (holds('worddocument')) return (await import('./formats/doc')).readDoc(compound);
  return failed('unknownFile');
}

async function readArchive(bytes: Uint8Array): Promise<ReadResult> {
  const archive = openArchive(bytes);
  const kind = kindOfPackage(archive);
  if (kind === 'binaryWorkbook') return failed('binaryWorkbook');
  if (kind === 'workbook') return (await import('./formats/excel/xlsx')).readXlsx(archive);
  if (kind === 'document') return (await import('./formats/docx')).readDocx(archive);
  return failed('unknownFile');
}

/** Text in UTF-8 or UTF-16, else in GB 18030, as most offices still save it. Null for bytes that are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const attempt = (label: string): string | null => {
    try {
      return new TextDecoder(label, { fatal: true }).decode(bytes);
    } catch {
      return null;
    }
  };
  const marked = startsWith(bytes, [0xff, 0xfe])
    ? attempt('utf-16le')
    : startsWith(bytes, [0xfe, 0xff])
      ? attempt('utf-16be')
      : null;
  const text = marked ?? attempt('utf-8') ?? attempt('gb18030');
  return text === null || text.includes('\u0000') ? null : text;
}

const looksLikeHtml = (text: string): boolean =>
  /<(?:!doctype html|html|head|body|table|div|p)\b/iu.test(text.slice(0, 20_000));

/** A page says its own encoding where the bytes alone would mislead. */
const declaredGb = (bytes: Uint8Array): boolean =>
  /charset\s*=\s*["']?\s*gb/iu.test(String.fromCharCode(...bytes.subarray(0, 2000)));

async function readTextFile(name: string, bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length > longestText * 3) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  const text = declaredGb(bytes) ? new TextDecoder('gb18030').decode(bytes) : decodeText(bytes);
  if (text === null) return failed('unknownFile');
  const { looksLikeJson, readJson } = await import('./formats/json');
  if (/\.json$/iu.test(name) || looksLikeJson(text)) return readJson(text);
  const { isSpreadsheetXml, readSpreadsheetXml } = await import('./formats/excel/spreadsheetXml');
  if (isSpreadsheetXml(text)) return readSpreadsheetXml(text);
  if (looksLikeHtml(text)) return (await import('./formats/html')).readHtml(text);
  return (await import('./formats/text')).readText(text);
}

/** Never throws: what cannot be read comes back as a failure with its reason. */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length === 0) return failed('empty');
  if (bytes.length > largestFile) return failed('fileTooLarge', { limit: largestFile / 1024 / 1024 });
  try {
    if (startsWith(bytes, zip)) return await readArchive(bytes);
    if (startsWith(bytes, compound)) return await readCompound(bytes);
    if (startsWith(bytes, bareWorkbook)) return (await import('./formats/excel/xls')).readBiff(bytes);
    if (startsWith(bytes, pdf)) return await (await import('./formats/pdf')).readPdf(bytes);
    return await readTextFile(name, bytes);
  } catch (error) {
    if (!(error instanceof ArchiveError)) return failed('internal');
    if (error.trouble === 'encrypted') return failed('encrypted');
    return error.trouble === 'broken'
      ? failed('archiveBroken')
      : failed('archiveUnsafe', { danger: error.danger, reason: error.reason });
  }
}
