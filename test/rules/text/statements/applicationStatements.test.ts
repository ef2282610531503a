/** How sentences tell the results of applications, their reasons and who applied; and what is told of something else. */
import { expect, test } from 'vitest';
import { edition2021 } from '../../../../src/report/editions/2021';
import { inputOfReport } from '../../../../src/rules/input';
import { checkNarrative } from '../../../../src/rules/text/narrative';
import { reportOf } from '../sentences/bodies';
import { different as found } from '../sentences/measure';

test.each<[reason: string, text: string, ...found: string[]]>([
  ['others, behind their number', '予以公开603件，部分公开52件，5件其他。', 'N-GROUP 5 81'],
  ['others, said to be such', '予以公开603件，部分公开52件，5件为其他。', 'N-GROUP 5 81'],
  ['the only one, decided', '收到申请1件，内容为土地征收，决定予以公开。', 'N-RECV 1 1215', 'N-GROUP 1 603'],
  ['the only one, in brackets', '收到申请1件（内容为土地征收），决定予以公开。', 'N-RECV 1 1215', 'N-GROUP 1 603'],
  ['one, but of something else', '召开会议1次，依法予以公开。'],
  ['one of more', '收到申请5件，受理1件，依法予以公开。', 'N-RECV 5 1215'],
  ['refused', '答复申请1218件，不予公开15条。', 'N-GROUP 15 35'],
  ['information that is not made public', '答复申请1218件，不予公开信息15条。'],
  ['two results together', '无法提供、不予处理5件。'],
  ['one result behind another without a number', '申请中，无法提供不予处理5件。', 'N-GROUP 5 114'],
  ['a reason by another name', '依申请公开中，信息不存在8件。', 'N-GROUP 8 333'],
  ['a reason by another name, beside its own', '依申请公开中，本机关不掌握信息333件，信息不存在8件。'],
  ['a reason by two other names', '依申请公开中，信息不存在8件，文件不存在3件。'],
  ['petitions that came', '受理信访举报投诉申请12件。'],
  ['petitions that came as applications', '受理信访举报投诉类信息公开申请12件。', 'N-GROUP 12 114'],
  ['petitions that were not dealt with', '受理信访举报投诉类申请，不予处理12件。', 'N-GROUP 12 114'],
  ['the reason of all of them', '收到申请2件，系本机关不掌握的信息。', 'N-RECV 2 1215', 'N-GROUP 2 333'],
  ['one reason of each', '收到申请2件，均属于第三方合法权益。', 'N-RECV 2 1215', 'N-GROUP 2 31'],
  [
    'the reason of the only one',
    '收到申请1件，内容为土地征收，经审查属于第三方合法权益。',
    'N-RECV 1 1215',
    'N-GROUP 1 31',
  ],
  ['a citizen by a word that is no label', '收到申请，公民12件。'],
  ['a citizen beside another word for one', '收到申请，公民12件，个人5件。'],
  ['a citizen beside the label itself', '收到申请，公民12件，自然人12件。', 'N-TYPE 12 1212'],
  ['a citizen beside a firm', '收到申请，公民12件，企业5件。', 'N-TYPE 12 1212', 'N-TYPE 5 3'],
  ['a citizen beside a legal person', '收到申请，公民12件，法人5件。', 'N-TYPE 5 3', 'N-TYPE 12 1212'],
  ['a firm beside a legal person', '收到申请，企业12件，法人5件。', 'N-TYPE 5 3', 'N-TYPE 12 3'],
  ['a firm beside the label itself', '收到申请，企业12件，商业企业5件。', 'N-TYPE 5 3'],
  ['a number that is a citizen’s', '收到申请，12件为公民，商业企业5件。', 'N-TYPE 5 3', 'N-TYPE 12 1212'],
])('results, reasons and applicants: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

test.each<[reason: string, text: string, ...found: string[]]>([
  ['the group', '申请办理有序，其他处理49件。', 'N-GROUP 49 104'],
  ['its last row, the other one at length', '逾期不补正的申请共48件，其他处理49件。'],
  ['the group, where the other row has no number', '对补正的申请及时答复，其他处理49件。', 'N-GROUP 49 104'],
  ['the group, by a shorter name', '予以公开934件，部分公开160件，其他104件。'],
  ['its last row, by a shorter name', '予以公开934件，部分公开160件，其他49件。'],
  ['neither, by a shorter name', '予以公开934件，部分公开160件，其他50件。', 'N-GROUP 50 104'],
  ['not held, by another name', '依申请公开中，信息不存在546件。'],
  ['unavailable, by the name of one reason', '依申请公开中，信息不存在613件。'],
  ['neither of them', '依申请公开中，信息不存在547件。', 'N-GROUP 547 546'],
])('a name is that of a group or of one row in it: %s', (_, text, ...expected) => {
  expect(found(text, 'city')).toEqual(expected);
});

test.each<[reason: string, text: string, ...found: string[]]>([
  ['what is added is no sum', '今年新收1215件，加上年结转共办理1236件申请。'],
  ['letters that are contained', '含港澳台来信，上年结转1236件申请。', 'N-CARRY 1236 21'],
  ['cases under way', '收到政府信息公开申请1215件，行政复议11件，尚在按程序办理3件。'],
  ['cases under way, of which no number is told', '收到政府信息公开申请1215件，行政复议工作有序，尚在按程序办理3件。'],
  ['applications under way', '收到政府信息公开申请1215件，尚在按程序办理3件。', 'N-CARRY 3 18'],
])('carried over: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

/** What is found in a report in which a row of applications is 0. */
const withoutRow = (row: string, text: string): string[] => {
  const report = reportOf('office');
  for (const column of ['person', 'total']) report.figures[`applications.${row}.${column}`] = 0;
  const narrative = { overview: [text], problems: [], other: [] };
  return checkNarrative({ ...inputOfReport(edition2021, report), narrative }).map(
    ({ rule, right }) => `${rule} ${right}`,
  );
};

test.each(['下年', '下一年', '下一年度', '次年', '明年均', '下年度也均'])(
  'nothing is carried to the next year, by what stands before: %s',
  (year) => {
    expect(withoutRow('carriedIn', `${year}无结转。`)).toEqual(['N-ZERO 18']);
    expect(withoutRow('carriedOut', `${year}无结转。`)).toEqual([]);
    expect(withoutRow('carriedIn', `${year}工作已有安排，无结转。`)).toEqual([]);
  },
);

test.each(['上年', '上一年', '上年度', '去年'])(
  'nothing was carried from the year before, by what stands before: %s',
  (year) => {
    expect(withoutRow('carriedOut', `${year}无结转。`)).toEqual(['N-ZERO 21']);
    expect(withoutRow('carriedIn', `${year}无结转。`)).toEqual([]);
    expect(withoutRow('carriedOut', `${year}申请较多，无结转。`)).toEqual([]);
  },
);
