/**
 * Small files of which a part would be gone through once for each of another part: conditions for each cell, what a cell covers
 * for each row, a list for each of its items, the rest of a value for each place in it. Some of them are refused as floods are
 * (`floods.ts`); of these the rest is read, and it is no report.
 */
import { strToU8 } from 'fflate';
import { wordPackage } from '../files';
import { conditionalBook } from './conditionalBook';

export interface SlowFile {
  readonly name: string;
  readonly bytes: () => Uint8Array;
}

const html = (style: string, body: string): Uint8Array =>
  strToU8(`<!doctype html><html><head><style>${style}</style></head><body>${body}</body></html>`);
const cell = (style: string): Uint8Array => html('', `<table><tr><td style="${style}">1</table>`);
const run = '<w:r><w:t>1</w:t></w:r>';
export const noise = (length: number): string => {
  let [text, state] = ['', 1];
  while (text.length < length) {
    state = (state * 48_271) % 2_147_483_647;
    text += state.toString(36);
  }
  return text;
};
/** A document that is not packed so well that it is refused for that. */
const document = (body: string, more = {}): Uint8Array =>
  wordPackage(`${body}<!--${noise(Math.ceil(body.length / 50))}-->`, more);
const wordCells = (merge: string): string =>
  `<w:tc><w:tcPr><w:${merge} w:val="restart"/></w:tcPr><w:p>${run}</w:p></w:tc>`;
const wordCovered = (merge: string): string => `<w:tc><w:tcPr><w:${merge}/></w:tcPr><w:p>${run}</w:p></w:tc>`;
const typeface = 'barcod'.repeat(100_000);

/** Elements of one look between such as differ, so that what they say is looked at for each. */
const varied = (said: string): Uint8Array =>
  html(
    `.x{${said}} p.a{color:red} p.b{color:blue}`,
    `<table><tr><td>${'<p class=a><b class=x>1</b></p><p class=b><b class=x>1</b></p>'.repeat(10_000)}</table>`,
  );

/** A web archive of one page and these style sheets. */
const archive = (links: number, sheets: readonly string[]): Uint8Array =>
  strToU8(
    `MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n<html>${'<link rel=stylesheet href=z>'.repeat(links)}<table><tr><td>1</table>\n${sheets.map((text) => `--b\nContent-Type: text/css\nContent-Location: ${text === '' ? 'y' : 'z'}\n\n${text}\n`).join('')}--b--`,
  );

const workbookXml = (content: string): Uint8Array =>
  strToU8(`<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">${content}</Workbook>`);
const conditionXml = (condition: string): Uint8Array =>
  workbookXml(
    `<Worksheet><Table/><ConditionalFormatting><Range>R1C1</Range><Condition><Value1>${condition}</Value1></Condition></ConditionalFormatting></Worksheet>`,
  );

