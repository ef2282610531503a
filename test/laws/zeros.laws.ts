/** 其余填 0, asked again and again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contradictedBlanks } from '../../src/host/contradicted';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, type FigureId } from '../../src/report/figures';
import { totalsOf } from '../../src/rules/sums/identities';
import { testHost } from '../taskpane/testHost';
import { soundReport } from '../taskpane/samples';
import { sumsAsExcelWrites } from '../taskpane/sums';

const ids = figuresOf(edition2021).map(({ id }) => id);
const totalIds = totalsOf(edition2021).map(({ total }) => total.id);
const telling = ids.filter((id) => (soundReport().figures[id] ?? 0) > 0);

const cases = fc.record({
  blank: fc.tuple(fc.uniqueArray(fc.constantFrom(...telling), { maxLength: 8 }), fc.subarray(ids)),
  slips: fc.array(fc.tuple(fc.constantFrom(...telling), fc.nat(9)), { maxLength: 2 }),
  /** Totals that are typed over. */
  over: fc.array(fc.tuple(fc.constantFrom(...totalIds), fc.nat(9)), { maxLength: 2 }),
  lastYear: fc.boolean(),
  totals: fc.constantFrom('typed', 'formulas', 'by hand'),
});

test('what contradicts 0 is never filled with the rest, however often one asks', async () => {
  await fc.assert(
    fc.asyncProperty(cases, async ({ blank, slips, over, lastYear, totals }) => {
      const report = soundReport();
      for (const [id, value] of slips) report.figures[id] = value;
      for (const id of blank.flat()) report.figures[id] = null;
      const host = testHost();
      for (const one of lastYear ? [soundReport(2024), report] : [report]) {
        const { year, unit } = one;
        const sums = totals === 'typed' || one !== report ? 'typed' : 'formulas';
        await host.insert({ edition: edition2021, year, unit: unit.name, totals: sums, report: one });
      }
      if (totals === 'by hand') sumsAsExcelWrites(host);
      for (const [id, value] of over) host.type(id, value);
      const contradicted = (): Set<FigureId> => {
        const { active } = host.snapshot();
        return new Set(active === null ? [] : contradictedBlanks(active).flatMap(({ figures }) => figures));
      };
      const kept = contradicted();
      for (let asked = 0; asked < 2; asked += 1) {
        await host.fillZeros(['disclosure', 'applications', 'review'], contradicted());
        const again = contradicted();
        expect([...kept].filter((id) => !again.has(id))).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
});
