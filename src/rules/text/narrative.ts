/**
 * Text against tables: every number in a sentence that a figure must equal. A difference is a question: the text may
 * speak of something else. Numbers of other years, parts of a whole and other kinds of business are left alone.
 */
import { expression } from '../../report/expression/expression';
import type { Edition } from '../../report/edition';
import type { Figure } from '../../report/figures';
import { checkDenials } from './denials';
import type { ClaimRule } from '../details';
import type { Finding } from '../finding';
import { findingsAt, tidy } from '../findings';
import type { CheckInput } from '../input';
import { inOneGo, type Steps } from '../steps';
import {
  byLevels,
  carriedOver,
  clauseAt,
  clauseBefore,
  isShortFor,
  ofAnotherBody,
  ofAnotherTime,
  sentencesOf,
  upTo,
  type Sentence,
  type Sentences,
} from './sentences';
import { mayFind } from './needed';
import { checkSentenceSums } from './sentenceSums';
import { about, mayCount, spokenNumber, unitWords, type Spoken } from './spokenNumbers';
import { withoutSpokenRows } from './spokenRows';
import { and, everyOne, ofThemAll, type Named, type Statement } from './statement';
import { statementsOf, type Statements } from './statements';
import { claimFinding } from './textFinding';
import { part, without, wording } from './wording';

/** Rules whose number is a part when it stands behind 其中: part of what came before, not the figure. */
const wholes: ReadonlySet<string> = new Set(['N-RECV', 'N-ANS', 'N-FILES', 'N-PERM']);
const partsEnd = /（[^（）]*）|[，；](?=实际|截至|全年|年内|本年|年底|上述|以上|合计|总计|共计|(?:受理|收到|办理)的)/u;
/** 公开信息 206 条，其中主动公开 201 条，依申请公开 5 条: of what was made public a part, of the applications all. */
const kindsOfPublication = /其中[^。；]{0,4}主动公开/u;
/** 其中结转下年度 7 件，其余: all that was answered, whatever came from the last year. */
const restOfThem = /其中[^，。；]{0,12}结转[^，。；]*[，、；](?:其余|余下|剩余)(?:的)?$/u;
/** What was received falls into what was answered and what is carried over: the first is all that was answered. */
const leftOver = wording(
  `结转|转[入至到]下|转[入至到]?\\d{4}年|剩余|尚?在(?:办理|答复)|办理之?中|[正尚仍还按][^，。；\\d]{0,6}进度|[正尚仍还][按依][^，。；\\d]{1,8}办理|在办|滚存|顺延|延续|(?:待|将[于在]|纳入)(?:下一?年|\\d{4}年)|其余`,
);
/** 其中 3 件办结，2 件主动撤销: those are answered too, in the table. */
const withdrawn = wording(`^[^。]*\\d${unitWords}[^，。；\\d]{0,12}撤[销回]`);
const counts = expression(`(?<![\\d.])(\\d{1,12})${unitWords}`, 'gu');
/** 收到 37 件（上年结转 2 件除外）: what stands in brackets. */
const aside = /（[^（）]*）/gu;
/** 收到 36 件，上年结转 3 件，: what came from the last year belongs to the whole. */
const lastYearTold = wording(
  `[，、；]?(?:另有)?(?:(?:上一?年|去年)度?${carriedOver}|结转上一?年度?)[^，。；\\d]{0,8}\\d{1,12}${unitWords}[，、；]$`,
);
/** 收到 36 件，其中按期办结 36 件; 收到 12 件，其中 10 件已答复，剩余 2 件结转下年度: the whole, though behind 其中. */
const isWholeAgain = (rule: ClaimRule, value: string, earlier: string, text: string, at: number): boolean => {
  if (rule !== 'N-ANS') return false;
  const before = upTo(text, at);
  const since = before.lastIndexOf('其中');
  const told = earlier + before.slice(0, since);
  if (restOfThem.test(before)) return true;
  if (told.includes('其中') && !listEnded(told)) return false;
  if (wording(`(?<![\\d.])${value}${unitWords}`).test(told)) return true;
  const rest = text.slice(at, at + 120);
  return (
    !withdrawn.test(rest) &&
    !/上年|上一年|去年/u.test(without(told, aside, lastYearTold)) &&
    leftOver.test(rest) &&
    !/其中.+[，；、]/u.test(before.slice(since))
  );
};
/** 收到 11 件，其中网络申请 8 件、信函 3 件，办结 9 件: what adds up is a list that has ended. */
const listEnded = (before: string): boolean => {
  const since = before.lastIndexOf('其中');
  const whole = [...before.slice(0, since).matchAll(counts)].at(-1)?.[1];
  const parts = [...before.slice(since).matchAll(counts)].map((each) => Number(each[1]));
  return parts.reduce((sum, each) => sum + each, 0) === Number(whole);
};
/** 公开信息 38 条，其中公文 8 条，作出行政处罚决定 5 件: a verb of its own begins what is no part of what was made public. */
const doneBesides = (before: string): boolean =>
  /\d[^，；]*[，；](?:作出|做出|实施|下达)[^，。；\d]{0,6}$/u.test(before) &&
  /公开|发布|公布|立案/u.test(before.slice(0, before.lastIndexOf('其中')));
