/** The same report in the kinds of file that offices and portals make, and in their encodings, written by ourselves. */
import { strFromU8, unzipSync } from 'fflate';
import { printedRows, wordFile } from '../files';
import { htmlShapes, type Sample } from '../noise/shapes';

const codes = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** Every character of two bytes in an encoding; no program that runs here writes them. */
function codesOf(encoding: 'gb18030' | 'big5'): ReadonlyMap<string, readonly number[]> {
  const known = codes.get(encoding);
  if (known !== undefined) return known;
  const decoder = new TextDecoder(encoding);
  const own = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) {
      const char = decoder.decode(Uint8Array.of(lead, trail));
      if ([...char].length === 1 && char !== '\ufffd' && !own.has(char)) own.set(char, [lead, trail]);
    }
  codes.set(encoding, own);
  return own;
}

export type Encoding =
  'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'utf-16le without a mark' | 'gb18030' | 'big5';

export function encoded(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding === 'utf-8 with a mark') return new TextEncoder().encode(`\ufeff${text}`);
  if (encoding === 'gb18030' || encoding === 'big5') {
    const own = codesOf(encoding);
    return Uint8Array.from(
      [...text].flatMap((char) => (char < '\x80' ? [char.charCodeAt(0)] : (own.get(char) ?? [0x3f]))),
    );
  }
  const marked = encoding === 'utf-16le without a mark' ? text : `\ufeff${text}`;
  return Uint8Array.from(
    [...marked].flatMap((char) => {
      const code = char.charCodeAt(0);
      return encoding === 'utf-16be' ? [code >> 8, code & 0xff] : [code & 0xff, code >> 8];
    }),
  );
}

export const page = (sample: Sample): string => Object.values(htmlShapes)[0]?.(sample) ?? '';

const quoted = (bytes: Uint8Array): string => {
  let line = '';
  let text = '';
  for (const byte of bytes) {
    const char =
      byte > 0x20 && byte < 0x7f && byte !== 0x3d
        ? String.fromCharCode(byte)
        : `=${byte.toString(16).padStart(2, '0').toUpperCase()}`;
    if (line.length + char.length > 75) {
      text += `${line}=\r\n`;
      line = '';
    }
    line += char;
  }
  return text + line;
};

const based = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64').replace(/.{76}/gu, '$&\r\n');

export interface ArchivedPart {
  readonly type: string;
  readonly location: string;
  readonly text: string;
}

/** A web archive; `charset` stands in the header of each part only where `declared`. */
export function webArchive(
  parts: readonly ArchivedPart[],
  {
    transfer,
    charset,
    declared = true,
  }: {
    readonly transfer: 'quoted-printable' | 'base64' | '8bit';
    readonly charset: Encoding;
    readonly declared?: boolean;
  },
): Uint8Array {
  const boundary = '----=_NextPart_01DA.7C0';
  const head = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="${boundary}"\r\n\r\n本文档为“单个文件网页”。\r\n\r\n`;
  const written = parts.flatMap(({ type, location, text }) => {
    const bytes = encoded(text, charset);
    const body = transfer === 'base64' ? based(bytes) : transfer === 'quoted-printable' ? quoted(bytes) : null;
    const name = declared ? `; charset="${charset}"` : '';
    return [
      encoded(
        `--${boundary}\r\nContent-Location: ${location}\r\nContent-Transfer-Encoding: ${transfer}\r\nContent-Type: ${type}${name}\r\n\r\n`,
        'utf-8',
      ),
      body === null ? bytes : encoded(body, 'utf-8'),
      encoded('\r\n\r\n', 'utf-8'),
    ];
  });
  return Buffer.concat([encoded(head, 'gb18030'), ...written, encoded(`--${boundary}--\r\n`, 'utf-8')]);
}

/** What Excel writes beside its sheets: a page of frames, a page with the tabs, a list of files. */
export function sheetArchive(sheets: readonly string[]): readonly ArchivedPart[] {
  const frames =
    '<html><head><title>x</title></head><frameset rows="*,39"><frame src="book.files/sheet001.htm"><frame src="book.files/tabstrip.htm"></frameset></html>';
  return [
    { type: 'text/html', location: 'file:///C:/book.htm', text: frames },
    { type: 'text/css', location: 'file:///C:/book.files/stylesheet.css', text: 'td {mso-style-parent:style0;}' },
    {
      type: 'text/html',
      location: 'file:///C:/book.files/tabstrip.htm',
      text: '<html><body><table><tr><td>Sheet1</td></tr></table></body></html>',
    },
    ...sheets.map((text, index) => ({
      type: 'text/html',
      location: `file:///C:/book.files/sheet00${index + 1}.htm`,
      text,
    })),
    { type: 'text/xml; charset="utf-8"', location: 'file:///C:/book.files/filelist.xml', text: '<xml/>' },
  ];
}

