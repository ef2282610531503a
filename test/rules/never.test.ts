import { expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf } from '../../src/report/figures';
import { emptyReport } from '../../src/report/report';
import { checkNarrative } from '../../src/rules/narrative';
import { inputOfReport } from '../../src/rules/input';
import { bodies } from './reportSentences';

/** Rules that speak of a text in the report of a county's office with 37 applications, or of one without any figure. */
const spoken = (text: string, body: 'bureau' | 'empty' = 'bureau'): string[] => {
  const report = emptyReport(edition2021, 2025, '榆桥县自然资源局');
  for (const { id } of figuresOf(edition2021)) report.figures[id] = bodies[body][id] ?? 0;
  report.narrative.overview.push(text);
  return checkNarrative(inputOfReport(edition2021, report)).map(({ rule }) => rule);
};

test.each([
  ['a part behind 其中', '其中来局申请12件。'],
  ['a part behind 其中 of something answered', '其中收到申请12件，其中答复申请12件。'],
  ['messages left on the website', '受理网民留言111条，办结111条，办结率100%。'],
  ['the mailbox of a head', '书记信箱、局长信箱收到来信56件，答复56件。'],
  ['the service line 12345', '受理12345热线诉求3021件，按时答复3021件。'],
  ['proposals of deputies', '办理人大代表建议、政协委员提案35件，答复35件。'],
  ['enquiries', '受理群众咨询480件，答复480件。'],
  ['permits that were shown in public', '公示行政许可信息1200条。'],
  ['penalties that were published', '主动公开行政处罚决定120件。'],
  ['both by the rule of two publications', '“双公示”发布行政许可980件、行政处罚35件。'],
  ['last year', '2024年共收到政府信息公开申请900件。'],
  ['the same time a year ago', '上年同期收到政府信息公开申请900件，办结890件。'],
  ['several years', '2021年至2025年共收到政府信息公开申请900件。'],
  ['a count since some year', '自2019年以来累计受理政府信息公开申请5600件。'],
  ['another body', '县公安局收到政府信息公开申请201件，答复198件。'],
  ['the whole province', '全省共收到政府信息公开申请31204件。'],
  ['another county', '青禾县收到政府信息公开申请412件。'],
  ['cases put on record', '全年新收行政复议备案案件134件，行政诉讼备案案件57件。'],
  ['documents put on record', '报送备案行政规范性文件5件。'],
  ['channels, which overlap', '主动公开政府信息306条，其中网站216条、公众号22条、公告栏299条。'],
])('never matched: %s', (_, text) => {
  expect(spoken(text)).toEqual([]);
  expect(spoken(text, 'empty')).toEqual([]);
});

test('matched: several things that are all called none', () => {
  const text = '行政许可、行政处罚、行政强制处理决定数量均为0。';
  expect(spoken(text)).toEqual(['N-ZERO', 'N-ZERO']);
  expect(spoken(text, 'empty')).toEqual([]);
});

test('matched: how the cases ended', () => {
  expect(spoken('行政复议4件，1件结果维持，2件结果纠正，1件尚未审结。')).toEqual([]);
  expect(spoken('行政复议3件，1件结果维持，2件结果纠正。')).toEqual(['N-CASE']);
  expect(spoken('行政复议4件，3件结果维持，2件结果纠正。')).toEqual(['N-CASE']);
});

test.each(['件', '条', '项', '份', '宗', '次', '起'])('matched: applications counted in %s', (unit) => {
  expect(spoken(`全年收到政府信息公开申请37${unit}。`)).toEqual([]);
  expect(spoken(`全年收到政府信息公开申请36${unit}。`)).toEqual(['N-RECV']);
});

test('the number received may be of new applications, or of those with what was carried in', () => {
  expect(spoken('全年收到政府信息公开申请37件。')).toEqual([]);
  expect(spoken('全年收到政府信息公开申请39件。')).toEqual([]);
  expect(spoken('全年收到政府信息公开申请2件。')).toEqual(['N-RECV']);
});

test.each(['一年来，', '2025年，', '2025年以来', '自2025年1月1日以来', '今年以来，', '全年累计', '2025年度累计'])(
  'matched: the year of the report, called “%s”',
  (time) => {
    expect(spoken(`${time}收到政府信息公开申请37件。`)).toEqual([]);
    expect(spoken(`${time}收到政府信息公开申请36件。`)).toEqual(['N-RECV']);
  },
);

test('a report that is filled in without a text says nothing, and a text is silent on figures that are blank', () => {
  const report = emptyReport(edition2021, 2025, '榆桥县自然资源局');
  report.narrative.overview.push('全年收到政府信息公开申请36件，行政复议3件，制发行政规范性文件7件，未作出行政处罚。');
  expect(checkNarrative(inputOfReport(edition2021, report))).toEqual([]);
});
