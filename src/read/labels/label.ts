/** Comparing labels as people print them with labels as the official format prints them. */
import { inSimplified } from '../../report/characters';
import { remembered } from './remembered';

const invisible = /[\s\p{Cf}\p{Cc}]+/gu;
const pinyin = /\([a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]+\)/giu;

const annotation = /[(（][a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]{1,6}[)）]/giu;
const longestAnnotated = 1000;

/** A text without the pinyin behind its characters, so that its length says how long it is. */
export const withoutPinyin = (text: string): string =>
  text.length > longestAnnotated || !/[(（][a-zü]/iu.test(text) ? text : text.replace(annotation, '');

const han = /\p{Script=Han}/gu;

/** A source in which a program put pinyin behind most characters, without it; any other source as it is. */
export function plainSource(text: string): string {
  const marks = text.match(annotation)?.length ?? 0;
  return marks < 50 || marks * 4 < (text.match(han)?.length ?? 0) ? text : text.replace(annotation, '');
}

/** Words of the form that traditional text says otherwise, once its characters are simplified. */
const otherWords = /规范性档案|资讯(?!中心|科技|网|局|社)/gu;

/** Half-width, simplified, without spaces, invisible marks and pinyin in brackets. Punctuation stays. */
export const fold = (text: string): string =>
  inSimplified(text.normalize('NFKC').replace(invisible, ''))
    .replace(pinyin, '')
    .replace(otherWords, (words) => words.replace('档案', '文件').replace('资讯', '信息'));

/** A label without its numbering, its notes in brackets and its punctuation. */
export interface LabelKey {
  readonly body: string;
  /** `三`, `5`, or '' */
  readonly number: string;
}

const numbering =
  /^(?:\(([一二三四五六七八九十]{1,3}|\d{1,2})\)[、.,:]?|([一二三四五六七八九十]{1,3})[、.,:]|(\d{1,2})[)、.,:]?(?=\P{N})|第[一二三四五六七八九十]{1,3}(?:部分|章|节)[、.,:]?|[IVX]{1,4}[、.,:])/u;
const notes = /\([^()]*\)|\([^()]*$/gu;
const notLetters = /[^\p{L}\p{N}]+/gu;

function splitLabel(text: string): LabelKey {
  const folded = fold(text);
  const match = numbering.exec(folded);
  const number = match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
  const rest = folded.slice(match?.[0].length ?? 0);
  const bare = rest.replace(notes, '').replace(notLetters, '');
  return { body: bare === '' ? rest.replace(notLetters, '') : bare, number };
}

export const labelKey = remembered(splitLabel);

const isSubsequence = (part: string, whole: string): boolean => {
  let at = 0;
  for (const char of part) {
    at = whole.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

/** True if at most `limit` characters must be inserted, dropped or replaced to turn one text into the other. */
function within(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) return false;
  // Each character that the other text has nowhere takes a change, which rules out nearly all.
  let strange = 0;
  for (const char of a) if (!b.includes(char) && (strange += 1) > limit) return false;
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return (previous[b.length] ?? Infinity) <= limit;
}

/**
 * True if a printed label can be a damaged form of an official one: cut at either end, characters lost from it, one or
 * two misprinted, at most two added. A label that merely contains an official one (其中行政处罚罚款) is another label.
 */
export function isDamaged(printed: string, official: string): boolean {
  if (printed.length < 3 || official.length < 4) return false;
  if (printed.length < official.length) {
    if (official.startsWith(printed) || (printed.length >= 4 && official.endsWith(printed))) return true;
    if (printed.length >= official.length * 0.6 && isSubsequence(printed, official)) return true;
  }
  if (printed.length > official.length && official.length >= 5 && printed.length - official.length <= 2) {
    return isSubsequence(official, printed);
  }
  return official.length >= 5 && within(printed, official, official.length >= 10 ? 2 : 1);
}
