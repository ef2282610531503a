/** A file that says two things of one cell: no figure is taken from either, unless both say the same. */
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src/read/read';
import type { Reading } from '../../../../src/read/reading';
import { figuresOf, type FigureId } from '../../../../src/report/figures';
import { edition2021 } from '../../../../src/report/editions/2021';
import { excelFile, printedRows } from '../../files';
import { sampleOf } from '../../noise/shapes';
import { compoundFile, oldBook, type OldCell } from '../old/oldFiles';
import { withMore, withParts, xmlText } from './workbookParts';
import { isRead, readOne } from '../oneFigure';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, false);
const top = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const first = 3;
const person = 'applications.received.person';
const unchanged = (name: string): string => name;

const named = ({ doubts }: Reading): Set<FigureId> => new Set(doubts.flatMap(({ figures }) => figures));
const wrongInSilence = (reading: Reading): FigureId[] =>
  figuresOf(edition2021)
    .map(({ id }) => id)
    .filter((id) => !named(reading).has(id) && (reading.report.figures[id] ?? null) !== sample.truth.get(id));

const plain = excelFile([{ name: '表', rows }]);
const changed = (change: (text: string) => string): Uint8Array =>
  withParts(plain, unchanged, { 'xl/worksheets/sheet1.xml': change });
const address = `D${top + 1}`;
const own = sample.truth.get(person) ?? 0;
const cell = `<c r="${address}"><v>${own}</v></c>`;
const line = new RegExp(`<row r="${top + 1}">.*?</row>`, 'u');

