/**
 * The sentences of a text as the text rules read them, and what a place in one of them speaks of: its clause, another
 * year than the report's, another body than the reporting one.
 */
import { expression } from '../../report/expression/expression';
import { inSimplified } from '../../report/characters';
import type { TextSectionId } from '../../report/edition';
import { paragraphsOf } from '../form';
import type { CheckInput } from '../input';
import type { Steps } from '../steps';
import { inDigits, unitWords } from './spokenNumbers';
import { without, wording } from './wording';

/** A sentence of the text, as it stands and as it is read. */
export interface Sentence {
  readonly section: TextSectionId;
  readonly original: string;
  readonly text: string;
  /** The paragraph up to the end of this sentence, as it is read; of a long one the end. */
  readonly before: string;
  /** What stands before it since the last full stop: a semicolon ends a sentence, but not what it is about. */
  readonly earlier: string;
  /** Which paragraph of the text it stands in. */
  readonly paragraph: number;
}

interface Unread {
  readonly section: TextSectionId;
  readonly original: string;
}

/** The sentences of a text that are read, and what is said of those that are too long to be: `null` where there are none. */
export interface Sentences {
  readonly read: readonly Sentence[];
  /** The first of them, how many they are, and the characters of the longest. */
  readonly tooLong: { readonly first: Unread; readonly count: number; readonly longest: number } | null;
}

/** The longest sentence that is read, in characters. Nobody writes one of 2,000; a list that was pasted as text is one. */
const longestSentence = 2_000;
/** How much of a text is read, in characters: several times the longest report that was ever published. */
const longestText = 60_000;
/** How many sentences are read: as many as a text of that length has where they are short. */
const mostSentences = 4_000;
/** How much of its paragraph a sentence is read with, in characters. */
const longestBefore = 1_000;
/** How far back from a number, and behind it, its sentence is looked at. Work on each number stays the same by it. */
const reach = 300;

/** What stands before a place, as far as it is looked at, and not before `from`. */
export const upTo = (text: string, at: number, from = 0): string => text.slice(Math.max(from, at - reach), at);

/**
 * 行政许可、行政处罚分别为 612件、45件: each number behind its own name, if there are as many names as numbers. Of the first
 * name its last character will do: what stands before it stays.
 */
const respectively =
  /(?<names>[^，。；：（）、和及与](?:[、和及与][^，。；：（）、和及与]{1,40}){1,11}?)(?:数量|件数|数)?分别(?:为|是|有|达)(?<numbers>\d{1,12}[^，。；：（）、和及与\d]{0,2}(?:[、和及与]\d{1,12}[^，。；：（）、和及与\d]{0,2}){1,11})/gu;

const joint = /[、和及与]/u;
/** 涉及 while names are told apart at 及. */
const involved = '\uE000';
/** 复议、诉讼各 1 件: the same number behind each name. */
const each =
  /(?<names>[^，。；：（）、和及与\d](?:[、和及与][^，。；：（）、和及与\d]{1,40}){1,5}?)各(?:有|为|发生)?(?<count>\d{1,12}[件起宗例项次])/gu;
const paired = (text: string): string =>
  !/分别|各/u.test(text)
    ? text
    : text
        .replaceAll('涉及', involved)
        .replace(respectively, (whole, namesText: string, numbersText: string) => {
          const names = namesText.split(joint);
          const numbers = numbersText.split(joint);
          return names.length === numbers.length ? names.map((name, at) => `${name}${numbers[at]}`).join('、') : whole;
        })
        .replace(each, (_, names: string, count: string) =>
          names
            .split(joint)
            .map((name) => name + count)
            .join('、'),
        )
        .replaceAll(involved, '涉及');

