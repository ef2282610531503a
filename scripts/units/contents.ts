/** What stands in an invented unit's reports, this year's and last year's: figures as small bodies have them, and text. */
import type { Edition } from '../../src/report/edition';
import { figuresOf } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { identitiesOf, totalsOf } from '../../src/rules/sums/identities';
import { generator, validReport } from '../../test/rules/sample';

type Random = (bound: number) => number;

/** For each paragraph what two sentences of it may say. No two bodies write alike, but all write of the same things. */
const sentences: readonly (readonly (readonly string[])[])[] = [
  [
    [
      '主动公开工作按照年初安排稳步推进，重点领域信息做到应公开尽公开',
      '围绕群众关心的办事流程和补助政策，及时更新主动公开目录',
      '以便民利企为出发点，持续充实门户网站各栏目内容',
      '把政策文件和解读材料同步起草、同步审批、同步发布',
      '对照目录逐条梳理，补齐了往年遗漏的公开事项',
      '结合业务特点，突出民生项目和资金使用情况的公开',
    ],
    [
      '全年通过会议图解、短视频等多种方式解读政策，群众反响良好',
      '在办事窗口设置查阅点，方便没有上网条件的群众了解信息',
      '组织开放日活动，邀请企业代表和居民走进机关',
      '建立了按月检查、按季通报的更新机制',
      '与村（社区）公开栏衔接，让信息走完最后一程',
      '对失效和重复的信息作了集中清理',
    ],
  ],
  [
    [
      '依申请公开方面，明确专人登记、分办、答复，严格把握法定期限',
      '畅通当面、信函和网络三种申请渠道，安排专人每日查看',
      '答复前一律经过法制审核，疑难件由分管负责人牵头会商',
      '编写了常见申请事项答复样本，统一文书格式',
      '对涉及多个部门的申请，主动与相关单位沟通后再行答复',
      '坚持先电话沟通、后书面答复，了解申请人的真实需要',
    ],
    [
      '没有发生因答复不当引起的纠纷',
      '申请人对答复的满意程度有所提高',
      '申请主要集中在征地补偿和规划审批方面',
      '办理台账完整，随时可以查考',
      '办理用时比规定期限平均提前数日',
      '对不属于本机关职责的，逐件告知了联系办法',
    ],
  ],
  [
    [
      '政府信息管理上，落实先审查、后公开的制度，严防泄密',
      '修订了信息发布审核办法，明确各环节的责任人',
      '开展规范性文件清理，及时标注文件效力状态',
      '建立信息属性源头认定机制，拟稿时即写明公开方式',
      '对历年公开的文件统一格式后重新归集',
      '定期对个人隐私信息进行排查，发现问题当即处理',
    ],
    [
      '公开平台建设取得进展，栏目设置更加清楚',
      '政务新媒体账号实行备案管理，关停了长期不更新的账号',
      '网站检索功能得到改进，查找文件更加方便',
      '在村级便民点增设了查询设备',
      '平台日常巡检有记录、有整改、有复查',
      '与上级平台实现数据互通，避免重复录入',
    ],
  ],
  [
    [
      '监督保障方面，将信息公开纳入年度考核并占一定分值',
      '成立由主要负责人任组长的领导小组，定期听取汇报',
      '举办业务培训，新到岗的工作人员都接受了辅导',
      '公布监督电话和信箱，指定人员负责回复',
      '邀请人大代表、政协委员对公开工作提出意见',
      '配合第三方评估，对照结果逐项整改',
    ],
    [
      '全年没有发生责任追究情形',
      '考核结果在单位内部作了通报',
      '社会评议总体良好，提出的意见均已答复',
      '工作经费和人员得到保障',
      '与纪检部门建立了信息通报渠道',
      '对工作滞后的科室进行了约谈',
    ],
  ],
];
const problems: readonly (readonly string[])[] = [
  [
    '存在的问题是部分栏目更新间隔偏长，解读材料较为生硬',
    '目前主要不足在于人员兼职较多，业务不够熟练',
    '与群众期待相比，公开的深度和针对性还有差距',
    '个别科室主动公开意识不强，提供材料不够及时',
    '公开渠道比较单一，老年群体获取信息不够便利',
    '文件属性认定标准掌握不一，有时反复沟通',
  ],
  [
    '下一步将细化更新清单，实行销号管理',
    '今后拟安排轮训，并编印操作手册',
    '将围绕高频事项制作简明问答，提高可读性',
    '拟把提供材料的时限写入内部制度',
    '计划增加线下公告和广播等方式',
    '准备会同司法部门制定认定指引',
  ],
];

/** Which sentence of each there is to choose from; last year's text of a body shares about half of this year's. */
type Choices = readonly number[];
const places = sentences.flat().length + problems.length;
const choose = (random: Random): Choices => Array.from({ length: places }, () => random(6));

