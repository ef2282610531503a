/** What a place in a sentence speaks of: whose numbers they are, of which time, and how a sentence is read at all. */
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { inputOfReport } from '../../../src/rules/input';
import { inOneGo } from '../../../src/rules/steps';
import { checkNarrative } from '../../../src/rules/text/narrative';
import { sentencesOf } from '../../../src/rules/text/sentences';
import { reportOf } from './sentences/bodies';

/** What is found of paragraphs in the report of a body that is called so, of 1,215 new applications and 21 carried in. */
const found = (unit: string | undefined, ...overview: string[]): string[] =>
  checkNarrative({
    ...inputOfReport(edition2021, reportOf('office', unit)),
    narrative: { overview, problems: [], other: [] },
  }).map(({ rule, left, right }) => `${rule} ${left} ${right}`);

const county = '榆桥县人民政府';
const city = '云岫市人民政府';
const school = '榆桥县教育体育局';
const office = '榆桥县人民政府办公室';

test.each<[reason: string, unit: string, who: string]>([
  ['its own full name', '榆桥县公路管理局', '榆桥县公路管理局'],
  ['its short name', school, '县教体局'],
  ['its short name with what belongs to it', school, '县教体局机关'],
  ['its short name and its own level', school, '县教体局本级'],
  ['its name behind a word of summing up', school, '共县教体局'],
  ['its name behind two words of summing up', school, '累计共县教体局'],
  ['its name behind the year', school, '2025年县教体局'],
  ['its name behind the year, in a word', school, '当年县教体局'],
  ['its name before the year', school, '县教体局在2025年共'],
  ['the body with those underneath', '榆桥县卫生健康局', '县卫生健康局及所属医院'],
  ['the body with those directly underneath', school, '县教体局和直属学校'],
  ['we with those underneath', school, '我局及下属单位'],
  ['schools with the bureau itself', school, '各学校、机关'],
  ['an office by its name', office, '县政府办公室'],
  ['an office for its government', office, '县政府办公室代县政府'],
  ['an office for what its government does itself', office, '县政府本级'],
  ['the government of an office that is called without 人民', '榆桥县政府办公室', '县政府'],
  ['a town by its name', '榆桥县柳溪镇人民政府', '柳溪镇'],
  ['a town by its government', '榆桥县柳溪镇人民政府', '柳溪镇政府'],
  ['what a government and its office do themselves', county, '县本级及县政府办'],
  ['departments with towns', county, '各乡镇和县直部门'],
  ['a city with its counties', city, '市政府和各县区'],
  ['all counties and all departments', city, '各县区各部门'],
  ['so many departments with towns', county, '21个部门和乡镇'],
  ['departments in the middle of a clause', county, '工作中部门'],
  ['the whole province of a province', '青禾省自然资源厅', '全省'],
  ['the whole region of a region', '青禾自治区自然资源厅', '全自治区'],
  ['the whole country of a corps', '青禾生产建设兵团', '全国'],
  ['the whole country of a ministry', '林草部', '全国'],
  ['the whole country of a general administration', '林草总局', '全国'],
  ['what was said of the country before', county, '全国受理来信312件，我县'],
  ['deputies of the whole country', county, '全国人大代表关注，全县'],
  ['the country, and the body itself since', county, '参照全国做法，本单位'],
  ['some bodies, then all of them', county, '21个乡镇受理来信24件，全县共'],
])('the numbers are the body’s own: %s', (_, unit, who) => {
  expect(found(unit, `${who}受理政府信息公开申请12件。`)).toEqual(['N-RECV 12 1215']);
});

