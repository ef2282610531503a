import fc from 'fast-check';
import { beforeEach, inject, vi } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** What Stryker's runner is about: 'mutant', or the first run that sees which test covers what. */
    readonly mode: string;
  }
}

// One worker runs mutant after mutant: what a module has computed and kept must not outlive the mutant.
vi.resetModules();

// The same random cases for every mutant: one that is killed today is killed tomorrow.
fc.configureGlobal({ seed: 20211116, numRuns: 12, endOnFailure: true });

let test = 0;
beforeEach(() => {
  test += 1;
});

/**
 * Stands for the WeakMaps in which the rules keep what they computed for an edition. While it is seen which test covers what
 * it forgets between tests: otherwise only the first would be known to cover that code, and only that test would be run
 * against its mutants. Against a mutant it keeps what it has: the modules are loaded anew for each.
 */
const forgets = inject('mode') !== 'mutant';
class OneTestMap<Key extends object, Value> {
  private readonly kept = new WeakMap<Key, { readonly test: number; readonly value: Value }>();

  get(key: Key): Value | undefined {
    const found = this.kept.get(key);
    return found !== undefined && (!forgets || found.test === test) ? found.value : undefined;
  }

  set(key: Key, value: Value): this {
    this.kept.set(key, { test, value });
    return this;
  }
}

Object.assign(globalThis, { OneTestMap });
