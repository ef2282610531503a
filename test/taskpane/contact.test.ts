import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report';
import { contactBefore, unkeptIn } from '../../src/taskpane/export/wordChoices';
import { soundReport } from './samples';

test('how the office is reached comes from last year’s text, unless this year’s says it', () => {
  const [before, now] = [soundReport(2024), soundReport(2025)];
  const contact = '如需了解详情，请与我局办公室联系（联系电话：0000-5550123）。';
  expect(contactBefore(null, now)).toBe('');
  before.narrative.other = ['本年度未收取信息处理费。', '全年接听电话1234567次。'];
  expect(contactBefore(before, now)).toBe('');
  before.narrative.other.push(contact);
  expect(contactBefore(before, now)).toBe(contact);
  now.narrative.other.push(contact);
  expect(contactBefore(before, now)).toBe('');
  expect(contactBefore({ ...before, contact: '电话：0000-5550123' }, now)).toBe('电话：0000-5550123');
});

test('what 单位信息 has already is not offered to be kept, and what was typed beside it loses none of it', () => {
  const signed: Report = {
    ...soundReport(),
    contact: ' 电话：0000-5550123 ',
    closing: { unit: '云溪县人民政府', date: '2026-01-20' },
  };
  for (const report of [soundReport(), signed])
    expect(unkeptIn({ fonts: 'common', telephone: '1' }, report)).toBe(null);
  expect(unkeptIn({ date: '2026-01-21' }, signed)).toEqual({
    unit: signed.unit,
    contact: '电话：0000-5550123',
    closing: { unit: '云溪县人民政府', date: '2026-01-21' },
  });
  expect(unkeptIn({ contact: ' ', signed: false }, signed)).toEqual({ unit: signed.unit });
  // A day without a signature stands nowhere.
  expect(unkeptIn({ date: '2026-01-21' }, soundReport())).toBe(null);
});
