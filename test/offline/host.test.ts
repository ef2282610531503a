/** The host of the offline page on its own book. */
import { expect, test } from 'vitest';
import { Book } from '../../src/book/book';
import { createOfflineHost, type OfflineHost } from '../../src/offline/host';
import { reportWorkbook } from '../../src/papers/workbook';
import { readFile } from '../../src/read/read';
import { readRows } from '../../src/read/rows';
import { sheetNames } from '../../src/report/sheet/sheet';
import type { SheetContent } from '../../src/report/sheet/workbook';
import { compareYears, comparisonSheet } from '../../src/write/compare';
import { edition2021, soundReport } from '../taskpane/samples';

function opened(): { book: Book; host: OfflineHost } {
  const book = new Book({ apiWrites: 'joinUndo' });
  const host = createOfflineHost(book, {
    language: 'zh',
    show: () => undefined,
    handOver: () => Promise.resolve('none'),
  });
  return { book, host };
}

const insertSound = (host: OfflineHost, year = 2025) => {
  const report = soundReport(year);
  return host.insert({ edition: edition2021, year, unit: report.unit.name, totals: 'typed', report });
};

test('what the pane wrote last is offered to be taken back, again after its redo, and what was typed since stays', async () => {
  const { book, host } = opened();
  expect(host.snapshot().undo).toBeNull();
  await insertSound(host);
  expect(host.snapshot().undo).toMatchObject({ deed: 'fill', cells: 0, sheet: '2025年报表' });
  const figure = 'applications.received.person';
  const before = host.snapshot().active?.report.figures[figure];
  await host.write(new Map([[figure, 77]]), 'repair');
  const offer = host.snapshot().undo;
  expect(offer).toMatchObject({ deed: 'repair', cells: 1 });
  expect(await host.undo()).toMatchObject({ ok: true });
  expect(host.snapshot().active?.report.figures[figure]).toBe(before);
  expect(host.snapshot().undo).toMatchObject({ deed: 'fill' });
  book.redo();
  expect(host.snapshot().active?.report.figures[figure]).toBe(77);
  expect(host.snapshot().undo?.id).toBeGreaterThan(offer?.id ?? Infinity);
  await host.undo();
  book.redo();
  // What was typed since stays, and the rest is taken back, as a step of its own.
  await host.fillZeros(['disclosure', 'applications', 'review']);
  const cell = host.snapshot().active?.located.cells.get(figure);
  book.type('2025年报表', { row: cell?.row ?? 0, column: cell?.column ?? 0, rowCount: 1, columnCount: 1 }, '5');
  expect(host.snapshot().undo).toMatchObject({ deed: 'repair' });
  expect(await host.undo()).toMatchObject({ ok: true, kept: 1 });
  expect(host.snapshot().active?.report.figures[figure]).toBe(5);
  expect(host.snapshot().undo).toMatchObject({ deed: 'fill' });
  expect(await host.undo()).toMatchObject({ ok: false, reason: 'changedSince' });
  expect(host.snapshot().undo).toBeNull();
});

test('text that was written by the pane is taken back after a figure was typed, and typed text never', async () => {
  const { book, host } = opened();
  await insertSound(host);
  const { overview } = soundReport().narrative;
  await host.writeText('overview', overview, ['只剩一段。']);
  const typeAt = (text: string, row: number): unknown =>
    book.type(sheetNames(2025).text, { row, column: 0, rowCount: 1, columnCount: 1 }, text);
  book.type('2025年报表', { row: 5, column: 6, rowCount: 1, columnCount: 1 }, '3');
  expect(await host.undo()).toMatchObject({ ok: true });
  expect(host.snapshot().active?.report.narrative.overview).toEqual(overview);
  await host.writeText('overview', overview, ['只剩一段。']);
  typeAt('我写的。', 2);
  expect(await host.undo()).toMatchObject({ ok: false, reason: 'textChanged' });
  expect(host.snapshot().active?.report.narrative.overview).toContain('我写的。');
});

test('sheets beside the report go into its file as they are, and are known for what they are when it is read again', async () => {
  const { host } = opened();
  await insertSound(host);
  const list: SheetContent = {
    name: '问题清单',
    widths: [20, 8],
    headerRows: 2,
    rows: [
      ['问题清单', ''],
      ['位置', '差额'],
      ['见台账', 3],
      ['共', { formula: '=SUM(B3:B3)' }],
    ],
    paint: [
      { rule: 'x', range: { row: 2, column: 1, rowCount: 1, columnCount: 1 }, formula: '=B3>0', style: 'broken' },
    ],
  };
  await host.addSheet(list);
  expect(host.more()).toEqual([{ ...list, paint: [{ ...list.paint[0], rule: '' }] }]);
  await host.addSheet(comparisonSheet(compareYears(soundReport(), soundReport(2024)), 'zh'));
  // A list of units and the sheets of a sum would make a sum of the report.
  await host.addSheet({ name: '单位名单', widths: [10], headerRows: 1, rows: [['单位名称'], ['林业局']], paint: [] });
  expect(host.ofCollection()).toEqual(['单位名单']);
  const { report } = host.snapshot().active ?? {};
  const bytes = reportWorkbook({
    edition: edition2021,
    year: 2025,
    unit: report?.unit.name ?? null,
    report: report ?? null,
    totals: 'typed',
    language: 'zh',
    more: host.more(),
  });
  const tables = await readRows('saved.xlsx', bytes);
  expect(tables?.some(({ rows }) => rows[2]?.[0] === '见台账' && rows[2]?.[1] === 3)).toBe(true);
  const read = await readFile('saved.xlsx', bytes);
  expect(read.ok && read.readings).toHaveLength(1);
  const [reading] = read.ok ? read.readings : [];
  expect(reading?.beside).toEqual(['问题清单', '上年对比']);
  // What was left behind is known before the report is saved.
  const other = opened();
  await other.host.insert({
    edition: edition2021,
    year: 2025,
    unit: report?.unit.name ?? null,
    totals: 'typed',
    report: reading?.report ?? null,
    beside: reading?.beside ?? [],
  });
  const { active } = other.host.snapshot();
  expect(active === null ? null : other.host.leftBehind(active)).toEqual(['问题清单', '上年对比']);
});

