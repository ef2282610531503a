/** What sentences say about applications: received, answered and how, by whom, carried over. Labels come from the edition. */
import { expression } from '../../report/expression/expression';
import { isColumnGroup, isRowGroup, type Edition, type RowNode } from '../../report/edition';
import { findTable, leafColumns, type Figure } from '../../report/figures';
import { withoutNumber } from '../../report/numbering';
import { carriedOver } from './sentences';
import { number, unitWords } from './spokenNumbers';
import { anySpokenRow, spokenRowsOf } from './spokenRows';
import {
  and,
  counted,
  everyOne,
  either,
  escape,
  gap,
  naming,
  near,
  upToCount,
  none,
  ofThemAll,
  resultEnd,
  under,
  type Applicant,
  type Gathering,
  type Statement,
} from './statement';
import { figuresAt } from '../sums/sums';
import { wording } from './wording';

const applicationsAt = (edition: Edition, rows: readonly string[], columns: readonly string[] = ['total']): Figure[] =>
  figuresAt(edition, 'applications', rows, columns);

/** How applicants are called in an edition, with the columns that are meant. */
export function applicantsOf(edition: Edition): Applicant[] {
  const table = findTable(edition, 'applications', 'matrix');
  const also = edition.spoken.applicants;
  const [person] = leafColumns(table.columns);
  const everyone = `(?:公民|${person?.label}|个人|公众|群众)(?:、|和|或者?|以?及)`;
  const legalPersons = '法人(?:(?:和|或|及|、|以及)?(?:者)?其他组织)?';
  const applicant = (words: string, columns: readonly string[]): Applicant[] => [
    { words, word: wording(words), columns },
  ];
  return table.columns.flatMap((column) => {
    // 公民、法人和其他组织 are everyone; 总计 and 其他 are no names of applicants in a sentence.
    const named = ({ id, label }: { readonly id: string; readonly label: string }): Applicant[] =>
      label.length > 2
        ? applicant(`(?:${[escape(label), ...(also[id] ?? [])].join('|')})(?!(?:、|和|或者?|以?及)${legalPersons})`, [
            id,
          ])
        : [];
    return isColumnGroup(column)
      ? [
          ...applicant(
            `(?:${escape(column.label)}|(?<!${everyone})${legalPersons})`,
            column.columns.map(({ id }) => id),
          ),
          ...column.columns.flatMap(named),
        ]
      : named(column);
  });
}

/** What the columns of applicants print, without 其他 and 总计: those are no names of anybody in a sentence. */
const applicantLabels = (edition: Edition): string[] =>
  leafColumns(findTable(edition, 'applications', 'matrix').columns)
    .filter(({ label }) => label.length > 2)
    .map(({ label }) => escape(label));

/** A label without its number and without what is explained in brackets: （二）部分公开（…） → 部分公开. */
const word = (label: string): string => withoutNumber(label).replace(/（.*$/u, '');

/** The labels under which rows are grouped, with the rows of each. */
const groups = (nodes: readonly RowNode[]): { readonly id: string; readonly label: string }[] =>
  nodes.flatMap((node) =>
    node.id !== undefined ? [{ id: node.id, label: node.label }] : isRowGroup(node) ? groups(node.rows) : [],
  );

/** 信访局受理信息公开申请 5 件: an office that is called after its business. */
const ofAnOffice =
  '(?:服务)?(?:[和与]?(?:大?数据|信息化|数字化|行政审批|交易)(?:发展)?)?(?:管理)?(?:局|中心|办公室|委员会)[^，。；]{0,40}公开';
/** Applications for something else than information, and what is done with things that are no applications at all. */
const otherMatters = expression(
  `复议|诉讼|行政诉|不服|许可|信访(?!${ofAnOffice})|处罚|补助|低保|贷款|入学|租房|认定|(?:不动产|产权|房屋|土地|婚姻|户口|企业|工商|市场主体|抵押|变更)登记(?!${ofAnOffice})|登记(?:业务|手续|证|申请(?!人|公开))|审批(?!${ofAnOffice})|(?:住房|房屋|用地|用海|用林|补贴|补偿|奖励|资金|资助|项目|立项|验收|资格|鉴定|检验|参保|退休|落户|生育|就业|创业|助学|复核|复查)申请|执行|赔偿|仲裁(?!${ofAnOffice})|救助|专利|商标|职称|听证|调解|援助|提案|建议|留言|信箱|热线|12345|咨询|征询[件函单]|民生诉求|投诉|(?<!公开)来信|来电|来访|备案|报备|(?<!公开)工单|政务服务(?!大厅|${ofAnOffice})|不动产(?!登记${ofAnOffice})`,
);
/** One way of handing in among several: its number is a part. */
const channelWords =
  '(?:线上|线下|网上|网络|网站|在线|纸质|信函|来函|当面|现场|邮寄|邮政|邮件|邮箱|传真|(?<!依申请公开)渠道|(?<!依申请公开(?:受理)?)窗口)';
/** Several of them are all: 以书面和网络形式收到. */
const anyChannel = `(?:${channelWords}|书面|平台|信件|快递)`;
const channels = wording(
  `^(?!.*(?:（(?:含|包括)[^（）\\d]*）|(?:等|各|多|[两二三四](?=种))(?:多?种|类)?(?:渠道|方式|途径|形式)|线上[、和及与]?线下|线下[、和及与]?线上|${anyChannel}[^，。；（\\d]{0,10}[、和及与][^，。；（\\d]{0,10}${anyChannel})).*${channelWords}[^（]*\\d`,
);
const aboutInformation = (edition: Edition): RegExp => wording(`公开|政府信息|申请|${anySpokenRow(edition)}`);
/** 无法提供 and the like with a reason: the row of that reason is meant. 不予公开文件 are no applications. */
const notAResult = (edition: Edition): RegExp =>
  wording(
    `(?:${anySpokenRow(edition)})(?![^，。；]{0,16}等(?:其他)?(?:原因|情形|情况|理由|事由|缘故))(?![^]*(?:\\d${unitWords}[、和及与]|[、和及与]\\d))|涉密|文件|公文|目录|案例|计入|(?<!等)理由`,
  );
/** What is done for another body, which counts it. */
const forOthers = /协助|代[收办]|帮办|委托|配合|指导|转来|交办|代为|转交|转送|移送|移交|转办的/u;
/** What was told of a few of them. */
const someOfThem = /不规范|通报|督办|抽取/u;
/** 发文 96 件，其中主动公开 3 件，依申请公开 0 件: how documents may be had. */
const kindsOfDocuments =
  /(?:发文|公文|文件|制作)[^。；]{0,8}\d[^。]*(?:主动公开|不公开|不予公开)|公开属性|(?:发文|公文|文件)[^。；\d]{0,16}主动公开/u;
/** 主动公开 201 条，依申请公开 59 条，不予公开 46 条: kinds of what there is, no results. */
const kindTold = '(?:信息|文件|的|政府|类|数|为){0,5}\\d{1,12}';
const nextKind = '[^，。；\\d]{1,3}[，、；]';
const kindsOfInformation = wording(
  `依申请公开${kindTold}${nextKind}(?:主动公开|不予?公开(?=[的信文政]))${kindTold}|主动公开${kindTold}${nextKind}依申请公开${kindTold}`,
);
/** Answers that were looked over afterwards, by the body itself or by others, are some of them. */
const sampled = /备案|报备|抽[取查样检评选测]|评查|互评|(?:^|[，；])第三方(?:评估|测评)?(?:机构|单位|组)/u;
/** That a text speaks of applications for information. */
const spokenOf =
  '(?:依申请[^，。；\\d]{0,8}公开|(?:公开|政府信息)[^，。；：、\\d]{0,10}申请|申请[^，。；：、\\d]{0,4}公开)';
