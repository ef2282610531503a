/**
 * Small files that unfold to far more than any report holds, one for each way of doing so, and large ones that are what
 * they seem. Where one is hostile only by its size it is as large as the kind of file may be.
 */
import { strFromU8, strToU8, unzipSync, zipSync, zlibSync } from 'fflate';
import type { Danger } from '../../../src/read/containers/archive';
import { edition2021 } from '../../../src/report/editions/2021';
import { excelFile, printedRows, wordPackage } from '../files';
import { page } from '../formats/kindFiles';
import { oldBook, oldDocument, pdfFile, pdfPage, pdfStream } from '../formats/old/oldFiles';
import { sampleOf } from '../noise/shapes';
import { writerOf } from '../writers';
import { conditionalBook } from './conditionalBook';

export interface Flood {
  readonly name: string;
  /** What its sentence says is wrong. */
  readonly danger: Danger;
  readonly bytes: () => Uint8Array;
}

const mebibyte = 1024 * 1024;
const fitting = (piece: string, size: number): string => piece.repeat(Math.floor(size / piece.length));
const html = (body: string): Uint8Array => strToU8(`<!doctype html><html><body>${body}</body></html>`);
const sample = sampleOf(edition2021, 1);
/** Every sheet begins at the place of the first. */
function oneOffset(count: number): Uint8Array {
  const rows = Array.from({ length: 2000 }, (_, row) => Array.from({ length: 5 }, (__, column) => row + column));
  const bytes = oldBook([
    { name: '1', rows },
    ...Array.from({ length: count - 1 }, (_, index) => ({ name: String(index + 2), rows: [] })),
  ]);
  const view = new DataView(bytes.buffer);
  let first: number | null = null;
  for (let at = 0; at + 8 < bytes.length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) === 0x000a) break;
    if (view.getUint16(at, true) !== 0x0085) continue;
    first ??= view.getUint32(at + 4, true);
    view.setUint32(at + 4, first, true);
  }
  return bytes;
}

/** Every sheet of a workbook is the first part. */
function onePart(count: number): Uint8Array {
  const rows = Array.from({ length: 5000 }, () => Array.from({ length: 20 }, () => 7));
  const parts = unzipSync(excelFile([{ name: '1', rows }]));
  const sheets = Array.from({ length: count }, (_, at) => `<sheet name="${at}" sheetId="${at + 1}" r:id="rId1"/>`);
  const book = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  return zipSync({
    ...parts,
    'xl/workbook.xml': strToU8(book.replace(/<sheet .*\/>/u, sheets.join(''))),
  });
}

/** Rows of one cell at the right edge of what is looked at, on many sheets. */
function sparseSheets(count: number): Uint8Array {
  const parts = unzipSync(
    excelFile(Array.from({ length: count }, (_, index) => ({ name: String(index), rows: [[1]] }))),
  );
  const rows = Array.from({ length: 20_000 }, (_, row) => `<row r="${row + 1}"><c r="OJ${row + 1}"><v>1</v></c></row>`);
  const sheet = strToU8(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`);
  for (const name of Object.keys(parts)) if (name.startsWith('xl/worksheets/')) parts[name] = sheet;
  return zipSync(parts, { level: 6 });
}

/** A long text that every cell shares. */
function sharedText(length: number, cells: number): Uint8Array {
  const rows = Array.from({ length: cells / 10 }, () => Array.from({ length: 10 }, () => '长'));
  const parts = unzipSync(excelFile([{ name: '1', rows }]));
  const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
  return zipSync(
    { ...parts, 'xl/sharedStrings.xml': strToU8(strings.replace('长', '长'.repeat(length))) },
    { level: 6 },
  );
}

/** A sheet of elements that hold no cell. */
function emptyElements(count: number): Uint8Array {
  const parts = unzipSync(excelFile([{ name: '1', rows: [[1]] }]));
  const elements = Array.from({ length: count }, (_, at) => `<x y="${at}"/>`).join('');
  const sheet = strToU8(`<worksheet><sheetData>${elements}</sheetData></worksheet>`);
  return zipSync({ ...parts, 'xl/worksheets/sheet1.xml': sheet }, { level: 6 });
}

/** Each with a code of its own. */
function manyFormats(count: number): Uint8Array {
  const parts = unzipSync(excelFile([{ name: '1', rows: [[1]] }]));
  const each = (of: (id: number) => string): string => Array.from({ length: count }, (_, at) => of(at + 200)).join('');
  const codes = each((id) => `<numFmt numFmtId="${id}" formatCode="0.0${id}"/>`);
  const looks = each((id) => `<xf numFmtId="${id}"/>`);
  const styles = `<styleSheet><numFmts>${codes}</numFmts><cellXfs>${looks}</cellXfs></styleSheet>`;
  return zipSync({ ...parts, 'xl/styles.xml': strToU8(styles) }, { level: 6 });
}

const spreadsheet = (rows: string): Uint8Array =>
  strToU8(
    `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="1"><Table>${rows}</Table></Worksheet></Workbook>`,
  );

const packedStream = (text: string, dictionary = ''): Uint8Array =>
  pdfStream(zlibSync(strToU8(text)), `/Filter/FlateDecode${dictionary}`);
const fonted = '/Resources<</Font<</F1 5 0 R>>>>';
const helvetica = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const shown = (count: number): string => `BT /F1 9 Tf ${'(1) Tj '.repeat(count)}ET `;

/** A typeface whose table of widths holds this. */
const widths = (table: string): Uint8Array =>
  pdfPage(`/Contents 4 0 R${fonted}`, [
    packedStream('BT /F1 9 Tf <0001> Tj ET'),
    '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>',
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/W[${table}]/FontDescriptor 7 0 R>>`,
    '<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0/CapHeight 1/StemV 1>>',
  ]);

