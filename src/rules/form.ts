/** Form: sections, topics, dates, deadlines, leftovers. Remarks all; what rests on local notices says so. */
import { expression } from '../report/expression/expression';
import { editionForYear, figuresOf } from '../report/figures';
import { saysSomething } from '../report/headings';
import { isTextSection, textSections, type TextSectionId } from '../report/edition';
import type { UnitKind } from '../report/report';
import type { RuleId } from './details';
import { longText, nine, without } from './examples';
import type { Finding } from './finding';
import { findingsOf } from './findings';
import type { Rule } from './rule';
import type { CheckInput } from './input';
import { figuresAt, sumIn, valueIn } from './sums/sums';

// Stryker disable all: data, of which the tests of the catalogue run every example.
const practice = { level: 'remark', force: 'practice', source: null } as const;
const local = { level: 'remark', force: 'local', source: null } as const;

/** Those that need the kind or level of the body are silent where it is not told. */
export const formRules = {
  'X-FEE': {
    level: 'explain',
    force: 'local',
    source: null,
    passes: { figures: without(nine, { 'applications.other.feeUnpaid.total': 0 }) },
    fails: {
      figures: {
        'applications.received.person': 1,
        'applications.received.total': 1,
        'applications.other.feeUnpaid.person': 1,
        'applications.other.feeUnpaid.total': 1,
        'applications.total.person': 1,
        'applications.total.total': 1,
      },
      only: { other: ['无。'] },
    },
    check: checkFees,
  },
  'UNIT-2019': {
    ...practice,
    passes: {
      edition: '2019',
      figures: { 'disclosure.procurement.amount': 251000 },
      units: { 'disclosure.procurement.amount': 'yuan' },
    },
    fails: {
      edition: '2019',
      figures: { 'disclosure.procurement.amount': 251000 },
      units: { 'disclosure.procurement.amount': 'unknown' },
    },
    check: checkUnits,
  },
  'X-LEVEL': {
    ...practice,
    passes: {
      figures: { 'disclosure.regulations.issued': 2, 'disclosure.regulations.inForce': 2 },
      kind: 'government',
      level: 'province',
    },
    fails: {
      figures: { 'disclosure.regulations.issued': 2, 'disclosure.regulations.inForce': 2 },
      kind: 'town',
      level: 'town',
    },
    check: checkRuleMaking,
  },
  'F-SECTIONS': {
    level: 'remark',
    force: 'printed',
    source: '国办公开办函〔2021〕30号 一：不能遗漏，也不宜泛化',
    passes: {},
    fails: { only: { problems: [] } },
    check: checkSections,
  },
  'F-S1': {
    level: 'remark',
    force: 'printed',
    source: '国办公开办函〔2021〕30号（一）',
    passes: {},
    fails: { only: { overview: ['本机关按照要求做好各项工作，主动公开各类信息。'] } },
    check: checkOverview,
  },
  'F-S1-FIG': {
    level: 'remark',
    force: 'local',
    source: '武政办发〔2025〕54号',
    passes: { text: { overview: [`${longText}全年主动公开信息216条。`] } },
    fails: { text: { overview: [longText] } },
    check: checkOverview,
  },
  'F-S1-LEN': {
    ...local,
    passes: {},
    fails: { text: { overview: [longText.repeat(4)] } },
    check: checkOverview,
  },
  'F-S5': {
    ...local,
    passes: {},
    fails: { only: { problems: ['无。'] } },
    check: checkProblems,
  },
  'F-S6': {
    ...local,
    passes: {},
    fails: { only: { other: ['无。'] } },
    check: checkFees,
  },
  'F-EDITION': {
    level: 'remark',
    force: 'printed',
    source: '国办公开办函〔2021〕30号',
    passes: { edition: '2019', year: 2020 },
    fails: { edition: '2019', year: 2022 },
    check: checkEdition,
  },
  'F-PERIOD': {
    level: 'remark',
    force: 'local',
    source: 'DB51/T 2660-2019 2.1',
    passes: { text: { overview: ['统计期限为2025年1月1日至2025年12月31日。'] } },
    fails: { text: { overview: ['统计期限为2024年1月1日至2024年12月31日。'] } },
    check: checkDates,
  },
  'F-DATE': {
    ...practice,
    passes: {},
    fails: { text: { overview: ['数据截至202020年12月31日。'] } },
    check: checkDates,
  },
  'F-STALE': {
    ...practice,
    passes: { text: { overview: ['现发布2025年政府信息公开工作年度报告。'] } },
    fails: { text: { overview: ['现发布2023年政府信息公开工作年度报告。'] } },
    check: checkDates,
  },
  'F-EARLY': {
    ...practice,
    passes: { today: '2026-01-05' },
    fails: { today: '2025-12-23' },
    check: checkDeadline,
  },
  'F-DEADLINE': {
    level: 'remark',
    force: 'printed',
    source: '《中华人民共和国政府信息公开条例》第四十九条',
    passes: { today: '2026-01-31', kind: 'department', level: 'county' },
    fails: { today: '2026-02-01', kind: 'department', level: 'county' },
    check: checkDeadline,
  },
  'F-PRIVACY': {
    ...practice,
    passes: { text: { other: ['联系电话：0551-1234567。'] } },
    fails: { text: { other: ['联系电话：13900000000。'] } },
    check: checkLeftovers,
  },
  'F-TEMPLATE': {
    ...practice,
    passes: {},
    fails: { text: { overview: ['该部分以表格形式报告。'] } },
    check: checkLeftovers,
  },
} as const satisfies Partial<Readonly<Record<RuleId, Rule>>>;

