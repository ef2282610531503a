/** Changes to the parts of workbooks that we write, for what other programs write otherwise. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

export type PartChange = (text: string) => string;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The same workbook with parts of other names. Relationships are left to `change`. */
export function withParts(
  bytes: Uint8Array,
  rename: (name: string) => string,
  change: Readonly<Record<string, PartChange>> = {},
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]): [string, Uint8Array] => {
    const changed = change[name];
    return [rename(name), changed === undefined ? part : strToU8(changed(strFromU8(part)))];
  });
  return zipSync(Object.fromEntries(parts));
}

export const withMore = (bytes: Uint8Array, more: Readonly<Record<string, string>>): Uint8Array =>
  zipSync({
    ...unzipSync(bytes),
    ...Object.fromEntries(Object.entries(more).map(([name, text]) => [name, strToU8(text)])),
  });

/** The same file with its parts in UTF-16, as some libraries write XML. */
export const inUtf16 = (bytes: Uint8Array): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [
        name,
        new Uint8Array(Buffer.from(`\ufeff${strFromU8(part).replace(/UTF-8/iu, 'UTF-16')}`, 'utf16le')),
      ]),
    ),
  );

/** The relationship of the whole file to its workbook. */
export const rootRelations = (target: string): string =>
  `<Relationships xmlns="${packages}"><Relationship Id="r1" Type="${office}/officeDocument" Target="${target}"/></Relationships>`;

export const xmlText = (text: string): string =>
  text.replace(/[&<>"]/gu, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char);

/** Styles of which the first is plain and the others have these formats. */
export const stylesWith = (codes: readonly string[]): string =>
  `<styleSheet xmlns="${main}"><numFmts>${codes
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${xmlText(code)}"/>`)
    .join('')}</numFmts><fonts><font/></fonts><cellXfs><xf numFmtId="0" fontId="0"/>${codes
    .map((_, index) => `<xf numFmtId="${164 + index}" fontId="0"/>`)
    .join('')}</cellXfs></styleSheet>`;

/** A workbook whose cell of the first sheet has a number format. */
export const withFormat = (bytes: Uint8Array, address: string, code: string): Uint8Array =>
  withMore(
    withParts(bytes, (name) => name, {
      'xl/worksheets/sheet1.xml': (text) => text.replace(`<c r="${address}"`, `<c r="${address}" s="1"`),
    }),
    { 'xl/styles.xml': stylesWith([code]) },
  );
