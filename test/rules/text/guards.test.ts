/** Words in a sentence that decide whether a number of it is one of the tables, and of which figure. */
import { expect, test } from 'vitest';
import { different as found } from './sentences/measure';

/** Of a report of 1,215 new applications, 21 carried in and 18 carried out, 603 granted, 52 in part. */
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
  // Those of two figures add up to neither.
  ['部分公开50件；实施行政强制2件。', 'N-GROUP 50 52', 'N-PERM 2 5'],
  // Of a group and of its row a number is said once.
  ['无法提供5件，均属本机关不掌握相关政府信息。', 'N-GROUP 5 333'],
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
  ['复议11件，诉讼8件，均已审结，无败诉和纠错。', 'N-ZERO 0 2'],
  ['5件因信息公开引发的行政复议，均维持。', 'N-CASE 5 11', 'N-CASE 5 9'],
  ['上年遗留的行政复议2件。'],
  // How both were done, where the sentence names the whole.
  ['收到的12件政府信息公开申请中，企业较多。', 'N-RECV 12 1215'],
  ['受理的1236件政府信息公开申请中，企业较多。'],
  ['办结的12件政府信息公开申请中，企业较多。', 'N-ANS 12 1218'],
  ['答复的1218件政府信息公开申请中，企业较多。'],
  ['在12件政府信息公开申请中，企业较多。', 'N-RECV 12 1215'],
  ['向我局申请公开信息的12件。', 'N-RECV 12 1215'],
  ['2名群众提出政府信息公开申请12件。'],
  ['共办理了12件有效申请，依法公开。', 'N-RECV 12 1215'],
  ['收到申请1215件，公开答复603件。'],
  ['收到申请1215件，公开答复600件。', 'N-ANS 600 1218'],
  ['申请收件数、办结数均为5。', 'N-ANS 5 1218'],
  ['予以公开603件，5件作其他处理。', 'N-GROUP 5 81'],
  ['予以公开603件，5件其他。', 'N-GROUP 5 81'],
  // Whose results: of documents, of a review by others, of cases that are under way.
  ['制作文件96件，其中主动公开3件，部分公开5件。'],
  ['公文类信息主动公开，部分公开5件。'],
  ['第三方评估机构核查申请，不予公开5件。'],
  ['工作有序，第三方机构核查申请，不予公开5件。'],
  ['行政复议2件，收到信息公开申请12件，尚在办理5件。', 'N-RECV 12 1215', 'N-CARRY 5 18', 'N-CASE 2 11'],
  ['行政复议2件，收到信息公开的申请12件，尚在办理5件。', 'N-RECV 12 1215', 'N-CARRY 5 18', 'N-CASE 2 11'],
  // Documents by other verbs, and lists of what may be decided.
  ['新增行政规范性文件5件。', 'N-FILES 5 6'],
  ['制发5件，废止1件，现行有效的规范性文件40件。', 'N-FILES 5 6'],
  ['没有现行有效行政规范性文件。', 'N-ZERO 0 40'],
  ['梳理行政许可类权力5项，作出行政处罚5件。'],
  ['梳理权力清单，作出行政处罚5件。', 'N-PERM 5 2'],
  ['公示的行政许可76件，行政处罚5件。'],
  ['公示行政许可处理决定数76件，作出行政处罚5件。', 'N-PERM 5 2'],
  // Why stands between the number and its result; of a single one the sentence goes on to tell.
  ['收到申请12件，8件在本机关未查询到相关信息无法提供。', 'N-RECV 12 1215', 'N-GROUP 8 333'],
  ['收到申请1件，内容为土地征收，经审查不予公开。', 'N-RECV 1 1215', 'N-GROUP 1 35'],
  ['收到申请12件，涉及土地征收，经审查不予公开。', 'N-RECV 12 1215'],
  ['收到申请，不予公开政府信息34件。'],
  ['收到申请，无法提供政府信息34件。', 'N-GROUP 34 333'],
  // Of results that are told one by one what is left is all others, of those since the full stop.
  ['收到申请1215件。予以公开603件、部分公开52件、其他563件。'],
  ['收到申请1215件。予以公开603件、部分公开52件、其他562件。', 'N-GROUP 562 81'],
  ['予以公开603件。收到申请1215件，部分公开52件、其他563件。', 'N-GROUP 563 81'],
  // What came and what was done in one breath, and what was due.
  ['受理答复政府信息公开申请1215件。'],
  ['受理答复政府信息公开申请1210件。', 'N-RECV 1210 1215'],
  ['全年应办理政府信息公开申请1218件。'],
  // The heading of a paragraph says what it counts, also where it goes on to tell of what is made public unasked.
  ['（二）依申请公开。主动公开有序。全年共收12件。', 'N-RECV 12 1215'],
  ['依申请公开办理情况：主动公开有序。全年共受理12件，均按期办结。', 'N-RECV 12 1215'],
  ['主动公开有序，认真开展依申请公开。全年共受理12件，均按期办结。'],
  ['依申请公开情况，主动公开另见附表。全年共受理12件，均按期办结。'],
  ['规范办理。做好依申请公开工作。全年共受理12件，均按期办结。'],
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
  // What is denied of another time or of others.
  ['去年未发生行政复议。'],
  ['同期未发生行政复议。'],
  ['上半年没有行政处罚。'],
  ['全国未发生行政复议。'],
  ['全年未发生行政复议。', 'N-ZERO 0 11'],
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

