import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import type { Report } from '../../../src/report/report';
import { check } from '../../../src/rules/check';
import { unfolded } from '../../../src/rules/findings';
import { totalsOf } from '../../../src/rules/sums/identities';
import { inputOfReport } from '../../../src/rules/input';
import { compile, numericCheck, state } from '../../../src/rules/sums/numeric';
import { repairsOf } from '../../../src/rules/sums/repair';
import { slipLikelihood } from '../../../src/rules/sums/slips';
import { findingMessage } from '../../../src/rules/words/words';
import { cases } from '../text/effort';
import { generator, randomEntries, seeds, validReport } from '../sample';

const withFigures = (report: Report, changes: Readonly<Record<FigureId, number>>): Report => ({
  ...report,
  figures: { ...report.figures, ...changes },
});

const faults = (report: Report) =>
  check(inputOfReport(edition2021, report)).filter(({ level, sides }) => level === 'fault' && sides !== null);

test('one slip in the 申请 table reads as one finding that names the cell and the number that was meant', () => {
  const cells = figuresOf(edition2021).filter(({ table }) => table === 'applications');
  fc.assert(
    fc.property(seeds, fc.constantFrom(...cells), fc.integer({ min: 1, max: 500 }), (seed, figure, by) => {
      const report = validReport(edition2021, generator(seed));
      const meant = report.figures[figure.id] ?? 0;
      const found = faults(withFigures(report, { [figure.id]: meant + by }));
      expect(found).toHaveLength(1);
      expect(found[0]?.figures[0]).toBe(figure.id);
      expect(found[0]?.repairs).toEqual([{ changes: [{ figure: figure.id, from: meant + by, to: meant }] }]);
      expect(new Set(unfolded(found).map(({ rule }) => rule)).size).toBe(unfolded(found).length);
    }),
    { numRuns: cases(60) },
  );
});

test('two slips that touch nothing in common read as two findings, each with its own cell', () => {
  const report = validReport(edition2021, generator(5));
  const [one, other] = ['applications.granted.person', 'applications.denied.thirdParty.research'];
  const typed = {
    [one ?? '']: (report.figures[one ?? ''] ?? 0) + 3,
    [other ?? '']: (report.figures[other ?? ''] ?? 0) + 8,
  };
  const found = faults(withFigures(report, typed));
  expect(found.map(({ repairs }) => repairs.map(({ changes }) => changes.map(({ figure }) => figure)))).toEqual([
    [[one]],
    [[other]],
  ]);
});

test('two numbers that were exchanged in a row are put back', () => {
  const report = validReport(edition2021, () => 1);
  const zeros = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0]));
  const right = {
    ...zeros,
    'applications.received.person': 31,
    'applications.received.enterprise': 7,
    'applications.received.total': 38,
    'applications.granted.person': 31,
    'applications.granted.enterprise': 7,
    'applications.granted.total': 38,
    'applications.total.person': 31,
    'applications.total.enterprise': 7,
    'applications.total.total': 38,
  };
  expect(faults(withFigures(report, right))).toEqual([]);
  const found = faults(
    withFigures(report, { ...right, 'applications.received.person': 7, 'applications.received.enterprise': 31 }),
  );
  expect(found).toHaveLength(1);
  expect(found[0]?.repairs[0]?.changes).toEqual([
    { figure: 'applications.received.person', from: 7, to: 31 },
    { figure: 'applications.received.enterprise', from: 31, to: 7 },
  ]);
});

test('a row typed one column too far to the right is put back', () => {
  const report = validReport(edition2021, () => 1);
  const zeros = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0]));
  const columns = ['person', 'enterprise', 'research', 'socialOrganization', 'total'];
  const numbers = [30, 7, 4, 0, 41];
  const row = (name: string, values: readonly number[]) =>
    Object.fromEntries(columns.map((column, at) => [`applications.${name}.${column}`, values[at] ?? 0]));
  const right = { ...zeros, ...row('received', numbers), ...row('granted', numbers), ...row('total', numbers) };
  expect(faults(withFigures(report, right))).toEqual([]);
  const found = faults(withFigures(report, { ...right, ...row('granted', [0, 30, 7, 4, 41]) }));
  expect(found[0]?.repairs[0]?.changes.map(({ figure, to }) => [figure, to])).toEqual([
    ['applications.granted.person', 30],
    ['applications.granted.enterprise', 7],
    ['applications.granted.research', 4],
    ['applications.granted.socialOrganization', 0],
  ]);
});