/** 为零, with no thing that is counted. */
const saidZero = expression(String.raw`(?<=[为是])零(?=$|[，。；、）])`, 'gu');
/** 由 67 件增至 86 件: what was before is told of another year, wherever the sentence says which. */
const grownFrom = expression(
  `[由从](?:(?:上一?年度?|去年|\\d{4}年度?)的?)?\\d{1,12}[万亿]?${unitWords}[^，。；\\d]{0,4}(?:[增升降减]|上升|下降|增加|减少|增长|提高|提升|回落)(?:至|到|为)(?:\\d{4}年度?的)?(?=\\d)`,
  'gu',
);
/** 上年结转 4 件加本年新收 86 件: each of the two in a clause of its own. */
const addedTo = expression(String.raw`(?<=\d${unitWords})加上?(?=本年|今年|当年|新收|上年|去年|\d{4}年)`, 'gu');
/** 复议案件较上年减少 3 件，为 5 件: the comparison stands between a thing and its number. */
const comparedBetween = expression(
  String.raw`(?<how>[较比与同](?:上一?年度?|去年|\d{4}年度?)(?:同期)?(?:相比)?(?:持平|[^，。；、（）\d]{2,6}(?:\d{1,12}${unitWords}|\d{1,12}(?:\.\d{1,6})?%)))，(?:为|达到?|共)(?<now>\d{1,12}${unitWords})`,
  'gu',
);
/** 2024年全区结转 2 件, 2024年未结转: what stands between the year and the word. */
const carriedByAll = expression(
  String.raw`(\d{4})年度?(?:全[市县区州旗镇乡局]|我[市县区州旗镇乡局]|本(?:机关|单位)|(?=未|无|没有))(?=(?:未|无|没有)?结转(?![至到入下次]))`,
  'gu',
);
/** 2024年转至今年 2 件. */
const turnedToThis = /(\d{4})年度?转[至到入](?:今年|本年度?|当年)/gu;
/** 结转至2026年: to the year that follows, by its number; 结转2024年 2 件: from the one before. */
const carriedToYear = expression(String.raw`(?<=结转[至到入]|(?<!包括)\d{4}年度?结转)(\d{4})年(?=度?)`, 'gu');
const carriedFromYear = expression(String.raw`(?<=结转)(\d{4})年`, 'gu');

/**
 * The text as it is read: simplified characters, plain digits, no spaces, no separators of thousands, Chinese numbers of things as digits, one
 * kind of brackets.
 */
const plain = (text: string, year: number | null): string =>
  paired(
    inDigits(
      inSimplified(text)
        .replace(/规范性档案/gu, '规范性文件')
        .replace(/转结/gu, '结转')
        .replace(/部份/gu, '部分')
        .replace(/依申?公开(?=申请|事项|件)/gu, '依申请公开')
        .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
        .replace(/\s/gu, '')
        .replace(/[【(]/gu, '（')
        .replace(/[】)]/gu, '）')
        .replace(/(\d)[,，](?=\d{3}(?!\d))/gu, '$1')
        .replace(/县（市[、区]{0,2}）|[市区]（县）/gu, '县区')
        .replace(/[,:;]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0))
        .replace(/％/gu, '%'),
    )
      .replace(saidZero, '0')
      .replace(addedTo, '，$&')
      .replace(grownFrom, '')
      .replace(comparedBetween, '$<now>，$<how>')
      .replace(turnedToThis, (whole, named: string) => (Number(named) + 1 === year ? '上年结转' : whole))
      .replace(carriedByAll, (whole, named: string) => (Number(named) + 1 === year ? '上年' : whole))
      .replace(carriedToYear, (whole, named: string) => (Number(named) === year ? '本年' : whole))
      .replace(carriedFromYear, (whole, named: string) => (Number(named) + 1 === year ? '上年' : whole)),
  );

const sentenceEnd = /[。；;！!？?\n]/gu;

/** So many ends of sentences are one step of work. */
const endsPerStep = 1_000;

/** The sentences of a text one by one, as they stand, with the paragraph that each stands in. `null`: a rest. */
function* partsOf(input: CheckInput): Generator<(Unread & { readonly paragraph: number }) | null> {
  let ends = 0;
  for (const [paragraph, { section, text }] of paragraphsOf(input).entries()) {
    for (let from = 0; from < text.length;) {
      sentenceEnd.lastIndex = from;
      const end = sentenceEnd.test(text) ? sentenceEnd.lastIndex : text.length;
      const original = text.slice(from, end).trim();
      if (original !== '') yield { section, original, paragraph };
      ends += 1;
      if (ends % endsPerStep === 0) yield null;
      from = end;
    }
  }
}

/**
 * Which sentences are read, by their length: the shortest, as many as are not too much to be checked at once. Of those of
 * one length that are not all read, the first `some` are.
 */
function limitOf(counts: Uint32Array): { readonly length: number; readonly some: number } {
  let [characters, sentences] = [longestText, mostSentences];
  for (let length = 1; length <= longestSentence; length += 1) {
    const count = counts[length] ?? 0;
    const fitting = Math.min(Math.floor(characters / length), sentences);
    if (count > fitting) return { length, some: fitting };
    characters -= count * length;
    sentences -= count;
  }
  return { length: longestSentence + 1, some: 0 };
}

