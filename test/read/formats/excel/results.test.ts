/** Results of formulas may be out of date: where they do not fit, and where nothing keeps them up. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src/read/read';
import type { Reading } from '../../../../src/read/reading';
import { doubtMessage } from '../../../../src/read/words/words';
import { edition2021 } from '../../../../src/report/editions/2021';
import { excelFile, printedRows, type ExcelCell } from '../../files';
import { compoundFile, oldBook, type OldCell } from '../old/oldFiles';
import { sampleOf } from '../../noise/shapes';
import { withParts } from './workbookParts';
import { only } from '../../only';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false);
const row = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const first = 3;
const last = first + 6;
const total = 'applications.received.total';
const at = row + 1;

const withTotal = <Cell>(cell: Cell): (string | number | Cell)[][] =>
  rows.map((line, index) => (index === row ? [...line.slice(0, last), cell] : [...line]));
const formulaFile = (formula: string, value: number): Uint8Array =>
  excelFile([{ name: '报表', rows: withTotal<ExcelCell>({ formula, value }) }]);
const manually = (bytes: Uint8Array): Uint8Array =>
  withParts(bytes, (name) => name, {
    'xl/workbook.xml': (text) => text.replace('</sheets>', '</sheets><calcPr calcId="0" calcMode="manual"/>'),
  });

const read = async (bytes: Uint8Array): Promise<Reading> => only(await readFile('报表.xlsx', bytes));
const kinds = ({ doubts }: Reading): string[] => doubts.map(({ kind }) => kind);

const parts = rows[row]?.slice(first, last).map(Number) ?? [];
const sum = parts.reduce((all, value) => all + value, 0);
const sums = [
  `SUM(D${at}:I${at})`,
  `sum($D$${at}:F${at},G${at}:$I${at})`,
  `D${at}+E${at}+F${at}+G${at}+H${at}+I${at}`,
  `SUM(D${at}:H${at})+I${at}`,
  `D${at}+SUM(E${at}:I${at})+0`,
  `SUM(D${at}:I${at})+5-5`,
  `0-0+SUM(报表!D${at}:I${at})`,
  `'报表'!D${at}+SUM(E${at}:I${at})`,
  String(sum),
  `${sum + 9}-9`,
  // As totals are written into workbooks.
  `IF(COUNT(D${at}:I${at})=6,SUM(D${at}:I${at}),"")`,
];

/** Asks whoever opens it to make all results anew, as programs do that calculate nothing. */
const onLoad = (bytes: Uint8Array): Uint8Array =>
  withParts(bytes, (name) => name, {
    'xl/workbook.xml': (text) => text.replace('</sheets>', '</sheets><calcPr calcId="124519" fullCalcOnLoad="1"/>'),
  });

describe('a result that is to be made anew when the file is opened', () => {
  it.each(['汇总!B5', 'SUMIF(A:A,"是",D:D)', 'IF(A1="",1,2)'])('of %s is read with a doubt', async (formula) => {
    const reading = await read(onLoad(formulaFile(formula, 0)));
    expect(reading.report.figures[total]).toBe(0);
    expect(reading.doubts).toMatchObject([{ kind: 'resultPending', figures: [total] }]);
  });

  it.each(sums)(
    'of %s is read without a doubt where it fits, and said to be out of date where not',
    async (formula) => {
      expect(kinds(await read(onLoad(formulaFile(formula, sum))))).toEqual([]);
      expect(kinds(await read(onLoad(formulaFile(formula, sum + 1))))).toEqual(['resultStale']);
    },
  );

  it('is in doubt too where it adds one that is', async () => {
    const cells = withTotal<ExcelCell>({ formula: `SUM(D${at}:I${at})`, value: sum });
    const own = rows[row]?.[first] ?? 0;
    cells[row]?.splice(first, 1, { formula: '汇总!B5', value: own });
    const { doubts } = await read(onLoad(excelFile([{ name: '报表', rows: cells }])));
    expect(doubts).toMatchObject([{ kind: 'resultPending', figures: ['applications.received.person', total] }]);
  });

  it('is in doubt too at the head of thousands that add one another, and where they lead back to it', async () => {
    const length = 5_000;
    const chain = (end: string): ExcelCell[][] => {
      const cells = withTotal<ExcelCell>({ formula: 'SUM(Z1)', value: 1 });
      return Array.from({ length }, (_, index) => [
        ...Array.from({ length: 25 }, (__, column) => cells[index]?.[column] ?? ''),
        { formula: index + 1 < length ? `SUM(Z${index + 2})` : end, value: 1 },
      ]);
    };
    for (const end of ['NOW()', `SUM(J${at})`])
      expect(kinds(await read(onLoad(excelFile([{ name: '报表', rows: chain(end) }]))))).toContain('resultPending');
  });
});

