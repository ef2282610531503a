/** 未收到申请, 无行政复议, A、B均为0: what a sentence says, without a number of its own, of sums that it names. */
import { expression } from '../../report/expression/expression';
import type { Finding } from '../finding';
import type { CheckInput } from '../input';
import { mayFind } from './needed';
import { carriedOver, clauseBefore, ofAnotherBody, ofAnotherTime, upTo, type Sentence } from './sentences';
import { spokenNumber, unitWords, type Spoken } from './spokenNumbers';
import { withoutSpokenRows } from './spokenRows';
import type { Named } from './statement';
import { without, wording } from './wording';
import { statementsOf } from './statements';
import { claimFinding } from './textFinding';

const negation = expression(
  String.raw`(?:未(?!经|到|届|办结|审结)|没有|没(?=收到|接到|发生)|不涉及(?=[^，。；]{0,16}(?:行政|复议|诉讼))|均无|无(?!法|正当|偿|条件|关(?!于)|障碍|效|锡)|零(?!星)|(?<!信息|文件|材料|内容)不存在)(?:(?!、零)[^，。；])*(?:，(?:和|及|或)?(?:被)?提起行政诉讼[^，。；]*)?`,
  'gu',
);
/** 9 件因没有现成信息无法提供: why so many are, no denial. */
const soMany = wording(`\\d${unitWords}[^，。；\\d]*$`);
/** 行政许可、行政强制 0 件: none of either. */
const noneOfEither = expression(
  `(?<=[^，。；：、\\d]{2,20}[、和及与或][^，。；：、\\d]{2,20}?)(?:数量|件数|数)?(?:(?:共|共计|合计|为|各)?0${unitWords}|(?<=为)0(?=$|[，。；])|为0(?=$|[，。；]))`,
  'gu',
);
/** A word or a sign that every denial holds. Most sentences hold none. */
const denies = /[未无零0均都皆没]|不(?:存在|涉及)|全部[为是]/u;
const allAlike =
  /(?:数量|件数|数)?(?:(?:均|都|全部|皆)(?:为|是)(?<n>\d{1,12})|(?:均|皆|都|也|亦)?(?:零发生|无(?:1[件起宗]|一例|(?=$|[，。；]))|(?:未|没有?)(?:发生|收到|出现|产生)过?(?=$|[，。；])|没有(?=$|[，。；])))/gu;

/** 3件、: what belongs to a number before the names. */
const afterNumber = wording(`^(?:.*\\d)?${unitWords}?[、和及与]`);

/** What is none. */
const nothing: Spoken = { value: 0, within: 0 };

/** 没有发生一起: as it is read, with a 1 that counts nothing. */
const single = expression(String.raw`(?<=^\D{0,8})1[件起宗份]`);

/** 无结转2026年的申请: the year that follows, by its number. */
const toNamedYear = /^((?:无|没有|不存在|未有)[^，。；\d]{0,8}结转(?:至|到|入)?)\d{4}年/u;

/** 没有2024年转入的申请: the year before, by its number. */
const fromNamedYear = wording(`^((?:无|没有|不存在|未有))\\d{4}年度?(?=的?${carriedOver})`);

/** What a denial is about besides the cases and applications themselves. */
const otherThings = /备案|报备|备查|纠错|败诉|投诉|举报|监督|逾期|超期|收费问题|以外|之外/u;
/** 举报、投诉、行政复议和行政诉讼: what is denied besides the cases. */
const besideCases = expression(
  String.raw`(?:(?:信访|举报|投诉)+[、和及与或]){1,3}(?=(?:被)?(?:申请|提起|提请)?(?:行政)?(?:复议|诉讼))|(?:复议|诉讼)(?:案件|案)?(?:[、和及与或]?(?:也?无|没有|未发生)?(?:信访|举报|投诉|申诉)+){1,3}(?:等)?(?:的)?(?:情况|情形|事项|案件|件|行为|问题)?$|(?<=复议|诉讼)(?:案件|案)?(?:被)?(?:纠[错正]|败诉)|(?<=^(?:均?无|没有|未(?:发生|出现|有)?)(?:被)?)(?:败诉|纠[错正])(?:[、和或及与]?(?:被)?(?:败诉|纠[错正]))?|(?<=来信|来函|信件)(?:[、和及与](?:来电|来访|来函|来信|信件|电话|投诉|举报)){1,4}`,
  'gu',
);
/** Cases about something else than information: 行政执法工作均无被申请行政复议. */
const enforcement = /执法(?!案卷)/u;
/** 公民、法人和其他组织, 任何单位和个人: no kind of applicant, but whoever it may be. */
const anyone =
  /公民(?!个人)|公众|群众|(?:单位|组织|机构)(?:、|和|或者?|以?及)?个人|(?:自然人|个人)(?:、|和|或者?|以?及)?(?:各类)?(?:法人|单位|组织|机构)/u;