/** 收到 39 件，其中本年新收 37 件: what is new is all that was received. */
const newlyReceived = /其中[：:，]?(?:(?:本年度?|当年|今年|年内|全年|\d{4}年度?)[，：]?)?$|^(?!.*其中)/u;
/** 其中行政许可 61 件、行政处罚 45 件、行政强制 0 件，收费 0.57 万元: the table told row by row. */
const allDecisions = /许可[^，；]*\d[^。]*处罚[^，；]*\d[^。]*强制[^，；]*\d[^。]*收费[^，；]*[元万]/u;
/** 出台政策文件 37 件，其中规范性文件 2 件: of other documents a part, of these all. */
const ofOtherDocuments = expression(
  String.raw`(?:制发|制定|制订|出台|印发)[^，。；\d]{0,8}(?<!规范性)文件\d{1,12}[^，。；\d]{1,2}，其中[：:，]?(?:含|有|包括|属于?)?(?:行政)?规范性文件[^，。；]{0,16}$`,
);
const isPart = (statement: Statement, before: string, match: string): boolean =>
  wholes.has(statement.rule) &&
  !(/\d[^，；]*(?:[，；][^，；\d]*){1,3}$/u.test(before) && listEnded(before)) &&
  (before.split(partsEnd).at(-1) + match).includes('其中') &&
  !(/新收/u.test(match) && newlyReceived.test(before)) &&
  !match.includes('处理决定') &&
  !(statement.rule === 'N-PERM' && doneBesides(before)) &&
  !ofOtherDocuments.test(before + match) &&
  !(match.includes('依申请公开') && kindsOfPublication.test(before)) &&
  !match.startsWith('有效申请') &&
  !/其中[：:，]?(?:本年度?|当年|今年|年内)(?:新)?$/u.test(before);

/** 复议 87 件、诉讼 26 件，均与信息公开无关: the sentence says so itself. */
const unrelated =
  /均(?:系|为|属)?涉税|与(?:政府)?信息公开(?:工作|申请)?无关|(?:均|都|皆|全部)(?:不(?:属于?|涉及)|非)(?:政府)?信息公开/u;
/** 申请 17 件，均由居委会答复: asked of others. */
const byOthers =
  /^\d[^，。；]{0,8}[，（](?:均|都|全部|已)?由(?!我|本|局|办公室)(?<who>[^，。；]{0,8}?(?:村委会|居委会|社区|学校|物业|公司|[县市区][^，。；]{0,8}?局))[^，。；]{0,12}(?:答复|回复|公开|办理)/u;
const isOfOthers = (rest: string, unit: string | null): boolean => {
  const { who } = byOthers.exec(rest)?.groups ?? {};
  return who !== undefined && !(unit !== null && isShortFor(who, unit));
};
/** 答复增加 17 件: by how many, no count. */
const grown = wording('(?:(?<!新)增加?|减少?|增长|下降|上升|降低|多|少)了?$');
/** 没有发生一起, 无一件: the number is part of a denial. */
const denying = /(?:未|没有|无)(?:发生|出现|收到|接到|产生|引发)?(?:过|任何){0,3}$/u;

/** 申请 37 件，内容主要涉及不动产登记、信访答复等: what applications ask about is no business of the body's. */
const topics = expression(
  String.raw`(?:(?<=[，；])|内容|事项|主要|重点|分别|大多)(?:主要|集中|分别|均|都|多){0,2}(?:涉及|集中[在于]|围绕|关于|有关)[^，。；\d（）]{1,80}(?=[，。；]|$)`,
  'gu',
);

/** Whether a sentence speaks of such business; reasons of results may be called like it: 信访举报投诉类申请. */
const mentions = (business: RegExp | undefined, text: string, edition: Edition): boolean =>
  business?.test(text) === true && business.test(without(withoutSpokenRows(text, edition), topics));