it.each(['array', 'dataTable'])(
  'a formula (%s) that fills several cells and has no results leaves them all open',
  async (kind) => {
    const cells = rows.map((line, index) =>
      index === row ? [...line.slice(0, first), { formula: 'X', value: '' }] : line,
    );
    const file = withParts(excelFile([{ name: '报表', rows: cells }]), (name) => name, {
      'xl/worksheets/sheet1.xml': (text) =>
        text.replace(
          /<c r="D\d+" t="str"><f>X<\/f><v><\/v><\/c>/u,
          `<c r="D${at}"><f t="${kind}" ref="D${at}:J${at}">X</f></c>`,
        ),
    });
    const { doubts, report } = await read(file);
    expect(doubts).toMatchObject([{ kind: 'notCached' }]);
    expect(doubts[0]?.figures).toHaveLength(7);
    expect(report.figures[total]).toBeNull();
  },
);

describe('a result that the file holds', () => {
  it.each(sums)('of %s is read without a doubt where it fits', async (formula) => {
    const reading = await read(formulaFile(formula, sum));
    expect(reading.report.figures[total]).toBe(sum);
    expect(kinds(reading)).toEqual([]);
  });

  it.each(sums)('of %s is doubted wherever it does not', async (formula) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 99 }), async (off) => {
        const { edition, doubts } = await read(formulaFile(formula, sum + off));
        expect(doubts).toMatchObject([{ kind: 'resultStale', figures: [total] }]);
        for (const doubt of doubts) {
          expect(doubtMessage(doubt, edition, 'zh')).toContain('F9');
          expect(doubtMessage(doubt, edition, 'en')).toContain('F9');
        }
      }),
      { numRuns: 4 },
    );
  });

  it('of a formula that cells share moves with the cell', async () => {
    const shared = (value: number): Uint8Array =>
      withParts(formulaFile('X', value), (name) => name, {
        'xl/worksheets/sheet1.xml': (text) =>
          text
            .replace(
              '<sheetData>',
              '<sheetData><row r="1"><c r="T1"><f t="shared" si="0">SUM(N1:S1)</f><v>0</v></c></row>',
            )
            .replace('<f>X</f>', '<f t="shared" si="0"/>'),
      });
    // T1 lies ten columns to the right of the total, as N does of D.
    expect(kinds(await read(shared(sum)))).toEqual([]);
    expect(kinds(await read(shared(sum + 1)))).toEqual(['resultStale']);
  });

  it.each(['SUM(Sheet2!D1:I1)', 'IF(TRUE,3,4)', `SUM(D${at}:I${at})*2`, 'ROUND(1.5,0)', 'SUM(A1+B1)'])(
    'of %s, which is no sum of cells here, is not judged',
    async (formula) => {
      expect(kinds(await read(formulaFile(formula, sum + 1)))).toEqual([]);
    },
  );
});

