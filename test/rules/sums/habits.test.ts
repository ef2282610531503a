import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import type { Report } from '../../../src/report/report';
import { check } from '../../../src/rules/check';
import type { Finding } from '../../../src/rules/finding';
import { inputOfReport } from '../../../src/rules/input';
import { noEvidence } from '../../../src/rules/sums/evidence';
import { ledgerOf, moveLikelihood } from '../../../src/rules/sums/habits';
import { identitiesOf, totalsOf } from '../../../src/rules/sums/identities';
import { findingMessage } from '../../../src/rules/words/words';
import { cases } from '../text/effort';
import { filledReport } from '../../filled';

/** What repairs are proposed for is what offices do; these are reports of a small office, totals by formula or typed. */
type Cells = Readonly<Record<FigureId, number>>;

const totals = totalsOf(edition2021);
const totalIds = new Set(totals.map(({ total }) => total.id));

/** A report with these figures, the others 0; totals follow their parts unless they are given. */
function reportWith(cells: Cells, year = 2025, text: readonly string[] = []): Report {
  const report = filledReport(edition2021, { year, figures: cells });
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { total, identity } of totals) {
      if (total.id in cells) continue;
      report.figures[total.id] = identity.right.reduce((sum, { id }) => sum + (report.figures[id] ?? 0), 0);
    }
  }
  return { ...report, narrative: { overview: [...text], problems: [], other: [] } };
}

interface Beside {
  readonly previous?: Cells;
  readonly text?: readonly string[];
  readonly typed?: boolean;
}

/** The findings about broken sums of 申请. */
function broken(cells: Cells, { previous, text, typed = false }: Beside = {}): Finding[] {
  const input = inputOfReport(edition2021, reportWith(cells, 2025, text), {
    previous: previous === undefined ? null : reportWith(previous, 2024),
  });
  return check({ ...input, ...(typed ? {} : { formulas: totalIds }) }).filter(({ rule }) => rule.startsWith('T2'));
}

const person = (row: string): FigureId => `applications.${row}.person`;
const said = ({ repairs }: Finding): string[] =>
  repairs.map(({ changes }) =>
    changes.map(({ figure, from, to }) => `${figure.replace('applications.', '')} ${from}>${to}`).join(', '),
  );
const first = (cells: Cells, beside: Beside = {}): string | undefined => {
  const [found, ...others] = broken(cells, beside);
  expect(others).toEqual([]);
  return found === undefined ? undefined : said(found)[0];
};

/** Five received, one carried in, five granted, nothing carried out. */
const fiveAndOne: Cells = { [person('received')]: 5, [person('carriedIn')]: 1, [person('granted')]: 5 };

test('5 + 1 against 5 + 0: what is not answered yet comes first, at most three are proposed, the others are pointed at', () => {
  const [found, ...others] = broken(fiveAndOne);
  expect(others).toEqual([]);
  expect(said(found as Finding)[0]).toBe('carriedOut.person 0>1');
  expect(found?.repairs.length).toBeLessThanOrEqual(3);
  expect(said(found as Finding).some((text) => text.startsWith('denied'))).toBe(false);
  // Everything in the column that would mend it is either proposed or pointed at.
  const proposed = found?.repairs.flatMap(({ changes }) => changes.map(({ figure }) => figure)) ?? [];
  const column = figuresOf(edition2021).filter(
    ({ table, column: own, row }) => table === 'applications' && own === 'person' && row !== 'total',
  );
  expect(new Set([...proposed, ...(found?.elsewhere ?? [])])).toEqual(new Set(column.map(({ id }) => id)));
  expect(findingMessage(found as Finding, edition2021, 'zh')).toContain('也可能是本列的其他数字有误');
});

test('the same with typed totals: the totals are changed with it', () => {
  expect(first(fiveAndOne, { typed: true })).toBe('carriedOut.person 0>1, carriedOut.total 0>1');
});

