/**
 * Sentences as reports write them, for the measurement of the text rules. They were written and labelled from the rules
 * alone, before the patterns were read; the bodies are invented. In a claim, `«right|wrong»` marks a number that a figure,
 * a list or a percentage in the sentence must equal: with its right numbers nothing may be found, and with any one of them
 * wrong something must be. A denial is wrong where the figures are not zero, and right where all are. A trap has no finding.
 * Of each list every other entry, from the second on, is held out: the patterns were never tuned on it.
 */

export type Body = 'city' | 'bureau' | 'empty';

type Row = readonly [number, number, number, number, number, number];

const columns = [
  'person',
  'enterprise',
  'research',
  'socialOrganization',
  'legalService',
  'otherOrganization',
] as const;

const applications = (rows: Readonly<Record<string, Row>>): Record<string, number> => {
  const figures: Record<string, number> = {};
  const put = (row: string, cells: readonly number[]) => {
    columns.forEach((column, at) => (figures[`applications.${row}.${column}`] = cells[at] ?? 0));
    figures[`applications.${row}.total`] = cells.reduce((sum, cell) => sum + cell, 0);
  };
  const done = [0, 0, 0, 0, 0, 0];
  for (const [row, cells] of Object.entries(rows)) {
    put(row, cells);
    if (!['received', 'carriedIn', 'carriedOut'].includes(row))
      cells.forEach((cell, at) => (done[at] = (done[at] ?? 0) + cell));
  }
  put('total', done);
  return figures;
};

export const bodies: Readonly<Record<Body, Readonly<Record<string, number>>>> = {
  /** 云岫市: 2140 + 98 = 2124 + 114. */
  city: {
    'disclosure.regulations.issued': 2,
    'disclosure.regulations.repealed': 1,
    'disclosure.regulations.inForce': 37,
    'disclosure.normativeDocuments.issued': 28,
    'disclosure.normativeDocuments.repealed': 19,
    'disclosure.normativeDocuments.inForce': 316,
    'disclosure.licensing.decisions': 48213,
    'disclosure.penalties.decisions': 3907,
    'disclosure.coercion.decisions': 154,
    'disclosure.fees.amount': 8126.35,
    ...applications({
      received: [1873, 214, 6, 11, 27, 9],
      carriedIn: [83, 12, 0, 1, 2, 0],
      granted: [812, 96, 4, 6, 11, 5],
      partlyGranted: [133, 21, 0, 2, 3, 1],
      'denied.stateSecret': [4, 0, 0, 0, 0, 0],
      'denied.lawForbids': [11, 3, 0, 0, 0, 0],
      'denied.publicSafety': [2, 0, 0, 0, 0, 0],
      'denied.thirdParty': [29, 7, 0, 1, 1, 0],
      'denied.internalAffairs': [13, 2, 0, 0, 0, 0],
      'denied.deliberative': [29, 5, 0, 0, 2, 0],
      'denied.enforcementFile': [44, 6, 0, 1, 1, 0],
      'denied.administrativeInquiry': [26, 3, 0, 0, 0, 0],
      'unavailable.notHeld': [488, 47, 2, 1, 6, 2],
      'unavailable.needsCreation': [37, 8, 0, 1, 0, 0],
      'unavailable.unclear': [19, 2, 0, 0, 0, 0],
      'notProcessed.petition': [71, 2, 0, 0, 0, 0],
      'notProcessed.repeated': [23, 1, 0, 0, 1, 0],
      'notProcessed.publication': [3, 0, 0, 0, 0, 0],
      'notProcessed.excessive': [8, 0, 0, 0, 0, 0],
      'notProcessed.confirmation': [12, 2, 0, 0, 0, 0],
      'other.notCorrected': [42, 6, 0, 0, 0, 0],
      'other.feeUnpaid': [5, 2, 0, 0, 0, 0],
      'other.rest': [43, 4, 0, 0, 1, 1],
      carriedOut: [102, 9, 0, 0, 3, 0],
    }),
    'review.reconsideration.upheld': 47,
    'review.reconsideration.corrected': 16,
    'review.reconsideration.otherResult': 21,
    'review.reconsideration.pending': 9,
    'review.reconsideration.total': 93,
    'review.directLitigation.upheld': 18,
    'review.directLitigation.corrected': 5,
    'review.directLitigation.otherResult': 7,
    'review.directLitigation.pending': 4,
    'review.directLitigation.total': 34,
    'review.litigationAfterReconsideration.upheld': 12,
    'review.litigationAfterReconsideration.corrected': 2,
    'review.litigationAfterReconsideration.otherResult': 3,
    'review.litigationAfterReconsideration.pending': 6,
    'review.litigationAfterReconsideration.total': 23,
  },
  /** 榆桥县自然资源局: 37 + 2 = 36 + 3. */
  bureau: {
    'disclosure.normativeDocuments.issued': 3,
    'disclosure.normativeDocuments.repealed': 2,
    'disclosure.normativeDocuments.inForce': 14,
    'disclosure.licensing.decisions': 612,
    'disclosure.penalties.decisions': 45,
    'disclosure.fees.amount': 127.6,
    ...applications({
      received: [31, 4, 0, 0, 2, 0],
      carriedIn: [2, 0, 0, 0, 0, 0],
      granted: [14, 2, 0, 0, 1, 0],
      partlyGranted: [3, 1, 0, 0, 0, 0],
      'denied.thirdParty': [2, 0, 0, 0, 0, 0],
      'denied.enforcementFile': [1, 0, 0, 0, 0, 0],
      'unavailable.notHeld': [7, 1, 0, 0, 1, 0],
      'notProcessed.petition': [2, 0, 0, 0, 0, 0],
      'other.rest': [1, 0, 0, 0, 0, 0],
      carriedOut: [3, 0, 0, 0, 0, 0],
    }),
    'review.reconsideration.upheld': 1,
    'review.reconsideration.corrected': 2,
    'review.reconsideration.pending': 1,
    'review.reconsideration.total': 4,
    'review.directLitigation.upheld': 2,
    'review.directLitigation.pending': 1,
    'review.directLitigation.total': 3,
    'review.litigationAfterReconsideration.upheld': 1,
    'review.litigationAfterReconsideration.total': 1,
  },
  empty: {},
};