describe('a result of a formula as other workbooks write it', () => {
  const pair = (value: number): number[] => [value & 0xff, value >> 8];
  const eight = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
  const relative = 0xc000;
  const summed = [0x19, 0x10, 0, 0];
  const tokens = [
    0x25,
    ...pair(row),
    ...pair(row),
    ...pair(first | relative),
    ...pair((last - 1) | relative),
    ...summed,
  ];
  /** Six and one columns before the cell, in its row. */
  const counted = [0x2d, ...pair(0), ...pair(0), ...pair(0xfa | relative), ...pair(0xff | relative), ...summed];
  const named = [0x01, ...pair(row), ...pair(last)];
  const area = [...pair(row), ...pair(row), last, last];
  const book = (written: readonly number[], more: readonly (readonly [number, number[]])[]) => (value: number) =>
    compoundFile({
      Workbook: oldBook([{ name: '报表', rows: withTotal<OldCell>({ result: eight(value), tokens: written }), more }]),
    });
  const page =
    (attributes: string) =>
    (value: number): Uint8Array => {
      const data = (cell: string | number): string =>
        cell === '' ? '' : `<Data ss:Type="${typeof cell === 'number' ? 'Number' : 'String'}">${cell}</Data>`;
      const lines = withTotal<null>(null).map(
        (line) =>
          `<Row>${line.map((cell) => (cell === null ? `<Cell ${attributes}>${data(value)}</Cell>` : `<Cell>${data(cell)}</Cell>`)).join('')}</Row>`,
      );
      return new TextEncoder().encode(
        `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="报表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
      );
    };

  it.each([
    ['of its own in .xls', book(tokens, [])],
    ['that cells of .xls share', book(named, [[0x04bc, [...area, 0, 1, ...pair(counted.length), ...counted]]])],
    [
      'of an array of one cell in .xls',
      book(named, [[0x0221, [...area, 0, 0, 0, 0, 0, 0, ...pair(tokens.length), ...tokens]]]),
    ],
    ['in XML 2003', page('ss:Formula="=SUM(RC[-6]:RC[-1])"')],
    ['with fixed places in XML 2003', page(`ss:Formula="=SUM(R${at}C${first + 1}:R${at}C${last})"`)],
    ['with signs in XML 2003', page('ss:Formula="=RC[-6]+RC[-5]+RC[-4]+RC[-3]+RC[-2]+RC[-1]"')],
    ['of an array of one cell in XML 2003', page('ss:ArrayRange="RC" ss:Formula="=SUM(RC[-6]:RC[-1])"')],
  ])('%s is doubted where it does not fit, and only there', async (_, write) => {
    expect(kinds(await read(write(sum)))).toEqual([]);
    const stale = await read(write(sum + 1));
    expect(stale.report.figures[total]).toBe(sum + 1);
    expect(stale.doubts).toMatchObject([{ kind: 'resultStale', figures: [total] }]);
  });

  it.each([
    [
      'an array of several cells in .xls',
      book(named, [
        [0x0221, [...pair(row), ...pair(row + 1), last, last, 0, 0, 0, 0, 0, 0, ...pair(tokens.length), ...tokens]],
      ]),
    ],
    ['a formula in .xls that names another and finds none', book(named, [])],
    ['a place beyond all numbers in XML 2003', page(`ss:Formula="=RC${'9'.repeat(400)}"`)],
    ['another sheet in XML 2003', page('ss:Formula="=SUM(汇总!RC[-6]:RC[-1])"')],
  ])('of %s is not judged', async (_, write) => {
    expect(kinds(await read(write(sum + 1)))).toEqual([]);
  });
});

describe('under manual calculation', () => {
  const result = (value: number): OldCell => ({ result: [...new Uint8Array(new Float64Array([value]).buffer)] });
  const old = (manual: boolean): Uint8Array =>
    compoundFile({ Workbook: oldBook([{ name: '报表', rows: withTotal(result(sum)) }], { manual }) });
  const xml = (mode: string): Uint8Array => {
    const lines = withTotal<null>(null).map((line) => {
      const cells = line.map((cell) =>
        cell === null
          ? `<Cell ss:Formula="=SUM(RC[-6]:RC[-1])"><Data ss:Type="Number">${sum}</Data></Cell>`
          : `<Cell>${cell === '' ? '' : `<Data ss:Type="${typeof cell === 'number' ? 'Number' : 'String'}">${cell}</Data>`}</Cell>`,
      );
      return `<Row>${cells.join('')}</Row>`;
    });
    return new TextEncoder().encode(
      `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Calculation>${mode}</Calculation></ExcelWorkbook><Worksheet ss:Name="报表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
    );
  };

  it.each<[string, Uint8Array, Uint8Array]>([
    ['.xlsx', manually(formulaFile(sums[0] ?? '', sum)), formulaFile(sums[0] ?? '', sum)],
    ['.xls', old(true), old(false)],
    ['XML 2003', xml('ManualCalculation'), xml('AutomaticCalculation')],
  ])('the figures of a %s that are formulas are kept and doubted, and only they', async (_, manual, automatic) => {
    const { edition, report, doubts } = await read(manual);
    expect(report.figures[total]).toBe(sum);
    expect(doubts).toMatchObject([{ kind: 'manualCalculation', figures: [total] }]);
    expect(doubts.map((doubt) => doubtMessage(doubt, edition, 'zh')).join()).toContain('按 F9 重新计算');
    expect(kinds(await read(automatic))).toEqual([]);
  });

  it('typed figures are not doubted', async () => {
    expect(kinds(await read(manually(excelFile([{ name: '报表', rows }]))))).toEqual([]);
  });
});
