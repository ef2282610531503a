import fc from 'fast-check';
import { vi } from 'vitest';

// One worker runs mutant after mutant: what a module has computed and kept must not outlive the mutant.
vi.resetModules();

// The same random cases for every mutant: one that is killed today is killed tomorrow.
fc.configureGlobal({ seed: 20211116, numRuns: 25, endOnFailure: true });