test.each([
  '均属涉税',
  '均为涉税案件',
  '均系涉税案件',
  '均涉税',
  '与信息公开无关',
  '与政府信息公开工作无关',
  '与信息公开申请无关',
  '均不属信息公开范围',
  '都不属于政府信息公开',
  '皆非政府信息公开案件',
  '全部不涉及政府信息公开',
])('cases of which the sentence says that they are of other business: %s', (said) => {
  expect(found(`行政复议12件，${said}。`)).toEqual([]);
});

test.each<[reason: string, said: string, ...found: string[]]>([
  ['a committee, by its name', '，均由柳溪居委会答复'],
  ['a village', '，由柳溪村委会答复'],
  ['the community', '，都由社区回复'],
  ['schools, in brackets', '（全部由学校办理）'],
  ['who keeps the house', '，已由物业公开'],
  ['a company', '，由供水公司答复'],
  ['a bureau of the county', '，均由县自然资源局答复'],
  ['a bureau of the city', '，均由市财政局办理'],
  ['a bureau of the district', '，均由区民政局办理'],
  ['a community of ours', '，均由我局社区科答复', 'N-RECV 12 1215'],
  ['a community of this one', '，均由本局社区科答复', 'N-RECV 12 1215'],
  ['a community of the bureau', '，均由局社区科答复', 'N-RECV 12 1215'],
  ['the office with a bureau', '，均由办公室会同县财政局答复', 'N-RECV 12 1215'],
  ['the head of the bureau', '，均由经办人报局长审定后答复', 'N-RECV 12 1215'],
  ['others, for a number that follows', '，转出5件，均由居委会答复', 'N-RECV 12 1215'],
  ['a bureau of the city, by its level alone', '，均由市局答复'],
  ['the bureau of the county, which it is', '，均由县局答复', 'N-RECV 12 1215'],
  ['others, who do nothing', '，均由居委会转来', 'N-RECV 12 1215'],
])('whom applications were asked of: %s', (_, said, ...expected) => {
  expect(found(`收到政府信息公开申请12件${said}。`)).toEqual(expected);
});

