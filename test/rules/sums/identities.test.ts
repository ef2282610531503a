import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editions } from '../../../src/report/editions';
import { edition2019 } from '../../../src/report/editions/2019';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type Entry } from '../../../src/report/figures';
import { check } from '../../../src/rules/check';
import type { Finding } from '../../../src/rules/finding';
import { unfolded } from '../../../src/rules/findings';
import { lineOf } from '../sampleFinding';
import { families, identitiesOf, totalsOf } from '../../../src/rules/sums/identities';
import { inputOfReport } from '../../../src/rules/input';
import { compile, numericCheck, state, vectorOf, type CompiledRules } from '../../../src/rules/sums/numeric';
import { findingMessage } from '../../../src/rules/words/words';
import { cases } from '../text/effort';
import { generator, randomEntries, seeds, validReport } from '../sample';

/** Figures of which no identity speaks: the format gives no sum for them. */
const free: Readonly<Record<string, readonly string[]>> = {
  '2019': [
    ...['disclosure.regulations.made', 'disclosure.regulations.published', 'disclosure.regulations.publicTotal'],
    ...['disclosure.normativeDocuments.made', 'disclosure.normativeDocuments.published'],
    ...['disclosure.normativeDocuments.publicTotal', 'disclosure.licensing.itemsLastYear'],
    ...['disclosure.licensing.change', 'disclosure.licensing.decisions', 'disclosure.otherServices.itemsLastYear'],
    ...['disclosure.otherServices.change', 'disclosure.otherServices.decisions'],
    ...['disclosure.penalties.itemsLastYear', 'disclosure.penalties.change', 'disclosure.penalties.decisions'],
    ...['disclosure.coercion.itemsLastYear', 'disclosure.coercion.change', 'disclosure.coercion.decisions'],
    ...['disclosure.fees.itemsLastYear', 'disclosure.fees.change', 'disclosure.procurement.projects'],
    'disclosure.procurement.amount',
  ],
  '2021': [
    ...['disclosure.regulations.issued', 'disclosure.regulations.repealed', 'disclosure.regulations.inForce'],
    ...['disclosure.normativeDocuments.issued', 'disclosure.normativeDocuments.repealed'],
    ...['disclosure.normativeDocuments.inForce', 'disclosure.licensing.decisions'],
    ...['disclosure.penalties.decisions', 'disclosure.coercion.decisions', 'disclosure.fees.amount'],
  ],
};

test('every figure of an edition lies in an identity or on the free list, never in both', () => {
  for (const edition of editions) {
    const spoken = new Set(identitiesOf(edition).flatMap(({ left, right }) => [...left, ...right].map(({ id }) => id)));
    const rest = figuresOf(edition).filter(({ id }) => !spoken.has(id));
    expect(rest.map(({ id }) => id)).toEqual(free[edition.id]);
  }
});

test('the identities are those of the printed format: 7 + 7 columns, one a row, one a kind of case', () => {
  const counts = (edition: (typeof editions)[number]): Record<string, number[]> => {
    const found: Record<string, number[]> = {};
    for (const { rule, right } of identitiesOf(edition)) found[rule] = [...(found[rule] ?? []), right.length];
    return found;
  };
  const times = (count: number, parts: number): number[] => Array.from({ length: count }, () => parts);
  expect(counts(edition2019)).toEqual({
    'T2-ID': times(7, 2),
    'T2-SUM': times(7, 19),
    'T2-ROW': times(23, 6),
    'T3-SUM': times(3, 4),
  });
  expect(counts(edition2021)).toEqual({
    'T2-ID': times(7, 2),
    'T2-SUM': times(7, 21),
    'T2-ROW': times(25, 6),
    'T3-SUM': times(3, 4),
  });
});

test('an identity lies in one column or one row of one table, and sends a person to a figure of its own', () => {
  for (const edition of editions) {
    const keys = new Set<string>();
    for (const { key, rule, line, family, left, right, primary } of identitiesOf(edition)) {
      expect(key).toBe(`${rule}/${line}`);
      keys.add(key);
      for (const figure of [...left, ...right]) {
        expect(figure.table).toBe(family.table);
        expect(figure[family.along]).toBe(line);
      }
      expect([...left, ...right]).toContain(primary);
      expect(primary[family.along === 'column' ? 'row' : 'column']).toBe('total');
    }
    expect(keys.size).toBe(identitiesOf(edition).length);
    expect(identitiesOf(edition)).toBe(identitiesOf(edition));
  }
});

test('of a total and its parts the total is coloured; of two sides that balance, both', () => {
  expect(families.map(({ rule, painted }) => [rule, painted])).toEqual(
    families.map(({ rule, total, left, right }) => [rule, total ? left : [...left, ...right]]),
  );
  expect(families.filter(({ total }) => !total).map(({ rule }) => rule)).toEqual(['T2-ID']);
});

