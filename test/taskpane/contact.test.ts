import { expect, test } from 'vitest';
import { contactBefore } from '../../src/taskpane/export/wordChoices';
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
