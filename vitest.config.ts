import { defineConfig } from 'vitest/config';
import { isLooseEnd } from './src/read/looseEnds';
import { limitedPdf } from './test/limitedPdf';

const { alias, external } = limitedPdf();

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Browser tests and conversions by LibreOffice take their time on a small machine; nothing asserts on time.
    testTimeout: 120_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
    setupFiles: ['test/setup.ts'],
    // Its files name one another in a way that only bundlers follow.
    server: { deps: { inline: ['dt-sql-parser'], external } },
    alias,
    onUnhandledError: (error) => !isLooseEnd(error),
    // The report is for whoever counts: `.ci/run`.
    reporters: ['default', './test/stuck.ts', ['json', { outputFile: '.cache/vitest.json' }]],
  },
});
