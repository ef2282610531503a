import { describe, expect, test } from 'vitest';
import { makeCounty } from '../../scripts/units/units';
import { main } from '../../src/cli/main';
import type { Report } from '../../src/report/report';
import { writeHtml } from '../../src/write/html/html';
import { writeJson } from '../../src/write/json';
import { writeWord } from '../../src/write/word/word';
import { sampleReport } from '../write/samples';
import { memoryIo } from './memoryIo';

const sample = sampleReport();
const right = writeJson(sample);
const id = 'applications.received.person';
const changed: Report = {
  ...sample,
  figures: { ...sample.figures, [id]: 812, 'applications.carriedIn.person': null },
  narrative: {
    ...sample.narrative,
    overview: [...sample.narrative.overview.map((text) => text.replace('312条', '321条')), '新增的一段。'],
  },
};

async function run(argv: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const io = memoryIo(files);
  const exit = await main(['compare', ...argv], io);
  return { exit, ...io.printed };
}

describe('gouji compare', () => {
  test('the reviewed Word and the page that was published from it are the same: exit 0', async () => {
    const word = writeWord(sample, {
      fonts: 'standard',
      applications: 'portrait',
      blanks: 'blank',
      contact: null,
      signature: null,
      previous: null,
      review: null,
    });
    const page = writeHtml(sample, { blanks: 'blank', contact: null, charts: false, previous: null, signature: null });
    const { exit, out } = await run(['a.docx', 'b.html'], { 'a.docx': word, 'b.html': page });
    expect(out).toContain('两份报告相同');
    expect(exit).toBe(0);
  });

  test('figures by name with both values, blank apart from 0, and paragraphs: exit 1', async () => {
    const { exit, out } = await run(['a.json', 'b.json'], { 'a.json': right, 'b.json': writeJson(changed) });
    expect(exit).toBe(1);
    expect(out).toContain('不同的数 2 个：');
    expect(out).toContain(`一、本年新收政府信息公开申请数量“自然人”：${sample.figures[id]} → 812`);
    expect(out).toContain('二、上年结转政府信息公开申请数量“自然人”：2 → 空白');
    expect(out).toContain('不同的文字 2 段：');
    expect(out).toMatch(/- .*312条.*\n {6}\+ .*321条/u);
    expect(out).toContain('+ 新增的一段。');
    const en = await run(['a.json', 'b.json', '--lang', 'en'], { 'a.json': right, 'b.json': writeJson(changed) });
    expect(en.out).toContain('2 figures that differ:');
    expect(en.out).toContain('2 → blank');
  });

  test('another unit and another year are said before any figure', async () => {
    const other: Report = { ...changed, year: 2024, unit: { ...changed.unit, name: '青石镇人民政府' } };
    const { exit, out } = await run(['a.json', 'b.json'], { 'a.json': right, 'b.json': writeJson(other) });
    expect(exit).toBe(1);
    expect(out).toContain('单位名称不同：云溪县林业局 → 青石镇人民政府');
    expect(out.indexOf('单位名称不同')).toBeLessThan(out.indexOf('年度不同：2025 → 2024'));
    expect(out.indexOf('年度不同')).toBeLessThan(out.indexOf('不同的数'));
  });

  test('what could be read in neither is never called the same', async () => {
    const unread = writeJson({
      ...sample,
      figures: { ...sample.figures, [id]: null },
      marks: { [id]: { state: 'unread', source: '约3' } },
    });
    const { exit, out } = await run(['a.json', 'b.json'], { 'a.json': unread, 'b.json': unread });
    expect(exit).toBe(1);
    expect(out).toContain('两份都没有读出的数 1 个');
    expect(out).not.toContain('两份报告相同');
  });

  test('--json is one object on one line with the same in it', async () => {
    const { exit, out } = await run(['a.json', 'b.json', '--json'], { 'a.json': right, 'b.json': writeJson(changed) });
    expect(exit).toBe(1);
    expect(out.trimEnd()).not.toContain('\n');
    expect(JSON.parse(out)).toMatchObject({
      files: [{ file: 'a.json', unit: '云溪县林业局', year: 2025 }, { file: 'b.json' }],
      same: false,
      unit: null,
      year: null,
      figures: [
        {
          figure: id,
          values: [
            { state: 'number', value: sample.figures[id] },
            { state: 'number', value: 812 },
          ],
        },
        { values: [{ state: 'number', value: 2 }, { state: 'blank' }] },
      ],
      paragraphs: [
        { section: 'overview', change: 'changed' },
        { section: 'overview', change: 'added', texts: [null, '新增的一段。'] },
      ],
      error: null,
    });
  });

  test('a file that cannot be read is exit 2, another number of files than two is exit 3', async () => {
    const unreadable = await run(['a.json', 'none.json'], { 'a.json': right });
    expect([unreadable.exit, unreadable.out]).toEqual([2, '']);
    expect(unreadable.error).toContain('none.json');
    expect((await run(['a.json'], { 'a.json': right })).exit).toBe(3);
    expect((await run(['a.json', 'a.json', 'a.json'], { 'a.json': right })).exit).toBe(3);
    expect((await run(['a.json', 'a.json', '-o', 'x'], { 'a.json': right })).exit).toBe(3);
  });
});

