/**
 * What sentences of the text say about figures: which wording states a number, and which sums of the tables it may mean.
 * Where several sums could be meant, any of them satisfies the sentence. Labels come from the edition.
 */
import { isColumnGroup, isRowGroup, type Edition, type RowNode } from '../report/edition';
import { findTable, rowsOf, type Figure } from '../report/figures';
import type { RuleId } from './catalogue';
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
  /** The clause in which it stands must not hold this. */
  readonly never?: RegExp;
  /** The sentence, up to the number, must not hold this. */
  readonly neverBefore?: RegExp;
}

/** Statements of one edition, and the words by which several figures are called none at once. */
export interface Statements {
  readonly statements: readonly Statement[];
  /** A word for each sum that a sentence may call 0 without a number: `不予公开均为0`, `未发生行政复议`. */
  readonly named: readonly { readonly word: RegExp; readonly rule: RuleId; readonly sum: readonly Figure[] }[];
}

/** Words after which a number counts cases. */
export const unitWords = '(?:件次|人次|件|条|项|份|宗|次|起|个)';
const number = `(?<![\\d.])(?<n>\\d+)${unitWords}`;
/** What may stand between a word and its number: no other number, no new clause. */
const gap = (most: number): string => `[^，。；、：:,;\\d]{0,${most}}`;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** A label without its number and without what is explained in brackets: （二）部分公开（…） → 部分公开. */
const word = (label: string): string =>
  label.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/u, '').replace(/（.*$/u, '');

/** The labels under which rows are grouped, with the rows of each. */
const groups = (nodes: readonly RowNode[], prefix = ''): { readonly id: string; readonly label: string }[] =>
  nodes.flatMap((node) =>
    isRowGroup(node)
      ? [
          ...(node.id === undefined ? [] : [{ id: prefix + node.id, label: node.label }]),
          ...(node.id === undefined ? groups(node.rows, prefix) : []),
        ]
      : [{ id: prefix + node.id, label: node.label }],
  );

/** Applications for something else than information, and what is done with things that are no applications at all. */
const otherMatters =
  /复议|诉讼|行政诉|不服|许可|信访|处罚|补助|低保|贷款|入学|租房|认定|登记|审批|执行|赔偿|仲裁|救助|专利|商标|职称|听证|调解|援助|提案|建议|留言|信箱|热线|12345|咨询|投诉|来信|来电|来访|备案|工单|政务服务|不动产/u;
