import { describe, expect, test } from 'vitest';
import { contradictedBlanks } from '../../src/host/contradicted';
import type { ActiveReport } from '../../src/host/host';
import { edition2021 } from '../../src/report/editions/2021';
import { emptyReport } from '../../src/report/empty';
import { figuresOf, type FigureId } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { sumsAsExcelWrites } from '../taskpane/sums';
import { testHost } from '../taskpane/testHost';
import { soundReport } from '../taskpane/samples';

const without = (report: Report, ids: readonly FigureId[]): Report => ({
  ...report,
  figures: { ...report.figures, ...Object.fromEntries(ids.map((id) => [id, null])) },
});

/** This year's report as it stands on its sheet, last year's beside it where one is given. */
async function activeOf(report: Report, previous: Report | null = null): Promise<ActiveReport> {
  const host = testHost();
  for (const one of previous === null ? [report] : [previous, report]) {
    await host.insert({ edition: edition2021, year: one.year, unit: one.unit.name, totals: 'typed', report: one });
  }
  const { active } = host.snapshot();
  if (active === null) throw new Error('the report was not found');
  return active;
}

const carriedIn = 'applications.carriedIn.person';

describe('a blank is not taken for 0 without a question where something says otherwise', () => {
  test('last year’s report: what it carried over', async () => {
    const report = without(soundReport(), [carriedIn, 'applications.carriedIn.total', 'applications.granted.person']);
    const found = contradictedBlanks(await activeOf(report, soundReport(2024)));
    expect(found.filter(({ finding }) => finding.rule === 'Y-CARRY').flatMap(({ figures }) => figures)).toContain(
      carriedIn,
    );
  });

  test('the sums of the report itself', async () => {
    const found = contradictedBlanks(await activeOf(without(soundReport(), ['applications.granted.person'])));
    expect(found.flatMap(({ figures }) => figures)).toEqual(['applications.granted.person']);
    expect(found[0]?.finding.level).toBe('fault');
  });

  test('the text: a number of applications that no cell would hold', async () => {
    const ids = figuresOf(edition2021).flatMap(({ id, table }) => (table === 'applications' ? [id] : []));
    const blank = without(soundReport(), ids);
    const found = contradictedBlanks(await activeOf(blank));
    expect(found.some(({ finding, figures }) => finding.place !== null && figures.length > 0)).toBe(true);
  });
});

test('a blank of which nothing says otherwise is not asked about, nor what was wrong before', async () => {
  const harmless = 'applications.denied.stateSecret.person';
  expect(contradictedBlanks(await activeOf(without(soundReport(), [harmless])))).toEqual([]);
  const broken = without(soundReport(), [harmless]);
  broken.figures['applications.received.enterprise'] = 3;
  expect(contradictedBlanks(await activeOf(broken)).flatMap(({ figures }) => figures)).toEqual([]);
});

test('where one column contradicts, the blanks of that column are asked about, and those of the others become 0', async () => {
  const host = testHost();
  const report = emptyReport(edition2021, 2025, '云溪县林业局');
  report.figures['applications.received.person'] = 6;
  report.figures[carriedIn] = 1;
  report.figures['applications.granted.person'] = 5;
  await host.insert({ edition: edition2021, year: 2025, unit: '云溪县林业局', totals: 'formulas', report });
  const { active } = host.snapshot();
  const [found, ...more] = active === null ? [] : contradictedBlanks(active);
  expect(more).toEqual([]);
  expect(found?.figures).toContain('applications.carriedOut.person');
  expect(found?.figures.filter((id) => !id.endsWith('.person'))).toEqual([]);
  await host.fillZeros(['applications'], new Set(found?.figures));
  const { figures } = host.snapshot().active?.report ?? report;
  expect(figures['applications.received.enterprise']).toBe(0);
  expect(figures['applications.carriedOut.person']).toBeNull();
});

test('a total typed over a formula is wrong by itself: what its line leaves open is asked, and the other columns become 0', async () => {
  const host = testHost();
  const report = emptyReport(edition2021, 2025, '云溪县林业局');
  report.figures['applications.received.person'] = 9;
  report.figures['applications.granted.person'] = 4;
  report.figures['applications.denied.stateSecret.person'] = 5;
  await host.insert({ edition: edition2021, year: 2025, unit: '云溪县林业局', totals: 'formulas', report });
  host.type('applications.total.person', 8);
  const { active } = host.snapshot();
  const asked = active === null ? [] : contradictedBlanks(active);
  const figures = asked.flatMap((one) => one.figures);
  expect(figures).toContain(carriedIn);
  expect(figures.filter((id) => !id.endsWith('.person'))).toEqual([]);
  // No total of that line is a formula any more, and the sentence does not say so.
  expect(asked[0]?.finding.details).toMatchObject({ line: 'person', byFormula: false });
});

test('an empty report has no contradictions; one table is asked about alone', async () => {
  expect(contradictedBlanks(await activeOf(emptyReport(edition2021, 2025, '云溪县林业局')))).toEqual([]);
  const active = await activeOf(
    without(soundReport(), ['applications.granted.person', 'review.reconsideration.upheld']),
  );
  expect(contradictedBlanks(active, ['review']).flatMap(({ figures }) => figures)).toEqual([
    'review.reconsideration.upheld',
  ]);
});

test.each(['ours', 'by hand'])(
  'a blank part of a total by formula is not 0 with the rest, however often one asks: %s',
  async (kind) => {
    const parts: readonly FigureId[] = [carriedIn, 'applications.unavailable.notHeld.person'];
    const report = without(soundReport(), [...parts, 'applications.denied.stateSecret.person']);
    const host = testHost();
    const { year, unit } = report;
    await host.insert({ edition: edition2021, year, unit: unit.name, totals: 'formulas', report });
    if (kind === 'by hand') sumsAsExcelWrites(host);
    for (let asked = 0; asked < 3; asked += 1) {
      const { active } = host.snapshot();
      const kept = new Set(active === null ? [] : contradictedBlanks(active).flatMap(({ figures }) => figures));
      expect([...kept]).toEqual(expect.arrayContaining([...parts]));
      await host.fillZeros(['applications'], kept);
    }
  },
);
