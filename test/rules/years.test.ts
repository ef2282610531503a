import { expect, test } from 'vitest';
import { edition2019 } from '../../src/report/editions/2019';
import { edition2021 } from '../../src/report/editions/2021';
import { emptyReport } from '../../src/report/empty';
import type { Edition } from '../../src/report/edition';
import { figuresOf, type FigureId } from '../../src/report/figures';
import type { Report } from '../../src/report/report';
import type { Finding } from '../../src/rules/finding';
import { lineOf } from './sampleFinding';
import { inputOfReport, type CheckInput } from '../../src/rules/input';
import { checkYears } from '../../src/rules/years';

type Figures = Readonly<Record<FigureId, number | null>>;

/** A report with these figures; the others are 0 unless another filling is given. */
const report = (
  figures: Figures = {},
  { edition = edition2021, year = 2025, others = 0 }: { edition?: Edition; year?: number; others?: number | null } = {},
): Report => {
  const made = emptyReport(edition, year, '青禾县某局');
  for (const { id } of figuresOf(edition)) made.figures[id] = id in figures ? (figures[id] ?? null) : others;
  return made;
};

const input = (own: Report, previous: Report | null): CheckInput =>
  inputOfReport(own.edition === '2019' ? edition2019 : edition2021, own, { previous });

const found = (now: Figures, then: Figures): Finding[] => checkYears(input(report(now), report(then, { year: 2024 })));

const rulesOf = (findings: readonly Finding[]): string[] => findings.map(({ rule }) => rule);

const carried = (row: 'carriedIn' | 'carriedOut', numbers: Readonly<Record<string, number | null>>): Figures =>
  Object.fromEntries(Object.entries(numbers).map(([column, value]) => [`applications.${row}.${column}`, value]));

test('what was carried in is held against what was carried out a year before, in the same column', () => {
  const [finding, ...others] = found(carried('carriedIn', { research: 3 }), carried('carriedOut', { research: 5 }));
  expect(others).toEqual([]);
  expect(finding).toEqual({
    rule: 'Y-CARRY',
    level: 'explain',
    table: 'applications',
    figures: ['applications.carriedIn.research'],
    cell: null,
    sides: {
      left: [{ figure: 'applications.carriedIn.research', year: 2025, value: 3 }],
      right: [{ figure: 'applications.carriedOut.research', year: 2024, value: 5 }],
    },
    left: 3,
    right: 5,
    difference: 2,
    place: null,
    details: { line: 'research' },
    repairs: [],
    elsewhere: [],
    folded: [],
  });
});

test('nothing is held against a number that one of the years does not have', () => {
  expect(found(carried('carriedIn', { person: null }), carried('carriedOut', { person: 5 }))).toEqual([]);
  expect(found(carried('carriedIn', { person: 5 }), carried('carriedOut', { person: null }))).toEqual([]);
});

test('the total of what was carried is told with the first column that it follows from, and alone where it does not', () => {
  const follows = found(
    carried('carriedIn', { person: 3, enterprise: 4, total: 7 }),
    carried('carriedOut', { person: 5, enterprise: 3, total: 8 }),
  );
  expect(follows.map((item) => [lineOf(item), item.folded.map(lineOf)])).toEqual([
    ['person', ['total']],
    ['enterprise', []],
  ]);
  const apart = found(
    carried('carriedIn', { person: 3, enterprise: 4, total: 9 }),
    carried('carriedOut', { person: 5, enterprise: 3, total: 8 }),
  );
  expect(apart.map((item) => [lineOf(item), item.folded.length])).toEqual([
    ['person', 0],
    ['enterprise', 0],
    ['total', 0],
  ]);
  const shifted = found(
    carried('carriedIn', { person: 3, enterprise: 4, total: 17 }),
    carried('carriedOut', { person: 5, enterprise: 3, total: 18 }),
  );
  expect(shifted.map(({ folded }) => folded.length)).toEqual([1, 0]);
  // A total for which no column speaks stands for itself, and so does a column whose total is right.
  const alone = found(carried('carriedIn', { total: 1 }), {});
  expect(alone.map((item) => [lineOf(item), item.folded.length])).toEqual([['total', 0]]);
  const onlyColumn = found(carried('carriedIn', { person: 1 }), {});
  expect(onlyColumn.map((item) => [lineOf(item), item.folded.length])).toEqual([['person', 0]]);
});

test('where bodies were taken over it is said whose last year’s reports are meant', () => {
  const given = input(report(carried('carriedIn', { research: 3 })), report({}, { year: 2024 }));
  const details = (bodies?: readonly string[]) =>
    checkYears({ ...given, ...(bodies === undefined ? {} : { predecessors: bodies }) }).map((item) => item.details);
  expect(details(['青禾县文化局', '青禾县旅游局'])).toEqual([
    { line: 'research', bodies: ['青禾县文化局', '青禾县旅游局'] },
  ]);
  expect([details([]), details()]).toEqual([[{ line: 'research' }], [{ line: 'research' }]]);
});