const ofApplications = wording(spokenOf);
/** Other matters that were named since: 规范信访办理，收到信息公开申请 12 件 is of applications again. */
const othersLast = wording(`(?:${otherMatters.source})(?![^]*${spokenOf})`);
/** 受理入学申请 85 件，已办结 80 件: other things that were counted last. */
const othersCounted = wording(`(?:${otherMatters.source})[^，。；、\\d]{0,8}\\d(?![^]*${spokenOf})`);
const neverSampled = wording(`${othersLast.source}|${sampled.source}`);
/** 受理线上申请 65 件，办结 62 件，受理线下申请 9 件: what was done with some of them. */
const neverByChannel = wording(
  `${neverSampled.source}|(?:受理|收到|接收)[^，。；（]{0,4}${channelWords}[^，。；等各多]{0,10}\\d`,
);

/** 4 份申请人主动撤销，6 份予以答复: those that were withdrawn are answered too, in the table. */
const neverWithdrawn = wording(`${neverByChannel.source}|\\d${unitWords}[^，。；\\d]{0,8}撤[销回]`);

const nextYear = '(?:下一?年度?|次年|明年|\\d{4}年度?)';
const lastYear = '(?:(?:上一?|前一|往|以往)年(?:度|末)?|去年|\\d{4}年度?)';
/** What is carried to the next year, and what came from the last one. */
const carriedOut = `(?:(?:(?<!结)转|结转|顺延|延期?|移|滚动|滚存|推迟|延续|留待?)(?:至|到|入|给)?${nextYear}(?:继续|再)?(?:办理|答复|处理|续办)?|跨年度?(?:继续)?(?:办理|(?=[，。；]))|(?:下一?年度?|次年|明年)(?:继续|再)?(?:办理|答复|处理)|(?:待|将[于在]|纳入)\\d{4}年度?(?:继续)?(?:办理|答复|处理)|[于在]\\d{4}年度?继续办理|(?<!${lastYear})(?:尚未|未)办结|(?<![等亟有])待(?:办结|办理|答复)|未(?:到期|届满|到(?:法定)?(?:答复|办理)?期限))`;
/** What is not finished: of the applications, unless cases were named since. */
const underWay =
  '(?:(?<![\\u4e00-\\u9fff])在办(?:件|的)?|(?:尚|仍|正|还)[按依][^，。；\\d]{1,8}(?:办理|处理)(?:之?中)?|(?:尚|仍|正|还)在(?:按[^，。；\\d]{0,6})?(?:办理(?:之?中)?|(?:法定)?(?:答复|办理)?(?:期限|限期|时限|期)之?内))';
const casesSince = /(?:复议|诉讼)(?![^]*(?:信息公开(?:的)?申请|依申请|收到申请|新收))/u;
const carriedIn = `(?:上一?年度?继续办理|(?:${lastYear}(?:(?:收到|受理|新收|接收)(?:但未办结)?[、并但且]?)?|年初)${carriedOver}(?!(?:至|到)(?!本|今)|下|次)|(?:结转|承接)(?:上一?年度?|自上年)(?!后)|(?<=加上?|连同)(?:往年|以前年度)?结转的?(?=\\d))`;

/** How an application for information is called. 申请 alone may be for anything: it counts with nothing but filler before. */
const filler =
  '(?:的|了|到|新|共|共计|总计|各类|有效|书面|公民|群众|社会公众|自然人|企业|法人|当事人|其他组织|提出|提交|和|及|或|、){0,8}';
const spoken = '[^，。；：:,;\\d]';
/** What an application is called besides, behind 依申请 or 信息公开. */
const asBusiness = '(?:件|信件|来信|来函|来件|函件|案件|事项|请求|要求|诉求|需求|工单)';
const forInformation = (most: number): string =>
  `(?:${spoken}{0,${most}}(?:公开|政府信息)${spoken}{0,20}申请|${spoken}{0,${most}}(?:依申请|申请)(?:政府)?(?:信息)?公开|${spoken}{0,${most}}(?:依申请|信息公开)${asBusiness}|${spoken}{0,${most}}(?:要求|请求)(?:依法)?(?:公开|获取)${spoken}{0,8}信息|${filler}依?申请)`;
/** The same by itself, in whatever order its words stand: 公开政府信息的申请, 政府信息依申请公开件, 申请公开信息. */
const piece = '(?:依申请|申请|依法|政府|政务|信息|公开|获取|关于|要求|类|的)';
const object = `(?=${piece}{0,6}(?:公开|政府信息))(?=${piece}{0,6}依?申请)${piece}{2,8}(?:${asBusiness}|件次|办件|业务|受理|办理|收到|接到|接收|收件|登记|[类书表]){0,3}`;
const receipt =
  '(?:收到|受到|接受(?!监督|社会|采访|媒体|调查|检查)|受理|收办|新收|接收|接获|接到|收悉|收件|承接|承办|接件|新增|共有|进来|登记|收)';
const handing = '(?:提出|提交|递交|递送|递到|递来|送来|寄来|送达|送到|交到|寄到)';
const clauseStart =
  '(?<=^|[，。；：:、（(）]|[市县区旗州省局委厅处镇乡院馆]|[我市县区省府]办|办公室|街道|(?:人民|[市县区州])政府|机关|单位|全年|(?<![下次明上一])年度|度内|本年|今年|当年|以来|年内|\\d年|共|计|另有|依法|实际|渠道)';

/** Sums of the same rows for the applicants that a sentence named before: 自然人提出的申请中，予以公开 14 件. */
const ofApplicants = (
  { edition, applicants }: Gathering,
  alternatives: readonly (readonly string[])[],
): ReturnType<typeof under> =>
  under(
    applicants.map(({ word, columns }) =>
      naming(word, () => alternatives.map((rows) => applicationsAt(edition, rows, columns))),
    ),
  );

const newAndCarried = ['received', 'carriedIn'];
/** 受理并答复: what came and what was done with it in one breath. */
const take = '(?:受理|收到|接到|接收|办理|处理)';
const handledTogether = `(?:办理|承办|处理|经手|(?:受理|收到|接到|接收)${and}?(?:依法)?(?:办理|处理|答复|回复|办结))`;
/** 办理答复: first of all what was answered. */
const answeredTogether = `(?:办理|处理)${and}?(?:依法)?(?:答复|回复|办结)`;
const notReceived = wording(
  `${otherMatters.source}|${forOthers.source}|${someOfThem.source}|${channels.source}|上年|结转|不属于(?:本|我)|最[多少高大]|正在(?:办理|处理)|(?<!${take}${and}?)(?:答复|办结)|办理完|文件|公文`,
);

/** Received, but for the pattern: the number may be new applications, or new ones with those carried in. */
const receivedIn = (gathering: Gathering): Omit<Statement, 'pattern'> => ({
  rule: 'N-RECV',
  sums: [applicationsAt(gathering.edition, ['received']), applicationsAt(gathering.edition, newAndCarried)],
  under: ofApplicants(gathering, [['received'], newAndCarried]),
  paragraphMust: aboutInformation(gathering.edition),
  clauseNever: notReceived,
});

/** What was received, what was due with what was carried in, what was handled, and that nothing was. */
export function gatherReceived(gathering: Gathering): void {
  gatherReceipts(gathering);
  gatherDue(gathering);
  gatherHandled(gathering);
  nameReceived(gathering);
}

