import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, type Entry, type FigureId } from '../../src/report/figures';
import type { Report, UnitKind, UnitLevel } from '../../src/report/report';
import type { Finding } from '../../src/rules/finding';
import { formRules, paragraphsOf } from '../../src/rules/form';
import type { CheckInput } from '../../src/rules/input';

const complete =
  '本机关做好主动公开和依申请公开，加强政府信息管理和公开平台建设，落实监督保障、工作考核、社会评议和责任追究。';
const right: Report['narrative'] = {
  overview: [complete],
  problems: ['存在的问题是部分栏目更新不够及时，业务人员调整较多；下一步将完善更新提醒，并每季度组织一次业务培训。'],
  other: ['本年度未收取信息处理费。'],
};

interface Given {
  readonly narrative?: Partial<Report['narrative']>;
  readonly figures?: Readonly<Record<FigureId, number | null>>;
  readonly more?: Partial<CheckInput>;
}

/** A report of 2021 for 2025 in which all is right but what is given. */
const input = ({ narrative = {}, figures = {}, more = {} }: Given = {}): CheckInput => ({
  edition: edition2021,
  year: 2025,
  unit: null,
  entries: new Map(
    figuresOf(more.edition ?? edition2021).map(({ id }): [FigureId, Entry] => {
      const value = id in figures ? (figures[id] ?? null) : 0;
      return [id, value === null ? { kind: 'blank' } : { kind: 'number', value }];
    }),
  ),
  narrative: { ...right, ...narrative },
  ...more,
});

const checks = [...new Set(Object.values(formRules).map(({ check }) => check))];
const checkForm = (about: CheckInput): Finding[] => checks.flatMap((check) => check(about));

const found = (given: Given = {}): Finding[] => checkForm(input(given));
const rulesOf = (given: Given = {}): string[] => found(given).map(({ rule }) => rule);

/** What is found in one more paragraph of the overview. */
const inText = (text: string, more: Partial<CheckInput> = {}): Finding[] =>
  found({ narrative: { overview: [complete, text] }, more });
const rulesIn = (text: string, more: Partial<CheckInput> = {}): string[] => inText(text, more).map(({ rule }) => rule);

test('a report in which all is right has no remark on form', () => {
  expect(found()).toEqual([]);
});

test('paragraphs come section by section, and none without text', () => {
  expect(paragraphsOf(input({ narrative: { other: ['甲', '乙'] } }))).toEqual([
    { section: 'overview', text: complete },
    { section: 'problems', text: right.problems[0] },
    { section: 'other', text: '甲' },
    { section: 'other', text: '乙' },
  ]);
  const { narrative: _, ...silent } = input();
  expect(paragraphsOf(silent)).toEqual([]);
  expect(checkForm(silent)).toEqual([]);
});

test('sections without text are one remark that names them as the format does', () => {
  expect(found({ narrative: { overview: [], other: ['　', ''] } }).map(({ rule, details }) => [rule, details])).toEqual(
    [['F-SECTIONS', { sections: ['一、总体情况', '六、其他需要报告的事项'] }]],
  );
  const shorter = { ...edition2021, sections: edition2021.sections.filter(({ id }) => id !== 'other') };
  expect(found({ narrative: { overview: [] }, more: { edition: shorter, year: null } })[0]?.details).toEqual({
    sections: ['一、总体情况'],
  });
});

const missing = (overview: string, kind: UnitKind | null = null): unknown[] =>
  found({ narrative: { overview: [overview] }, more: { kind } }).map(({ rule, details }) => [rule, details]);

test.each([
  ['主动公开', ['主动公开', '公开信息', '公开政府信息'], '考核依申请，信息管理，平台'],
  ['依申请公开', ['依申请', '申请公开', '公开申请'], '主动公开，考核，信息管理，平台'],
  ['政府信息管理', ['信息管理', '规范性文件', '信息发布审核', '公文'], '主动公开，依申请，平台，考核'],
  ['政府信息公开平台建设', ['平台', '网站', '公报', '公众号', '新媒体', '专栏'], '主动公开，依申请，信息管理，考核'],
  ['监督保障', ['监督', '保障', '培训', '考核'], '主动公开，依申请，信息管理，平台'],
] as const)('the overview is to cover %s, in any of the usual words', (topic, words, rest) => {
  expect(missing(`${rest}。`)).toEqual([['F-S1', { topics: [topic] }]]);
  for (const word of words) expect(missing(`${rest}，${word}。`)).toEqual([]);
});