/** Tables beside and beneath each other on a page whose lines hold thousands of digits. */
const tablesAndCharacters = (): Uint8Array => {
  const table = (x: number, y: number): string =>
    [
      ...[0, 12].map((by) => `${x} ${y + by} m ${x + 12} ${y + by} l S `),
      ...[0, 6, 12].map((by) => `${x + by} ${y} m ${x + by} ${y + 12} l S `),
    ].join('');
  const tables = Array.from({ length: 1150 }, (_, at) => table((at % 34) * 17 + 5, Math.floor(at / 34) * 20 + 5));
  const lines = Array.from({ length: 300 }, (_, at) => `1 0 0 1 10 ${at * 2.7} Tm (${'12'.repeat(100)}) Tj `);
  const names = '<31> <0031> <32> <0032> <41> <4e2d>';
  return pdfPage(`/Contents 4 0 R${fonted}`, [
    packedStream(`BT /F1 3 Tf 1 0 0 1 5 830 Tm (${'A'.repeat(80)}) Tj ${lines.join('')} ET ${tables.join('')}`),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
    packedStream(
      `begincmap 1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar ${names} endbfchar endcmap`,
    ),
  ]);
};

/** Forms that show the next one ten times each. */
const formsInForms = (): Uint8Array => {
  const form = '/Type/XObject/Subtype/Form/BBox[0 0 1 1]';
  const next = (number: number): string => `${form}/Resources<</XObject<</A ${number} 0 R>>>>`;
  return pdfPage('/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>', [
    packedStream('/A Do '.repeat(10)),
    ...Array.from({ length: 8 }, (_, index) => packedStream('/A Do '.repeat(10), next(index + 6))),
    packedStream('0 0 m', form),
  ]);
};

/** Changes to the properties of an old Word document: what is changed, and to what. */
const change = (kind: number, ...operand: readonly number[]): number[] => [kind & 255, kind >> 8, ...operand];
const inTable = change(0x2416, 1);
const again = (bytes: readonly number[], times: number): Uint8Array =>
  Uint8Array.from({ length: bytes.length * times }, (_, at) => bytes[at % bytes.length] ?? 0);
/** The end of a row of so many cells, 30 twips each. */
const rowEnd = (cells: number): number[] => {
  const edges = Array.from({ length: cells + 1 }, (_, at) => [(at * 30) & 255, (at * 30) >> 8]).flat();
  const length = edges.length + 2;
  return [...inTable, ...change(0x2417, 1), ...change(0xd608, length & 255, length >> 8, cells, ...edges)];
};

const smallCell = '<w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr><w:p/></w:tc>';
const labels = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计', '自然人', '予以公开'];

const conditions = (count: number): string =>
  Array.from(
    { length: count },
    (_, at) => `<cfRule type="expression" dxfId="${at % 2}" priority="${at}"><formula>A1&gt;B$7</formula></cfRule>`,
  ).join('');

/** Each total of a report adds a thousand cells several hundred times. */
function repeatedSums(): Uint8Array {
  const own = printedRows(sample, false);
  const rows = Array.from({ length: 1_000 }, (_, at) => [
    ...Array.from({ length: 25 }, (__, column) => own[at]?.[column] ?? ''),
    1,
  ]);
  const formula = `SUM(${Array.from({ length: 900 }, () => 'Z1:Z1000').join(',')})`;
  const line = rows.find(([label]) => label === '一、本年新收政府信息公开申请数量');
  const cells = rows.map((row) =>
    row.map((value, column) => (row === line && column >= 3 && column < 10 ? { formula, value: 5 } : value)),
  );
  return excelFile([{ name: '报表', rows: cells }]);
}

