/** What a caption says of the year of the figures beneath it. */
import { arabicYears } from '../../report/closing';
import { fold } from './label';

/** A year that is no part of a day, and of no edition of the form. */
const namedYear = /20\d\d(?=年(?!\d{1,2}月|版))/gu;
const otherYear = /[上去前往]年(?!结转)|上一年|上年度|同期/u;
const thisYear = /[本今当]年/u;
/** Figures set against those of another year are still those of this one. */
const comparing = /[较比]/u;

/** True where it says another year than `year`, false where it says this one, null where it says neither or both. */
export function saysOtherYear(text: string, year: number | null): boolean | null {
  if (!/年|同期/u.test(text)) return null;
  const folded = arabicYears(fold(text));
  if (comparing.test(folded)) return null;
  const years: readonly string[] = folded.match(namedYear) ?? [];
  if (years.length > 0 && year !== null) return !years.includes(String(year));
  const isOther = otherYear.test(folded);
  return isOther === thisYear.test(folded) ? null : isOther;
}