test.each(['regulations', 'normativeDocuments'])(
  '%s in force are those of last year with what was issued and without what was repealed; any missing number silences it',
  (row) => {
    const id = (column: string): FigureId => `disclosure.${row}.${column}`;
    const now = { [id('issued')]: 3, [id('repealed')]: 1, [id('inForce')]: 12 };
    const then = { [id('inForce')]: 10 };
    expect(found(now, then)).toEqual([]);
    const [finding, ...others] = found({ ...now, [id('inForce')]: 13 }, then);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      rule: 'Y-VALID',
      table: 'disclosure',
      figures: [id('inForce'), id('repealed'), id('issued')],
      sides: {
        left: [
          { figure: id('inForce'), year: 2025, value: 13 },
          { figure: id('repealed'), year: 2025, value: 1 },
        ],
        right: [
          { figure: id('inForce'), year: 2024, value: 10 },
          { figure: id('issued'), year: 2025, value: 3 },
        ],
      },
      left: 14,
      right: 13,
      difference: 1,
      details: { line: row },
    });
    for (const column of ['issued', 'repealed', 'inForce']) {
      expect(found({ ...now, [id('inForce')]: 19, [id(column)]: null }, then)).toEqual([]);
    }
    expect(found({ ...now, [id('inForce')]: 19 }, { [id('inForce')]: null })).toEqual([]);
  },
);

test('a count is asked about when it grew or shrank more than tenfold, from a hundred on', () => {
  const id = 'disclosure.licensing.decisions';
  const jumps = (now: number | null, then: number | null): boolean =>
    rulesOf(found({ [id]: now }, { [id]: then })).includes('Y-JUMP');
  expect([jumps(100, 9), jumps(100, 10), jumps(101, 10), jumps(99, 1), jumps(100, 0)]).toEqual([
    true,
    false,
    true,
    false,
    true,
  ]);
  expect([jumps(9, 100), jumps(10, 100), jumps(10, 101), jumps(0, 100)]).toEqual([true, false, true, true]);
  expect([jumps(-1, 500), jumps(500, -1), jumps(null, 500), jumps(500, null)]).toEqual([false, false, false, false]);
  expect(found({ [id]: 9000 }, { [id]: 100 })[0]).toMatchObject({
    rule: 'Y-JUMP',
    table: 'disclosure',
    figures: [id],
    sides: { left: [{ figure: id, year: 2025, value: 9000 }], right: [{ figure: id, year: 2024, value: 100 }] },
    left: 9000,
    right: 100,
    difference: 8900,
  });
});

test('of the tables with totals only the totals are asked about', () => {
  const jumping = (id: FigureId): string[] => rulesOf(found({ [id]: 4000 }, { [id]: 4 }));
  expect(jumping('applications.granted.person')).toEqual([]);
  expect(jumping('applications.granted.total')).toEqual(['Y-JUMP']);
  expect(jumping('review.reconsideration.upheld')).toEqual([]);
  expect(jumping('review.reconsideration.total')).toEqual(['Y-JUMP']);
});

test('changes of a signed figure are no jump', () => {
  const id = 'disclosure.licensing.change';
  const reports = [
    report({ [id]: 4000 }, { edition: edition2019, year: 2020 }),
    report({ [id]: 4 }, { edition: edition2019, year: 2019 }),
  ] as const;
  expect(checkYears(input(reports[0], reports[1]))).toEqual([]);
});

test('an amount that is 2,000 to 50,000 times the other is taken for another unit, in either direction', () => {
  const id = 'disclosure.fees.amount';
  const slips = (now: number, then: number): string[] => rulesOf(found({ [id]: now }, { [id]: then }));
  expect(slips(20_000, 10)).toEqual(['UNIT-SCALE']);
  expect(slips(10, 20_000)).toEqual(['UNIT-SCALE']);
  expect(slips(500_000, 10)).toEqual(['UNIT-SCALE']);
  expect(slips(19_999, 10)).toEqual([]);
  expect(slips(500_001, 10)).toEqual([]);
  // Nothing is no unit of anything.
  expect([slips(20_000, 0), slips(0, 20_000), slips(0, 0)]).toEqual([[], [], []]);
  expect(slips(0.001, 10)).toEqual(['UNIT-SCALE']);
});

