/** The parts of a workbook are found as Office finds them, and nothing outside the file is ever asked for. */
import { expect, it } from 'vitest';
import { openArchive } from '../../../src/read/containers/archive';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import { excelFile, printedRows } from '../files';
import { compoundFile, oldBook } from '../formats/old/oldFiles';
import { sampleOf } from '../noise/shapes';
import { rootRelations, withMore, withParts, type PartChange } from '../formats/excel/workbookParts';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false);
const plain = excelFile([{ name: '表', rows }]);
const truth = Object.fromEntries(sample.truth);
const relations = 'xl/_rels/workbook.xml.rels';
const same = (name: string): string => name;
const leading = (target: string): Readonly<Record<string, PartChange>> => ({
  [relations]: (text) => text.replace('"worksheets/sheet1.xml"', `"${target}"`),
});

it.each<[string, Uint8Array]>([
  ['entries written with backslashes', withParts(plain, (name) => name.replaceAll('/', '\\'))],
  ['entries in capitals', withParts(plain, (name) => name.toUpperCase())],
  ['shared texts under another case', withParts(plain, (name) => name.replace('sharedStrings', 'SharedStrings'))],
  [
    'a workbook of another name in another folder',
    withMore(
      withParts(plain, (name) => name.replace(/^xl\//u, 'book/').replace('workbook.xml', 'Mappe.xml')),
      { '_rels/.rels': rootRelations('/book/Mappe.xml'), 'xl/none.xml': '<none/>' },
    ),
  ],
  ...[
    '/xl/worksheets/sheet1.xml',
    './worksheets/sheet1.xml',
    '../xl/worksheets/sheet1.xml',
    'worksheets\\sheet1.xml',
  ].map((target): [string, Uint8Array] => [`a sheet at ${target}`, withParts(plain, same, leading(target))]),
])('a workbook with %s is read', async (_, file) => {
  const result = await readFile('报表.xlsx', file);
  expect(result.ok ? result.readings.map(({ report }) => report.figures) : result).toEqual([truth]);
});

it.each(['../../worksheets/sheet1.xml', '..\\..\\sheet1.xml', '/../sheet1.xml'])(
  'a sheet at %s leads outside, and the file is refused',
  async (target) => {
    expect(await readFile('报表.xlsx', withParts(plain, same, leading(target)))).toMatchObject({
      failure: { kind: 'archiveUnsafe', details: { danger: 'path' } },
    });
  },
);

it('two entries that differ in case alone are one name, and the file is refused', () => {
  expect(() => openArchive(withMore(plain, { 'XL/workbook.xml': '<workbook/>' }))).toThrow('two entries of one name');
});

it('a binary workbook is refused by its name', async () => {
  const binary = withMore(plain, { '_rels/.rels': rootRelations('xl/workbook.bin') });
  expect(await readFile('报表.xlsx', binary)).toMatchObject({ failure: { kind: 'binaryWorkbook' } });
});

it('an old workbook is read without its container, and with the stream in capitals', async () => {
  const book = oldBook([{ name: '表', rows }]);
  for (const file of [book, compoundFile({ WORKBOOK: book })]) {
    const result = await readFile('报表.xls', file);
    expect(result.ok ? result.readings.map(({ report }) => report.figures) : result).toEqual([truth]);
  }
});