/** （二）依申请公开情况: a paragraph that is no sentence. */
const heading =
  /^(?:（?[一二三四五六七八九十\d]{1,3}[）.、．：]{1,2})?(?<name>[^，。；！？：（）\d未无没]{0,16}(?:依申请|申请|公开|复议|诉讼)[^，。；！？：（）\d未无没]{0,12})[。：]?$/u;
/** What a paragraph is read with: the heading before it, told as what the text goes on about. */
const headed = (paragraph: string): string => {
  const { name } = heading.exec(paragraph)?.groups ?? {};
  return name === undefined ? '' : `${name}：`;
};

/** Every sentence of a report's text; of a text that is too long to be checked at once, all but the longest. */
export function* sentencesOf(input: CheckInput): Steps<Sentences> {
  // By their length; what is longer has no place in it.
  const counts = new Uint32Array(longestSentence + 1);
  for (const part of partsOf(input)) {
    if (part === null) yield;
    else counts[part.original.length] = (counts[part.original.length] ?? 0) + 1;
  }
  const limit = limitOf(counts);
  let left = limit.some;
  const isRead = (length: number): boolean => length < limit.length || (length === limit.length && left-- > 0);
  const read: Sentence[] = [];
  let first: Unread | null = null;
  let [count, longest] = [0, 0];
  let [before, last] = ['', 0];
  for (const part of partsOf(input)) {
    if (part === null) {
      yield;
      continue;
    }
    const { section, original, paragraph } = part;
    if (paragraph !== last) before = headed(before);
    last = paragraph;
    if (!isRead(original.length)) {
      first ??= { section, original };
      count += 1;
      longest = Math.max(longest, original.length);
      continue;
    }
    const text = plain(original, input.year);
    const earlier = before.slice(Math.max(before.lastIndexOf('。') + 1, before.length - reach));
    before = (before + text).slice(-longestBefore);
    read.push({ section, original, text, before, earlier, paragraph });
    yield;
  }
  return { read, tooLong: first === null ? null : { first, count, longest } };
}

/** What is said of applications that come from the year before. */
export const carriedOver = '(?:结转|顺延|结余|转入|转来|转过来|转接|转办|接转|遗留(?!问题)|留存|跨年|延续|未办结)';

/** 收到 17 件、较上年减少 13 件, 收到 17 件、上年结转 2 件: what is told of another year is a clause of its own. */
const compared = `、(?:[较比同与]|[从由]?(?:上一?年度?|去年|\\d{4}年度?)${carriedOver}|承接上)|(?:没有|未|无)(?:因|发生|出现|引发)`;
const clauseMarks = [...'，：。；（）'];
const clauseEnd = wording(`[${clauseMarks.join('')}]|${compared}`);

/** The clause around a place: between two commas or brackets. */
export function clauseAt(text: string, from: number, to: number): string {
  const behind = text.slice(to, to + reach);
  const end = behind.search(clauseEnd);
  return clauseBefore(text, from) + text.slice(from, to) + (end === -1 ? behind : behind.slice(0, end));
}

/** The clause before a place. */
export function clauseBefore(text: string, at: number): string {
  const before = upTo(text, at);
  return before.slice(Math.max(...clauseMarks.map((mark) => before.lastIndexOf(mark))) + 1);
}

const otherTimes = wording(
  `(?:(?<!结转|承接)上年|去年|上一年|前年|同期|历年(?!的?(?:现行)?有效)|(?<!今年|年初|本年)以来|(?<!一)年来|至今|近[两三四五\\d]年|“?十[一二三四五]五”?(?:期间|时期))(?!度?(?:[和及与、]下一?年度?的?|未|无|没有)?(?:${carriedOver}|继续办理))|[一二三四]季度|[上下]半年|每个?[月季周天日]|[月日]均|平均|(?<![模虚草])拟(?![定稿写订]|制(?!发|定))|计划(?!生育)|力争|预计`,
);
const otherYear = expression(`(?<!\\d)(\\d{4})年(?!度?(?:继续办理|续办|${carriedOver}))`, 'gu');

/** 比2024年（31起）下降29%，and 结转2026年 7 件: such another year is none that the sentence goes on to tell of. */
const comparison = expression(
  String.raw`[比较与同]\d{4}年[^，。；]{0,40}[，；]|(?<=(?:转|留|顺延|延期?|移|滚存|延续)(?:[至到入给待])?|要到|待|将[于在]|纳入)\d{4}年`,
  'gu',
);

/** 复议 2 件（其中 1 件为2024年的申请）: brackets that are closed tell of nothing behind them. */
const aside = /（[^（）]{0,60}）/gu;

