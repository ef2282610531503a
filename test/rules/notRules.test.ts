import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report';
import { check } from '../../src/rules/check';
import { inputOfExample, type Example } from '../../src/rules/examples';

/** Last year's report as if it were of another year. */
const ofYear = (report: Report | null | undefined, year: number): Report | null =>
  report === null || report === undefined ? null : { ...report, year };

const found = (example: Example): string[] => check(inputOfExample(example)).map(({ rule }) => rule);

test('2019: last year’s items plus the change need not be the decisions, which count something else', () => {
  expect(
    found({
      edition: '2019',
      figures: {
        'disclosure.licensing.itemsLastYear': 12,
        'disclosure.licensing.change': 3,
        'disclosure.licensing.decisions': 4067,
      },
    }),
  ).toEqual([]);
});

test('2021: more may be issued within the year than is in force at its end', () => {
  expect(
    found({ figures: { 'disclosure.normativeDocuments.issued': 5, 'disclosure.normativeDocuments.inForce': 4 } }),
  ).toEqual([]);
});

test('reviews and lawsuits are not derived from the applications', () => {
  expect(found({ figures: { 'review.reconsideration.upheld': 7, 'review.reconsideration.total': 7 } })).toEqual([]);
});

test('what was published need not be the sum over channels, which overlap', () => {
  expect(found({ text: { overview: ['主动公开政府信息306条，其中网站216条、公众号22条、公告栏299条。'] } })).toEqual(
    [],
  );
});

test('fees charged by a body say nothing of the information processing fee', () => {
  expect(found({ figures: { 'disclosure.fees.amount': 59237.2449 } })).toEqual([]);
});

test('across editions only figures of the same meaning are compared', () => {
  const input = inputOfExample({ edition: '2021', figures: {} });
  const previous = inputOfExample({ edition: '2019', previous: { 'disclosure.regulations.made': 900 } }).previous;
  expect(check({ ...input, year: 2021, previous: ofYear(previous, 2020) })).toEqual([]);
});

test('a report of another year than the last is not held against this one', () => {
  const input = inputOfExample({
    previous: { 'applications.carriedOut.total': 5, 'applications.carriedOut.person': 5 },
  });
  expect(check(input).map(({ rule }) => rule)).toEqual(['Y-CARRY']);
  const { previous } = input;
  expect(check({ ...input, previous: ofYear(previous, 2020) })).toEqual([]);
});

test('rules that need the kind or the level of the body are silent where it is not told', () => {
  const rulesMade = { 'disclosure.regulations.issued': 2, 'disclosure.regulations.inForce': 2 };
  expect(found({ figures: rulesMade })).toEqual([]);
  expect(found({ today: '2026-06-01' })).toEqual([]);
  expect(found({ today: '2026-06-01', kind: 'town', level: 'town' })).toEqual([]);
  expect(found({ today: '2026-02-15', kind: 'government', level: 'county' })).toEqual([]);
  expect(found({ today: '2026-04-01', kind: 'government', level: 'county' })).toEqual(['F-DEADLINE']);
});

test('a rule that was switched off is silent', () => {
  const input = inputOfExample({ only: { other: ['无。'] } });
  expect(check(input).map(({ rule }) => rule)).toEqual(['F-S6']);
  expect(check({ ...input, off: new Set(['F-S6']) })).toEqual([]);
});

test('a reason quiets what wants one, until a figure in it changes; it never quiets a fault', () => {
  const input = inputOfExample({
    previous: { 'applications.carriedOut.total': 5, 'applications.carriedOut.person': 5 },
    figures: { 'disclosure.licensing.decisions': 3 },
  });
  const [first] = check(input);
  const figures = [...(first?.figures ?? [])];
  const reason = {
    rule: 'Y-CARRY',
    figures,
    values: Object.fromEntries(figures.map((id) => [id, 0])),
    text: '机构改革',
  };
  expect(check({ ...input, explanations: [reason] })).toEqual([]);
  expect(
    check({ ...input, explanations: [{ ...reason, values: { ...reason.values, [figures[0] ?? '']: 1 } }] }),
  ).toHaveLength(1);
  expect(check({ ...input, explanations: [{ ...reason, rule: 'Y-JUMP' }] })).toHaveLength(1);
  const broken = inputOfExample({ figures: { 'review.reconsideration.total': 4 } });
  const id = 'review.reconsideration.total';
  expect(
    check({ ...broken, explanations: [{ rule: 'T3-SUM', figures: [id], values: { [id]: 4 }, text: '属实' }] }),
  ).toHaveLength(1);
});
