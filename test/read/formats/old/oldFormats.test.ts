import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync, zlibSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Edition } from '../../../../src/report/edition';
import { editions } from '../../../../src/report/editions';
import { edition2021 } from '../../../../src/report/editions/2021';
import { emptyReport } from '../../../../src/report/empty';
import { findFigure } from '../../../../src/report/figures';
import type { Report } from '../../../../src/report/report';
import { openCompound } from '../../../../src/read/containers/compound';
import { marksOf } from '../../../../src/read/formats/pdf/pdfPage';
import { readFile } from '../../../../src/read/read';
import type { Reading, ReadResult } from '../../../../src/read/reading';
import { reportWorkbook } from '../../../../src/papers/workbook';
import { writeWord, type WordOptions } from '../../../../src/write/word/word';
import { convert, hasLibreOffice } from '../../../libreOffice';
import { printedRows, textRows, wordShapes } from '../../files';
import { compoundFile, oldBook, pdfFile, type OldSheet } from './oldFiles';
import { sampleOf, type Sample } from '../../noise/shapes';
import { only } from '../../only';

type Truth = Sample & { readonly truth: ReadonlyMap<string, number> };

const kindOf = (result: ReadResult): string | null => (result.ok ? null : result.failure.kind);

/** A file with some bytes changed, perhaps cut: read or refused, with doubts about figures that there are. */
async function neverFails(name: string, good: Uint8Array, runs: number, most: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: most }),
      fc.option(fc.nat(good.length - 1)),
      async (changes, cut) => {
        const bytes = cut === null ? good.slice() : good.slice(0, cut);
        for (const [at, byte] of changes) bytes[at] = byte;
        const result = await readFile(name, bytes);
        expect(kindOf(result)).not.toBe('internal');
        for (const { edition, doubts } of result.ok ? result.readings : [])
          for (const id of doubts.flatMap(({ figures }) => figures)) expect(findFigure(edition, id)).toBeDefined();
      },
    ),
    { numRuns: runs },
  );
}

function reportOf({ edition, unit, year, truth, narrative }: Truth): Report {
  const { overview, problems, other } = narrative;
  return {
    ...emptyReport(edition, year, unit),
    figures: Object.fromEntries(truth),
    narrative: { overview: [...overview], problems: [...problems], other: [...other] },
  };
}

/**
 * Our plainest Word files leave out what only a program that lays out pages wants: types of parts, widths of columns, and
 * lines around cells.
 */