test('an edition without the row in which a rule stands is refused, with the rule and the row in the message', () => {
  const tables = edition2021.tables.map((table) =>
    table.form === 'matrix' ? { ...table, rows: table.rows.filter(({ label }) => !label.includes('三')) } : table,
  );
  expect(() => identitiesOf({ ...edition2021, id: 'torn', tables })).toThrow(/T2-ID: edition torn has no total in/);
  const leftless = edition2021.tables.map((table) =>
    table.form === 'matrix' ? { ...table, rows: table.rows.filter(({ label }) => label.includes('三')) } : table,
  );
  const made = { ...edition2021, id: 'leftless', tables: leftless };
  expect(() => identitiesOf(made)).toThrow('T2-ID: edition leftless has no left side in person');
});

test('the totals of an edition are those that the layout sums up, each with its parts', () => {
  for (const edition of editions) {
    const totals = totalsOf(edition);
    const rules = (id: string): string[] =>
      totals.filter(({ total }) => total.id === id).map(({ identity }) => identity.rule);
    expect(rules('applications.total.total')).toEqual(['T2-SUM', 'T2-ROW']);
    expect(rules('applications.total.person')).toEqual(['T2-SUM']);
    expect(rules('applications.received.total')).toEqual(['T2-ROW']);
    expect(rules('applications.received.person')).toEqual([]);
    expect(rules('review.reconsideration.total')).toEqual(['T3-SUM']);
  }
});

/** One identity over the first figures of a vector. */
const single = (left: number, right: number): CompiledRules => ({
  edition: edition2021,
  identities: identitiesOf(edition2021).slice(0, 1),
  figureCount: left + right,
  operands: Uint16Array.from({ length: left + right }, (_, at) => at),
  bounds: Uint16Array.from([0, left, left + right]),
});

/** Whether whole numbers from 0 to `limit` can be put for the blanks so that the sides are equal. */
const canBeMended = (values: readonly (number | null)[], left: number, limit: number): boolean => {
  const at = values.indexOf(null);
  if (at >= 0) {
    return Array.from({ length: limit + 1 }, (_, value) => value).some((value) =>
      canBeMended(values.with(at, value), left, limit),
    );
  }
  const sum = (part: readonly (number | null)[]): number =>
    part.reduce<number>((total, value) => total + (value ?? 0), 0);
  return sum(values.slice(0, left)) === sum(values.slice(left));
};

const operandValues = fc.array(fc.option(fc.integer({ min: 0, max: 4 }), { nil: null, freq: 2 }), {
  minLength: 1,
  maxLength: 3,
});

test('an identity is broken exactly when no completion of its blanks with numbers ≥ 0 exists', () => {
  const seen = new Set<number>();
  fc.assert(
    fc.property(operandValues, operandValues, (left, right) => {
      const values = [...left, ...right];
      const states = new Uint8Array(1);
      const vector = Float64Array.from(values, (value) => value ?? Number.NaN);
      numericCheck(single(left.length, right.length), vector, states);
      seen.add(states[0] ?? -1);
      expect(states[0] === state.broken).toBe(!canBeMended(values, left.length, 12));
      expect(states[0] === state.open).toBe(states[0] !== state.broken && values.includes(null));
    }),
    { numRuns: cases(2000) },
  );
  expect([...seen].sort()).toEqual([state.holds, state.broken, state.open]);
});

test('an error value or a negative number leaves an identity undecided, whatever else it holds', () => {
  fc.assert(
    fc.property(
      operandValues,
      operandValues,
      fc.nat(),
      fc.constantFrom(-1, -0.5, Number.NEGATIVE_INFINITY),
      (left, right, at, bad) => {
        const vector = Float64Array.from([...left, ...right], (value) => value ?? Number.NaN);
        vector[at % vector.length] = bad;
        const states = new Uint8Array(1);
        expect(numericCheck(single(left.length, right.length), vector, states)).toBe(0);
        expect(states[0]).toBe(state.undecided);
      },
    ),
  );
});

test('the sum of valid reports is valid', () => {
  fc.assert(
    fc.property(seeds, seeds, (one, other) => {
      for (const edition of editions) {
        const a = validReport(edition, generator(one));
        const b = validReport(edition, generator(other));
        const sum = { ...a, figures: { ...a.figures } };
        for (const { id } of figuresOf(edition)) sum.figures[id] = (a.figures[id] ?? 0) + (b.figures[id] ?? 0);
        expect(check(inputOfReport(edition, sum)).filter(({ level }) => level === 'fault')).toEqual([]);
      }
    }),
  );
});

