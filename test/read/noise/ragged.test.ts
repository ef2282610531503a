import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { readFile } from '../../../src/read/read';
import type { Reading } from '../../../src/read/reading';
import { readHtml } from '../../../src/read/formats/html';
import { readText } from '../../../src/read/formats/text';
import { delimitedShapes } from './delimited';
import { excelFile, wordPackage } from '../files';
import type { Noise } from './noise';
import { noiseLaw } from './noiseLaw';
import { raggedOperator, showsRows } from './ragged';
import { htmlOf, sampleOf, textShapes, type PrintedTable, type Sample } from './shapes';
import { shapeNames, writerOf } from '../writers';
import { only } from '../only';
import { applicants } from '../../../scripts/samples/reports';

const sample = sampleOf(edition2021, 4);
const columns = [...applicants, 'total'];
const rowIds = (row: string): string[] => columns.map((column) => `applications.${row}.${column}`);
const valuesOf = (reading: Reading, row: string): (number | null)[] =>
  rowIds(row).map((id) => reading.report.figures[id] ?? null);
const doubtOf = (reading: Reading, kind: string) => reading.doubts.find((doubt) => doubt.kind === kind);

/** A report whose row 一 has the given cells. */
function withRow(cells: readonly string[], write: (sample: Sample) => string): string {
  const marked = new Map([...sample.printed].map(([id, text]) => [id, text]));
  rowIds('received').forEach((id, index) => marked.set(id, cells[index] ?? ''));
  return write({ ...sample, printed: marked });
}

const met: [Noise][] = [
  // A row 9.其他 that was added stood for the official 3.其他, its number being in cells of its own before it.
  ...[1005414478, 2147483642].map((seed): [Noise] => [
    { lost: 30, extraRows: 4, extraColumn: false, move: true, cut: 0, foreign: 0, blanks: 0, seed },
  ]),
  // The blank cells of 四 under heads that were cut were lost, and sixteen cells with one blank made its fifteen figures.
  [{ lost: 0, extraRows: 0, extraColumn: false, move: true, cut: 60, foreign: 0, blanks: 10, seed: 627502332 }],
];

describe.each(editions.map((edition) => [edition.id, edition] as const))('rows of edition %s', (_, edition) => {
  it.each(shapeNames.filter(showsRows))(
    'with a cell too many or too few: no figure differs from the truth unless a doubt names it: %s',
    async (shape) => {
      await fc.assert(noiseLaw(edition, shape, raggedOperator), { seed: 2026, numRuns: 20, examples: met });
    },
  );
});

