/** The workbench opens and saves workbook files: what the book holds is kept, and what it does not hold is said. */
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { block } from '../../src/book/address';
import { Book } from '../../src/book/book';
import type { Sheet, Style, Workbook } from '../../src/book/sheet';
import { CellError } from '../../src/book/formulas/value';
import { workbookFromFile, type WorkbookFile } from '../../src/book/workbookFile';
import { reportWorkbook } from '../../src/papers/workbook';
import { readFile } from '../../src/read/read';
import { editions } from '../../src/report/editions';
import { rollUpSheets } from '../../src/rollup/sheets';
import { rollUp } from '../../src/rollup/sum';
import { readXlsx } from '../../src/workbench/files/readXlsx';
import { writeXlsx } from '../../src/workbench/files/writeXlsx';
import { FileTrouble } from '../../src/workbench/files/xml';
import { convert, hasLibreOffice } from '../libreOffice';
import { hasOoxmlValidator, ooxmlFaults } from '../ooxml';
import { listed, receive } from '../rollup/receive';
import { sampleReport } from '../write/samples';

const loaded = (workbook: Workbook): Book => {
  const book = new Book();
  book.load(workbook);
  return book;
};

/** A sheet without what names it inside the program: ids, and the order in which equal things were put in. */
const plainSheet = ({ id: _id, conditionalFormats, ...sheet }: Sheet) => ({
  ...sheet,
  cells: [...sheet.cells].sort(([a], [b]) => a - b),
  columns: [...sheet.columns].sort(([a], [b]) => a - b),
  rows: [...sheet.rows].sort(([a], [b]) => a - b),
  conditionalFormats: conditionalFormats.map(({ id: _formatId, ...format }) => format),
});
const plain = ({ sheets, names }: Workbook) => ({
  sheets: sheets.map(plainSheet),
  names: names.map((name) => ({ ...name, scope: sheets.findIndex(({ id }) => id === name.scope) })),
});

const again = (workbook: Workbook) => readXlsx(writeXlsx(loaded(workbook)));

const text = fc.oneof(
  fc.constantFrom('', ' 云溪县 ', "'", '=A1', '_x0041_', '云溪县\n林业局', '<&>"', '00123', 'TRUE'),
  fc.string(),
);
const content = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(CellError.of('#DIV/0!')),
  fc
    .constantFrom('=SUM(A1:B2)', '=IF(A1>0,"是","")', '=$A1+B$2', '=VLOOKUP(A1,B:C,2,FALSE)', '=\'表 二\'!A1&"<"')
    .map((formula) => ({ formula })),
);
const colour = fc.constantFrom('#0B6A5D', '#FFC7CE', '#000000', '#FFFFFF');
const border = fc.record({
  style: fc.constantFrom('Continuous' as const, 'Double' as const, 'Dash' as const),
  color: colour,
});
const style: fc.Arbitrary<Partial<Style>> = fc.record(
  {
    fill: fc.option(colour),
    fontName: fc.constantFrom('宋体', 'Calibri'),
    fontSize: fc.constantFrom(9, 11, 16.5),
    fontColor: colour,
    bold: fc.boolean(),
    italic: fc.boolean(),
    underline: fc.boolean(),
    horizontal: fc.constantFrom('General', 'Left', 'Center', 'CenterAcrossSelection', 'Distributed'),
    vertical: fc.constantFrom('Top', 'Center', 'Bottom', 'Justify'),
    wrap: fc.boolean(),
    indent: fc.nat(3),
    locked: fc.boolean(),
    borders: border.map(({ style: line, color }) => ({
      top: { style: line, weight: line === 'Double' ? ('Thick' as const) : ('Thin' as const), color },
    })),
  },
  { requiredKeys: [] },
);
const place = fc.tuple(fc.nat(9), fc.nat(6)).map(([row, column]) => block(row, column));
const area = fc
  .tuple(fc.nat(8), fc.nat(5), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([row, column, rows, columns]) => block(row, column, rows, columns));
const numberFormat = fc.constantFrom('General', '@', '0.00', '#,##0', '0%', '0"件"', 'yyyy"年"m"月"');
const words = fc.string({ maxLength: 20 });

