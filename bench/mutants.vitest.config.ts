import { defineConfig } from 'vitest/config';

/**
 * The tests of `src/rules` as mutation testing runs them, once for each of thousands of mutants: the same laws on a small
 * share of the random cases, and all files in one, because loading the code takes longer than running them.
 */
export default defineConfig({
  plugins: [
    {
      // See bench/mutants.setup.ts.
      name: 'forget-between-tests',
      enforce: 'pre',
      transform: (code, id) => (id.includes('/src/rules/') ? code.replaceAll('new WeakMap', 'new OneTestMap') : null),
    },
  ],
  test: {
    include: ['bench/mutants.tests.ts'],
    setupFiles: ['bench/mutants.setup.ts'],
    env: { GOUJI_EFFORT: '0.02' },
    testTimeout: 30_000,
    isolate: false,
  },
});
