import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf } from '../../../src/report/figures';
import { emptyReport } from '../../../src/report/empty';
import { check } from '../../../src/rules/check';
import type { Finding } from '../../../src/rules/finding';
import { inputOfReport } from '../../../src/rules/input';
import { findingMessage } from '../../../src/rules/words/words';
import { denials, laterSentences, sentences, spokenFigures, traps } from './sentences/office';
import { bodies } from './sentences/bodies';

const about = (text: string, figures: Readonly<Record<string, number>> = spokenFigures): Finding[] => {
  const report = emptyReport(edition2021, 2025, '青禾县某局');
  for (const { id } of figuresOf(edition2021)) report.figures[id] = figures[id] ?? 0;
  report.narrative.overview.push(text);
  return check(inputOfReport(edition2021, report)).filter(({ rule }) => rule.startsWith('N-'));
};

/** What is said of a sentence in the report of such a body, of which 37 applications were answered, 3 carried over. */
const saidOf = (unit: string, text: string): string[] => {
  const report = emptyReport(edition2021, 2025, unit);
  for (const { id } of figuresOf(edition2021)) report.figures[id] = bodies.bureau[id] ?? 0;
  report.narrative.overview.push(text);
  return check(inputOfReport(edition2021, report))
    .filter(({ rule }) => rule.startsWith('N-'))
    .map(({ rule, left }) => `${rule} ${left}`);
};

const marked = /«([^|»]*)\|([^»]*)»/gu;

/** A sentence with its right numbers, and once for each marked number with that one wrong. */
const variants = (text: string): { readonly right: string; readonly wrong: readonly string[] } => {
  const count = [...text.matchAll(marked)].length;
  const write = (wrongAt: number): string => {
    let at = -1;
    return text.replace(marked, (_, right: string, wrong: string) => {
      at += 1;
      return at === wrongAt ? wrong : right;
    });
  };
  return { right: write(-1), wrong: Array.from({ length: count }, (_, at) => write(at)) };
};

test('the figures of the sentences are those of a report without a fault', () => {
  const report = emptyReport(edition2021, 2025);
  for (const { id } of figuresOf(edition2021)) report.figures[id] = spokenFigures[id] ?? 0;
  expect(check(inputOfReport(edition2021, report)).filter(({ level }) => level === 'fault')).toEqual([]);
});

test('precision and recall over the sentences are both at least 0.95, with no false alarm on a trap', () => {
  const misses: string[] = [];
  const falseAlarms: string[] = [];
  let hits = 0;
  for (const text of [...sentences.map(([, sentence]) => sentence), ...laterSentences]) {
    const { right, wrong } = variants(text);
    if (about(right).length > 0) falseAlarms.push(right);
    for (const variant of wrong) {
      const found = about(variant);
      if (found.length === 0) misses.push(variant);
      else hits += 1;
    }
  }
  for (const text of denials) {
    if (about(text).some(({ rule }) => rule === 'N-ZERO')) hits += 1;
    else misses.push(text);
    if (about(text, {}).length > 0) falseAlarms.push(text);
  }
  const trapped = traps.filter((text) => about(text).length > 0);
  const precision = hits / (hits + falseAlarms.length + trapped.length);
  const recall = hits / (hits + misses.length);
  expect(trapped).toEqual([]);
  expect(precision, falseAlarms.join('\n')).toBeGreaterThanOrEqual(0.95);
  expect(recall, misses.join('\n')).toBeGreaterThanOrEqual(0.95);
});

test('a finding shows the sentence and every figure that it may mean', () => {
  const [found, ...others] = about('总的情况。2025年共收到政府信息公开申请12件。');
  expect(others).toEqual([]);
  expect(found).toMatchObject({
    rule: 'N-RECV',
    level: 'explain',
    left: 12,
    right: 1215,
    place: '2025年共收到政府信息公开申请12件。',
    figures: ['applications.received.total', 'applications.carriedIn.total'],
  });
  expect(found === undefined ? '' : findingMessage(found, edition2021, 'zh')).toBe(
    '总体情况写“收到政府信息公开申请12件”，表中第一项“总计”为 1215，第一项“总计”＋第二项“总计”为 1236，均不一致，请核实。',
  );
});

