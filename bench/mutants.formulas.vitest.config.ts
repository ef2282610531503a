import { defineConfig, mergeConfig } from 'vitest/config';
import quick from './mutants.vitest.config';

/** With the tests that calculate by an independent formula engine: only what writes formulas needs them. */
export default mergeConfig(quick, defineConfig({ test: { env: { GOUJI_ENGINES: '1' } } }));