// Stryker restore all

const finding = findingsOf(formRules);

interface Paragraph {
  readonly section: TextSectionId;
  readonly text: string;
}

/** Every paragraph of a report's text, in the order of its sections. */
export const paragraphsOf = (input: CheckInput): Paragraph[] =>
  textSections.flatMap((section) => (input.narrative?.[section] ?? []).map((text) => ({ section, text })));

/** So much of a text is looked at for its form, in characters: many times a report. Of a longer one it is said that it is too long. */
const longestLook = 150_000;

/** The paragraphs that are looked at. */
function looksOf(input: CheckInput): Paragraph[] {
  let left = longestLook;
  return paragraphsOf(input).map(({ section, text }) => {
    const seen = text.slice(0, left);
    left -= seen.length;
    return { section, text: seen };
  });
}

const textOf = (input: CheckInput, section: TextSectionId): string =>
  (input.narrative?.[section] ?? []).join('\n').trim();

const longestOverview = 1000;
/** From this length on an overview is taken to tell what was done, and to want numbers. */
const tellingOverview = 150;
/** Shorter than this is no more than a word, such as 无 or 暂无。 */
const shortestProblems = 30;

/** What 总体情况 is to cover, with the words by which a text is taken to cover it. */
const topics: readonly { readonly name: string; readonly words: RegExp; readonly government?: true }[] = [
  { name: '主动公开', words: /主动公开|公开(?:政府)?信息/u },
  { name: '依申请公开', words: /依申请|申请公开|公开申请/u },
  { name: '政府信息管理', words: /信息管理|规范性文件|信息发布审核|公文/u },
  { name: '政府信息公开平台建设', words: /平台|网站|公报|公众号|新媒体|专栏/u },
  { name: '监督保障', words: /监督|保障|培训|考核/u },
  { name: '工作考核', words: /考核/u, government: true },
  { name: '社会评议', words: /评议/u, government: true },
  { name: '责任追究', words: /责任追究|追究责任|问责|追责/u, government: true },
];

const thing = '(?:条|篇|件|份|期|次|场|个)';
/** A number of things that were published or explained, or of the places where they were. */
const publishedCount = new RegExp(
  `(?:公开|公布|发布|推送|更新|刊登|编发|解读|回应|网站|平台|公众号|专区|公报)[^。；]{0,40}?\\d(?:余|多|万){0,3}${thing}|\\d(?:余|多|万){0,3}${thing}[^。；]{0,12}(?:信息|文件|解读|回应|平台|专区|公报)`,
  'u',
);