test.each([
  ['（二）依申请公开情况', ['N-RECV']],
  ['2.政府信息依申请公开', ['N-RECV']],
  ['依申请公开办理情况。', ['N-RECV']],
  ['（五）监督保障', []],
  ['依申请公开情况，另见附表', []],
  ['', []],
])('the heading before a paragraph tells what it counts: “%s”', (heading, rules) => {
  const report = emptyReport(edition2021, 2025, '青禾县某局');
  for (const { id } of figuresOf(edition2021)) report.figures[id] = spokenFigures[id] ?? 0;
  report.narrative.overview.push(heading, '', '规范各个环节。全年共受理12件，均按期办结。', '全年共受理13件。');
  const found = check(inputOfReport(edition2021, report)).filter(({ rule }) => rule.startsWith('N-'));
  expect(found.map(({ rule }) => rule)).toEqual(rules);
});

test('what is new is not taken for new and carried in where the sentence tells what was carried in by itself', () => {
  const cases = {
    'applications.received.total': 9,
    'applications.received.person': 8,
    'applications.carriedIn.total': 1,
    'applications.total.total': 9,
    'applications.carriedOut.total': 1,
  };
  const told = (text: string): string[] =>
    about(text, cases).map(({ rule, left, right }) => `${rule} ${left}≠${right}`);
  expect(told('本年新收政府信息公开申请10件，上年结转1件。')).toEqual(['N-RECV 10≠9']);
  expect(told('本年新收政府信息公开申请9件，上年结转1件。')).toEqual([]);
  // There it may be in the number.
  expect(told('本年新收政府信息公开申请10件（含上年结转1件）。')).toEqual([]);
  expect(told('本年新收政府信息公开申请10件，其中上年结转1件。')).toEqual([]);
  expect(told('本年收到政府信息公开申请10件，上年结转1件。')).toEqual([]);
  // Of some of them it is a part.
  expect(told('本年收到政府信息公开申请9件，新收自然人申请8件，上年结转1件。')).toEqual([]);
});

test('what a sentence says of all of a number is compared besides the number itself', () => {
  const cases = {
    'applications.received.total': 9,
    'applications.received.person': 7,
    'applications.total.total': 9,
    'applications.granted.total': 9,
    'review.reconsideration.total': 3,
    'review.reconsideration.upheld': 2,
  };
  const told = (text: string): string[] =>
    about(text, cases).map(({ rule, left, right }) => `${rule} ${left}≠${right}`);
  expect(told('收到政府信息公开申请9件，均为自然人申请。')).toEqual(['N-TYPE 9≠7']);
  expect(told('收到政府信息公开申请7件，均为自然人申请。')).toEqual(['N-RECV 7≠9']);
  expect(told('收到政府信息公开申请9件，均予以公开。')).toEqual([]);
  expect(told('收到政府信息公开申请9件，均不予公开。')).toEqual(['N-GROUP 9≠0']);
  expect(told('发生政府信息公开行政复议3件，均维持。')).toEqual(['N-CASE 3≠2']);
});

test.each([
  ['榆桥县信访局', '榆桥县信访局受理政府信息公开申请35件。', ['N-RECV 35']],
  ['榆桥县信访局', '榆桥县信访局受理信访申请350件。', []],
  ['榆桥县行政审批局', '行政审批局收到信息公开申请37件，予以公开15件，结转下年度4件。', ['N-GROUP 15', 'N-CARRY 4']],
  ['榆桥县行政审批局', '本局受理行政审批申请3500件，办结3400件。', []],
  ['榆桥县人民政府办公室', '县政府办公室代表县政府受理信息公开申请35件。', ['N-RECV 35']],
  ['榆桥县人民政府办公室', '办理县政府本级依申请公开答复35件。', ['N-ANS 35']],
  ['榆桥县人民政府', '县政府本级受理信息公开申请12件。', []],
])('of %s, “%s” says %j', (unit, text, expected) => {
  expect(saidOf(unit, text)).toEqual(expected);
});