/** A number in a sentence with every sum that it may be. */
interface Claim {
  readonly statement: Statement;
  readonly stated: Spoken;
  readonly quote: string;
  readonly sums: (readonly Figure[])[];
}

const keyOf = (figures: readonly Figure[]): string => figures.map(({ id }) => id).join();
/** Which figures are meant first of all. */
const sumKey = ([first = []]: Statement['sums']): string => keyOf(first);

/** 612件、: what belongs to the number before. */
const endOfLast = wording(`^${unitWords}?[、和及与]`);
const jointly = wording(`^${ofThemAll}.*(?:${and}|（含|（包括)`);

/**
 * 行政许可和行政处罚共 657 件, 12 件行政复议、诉讼: one number for several names may be the sum of all that the rule knows by
 * them.
 */
function together(named: readonly Named[], rule: ClaimRule, text: string, at: number): Figure[][] {
  const before = without(upTo(text, at), /^[^]*[，。；：\d]/u, endOfLast);
  const behind = without(text.slice(at), /^[\d.]+/u, /[，。；：\d][^]*/u);
  return [before, behind].flatMap((names) => {
    if (!jointly.test(names)) return [];
    const meant = named.filter((each) => each.rule === rule && each.word?.test(names) === true);
    const figures = meant.flatMap(({ sums: [first = []] }) => first);
    // 因涉及商业秘密、个人隐私不予公开: a row and its group are no two things.
    return meant.length > 1 && new Set(figures).size === figures.length ? [figures] : [];
  });
}

/** So many sentences are remembered, those of a few long reports. */
const mostRemembered = 1_000;
const remembered = new WeakMap<Statements, Map<string, readonly Claim[]>>();

/**
 * What a sentence claims does not rest on any figure: the pane checks after each cell that is typed, and reads a sentence
 * again only when it or its paragraph before it has changed.
 */
function* claimsOf(input: CheckInput, sentence: Sentence, statements: Statements): Steps<readonly Claim[]> {
  const { text, before, earlier } = sentence;
  // Of most sentences there is nothing to remember.
  if (!/\d/u.test(text)) return [];
  const known = remembered.get(statements) ?? new Map<string, readonly Claim[]>();
  remembered.set(statements, known);
  const key = [input.year, input.unit, text.length, earlier, before, text].join();
  let claims = known.get(key);
  if (claims === undefined) {
    claims = yield* claimsIn(input, sentence, statements);
    if (known.size >= mostRemembered) known.clear();
    known.set(key, claims);
  }
  return claims;
}

/** 县政府受理 12 件，各部门受理 25 件: neither is all. 全市各级各部门 are. */
const sharedOut =
  /(?:收到|受理|接收)[^，。；\d]{0,24}\d[^。；]{0,40}[，、府委局会]各(?:乡镇|镇街|街道|部门|单位|县区)[^，。；\d]{0,16}(?:收到|受理|接收)[^，。；\d]{0,24}\d/u;

/** 登记 32 件，其中 18 件系咨询，实际受理 14 件; 全系统收到 19 件，其中局机关 5 件: another number is the body's own. */
const narrowed = wording(
  `^[^。；]{0,60}(?:实际(?:受理|收到|办理|应)|有效申请)[^，。；\\d]{0,10}\\d|^\\d{1,12}${unitWords}[^，。；]{0,16}${everyOne}已?(?:办结|答复|办理)[^，。；]{0,8}[，；](?:另有?|其余|尚有|还有)\\d`,
);
/** 被申请复议 3 件，其中信息公开类 1 件; 累计 4 件，其中2021年 1 件: told of more than the table holds. */
const ofMore = wording(
  `^[\\d.]+[万亿]?${unitWords}[^，。；\\d]{0,6}[，（]其中[：:，]?(?:涉及|涉|属于?|为|因|与|系)?(?:政府)?信息公开(?:的|类|方面|相关|有关|申请|事项|案件|引发){0,3}\\d`,
);
const ofYears = wording(
  `^[\\d.]+[万亿]?${unitWords}[^，。；\\d]{0,6}[，（]其中[：:，]?\\d{4}年度?\\d{1,12}${unitWords}`,
);
/** 作出行政处罚 8120 人次: persons, no decisions. */
const ofPersons = /^\d+[万亿]?人次/u;
const ofTheSystem = /(?:(?:全|[市县区州省])[^，。；]{0,8}系统|全[市县区州省]各级[^，。；]{0,10}部门)[^，。；]{0,30}$/u;
const ownPart = /^[^。；]{0,30}[，；、（](?:其中)?[^，。；\d]{0,9}(?:机关|本级|本部)[^，。；\d]{0,14}\d/u;

