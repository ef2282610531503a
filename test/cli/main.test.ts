import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io';
import { main } from '../../src/cli/main';
import type { FileRecord } from '../../src/cli/reading/records';
import type { Report } from '../../src/report/report';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { identitiesSql } from '../../src/rules/sums/sql';
import { writeJson } from '../../src/write/json';
import { readParagraphs, readTables } from '../write/docxTables';
import { sampleReport } from '../write/samples';
import { first, openPackage, part } from '../write/xmlTree';
import { readWorkbook } from '../write/xlsxCells';
import { sampleOf, textShapes } from '../read/noise/shapes';
import { memoryIo, type MemoryIo } from './memoryIo';

const right = writeJson(sampleReport());
const broken = (value: number | null): string =>
  writeJson({ ...sampleReport(), figures: { ...sampleReport().figures, 'applications.total.person': value } });

async function run(argv: readonly string[], files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const io = memoryIo(files);
  const exit = await main(argv, io);
  return { exit, io, ...io.printed };
}

const text = (io: MemoryIo, file: string): string => new TextDecoder().decode(io.files.get(file));

const records = (out: string): FileRecord[] => (JSON.parse(out) as { files: FileRecord[] }).files;

describe('gouji read', () => {
  test('prints the report in canonical form, one entry per report, on one line of JSON', async () => {
    const { exit, out } = await run(['read', 'a.json', 'b.json', '--json'], { 'a.json': right, 'b.json': broken(8) });
    expect(exit).toBe(0);
    expect(out.endsWith('\n') && !out.trimEnd().includes('\n')).toBe(true);
    expect(records(out).map(({ file, part, error }) => ({ file, part, error }))).toEqual([
      { file: 'a.json', part: null, error: null },
      { file: 'b.json', part: null, error: null },
    ]);
    expect(records(out)[0]?.report).toEqual(JSON.parse(right));
    expect(Object.keys(records(out)[0] ?? {})).toEqual(['file', 'part', 'report', 'doubts', 'findings', 'error']);
  });

  test('a file that is not there or not a report is one entry with a sentence, and exit 2', async () => {
    const { exit, out } = await run(['read', 'none.json', 'x.txt', 'a.json', '--json'], {
      'a.json': right,
      'x.txt': '今天天气很好。',
    });
    expect(exit).toBe(2);
    expect(records(out).map(({ report, error }) => [report === null, error === null])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ]);
  });

  test('people read unit, year, edition and counts, in either language', async () => {
    const zh = await run(['read', 'a.json'], { 'a.json': right });
    expect(zh.out).toContain('云溪县林业局2025年政府信息公开工作年度报告');
    expect(zh.out).toContain('读到 200 个数中的 200 个');
    const en = await run(['read', 'a.json', '--lang', 'en'], { 'a.json': right });
    expect(en.out).toContain('200 of 200 figures read');
  });
});

describe('gouji check', () => {
  test('a right report has no fault: exit 0', async () => {
    const { exit, out } = await run(['check', 'a.json', '--json'], { 'a.json': right });
    expect(records(out)[0]?.findings.filter(({ level }) => level === 'fault')).toEqual([]);
    expect(exit).toBe(0);
  });

  test('a wrong total is a fault with both sides: exit 1', async () => {
    const total = sampleReport().figures['applications.total.person'] ?? 0;
    const { exit, out } = await run(['check', 'a.json', '--json'], { 'a.json': broken(total + 1) });
    expect(exit).toBe(1);
    const finding = records(out)[0]?.findings.find(({ rule }) => rule === 'T2-ID');
    expect(finding).toMatchObject({ level: 'fault', left: total + 3, right: total + 4, difference: 1 });
    expect(finding?.sides?.left.map(({ figure, year }) => [figure, year])).toEqual([
      ['applications.received.person', 2025],
      ['applications.carriedIn.person', 2025],
    ]);
    expect(Object.keys(finding ?? {})).toEqual([
      'rule',
      'level',
      'figures',
      'sides',
      'left',
      'right',
      'difference',
      'place',
      'message',
      'repairs',
      'elsewhere',
    ]);
    expect(finding?.message).toContain('自然人');
  });

  test('an unreadable file outweighs a fault: exit 2', async () => {
    expect((await run(['check', 'a.json', 'none.json'], { 'a.json': broken(99) })).exit).toBe(2);
  });

  test('last year’s report that cannot be read is told: exit 2', async () => {
    const { exit, error } = await run(['check', 'a.json', '--previous', 'none.json'], { 'a.json': right });
    expect(exit).toBe(2);
    expect(error).toContain('none.json');
  });

  test('a report of another unit is not taken for last year’s', async () => {
    const other: Report = { ...sampleReport(), year: 2024, unit: { ...sampleReport().unit, name: '青石镇人民政府' } };
    const { error } = await run(['check', 'a.json', '--previous', 'b.json'], {
      'a.json': right,
      'b.json': writeJson(other),
    });
    expect(error).toContain('未作跨年校验');
  });
});

