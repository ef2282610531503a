/** Rows that are written plainly are read without the parser of XML: nothing may depend on that. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ArchiveError, openArchive } from '../../../../src/read/containers/archive';
import { Budget } from '../../../../src/read/containers/budget';
import { sheetsOf } from '../../../../src/read/formats/excel/xlsx/xlsx';
import type { WorkbookSheet } from '../../../../src/read/formats/excel/workbook';
import { resultsHeads, resultsSheetNames } from '../../../../src/report/sheet/workbook';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';
const styles = `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="0.0,"/></numFmts>
<fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf numFmtId="170"/><xf fontId="1"/></cellXfs></styleSheet>`;
const shared = `<sst xmlns="${main}"><si><t>甲</t></si><si><r><t>8</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si></sst>`;

function workbook(sheet: string, name = '表'): Uint8Array {
  return zipSync(
    {
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `<Relationships xmlns="${packages}"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/styles.xml': strToU8(styles),
      'xl/sharedStrings.xml': strToU8(shared),
      'xl/worksheets/sheet1.xml': strToU8(sheet),
    },
    { level: 0 },
  );
}

/** What is read of a sheet, and how much of the budget is left; or what is wrong with it. */
function told(sheet: string): unknown {
  const budget = new Budget();
  try {
    return { sheets: sheetsOf(openArchive(workbook(sheet)), budget), left: budget.mark() };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    return error.trouble;
  }
}

/** Mostly what programs write, so that whole sheets are so, and now and then anything else. */
const mostly = <Value>(usual: readonly Value[], others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ arbitrary: fc.constantFrom(...usual), weight: 24 }, { arbitrary: fc.constantFrom(...others), weight: 1 });

const address = fc
  .tuple(mostly(['A', 'B', 'C', 'AB', 'XFD'], ['ABCD', 'a', '']), mostly(['1', '2', '3', '9', '0'], ['', '12345678']))
  .map(([column, row]) => column + row);
const cellTag = fc
  .tuple(
    fc.oneof(
      { arbitrary: address.map((own) => ` r="${own}"`), weight: 24 },
      { arbitrary: fc.constantFrom('', " r='A1'"), weight: 1 },
    ),
    mostly(['', ' s="1"', ' s="2"', ' s="99"'], [' s="x"', ' ph="1"']),
    mostly(['', ' t="s"', ' t="str"', ' t="inlineStr"', ' t="b"', ' t="e"', ' t="d"', ' t="n"', ' t="x"'], [' cm="1"']),
  )
  .map((pieces) => pieces.join(''));
const text = mostly(
  [
    ...['1', '0', '12.50', '1234', '-3', '1e3', '', ' 7 ', '甲', 'TRUE', 'a &amp; b', '&lt;', '_x000D_', '\n'],
    ...['\u{20bb7}', '3 > 2'],
  ],
  ['&#65;', '&x;', ']]>', '\ufffe', '\u0001', '\r\n', '<!-- -->', '<![CDATA[5]]>'],
);
const value = fc.oneof(
  { arbitrary: text.map((own) => `<v>${own}</v>`), weight: 12 },
  { arbitrary: text.map((own) => `<is><t>${own}</t></is>`), weight: 6 },
  { arbitrary: text.map((own) => `<is><t xml:space="preserve">${own}</t></is>`), weight: 6 },
  fc.constantFrom(
    ...['', '<v/>', '<v> 1</v >', '<is><t/></is>', '<is><r><t>1</t></r><r><rPr><strike/></rPr><t>2</t></r></is>'],
    ...['<is><t>1</t><rPh><t>2</t></rPh></is>', '<v>1</v><v>2</v>', '<x/>', '<x><v>1</v></x>', ' <v>1</v> '],
  ),
);
const formula = mostly(
  [
    ...['', '', '<f>A1+B1</f>', '<f t="shared" ref="A1:A9" si="0">SUM(B1:C1)</f>', '<f t="shared" si="0"/>'],
    '<f ca="1">1 &lt; 2</f>',
  ],
  ['<f/>', '<f t="shared" si="0"></f>', '<f a="1" a="2">1</f>', '<formula>1</formula>', '<f t="array">x'],
);
const cell = fc.oneof(
  { arbitrary: cellTag.map((own) => `<c${own}/>`), weight: 2 },
  { arbitrary: fc.tuple(cellTag, formula, value).map(([tag, own, shown]) => `<c${tag}>${own}${shown}</c>`), weight: 4 },
);
const rowTag = fc
  .tuple(
    mostly(
      [1, 2, 3, 5, 20_001].map((row) => ` r="${row}"`),
      ['', " r='2'"],
    ),
    mostly(['', ' hidden="1"', ' hidden="0"', ' ht="15" x14ac:dyDescent="0.2"'], [' r="2"', ' spans="1:3" ']),
  )
  .map((pieces) => pieces.join(''));
const row = fc.oneof(
  { arbitrary: rowTag.map((own) => `<row${own}/>`), weight: 1 },
  {
    arbitrary: fc
      .tuple(rowTag, fc.array(cell, { maxLength: 4 }), mostly(['</row>'], [' </row>', '</row >', '']))
      .map(([tag, cells, end]) => `<row${tag}>${cells.join('')}${end}`),
    weight: 8,
  },
);
const before = mostly(
  ['', '<cols><col min="2" max="3" hidden="1"/></cols>', '<sheetViews><sheetView/></sheetViews>'],
  ['<sheetData/>', '<x>', '<?pi?>', '<x a="<sheetData>"/>'],
);
const behind = mostly(
  ['</worksheet>', '<conditionalFormatting/></worksheet>', '<<'],
  ['', '<sheetData><row r="9"/></sheetData>'],
);
const ending = mostly(['</sheetData>'], ['', '</sheetdata>', '</x:sheetData>']);

test('a sheet is read alike with and without the parser of XML', () => {
  fc.assert(
    fc.property(before, fc.array(row, { maxLength: 4 }), ending, behind, (head, rows, end, rest) => {
      const sheet = (mark: string): string =>
        `<worksheet xmlns="${main}">${mark}${head}<sheetData>${rows.join('')}${end}${rest}`;
      // A comment before the rows leaves all of it to the parser.
      expect(told(sheet(''))).toEqual(told(sheet('<!-- -->')));
    }),
    { numRuns: 1_000 },
  );
});

test('of a sheet of verdicts nothing is read beyond what it is known by, and all of any other of its name', () => {
  const line = (at: number, texts: readonly string[]): string =>
    `<row r="${at}">${texts.map((own, index) => `<c r="${'ABCDEFGHI'[index]}${at}" t="inlineStr"><is><t>${own}</t></is></c>`).join('')}</row>`;
  const rowsOf = (heads: readonly string[]): string =>
    [heads, ...Array.from({ length: 30 }, (_, index) => [`行${index}`])]
      .map((texts, at) => line(at + 1, texts))
      .join('');
  const read = (heads: readonly string[], reports: boolean): readonly WorkbookSheet[] =>
    sheetsOf(
      openArchive(
        workbook(
          `<worksheet xmlns="${main}"><sheetData>${rowsOf(heads)}</sheetData></worksheet>`,
          resultsSheetNames.zh,
        ),
      ),
      new Budget(),
      reports,
    );
  const height = (heads: readonly string[], reports: boolean): number | undefined =>
    read(heads, reports)[0]?.grid.values.length;
  expect(height(resultsHeads.zh, true)).toBe(6);
  expect(height(resultsHeads.zh, false)).toBe(31);
  expect(height(['项目', '数'], true)).toBe(31);
});