/** 除 2 件结转下年度办理外，其余均已答复: that many are left out, and carried over. */
const exceptCarried = (nearest: string, quote: string): boolean => nearest.endsWith('除') && quote.includes('转');

/** 收到 292 件，除 5 件结转外，其余 287 件均已答复: the rest of what came, to which what came last year is not added. */
const restOf = (text: string, at: number, value: string): boolean => {
  const before = upTo(text, at);
  const told = [...before.matchAll(counts)].map((each) => Number(each[1]));
  const left = told.at(-1) ?? 0;
  return (
    /(?:其余|其他|余下|剩余)的?$/u.test(before) &&
    !/上一?年度?结转|含[^。；]{0,12}结转/u.test(before) &&
    told.some((whole) => whole - left === Number(value))
  );
};

/** Whether the sentence goes on to tell which smaller number is the body's own. */
const isNarrowed = (text: string, at: number, unit: string | null): boolean => {
  const rest = text.slice(at, at + 120);
  return (
    ofYears.test(rest) ||
    narrowed.test(rest) ||
    (!/政府$/u.test(String(unit)) && ofTheSystem.test(upTo(text, at)) && ownPart.test(rest))
  );
};

/** Whether what stands around a match, with its number at `at`, says that the number is something else. */
function isOther(
  input: CheckInput,
  { text, earlier, before: paragraph }: Sentence,
  statement: Statement,
  { 0: quote, index }: RegExpExecArray,
  at: number,
  value: string,
): boolean {
  const clause = clauseAt(text, index, index + quote.length);
  const before = upTo(text, index);
  const nearest = text.slice(Math.max(0, at - 20), at);
  // What the sentence is about may stand before a semicolon.
  const since = statement.sentenceSoFarMust === undefined ? '' : earlier;
  return (
    statement.sentenceSoFarMust?.test(since + before) === false ||
    statement.clauseNever?.test(clause) === true ||
    statement.clauseSoFarNever?.test(clauseBefore(text, index) + quote) === true ||
    mentions(statement.sentenceSoFarNever, since + before + quote, input.edition) ||
    quote.includes('分别') ||
    (statement.rule === 'N-RECV' && sharedOut.test(text)) ||
    (wholes.has(statement.rule) && isNarrowed(text, at, input.unit)) ||
    (!quote.includes('公开') && ofMore.test(text.slice(at, at + 80))) ||
    (statement.rule === 'N-PERM' && ofPersons.test(text.slice(at, at + 16))) ||
    (about.test(nearest) && !exceptCarried(nearest, quote)) ||
    unrelated.test(text) ||
    (statement.rule === 'N-RECV' && isOfOthers(text.slice(at, at + 60), input.unit)) ||
    grown.test(nearest) ||
    denying.test(nearest) ||
    (statement.rule === 'N-ANS' && restOf(paragraph, paragraph.length - text.length + at, value)) ||
    ofAnotherTime(before, clause, input.year) ||
    ofAnotherBody(before + text.slice(index, at), input.unit) ||
    byLevels.test(earlier + before + text.slice(index, at)) ||
    (isPart(statement, before, quote) &&
      !(statement.rule === 'N-PERM' && allDecisions.test(text)) &&
      !isWholeAgain(statement.rule, value, earlier, text, at))
  );
}

/** From this length on a sentence is work enough to rest in the middle of it, in characters. */
const longSentence = 200;

