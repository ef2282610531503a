import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { notices } from '../../scripts/notices';

it('the third-party notices name every package that the bundles contain, with its licence, and no other', async () => {
  const kept = readFileSync(path.resolve(import.meta.dirname, '../../THIRD_PARTY_NOTICES.md'), 'utf8');
  expect(kept, 'run `npm run notices`').toBe(await notices());
});