test.each([
  ['工作考核', ['考核'], '社会评议，问责，培训'],
  ['社会评议', ['评议'], '工作考核，问责'],
  ['责任追究', ['责任追究', '追究责任', '问责', '追责'], '工作考核，社会评议'],
] as const)('the overview of a government is to cover %s too', (topic, words, rest) => {
  const others = `主动公开，依申请，信息管理，平台，${rest}`;
  expect(missing(others, 'government')).toEqual([['F-S1', { topics: [topic] }]]);
  expect([missing(others, 'department'), missing(others)]).toEqual([[], []]);
  for (const word of words) expect(missing(`${others}，${word}`, 'government')).toEqual([]);
});

test('topics that are missing are told together', () => {
  expect(missing('本机关做好各项工作。')).toEqual([
    ['F-S1', { topics: ['主动公开', '依申请公开', '政府信息管理', '政府信息公开平台建设', '监督保障'] }],
  ]);
});

test('an overview of up to a thousand characters is not too long; blanks do not count, and rare characters count once', () => {
  const counted = `${complete}全年公开信息3条。`;
  const long = (length: number, mark = '字'): unknown[] => missing(counted + mark.repeat(length - counted.length));
  expect(long(1000)).toEqual([]);
  expect(long(1001)).toEqual([['F-S1-LEN', { length: 1001, most: 1000 }]]);
  expect(long(1000, '𠮷')).toEqual([]);
  expect(missing(`${complete}${'　 \n'.repeat(400)}`)).toEqual([]);
});

test('a text many times longer than a report is told to be too long, and is looked at in its first part only', () => {
  const much = 150_000;
  const long = (length: number): unknown[] => missing('字'.repeat(length));
  expect(long(much + 1)).toEqual([['F-S1-LEN', { length: much + 1, most: 1000 }]]);
  expect(long(much).map((each) => (each as [string])[0])).toEqual(['F-S1', 'F-S1-LEN', 'F-S1-FIG']);
  const leftover = '表格如下：';
  const within = (before: number): string[] =>
    found({ narrative: { overview: ['字'.repeat(before), leftover] } }).flatMap(({ rule, place }) =>
      rule === 'F-TEMPLATE' ? [place ?? ''] : [],
    );
  expect(within(much - leftover.length)).toEqual([leftover]);
  expect(within(much - leftover.length + 1)).toEqual([leftover.slice(0, -1)]);
  expect([within(much), within(much + 5)]).toEqual([[], []]);
});

test('an overview of a hundred and fifty characters tells what was done, one character less does not', () => {
  const rules = (length: number): unknown[] => missing(complete.padEnd(length, '字'));
  expect(rules(149)).toEqual([]);
  expect(rules(150)).toEqual([['F-S1-FIG', {}]]);
});

test('a long paragraph is shown by its first sixty characters', () => {
  const tail = '，'.repeat(80);
  for (const text of ['按照国办公开办函〔2019〕60号的格式编制', '统计期限截至2025年13月', '表格如下']) {
    expect(inText(text + tail).flatMap(({ place }) => place ?? [])).toEqual([(text + tail).slice(0, 60)]);
  }
});

test('an overview that tells what was done is to tell how much: any number of things published or of platforms', () => {
  const filler = '围绕中心工作推进公开，按照条例要求及时更新栏目，规范办理流程。'.repeat(5);
  expect(missing(`${complete}${filler}`)).toEqual([['F-S1-FIG', {}]]);
  expect(missing(`${complete}${filler}收到申请3件，依据第20号令在20日内答复。`)).toEqual([['F-S1-FIG', {}]]);
  expect(missing(`${complete}${filler}网站于2025年5月改版，平台升级到2.0版。`)).toEqual([['F-S1-FIG', {}]]);
  for (const count of [
    ...['主动公开政府信息216条。', '网站发布各类信息共１２１６余条。', '发布解读材料 12 篇。', '回应关切3次。'],
    ...['设立政务公开专区 5 个。', '公布1,216条信息。', '全年共有35条信息上网。'],
  ]) {
    expect(missing(`${complete}${filler}${count}`), count).toEqual([]);
  }
  expect(missing(complete)).toEqual([]);
});