/** 上年收到900件，办结890件; 五年来制发…: what a sentence begins to tell of other years, it goes on telling. */
const earlierYear =
  /(?:(?:^|[，；。])(?:上年度?|去年|上一年度?|前年)(?:同期|全年)?(?:[我全本][局委办厅县市区镇乡院街]|共){0,3}(?:收到|受理|办理|接收|接到|新收|答复|办结)|[两三四五六七八九十\d]年来|[上下]半年|[一二三四]季度)(?!.*(?:本年|今年|全年|\d{4}年))/u;

/** Since a time that is not the beginning of the year, as it stands before the clause. */
const sinceThen = expression(String.raw`(?<!今年|年初|本年|年内|一年|年度|全年)以来`);

/** 2021年至2024年. */
const yearToYear = expression(String.raw`(?<!\d)\d{4}年?(?:至|到|—|－|-|～|~)\d{4}年`);

/** Whether what stands before a number, in its sentence, speaks of another time than the report's year. */
export function ofAnotherTime(before: string, clause: string, year: number | null): boolean {
  // 2025年以来, in the report of 2025.
  const since = expression(`${year}年?(?:\\d+月)?(?:\\d+日)?以来`, 'gu');
  if (otherTimes.test(without(clause, since)) || earlierYear.test(before) || yearToYear.test(before)) return true;
  // 《条例》施行以来，累计收到 980 件.
  if (sinceThen.test(without(before, since))) return true;
  const last = [...without(before, aside, comparison).matchAll(otherYear)].at(-1);
  return year !== null && last !== undefined && Number(last[1]) !== year;
}

/** The year that a report is about, as sentences name it. */
const inTheYear = '(?:\\d{4}年度?|全年度?|本年度?|年度内?|年内|当年|今年(?:以来)?|一年来)';
const bodyActing = expression(
  String.raw`(?<=^|[，、；。：])(?<name>[\u4e00-\u9fff]{0,20}?(?:局|委员会|管委会|[改健]委|办公室|厅|街道办事处|街道|委[\u4e00-\u9fff]{1,6}部|委办|镇|乡|馆|院|学校|医院|公司|县|市|区|旗))(?:机关|(?<government>(?:人民)?政府))?(?:本级|本部)?(?:[在对][^，。；\\d]{1,8})?(?:${inTheYear}|共|一共|累计|合计|分别){0,4}(?:依[法规])?(?:收到|受理|接收|接到|接获|新收|新增|收办|承办|共有|处理|登记|办理|答复|办结|发生|作出|实施|制发|制定|出台|印发|废止|依申请公开|政府信息公开申请|信息公开申请)`,
  'gu',
);
const ofTheYear = expression(`^(?:${inTheYear}|年)+`);
const ownWords =
  /^(?:我|本|该|各|全|局|委|办|厅|镇(?!街)|乡(?!镇)|街道|机关|单位)|[我全本各该][局委办厅镇乡县市区旗省院]/u;
/** Some of the bodies whose figures a government adds up: 市本级, 三个部门, 各县区; not 各部门、各县区, who are all. */
const someOfTheBody = wording(
  [
    '[县区乡镇]级(?:人民)?(?:政府|部门)',
    '^(?:部门|科室|股室|镇街)(?:自行)?(?:收到|受理|接收|答复|办理|办结)',
    '[省市州县区](?:政府)?本级(?![、和及与][省市州县区]?(?:人民)?政府办)',
    '(?<![及和与、])[省市州县区](?:直属?|政府(?:组成|工作)?)各?(?:部门|单位|机关)(?![及和与、])',
    '(?<![及和与、各])各?(?:县区|区县)(?![及和与、各级])',
    '(?:[两三四五六七八九十](?:个|家)?|等\\d{1,3}(?:个|家))(?:部门|单位|局|县区|区县|乡镇|街道)',
    '以[省市州县区]?(?:人民)?政府(?:办公室)?名义',
    '以[^，。；]{1,12}为(?:被申请|答复)(?:机关|人|主体)(?![^，。；]*(?:复议|诉讼))',
    '以[^，。；]{0,16}名义[^，。；]{0,6}的(?=[^，。；]{0,8}文件)',
  ].join('|'),
);
/** 局属学校（单位）收到: what stands in brackets without a number is no clause of its own. */
const remark = /（[^（）\d]{1,12}）/gu;
/** 县政府（含县政府办公室）收到 21 件: the two by themselves, not the county. */
const withItsOffice = /政府（(?:含|包括)[^（）]{0,14}办公[室厅]）[^，。；]*$/u;
/** The government as a body of its own. */
const governmentItself = /[省市州县区](?:人民)?政府本级/u;
/** 对以县政府名义发布的文件进行清理，继续有效 20 件: those of one body, whatever follows in the sentence. */
const inOneName = /对以[^，。；]{0,20}名义[^，。；]{0,24}文件/u;
/** 全区收到 80 件，区政府本级受理 20 件，结转 6 件: what follows is told of the same few. */
const ownLevel = /[，；][省市州县区](?:人民)?(?:政府)?本级[^，。；]{0,10}\d(?!.*全[省市州县区])/u;
/** 市政府本级新收 2 件；各部门新收 4 件: each of the two is a part. */
export const byLevels =
  /本级[^。]*\d[^。]*[，；]各(?:[级个]|下属|直属)?(?:部门|单位|乡镇|镇街|街道|县区|区县)[^，。；]*$/u;