test('a sum that nothing small would mend is told as it is typed: broken, and by no formula', () => {
  const report = validReport(edition2021, () => 1);
  const zeros = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0]));
  // Three that were counted in two rows and two columns, and are in no total.
  const typed = {
    'applications.granted.person': 1,
    'applications.granted.enterprise': 2,
    'applications.partlyGranted.person': 3,
  };
  const found = faults(withFigures(report, { ...zeros, ...typed }));
  const said = { repairs: [], folded: [] };
  expect(found).toMatchObject([
    { rule: 'T2-SUM', ...said, details: { line: 'person', state: 'broken', byFormula: false } },
    { rule: 'T2-SUM', ...said, details: { line: 'enterprise', state: 'broken', byFormula: false } },
    { rule: 'T2-ROW', ...said, details: { line: 'granted', state: 'broken', byFormula: false } },
    { rule: 'T2-ROW', ...said, details: { line: 'partlyGranted', state: 'broken', byFormula: false } },
  ]);
});

test('a sum with a number below 0 in it keeps nobody from mending the others', () => {
  const report = validReport(edition2021, () => 1);
  const zeros = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0]));
  const typed = {
    'applications.notProcessed.petition.research': -3,
    'applications.partlyGranted.enterprise': 1,
    'applications.other.notCorrected.research': 3,
  };
  const found = faults(withFigures(report, { ...zeros, ...typed })).filter(({ rule }) => rule !== 'T1-SIGN');
  expect(found.map(({ repairs }) => repairs[0]?.changes)).toEqual([
    [{ figure: 'applications.partlyGranted.enterprise', from: 1, to: 0 }],
    [{ figure: 'applications.other.notCorrected.research', from: 3, to: 0 }],
  ]);
});

test('in the 复议诉讼 table the likeliest come first, at most three, and the other cells that would do are named as such', () => {
  const report = validReport(edition2021, () => 1);
  const zeros = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0]));
  const values = { upheld: 6, corrected: 3, otherResult: 4, pending: 0, total: 31 };
  const typed = Object.fromEntries(
    Object.entries(values).map(([column, value]) => [`review.reconsideration.${column}`, value]),
  );
  const [found] = faults(withFigures(report, { ...zeros, ...typed }));
  expect(found?.repairs.length).toBeLessThanOrEqual(3);
  expect(found?.repairs[0]?.changes[0]).toEqual({ figure: 'review.reconsideration.total', from: 31, to: 13 });
  const proposed = found?.repairs.flatMap(({ changes }) => changes.map(({ figure }) => figure)) ?? [];
  expect([...proposed, ...(found?.elsewhere ?? [])].sort()).toEqual(Object.keys(typed).sort());
  expect(found === undefined ? '' : findingMessage(found, edition2021, 'zh')).toContain('也可能是本行的其他数字有误');
  expect(found === undefined ? '' : findingMessage(found, edition2021, 'en')).toContain('another figure of this row');
});

test.each([
  [[6, 3, 4, 0, 12], ['upheld 6>5', 'corrected 3>2', 'otherResult 4>3'], ['total']],
  // What is far less likely than the first is not proposed beside it.
  [[5000, 12, 0, 0, 512], ['upheld 5000>500'], ['total']],
  [[120, 0, 0, 0, 1200], ['total 1200>120'], ['otherResult', 'pending', 'upheld', 'corrected']],
])('%j: what is proposed, and the others of which one may be wrong', (values, proposed, others) => {
  const report = validReport(edition2021, () => 1);
  const zeros = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0]));
  const columns = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];
  const cells = Object.fromEntries(columns.map((column, at) => [`review.reconsideration.${column}`, values[at] ?? 0]));
  const [found] = faults(withFigures(report, { ...zeros, ...cells }));
  const column = (id: FigureId): string => id.replace('review.reconsideration.', '');
  expect(
    found?.repairs.flatMap(({ changes }) => changes.map(({ figure, from, to }) => `${column(figure)} ${from}>${to}`)),
  ).toEqual(proposed);
  expect(found?.elsewhere.map(column)).toEqual(others);
});