test('a result of a kind that nobody counted this year or last is never proposed to be raised', () => {
  const rows = [
    ...new Set(
      identitiesOf(edition2021)
        .find(({ rule }) => rule === 'T2-SUM')
        ?.right.map(({ row }) => row),
    ),
  ];
  const small = fc.record({
    received: fc.integer({ min: 1, max: 60 }),
    carriedIn: fc.integer({ min: 0, max: 5 }),
    results: fc.uniqueArray(fc.constantFrom(...rows), { minLength: 1, maxLength: 4 }),
    counts: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 4, maxLength: 4 }),
    before: fc.uniqueArray(fc.constantFrom(...rows), { maxLength: 3 }),
    typed: fc.boolean(),
  });
  let proposals = 0;
  fc.assert(
    fc.property(small, ({ received, carriedIn, results, counts, before, typed }) => {
      const cells: Record<FigureId, number> = { [person('received')]: received, [person('carriedIn')]: carriedIn };
      results.forEach((row, at) => (cells[person(row)] = counts[at] ?? 1));
      const previous = Object.fromEntries(before.map((row) => [person(row), 2]));
      for (const { repairs } of broken(cells, { previous, typed })) {
        expect(repairs.length).toBeLessThanOrEqual(3);
        for (const { figure, from, to } of repairs.flatMap(({ changes }) => changes)) {
          proposals += 1;
          const row = rows.find((each) => person(each) === figure);
          if (row === undefined || from !== 0 || to === 0) continue;
          expect([...results, ...before], figure).toContain(row);
        }
      }
    }),
    { numRuns: cases(60) },
  );
  expect(proposals).toBeGreaterThan(20);
});

test('last year’s report tells what was carried in', () => {
  const cells = { [person('received')]: 20, [person('granted')]: 22 };
  expect(first(cells, { previous: { [person('carriedOut')]: 2 } })).toBe('carriedIn.person 0>2');
  expect(first(cells, { previous: { [person('carriedOut')]: 0, [person('granted')]: 9 } })).not.toBe(
    'carriedIn.person 0>2',
  );
  const carried = { [person('received')]: 20, [person('carriedIn')]: 3, [person('granted')]: 22 };
  // What agrees with last year is not the wrong one.
  expect(first(carried, { previous: { [person('carriedOut')]: 3 } })).not.toContain('carriedIn');
  expect(first(carried, { previous: { [person('carriedOut')]: 2 } })).toBe('carriedIn.person 3>2');
});

test('a report of another year than the last is no witness', () => {
  const cells = { [person('received')]: 20, [person('granted')]: 22 };
  const input = inputOfReport(edition2021, reportWith(cells), {
    previous: reportWith({ [person('carriedOut')]: 2 }, 2022),
  });
  const [found] = check({ ...input, formulas: totalIds }).filter(({ rule }) => rule === 'T2-ID');
  expect(said(found as Finding)[0]).not.toBe('carriedIn.person 0>2');
});

test('the text tells which side is wrong: what was received, what was answered, what is carried out', () => {
  const cells = { [person('received')]: 30, [person('granted')]: 20, [person('unavailable.notHeld')]: 8 };
  expect(first(cells, { text: ['本年新收政府信息公开申请28件。'] })).toBe('received.person 30>28');
  expect(first(cells, { text: ['全年办结政府信息公开申请28件，结转下年度继续办理2件。'] })).toBe(
    'carriedOut.person 0>2',
  );
  expect(first(cells, { text: ['本年新收政府信息公开申请30件，全年办结30件，其中予以公开22件。'] })).toBe(
    'granted.person 20>22',
  );
});

test('a result that only the text counts is proposed, though nobody counted it in the table', () => {
  const cells = { [person('received')]: 30, [person('granted')]: 27 };
  const text = ['本年新收政府信息公开申请30件。全年办结30件，其中予以公开27件，部分公开3件。'];
  expect(first(cells, { text })).toBe('partlyGranted.person 0>3');
  expect(said(broken(cells)[0] as Finding).some((each) => each.startsWith('partlyGranted'))).toBe(false);
});

test('two numbers that stand in each other’s row are put back in one change', () => {
  const cells = { [person('received')]: 22, [person('carriedIn')]: 26, [person('granted')]: 4 };
  const previous = { [person('carriedOut')]: 4, [person('granted')]: 20 };
  const [found] = broken(cells, { previous });
  expect(said(found as Finding)).toContain('carriedIn.person 26>4, granted.person 4>26');
});

