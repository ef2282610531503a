import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, type FigureId } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import { testHost, type TestHost } from '../taskpane/testHost';
import { soundReport } from '../taskpane/samples';

async function hostWith(report: Report | null): Promise<TestHost> {
  const host = testHost();
  await host.insert({ edition: edition2021, year: 2025, unit: '云溪县林业局', totals: 'typed', report });
  return host;
}
const figuresIn = (host: TestHost) => host.snapshot().active?.report.figures ?? {};
const ids = figuresOf(edition2021).map(({ id }) => id);
const inTable = (table: string): FigureId[] =>
  figuresOf(edition2021).flatMap(({ id, table: of }) => (of === table ? [id] : []));

describe('what the pane wrote can be taken back', () => {
  test('as it was before, where nobody touched it since', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(ids, { maxLength: 8 }),
        fc.constantFrom(...edition2021.tables),
        async (blanks, { id: table }) => {
          const host = await hostWith(soundReport());
          for (const id of blanks) host.type(id, '');
          const before = figuresIn(host);
          await host.fillZeros([table]);
          if (host.snapshot().undo?.deed === 'zeros') await host.undo();
          expect(figuresIn(host)).toEqual(before);
        },
      ),
      { numRuns: 10 },
    );
  });

  test('and a figure that was typed since is never lost: it stays, and it is said how many did', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom(...inTable('review')), fc.integer({ min: 1, max: 99 })),
        async (typed) => {
          const host = await hostWith(null);
          await host.fillZeros(['review']);
          for (const [id, value] of Object.entries(typed)) host.type(id, value);
          const result = await host.undo();
          expect(result).toMatchObject({ ok: true, kept: Object.keys(typed).length });
          const now = figuresIn(host);
          for (const id of inTable('review')) expect(now[id]).toBe(typed[id] ?? null);
        },
      ),
      { numRuns: 10 },
    );
  });

  test('the last first, one after the other, until nothing is left to take back', async () => {
    const host = await hostWith(null);
    await host.fillZeros(['review']);
    await host.fillZeros(['disclosure']);
    expect(host.snapshot().undo).toMatchObject({ deed: 'zeros', cells: 10 });
    await host.undo();
    expect(host.snapshot().undo).toMatchObject({ deed: 'zeros', cells: 15 });
    await host.undo();
    expect(host.snapshot().undo).toMatchObject({ deed: 'fill', cells: 0 });
    await host.undo();
    expect(host.snapshot()).toMatchObject({ undo: null, active: null, candidates: [] });
  });

  test('sheets that were filled in go only while everything on them is as it was', async () => {
    const host = await hostWith(soundReport());
    host.type('review.reconsideration.pending', 7);
    expect(await host.undo()).toEqual({ ok: false, reason: 'changedSince', detail: '1' });
    expect(figuresIn(host)['review.reconsideration.pending']).toBe(7);
  });
});