const act: fc.Arbitrary<(book: Book) => void> = fc.oneof(
  fc.tuple(place, content).map(([at, value]) => (book: Book) => {
    book.writeContents('Sheet1', at, () => value, false);
  }),
  fc.tuple(area, style).map(
    ([at, change]) =>
      (book: Book) =>
        book.style('Sheet1', at, change),
  ),
  fc.tuple(area, numberFormat).map(
    ([at, format]) =>
      (book: Book) =>
        book.numberFormat('Sheet1', at, format),
  ),
  fc.tuple(fc.nat(9), fc.constantFrom(12, 30.75), fc.boolean()).map(([row, size, hidden]) => (book: Book) => {
    book.lines('Sheet1', 'rows', row, 2, { size, hidden });
  }),
  fc.tuple(fc.nat(9), fc.constantFrom(24, 60), fc.boolean()).map(([column, size, hidden]) => (book: Book) => {
    book.lines('Sheet1', 'columns', column, 2, { size, hidden });
  }),
  area.map((at) => (book: Book) => {
    if (book.sheet('Sheet1').merges.length === 0) book.merge('Sheet1', at);
  }),
  fc
    .tuple(fc.array(area, { minLength: 1, maxLength: 2 }), place, fc.option(colour), fc.boolean())
    .map(([ranges, anchor, fill, stopIfTrue]) => (book: Book) => {
      const format = { ranges, anchor, fill, fontColor: '#9C0006', bold: null, stopIfTrue };
      book.addConditionalFormat('Sheet1', { ...format, formula: '=AND(ISNUMBER(B2),B2>$A$1)' });
    }),
  fc
    .tuple(
      area,
      fc.constantFrom(
        { wholeNumber: { operator: 'GreaterThanOrEqualTo' as const, formula1: 0 } },
        { decimal: { operator: 'Between' as const, formula1: -1, formula2: '=A1' } },
        { list: { inCellDropDown: false, source: '万元,元' } },
        { custom: { formula: '=AND(ISNUMBER(A1),A1=INT(A1))' } },
      ),
      words,
    )
    .map(([at, rule, message]) => (book: Book) => {
      const prompt = { showPrompt: true, title: '件数', message };
      const errorAlert = { showAlert: true, style: 'Warning' as const, title: '', message: `${message}<` };
      book.setValidation('Sheet1', at, { rule, prompt, errorAlert, ignoreBlanks: true });
    }),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([rows, columns]) => (book: Book) => {
    book.changeSheet('Sheet1', 'frozen', { frozen: { rows, columns } });
  }),
  fc.constant((book: Book) => {
    const { page } = book.sheet('Sheet1');
    const zoom = { horizontalFitToPages: 1 };
    book.changeSheet('Sheet1', 'page', {
      page: { ...page, orientation: 'Landscape', paperSize: 'A4', zoom, printArea: block(0, 0, 4, 3), leftMargin: 36 },
      tabColor: '#0B6A5D',
      showGridlines: false,
      protected: false,
    });
  }),
);

/** What a cell of the sheet shows of conditional formats and validation, cell by cell: ranges may be cut anew. */
const seen = (book: Book) =>
  Array.from({ length: 14 }, (_, row) =>
    Array.from({ length: 11 }, (__, column) => [
      book.painted('Sheet1', row, column).map(({ fill, stopIfTrue }) => [fill, stopIfTrue]),
      book
        .sheet('Sheet1')
        .validations.filter(({ ranges }) =>
          ranges.some(
            ({ row: r, column: c, rowCount, columnCount }) =>
              row >= r && column >= c && row < r + rowCount && column < c + columnCount,
          ),
        )
        .map(({ rule, prompt, errorAlert }) => [Object.keys(rule), prompt, errorAlert]),
    ]),
  );

describe('a saved workbook', () => {
  test('opens as it was: contents, looks, sizes, merges, conditions, validation, page, panes', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), (acts) => {
        const book = new Book();
        for (const one of acts) one(book);
        book.addSheet('表 二');
        const { workbook, losses } = readXlsx(writeXlsx(book));
        expect(losses).toEqual([]);
        const back = loaded(workbook);
        expect(seen(back)).toEqual(seen(book));
        const bare = (of: Workbook) =>
          plain(of).sheets.map((sheet) => ({ ...sheet, conditionalFormats: [], validations: [] }));
        expect(bare(workbook)).toEqual(bare(book.snapshot()));
        // What was cut anew once stays as it is.
        expect(plain(again(workbook).workbook)).toEqual(plain(workbook));
      }),
      { numRuns: 80 },
    );
  });

  test('keeps names of the workbook and of a sheet', () => {
    const book = new Book();
    const second = book.addSheet('表 二');
    book.setVisibility(second, 'VeryHidden');
    const of = (name: string, scope: string | null) => ({
      name,
      formula: "='表 二'!$A$1",
      scope,
      visible: true,
      comment: '',
    });
    book.setNames([of('年度', null), { ...of('合计', second.id), visible: false, comment: '注' }]);
    expect(plain(again(book.snapshot()).workbook)).toEqual(plain(book.snapshot()));
  });
});