function gatherReceipts(gathering: Gathering): void {
  const { edition, applicants, addEach } = gathering;
  const received = receivedIn(gathering);
  const publicity = '(?:政府|政务)?信息(?:依申请)?公开';
  addEach(received, [
    `${receipt}${forInformation(50)}${upToCount(12)}${number}`,
    `${receipt}${gap(10)}${number}${forInformation(24)}`,
    `${receipt}(?:了|到)?${publicity}(?:共|共计|合计|件|事项){0,2}${number}`,
    `${receipt}${gap(4)}${number}(?:的)?${publicity}(?=[，。；（]|$)`,
  ]);
  // 群众提出政府信息公开申请 37 件; 37 件政府信息公开申请递交到我局. One applicant's are a part.
  const one = /同一|单个|个别|一[名位家]|\d[名位家]|某|本人|重复|反复|大量|涉及|其余|部分/u;
  addEach({ ...received, clauseNever: wording(`${notReceived.source}|${one.source}`) }, [
    // 向我局申请公开信息的 4 件; 全年有 4 件公开申请; 全年 4 件公开申请均已答复.
    `向[^，。；：、\\d]{1,12}${object}${counted}${number}`,
    `(?:${handing})(?:来|的|了){0,2}${publicity}(?:共|共计|合计|件|事项){0,2}${number}`,
    `(?<=^|[，。；：年度共内局县市区镇乡])(?:有|共|共计|总共|累计|(?<=[年度]))${number}(?:向[^，。；：、\\d]{1,12}|群众|公民|自然人|提出的|提交的){0,3}${object}(?=[，。；（]|${everyOne}|$)`,
    `(?<!${applicants.map(({ words }) => words).join('|')})${handing}(?:来|的|了){0,2}${object}${counted}${number}`,
    `${number}${object}(?:经(?:由)?各(?:种|类)?(?:渠道|途径))?${near(8)}(?:${handing}|登记|受理)`,
  ]);
  gatherReceiptsBySubject(gathering);
  gatherReceiptsWithoutVerb(gathering);
  const newly = { ...received, sums: [applicationsAt(edition, ['received'])] };
  // 新收政府信息公开申请 37 件，上年结转 2 件: what was carried in is told by itself, and is in the number no more. Of one kind of
  // applicants or one channel it would be a part.
  addEach({ ...newly, under: ofApplicants(gathering, [['received']]), only: true }, [
    `新(?:收|接收|受理)(?:到|件)?(?:${piece}|各类|有效|书面|公民|群众|共|件|数量|总数|为|：){0,12}${number}(?=[，、；](?:另有)?${carriedIn}[^，。；\\d]{0,24}\\d)`,
  ]);
  addEach(
    { ...newly, paragraphMust: /申请/u, clauseNever: otherMatters },
    either(
      `新(?:收|接收|受理)(?:到|件)?${gap(4)}`,
      '(?:为|是|系|属于?)(?:本年度?|今年|当年|年内)?新(?:收|接收|受理)(?:到|件)?',
    ),
  );
}

/** Received, where the sentence or the paragraph has said before what: of the number alone nobody could tell. */
function gatherReceiptsBySubject(gathering: Gathering): void {
  const { edition, add } = gathering;
  const received = receivedIn(gathering);
  // 依申请公开情况：全年共收到37件: what the sentence is about stands before.
  for (const { verb, sums } of [
    { verb: receipt, sums: received.sums },
    {
      verb: `(?:${handledTogether}|${answeredTogether})`,
      sums: [applicationsAt(edition, ['total']), ...received.sums],
    },
  ]) {
    add({
      ...received,
      sums,
      pattern: `${clauseStart}(?:共|共计|一共|累计|合计|总计|依法|依规|实际|已|均已|我[局委办厅镇乡院]){0,3}${verb}(?:了|到|共|共计|总计|合计){0,3}${number}`,
      sentenceSoFarMust: ofApplications,
      // 收到 57 件，撤件 39 件，受理 18 件: of those, the ones that were not withdrawn.
      sentenceSoFarNever: wording(
        `${othersLast.source}|(?:收到|新收|接收)[^。；]{0,30}\\d[^。；]*[，；](?:共|实际)?受理\\d`,
      ),
    });
  }
  // （二）依申请公开。我局规范办理。全年共受理 37 件: so the paragraph is headed.
  add({
    ...received,
    pattern: `${clauseStart}(?:共|共计|累计){1,2}(?:收到|受理|接收|收)(?:了|到|共|共计|总计|合计){0,3}${number}`,
    paragraphMust: /^[^，。；]{0,12}依申请公开[^，。；：\d]{0,10}[：。]/u,
    sentenceSoFarNever: othersLast,
  });
  // 认真做好依申请公开工作，健全流程。全年我局共受理 37 件: so the paragraph begins.
  add({
    ...received,
    pattern: `${clauseStart}(?:共|共计|累计|我[局委办厅镇乡院]){1,3}(?:收到|受理|接收)(?:了|到|共|共计|总计|合计){0,3}${number}(?=[，。；（])`,
    paragraphMust: /^[^。；\d]{0,80}依申请公开[^。；\d]{0,120}。/u,
    paragraphNever: wording(`主动公开|${otherMatters.source}`),
  });
}

/** 有效申请 86 件, 全部 86 件申请中, 申请总量 86 件: nothing says that they were received. */
function gatherReceiptsWithoutVerb(gathering: Gathering): void {
  const { edition, add, addEach } = gathering;
  const received = receivedIn(gathering);
  // 收到留言 1309 条，其中有效申请 86 件.
  add({
    ...received,
    pattern: `有效申请(?:共|共计|为|有){0,2}${number}`,
    paragraphMust: ofApplications,
  });
  // 在全部 86 件申请中, 办理的 86 件申请中.
  for (const { whose, sums } of [
    { whose: '全部的?|所有的?|办理的|处理的', sums: [...received.sums, applicationsAt(edition, ['total'])] },
    { whose: '收到的|受理的|接收的', sums: received.sums },
    { whose: '办结的|答复的', sums: [applicationsAt(edition, ['total'])] },
  ]) {
    add({
      ...received,
      sums,
      pattern: `(?<=${whose})${number}(?:${object}|申请)?(?=之?中)`,
      paragraphMust: ofApplications,
    });
  }
  // 在 86 件申请中, 对 86 件申请的内容进行分析, 针对 86 件申请，: no number stands before.
  const which = '(?:全年|本年度?|收到的)?';
  addEach(
    {
      ...received,
      sums: [...received.sums, applicationsAt(edition, ['total'])],
      paragraphMust: wording(
        `^(?=[^]*${spokenOf})(?:\\D|\\d{4}年|\\d{1,2}[月日])*(?:[在对]|围绕)${which}\\d{1,12}${unitWords}[^，。；\\d]{0,12}申请`,
      ),
    },
    [
      `(?<=(?:^|[，。；：])在${which})${number}(?:${object}|申请)(?=之?中)`,
      `(?<=(?:^|[，。；：])(?:针?对|围绕)${which})${number}(?:${object}|申请)(?=，|(?:的内容|内容)?(?:进行)?(?:分析|梳理|统计))`,
    ],
  );
  // 申请总量 37 件.
  add({
    ...received,
    sums: [...received.sums, applicationsAt(edition, ['total'])],
    pattern: `(?<=^|[，。；：、])(?:全年|本年度?|今年|当年|\\d{4}年度?)?(?:的)?(?:政府)?(?:信息公开|依申请公开)?申请(?:总)?[量数](?:为|达|共|共计){0,2}${number}`,
    paragraphMust: ofApplications,
    sentenceSoFarNever: othersLast,
  });
}