describe('blank cells that a source delimits', () => {
  it.each(Object.entries(delimitedShapes).filter(([, { flat }]) => !flat))('keep their place: %s', (_, { write }) => {
    const printed = new Map([...sample.printed].map(([id, text], index) => [id, index % 3 === 0 ? '' : text]));
    const { report } = only(readText(write({ ...sample, printed })));
    const expected = [...printed].map(([id, text]) => [id, text === '' ? null : Number(text)]);
    expect(Object.fromEntries(expected.map(([id]) => [id, report.figures[String(id)] ?? null]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  it('may leave two numbers of seven in every row', () => {
    const printed = new Map(
      [...sample.printed].map(([id, text]) => [id, /\.(?:person|total)$|^(?:disclosure|review)/u.test(id) ? text : '']),
    );
    const text = delimitedShapes['rows with |, heads in two rows']?.write({ ...sample, printed }) ?? '';
    const reading = only(readText(text));
    expect(valuesOf(reading, 'received')).toEqual(
      rowIds('received').map((id) => (printed.get(id) === '' ? null : Number(printed.get(id)))),
    );
    expect(doubtOf(reading, 'cellCount')).toBeUndefined();
  });
});

describe('a row that is not like the others', () => {
  const page = (cells: readonly string[]): string => {
    const row = cells.map((cell) => `<td><p>${cell}</p></td>`).join('');
    return withRow(['1', '2', '3', '4', '5', '6', '21'], (own) => {
      return htmlOf()(own).replace(
        /(一、本年新收政府信息公开申请数量<\/p><\/td>)(?:<td><p>\d+<\/p><\/td>){7}/u,
        `$1${row}`,
      );
    });
  };
  it.each([
    ['a blank cell before it', ['', '1', '2', '3', '4', '5', '6', '21']],
    ['a number beyond its last column', ['1', '2', '3', '4', '5', '6', '21', '7']],
    ['a cell lost', ['1', '3', '4', '5', '6', '21']],
  ])('on a page is left blank with a doubt: %s', (_, cells) => {
    const reading = only(readHtml(page(cells)));
    expect(valuesOf(reading, 'received')).toEqual([null, null, null, null, null, null, null]);
    expect(doubtOf(reading, 'rowRagged')?.figures).toEqual(rowIds('received'));
    expect(reading.report.marks['applications.received.person']?.state).toBe('unread');
  });
  it('on a page is read as it stands where it has a cell for each column', () => {
    expect(valuesOf(only(readHtml(page(['1', '2', '', '4', '5', '6', '21']))), 'received')).toEqual([
      1,
      2,
      null,
      4,
      5,
      6,
      21,
    ]);
  });

  it('of a sheet that was moved to the right is left blank with a doubt', async () => {
    const rows = (textShapes['tab-separated']?.write(sample) ?? '').split('\n').map((line) => line.split('\t'));
    const at = rows.findIndex(([label]) => label?.startsWith('二、上年结转'));
    const moved = rows.map((row, index) => (index === at ? [...row.slice(0, 3), '', ...row.slice(3)] : row));
    const sheet = moved.map((row) => row.map((cell) => (/^\d+$/u.test(cell) ? Number(cell) : cell)));
    const reading = only(await readFile('a.xlsx', excelFile([{ name: '年报', rows: sheet }])));
    expect(valuesOf(reading, 'carriedIn')).toEqual([null, null, null, null, null, null, null]);
    expect(doubtOf(reading, 'rowRagged')?.figures).toEqual(rowIds('carriedIn'));
  });
});

describe('cells of a Word table that were deleted or merged under tracked changes', () => {
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
  const line = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const read = async (row: string): Promise<Reading> => {
    const heads = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text) => cell(text)).join('');
    const other = ['行政规范性文件', '4', '5', '6'].map((text) => cell(text)).join('');
    const table = `<w:tbl>${[heads, row, other].map((cells) => `<w:tr>${cells}</w:tr>`).join('')}</w:tbl>`;
    const body = [line('云溪县农业农村局2022年政府信息公开工作年度报告'), line('二、主动公开政府信息情况'), table];
    return only(await readFile('a.docx', wordPackage(body.join(''))));
  };
  const figures = ({ report }: Reading): unknown[] =>
    ['issued', 'repealed', 'inForce'].map((column) => report.figures[`disclosure.regulations.${column}`]);

  it('are gone, and what stands behind moves up', async () => {
    const deleted = cell('9', '<w:cellDel w:id="1" w:author="甲"/>');
    const row = cell('规章') + deleted + ['1', '2', '3'].map((text) => cell(text)).join('');
    expect(figures(await read(row))).toEqual([1, 2, 3]);
  });
  it('are there where they were put in', async () => {
    const put = cell('1', '<w:cellIns w:id="1" w:author="甲"/>');
    expect(figures(await read(cell('规章') + put + cell('2') + cell('3')))).toEqual([1, 2, 3]);
  });
});

describe('a cell that stands over several figures', () => {
  const ids = (row: string, columns: readonly string[]): string[] =>
    columns.map((column) => `applications.${row}.${column}`);
  /** The table of applications with one cell made wider or higher, over blank ones. */
  const merged = (columns: number, rows: number, text: string): Sample => ({
    ...sample,
    alter: (table, id) => {
      const top = table.findIndex((row) => row.some((cell) => cell?.text.startsWith('一、本年新收') === true));
      if (id !== 'applications') return table;
      return table.map((row, at) =>
        row.map((cell, column) => {
          const inside = at >= top && at < top + rows && column >= 4 && column < 4 + columns;
          if (!inside) return cell;
          return at === top && column === 4 ? { text, columnSpan: columns, rowSpan: rows } : null;
        }),
      );
    },
  });
  it.each([
    ['beside each other', 2, 1, ids('received', ['enterprise', 'research'])],
    ['below each other', 1, 2, [...ids('received', ['enterprise']), ...ids('carriedIn', ['enterprise'])]],
    ['both', 2, 2, [...ids('received', ['enterprise', 'research']), ...ids('carriedIn', ['enterprise', 'research'])]],
  ])('%s gives none of them, and one doubt names all', async (_, columns, rows, figures) => {
    for (const shape of ['Word file', 'web page']) {
      const { file, write } = writerOf(shape);
      const reading = only(await readFile(file, write(merged(columns, rows, '7'))));
      expect(figures.map((id) => reading.report.figures[id])).toEqual(figures.map(() => null));
      expect(reading.doubts).toMatchObject([{ kind: 'cellShared', details: { text: '7' } }]);
      expect([...(reading.doubts[0]?.figures ?? [])].sort()).toEqual([...figures].sort());
      expect(only(await readFile(file, write(merged(columns, rows, '')))).doubts).toEqual([]);
    }
  });
});

describe('heads of another edition', () => {
  it('over a row of this one give no figure by their place', () => {
    const text = (textShapes['tab-separated']?.write(sample) ?? '').replace(
      '本年制发件数\t本年废止件数\t现行有效件数',
      '本年新制作数量\t本年新公开数量\t对外公开总数量',
    );
    const reading = only(readText(text));
    const ids = ['issued', 'repealed', 'inForce'].map((column) => `disclosure.regulations.${column}`);
    expect(ids.map((id) => reading.report.figures[id])).toEqual([null, null, null]);
    expect(doubtOf(reading, 'headsForeign')?.figures).toEqual(ids);
  });
});

describe('a second row under the header of the strip', () => {
  const review = figuresOf(edition2021).flatMap(({ id, table }) => (table === 'review' ? [id] : []));
  const twice = (rows: (own: PrintedTable[number]) => readonly PrintedTable[number][]): Sample => ({
    ...sample,
    alter: (table, id) => {
      const own = table.at(-1);
      return id === 'review' && own !== undefined ? [...table.slice(0, -1), ...rows(own)] : table;
    },
  });
  const numbered = (own: PrintedTable[number], from: number): PrintedTable[number] =>
    own.map((cell, index) => (cell === null ? null : { ...cell, text: String(from + index) }));
  const shapes = ['Word file', 'web page', 'Excel file', 'tab-separated', 'markdown tables'];
  it.each(shapes)('that numbers its columns is none of figures: %s', async (shape) => {
    const { file, write } = writerOf(shape);
    const reading = only(await readFile(file, write(twice((own) => [numbered(own, 1), own]))));
    expect(review.map((id) => reading.report.figures[id])).toEqual(review.map((id) => sample.truth.get(id)));
    expect(reading.doubts).toEqual([]);
  });
  it.each(shapes)('with other figures leaves them all in doubt: %s', async (shape) => {
    const { file, write } = writerOf(shape);
    const reading = only(await readFile(file, write(twice((own) => [own, numbered(own, 31)]))));
    expect(review.map((id) => reading.report.figures[id])).toEqual(review.map(() => null));
    expect(doubtOf(reading, 'rowTwice')?.figures).toEqual(review);
  });
});

describe.each(editions.map((edition) => [edition.id, edition] as const))('a page of edition %s', (_, edition) => {
  /** Each figure with a number of its own, so that none passes for another. */
  const values = new Map(figuresOf(edition).map(({ id }, index) => [id, 101 + index * 7]));
  const page = htmlOf()({
    ...sampleOf(edition, 4),
    printed: new Map([...values].map(([id, value]) => [id, String(value)])),
  });
  const wrongIn = (html: string): string[] => {
    const result = readHtml(html);
    if (!result.ok) return [];
    const [reading] = result.readings;
    const named = new Set(reading?.doubts.flatMap(({ figures }) => figures));
    return [...values].flatMap(([id, value]) =>
      reading?.report.figures[id] === value || named.has(id) ? [] : [`${id}: ${reading?.report.figures[id]}`],
    );
  };
  it('that lost how far one cell of it reaches, or how far all of a kind do, gives no figure wrong without a doubt', () => {
    const spans = [...page.matchAll(/ (?:col|row)span="\d+"/gu)];
    const cut = spans.map(({ index, 0: span }) => page.slice(0, index) + page.slice(index + span.length));
    const stripped = [/ colspan="\d+"/gu, / rowspan="\d+"/gu, / (?:col|row)span="\d+"/gu].map((kind) =>
      page.replace(kind, ''),
    );
    expect(wrongIn(page)).toEqual([]);
    expect(spans.length).toBeGreaterThan(20);
    expect([...cut, ...stripped].flatMap(wrongIn)).toEqual([]);
  });
});
