/** Words in a sentence that decide whether a number of it is one of the tables, and of which figure. */
import { expect, test } from 'vitest';
import { about } from './sentences/measure';

/** What is found of a text in a report of 1,215 new applications, 21 carried in and 18 carried out, 603 granted, 52 in part. */
const found = (text: string): string[] =>
  about('office', text).map(({ rule, left, right }) => `${rule} ${left} ${right}`);

test.each<[text: string, ...found: string[]]>([
  // What a share is of may have no number of its own, or be called by a word that is no name.
  ['办理来件20件、转办30件，其中予以公开占58.5%。'],
  ['甲类20条、乙类30条，其数量占44%。', 'N-PCT 44 60'],
  ['甲类20条、乙类30条，均占44%。', 'N-PCT 44 60'],
  ['甲类20条、乙类（线上）30条，乙类占44%。', 'N-PCT 44 60'],
  // Shares that are made to add up to 100 may be off by less than one.
  ['答复26件，其中乙类15件，占58%；甲类11件，占43%。', 'N-PCT 43 42.31'],
  // Of both together; of a list that goes on behind a semicolon, made to add up to 100.
  ['收到669件，其中甲类21件、乙类10件，占4.63%。'],
  ['收到669件，其中甲类21件、乙类10件，占4.93%。', 'N-PCT 4.93 1.49'],
  ['办结17件，其中甲类3件，占17.7%；乙类14件，占82.3%。'],
  ['答复83件，其他处理41件（其中撤销36件），占49.4%。'],
  // The whole may be two numbers together, or not be told.
  ['收到81件，上年结转2件，办结80件，结转下年3件，办结率96.4%。', 'N-ANS 80 1218', 'N-CARRY 3 18', 'N-CARRY 2 21'],
  ['发布信息51条，回复留言60条，回复率100%。'],
  // The whole may stand a sentence before.
  ['发布文件104份。政策文件4份、规范性文件3份，占2.9%。'],
  ['发布文件104份。政策文件4份、规范性文件3份，占2.5%。', 'N-PCT 2.5 75'],
  ['发布文件104份。政策文件4份、规范性文件3份，占信息5份的2.9%。', 'N-PCT 2.9 60'],
  // What stands in brackets elsewhere belongs to something else.
  ['发文10件，增长20%，见附件（上年8件）。'],
  ['办结资料5件、310页（甲局2件110页、乙局2件）。'],
  // What is contained need not be all, but is no more than that.
  ['行政执法12条（含许可4条、处罚3条）。'],
  ['行政执法6条（含许可4条、处罚3条）。', 'N-PARTS 6 7'],
  // What lapsed may be told beside what was repealed.
  ['废止规范性文件1件，宣布失效规范性文件3件。'],
  ['废止规范性文件2件，宣布失效规范性文件3件。', 'N-FILES 2 1', 'N-FILES 3 1'],
  // Several numbers of one figure are parts of it where they add up to it.
  ['新收申请1215件，予以公开600件；上年结转21件，予以公开3件。'],
  ['新收申请1215件，予以公开600件；上年结转21件，予以公开4件。', 'N-GROUP 600 603', 'N-GROUP 4 603'],
  ['予以公开600件。', 'N-GROUP 600 603'],
  ['予以公开600件；本年予以公开602件。', 'N-GROUP 600 603', 'N-GROUP 602 603'],
  // What is answered and what is left make up the whole, unless others were withdrawn, came from last year or are told apart.
  ['收到申请1215件，其中1200件办结，18件结转下年度。', 'N-ANS 1200 1218'],
  ['收到申请1215件，其中1200件办结，3件主动撤销，18件结转下年度。'],
  ['收到申请1215件，去年结转21件，其中1200件已答复，18件结转下年度。', 'N-ANS 1200 1218'],
  ['收到申请1236件（去年结转21件），其中1200件已答复，18件结转下年度。', 'N-ANS 1200 1218'],
  ['去年申请较多，今年收到申请1215件，其中1200件已答复，18件结转下年度。'],
  ['收到申请1215件，其中邮寄20件，答复1210件，剩余18件结转下年。'],
  ['收到申请1215件，其中按期办结1215件。', 'N-ANS 1215 1218'],
  ['收到来件1300件，其中收到申请1200件，剩余18件结转下年。'],
  // Cases of both kinds that ended alike; cases by their verb alone.
  ['全年被诉7件。', 'N-CASE 7 8'],
  ['行政复议11件、行政诉讼8件，均维持。', 'N-CASE 11 9', 'N-CASE 8 4'],
  ['行政复议11件、行政诉讼8件，维持。', 'N-CASE 8 4'],
  ['行政诉讼8件、行政复议11件，败诉0件。'],
  ['无行政诉讼、行政复议纠错案件。', 'N-ZERO 0 2'],
  ['行政复议、行政诉讼19件，均维持。', 'N-CASE 19 4'],
  ['受理各类行政复议96件，其中因政府信息公开引发的行政复议12件。', 'N-CASE 12 11'],
  ['审理各类行政复议96件，其中因政府信息公开引发的行政复议12件。'],
  // 公开 alone is a result where another one is told, not beside its own name.
  ['予以公开603件，决定公开520份。'],
  ['予以公开603件，不予公开35件，决定公开520份。', 'N-GROUP 520 603'],
  // Of parts that add up to the figure a wrong total is told alone.
  ['窗口答复申请1200件，网上答复申请18件；合计答复申请1210件。', 'N-ANS 1210 1218'],
  ['全年答复申请1210件；窗口答复申请1200件，网上答复申请18件。', 'N-ANS 1210 1218'],
  // What others received is not what the body received.
  ['收到政府信息公开申请5件，各乡镇收到申请12件。'],
  ['收到政府信息公开申请5件。', 'N-RECV 5 1215'],
  // All decisions in one list are those of the table; one of them may be a part of something.
  ['主动公开信息100条，其中行政许可5件。'],
  ['主动公开信息100条，其中行政许可5件，行政处罚6件，行政强制7件，行政事业性收费8万元。', 'N-PERM 8 0'],
  // 执法案卷 are a reason of the form, not another kind of matter.
  ['因执法案卷不予公开，未发生行政复议、行政诉讼。', 'N-ZERO 0 11', 'N-ZERO 0 8'],
  ['未发生2024年的行政复议。'],
  ['没有2024年转入的申请。', 'N-ZERO 0 21'],
  ['未收到自然人提出的申请。', 'N-ZERO 0 1212'],
  ['行政许可、行政处罚，数量均为0。', 'N-ZERO 0 76', 'N-ZERO 0 2'],
  ['行政许可、行政处罚，件数均为0。', 'N-ZERO 0 76', 'N-ZERO 0 2'],
  ['新收申请、结转申请数量均为0，行政复议、行政诉讼均为0。', 'N-ZERO 0 11', 'N-ZERO 0 8'],
  ['诉讼18件，复议18件，均已审结，无败诉和纠错。', 'N-CASE 18 11', 'N-CASE 18 8', 'N-ZERO 0 2'],
  ['均已审结，无败诉或纠错。'],
  // The same words in other letters.
  ['制发规范性档案5件。', 'N-FILES 5 6'],
  ['发布信息8条，其中解读1条，占12.4％。', 'N-PCT 12.4 12.5'],
  ['部份公开50件，答复申请1218件。', 'N-GROUP 50 52'],
  ['收到政府信息公开申请１２１４件。', 'N-RECV 1214 1215'],
  ['收到政府信息公开申请一千二百一十四件。', 'N-RECV 1214 1215'],
  ['予以部分公开（区分处理）50件。', 'N-GROUP 50 52'],
  ['新收申请1215件！予以公开600件？', 'N-GROUP 600 603'],
  // A share of less than the part is none that anybody could mean.
  ['甲类5件，占其中3件的20%。'],
  ['下一年度无其他安排。'],
  // Other times.
  ['五年来收到申请2000件。'],
  ['上半年收到申请2000件。'],
  ['上半年收到申请900件，全年收到申请2000件。', 'N-RECV 2000 1215'],
  ['去年我局收到申请900件，办结890件。'],
  ['上一年度受理申请900件，办结890件。'],
  ['前年全年共接收申请900件，办结890件。'],
  ['一季度收到申请300件，办结290件。'],
  ['2021年至2024年收到申请900件。'],
  ['自2019年5月以来，收到申请2000件。'],
  ['2025年以来，收到申请2000件。', 'N-RECV 2000 1215'],
  ['结转至2026年20件申请。', 'N-CARRY 20 18'],
  // Together with what was carried in.
  ['连同上年结转共办理1236件。'],
  ['算上上年结转办理1236件。'],
  ['加上上年结转共办理1230件。', 'N-CARRY 1230 21'],
  ['收到申请1215件，均为企业。', 'N-TYPE 1215 3'],
  ['我局共答复1200件政府信息公开申请。', 'N-ANS 1200 1218'],
  ['应答复1200件申请。', 'N-RECV 1200 1236'],
  ['公开或部分公开政府信息600件。', 'N-GROUP 600 655'],
])('%s', (text, ...expected) => {
  expect(found(text)).toEqual(expected);
});