/** Both together: 新收 37 件，上年结转 2 件，合计 39 件; 应办 39 件. */
function gatherDue(gathering: Gathering): void {
  const { edition, addEach } = gathering;
  const due = '应(?:当|予)?(?:办理|办|受理|答复|处理|办结)';
  addEach(
    {
      rule: 'N-RECV',
      sums: [applicationsAt(edition, newAndCarried), applicationsAt(edition, ['total'])],
      under: ofApplicants(gathering, [newAndCarried, ['total']]),
      paragraphMust: /申请/u,
      sentenceSoFarNever: othersLast,
    },
    [
      `(?<=结转[^。；]{0,24}[，、；])(?:合计|共计|总计|共需?|应)(?:办理|处理|办结)?(?:政府信息公开)?(?:申请)?${number}`,
      `(?<!相|对|反|响|回|适|供)${due}(?!率)${gap(14)}${number}`,
      `(?<=^|[，；：])办理(?:总计|总数|总量)${gap(2)}${number}`,
    ],
  );
}

/** Handled, or named without a verb: received, with what was carried in, or answered. */
function gatherHandled(gathering: Gathering): void {
  const { edition, add, addEach } = gathering;
  const received = receivedIn(gathering);
  const any = [...received.sums, applicationsAt(edition, ['total'])];
  for (const { verb, ...sums } of [
    { verb: answeredTogether, rule: 'N-ANS', sums: [...any].reverse() },
    { verb: handledTogether, sums: any },
  ] as const) {
    addEach({ ...received, ...sums }, [
      `(?<!应|应当|应予|不再|不予)${verb}(?:的|了)?${forInformation(30)}${upToCount(12)}${number}`,
      // 共办理 1 件依申请公开.
      `(?<!应|应当|应予|不再|不予)${verb}(?:了)?${number}(?=${spoken}{0,20}(?:公开|政府信息))${forInformation(24)}`,
      `${clauseStart}(?:共|共计|我[局委办厅镇乡院]){0,3}${verb}(?:了)?${number}${filler}申请`,
    ]);
  }
  const bare = expression(
    `${clauseStart}的?(?!的|依法)${object}(?:(?:我[局委办厅镇乡]|共|一共|合计|共计|总共|累计){1,2}(?:收到|受理|接收|办理)了?)?${counted}${number}(?!${near(6)}(?:答复|办结|办理完))`,
    'gu',
  );
  // 依申请公开1，主动公开0: without a unit, beside the other kind.
  add({
    ...received,
    pattern: `${clauseStart}依申请公开(?:数|数量)?(?<n>\\d{1,9})(?=[，、；]主动公开(?:数|数量)?\\d)`,
  });
  // 收到依申请公开 164 件，结转上年 2 件；办理 85 件，下年度继续办理 81 件.
  add({
    ...received,
    pattern: `(?<=^|[，；、])(?:共|共计|已|本年度?|全年|当年|年内|按时序|按期|按时|依法){0,2}(?:办理|处理)(?:了)?${number}(?=[，；、]${near(20)}(?:${carriedOut}|${underWay}|结转))`,
    sums: [applicationsAt(edition, ['total'])],
    paragraphMust: ofApplications,
    sentenceSoFarNever: othersCounted,
  });
  const bareOf = {
    ...received,
    sums: any,
    clauseNever: wording(`${otherMatters.source}|${channels.source}|文件|\\d{4}年度?结转|依申请公开事项\\d{1,12}项`),
    sentenceSoFarMust: /^/u,
    sentenceSoFarNever: kindsOfDocuments,
  };
  add({ ...bareOf, pattern: bare });
}

const neverReceived =
  '^(?:未|没有?|从未|未曾)(?:曾)?(?:收到|接到|接获|接收到?|受理|办理|接)(?:和(?:处理|受理|办理))?(?:过|任何|一[件例起])*[^，。；\\d复诉转]{0,40}';
/** What a denial of applications may end with; of what is said about them besides, it denies nothing. */
const endOfDenial = (most: number): string =>
  `(?!.*(?:费|投诉|举报|意见|建议|批评|超期|逾期|败诉|纠错|失误|问题|人员|专栏|栏目|平台|渠道|制度|指南|培训|工作(?!日)|通报|整改|案例|典型|统计|计入|纳入|列入))[^，。；复诉转]{0,${most}}$`;

function nameReceived({ edition, applicants, name }: Gathering): void {
  const at = (row: string): Figure[] => applicationsAt(edition, [row]);
  const results = resultsOf(edition)
    .map(({ called }) => called)
    .join('|');
  name({
    rule: 'N-RECV',
    word: wording(
      `(?:${object}|依申请公开|(?:政府)?信息公开)(?:申请|事项|件)?(?:收件|受理|新收|收到)?(?:数量|件数|数|量)?(?=$|、|和|及|与|以及)`,
    ),
    denied: wording(
      `^(?![^申]{0,12}(?:结转|转入|跨年|遗留)|[^]*(?:收取|费用|收费)|[^，。；]{0,8}因[^]*(?:复议|诉讼|争议|纠纷|投诉|举报))[^]*?(?:${[
        '(?:收到|接到|受理|收|接收)(?!因)[^，。；\\d]{0,30}(?:公开|信息|依)[^，。；、\\d复诉]{0,8}申请(?!(?:公开)?(?:的)?(?:引起|引发|导致|产生|被|而|提起|所)|(?:公开)?(?:的)?(?:行政)?(?:复议|诉讼))',
        '(?:收到|接到|受理|接收)(?:任何|书面)?申请',
        '^(?:没有|均无|无|零|不存在|未有|未发生|未产生)(?:任何|相关|发生)?(?:政府)?信息公开(?:的)?申请(?!行政|复议|人|答复|的?办理|(?:引起|引发|导致|产生|被|而|提起|所))',
        '^(?:没有|均无|无|未发生|未产生|未有|不存在)(?:发生|任何)?依申请公开(?:政府)?(?:信息)?(?:的)?(?:情况|情形|件|$|，|。)',
        `${none}[^，。；\\d]{0,16}(?:提出|提交|递交)(?:的|过|书面){0,2}${object}`,
        `${neverReceived}(?:依申请|申请公开|公开申请|信息公开|(?:公开|获取)(?:的|相关|有关)*(?:政府|政务)?信息)${endOfDenial(20)}`,
        `${none}(?!.*(?:${results}))[^，。；\\d复诉因转]{0,16}(?:${object}|依申请|申请公开|公开申请|申请获取(?:相关|有关)?(?:政府|政务)?信息)${endOfDenial(12)}`,
        `${none}(?:${applicants.map(({ words }) => words).join('|')})(?:${handing}的?)?申请(?!人)`,
        `${neverReceived}依申请(?:公开)?(?:政府|政务)?(?:信息)?(?:公开)?(?:的)?(?:申请|来信|来函|信件)(?=[、和及与])`,
        '依申请公开(?:申请|事项|和|及|、)',
        '^零(?:申请|受理)',
        '^(?:无|没有)(?:人|任何人|群众)?申请(?:公开)?(?:政府|政务)信息(?:公开)?(?:的)?(?:情况|情形|事项|$)',
      ].join('|')})`,
    ),
    sums: [at('received')],
    parts: [
      ...applicants.map(({ word, columns }) => ({
        word,
        sum: applicationsAt(edition, ['received'], columns),
      })),
      ...spokenRowsOf(edition).map(({ id, word }) => ({ word, sum: at(id) })),
    ],
  });
  // 依申请公开：未收到该项申请: which application stands before.
  name({
    rule: 'N-RECV',
    word: null,
    denied:
      /^(?:未|没有|无)(?:收到|接到|受理)?(?:过|任何)*(?:(?:该项|该类|此类|此项|相关|有关|上述)(?:的)?申请(?:事项|件|情况)?|申请(?:事项|件|情况))$/u,
    paragraphMust: ofApplications,
    sums: [at('received')],
    parts: [],
  });
}