/** What a denial means: the parts that it names alone, else all. */
const denied = ({ parts, sums }: Named, quote: string): Named['sums'] => {
  const meant = anyone.test(quote) ? [] : parts.filter(({ word }) => word.test(quote));
  return meant.length === 0 ? sums : [meant.flatMap((part) => part.sum)];
};

/** What is said of sums by their names alone, and is not so. */
export function checkDenials(input: CheckInput, sentence: Sentence): Finding[] {
  const { named } = statementsOf(input.edition);
  const { text } = sentence;
  if (!denies.test(text)) return [];
  const elsewhere = (at: number, quote: string): boolean => {
    const before = clauseBefore(text, at);
    const earlier = upTo(text, at);
    return (
      ofAnotherTime(earlier, before + quote, input.year) ||
      ofAnotherBody(earlier + quote, input.unit) ||
      enforcement.test(before) ||
      otherThings.test(without(withoutSpokenRows(quote, input.edition), besideCases))
    );
  };
  const none = [...text.matchAll(negation)].flatMap(({ 0: quote, index }) => {
    const meant = without(quote, single).replace(toNamedYear, '$1下年').replace(fromNamedYear, '$1上年');
    return /\d/u.test(meant) || elsewhere(index, quote)
      ? []
      : named
          .filter(
            (each) =>
              each.denied !== null &&
              !(each.rule === 'N-GROUP' && soMany.test(clauseBefore(text, index))) &&
              mayFind(each.denied, meant) &&
              each.denied.test(meant.slice(0, 64)) &&
              each.deniedAfter?.test(upTo(text, index)) !== false &&
              each.paragraphMust?.test(sentence.before) !== false,
          )
          .flatMap((each) => claimFinding('N-ZERO', input, sentence, nothing, quote, denied(each, meant)));
  });
  let last = 0;
  const alike = [...text.matchAll(allAlike)].flatMap((match) => {
    const n = match.groups?.['n'] ?? '0';
    const names = without(upTo(text, match.index, last), /^[^]*[，。；]/u, afterNumber);
    last = match.index + match[0].length;
    const from = match.index - names.length;
    const quote = names + match[0];
    // 行政许可、行政处罚事项，数量均为0: the names may stand in the clause before.
    const told = /^(?:数量|件数)?$/u.test(names) ? clauseBefore(text, Math.max(0, from - 1)) : names;
    return elsewhere(from, quote)
      ? []
      : named
          .filter(({ word }) => word?.test(told) === true)
          .flatMap(({ rule, sums }) =>
            claimFinding(n === '0' ? 'N-ZERO' : rule, input, sentence, spokenNumber(n), quote, sums),
          );
  });
  const either = [...text.matchAll(noneOfEither)].flatMap((match) => {
    const names = without(upTo(text, match.index), /^[^]*[，。；：\d]/u, afterNumber);
    const quote = names + match[0];
    const meant = named.filter(({ word }) => word?.test(names) === true);
    return meant.length < 2 || /[均都皆]|全部/u.test(quote) || elsewhere(match.index - names.length, quote)
      ? []
      : meant.flatMap(({ sums }) => claimFinding('N-ZERO', input, sentence, nothing, quote, sums));
  });
  return [...none, ...alike, ...either];
}