test.each<[reason: string, unit: string, who: string]>([
  ['a name of the same kind', '榆桥县公路管理局', '县公共管理局'],
  ['a name that holds a word for “in place of”', '榆桥县建设局', '县代建局'],
  ['a name with one character more than it has', '云岫区市场监督管理局', '市市场监督管理局'],
  ['another one behind the year', school, '全年县公安局'],
  ['towns', county, '乡镇'],
  ['streets of towns', county, '镇街道'],
  ['its characters in another order', school, '县体教局'],
  ['the body with another', school, '县教体局及县公安局'],
  ['those underneath', school, '下属单位'],
  ['schools of a bureau', school, '局属学校'],
  ['each school', school, '各学校'],
  ['schools with a remark in brackets', school, '局属学校（含幼儿园）'],
  ['those underneath, in the clause before', school, '工作有序，所属医院受理来信，'],
  ['the body and others underneath a county, in the clause before', school, '县教体局和县直属学校办理来信，'],
  ['those underneath, at the beginning', school, '下属单位受理来信12件，'],
  ['those underneath, behind the year and us', school, '2025年，我局直属学校受理来信12件，'],
  ['where another one works', school, '县公安局在窗口'],
  ['how another one works', school, '县公安局依法'],
  ['the government of a bureau', school, '县政府'],
  ['the government of a town', '榆桥县柳溪镇人民政府', '县政府'],
  ['another town', '榆桥县柳溪镇人民政府', '桃源镇'],
  ['a commission by its short name', school, '县发改委'],
  ['a commission', school, '县财经委员会'],
  ['a management committee', school, '县管委会'],
  ['a hospital', school, '县医院'],
  ['a company', school, '县城投公司'],
  ['a library', school, '县图书馆'],
  ['departments of a level', county, '县级部门'],
  ['departments by themselves', county, '部门自行'],
  ['towns and streets', county, '镇街'],
  ['what a government does itself', county, '县政府本级'],
  ['departments of a county', county, '县直部门'],
  ['departments that make up a government', county, '县政府组成部门'],
  ['counties of a city', city, '各县区'],
  ['some departments', county, '三个部门'],
  ['one of some departments', county, '县自然资源局等5个部门'],
  ['so many towns', county, '21个乡镇'],
  ['universities of a county', county, '县属3所高校'],
  ['those who answer', county, '以县政府为答复主体'],
  ['a government with its office', county, '县政府（含县政府办公室）'],
  ['a government with its general office', county, '县政府（包括县政府办公厅）'],
  ['what a government does itself, of what belongs to its office', '榆桥县人民政府办公室信息中心', '县政府本级'],
  ['a department of the party', school, '县委宣传部'],
  ['the office of the party', school, '县委办'],
  ['the whole province of a county', county, '全省'],
  ['the whole country, behind the county', county, '在全县推广，全国'],
  ['the whole region of a county', county, '全自治区'],
  ['the whole country of a new district', '榆桥县西部新区管委会', '全国'],
  ['the whole country of what belongs to an administration', '榆桥县农垦总局服务中心', '全国'],
])('the numbers are not the body’s own: %s', (_, unit, who) => {
  expect(found(unit, `${who}受理政府信息公开申请12件。`)).toEqual([]);
});

test.each<[reason: string, unit: string, text: string, ...found: string[]]>([
  ['in the name of a government', county, '以县政府名义制发行政规范性文件5件。'],
  ['documents in the name of its office', county, '以县政府办名义印发的行政规范性文件5件。'],
  ['whoever issues them', county, '以县政府办名义印发行政规范性文件5件。', 'N-FILES 5 6'],
  ['documents in one name, looked through', county, '对以县政府名义发布的文件进行清理，继续有效的行政规范性文件12件。'],
  ['cases against a government are all its cases', county, '以县政府为被申请人的行政复议12件。', 'N-CASE 12 11'],
  [
    'its office in brackets, a number behind',
    county,
    '县政府（含县政府办公室）发文3件，收到政府信息公开申请12件。',
    'N-RECV 12 1215',
  ],
  ['its own level goes on', county, '全县收到政府信息公开申请1215件，县政府本级受理12件，结转下年度5件。'],
  ['its own level, then all', county, '县政府本级受理信件12件，全县结转下年度申请5件。', 'N-CARRY 5 18'],
  [
    'a level that is not its own',
    county,
    '全县收到政府信息公开申请1215件，县级受理12件，结转下年度5件。',
    'N-CARRY 5 18',
  ],
  ['a system of a government', city, '全市自然资源系统收到政府信息公开申请32件，其中局机关5件。', 'N-RECV 32 1215'],
  ['a system of its office', '云岫市人民政府办公室', '全市自然资源系统收到政府信息公开申请32件，其中局机关5件。'],
  ['its own level by a shorter name goes on', county, '全县收到申请1215件，县本级受理12件，结转下年度申请5件。'],
  ['its own level without a number', county, '工作有序，县政府本级负责受理，结转下年度申请5件。', 'N-CARRY 5 18'],
  [
    'its own level, and further on all',
    county,
    '工作有序，县政府本级受理12件，认真办理，全县结转下年度申请5件。',
    'N-CARRY 5 18',
  ],
  [
    'own level, departments, and both',
    county,
    '县政府本级新收来信2件，各部门新收来信4件，合计新收政府信息公开申请6件。',
    'N-RECV 6 1215',
  ],
  [
    'own level without a number, and departments',
    county,
    '县政府本级新收来信，各部门新收政府信息公开申请4件。',
    'N-RECV 4 1215',
  ],
  ['own level in longer units, and departments', county, '县政府本级新收来信2件次，各部门新收政府信息公开申请4件。'],
  ['own level and departments', county, '县政府本级新收来信2件；各部门新收政府信息公开申请4件。'],
  ['own level and departments of each level', county, '县政府本级新收来信2件；各级部门新收政府信息公开申请4件。'],
  ['own level and those underneath', county, '县政府本级新收来信2件，各下属单位新收政府信息公开申请4件。'],
  ['own level in a sentence before', county, '县政府本级新收来信2件。各单位新收政府信息公开申请4件。', 'N-RECV 4 1215'],
  ['letters of those underneath', school, '直属学校来信12件，答复政府信息公开申请11件。', 'N-ANS 11 1218'],
  ['some go on', county, '21个乡镇受理来信24件，政府信息公开申请24件。'],
  ['some, then all', county, '21个乡镇受理来信24件，全县政府信息公开申请24件。', 'N-RECV 24 1215'],
  ['some who do nothing', county, '召集21个部门培训，政府信息公开申请24件。', 'N-RECV 24 1215'],
  ['another body decides', school, '县公安局作出行政处罚5件。'],
  ['another body repeals', school, '县公安局共废止行政规范性文件5件。'],
  ['another body without a verb', school, '县公安局政府信息公开申请12件。'],
])('whose numbers they are: %s', (_, unit, text, ...expected) => {
  expect(found(unit, text)).toEqual(expected);
});

