/** What a sentence says of its own numbers: parts in a list that add up, percentages that fit. */
import { expression } from '../../report/expression/expression';
import type { Finding } from '../finding';
import { tidy } from '../findings';
import type { CheckInput } from '../input';
import type { Sentence } from './sentences';
import { question } from './textFinding';
import { unitWords, wholeNumber } from './spokenNumbers';
import { figuresAt, sumIn } from '../sums/sums';
import { part, wording } from './wording';

const sumOf = (numbers: readonly number[]): number => tidy(numbers.reduce((total, each) => total + each, 0));

/** What stands in the brackets right behind a match. */
const behindIt = (text: string, { 0: quote, index }: RegExpExecArray): string =>
  /^（[^）]*）/u.exec(text.slice(index + quote.length))?.[0] ?? '';

/** The sums of the last numbers of a list: of all, of all but the first, and so on. */
const suffixSums = (numbers: readonly number[]): number[] => {
  let rest = sumOf(numbers);
  return numbers.map((each) => {
    const sum = tidy(rest);
    rest -= each;
    return sum;
  });
};

/** A list adds up to the number before it. In section 六 such lists tell the fees. */
function listFinding(
  sentence: Sentence,
  whole: number,
  parts: readonly number[],
  quote: string,
  unit: string,
): Finding[] {
  const sum = sumOf(parts);
  if (sum === whole) return [];
  return [
    question(sentence.section === 'other' ? 'N-FEE' : 'N-PARTS', {
      left: whole,
      right: sum,
      difference: tidy(Math.abs(whole - sum)),
      place: sentence.original,
      details: { section: sentence.section, quote, unit },
    }),
  ];
}

const anyMoney = '[万亿]?元';
/** Words after which a number counts things that no table counts, besides. */
const anyUnit = `(?:${unitWords}|场次|场|篇|期|人|户|页|册|张|笔)`;
const unitOrMoney = `(?:${anyUnit}|${anyMoney})`;

/** Numbers of one unit in a text, with where they stand. */
const eachUnit = expression(`(?<=\\d)${unitOrMoney}`, 'gu');
const countsOf = (text: string, unit: string): { readonly value: number; readonly at: number }[] =>
  [...text.matchAll(expression(`(?<![\\d.])(\\d{1,12}(?:\\.\\d{1,6})?)${unit}`, 'gu'))].map((match) => ({
    value: Number(match[1]),
    at: match.index,
  }));
const numbersOf = (text: string, unit: string): number[] => countsOf(text, unit).map(({ value }) => value);

/** Words that make a list open, or its numbers something else than parts. */
const noParts = /同比|%|等|约|余|上年|去年|不含|另|以上/u;

/** 三个领域, 四类: how many parts there are, before the list of them. */
const kinds = /(?<count>[两二三四五六七八九十]|\d{1,12})(?:个|类|大类|种|项|方面)[^，。；、\d]{0,6}$/u;

/** A list in brackets adds up to the number before it: 25件（甲局 10件、乙局 15件）, 37件申请涉及两类事项（甲 30件、乙 7件）. */
function bracketedLists(sentence: Sentence): Finding[] {
  const { text } = sentence;
  return [...text.matchAll(/（[^（）]*）/gu)].flatMap((match) => {
    const list = match[0].slice(1, -1);
    if (noParts.test(list) || list.includes('其中')) return [];
    const items = list.split(/[、，,；;]/u).filter((item) => item !== '');
    const before = text.slice(0, match.index);
    const announced = kinds.exec(before)?.groups?.['count'];
    // 6件（预算 4条，决算 2件）, 37起（网上 30件，信函 7件）: one list, counted loosely.
    const [stated] = countsOf(before, `${unitOrMoney}$`);
    const complete = stated !== undefined || (announced !== undefined && wholeNumber(announced) === items.length);
    if (!complete || items.length < 2) return [];
    // 甲局 1件、110元: a part may be counted in two units.
    const each = [...new Set(list.match(eachUnit))].map((unit) => ({ unit, parts: numbersOf(list, unit) }));
    if (sumOf(each.flatMap(({ parts }) => parts)) === stated?.value) return [];
    return each.flatMap(({ unit, parts }) => {
      const whole = countsOf(before, unit).at(-1);
      const alike = each.every((other) => other.parts.length === parts.length);
      if (
        whole === undefined ||
        before.slice(whole.at).includes('）') ||
        !alike ||
        ![1, each.length].includes(items.length / parts.length) ||
        // 行政执法 12条（含许可 4条、处罚 3条）: what is contained need not be all.
        (/^(?:含|包括|包含|如)/u.test(list) && sumOf(parts) < whole.value)
      )
        return [];
      return listFinding(sentence, whole.value, parts, text.slice(whole.at, match.index + match[0].length), unit);
    });
  });
}