const templates = editions.flatMap((edition) => {
  const report = sampleReport(edition.id);
  const request = { edition, year: report.year, unit: report.unit.name, language: 'zh' as const };
  const sum = rollUp({
    edition,
    year: report.year ?? 2025,
    unit: '云溪县',
    received: [receive('甲.json', report), receive('乙.json', { ...report, unit: { ...report.unit, name: '乙镇' } })],
    roster: listed(['丙镇']),
    failures: [{ source: '丁.doc', reason: '无法读取' }],
  });
  const more = rollUpSheets(sum, edition, 'zh');
  return [
    [`the empty template of ${edition.id}`, reportWorkbook({ ...request, report: null, totals: 'formulas' }), null],
    [`a report of ${edition.id}`, reportWorkbook({ ...request, report, totals: 'formulas' }), report],
    [
      `a sum of ${edition.id}`,
      reportWorkbook({ ...request, report: sum.report, totals: 'formulas', more }),
      sum.report,
    ],
  ] as const;
});

describe.each(templates)('%s', (_, bytes, report) => {
  const { workbook, losses } = readXlsx(bytes);

  test('opens whole, and calculates without anything unknown', () => {
    expect(losses).toEqual([]);
    const book = loaded(workbook);
    book.calculation.eachFormula((_sheet, _row, _column, value) => expect(value).not.toBeInstanceOf(CellError));
    for (const sheet of book.sheets) for (const row of sheet.cells.keys()) book.painted(sheet, row, 3);
    expect([...book.log.unsupported, ...book.log.circular]).toEqual([]);
  });

  test('is the same after saving, and says the same to the reader of reports', async () => {
    const saved = writeXlsx(loaded(workbook));
    expect(plain(readXlsx(saved).workbook)).toEqual(plain(workbook));
    const read = await readFile('保存.xlsx', saved);
    const before = await readFile('原来.xlsx', bytes);
    expect(read.ok && read.readings.map((reading) => reading.report)).toEqual(
      before.ok && before.readings.map((reading) => reading.report),
    );
    if (report !== null) expect(read.ok && read.readings[0]?.report.figures).toEqual(report.figures);
  });
});

describe.skipIf(!hasOoxmlValidator)('the validator passes', () => {
  test('a report and a sum that were saved', async () => {
    for (const [, bytes, report] of templates)
      if (report?.edition === '2021')
        expect(await ooxmlFaults('t.xlsx', writeXlsx(loaded(readXlsx(bytes).workbook)))).toEqual([]);
  });

  test('a workbook of all kinds of things', async () => {
    const book = new Book();
    for (const one of fc.sample(act, { numRuns: 60, seed: 7 })) one(book);
    book.setNames([{ name: '年度', formula: '=Sheet1!$A$1', scope: null, visible: false, comment: '注' }]);
    expect(await ooxmlFaults('t.xlsx', writeXlsx(book))).toEqual([]);
  });
});

test.each(['broken', 'correct', 'edition2019'])('the sample %s is the same after saving', (name) => {
  const file = path.resolve(import.meta.dirname, `../../src/workbench/page/samples/${name}.json`);
  const workbook = workbookFromFile(JSON.parse(readFileSync(file, 'utf8')) as WorkbookFile);
  const { losses, workbook: back } = again(workbook);
  expect(losses).toEqual([]);
  expect(plain(back).sheets.map(({ cells, merges, frozen }) => ({ cells, merges, frozen }))).toEqual(
    plain(workbook).sheets.map(({ cells, merges, frozen }) => ({ cells, merges, frozen })),
  );
  const before = loaded(workbook);
  const after = loaded(back);
  before.sheets.forEach((sheet, index) => {
    for (const [row, line] of sheet.cells)
      for (const column of line.keys())
        expect(after.painted(after.sheets[index] ?? '', row, column).map(({ fill }) => fill)).toEqual(
          before.painted(sheet, row, column).map(({ fill }) => fill),
        );
  });
});

/** A file with one part changed or added. */
function changed(bytes: Uint8Array, parts: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [name, change] of Object.entries(parts)) {
    files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
  }
  return zipSync(files);
}

