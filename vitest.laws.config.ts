import { defineConfig } from 'vitest/config';
import { isLooseEnd } from './src/read/looseEnds';
import { limitedPdf } from './test/limitedPdf';

const { alias, external } = limitedPdf();

/** The long law tests: `npm run laws`. They print their counts. */
export default defineConfig({
  test: {
    include: ['test/laws/*.laws.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
    alias,
    server: { deps: { external } },
    onUnhandledError: (error) => !isLooseEnd(error),
  },
});