/** 1件按无法提供办结，18件按期答复: each is a part. */
const oneOfThem = `\\d{1,12}${unitWords}${near(14)}(?<!未|待|[下次明]一?年度?)(?:答复(?!期|限|时)|办结|办理完毕)`;
const notBesideOthers = `(?<!${oneOfThem}${near(6)}[，、])`;

/** 办结 54 件，办理上年结转 2 件: what was carried in is counted beside it. */
const notBesideLastYears = '(?![，、；](?:另|还|并|及)?(?:办理|办结|答复)(?:了|完)?(?:上|去)一?年)';

/** That a text tells answers to applications: 更正申请受理 21 件，办结 21 件 are of others. */
const toldOfAnswers = wording(
  '^(?=[^]*申请)(?=[^]*(?:公开|政府信息|依申请|申请人|(?<=^|[，。；：、（）件份的了到共年类面上效收办理结复]|新增|登记|结转)申请))|(?:办结|答复)[^。；]*结转|信息公开(?:告知|答复)|(?:^|[，；。])(?:共|已|全年|年内|按期|按时){0,3}(?:办结|答复)\\d[^。]*(?:予以|部分)公开[^。]*\\d[^。]*(?:无法提供|不予(?:公开|处理))[^。]*\\d',
);

/** Answered: the total of the results. */
export function gatherAnswered(gathering: Gathering): void {
  const { edition, addEach, name } = gathering;
  // 收件数、办结数均为 0.
  name({
    rule: 'N-ANS',
    word: /申请.*[、和及与](?:答复|办结|办理)(?:数|量|数量|件数)(?=$|[、和及与])/u,
    denied: null,
    sums: [applicationsAt(edition, ['total'])],
    parts: [],
  });
  // 受理答复政府信息公开申请 3 件: what came and what was done in one breath.
  const withThem = under([
    naming(/(?:受理|接收|收到)(?:并|和|及|、)?$/u, () => [
      applicationsAt(edition, ['received']),
      applicationsAt(edition, newAndCarried),
    ]),
    // 公开答复 12 件: answered, or made public.
    naming(/(?:^|[，；、（])公开$/u, () => [applicationsAt(edition, ['granted'])]),
  ]);
  addEach(
    {
      rule: 'N-ANS',
      sums: [applicationsAt(edition, ['total'])],
      under: (before) => [...ofApplicants(gathering, [['total']])(before), ...withThem(before)],
      paragraphMust: toldOfAnswers,
      clauseNever: wording(
        `${forOthers.source}|${channels.source}|评查|抽查|检查|评估|审核|审查|质量|回访|满意度|异议|不服|不满|会[审商]|疑难|不(?:准确|规范|当|及时|完整|严谨)|结转的\\d{1,12}[件份条宗][、和及与]|瑕疵|错误|引用|延期|延长|模板|范本|范例|征询|(?<!、)告知书(?!、)`,
      ),
      sentenceSoFarNever: neverWithdrawn,
    },
    [
      `(?<!未|未予|未按期|未按时|待|重新|开出|当场|当日|即时|日之?内|应|应当|应予|提前|限时|超期|逾期|延期|超时|其[他它])(?:答复|回复|办结|(?<!公开|申请|[协帮代督交])办件|办复|办完|办妥|办毕|[办处]理完[毕结成]|(?:告知书、?)?(?<!(?:开出|出具|印发|制作)[^，。；]{0,12})答复书|告知书、|办理结果(?:共计|合计|总计))(?!期限|时限|期内)(?:${gap(14)}|(?:了)?${forInformation(30)}${upToCount(12)})${number}${notBesideLastYears}`,
      `${notBesideOthers}${number}(?![^，。；]{0,16}(?:未|尚|仍|正在|待|延期|逾期|超期|提前))(?:${object})?${near(6)}(?:(?:已|均|都|全部)${near(20)})?(?:在(?:法定|规定)?(?:的)?(?:答复|办理)?(?:期限|时限|时间)(?:之?内)?(?:完成|予以|给予|作出|进行)?|[在于]\\d{1,2}个?(?:工作)?日之?内)?(?:作出)?(?:书面)?(?:按时|依法|按期)?(?<!未|其[他它])(?:答复|回复|办结|办复|办完|办妥|[办处]理完[毕结成]|(?<=已)(?:办理|处理))(?!率|被|引|${near(6)}[，、]${oneOfThem})`,
    ],
  );
}

interface Kind {
  readonly id: string;
  readonly name: string;
  /** How it is called in sentences, as a source. */
  readonly called: string;
  /** How it is called besides, beside another result: 公开 12 件，不予公开 3 件. */
  readonly loosely: string | null;
}

/** The kinds of results with their printed names. */
function resultsOf(edition: Edition): Kind[] {
  const { rows } = findTable(edition, 'applications', 'matrix');
  const results = rows.filter(isRowGroup).flatMap((node) => groups(node.rows));
  const { results: called, resultsBeside: loosely } = edition.spoken;
  return results
    .filter(({ id }) => id !== 'total')
    .map(({ id, label }) => {
      const name = word(label);
      return { id, name, called: called[id] ?? escape(name), loosely: loosely[id] ?? null };
    });
}

/** 予以公开（含部分公开）21 件: the number is both together. */
const including = '（(?:其中)?(?:含|包括|包含|及|和|与|加)';
/** A name that stands in brackets without a number of its own. */
const bracketEnd = '[^（）\\d]{0,12}）';

/** What results are told of, besides the pattern of each. */
interface Results {
  readonly gathering: Gathering;
  readonly kinds: readonly Kind[];
  /** How all of them are called, as one alternative. */
  readonly names: string;
  /** That a text tells answers: 不予公开 3 条 alone may be of anything. */
  readonly answersTold: RegExp;
  /** What a statement about these rows is, but for its pattern. */
  readonly of: (...rows: string[]) => Omit<Statement, 'pattern' | 'under'> & Required<Pick<Statement, 'under'>>;
}

/** Each kind of result by its printed name, and the reasons that have a row of their own. */
export function gatherResults(gathering: Gathering): void {
  const { edition } = gathering;
  const kinds = resultsOf(edition);
  const infoOnly = {
    paragraphMust: aboutInformation(edition),
    sentenceSoFarNever: wording(`${neverSampled.source}|${kindsOfDocuments.source}|${kindsOfInformation.source}`),
  };
  const of: Results['of'] = (...rows) => ({
    rule: 'N-GROUP',
    sums: [applicationsAt(edition, rows)],
    under: ofApplicants(gathering, [rows]),
    clauseNever: /评查|抽查|检查/u,
    ...infoOnly,
  });
  const names = `(?:${kinds.map(({ called }) => called).join('|')})`;
  const others = kinds.filter(({ id }) => id !== 'denied').map(({ called }) => called);
  const answersTold = wording(`申请|答复|办结|结果|${others.join('|')}|${anySpokenRow(edition)}`);
  const results = { gathering, kinds, names, answersTold, of };
  for (const kind of kinds) gatherKind(results, kind);
  gatherGranted(results);
  gatherOthers(results);
  gatherReasons(results);
}

