import { expect, test } from 'vitest';

import { ruleIds, ruleInfo } from '../../src/rules/catalogue';
import { check } from '../../src/rules/check';
import { examples, inputOfExample } from '../../src/rules/examples';
import { unfolded } from '../../src/rules/findings';
import { findingMessage, ruleName, ruleSentence } from '../../src/rules/words/words';

const rulesOf = (example: Parameters<typeof inputOfExample>[0]): string[] =>
  unfolded(check(inputOfExample(example))).map(({ rule }) => rule);

test('the example that differs in nothing has no finding at all', () => {
  expect(check(inputOfExample({}))).toEqual([]);
});

test.each(ruleIds)('%s: its passing example passes, its failing example fails, at its level', (id) => {
  const { passes, fails } = examples[id];
  expect(rulesOf(passes)).not.toContain(id);
  const found = unfolded(check(inputOfExample(fails))).find(({ rule }) => rule === id);
  expect(found?.level).toBe(ruleInfo(id).level);
});

test.each(ruleIds)('%s: its words are whole in both languages, and Chinese in the Chinese file', (id) => {
  const input = inputOfExample(examples[id].fails);
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