test('adding d to a figure moves the difference of exactly the identities in which it stands, by d', () => {
  fc.assert(
    fc.property(seeds, fc.nat(), fc.integer({ min: 1, max: 90 }), (seed, pick, d) => {
      for (const edition of editions) {
        const report = validReport(edition, generator(seed));
        const figure = figuresOf(edition)[pick % figuresOf(edition).length];
        if (figure === undefined) throw new Error('an edition without figures');
        const rules = compile(edition);
        const states = new Uint8Array(rules.identities.length);
        const vector = Float64Array.from(figuresOf(edition), ({ id }) => report.figures[id] ?? Number.NaN);
        vector[figure.index] = (vector[figure.index] ?? 0) + d;
        numericCheck(rules, vector, states);
        rules.identities.forEach(({ left, right }, at) => {
          expect(states[at] === state.broken).toBe(left.includes(figure) || right.includes(figure));
        });
        const moved = { ...report, figures: { ...report.figures, [figure.id]: vector[figure.index] ?? null } };
        const found = unfolded(check(inputOfReport(edition, moved))).filter(({ sides }) => sides !== null);
        expect(found.map(({ difference }) => difference)).toEqual(found.map(() => d));
        expect(found.length).toBe(states.filter((each) => each === state.broken).length);
      }
    }),
  );
});

test('a report is checked where it stands in a longer vector: its broken identities are counted, nothing else is written', () => {
  fc.assert(
    fc.property(seeds, fc.integer({ min: 0, max: 300 }), (seed, offset) => {
      for (const edition of editions) {
        const rules = compile(edition);
        const count = rules.identities.length;
        const own = vectorOf(edition, randomEntries(edition, seed));
        const states = new Uint8Array(count);
        const broken = numericCheck(rules, own, states);
        expect(broken).toBe(states.filter((each) => each === state.broken).length);
        const vector = new Float64Array(offset + own.length + 9).fill(1e9);
        vector.set(own, offset);
        const wide = new Uint8Array(count + 5).fill(9);
        expect(numericCheck(rules, vector, wide, offset)).toBe(broken);
        expect([...wide]).toEqual([...states, 9, 9, 9, 9, 9]);
      }
    }),
  );
});

/** Without the remarks on form: these reports have no text. */
const tables = (findings: readonly Finding[]): Finding[] => findings.filter(({ rule }) => !rule.startsWith('F-'));

/** A 2019 report with nine applications of persons, all of them answered. */
const nine = () => {
  const report = { ...validReport(edition2019, () => 1), year: 2020 };
  for (const { id } of figuresOf(edition2019)) report.figures[id] = 0;
  const ids = ['received', 'granted', 'denied.publicSafety', 'total'];
  ids.forEach((row, at) => {
    report.figures[`applications.${row}.person`] = [9, 3, 6, 9][at] ?? 0;
    report.figures[`applications.${row}.total`] = [9, 3, 6, 9][at] ?? 0;
  });
  return report;
};

test('8 for 9 in the total of persons: exactly T2-ID, T2-SUM and T2-ROW, in this order, and the way leads to that cell', () => {
  const report = nine();
  expect(tables(check(inputOfReport(edition2019, report)))).toEqual([]);
  const id = 'applications.total.person';
  const slipped = { ...report, figures: { ...report.figures, [id]: 8 } };
  const found = unfolded(tables(check(inputOfReport(edition2019, slipped))));
  expect(found.map(({ rule, figures }) => [rule, figures[0]])).toEqual([
    ['T2-ID', id],
    ['T2-SUM', id],
    ['T2-ROW', id],
  ]);
  const [first] = found;
  expect(first).toMatchObject({ level: 'fault', left: 9, right: 8, difference: 1, table: 'applications' });
  expect(first === undefined ? '' : findingMessage(first, edition2019, 'zh')).toContain(
    '三、“自然人”列不符：第一项 9＋第二项 0＝9；第三项（七）总计 8＋第四项 0＝8，相差 1。',
  );
});

test('a finding in the total of all applicants that follows from a column is folded into that column', () => {
  const report = nine();
  report.figures['applications.received.person'] = 10;
  report.figures['applications.received.total'] = 10;
  const found = tables(check(inputOfReport(edition2019, report)));
  expect(found.map((item) => [item.rule, lineOf(item)])).toEqual([['T2-ID', 'person']]);
  expect(found[0]?.folded.map((item) => [item.rule, lineOf(item)])).toEqual([['T2-ID', 'total']]);
});

test('a total by formula counts as blank while one of its parts is blank', () => {
  const report = nine();
  const entries = new Map<string, Entry>(
    Object.entries(report.figures).map(([id, value]) => [id, { kind: 'number', value: value ?? 0 }]),
  );
  entries.set('applications.denied.publicSafety.person', { kind: 'blank' });
  entries.set('applications.total.person', { kind: 'number', value: 3 });
  const input = { ...inputOfReport(edition2019, report), entries };
  const faults = (formulas: ReadonlySet<string>): string[] =>
    unfolded(check({ ...input, formulas })).flatMap(({ rule, level }) => (level === 'fault' ? [rule] : []));
  expect(faults(new Set())).toContain('T2-ID');
  expect(faults(new Set(['applications.total.person', 'applications.total.total']))).toEqual([]);
});