describe('gouji word', () => {
  test('writes a document with the tables and texts of the report, and says so', async () => {
    const { exit, io, out } = await run(['word', 'a.json', '-o', 'a.docx', '--sign', '--date', '2026-01-20'], {
      'a.json': right,
    });
    expect(exit).toBe(0);
    expect(out).toContain('a.docx');
    const body = first(part(openPackage(io.files.get('a.docx') ?? new Uint8Array()), 'word/document.xml'), 'w:body');
    expect(readTables(body)).toHaveLength(3);
    expect(readParagraphs(body).at(-1)?.text).toBe('2026年1月20日');
  });

  test('faults and blanks do not forbid it but are said', async () => {
    const { exit, error } = await run(['word', 'a.json', '-o', 'a.docx'], { 'a.json': broken(null) });
    expect(exit).toBe(0);
    expect(error).toContain('1 个数未填');
  });

  test('text that no file can hold is refused with its place: exit 2, nothing written', async () => {
    const bad = writeJson({ ...sampleReport(), narrative: { overview: ['铃\u0007'], problems: [], other: [] } });
    const { exit, io, error } = await run(['word', 'a.json', '-o', 'a.docx'], { 'a.json': bad });
    expect([exit, io.files.has('a.docx')]).toEqual([2, false]);
    expect(error).toContain('“一、总体情况”第 1 段');
  });
});

describe('last year in what is written', () => {
  const lastYear = writeJson({ ...sampleReport(), year: 2024 });

  test('word adds the annex, html the shades of the charts', async () => {
    const word = await run(['word', 'a.json', '-o', 'a.docx', '--previous', 'b.json'], {
      'a.json': right,
      'b.json': lastYear,
    });
    const body = first(
      part(openPackage(word.io.files.get('a.docx') ?? new Uint8Array()), 'word/document.xml'),
      'w:body',
    );
    expect(readTables(body)).toHaveLength(4);
    const html = await run(['html', 'a.json', '-o', 'a.html', '--charts', '--previous', 'b.json'], {
      'a.json': right,
      'b.json': lastYear,
    });
    expect(text(html.io, 'a.html')).toContain('2024年');
  });

  test('a file without that report is refused, nothing written', async () => {
    const { exit, io } = await run(['word', 'a.json', '-o', 'a.docx', '--previous', 'b.json'], {
      'a.json': right,
      'b.json': right,
    });
    expect([exit, io.files.has('a.docx')]).toEqual([2, false]);
  });
});

