import { defineConfig } from 'vitest/config';
import { isLooseEnd } from './src/read/looseEnds';

/** The long law tests: `npm run laws`. They print their counts. */
export default defineConfig({
  test: {
    include: ['test/laws/*.laws.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    onUnhandledError: (error) => !isLooseEnd(error),
  },
});
