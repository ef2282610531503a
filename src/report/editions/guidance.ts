/**
 * What each figure counts, for the help beside a cell: our own words after the articles of 中华人民共和国政府信息公开条例 (国务院令第711号)
 * and the notes that the form itself prints. Where no source was found that defines a figure, only what the form says.
 */
import { findFigure, type Figure, type FigureId } from '../figures';
import type { Edition } from '../edition';
import type { Language } from '../language';
import { cellValidation, type CellValidation } from '../sheet/validation';

export interface Guide {
  /** One sentence: what counts. */
  readonly counts: Readonly<Record<Language, string>>;
  /** What does not, though it may seem so. */
  readonly not?: Readonly<Record<Language, string>>;
  /** Articles of the regulation: 第十六条第一款. */
  readonly article?: string;
}

const guide = (zh: string, en: string, article?: string, not?: readonly [string, string]): Guide => ({
  counts: { zh, en },
  ...(article === undefined ? {} : { article }),
  ...(not === undefined ? {} : { not: { zh: not[0], en: not[1] } }),
});

const decisions = (article: string): Guide =>
  guide(
    '本年作出的全部处理决定，已公开的和依法不公开的都算。',
    'All decisions of the year, published or lawfully not.',
    article,
  );

const suits = (zh: string, en: string): Guide =>
  guide(`${zh}与另一类分开计，不重复。`, `${en} Counted apart from the other kind.`, '第五十一条');

