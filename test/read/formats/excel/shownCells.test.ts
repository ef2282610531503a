/** A number is what its cell shows: the law of number formats, and the shapes of them that offices use. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import SSF from 'fast-formula-parser/ssf/ssf';
import { builtInFormat, formatOf, shownNumber, shownText } from '../../../../src/read/formats/excel/shown';
import { shownDigits } from '../../../../src/read/labels/digits';
import { readNumber } from '../../../../src/read/labels/number';
import { edition2021 } from '../../../../src/report/editions/2021';
import { doubtMessage } from '../../../../src/read/words/words';
import { excelFile, printedRows } from '../../files';
import { compoundFile, oldBook, type OldCell } from '../old/oldFiles';
import { sampleOf } from '../../noise/shapes';
import { withFormat, xmlText } from './workbookParts';
import { isDoubted, isRead, readOne } from '../oneFigure';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false);
const amount = 'disclosure.fees.amount';
const row = rows.findIndex(([label]) => label === '行政事业性收费');

/** One workbook with this value in the cell of the fees, in each kind of file that Excel writes. */
const writers: Readonly<Record<string, (value: number | string, code: string) => Uint8Array>> = {
  '.xlsx': (value, code) => {
    const changed = rows.map((line, at) => (at === row ? [line[0] ?? '', value] : line));
    return withFormat(excelFile([{ name: '表', rows: changed }]), `B${row + 1}`, code);
  },
  '.xls': (value, code) => {
    const changed = rows.map((line, at): OldCell[] =>
      at === row ? [line[0] ?? '', { value, format: code }] : [...line],
    );
    return compoundFile({ Workbook: oldBook([{ name: '表', rows: changed }]) });
  },
  'XML 2003': (value, code) => {
    const data = (cell: number | string): string =>
      cell === ''
        ? ''
        : `<Data ss:Type="${typeof cell === 'number' ? 'Number' : 'String'}">${xmlText(String(cell))}</Data>`;
    const lines = rows.map((line, at) => {
      const cells = at === row ? [line[0] ?? '', value] : line;
      return `<Row>${cells.map((cell, column) => `<Cell${at === row && column === 1 ? ' ss:StyleID="f"' : ''}>${data(cell)}</Cell>`).join('')}</Row>`;
    });
    return new TextEncoder().encode(
      `<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><ss:Styles><ss:Style ss:ID="f"><ss:NumberFormat ss:Format="${xmlText(code)}"/></ss:Style></ss:Styles><ss:Worksheet ss:Name="表"><ss:Table>${lines.join('').replace(/<(\/?)(Row|Cell|Data)/gu, '<$1ss:$2')}</ss:Table></ss:Worksheet></ss:Workbook>`,
    );
  },
};

describe.each(Object.entries(writers))('a figure in %s', (_, write) => {
  it.each([
    [1698077, '0!.0000', 169.8077],
    [1698077, '0\\.0000', 169.8077],
    [16980.77, 'G/通用格式', 16980.77],
    [0.1 + 0.2, 'General', 0.3],
    [1234.567891, 'General', 1234.567891],
    [12345.678901, 'General', 12345.678901],
    [12345678901, 'General', 12345678901],
    [0.1 + 0.2, '0.0000', 0.3],
    [1234.5, '#,##0.00', 1234.5],
    [12, '0"万元"', 12],
    [0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', 0],
    [5, '00000', 5],
  ])('of %s under %s is read without a doubt', (value, code, shown) => isRead(write(value, code), amount, shown));

  it.each([
    [169807.7, '0.0,', 169.8],
    [1698077, '0.00,,', 1.7],
    [18.87104, '0.00', 18.87],
    [0.333333333333333, 'General', 0.333333333],
    [12345.6789012, 'General', 12345.6789],
  ])('of %s under %s is what is shown, and a doubt says what is stored', async (value, code, shown) => {
    const { edition, report, doubts } = await readOne(write(value, code));
    expect(report.figures[amount]).toBe(shown);
    expect(doubts).toMatchObject([{ kind: 'shownRounded', figures: [amount] }]);
    expect(doubts.map((doubt) => doubtMessage(doubt, edition, 'zh')).join()).toContain(String(value));
  });

  it.each<[number | string, string, string]>([
    [45000, 'yyyy"年"m"月"d"日"', '2023年3月15日'],
    [45000, 'yyyy', '2023'],
    [0.35, '0%', '35%'],
    [12, ';;;', ''],
    [0, '#', ''],
    [0, '[=0];0', ''],
    [0, '0;0;[White]0', ''],
    [12, '[Color2]0', ''],
    ['12', ';;;', ''],
    [-5, '0;0', '5'],
    [12, '"约"0', '约12'],
    [12, '"7"', '7'],
    ['12', '@"3"', '123'],
    [12, '[DBNum2]General', '[DBNum2]General'],
  ])('of %s under %s is blank, and a doubt says both', (value, code, shown) =>
    isDoubted(write(value, code), amount, 'shownOtherwise', { stored: String(value), shown }),
  );
});

it('a built-in format is known by its number', () => {
  expect([0, 1, 3, 41, 49].map((id) => shownNumber(12, builtInFormat(id)))).toEqual(
    Array.from({ length: 5 }, () => ({ value: 12, otherwise: null })),
  );
  for (const id of [9, 14, 22, 31, 47, 57]) expect(shownNumber(0.5, builtInFormat(id)).otherwise).not.toBeNull();
});

describe('whatever the format', () => {
  const before = fc.constantFrom('', '"约"', '_ * ', '¥', '\\-', '"7"', '[Red]');
  const digits = fc.constantFrom('0', '#', '#,##0', '00000', '0!.0000', '0\\.0', '');
  const decimals = fc.constantFrom('', '', '.0', '.00', '.0000', '.##');
  const after = fc.constantFrom('', '', ',', ',,', '%', '"件"', '"万元"', '_ ', '"3"', '!3');
  const section = fc.tuple(before, digits, decimals, after).map((pieces) => pieces.join(''));
  const codes = fc.array(section, { minLength: 1, maxLength: 3 }).map((sections) => sections.join(';'));
  const numbers = fc.oneof(
    fc.integer({ min: -2_000_000, max: 2_000_000 }),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.integer({ min: 0, max: 99_999_999 }).map((value) => value / 10_000),
  );

  it('a number that is taken without a doubt is the number that another formatter shows', () => {
    let compared = 0;
    fc.assert(
      fc.property(numbers, codes, (value, code) => {
        const { value: taken, otherwise } = shownNumber(value, formatOf(code));
        // A format without a word is the plain one, in a colour as without.
        if (otherwise !== null || code.split(';').some((part) => part.replace('[Red]', '') === '')) return;
        let text: string;
        try {
          text = SSF.format(code.replaceAll('!', '\\'), shownDigits(value));
        } catch {
          return;
        }
        const read = readNumber(text.replace(/\s/gu, ''));
        const own = typeof taken === 'number' ? taken : readNumber(String(taken))?.value;
        expect(read?.value, `${value} ${code} ${text}`).toBe(own);
        compared += 1;
      }),
      { numRuns: 3000, seed: 13 },
    );
    expect(compared).toBeGreaterThan(100);
  });

  it('a text is shown as it stands, or a doubt says what is shown, or both say the same number', () => {
    fc.assert(
      fc.property(fc.constantFrom('12', '1,234', '规章', '/'), codes, (text, code) => {
        const { value, otherwise } = shownText(text, formatOf(code));
        if (otherwise === null && value !== text) expect(readNumber(String(value))).toEqual(readNumber(text));
      }),
      { numRuns: 1000, seed: 13 },
    );
  });
});