/** 全国收到 980 件, and no body of its own named since. */
const ofWholeCountry = expression(
  String.raw`(?:全国(?!人大|政协)|全省|全自治区)(?![^]*(?:全[市县区州旗镇乡局委厅]|[我本][省市县区州旗镇乡局委厅办院]|本(?:机关|单位|级)))`,
);

/** Others than the reporting body, unless it is named with them: 我局及所属单位. */
const underneath = expression(
  String.raw`(?<!及|和|与|及其|和其|以及)(?:下属|所属|直属|[局委厅]属(?:各|学校|院校|医院|单位|事业单位|企业)|属各|各(?:学校|医院|村|社区|乡镇|街道)(?![、和及与]))`,
);
/** 下属单位收到 12 件，办结 11 件: what a sentence begins to tell of them. */
const beginsUnderneath = expression(
  `^(?:${inTheYear}|[，、我本局委办厅])*[下所直]属[^，。；]{0,12}(?:收到|受理|接到|办理|新收)`,
);

/** 21 个乡镇受理 24 件，办结 24 件; 市属 3 所高校受理 7 件: what some of the bodies did, until others are named. */
const someActing = expression(
  `(?:(?<![及和与、])\\d{1,3}[个家](?:[省市州县区]直)?(?:部门|单位|乡镇|镇街|街镇|街道|县区)(?![及和与、])|[省市州县区]属\\d{0,3}[所家个]?(?:高校|院校|学校|医院|企业))(?![^]*(?:全[市县区州]|我[市县区局委厅]|本(?:机关|单位|级|局)))[^。；]{0,30}(?:收到|受理|接收|接到|新收|办理|办结|答复)`,
);

/** 县教体局 is 榆桥县教育体育局: its characters stand in the full name, in their order. */
export function isShortFor(name: string, unit: string): boolean {
  const full = inSimplified(unit);
  let at = -1;
  return [...name].every((char) => {
    at = full.indexOf(char, at + 1);
    return at !== -1;
  });
}

/** Whether a sentence, up to a number, has another body for its subject than the reporting one, whose name is told. */
export function ofAnotherBody(told: string, unit: string | null): boolean {
  if (withItsOffice.test(told)) return true;
  const before = without(told, remark);
  if (inOneName.test(before) || ownLevel.test(before)) return true;
  const clause = clauseBefore(before, before.length);
  if (underneath.test(clause) || beginsUnderneath.test(before) || someActing.test(before)) return true;
  if (unit === null) return false;
  // What 市政府本级 does is done by its office.
  const others = /政府办公[室厅]$/u.test(inSimplified(unit)) ? without(clause, governmentItself) : clause;
  if (someOfTheBody.test(others)) return true;
  if (ofWholeCountry.test(before)) return !/省|自治区|兵团|部$|总局$/u.test(unit);
  const { name, government } = [...before.matchAll(bodyActing)].at(-1)?.groups ?? {};
  if (name === undefined) return false;
  const called = without(name, ofTheYear, /^(?:共|累计)+/u);
  if (ownWords.test(called)) return false;
  // 县政府 is neither a bureau of the county nor one of its towns.
  const governs = without(inSimplified(unit), /(?:人民)?政府.*/u).endsWith(called.slice(-1));
  // 区政府及区政府办公室, 办公室代表区政府: each of them by itself.
  const names = called.split(/[及和与]|代表|代(?=[省市州县区])/u);
  return (
    !names.every((each, at) => (at > 0 && /^[所下直]属/u.test(each)) || isShortFor(each, unit)) ||
    (government !== undefined && !governs)
  );
}