describe('--blank-zero', () => {
  const id = 'applications.received.research';
  const blank = writeJson({ ...sampleReport(), figures: { ...sampleReport().figures, [id]: null } });

  test('takes blank cells as 0 and says which; without it they stay blank and are counted', async () => {
    const without = await run(['read', 'a.json'], { 'a.json': blank });
    expect(without.out).toContain('原文空白 1 格；如空白表示 0，可加 --blank-zero');
    expect(without.out).toContain('读到 200 个数中的 199 个');
    const zh = await run(['read', 'a.json', '--blank-zero'], { 'a.json': blank });
    expect(zh.out).toContain('原文空白的 1 格按您的选择记为 0：一、本年新收政府信息公开申请数量“科研机构”');
    expect(zh.out).toContain('读到 200 个数中的 199 个');
    const json = await run(['read', 'a.json', '--blank-zero', '--json'], { 'a.json': blank });
    expect(records(json.out)[0]).toMatchObject({
      report: { figures: { [id]: 0 }, marks: { [id]: { state: 'printedAsNone', source: '空白' } } },
      doubts: [{ kind: 'blanksAsZero', figures: [id] }],
    });
  });

  test('are not those that were not read, by a mark or by a doubt', async () => {
    const report = sampleReport();
    report.figures[id] = null;
    report.marks[id] = { state: 'unread', source: '第 3 行' };
    const { out } = await run(['check', 'a.json'], { 'a.json': writeJson(report) });
    expect(out).toContain('请对照原件填写');
    expect(out).not.toContain('没有发生的，请填 0');
    // A source without its third table: nobody read it, and nobody says that it is 0.
    const text = textShapes['tab-separated']?.write(sampleOf(edition2021, 4)).replace(/四、[^]*?五、/u, '五、') ?? '';
    const { out: ofText } = await run(['check', 'a.txt'], { 'a.txt': text });
    expect(ofText).toContain('未读出');
    expect(ofText).not.toContain('请填 0');
  });

  test('counts in a check, and is no option of the commands that write', async () => {
    const rules = async (...more: string[]): Promise<string[]> => {
      const { out } = await run(['check', 'a.json', '--json', ...more], { 'a.json': blank });
      return records(out).flatMap(({ findings }) => findings.map(({ rule }) => rule));
    };
    expect(await rules()).toContain('EMPTY');
    expect(await rules('--blank-zero')).not.toContain('EMPTY');
    expect((await run(['word', 'a.json', '-o', 'a.docx', '--blank-zero'], { 'a.json': blank })).exit).toBe(3);
  });
});

describe('usage', () => {
  test.each([
    [[]],
    [['fly']],
    [['read']],
    [['check', '--nonsense', 'a.json']],
    [['read', 'a.json', '--lang', 'fr']],
    [['read', 'a.json', '-o', 'b.json']],
    [['word', 'a.json']],
    [['word', 'a.json', '-o', 'a.json']],
    [['word', 'a.json', 'a.json', '-o', 'b.docx']],
    [['word', 'a.json', '-o', 'b.docx', '--date', '2026-02-30']],
    [['word', 'a.json', '-o', 'missing/b.docx']],
    [['check', 'a.json', '--previous']],
    [['toString', 'a.json']],
  ])('%j is refused with a sentence: exit 3', async (argv) => {
    const { exit, out, error } = await run(argv, { 'a.json': right });
    expect(exit).toBe(3);
    expect(error).not.toBe('');
    expect(out).toBe('');
  });

  test('--help prints the usage in the language asked for: exit 0', async () => {
    expect((await run(['--help'])).out).toContain('用法：');
    expect((await run(['--help', '--lang', 'en'])).out).toContain('Usage:');
    expect((await run(['check', '--help'])).exit).toBe(0);
  });
});

describe('the other forms', () => {
  test('gouji html writes a page, or a fragment', async () => {
    const { io } = await run(['html', 'a.json', '-o', 'a.html'], { 'a.json': right });
    expect(text(io, 'a.html')).toMatch(/^<!DOCTYPE html>/);
    const fragment = await run(['html', 'a.json', '-o', 'a.html', '--fragment'], { 'a.json': right });
    expect(text(fragment.io, 'a.html')).toMatch(/^<section/);
  });

  test('gouji csv writes the figures and their metadata beside them', async () => {
    const { io } = await run(['csv', 'a.json', '-o', 'out/a.csv'], { 'a.json': right });
    expect(JSON.parse(text(io, 'out/a.csv-metadata.json'))).toMatchObject({ url: 'a.csv' });
    expect(text(io, 'out/a.csv').split('\r\n')).toHaveLength(202);
  });

  test('gouji template writes a workbook of the edition of the year', async () => {
    const { exit, io } = await run(['template', '--year', '2020', '--unit', '青石镇人民政府', '-o', 't.xlsx']);
    expect(exit).toBe(0);
    const [tables] = readWorkbook(io.files.get('t.xlsx') ?? new Uint8Array());
    expect([...(tables?.cells.values() ?? [])].map(({ value }) => value)).toContain('政府集中采购');
    expect((await run(['template', '--edition', '1999', '-o', 't.xlsx'])).exit).toBe(3);
  });
});

