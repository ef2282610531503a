/** `gouji export --form`: the two examples that are shipped, filled in, and forms that nobody can follow. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main';
import { readRows } from '../../src/read/rows';
import { edition2021 } from '../../src/report/editions/2021';
import { figureName, figuresOf } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { writeJson } from '../../src/write/json';
import { encoded } from '../read/formats/kindFiles';
import { hasOoxmlValidator, ooxmlFaults } from '../ooxml';
import { sampleReport } from '../write/samples';
import { memoryIo } from './memoryIo';

const form = (name: string): string =>
  readFileSync(path.resolve(import.meta.dirname, '../../docs/forms', `${name}.json`), 'utf8');

const reportOf = (name: string, change: Report['figures'] = {}): string => {
  const sample = sampleReport('2021');
  return writeJson({ ...sample, unit: { ...sample.unit, name }, figures: { ...sample.figures, ...change } });
};
const reports = {
  '收到/甲.json': reportOf('甲局', { 'disclosure.fees.amount': 26.5507, 'disclosure.licensing.decisions': null }),
  '收到/乙.json': reportOf('乙局', { 'disclosure.fees.amount': 0.1 }),
  '收到/坏.json': '{}',
};

async function run(argv: readonly string[], files: Readonly<Record<string, string | Uint8Array>>) {
  const io = memoryIo(files);
  const exit = await main(['export', ...argv], io);
  return { exit, files: io.files, ...io.printed };
}

describe('gouji export --form', () => {
  test('one unit a row: figures by name and whole tables, in the order of the form', async () => {
    const { files, out, exit } = await run(['收到', '--form', 'f.json', '-o', 'o.xlsx'], {
      ...reports,
      'f.json': form('units'),
    });
    // One file could not be read: what can be filled in is.
    expect([exit, out]).toEqual([2, expect.stringContaining('填入 2 份报告')]);
    const book = files.get('o.xlsx') as Uint8Array;
    const [heads, ...rows] = (await readRows('o.xlsx', book))?.[0]?.rows ?? [];
    expect(heads?.slice(0, 4)).toEqual(['机构名称', '机构类别', '年份', '规章本年制发']);
    const tables = figuresOf(edition2021).filter(({ table }) => table !== 'disclosure');
    expect(heads).toEqual([...(heads ?? []).slice(0, 8), ...tables.map(figureName), '填报状态']);
    expect(rows.map((row) => row[0])).toEqual(['乙局', '甲局']);
    expect(rows.map((row) => row[7])).toEqual([0.1, 26.5507]);
    for (const row of rows) expect(row.at(-1)).toBe('已审核');
    if (hasOoxmlValidator) expect(await ooxmlFaults('form.xlsx', book)).toEqual([]);
  });

  test('one figure a row: codes of the platform, amounts in yuan, a blank as the form wants it', async () => {
    const { files } = await run(['收到', '--form', 'f.json', '-o', 'o.csv'], { ...reports, 'f.json': form('figures') });
    const [head, ...lines] = new TextDecoder().decode(files.get('o.csv')).trim().split('\r\n');
    const { codes } = JSON.parse(form('figures')) as { readonly codes: Readonly<Record<string, string>> };
    expect(head).toBe('年份,单位,指标代码,指标名称,指标值');
    expect(lines).toHaveLength(2 * Object.keys(codes).length);
    expect(
      lines
        .find((line) => line.includes('甲局,A0801'))
        ?.split(',')
        .at(-1),
    ).toBe('265507');
    expect(
      lines
        .find((line) => line.includes('乙局,A0801'))
        ?.split(',')
        .at(-1),
    ).toBe('1000');
    expect(
      lines
        .find((line) => line.includes('甲局,A0501'))
        ?.split(',')
        .at(-1),
    ).toBe('0');
  });

  test('a report that nobody can name is filled in and told, for its unit stands there as its file: exit 1', async () => {
    const sample = sampleReport('2021');
    const nobody = writeJson({ ...sample, unit: { ...sample.unit, name: null } });
    const { exit, out } = await run(['c.json', '--form', 'f.json', '-o', 'o.csv'], {
      'c.json': nobody,
      'f.json': form('units'),
    });
    expect([exit, out]).toEqual([1, expect.stringContaining('[没有单位名称] c.json（已计入） 不知道是哪个单位的')]);
  });

  test('a number that was not read is left blank and told, whatever a blank is in the form: exit 1', async () => {
    const unread = { 'disclosure.licensing.decisions': { state: 'unread', source: '1o' } };
    const report = {
      ...(JSON.parse(reportOf('甲局', { 'disclosure.licensing.decisions': null })) as Report),
      marks: unread,
    };
    const { exit, error, files } = await run(['甲.json', '--form', 'f.json', '-o', 'o.csv'], {
      '甲.json': JSON.stringify(report),
      'f.json': form('figures'),
    });
    expect([exit, error]).toEqual([
      1,
      expect.stringContaining('甲局 行政许可“本年处理决定数量”：原文有数但没有读出，已留空'),
    ]);
    const line = new TextDecoder()
      .decode(files.get('o.csv'))
      .split('\r\n')
      .find((one) => one.includes('A0501'));
    expect(line?.split(',').at(-1)).toBe('');
  });

  test.each(['gb18030', 'utf-16le', 'utf-8'] as const)(
    'a form that was saved in %s is the same form',
    async (encoding) => {
      const { files } = await run(['收到', '--form', 'f.json', '-o', 'o.csv'], {
        ...reports,
        'f.json': encoded(form('units'), encoding),
      });
      expect(new TextDecoder().decode(files.get('o.csv'))).toContain('机构名称,机构类别,年份,规章本年制发');
    },
  );

  test.each([
    ['{', '不是 JSON'],
    [form('units').replace('"机构名称",', '“机构名称”，'), '第 11 行附近写法不对，不是 JSON 文件'],
    [form('units').replace('"已审核"', '"已审核",'), '行附近写法不对，不是 JSON 文件'],
    [
      form('figures').replace('"A0601"', '"A0501"'),
      'codes.disclosure.penalties.decisions: 代码“A0501”已经给了另一个栏目',
    ],
    ['{"format":"gouji-form/1"}', 'rows: 缺这一项'],
    ['[]', '写法不对'],
    [form('units').replace('"amounts"', '"amount"'), '没有“amount”这一项'],
    [form('units').replace('"rows": "units"', '"rows": "unit"'), 'rows: 应为 "units", "figures" 之一'],
    [form('units').replace('"take": "kind"', '"taken": "kind"'), '一列写 "head" 和'],
    [form('units').replace('disclosure.fees.amount', 'disclosure.fee'), '没有“disclosure.fee”这个栏目'],
    [form('units').replace('"figures": "review"', '"figures": "tables"'), '没有“tables”这张表'],
    [form('units').replace('"take": "kind"', '"take": "value"'), '一行一个单位'],
    [form('figures').replace('"take": "code"', '"figure": "disclosure.fees.amount"'), '一行一个数'],
    [form('units').replace('"2021"', '"2099"'), '没有“2099”这个版本'],
  ])('a form that cannot be followed is refused with what is wrong, and nothing is written', async (text, told) => {
    const { exit, error, files } = await run(['收到', '--form', 'f.json', '-o', 'o.csv'], {
      ...reports,
      'f.json': text,
    });
    expect([exit, error]).toEqual([3, expect.stringContaining(told)]);
    expect(files.has('o.csv')).toBe(false);
  });
});
