/**
 * What sentences of the text say about figures: which wording states a number, and which sums of the tables it may mean.
 * Where several sums could be meant, any of them satisfies the sentence. Labels come from the edition.
 */
import { isColumnGroup, isRowGroup, type Edition, type RowNode } from '../report/edition';
import { findTable, rowsOf, type Figure } from '../report/figures';
import type { RuleId } from './catalogue';
import { anySpokenRow, spokenRows } from './spokenRows';
import { figuresAt } from './sums';

export interface Statement {
  readonly rule: RuleId;
  /** Matches within one clause; `n` is the number. */
  readonly pattern: RegExp;
  /** What the number may be, the likeliest first. */
  readonly sums: readonly (readonly Figure[])[];
  /** The paragraph, up to the end of the sentence, must hold this for the pattern to count. */
  readonly needs?: RegExp;
  /** The sentence must hold this. */
  readonly sentenceNeeds?: RegExp;
  /** The sentence, up to the match, must hold this. */
  readonly after?: RegExp;
  /** The clause in which it stands must not hold this. */
  readonly never?: RegExp;
  /** The clause, up to the number, must not hold this. */
  readonly unless?: RegExp;
  /** The sentence, up to the number, must not hold this. */
  readonly neverBefore?: RegExp;
}

/** A sum that a sentence may speak of without a number of its own: A、B均为0, 未发生行政复议, 无结转. */
export interface Named {
  readonly rule: RuleId;
  /** How it is called before 均为0. */
  readonly word: RegExp;
  /** How it is denied behind 未, 无 or 没有; `null` where that would deny something else. */
  readonly denied: RegExp | null;
  /** What may be meant; one of them at least must fit. */
  readonly sums: readonly (readonly Figure[])[];
  /** Parts that a sentence may name: 未收到科研机构的申请 denies that column alone. */
  readonly parts: readonly { readonly word: RegExp; readonly sum: readonly Figure[] }[];
}

/** Statements of one edition, and the sums that it may name together. */
export interface Statements {
  readonly statements: readonly Statement[];
  readonly named: readonly Named[];
}

/** Words after which a number counts cases. */
export const unitWords =
  '(?:件次|人次|件|条|项|份|宗|次|起|个(?!工作日|月|小时|自然日|环节|部门|单位|方面)|部(?!门|委|分|署))';
/** A count: with its unit, or alone behind 为. */
const number = `(?<![\\d.])(?<n>\\d+)(?:${unitWords}|(?<=为\\d+)(?![\\d.%年月日个余多]))`;
/** What may stand between a word and its number: no other number, no new clause. */
const gap = (most: number): string => `[^，。；、：:,;\\d]{0,${most}}`;
/** What may stand between a number and a word behind it: no bracket besides. */
const near = (most: number): string => `[^，。；、：:,;（）()\\d]{0,${most}}`;

const either = (before: string, after: string): RegExp[] => [
  new RegExp(`${before}${number}`, 'gu'),
  new RegExp(`${number}${after}`, 'gu'),
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A label without its number and without what is explained in brackets: （二）部分公开（…） → 部分公开. */
const word = (label: string): string =>
  label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/u, '').replace(/（.*$/u, '');

/** The labels under which rows are grouped, with the rows of each. */
const groups = (nodes: readonly RowNode[]): { readonly id: string; readonly label: string }[] =>
  nodes.flatMap((node) =>
    node.id !== undefined ? [{ id: node.id, label: node.label }] : isRowGroup(node) ? groups(node.rows) : [],
  );

/** Applications for something else than information, and what is done with things that are no applications at all. */
const otherMatters =
  /复议|诉讼|行政诉|不服|许可|信访|处罚|补助|低保|贷款|入学|租房|认定|登记(?!办理|(?:政府)?信息公开|依申请)|审批|执行|赔偿|仲裁|救助|专利|商标|职称|听证|调解|援助|提案|建议|留言|信箱|热线|12345|咨询|投诉|来信|来电|来访|备案|工单|政务服务|不动产/u;