/** `problems` is section 五, `other` section 六; all the rest stand in section 一. */
export type Said = readonly [body: Body, text: string, section?: 'overview' | 'problems' | 'other'];

export const claims: readonly Said[] = [
  // received
  ['city', '2025年，全市各级行政机关共收到政府信息公开申请«2140|2410»件。'],
  ['city', '全年新收政府信息公开申请«2140|2204»件，上年结转«98|89»件。'],
  ['city', '年内办理依申请公开«2238|2283»件（含上年结转«98|198»件）。'],
  ['bureau', '我局2025年度共收到依申请公开政府信息«37|27»条，均按时予以答复。'],
  ['bureau', '本年度受理群众提交的政府信息公开申请书«37|73»份。'],
  ['bureau', '一年来，局办公室登记政府信息公开申请«37|38»宗。'],
  ['bureau', '依申请公开方面：收到申请«37|47»件，其中网络申请22件、信函申请13件、当面申请2件。'],
  ['bureau', '接收公民、法人和其他组织的政府信息公开申请«37|35»起。'],
  [
    'bureau',
    '（二）依申请公开情况。2025年，榆桥县自然资源局共受理政府信息公开申请 «37|36» 件，较好地满足了群众的信息需求。',
  ],
  ['city', '本年度，云岫市政府及其部门收到的政府信息公开申请数量为«2140|2104»件。'],
  ['city', '2025年全市共新增政府信息公开申请«2,140|2,014»件。'],
  ['bureau', '收到各类政府信息公开申请«三十七|二十七»件。'],
  ['bureau', '依申请公开工作规范有序，全年收办申请«37|57»件次，未发生超期答复。'],
  ['bureau', '全年政府信息公开申请«３７|３９９»件，全部登记在册。'],
  ['empty', '2025年共收到政府信息公开申请«0|3»件。'],
  ['empty', '我镇全年收到政府信息公开申请«0|1»件，主动公开信息216条。'],
  // answered
  ['city', '全市各级行政机关共答复政府信息公开申请«2124|2142»件。'],
  ['city', '年内办结«2124|2024»件，结转下年度继续办理«114|141»件。'],
  ['bureau', '收到申请«37|31»件，办结«36|35»件。'],
  ['bureau', '共受理政府信息公开申请«37|30»件，已答复«36|30»件，«3|4»件结转下年度继续办理。'],
  ['bureau', '2025年共办理答复政府信息公开申请«36|63»件。'],
  ['bureau', '全年作出政府信息公开申请答复«36|26»份，答复书格式统一、依据充分。'],
  ['city', '截至2025年12月31日，已办理完毕政府信息公开申请«2124|2114»件。'],
  ['city', '按期办结政府信息公开申请«2124|2121»件，按期办结率100%。'],
  // groups of results
  [
    'city',
    '办理结果为：予以公开«934|943»件，部分公开«160|106»件，不予公开«190|109»件，无法提供«613|631»件，不予处理«123|132»件，其他处理«104|140»件。',
  ],
  [
    'bureau',
    '已办结的申请中，予以公开«17|14»件，部分公开«4|3»件，不予公开«3|2»件，无法提供«9|7»件，不予处理«2|3»件，其他处理«1|2»件。',
  ],
  ['city', '从答复情况看，决定予以公开的«934|984»件，部分公开的«160|150»件，不予公开的«190|180»件。'],
  ['city', '其中，同意公开«934|834»件，同意部分公开«160|161»件，不予公开«190|191»件。'],
  ['bureau', '答复结果：公开«17|19»件，部分公开«4|6»件。'],
  ['city', '不予公开的申请中，属于国家秘密«4|14»件，其他法律行政法规禁止公开«14|41»件，危及“三安全一稳定”«2|3»件。'],
  ['city', '因涉及第三方合法权益不予公开«38|83»件，属于三类内部事务信息«15|51»件，属于四类过程性信息«36|63»件。'],
  ['city', '属于行政执法案卷的«52|25»件，属于行政查询事项的«29|92»件。'],
  ['city', '本机关不掌握相关政府信息«546|564»件，没有现成信息需要另行制作«46|64»件，补正后申请内容仍不明确«21|12»件。'],
  ['bureau', '因本机关不掌握相关政府信息而无法提供的有«9|8»件。'],
  [
    'city',
    '信访举报投诉类申请«73|37»件，重复申请«25|52»件，要求提供公开出版物«3|5»件，无正当理由大量反复申请«8|18»件，要求行政机关确认或重新出具已获取信息«14|41»件。',
  ],
  ['bureau', '告知属于信访举报投诉类申请、不予处理«2|1»件。'],
  ['city', '申请人无正当理由逾期不补正、不再处理的«48|84»件，逾期未按收费通知要求缴纳费用的«7|17»件。'],
  ['city', '其他处理«104|114»件（含逾期不补正«48|58»件、逾期未缴费«7|9»件、其他«49|39»件）。'],
  ['bureau', '作“予以公开”处理«17|71»件、“部分公开”处理«4|14»件、“无法提供”处理«9|19»件。'],
  ['bureau', '无法提供政府信息«9|6»件，主要原因是本机关不掌握。'],
  // carried
  ['city', '«114|104»件申请结转至2026年继续办理。'],
  ['city', '结转下年度继续办理«114|14»件。'],
  ['bureau', '上年度结转政府信息公开申请«2|3»件，本年度均已办结。'],
  ['bureau', '另有«3|2»件转下年度办理。'],
  ['bureau', '尚在办理中、结转下一年度的申请«3|5»件。'],
  ['bureau', '2024年结转至本年办理的申请«2|4»件。'],
  ['city', '上年结转申请«98|88»件，本年新收«2140|2240»件，本年办结«2124|2224»件，结转下年«114|124»件。'],
  ['empty', '上年结转«0|1»件，结转下年度«0|2»件。'],
  // applicant types
  ['city', '从申请主体看，自然人申请«1873|1837»件，法人或其他组织申请«267|276»件。'],
  ['bureau', '自然人提出申请«31|13»件，占绝大多数；法人或其他组织提出申请«6|4»件。'],
  [
    'city',
    '自然人«1873|1783»件、商业企业«214|241»件、科研机构«6|16»件、社会公益组织«11|1»件、法律服务机构«27|72»件、其他«9|19»件。',
  ],
  ['bureau', '按申请人分，自然人«31|32»件，商业企业«4|5»件，法律服务机构«2|3»件。'],
  ['city', '来自商业企业的申请«214|204»件。'],
  ['city', '自然人共提交申请«1956|1965»件（含上年结转），法人及其他组织共提交申请«282|228»件。'],
  ['bureau', '收到申请«37|34»件，其中自然人申请«31|30»件、法人或其他组织申请«6|7»件。'],
  ['bureau', '公民个人申请«31|21»件，企业申请«4|14»件。'],
  // lists in brackets and lists that must add up
  [
    'city',
    '在申请量较大的部门中，五个单位共受理«1236|1263»件（市自然资源局412件、市住房城乡建设局388件、市公安局201件、市人力资源社会保障局130件、市教育局105件）。',
  ],
  ['city', '通过新媒体发布政务信息«642|624»条（微信410条、微博180条、抖音52条）。'],
  ['bureau', '局门户网站发布信息«318|381»条（工作动态196条、通知公告74条、政策文件48条）。'],
  ['city', '全市共收到政府信息公开申请«2140|2014»件（市政府本级412件，市直部门1033件，县（市、区）695件）。'],
  ['bureau', '收到申请«37|39»件（网络22件、信函13件、当面2件），同比持平。'],
  ['city', '组织政务公开培训«11|12»场次（市级3场次、县级8场次）。'],
  // percentages
  ['city', '予以公开934件，占办结总数2124件的«43.97%|47.93%»。'],
  ['city', '收到政府信息公开申请2140件，较上年的1980件增长«8.1%|18.1%»。'],
  ['bureau', '收到申请37件，比2024年的40件下降«7.5%|5.7%»。'],
  ['city', '自然人申请1873件，占新收申请总数2140件的«87.5%|85.7%»。'],
  ['bureau', '办结36件，其中予以公开17件，占«47.2%|42.7%»。'],
  ['city', '收到申请2140件，其中自然人申请1873件，占比«87.52%|78.52%»；法人或其他组织申请267件，占比«12.48%|21.48%»。'],
  ['bureau', '受理37件，同比增加7件，增长«23.3%|32.3%»。'],
  ['city', '答复2124件，予以公开和部分公开共1094件，公开率«51.5%|55.1%»。'],
  // reconsideration and lawsuits
  ['city', '全市因政府信息公开引发的行政复议案件«93|39»件，行政诉讼案件«57|75»件。'],
  ['bureau', '全年发生政府信息公开行政复议«4|3»件，行政诉讼«4|5»件。'],
  ['city', '行政复议«93|83»件，其中结果维持«47|74»件、结果纠正«16|61»件、其他结果«21|12»件、尚未审结«9|19»件。'],
  ['bureau', '行政复议4件，«1|3»件结果维持，«2|1»件结果纠正，«1|2»件尚未审结。'],
  ['city', '未经复议直接起诉«34|43»件，复议后起诉«23|32»件。'],
  ['bureau', '未经复议直接提起行政诉讼«3|2»件，经复议后提起诉讼«1|2»件。'],
  ['city', '因政府信息公开工作被申请行政复议«93|95»起、被提起行政诉讼«57|59»起。'],
  ['bureau', '因政府信息公开被申请行政复议«4|14»宗，被纠正«2|3»宗。'],
  ['bureau', '2025年，不服政府信息公开答复产生的行政诉讼共«4|3»项。'],
  ['city', '涉政府信息公开行政诉讼«57|77»件，法院判决维持«30|20»件、纠正«7|17»件。'],
  ['empty', '因政府信息公开申请行政复议«0|1»件，提起行政诉讼«0|2»件。'],
  ['bureau', '涉及我局的信息公开类行政复议案件共«4|6»件。'],
  // none, said with a nought
  ['empty', '行政复议、行政诉讼均为«0|2»件。'],
  ['empty', '本年度行政许可、行政处罚、行政强制处理决定数量均为«0|5»。'],
  ['empty', '规章制发、废止数量均为«0|1»件。'],
  ['bureau', '行政强制«0|3»件。'],
  // documents
  ['city', '制定政府规章«2|3»件，废止政府规章«1|2»件，现行有效规章«37|73»件。'],
  ['city', '全年制发行政规范性文件«28|82»件，废止«19|91»件，现行有效«316|361»件。'],
  ['bureau', '制发行政规范性文件«3|4»件，废止行政规范性文件«2|3»件，现行有效行政规范性文件«14|41»件。'],
  ['city', '印发行政规范性文件«28|38»份，废止失效«19|29»份，目前继续有效«316|306»份。'],
  ['bureau', '本年共制发规范性文件«3|13»件，均在网站公开。'],
  ['city', '现行有效的行政规范性文件«316|326»件、规章«37|36»件已在专栏集中公开。'],
  ['city', '出台规章«2|12»部，清理废止规章«1|11»部。'],
  ['bureau', '本年度新制定行政规范性文件«3|2»个，废止«2|1»个，现行有效«14|13»个。'],
  // permits and penalties
  ['bureau', '作出行政许可决定«612|621»件、行政处罚决定«45|54»件，无行政强制。'],
  ['city', '行政许可«48213|48231»件、行政处罚«3907|3970»件、行政强制«154|145»件。'],
  ['bureau', '办理行政许可«612|602»件，实施行政处罚«45|55»起。'],
  ['city', '全年共作出行政许可处理决定«48213|42813»件；行政处罚处理决定«3907|3097»件；行政强制处理决定«154|541»件。'],
  ['bureau', '全年立案并作出行政处罚«45|35»宗。'],
  ['city', '行政事业性收费«8126.35|8162.35»万元。'],
  ['bureau', '本年度行政事业性收费金额«127.6|172.6»万元。'],
  ['city', '依法实施行政强制«154|164»次。'],
  // fee in section 六
  ['city', '2025年，全市依法收取信息处理费«25|26»件（市本级18件、县区7件）。', 'other'],
  [
    'city',
    '本年度发出收费通知«32|23»件（市公安局12件、市自然资源局20件），收取信息处理费«2950|2590»元（市公安局950元、市自然资源局2000元）。',
    'other',
  ],
  [
    'city',
    '信息处理费收取情况：全市共收取«3|4»件、合计«2230|2320»元，其中市教育局1件、110元，市公安局2件、2120元。',
    'other',
  ],
];

