import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleIds } from '../../../src/rules/catalogue';
import { ruleCatalogue } from '../../../src/rules/words/markdown';

test('docs/rules.md is what the rules say: npm run docs:rules after changing one', () => {
  const printed = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
  // What was measured stands between; that it is true is said beside the sentences.
  const [before = '', after = ''] = ruleCatalogue('\0').split('\0');
  expect(printed.slice(0, before.length)).toBe(before);
  expect(printed.slice(-after.length)).toBe(after);
  for (const id of ruleIds) expect(printed).toContain(`\n## ${id} `);
});
