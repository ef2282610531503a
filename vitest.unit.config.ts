import { configDefaults, defineConfig } from 'vitest/config';
import whole from './vitest.config';

/** `npm run test:unit`: what needs no browser, no build and no other program. `npm test` stays the whole. */
export default defineConfig({
  test: {
    ...whole.test,
    exclude: [
      ...configDefaults.exclude,
      // These wait for a browser or a build.
      'test/{browser,form,workbench}/**',
      'test/taskpane/drawn/**',
      'test/cli/built.test.ts',
      // These wait for LibreOffice or for the validator of Office files.
      'test/read/formats/old/oldFormats.test.ts',
      'test/rollup/files/**',
      // A county of files, each read several times.
      'test/rollup/county.test.ts',
      // These hold what is made against engines, grammars and validators of others, draw hundreds of sheets or damaged
      // reports, write every kind of file, or go through whole records.
      'test/rules/sums/{formulas,sql}.test.ts',
      'test/rollup/{sql,sqlGrammar}.test.ts',
      'test/write/htmlValidator.test.ts',
      'test/read/{noise,limits}/**',
      'test/read/tables/{blanks,lostDelimiter,movedCells}.test.ts',
      'test/read/formats/excel/layouts.test.ts',
      'test/host/boxes.test.ts',
      'test/report/pages.test.ts',
      'test/rollup/agree.test.ts',
      'test/rules/sums/proposals.test.ts',
      'test/rules/text/{understood,steps,textGrowth,withoutLookBehind}.test.ts',
    ],
    // Nothing of these files outlives them: what one of them loaded serves the next.
    isolate: false,
    reporters: ['default'],
  },
});