test('the same figures as last year are one question, from eight figures on and where none differs', () => {
  const ids = figuresOf(edition2021)
    .filter(({ table }) => table === 'disclosure')
    .map(({ id }) => id)
    .slice(0, 8);
  const filled = (count: number): Figures => Object.fromEntries(ids.slice(0, count).map((id) => [id, 7]));
  const same = (now: Figures, then: Figures): Finding[] => found(now, then).filter(({ rule }) => rule === 'Y-SAME');
  expect(same(filled(8), filled(8)).map(({ details, figures }) => [details, figures])).toEqual([
    [{ year: 2024, count: 8 }, []],
  ]);
  expect(same(filled(7), filled(7))).toEqual([]);
  expect(same({ ...filled(8), [ids[0] ?? '']: 6 }, filled(8))).toEqual([]);
  expect(same({ ...filled(8), 'review.reconsideration.upheld': 1 }, filled(8))).toEqual([]);
  // A blank is not the number 0.
  expect(same({ ...filled(8), 'review.reconsideration.upheld': null }, filled(8))).toEqual([]);
});

test('figures of different editions are never called the same', () => {
  const id = (at: number): FigureId => figuresOf(edition2021)[at]?.id ?? '';
  const filled = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [id(at + 20), 7]));
  const now = report(filled, { year: 2021, others: null });
  const then = report(filled, { year: 2020, others: null });
  expect(rulesOf(checkYears(input(now, then)))).toContain('Y-SAME');
  expect(rulesOf(checkYears(input(now, { ...then, edition: '2019' })))).not.toContain('Y-SAME');
});

test('text is repeated when nine tenths of two hundred characters are, numbers and punctuation aside', () => {
  const paragraph = (mark: string, length: number): string => mark.repeat(length);
  const texts = (now: readonly string[], then: readonly string[]): Finding[] => {
    const own = report();
    const previous = report({}, { year: 2024 });
    own.narrative.overview.push(...now);
    previous.narrative.problems.push(...then);
    return checkYears(input(own, previous)).filter(({ rule }) => rule === 'Y-TEXT');
  };
  const [same, other] = [paragraph('旧', 180), paragraph('新', 20)];
  expect(texts([same, other], [same]).map(({ details, figures }) => [details, figures])).toEqual([
    [{ year: 2024, share: 90 }, []],
  ]);
  expect(texts([same.slice(1), other], [same.slice(1)])).toEqual([]);
  expect(texts([same.slice(1), `${other}新`], [same.slice(1)])).toEqual([]);
  expect(texts([same, other], [])).toEqual([]);
  const written = `共12件，${paragraph('旧', 198)}（增长3.5％）。`;
  const rewritten = `共 345 件、${paragraph('旧', 198)} (增长１０%)；`;
  expect(texts([written], [rewritten])).toHaveLength(1);
  expect(texts([`${written}新`], [rewritten])).toEqual([]);
});

test('without text of this year nothing is said about it', () => {
  const previous = report({}, { year: 2024 });
  previous.narrative.overview.push('旧'.repeat(300));
  const entries = input(report(), previous);
  expect(checkYears({ ...entries, narrative: previous.narrative }).map(({ rule }) => rule)).toEqual(['Y-TEXT']);
  const { narrative: _, ...silent } = entries;
  expect(checkYears(silent)).toEqual([]);
});

test('only the report of the year before counts; a year that is not told is taken to be that', () => {
  const years = (now: number | null, then: number | null): (number | null | undefined)[] => {
    const own = { ...report(carried('carriedIn', { person: 1 })), year: now };
    const previous = { ...report(), year: then };
    return checkYears(input(own, previous)).map(({ sides }) => sides?.right[0]?.year);
  };
  expect(years(2025, 2024)).toEqual([2024]);
  expect(years(2025, 2023)).toEqual([]);
  expect(years(2025, 2025)).toEqual([]);
  expect(years(2025, null)).toEqual([2024]);
  expect(years(null, 2024)).toEqual([2024]);
  expect(years(null, null)).toEqual([null]);
});

test('what has no year is still compared, and its year is left out of the words', () => {
  const ids = figuresOf(edition2021).filter(({ table }) => table === 'disclosure');
  const filled = Object.fromEntries(ids.map(({ id }) => [id, 7]));
  const own = { ...report(filled), year: null };
  own.narrative.overview.push('旧'.repeat(300));
  expect(checkYears(input(own, own)).map(({ rule, details }) => [rule, details])).toEqual([
    ['Y-SAME', { year: null, count: ids.length }],
    ['Y-TEXT', { year: null, share: 100 }],
  ]);
});

test('there is nothing to say without last year’s report, or with one of an unknown edition', () => {
  const own = report(carried('carriedIn', { person: 1 }));
  expect(checkYears(input(own, null))).toEqual([]);
  const { previous: _, ...without } = input(own, null);
  expect(checkYears(without)).toEqual([]);
  const strange = { ...report(), year: 2024, edition: '1999' } as unknown as Report;
  expect(checkYears(input(own, strange))).toEqual([]);
});
