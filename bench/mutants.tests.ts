/** Every test of `src/rules` as one file; those that calculate by a formula engine only where they are asked for, and last. */
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'vitest';

const folder = new URL('../test/rules/', import.meta.url);
/** `module` as the end of what is imported, from whichever folder. */
const uses = (file: string, module: string): boolean =>
  readFileSync(new URL(file, folder), 'utf8').includes(`/${module}'`);

/** These look at what others look at too, for much longer: how time grows, engines without a syntax. */
const again = /(?:textGrowth|withoutLookBehind)\.test\.ts$/u;

const files = readdirSync(folder, { encoding: 'utf8', recursive: true }).filter(
  (file) => file.endsWith('.test.ts') && !again.test(file) && !uses(file, 'duckdb'),
);
const engines = files.filter((file) => uses(file, 'ironcalc') || uses(file, 'formulaBook'));
// The tests of one module before those of the whole check: they are quicker, and most mutants die there. The sets of
// sentences and the printed catalogue last of all.
const whole = files.filter((file) => !engines.includes(file) && uses(file, 'src/rules/check'));
const order = (file: string): number => (/understood|docs/u.test(file) ? 2 : whole.includes(file) ? 1 : 0);
const quick = files.filter((file) => !engines.includes(file)).sort((one, other) => order(one) - order(other));

for (const file of process.env['GOUJI_ENGINES'] === '1' ? [...quick, ...engines] : quick) {
  try {
    await import(new URL(file, folder).pathname);
  } catch (error) {
    // A mutant that keeps a file from loading is killed by it: without a test that fails it would count as survived.
    test(`${file} loads`, () => {
      throw error;
    });
  }
}
