import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { a1 } from '../../src/report/a1';
import { editions } from '../../src/report/editions';
import { figuresOf } from '../../src/report/figures';
import { tableLayout } from '../../src/report/layout';
import { sheetLayout } from '../../src/report/sheet/sheet';
import type { Edition } from '../../src/report/edition';
import type { Report } from '../../src/report/report';
import { readFile } from '../../src/read/read';
import { reportWorkbook } from '../../src/papers/workbook';
import { writeCsv } from '../../src/write/csv';
import { writeHtml, writeHtmlFragment } from '../../src/write/html/html';
import { writeJson } from '../../src/write/json';
import { writeWord } from '../../src/write/word/word';
import { csvRows } from '../write/csvRows';
import { readTables } from '../write/docxTables';
import { attributeOf, elements, openPage, textOf } from '../write/htmlTree';
import { anyReport } from '../write/reports';
import { sampleReport } from '../write/samples';
import { readWorkbook } from '../write/xlsxCells';
import { first, openPackage, part } from '../write/xmlTree';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const workbook = (edition: Edition, report: Report): Uint8Array =>
  reportWorkbook({ edition, year: report.year, unit: report.unit.name, report, totals: 'typed', language: 'zh' });

/** What a printed cell says as a number, its unit aside. */
const numberIn = (text: string): number | null => (text === '' ? null : Number(text.replace(/万?元$/u, '')));

type Figures = Record<string, number | null>;

/** How each form is read back here: with parsers of other people, not with the project's own reader. */
const forms: Readonly<Record<string, (edition: Edition, report: Report) => Figures>> = {
  json: (_, report) => (JSON.parse(writeJson(report)) as Report).figures,
  csv: (_, report) =>
    Object.fromEntries(
      csvRows(writeCsv(report)).map((row) => [
        `${row['table']}.${row['row_id']}.${row['column_id']}`,
        numberIn(row['value'] ?? ''),
      ]),
    ),
  html: (_, report) =>
    Object.fromEntries(
      elements(openPage(writeHtml(report)), 'td').flatMap((cell) => {
        const id = attributeOf(cell, 'data-figure');
        return id === undefined ? [] : [[id, numberIn(textOf(cell))]];
      }),
    ),
  word: (edition, report) => {
    const tables = readTables(first(part(openPackage(writeWord(report)), 'word/document.xml'), 'w:body'));
    return Object.fromEntries(
      edition.tables.flatMap((table, index) =>
        tableLayout(table).cells.flatMap(({ figure, row, column }) =>
          figure === undefined
            ? []
            : [
                [
                  figure,
                  numberIn(tables[index]?.find((cell) => cell.row === row && cell.column === column)?.text ?? ''),
                ],
              ],
        ),
      ),
    );
  },
  xlsx: (edition, report) => {
    const [tables] = readWorkbook(workbook(edition, report));
    return Object.fromEntries(
      [...sheetLayout(edition).figures].map(([id, { row, column }]) => {
        const value = tables?.cells.get(a1(row, column))?.value ?? null;
        return [id, value === null ? null : Number(value)];
      }),
    );
  },
};

/** −0 is 0 on paper. */
const plain = (figures: Figures): Figures =>
  Object.fromEntries(Object.entries(figures).map(([id, value]) => [id, value === 0 ? 0 : value]));

test.each(editions.map((edition) => [edition.id, edition] as const))(
  'edition %s: every form holds the same figures',
  (_, edition) => {
    fc.assert(
      fc.property(anyReport(edition), (report) => {
        const truth = plain(Object.fromEntries(figuresOf(edition).map(({ id }) => [id, report.figures[id] ?? null])));
        for (const [form, read] of Object.entries(forms))
          expect([form, plain(read(edition, report))]).toEqual([form, truth]);
      }),
      { numRuns: 5 },
    );
  },
);

/** Forms that the project reads itself; the fragment has no title, so unit and year are not in it. */
const files: readonly (readonly [string, (edition: Edition, report: Report) => Uint8Array, boolean])[] = [
  ['a.json', (_, report) => utf8(writeJson(report)), true],
  [
    'a.docx',
    (_, report) =>
      writeWord(report, { signature: { unit: report.unit.name ?? '', date: { year: 2026, month: 1, day: 20 } } }),
    true,
  ],
  ['b.docx', (_, report) => writeWord(report, { applications: 'landscape', fonts: 'common' }), true],
  ['a.html', (_, report) => utf8(writeHtml(report)), true],
  ['b.html', (_, report) => utf8(writeHtmlFragment(report)), false],
  ['a.xlsx', (edition, report) => workbook(edition, report), true],
];

test.each(editions.flatMap((edition) => files.map((file) => [edition.id, file[0], edition, file] as const)))(
  'edition %s: what is written to %s is read as the same report',
  async (id, name, edition, [, write, titled]) => {
    const report: Report = {
      ...sampleReport(id),
      contact: '联系人：张一　联系电话：0000-5550123',
      closing: { unit: null, date: '2026-01-20' },
    };
    const result = await readFile(name, write(edition, report));
    expect(result.ok && result.readings).toHaveLength(1);
    const reading = result.ok ? result.readings[0] : undefined;
    expect(reading?.report.figures).toEqual(report.figures);
    expect(reading?.report.units).toEqual(report.units);
    expect(reading?.report.narrative).toEqual(report.narrative);
    expect([reading?.report.contact, reading?.report.closing]).toEqual([report.contact, report.closing]);
    if (titled)
      expect([reading?.report.unit.name, reading?.report.year, reading?.doubts]).toEqual([
        report.unit.name,
        report.year,
        [],
      ]);
  },
);