/** One way of handing in among several: its number is a part. */
const channels =
  /^(?!.*等(?:多种)?(?:渠道|方式|途径)).*(?:网上|网络|在线|信函|来函|当面|现场|邮寄|邮政|邮件|传真|渠道|窗口)[^（(]*\d/u;
/** What may stand between the name of a kind of case and its number. */
const countWords = '(?:案件|申请|案|数量|数|共计|共|合计|总计|总数|为|有|发生|的|：|:)*';
/** Cases that a body decides or defends for others, and cases that are only filed. */
const otherCases =
  /备案|应诉|出庭|审理|审结|代理|办案|承办|县级以上|复议机构|(?:收到|受理|接收|新收|办理)(?:行政)?复议/u;
const aboutInformation = /公开|政府信息|申请/u;

const either = (before: string, after: string): RegExp[] => [
  new RegExp(`${before}${number}`, 'gu'),
  new RegExp(`${number}${after}`, 'gu'),
];

function build(edition: Edition): Statements {
  const applications = findTable(edition, 'applications');
  const review = findTable(edition, 'review');
  const at = (rows: readonly string[], columns: readonly string[] = ['total']): readonly Figure[] =>
    figuresAt(edition, 'applications', rows, columns);
  const statements: Statement[] = [];
  const denied: Statements['named'][number][] = [];
  const add = (statement: Statement): void => {
    if (statement.sums.every((sum) => sum.length > 0)) statements.push(statement);
  };
  const infoOnly = { needs: aboutInformation, neverBefore: otherMatters };

  // Received: the number may be new applications, or new ones with those carried in.
  const receipt = '(?:收到|受理|收办|新收|接收|接到|收悉|收)';
  const received = [at(['received']), at(['received', 'carriedIn'])];
  // 申请 alone may be for anything: it counts with 公开 or 信息 before it, or with nothing but applicants and filler.
  const spoken = '[^，。；：:,;\\d]';
  const filler =
    '(?:的|了|新|共|共计|总计|各类|有效|书面|公民|群众|社会公众|自然人|企业|法人|当事人|其他组织|提出|提交|和|及|或|、)*';
  const ofInformation = (most: number): string =>
    `(?:${spoken}{0,${most}}(?:公开|政府信息)${spoken}{0,10}申请|${spoken}{0,${most}}依申请公开|${filler}申请)`;
  const receiving = [
    new RegExp(`${receipt}${ofInformation(30)}${gap(12)}${number}`, 'gu'),
    new RegExp(`${receipt}${gap(10)}${number}${ofInformation(6)}`, 'gu'),
    new RegExp(
      `依申请公开(?:方面|情况|工作)?[：:，]?(?:全年|本年度?|今年|\\d{4}年度?)?(?:共|共计)?${receipt}(?:共|共计)?${number}`,
      'gu',
    ),
  ];
  for (const pattern of receiving) {
    add({
      rule: 'N-RECV',
      pattern,
      sums: received,
      needs: aboutInformation,
      never: new RegExp(`${otherMatters.source}|${channels.source}|上年|结转|答复|办结|办理完`, 'u'),
    });
  }
  denied.push({
    word: /(?:收到|接到|受理|收)[^，。；\d]{0,30}(?:公开|信息|依)[^，。；、\d]{0,8}申请|(?:收到|接到|受理)申请|^(?:没有|均无|无)(?:任何|相关)?(?:政府)?信息公开申请(?!行政|复议|人|答复|的?办理)|依申请公开(?:申请|事项)/u,
    rule: 'N-ZERO',
    sum: at(['received']),
  });

  // Answered: the total of the results.
  for (const pattern of [
    new RegExp(`(?:答复|办结|办理完毕|办理完结)${gap(14)}${number}`, 'gu'),
    new RegExp(`${number}${gap(6)}(?:已|均已|全部)?(?:按时|依法|按期)?(?:答复|办结|办理完毕)(?!率)`, 'gu'),
  ]) {
    add({ rule: 'N-ANS', pattern, sums: [at(['total'])], needs: /申请/u, neverBefore: otherMatters });
  }

  // Each kind of result by its printed name; two names joined stand for their sum.
  if (applications.form === 'matrix') {
    const results = applications.rows.filter(isRowGroup).flatMap((node) => groups(node.rows));
    const kinds = results.filter(({ id }) => id !== 'total').map(({ id, label }) => ({ id, word: word(label) }));
    for (const { id, word: name } of kinds) {
      const alone = `(?<![及和或与不])${escape(name)}(?!及|和|与|或|、?${kinds.map((kind) => escape(kind.word)).join('|')})`;
      for (const pattern of either(`${alone}(?:（[^（）]*）)?[：:]?${gap(10)}`, `${gap(4)}${alone}`)) {
        add({ rule: 'N-GROUP', pattern, sums: [at([id])], ...infoOnly });
      }
      denied.push({ word: new RegExp(escape(name), 'u'), rule: 'N-GROUP', sum: at([id]) });
      for (const other of kinds) {
        if (other.id === id) continue;
        const pattern = new RegExp(`${escape(name)}(?:及|和|与)${escape(other.word)}[：:]?${gap(10)}${number}`, 'gu');
        add({ rule: 'N-GROUP', pattern, sums: [at([id, other.id])], ...infoOnly });
      }
    }

    // By applicant.
    const named = applications.columns.flatMap((column) =>
      isColumnGroup(column)
        ? [
            {
              name: `(?:${escape(column.label)}|法人(?:和|或|及|、)?其他组织|法人)`,
              columns: column.columns.map(({ id }) => id),
            },
            ...column.columns.map(({ id, label }) => ({ name: escape(label), columns: [id] })),
          ]
        : [{ name: escape(column.label), columns: [column.id] }],
    );
    for (const { name, columns } of named) {
      // 总计 and 其他 are no names of applicants in a sentence.
      if (name.length < 3) continue;
      const sums = [at(['received'], columns), at(['received', 'carriedIn'], columns)];
      for (const pattern of either(`${name}${gap(10)}`, `${gap(3)}(?:为|是|由|属)?${name}(?:提出|申请|提交)`)) {
        add({ rule: 'N-TYPE', pattern, sums, needs: /申请/u, neverBefore: otherMatters });
      }
    }
  }

  // Carried over.
  const next =
    '(?:结转(?:至|到)?(?:下一?年度?|次年|明年|\\d{4}年度?)(?:继续)?(?:办理)?|转(?:至|到|入)?(?:下一?年度?|次年)(?:继续)?(?:办理)?)';
  const last = '(?:(?:上一?年度?|去年|\\d{4}年度?)结转(?!至|到|下|次)|结转(?:上一?年度?|自上年))';
  for (const [phrase, row] of [
    [next, 'carriedOut'],
    [last, 'carriedIn'],
  ] as const) {
    for (const pattern of either(`${phrase}${gap(14)}`, `${gap(4)}${phrase}`)) {
      add({ rule: 'N-CARRY', pattern, sums: [at([row])], never: otherMatters });
    }
  }

  // Reviews and lawsuits, and how they ended.
  const caseRows = rowsOf(review);
  const cases = review.form === 'strip' ? review.rows : [];
  for (const node of cases) {
    const own = isRowGroup(node) ? node.rows.map(({ label }) => label) : [node.label];
    const rows = caseRows.filter(({ labels }) => own.includes(labels.at(-1) ?? '')).map(({ id }) => id);
    const figures = (column: string): readonly Figure[] => figuresAt(edition, 'review', rows, [column]);
    const name = escape(node.label);
    const short = escape(node.label.replace(/^行政/u, ''));
    const others = cases.filter((other) => other !== node).map((other) => other.label.replace(/^行政/u, ''));
    for (const pattern of either(
      `(?:${name}|(?<![经行政])${short})${countWords}`,
      `(?:因政府信息公开)?(?:引发|引起|产生|提起)?的?${name}`,
    )) {
      add({ rule: 'N-CASE', pattern, sums: [figures('total')], never: /许可/u, neverBefore: otherCases });
    }
    denied.push({ word: new RegExp(`(?<!未经)${short}`, 'u'), rule: 'N-CASE', sum: figures('total') });
    for (const column of review.form === 'strip' ? review.columns : []) {
      if (column.id === 'total') continue;
      // 结果维持 is also called 维持.
      const result = escape(column.label).replace(/^结果/u, '(?:结果)?');
      const onlyThis = new RegExp(`^(?!.*(?:备案|${others.map(escape).join('|')})).*${short}`, 'su');
      for (const pattern of either(`${result}${gap(4)}`, `${gap(3)}${result}`)) {
        add({ rule: 'N-CASE', pattern, sums: [figures(column.id)], sentenceNeeds: onlyThis });
      }
    }
  }

  // Both in one breath: 行政复议和行政诉讼共 19 件.
  const labels = cases.map(({ label }) => escape(label));
  add({
    rule: 'N-CASE',
    pattern: new RegExp(`${labels.join('(?:案件)?[、和及与]')}(?:案件)?(?:共|共计|合计|总计)${gap(4)}${number}`, 'gu'),
    sums: [
      figuresAt(
        edition,
        'review',
        caseRows.map(({ id }) => id),
        ['total'],
      ),
    ],
    neverBefore: otherCases,
  });

  // Documents.
  const published = /公示|发布|公开|公布|解读|清理|修订|事项|备案/u;
  for (const [row, documents] of [
    ['normativeDocuments', /规范性文件/u],
    ['regulations', /规章/u],
  ] as const) {
    const not = row === 'normativeDocuments' ? published : new RegExp(`${published.source}|规章制度|规范性文件`, 'u');
    for (const [verbs, column] of [
      ['(?:制发|制定|出台|印发|新制发|新制定)', 'issued'],
      ['(?:废止|宣布失效)', 'repealed'],
      ['(?:现行有效|继续有效)', 'inForce'],
    ] as const) {
      const sums = [figuresAt(edition, 'disclosure', [row], [column])];
      for (const pattern of [
        new RegExp(`${verbs}${gap(14)}${number}`, 'gu'),
        ...(column === 'inForce' ? [new RegExp(`${number}${gap(3)}${verbs}`, 'gu')] : []),
      ]) {
        const sentenceNeeds = row === 'normativeDocuments' ? documents : /规章(?!制度)(?![^。；]*规范性文件)/u;
        add({ rule: 'N-FILES', pattern, sums, sentenceNeeds, never: not });
      }
    }
  }

  // Decisions.
  for (const row of ['licensing', 'penalties', 'coercion']) {
    const [figure] = figuresAt(edition, 'disclosure', [row], ['decisions']);
    if (figure === undefined) continue;
    const name = escape(figure.rowLabels.at(-1) ?? '');
    for (const pattern of either(
      `${name}(?:处理)?(?:决定|案件)?(?:数量)?(?:共|共计|为|总数)?`,
      `${name}(?:处理)?(?:决定|案件)?`,
    )) {
      add({
        rule: 'N-PERM',
        pattern,
        sums: [[figure]],
        never: /公示|发布|公开|公布|信息|事项|目录|清单|诉讼|复议|下放|取消/u,
        neverBefore: /双公示|公示信息/u,
      });
    }
  }
  return { statements, named: denied };
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