const documentOf = (bytes: Uint8Array): string => strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());

/** Word 2003 XML; `declaration`: what stands before its root, `prefix`: that of its elements. */
export function word2003(
  sample: Sample,
  prefix = 'w',
  prolog = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>',
): string {
  const body = /<w:body>(.*)<\/w:body>/su.exec(documentOf(wordFile(sample)))?.[1] ?? '';
  const header = '<w:sectPr><w:hdr w:type="odd"><w:p><w:r><w:t>内部资料 第 12 页</w:t></w:r></w:p></w:hdr></w:sectPr>';
  const note = '<w:p><w:r><w:footnote><w:p><w:r><w:t>脚注 99</w:t></w:r></w:p></w:footnote></w:r></w:p>';
  const deleted =
    '<aml:annotation aml:id="1" w:type="Word.Deletion"><aml:content><w:r><w:delText>旧</w:delText><w:t>旧稿</w:t></w:r></aml:content></aml:annotation>';
  const old = body.replaceAll('<w:vMerge', '<w:vmerge').replace('</w:p>', `${deleted}</w:p>`);
  const text = `${prolog}<w:wordDocument xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body><wx:sect>${old}${note}${header}</wx:sect></w:body></w:wordDocument>`;
  return prefix === 'w'
    ? text
    : text
        .replace(/(<\/?)w:/gu, prefix === '' ? '$1' : `$1${prefix}:`)
        .replace('xmlns:w=', prefix === '' ? 'xmlns=' : `xmlns:${prefix}=`)
        .replace(/ w:(\w+=)/gu, ` ${prefix === '' ? '' : `${prefix}:`}$1`);
}

/** A package as one XML file. */
export function flatPackage(bytes: Uint8Array, prefix = 'pkg:'): string {
  const xmlns = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
  const parts = Object.entries(unzipSync(bytes)).map(([name, content], index) => {
    const xml = strFromU8(content).replace(/^<\?xml[^>]*\?>/u, '');
    const type =
      name === 'word/document.xml'
        ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
        : 'application/xml';
    const inside =
      index % 2 === 0 || name.includes('document')
        ? `<${prefix}xmlData>${xml}</${prefix}xmlData>`
        : `<${prefix}binaryData>${based(content)}</${prefix}binaryData>`;
    return name === '[Content_Types].xml'
      ? ''
      : `<${prefix}part ${prefix}name="/${name}" ${prefix}contentType="${type}">${inside}</${prefix}part>`;
  });
  return `<?xml version="1.0" standalone="yes"?>\r\n<?mso-application progid="Word.Document"?>\r\n<${prefix}package ${xmlns}="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</${prefix}package>`;
}

const cell = (value: string | number, delimiter: string): string => {
  const text = String(value);
  return text.includes(delimiter) || /["\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** A worksheet saved as text: its rows all of one width. */
export function csv(sample: Sample, delimiter: string): string {
  const rows = printedRows(sample, true);
  const width = Math.max(...rows.map((row) => row.length));
  return rows
    .map((row) => Array.from({ length: width }, (_, at) => cell(row[at] ?? '', delimiter)).join(delimiter))
    .join('\r\n');
}