test('no repair breaks another rule, adds a negative number or a fraction, or changes a total by formula', () => {
  for (const edition of editions) {
    const rules = compile(edition);
    const totals = totalsOf(edition).map(({ total }) => total.id);
    fc.assert(
      fc.property(seeds, fc.boolean(), (seed, byFormula) => {
        const entries = randomEntries(edition, seed);
        const vector = Float64Array.from(figuresOf(edition), ({ id }) => {
          const entry = entries.get(id);
          return entry?.kind === 'number' && Number.isInteger(entry.value) ? entry.value : Number.NaN;
        });
        const formulas = new Set(byFormula ? totals : []);
        const settle = (figures: Float64Array): void => {
          for (let pass = 0; byFormula && pass < 2; pass += 1) {
            for (const { total, identity } of totalsOf(edition)) {
              figures[total.index] = identity.right.reduce((sum, part) => sum + (figures[part.index] ?? 0), 0);
            }
          }
        };
        settle(vector);
        const states = new Uint8Array(rules.identities.length);
        numericCheck(rules, vector, states);
        for (const { table, repairs } of repairsOf(edition, vector, states, formulas)) {
          for (const { changes } of repairs) {
            const mended = Float64Array.from(vector);
            for (const { figure, from, to } of changes) {
              const index = figuresOf(edition).findIndex(({ id }) => id === figure);
              expect(vector[index]).toBe(from);
              expect(Number.isInteger(to) && to >= 0 && to !== from && !formulas.has(figure)).toBe(true);
              mended[index] = to;
            }
            settle(mended);
            const after = new Uint8Array(rules.identities.length);
            numericCheck(rules, mended, after);
            rules.identities.forEach(({ family, key }, at) => {
              if (family.table === table) expect(after[at] === state.broken, key).toBe(false);
              else expect(after[at], key).toBe(states[at]);
            });
          }
        }
      }),
      { numRuns: cases(40) },
    );
  }
});

test('with totals by formula every cell of the column that would do is proposed or pointed at, and it is said why', () => {
  const report = validReport(edition2021, () => 1);
  const zeros = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0]));
  const typed = {
    'applications.received.person': 10,
    'applications.received.total': 10,
    'applications.granted.person': 9,
  };
  const totals = { 'applications.granted.total': 9, 'applications.total.person': 9, 'applications.total.total': 9 };
  const input = {
    ...inputOfReport(edition2021, withFigures(report, { ...zeros, ...typed, ...totals })),
    formulas: new Set(totalsOf(edition2021).map(({ total }) => total.id)),
  };
  const found = check(input).filter(({ level }) => level === 'fault');
  expect(found).toHaveLength(1);
  const proposed = found[0]?.repairs.map(({ changes }) => changes.map(({ figure }) => figure).join()) ?? [];
  const candidates = [...proposed, ...(found[0]?.elsewhere ?? [])];
  expect(candidates).toContain('applications.granted.person');
  expect(candidates).toContain('applications.received.person');
  expect(candidates.every((id) => id.endsWith('.person'))).toBe(true);
  expect(found[0] === undefined ? '' : findingMessage(found[0], edition2021, 'zh')).toContain('总计由公式计算');
});

test('a slip of one digit is likelier than a number from nowhere, and a large number is not made of a small one', () => {
  const slip = (meant: number, typed: number): number => slipLikelihood(meant, typed, [], 20);
  for (const [meant, typed] of [
    [21, 12],
    [21, 31],
    [211, 21],
    [21, 211],
    [21, 20],
    [21, 2211],
  ] as const) {
    if (typed === 2211) expect(slip(meant, typed)).toBeLessThan(slip(21, 20));
    else expect(slip(meant, typed)).toBeGreaterThan(10 * slip(meant, 457));
  }
});