const listEnd = expression(
  `(?<=\\d(?<unit>${anyUnit})[^，。；、\\d]{0,10}[，、；])(?:以上|上述|全年|本年)?[两二三四五六七八九十]?(?:者|项|类)?(?:相加)?(?:合计|总计|共计|共)(?:(?:需|应)(?:办理)?|为|有|是|达)?[：:]?(?<whole>\\d{1,12})\\k<unit>`,
  'gu',
);
/** What was published on several channels was published more than once. */
const publishing = /(?:公开|发布|公示|推送|刊发)(?!申请)/u;
const channel = /网站|微信|微博|公众号|栏|渠道|平台|媒体|公报/u;

/** 甲 3件、乙 2件，合计 5件: the total at the end of a list is the sum of the last numbers before it, with or without those in brackets. */
function closedLists(sentence: Sentence): Finding[] {
  const { text, earlier } = sentence;
  return [...(earlier + text).matchAll(listEnd)].flatMap((match) => {
    if (match.index < earlier.length) return [];
    const [unit, whole] = [part(match, 'unit'), part(match, 'whole')];
    const told = (earlier + text).slice(0, match.index);
    if (
      /同比|比上年|较|等|约|余|去年|同期|新增\d|不含|废止|失效/u.test(told) ||
      (publishing.test(told) && channel.test(told))
    )
      return [];
    const lists = [told.replace(/（[^）]*）/gu, ''), told].map((text) => numbersOf(text, unit));
    const list = lists.find(({ length }) => length > 1);
    const fitting = lists.some((numbers) => suffixSums(numbers).includes(Number(whole)));
    return fitting || list === undefined ? [] : listFinding(sentence, Number(whole), list, match[0], unit);
  });
}

/** 共收取 3件、2230元，其中甲局 1件、110元，乙局 2件、2120元: of fees, the parts behind 其中 are all. */
function feeLists(sentence: Sentence): Finding[] {
  if (sentence.section !== 'other' || !/收费|处理费|收取/u.test(sentence.text)) return [];
  const [head = '', tail, more] = sentence.text.split(/(?:其中|具体|分别|包括)+/u);
  if (tail === undefined || more !== undefined || noParts.test(tail)) return [];
  return ['件', '份', '元', '万元'].flatMap((unit) => {
    const whole = numbersOf(head, unit).at(-1);
    const parts = numbersOf(tail, unit);
    return whole === undefined || parts.length < 2 ? [] : listFinding(sentence, whole, parts, sentence.text, unit);
  });
}

/**
 * Whether a printed percentage is this ratio, rounded or cut off: many offices cut 0.77% to 0.7%. One that was made to fit
 * the others, so that all are 100, may be rounded the other way.
 */
const fits = (printed: string, ratio: number, madeToFit = false): boolean => {
  const unit = 10 ** -(printed.split('.')[1]?.length ?? 0);
  const more = Math.abs(ratio) * 100 - Number(printed);
  return (
    Math.abs(more) <= 0.5 * unit + 1e-9 ||
    (unit < 1 && more > 0 && more < unit - 1e-9) ||
    (madeToFit && Math.abs(more) < unit - 1e-9)
  );
};

const countIn = expression(`(?<![\\d.])(\\d{1,12})${anyUnit}`, 'gu');
/** Among more numbers than these some two always have the ratio that is looked for. */
const mostCounts = 24;
const countsIn = (text: string): number[] => {
  const counts = [...text.matchAll(countIn)].map((match) => Number(match[1]));
  return counts.length > mostCounts ? [] : counts;
};

const percentFinding = (sentence: Sentence, printed: string, quote: string, expected: number): Finding =>
  question('N-PCT', {
    left: Number(printed),
    right: tidy(Math.round(Math.abs(expected) * 10000) / 100),
    place: sentence.original,
    details: { section: sentence.section, quote, printed },
  });

const share = expression(
  String.raw`占(?<of>[^，。；%]{0,24}?)(?:的)?(?:比例|比重|比)?(?:为|约|达|到){0,3}(?<![\d.])(?<printed>\d{1,12}(?:\.\d{1,12})?)%`,
  'gu',
);