/** 公开 alone, and both that were made public together. */
function gatherGranted({ gathering: { add, addEach }, of }: Results): void {
  const loosely = '(?:主动|依申请|全部|完全)公开';
  add({
    ...of('granted'),
    pattern: `其中[：:，]?${number}(?:已|依法)公开(?=[，、；。])`,
    paragraphMust: ofApplications,
  });
  // 2 件办理结果为主动公开.
  addEach(
    { ...of('granted'), paragraphMust: ofApplications },
    either(`结果为${loosely}${gap(4)}`, `${near(4)}结果为${loosely}`),
  );
  // 收到申请 3 件，其中公开 3 件.
  add({
    ...of('granted'),
    pattern: `(?<=[，；])(?:其中[：:，]?)?(?:依法|已|全部)?公开${number}(?=[，；。])`,
    sentenceSoFarMust: wording(`${spokenOf}${spoken}{0,12}\\d{1,12}${unitWords}(?:（[^（）]{0,40}）)?[，；]?$`),
  });
  // 公开或部分公开政府信息 21 件: of both.
  addEach(
    { ...of('granted', 'partlyGranted') },
    either(
      `(?:予以)?公开(?:或者?|及|和|与|以及)部分(?:予以)?公开(?:的)?(?:政府)?(?:信息)?${gap(6)}`,
      `${near(4)}公开(?:或者?|及|和|与|以及)部分(?:予以)?公开`,
    ),
  );
}

/** 其他, of which there is a group and a last row; of results that are told one by one, all that were not named. */
function gatherOthers({ gathering: { edition, add, addEach }, kinds, names, of }: Results): void {
  const words = kinds.map(({ id, called }) => ({ id, word: wording(called) }));
  const notNamed = (before: string): readonly (readonly Figure[])[] => {
    const left = words.filter(({ word }) => !word.test(before));
    return left.length < kinds.length - 1 ? of(...left.map(({ id }) => id)).sums : [];
  };
  // 其他处理 104 件，逾期不补正 48 件，…，其他情形 49 件.
  const otherwise = kinds.filter(({ id }) => id === 'other').map(({ name }) => escape(name));
  const [group, last] = [of('other'), of('other.rest')];
  add({
    ...last,
    under: notNamed,
    pattern: `(?<=[、，；：（])其他(?:情形|情况|原因)?(?:的)?${number}`,
    sentenceSoFarMust: wording([...otherwise, '逾期(?:不|未)(?:作?补正|按|缴|交)'].join('|')),
  });
  // 予以公开 2 件，部分公开 1 件，其他 1 件（申请人撤销）: the group or its last row.
  const beside = (called: string): RegExp => wording(`${called}[^。]*\\d|\\d[^。]*${called}`);
  for (const { rest, must } of [
    { rest: '(?:作|做|属于?|有|为)?其[他它](?:类)?', must: beside(`(?:${names}|${anySpokenRow(edition)})`) },
    { rest: '(?:作|做|属于?|有|为)?其[他它](?:情形|情况|方式处理|方式|原因|答复)', must: beside(names) },
  ]) {
    addEach(
      {
        ...group,
        sums: [...group.sums, ...last.sums],
        under: notNamed,
        sentenceSoFarMust: must,
        // 法律服务机构 3 件，其他 1 件 are applicants.
        sentenceSoFarNever: wording(`(?:${applicantLabels(edition).join('|')})[^。]*\\d`),
      },
      [
        `(?<=^|[、，；])${rest}的?(?:（[^（）\\d]{0,20}）的?)?${number}(?=[，。；（]|$)`,
        `(?<=^|[、，；])${number}${rest}(?=[，。；（]|$)`,
      ],
    );
  }
}

/** A single one, of which the sentence goes on to tell. */
const onlyOne = `(?=1[^\\d.])${number}(?:[^。；\\d（）]|（[^（）\\d]{0,20}）){0,60}`;
/** 收到 1 件: no other number stands before it. */
const received1 = wording(`^(?![^]*\\d${unitWords})[^]*(?:收到|受理|接收|接到|新收|申请|办结|答复)`);

/** What may follow the name of a result up to its end. */
const ofTheKind = '[”"』」]?(?:的|类|答复|处理|办理|决定|意见|情形|范围|申请){0,3}';

/** One kind of result by what it is called, and by what it is called beside others. */
function gatherKind(results: Results, kind: Kind): void {
  const { gathering, kinds, names, of } = results;
  const { addEach, name } = gathering;
  const { called } = kind;
  gatherResult(results, kind, called, {});
  if (kind.loosely !== null) {
    const others = kinds.filter((other) => other !== kind).map((other) => other.called);
    gatherResult(
      results,
      kind,
      `(?<=^|其中|作出|为|[，、；：（“\\d件条宗份项起例个次封]|属于?)${kind.loosely}(?=${ofTheKind}(?:政府)?(?:信息)?(?:为|有|共|计|共计|的){0,2}[：:]?(?:[，、；。）（]|\\d|$))`,
      {
        sentenceMust: wording(
          `${others.join('|')}|${anySpokenRow(gathering.edition)}|(?:办理|答复|处理)(?:结果|情况)：`,
        ),
      },
    );
  }
  name({
    rule: 'N-GROUP',
    word: wording(called),
    denied: wording(`${none}(?:${names}${and})*${called}(?:${and}${names})*${resultEnd}`),
    sums: of(kind.id).sums,
    parts: [],
  });
  // Two names joined stand for their sum.
  for (const other of kinds) {
    const joined = `${called}(?:(?:及|和|与|或)${other.called}|${including}${other.called}(?:的)?）)`;
    addEach(
      { ...of(kind.id, other.id) },
      either(`${joined}[：:]?(?:的)?(?:共|共计|合计)?${gap(10)}`, `${near(8)}${joined}`),
    );
  }
}

/** 逾期不补正 2 件，其他处理 1 件: the group or its last row. */
const besideNotCorrected = (of: Results['of']): ReturnType<typeof under> => {
  const [group, last] = [of('other').under, of('other.rest').sums];
  return (before) => [...group(before), ...(/补正[^。；]*\d/u.test(before) ? last : [])];
};

/** A result by one of its names, in all the ways to tell its number. */
function gatherResult(
  { gathering: { edition, add, addEach }, names, answersTold, of }: Results,
  { id, name }: Kind,
  called: string,
  guards: Pick<Statement, 'sentenceMust'>,
): void {
  // 不予公开信息 1535 条 are no applications; 无法提供政府信息 9 件 are.
  const documents = name.endsWith('公开');
  const aDocument = documents ? '(?:政府)?信息|' : '';
  const told = {
    ...of(id),
    ...(id === 'other' && { under: besideNotCorrected(of) }),
    ...guards,
    clauseSoFarNever: notAResult(edition),
    ...((id === 'denied' || guards.sentenceMust) && { paragraphMust: answersTold }),
  };
  const ownWord = '(?<![及和或与不]|部分)';
  const alone = `${ownWord}${called}(?!等(?:其他)?(?:情况|情形)|及|和|与|或|${aDocument}、?${names}|${including}${names}|${bracketEnd})`;
  addEach(
    { ...told },
    either(
      `${alone}[”"』」]?(?:（[^（）\\d]{0,40}）)?[：:]?${gap(10)}(?!\\d{1,12}${unitWords}内容)`,
      `${near(8)}${alone}`,
    ),
  );
  const some = `(?<=^|[，；：、]|其中)(?:另|有|其中|对){0,2}${number}`;
  const received = '收到|受理|接收|新收|申请中';
  addEach(told, [
    // 3 条内容涉及经济安全，不予公开: why stands between.
    `${some}(?!${spoken}{0,24}(?:${received}|${names}))${spoken}{2,24}，(?:${spoken}{2,16}，)?(?:故|因此|依法|决定|所以|也|未|保存)?${spoken}{0,6}(?<![及和或与、]|部分)${called}${ofTheKind}(?=[，。；]|$)`,
    // 8 件在本单位未查询到相关信息无法提供: the same in one clause.
    `${some}(?:申请)?(?=因|由于|在|属|不|未|经|本|系|为)(?!${spoken}{0,24}(?:${received}|部分|${names}${spoken}{0,24}${called}))${spoken}{3,24}(?<![及和或与、]|部分)${called}${ofTheKind}(?=[，。；]|$)`,
    // 部分公开 67，占 4.61%: the unit may be left out behind the name itself.
    `${alone}(?<![\\d.])(?<n>\\d{1,9})(?=[，、；。]|$)`,
  ]);
  // 收到 2 件，均予以公开: all of them. 收到 1 件，内容为…，决定予以公开: so the one.
  for (const [pattern, sentenceSoFarMust] of [
    [
      `${number}${near(16)}[，（](?:${spoken}{0,16}，)?(?:${everyOne}|故|因此|所以)(?:已|依法|按时|按期|按规定|为|属于?|作出|答复){0,4}`,
      /(?:收到|受理|接收|接到|新收|申请|办结|答复)/u,
    ],
    [
      `${onlyOne}[，（](?:经审查|经研究|经核实|经检索|最终|依法|决定|已|故|现|(?:办理|处理|答复)?结果|按规定(?:流程|程序)?|予以|为|是|属于?|作出|答复){0,4}`,
      received1,
    ],
  ] as const) {
    add({
      ...told,
      besides: true,
      pattern: `${pattern}${called}${ofTheKind}(?=[，。；）]|$)`,
      sentenceSoFarMust,
    });
  }
}

