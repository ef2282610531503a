import { defineConfig } from 'vitest/config';

/** The long law tests: `npm run laws`. They print their counts. */
export default defineConfig({
  test: { include: ['test/laws/*.laws.ts'], testTimeout: 3_600_000, hookTimeout: 600_000, maxWorkers: 2 },
});