test('problems are to be more than a word: from thirty characters on, and not that there are none', () => {
  const problems = (text: string): string[] => rulesOf({ narrative: { problems: [text] } });
  expect(problems('字'.repeat(29))).toEqual(['F-S5']);
  expect(problems('字'.repeat(30))).toEqual([]);
  expect(problems('𠮷'.repeat(29))).toEqual(['F-S5']);
  expect(found({ narrative: { problems: ['暂无。'] } })[0]?.place).toBe('暂无。');
});

test('section six is to speak of the information processing fee in any of its names', () => {
  const other = (text: string): unknown[] =>
    found({ narrative: { other: [text] } }).map(({ rule, place }) => [rule, place]);
  for (const text of ['未收取信息处理费', '未发出收费通知', '处理费为0元']) expect(other(text)).toEqual([]);
  expect(rulesOf({ narrative: { other: ['未发出收费', '通知。'] } })).toEqual(['F-S6']);
  expect(other('无其他需要报告的事项。')).toEqual([['F-S6', '无其他需要报告的事项。']]);
  expect(other('事'.repeat(80))).toEqual([['F-S6', '事'.repeat(60)]]);
});

test('fees that were not paid in the table and no word of fees in section six belong together', () => {
  const figures = { 'applications.other.feeUnpaid.total': 2, 'applications.other.feeUnpaid.person': 2 };
  const [finding, ...others] = found({ figures, narrative: { other: ['事'.repeat(80)] } });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    rule: 'X-FEE',
    table: 'applications',
    figures: ['applications.other.feeUnpaid.total'],
    left: 2,
    place: '事'.repeat(60),
  });
  expect(rulesOf({ figures })).toEqual([]);
  const blank = { 'applications.other.feeUnpaid.total': null };
  expect(rulesOf({ figures: blank, narrative: { other: ['无。'] } })).toEqual(['F-S6']);
});