describe('what the book does not hold', () => {
  const bytes = writeXlsx(new Book());
  const sheet = 'xl/worksheets/sheet1.xml';
  const inSheet = (xml: string) => ({
    [sheet]: (old: string) =>
      old.replace('</sheetData>', `</sheetData>${xml}`).replace('<sheetData/>', `<sheetData/>${xml}`),
  });
  const cases = [
    ['comments', { 'xl/comments1.xml': () => '<comments/>' }],
    ['pictures', { 'xl/media/image1.png': () => 'x' }],
    ['tables', { 'xl/tables/table1.xml': () => '<table/>' }],
    ['pivots', { 'xl/pivotTables/pivotTable1.xml': () => '<a/>' }],
    ['externalLinks', { 'xl/externalLinks/externalLink1.xml': () => '<a/>' }],
    ['properties', { 'docProps/custom.xml': () => '<a/>' }],
    ['filters', inSheet('<autoFilter ref="A1:B2"/>')],
    ['links', inSheet('<hyperlinks><hyperlink ref="A1" location="B2"/></hyperlinks>')],
    ['headers', inSheet('<headerFooter><oddFooter>&amp;P</oddFooter></headerFooter>')],
    ['breaks', inSheet('<rowBreaks count="1"><brk id="3"/></rowBreaks>')],
    ['password', inSheet('<sheetProtection sheet="1" hashValue="x"/>')],
    [
      'validationKinds',
      inSheet(
        '<dataValidations><dataValidation type="date" sqref="A1"><formula1>1</formula1></dataValidation></dataValidations>',
      ),
    ],
    [
      'conditionalKinds',
      inSheet('<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"/></conditionalFormatting>'),
    ],
    [
      'arrayFormulas',
      {
        [sheet]: (old: string) =>
          old.replace(
            '<sheetData/>',
            '<sheetData><row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2)</f></c></row></sheetData>',
          ),
      },
    ],
    [
      'groups',
      { [sheet]: (old: string) => old.replace('<sheetData/>', '<sheetData><row r="1" outlineLevel="1"/></sheetData>') },
    ],
    [
      'richText',
      {
        [sheet]: (old: string) =>
          old.replace(
            '<sheetData/>',
            '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><t>甲</t></r><r><rPr><b/></rPr><t>乙</t></r></is></c></row></sheetData>',
          ),
      },
    ],
    [
      'structure',
      {
        'xl/workbook.xml': (old: string) =>
          old.replace('<bookViews', '<workbookProtection lockStructure="1"/><bookViews'),
      },
    ],
    [
      'dates1904',
      { 'xl/workbook.xml': (old: string) => old.replace('<bookViews', '<workbookPr date1904="1"/><bookViews') },
    ],
    ['other', inSheet('<somethingNew/>')],
  ] as const;

  test.each(cases)('%s is said', (kind, parts) => {
    expect(
      readXlsx(changed(bytes, parts as Readonly<Record<string, (xml: string) => string>>)).losses.map(
        (loss) => loss.kind,
      ),
    ).toEqual([kind]);
  });

  test('formulas that the stand-in does not know stay in the file', () => {
    const formula = 'XLOOKUP(1,{1,2},B:B)';
    const row = `<sheetData><row r="1"><c r="A1"><f>${formula}</f><v>7</v></c></row></sheetData>`;
    const { workbook, losses } = readXlsx(changed(bytes, { [sheet]: (old) => old.replace('<sheetData/>', row) }));
    expect(losses).toEqual([]);
    const book = loaded(workbook);
    expect(book.value('Sheet1', 0, 0)).toBe(CellError.of('#NAME?'));
    expect([...book.log.unsupported].join()).toContain('XLOOKUP');
    // No result is written that nobody worked out.
    expect(strFromU8(unzipSync(writeXlsx(book))[sheet] ?? new Uint8Array())).toContain(`<f>${formula}</f></c>`);
  });

  test.each([
    ['a text', strToU8('一段文字')],
    ['a zip file of something else', zipSync({ 'a.txt': strToU8('a') })],
    ['a file that ends early', bytes.subarray(0, bytes.length - 40)],
  ])('%s is no workbook', (_, given) => {
    expect(() => readXlsx(given)).toThrow(FileTrouble);
  });
});

describe.skipIf(!hasLibreOffice)('LibreOffice', () => {
  test('reads a saved report, and what it saves opens again with the same figures', async () => {
    const report = sampleReport('2021');
    const request = { year: report.year, unit: report.unit.name, language: 'zh' as const, totals: 'formulas' as const };
    const edition = editions.find(({ id }) => id === '2021');
    if (edition === undefined) throw new Error('no edition 2021');
    const saved = writeXlsx(loaded(readXlsx(reportWorkbook({ ...request, edition, report })).workbook));
    const theirs = readXlsx(await convert('t.xlsx', saved, 'xlsx'));
    const ours = readXlsx(saved);
    const shown = (workbook: Workbook) => {
      const book = loaded(workbook);
      const [first] = book.sheets;
      return first === undefined ? null : book.values(first, 'A1:O60');
    };
    expect(shown(theirs.workbook)).toEqual(shown(ours.workbook));
    // LibreOffice merges what is centred across cells, and opens without a window, so that no panes are frozen.
    for (const [index, { name, merges, conditionalFormats, validations }] of ours.workbook.sheets.entries()) {
      const other = theirs.workbook.sheets[index];
      expect(other?.name).toBe(name);
      expect(other?.merges).toEqual(expect.arrayContaining([...merges]));
      expect(other?.conditionalFormats.length).toBe(conditionalFormats.length);
      expect(other?.validations.length).toBeGreaterThanOrEqual(Math.min(1, validations.length));
    }
    const read = await readFile('t.xlsx', writeXlsx(loaded(theirs.workbook)));
    expect(read.ok && read.readings[0]?.report.figures).toEqual(report.figures);
  });
});
