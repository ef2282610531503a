import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { emptyReport } from '../../../src/report/empty';
import { checkNarrative } from '../../../src/rules/text/narrative';
import { inputOfReport } from '../../../src/rules/input';
import { about } from './sentences/measure';

/** Rules that speak of a text in the report of a county's office with 37 applications, or of one without any figure. */
const spoken = (text: string, body: 'bureau' | 'empty' = 'bureau'): string[] =>
  about(body, text).map(({ rule }) => rule);

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
  ['cases reported for the record', '报备政府信息公开行政复议70件、行政诉讼31件。'],
  ['cases said to be put on record only at the end', '政府信息公开行政复议70件、行政诉讼31件，均已报备。'],
  ['cases after a sentence on their record', '健全案件备案制度。全年行政复议70件，结果维持52件。'],
  ['numbers that are about right', '收到政府信息公开申请近50件，答复约40件，行政处罚逾40件。'],
  ['a part of the year', '上半年收到政府信息公开申请15件，二季度答复11件，月均收到政府信息公开申请3件。'],
  ['a plan', '拟制发行政规范性文件6件，力争行政复议不超过2件。'],
  ['one applicant among them', '同一申请人提出政府信息公开申请16件。'],
  ['what is done for another body', '协助县政府答复政府信息公开申请6件。'],
  ['answers looked over', '抽查不予公开答复12件、部分公开答复8件。'],
  ['secrets kept', '未发生泄露国家秘密、商业秘密、个人隐私的情形。'],
  ['denied are cases of a kind', '没有不当收取行政事业性收费的情况，没有新增行政事业性收费项目。'],
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

test.each([
  ['自然人提出的申请中，予以公开14件、无法提供7件。', '自然人提出的申请中，予以公开13件、无法提供7件。'],
  ['部分公开的4件申请中，自然人3件。', '部分公开的4件申请中，自然人2件。'],
  ['自然人申请33件（含上年结转2件）。', '自然人申请32件（含上年结转2件）。'],
  ['结转下年度的申请中，自然人3件。', '结转下年度的申请中，自然人4件。'],
])('matched: applicants of a row, and rows of an applicant: %s', (right, wrong) => {
  expect(spoken(`政府信息公开申请办理情况。${right}`)).toEqual([]);
  expect(spoken(`政府信息公开申请办理情况。${wrong}`)).not.toEqual([]);
});

test.each([
  ['行政许可、行政处罚分别为612件、45件。', '行政许可、行政处罚分别为612件、54件。'],
  ['新收和上年结转申请分别为37件、2件。', '新收和上年结转申请分别为37件、3件。'],
  ['行政复议、行政诉讼分别为4件和4件。', '行政复议、行政诉讼分别为5件和4件。'],
])('matched: each number behind its own name: %s', (right, wrong) => {
  expect(spoken(right)).toEqual([]);
  expect(spoken(wrong)).not.toEqual([]);
});

test('as many names as numbers, or none of them is told', () => {
  expect(spoken('行政许可、行政处罚、行政强制分别为612件、54件。')).toEqual([]);
});

test('matched: no fees, said with a nought', () => {
  expect(spoken('行政事业性收费为零。')).toEqual(['N-PERM']);
  expect(spoken('行政事业性收费为零。', 'empty')).toEqual([]);
});

test.each(['127.6万元', '127.60万元', '1276000元', '0.01276亿元', '128万元'])('matched: fees of %s', (amount) => {
  expect(spoken(`行政事业性收费共计${amount}。`)).toEqual([]);
  expect(spoken(`行政事业性收费共计${amount.replace('7', '6').replace('8', '9')}。`)).toEqual(['N-PERM']);
});

test.each([
  '没有收取行政事业性收费。',
  '未作出不予公开的决定。',
  '没有因保护第三方合法权益而不予公开的申请。',
  '行政复议案件中，没有被纠正的情形。',
  '行政复议无一例。',
  '没有未经复议直接起诉的案件。',
  '没有商业企业提出政府信息公开申请。',
])('matched: a denial: %s', (text) => {
  expect(spoken(text)).toEqual(['N-ZERO']);
  expect(spoken(text, 'empty')).toEqual([]);
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
