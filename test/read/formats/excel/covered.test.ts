/** What a workbook keeps and the eye does not see: cells under a merged one, zeros that a sheet does not show, flat rows. */
import { describe, expect, it } from 'vitest';
import { edition2021 } from '../../../../src/report/editions/2021';
import { columnLetters } from '../../../../src/report/a1';
import { excelFile, printedRows } from '../../files';
import { sampleOf } from '../../noise/shapes';
import { compoundFile, oldBook } from '../old/oldFiles';
import { inUtf16, withParts, xmlText } from './workbookParts';
import { isRead, readOne } from '../oneFigure';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false).map((line) => [...line]);
const top = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const first = 3;
const id = (column: string): string => `applications.received.${column}`;
const next = 'applications.carriedIn.person';
rows[top]?.splice(first, 7, 31, 32, 0, 34, 35, 36, 37);
rows[top + 1]?.splice(first, 7, 41, 42, 43, 44, 45, 46, 47);

interface Shape {
  /** First and last row, first and last column. */
  readonly merged?: readonly [number, number, number, number];
  readonly hiddenZeros?: boolean;
  readonly values?: typeof rows;
}

const unchanged = (name: string): string => name;
const workbook = ({ merged, hiddenZeros, values = rows }: Shape): Uint8Array =>
  withParts(excelFile([{ name: '表', rows: values }]), unchanged, {
    'xl/worksheets/sheet1.xml': (text) => {
      const [top, bottom, left, right] = merged ?? [0, 0, 0, 0];
      const ref = `${columnLetters(left)}${top + 1}:${columnLetters(right)}${bottom + 1}`;
      return text
        .replace(
          '<sheetData>',
          `<sheetViews><sheetView showZeros="${hiddenZeros === true ? 0 : 1}" workbookViewId="0"/></sheetViews><sheetData>`,
        )
        .replace(
          '</sheetData>',
          `</sheetData><sheetProtection/>${merged === undefined ? '' : `<mergeCells count="1"><mergeCell ref="${ref}"/></mergeCells>`}`,
        );
    },
  });

const writers: Readonly<Record<string, (shape: Shape) => Uint8Array>> = {
  '.xlsx': workbook,
  '.xlsx in UTF-16': (shape) => inUtf16(workbook(shape)),
  '.xls': ({ merged, hiddenZeros, values = rows }) =>
    compoundFile({
      Workbook: oldBook([
        {
          name: '表',
          rows: values,
          ...(merged === undefined ? {} : { merged: [merged] }),
          hiddenZeros: hiddenZeros === true,
        },
      ]),
    }),
  'XML 2003': ({ merged, hiddenZeros, values = rows }) => {
    const [top = -1, bottom = 0, left = 0, right = 0] = merged ?? [];
    const lines = values.map((line, row) =>
      line
        .map((value, column) => {
          const spans =
            row === top && column === left ? ` ss:MergeDown="${bottom - top}" ss:MergeAcross="${right - left}"` : '';
          const type = typeof value === 'number' ? 'Number' : 'String';
          const data = value === '' ? '' : `<Data ss:Type="${type}">${xmlText(String(value))}</Data>`;
          return `<Cell ss:Index="${column + 1}"${spans}>${data}</Cell>`;
        })
        .join(''),
    );
    return new TextEncoder().encode(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${lines.map((line) => `<Row>${line}</Row>`).join('')}</Table><WorksheetOptions>${hiddenZeros === true ? '<DoNotDisplayZeros/>' : ''}</WorksheetOptions></Worksheet></Workbook>`,
    );
  },
};

const without = (...cells: readonly (readonly [number, number])[]): typeof rows =>
  rows.map((line, row) =>
    line.map((value, column) => (cells.some(([at, own]) => at === row && own === column) ? '' : value)),
  );

describe.each(Object.entries(writers))('a sheet in %s', (_, write) => {
  it('as it stands is without doubt', () => isRead(write({}), id('research'), 0));

  it('gives nothing of a cell that a merged one covers, and says what it keeps', async () => {
    const blank = without([top, first]);
    const { report, doubts } = await readOne(write({ merged: [top, top, first, first + 1], values: blank }));
    expect(report.figures[id('person')]).toBeNull();
    expect(report.figures[id('enterprise')]).toBeNull();
    expect(doubts).toMatchObject([
      { kind: 'shownOtherwise', figures: [id('enterprise')], details: { stored: '32', shown: '' } },
    ]);
  });

  it('gives no number that stands in the one cell of two figures', async () => {
    const beside = await readOne(write({ merged: [top, top, first, first + 1], values: without([top, first + 1]) }));
    const below = await readOne(write({ merged: [top, top + 1, first, first], values: without([top + 1, first]) }));
    expect(beside.doubts).toMatchObject([{ kind: 'cellShared', figures: [id('person'), id('enterprise')] }]);
    expect(below.doubts).toMatchObject([{ kind: 'cellShared', figures: [id('person'), next] }]);
    for (const { report, doubts } of [beside, below])
      for (const figure of doubts.flatMap(({ figures }) => figures)) {
        expect(report.figures[figure]).toBeNull();
        expect(report.marks[figure]?.state).toBe('unread');
      }
  });

  it('does not mind blank cells that are merged', async () => {
    const values = without([top, first], [top, first + 1]);
    const { report, doubts } = await readOne(write({ merged: [top, top, first, first + 1], values }));
    expect(report.figures[id('person')]).toBeNull();
    expect(doubts).toEqual([]);
  });

  it('that shows nothing where a number is 0 gives no 0, and says so once for all of them', async () => {
    const zeros = rows.flat().filter((value) => value === 0).length;
    const { report, doubts } = await readOne(write({ hiddenZeros: true }));
    expect(report.figures[id('research')]).toBeNull();
    expect(report.figures[id('person')]).toBe(31);
    expect(doubts).toMatchObject([{ kind: 'shownOtherwise', details: { stored: '0', shown: '' } }]);
    expect(doubts[0]?.figures).toHaveLength(zeros);
  });
});

it.each([
  ['a row of no height', `<row r="${top + 1}"`, `<row ht="0" customHeight="1" r="${top + 1}"`],
  ['a column of no width', '<sheetData>', '<cols><col min="4" max="4" width="0" customWidth="1"/></cols><sheetData>'],
])('%s is a hidden one', async (_, from, to) => {
  const file = withParts(excelFile([{ name: '表', rows }]), unchanged, {
    'xl/worksheets/sheet1.xml': (text) => text.replace(from, to),
  });
  expect((await readOne(file)).doubts).toMatchObject([{ kind: 'hiddenCells' }]);
});
