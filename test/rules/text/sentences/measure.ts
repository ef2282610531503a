/** What the text rules find in a set of sentences, against what is there to find. */
import { edition2021 } from '../../../../src/report/editions/2021';
import { figuresOf } from '../../../../src/report/figures';
import { emptyReport } from '../../../../src/report/empty';
import type { Report } from '../../../../src/report/report';
import { check } from '../../../../src/rules/check';
import type { Finding } from '../../../../src/rules/finding';
import { inputOfReport } from '../../../../src/rules/input';
import { bodies, type Body } from './bodies';
import type { Said, Score, SentenceSet } from './set';

const names: Readonly<Record<Body, string>> = {
  city: '云岫市人民政府',
  bureau: '榆桥县自然资源局',
  empty: '榆桥县柳溪镇人民政府',
};

export const reportOf = (body: Body): Report => {
  const report = emptyReport(edition2021, 2025, names[body]);
  for (const { id } of figuresOf(edition2021)) report.figures[id] = bodies[body][id] ?? 0;
  return report;
};

export const about = (body: Body, text: string, section: Said[2] = 'overview'): Finding[] => {
  const report = reportOf(body);
  report.narrative[section].push(text);
  return check(inputOfReport(edition2021, report)).filter(({ rule }) => rule.startsWith('N-'));
};

/** A number in a sentence of the tests, right and wrong: «5|6». */
export const marked = /«([^|»]*)\|([^»]*)»/gu;

/** The sentence with its right numbers, but for the marked number at `wrongAt`. */
export const written = (text: string, wrongAt: number): string => {
  let at = -1;
  return text.replace(marked, (_, right: string, wrong: string) => {
    at += 1;
    return at === wrongAt ? wrong : right;
  });
};

/** What was found of what should be, missed, and found wrongly. */
export function measured({ claims, denials, traps }: SentenceSet): Score & {
  /** Misses and false alarms, sentence by sentence. */
  readonly said: string;
} {
  const misses: string[] = [];
  const alarms: string[] = [];
  let hits = 0;
  for (const [body, text, section] of claims) {
    if (about(body, written(text, -1), section).length > 0) alarms.push(written(text, -1));
    for (const at of [...text.matchAll(marked)].keys()) {
      if (about(body, written(text, at), section).length > 0) hits += 1;
      else misses.push(written(text, at));
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
