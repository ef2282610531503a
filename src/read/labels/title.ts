/** Unit and year from the title of a report. */
import { fold, withoutPinyin } from './label';

export interface Title {
  readonly unit: string | null;
  readonly year: number | null;
}

const chineseDigits = '〇一二三四五六七八九';
const chineseYear = /二[〇零○O0][〇零○O0一二三四五六七八九]{2}(?=年)/gu;

/** 二〇二〇年 → 2020年 */
const arabicYears = (text: string): string =>
  text.replace(chineseYear, (year) =>
    [...year].map((char) => (/[零○O0]/u.test(char) ? '0' : String(chineseDigits.indexOf(char)))).join(''),
  );

const subject = /(?:政府)?信息(?:与政务)?公开(?:工作)?(?:年度)?(?:工作)?(?:年度)?(?:情况)?(?:的)?(?:报告|年报)/u;
const yearWords = /\(?(20\d{2})年(?:度)?\)?/gu;
/** The year may stand anywhere in a title: 政府信息公开工作2022年度报告. */
const withoutYears = (folded: string): string => folded.replace(yearWords, '');
const sentence = /[。;!?]/u;

/** True for a line that is the title of a report, or its second half. */
export function isTitle(text: string): boolean {
  if (text.length < 6 || withoutPinyin(text).length > 90) return false;
  const folded = withoutYears(arabicYears(fold(text)));
  return subject.test(folded) && !sentence.test(folded) && folded.replace(subject, '').length <= 50;
}

/** Unit and year that a title names; either may be missing. */
export function readTitle(text: string): Title {
  const folded = arabicYears(fold(text))
    .replace(/\[bookmark:[^\]]*\]/giu, '')
    .replace(/[《》]/gu, '');
  const years = [...folded.matchAll(yearWords)].map((match) => Number(match[1]));
  const timeless = withoutYears(folded);
  const name = timeless
    .slice(0, subject.exec(timeless)?.index)
    .replace(/^(?:关于)/u, '')
    .replace(/\(文字部分\)|年度$|[的:,、]+$/gu, '')
    .replace(/^[^\p{L}]+|[^\p{L}\p{N})]+$/gu, '');
  const unit = name.replace(/\(/gu, '（').replace(/\)/gu, '）');
  return { unit: unit === '' ? null : unit, year: years[0] ?? null };
}
