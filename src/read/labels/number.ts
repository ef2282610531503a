/** What a cell of a published report says as a number. */

export type MoneyUnit = 'yuan' | 'tenThousandYuan';

export interface ReadNumber {
  readonly value: number;
  /** The unit of money that the cell itself prints. The value is kept as printed, never converted. */
  readonly unit: MoneyUnit | null;
  /** `/`, `-`, `—`, `无`: printed as none; the value is then 0. */
  readonly none: boolean;
  /** The mark of a note behind the number, where one stands there: `①` `²` `*`. */
  readonly mark?: string;
}

const nothing = /^(?:[/\\／]+|[-‐‑–—―－_]+|无|没有)$/u;
const signs: Readonly<Record<string, 1 | -1>> = {
  增: 1,
  增加: 1,
  新增: 1,
  '+': 1,
  减: -1,
  减少: -1,
  '-': -1,
};
const units: Readonly<Record<string, MoneyUnit>> = {
  万: 'tenThousandYuan',
  万元: 'tenThousandYuan',
  元: 'yuan',
};
const figure =
  /^(增加|新增|增|减少|减|\+|-)?(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(万元|万|元|件|个|项|条|次|份|宗|起|例)?$/u;
const measure = /^[(（]?(?:万元|万|元|件|个|项|条|次|份|宗|起|例)[)）]?$/u;

/** Marks without width, soft hyphens, byte order marks. One that turns the direction of writing is none of them. */
const zeroWidth = String.raw`\u00ad\u180e\u200b-\u200f\u202a-\u202d\u2060-\u2064\ufeff`;
const invisible = new RegExp(`[${zeroWidth}]+`, 'gu');
const visible = new RegExp(`[^\\s${zeroWidth}]`, 'u');
const spaces = /\s+/gu;
/** Two numbers, or the parts of one: nobody can tell. */
const gap = /[\d.,]\s+[\d.,]/u;
/** A dash above a number is none and a number. */
const brokenSign = /^[-+]\s*[\n\r\u000b\u000c\u0085\u2028\u2029]/u;

/** Full-width forms and small ones. Other digits that compatibility knows (`①` `²` `𝟓`) are no digits of a number. */
const wideForms = /[\ufe50-\ufe6b\uff01-\uff5e\uffe0-\uffe6]/gu;
/** Raised, lowered, circled and bracketed figures and letters, stars and daggers, behind what they are a note to. */
const noteMark = /[¹²³⁰⁴-⁾₀-₎①-⒛⒜-⓿❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿*＊※†‡]+$/u;

const longestNumber = 40;
/** Nearly every cell: there is nothing to put right about it. */
const digitsAlone = /^\d{1,15}$/u;
/** A text without any of these says neither a number nor none. */
const mayBeNumber = /[\p{N}/\\／_\p{Pd}−无無没]/u;

/** Full-width forms to half-width, minus signs and dashes before a digit to `-`. */
const plain = (text: string): string =>
  text
    .replace(wideForms, (char) => char.normalize('NFKC'))
    .replace(invisible, '')
    .trim()
    .replace(/萬/gu, '万')
    .replace(/^(?:人民币)?[¥￥]?\s*/u, '')
    .replace(/^[−‐‑–—―](?=[\d.])/u, '-')
    .replace(/減/gu, '减')
    .replace(/無/gu, '无');

/**
 * The number that a cell plainly says: `1,234` `１２３` `增 5` `-417` `99.53万` `12件` `/` `984①`. Null where it says none or
 * more than one: two that a space or a line parts are never joined. The unit of an amount is kept beside the value: `99.53万`
 * is 99.53 in 万元.
 */
export function readNumber(text: string): ReadNumber | null {
  if (text.length > longestNumber || !mayBeNumber.test(text)) return null;
  if (digitsAlone.test(text)) return { value: Number(text), unit: null, none: false };
  const folded = plain(text);
  const mark = noteMark.exec(folded)?.[0];
  if (mark !== undefined) {
    const read = readNumber(folded.slice(0, -mark.length));
    return read === null ? null : { ...read, mark };
  }
  if (gap.test(folded) || brokenSign.test(folded)) return null;
  const compact = folded.replace(spaces, '');
  if (nothing.test(compact)) return { value: 0, unit: null, none: true };
  const match = figure.exec(compact);
  if (match === null) return null;
  const [, sign, digits, unit] = match;
  const size = Number((digits ?? '').replace(/,/gu, ''));
  if (!Number.isFinite(size) || size > Number.MAX_SAFE_INTEGER) return null;
  const value = size === 0 ? 0 : size * (sign === undefined ? 1 : (signs[sign] ?? 1));
  return { value, unit: unit === undefined ? null : (units[unit] ?? null), none: false };
}

/** True for a text that only says of what a number beside it counts: 件, （项）, 万元. */
export const isMeasureWord = (text: string): boolean => measure.test(text.trim());

/** True for a cell that holds nothing but spaces and invisible marks. */
export const isBlankText = (text: string): boolean => !visible.test(text);