describe('two folders', () => {
  const county = makeCounty(30, 7);
  const files = Object.fromEntries([
    ...county.previous.map(({ name, bytes }) => [`上年/${name}`, bytes] as const),
    ...county.files.filter(({ included }) => included).map(({ name, bytes }) => [`本年/${name}`, bytes] as const),
  ]);
  const copied = county.roster[0]?.name ?? '';

  test('are compared unit by unit, and what stands out is said of the units that it was planted in', async () => {
    const { exit, out } = await run(['上年', '本年'], files);
    expect(exit).toBe(1);
    for (const unit of county.standOut.keys()) expect(out).toContain(unit);
    expect(out).toContain('内容雷同');
    const json = await run(['上年', '本年', '--json'], files);
    const { pairs, outliers } = JSON.parse(json.out) as {
      readonly pairs: readonly { readonly unit: string }[];
      readonly outliers: readonly { readonly units: readonly { readonly unit: string }[] }[];
    };
    expect(pairs.length).toBeGreaterThan(20);
    const known = new Set([...county.standOut.keys(), copied]);
    expect(outliers.flatMap(({ units }) => units).filter(({ unit }) => !known.has(unit))).toEqual([]);
  });

  test('the same report twice is one; a renamed unit is one by the list; another year and what cannot be added are told', async () => {
    const of = (name: string, year: number, edition = '2021') =>
      writeJson({ ...sampleReport(edition), year, unit: { ...sampleReport().unit, name } });
    const small = {
      'a/1.json': of('甲局', 2024),
      'a/2.json': of('乙局', 2024),
      'a/3.json': of('丙局', 2024),
      'b/1.json': of('甲局', 2025),
      'b/又.json': of('甲局', 2025),
      'b/2.json': of('新乙局', 2025),
      'b/3.json': of('丙局', 2024),
      'list.csv': '单位名称,曾用名\n甲局,\n新乙局,乙局\n丙局,\n',
    };
    const plain = await run(['a', 'b'], small);
    expect([plain.exit, plain.out]).toEqual([1, expect.stringContaining('只在前者的单位 1：乙局')]);
    const { exit, out } = await run(['a', 'b', '--roster', 'list.csv'], small);
    expect([exit, out]).toEqual([0, expect.stringContaining('两边都有的单位 3 个，其中 0 个有不同的数')]);
    expect(out).toContain('多数报告不同的（仍作了比较） 1：丙局（2024）');
    expect(out).not.toContain('有几份不同的报告');
    const old = await run(['a', 'b'], { ...small, 'b/1.json': of('甲局', 2025, '2019'), 'b/又.json': '{}' });
    expect(old.out).toMatch(/合计不能比较的栏目.*：.*；因为：甲局\n/u);
    expect(old.out).not.toContain('—');
    const again = await run(['a', 'a2'], { 'a/1.json': of('甲局', 2025), 'a2/1.json': of('甲局', 2025) });
    expect([again.exit, again.out]).toEqual([0, expect.not.stringContaining('上年')]);
    expect((await run(['a/1.json', 'b/1.json', '--roster', 'list.csv'], small)).exit).toBe(3);
  });

  test('a sum among the reports is no unit, and is told: the totals are those of the units', async () => {
    const summed = county.files.filter(({ state }) => state === 'isSum');
    expect(summed).not.toEqual([]);
    const more = summed.flatMap(({ bytes }) =>
      ['上年', '本年'].map((folder) => [`${folder}/汇总.xlsx`, bytes] as const),
    );
    const [whole, without] = [
      await run(['上年', '本年'], { ...files, ...Object.fromEntries(more) }),
      await run(['上年', '本年'], files),
    ];
    expect(whole.out).toContain('本身是汇总、没有比较的 1：云溪县人民政府');
    expect(whole.out.replace(/^.*本身是汇总.*\n/mu, '')).toBe(without.out);
  });

  test('amounts are the same in 元 and in 万元; what was read in neither is never called the same', async () => {
    const amount = 'disclosure.procurement.amount';
    const of = (value: number | null, unit: 'yuan' | 'tenThousandYuan', marks: Report['marks'] = {}) => {
      const sample = sampleReport('2019');
      return writeJson({
        ...sample,
        figures: { ...sample.figures, [amount]: value },
        units: { [amount]: unit },
        marks,
      });
    };
    const same = await run(['a', 'b'], { 'a/1.json': of(25100, 'yuan'), 'b/1.json': of(2.51, 'tenThousandYuan') });
    expect([same.exit, same.out]).toEqual([0, expect.stringContaining('其中 0 个有不同的数')]);
    const unread = of(null, 'yuan', { [amount]: { state: 'unread', source: '2万5' } });
    const open = await run(['a', 'b'], { 'a/1.json': unread, 'b/1.json': unread });
    expect([open.exit, open.out]).toEqual([1, expect.stringContaining('是否相同无法判断的单位 1')]);
  });

  test('that are one and the same differ in nothing: exit 0', async () => {
    expect((await run(['上年', '上年'], files)).exit).toBe(0);
  });
});