test('gouji sql prints the query of an edition and nothing else', async () => {
  const { exit, out } = await run(['sql', '--edition', '2019']);
  expect([exit, out]).toEqual([0, `${identitiesSql(edition2019).trimEnd()}\n`]);
  expect((await run(['sql', 'a.json'])).exit).toBe(3);
});

describe('gouji rollup', () => {
  const of = (name: string, year = 2025): string =>
    writeJson({ ...sampleReport(), year, unit: { ...sampleReport().unit, name } });
  const folder = {
    'in/a.json': of('甲局'),
    'in/b.json': of('乙局'),
    'in/c.json': of('丙局', 2024),
    'in/~$d.docx': 'x',
    'in/notes.md': 'x',
  };

  test('adds a folder, says who is not in the sum, and writes JSON', async () => {
    const { exit, io, out } = await run(
      ['rollup', 'in', '--year', '2025', '--unit', '云溪县', '--roster', 'list', '-o', 'in/sum.json'],
      { ...folder, list: '甲局\n乙局\n丁局\n' },
    );
    expect(exit).toBe(0);
    const sum = JSON.parse(text(io, 'in/sum.json')) as Report;
    const id = 'review.reconsideration.total';
    expect(sum.figures[id]).toBe(2 * (sampleReport().figures[id] ?? 0));
    expect(sum.unit.name).toBe('云溪县');
    expect(out).toContain('[年度不符] 丙局');
    expect(out).toContain('[未报] 丁局');
  });

  test('writes a workbook with who is in it and the figures of each unit', async () => {
    const { io } = await run(['rollup', 'in', '--year', '2025', '-o', 'sum.xlsx'], folder);
    const names = readWorkbook(io.files.get('sum.xlsx') ?? new Uint8Array()).map(({ name }) => name);
    expect(names).toEqual(['2025年报表', '2025年报文字', '校验结果', '汇总情况', '数据来源', '数据明细']);
  });

  test('two reports of a unit that differ count neither, say how they differ and whose turn it is: exit 1; the same twice: exit 0', async () => {
    const other = sampleReport();
    const id = 'review.reconsideration.upheld';
    const changed = { ...other, unit: { ...other.unit, name: '甲局' }, figures: { ...other.figures, [id]: 77 } };
    const argv = ['rollup', 'in', '--year', '2025', '-o', 'sum.json'];
    const twice = await run(argv, { 'in/a.json': of('甲局'), 'in/b.json': writeJson(changed) });
    expect(twice.exit).toBe(1);
    expect(twice.out).toContain('汇总 0 份报告');
    expect(twice.out).toContain('in/a.json（未计入） 与“in/b.json”有 1 个数不同，都没有计入，请确定以哪一份为准');
    const same = await run(argv, { 'in/a.json': of('甲局'), 'in/b.json': of('甲局') });
    expect([same.exit, same.out]).toEqual([0, expect.stringContaining('in/b.json（未计入） 与“in/a.json”各数相同')]);
  });

  test('a report without a name may be in the sum twice, as an earlier sum among the files: told, and exit 1', async () => {
    const { unit: named, figures: own } = sampleReport();
    const figures = { ...own, 'review.reconsideration.upheld': 77 };
    const nobody = writeJson({ ...sampleReport(), unit: { ...named, name: null }, figures });
    const argv = ['rollup', 'in', '-o', 'sum.json'];
    const { exit, out } = await run(argv, { 'in/a.json': of('甲局'), 'in/上次汇总.json': nobody });
    expect([exit, out]).toEqual([
      1,
      expect.stringMatching(/\[没有单位名称\] in\/上次汇总\.json（已计入） 不知道是哪个单位的，暂按一份计入/u),
    ]);
  });

  test('a report without a year may be of this one: told, not added, and exit 1', async () => {
    const { year: _, ...rest } = sampleReport();
    const timeless = writeJson({ ...rest, year: null, unit: { ...rest.unit, name: '乙局' } });
    const { exit, out } = await run(['rollup', 'in', '-o', 'sum.json'], {
      'in/a.json': of('甲局'),
      'in/b.json': timeless,
    });
    expect([exit, out]).toEqual([1, expect.stringMatching(/\[年度不符\] 乙局 in\/b\.json（未计入） 没有读到年度/u)]);
  });

  test('names that no workbook can hold stop no sum: they stand there without what it cannot', async () => {
    const odd = writeJson({ ...sampleReport(), unit: { ...sampleReport().unit, name: '甲\u0001局' } });
    const { exit, io } = await run(['rollup', 'in', '-o', 'sum.xlsx'], { 'in/a\u0002.json': odd });
    expect(exit).toBe(0);
    const sources = readWorkbook(io.files.get('sum.xlsx') ?? new Uint8Array()).find(({ name }) => name === '数据来源');
    expect(JSON.stringify(sources)).toContain('"甲局"');
    expect(JSON.stringify(sources)).toContain('in/a.json');
  });

  test('beside what was published: the same exit 0, another exit 1, another year exit 3', async () => {
    const argv = ['rollup', 'in', '--year', '2025', '--published', 'p.json', '-o', 'sum.json'];
    const one = { 'in/a.json': of('甲局') };
    const same = await run(argv, { ...one, 'p.json': of('云溪县') });
    expect([same.exit, same.out]).toEqual([0, expect.stringContaining('已有的汇总与本次汇总一致')]);
    const two = await run(argv, { ...one, 'in/b.json': of('乙局'), 'p.json': of('云溪县') });
    expect([two.exit, two.out]).toEqual([1, expect.stringMatching(/各处差异都可由下列单位解释：.局（没有计入）/u)]);
    const old = await run(argv, { ...one, 'p.json': of('云溪县', 2024) });
    expect([old.exit, old.error]).toEqual([3, expect.stringContaining('不是同一年度')]);
    // A name that was mistyped is said before the others are read.
    const none = await run(['rollup', 'none', ...argv.slice(2)], one);
    expect([none.exit, none.error]).toEqual([2, expect.stringMatching(/^p\.json: 找不到这个文件[^\n]*\n$/u)]);
  });

  test('a sum of nothing is no success: of another year exit 1, where nothing was read exit 2', async () => {
    const other = await run(['rollup', 'in', '--year', '2023', '-o', 'sum.json'], folder);
    expect([other.exit, other.out]).toEqual([1, expect.stringContaining('汇总 0 份报告')]);
    const none = await run(['rollup', 'in', '-o', 'sum.json'], { 'in/x.txt': '天气' });
    expect([none.exit, none.error]).toEqual([2, expect.stringContaining('没有读到一份报告')]);
  });

  test('reports of several years are told by year, the few by name', async () => {
    const { exit, error } = await run(['rollup', 'in', '-o', 'sum.json'], folder);
    expect([exit, error]).toEqual([3, expect.stringContaining('  2024 年 1 份：in/c.json\n  2025 年 2 份')]);
  });

  test('a file that cannot be read is told and left out: exit 2; without a year: exit 3', async () => {
    const { exit, io, error } = await run(['rollup', 'in', '--year', '2025', '-o', 'sum.json'], {
      ...folder,
      'in/x.txt': '天气',
    });
    expect([exit, io.files.has('sum.json')]).toEqual([2, true]);
    expect(error).toContain('in/x.txt');
    expect((await run(['rollup', 'in', '-o', 'sum.json'], folder)).exit).toBe(3);
    expect((await run(['rollup', 'in', '--year', '2025', '-o', 'sum.pdf'], folder)).exit).toBe(3);
  });
});

