import fc from 'fast-check';
import { expect, test } from 'vitest';
import { figuresOf } from '../../src/report/figures';
import { tableProgress } from '../../src/taskpane/parts/state/progress';
import { fileStem } from '../../src/taskpane/parts/fileNames';
import { tasksOf } from '../../src/taskpane/home/tasks';
import { phrasesOf } from '../../src/taskpane/parts/phrases';
import { duplicatesOf, isSettled, standingOf } from '../../src/taskpane/parts/state/standing';
import { testHost } from './testHost';
import { brokenReport, edition2021, soundReport } from './samples';

const insert = (report: ReturnType<typeof soundReport> | null, totals: 'formulas' | 'typed' = 'typed') => {
  const host = testHost();
  const request = { edition: edition2021, year: 2025, unit: '云溪县林业局', totals, report };
  return host.insert(request).then(() => host);
};

const activeOf = (host: Awaited<ReturnType<typeof insert>>) => {
  const { active } = host.snapshot();
  if (active === null) throw new Error('the report is meant to be found');
  return active;
};

test('a sound report leaves nothing to ask before it is exported', async () => {
  const active = activeOf(await insert(soundReport()));
  expect(standingOf(active)).toEqual({
    faults: 0,
    explains: 0,
    blanks: 0,
    tables: [],
    emptySections: [],
    outdated: 0,
    unnamed: false,
  });
});

test('a sentence whose figures have changed since is asked about, and is one place to look at with what the check says of it', async () => {
  const report = soundReport();
  const [sentence] = phrasesOf(edition2021, report.figures);
  const host = await insert({ ...report, narrative: { ...report.narrative, overview: [sentence?.text ?? ''] } });
  expect(standingOf(activeOf(host)).outdated).toBe(0);
  for (const column of ['person', 'total'])
    host.type(`applications.received.${column}`, (report.figures[`applications.received.${column}`] ?? 0) - 1);
  const active = activeOf(host);
  expect(standingOf(active).outdated).toBe(1);
  expect(isSettled({ ...standingOf(active), faults: 0 })).toBe(false);
  expect(tasksOf(active).find(({ id }) => id === 'text')?.state).toEqual({ kind: 'ask', count: 1 });
});

test('a broken sum is a fault, a cleared cell a blank', async () => {
  const host = await insert(brokenReport());
  expect(standingOf(activeOf(host)).faults).toBeGreaterThan(0);
  host.type('review.reconsideration.pending', '');
  expect(standingOf(activeOf(host))).toMatchObject({ blanks: 1, tables: ['review'] });
});

test('what 其余填 0 would fill is what is blank and holds no formula', async () => {
  const typed = tableProgress(activeOf(await insert(null)));
  expect(typed.map((table) => [table.table, table.total, table.blanks])).toEqual([
    ['disclosure', 10, 10],
    ['applications', 175, 175],
    ['review', 15, 15],
  ]);
  const withFormulas = tableProgress(activeOf(await insert(null, 'formulas')));
  // 25 row totals and （七） of each of the seven columns share one cell; one total in each of the three blocks.
  expect(withFormulas.map((table) => table.blanks)).toEqual([10, 175 - (25 + 7 - 1), 12]);
  // A total that follows is none of the figures that wait for a person.
  expect(withFormulas.map(({ filled, total }) => [filled, total])).toEqual([10, 144, 12].map((all) => [0, all]));
});

test('filling zeros table by table leaves no blank', async () => {
  const host = await insert(null);
  for (const { table } of tableProgress(activeOf(host))) await host.fillZeros([table]);
  expect(standingOf(activeOf(host)).blanks).toBe(0);
});

test('blanks and filled cells are all the cells of typed tables, whatever is cleared', async () => {
  const host = await insert(soundReport());
  const ids = figuresOf(edition2021).map((figure) => figure.id);
  fc.assert(
    fc.property(fc.constantFrom(...ids), (id) => {
      host.type(id, '');
      for (const table of tableProgress(activeOf(host))) {
        expect(table.filled + table.blanks).toBe(table.total);
      }
    }),
    { numRuns: 20 },
  );
});

test('the same unit and year on two sheets is said; another year is not', async () => {
  const host = await insert(soundReport());
  await host.insert({
    edition: edition2021,
    year: 2024,
    unit: '云溪县林业局',
    totals: 'typed',
    report: soundReport(2024),
  });
  expect(duplicatesOf(host.snapshot())).toEqual([]);
  host.copySheet('2024年报表');
  expect(duplicatesOf(host.snapshot()).map((one) => one.sheet)).toEqual(['2024年报表 (2)']);
});

test('the name of a file is that of the report, without what file systems refuse', async () => {
  const report = soundReport(2025, '甲/乙:局');
  const host = testHost();
  await host.insert({ edition: edition2021, year: 2025, unit: report.unit.name, totals: 'typed', report });
  expect(fileStem(activeOf(host).report)).toBe('甲乙局2025年政府信息公开工作年度报告');
});