function checkSections(input: CheckInput): Finding[] {
  if (input.narrative === undefined) return [];
  const { narrative, edition } = input;
  const titles = edition.sections.flatMap(({ id, title }) =>
    isTextSection(id) && !saysSomething(narrative[id] ?? []) ? [title] : [],
  );
  return titles.length === 0 ? [] : [finding('F-SECTIONS', { details: { sections: titles } })];
}

/** Spaces, and the commas between the thousands of a number. */
const spaceOrComma = expression(String.raw`\s|(?<=\d)[,，](?=\d)`, 'gu');

function checkOverview(input: CheckInput): Finding[] {
  const text = textOf(input, 'overview');
  if (text === '') return [];
  const found: Finding[] = [];
  // What a text that is far too long does not say in its first part it may say further on.
  if (text.length > longestLook)
    return [finding('F-S1-LEN', { details: { length: text.length, most: longestOverview } })];
  const missing = topics.filter(
    ({ words, government }) => (!government || input.kind === 'government') && !words.test(text),
  );
  if (missing.length > 0) found.push(finding('F-S1', { details: { topics: missing.map(({ name }) => name) } }));
  const length = [...text.replace(/\s/gu, '')].length;
  if (length > longestOverview) found.push(finding('F-S1-LEN', { details: { length, most: longestOverview } }));
  const plain = plainDigits(text).replace(spaceOrComma, '');
  if (length >= tellingOverview && !publishedCount.test(plain)) found.push(finding('F-S1-FIG', {}));
  return found;
}

function checkProblems(input: CheckInput): Finding[] {
  const text = textOf(input, 'problems');
  return text !== '' && [...text].length < shortestProblems ? [finding('F-S5', { place: text })] : [];
}

const feeWords = /信息处理费|收费通知|处理费/u;

function checkFees(input: CheckInput): Finding[] {
  const text = textOf(input, 'other');
  if (text === '') return [];
  if (feeWords.test(text)) return [];
  const unpaid = figuresAt(input.edition, 'applications', ['other.feeUnpaid'], ['total']);
  const count = sumIn(input, unpaid) ?? 0;
  return count > 0
    ? [
        finding('X-FEE', {
          table: 'applications',
          figures: unpaid.map(({ id }) => id),
          left: count,
          place: text.slice(0, 60),
        }),
      ]
    : [finding('F-S6', { place: text.slice(0, 60) })];
}

/** Whether a body of this kind and level has no power to make 规章; undefined where it was not told. */
const lacksRuleMaking = ({ kind, level }: CheckInput): boolean =>
  kind === 'town' ||
  kind === 'street' ||
  level === 'county' ||
  level === 'town' ||
  (kind === 'department' && level === 'city');

function checkRuleMaking(input: CheckInput): Finding[] {
  if (!lacksRuleMaking(input)) return [];
  const columns = ['issued', 'inForce', 'made', 'publicTotal'];
  const figures = figuresAt(input.edition, 'disclosure', ['regulations'], columns).filter(
    ({ id }) => (valueIn(input, id) ?? 0) > 0,
  );
  return figures.length === 0
    ? []
    : [finding('X-LEVEL', { table: 'disclosure', figures: figures.map(({ id }) => id) })];
}

function checkEdition(input: CheckInput): Finding[] {
  const { edition, year } = input;
  const found: Finding[] = [];
  if (year !== null) {
    const due = editionForYear(year);
    if (due !== edition)
      found.push(finding('F-EDITION', { details: { year, document: edition.document, due: due.document } }));
  }
  const number = /国办公开办函[〔[（(]\d{4}[〕\]）)]\d+号/gu;
  for (const { text } of looksOf(input)) {
    for (const [cited] of text.matchAll(number)) {
      const plain = cited.replace(/[[（(]/u, '〔').replace(/[\]）)]/u, '〕');
      // Only documents that prescribe a format are meant: the edition's own is right, an older or newer one is not.
      if (plain !== edition.document && /〔20(?:19|21)〕(?:60|30)号/u.test(plain)) {
        found.push(
          finding('F-EDITION', { place: text.slice(0, 60), details: { cited: plain, document: edition.document } }),
        );
      }
    }
  }
  return found;
}