export const denials: readonly Said[] = [
  ['city', '2025年，我市未收到政府信息公开申请。'],
  ['bureau', '本年度未收到依申请公开事项。'],
  ['bureau', '全年没有收到公民、法人和其他组织提出的政府信息公开申请。'],
  ['bureau', '本年度无依申请公开情况。'],
  ['bureau', '2025年度依申请公开为零。'],
  ['bureau', '我局2025年未发生因政府信息公开引起的行政复议、行政诉讼。'],
  ['bureau', '无因政府信息公开工作被申请行政复议、提起行政诉讼的情况。'],
  ['bureau', '没有因政府信息公开申请行政复议和提起行政诉讼的案件。'],
  ['bureau', '本年度我局未有政府信息公开申请行政复议及提起行政诉讼情况。'],
  ['city', '全年未发生依申请公开和申请行政复议、提起行政诉讼的情况。'],
  ['bureau', '无结转下年度继续办理的政府信息公开申请。'],
  ['bureau', '无上年结转申请。'],
  ['bureau', '本年度未制发行政规范性文件。'],
  ['city', '全年未制定规章。'],
  ['bureau', '2025年，我局未作出行政处罚决定。'],
  ['city', '本年度未实施行政强制措施，行政强制为0。'],
  ['bureau', '政府信息公开方面行政复议和行政诉讼案件数均为零。'],
  ['bureau', '未接到政府信息公开申请，也未发生信息公开方面的投诉。'],
  ['bureau', '全年零申请、零复议、零诉讼。'],
  ['bureau', '本年度没有行政许可事项办理，行政许可数量为0。'],
  ['bureau', '截至2025年12月31日，未收到书面或网上政府信息公开申请。'],
  ['bureau', '未出现因信息公开被提起行政诉讼的情形。'],
  ['bureau', '未发生针对我局政府信息公开工作的行政复议案件。'],
  ['bureau', '本年度不存在政府信息公开申请。'],
];

