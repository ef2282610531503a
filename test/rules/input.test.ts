import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { emptyReport } from '../../src/report/empty';
import { figuresOf, findFigure, type Entry, type Figure, type FigureId } from '../../src/report/figures';
import { entriesOfReport, inputOfReport, unreadFigures, type CheckInput } from '../../src/rules/input';
import { vectorOf } from '../../src/rules/sums/numeric';
import { figuresAt, previousValue, sumIn, valueIn } from '../../src/rules/sums/sums';

test('the figures of a report become entries one by one: numbers as they are, and null is blank, which is not 0', () => {
  for (const edition of editions) {
    const report = emptyReport(edition, 2025);
    const values = [null, 0, 7, 2.5, -3];
    figuresOf(edition).forEach(({ id }, at) => (report.figures[id] = values[at % values.length] ?? null));
    const entries = entriesOfReport(edition, report);
    expect(entries.size).toBe(figuresOf(edition).length);
    for (const { id } of figuresOf(edition)) {
      const value = report.figures[id] ?? null;
      expect(entries.get(id)).toEqual(value === null ? { kind: 'blank' } : { kind: 'number', value });
    }
    expect(entriesOfReport(edition, { figures: {} }).get('applications.total.total')).toEqual({ kind: 'blank' });
  }
});

test('a report as input says everything that the report says, and what is given beside it', () => {
  const report = emptyReport(edition2021, 2025, '青禾县某局');
  report.unit.kind = 'department';
  report.unit.level = 'county';
  report.narrative.other.push('无。');
  const previous = emptyReport(edition2021, 2024);
  const input = inputOfReport(edition2021, report, { previous, today: '2026-01-05' });
  expect(input).toMatchObject({
    edition: edition2021,
    year: 2025,
    unit: '青禾县某局',
    units: report.units,
    narrative: report.narrative,
    kind: 'department',
    level: 'county',
    explanations: report.explanations,
    previous,
    today: '2026-01-05',
  });
  expect(input.entries.get('review.reconsideration.total')).toEqual({ kind: 'blank' });
});

test('what was not read is known by its mark; what was printed for nothing was read', () => {
  const mark = (state: 'unread' | 'uncertain', source?: string) => ({
    state,
    ...(source === undefined ? {} : { source }),
  });
  const marks = {
    'review.reconsideration.total': mark('unread'),
    'review.reconsideration.upheld': mark('unread', ''),
    'review.reconsideration.corrected': mark('unread', '3O'),
    'review.reconsideration.pending': mark('unread', '/'),
    'review.reconsideration.otherResult': mark('uncertain', '3'),
  };
  expect([...unreadFigures({ marks } as Parameters<typeof unreadFigures>[0])]).toEqual([
    'review.reconsideration.total',
    'review.reconsideration.upheld',
    'review.reconsideration.corrected',
  ]);
});

const input = (entries: Readonly<Record<FigureId, Entry>>): CheckInput => ({
  edition: edition2021,
  year: 2025,
  unit: null,
  entries: new Map(Object.entries(entries)),
});

const figures = (...ids: readonly FigureId[]): Figure[] => ids.flatMap((id) => findFigure(edition2021, id) ?? []);

/** One cell of each kind. */
const given = input({
  'review.reconsideration.upheld': { kind: 'number', value: 4 },
  'review.reconsideration.corrected': { kind: 'text', text: '4件', number: 4 },
  'review.reconsideration.otherResult': { kind: 'error', text: '#REF!' },
  'review.reconsideration.pending': { kind: 'blank' },
});

test('only a number counts as one: not a blank, a text that says one, an error value or an absent cell', () => {
  const value = (column: string): number | null => valueIn(given, `review.reconsideration.${column}`);
  expect(['upheld', 'corrected', 'otherResult', 'pending', 'total'].map(value)).toEqual([4, null, null, null, null]);
});

test('in a vector a blank and a text are not there, and an error value is below every number', () => {
  const vector = vectorOf(edition2021, given.entries);
  const value = (column: string): number | undefined =>
    vector[findFigure(edition2021, `review.reconsideration.${column}`)?.index ?? -1];
  expect(['upheld', 'corrected', 'otherResult', 'pending', 'total'].map(value)).toEqual([
    4,
    Number.NaN,
    Number.NEGATIVE_INFINITY,
    Number.NaN,
    Number.NaN,
  ]);
  expect(vector).toHaveLength(figuresOf(edition2021).length);
});

test('a sum is told only where every figure of it is a number, and no figures have no sum', () => {
  const given = input({
    'review.reconsideration.upheld': { kind: 'number', value: 4 },
    'review.reconsideration.corrected': { kind: 'number', value: 0 },
    'review.reconsideration.pending': { kind: 'blank' },
  });
  const [upheld, corrected, pending] = ['upheld', 'corrected', 'pending'].map((at) => `review.reconsideration.${at}`);
  expect(sumIn(given, figures(upheld ?? '', corrected ?? ''))).toBe(4);
  expect(sumIn(given, figures(corrected ?? ''))).toBe(0);
  expect(sumIn(given, figures(upheld ?? '', pending ?? ''))).toBeNull();
  expect(sumIn(given, [])).toBeNull();
});

test('figures are found by table, row or group of rows, and column', () => {
  const ids = (...given: Parameters<typeof figuresAt> extends [unknown, ...infer Rest] ? Rest : never): string[] =>
    figuresAt(edition2021, ...given).map(({ id }) => id);
  expect(ids('applications', ['received', 'total'], ['person', 'total'])).toEqual([
    'applications.received.person',
    'applications.received.total',
    'applications.total.person',
    'applications.total.total',
  ]);
  const denied = ids('applications', ['denied'], ['total']);
  expect(denied.length).toBeGreaterThan(3);
  expect(denied.every((id) => id.startsWith('applications.denied.'))).toBe(true);
  // The name of a row is not the beginning of another's.
  expect(ids('applications', ['denie'], ['total'])).toEqual([]);
  expect(ids('review', ['received'], ['total'])).toEqual([]);
});

test('a figure that last year’s report does not have has no value', () => {
  const previous = emptyReport(edition2021, 2024);
  previous.figures['review.reconsideration.total'] = 0;
  expect(previousValue(previous, 'review.reconsideration.total')).toBe(0);
  expect(previousValue(previous, 'review.reconsideration.upheld')).toBeNull();
  expect(previousValue(previous, 'disclosure.regulations.made')).toBeNull();
});