const period =
  /(\d{4})年(\d{1,2})月(\d{1,2})日(?:起)?\s*(?:至|到|—|－|-|~|～)\s*(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/gu;
const reportOfYear = /(\d{4})\s*年(?:度)?(?:政府)?信息公开(?:工作)?年度报告/gu;
const impossibleYear = expression(
  String.raw`(?<!\d)\d{5,}年|(?<!\d)\d{4}年(?:1[3-9]|[2-9]\d)月|月(?:3[2-9]|[4-9]\d)日`,
);

/** Digits as ASCII, so that dates read alike. */
const plainDigits = (text: string): string =>
  text.replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));

function checkDates(input: CheckInput): Finding[] {
  const found: Finding[] = [];
  for (const { text } of looksOf(input)) {
    const plain = plainDigits(text);
    if (impossibleYear.test(plain)) found.push(finding('F-DATE', { place: text.slice(0, 60) }));
    if (input.year === null) continue;
    const isReportPeriod = /统计|期限|报告/u.test(plain);
    for (const [place, from, month, day, to, lastMonth, lastDay] of plain.matchAll(period)) {
      const whole = [month, day, lastMonth, lastDay].map(Number).join() === '1,1,12,31';
      const wrongYear = Number(from) !== input.year || Number(to ?? from) !== input.year;
      if (isReportPeriod && (!whole || wrongYear))
        found.push(finding('F-PERIOD', { place, details: { year: input.year } }));
    }
    for (const [place, year] of plain.matchAll(reportOfYear)) {
      if (Number(year) !== input.year) found.push(finding('F-STALE', { place, details: { year: input.year } }));
    }
  }
  return found;
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Whether eighteen characters are an identity number: its last one is a check on the others. */
const isIdentityNumber = (text: string): boolean => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return '10X98765432'[sum % 11] === text.slice(17).toUpperCase();
};

const identityNumber = expression(String.raw`(?<!\d)\d{17}[\dXx](?!\d)`, 'gu');
const mobileNumber = expression(String.raw`(?<!\d)1[3-9]\d{9}(?!\d)`, 'gu');
const templateText = /该部分以表格形式报告|表格如下|[×X]{2,}|（此处|（请填写|某某/u;

function checkLeftovers(input: CheckInput): Finding[] {
  return looksOf(input).flatMap(({ text }) => {
    const plain = plainDigits(text);
    const found: Finding[] = [];
    const people = [...plain.matchAll(identityNumber)].filter(([number]) => isIdentityNumber(number)).length;
    const mobiles = [...plain.matchAll(mobileNumber)].length;
    if (people + mobiles > 0) found.push(finding('F-PRIVACY', { details: { people, mobiles } }));
    const leftover = templateText.exec(text);
    if (leftover !== null)
      found.push(finding('F-TEMPLATE', { place: text.slice(0, 60), details: { text: leftover[0] } }));
    return found;
  });
}

/** Units of amounts that the edition does not print: 0 needs none. */
function checkUnits(input: CheckInput): Finding[] {
  return figuresOf(input.edition).flatMap(({ id, table }) =>
    input.units?.[id] === 'unknown' && (valueIn(input, id) ?? 0) !== 0
      ? [finding('UNIT-2019', { table, figures: [id] })]
      : [],
  );
}

/** Last day to publish, `month-day` of the year after; only where the law is known to name the body. */
const deadlines: readonly { readonly kind: UnitKind; readonly day: string }[] = [
  { kind: 'department', day: '01-31' },
  { kind: 'government', day: '03-31' },
];

function checkDeadline({ year, kind, level, today }: CheckInput): Finding[] {
  if (year === null || !today) return [];
  if (today <= `${year}-12-31`) return [finding('F-EARLY', { details: { year, today } })];
  return deadlines
    .filter((deadline) => deadline.kind === kind && level !== 'town')
    .map(({ day }) => `${year + 1}-${day}`)
    .filter((last) => today > last)
    .map((last) => finding('F-DEADLINE', { details: { last, today } }));
}
