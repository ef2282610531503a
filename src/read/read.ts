/** Reads a file of any kind that offices send, by what is in it, whatever its name says. */
import { ArchiveError, openArchive, type Archive } from './containers/archive';
import { decodeText } from './containers/decode';
import { flatNamespace, openFlatPackage } from './containers/flatPackage';
import { looksLikeMime } from './containers/mime';
import { kindOfPackage } from './containers/package';
import { xmlRootOf } from './containers/xmlRoot';
import { causeOf, failed } from './failure';
import { looksLikeHtml } from './formats/looksLikeHtml';
import { looksLikePicture } from './formats/looksLikePicture';
import { packedFormat } from './formats/packed';
import { largestFile, longestText } from './limits';
import type { ReadResult } from './reading';

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const zip = [0x50, 0x4b];
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const pdf = [0x25, 0x50, 0x44, 0x46];
/** An old workbook that some programs write without a container. */
const bareWorkbook = [0x09, 0x08];

async function readCompound(bytes: Uint8Array): Promise<ReadResult> {
  const compound = (await import('./containers/compound')).openCompound(bytes);
  const holds = (name: string): boolean => compound.names.some((other) => other.toLowerCase() === name);
  if (holds('encryptedpackage'))
    return readPackage(openArchive((await import('./containers/officeSecret')).unsealed(compound)));
  if (holds('workbook') || holds('book')) return (await import('./formats/excel/xls/xls')).readXls(compound);
  if (holds('worddocument')) return (await import('./formats/word/doc')).readDoc(compound);
  return failed('unknownFile');
}

async function readPackage(archive: Archive): Promise<ReadResult> {
  const kind = kindOfPackage(archive);
  if (kind === 'binaryWorkbook') return failed('binaryWorkbook');
  if (kind === 'workbook') return (await import('./formats/excel/xlsx/xlsx')).readXlsx(archive);
  if (kind === 'document') {
    const { readDocx, takesInParts } = await import('./formats/word/docx');
    return takesInParts(archive)
      ? (await import('./formats/word/docxChunks')).readWithChunks(archive)
      : readDocx(archive);
  }
  return foreignArchive(archive) ?? failed('packed', { format: 'ZIP' });
}

/** Kinds that are told apart only to say so, by what an archive holds. */
function foreignArchive(archive: Archive): ReadResult | null {
  if (archive.names.some((name) => /^ofd\.xml$/iu.test(name))) return failed('otherFormat', { format: 'OFD' });
  const type = archive.names.includes('mimetype')
    ? (decodeText(archive.read('mimetype') ?? new Uint8Array()) ?? '')
    : '';
  return openDocument(type);
}

/** By the type that an OpenDocument file says of itself. */
function openDocument(type: string): ReadResult | null {
  const kind = /vnd\.oasis\.opendocument\.(text|spreadsheet)/u.exec(type)?.[1];
  if (kind === undefined) return null;
  return kind === 'text'
    ? failed('otherDocument', { format: 'ODF（.odt）' })
    : failed('otherWorkbook', { format: 'ODF（.ods）' });
}

const namespaces = {
  word: 'http://schemas.microsoft.com/office/word/2003/wordml',
  openDocument: 'urn:oasis:names:tc:opendocument:xmlns:office:1.0',
  /** Of the Chinese standard GB/T 20916, in any of its versions. */
  uof: 'schemas.uof.org/',
} as const;

/** An Office file that is one XML file, by its namespace; null for any other text. */
async function readXml(text: string): Promise<ReadResult | null> {
  const root = xmlRootOf(text);
  if (root === null) return null;
  if (root.namespace === flatNamespace) return readPackage(openFlatPackage(text, root.prefix));
  if (root.namespace === namespaces.word)
    return (await import('./formats/word/docx')).readWordXml(new TextEncoder().encode(text));
  if (root.namespace.includes(namespaces.uof)) return failed('otherDocument', { format: 'UOF' });
  return root.namespace === namespaces.openDocument ? openDocument(text.slice(0, 20_000)) : null;
}

const looksLikeRtf = (bytes: Uint8Array): boolean => /^\s*\{\\rtf/u.test(String.fromCharCode(...bytes.subarray(0, 64)));

async function readTextFile(name: string, bytes: Uint8Array): Promise<ReadResult> {
  if (looksLikeRtf(bytes)) return failed('otherDocument', { format: 'RTF' });
  if (bytes.length > longestText * 3) return failed('tooLarge', { limit: longestText / 1024 / 1024 });
  if (looksLikeMime(bytes)) return (await import('./formats/webArchive')).readWebArchive(bytes);
  const text = decodeText(bytes);
  if (text === null) return failed('unknownFile');
  const { looksLikeJson, readJson } = await import('./formats/json');
  if (looksLikeJson(text)) return readJson(text);
  const { isSpreadsheetXml, readSpreadsheetXml } = await import('./formats/excel/spreadsheetXml');
  if (isSpreadsheetXml(text)) return readSpreadsheetXml(text);
  const xml = await readXml(text);
  if (xml !== null) return xml;
  if (looksLikeHtml(text)) return (await import('./formats/html')).readHtml(text);
  if (/\.json$/iu.test(name)) return readJson(text);
  return (await import('./formats/text')).readText(text, /\.csv$/iu.test(name));
}

/** What a reader throws is a failure with its reason. */
async function refusing(read: () => Promise<ReadResult>): Promise<ReadResult> {
  try {
    return await read();
  } catch (error) {
    // Deeper than a program may call itself, or longer than any list: no report is.
    if (error instanceof RangeError) return failed('archiveUnsafe', { danger: 'content', reason: error.message });
    if (!(error instanceof ArchiveError)) return failed('internal', { cause: causeOf(error) });
    if (error.trouble === 'encrypted' || error.trouble === 'sealed') return failed(error.trouble);
    return error.trouble === 'broken'
      ? failed('archiveBroken')
      : failed('archiveUnsafe', { danger: error.danger, reason: error.reason });
  }
}

async function readBytes(name: string, bytes: Uint8Array): Promise<ReadResult> {
  if (startsWith(bytes, zip)) return readPackage(openArchive(bytes));
  if (startsWith(bytes, compound)) return readCompound(bytes);
  if (startsWith(bytes, bareWorkbook)) return (await import('./formats/excel/xls/xls')).readBiff(bytes);
  if (startsWith(bytes, pdf)) return (await import('./formats/pdf')).readPdf(bytes);
  if (looksLikePicture(bytes)) return failed('picture');
  const format = packedFormat(bytes);
  if (format !== null) return failed('packed', { format });
  return readTextFile(name, bytes);
}

/** Never throws: what cannot be read comes back as a failure with its reason. */
export async function readFile(name: string, bytes: Uint8Array): Promise<ReadResult> {
  if (bytes.length === 0) return failed('empty');
  if (bytes.length > largestFile) return failed('fileTooLarge', { limit: largestFile / 1024 / 1024 });
  return refusing(() => readBytes(name, bytes));
}

/** A page, or a part of one as the clipboard gives it. Never throws, as `readFile`. */
export const readPage = (html: string): Promise<ReadResult> =>
  refusing(async () => (await import('./formats/html')).readHtml(html));
