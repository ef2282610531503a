/**
 * Text against tables: every number in a sentence that a figure must equal. A difference is a question: the text may
 * speak of something else. Numbers of other years, parts of a whole and other kinds of business are left alone.
 */
import type { Figure } from '../report/figures';
import type { TextSectionId } from '../report/edition';
import type { RuleId } from './catalogue';
import type { Finding } from './finding';
import { finding, tidy } from './findings';
import { paragraphsOf, type Paragraph } from './form';
import type { CheckInput } from './input';
import { encodeSums } from './spokenSums';
import { statementsOf, unitWords, type Statement } from './statements';
import { figuresAt, sumIn, valueIn } from './sums';

/** A sentence of the text, as it stands and as it is read. */
interface Sentence {
  readonly section: TextSectionId;
  readonly original: string;
  readonly text: string;
  /** The paragraph up to the end of this sentence, as it is read. */
  readonly before: string;
}

const chineseDigits = '零一二三四五六七八九';

/** 三 → 3, 十二 → 12, 两 → 2, up to 99. */
const chineseNumber = (text: string): number => {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (char: string | undefined): number =>
    char === '两' ? 2 : Math.max(0, chineseDigits.indexOf(char ?? ''));
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones));
};

/** The text as it is read: plain digits, no spaces, no separators of thousands, small Chinese numbers as digits. */
const plain = (text: string): string =>
  text
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s/gu, '')
    .replace(/(\d)[,，](?=\d{3}(?!\d))/gu, '$1')
    .replace(/％/gu, '%')
    .replace(
      /(?<![第零一二两三四五六七八九十\d])([一二两三四五六七八九]?十[一二三四五六七八九]?|[零一两二三四五六七八九])(?=(?:件|宗|起)(?!事))/gu,
      (digits) => String(chineseNumber(digits)),
    );

const sentencesOf = ({ section, text }: Paragraph): Sentence[] => {
  let before = '';
  return text
    .split(/(?<=[。；;！!？?\n])/u)
    .map((original) => {
      const read = plain(original);
      before += read;
      return { section, original: original.trim(), text: read, before };
    })
    .filter((sentence) => sentence.text !== '');
};

