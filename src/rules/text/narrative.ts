/**
 * Text against tables: every number in a sentence that a figure must equal. A difference is a question: the text may
 * speak of something else. Numbers of other years, parts of a whole and other kinds of business are left alone.
 */
import type { Figure } from '../../report/figures';
import { checkDenials } from './denials';
import type { ClaimRule } from '../details';
import type { Finding } from '../finding';
import type { CheckInput } from '../input';
import { clauseAt, clauseBefore, ofAnotherBody, ofAnotherTime, sentencesOf, type Sentence } from './sentences';
import { checkSentenceSums } from './sentenceSums';
import { about, spokenNumber, unitWords, type Spoken } from './spokenNumbers';
import { everySpokenRow } from './spokenRows';
import { and, ofThemAll, type Named, type Statement } from './statement';
import { statementsOf, type Statements } from './statements';
import { claimFinding } from './textFinding';
import { wording } from './wording';

/** Rules whose number is a part when it stands behind 其中: part of what came before, not the figure. */
const wholes: ReadonlySet<string> = new Set(['N-RECV', 'N-ANS', 'N-FILES', 'N-PERM']);
const partsEnd = /（[^（）]*）|[，；](?=实际|截至|全年|年内|本年|年底)/u;
const isPart = (statement: Statement, before: string, match: string): boolean =>
  wholes.has(statement.rule) &&
  (before.split(partsEnd).at(-1) + match).includes('其中') &&
  !match.includes('新收') &&
  !/其中[：:，]?(?:本年度?|当年|今年|年内)(?:新)?$/u.test(before);

/** 没有发生一起, 无一件: the number is part of a denial. */
const denying = /(?:未|没有|无)(?:发生|出现|收到|接到|产生|引发)?(?:过|任何)*$/u;

/** Whether a sentence speaks of such business; reasons of results may be called like it: 信访举报投诉类申请. */
const mentions = (business: RegExp | undefined, text: string): boolean =>
  business?.test(text) === true && business.test(text.replace(everySpokenRow, ''));

/** A number in a sentence with every sum that it may be. */
interface Claim {
  readonly statement: Statement;
  readonly stated: Spoken;
  readonly quote: string;
  readonly sums: (readonly Figure[])[];
}

const sameFigures = (one: readonly Figure[], other: readonly Figure[]): boolean =>
  one.length === other.length && one.every(({ id }, at) => id === other[at]?.id);

const namesBefore = /[^，。；：:\d]*$/u;
const namesBehind = /^[\d.]+([^，。；：:\d]+)/u;
/** 612件、: what belongs to the number before. */
const endOfLast = wording(`^${unitWords}?[、和及与]`);
const jointly = wording(`^${ofThemAll}.*(?:${and}|（含|（包括)`);

/**
 * 行政许可和行政处罚共 657 件, 12 件行政复议、诉讼: one number for several names may be the sum of all that the rule knows by
 * them.
 */
function together(named: readonly Named[], rule: ClaimRule, text: string, at: number): Figure[][] {
  const [before = ''] = namesBefore.exec(text.slice(0, at)) ?? [];
  const [, behind = ''] = namesBehind.exec(text.slice(at)) ?? [];
  return [before.replace(endOfLast, ''), behind].flatMap((names) => {
    if (!jointly.test(names)) return [];
    const meant = named.filter((each) => each.rule === rule && each.word.test(names));
    const figures = meant.flatMap(({ sums: [first = []] }) => first);
    // 因涉及商业秘密、个人隐私不予公开: a row and its group are no two things.
    return meant.length > 1 && new Set(figures).size === figures.length ? [figures] : [];
  });
}

function claimsIn(input: CheckInput, sentence: Sentence, { statements, named }: Statements): Claim[] {
  const claims = new Map<number, Claim>();
  const { text } = sentence;
  if (!/\d/u.test(text)) return [];
  const topics = new Map<RegExp, boolean>();
  const speaksOf = (topic: RegExp): boolean => {
    const known = topics.get(topic) ?? topic.test(sentence.earlier + text);
    topics.set(topic, known);
    return known;
  };
  for (const statement of statements) {
    if (statement.topic !== undefined && !speaksOf(statement.topic)) continue;
    // Most sentences hold none of it, and `matchAll` copies the expression before it looks.
    if (text.search(statement.pattern) === -1) continue;
    if (statement.needs?.test(sentence.before) === false) continue;
    if (statement.neverIn?.test(sentence.before) === true) continue;
    if (statement.sentenceNeeds?.test(sentence.earlier + text) === false) continue;
    for (const match of text.matchAll(statement.pattern)) {
      const value = match.groups?.['n'];
      if (value === undefined) continue;
      const end = match.index + match[0].length;
      const at = match.index + match[0].indexOf(value);
      const clause = clauseAt(text, match.index, end);
      const before = text.slice(0, match.index);
      // What the sentence is about may stand before a semicolon.
      const since = statement.after === undefined ? '' : sentence.earlier;
      const subject = clauseBefore(text, match.index);
      if (
        statement.after?.test(since + before) === false ||
        statement.never?.test(clause) === true ||
        statement.unless?.test(subject + match[0]) === true ||
        mentions(statement.neverBefore, since + text.slice(0, end)) ||
        match[0].includes('分别') ||
        about.test(text.slice(0, at)) ||
        denying.test(text.slice(0, at)) ||
        ofAnotherTime(before, clause, input.year) ||
        ofAnotherBody(text.slice(0, at), input.unit) ||
        isPart(statement, before, match[0])
      )
        continue;
      let claim = claims.get(at);
      if (claim === undefined) {
        claim = { statement, stated: spokenNumber(value, statement.scale), quote: match[0], sums: [] };
        claims.set(at, claim);
      }
      for (const sum of [
        ...statement.sums,
        ...(statement.under?.(sentence.earlier + before) ?? []),
        ...together(named, statement.rule, text, at),
      ])
        if (!claim.sums.some((other) => sameFigures(other, sum))) claim.sums.push(sum);
    }
  }
  return [...claims.values()];
}

/** Every sentence whose number no figure that it may mean equals. Silent where the figures are blank. */
export function checkNarrative(input: CheckInput): Finding[] {
  if (input.narrative === undefined) return [];
  const statements = statementsOf(input.edition);
  return sentencesOf(input).flatMap((sentence) => [
    ...claimsIn(input, sentence, statements).flatMap(({ statement, stated, quote, sums }) =>
      claimFinding(statement.rule, input, sentence, stated, quote, sums),
    ),
    ...checkDenials(input, sentence),
    ...checkSentenceSums(input, sentence),
  ]);
}