function* claimsIn(input: CheckInput, sentence: Sentence, { statements, bare, named }: Statements): Steps<Claim[]> {
  const claims = new Map<string, Claim & { readonly at: number }>();
  const { text } = sentence;
  // Many statements ask the same of a sentence.
  const asked = new Map<RegExp, boolean>();
  const holds = (words: RegExp | undefined, where: string): boolean | undefined => {
    if (words === undefined) return undefined;
    const known = asked.get(words) ?? (mayFind(words, where) && words.test(where));
    asked.set(words, known);
    return known;
  };
  const whole = sentence.earlier + text;
  // 第 1 单位, 2025 年: most numbers count nothing.
  for (const statement of mayCount.test(text) ? statements : bare) {
    if (text.length >= longSentence) yield;
    if (holds(statement.sentenceMust, whole) === false) continue;
    if (!mayFind(statement.pattern, text)) continue;
    // Most sentences hold none of it, and `matchAll` copies the expression before it looks.
    if (text.search(statement.pattern) === -1) continue;
    if (holds(statement.paragraphMust, sentence.before) === false) continue;
    if (holds(statement.paragraphNever, sentence.before) === true) continue;
    for (const match of text.matchAll(statement.pattern)) {
      const value = part(match, 'n');
      const at = match.index + match[0].indexOf(value);
      if (isOther(input, sentence, statement, match, at, value)) continue;
      // One place may say several things, each of which must hold.
      const key = statement.besides ? `${at} ${statement.rule} ${sumKey(statement.sums)}` : String(at);
      let claim = claims.get(key);
      if (claim === undefined) {
        claim = { at, statement, stated: spokenNumber(value, statement.scale), quote: match[0], sums: [] };
        claims.set(key, claim);
      }
      if (statement.only) claim.sums.length = 0;
      for (const sum of [
        ...statement.sums,
        ...(statement.under?.(sentence.earlier + upTo(text, match.index)) ?? []),
        ...(statement.besides ? [] : together(named, statement.rule, text, at)),
      ])
        if (!claim.sums.some((other) => keyOf(other) === keyOf(sum))) claim.sums.push(sum);
    }
  }
  // What the number itself says already is not said twice; of cases their count and their ending are two things.
  return [...claims.values()].filter(
    ({ at, statement: { besides, rule } }) =>
      besides !== true || rule === 'N-CASE' || claims.get(String(at))?.statement.rule !== rule,
  );
}

/** Sentences that were not read are said, not passed over: with how many there are, and how the first begins. */
function tooLongFinding(tooLong: Sentences['tooLong']): Finding[] {
  if (tooLong === null) return [];
  const { first, count, longest } = tooLong;
  const details = { section: first.section, count, length: longest };
  return [findingsAt('remark')('N-LONG', { place: first.original.slice(0, 60), details })];
}

/** What sentences claimed that is not so, by paragraph, rule and figures. */
type Claimed = Map<string, Finding[]>;

/** So many parts at most are added up. */
const mostParts = 24;

const meantFirst = ({ sides }: Finding): string => String(sides?.right.map(({ figure }) => figure));

/** Those of some findings on one figure that stand in a row and add up to it. */
function addingUp(all: readonly Finding[]): Finding[] {
  return all.flatMap((first, from) => {
    let told = 0;
    const row = all.slice(from, from + mostParts);
    const last = row.findIndex(({ left }) => tidy((told += left ?? 0)) === first.right);
    return row.slice(0, last + 1);
  });
}

/**
 * 新收 17 件，予以公开 13 件；上年结转 1 件，予以公开 1 件: what one paragraph tells of one figure in parts that add up to it
 * contradicts nothing. 部门 62 件、乡镇 24 件，合计 76 件: the total alone is wrong.
 */
const partsOfOne = (claimed: Claimed): ReadonlySet<Finding> => new Set([...claimed.values()].flatMap(addingUp));

/** Every sentence whose number no figure that it may mean equals. Silent where the figures are blank. */
export function* narrativeSteps(input: CheckInput): Steps<Finding[]> {
  const { read, tooLong } = yield* sentencesOf(input);
  const found: Finding[] = [];
  const claimed: Claimed = new Map();
  for (const sentence of read) {
    const claims = yield* claimsOf(input, sentence, statementsOf(input.edition));
    const told = claims.map(({ statement, stated, quote, sums }) => ({
      sum: sumKey(sums),
      quote,
      findings: claimFinding(statement.rule, input, sentence, stated, quote, sums),
    }));
    for (const { sum, quote, findings } of told) {
      // 废止 2 件，失效 3 件: the table may hold the first alone, or both.
      if (quote.includes('失效') && told.some((other) => other.sum === sum && other.findings.length === 0)) continue;
      for (const finding of findings) {
        found.push(finding);
        const key = [sentence.paragraph, finding.rule, ...finding.figures].join();
        const before = claimed.get(key);
        if (before === undefined) claimed.set(key, [finding]);
        else before.push(finding);
      }
    }
    yield;
    // 行政许可、行政处罚0件: what the number said already is not said once more as denied.
    const told0 = told.flatMap(({ findings }) => findings.filter(({ left }) => left === 0).map(meantFirst));
    found.push(...checkDenials(input, sentence).filter((finding) => !told0.includes(meantFirst(finding))));
    yield;
    found.push(...checkSentenceSums(input, sentence));
    yield;
  }
  const parts = partsOfOne(claimed);
  return [...found.filter((finding) => !parts.has(finding)), ...tooLongFinding(tooLong)];
}

/** The same at once. */
export const checkNarrative = (input: CheckInput): Finding[] => inOneGo(narrativeSteps(input));