function laidOut(bytes: Uint8Array, lines = true): Uint8Array {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const types = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;
  const parts = unzipSync(bytes);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(
    /<w:tbl><w:tblPr\/>(.*?)<\/w:tbl>/gsu,
    (_table, rows: string) => {
      const spans = [
        ...(/<w:tr>(.*?)<\/w:tr>/su.exec(rows)?.[1] ?? '').matchAll(/<w:tcPr>(?:<w:gridSpan w:val="(\d+)"\/>)?/gu),
      ];
      const columns = spans.reduce((sum, [, span]) => sum + Number(span ?? 1), 0);
      const width = Math.floor(9000 / columns);
      const grid = `<w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>`;
      const cells = rows.replace(
        /<w:tcPr>(<w:gridSpan w:val="(\d+)"\/>)?/gu,
        (_cell, mark: string | undefined, span: string | undefined) =>
          `<w:tcPr><w:tcW w:w="${width * Number(span ?? 1)}" w:type="dxa"/>${mark ?? ''}`,
      );
      const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
        (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`,
      );
      const border = lines ? `<w:tblBorders>${borders.join('')}</w:tblBorders>` : '';
      return `<w:tbl><w:tblPr><w:tblW w:w="${width * columns}" w:type="dxa"/>${border}</w:tblPr>${grid}${cells}</w:tbl>`;
    },
  );
  return zipSync({ ...parts, 'word/document.xml': strToU8(document), '[Content_Types].xml': strToU8(types) });
}

const ours = (options: WordOptions) => (sample: Truth) => writeWord(reportOf(sample), options);
const shaped = (shape: string, lines?: boolean) => (sample: Truth) =>
  laidOut(wordShapes[shape]?.(sample) ?? new Uint8Array(), lines);
const workbook = (totals: 'formulas' | 'typed') => (sample: Truth) =>
  reportWorkbook({
    edition: sample.edition,
    year: sample.year,
    unit: sample.unit,
    report: reportOf(sample),
    totals,
    language: 'zh',
  });

/** What LibreOffice makes an old file of. */
const sources: readonly (readonly [string, string, string, (sample: Truth) => Uint8Array])[] = [
  ['.doc of a published report', 'a.docx', 'doc', ours({})],
  ['.doc, large table on its own page', 'a.docx', 'doc', ours({ applications: 'landscape' })],
  ['.doc, text in many runs', 'a.docx', 'doc', shaped('Word file, text in many runs')],
  ['.doc, tracked changes', 'a.docx', 'doc', shaped('Word file, tracked changes')],
  ['.doc, table cut by a page', 'a.docx', 'doc', shaped('Word file, table cut by a page')],
  ['.xls, totals as formulas', 'a.xlsx', 'xls', workbook('formulas')],
  ['.xls, totals typed', 'a.xlsx', 'xls', workbook('typed')],
  ['PDF of a published report', 'a.docx', 'pdf', ours({})],
  ['PDF, large table on its own page', 'a.docx', 'pdf', ours({ applications: 'landscape' })],
  ['PDF, rows cut by pages', 'a.docx', 'pdf', shaped('Word file, text in many runs')],
  ['PDF, table cut by a page', 'a.docx', 'pdf', shaped('Word file, table cut by a page')],
];

/** What no reader can put together again: the figures that are read are right or named by a doubt, and that is all. */
const losses: typeof sources = [
  ['PDF, tables without lines', 'a.docx', 'pdf', shaped('Word file', false)],
  ['PDF of a workbook', 'a.xlsx', 'pdf', workbook('typed')],
];

/** All of them by edition and kind, made at once. */
const made = new Map<string, Uint8Array>();
const madeOf = (edition: Edition, type: string): Uint8Array => {
  const bytes = made.get(edition.id + type);
  if (bytes === undefined) throw new Error(`LibreOffice made no ${type}`);
  return bytes;
};
beforeAll(async () => {
  if (!hasLibreOffice) return;
  const files = editions.flatMap((edition) =>
    [...sources, ...losses].map(async ([type, name, filter, write]) => {
      made.set(edition.id + type, new Uint8Array(await convert(name, write(sampleOf(edition, 1)), filter)));
    }),
  );
  await Promise.all(files);
});

const scores: Readonly<Record<string, string | number>>[] = [];
afterAll(() => {
  if (scores.length > 0) console.table(scores);
});

/** Notes what was read against the truth, and what was invented without a doubt that names it. */
function score(type: string, edition: Edition, reading: Reading, truth: ReadonlyMap<string, number>) {
  const named = new Set(reading.doubts.flatMap(({ figures }) => figures));
  const counts = { right: 0, missing: 0, doubted: 0, invented: 0 };
  for (const [id, value] of truth) {
    const read = reading.report.figures[id];
    if (named.has(id)) counts.doubted += 1;
    if (read === value) counts.right += 1;
    else if (read === null || read === undefined) counts.missing += 1;
    else if (!named.has(id)) counts.invented += 1;
  }
  scores.push({
    type,
    edition: edition.id,
    'right / all': `${counts.right} / ${truth.size}`,
    '%': ((100 * counts.right) / truth.size).toFixed(1),
    missing: counts.missing,
    doubted: counts.doubted,
    'invented without a doubt': counts.invented,
  });
  return counts;
}

describe.skipIf(!hasLibreOffice).each(editions.map((edition) => [edition.id, edition] as const))(
  'a report of edition %s in a file that LibreOffice made',
  (_, edition) => {
    it.each(sources)('is read whole from: %s', async (type) => {
      const sample: Truth = sampleOf(edition, 1);
      const reading = only(await readFile('报告', madeOf(edition, type)));
      const counts = score(type, edition, reading, sample.truth);
      expect(counts).toMatchObject({ right: sample.truth.size, missing: 0, invented: 0 });
      expect(reading.edition.id).toBe(edition.id);
      expect(reading.report).toMatchObject({ year: sample.year, unit: { name: sample.unit } });
      expect(reading.report.narrative).toEqual(sample.narrative);
    });

    it.each(losses)('gives nothing wrong without a doubt from: %s', async (type) => {
      const sample: Truth = sampleOf(edition, 1);
      const reading = only(await readFile('报告', madeOf(edition, type)));
      expect(score(type, edition, reading, sample.truth).invented).toBe(0);
    });
  },
);

/** Rows without formulas, which an old workbook holds in another way. */
const plain = (rows: readonly (readonly unknown[])[]): (string | number)[][] =>
  rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : typeof cell === 'string' ? cell : '')));

const sheetsOf = (sample: Sample): OldSheet[] => [
  { name: '表', rows: plain(printedRows(sample, false)) },
  { name: '文字', rows: plain(textRows(sample)) },
];
const bookFile = (book: Uint8Array): Uint8Array => compoundFile({ Workbook: book });

describe('an old workbook', () => {
  const sample: Truth = sampleOf(edition2021, 2);

  it('gives the figures that stand in it, also where its texts are cut by a record', async () => {
    for (const longestRecord of [8224, 40]) {
      const reading = only(await readFile('报告.xls', bookFile(oldBook(sheetsOf(sample), { longestRecord }))));
      expect(reading.report.figures).toEqual(Object.fromEntries(sample.truth));
      expect(reading.report.narrative).toEqual(sample.narrative);
      expect(reading.doubts).toEqual([]);
    }
  });

  it('is told from its contents, and what is embedded in it is not taken for it', async () => {
    expect(kindOf(await readFile('报告.docx', bookFile(oldBook(sheetsOf(sample)))))).toBeNull();
    expect(kindOf(await readFile('报告.xls', compoundFile({ Workbook: oldBook(sheetsOf(sample)) }, true)))).toBe(
      'unknownFile',
    );
  });

  it('says what of it is hidden: rows, columns, the sheet', async () => {
    const rows = plain(printedRows(sample, false));
    const hidden = [rows.findIndex((row) => row.includes('规章'))];
    for (const [unseen, kind] of [
      [{ hidden }, 'hiddenCells'],
      [{ hiddenColumns: [3, 4] }, 'hiddenCells'],
      [{ hiddenSheet: true }, 'hiddenSheet'],
    ] as const) {
      const reading = only(await readFile('报告.xls', bookFile(oldBook([{ name: '表', rows, ...unseen }]))));
      expect(reading.doubts.map((doubt) => doubt.kind)).toEqual([kind]);
      expect(reading.report.figures).toEqual(Object.fromEntries(sample.truth));
    }
  });

  it('gives the results of formulas, and says which of them the file does not hold', async () => {
    const number = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
    const results = [
      { result: number(7) },
      { result: [0, 0, 0, 0, 0, 0, 0xff, 0xff], text: '8' },
      { result: [3, 0, 0, 0, 0, 0, 0xff, 0xff], recalculate: true },
    ];
    const rows = plain(printedRows(sample, false)).map((row) => (row[0] === '规章' ? ['规章', ...results] : [...row]));
    const reading = only(await readFile('报告.xls', bookFile(oldBook([{ name: '表', rows }]))));
    const [made, repealed, inForce] = [...sample.truth.keys()];
    expect(reading.report.figures[made ?? '']).toBe(7);
    expect(reading.report.figures[repealed ?? '']).toBe(8);
    expect(reading.report.figures[inForce ?? '']).toBeNull();
    expect(reading.doubts).toEqual([expect.objectContaining({ kind: 'notCached', figures: [inForce] })]);
  });

  it('of Excel 5 and 95 is read in the encoding of Chinese offices', async () => {
    // Every character of the sample by its two bytes in GB 18030, found by decoding all of them.
    const decoder = new TextDecoder('gb18030');
    const codes = new Map<string, readonly number[]>();
    for (let high = 0x81; high <= 0xfe; high += 1)
      for (let low = 0x40; low <= 0xfe; low += 1) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
    const narrow = (text: string): number[] =>
      [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (codes.get(char) ?? [0x3f])));
    const reading = only(await readFile('报告.xls', compoundFile({ Book: oldBook(sheetsOf(sample), { narrow }) })));
    expect(reading.report.figures).toEqual(Object.fromEntries(sample.truth));
    expect(reading.report.narrative).toEqual(sample.narrative);
  });

  it('of several sheets gives several reports', async () => {
    const other = sampleOf(edition2021, 3);
    const sheets = [sample, other].map((own, index) => ({ name: `单位${index}`, rows: plain(printedRows(own, true)) }));
    const result = await readFile('报告.et', bookFile(oldBook(sheets)));
    if (!result.ok) throw new Error(result.failure.kind);
    expect(result.readings.map(({ report }) => report.figures)).toEqual(
      [sample, other].map(({ truth }) => Object.fromEntries(truth)),
    );
  });

  it('with a password is refused: that it has one is only said where the one that Excel tries itself does not fit', async () => {
    const kind = async (password: readonly number[]): Promise<string | null> =>
      kindOf(await readFile('报告.xls', bookFile(oldBook(sheetsOf(sample), { password }))));
    const secret = (version: number, length: number): number[] => [1, 0, version, 0, 1, 0, ...new Uint8Array(length)];
    const otherPassword = secret(1, 48);
    expect(await kind(otherPassword)).toBe('encrypted');
    const masked = [0, 0, 0x12, 0x34, 0x56, 0x78];
    const withoutVerifier = secret(2, 48);
    const longKey = secret(2, 100);
    longKey[6 + 25] = 1;
    for (const untried of [masked, withoutVerifier, longKey]) expect(await kind(untried)).toBe('sealed');
  });
});

describe('a hostile compound file', () => {
  const good = bookFile(oldBook(sheetsOf(sampleOf(edition2021, 1))));
  const changed = (change: (view: DataView) => void): Uint8Array => {
    const bytes = good.slice();
    change(new DataView(bytes.buffer));
    return bytes;
  };

  it('whose sectors lead in a circle is refused', async () => {
    const view = new DataView(good.buffer);
    const tableAt = 512;
    const directory = view.getUint32(48, true);
    const loop = changed((own) => own.setUint32(tableAt + directory * 4, directory, true));
    expect(kindOf(await readFile('报告.xls', loop))).toBe('archiveUnsafe');
  });

  it('whose tables of sectors lead in a circle is refused', async () => {
    const loop = changed((own) => {
      own.setUint32(68, 0, true);
      for (let index = 0; index < 128; index += 1) own.setUint32(512 + index * 4, 0, true);
    });
    expect(kindOf(await readFile('报告.xls', loop))).toBe('archiveUnsafe');
  });

  it('that claims a stream of four gigabytes is refused', async () => {
    const directory = (new DataView(good.buffer).getUint32(48, true) + 1) * 512;
    const large = changed((own) => own.setUint32(directory + 128 + 120, 0xffffffff, true));
    expect(kindOf(await readFile('报告.xls', large))).toBe('archiveUnsafe');
  });

  it('with more sheets or cells than any workbook of reports is refused', async () => {
    const rows = Array.from({ length: 400 }, () => Array.from({ length: 20 }, () => 1));
    const many = Array.from({ length: 501 }, (_, index) => ({ name: `${index}`, rows: [] }));
    expect(kindOf(await readFile('报告.xls', bookFile(oldBook(many))))).toBe('archiveUnsafe');
    // All sheets claim to begin where the large one does.
    const book = oldBook([{ name: '大', rows }, ...many.slice(0, 400)]);
    const view = new DataView(book.buffer);
    let large: number | null = null;
    for (let at = 0; view.getUint16(at, true) !== 0x000a; at += 4 + view.getUint16(at + 2, true)) {
      if (view.getUint16(at, true) !== 0x0085) continue;
      large ??= view.getUint32(at + 4, true);
      view.setUint32(at + 4, large, true);
    }
    expect(kindOf(await readFile('报告.xls', bookFile(book)))).toBe('archiveUnsafe');
  });

  it('with bytes changed or cut is read or refused, never fails, and names only figures that there are', async () => {
    await neverFails('报告.xls', good, 400, 20);
  });
});

describe.skipIf(!hasLibreOffice)('an old document', () => {
  it('holds small streams beside the large ones', async () => {
    const compound = openCompound(madeOf(edition2021, '.doc of a published report'));
    const kind = compound.read('\u0001CompObj');
    expect(kind?.length).toBeLessThan(4096);
    expect(new TextDecoder('windows-1252').decode(kind ?? new Uint8Array())).toContain('Word.Document.8');
    expect(compound.read('none')).toBeNull();
  });

  it('with bytes changed or cut is read or refused, never fails, and names only figures that there are', async () => {
    await neverFails('报告.doc', madeOf(edition2021, '.doc of a published report'), 300, 40);
  });

  // LibreOffice writes no such field, so its marks are put into what it wrote.
  it('gives no number where a field beside it shows what its code says, or a digit is as small as a mark', async () => {
    const figure = 'disclosure.fees.amount';
    const small = 'applications.received.person';
    const report = reportOf(sampleOf(edition2021, 1));
    const total = 'applications.received.total';
    const figures = { ...report.figures, [figure]: 98765, [small]: 98764, [total]: 98763 };
    const parts = unzipSync(writeWord({ ...report, figures }, {}));
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
    expect(document.split('>98765<')).toHaveLength(2);
    const smaller = '>9876</w:t></w:r><w:r><w:rPr><w:sz w:val="8"/></w:rPr><w:t>4<';
    const marked = strToU8(
      document
        .replace('>98765<', '>57§ EQ 1¶<')
        .replace('>98764<', smaller)
        .replace('>98763<', '>§ =SUM(LEFT)¶98763†<'),
    );
    const bytes = Buffer.from(await convert('a.docx', zipSync({ ...parts, 'word/document.xml': marked }), 'doc'));
    const at = bytes.indexOf(Buffer.from('57§ EQ 1¶', 'utf16le'));
    expect(at).toBeGreaterThan(0);
    bytes[at + 4] = 0x13;
    bytes[at + 16] = 0x15;
    const sum = bytes.indexOf(Buffer.from('§ =SUM', 'utf16le'));
    const end = bytes.indexOf(Buffer.from('†', 'utf16le'));
    for (const [place, mark] of [
      [sum, 0x13],
      [sum + 24, 0x14],
      [end, 0x15],
    ] as const)
      bytes.writeUInt16LE(mark, place);
    const result = await readFile('报告.doc', new Uint8Array(bytes));
    const [reading] = result.ok ? result.readings : [];
    expect(reading?.report.figures[total]).toBe(98763);
    expect(reading?.doubts).toContainEqual(
      expect.objectContaining({ kind: 'seenOtherwise', figures: [total], details: { reason: 'stale' } }),
    );
    for (const id of [figure, small]) expect(reading?.report.figures[id]).toBeNull();
    expect(reading?.doubts.flatMap(({ figures: named }) => named).sort()).toEqual([small, figure, total].sort());
  });
});

describe.skipIf(!hasLibreOffice)('a figure that nobody sees in the file of another program', () => {
  const id = 'disclosure.licensing.decisions';
  const parts = unzipSync(writeWord({ ...reportOf(sampleOf(edition2021, 1)), figures: { [id]: 987_651 } }, {}));
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const cell = /<w:tc>(?:(?!<w:tc>).)*987651.*?<\/w:tc>/su.exec(document)?.[0] ?? '';
  const white = cell.replace('<w:r><w:rPr>', '<w:r><w:rPr><w:color w:val="FFFFFF"/>');
  const shade = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>';
  const code =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const drawing =
    '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" style="position:absolute;width:60pt;height:20pt;z-index:1" fillcolor="white"/></w:pict></w:r>';
  const cases: readonly (readonly [string, string, string, number | null, readonly string[]])[] = [
    ['white in .doc', 'doc', white, null, ['cellUnclear']],
    ['white in a dark cell of .doc', 'doc', white.replace('</w:tcPr>', `${shade}</w:tcPr>`), 987_651, []],
    [
      'in the colour of its cell of .doc',
      'doc',
      white.replace('FFFFFF', '1F4E79').replace('</w:tcPr>', `${shade}</w:tcPr>`),
      null,
      ['cellUnclear'],
    ],
    [
      'in the colour of its paragraph of .doc',
      'doc',
      white.replace('FFFFFF', '1F4E79').replace('</w:pPr>', `${shade}</w:pPr>`),
      null,
      ['cellUnclear'],
    ],
    ['a calculation without a result in .doc', 'doc', cell.replace(/<w:r>.*<\/w:r>/su, code), null, ['cellUnclear']],
    ['a drawing over its cell of .doc', 'doc', cell.replace('</w:p>', `${drawing}</w:p>`), null, ['cellUnread']],
    ['white in PDF', 'pdf', white, null, ['cellUnclear']],
    ['white in a dark cell of PDF', 'pdf', white.replace('</w:tcPr>', `${shade}</w:tcPr>`), 987_651, []],
  ];
  const files: Uint8Array[] = [];
  beforeAll(async () => {
    const all = cases.map(([, kind, changed]) =>
      convert('a.docx', zipSync({ ...parts, 'word/document.xml': strToU8(document.replace(cell, changed)) }), kind),
    );
    files.push(...(await Promise.all(all)).map((bytes) => new Uint8Array(bytes)));
  });

  it.each(cases.map((each, index) => [...each, index] as const))(
    '%s',
    async (_, kind, changed, value, kinds, index) => {
      expect(changed).not.toBe(cell);
      const result = await readFile(`报告.${kind}`, files[index] ?? new Uint8Array());
      const [reading] = result.ok ? result.readings : [];
      expect(reading?.report.figures[id]).toBe(value);
      expect(reading?.doubts.flatMap((doubt) => (doubt.figures.includes(id) ? [doubt.kind] : []))).toEqual(kinds);
    },
  );
});

describe('a hostile PDF', () => {
  const packed = (text: string, packing = '/Filter/FlateDecode'): Uint8Array =>
    pdfFile(zlibSync(strToU8(text)), packing);

  it('with no text in it, as a scan has none, is refused with its own sentence', async () => {
    expect(kindOf(await readFile('扫描.pdf', pdfFile(new Uint8Array())))).toBe('pdfNoText');
    expect(kindOf(await readFile('扫描.pdf', packed('BT /F1 12 Tf 100 700 Td (page 1) Tj ET')))).toBe('pdfNoText');
  });

  it('whose packing gives more than any page needs, or is packed twice, is refused', async () => {
    const blank = strToU8(' '.repeat(50_000_000));
    expect(kindOf(await readFile('a.pdf', pdfFile(zlibSync(blank), '/Filter/FlateDecode')))).toBe('archiveUnsafe');
    const twice = pdfFile(zlibSync(zlibSync(blank)), '/Filter[/FlateDecode/FlateDecode]');
    expect(kindOf(await readFile('a.pdf', twice))).toBe('archiveUnsafe');
    expect(kindOf(await readFile('a.pdf', pdfFile(new Uint8Array(9), '/Filter/LZWDecode')))).toBe('archiveUnsafe');
  });

  it('that draws without end is given up', async () => {
    expect(kindOf(await readFile('a.pdf', packed('q Q '.repeat(900_000))))).toBe('archiveUnsafe');
    expect(kindOf(await readFile('a.pdf', packed('BT /F1 1 Tf (a) Tj ET '.repeat(150_000))))).toBe('archiveUnsafe');
  });
});

describe.skipIf(!hasLibreOffice)('a PDF', () => {
  it('gives a figure blank with a doubt where its cell holds one number above another', async () => {
    const id = 'disclosure.licensing.decisions';
    const plain = emptyReport(edition2021, 2025, '云溪县林业局');
    const parts = unzipSync(
      writeWord({ ...plain, figures: { [id]: 987_651, 'disclosure.penalties.decisions': 987_652 } }, {}),
    );
    const twoLines = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
      .replace('987651', '5</w:t><w:br/><w:t>7')
      .replace('987652', '31');
    expect(twoLines).toContain('5</w:t><w:br/><w:t>7');
    const file = zipSync({ ...parts, 'word/document.xml': strToU8(twoLines) });
    const result = await readFile('报告.pdf', await convert('a.docx', file, 'pdf'));
    if (!result.ok) throw new Error(result.failure.kind);
    const [reading] = result.readings;
    expect(reading?.report.figures).toMatchObject({ [id]: null, 'disclosure.penalties.decisions': 31 });
    expect(reading?.doubts.flatMap(({ figures }) => figures)).toContain(id);
  });

  it('with bytes changed or cut is read or refused, never fails, and names only figures that there are', async () => {
    await neverFails('报告.pdf', madeOf(edition2021, 'PDF of a published report'), 60, 40);
  });

  it.each([90, 180, 270])('whose pages lie turned by %d degrees is read as they are turned back', async (degrees) => {
    const sample: Truth = sampleOf(edition2021, 1);
    const text = Buffer.from(madeOf(edition2021, 'PDF, table cut by a page')).toString('latin1');
    const turned = text.replaceAll('/MediaBox', `/Rotate ${degrees}/MediaBox`);
    const { report, doubts } = only(await readFile('报告', new Uint8Array(Buffer.from(turned, 'latin1'))));
    expect(turned).not.toBe(text);
    // Of fifteen narrow columns some break a number of three digits over two lines, turned or not.
    const broken = { kind: 'seenOtherwise', details: { reason: 'broken' } };
    const asMade = only(await readFile('报告', madeOf(edition2021, 'PDF, table cut by a page'))).doubts;
    expect(doubts).toMatchObject([broken]);
    expect(doubts).toEqual(asMade);
    expect(report).toMatchObject({
      year: sample.year,
      unit: { name: sample.unit },
      figures: Object.fromEntries(sample.truth),
      narrative: sample.narrative,
    });
  });
});

describe('text of a page', () => {
  const view = { width: 595, height: 842, transform: [1, 0, 0, -1, 0, 842] };
  const glyph = (unicode: string) => ({ unicode, width: 500, isSpace: false });
  const shown = (list: readonly unknown[], typeface = { unit: 0.001, readable: true }) =>
    marksOf(
      [
        { name: 'setFont', values: ['f', 10] },
        { name: 'setTextMatrix', values: [[2, 0, 0, 2, 100, 700]] },
        { name: 'showText', values: [list] },
      ],
      view,
      () => typeface,
    );

  it('stands where its matrices, widths and gaps put it', () => {
    expect(shown([glyph('⼀'), -1000, glyph('2')]).glyphs).toEqual([
      { text: '一', left: 100, right: 110, base: 142, size: 20 },
      { text: '2', left: 130, right: 140, base: 142, size: 20 },
    ]);
  });

  it('that no typeface explains is counted, so that blank cells are doubted', () => {
    expect(shown([], { unit: 0.001, readable: false })).toMatchObject({ glyphs: [], unreadable: 1 });
    expect(shown([])).toMatchObject({ unreadable: 0 });
  });
});