test.each([
  '去年',
  '上一年',
  '前年',
  '同期',
  '历年',
  '机构成立以来',
  '条例施行以来，',
  '三年来',
  '至今',
  '近三年',
  '“十四五”期间',
  '十四五时期',
  '三季度',
  '下半年',
  '每月',
  '每个季度',
  '每周',
  '日均',
  '平均',
  '拟',
  '预计',
  '力争',
  '2024年',
  '2024年5件，',
  '2021年至2025年',
  '2021到2025年',
  '2021—2025年',
  '2021-2025年',
  '2021~2025年',
  '上年收到来信900件，',
  '上一年度我局接收来信900件，',
  '全年工作有序；去年接到来信900件，',
  '工作有序，去年接到来信900件，',
  '上一年受理来信900件，',
  '去年全年共收到来信900件，',
  '前年同期我局收到来信900件，',
  '上年全局共接收来信900件，',
  '上半年来信900件，',
  '两年来来信900件，',
  '去年收到来信900件，为近5年最多，',
])('another time than the year of the report: %s', (time) => {
  expect(found(undefined, `${time}答复政府信息公开申请12件。`)).toEqual([]);
});

test.each([
  '年初以来',
  '本年以来',
  '一年来',
  '今年以来，',
  '年内以来，',
  '一年以来，',
  '全年以来，',
  '本年度以来，',
  '2025年3月以来，',
  '2025年3月1日以来，',
  '较2024年增加3件，',
  '比2024年（31件）下降29%，',
  '较2024年增加3件，比2023年增加5件，',
  '计划生育方面',
  '2件来信将于2026年办理，',
  '上年收到来信900件，本年',
  '上年收到来信900件，2025年',
  '受理来信2件（其中1件为2024年的来信），',
])('the year of the report: %s', (time) => {
  expect(found(undefined, `${time}答复政府信息公开申请12件。`)).toEqual(['N-ANS 12 1218']);
});