test('no file that a command reads is written over: last year’s report and the list of units neither', async () => {
  const files = { 'a.json': right, 'last.json': right, 'units.txt': '青禾县某局', 'a.csv-metadata.json': right };
  for (const argv of [
    ['word', 'a.json', '--previous', 'last.json', '-o', 'last.json'],
    ['html', 'a.json', '--previous', 'last.json', '-o', 'last.json'],
    ['rollup', 'a.json', '--year', '2025', '--roster', 'units.txt', '-o', 'units.txt'],
    ['csv', 'a.csv-metadata.json', '-o', 'a.csv'],
  ]) {
    const { exit, error } = await run([...argv, '--force'], files);
    expect([argv, exit]).toEqual([argv, 3]);
    expect(error).toContain('输出文件不能与输入文件相同');
  }
});

test('a file that exists is written over only with --force', async () => {
  const files = { 'a.json': right, 'b.docx': '别人的' };
  const without = await run(['word', 'a.json', '-o', 'b.docx'], files);
  expect([without.exit, text(without.io, 'b.docx')]).toEqual([3, '别人的']);
  expect(without.error).toContain('b.docx: 文件已经存在');
  const forced = await run(['word', 'a.json', '-o', 'b.docx', '--force'], files);
  expect([forced.exit, text(forced.io, 'b.docx').slice(0, 2)]).toEqual([0, 'PK']);
});

