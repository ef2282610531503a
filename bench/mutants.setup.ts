import fc from 'fast-check';
import { beforeEach, vi } from 'vitest';

// One worker runs mutant after mutant: what a module has computed and kept must not outlive the mutant.
vi.resetModules();

// The same random cases for every mutant: one that is killed today is killed tomorrow.
fc.configureGlobal({ seed: 20211116, numRuns: 12, endOnFailure: true });

let test = 0;
beforeEach(() => {
  test += 1;
});

/**
 * Stands for the WeakMaps in which the rules keep what they computed for an edition. It forgets between tests: otherwise
 * only the first test would be known to cover that code, and only that test would be run against its mutants.
 */
class OneTestMap<Key extends object, Value> {
  private readonly kept = new WeakMap<Key, { readonly test: number; readonly value: Value }>();

  get(key: Key): Value | undefined {
    const found = this.kept.get(key);
    return found?.test === test ? found.value : undefined;
  }

  set(key: Key, value: Value): this {
    this.kept.set(key, { test, value });
    return this;
  }
}

Object.assign(globalThis, { OneTestMap });
