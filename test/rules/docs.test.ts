import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ruleIds } from '../../src/rules/catalogue';
import { ruleCatalogue } from '../../src/rules/words/markdown';
import { textScores } from './text/sentences/scores';

test('docs/rules.md is what the rules say: run scripts/make-rule-catalogue.ts after changing one', () => {
  const printed = readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8');
  expect(printed).toBe(ruleCatalogue(textScores()));
  for (const id of ruleIds) expect(printed).toContain(`\n## ${id} `);
});
