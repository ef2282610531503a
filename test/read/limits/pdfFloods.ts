/**
 * PDFs of a kilobyte in which a number says how far to count, or a pattern how often to draw. Only the library as it is built
 * knows an end (`scripts/shared/pdf-limits.mjs`): they are given to what is built.
 */
import { strToU8, zlibSync } from 'fflate';
import { pdfFile, pdfOf, pdfPage, pdfStream } from '../formats/old/oldFiles';
import { noise, type SlowFile } from './slowFiles';

export interface PdfFlood {
  readonly name: string;
  readonly bytes: () => Uint8Array;
  /** Whether the file is refused; of others the rest is read, and holds no text. */
  readonly refused: boolean;
}

/**
 * A typeface with a table for a hundred million characters. That number is an object of its own inside a stream of objects,
 * where nothing that looks at the file beforehand sees what it is for.
 */
function endless(encoding: string, sizes: string): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    '<</Length 26>>\nstream\nBT /F 9 Tf <0001> Tj ET   \nendstream',
    `<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/${encoding}/DescendantFonts[6 0 R]>>`,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R${sizes}>>`,
    '<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0/CapHeight 1/StemV 1>>',
    '<</Type/ObjStm/N 1/First 4/Length 13>>\nstream\n9 0 100000000\nendstream',
  ];
  let file = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return [1, at, 0] as const;
  });
  const start = file.length;
  // Free, the plain objects, the one inside the eighth, and this table itself.
  const rows = [[0, 0, 0] as const, ...places, [2, 8, 0] as const, [1, start, 0] as const];
  const table = Buffer.from(rows.flatMap(([kind, at, more]) => [kind, at >> 8, at & 255, more]));
  const dictionary = `<</Type/XRef/Size ${rows.length}/W[1 2 1]/Root 1 0 R/Length ${table.length}>>`;
  return Buffer.concat([
    Buffer.from(`${file}${rows.length - 1} 0 obj\n${dictionary}\nstream\n`, 'latin1'),
    table,
    Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF`),
  ]);
}

const packed = (content: Uint8Array | string, dictionary = ''): Uint8Array =>
  pdfStream(zlibSync(typeof content === 'string' ? strToU8(content) : content), `/Filter/FlateDecode${dictionary}`);

/** A text in a typeface whose characters a table names. */
const mapped = (ranges: string, toUnicode: boolean): Uint8Array =>
  pdfPage('/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>', [
    packed('BT /F 9 Tf <0001> Tj ET'),
    `<</Type/Font/Subtype/Type0/BaseFont/A/Encoding ${toUnicode ? '/Identity-H/ToUnicode 8 0 R' : '8 0 R'}/DescendantFonts[6 0 R]>>`,
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0/CapHeight 1/StemV 1>>',
    packed(
      `begincmap 1 begincodespacerange <000000> <ffffff> endcodespacerange ${ranges} endcmap`,
      '/Type/CMap/CMapName/A/CIDSystemInfo<</Registry(A)/Ordering(I)/Supplement 0>>',
    ),
  ]);

const colours = (size: readonly number[]): Uint8Array =>
  pdfPage('/Contents 4 0 R/Resources<</ColorSpace<</C 5 0 R>>>>', [
    packed(`/C cs ${'0.5 '.repeat(size.length)}sc`),
    `[/DeviceN[${'/A/B/C'.slice(0, 2 * size.length)}]/DeviceRGB 6 0 R]`,
    packed(
      'x',
      `/FunctionType 0/Domain[${'0 1 '.repeat(size.length)}]/Range[0 1 0 1 0 1]/Size[${size.join(' ')}]/BitsPerSample 8`,
    ),
  ]);

/** Pages that all draw the same. */
const pages = (count: number, content: string): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${Array.from({ length: count }, (_, at) => `${at + 5} 0 R`).join(' ')}]/Count ${count}>>`,
    packed(content),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...Array.from(
      { length: count },
      () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>',
    ),
  ]);

/** A shape of thirty corners over a whole page, beside the letters on it. */
const shape = `0 0 m ${Array.from({ length: 30 }, (_, at) => `${(at * 37) % 600} ${(at * 53) % 800} l `).join('')}f `;
const letter = '1 0 0 1 20 790 Tm <0031> Tj ';

const chineseCharacters = packed(
  'begincmap 1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <41> <597d> endbfchar endcmap',
);
/** Pages that all draw the same, and enough Chinese to be looked at. */
const drawnPages = (count: number, content: string): Uint8Array =>
  pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${Array.from({ length: count }, (_, at) => `${at + 7} 0 R`).join(' ')}]/Count ${count}>>`,
    packed(
      `BT /F2 4 Tf ${Array.from({ length: 60 }, (_, at) => `1 0 0 1 ${at * 5} 838 Tm (A) Tj `).join('')}ET ${content}%${noise(80_000)}\n`,
    ),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>',
    chineseCharacters,
    ...Array.from(
      { length: count },
      () => '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R/F2 5 0 R>>>>>>',
    ),
  ]);
const digits = (lines: number): string =>
  `BT /F1 8 Tf ${Array.from({ length: lines }, (_, at) => `1 0 0 1 100 ${(at * 37) % 830} Tm (${'1234567890'.repeat(8)}) Tj `).join('')}ET `;
const several = (count: number, draw: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => draw(at)).join('');
/** Small tables side by side. */
const smallTables = several(1_150, (at) => {
  const [x, y] = [(at % 35) * 16, Math.floor(at / 35) * 20];
  return `${x} ${y} 12 12 re S ${x + 6} ${y} m ${x + 6} ${y + 12} l S `;
});

