import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf, findFigure } from '../../src/report/figures';
import { edition2021 } from '../../src/report/editions/2021';
import { inOrder, isRuleId, ruleIds, rules } from '../../src/rules/catalogue';
import type { Finding } from '../../src/rules/finding';
import { findingsAt, findingsOf, isLacking, levels, operand, tidy, unfolded } from '../../src/rules/findings';
import { findingTitle, levelName, repairText, ruleName } from '../../src/rules/words/words';
import { sampleOf } from './sampleFinding';

const some = fc.array(
  fc.constantFrom(...ruleIds).map((rule) => ({ ...sampleOf(rule) })),
  { maxLength: 30 },
);

test('a finding holds nothing but what was given, at the level of its rule', () => {
  expect(findingsOf(rules)('F-S5', { place: '无。', left: 3 })).toEqual({
    rule: 'F-S5',
    level: 'remark',
    table: null,
    figures: [],
    cell: null,
    sides: null,
    left: 3,
    right: null,
    difference: null,
    place: '无。',
    details: {},
    repairs: [],
    elsewhere: [],
    folded: [],
  });
  for (const id of ruleIds) expect(sampleOf(id).level).toBe(rules[id].level);
  expect(findingsAt('fault')('F-S5', { place: '无。' }).level).toBe('fault');
});

test('findings are listed level by level and in each level in the order of the catalogue, and nothing is lost', () => {
  fc.assert(
    fc.property(some, (given) => {
      const ordered = inOrder(given);
      expect(new Set(ordered)).toEqual(new Set(given));
      expect(ordered).toHaveLength(given.length);
      const place = ({ level, rule }: Finding): number =>
        levels.indexOf(level) * 1000 + ruleIds.findIndex((id) => id === rule);
      for (let at = 1; at < ordered.length; at += 1) {
        const [one, next] = [ordered[at - 1], ordered[at]];
        if (one === undefined || next === undefined) continue;
        expect(place(one)).toBeLessThanOrEqual(place(next));
        // Of one rule, as they came.
        if (place(one) === place(next)) expect(given.indexOf(one)).toBeLessThan(given.indexOf(next));
      }
    }),
  );
});

test('the order is of three levels, and a level that was changed counts, not that of the rule', () => {
  expect(levels).toEqual(['fault', 'explain', 'remark']);
  const quiet = sampleOf('T2-ID', { level: 'remark' });
  const loud = sampleOf('Y-CARRY');
  expect(inOrder([quiet, loud])).toEqual([loud, quiet]);
});

test('what is folded into a finding comes after it, at any depth', () => {
  const middle = sampleOf('T2-SUM', { folded: [sampleOf('T2-ROW')] });
  const first = sampleOf('T2-ID', { folded: [middle, sampleOf('T3-SUM')] });
  expect(unfolded([first, sampleOf('INT')]).map(({ rule }) => rule)).toEqual([
    'T2-ID',
    'T2-SUM',
    'T2-ROW',
    'T3-SUM',
    'INT',
  ]);
});

test('an operand is the value of its figure, and null where that is blank or no number', () => {
  const [figure] = figuresOf(edition2021).filter(({ id }) => id === 'applications.granted.person');
  if (figure === undefined) throw new Error('no such figure');
  const vector = new Float64Array(figuresOf(edition2021).length);
  for (const [value, expected] of [
    [0, 0],
    [12, 12],
    [Number.NaN, null],
    [Number.NEGATIVE_INFINITY, null],
  ] as const) {
    vector[figure.index] = value;
    expect(operand(figure, 2025, vector)).toEqual({ figure: figure.id, year: 2025, value: expected });
  }
  expect(operand(figure, null, new Float64Array(0)).value).toBeNull();
});

test('of all rules three say that something is not there which must be', () => {
  expect(ruleIds.filter((rule) => isLacking({ rule })).sort()).toEqual(['EMPTY', 'EMPTY-TOTAL', 'F-SECTIONS']);
});

test('sums of decimals are said as people wrote them', () => {
  expect(tidy(0.1 + 0.2)).toBe(0.3);
  expect(tidy(59237.2449)).toBe(59237.2449);
  expect(tidy(-0.000001)).toBe(-0.000001);
  expect(tidy(1e-9)).toBe(0);
});

test('a rule that is not in the catalogue is named by its id', () => {
  expect(isRuleId('Z-1')).toBe(false);
  expect(isRuleId('toString')).toBe(false);
  expect(ruleName('Z-1', 'zh')).toBe('Z-1');
});

test('each level and each rule has a name of its own in either language', () => {
  for (const language of ['zh', 'en'] as const) {
    expect(new Set(levels.map((level) => levelName(level, language))).size).toBe(3);
    expect(new Set(ruleIds.map((id) => ruleName(id, language))).size).toBe(ruleIds.length);
    for (const id of ruleIds) expect(findingTitle(sampleOf(id), language)).toBe(ruleName(id, language));
  }
});

test('a repair is said with every cell that it changes and the number that belongs there', () => {
  const changes = [
    { figure: 'applications.granted.person', from: 9, to: 19 },
    { figure: 'applications.granted.enterprise', from: 19, to: 9 },
  ];
  for (const language of ['zh', 'en'] as const) {
    const text = repairText({ changes }, edition2021, language);
    for (const { figure, to } of changes) {
      expect(text).toContain(`“${findFigure(edition2021, figure)?.columnLabel}”`);
      expect(text).toMatch(new RegExp(`\\b${to}\\b`, 'u'));
    }
    expect(repairText({ changes: changes.slice(0, 1) }, edition2021, language)).not.toContain('商业企业');
  }
});