/** The clause around a place: between two commas. */
const clauseAt = (text: string, from: number, to: number): string => {
  const marks = /[，,：:。；;]/u;
  let start = from;
  let end = to;
  while (start > 0 && !marks.test(text[start - 1] ?? '')) start -= 1;
  while (end < text.length && !marks.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
};

const otherTimes = /(?:上年|去年|上一年|前年|同期|历年|累计|以来|至今|近[两三四五\d]年)(?!度?结转)/u;

/** Whether what stands before a number, in its sentence, speaks of another time than the report's year. */
const ofAnotherTime = (before: string, clause: string, year: number | null): boolean => {
  if (otherTimes.test(clause)) return true;
  const years = [...before.matchAll(/(?<!\d)(\d{4})年(?!度?(?:继续)?(?:办理|结转))/gu)].map((match) =>
    Number(match[1]),
  );
  const last = years.at(-1);
  return year !== null && last !== undefined && last !== year;
};

/** Rules whose number is a part when it stands behind 其中: part of what came before, not the figure. */
const wholes: ReadonlySet<string> = new Set(['N-RECV', 'N-ANS', 'N-FILES', 'N-PERM']);
const isPart = (statement: Statement, before: string, match: string): boolean =>
  wholes.has(statement.rule) && before.includes('其中') && !match.includes('新收');

/** A number in a sentence with every sum that it may be. */
interface Claim {
  readonly statement: Statement;
  readonly value: number;
  readonly quote: string;
  readonly sums: (readonly Figure[])[];
}

function claimsIn(input: CheckInput, sentence: Sentence, statements: readonly Statement[]): Claim[] {
  const claims = new Map<number, Claim>();
  const { text } = sentence;
  for (const statement of statements) {
    if (statement.needs?.test(sentence.before) === false) continue;
    if (statement.sentenceNeeds?.test(text) === false) continue;
    for (const match of text.matchAll(statement.pattern)) {
      const value = match.groups?.['n'];
      if (value === undefined) continue;
      const end = match.index + match[0].length;
      const at = match.index + match[0].indexOf(value);
      const clause = clauseAt(text, match.index, end);
      const before = text.slice(0, at);
      if (statement.never?.test(clause) === true || statement.neverBefore?.test(text.slice(0, end)) === true) continue;
      if (ofAnotherTime(text.slice(0, match.index), clause, input.year) || isPart(statement, before, match[0]))
        continue;
      const known = claims.get(at);
      if (known === undefined) {
        claims.set(at, { statement, value: Number(value), quote: match[0], sums: [...statement.sums] });
      } else {
        known.sums.push(...statement.sums);
      }
    }
  }
  return [...claims.values()];
}

const claimFinding = (
  rule: RuleId,
  input: CheckInput,
  sentence: Sentence,
  stated: number,
  quote: string,
  sums: readonly (readonly Figure[])[],
): Finding[] => {
  const compared = sums.flatMap((figures) => {
    const value = sumIn(input, figures);
    return value === null ? [] : [{ figures, value: tidy(value) }];
  });
  const [first] = compared;
  if (first === undefined || compared.some(({ value }) => value === stated)) return [];
  return [
    finding(rule, {
      table: first.figures[0]?.table ?? null,
      figures: [...new Set(compared.flatMap(({ figures }) => figures.map(({ id }) => id)))],
      sides: {
        left: [],
        right: first.figures.map(({ id }) => ({ figure: id, year: input.year, value: valueIn(input, id) })),
      },
      left: stated,
      right: first.value,
      difference: tidy(Math.abs(stated - first.value)),
      place: sentence.original,
      details: { section: sentence.section, quote, sums: encodeSums(compared) },
    }),
  ];
};

const negation = /(?:未(?!经)|没有|均无|无(?!法|正当|偿|条件|关|障碍|效|锡)|零(?!星))[^，。；]*/gu;
const allZero = /([^，。；]*?)(?:数量|件数)?(?:均|都|全部|皆)(?:为|是)(?:0|零)/gu;

/** 未收到申请, 无行政复议, A、B均为0: what a sentence says did not happen. */
function zeroClaims(input: CheckInput, sentence: Sentence): Finding[] {
  const { named } = statementsOf(input.edition);
  const { text } = sentence;
  const stated: { readonly quote: string; readonly words: typeof named }[] = [];
  for (const match of text.matchAll(negation)) {
    if (/\d/u.test(match[0])) continue;
    stated.push({
      quote: match[0].replace(/[。；;]$/u, ''),
      words: named.filter(({ rule, word }) => rule !== 'N-GROUP' && word.test(match[0].slice(0, 48))),
    });
  }
  for (const match of text.matchAll(allZero)) {
    stated.push({ quote: match[0], words: named.filter(({ word }) => word.test(match[1] ?? '')) });
  }
  return stated.flatMap(({ quote, words }) => {
    const at = text.indexOf(quote);
    if (ofAnotherTime(text.slice(0, at), quote, input.year) || /备案|纠错|败诉|投诉|举报|监督/u.test(quote)) return [];
    return words.flatMap(({ sum }) => claimFinding('N-ZERO', input, sentence, 0, quote, [sum]));
  });
}

/** A list in brackets adds up to the number before it: 25件（甲局 10件、乙局 15件）. */
function partsClaims(input: CheckInput, sentence: Sentence): Finding[] {
  const unit = `(?:${unitWords}|万?元)`;
  const list = new RegExp(`(?<whole>\\d+(?:\\.\\d+)?)(?<unit>${unit})(?:[（(])(?<list>[^（）()]*)[）)]`, 'gu');
  return [...sentence.text.matchAll(list)].flatMap((match) => {
    const { whole = '', unit: word = '', list: inside = '' } = match.groups ?? {};
    if (/其中|同比|%|等|约|余|上年|去年|不含|另|以上/u.test(inside)) return [];
    const parts = [...inside.matchAll(new RegExp(`(?<![\\d.])(\\d+(?:\\.\\d+)?)${word}`, 'gu'))].map((part) =>
      Number(part[1]),
    );
    const items = inside.split(/[、，,；;]/u).filter((item) => item !== '');
    if (parts.length < 2 || items.length !== parts.length) return [];
    const sum = tidy(parts.reduce((total, part) => total + part, 0));
    if (sum === Number(whole)) return [];
    const rule = sentence.section === 'other' ? 'N-FEE' : 'N-PARTS';
    return [
      finding(rule, {
        left: Number(whole),
        right: sum,
        difference: tidy(Math.abs(Number(whole) - sum)),
        place: sentence.original,
        details: { section: sentence.section, quote: match[0], unit: word },
      }),
    ];
  });
}

/** Whether a printed percentage is part ÷ whole to its own rounding. */
const fits = (printed: string, ratio: number): boolean => {
  const decimals = printed.split('.')[1]?.length ?? 0;
  return Math.abs(Math.abs(ratio) * 100 - Number(printed)) <= 0.5 * 10 ** -decimals + 1e-9;
};

const countIn = new RegExp(`(?<![\\d.])(\\d+)${unitWords}`, 'gu');

/** A printed percentage fits two numbers around it: a share of a whole, or a change from last year's number. */
function percentClaims(input: CheckInput, sentence: Sentence): Finding[] {
  const { text } = sentence;
  const wrong = (printed: string, quote: string, expected: number): Finding[] => [
    finding('N-PCT', {
      left: Number(printed),
      right: tidy(Math.round(Math.abs(expected) * 10000) / 100),
      place: sentence.original,
      details: { section: sentence.section, quote, printed },
    }),
  ];
  const numbersBefore = (end: number): number[] =>
    [...text.slice(0, end).matchAll(countIn)].map((match) => Number(match[1]));
  const shares = [
    ...text.matchAll(/占(?:比|到|总数|[^，。；\d%]{0,16})?(?:的)?(?:比例|比重)?(?:为|约|达)?(\d+(?:\.\d+)?)%/gu),
  ].flatMap((match) => {
    const printed = match[1] ?? '';
    const numbers = numbersBefore(match.index);
    const part = numbers.at(-1);
    if (part === undefined || part === 0) return [];
    const totals = [
      figuresAt(input.edition, 'applications', ['received'], ['total']),
      figuresAt(input.edition, 'applications', ['received', 'carriedIn'], ['total']),
      figuresAt(input.edition, 'applications', ['total'], ['total']),
    ].flatMap((figures) => sumIn(input, figures) ?? []);
    const others = numbers.slice(0, -1);
    // Without another number in the sentence the whole is not told, and may be anything.
    if (others.length === 0) return [];
    const sum = numbers.reduce((total, each) => total + each, 0);
    const wholes = [...others, sum, ...totals].filter((whole) => whole >= part && whole > 0);
    const [whole] = wholes;
    if (whole === undefined || wholes.some((each) => fits(printed, part / each))) return [];
    return wrong(printed, match[0], part / whole);
  });
  const changes = [...text.matchAll(/(?:增长|增加|上升|提高|下降|减少|降低)(?:了|约)?(\d+(?:\.\d+)?)%/gu)].flatMap(
    (match) => {
      const printed = match[1] ?? '';
      const numbers = [...new Set(numbersBefore(match.index))];
      const [one, other] = numbers;
      if (numbers.length !== 2 || !one || !other || !/上年|去年|上一年|同期/u.test(text)) return [];
      const base = new RegExp(`(?:上年|去年|上一年|同期)[^，。；\\d]{0,8}(\\d+)`, 'u').exec(text)?.[1];
      const ratios = [one / other - 1, other / one - 1].filter(
        (_, at) => base === undefined || Number(base) === [other, one][at],
      );
      return ratios.some((ratio) => fits(printed, ratio)) ? [] : wrong(printed, match[0], ratios[0] ?? 0);
    },
  );
  return [...shares, ...changes];
}

/** Every sentence whose number no figure that it may mean equals. Silent where the figures are blank. */
export function checkNarrative(input: CheckInput): Finding[] {
  if (input.narrative === undefined) return [];
  const { statements } = statementsOf(input.edition);
  return paragraphsOf(input)
    .flatMap(sentencesOf)
    .flatMap((sentence) => [
      ...claimsIn(input, sentence, statements).flatMap(({ statement, value, quote, sums }) =>
        claimFinding(statement.rule, input, sentence, value, quote, sums),
      ),
      ...zeroClaims(input, sentence),
      ...partsClaims(input, sentence),
      ...percentClaims(input, sentence),
    ]);
}