/** One way of handing in among several: its number is a part. */
const channels =
  /^(?!.*等(?:多种)?(?:渠道|方式|途径)).*(?:网上|网络|在线|信函|来函|当面|现场|邮寄|邮政|邮件|传真|渠道|窗口)[^（(]*\d/u;
const aboutInformation = new RegExp(`公开|政府信息|申请|${anySpokenRow.source}`, 'u');
/** 无法提供 and the like with a reason: the row of that reason is meant. 不予公开文件 are no applications. */
const notAResult = new RegExp(`${anySpokenRow.source}|文件|公文|目录|案例|理由`, 'u');
const infoOnly = { needs: aboutInformation, neverBefore: otherMatters };

/** An edition with what is gathered about it. */
interface Gathering {
  readonly edition: Edition;
  readonly add: (statement: Statement) => void;
  readonly name: (named: Named) => void;
}

const applicationsAt = (edition: Edition, rows: readonly string[], columns: readonly string[] = ['total']): Figure[] =>
  figuresAt(edition, 'applications', rows, columns);

/** How applicants are called, with the columns that are meant. */
function applicantsOf(edition: Edition): { readonly words: string; readonly columns: readonly string[] }[] {
  const table = findTable(edition, 'applications');
  if (table.form !== 'matrix') return [];
  const also: Readonly<Record<string, string>> = {
    person: '公民个人|个人(?=申请)|公民(?=申请|提)',
    enterprise: '(?<![\\u4e00-\\u9fff])企业(?=申请|提)|(?<=来自)企业',
    research: '科研院所',
    socialOrganization: '公益组织',
    legalService: '律师事务所|法律服务组织',
  };
  // 总计 and 其他 are no names of applicants in a sentence.
  const named = ({ label }: { readonly label: string }): boolean => label.length > 2;
  const words = ({ id, label }: { readonly id: string; readonly label: string }): string =>
    `(?:${[escape(label), also[id]].filter((each) => each !== undefined).join('|')})`;
  return table.columns.flatMap((column) =>
    isColumnGroup(column)
      ? [
          {
            words: `(?:${escape(column.label)}|法人(?:和|或|及|、|以及)?(?:者)?其他组织|法人)`,
            columns: column.columns.map(({ id }) => id),
          },
          ...column.columns.filter(named).map((each) => ({ words: words(each), columns: [each.id] })),
        ]
      : named(column)
        ? [{ words: words(column), columns: [column.id] }]
        : [],
  );
}

/** How an application for information is called. 申请 alone may be for anything: it counts with nothing but filler before. */
const filler =
  '(?:的|了|到|新|共|共计|总计|各类|有效|书面|公民|群众|社会公众|自然人|企业|法人|当事人|其他组织|提出|提交|和|及|或|、)*';
const spoken = '[^，。；：:,;\\d]';
const forInformation = (most: number): string =>
  `(?:${spoken}{0,${most}}(?:公开|政府信息)${spoken}{0,10}申请|${spoken}{0,${most}}(?:依申请|申请)(?:政府)?(?:信息)?公开|${filler}申请)`;
const receipt = '(?:收到|受理|收办|新收|接收|接到|收悉|新增|登记|收)';
const clauseStart =
  '(?<=^|[，。；：:、（(]|全[市县区旗州]|我[市县区旗局委办厅镇乡院]|本(?:机关|单位|局)|全年|年度|本年|今年|年内|\\d年|共|计|另有)';

/** Received: the number may be new applications, or new ones with those carried in. */
function gatherReceived({ edition, add, name }: Gathering): void {
  const at = (...rows: string[]): Figure[] => applicationsAt(edition, rows);
  const sums = [at('received'), at('received', 'carriedIn')];
  const never = new RegExp(`${otherMatters.source}|${channels.source}|上年|结转|答复|办结|办理完|文件|公文`, 'u');
  for (const pattern of [
    new RegExp(`${receipt}${forInformation(30)}${gap(12)}${number}`, 'gu'),
    new RegExp(`${receipt}${gap(10)}${number}${forInformation(6)}`, 'gu'),
  ]) {
    add({ rule: 'N-RECV', pattern, sums, needs: aboutInformation, never });
  }
  // 依申请公开情况：全年共收到37件: what the sentence is about stands before.
  add({
    rule: 'N-RECV',
    pattern: new RegExp(`${clauseStart}(?:共|共计|我[局委办厅镇乡院])*${receipt}(?:了|到|共|共计)*${number}`, 'gu'),
    sums,
    after: /依申请公开|信息公开(?:的)?申请/u,
    never,
    neverBefore: otherMatters,
  });
  const newly = new RegExp(`新收(?:到|件)?${gap(4)}${number}`, 'gu');
  add({ rule: 'N-RECV', pattern: newly, sums: [at('received')], needs: /申请/u, never: otherMatters });
  // Both together: 新收 37 件，上年结转 2 件，合计 39 件.
  const together = new RegExp(
    `(?<=结转[^。；]{0,24}[，、；])(?:合计|共计|总计|共需?|应)(?:办理|处理|办结)?(?:政府信息公开)?(?:申请)?${number}`,
    'gu',
  );
  add({ rule: 'N-RECV', pattern: together, sums: [at('received', 'carriedIn'), at('total')], needs: /申请/u });
  // Handled, or named without a verb: received, with what was carried in, or answered.
  const any = [...sums, at('total')];
  const handled = new RegExp(`(?:办理|处理)(?:的|了)?${forInformation(30)}${gap(12)}${number}`, 'gu');
  const bare = new RegExp(
    `${clauseStart}(?:政府信息公开申请|依申请(?:政府)?(?:信息)?公开)(?:书|件|表|事项)?(?:受理|办理|收到|登记|总数量|数量|总数|总量|数|量|总计|共计|合计|共|为|有|：|:)*${number}`,
    'gu',
  );
  for (const pattern of [handled, bare]) {
    add({ rule: 'N-RECV', pattern, sums: any, needs: aboutInformation, never });
  }
  name({
    rule: 'N-RECV',
    word: /(?:政府信息公开|依申请公开|信息公开)(?:申请|事项|件)?(?:数量|件数)?(?=$|、|和|及|与|以及)/u,
    denied:
      /(?:收到|接到|受理|收|接收)[^，。；\d]{0,30}(?:公开|信息|依)[^，。；、\d]{0,8}申请|(?:收到|接到|受理|接收)(?:任何|书面)?申请|^(?:没有|均无|无|零|不存在|未有|未发生|未产生)(?:任何|相关|发生)?(?:政府)?信息公开(?:的)?申请(?!行政|复议|人|答复|的?办理)|^(?:没有|均无|无|未发生|未产生|未有|不存在)(?:发生|任何)?依申请公开(?:政府)?(?:信息)?(?:的)?(?:情况|情形|件|$|，|。)|依申请公开(?:申请|事项|和|及|、)|^零(?:申请|受理)/u,
    sums: [at('received')],
    parts: applicantsOf(edition).map(({ words, columns }) => ({
      word: new RegExp(words, 'u'),
      sum: applicationsAt(edition, ['received'], columns),
    })),
  });
}

/** Answered: the total of the results. */
function gatherAnswered({ edition, add }: Gathering): void {
  const sums = [applicationsAt(edition, ['total'])];
  for (const pattern of [
    new RegExp(
      `(?<!未|未予|待)(?:答复|回复|办结|办复|办理完毕|办理完结|(?:告知书、?)?答复书|告知书|办理结果(?:共计|合计|总计))${gap(14)}${number}`,
      'gu',
    ),
    new RegExp(
      `${number}(?![^，。；]{0,6}未)${near(6)}(?:已|均已|全部)?(?:按时|依法|按期)?(?<!未)(?:答复|办结|办理完毕)(?!率)`,
      'gu',
    ),
  ]) {
    add({
      rule: 'N-ANS',
      pattern,
      sums,
      needs: /申请|办结[^。；]*结转|信息公开(?:告知|答复)/u,
      never: /评查|抽查|检查|评估|质量/u,
      neverBefore: otherMatters,
    });
  }
}

/** Each kind of result by its printed name; two names joined stand for their sum. */
function gatherResults({ edition, add, name }: Gathering): void {
  const table = findTable(edition, 'applications');
  const at = (...rows: string[]): Figure[] => applicationsAt(edition, rows);
  const results = table.form === 'matrix' ? table.rows.filter(isRowGroup).flatMap((node) => groups(node.rows)) : [];
  const kinds = results.filter(({ id }) => id !== 'total').map(({ id, label }) => ({ id, name: word(label) }));
  const names = kinds.map((kind) => escape(kind.name)).join('|');
  for (const { id, name: kind } of kinds) {
    const alone = `(?<![及和或与不])${escape(kind)}(?!及|和|与|或|、?(?:${names}))`;
    for (const pattern of either(`${alone}[”"』」]?(?:（[^（）]*）)?[：:]?${gap(10)}`, `${near(4)}${alone}`)) {
      add({ rule: 'N-GROUP', pattern, sums: [at(id)], unless: notAResult, ...infoOnly });
    }
    name({ rule: 'N-GROUP', word: new RegExp(escape(kind), 'u'), denied: null, sums: [at(id)], parts: [] });
    for (const other of kinds) {
      if (other.id === id) continue;
      const pattern = new RegExp(
        `${escape(kind)}(?:及|和|与)${escape(other.name)}[：:]?(?:的)?(?:共|共计|合计)?${gap(10)}${number}`,
        'gu',
      );
      add({ rule: 'N-GROUP', pattern, sums: [at(id, other.id)], ...infoOnly });
    }
  }
  // 公开 for 予以公开, where another result stands beside it.
  const granted = [at('granted')];
  for (const pattern of either(
    `(?<=^|[，、；：:。（(“])(?:依法|决定|同意|准予|给予|全部)?公开(?:的|答复|申请|为)*`,
    '(?:依法|决定|同意|准予|给予|全部)公开(?![^，。；、]*信息)',
  )) {
    add({ rule: 'N-GROUP', pattern, sums: granted, sentenceNeeds: /部分公开|不予公开|不予处理/u, ...infoOnly });
  }

  // Reasons, each a row of its own.
  for (const [id, spokenAs] of Object.entries(spokenRows)) {
    for (const pattern of either(
      `(?:${spokenAs})[^，。；、：:,;\\d（）()]{0,26}(?:、(?:行政机关)?不[再予]处理)?[：:]?${gap(16)}`,
      `${near(8)}(?:${spokenAs})`,
    )) {
      add({
        rule: 'N-GROUP',
        pattern,
        sums: [at(id)],
        needs: /申请|公开|答复|处理|提供|告知|属于/u,
        never: /培训|案卷评查|备案|留言|热线/u,
      });
    }
  }
}

/** By applicant. */
function gatherApplicants({ edition, add }: Gathering): void {
  const spokenOf = { needs: /申请|自然人[^。]*(?:商业企业|科研机构|法律服务机构|法人)/u, never: /库/u };
  const at = (columns: readonly string[]): Figure[][] => [
    applicationsAt(edition, ['received'], columns),
    applicationsAt(edition, ['received', 'carriedIn'], columns),
  ];
  for (const { words, columns } of applicantsOf(edition)) {
    for (const pattern of [
      ...either(`${words}${gap(16)}`, `${near(3)}(?:为|是|由|属)?${words}(?:提出|申请|提交)`),
      new RegExp(`${words}${gap(8)}，(?:为|有|共)${number}`, 'gu'),
    ]) {
      add({ rule: 'N-TYPE', pattern, sums: at(columns), neverBefore: otherMatters, ...spokenOf });
    }
  }
  add({
    rule: 'N-TYPE',
    pattern: new RegExp(`(?<=[、，；])其他(?:组织|申请人)?(?:申请|提出)?${number}`, 'gu'),
    sums: at(['otherOrganization']),
    sentenceNeeds: /(?:自然人|商业企业|法人)[^。；]*(?:法律服务机构|社会公益组织|科研机构)/u,
    neverBefore: otherMatters,
  });
}

/** Carried over from the year before, and to the next. */
function gatherCarried({ edition, add, name }: Gathering): void {
  const next =
    '(?:结转(?:至|到|入)?(?:下一?年度?|次年|明年|\\d{4}年度?)(?:继续)?(?:办理)?|(?<!结)转(?:至|到|入)?(?:下一?年度?|次年|明年)(?:继续)?(?:办理)?|转(?:至|到|入)\\d{4}年度?(?:继续)?(?:办理)?|跨年度(?:继续)?(?:办理|(?=[，。；]))|(?:尚未|未)办结|(?:尚|仍|正)在办理(?:之?中)?)';
  const last =
    '(?:(?:上一?年度?|去年|\\d{4}年度?)(?:结转|转入|遗留)(?!至(?!本|今)|到|下|次)|结转(?:上一?年度?|自上年))';
  for (const { phrase, row, denied } of [
    {
      phrase: next,
      row: 'carriedOut',
      denied: /^(?:无|没有|均无|未发生)[^，。；]{0,8}(?:结转(?:至|到)?(?:下|次|明|\d)|转(?:至|入)下)/u,
    },
    {
      phrase: last,
      row: 'carriedIn',
      denied: /^(?:无|没有|均无)(?:任何)?(?:上一?年度?|去年|\d{4}年度?)(?:结转|转入|遗留)/u,
    },
  ]) {
    const sum = applicationsAt(edition, [row]);
    // 3件因期限未到，结转下年度: the reason may stand between.
    const reason = '(?:申请)?(?:因|由于|尚)[^。；\\d]{0,24}';
    for (const pattern of either(`${phrase}${gap(14)}`, `(?:${near(6)}|${reason})${phrase}`)) {
      add({ rule: 'N-CARRY', pattern, sums: [sum], never: otherMatters });
    }
    name({ rule: 'N-CARRY', word: new RegExp(phrase, 'u'), denied, sums: [sum], parts: [] });
  }
  name({
    rule: 'N-CARRY',
    word: /^(?:申请)?结转$/u,
    denied: /^(?:无|没有|均无)(?:任何)?(?:需要?)?结转(?:的)?(?:政府信息公开)?(?:申请|事项|件|情况)/u,
    sums: [applicationsAt(edition, ['carriedIn']), applicationsAt(edition, ['carriedOut'])],
    parts: [],
  });
}

/** What may stand between the name of a kind of case and its number. */
const countWords = '(?:案件|申请|案|数量|数|共计|共|合计|总计|总数|为|有|发生|的|：|:)*';
/** Cases that a body decides or defends for others, and cases that are only filed. */
const otherCases =
  /备案|应诉|出庭|审理|(?<!未|已)审结|代理|办案|承办|县级以上|复议机构|各类(?:行政)?(?:复议|诉讼)|(?:收到|受理|接收|新收|办理)(?:行政)?复议/u;

/** Reviews and lawsuits, and how they ended. */
function gatherCases({ edition, add, name }: Gathering): void {
  const review = findTable(edition, 'review');
  if (review.form !== 'strip') return;
  const caseRows = rowsOf(review);
  const figures = (rows: readonly string[], column: string): Figure[] => figuresAt(edition, 'review', rows, [column]);
  const results = review.columns
    .filter(({ id }) => id !== 'total')
    // 结果维持 is also called 维持.
    .map(({ id, label }) => ({
      id,
      word: escape(label).replace(/^结果/u, '(?:结果)?').replace(/^尚未/u, '(?:尚未|未|正在)'),
    }));
  /** How the cases ended that were named last before the number. */
  const endings = (rows: readonly string[], after: RegExp, unless: RegExp | null): void => {
    for (const result of results) {
      for (const pattern of either(`${result.word}${gap(4)}`, `${near(3)}${result.word}`)) {
        add({
          rule: 'N-CASE',
          pattern,
          sums: [figures(rows, result.id)],
          after,
          neverBefore: unless === null ? otherCases : new RegExp(`${otherCases.source}|${unless.source}`, 'u'),
        });
      }
    }
  };
  for (const node of review.rows) {
    const own = isRowGroup(node) ? node.rows.map(({ label }) => label) : [node.label];
    const rows = caseRows.filter(({ labels }) => own.includes(labels.at(-1) ?? '')).map(({ id }) => id);
    const full = escape(node.label);
    const short = escape(node.label.replace(/^行政/u, ''));
    const others = review.rows.filter((other) => other !== node).map((other) => other.label.replace(/^行政/u, ''));
    for (const pattern of either(
      `(?:${full}|(?<![经行政])${short})${countWords}`,
      `(?:因政府信息公开)?(?:引发|引起|产生|提起)?的?${full}`,
    )) {
      add({ rule: 'N-CASE', pattern, sums: [figures(rows, 'total')], never: /许可/u, neverBefore: otherCases });
    }
    const called = new RegExp(`(?<!未经)${short}(?!机关|机构|纠错|案例|研讨|培训|工作)`, 'u');
    name({
      rule: 'N-CASE',
      word: called,
      denied: called,
      sums: [figures(rows, 'total')],
      parts: results.map((result) => ({ word: new RegExp(result.word, 'u'), sum: figures(rows, result.id) })),
    });
    endings(rows, new RegExp(`${short}(?![^]*(?:${others.map(escape).join('|')}))`, 'u'), /未经(?:行政)?复议|复议后/u);
  }

  // Lawsuits at once and after a review.
  const atOnce = '未经(?:行政)?复议(?:程序)?(?:而)?(?:直接)?(?:被)?(?:提)?起(?:行政)?(?:诉讼|诉)?(?:的)?(?:行政诉讼)?';
  const later = '(?<!未)(?:经)?(?:行政)?复议后(?:再|又|直接)?(?:被)?(?:提)?起(?:行政)?(?:诉讼|诉)?';
  for (const { id, phrase, other } of [
    { id: 'directLitigation', phrase: atOnce, other: later },
    { id: 'litigationAfterReconsideration', phrase: later, other: atOnce },
  ]) {
    const pattern = new RegExp(`${phrase}${countWords}${number}`, 'gu');
    add({ rule: 'N-CASE', pattern, sums: [figures([id], 'total')], neverBefore: /备案/u });
    endings([id], new RegExp(`${phrase}(?![^]*(?:${other}))`, 'u'), null);
  }

  // Both in one breath: 行政复议和行政诉讼共 19 件.
  const labels = review.rows.map(({ label }) => escape(label));
  add({
    rule: 'N-CASE',
    pattern: new RegExp(`${labels.join('(?:案件)?[、和及与]')}(?:案件)?(?:共|共计|合计|总计)${gap(4)}${number}`, 'gu'),
    sums: [
      figures(
        caseRows.map(({ id }) => id),
        'total',
      ),
    ],
    neverBefore: otherCases,
  });
}

/** How documents are called, and what is done with them. */
const documents = [
  { row: 'regulations', called: '规章(?!制度)' },
  { row: 'normativeDocuments', called: '规范性文件' },
];
const deeds = [
  { column: 'issued', verbs: '(?:制发|制定|出台|印发|新制发|新制定|新出台)' },
  { column: 'repealed', verbs: '(?:废止|宣布失效)' },
  { column: 'inForce', verbs: '(?:现行有效|继续有效)' },
];

/** Documents issued, repealed and in force: what was named last before the number, and what was last said to be done. */
function gatherDocuments({ edition, add, name }: Gathering): void {
  // 主动公开规章13件（含新制定5件）: what was made public, not what was issued.
  const madePublic = new RegExp(`公开[^，。；]{0,8}(?:规章|规范性文件)\\d+[^，。；]{1,2}（`, 'u');
  const anyDocument = documents.map(({ called }) => called).join('|');
  const anyDeed = deeds.map(({ verbs }) => verbs).join('|');
  const free = (most: number): string => `(?:(?!${anyDocument})[^，。；、：:,;\\d]){0,${most}}`;
  for (const { row, called } of documents) {
    for (const { column, verbs } of deeds) {
      const sum = figuresAt(edition, 'disclosure', [row], [column]);
      const published = /公示|发布|公布|解读|修订|事项|备案|规章制度/u;
      const unless = new RegExp(column === 'repealed' ? published.source : `${published.source}|公开|清理`, 'u');
      const named = `(?:行政)?${called}`;
      const total = '(?:数量|件数|共有|共计|合计|共|为|有|：|:)*';
      const after = new RegExp(`${called}(?![^]*(?:${anyDocument}))`, 'u');
      for (const statement of [
        // 制发行政规范性文件28件, 制发28件行政规范性文件.
        { pattern: `${verbs}${free(10)}${named}${gap(8)}${number}` },
        { pattern: `${verbs}${free(4)}${number}${near(4)}${called}` },
        // 行政规范性文件制发28件，废止19件.
        { pattern: `${verbs}${free(10)}${number}`, after },
        // 现行有效的规章2件、行政规范性文件28件.
        { pattern: `${named}${total}${number}`, after: new RegExp(`${verbs}(?![^]*(?:${anyDeed}))`, 'u') },
        ...(column === 'inForce' ? [{ pattern: `${number}${near(3)}${verbs}`, after }] : []),
      ]) {
        add({
          rule: 'N-FILES',
          pattern: new RegExp(statement.pattern, 'gu'),
          sums: [sum],
          unless,
          neverBefore: madePublic,
          ...(statement.after === undefined ? {} : { after: statement.after }),
        });
      }
      name({
        rule: 'N-FILES',
        word: new RegExp(`${verbs}[^，。；]*${called}|${called}[^，。；]*${verbs}`, 'u'),
        denied:
          column === 'inForce'
            ? new RegExp(`^(?:无|没有)${verbs}(?:的)?${named}`, 'u')
            : new RegExp(
                `^(?:未|没有|无)(?:新)?(?:${anyDeed}|[、和及与或])*${verbs}(?:[、和及与或]|${anyDeed})*(?:任何|过|的)*${named}`,
                'u',
              ),
        sums: [sum],
        parts: [],
      });
    }
  }
}

/** Decisions, and what was charged. */
function gatherDecisions({ edition, add, name }: Gathering): void {
  for (const row of ['licensing', 'penalties', 'coercion']) {
    const [figure] = figuresAt(edition, 'disclosure', [row], ['decisions']);
    if (figure === undefined) continue;
    const called = escape(figure.rowLabels.at(-1) ?? '');
    for (const pattern of either(
      `${called}(?:类|方面)?(?:[：:](?:全年|本年度?|年内)?(?:共|共计)?(?:作出|做出)?)?(?:处理)?(?:决定|案件)?(?:书)?(?:数量|数)?(?:共有|共计|合计|共|为|总数|：|:)*`,
      `${called}(?:处理)?(?:决定|案件)?`,
    )) {
      add({
        rule: 'N-PERM',
        pattern,
        sums: [[figure]],
        never: /公示|发布|公开|公布|信息|事项|目录|清单|诉讼|复议|下放|取消|备案/u,
        neverBefore: /双公示|公示信息|备案/u,
      });
    }
    const list = '(?:行政(?:许可|处罚|强制)(?:决定|案件)?[、和及与或])*';
    name({
      rule: 'N-PERM',
      word: new RegExp(called, 'u'),
      denied: new RegExp(
        `^(?:(?:未|没有)(?:作出|实施|办理|发生|开展)(?:过|任何)*|(?:无|没有|不存在)(?:任何)?)${list}${called}(?!信息|公示|清单|权力|复议|诉讼)`,
        'u',
      ),
      sums: [[figure]],
      parts: [],
    });
  }
  const amount = figuresAt(edition, 'disclosure', ['fees'], ['amount']);
  add({
    rule: 'N-PERM',
    pattern: /行政事业性收费(?:收入|金额|总额|总金额)?(?:共|共计|合计|为|：|:)*(?<n>\d+(?:\.\d+)?)万元/gu,
    sums: [amount],
  });
}

function build(edition: Edition): Statements {
  const statements: Statement[] = [];
  const named: Named[] = [];
  const gathering: Gathering = {
    edition,
    add: (statement) => {
      if (statement.sums.every((sum) => sum.length > 0)) statements.push(statement);
    },
    name: (each) => {
      if (each.sums.every((sum) => sum.length > 0)) named.push(each);
    },
  };
  for (const gather of [
    gatherReceived,
    gatherAnswered,
    gatherResults,
    gatherApplicants,
    gatherCarried,
    gatherCases,
    gatherDocuments,
    gatherDecisions,
  ]) {
    gather(gathering);
  }
  return { statements, named };
}

const known = new WeakMap<Edition, Statements>();

/** Statements of an edition, built once. */
export function statementsOf(edition: Edition): Statements {
  let statements = known.get(edition);
  if (statements === undefined) {
    statements = build(edition);
    known.set(edition, statements);
  }
  return statements;
}
