/** Papers that go with reports: told of and no work, as long as none of them can be the report that somebody waits for. */
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { collect, needsLook, type Failure } from '../../../src/rollup/collection/collection';
import { leftOut } from '../../../src/rollup/collection/leftOut';
import { rowNote, stateName } from '../../../src/rollup/sheets';
import { sampleReport } from '../../write/samples';
import { listed, receive } from '../receive';

const report = (unit: string, source: string) =>
  receive(source, { ...sampleReport(), unit: { ...sampleReport().unit, name: unit } });

const received = [report('甲局', '收到/甲局/年报.docx'), report('乙局', '收到/乙局.zip/乙局年报.docx')];
const rowsOf = (failures: readonly Failure[], roster: readonly string[] | null = null) =>
  collect({
    edition: edition2021,
    year: sampleReport().year ?? 0,
    unit: null,
    received,
    failures,
    roster: roster === null ? null : listed(roster),
  });
const file = (source: string, holds: Failure['holds'] = 'other'): Failure => ({
  source,
  reason: '没有认出年报。',
  holds,
});
const stateOf = (one: Failure, roster?: readonly string[]) =>
  rowsOf([one], roster).find(({ source }) => source === one.source)?.state;

describe('a file without a report', () => {
  test('is a paper that goes with reports by its name, or as a text in the folder of one unit', () => {
    const papers = [
      '说明.txt',
      '收到/填报说明.docx',
      '收到/甲局/readme.txt',
      '收到/关于报送年报的通知.doc',
      '联系人.xlsx',
    ];
    for (const source of [...papers, '收到/甲局/情况.txt', '收到/乙局.zip/1.txt'])
      expect(stateOf(file(source)), source).toBe('notReport');
  });

  test('stays to be dealt with where it may be a report: by what is in it, by its name, among files of several units', () => {
    for (const source of ['说明.txt', '收到/甲局/情况.txt'])
      expect(stateOf(file(source, null)), source).toBe('unreadable');
    for (const source of ['收到/丙局年报.docx', '丙局.txt', '收到/甲局/丙局.txt', '收到/情况.txt', '收到/甲局/1.docx'])
      expect(stateOf(file(source)), source).toBe('unreadable');
  });

  test('that is called after a unit of which nothing came is never told to be none', () => {
    const note = file('收到/县丙局/说明.txt');
    expect(stateOf(note, ['甲局', '县丙局'])).toBe('unreadable');
    expect(rowsOf([note], ['甲局', '县丙局'])[1]).toMatchObject({ state: 'missing', notRead: [note.source] });
    expect(stateOf(note, ['甲局'])).toBe('notReport');
  });

  test('is told with what it was taken for, and is no work', () => {
    const row = rowsOf([file('说明.txt')]).at(-1);
    if (row === undefined) throw new Error('no row');
    expect(needsLook(row)).toBe(false);
    expect(leftOut(rowsOf([file('说明.txt')])).files).toBe(0);
    expect(stateName(row, edition2021, 'zh')).toBe('不是年报');
    expect(rowNote(row, 'zh')).toContain('附送');
  });
});

describe('pictures alone, as a scan with the seal', () => {
  const scan = (source: string) => file(source, 'pictures');
  const rowOf = (source: string, roster?: readonly string[]) =>
    rowsOf([scan(source)], roster).find((row) => row.source === source);

  test('go with the report of the unit after which they are called, or of the one unit in their folder', () => {
    for (const source of ['收到/甲局/盖章.pdf', '收到/乙局.zip/扫描件.pdf', '收到/甲局/甲局2025年年报.pdf']) {
      const row = rowOf(source);
      expect(row?.state, source).toBe('notReport');
      expect(row && needsLook(row), source).toBe(false);
    }
    const named = rowOf('收到/县甲局年报（盖章）.pdf', ['县甲局', '县乙局']);
    expect(named?.state).toBe('unreadable');
    const row = rowOf('收到/甲局/盖章.pdf');
    expect(row && rowNote(row, 'zh')).toContain('“收到/甲局/年报.docx”已经读取');
    expect(row && rowNote(row, 'en')).toContain('“收到/甲局/年报.docx” of the same unit was read');
  });

  test('of a unit of which no report of the year was read may be the report', () => {
    for (const source of ['收到/丙局/盖章.pdf', '收到/扫描件.pdf', '收到/甲局/县丙局.pdf'])
      expect(rowOf(source, ['甲局', '乙局', '县丙局'])?.state, source).toBe('unreadable');
    const last = received.map((one) => ({ ...one, year: 2024 }));
    const rows = collect({
      edition: edition2021,
      year: sampleReport().year ?? 0,
      unit: null,
      received: last,
      failures: [scan('收到/甲局/盖章.pdf')],
      roster: null,
    });
    expect(rows.at(-1)?.state).toBe('unreadable');
  });
});
