import { expect, test } from 'vitest';

import { checks, ruleIds, rules } from '../../src/rules/catalogue';
import { check } from '../../src/rules/check';
import { inputOfExample } from '../../src/rules/examples';
import { levels, unfolded } from '../../src/rules/findings';
import { findingMessage, ruleName, ruleSentence, wordsIn } from '../../src/rules/words/words';

const rulesOf = (example: Parameters<typeof inputOfExample>[0]): string[] =>
  unfolded(check(inputOfExample(example))).map(({ rule }) => rule);

test('the example that differs in nothing has no finding at all', () => {
  expect(check(inputOfExample({}))).toEqual([]);
});

test.each(ruleIds)('%s: its passing example passes, its failing example fails, at its level', (id) => {
  const { passes, fails, level } = rules[id];
  expect(rulesOf(passes)).not.toContain(id);
  const found = unfolded(check(inputOfExample(fails))).find(({ rule }) => rule === id);
  expect(found?.level).toBe(level);
});

test.each(ruleIds)('%s: its own function finds it, and none of the others does', (id) => {
  const input = inputOfExample(rules[id].fails);
  const finding = checks.filter((find) => unfolded(find(input)).some(({ rule }) => rule === id));
  expect(finding).toEqual([rules[id].check]);
});

test.each(ruleIds)('%s: it says how much it weighs and on what it rests', (id) => {
  const { level, force, source } = rules[id];
  expect(levels).toContain(level);
  expect(['printed', 'layout', 'local', 'practice']).toContain(force);
  // What is printed somewhere says where; what follows from the tables cites nothing.
  if (force === 'printed') expect(source).toMatch(/[〔《]/u);
  if (force === 'layout') expect(source).toBeNull();
});

test('every rule that has words is a rule, and every rule has words', () => {
  for (const language of ['zh', 'en'] as const) {
    expect(Object.keys(wordsIn(language).rules).sort()).toEqual([...ruleIds].sort());
  }
});

test.each(ruleIds)('%s: its words are whole in both languages, and Chinese in the Chinese file', (id) => {
  const input = inputOfExample(rules[id].fails);
  const found = unfolded(check(input)).find(({ rule }) => rule === id);
  if (found === undefined) throw new Error(`${id} has no finding`);
  for (const language of ['zh', 'en'] as const) {
    for (const text of [
      findingMessage(found, input.edition, language),
      ruleName(id, language),
      ruleSentence(id, language),
    ]) {
      expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}/);
      expect(text.trim().length).toBeGreaterThan(1);
    }
  }
  expect(findingMessage(found, input.edition, 'zh')).toMatch(/[。]$|：/u);
});