test('a file with nothing but a report and what Gouji makes with it leaves nothing behind', async () => {
  const report = soundReport();
  const bytes = reportWorkbook({
    edition: edition2021,
    year: 2025,
    unit: report.unit.name,
    report: {
      ...report,
      explanations: [
        {
          rule: 'T2-ID',
          figures: ['applications.total.total'],
          values: { 'applications.total.total': 9 },
          text: '机构改革',
        },
      ],
    },
    totals: 'formulas',
    language: 'zh',
  });
  const read = await readFile('template.xlsx', bytes);
  expect(read.ok && read.readings.map(({ beside }) => beside)).toEqual([undefined]);
});

test('the cells of a sheet are given from its first, and those of none are null', async () => {
  const { host } = opened();
  expect(await host.readSheet?.('单位名单')).toBeNull();
  await host.addSheet({ name: '单位名单', widths: [10], headerRows: 1, rows: [['单位名称'], ['林业局']], paint: [] });
  expect(await host.readSheet?.('单位名单')).toEqual([['单位名称'], ['林业局']]);
});

test('a sheet that is written around what a person wrote there leaves all of that, and nothing else, as it was', async () => {
  const { book, host } = opened();
  const sheet = { name: '收表情况', widths: [20, 10], headerRows: 1, paint: [] };
  await host.addSheet({
    ...sheet,
    rows: [
      ['单位', '情况'],
      ['甲局', '未报'],
      ['乙局', '未报'],
      ['丙局', '未报'],
    ],
  });
  book.type('收表情况', 'C2', '已电话催报');
  book.type('收表情况', 'A6', '截止 1 月 20 日');
  await host.addSheet({
    ...sheet,
    rows: [
      ['单位', '情况'],
      ['甲局', '已读'],
    ],
    around: new Set([5]),
  });
  expect(await host.readSheet?.('收表情况')).toEqual([
    ['单位', '情况', ''],
    ['甲局', '已读', '已电话催报'],
    ['', '', ''],
    ['', '', ''],
    ['', '', ''],
    ['截止 1 月 20 日', '', ''],
  ]);
});

test('a sheet is made anew over its own like, never over what a person wrote beside it', async () => {
  const { book, host } = opened();
  const list = (verdict: string): SheetContent => ({
    name: '校验结果',
    widths: [20, 10],
    headerRows: 1,
    rows: [
      ['等式', '结论'],
      ['一 + 二 = 三 + 四', verdict],
    ],
    paint: [],
  });
  expect(await host.addSheet(list('相等'))).toMatchObject({ ok: true });
  expect(await host.addSheet(list('不相等'))).toMatchObject({ ok: true });
  book.type('校验结果', 'C2', '已请法规科核对');
  expect(await host.addSheet(list('相等'))).toEqual({ ok: false, reason: 'sheetExists', detail: '校验结果' });
  expect(await host.readSheet?.('校验结果')).toEqual([
    ['等式', '结论', ''],
    ['一 + 二 = 三 + 四', '不相等', '已请法规科核对'],
  ]);
});

test('a text that becomes shorter leaves nothing of the longer one, and is undone whole', async () => {
  const { book, host } = opened();
  const report = soundReport();
  await insertSound(host);
  const overview = (): readonly string[] | undefined => host.snapshot().active?.report.narrative.overview;
  expect(overview()).toEqual(report.narrative.overview);
  const result = await host.writeText('overview', report.narrative.overview, ['只剩一段。']);
  expect(result).toMatchObject({ ok: true });
  expect(overview()).toEqual(['只剩一段。']);
  book.undo();
  expect(overview()).toEqual(report.narrative.overview);
});

test('two units of one year stand beside each other, and a sum that was made is updated and taken back', async () => {
  const { book, host } = opened();
  await insertSound(host);
  const sum = { ...soundReport(), unit: { ...soundReport().unit, name: '云溪县人民政府' } };
  const { figures } = sum;
  const request = { edition: edition2021, year: 2025, unit: sum.unit.name, totals: 'typed', report: sum } as const;
  expect(await host.insert(request)).toMatchObject({ ok: false, reason: 'sheetExists' });
  expect(await host.insert({ ...request, number: 2 })).toMatchObject({ ok: true, sheet: '2025年报表（2）' });
  const { active } = host.snapshot();
  expect(active).toMatchObject({ candidate: { sheet: '2025年报表（2）' }, textSheet: '2025年报文字（2）' });
  expect(active?.report).toMatchObject({ figures, narrative: sum.narrative });

  const id = 'review.reconsideration.upheld';
  const before = { edition: '2021', year: 2025, unit: sum.unit.name, figures };
  const after = { ...figures, [id]: 77 };
  const replace = () => host.replaceFigures?.({ sheet: '2025年报表（2）', before, after });
  const now = () => host.snapshot().active?.report.figures[id];
  expect(await replace()).toMatchObject({ ok: true, written: 1 });
  expect(now()).toBe(77);
  expect(await replace()).toMatchObject({ ok: false, reason: 'notAsMade', detail: '1' });
  expect(await host.undo()).toMatchObject({ ok: true });
  expect(now()).toBe(figures[id]);
  expect(book.sheets.map(({ name }) => name)).toContain('2025年报文字（2）');
});