function paragraphs(unit: string, year: number, choices: Choices): Report['narrative'] {
  let place = 0;
  const next = (options: readonly string[]): string => options[(choices[place++] ?? 0) % options.length] ?? '';
  return {
    overview: [
      `${year}年，${unit}认真贯彻落实《中华人民共和国政府信息公开条例》，坚持以公开为常态、不公开为例外，现将情况报告如下。`,
      ...sentences.map((own, at) => `（${'一二三四'[at] ?? ''}）${own.map(next).join('；')}。`),
    ],
    problems: problems.map((own) => `${next(own)}。`),
    other: ['本年度未收取信息处理费。'],
  };
}

type Figures = Report['figures'];

/** Totals from their parts, and what was received from what was answered. */
export function settle(edition: Edition, figures: Figures): void {
  const addUp = (): void => {
    for (const { total, identity } of totalsOf(edition))
      figures[total.id] = identity.right.reduce((sum, { id }) => sum + (figures[id] ?? 0), 0);
  };
  addUp();
  for (const { rule, left, right } of identitiesOf(edition)) {
    const [received, carriedIn] = left;
    if (rule !== 'T2-ID' || received === undefined || carriedIn === undefined) continue;
    const sum = right.reduce((total, { id }) => total + (figures[id] ?? 0), 0);
    const carried = Math.min(figures[carriedIn.id] ?? 0, sum);
    figures[carriedIn.id] = carried;
    figures[received.id] = sum - carried;
  }
  addUp();
}

/** Most applications are granted; the other results are few. */
function usualResults(edition: Edition, figures: Figures, random: Random): void {
  for (const { id, table, row, column } of figuresOf(edition)) {
    const value = figures[id] ?? 0;
    // More is in force than one year makes or takes away.
    if (column === 'issued' || column === 'made') figures[id] = Math.floor(value / 10);
    if (column === 'repealed') figures[id] = Math.floor(value / 20);
    if (column === 'inForce') figures[id] = value + Math.floor((figures[`disclosure.${row}.issued`] ?? 0) / 10) + 5;
    if (table !== 'applications' || column === 'total') continue;
    if (row === 'granted') figures[id] = value * 2 + (column === 'person' ? random(value + 6) : 0);
    else if (/^(?:partlyGranted|denied|unavailable|notProcessed|other)/u.test(row)) figures[id] = Math.floor(value / 8);
    else if (row.startsWith('carried')) figures[id] = value % 9;
  }
}

/** A small unit's report: most figures 0, every sum right. The same for the same seed. */
export function reportOf(edition: Edition, unit: string, year: number, seed: number): Report {
  const random = generator(seed);
  const report = validReport(edition, random, year);
  usualResults(edition, report.figures, random);
  settle(edition, report.figures);
  const units = Object.fromEntries(
    figuresOf(edition).flatMap(({ id, unit: measure }) =>
      measure === 'unprinted' ? [[id, 'tenThousandYuan' as const]] : [],
    ),
  );
  const narrative = paragraphs(unit, year, choose(generator(seed + 1)));
  return { ...report, unit: { ...report.unit, name: unit }, units, narrative };
}

/** How far a count moves from one year to the next without any cause. */
const spread = (value: number): number => Math.ceil(Math.sqrt(value));

/** The year before a report: every count some more or less, as chance makes it, so that what is carried over fits. */
export function yearBefore(
  edition: Edition,
  { report: now, seed: nowSeed }: { readonly report: Report; readonly seed: number },
  unit: string,
  seed: number,
): Report {
  const year = (now.year ?? 0) - 1;
  const random = generator(seed);
  const [own, other] = [choose(generator(nowSeed + 1)), choose(random)];
  const report = reportOf(edition, unit, year, seed);
  const figures: Figures = { ...report.figures };
  for (const { id, table, row, column, kind } of figuresOf(edition)) {
    const value = now.figures[id] ?? 0;
    figures[id] = kind === 'amount' ? value : Math.max(0, value + random(2 * spread(value) + 1) - spread(value));
    if (row === 'carriedOut') figures[id] = now.figures[`applications.carriedIn.${column}`] ?? 0;
    if (table === 'disclosure' && column === 'inForce')
      figures[id] = Math.max(
        0,
        value - (now.figures[`disclosure.${row}.issued`] ?? 0) + (now.figures[`disclosure.${row}.repealed`] ?? 0),
      );
  }
  settle(edition, figures);
  const choices = own.map((choice, at) => (at % 2 === 0 ? choice : (other[at] ?? 0)));
  return { ...report, figures, narrative: paragraphs(unit, year, choices) };
}

/** Another body's text under this one's name. */
export const withTextOf = (report: Report, other: Report): Report => ({
  ...report,
  narrative: Object.fromEntries(
    Object.entries(other.narrative).map(([section, texts]) => [
      section,
      texts.map((text) => text.replaceAll(other.unit.name ?? '', report.unit.name ?? '')),
    ]),
  ) as Report['narrative'],
});