test.each<[reason: string, text: string, ...found: string[]]>([
  ['documents that others publish', '制发行政规范性文件5件，均由县司法局审核后公开。', 'N-FILES 5 6'],
  // Shared out between a body and those underneath.
  ['departments, and nobody before', '持续受理群众关注，各部门收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['departments, far behind', '收到政府信息公开申请25件，办结20件，各部门收到申请12件。', 'N-ANS 20 1218'],
  ['departments without a number', '收到政府信息公开申请12件，各部门收到后及时办理。', 'N-RECV 12 1215'],
  ['departments, in all', '收到政府信息公开申请5件，各部门共收到申请12件，予以公开600件。', 'N-GROUP 600 603'],
  ['streets, behind a comma of lists', '县政府受理政府信息公开申请5件、各街道受理申请12件。'],
  // By how many.
  ['more of them', '全年政府信息公开申请增加了12件。'],
  ['fewer of them', '全年政府信息公开申请减少12件。'],
  ['fallen by', '政府信息公开申请下降12件。'],
  ['risen by', '政府信息公开申请上升12件。'],
  ['so many too many', '政府信息公开申请多了12件。'],
  // Persons, kinds and years.
  ['persons are no decisions', '作出行政处罚决定5人次。'],
  ['ten thousand persons are none either', '作出行政处罚决定1万人次。'],
  ['persons behind decisions', '作出行政处罚决定5件、8120人次。', 'N-PERM 5 2'],
  ['persons who applied', '收到政府信息公开申请12人次。', 'N-RECV 12 1215'],
  ['cases of information among all', '被申请行政复议5件，其中信息公开类1件。', 'N-CASE 1 11'],
  ['cases about information, in brackets', '被申请行政复议5件（其中涉及政府信息公开1件）。', 'N-CASE 1 11'],
  ['cases because of information', '被诉12件（其中：因信息公开引发3件）。', 'N-CASE 3 8'],
  ['cases of something else among all', '被诉12件，其中公安3件。', 'N-CASE 12 8'],
  ['applications of one year among more', '答复政府信息公开申请12件，其中2025年度5件。'],
  ['applications of a year, in brackets', '收到政府信息公开申请12件（其中：2024年5件）。'],
  // The body’s own number is a smaller one.
  ['really taken in', '收到政府信息公开申请32件，其中18件系咨询，实际受理14件。'],
  ['really worked on', '收到政府信息公开申请32件，实际办理14件。', 'N-RECV 14 1218'],
  ['valid', '收到政府信息公开申请32件，有效申请14件。', 'N-RECV 14 1215'],
  ['of a system', '全市自然资源系统收到政府信息公开申请32件，其中本级5件。'],
  ['of a system, the county', '县自然资源系统收到政府信息公开申请32件，本部收到5件。'],
  ['of departments of each level', '全市各级行政部门收到政府信息公开申请32件（局机关5件）。'],
  ['of a system of the office', '通过办公系统收到政府信息公开申请32件，局机关5件。', 'N-RECV 32 1215'],
  [
    'of a system, told of something else',
    '全市自然资源系统培训有序，收到政府信息公开申请32件，局机关5件。',
    'N-RECV 32 1215',
  ],
  [
    'of a system, a part of something later',
    '全市自然资源系统收到政府信息公开申请32件；认真办理；局机关5件。',
    'N-RECV 32 1215',
  ],
  ['of a system, a part behind a colon', '全市自然资源系统收到政府信息公开申请32件，其中：局机关5件。'],
  ['of a bureau and no system', '收到政府信息公开申请32件，局机关5件。', 'N-RECV 32 1215'],
  ['of a system without a part', '全市自然资源系统收到政府信息公开申请32件。', 'N-RECV 32 1215'],
  ['all of them done', '收到政府信息公开申请12件，均已办结。', 'N-RECV 12 1215'],
  // The rest.
  ['the rest of what came', '收到政府信息公开申请1236件，除36件结转外，其他1200件均已答复。', 'N-CARRY 36 18'],
  ['the rest of another number', '收到政府信息公开申请1236件，除18件结转外，其他1200件均已答复。', 'N-ANS 1200 1218'],
  [
    'the rest, with what came last year',
    '收到政府信息公开申请1236件（含上年结转），除36件结转外，余下1200件均已答复。',
    'N-ANS 1200 1218',
    'N-CARRY 36 18',
  ],
  ['the rest, a part told before', '收到申请1236件，网上8件，除36件结转外，其他1200件均已答复。', 'N-CARRY 36 18'],
  ['the rest of the second number', '收到来件1300件，申请1236件，除36件结转外，其他1200件均已答复。', 'N-CARRY 36 18'],
  [
    'the rest by its name',
    '收到申请1236件，除36件结转外，其他申请1200件均已答复。',
    'N-ANS 1200 1218',
    'N-CARRY 36 18',
  ],
  [
    'the rest, beside what came last year',
    '收到申请1236件，上年结转21件，除36件结转外，剩余1200件均已答复。',
    'N-ANS 1200 1218',
    'N-CARRY 36 18',
  ],
  [
    'the rest, beside what came from the year before',
    '收到申请1236件，上一年结转21件，除36件结转外，剩余1200件均已答复。',
    'N-ANS 1200 1218',
    'N-CARRY 36 18',
  ],
  [
    'the rest, with what was not done a year ago',
    '收到申请1236件（含去年没有办完而结转的21件），除36件结转外，其余1200件均已答复。',
    'N-ANS 1200 1218',
    'N-CARRY 36 18',
  ],
  ['all but what is carried over', '除2件结转下年度办理外，其余均已答复。', 'N-CARRY 2 18'],
  ['all but what is worked on', '除2件正在办理外，其余均已答复。'],
  ['all but what is not done', '除2件未办结外，其余均已答复。'],
  ['about so many that are carried over', '约2件结转下年度办理。'],
])('a number that is another one’s: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

test.each([
  '转入下年18件',
  '转至2026年18件',
  '尚在办理18件',
  '正在答复18件',
  '在办理之中18件',
  '18件正按进度办理',
  '18件仍按程序办理',
  '在办18件',
  '18件滚存',
  '18件顺延',
  '18件延续',
  '18件待下年办理',
  '18件将于2026年办理',
  '其余18件',
])('what is answered and what is left make up the whole: %s', (left) => {
  expect(found(`收到政府信息公开申请1215件，其中1200件已答复，${left}。`)).toEqual(['N-ANS 1200 1218']);
});

test.each<[reason: string, text: string, ...found: string[]]>([
  // Of all answers those behind 其中 are a part, but for the rest of the whole.
  ['withdrawn, in other words', '收到申请1215件，其中1200件已答复，3件撤回，18件结转下年度。'],
  ['handed on, which is not left', '收到申请1215件，其中1200件已答复，18件移交。'],
  ['the rest', '收到申请1215件，其中结转下年度18件，其余1200件已答复。', 'N-ANS 1200 1218'],
  ['the rest behind a semicolon', '收到申请1215件，其中结转下年度18件；剩余的1200件已答复。', 'N-ANS 1200 1218'],
  ['the rest in a list', '收到申请1215件，其中结转下年度18件、余下1200件已答复。', 'N-ANS 1200 1218'],
  ['the rest in another place', '收到申请1215件，其中结转下年度18件，其余由窗口接收，1200件已答复。'],
  ['the rest of some that are carried', '收到申请1215件，其中有18件结转下年度，其余1200件已答复。', 'N-ANS 1200 1218'],
  ['in time', '收到申请1215件，其中按期办结1200件，18件结转下年度。', 'N-ANS 1200 1218'],
  [
    'behind a list that adds up',
    '收到申请1215件，其中网上115件、信函1100件，其中1200件已答复，18件结转下年度。',
    'N-ANS 1200 1218',
  ],
  ['the rest, told before', '其余工作有序，收到申请1215件，其中1200件已答复。'],
  ['another part before', '收到申请1215件，其中网上8件，1200件已答复，结转下年度18件。'],
  [
    'besides, what came last year',
    '收到申请1215件；另有去年度转入21件，其中1200件已答复，18件结转下年度。',
    'N-ANS 1200 1218',
  ],
  ['carried from last year', '收到申请1215件，结转上一年21件，其中1200件已答复，18件结转下年度。', 'N-ANS 1200 1218'],
  ['a number of last year', '收到申请1215件，去年为1000件，其中1200件已答复，18件结转下年度。'],
  // A list that adds up has ended.
  [
    'a list that adds up',
    '收到政府信息公开申请12件，其中网上8件、信函4件，办结9件。',
    'N-RECV 12 1215',
    'N-ANS 9 1218',
  ],
  ['a list that goes on', '收到政府信息公开申请12件，其中网上8件、信函3件，办结9件。', 'N-RECV 12 1215'],
  ['a list that adds up and goes on', '收到政府信息公开申请12件，其中网上8件、信函4件、办结9件。', 'N-RECV 12 1215'],
  [
    'a list that adds up, and how',
    '收到政府信息公开申请12件，其中网上8件、信函4件，按照要求，及时办理，办结9件。',
    'N-RECV 12 1215',
    'N-ANS 9 1218',
  ],
  [
    'a list that adds up, in other units',
    '收到政府信息公开申请12件，其中网上8件、信函4件次，办结9件。',
    'N-RECV 12 1215',
    'N-ANS 9 1218',
  ],
  // What a verb of its own begins is no part of what was made public.
  ['decided', '公开信息38条，其中公文8条，作出行政处罚决定5件。', 'N-PERM 5 2'],
  ['decided, behind a semicolon', '公开信息38条，其中公文8条；做出行政处罚决定5件。', 'N-PERM 5 2'],
  ['handed down', '发布信息38条，其中公文8条，下达行政处罚决定5件。', 'N-PERM 5 2'],
  ['carried out', '公布信息38条，其中公文8条，实施行政强制6件。', 'N-PERM 6 5'],
  ['decided of what was opened', '立案38件，其中办结8件，作出行政处罚5件。', 'N-PERM 5 2'],
  ['decided of what was collected', '收集信息38条，其中公文8条，作出行政处罚5件。'],
  ['promised, and decisions', '公开信息38条，其中公文8条，作出承诺，行政处罚决定5件。'],
  ['decided behind no number', '公开信息38条，其中公文较多，作出行政处罚决定5件。'],
  ['decided, behind longer units', '公开信息38条，其中公文8篇次，作出行政处罚决定5件。', 'N-PERM 5 2'],
  ['decided, of all kinds', '公开信息38条，其中公文8条，作出各类行政处罚决定5件。', 'N-PERM 5 2'],
  ['decided, a part made public', '收集信息38条，其中公开8条，作出行政处罚决定5件。'],
  ['answered, which is no decision', '公开信息38条，其中公文8条，作出答复申请12件。'],
  ['no verb of its own', '公开信息38条，其中行政处罚5件。'],
  // New are all that were received.
  ['new this year', '收到申请1215件，其中本年新收12件。', 'N-RECV 12 1215'],
  ['new in the year by its number', '收到申请1215件，其中2025年度，新收12件。', 'N-RECV 12 1215'],
  ['new, behind a colon', '收到申请1215件，其中：本年新收12件。', 'N-RECV 12 1215'],
  ['new, and no more', '收到申请1215件，其中新收12件。', 'N-RECV 12 1215'],
  ['new this year, behind a comma', '收到申请1215件，其中本年，新收12件。', 'N-RECV 12 1215'],
  ['new in the year, behind a comma', '收到申请1215件，其中2025年，新收12件。', 'N-RECV 12 1215'],
  ['new in the whole year, behind a colon', '收到申请1215件，其中全年：新收12件。', 'N-RECV 12 1215'],
  ['new, behind a colon, whenever', '收到来件1300件，其中：新收申请12件。', 'N-RECV 12 1215'],
  ['new in the year by its number, without a mark', '收到来件1300件，其中2025年新收申请12件。', 'N-RECV 12 1215'],
  ['received this year in one matter', '收到来件1300件，其中本年度重点领域收到政府信息公开申请12件。'],
  ['new by one way', '收到申请1215件，其中网上新收12件。'],
  ['received this year', '收到申请1215件，其中本年度收到申请12件。', 'N-RECV 12 1215'],
  ['received this year, behind a colon', '收到来件1300件，其中：本年度收到申请12件。', 'N-RECV 12 1215'],
  ['received this year, behind a comma', '收到来件1300件，其中，今年收到申请12件。', 'N-RECV 12 1215'],
  ['received within the year', '收到来件1300件，其中年内收到申请12件。', 'N-RECV 12 1215'],
  ['received this year by one way', '收到来件1300件，其中本年度网上收到申请12件。'],
  // The table told row by row.
  ['every kind and the fees', '其中行政许可76件、行政处罚5件、行政强制5件，收费0.57万元。', 'N-PERM 5 2'],
  [
    'every kind by its full name',
    '其中作出行政许可决定76件、作出行政处罚决定5件、实施行政强制措施6件，行政事业性收费金额0.57万元。',
    'N-PERM 5 2',
    'N-PERM 6 5',
    'N-PERM 0.57 0',
  ],
  ['permits without a number', '其中行政许可，行政处罚5件、行政强制6件，收费0.57万元。'],
  ['penalties without a number', '其中行政许可76件、行政处罚，行政强制6件，收费0.57万元。'],
  ['measures without a number', '其中行政许可75件、行政处罚2件、行政强制，收费0.57万元。'],
  ['how often fees were taken', '其中行政许可75件、行政处罚2件、行政强制5件，收费5次。'],
  [
    'what else was received beside every kind',
    '收到来件1300件，其中收到申请12件，作出行政许可76件、行政处罚2件、行政强制5件，收费0.57万元。',
  ],
  ['every kind without the fees', '其中行政许可76件、行政处罚5件、行政强制5件。'],
  ['the fees without every kind', '其中行政许可76件、行政处罚5件、收费0.57万元。'],
  // Of other documents a part, of these all.
  ['of documents of policy', '出台政策文件37件，其中规范性文件5件。', 'N-FILES 5 6'],
  ['of documents, contained', '印发文件37件，其中：含行政规范性文件5件。', 'N-FILES 5 6'],
  ['of documents that were made', '制定文件37件，其中属于规范性文件5件。', 'N-FILES 5 6'],
  ['of documents of all kinds', '制订各类文件37份，其中包括规范性文件5件。', 'N-FILES 5 6'],
  ['of such documents', '制发规范性文件37件，其中规范性文件5件。', 'N-FILES 37 6'],
  // Kinds of publication are no parts of each other.
  ['on request, beside unasked', '公开信息206条，其中主动公开201条，依申请公开12件。', 'N-RECV 12 1215'],
  [
    'on request, beside unasked on a website',
    '公开信息206条，其中网站主动公开201条，依申请公开12件。',
    'N-RECV 12 1215',
  ],
  ['decisions, beside unasked', '公开信息206条，其中主动公开201条，行政处罚5件。'],
  ['received, beside questions about what is unasked', '收到来件1300件，其中主动公开类8件、收到政府信息公开申请12件。'],
  ['on request alone', '公开信息206条，其中依申请公开12件。'],
  ['decisions by their full name', '作出决定38件，其中行政处罚处理决定5件。', 'N-PERM 5 2'],
  // What ends a list of parts.
  ['a bracket', '收到来件1300件（其中网上8件）收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['really', '收到来件1300件，其中网上8件，实际收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['up to a day', '收到来件1300件，其中网上8件，截至年底收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['the whole year', '收到来件1300件，其中网上8件，全年收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['together', '收到来件1300件，其中网上8件，合计收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['in all', '收到来件1300件，其中网上8件，共计收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['of these', '收到来件1300件，其中网上8件，上述收到政府信息公开申请12件。', 'N-RECV 12 1215'],
  ['nothing', '收到来件1300件，其中网上8件，收到政府信息公开申请12件。'],
])('a part of a whole, or the whole: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

test.each<[reason: string, text: string, ...found: string[]]>([
  ['of two kinds', '行政许可和行政处罚共78件。'],
  ['of two kinds, otherwise', '行政许可和行政处罚共77件。', 'N-PERM 77 2'],
  ['of two kinds, behind it', '作出78件行政许可、行政处罚。'],
  ['of two kinds, behind another number', '行政许可76件，行政处罚和行政强制共7件。'],
  ['of all cases', '行政复议、行政诉讼共19件。'],
  ['of all cases, otherwise', '行政复议、行政诉讼共12件。', 'N-CASE 12 8'],
])('one number of several: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

test('what applications ask about is no business of the body, however often it is told', () => {
  expect(found('依申请公开事项，内容主要涉及不动产登记，重点围绕信访答复，共受理12件。')).toEqual(['N-RECV 12 1215']);
  const topics = '内容主要涉及不动产登记、信访答复等，重点围绕不动产登记';
  expect(found(`收到政府信息公开申请，${topics}，共受理申请12件。`)).toEqual(['N-RECV 12 1215']);
});

test.each(['零发生', '均无', '皆未发生', '都没有发生过', '亦没有', '件数全部为0', '均为0', '全部为0件', '也没有出现'])(
  'cases of both kinds are denied together: %s',
  (none) => {
    expect(found(`行政复议、行政诉讼${none}。`)).toEqual(['N-ZERO 0 11', 'N-ZERO 0 8']);
    expect(found(`去年行政复议、行政诉讼${none}。`)).toEqual([]);
  },
);

test.each(['无一例', '无1件', '一起也没有', '也没有出现', '无'])('cases of one kind are denied: %s', (none) => {
  expect(found(`行政复议${none}。`)).toEqual(['N-ZERO 0 11']);
});

test.each(['行政许可、行政处罚0件', '行政许可、行政处罚数量为0', '行政许可和行政处罚合计0件'])(
  'a nought behind two names is of either: %s',
  (none) => {
    expect(found(`${none}。`)).toContain('N-ZERO 0 76');
    expect(found(`去年${none}。`)).toEqual([]);
    expect(found(`行政许可76件、${none.replace('行政许可', '行政强制')}。`)).not.toContain('N-ZERO 0 76');
  },
);

test.each<[reason: string, text: string, ...found: string[]]>([
  ['as many of both as the number says', '行政复议、行政诉讼均为12。', 'N-CASE 12 11', 'N-CASE 12 8'],
  ['none goes to the year that follows', '没有结转2026年的申请。', 'N-ZERO 0 18'],
  ['none goes on to it', '无结转至2026年的申请。', 'N-ZERO 0 18'],
  ['no application goes to it', '没有申请结转到2026年。', 'N-ZERO 0 18'],
  ['there is none that goes to it', '不存在结转2026年的申请。', 'N-ZERO 0 18'],
  ['none came from the year before', '没有2024年度转入的申请。', 'N-ZERO 0 21'],
  ['none was carried from it', '无2024年结转的申请。', 'N-ZERO 0 21'],
  ['citizens are everyone', '没有公民提出申请。', 'N-ZERO 0 1215'],
  ['a citizen alone is a person', '没有公民个人提出申请。', 'N-ZERO 0 1212'],
  ['why so many were refused', '9件申请因没有现成信息无法提供。', 'N-GROUP 9 0'],
  ['files of enforcement are no other business', '执法案卷无行政复议。', 'N-ZERO 0 11'],
  ['enforcement is', '执法工作未发生行政复议。'],
  ['that application, of which the text told', '依申请公开情况良好。未收到该项申请。', 'N-ZERO 0 1215'],
  ['that application, of which it did not', '工作有序。未收到该项申请。'],
  ['none behind so many', '全年办结1218件无结转申请。', 'N-ZERO 0 21'],
  ['names behind a number', '行政许可76件、行政处罚、行政强制均为0。', 'N-ZERO 0 2', 'N-ZERO 0 5'],
  ['both of two pairs', '行政许可、行政处罚均为0、行政复议均为0。', 'N-ZERO 0 76', 'N-ZERO 0 2', 'N-ZERO 0 11'],
  ['this year, beside another', '行政许可、行政强制0件，去年为5件。', 'N-PERM 0 5', 'N-ZERO 0 76'],
  ['both, without a full stop', '行政复议、行政诉讼均未发生', 'N-ZERO 0 11', 'N-ZERO 0 8'],
  ['one, without a full stop', '行政复议1件也没有', 'N-ZERO 0 11'],
  ['a person, by another word', '没有个人提出申请。', 'N-ZERO 0 1212'],
  ['whoever it may be', '未收到任何单位和个人提出的政府信息公开申请。', 'N-ZERO 0 1215'],
  ['whoever, a person first', '无个人或单位提出政府信息公开申请。', 'N-ZERO 0 1215'],
  ['each of two kinds, once', '行政许可、行政强制0件。', 'N-PERM 0 5', 'N-ZERO 0 76'],
  ['one kind, said twice', '未作出行政处罚，行政处罚0件。', 'N-PERM 0 2'],
])('what is denied: %s', (_, text, ...expected) => {
  expect(found(text)).toEqual(expected);
});

test.each<[reason: string, text: string, ...found: string[]]>([
  ['how the reviews ended', '行政复议93件、行政诉讼57件，其中47件维持。'],
  ['how the lawsuits ended', '行政诉讼57件、行政复议93件，其中30件维持。'],
  ['how both ended', '行政诉讼57件、行政复议93件，其中77件维持。'],
  ['how none of them ended', '行政诉讼57件、行政复议93件，其中31件维持。', 'N-CASE 31 47'],
  ['how the others ended', '行政复议93件，维持47件、纠正16件、其他20件。', 'N-CASE 20 21'],
  ['the whole of those that ended', '90件行政复议中，维持47件。', 'N-CASE 90 93'],
  ['the last row beside another one', '收到申请，逾期不补正48件，其他处理49件。'],
  ['neither the group nor its last row', '收到申请，逾期不补正48件，其他处理50件。', 'N-GROUP 50 104'],
])('of a city with many cases: %s', (_, text, ...expected) => {
  expect(found(text, 'city')).toEqual(expected);
});

test.each([
  ['自然人', 1212],
  ['公民个人', 1212],
  ['自然人和法人', 1215],
  ['自然人或法人', 1215],
  ['自然人或者法人', 1215],
  ['自然人以及法人', 1215],
  ['自然人及各类法人', 1215],
  ['自然人法人', 1215],
  ['个人、法人', 1215],
  ['公众', 1215],
  ['群众', 1215],
])('from whom nothing came: %s', (whom, count) => {
  expect(found(`未收到${whom}的政府信息公开申请。`)).toEqual([`N-ZERO 0 ${count}`]);
});