test.each([
  [['fly', '--json']],
  [['check', '--nonsense', '--json']],
  [['read', '--json']],
  [['word', 'a.json', '--json']],
])('%j prints JSON for wrong usage too: exit 3', async (argv) => {
  const { exit, out, error } = await run(argv, { 'a.json': right });
  const said = JSON.parse(out) as { files: unknown; error: unknown };
  expect([exit, said.files, said.error]).toEqual([3, [], error.trimEnd()]);
});

describe('what a roll-up is given', () => {
  const unit = writeJson({ ...sampleReport(), unit: { ...sampleReport().unit, name: '甲局' } });
  const argv = ['rollup', 'in', '--year', '2025', '--roster', 'list', '-o', 'sum.json'];

  test('a list of units in GB 18030 or UTF-16 is the same list', async () => {
    // 甲局 and 丁局, a line each.
    const gbk = Uint8Array.of(0xbc, 0xd7, 0xbe, 0xd6, 0x0d, 0x0a, 0xb6, 0xa1, 0xbe, 0xd6, 0x0d, 0x0a);
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('甲局\r\n丁局\r\n', 'utf16le')]);
    for (const list of [gbk, utf16, '\ufeff甲局\n丁局']) {
      const { exit, out } = await run(argv, { 'in/a.json': unit, list });
      expect(exit).toBe(0);
      expect(out).toContain('汇总 1 份报告');
      expect(out.match(/\[未报\].*/gu)).toEqual([expect.stringContaining('丁局')]);
      expect(out).not.toContain('名单外');
    }
    const { exit, error } = await run(argv, { 'in/a.json': unit, list: new Uint8Array(64) });
    expect([exit, error]).toEqual([2, expect.stringContaining('list: ')]);
  });

  test('on a terminal it is told how far the reading of a folder is, and the line is taken away; of one file nothing', async () => {
    const told = async (files: readonly string[]) => {
      const lines: string[] = [];
      const io = memoryIo({ 'in/a.json': unit, 'in/b/c.json': unit });
      await main(['check', ...files], { ...io, progress: (text) => lines.push(text) });
      return lines;
    };
    expect(await told(['in'])).toEqual([expect.stringMatching(/^已读 1 个文件：in\/(?:a|b\/c)\.json$/u), '']);
    expect(await told(['in/a.json'])).toEqual([]);
  });

  test('what no program here opens is a failure, what is no report by its name is told: nobody is left out in silence', async () => {
    const { exit, out, error } = await run([...argv, '--force'], {
      'in/a.json': unit,
      'in/丁局.rar': 'Rar!',
      'in/戊局': 'x',
      'in/说明.md': 'x',
      'in/~$a.docx': 'x',
      'in/附件.zip': zipSync({ '己局.jpg': new Uint8Array(1), '庚局.lnk': new Uint8Array(1) }),
      list: '甲局',
    });
    expect(exit).toBe(2);
    for (const file of ['in/丁局.rar', 'in/附件.zip/己局.jpg']) {
      expect(error).toContain(`${file}: 不能读取`);
      expect(out).toContain(`[无法读取] ${file}`);
    }
    for (const told of [error, out])
      expect(told).toMatch(/没有读取的其他文件 3 个.*：in\/戊局、in\/说明\.md、in\/附件\.zip\/庚局\.lnk\n/u);
    expect(out).not.toContain('~$');
  });

  test('a unit of which only a file of another kind came is told of with that file', async () => {
    const { exit, out } = await run([...argv, '--force'], {
      'in/a.json': unit,
      'in/云溪县财政局年报': 'x',
      'in/云溪县教育局年报.docx.tmp': 'x',
      list: '甲局\n云溪县财政局\n云溪县教育局',
    });
    expect(exit).toBe(0);
    expect(out).toContain('[未报] 云溪县财政局 收到过没有读出年报的文件：in/云溪县财政局年报');
    expect(out).toContain('[未报] 云溪县教育局 收到过没有读出年报的文件：in/云溪县教育局年报.docx.tmp');
  });

  test('the list and the form that lie among the reports are none', async () => {
    const { exit, out } = await run(
      ['rollup', 'in', '--year', '2025', '--roster', 'in/单位名单.txt', '-o', 'sum.json'],
      { 'in/a.json': unit, 'in/单位名单.txt': '甲局' },
    );
    expect([exit, out]).toEqual([0, expect.stringContaining('名单上 1 个单位：计入 1，未报 0。')]);
  });

  test('a folder with nothing to read is said: exit 2', async () => {
    const { exit, error } = await run(argv, { 'in/notes.md': 'x', list: '甲局' });
    expect(exit).toBe(2);
    expect(error).toContain('in: 文件夹中没有可以读取的文件');
  });

  test('a folder that may not be read and a ring of links are a line each, and the rest is summed: exit 2', async () => {
    const machine = memoryIo({ 'in/a.json': unit, list: '甲局' });
    const io: Io = {
      ...machine,
      list: async (folder) =>
        folder === 'in'
          ? {
              files: ['in/a.json'],
              unread: [
                { file: 'in/closed', folder: true, code: 'EACCES' },
                { file: 'in/ring.json', folder: false, code: 'ELOOP' },
                { file: 'in/up', folder: true, code: 'LINK' },
                { file: 'in/ring.tmp', folder: false, code: 'ELOOP' },
              ],
            }
          : null,
    };
    expect(await main(argv, io)).toBe(2);
    expect(machine.printed.error.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^in\/closed: 没有读取这个文件夹的权限/u),
      expect.stringMatching(/^in\/ring\.json: 链接绕回自身/u),
      expect.stringMatching(/^in\/up: 这是指向文件夹的链接/u),
    ]);
    expect(machine.printed.out).toContain('汇总 1 份报告');
  });
});

test('nothing that is printed steers a terminal, whatever files and units are called', async () => {
  const steering = '\u001b[31m\u0007\u202e\u009b2K\r';
  const named = JSON.stringify({
    ...sampleReport(),
    unit: { ...sampleReport().unit, name: `云溪县${steering}林业局` },
  });
  for (const argv of [['check'], ['read'], ['check', '--json'], ['letter']]) {
    const file = `a${steering}.json`;
    const { out, error } = await run([argv[0] ?? '', file, ...argv.slice(1)], { [file]: named });
    expect(out.length, argv.join(' ')).toBeGreaterThan(20);
    expect(out + error, argv.join(' ')).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/u);
    if (argv.includes('--json')) expect(records(out)[0]?.file).toBe(file);
  }
});