export const pdfFloods: readonly PdfFlood[] = [
  ...Object.entries({
    lines: '0 0 m 9 9 l S '.repeat(70_000),
    text: `BT /F 9 Tf ${'1 0 0 1 9 9 Tm (12) Tj '.repeat(50_000)} ET`,
    'one long word': `BT /F 9 Tf (${'1234567890'.repeat(40_000)}) Tj ET`,
    'one long path': `0 0 m ${'1 1 l '.repeat(150_000)} S`,
    'a comment': `%${'a'.repeat(1_000_000)}\n`,
    'what is no drawing': 'zz '.repeat(300_000),
  }).map(([what, content]) => ({
    name: `pdf: fifty pages that share ${what}`,
    bytes: () => pages(50, content),
    refused: true,
  })),
  {
    name: 'pdf: letters under thousands of shapes of many corners',
    bytes: () => pdfFile(strToU8(`1 1 1 rg ${shape.repeat(9_000)}0 0 0 rg BT /F1 8 Tf ${letter.repeat(8_000)}ET`)),
    refused: false,
  },
  { name: 'pdf: widths without end', bytes: () => endless('Identity-H', '/W[0 9 0 R 1]'), refused: false },
  { name: 'pdf: heights without end', bytes: () => endless('Identity-V', '/W2[0 9 0 R 1 1 1]'), refused: false },
  {
    name: 'pdf: words for sixteen million characters',
    bytes: () => mapped('1 beginbfrange <000000> <fffffe> <0041> endbfrange', true),
    refused: true,
  },
  {
    name: 'pdf: sixteen million characters',
    bytes: () => mapped('1 begincidrange <000000> <fffffe> 0 endcidrange', false),
    refused: true,
  },
  { name: 'pdf: colours of nine thousand by nine thousand', bytes: () => colours([9000, 9000]), refused: false },
  { name: 'pdf: colours in three dimensions', bytes: () => colours([300, 300, 300]), refused: false },
  {
    name: 'pdf: notes without end',
    bytes: () =>
      pdfPage(`/Contents 4 0 R/Annots[${'5 0 R '.repeat(100_000)}]`, [
        packed('0 0 m'),
        '<</Type/Annot/Subtype/Text/Rect[0 0 1 1]>>',
      ]),
    refused: true,
  },
  {
    name: 'pdf: the same byte a hundred times, by a method that is named elsewhere',
    bytes: () =>
      pdfPage(`/Contents[${'4 0 R '.repeat(20)}]`, [
        pdfStream(
          new Uint8Array(2_000_000).map((_, at) => (at % 2 === 0 ? 0x81 : 0x20)),
          '/Filter 5 0 R',
        ),
        '/RunLengthDecode',
      ]),
    refused: true,
  },
  {
    name: 'pdf: looks kept within looks',
    bytes: () => pdfPage('/Contents 4 0 R', [packed('q '.repeat(1_000_000))]),
    refused: true,
  },
  {
    name: 'pdf: a mesh of colours',
    bytes: () =>
      pdfPage('/Contents 4 0 R/Resources<</Shading<</S 5 0 R>>>>', [
        packed('/S sh'),
        packed(
          new Uint8Array(4_000_000),
          '/ShadingType 6/ColorSpace/DeviceRGB/BitsPerCoordinate 8/BitsPerComponent 8/BitsPerFlag 8/Decode[0 1 0 1 0 1 0 1 0 1]',
        ),
      ]),
    refused: false,
  },
  {
    name: 'pdf: a pattern that draws itself',
    bytes: () =>
      pdfPage('/Contents 4 0 R/Resources<</Pattern<</P 5 0 R>>>>', [
        packed('/Pattern cs /P scn 0 0 9 9 re f'),
        packed(
          '/Pattern cs /P scn 0 0 9 9 re f '.repeat(100),
          '/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 1 1]/XStep 1/YStep 1/Resources<</Pattern<</P 5 0 R>>>>',
        ),
      ]),
    refused: false,
  },
];

/** What would be looked at for each of something else on their pages. */
export const slowPdfs: readonly SlowFile[] = [
  {
    name: 'pdf: lines of a pen beside digits',
    bytes: () => drawnPages(1, `${'0 0 m 1 842 l S '.repeat(3_000)}${digits(1_500)}`),
  },
  {
    name: 'pdf: lines of a pen beside digits, on several pages',
    bytes: () => drawnPages(4, `${'0 0 m 1 842 l S '.repeat(3_000)}${digits(500)}`),
  },
  {
    name: 'pdf: drawings for each of many tables',
    bytes: () => drawnPages(4, smallTables + '0 0 m 5 5 l 9 0 l 7 9 l f '.repeat(6_000)),
  },
  {
    name: 'pdf: tables of twenty thousand cells',
    bytes: () =>
      drawnPages(
        4,
        several(140, (at) => `${at * 4} 0 m ${at * 4} 560 l S 0 ${at * 4} m 560 ${at * 4} l S `) + digits(200),
      ),
  },
  {
    name: 'pdf: boxes under and over digits on several pages',
    bytes: () =>
      drawnPages(
        8,
        `${digits(100)}1 0 0 rg ${several(2_500, (at) => `${(at * 41) % 500} ${(at * 67) % 800} 9 9 re f `)}${digits(100)}`,
      ),
  },
];