/** What stands between a number and its share behind the last comma, without any number. */
const betweenShare = /(?<clause>[^，、；]*)[，、；%](?<name>[^，、；（）\d%]{2,})$/u;
const shareWords = /^(?:其?数量|总数|比例|约|大约|分别|合计|共计|[两三四五六]者|均|各|仅|也|只|总共){1,3}$/u;
/** 办理 1527 件，其中予以公开占 58.5%: what the share is of has no number of its own. 予以公开 934 件，公开占 44% has. */
const isOfNoCount = (before: string): boolean => {
  const match = betweenShare.exec(before);
  if (match === null) return false;
  const name = part(match, 'name');
  return !shareWords.test(name) && !part(match, 'clause').includes(name);
};

/** Numbers whose share is told together. */
const jointly = wording(
  `(?:[两三四五六七八九十](?:者|项|类)|合计|共计|\\d${anyUnit}[、和及与][^，。；\\d]{1,14}\\d{1,12}${anyUnit}，)$`,
);

/** 其中予以公开 3件，占 30%: the last number before is a part of one of the others, or of all applications. */
function shares(input: CheckInput, sentence: Sentence): Finding[] {
  const { text } = sentence;
  const totals = [['received'], ['received', 'carriedIn'], ['total']].flatMap(
    (rows) => sumIn(input, figuresAt(input.edition, 'applications', rows, ['total'])) ?? [],
  );
  const told = sentence.earlier + text;
  // 占 29%、占 29%、占 42%.
  const all =
    sumOf([...told.matchAll(share)].map((match) => Number(part(match, 'printed')))) === 100 ||
    /[；;]/u.test(sentence.original);
  const earlierCounts = countsIn(sentence.earlier);
  return [...text.matchAll(share)].flatMap((match) => {
    const [of, printed] = [part(match, 'of'), part(match, 'printed')];
    // 占87.5%（7件/8件): without numbers before, the two in the brackets behind.
    const behind = behindIt(text, match);
    // 办理 1527 件，其中予以公开占 58.5%: what the share is of has no number of its own.
    if (behind === '' && isOfNoCount(text.slice(0, match.index))) return [];
    // 甲 33 件、乙 12 件，分别占 38%、14%: not of the last number.
    if (text.slice(0, match.index).endsWith('分别')) return [];
    const before = countsIn(text.slice(0, match.index));
    const numbers = before.length > 0 ? before : countsIn(behind).sort((one, other) => other - one);
    const last = numbers.at(-1);
    if (!last) return [];
    // 复议 21 宗、诉讼 10 宗，占 4.63%: of both.
    const together = jointly.test(text.slice(0, match.index));
    // 其他处理 41 件（其中申请人撤销 36 件），占 49.4%: of what stands before the brackets, or in them.
    const around = countsIn(text.slice(0, match.index).replace(/（[^（）]*），?$/u, '')).slice(-1);
    const parts = together ? suffixSums(numbers) : [last, ...around];
    const toldOf = countsIn(of);
    // What was said before a semicolon belongs to it: 共 10件，其中甲 6件，占 60%；乙 4件，占 40%.
    const others = [...toldOf, ...numbers.slice(0, -1), ...earlierCounts];
    // Without another number in the sentence the whole may be anything, if it is not called by its name.
    if (others.length === 0 && !/新收|收到|受理|答复|办结/u.test(of)) return [];
    const sums = others.length === 0 ? [] : [sumOf(numbers), sumOf([...earlierCounts, ...numbers])];
    const wholes = (toldOf.length > 0 ? toldOf : [...others, ...sums, ...totals]).filter((whole) => whole >= last);
    const [whole] = wholes;
    if (whole === undefined || wholes.some((each) => parts.some((one) => fits(printed, one / each, all)))) return [];
    // The whole may stand sentences before: 公开文件 104 份。其中政策文件 4 份，占 3.8%。…规范性文件 3 份，占 2.9%。
    const far = toldOf.length > 0 ? [] : [...sentence.before.matchAll(countIn)].map((each) => Number(each[1]));
    if (far.some((each) => fits(printed, last / each, all))) return [];
    return [percentFinding(sentence, printed, match[0], last / whole)];
  });
}

const rate = expression(
  String.raw`(?<!按时|按期|及时|限时|主动|应)(?<act>办结|答复|办复|回复|公开)率(?:均)?(?:为|达|达到|是)?(?<printed>\d{1,12}(?:\.\d{1,12})?)%`,
  'gu',
);

