/** Columns and rows that somebody added to a table: of last year, with the number of a row, with what is right. */
import { expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import type { FigureId } from '../../../src/report/figures';
import { excelFile, printedRows } from '../files';
import { sampleOf, titleOf } from '../noise/shapes';

const sample = sampleOf(edition2021, 2, (value) => String(value || 6));
const truth = new Map([...sample.truth].map(([id, value]) => [id, value || 6]));
const rows = printedRows(sample, true).map((row) => row.map(String));
const others = printedRows(
  sampleOf(edition2021, 2, (value) => String((value || 6) + 1)),
  true,
).map((row) => row.map(String));
const first = rows.findIndex(([label]) => label === '一、本年新收政府信息公开申请数量');
const person = 'applications.received.person';
type Rows = readonly (readonly string[])[];
/** From its first head to its last row, each row by its place from the first row of figures: heads come before 0. */
const table = (change: (row: readonly string[], at: number) => Rows, of: Rows = rows): Rows =>
  of.flatMap((row, at) => (at < first - 3 || at > first + 24 ? [row] : change(row, at - first)));
const wide = (row: readonly string[]): readonly string[] => [...row, ...Array<string>(16).fill('')].slice(0, 16);

const page = (all: Rows): string =>
  all
    .map((row) =>
      row.length < 2 ? `</table><p>${row.join('')}</p><table>` : `<tr><td>${row.join('</td><td>')}</td></tr>`,
    )
    .join('');
const kinds: Readonly<Record<string, (all: Rows) => Uint8Array>> = {
  sheet: (all) =>
    excelFile([
      { name: '表', rows: all.map((row) => row.map((cell) => (/^-?[\d.]+$/u.test(cell) ? Number(cell) : cell))) },
    ]),
  page: (all) => new TextEncoder().encode(`<html><table>${page(all)}</table></html>`),
  text: (all) => new TextEncoder().encode(all.map((row) => row.join('\t')).join('\n')),
};

/** Figures that are not what is printed for this year, and that no doubt names; and how many are right. */
async function told(file: Uint8Array): Promise<{ readonly wrong: readonly FigureId[]; readonly right: number }> {
  const result = await readFile('年报', file);
  const reading = result.ok ? result.readings.find(({ report }) => report.year === sample.year) : undefined;
  if (reading === undefined) throw new Error('not read');
  const named = new Set(reading.doubts.flatMap(({ figures }) => figures));
  const isRight = (id: FigureId): boolean => reading.report.figures[id] === truth.get(id);
  const ids = [...truth.keys()];
  return { wrong: ids.filter((id) => !isRight(id) && !named.has(id)), right: ids.filter(isRight).length };
}

const heads = -1;
const beside = (row: readonly string[], at: number, head: string, value: string): readonly string[] => [
  ...row,
  at === heads ? head : at > heads ? value : '',
];
const pairs = (ofYears: readonly [string, string], isFirst: boolean): Rows =>
  table((row, at) => {
    const pair = (cell: string): string[] => (at <= heads ? [cell, ''] : isFirst ? [cell, '4'] : ['4', cell]);
    const drawn = [...row.slice(0, 3), ...row.slice(3).flatMap(pair)];
    return at === heads ? [drawn, ['', '', '', ...Array<readonly string[]>(7).fill(ofYears).flat()]] : [drawn];
  });

const lines: Readonly<Record<string, { readonly rows: Rows; readonly right: number }>> = {
  'a column of remarks': { rows: table((row, at) => [beside(row, at, '备注', '无')]), right: 200 },
  'a column of changes': { rows: table((row, at) => [beside(row, at, '较上年增减', '3')]), right: 200 },
  'the numbers of its rows': {
    rows: table((row, at) => [
      [...row.slice(0, 3), at === heads ? '行次' : at > heads ? String(at + 1) : '', ...row.slice(3)],
    ]),
    right: 25,
  },
  'columns of last year behind': { rows: pairs(['本年', '上年'], true), right: 25 },
  'columns of last year before': { rows: pairs(['上年', '本年'], false), right: 25 },
  'rows of last year': {
    rows: table((row, at) => (at < 0 ? [row] : [row, ['', '', '（上年）', ...Array<string>(7).fill('4')]])),
    right: 200,
  },
  'a row of what is right': {
    rows: table((row, at) => (at === 0 ? [row, ['（更正）', '', '', '99', '', '', '', '', '', '']] : [row])),
    right: 199,
  },
  'a number over two rows': {
    rows: table((row, at) => (at === 0 ? [row, ['', '', '', '7', '', '', '', '', '', '']] : [row])),
    right: 193,
  },
  'a number beneath its row': {
    rows: table((row, at) =>
      at === 0 ? [row.with(3, ''), ['', '', '', row[3] ?? '', '', '', '', '', '', '']] : [row],
    ),
    right: 193,
  },
  'figures beneath their label': {
    rows: table((row, at) =>
      at === 0
        ? [
            [...row.slice(0, 3), ...Array<string>(7).fill('')],
            ['', '', '', ...row.slice(3)],
          ]
        : [row],
    ),
    right: 25,
  },
  'a label over two rows': {
    rows: table((row, at) =>
      at === 0
        ? [
            ['一、本年新收政府信息', ...Array<string>(9).fill('')],
            ['公开申请数量', ...row.slice(1)],
          ]
        : [row],
    ),
    right: 193,
  },
  'figures beyond the heads': {
    rows: table((row, at) => [at < 0 ? row : [...row.slice(0, 3), '', ...row.slice(3)]]),
    right: 25,
  },
  'a number between the columns': {
    rows: table((row, at) => {
      const [own = '', next = ''] = at === 0 ? [row[4], ''] : ['', row[4]];
      return [[...row.slice(0, 4), own, next, ...row.slice(5)]];
    }),
    right: 24,
  },
  'columns of last year before those of 二': {
    rows: rows.flatMap((row, at) => {
      const head = rows.findIndex((own) => own[1]?.includes('制发') === true);
      if (at < head || at > head + 2) return [row];
      const drawn = [row[0] ?? '', ...row.slice(1, 4).flatMap((cell) => (at === head ? [cell, ''] : ['4', cell]))];
      return at === head ? [drawn, ['', ...Array<string[]>(3).fill(['上年', '本年']).flat()]] : [drawn];
    }),
    right: 194,
  },
  'the figures of the last table over two rows': {
    rows: rows.flatMap((row, at) =>
      at < rows.length - 2 || row.length === 0
        ? [row]
        : [row.map((cell, column) => (column < 8 ? cell : '')), row.map((cell, column) => (column < 8 ? '' : cell))],
    ),
    right: 185,
  },
  'words under the heads of the last table': {
    rows: rows.map((row, at) => (at === rows.length - 3 ? row.map((cell) => cell || '（件）') : row)),
    right: 185,
  },
  'the table of last year before it': {
    rows: [
      ...rows.slice(0, first - 3),
      ['上年数'],
      ...others.slice(first - 3, first + 25),
      ['本年数'],
      ...rows.slice(first - 3),
    ],
    right: 25,
  },
  'the table twice': {
    rows: [...rows.slice(0, first + 25), [], ...others.slice(first - 4, first + 25), ...rows.slice(first + 25)],
    right: 25,
  },
};

it.each(Object.entries(lines).flatMap(([name, own]) => Object.keys(kinds).map((kind) => [name, kind, own] as const)))(
  '%s, in a %s, make no figure wrong that no doubt names',
  async (_, kind, own) => {
    const { wrong, right } = await told(kinds[kind]?.(own.rows) ?? new Uint8Array());
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThanOrEqual(own.right);
  },
);

it('all tables of last year at the left leave its own to the title', async () => {
  const [title = [], ...own] = rows.map(wide);
  const left = others.slice(1).map(wide);
  const named = left.map((row, at) => [...row, ...(own[at] ?? [])]);
  const caption = [...wide(['上年数']), '本年数'];
  const { wrong } = await told(kinds.sheet?.([title, caption, ...named]) ?? new Uint8Array());
  expect(wrong).toEqual([]);
  expect(title[0]).toBe(titleOf(sample));
  expect(truth.get(person)).not.toBe(4);
});