export const floods: readonly Flood[] = [
  { name: 'xls: a hundred sheets at one place', danger: 'count', bytes: () => oneOffset(100) },
  { name: 'xlsx: thousands of sheets on one part', danger: 'count', bytes: () => onePart(3000) },
  { name: 'xlsx: cells at the right edge of many sheets', danger: 'content', bytes: () => sparseSheets(3) },
  { name: 'xlsx: a long text that all cells share', danger: 'content', bytes: () => sharedText(mebibyte, 20_000) },
  {
    name: 'docx: gridSpan',
    danger: 'size',
    bytes: () => wordPackage(`<w:tbl>${`<w:tr>${smallCell}${smallCell}</w:tr>`.repeat(60_000)}</w:tbl>`),
  },
  {
    name: 'xlsx: conditions for every cell',
    danger: 'content',
    bytes: () => conditionalBook(conditions(1000)),
  },
  {
    name: 'xlsx: areas of every condition',
    danger: 'content',
    bytes: () => conditionalBook(conditions(1000), 'B1 '.repeat(30_000)),
  },
  { name: 'xlsx: totals that add the same cells again and again', danger: 'content', bytes: repeatedSums },
  { name: 'xlsx: more formats than there can be', danger: 'content', bytes: () => manyFormats(100_000) },
  {
    name: 'docx: fields in fields',
    danger: 'xml',
    bytes: () => wordPackage(`<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(2_000)}</w:p>`),
  },
  {
    name: 'docx: gridBefore',
    danger: 'size',
    bytes: () =>
      wordPackage(
        `<w:tbl>${'<w:tr><w:trPr><w:gridBefore w:val="200"/></w:trPr><w:tc><w:p/></w:tc></w:tr>'.repeat(100_000)}</w:tbl>`,
      ),
  },
  {
    name: 'html: colspan',
    danger: 'content',
    bytes: () => html(`<table>${fitting('<tr><td colspan=1000>1', 5 * mebibyte - 100)}</table>`),
  },
  {
    name: 'html: rowspan',
    danger: 'content',
    bytes: () =>
      html(`<table>${'<td rowspan=1000>1'.repeat(300)}${fitting('<tr><td>', 5 * mebibyte - 10_000)}</table>`),
  },
  {
    name: 'html: many tables of one wide cell',
    danger: 'content',
    bytes: () => html(fitting('<table><td colspan=1000>1</table>', 5 * mebibyte - 100)),
  },
  {
    name: 'xml: cells by index',
    danger: 'content',
    bytes: () =>
      spreadsheet(
        fitting('<Row><Cell ss:Index="400"><Data ss:Type="Number">1</Data></Cell></Row>', 5 * mebibyte - 1000),
      ),
  },
  {
    name: 'xml: sheets of one row and cell by index',
    danger: 'content',
    bytes: () =>
      spreadsheet(
        fitting(
          '<Row ss:Index="20000"><Cell ss:Index="400"><Data ss:Type="Number">1</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="2"><Table>',
          5 * mebibyte - 1000,
        ),
      ),
  },
  {
    name: 'xml: MergeAcross',
    danger: 'content',
    bytes: () =>
      spreadsheet(
        fitting(
          '<Row><Cell ss:MergeAcross="398"/><Cell><Data ss:Type="Number">1</Data></Cell></Row>',
          5 * mebibyte - 1000,
        ),
      ),
  },
  {
    name: 'text: repeated labels',
    danger: 'content',
    bytes: () =>
      strToU8(
        Array.from({ length: 400_000 }, (_, at) => labels[at % labels.length])
          .join('\n')
          .slice(0, 2_000_000),
      ),
  },
  {
    name: 'text: repeated labels in one row',
    danger: 'content',
    bytes: () =>
      strToU8(
        Array.from({ length: 400_000 }, (_, at) => labels[at % labels.length])
          .join('\t')
          .slice(0, 2_000_000),
      ),
  },
  {
    name: 'text: one label and one number, repeated',
    danger: 'content',
    bytes: () => strToU8('商业企业\t1\n'.repeat(200_000)),
  },
  { name: 'text: one label', danger: 'content', bytes: () => strToU8('总计\n'.repeat(600_000)) },
  {
    name: 'text: titles and tables',
    danger: 'content',
    bytes: () => strToU8('某局政府信息公开工作年度报告\n规章\t1\t1\t1\n'.repeat(60_000)),
  },
  {
    name: 'html: repeated labels',
    danger: 'content',
    bytes: () => html(`<table>${fitting(`<tr>${labels.map((label) => `<td>${label}`).join('')}`, 2_000_000)}</table>`),
  },
  {
    name: 'html: repeated labels in lines',
    danger: 'content',
    bytes: () => html(fitting(labels.map((label) => `<p>${label}`).join(''), 2_000_000)),
  },
  {
    name: 'html: tables without a header behind one with',
    danger: 'content',
    bytes: () => html(`${fitting('<table><tr><td>规章<td>1<td>1<td>1</table>', 2_000_000)}`),
  },
  {
    name: 'html: tags that are never closed',
    danger: 'content',
    bytes: () =>
      html(`<p>${Array.from({ length: 2000 }, (_, at) => `<font color=${at}>`).join('')}${fitting('<p>x', 20_000)}`),
  },
  {
    name: 'html: rules for every cell',
    danger: 'content',
    bytes: () =>
      html(
        `<style>${Array.from({ length: 5000 }, (_, at) => `.a.b${at}{color:red}`).join('')}</style><table>${`<tr><td class="a ${'c '.repeat(5000)}">1`.repeat(250)}</table>`,
      ),
  },
  {
    name: 'html: rules for every ancestor',
    danger: 'content',
    bytes: () =>
      html(
        `<style>${Array.from({ length: 5000 }, (_, at) => `.a .b${at} .c{color:red}`).join('')}</style>${'<div class=a>'.repeat(300)}${'<p class=c>1'.repeat(1000)}`,
      ),
  },
  {
    name: 'html: rules in rules that say nothing',
    danger: 'content',
    bytes: () => html(`<style>${'a,'.repeat(9000)}a{${'b{}'.repeat(300_000)}}</style><p>1`),
  },
  {
    name: 'html: a rule for an attribute of many characters',
    danger: 'content',
    bytes: () =>
      html(`<style>[x*=zzzz] p{color:red}</style><div x="${'z z'.repeat(200_000)}">${'<p>1'.repeat(50_000)}</div>`),
  },
  {
    name: 'html: wide cells of tables that a style sheet makes',
    danger: 'content',
    bytes: () =>
      html(
        `<style>div{display:table}b{display:table-row}i{display:table-cell}</style>${`<div>${'<b><i colspan=1000>1</i></b>'.repeat(900)}</div>`.repeat(38)}`,
      ),
  },
  {
    name: 'html: tables within tables',
    danger: 'content',
    bytes: () => html(`${fitting('<table><tr><td>', 4 * mebibyte)}1`),
  },
  {
    name: 'docx: a page taken in many times',
    danger: 'count',
    bytes: () =>
      wordPackage('<w:altChunk r:id="c"/>'.repeat(1000), {
        'word/c.html': strToU8(page(sample)),
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships><Relationship Id="c" Type="x/aFChunk" Target="c.html"/></Relationships>',
        ),
      }),
  },
  {
    name: 'docx: relationships',
    danger: 'count',
    bytes: () =>
      wordPackage('<w:p/>', {
        'word/_rels/document.xml.rels': strToU8(
          `<Relationships>${Array.from({ length: 50_000 }, (_, at) => `<Relationship Id="a${at}" Type="x/y" Target="a.xml"/>`).join('')}</Relationships>`,
        ),
      }),
  },
  { name: 'xlsx: elements that hold nothing', danger: 'content', bytes: () => emptyElements(600_000) },
  {
    name: 'pdf: the same byte a hundred times',
    danger: 'structure',
    bytes: () => pdfPage('/Contents 4 0 R', [pdfStream(strToU8('\u00810'.repeat(1000)), '/Filter/RunLength#44ecode')]),
  },
  {
    name: 'pdf: one stream of drawing',
    danger: 'size',
    bytes: () => pdfFile(zlibSync(strToU8('q Q '.repeat(3 * mebibyte))), '/Filter/FlateDecode'),
  },
  {
    name: 'pdf: a text packed as a picture',
    danger: 'structure',
    bytes: () =>
      pdfFile(new Uint8Array(80_000).fill(255), '/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60000/Rows 60000>>'),
  },
  {
    name: 'pdf: one content named again and again',
    danger: 'effort',
    bytes: () => pdfPage(`/Contents[${'4 0 R '.repeat(5000)}]${fonted}`, [packedStream(shown(400_000)), helvetica]),
  },
  { name: 'pdf: a range of widths without end', danger: 'content', bytes: () => widths('0 2000000000 500') },
  {
    name: 'pdf: a range of widths to a number that stands elsewhere',
    danger: 'content',
    bytes: () =>
      pdfPage(`/Contents 4 0 R${fonted}`, [
        packedStream('BT /F1 9 Tf <0001> Tj ET'),
        '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>',
        '<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>/W[0 7 0 R 500]>>',
        '2000000000',
      ]),
  },
  {
    name: 'pdf: a range of widths behind others, of decimals and references',
    danger: 'content',
    bytes: () => widths('1[500 600 ]/a 2 3.5 % 7 ]\n5 0 R 0 (]) 7 (a) 0 30000000 500'),
  },
  { name: 'pdf: many tables and many characters', danger: 'effort', bytes: tablesAndCharacters },
  { name: 'pdf: forms in forms', danger: 'effort', bytes: formsInForms },
  {
    name: 'doc: a text named again and again',
    danger: 'count',
    bytes: () => oldDocument('行政\r'.repeat(20_000), { pieces: 50_000 }),
  },
  {
    name: 'doc: properties of a piece',
    danger: 'content',
    bytes: () => oldDocument('1\r'.repeat(50_000), { changes: again(inTable, 20_000) }),
  },
  {
    name: 'doc: properties that stand elsewhere',
    danger: 'content',
    bytes: () =>
      oldDocument('1\r'.repeat(50_000), {
        changes: Uint8Array.from(change(0x6646, 0, 0, 0, 0)),
        data: Uint8Array.from([255, 255, ...again(inTable, 22_000)]),
      }),
  },
  {
    name: 'doc: rows of many columns',
    danger: 'count',
    bytes: () => oldDocument('1\u0007\u0007'.repeat(60_000), { changes: Uint8Array.from(rowEnd(63)) }),
  },
  { name: 'doc: cells', danger: 'count', bytes: () => oldDocument('1\u0007'.repeat(500_000)) },
  { name: 'text: tabs', danger: 'content', bytes: () => strToU8('a\t'.repeat(2_600_000)) },
  {
    name: 'pdf: the word stream',
    danger: 'count',
    bytes: () => strToU8(`%PDF-1.7\n${fitting('stream', 5 * mebibyte)}`),
  },
  {
    name: 'pdf: the word stream before packed bytes',
    danger: 'size',
    bytes: () => strToU8(`%PDF-1.7\n${fitting('stream\nx\x9c\x01\x05', 5 * mebibyte)}`, true),
  },
];