test('what was carried in and is counted as received too is taken out of it', () => {
  const cells = {
    [person('received')]: 17,
    [person('carriedIn')]: 4,
    [person('granted')]: 15,
    [person('carriedOut')]: 2,
  };
  const beside = { previous: { [person('carriedOut')]: 4 } };
  expect(first(cells, beside)).toBe('received.person 17>13');
  // Where nothing is put down as left over, that may be what was forgotten; the other stands beside it.
  const [found] = broken({ ...cells, [person('granted')]: 17, [person('carriedOut')]: 0 }, beside);
  expect(said(found as Finding)).toContain('received.person 17>13');
});

test('a number under the wrong kind of applicant is moved as one change', () => {
  const cells: Cells = {
    [person('received')]: 30,
    'applications.received.enterprise': 7,
    [person('granted')]: 37,
    'applications.partlyGranted.enterprise': 0,
  };
  const [found, ...others] = broken(cells);
  expect(others).toEqual([]);
  expect(said(found as Finding)[0]?.split(', ')).toHaveLength(2);
  expect(found?.repairs.length).toBeLessThanOrEqual(3);
});

test('a telephone number in a cell is told as fast as any other slip', () => {
  const cells = { [person('received')]: 5, [person('granted')]: 13_800_138_000 };
  expect(first(cells)).toBe('granted.person 13800138000>5');
});

test('a number was moved only if one cell lacks what the other has too much; in a column it moves whole', () => {
  const parts = figuresOf(edition2021).filter(({ id, table }) => table === 'applications' && !totalIds.has(id));
  const vector = new Float64Array(figuresOf(edition2021).length).fill(6);
  const ledger = ledgerOf(vector, { figures: parts, parts, totals: [] }, noEvidence);
  const at = (id: FigureId, typed: number, meant: number) => {
    const figure = parts.find((each) => each.id === `applications.${id}`);
    if (figure === undefined) throw new Error(id);
    return { figure, typed, meant, beside: [] };
  };
  const likelihood = (from: ReturnType<typeof at>, to: ReturnType<typeof at>) => moveLikelihood(from, to, ledger);
  const oneOfSix = likelihood(at('granted.person', 5, 6), at('granted.enterprise', 7, 6));
  expect(oneOfSix).toBeGreaterThan(0);
  // Two too many are no sign of one that is missing.
  expect(likelihood(at('granted.person', 5, 6), at('granted.enterprise', 8, 6))).toBe(0);
  // Two numbers that changed places are likelier than as many cases that were put down one by one.
  const swapped = likelihood(at('granted.person', 6, 9), at('granted.enterprise', 9, 6));
  expect(swapped).toBeGreaterThan(likelihood(at('granted.person', 7, 10), at('granted.enterprise', 9, 6)));
  expect(likelihood(at('granted.person', 6, 9), at('partlyGranted.person', 9, 6))).toBeGreaterThan(0);
  expect(likelihood(at('granted.person', 7, 10), at('partlyGranted.person', 9, 6))).toBe(0);
  expect(likelihood(at('granted.person', 6, 9), at('partlyGranted.enterprise', 9, 6))).toBe(0);
});

test('a result that no case has counts among those that occur only where the text says more than stands there', () => {
  const parts = figuresOf(edition2021).filter(({ id, table }) => table === 'applications' && !totalIds.has(id));
  const find = (row: string) => parts.find(({ id }) => id === person(row));
  const [granted, notHeld] = [find('granted'), find('unavailable.notHeld')];
  if (granted === undefined || notHeld === undefined) throw new Error('no such figure');
  fc.assert(
    fc.property(fc.nat({ max: 9 }), fc.nat({ max: 20 }), fc.boolean(), (count, number, blank) => {
      const vector = new Float64Array(figuresOf(edition2021).length);
      vector[granted.index] = count;
      if (blank) vector[notHeld.index] = Number.NaN;
      const told = { previous: null, said: [{ number, sums: [[granted.index, notHeld.index]] }] };
      expect(ledgerOf(vector, { figures: parts, parts, totals: [] }, told).used(notHeld)).toBe(number > count);
    }),
  );
});

test('a text too long for a report is not asked, and the check says the same otherwise', () => {
  const sentence = '本年新收政府信息公开申请4件。';
  const long = [sentence + '我局认真学习。'.repeat(4000)];
  expect(first(fiveAndOne, { text: long })).toBe(first(fiveAndOne));
});
