import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import type { Report } from '../../../src/report/report';
import type { Finding } from '../../../src/rules/finding';
import { inputOfReport } from '../../../src/rules/input';
import { checkNarrative } from '../../../src/rules/text/narrative';
import { findingMessage } from '../../../src/rules/words/words';
import { filledReport } from '../../filled';
import { reportOf } from './sentences/bodies';
import { about } from './sentences/measure';

/** What is said of a text, line by line, in a report with these figures. */
const foundIn = (report: Report, ...text: string[]): Finding[] =>
  checkNarrative({ ...inputOfReport(edition2021, report), narrative: { overview: text, problems: [], other: [] } });

test('a finding shows the sentence and every figure that it may mean', () => {
  const [found, ...others] = about('office', '总的情况。2025年共收到政府信息公开申请12件。');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    rule: 'N-RECV',
    level: 'explain',
    left: 12,
    right: 1215,
    place: '2025年共收到政府信息公开申请12件。',
    figures: ['applications.received.total', 'applications.carriedIn.total'],
  });
  expect(found === undefined ? '' : findingMessage(found, edition2021, 'zh')).toBe(
    '总体情况写“收到政府信息公开申请12件”，表中第一项“总计”为 1215，第一项“总计”＋第二项“总计”为 1236，均不一致，请核实。',
  );
});

test('rows of a group are told by its name, and sums that come to the same once', () => {
  const messages = (text: string): string[] =>
    about('bureau', text).map((finding) => findingMessage(finding, edition2021, 'zh'));
  expect(messages('收到的信息公开申请中，不予公开8件。')).toEqual([
    '总体情况写“不予公开8件”，表中第三项（三）不予公开各行“总计”之和为 3，不一致，请核实。',
  ]);
  expect(messages('因信息公开被提起行政诉讼9件。')).toEqual([
    '总体情况写“行政诉讼9件”，表中行政诉讼各行“总计”之和为 4，不一致，请核实。',
  ]);
  expect(messages('收到的信息公开申请中，商业企业9件。')).toEqual([
    '总体情况写“商业企业9件”，表中第一项“商业企业”为 4，不一致，请核实。',
  ]);
});

test.each([
  ['（二）依申请公开情况', ['N-RECV']],
  ['2.政府信息依申请公开', ['N-RECV']],
  ['依申请公开办理情况。', ['N-RECV']],
  ['（五）监督保障', []],
  ['依申请公开情况，另见附表', []],
  ['', []],
])('the heading before a paragraph tells what it counts: “%s”', (heading, rules) => {
  const text = [heading, '', '规范各个环节。全年共受理12件，均按期办结。', '全年共受理13件。'];
  const found = foundIn(reportOf('office'), ...text);
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test('what is new is not taken for new and carried in where the sentence tells what was carried in by itself', () => {
  const cases = {
    'applications.received.total': 9,
    'applications.received.person': 8,
    'applications.carriedIn.total': 1,
    'applications.total.total': 9,
    'applications.carriedOut.total': 1,
  };
  const report = filledReport(edition2021, { year: 2025, figures: cases });
  const told = (text: string): string[] =>
    foundIn(report, text).map(({ rule, left, right }) => `${rule} ${left}≠${right}`);
  expect(told('本年新收政府信息公开申请10件，上年结转1件。')).toEqual(['N-RECV 10≠9']);
  expect(told('本年新收政府信息公开申请9件，上年结转1件。')).toEqual([]);
  // There it may be in the number.
  expect(told('本年新收政府信息公开申请10件（含上年结转1件）。')).toEqual([]);
  expect(told('本年新收政府信息公开申请10件，其中上年结转1件。')).toEqual([]);
  expect(told('本年收到政府信息公开申请10件，上年结转1件。')).toEqual([]);
  // Of some of them it is a part.
  expect(told('本年收到政府信息公开申请9件，新收自然人申请8件，上年结转1件。')).toEqual([]);
});

test('what a sentence says of all of a number is compared besides the number itself', () => {
  const cases = {
    'applications.received.total': 9,
    'applications.received.person': 7,
    'applications.total.total': 9,
    'applications.granted.total': 9,
    'review.reconsideration.total': 3,
    'review.reconsideration.upheld': 2,
  };
  const report = filledReport(edition2021, { year: 2025, figures: cases });
  const told = (text: string): string[] =>
    foundIn(report, text).map(({ rule, left, right }) => `${rule} ${left}≠${right}`);
  expect(told('收到政府信息公开申请9件，均为自然人申请。')).toEqual(['N-TYPE 9≠7']);
  expect(told('收到政府信息公开申请7件，均为自然人申请。')).toEqual(['N-RECV 7≠9']);
  expect(told('收到政府信息公开申请9件，均予以公开。')).toEqual([]);
  expect(told('收到政府信息公开申请9件，均不予公开。')).toEqual(['N-GROUP 9≠0']);
  expect(told('发生政府信息公开行政复议3件，均维持。')).toEqual(['N-CASE 3≠2']);
});

test.each([
  ['榆桥县信访局', '榆桥县信访局受理政府信息公开申请35件。', ['N-RECV 35']],
  ['榆桥县信访局', '榆桥县信访局受理信访申请350件。', []],
  ['榆桥县行政审批局', '行政审批局收到信息公开申请37件，予以公开15件，结转下年度4件。', ['N-GROUP 15', 'N-CARRY 4']],
  ['榆桥县行政审批局', '本局受理行政审批申请3500件，办结3400件。', []],
  ['榆桥县人民政府办公室', '县政府办公室代表县政府受理信息公开申请35件。', ['N-RECV 35']],
  ['榆桥县人民政府办公室', '办理县政府本级依申请公开答复35件。', ['N-ANS 35']],
  ['榆桥县人民政府', '县政府本级受理信息公开申请12件。', []],
])('of %s, “%s” says %j', (unit, text, expected) => {
  const found = foundIn(reportOf('bureau', unit), text);
  expect(found.map(({ rule, left }) => `${rule} ${left}`)).toEqual(expected);
});
