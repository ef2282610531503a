/** What stands beneath a report: how the office is reached, and 落款, the name that signs it and the day. */
import type { Report } from './report';

export type Closing = NonNullable<Report['closing']>;

/** What is kept of a unit beside its figures and its text. */
export type Particulars = Pick<Report, 'unit' | 'contact' | 'closing'>;

/** A day of the calendar, as printed under a document. */
export interface DocumentDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface Signature {
  readonly unit: string;
  readonly date: DocumentDate | null;
}

/** Of days and clocks: 1 as 01. */
export const two = (value: number): string => String(value).padStart(2, '0');

/** The day as ISO 8601 writes it, as the schema of a report has it. */
export const isoDay = ({ year, month, day }: DocumentDate): string => `${year}-${two(month)}-${two(day)}`;

/** `null` where the calendar has no such day, or it is none that a report could bear. */
function existing(year: number, month: number, day: number): DocumentDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists && year >= 2000 && year <= 2099 ? { year, month, day } : null;
}

function dayBy(pattern: RegExp, text: string): DocumentDate | null {
  const [, year, month, day] = pattern.exec(text) ?? [];
  return year === undefined ? null : existing(Number(year), Number(month), Number(day));
}

/** 2026-01-20 as a day; `null` for anything else. */
export const dayOf = (text: string): DocumentDate | null => dayBy(/^(\d{4})-(\d{2})-(\d{2})$/u, text);

const digits = '〇一二三四五六七八九';
const chineseYear = /二[〇零○O0][〇零○O0一二三四五六七八九]{2}(?=年)/gu;

/** 二〇二〇年 → 2020年 */
export const arabicYears = (text: string): string =>
  text.replace(chineseYear, (year) =>
    [...year].map((char) => (/[零○O0]/u.test(char) ? '0' : String(digits.indexOf(char)))).join(''),
  );

/** 十, 十二, 二十, 二十三, and a single digit. */
const chineseNumber = /[一二三四五六七八九十]{1,3}/gu;

function numberOf(word: string): string {
  const [tens = '', ones = ''] = word.includes('十') ? word.split('十') : ['0', word];
  const digit = (char: string): number => Math.max(0, digits.indexOf(char));
  return String((tens === '' ? 1 : tens === '0' ? 0 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones)));
}

/** 二〇二六年一月二十日 → 2026年1月20日 */
function arabic(text: string): string {
  const dated = arabicYears(text);
  return dated === text ? text : dated.replace(chineseNumber, numberOf);
}

/** A line that is a day and nothing else, in Arabic or Chinese digits: 2026年1月20日, 二〇二六年一月二十日. */
export const dayOfLine = (line: string): DocumentDate | null =>
  dayBy(/^(20\d{2})年(\d{1,2})月(\d{1,2})日$/u, arabic(line.normalize('NFKC').replace(/\s+/gu, '')));

/** Day 1 of Excel’s calendar, as it counts from March 1900 on. */
const firstDay = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** The day that a cell says, in any of the ways in which a person or Excel puts one there; `null` where it says none. */
export function dayOfCell(text: string): DocumentDate | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{5}$/u.test(plain)) {
    const date = new Date(firstDay + Number(plain) * dayLength);
    return existing(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  }
  const written = /^(20\d{2})[-/.](\d{1,2})[-/.](\d{1,2})$/u;
  return written.test(plain) ? dayBy(written, plain) : dayOfLine(plain);
}

/** 成文日期 in Arabic digits, GB/T 9704-2012 7.3.5: 2026年1月20日. */
export const dateText = ({ year, month, day }: DocumentDate): string => `${year}年${month}月${day}日`;

/** What stands under the report by its own words; `null` where it is not signed. */
export function signatureOf({ closing, unit }: Pick<Report, 'unit' | 'closing'>): Signature | null {
  if (closing === undefined) return null;
  return { unit: closing.unit ?? unit.name ?? '', date: closing.date === null ? null : dayOf(closing.date) };
}

/** A report is signed when its year is over: an earlier day is likely last year’s. */
export const isEarly = (date: DocumentDate, year: number | null): boolean =>
  year !== null && (date.year < year || (date.year === year && date.month < 12));

/** The report with these particulars; what is not among them is not there. */
export function withParticulars(report: Report, { unit, contact, closing }: Particulars): Report {
  const { contact: _contact, closing: _closing, ...rest } = report;
  return { ...rest, unit, ...(contact !== undefined && { contact }), ...(closing !== undefined && { closing }) };
}
