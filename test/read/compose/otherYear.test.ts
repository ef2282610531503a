/** Tables that are said to stand for another year than their report: read as they stand, and never without a word. */
import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/read/read';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { excelFile, printedRows } from '../files';
import { sampleOf } from '../noise/shapes';

const sample = sampleOf(edition2021, 2);
const rows = printedRows(sample, true).map((row) => row.map(String));
const titles = edition2021.sections.map(({ title }) => title);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
type Rows = readonly (readonly string[])[];
const page = (all: Rows): string =>
  all
    .map((row) =>
      row.length < 2 ? `</table><p>${row.join('')}</p><table>` : `<tr><td>${row.join('</td><td>')}</td></tr>`,
    )
    .join('');
const kinds: Readonly<Record<string, (all: Rows) => Uint8Array>> = {
  sheet: (all) => excelFile([{ name: '表', rows: all }]),
  page: (all) => encode(`<html><table>${page(all)}</table></html>`),
  'page, the words within the table': (all) =>
    encode(
      `<html><table>${page(all.map((row) => (row.length === 1 && !titles.includes(row[0] ?? '') ? [...row, ''] : row)))}</table></html>`,
    ),
  text: (all) => encode(all.map((row) => row.join('\t')).join('\n')),
};

/** The tables that are said to be of another year, where these words stand under the title of the section of one. */
async function told(kind: string, section: string, words: readonly string[]): Promise<readonly string[]> {
  const title = titles.find((own) => own.startsWith(section));
  const drawn = rows.flatMap((row): Rows => (row[0] === title ? [row, ...words.map((text) => [text])] : [row]));
  const result = await readFile('年报', kinds[kind]?.(drawn) ?? new Uint8Array());
  const [reading] = result.ok ? result.readings : [];
  if (reading === undefined) throw new Error('not read');
  // Said or not, no figure is lost.
  for (const { id } of figuresOf(edition2021)) expect(reading.report.figures[id]).toBe(sample.truth.get(id));
  return reading.doubts.flatMap(({ kind: own, figures }) =>
    own === 'otherYear'
      ? [...new Set(figures.map((id) => id.split('.')[0] ?? ''))].map((id) => `${id} ${figures.length}`)
      : [],
  );
}

describe.each(Object.keys(kinds))('%s: words over a table', (kind) => {
  const year = sample.year;
  const other = [
    [`${year - 1}年收到和处理政府信息公开申请情况`],
    [`（${year - 1}年度）`],
    [`表1  ${year - 1}年情况`],
    ['二〇二一年度情况'],
    ['上年度数据：'],
    ['去年同期'],
    ['本表为', '上年数'],
    [`${year}年度报告`.slice(0, 6), `${year - 1}年数据`],
  ];
  const own = [
    [`${year}年收到和处理政府信息公开申请情况`],
    [`（${year}年度）`],
    ['本年度数据'],
    [`填报日期：${year + 1}年1月5日`],
    [`统计期：${year - 1}年12月26日至${year}年12月25日`],
    [`与${year - 1}年相比`],
    [`${year - 1}年、${year}年`],
    ['上年结转数见第二项'],
    ['按2019年版格式填报'],
    [`${year - 1}年数据`, `${year}年数据`],
  ];
  it.each(other)('that name another year are told: %s', async (...words) => {
    expect(await told(kind, '二、', words)).toHaveLength(1);
    expect(await told(kind, '三、', words)).toEqual(['applications 175']);
    expect(await told(kind, '四、', words)).toEqual(['review 15']);
  });
  it.each(own)('that name its own, or no other, say nothing: %s', async (...words) => {
    for (const section of ['二、', '三、', '四、']) expect(await told(kind, section, words)).toEqual([]);
  });
});