test.each<[reason: string, text: string, ...found: string[]]>([
  ['in force, of whichever year', '历年现行有效行政规范性文件12件。', 'N-FILES 12 40'],
  ['planned', '计划制发行政规范性文件5件。'],
  ['to be issued', '拟制发行政规范性文件5件。'],
  ['drafted, which is no plan', '草拟印发行政规范性文件5件。', 'N-FILES 5 6'],
  ['another year in brackets that are open', '收到行政复议2件（其中1件为2024年的申请，政府信息公开申请12件）。'],
  ['carried to the year that follows', '结转2026年的申请12件。', 'N-CARRY 12 18'],
  ['carried to this year', '结转至2025年申请12件。'],
  ['carried from the year before', '结转2024年申请12件。', 'N-CARRY 12 21'],
  ['not done in the year before', '2024年未办结的申请12件。', 'N-CARRY 12 21'],
  ['carried by all, the year before', '2024年全县结转申请12件。', 'N-CARRY 12 21'],
  ['carried by us, the year before', '2024年度我局结转申请12件。', 'N-CARRY 12 21'],
  ['carried by the body, the year before', '2024年本机关结转申请12件。', 'N-CARRY 12 21'],
  ['carried by all, still earlier', '2023年全县结转申请12件。'],
  ['carried by all to the next year, a year ago', '2024年全县结转至下年申请12件。'],
  ['turned to this year', '2024年转至今年申请12件。', 'N-CARRY 12 21'],
  ['turned into this year', '2024年度转入本年度申请12件。', 'N-CARRY 12 21'],
  ['turned to this year, from still earlier', '2023年转至今年申请12件。'],
  ['carried over, the word turned round', '转结下年度申请12件。', 'N-CARRY 12 18'],
  ['grown from a number', '政府信息公开申请由67件增至86件。', 'N-RECV 86 1215'],
  ['grown from a number of last year', '政府信息公开申请从去年的67件增加到86件。', 'N-RECV 86 1215'],
  ['fallen from one named year to another', '政府信息公开申请由2024年的67件下降至2025年的86件。', 'N-RECV 86 1215'],
  ['two that are added', '上年结转4件加本年新收86件申请。', 'N-RECV 86 1215', 'N-CARRY 4 21'],
  ['two that are added, by year', '上年结转4件加上2025年新收86件申请。', 'N-RECV 86 1215', 'N-CARRY 4 21'],
  ['a comparison between', '政府信息公开申请较上年减少3件，为12件。', 'N-RECV 12 1215'],
  ['no difference between', '政府信息公开申请与2024年同期相比持平，共12件。', 'N-RECV 12 1215'],
  ['a share between', '政府信息公开申请比去年增长3.5%，达到12件。', 'N-RECV 12 1215'],
  ['each behind its name', '行政许可和行政处罚数量分别是76件和5件。', 'N-PERM 5 2'],
  ['three behind their names', '行政许可、行政处罚、行政强制分别为76件、5件、6件。', 'N-PERM 5 2', 'N-PERM 6 5'],
  ['more numbers than names', '行政许可、行政处罚分别为76件、5件、6件。'],
  ['as many of each', '行政许可、行政处罚各有5件。', 'N-PERM 5 76', 'N-PERM 5 2'],
  ['as many of each happened', '行政复议、行政诉讼各发生12起。', 'N-CASE 12 11', 'N-CASE 12 8'],
  ['as many of each, of other business', '行政复议、行政诉讼各12件，均不涉及政府信息公开。'],
  ['none, by its name', '行政处罚为零，行政许可为零。', 'N-PERM 0 76', 'N-PERM 0 2'],
  ['spaces in a number', '收到政府信息公开申请 1 2 件。', 'N-RECV 12 1215'],
  ['thousands', '收到政府信息公开申请1,200件。', 'N-RECV 1200 1215'],
  ['thousands, the wide mark', '收到政府信息公开申请1，200件。', 'N-RECV 1200 1215'],
  ['all counties, written with brackets', '各县（市）收到政府信息公开申请12件。'],
  ['narrow marks', '较2024年增加3件,收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['narrow brackets', '受理来信2件(其中1件为2024年的来信)，答复政府信息公开申请12件。', 'N-ANS 12 1218'],
  ['square brackets', '受理来信2件【其中1件为2024年的来信】，答复政府信息公开申请12件。', 'N-ANS 12 1218'],
  ['narrow brackets that hold who answers', '收到政府信息公开申请12件(均由柳溪居委会答复)。'],
  ['a name that lost a character', '依申公开事项12件。', 'N-RECV 12 1215'],
  ['a name that lost another one', '依公开事项12件。', 'N-RECV 12 1215'],
  ['all counties, with a list in brackets', '各县（市、区）收到政府信息公开申请12件。'],
  ['all districts, with counties in brackets', '各区（县）收到政府信息公开申请12件。'],
  ['carried by all, a number before its thing', '2024年全县结转18件申请。', 'N-CARRY 18 21'],
  ['carried to this year, from the one before', '2024年结转至2025年的申请18件。', 'N-CARRY 18 21'],
  ['carried from a year, a number before its thing', '结转2024年18件申请。', 'N-CARRY 18 21'],
  ['turned to this year, in other words', '2024年转至本年申请12件。', 'N-CARRY 12 21'],
  ['grown twice', '政府信息公开申请由67件增至86件，行政复议由5件增至12件。', 'N-RECV 86 1215', 'N-CASE 12 11'],
  [
    'two comparisons between',
    '政府信息公开申请较上年减少3件，为12件，行政复议较上年减少3件，为5件。',
    'N-RECV 12 1215',
    'N-CASE 5 11',
  ],
  [
    'carried by all, twice',
    '2024年全县结转18件申请，2024年全县结转自然人申请18件。',
    'N-TYPE 18 1212',
    'N-CARRY 18 21',
  ],
  ['carried from a year, twice', '结转2024年18件申请，结转2024年自然人申请18件。', 'N-TYPE 18 1212', 'N-CARRY 18 21'],
  ['each behind its name, of two digits', '行政许可、行政处罚分别为76件、15件。', 'N-PERM 15 2'],
  ['each behind its name, one without a unit', '行政许可、行政处罚分别为70、15件。', 'N-PERM 15 2'],
  ['each behind its name, longer units', '行政许可、行政处罚分别为70人次、15件次。', 'N-PERM 15 2'],
  [
    'three behind their names, longer units',
    '行政许可、行政处罚、行政强制分别为76件次、15件次、5件次。',
    'N-PERM 15 2',
  ],
  ['each behind its name, the last one whatever is left', '予以公开、其他分别为603件、5件。', 'N-GROUP 5 81'],
  ['as many of each, of the last one whatever is left', '予以公开、其他各5件。', 'N-GROUP 5 603', 'N-GROUP 5 81'],
  [
    'two that are added, twice',
    '上年结转4件加本年新收86件申请，上年结转21件加上今年新收1215件申请。',
    'N-RECV 86 1215',
    'N-CARRY 4 21',
  ],
  [
    'carried to this year, twice',
    '2024年结转至2025年的申请18件，2024年结转到2025年的自然人申请18件。',
    'N-TYPE 18 1212',
    'N-CARRY 18 21',
  ],
  ['as many of three', '行政许可、行政处罚、行政强制各7件。', 'N-PERM 7 76', 'N-PERM 7 2', 'N-PERM 7 5'],
  ['narrow marks of a list', '甲类20条,乙类30条,乙类占44％。', 'N-PCT 44 60'],
])('read as it is meant: %s', (_, text, ...expected) => {
  expect(found(undefined, text)).toEqual(expected);
});

test.each([
  ['（十二）依申请公开情况', ['N-RECV 12 1215']],
  ['12.依申请公开情况', ['N-RECV 12 1215']],
  ['（二）：依申请公开情况', ['N-RECV 12 1215']],
  ['另见附表：依申请公开情况', []],
])('a paragraph is a heading as a whole: %s', (heading, expected) => {
  expect(found(undefined, heading, '全年共受理12件，均按期办结。')).toEqual(expected);
});

/** A sentence of so many characters that counts nothing. */
const filler = (length: number): string => `${'字'.repeat(length - 1)}。`;
/** How many sentences of a text are not read, and how long the longest is. */
const unread = (text: string): unknown[] =>
  checkNarrative({
    ...inputOfReport(edition2021, reportOf('office')),
    narrative: { overview: [text], problems: [], other: [] },
  }).map(({ rule, level, details, place }) => ({ rule, level, ...details, place }));

test('a sentence of two thousand characters is read, and of a longer one it is said that it is not', () => {
  expect(unread(filler(2000) + filler(1999))).toEqual([]);
  expect(unread(filler(2001) + filler(2003))).toEqual([
    { rule: 'N-LONG', level: 'remark', section: 'overview', count: 2, length: 2003, place: '字'.repeat(60) },
  ]);
});

test('of a text that is too long the shortest sentences are read, as many as sixty thousand characters hold', () => {
  // 50,000 of them are of the short ones, and of the long ones five have room in the rest.
  expect(unread(filler(2001) + filler(2000).repeat(20) + filler(1000).repeat(50))).toMatchObject([
    { count: 16, length: 2001 },
  ]);
  expect(unread(filler(2000).repeat(5) + filler(1000).repeat(50))).toEqual([]);
});

test('no more than four thousand sentences are read', () => {
  expect(unread('字。'.repeat(3990) + '字字。'.repeat(30))).toMatchObject([{ count: 20, length: 3 }]);
});

test('what stands far behind a number, without a mark between, is not looked at', () => {
  const told = (between: number): string[] =>
    found(undefined, `答复政府信息公开申请12件${'字'.repeat(between)}较去年多。`);
  expect(told(20)).toEqual([]);
  expect(told(320)).toEqual(['N-ANS 12 1218']);
});

test('what stands far before a number, without a mark between, is not looked at', () => {
  const told = (between: number): string[] =>
    found(undefined, `2024年${'字'.repeat(between)}答复政府信息公开申请12件。`);
  expect(told(20)).toEqual([]);
  expect(told(320)).toEqual(['N-ANS 12 1218']);
});

test('a paragraph goes on to its end, and no further, with a full stop or without', () => {
  const context = '依申请公开情况，办理有序。';
  for (const end of ['。', '']) {
    expect(found(undefined, `${context}全年共受理12件，均按期办结${end}`)).toEqual(['N-RECV 12 1215']);
    expect(found(undefined, context, `全年共受理12件，均按期办结${end}`)).toEqual([]);
    expect(found(undefined, context.replace('。', end), `全年共受理12件，均按期办结${end}`)).toEqual([]);
  }
});

test('a sentence is told without the blanks around it', () => {
  for (const text of [
    '　收到政府信息公开申请12件。 ',
    ' 收到政府信息公开申请12件。\n\n',
    '　收到政府信息公开申请12件 ',
  ]) {
    expect(unread(text)).toMatchObject([{ rule: 'N-RECV', place: text.trim() }]);
  }
});

test('a text is read sentence by sentence, each with its paragraph up to it', () => {
  const narrative = {
    overview: ['（二）依申请公开情况', '', ' 收到申请12件；办结11件。', '无结转。\n答复规范！ '],
    problems: ['人员不足'],
    other: [],
  };
  const input = { ...inputOfReport(edition2021, reportOf('office')), narrative };
  expect(inOneGo(sentencesOf(input))).toEqual({
    read: [
      ['overview', '（二）依申请公开情况', '（二）依申请公开情况', '', 0],
      ['overview', '收到申请12件；', '依申请公开情况：收到申请12件；', '依申请公开情况：', 2],
      ['overview', '办结11件。', '依申请公开情况：收到申请12件；办结11件。', '依申请公开情况：收到申请12件；', 2],
      ['overview', '无结转。', '无结转。', '', 3],
      ['overview', '答复规范！', '无结转。答复规范！', '', 3],
      ['problems', '人员不足', '人员不足', '', 4],
    ].map(([section, original, before, earlier, paragraph]) => ({
      section,
      original,
      text: original,
      before,
      earlier,
      paragraph,
    })),
    tooLong: null,
  });
});

test('numbers of two paragraphs are no parts of one figure', () => {
  expect(found(undefined, '部分公开50件；部分公开2件。')).toEqual([]);
  expect(found(undefined, '部分公开50件。', '部分公开2件。')).toEqual(['N-GROUP 50 52', 'N-GROUP 2 52']);
});

test('of a long paragraph a sentence is read with the thousand characters before its end', () => {
  const text = `${filler(800)}${filler(800)}收到申请12件。`;
  const input = {
    ...inputOfReport(edition2021, reportOf('office')),
    narrative: { overview: [text], problems: [], other: [] },
  };
  expect(inOneGo(sentencesOf(input)).read.map(({ before }) => before)).toEqual([
    filler(800),
    text.slice(600, 1600),
    text.slice(-1000),
  ]);
});

test('where nobody told of which year a report is, no year is another one', () => {
  const narrative = { overview: ['2024年收到政府信息公开申请12件。'], problems: [], other: [] };
  const input = { ...inputOfReport(edition2021, reportOf('office')), narrative };
  expect(checkNarrative(input)).toEqual([]);
  expect(checkNarrative({ ...input, year: null }).map(({ rule }) => rule)).toEqual(['N-RECV']);
});

test('where nobody told whose report it is, no name is another one’s', () => {
  const input = inputOfReport(edition2021, reportOf('office'));
  const narrative = { overview: ['县公安局收到政府信息公开申请12件。'], problems: [], other: [] };
  expect(checkNarrative({ ...input, narrative })).toEqual([]);
  expect(checkNarrative({ ...input, unit: null, narrative }).map(({ rule }) => rule)).toEqual(['N-RECV']);
});