/** 受理信访申请 350 件: what a body deals with, no reason of an answer. */
const petitionsReceived =
  /(?:受理|收到|接收|接到|接待|办理)(?:了|到|群众|各类|有效|的){0,3}(?:信访|举报|投诉)(?!.*(?:信息公开|不予处理))/u;

/** Reasons, each a row of its own. */
function gatherReasons({ gathering, names, of }: Results): void {
  const { edition, add, addEach, name } = gathering;
  // 信息不存在 8 件: a reason that the form has no words for, if it is told of no other that comes to the same.
  const missing =
    '(?:(?:(?:信息|文件|材料)|(?<=[，、；：件](?:告知)?))不存在|(?:未|没有)制作[、或和及]{1,2}(?:未|没有)?(?:获取|保存)(?:相关|该)?(?:政府)?(?:信息)?|查无(?:此|该|相关)?(?:政府)?信息|(?<=^|[，、；：件])(?:不属于?|非)本(?:机关|单位|部门|[局委办厅镇乡院])掌握)';
  const [group, notHeld] = [of('unavailable'), of('unavailable.notHeld')];
  addEach(
    {
      ...group,
      sums: [...notHeld.sums, ...group.sums],
      paragraphMust: ofApplications,
      sentenceMust: wording(`^(?![^]*(?:不掌握|未掌握|不属于?本(?![^，。；]{1,3}掌握)|${missing}[^]*${missing}))`),
    },
    either(`${missing}(?:而|的|故|无法提供){0,3}${gap(4)}`, `${near(8)}${missing}`),
  );
  for (const { id, called, word } of spokenRowsOf(edition)) {
    const { rule, sums, under: ofOthers } = of(id);
    addEach(
      {
        rule,
        sums,
        under: ofOthers,
        paragraphMust: /申请|公开|答复|处理|提供|告知|属于/u,
        clauseSoFarNever: petitionsReceived,
        clauseNever: /培训|评查|抽查|备案|留言|热线|工单|来信|来访|赠|订阅|编印|发放/u,
        ...(/denied|publication/u.test(id) ? { sentenceMust: /申请|不[予再]|属于|答复|提供|(?:部分|禁止)公开/u } : {}),
      },
      either(
        `(?:${called})(?!等(?:原因|情形|情况|理由|事由))[^，。；、：:,;\\d（）()]{0,26}(?:（[^（）\\d]{0,20}）)?(?:、(?:行政机关)?(?:不再处理|${names}))?[：:]?${gap(16)}(?:，(?:为|有|共|计|达))?`,
        `${near(14)}(?:${called})(?!等(?:原因|情形|情况|理由|事由))`,
      ),
    );
    // 2 件，系本机关不掌握的信息: all of them. 1 件，内容为…，经审查属于商业秘密: the one.
    for (const [counted, only] of [
      [`${number}${near(8)}[，（](?:${everyOne}|系|属于?|因|由于|《条例》|所指){0,4}`, {}],
      [`${onlyOne}[，（](?:经审查|经研究|经核实|经检索|系|属于?|因|由于|涉及){0,4}`, { sentenceSoFarMust: received1 }],
    ] as const) {
      add({
        rule,
        sums,
        ...only,
        besides: true,
        pattern: `${counted}(?:${called})[^，。；：、（）\\d]{0,12}(?=[，。；）]|$)`,
        paragraphMust: /申请|公开|答复/u,
        clauseNever: /培训|评查|抽查|备案|留言|热线|工单|来信|来访|赠|订阅|编印|发放/u,
      });
    }
    const aResult = `(?=[^]*(?:申请|${names}))`;
    name({
      rule: 'N-GROUP',
      word,
      denied: wording(`${none}(?![^]*(?:复议|诉讼|泄|失密))${aResult}[^，。；\\d]{0,16}(?:${called})`),
      sums,
      parts: [],
    });
  }
}

/** 自然人办件 106873 件, 法人服务事项 36 项: of persons and firms, but no applications of theirs. */
const notAnApplicant = /库|意见|办件|用户|注册|服务事项|证照/u;

/** All of a number by one applicant. */
function gatherApplicantOfAll(
  { edition, applicants, add }: Pick<Gathering, 'edition' | 'applicants' | 'add'>,
  of: (columns: readonly string[]) => Omit<Statement, 'pattern'>,
): void {
  // 收到申请 5 件，均为自然人申请; 1 件，申请主体为企业: all of them.
  const loosely = Object.entries(edition.spoken.applicantsBeside).map(([id, called]) => ({
    words: `${called}(?=申请|提|[，。；）]|$)`,
    columns: [id],
  }));
  for (const { words, columns } of [...applicants, ...loosely]) {
    const named = `(?:申请(?:人|主体|者)(?:情况|类型|类别|身份)?${everyOne}?(?:为|是|系|属于?)|${everyOne}?(?:为|是|系|由|来自))${words}`;
    for (const [counted, only] of [
      [`${number}${near(16)}[，（]?`, {}],
      [`${onlyOne}[，（]`, { sentenceSoFarMust: received1 }],
    ] as const) {
      add({
        ...of(columns),
        ...only,
        besides: true,
        pattern: `${counted}${named}[^，。；：（）、和及与或\\d]{0,14}(?=[，。；）]|$)`,
        paragraphMust: /申请/u,
        clauseNever: notAnApplicant,
      });
    }
  }
}

/** 公民 34 件，企业 1 件: words that mean an applicant beside another one. */
function gatherApplicantsBeside(
  { edition, applicants, addEach }: Pick<Gathering, 'edition' | 'applicants' | 'addEach'>,
  of: (columns: readonly string[]) => Omit<Statement, 'pattern'>,
): void {
  for (const [id, called] of Object.entries(edition.spoken.applicantsBeside)) {
    const others = applicants.filter(({ columns }) => !columns.includes(id) || columns.length > 1);
    const beside = [
      ...others.map(({ words }) => words),
      ...Object.values(edition.spoken.applicantsBeside).filter((each) => each !== called),
    ].join('|');
    addEach(
      {
        ...of([id]),
        sentenceMust: wording(`\\d[^。；\\d]{0,8}(?:${beside})|(?:${beside})[^。；\\d]{0,8}\\d`),
        paragraphMust: /申请/u,
        clauseNever: notAnApplicant,
      },
      [
        `(?<=^|其中|为|[，、；：（“])${called}(?:类|申请|提出|提交|的|为|有|共|”){0,3}[：:]?${number}`,
        `${number}(?:申请人?)?(?:为|是|由|系|属于?)${called}(?:类|申请|提出|提交|的){0,3}(?=[，。；、）]|$)`,
      ],
    );
  }
}

