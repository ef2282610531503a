/** What the text rules find in a set of sentences, against what is there to find. */
import type { Finding } from '../../../../src/rules/finding';
import { checkNarrative } from '../../../../src/rules/text/narrative';
import { inputOf, type Body } from './bodies';
import type { Said, Score, SentenceSet } from './set';

const known = new Map<string, Finding[]>();

/** What is found in a text in the report of a body. The tests ask several times what is found in a sentence. */
export function about(body: Body, text: string, section: Said[2] = 'overview'): Finding[] {
  const key = `${body} ${section} ${text}`;
  const narrative = { overview: [], problems: [], other: [], [section]: [text] };
  const found = known.get(key) ?? checkNarrative({ ...inputOf(body), narrative });
  known.set(key, found);
  return found;
}

/** The same in short: rule, the number that is said, the number of the tables. */
export const different = (text: string, body: Body = 'office'): string[] =>
  about(body, text).map(({ rule, left, right }) => `${rule} ${left} ${right}`);

/** A number in a sentence of the tests, right and wrong: «5|6». */
const marked = /«([^|»]*)\|([^»]*)»/gu;

/** The sentence with its right numbers, but for the marked number at `wrongAt`. */
const written = (text: string, wrongAt: number): string => {
  let at = -1;
  return text.replace(marked, (_, right: string, wrong: string) => {
    at += 1;
    return at === wrongAt ? wrong : right;
  });
};

/** A sentence with its right numbers, and once for each marked number with that one wrong. */
export const variants = (text: string): { readonly right: string; readonly wrong: readonly string[] } => ({
  right: written(text, -1),
  wrong: [...text.matchAll(marked)].map((_, at) => written(text, at)),
});

/** What was found of what should be, missed, and found wrongly. */
export function measured({ claims, denials, traps }: SentenceSet): Score & {
  /** Misses and false alarms, sentence by sentence. */
  readonly said: string;
} {
  const misses: string[] = [];
  const alarms: string[] = [];
  let hits = 0;
  for (const [body, text, section] of claims) {
    const { right, wrong } = variants(text);
    if (about(body, right, section).length > 0) alarms.push(right);
    for (const variant of wrong) {
      if (about(body, variant, section).length > 0) hits += 1;
      else misses.push(variant);
    }
  }
  for (const [body, text, section] of denials) {
    if (about(body, text, section).length > 0) hits += 1;
    else misses.push(text);
    if (about('empty', text, section).length > 0) alarms.push(text);
  }
  for (const [body, text, section] of traps) if (about(body, text, section).length > 0) alarms.push(text);
  const precision = hits / (hits + alarms.length);
  const recall = hits / (hits + misses.length);
  return { precision, recall, said: [...misses, '---', ...alarms].join('\n') };
}
