import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Book } from '../../src/book/book';
import { CellError } from '../../src/book/formulas/value';
import { workbookFromFile, workbookToFile, type WorkbookFile } from '../../src/book/workbookFile';

const text = fc.oneof(
  fc.constantFrom('', "'", '=A1', "'=A1", '#REF!', '#', 'TRUE', '1', '云溪县\n林业局'),
  fc.string(),
);
const content = fc.oneof(
  text,
  fc.integer(),
  fc.boolean(),
  fc.constant(CellError.of('#DIV/0!')),
  fc.constantFrom('=SUM(A1:B2)', '=IF(A1>0,"是","")').map((formula) => ({ formula })),
);
const place = fc.tuple(fc.nat(12), fc.nat(6));

describe('the file of a workbook', () => {
  test('gives back the same workbook, through JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(place, content, fc.boolean())), fc.array(fc.nat(9)), (cells, rows) => {
        const book = new Book();
        for (const [[row, column], value, bold] of cells) {
          const area = { row, column, rowCount: 1, columnCount: 1 };
          book.writeContents('Sheet1', area, () => value, false);
          if (bold) book.style('Sheet1', area, { bold });
        }
        for (const row of rows) book.lines('Sheet1', 'rows', row, 2, { size: 30 });
        book.merge('Sheet1', 'H1:I2');
        const file = JSON.parse(JSON.stringify(workbookToFile(book.snapshot()))) as WorkbookFile;
        expect(workbookFromFile(file)).toEqual(book.snapshot());
      }),
    );
  });

  test.each(['broken', 'correct', 'edition2019'])('the sample %s calculates without anything unknown', (name) => {
    const file = path.resolve(import.meta.dirname, `../../src/workbench/page/samples/${name}.json`);
    const book = new Book();
    book.load(workbookFromFile(JSON.parse(readFileSync(file, 'utf8')) as WorkbookFile));
    book.calculation.eachFormula((_sheet, _row, _column, value) => expect(value).not.toBeInstanceOf(CellError));
    const painted = book.sheets.flatMap((sheet) =>
      [...sheet.cells].flatMap(([row, line]) =>
        [...line.keys()].filter((column) => book.painted(sheet, row, column).length > 0),
      ),
    );
    expect(painted.length > 0).toBe(name === 'broken');
    expect([...book.log.unsupported, ...book.log.circular]).toEqual([]);
  });
});
