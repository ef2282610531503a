import { defineConfig } from 'vitest/config';

/**
 * The tests of `src/rules` as mutation testing runs them, once for each of thousands of mutants: the same laws on a small
 * share of the random cases, and all quick files in one, because loading the code takes longer than running them.
 */
export default defineConfig({
  plugins: [
    {
      name: 'forget-between-tests',
      enforce: 'pre',
      transform: (code, id) => (id.includes('/src/rules/') ? code.replaceAll('new WeakMap', 'new OneTestMap') : null),
    },
  ],
  test: {
    include: ['bench/mutants.quick.ts', 'test/rules/{formulas,results}.test.ts'],
    setupFiles: ['bench/mutants.setup.ts'],
    env: { GOUJI_EFFORT: '0.02' },
    testTimeout: 30_000,
    isolate: false,
    sequence: {
      // The quick ones first: most mutants die there.
      sequencer: class {
        async sort<T extends { readonly moduleId: string }>(files: T[]): Promise<T[]> {
          return [...files].sort((a, b) => a.moduleId.localeCompare(b.moduleId));
        }
        async shard<T>(files: T[]): Promise<T[]> {
          return files;
        }
      },
    },
  },
});