export const slowFiles: readonly SlowFile[] = [
  { name: 'html: names of values without end', bytes: () => html('-'.repeat(1_000_000), '<p>1') },
  { name: 'html: rules at the beginning of a rule', bytes: () => html(`a{${'@a{}'.repeat(240_000)}}`, '<p>1') },
  { name: 'html: commas behind a bracket', bytes: () => html(`(${','.repeat(300_000)}{color:red}`, '<p>1') },
  {
    name: 'html: a typeface behind much space',
    bytes: () => html(`@font-face{font-family:a;src:url(${' '.repeat(300_000)}}`, '<p>1'),
  },
  {
    name: 'html: attributes in much space',
    bytes: () => html(`[a=${' '.repeat(230)}x${' '.repeat(230)}y]{color:red}`.repeat(2000), '<p>1'),
  },
  {
    name: 'html: choices in much space',
    bytes: () => html(`:is(${' '.repeat(470)}(x){color:red}`.repeat(2000), '<p>1'),
  },
  { name: 'html: moves without end', bytes: () => cell(`transform:${'translate('.repeat(90_000)}`) },
  { name: 'html: a scale of many digits', bytes: () => cell(`transform:scale(${'0'.repeat(500_000)}`) },
  { name: 'html: a filter of many digits', bytes: () => cell(`filter:opacity(${'0'.repeat(500_000)}`) },
  {
    name: 'html: typefaces for every text',
    bytes: () =>
      html(
        '@font-face{font-family:z;src:url(data:x)}',
        `<div style="font-family:${'a,'.repeat(200_000)}a"><table>${'<tr><td>1'.repeat(30_000)}</table></div>`,
      ),
  },
  {
    name: 'html: the style of a list for every item',
    bytes: () =>
      html('', `<table><tr><td><ol style="${'color:red;'.repeat(50_000)}">${'<li>1'.repeat(30_000)}</ol></table>`),
  },
  {
    name: 'html: raised figures among others',
    bytes: () => html('', `<table><tr><td>${'<sup>1</sup>2'.repeat(40_000)}</table>`),
  },
  { name: 'html: movements that do not end', bytes: () => html('@keyframes a{'.repeat(70_000), '<p>1') },
  {
    name: 'html: a long choice in a rule of many',
    bytes: () => html(`${'a,'.repeat(9_000)}a{${'b'.repeat(100_000)}{color:red}}`, '<p>1'),
  },
  {
    name: 'html: typefaces for letters of different colours',
    bytes: () => varied(`font-family:${'a,'.repeat(100_000)}a`),
  },
  { name: 'html: a ground of many pieces', bytes: () => varied(`background:${'a b '.repeat(50_000)}`) },
  {
    name: 'html: moves for letters of different colours',
    bytes: () => varied(`transform:${'translate(9px)'.repeat(20_000)}`),
  },
  {
    name: 'html: a long number format for every cell',
    bytes: () =>
      html(
        '',
        `<div style="mso-number-format:${'0'.repeat(300_000)}"><table><tr>${'<td>1</td>'.repeat(30_000)}</table></div>`,
      ),
  },
  {
    name: 'mht: links and style sheets that do not meet',
    bytes: () =>
      archive(
        25_000,
        Array.from({ length: 1_900 }, () => ''),
      ),
  },
  { name: 'mht: a style sheet that is named again and again', bytes: () => archive(20_000, ['a'.repeat(390_000)]) },
  { name: 'xml: a column beyond all numbers', bytes: () => conditionXml(`R1C${'9'.repeat(400)}=0`) },
  {
    name: 'xml: looks and sheets',
    bytes: () =>
      workbookXml(
        `<Styles>${Array.from({ length: 20_000 }, (_, at) => `<Style ss:ID="${at}"/>`).join('')}</Styles>${'<Worksheet/>'.repeat(20_000)}`,
      ),
  },
  {
    name: 'xlsx: areas of conditions',
    bytes: () =>
      conditionalBook(
        `</conditionalFormatting>${`<conditionalFormatting sqref="${'A1 '.repeat(6_600)}"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>7</formula></cfRule></conditionalFormatting>`.repeat(300)}<conditionalFormatting sqref="A1">`,
      ),
  },
  {
    name: 'docx: rows under one cell',
    bytes: () =>
      document(
        `<w:tbl><w:tr>${wordCells('vMerge')}</w:tr>${`<w:tr>${wordCovered('vMerge')}</w:tr>`.repeat(60_000)}</w:tbl>`,
      ),
  },
  {
    name: 'docx: cells beside one cell',
    bytes: () => document(`<w:tbl><w:tr>${wordCells('hMerge')}${wordCovered('hMerge').repeat(60_000)}</w:tr></w:tbl>`),
  },
  {
    name: 'docx: a long name of a typeface',
    bytes: () =>
      document(`<w:p>${'<w:r><w:rPr><w:rStyle w:val="s"/></w:rPr><w:t>1</w:t></w:r>'.repeat(50_000)}</w:p>`, {
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="s" Type="x/styles" Target="styles.xml"/></Relationships>',
        ),
        'word/styles.xml': strToU8(
          `<w:styles><w:style w:styleId="s"><w:rPr><w:rFonts w:ascii="${typeface}${noise(12_000)}"/></w:rPr></w:style></w:styles>`,
        ),
      }),
  },
  {
    name: 'xlsx: a long condition',
    bytes: () =>
      conditionalBook(
        `<cfRule type="expression" dxfId="0" priority="1"><formula>${'A1 '.repeat(100_000)}</formula></cfRule>`,
      ),
  },
  {
    name: 'xlsx: many bounds of a condition',
    bytes: () =>
      conditionalBook(
        `<cfRule type="cellIs" operator="equal" dxfId="0" priority="1">${'<formula>7</formula>'.repeat(50_000)}</cfRule>`,
      ),
  },
];
