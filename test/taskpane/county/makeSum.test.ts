/** The sum on sheets: what would stop one of them is known before the first is written. */
import { expect, test } from 'vitest';
import type { Host, InsertRequest } from '../../../src/host/host';
import { edition2021 } from '../../../src/report/editions/2021';
import type { SheetContent } from '../../../src/report/sheet/workbook';
import { rosterSheet, rosterSheetName, rosterSheetOn, standingSheet } from '../../../src/rollup/collection/standing';
import { sumSheets } from '../../../src/rollup/sheets';
import { rollUp } from '../../../src/rollup/sum';
import { sumWriter } from '../../../src/taskpane/county/outputs/makeSum';
import { listed, receive } from '../../rollup/receive';
import { sampleReport } from '../../write/samples';

type Rows = readonly (readonly unknown[])[];

/** A workbook that holds these sheets, and notes what is written. */
function workbook(there: Readonly<Record<string, Rows>> = {}) {
  const written: string[] = [];
  const host = {
    readSheet: (name: string) => Promise.resolve(there[name] ?? null),
    replaceFigures: () => Promise.resolve({ ok: true, sheet: '' } as const),
    insert: ({ year }: InsertRequest) => {
      written.push(`${year}`);
      return Promise.resolve({ ok: true, sheet: '' } as const);
    },
  } as unknown as Host;
  return { host, written };
}

function writerOn(host: Host, written: string[], reason: string, more: readonly SheetContent[] = []) {
  const received = [receive('甲局.docx', sampleReport())];
  const decisions = new Map([['甲局.docx', { accept: true, reason }]]);
  const year = sampleReport().year ?? 0;
  const sum = rollUp({ edition: edition2021, year, unit: '云溪县', received, failures: [], roster: null, decisions });
  return sumWriter(host, {
    edition: edition2021,
    report: sum.report,
    beside: () => sumSheets(sum, edition2021, 'zh', []),
    kept: () => Promise.resolve([...more, standingSheet(sum.rows, edition2021, 'zh')]),
    write: (sheets) => {
      written.push(...sheets.map(({ name }) => name));
      return Promise.resolve({ ok: true, sheet: '' } as const);
    },
  });
}

test('a reason that no cell holds stops the sum before its first sheet; one that a cell just holds does not', async () => {
  const { host, written } = workbook();
  expect(await writerOn(host, written, '长'.repeat(32_768)).makeNew()).toMatchObject({ ok: false, reason: 'tooLarge' });
  expect(written).toEqual([]);
  expect((await writerOn(host, written, '已核实').makeNew()).ok).toBe(true);
  expect(written).toEqual(['2025', '汇总情况', '数据来源', '收表情况']);
});

test('a list of units in the office’s own columns is not written over by another list, and stops the sum whole', async () => {
  const own = [
    ['单位名称', '联系人', '电话'],
    ['甲局', '张三', '13800000000'],
  ];
  const { host, written } = workbook({ [rosterSheetName]: own });
  const other = rosterSheetOn(listed(['甲局', '乙局']), own) ?? rosterSheet([]);
  const made = await writerOn(host, written, '', [other]).makeNew();
  expect([made, written]).toEqual([{ ok: false, reason: 'sheetExists', detail: rosterSheetName }, []]);
  expect(rosterSheetOn(listed(['甲局']), own)).toBeNull();
});