/** By `table.row.column`, `table.row` or `table.*.column`: the first that is there. */
const guides: Readonly<Record<string, Guide>> = {
  'disclosure.*.issued': guide(
    '本年制定并发出的件数，与同级司法行政部门核对后填。',
    'Issued this year; agreed with the judicial administration of the same level.',
    '第二十条第（一）项',
  ),
  'disclosure.*.repealed': guide(
    '本年废止的件数，与同级司法行政部门核对后填。',
    'Repealed this year; agreed with the judicial administration of the same level.',
    '第二十条第（一）项',
  ),
  'disclosure.*.inForce': guide('截至年末仍然有效的件数。', 'In force at the end of the year.', '第二十条第（一）项', [
    '不是本年公布的件数，以前制定、现在有效的都算。',
    'Not only those of this year: older ones that are in force count.',
  ]),
  'disclosure.licensing.decisions': decisions('第二十条第（五）项'),
  'disclosure.penalties.decisions': decisions('第二十条第（六）项'),
  'disclosure.coercion.decisions': decisions('第二十条第（六）项'),
  'disclosure.fees.amount': guide(
    '本年全部行政事业性收费，以万元计。',
    'All administrative fees of the year, in 10,000 yuan.',
    '第二十条第（八）项',
    ['办理申请收取的信息处理费不在这里，写在第六部分。', 'Fees for handling applications belong in section 六.'],
  ),
  'disclosure.*.itemsLastYear': guide('上一年的事项（项目）数。', 'Kinds of items of the year before.', undefined, [
    '数的是项目，不是办理的件数。',
    'Items are counted, not cases.',
  ]),
  'disclosure.*.change': guide(
    '事项（项目）数比上年的增减，减少填负数。',
    'Change of the number of items; a decrease is negative.',
  ),
  'disclosure.procurement': guide('本年政府集中采购。', 'Central purchases of the year.', '第二十条第（九）项'),
  'applications.received': guide(
    '1 月 1 日至 12 月 31 日收到的申请。当面提交按提交日，挂号信按签收日，平信、网络、传真按与申请人确认的日期。',
    'Applications received from 1 January to 31 December; by mail, network or fax the day confirmed with the applicant counts.',
    '第二十九条、第三十一条',
  ),
  'applications.carriedIn': guide(
    '上年年末还没有答复完的申请，逐列等于上年年报的“四、结转下年度继续办理”。',
    'Not yet answered at the end of last year: column by column 四 of last year’s report.',
  ),
  'applications.granted': guide(
    '给予了信息，或告知了获取的方式、途径和时间。',
    'The information was given, or where and when to get it.',
    '第三十六条',
  ),
  'applications.partlyGranted': guide(
    '能够区分处理、公开了一部分的申请。',
    'Part of the information could be given.',
    '第三十七条',
    ['一件申请只计在这里，不再计入其他情形。', 'Such an application is counted here alone.'],
  ),
  'applications.denied.stateSecret': guide('依法定为国家秘密的。', 'Lawfully classified.', '第十四条'),
  'applications.denied.lawForbids': guide(
    '其他法律、行政法规禁止公开的。',
    'Forbidden by another law or administrative regulation.',
    '第十四条',
  ),
  'applications.denied.publicSafety': guide(
    '公开后可能危及国家安全、公共安全、经济安全、社会稳定的。',
    'May endanger security or stability.',
    '第十四条',
  ),
  'applications.denied.thirdParty': guide(
    '涉及商业秘密、个人隐私等，公开会损害第三方合法权益的。书面征求第三方意见。',
    'Trade secrets and privacy of others, who are asked in writing.',
    '第十五条、第三十二条',
  ),
  'applications.denied.internalAffairs': guide(
    '人事管理、后勤管理、内部工作流程三类信息。',
    'Staff, logistics, internal procedure.',
    '第十六条第一款',
  ),
  'applications.denied.deliberative': guide(
    '讨论记录、过程稿、磋商信函、请示报告四类信息。',
    'Minutes, drafts, consultations, requests for instruction.',
    '第十六条第二款',
  ),
  'applications.denied.enforcementFile': guide('行政执法案卷信息。', 'Case files of enforcement.', '第十六条第二款'),
  'applications.denied.administrativeInquiry': guide(
    '工商、不动产登记资料等另有查询办法的信息，告知申请人按那个办法查询。',
    'Registers with rules of their own, such as those of land and companies.',
    '第三十六条第（七）项',
  ),
  'applications.unavailable.notHeld': guide(
    '检索后没有这一信息，或者不归本机关公开的。',
    'Searched and not there, or not this body’s to publish.',
    '第三十六条第（四）、（五）项',
  ),
  'applications.unavailable.needsCreation': guide(
    '需要加工、分析才能得出的信息。',
    'It would have to be processed or analysed first.',
    '第三十八条',
  ),
  'applications.unavailable.unclear': guide(
    '补正之后申请内容仍然不明确的。',
    'Still unclear after correction.',
    '第三十条',
  ),
  'applications.notProcessed.petition': guide(
    '以申请公开信息的形式提出的信访、举报、投诉。',
    'A petition, report or complaint in the form of an application.',
    '第三十九条第一款',
  ),
  'applications.notProcessed.repeated': guide(
    '同一申请人就同一信息再次申请，此前已经答复的。',
    'The same applicant, the same information, already answered.',
    '第三十六条第（六）项',
  ),
  'applications.notProcessed.publication': guide(
    '要求提供公报、报刊、书籍等公开出版物的。',
    'Gazettes, newspapers, books.',
    '第三十九条第二款',
  ),
  'applications.notProcessed.excessive': guide(
    '数量、频次明显超过合理范围，说明的理由不合理的。',
    'Number or frequency clearly beyond reason, the reason given not reasonable.',
    '第三十五条',
  ),
  'applications.notProcessed.confirmation': guide(
    '要求确认或者重新出具已经获取的信息。',
    'Asks to confirm or issue again what was received.',
  ),
  'applications.other.notCorrected': guide(
    '没有正当理由，逾期不补正，视为放弃申请的。',
    'Not corrected in time without good reason: taken as given up.',
    '第三十条',
  ),
  'applications.other.feeUnpaid': guide('收到收费通知后逾期没有缴纳的。', 'Fee notice not paid in time.', '第四十二条'),
  'applications.other.rest': guide('不属于以上各项的。', 'None of the above.'),
  'applications.other': guide('不属于以上各项的。', 'None of the above.'),
  'applications.total': guide('本列“三、本年度办理结果”以上各行之和。', 'Sum of the results above in this column.'),
  'applications.carriedOut': guide(
    '收到后到 12 月 31 日还没有答复的申请。',
    'Received and not answered by 31 December.',
    '第三十三条',
    [
      '答复期限 20 个工作日，可以延长一次，不超过 20 个工作日；征求第三方意见的时间不算在内。',
      'Time to answer: 20 working days, once at most 20 more.',
    ],
  ),
  'review.reconsideration': guide(
    '因政府信息公开工作被申请行政复议的件数。',
    'Administrative reviews over disclosure.',
    '第五十一条',
  ),
  'review.directLitigation': suits('没有经过复议、直接起诉的件数。', 'Suits without a review before.'),
  'review.litigationAfterReconsideration': suits('经过复议后又起诉的件数。', 'Suits after a review.'),
};

/** What a figure counts; undefined where neither the regulation nor the form says more than its label. */
export function guideOf(edition: Edition, id: FigureId): Guide | undefined {
  const figure = findFigure(edition, id);
  if (figure === undefined) return undefined;
  const { table, row, column } = figure;
  return guides[`${table}.${row}.${column}`] ?? guides[`${table}.${row}`] ?? guides[`${table}.*.${column}`];
}

/** What Excel shows of a message beside a cell. */
const longestPrompt = 255;

/** What may be typed into the cell of a figure; its prompt ends in one line of what counts. */
export function figureValidation(edition: Edition, { id, kind }: Figure): CellValidation {
  const validation = cellValidation[kind];
  const counts = guideOf(edition, id)?.counts;
  if (counts === undefined) return validation;
  const { zh, en } = validation.prompt;
  return {
    ...validation,
    prompt: {
      zh: `${zh}${counts.zh}`.slice(0, longestPrompt),
      en: `${en} ${counts.en}`.slice(0, longestPrompt),
    },
  };
}