/** By applicant: of the applications received, or of those in the rows that the sentence named before. */
export function gatherApplicants({ edition, applicants, add, addEach }: Gathering): void {
  const rows: (readonly [word: RegExp, row: string])[] = [
    ...resultsOf(edition).map(({ id, called }) => [wording(called), id] as const),
    ...spokenRowsOf(edition).map(({ id, word }) => [word, id] as const),
    [/答复|办结|办理/u, 'total'],
    [wording(carriedOut), 'carriedOut'],
    [wording(carriedIn), 'carriedIn'],
  ];
  const of = (columns: readonly string[]) =>
    ({
      rule: 'N-TYPE',
      sums: [
        applicationsAt(edition, ['received'], columns),
        applicationsAt(edition, ['received', 'carriedIn'], columns),
      ],
      under: under(rows.map(([word, row]) => naming(word, () => [applicationsAt(edition, [row], columns)]))),
      sentenceSoFarNever: othersLast,
    }) as const;
  const joint = '(?:、|和|及|与|或|（含|（包括)';
  const labels = applicantLabels(edition).join('|');
  const anyApplicant = [...applicants.map(({ words }) => words), '企业'].join('|');
  for (const { words: called, columns } of applicants) {
    // 自然人和企业 35 件, 自然人（含企业）35 件: the number is of both.
    const words = `(?<!(?:${anyApplicant})${joint}${ofThemAll})${called}(?!${joint}(?:${anyApplicant}))`;
    addEach(
      {
        ...of(columns),
        paragraphMust: wording(`申请|(?:${labels})[^。]*(?:${labels}|法人)`),
        clauseNever: notAnApplicant,
      },
      [
        ...either(`${words}${gap(16)}`, `${near(3)}(?:为|是|由|属)?${words}(?:提出|申请|提交)`),
        `${words}${gap(8)}(?:[\\d.]{1,12}%)?，(?:为|有|共|计|达)${number}`,
      ],
    );
  }
  gatherApplicantOfAll({ edition, applicants, add }, of);
  gatherApplicantsBeside({ edition, applicants, addEach }, of);
  add({
    ...of(['otherOrganization']),
    pattern: `(?<=[、，；])其他(?:组织|申请人)?(?:申请|提出)?${number}`,
    sentenceMust: wording(`(?:${labels}|法人|企业)[^。；]*(?:${labels}|企业)`),
  });
}

/** Carried over from the year before, and to the next. */
export function gatherCarried(gathering: Gathering): void {
  const { edition, addEach, name } = gathering;
  for (const { phrase, row, denied, also, about, never } of [
    {
      phrase: carriedOut,
      row: 'carriedOut',
      about: /申请|转|办/u,
      never: null,
      denied: wording(
        `${none}[^，。；]{0,8}(?:跨年|结转(?:至|到)?(?:下|次|明|\\d)|转(?:至|入)下)|${none}(?:上一?年度?(?:和|及|与|、))?下一?年度?的?结转`,
      ),
      also: [],
    },
    {
      phrase: underWay,
      row: 'carriedOut',
      about: ofApplications,
      never: casesSince,
      denied: null,
      also: [],
    },
    {
      phrase: carriedIn,
      row: 'carriedIn',
      about: /申请|转|办/u,
      never: null,
      denied: wording(
        `${none}(?:下一?年度?(?:和|及|与|、))?${lastYear}(?:(?:和|及|与|、)下一?年度?)?的?${carriedOver}`,
      ),
      // 加上上年结转共办理 39 件.
      also: [applicationsAt(edition, newAndCarried)],
    },
  ]) {
    const sum = applicationsAt(edition, [row]);
    const ofColumn = ofApplicants(gathering, [[row]]);
    const withThat = under([naming(/(?:加上?|连同|含|包括|算上|计入)$/u, () => also)]);
    // 3件因期限未到，结转下年度: the reason may stand between.
    const reason =
      '(?:申请)?(?:因|由于|尚|仍|还|正|未(?:到|届|满)|(?:按照?|依照?|根据)[^，。；\\d]{1,10}规定)[^。；\\d]{0,24}';
    // 没有上年接转，本年 9 件: what is denied has no number.
    const affirmed = `(?<!没有|未有|无|不存在)${phrase}`;
    addEach(
      {
        rule: 'N-CARRY',
        sums: [sum],
        under: (before) => [...ofColumn(before), ...withThat(before)],
        paragraphMust: about,
        clauseNever: otherMatters,
        sentenceSoFarNever: never === null ? othersCounted : wording(`${othersCounted.source}|${never.source}`),
      },
      either(`${affirmed}${gap(14)}`, `(?:(?:${object})?${near(6)}|${reason})${phrase}`),
    );
    name({ rule: 'N-CARRY', word: wording(phrase), denied, sums: [sum], parts: [] });
  }
  gatherCarriedEither(gathering);
}

/** 结转 alone may be from the year before or to the next, if neither is named. */
function gatherCarriedEither({ edition, add, addEach, name }: Gathering): void {
  const inOrOut = [applicationsAt(edition, ['carriedIn']), applicationsAt(edition, ['carriedOut'])];
  const carried = { rule: 'N-CARRY', paragraphMust: /申请/u, clauseNever: otherMatters } as const;
  const out = { ...carried, sums: [applicationsAt(edition, ['carriedOut'])] };
  addEach(out, [
    // 结转 2 件至下年办理: the number stands between.
    `(?:结转|顺延)(?:了)?${number}(?:申请)?(?:至|到)${nextYear}`,
    // 除 5 件结转办理外，其余均已答复.
    `除${number}(?:申请)?(?:尚|仍|还|需)?结转(?:办理|处理)?外?(?=[，外])`,
  ]);
  // 年底仍有 2 件申请在办理期限内.
  add({
    ...out,
    pattern: `(?<=尚|仍|还)有${number}(?:${object}|申请)?(?:尚|仍|正)?在(?:法定)?(?:(?:办理|答复)(?:之?中|期限内)|办(?=[，。；]))`,
    paragraphMust: ofApplications,
    sentenceSoFarNever: wording(`${othersCounted.source}|${casesSince.source}`),
  });
  add({ ...carried, sums: inOrOut, pattern: `(?<=^|[，；、。：])结转(?:申请)?(?:共|为)?${number}` });
  name({
    rule: 'N-CARRY',
    word: /(?:^|[、和及与])(?:申请)?结转(?:数|量|数量|件数)?$/u,
    denied: wording(`${none}结转(?:$|(?:的)?(?:政府信息公开)?(?:申请|事项|件|情况))`),
    sums: inOrOut,
    parts: [],
  });
  // 上年无结转: which year stands before.
  for (const { after, row } of [
    { after: /(?:上一?年度?|去年)(?:度|均|也|并){0,2}$/u, row: 'carriedIn' },
    { after: /(?:下一?年度?|次年|明年)(?:度|均|也|并){0,2}$/u, row: 'carriedOut' },
  ]) {
    name({
      rule: 'N-CARRY',
      word: null,
      denied: wording(`${none}结转`),
      deniedAfter: after,
      sums: [applicationsAt(edition, [row])],
      parts: [],
    });
  }
}
