import { defineConfig } from 'vitest/config';
import whole from './vitest.config';

/** The long law tests: `npm run laws`. They print their counts. */
export default defineConfig({
  test: {
    ...whole.test,
    include: ['test/laws/*.laws.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    // Long runs shrink as long as they like.
    setupFiles: [],
    reporters: ['default'],
  },
});