test('bodies without the power to make rules are asked about rules that they made', () => {
  const asked = (kind: UnitKind | null, level: UnitLevel | null): boolean =>
    rulesOf({ figures: { 'disclosure.regulations.issued': 1 }, more: { kind, level } }).includes('X-LEVEL');
  expect([asked('town', null), asked('street', null), asked(null, 'county'), asked(null, 'town')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect([asked('department', 'city'), asked('government', 'city'), asked('department', 'province')]).toEqual([
    true,
    false,
    false,
  ]);
  expect([asked(null, null), asked('department', null), asked(null, 'city')]).toEqual([false, false, false]);
});

test('only rules that were made, issued or are in force are asked about, each by its cell, not those repealed', () => {
  const more = { kind: 'town' as const };
  const ids = (figures: Readonly<Record<FigureId, number | null>>, edition = edition2021): unknown[] =>
    found({ figures, more: { ...more, edition, year: edition.firstYear } }).map(({ rule, table, figures: own }) => [
      rule,
      table,
      own,
    ]);
  const at = (column: string): FigureId => `disclosure.regulations.${column}`;
  expect(ids({ [at('issued')]: 1, [at('inForce')]: 2 })).toEqual([
    ['X-LEVEL', 'disclosure', [at('issued'), at('inForce')]],
  ]);
  expect(ids({ [at('repealed')]: 1, [at('issued')]: 0, [at('inForce')]: null })).toEqual([]);
  expect(ids({ 'disclosure.normativeDocuments.issued': 5 })).toEqual([]);
  expect(ids({ [at('made')]: 1, [at('publicTotal')]: 3 }, edition2019)).toEqual([
    ['X-LEVEL', 'disclosure', [at('made'), at('publicTotal')]],
  ]);
});

test('the format is that of the year; without a year nothing is said', () => {
  const remarks = (edition: CheckInput['edition'], year: number | null): unknown[] =>
    found({ more: { edition, year } }).map(({ rule, details }) => [rule, details]);
  expect(remarks(edition2021, 2021)).toEqual([]);
  expect(remarks(edition2019, 2020)).toEqual([]);
  expect(remarks(edition2021, 2020)).toEqual([
    ['F-EDITION', { year: 2020, document: edition2021.document, due: edition2019.document }],
  ]);
  expect(remarks(edition2019, 2021)).toEqual([
    ['F-EDITION', { year: 2021, document: edition2019.document, due: edition2021.document }],
  ]);
  expect(remarks(edition2019, null)).toEqual([]);
});

test('a text that cites the document of another format is told, in whatever brackets; other documents are not meant', () => {
  for (const [open, close] of ['〔〕', '[]', '（）', '()', '［］']) {
    const cited = `国办公开办函${open}2019${close}60号`;
    const remarks = inText(`根据${cited}编制。`).map(({ rule, place, details }) => [rule, place, details]);
    // Wide square brackets are not among those that the documents are cited with.
    if (open === '［') expect(remarks).toEqual([]);
    else {
      expect(remarks).toEqual([
        ['F-EDITION', `根据${cited}编制。`, { cited: '国办公开办函〔2019〕60号', document: edition2021.document }],
      ]);
      expect(inText(`根据${cited}编制。`, { edition: edition2019, year: 2020 })).toEqual([]);
    }
  }
  expect(rulesIn('根据国办公开办函〔2021〕30号编制。')).toEqual([]);
  expect(rulesIn('根据国办公开办函〔2019〕60号和国办公开办函〔2021〕30号编制。')).toEqual(['F-EDITION']);
  expect(rulesIn('根据国办公开办函〔2021〕30号编制。', { edition: edition2019, year: 2020 })).toEqual(['F-EDITION']);
  expect(rulesIn('按照国办公开办函〔2022〕12号公开。')).toEqual([]);
  expect(rulesIn('按照国办公开办函〔2021〕31号公开。')).toEqual([]);
});

test('the period of a report is the whole of its year, however it is written', () => {
  for (const text of [
    '统计期限为2025年1月1日至2025年12月31日。',
    '统计期限为2025年1月1日起至12月31日止。',
    '报告期限：２０２５年０１月０１日 — ２０２５年１２月３１日。',
    '本报告时间为2025年1月1日到2025年12月31日。',
    '期限2025年1月1日～12月31日',
  ]) {
    expect(rulesIn(text), text).toEqual([]);
  }
  for (const text of [
    '统计期限为2024年1月1日至2024年12月31日。',
    '统计期限为2024年1月1日至2025年12月31日。',
    '统计期限为2025年1月1日至2026年12月31日。',
    '统计期限为2025年1月1日至2025年12月30日。',
    '统计期限为2025年1月1日至11月31日。',
    '统计期限为2025年1月2日-2025年12月31日。',
    '统计期限为2025年2月1日~2025年12月31日。',
    '报告期为2024年01月01日－12月31日。',
    '统计期限：2024年1月1日 至 2024年12月31日。',
  ]) {
    expect(rulesIn(text), text).toEqual(['F-PERIOD']);
  }
  const [finding] = inText('统计期限为2024年1月1日至12月31日，下同。');
  expect(finding).toMatchObject({ place: '2024年1月1日至12月31日', details: { year: 2025 } });
});

test('a span of days that is no period of a report is left alone, and so is every one where the year is not told', () => {
  expect(rulesIn('活动于2025年3月1日至3月31日举办。')).toEqual([]);
  expect(rulesIn('统计期限为2024年1月1日至2024年12月31日。', { year: null })).toEqual([]);
});

test('days and months that do not exist are remarks, with or without a year of the report', () => {
  for (const text of [
    ...['截至202512年底', '在2025年13月', '在2025年20月', '于12月32日', '于1月45日', '至２０２５年１９月'],
  ]) {
    expect(rulesIn(text), text).toEqual(['F-DATE']);
    expect(rulesIn(text, { year: null }), text).toEqual(['F-DATE']);
  }
  for (const text of ['截至2025年12月31日', '2025年10月', '2025年1月30日', '编号120255年']) {
    if (text.startsWith('编号')) expect(rulesIn(text)).toEqual(['F-DATE']);
    else expect(rulesIn(text), text).toEqual([]);
  }
  expect(inText('在2025年13月。')[0]?.place).toBe('在2025年13月。');
});

test('a title with another year is stale', () => {
  expect(rulesIn('现发布2025年政府信息公开工作年度报告。')).toEqual([]);
  for (const text of [
    '2024年政府信息公开工作年度报告',
    '2024 年度信息公开年度报告',
    '2023年政府信息公开年度报告如下',
  ]) {
    expect(rulesIn(text), text).toEqual(['F-STALE']);
  }
  expect(inText('见2024年政府信息公开年度报告。')[0]).toMatchObject({
    place: '2024年政府信息公开年度报告',
    details: { year: 2025 },
  });
  expect(rulesIn('2024年政府信息公开年度报告', { year: null })).toEqual([]);
});

test('identity numbers by their check digit and mobile numbers are counted, and never repeated', () => {
  const counts = (text: string): unknown => inText(text)[0]?.details;
  expect(inText('申请人11010519491231002X、13900001234')).toMatchObject([
    { rule: 'F-PRIVACY', place: null, details: { people: 1, mobiles: 1 } },
  ]);
  expect(counts('申请人11010519491231002x')).toEqual({ people: 1, mobiles: 0 });
  expect(counts('申请人440524188001010014和１１０１０５１９４９１２３１００２Ｘ'.replace('Ｘ', 'X'))).toEqual({
    people: 2,
    mobiles: 0,
  });
  expect(inText('编号110105194912310021')).toEqual([]);
  expect(inText('编号440524188001010015')).toEqual([]);
  expect(inText('编号1440524188001010014和4405241880010100142')).toEqual([]);
  expect(inText('编号12900001234、139000012345、213900001234')).toEqual([]);
  expect(counts('电话13000000000、19999999999')).toEqual({ people: 0, mobiles: 2 });
});

test('what is left of a template is told with the words that gave it away', () => {
  for (const text of ['该部分以表格形式报告', '表格如下', '××', 'XX', '×X', '（此处', '（请填写', '某某']) {
    expect(inText(`本机关${text}有关情况。`), text).toMatchObject([
      { rule: 'F-TEMPLATE', place: `本机关${text}有关情况。`, details: { text } },
    ]);
  }
  expect(inText(`${'字'.repeat(70)}某某`)[0]?.place).toBe('字'.repeat(60));
  expect(inText('长×宽')).toEqual([]);
});

test('an amount whose unit is not known wants one, unless it is 0 or blank', () => {
  const id = 'disclosure.procurement.amount';
  const asked = (value: number | null, unit: 'unknown' | 'yuan', at: FigureId = id): unknown[] =>
    found({ figures: { [at]: value }, more: { edition: edition2019, year: 2020, units: { [at]: unit } } }).map(
      ({ rule, table, figures }) => [rule, table, figures],
    );
  expect(asked(251000, 'unknown')).toEqual([['UNIT-2019', 'disclosure', [id]]]);
  expect(asked(251000, 'yuan')).toEqual([]);
  expect(asked(0, 'unknown')).toEqual([]);
  expect(asked(null, 'unknown')).toEqual([]);
  expect(asked(5, 'unknown', 'disclosure.nothing.amount')).toEqual([]);
});

test('a report is early until its year is over, whoever makes it', () => {
  const remarks = (today: string | null | undefined, year: number | null = 2025): unknown[] =>
    found({ more: { year, ...(today === undefined ? {} : { today }) } }).map(({ rule, details }) => [rule, details]);
  expect(remarks('2025-12-31')).toEqual([['F-EARLY', { year: 2025, today: '2025-12-31' }]]);
  expect(remarks('2026-01-01')).toEqual([]);
  expect([remarks(null), remarks(undefined), remarks('2025-01-01', null)]).toEqual([[], [], []]);
});

test('departments publish by the end of January, governments by the end of March; towns and others have no day in the law', () => {
  const late = (today: string, kind: UnitKind | null, level: UnitLevel = 'county'): unknown[] =>
    found({ more: { today, kind, level } }).map(({ rule, details }) => [rule, details]);
  expect(late('2026-01-31', 'department')).toEqual([]);
  expect(late('2026-02-01', 'department')).toEqual([['F-DEADLINE', { last: '2026-01-31', today: '2026-02-01' }]]);
  expect(late('2026-03-31', 'government')).toEqual([]);
  expect(late('2026-04-01', 'government')).toEqual([['F-DEADLINE', { last: '2026-03-31', today: '2026-04-01' }]]);
  for (const kind of ['town', 'street', 'other', null] as const) expect(late('2026-12-01', kind)).toEqual([]);
  expect(late('2026-12-01', 'government', 'town')).toEqual([]);
  expect(found({ more: { today: '2026-12-01' } })).toEqual([]);
});

test('remarks on form are the same in every edition that has the section', () => {
  for (const edition of editions) {
    const more = { edition, year: edition.firstYear };
    expect(rulesOf({ more })).toEqual([]);
    expect(rulesOf({ narrative: { problems: [] }, more })).toEqual(['F-SECTIONS']);
  }
});
