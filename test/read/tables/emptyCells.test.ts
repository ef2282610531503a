/** Cells of a worksheet that have only a look are passed over before the XML is parsed: nothing may depend on that. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Budget } from '../../../src/read/containers/budget';
import { openArchive } from '../../../src/read/containers/archive';
import { sheetsOf } from '../../../src/read/formats/excel/xlsx/xlsx';
import { a1 } from '../../../src/report/a1';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

const valuesOf = (rows: string): readonly (readonly unknown[])[] => {
  const file = zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${packages}"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  });
  return sheetsOf(openArchive(file), new Budget())[0]?.grid.values ?? [];
};

/** An empty cell as Excel writes it, and one that means the same but is parsed like any other. */
type Spelling = (address: string) => string;
const asExcel: Spelling = (address) => `<c r="${address}" s="3"/>`;
const otherwise: Spelling = (address) => `<c s="3" r="${address}"/>`;

interface Cell {
  readonly addressed: boolean;
  readonly gap: number;
  readonly content: string;
}
interface Row {
  readonly numbered: boolean;
  readonly gap: number;
  readonly cells: readonly Cell[];
}

const content = fc.constantFrom(
  ...['', '', '', '<v>7</v>', '<is><t>甲</t></is>'],
  '<is><t><![CDATA[<c r="A1" s="3"/><c r="B1" s="3"/>]]></t></is>',
);
const cell: fc.Arbitrary<Cell> = fc.record({ addressed: fc.boolean(), gap: fc.nat(2), content });
const row = (always: boolean): fc.Arbitrary<Row> =>
  fc.record({
    numbered: always ? fc.constant(true) : fc.boolean(),
    gap: fc.nat(2),
    cells: fc.array(cell, { maxLength: 8 }),
  });
const sheet = fc.boolean().chain((always) => fc.array(row(always), { maxLength: 6 }));

function written(rows: readonly Row[], empty: Spelling): string {
  let at = -1;
  return rows
    .map(({ numbered, gap, cells }) => {
      at += 1 + gap;
      let column = -1;
      const inside = cells.map((own) => {
        column += 1 + (own.addressed ? own.gap : 0);
        const address = a1(at, column);
        if (own.content === '') return own.addressed ? empty(address) : '<c/>';
        const type = own.content.startsWith('<is>') ? ' t="inlineStr"' : '';
        return `<c${own.addressed ? ` r="${address}"` : ''}${type}>${own.content}</c>`;
      });
      return `<row${numbered ? ` r="${at + 1}"` : ''}>${inside.join('')}</row>`;
    })
    .join('');
}

test('a sheet has the same values however its empty cells are written', () => {
  fc.assert(
    fc.property(sheet, (rows) => {
      expect(valuesOf(written(rows, asExcel))).toEqual(valuesOf(written(rows, otherwise)));
    }),
    { numRuns: 400 },
  );
});

test('empty cells are passed over, not the text that looks like them', () => {
  const literal = '<c r="A1" s="3"/><c r="B1" s="3"/>';
  expect(
    valuesOf(
      `<row r="1"><c r="A1" s="3"/><c r="B1" t="inlineStr"><is><t><![CDATA[${literal}]]></t></is></c></row><row r="2"><c r="A2" s="3"/><c><v>5</v></c></row>`,
    ),
  ).toEqual([
    ['', literal],
    ['', 5],
  ]);
});