export const traps: readonly Said[] = [
  // cases put on file, documents put on record
  ['city', '全年办理政府信息公开行政复议备案案件134件、行政诉讼备案案件77件。'],
  ['city', '全市政府信息公开类行政复议案件备案170件，行政诉讼案件备案81件。'],
  ['bureau', '向县政府备案行政规范性文件5件，报备率、及时率、规范率均为100%。'],
  ['city', '审查备案行政规范性文件46件，纠正问题文件2件。'],
  ['bureau', '重大行政处罚决定备案9件。'],
  ['city', '经备案的政府信息公开诉讼案件为64件，败诉率为4.7%。'],
  ['city', '市司法局收到报送备案的行政规范性文件112件，备案110件。'],
  ['city', '据市司法局备案统计，全市政府信息公开行政复议134件、行政诉讼66件。'],
  // parts
  ['bureau', '2025年收到政府信息公开申请37件，其中来局申请2件、网络申请35件。'],
  ['bureau', '收到申请37件，其中通过县政府网站平台收到申请22件，通过邮政寄递收到申请15件。'],
  ['city', '收到政府信息公开申请2140件，其中市政府本级收到申请412件，县区收到申请695件。'],
  ['city', '涉及征地拆迁类申请803件，涉及城乡规划类申请412件。'],
  // letters, hot lines, proposals
  ['city', '受理网民留言1111条，办结1105条，办结率99.5%。'],
  ['bureau', '局长信箱收到来信56件，答复56件。'],
  ['bureau', '承办12345政务服务便民热线转办工单431件，按时办结431件，办结率100%。'],
  ['bureau', '办理人大代表建议12件、政协委员提案9件，办复率100%。'],
  ['city', '受理政务公开电话咨询2300余人次，现场咨询412人次。'],
  ['bureau', '答复网上咨询88件，回复率100%。'],
  ['bureau', '共收到信访件15件，办结15件。'],
  ['city', '征集意见建议96条，采纳38条，不予采纳58条，均已公开反馈。'],
  // information made public
  ['bureau', '主动公开行政许可信息583条、行政处罚信息41条。'],
  ['city', '“双公示”专栏公示行政许可47020条、行政处罚3850条。'],
  ['city', '集中公开现行有效行政规范性文件目录1份，发布政策解读56条。'],
  ['bureau', '在政府网站公开行政规范性文件2件，同步发布解读材料3篇。'],
  ['city', '全市主动公开政府信息21306条，其中网站公开16218条、政务新媒体公开22299条。'],
  ['city', '梳理行政许可事项263项、行政处罚事项4120项，编制权责清单并动态调整。'],
  ['bureau', '公布行政强制权力事项6项，取消行政许可事项1项。'],
  // other years, other bodies, long spans
  ['city', '2024年，全市收到政府信息公开申请1980件，答复1955件。'],
  ['bureau', '上年同期收到政府信息公开申请40件。'],
  ['city', '《条例》修订施行以来，全市累计受理政府信息公开申请11206件，累计答复11092件。'],
  ['city', '“十四五”期间共制定政府规章13件、行政规范性文件140件。'],
  ['city', '其间，市公安局收到政府信息公开申请201件，办结198件。'],
  ['city', '全省共收到政府信息公开申请31204件。'],
  ['city', '下一步，力争将行政复议案件控制在50件以内。'],
  ['bureau', '去年我局共收到依申请公开45件，全部办结。'],
  // law, documents, dates
  ['bureau', '依据《条例》第三十六条第（四）项，在收到申请之日起20个工作日内予以答复。'],
  ['bureau', '严格执行国办公开办函〔2021〕30号文件要求，开展自查2次。'],
  ['bureau', '依申请公开流程分为受理、审查、办理、答复4个环节，提供申请方式3种。'],
  ['bureau', '依申请公开平均答复时长为8个工作日，较法定时限缩短12个工作日。'],
  ['bureau', '按时答复率达100%，群众满意度98.5%。'],
  ['city', '收到政府信息公开申请2100余件，同比有所增长。'],
  ['city', '召开行政复议、行政应诉工作会商会议4次，开展业务培训6次，培训人员310人次。'],
  ['bureau', '组织行政执法案卷评查30件，评选优秀案卷5件。'],
  ['city', '全市行政复议机构全年办理各类行政复议案件812件，综合纠错率11%。'],
  ['city', '市政府公报全年编发12期，刊登规章1件、规范性文件20件。'],
  ['city', '对2024年制发的31件行政规范性文件开展后评估。'],
  ['city', '拟于2026年制定规章3件、修订规章1件。'],
  // denials of something else
  ['bureau', '未发生应公开而未公开的情况，未发生失泄密事件。'],
  ['bureau', '未收到科研机构、社会公益组织提出的政府信息公开申请。'],
  ['bureau', '本年度未收取信息处理费。', 'other'],
  ['bureau', '未出现逾期答复政府信息公开申请的情况。'],
  ['bureau', '没有因收费问题引发的行政复议。'],
  ['bureau', '2024年度我局未收到政府信息公开申请。'],
  ['city', '下属的市档案馆未收到政府信息公开申请。'],
  ['bureau', '未实施行政强制，行政强制为0件。'],
  ['bureau', '本年度未制定规章。'],
  ['bureau', '无复议、诉讼案件被责令重新答复以外的其他结果。'],
  ['city', '无其他需要报告的事项。', 'other'],
  ['city', '市属各学校、医院未发生政府信息公开行政诉讼。'],
  ['bureau', '接受行政复议机关指导3次，主动听取法院司法建议1条。'],
];