/** 收到 10件，办结 9件，办结率 90%: some two numbers before have that ratio. */
function rates(sentence: Sentence): Finding[] {
  const { text } = sentence;
  return [...text.matchAll(rate)].flatMap((match) => {
    const [act, printed] = [part(match, 'act'), part(match, 'printed')];
    const before = text.slice(0, match.index);
    const done = wording(`${act}[^，。；、\\d]{0,10}(\\d{1,12})${unitWords}`).exec(before)?.[1];
    const counts = countsIn(before);
    // 办结 9 件，结转 1 件: the whole may be told by its parts.
    const numbers = counts.length > 1 ? [...counts, sumOf(counts)] : counts;
    // 新收 81 件，上年结转 2 件，办结 80 件: or by two of them.
    const pairs = counts.flatMap((one, at) => counts.slice(at + 1).map((other) => Number(done) / (one + other)));
    const ratios = numbers.flatMap((few, at) =>
      numbers.flatMap((whole, other) => (other !== at && whole >= few && whole > 0 ? few / whole : [])),
    );
    // 回复留言 60 条，回复率 100%: of what came nothing is told.
    if (Number(done) >= Math.max(...counts) && Number(printed) === 100) return [];
    if (done === undefined || ratios.length === 0 || [...ratios, ...pairs].some((ratio) => fits(printed, ratio)))
      return [];
    const whole = numbers.find((each) => each > Number(done)) ?? Number(done);
    return [percentFinding(sentence, printed, match[0], Number(done) / whole)];
  });
}

const grown = '(?:增长|增加|上升|提高|增幅|下降|减少|降低|降幅)(?:了|约|为|达|到){0,3}';
const change = expression(`${grown}(?<printed>\\d{1,12}(?:\\.\\d{1,12})?)%`, 'gu');
const difference = wording(`(?<sign>增加|增长|上升|减少|下降|降低)了?(?<by>\\d{1,12})${unitWords}[，、（(]?(?:同比)?$`);

const earlier = '(?:上年|去年|上一年|同期|\\d{4}年)';
/** 较2024年的46件: the last number told is the earlier one. */
const comparedWith = wording(`(?:比|较|与)${earlier}[^，。；\\d]{0,8}\\d{1,12}${unitWords}(?:相比)?，?$`);

/** 10件，比上年的 8件增长 25%; 10件，同比增加 2件，增长 25%. */
function changes({ year }: CheckInput, sentence: Sentence): Finding[] {
  const { text } = sentence;
  // 2024年 of the year itself is no other to compare with.
  const others = text.replaceAll(`${year}年`, '');
  return [...text.matchAll(change)].flatMap((match) => {
    const printed = part(match, 'printed');
    const before = text.slice(0, match.index);
    const step = difference.exec(before);
    if (step !== null) {
      const told = before.slice(0, step.index).replace(/（[^（）]*）/gu, '');
      const now = countsIn(told).at(-1);
      if (now === undefined) return [];
      const by = Number(part(step, 'by'));
      const lastYear = /增|升/u.test(step[0]) ? now - by : now + by;
      const then = comparedWith.test(told) ? now : lastYear;
      return then <= 0 || fits(printed, by / then) ? [] : [percentFinding(sentence, printed, match[0], by / then)];
    }
    // The number to compare with may stand behind, in brackets: 10件，增长25%（上年8件）.
    const numbers = [...new Set([...countsIn(before), ...countsIn(behindIt(text, match))])];
    const [one, other] = numbers;
    if (numbers.length !== 2 || !one || !other || !wording(earlier).test(others)) return [];
    const base =
      wording(`[比较]${earlier}[^，。；\\d]{0,8}(\\d{1,12})(?![\\d.%])`).exec(text)?.[1] ??
      /(?:上年|去年|上一年|同期)[^，。；\d]{0,8}(\d{1,12})(?![\d.%])/u.exec(text)?.[1];
    const ratios = [one / other - 1, other / one - 1].filter(
      (_, at) => base === undefined || Number(base) === [other, one][at],
    );
    return ratios.some((ratio) => fits(printed, ratio))
      ? []
      : [percentFinding(sentence, printed, match[0], ratios[0] ?? 0)];
  });
}

/** Every sum and percentage within a sentence that does not come out. Most sentences tell no number at all. */
export function checkSentenceSums(input: CheckInput, sentence: Sentence): Finding[] {
  if (!/\d/u.test(sentence.text)) return [];
  const lists = [...bracketedLists(sentence), ...closedLists(sentence), ...feeLists(sentence)];
  if (!sentence.text.includes('%')) return lists;
  return [...lists, ...shares(input, sentence), ...rates(sentence), ...changes(input, sentence)];
}