/** The same figure written a second time, by each kind of file, wherever that file can hold it. */
const again: Readonly<Record<string, (value: number) => Uint8Array>> = {
  '.xlsx, in its row': (value) => changed((text) => text.replace(cell, `${cell}<c r="${address}"><v>${value}</v></c>`)),
  '.xlsx, behind its row': (value) =>
    changed((text) =>
      text.replace(line, (whole) => `${whole}<row r="${top + 1}"><c r="${address}"><v>${value}</v></c></row>`),
    ),
  '.xlsx, before all rows': (value) =>
    changed((text) =>
      text.replace('<sheetData>', `<sheetData><row r="${top + 1}"><c r="${address}"><v>${value}</v></c></row>`),
    ),
  '.xlsx, as a text': (value) =>
    changed((text) => text.replace(cell, `${cell}<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`)),
  '.xls': (value) => compoundFile({ Workbook: oldBook([{ name: '表', rows, again: [[top, first, value]] }]) }),
  'XML 2003': (value) => {
    const lines = rows.map((cells, row) => {
      const written = cells.map((content, column) => {
        const type = typeof content === 'number' ? 'Number' : 'String';
        const data = content === '' ? '' : `<Data ss:Type="${type}">${xmlText(String(content))}</Data>`;
        return `<Cell ss:Index="${column + 1}">${data}</Cell>`;
      });
      const more = `<Cell ss:Index="${first + 1}"><Data ss:Type="Number">${value}</Data></Cell>`;
      return `<Row>${written.join('')}${row === top ? more : ''}</Row>`;
    });
    return new TextEncoder().encode(
      `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
    );
  },
};

describe.each(Object.entries(again))('a cell that is written twice in %s', (_, write) => {
  it('is read where both say the same', async () => {
    const reading = await readOne(write(own));
    expect(reading.report.figures[person]).toBe(own);
    expect(reading.doubts).toEqual([]);
  });

  it('is blank where they differ, and a doubt names both', async () => {
    const reading = await readOne(write(own + 9871));
    expect(reading.report.figures[person]).toBeNull();
    expect(reading.report.marks[person]?.state).toBe('unread');
    expect(reading.doubts).toMatchObject([{ kind: 'cellTwice', figures: [person] }]);
    const [doubt] = reading.doubts;
    expect(doubt?.kind === 'cellTwice' && doubt.details.text.split('、').sort()).toEqual(
      [String(own), String(own + 9871)].sort(),
    );
  });
});

describe('a sheet of .xlsx', () => {
  it('whose cells and rows stand in any order is read by their references', async () => {
    const reading = await readOne(
      changed((text) => {
        const lines = [...text.matchAll(/<row r="\d+"[^>]*>.*?<\/row>/gu)].map(([whole]) =>
          whole.replace(/>(<c .*)<\/row>/u, (_, cells: string) => {
            const each = [...cells.matchAll(/<c .*?<\/c>/gu)].map(([one]) => one);
            return `>${each.reverse().join('')}</row>`;
          }),
        );
        return text.replace(/<sheetData>.*<\/sheetData>/u, `<sheetData>${lines.reverse().join('')}</sheetData>`);
      }),
    );
    expect(wrongInSilence(reading)).toEqual([]);
    expect(reading.doubts).toEqual([]);
  });

  it('with any row that stands under the number of another one gives no figure wrong in silence', async () => {
    const numbers = rows.flatMap((row, at) => (at % 2 === 0 && row.some((value) => value !== '') ? [at + 1] : []));
    for (const number of numbers)
      for (const other of [number - 1, number + 1]) {
        const bare = changed((text) =>
          text.replace(new RegExp(`<row r="${number}">(.*?)</row>`, 'u'), (whole) =>
            whole.replace(`<row r="${number}">`, `<row r="${other}">`),
          ),
        );
        const result = await readFile('报表.xlsx', bare);
        const [reading] = result.ok ? result.readings : [];
        if (reading !== undefined) expect([number, other, wrongInSilence(reading)]).toEqual([number, other, []]);
      }
  });

  it('with two rows of one number whose cells have no places gives no figure wrong in silence', async () => {
    const lines = rows.map((row, at) => ({ at, row })).filter(({ at, row }) => at % 2 === 1 && row.length > 1);
    for (const { at } of lines) {
      const bare = changed((text) =>
        text.replaceAll(/<c r="[A-Z]+\d+"/gu, '<c').replace(`<row r="${at + 1}">`, `<row r="${at}">`),
      );
      const result = await readFile('报表.xlsx', bare);
      const [reading] = result.ok ? result.readings : [];
      if (reading !== undefined) expect([at, wrongInSilence(reading)]).toEqual([at, []]);
    }
  });

  it('knows a reference in small letters, and a row without a number', async () => {
    const small = await readOne(
      changed((text) =>
        text
          .replaceAll(/<c r="([A-Z]+\d+)"/gu, (_, reference: string) => `<c r="${reference.toLowerCase()}"`)
          .replaceAll(/<row r="\d+"/gu, '<row r="x"'),
      ),
    );
    expect(wrongInSilence(small)).toEqual([]);
  });

  it('whose title is written twice says so', async () => {
    const reading = await readOne(
      changed((text) => text.replace('<row r="2"', '<row r="1"><c r="A1" t="str"><v>又</v></c></row><row r="2"')),
    );
    expect(reading.doubts.filter(({ kind }) => kind === 'cellTwice')).toMatchObject([
      { figures: [], place: { cell: { row: 0, column: 0 } } },
    ]);
  });
});

describe('a line from corner to corner', () => {
  const borders = '<borders><border/><border diagonalDown="1"><diagonal style="thin"/></border></borders>';
  const styles = `<styleSheet><fonts><font/></fonts>${borders}<cellXfs><xf/><xf borderId="1"/></cellXfs></styleSheet>`;
  const crossed: Readonly<Record<string, (value: number | string) => Uint8Array>> = {
    '.xlsx': (value) => {
      const written = rows.map((cells, at) => (at === top ? cells.with(first, value) : cells));
      const file = withParts(excelFile([{ name: '表', rows: written }]), unchanged, {
        'xl/worksheets/sheet1.xml': (text) => text.replace(`<c r="${address}"`, `<c r="${address}" s="1"`),
      });
      return withMore(file, { 'xl/styles.xml': styles });
    },
    '.xls': (value) => {
      const written = rows.map((cells, at): OldCell[] =>
        at === top
          ? [...cells].map((own, column) => (column === first ? { value, format: 'General', crossed: true } : own))
          : [...cells],
      );
      return compoundFile({ Workbook: oldBook([{ name: '表', rows: written }]) });
    },
    'XML 2003': (value) => {
      const lines = rows.map((cells, row) => {
        const written = cells.map((content, column) => {
          const here = row === top && column === first;
          const shown = here ? value : content;
          const data =
            shown === ''
              ? ''
              : `<Data ss:Type="${typeof shown === 'number' ? 'Number' : 'String'}">${xmlText(String(shown))}</Data>`;
          return `<Cell${here ? ' ss:StyleID="x"' : ''}>${data}</Cell>`;
        });
        return `<Row>${written.join('')}</Row>`;
      });
      return new TextEncoder().encode(
        `<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="x"><Borders><Border ss:Position="DiagonalLeft" ss:LineStyle="Continuous"/></Borders></Style></Styles><Worksheet ss:Name="表"><Table>${lines.join('')}</Table></Worksheet></Workbook>`,
      );
    },
  };

  it.each(Object.entries(crossed))('over a number in %s leaves it blank, and a doubt says so', async (_, write) => {
    for (const value of [57, '57']) {
      const { report, doubts } = await readOne(write(value));
      expect(report.figures[person]).toBeNull();
      expect(doubts).toMatchObject([{ kind: 'cellCrossed', figures: [person], details: { text: '57' } }]);
    }
  });

  it.each(Object.entries(crossed))('over a blank cell in %s changes nothing', (_, write) =>
    isRead(write(''), person, null),
  );
});
