/** The sheet 校验说明 of a workbook that Gouji wrote, read again. */
import { expect, test } from 'vitest';
import { workbookOf } from '../../../src/papers/workbook';
import { readFile } from '../../../src/read/read';
import type { Report } from '../../../src/report/report';
import { soundReport } from '../../taskpane/samples';

async function readBack(bytes: Uint8Array): Promise<Report | null> {
  const result = await readFile('年报.xlsx', bytes);
  return result.ok ? (result.readings[0]?.report ?? null) : null;
}

test('reasons, doubts, remarks and the kind of body come back from a saved workbook: nothing that was typed is lost', async () => {
  const report = soundReport();
  report.unit = { ...report.unit, kind: 'department', level: 'county' };
  report.explanations = [
    {
      rule: 'YEAR',
      figures: ['applications.carriedIn.person'],
      values: { 'applications.carriedIn.person': 1 },
      text: '上年12月31日收到，本年1月办结。',
    },
  ];
  report.figures['review.reconsideration.pending'] = null;
  report.marks = {
    'review.reconsideration.pending': { state: 'unread', source: '原文：2或3' },
    'review.directLitigation.total': { state: 'printedAsNone', source: '/' },
  };
  const read = await readBack(workbookOf(report));
  expect(read).toMatchObject({
    unit: report.unit,
    marks: report.marks,
    explanations: report.explanations,
    figures: report.figures,
  });
});

test('a doubt is gone once its figure was filled in', async () => {
  const report = soundReport();
  report.marks = { 'disclosure.licensing.decisions': { state: 'unread', source: '?' } };
  expect((await readBack(workbookOf(report)))?.marks).toEqual({});
});