/** Files that ask for much because there is much in them, each with the count of its reports. */
export interface Large {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  readonly reports: number;
}

const behind = (more: string): Uint8Array => strToU8(page(sample).replace('</body>', `${more}</body>`));
const sentence = '依法公开各类政府信息，及时回应群众关切，做好解读工作。';

export const large: readonly Large[] = [
  {
    name: 'a workbook of three hundred reports',
    bytes: () =>
      excelFile(
        Array.from({ length: 300 }, (_, index) => ({
          name: `单位${index + 1}`,
          rows: printedRows(sampleOf(edition2021, index + 1), false),
        })),
      ),
    reports: 300,
  },
  {
    name: 'a page of three megabytes of text',
    bytes: () => behind(fitting(`<p>${sentence}</p>`, 3 * mebibyte)),
    reports: 1,
  },
  {
    name: 'a page of two megabytes of rows',
    bytes: () =>
      behind(
        `<table>${fitting('<tr style="height:20pt"><td class="xl65">行政许可</td><td class="xl66">12</td><td class="xl66">7</td></tr>', 2.4 * mebibyte)}</table>`,
      ),
    reports: 1,
  },
  {
    name: 'a text of a hundred reports',
    bytes: () =>
      strToU8(
        Array.from({ length: 100 }, (_, index) =>
          strFromU8(writerOf('tab-separated').write(sampleOf(edition2021, index + 1))),
        ).join('\n'),
      ),
    reports: 100,
  },
  {
    name: 'a long row of digits beneath a table',
    bytes: () => strToU8(page(sample).replace('</table>', `</table><p>全年共有${'1'.repeat(100_000)}条，另</p>`)),
    reports: 1,
  },
  {
    name: 'a line of spaces, marks and letters',
    bytes: () => behind(`<p>${' '.repeat(1000)}${'a'.repeat(mebibyte)} | ${'[bookmark:'.repeat(50_000)}</p>`),
    reports: 1,
  },
];
