import { expect, test } from 'vitest';
import { editions } from '../../src/report/editions';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, findFigure, type Entry, type FigureId } from '../../src/report/figures';
import { check } from '../../src/rules/check';
import { operandVector } from '../../src/rules/sums/balance';
import type { Finding } from '../../src/rules/finding';
import { unfolded } from '../../src/rules/findings';
import { lineOf } from './sampleFinding';
import { identitiesOf } from '../../src/rules/sums/identities';
import type { CheckInput } from '../../src/rules/input';
import { cases as shareOf } from './text/effort';
import { generator, randomEntries } from './sample';

type Cells = Readonly<Record<FigureId, number | null>>;

/** A report of 2021 with these figures (null is blank); the others are 0. Without text. */
const input = (cells: Cells, formulas?: ReadonlySet<FigureId>): CheckInput => ({
  edition: edition2021,
  year: 2025,
  unit: null,
  entries: new Map(
    figuresOf(edition2021).map(({ id }): [FigureId, Entry] => {
      const value = id in cells ? (cells[id] ?? null) : 0;
      return [id, value === null ? { kind: 'blank' } : { kind: 'number', value }];
    }),
  ),
  ...(formulas === undefined ? {} : { formulas }),
});

const broken = (given: CheckInput): Finding[] =>
  check(given).filter(({ sides, level }) => sides !== null && level === 'fault');

const key = (item: Finding): string => `${item.rule}/${lineOf(item)}`;

/** Findings with what is folded into each. */
const told = (findings: readonly Finding[]): [string, string[]][] =>
  findings.map((item) => [key(item), item.folded.map(key)]);

const row = (name: string, numbers: Readonly<Record<string, number | null>>): Cells =>
  Object.fromEntries(Object.entries(numbers).map(([column, value]) => [`applications.${name}.${column}`, value]));

test('a finding about a sum holds every operand of it once, the suspect first, and both sides as they stand', () => {
  for (const edition of editions) {
    for (let seed = 0; seed < shareOf(40); seed += 1) {
      const given: CheckInput = { edition, year: 2025, unit: null, entries: randomEntries(edition, seed) };
      for (const item of unfolded(broken(given))) {
        const identity = identitiesOf(edition).find((each) => each.key === key(item));
        const operands = [...(identity?.left ?? []), ...(identity?.right ?? [])].map(({ id }) => id);
        expect(item.figures).toHaveLength(operands.length);
        expect(new Set(item.figures)).toEqual(new Set(operands));
        const value = (id: FigureId): number | null => {
          const entry = given.entries.get(id);
          return entry?.kind === 'number' ? entry.value : null;
        };
        const sides = [...(item.sides?.left ?? []), ...(item.sides?.right ?? [])];
        expect(sides).toEqual(operands.map((figure) => ({ figure, year: 2025, value: value(figure) })));
        expect(item.difference).toBeCloseTo(Math.abs((item.left ?? 0) - (item.right ?? 0)), 9);
        expect(item.table).toBe(identity?.family.table);
      }
    }
  }
});

test('where no small change mends a table, a rule in the total of all applicants is told with the first column it follows from', () => {
  const found = broken(input(row('received', { person: 5, enterprise: 3, research: 7, total: 15 })));
  expect(told(found)).toEqual([
    ['T2-ID/person', ['T2-ID/total']],
    ['T2-ID/enterprise', []],
    ['T2-ID/research', []],
  ]);
  expect(found.map(({ repairs }) => repairs)).toEqual([[], [], []]);
  expect(found.map(({ figures }) => figures[0])).toEqual(
    ['person', 'enterprise', 'research'].map((column) => `applications.total.${column}`),
  );
});

test('what follows is told by the difference, whatever else both sides hold', () => {
  const found = broken(
    input({
      ...row('received', { person: 5, enterprise: 3, research: 7, total: 15 }),
      ...row('carriedIn', { total: 10 }),
      ...row('carriedOut', { total: 10 }),
    }),
  );
  expect(told(found).slice(0, 3)).toEqual([
    ['T2-ID/person', ['T2-ID/total']],
    ['T2-ID/enterprise', []],
    ['T2-ID/research', []],
  ]);
});

test('a finding leads to the cell that its first repair changes', () => {
  const led = new Set<string>();
  for (let seed = 0; seed < 60; seed += 1) {
    const random = generator(seed);
    const [upheld, corrected, pending] = [random(40), random(30), random(20)];
    const total = upheld + corrected + pending + 1 + random(300);
    for (const item of broken(input(cases({ upheld, corrected, pending, total })))) {
      const [first] = item.repairs[0]?.changes ?? [];
      expect(item.figures[0]).toBe(first?.figure);
      led.add(item.figures[0] ?? '');
    }
  }
  expect(led.size).toBeGreaterThan(2);
});

test('columns of one rule do not explain the total of another', () => {
  const found = broken(
    input({
      ...row('received', { person: 5, enterprise: 3, research: 7, total: 15 }),
      ...row('granted', { person: 2, enterprise: 4, research: 1, total: 7 }),
    }),
  );
  expect(told(found)).toEqual([
    ['T2-ID/person', ['T2-ID/total']],
    ['T2-ID/enterprise', []],
    ['T2-ID/research', []],
    ['T2-SUM/person', ['T2-SUM/total']],
    ['T2-SUM/enterprise', []],
    ['T2-SUM/research', []],
  ]);
});

test('a total that does not follow from its columns is told by itself, and each finding leads to the cell in most of them', () => {
  const found = broken(input(row('received', { person: 5, enterprise: 3, research: 7, total: 100 })));
  expect(told(found)).toEqual([
    ['T2-ID/person', []],
    ['T2-ID/enterprise', []],
    ['T2-ID/research', []],
    ['T2-ID/total', []],
    ['T2-ROW/received', []],
  ]);
  expect(found.map(({ figures }) => figures[0])).toEqual(
    ['person', 'enterprise', 'research', 'total', 'total'].map((column) => `applications.received.${column}`),
  );
});

test('the row of totals follows from the rows that it sums up, at any depth, and from no other', () => {
  const found = broken(
    input({
      ...row('received', { person: 4, enterprise: 6, research: 9, total: 6 }),
      ...row('granted', { person: 4, total: 1 }),
      ...row('denied.publicSafety', { enterprise: 6, total: 2 }),
      ...row('unavailable.notHeld', { research: 9, total: 3 }),
      ...row('total', { person: 4, enterprise: 6, research: 9, total: 6 }),
    }),
  );
  expect(told(found)).toEqual([
    ['T2-ROW/received', []],
    ['T2-ROW/granted', ['T2-ROW/total']],
    ['T2-ROW/denied.publicSafety', []],
    ['T2-ROW/unavailable.notHeld', []],
  ]);
});

test('several findings that each explain a total hold their own', () => {
  const found = broken(
    input({
      ...row('received', { person: 5, enterprise: 3, research: 7, total: 15 }),
      ...row('granted', { person: 4, total: 1 }),
      ...row('denied.publicSafety', { person: 6, total: 2 }),
      ...row('unavailable.notHeld', { person: 9, total: 3 }),
      ...row('total', { person: 19, total: 6 }),
    }),
  );
  expect(told(found)).toContainEqual(['T2-ROW/granted', ['T2-ROW/total']]);
  expect(found.filter(({ folded }) => folded.length > 0).every(({ folded }) => folded.length === 1)).toBe(true);
});

const openOf = (cells: Cells, formulas?: ReadonlySet<FigureId>): Finding[] =>
  check(input(cells, formulas)).filter(({ details }) => 'state' in details && details.state === 'open');

const hintsOf = (cells: Cells, formulas?: ReadonlySet<FigureId>): [string, number | null, string][] =>
  openOf(cells, formulas).map((item) => [key(item), item.difference, item.level]);

const cases = (numbers: Readonly<Record<string, number | null>>): Cells =>
  Object.fromEntries(Object.entries(numbers).map(([column, value]) => [`review.reconsideration.${column}`, value]));

test('a typed total says how much is still to be put somewhere, as a remark', () => {
  expect(hintsOf(cases({ total: 9, upheld: 4, corrected: null }))).toEqual([['T3-SUM/reconsideration', 5, 'remark']]);
});

test('nothing is left where the parts make up the total already, or where the total itself is blank', () => {
  expect(hintsOf(cases({ total: 4, upheld: 4, corrected: null }))).toEqual([]);
  expect(hintsOf(cases({ total: null, upheld: 4, corrected: null }))).toEqual([]);
  expect(hintsOf(cases({ total: 9, upheld: 9 }))).toEqual([]);
});

test('what came in is hinted at only when it is known whole, against the totals as typed', () => {
  const came = { ...row('received', { person: 12, total: 12 }), ...row('total', { person: 9, total: 9 }) };
  const open = { ...row('granted', { person: 5, total: null }), ...row('carriedOut', { person: null, total: null }) };
  expect(hintsOf({ ...came, ...open, ...row('partlyGranted', { person: null, total: null }) })).toEqual([
    ['T2-ID/person', 3, 'remark'],
  ]);
  expect(hintsOf({ ...came, ...open, ...row('carriedIn', { person: null, total: null }) })).not.toContainEqual([
    'T2-ID/person',
    3,
    'remark',
  ]);
});

test('a blank total stands for the sum of its parts so far, and the total column says no more than the others', () => {
  const cells = {
    ...row('received', { person: 12, total: 12 }),
    ...row('granted', { person: 5, total: 5 }),
    ...row('denied.publicSafety', { person: null, total: null }),
    ...row('total', { person: null, total: null }),
  };
  expect(hintsOf(cells)).toEqual([['T2-ID/person', 7, 'remark']]);
  expect(told(openOf(cells))).toEqual([['T2-ID/person', ['T2-ID/total']]]);
});

test('what a hint shows adds up: what is there on both sides, and what is left between them', () => {
  const ids = figuresOf(edition2021).map(({ id }) => id);
  const formulas = new Set(ids.filter((id) => id.endsWith('.total') || id.startsWith('applications.total.')));
  for (let seed = 0; seed < shareOf(40); seed += 1) {
    const random = generator(seed);
    const entries = ids.map((id): [string, number | null] => [
      id,
      formulas.has(id) || random(3) === 0 ? null : random(9),
    ]);
    const cells = { ...Object.fromEntries(entries), ...row('received', { person: 400, total: 400 }) };
    const hints = unfolded(openOf({ ...cells, ...row('carriedIn', { person: 3, total: 3 }) }, formulas));
    expect(hints.map(key)).toContain('T2-ID/person');
    for (const hint of hints) {
      const { sides, left, right, difference, figures } = hint;
      const sums = [sides?.left, sides?.right].map((side = []) =>
        side.reduce((sum, { value }) => sum + (value ?? 0), 0),
      );
      expect([left, right]).toEqual(sums);
      expect(difference).toBe((sums[0] ?? 0) - (sums[1] ?? 0));
      // A person goes on at a blank that waits for a number, not at a total that will follow.
      if (lineOf(hint) !== 'total') expect(formulas.has(figures[0] ?? '')).toBe(false);
    }
  }
});

test('a column is hinted at once, by the first rule that is open in it', () => {
  const cells = {
    ...row('received', { person: 12, total: 12 }),
    ...row('granted', { person: 5, total: 5 }),
    ...row('denied.publicSafety', { person: null, total: null }),
    ...row('total', { person: 9, total: 9 }),
    ...row('carriedOut', { person: null, total: null }),
  };
  expect(told(openOf(cells))).toEqual([['T2-ID/person', ['T2-ID/total']]]);
});

const index = (id: FigureId): number => findFigure(edition2021, id)?.index ?? -1;

test('only a total that is a formula waits for its parts, through any number of totals', () => {
  const part = 'applications.granted.person';
  const cells = { [part]: null, 'applications.granted.total': 3, 'applications.total.total': 8 };
  const blanks = (formulas: readonly FigureId[] | undefined): FigureId[] => {
    const vector = operandVector(input(cells, formulas === undefined ? undefined : new Set(formulas)));
    return figuresOf(edition2021).flatMap(({ id }) => (Number.isNaN(vector[index(id)]) ? [id] : []));
  };
  expect(blanks(undefined)).toEqual([part]);
  expect(blanks([])).toEqual([part]);
  expect(blanks(['applications.received.total'])).toEqual([part]);
  expect(blanks(['applications.granted.total'])).toEqual([part, 'applications.granted.total']);
  expect(blanks(['applications.granted.total', 'applications.total.total'])).toEqual([
    part,
    'applications.granted.total',
    'applications.total.total',
  ]);
});

test('a figure keeps its value in the vector whatever the order in which totals are settled', () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const random = generator(seed);
    const cells = Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, random(9)]));
    const formulas = new Set(figuresOf(edition2021).flatMap(({ id }) => (id.endsWith('.total') ? [id] : [])));
    expect([...operandVector(input(cells, formulas))]).toEqual(Object.values(cells));
  }
});

test('it is said of a line with a total by formula that the sums cannot tell, and of no other', () => {
  const cells = { 'review.reconsideration.total': 4, ...row('received', { person: 2, total: 2 }) };
  const flagged = (formulas: readonly FigureId[]): string[] =>
    broken(input(cells, new Set(formulas))).flatMap((item) =>
      'byFormula' in item.details && item.details.byFormula ? [item.rule] : [],
    );
  expect(flagged([])).toEqual([]);
  expect(flagged(['applications.total.person'])).toEqual(['T2-ID']);
  // Of other lines, and of a total that was typed over, nothing follows.
  expect(flagged(['applications.total.enterprise', 'review.directLitigation.total'])).toEqual([]);
  expect(flagged(['disclosure.fees.amount'])).toEqual([]);
});

test('a reason holds for what it was given for: every figure of the finding, at the values of that day', () => {
  const previous = { ...inputPrevious(), year: 2024 };
  const given = { ...input(row('carriedIn', { person: 1 })), previous };
  const questions = (explanations: CheckInput['explanations'] = []): string[] =>
    check({ ...given, explanations }).flatMap(({ rule, level }) => (level === 'explain' ? [rule] : []));
  expect(questions()).toEqual(['Y-CARRY']);
  const figure = 'applications.carriedIn.person';
  const reason = { rule: 'Y-CARRY', figures: [figure], values: { [figure]: 1 }, text: '机构改革' };
  expect(questions([reason])).toEqual([]);
  expect(questions([{ ...reason, figures: [] }])).toEqual(['Y-CARRY']);
  expect(questions([{ ...reason, values: { [figure]: 1, 'applications.carriedIn.total': 9 } }])).toEqual(['Y-CARRY']);
});

const inputPrevious = () => ({
  format: 'gouji-report/1' as const,
  edition: '2021' as const,
  year: 2024,
  unit: { name: null, creditCode: null, kind: null, level: null },
  figures: Object.fromEntries(figuresOf(edition2021).map(({ id }) => [id, 0])),
  units: {},
  marks: {},
  narrative: { overview: [], problems: [], other: [] },
  explanations: [],
});

test('of a finding with several figures a reason must name each', () => {
  const own = ['inForce', 'repealed', 'issued'].map((column) => `disclosure.regulations.${column}`);
  const given = { ...input({ 'disclosure.regulations.inForce': 3 }), previous: inputPrevious() };
  const questions = (figures: readonly FigureId[]): string[] =>
    check({
      ...given,
      explanations: [{ rule: 'Y-VALID', figures: [...figures], values: {}, text: '换届清理' }],
    }).flatMap(({ rule, level }) => (level === 'explain' ? [rule] : []));
  expect(questions([])).toEqual(['Y-VALID']);
  expect(questions(own.slice(0, 2))).toEqual(['Y-VALID']);
  expect(questions(own)).toEqual([]);
});

test('a reason never quiets a fault, though it names all its figures', () => {
  const given = input(cases({ total: 4 }));
  const [fault] = broken(given);
  const figures = [...(fault?.figures ?? [])];
  const explanations = [{ rule: 'T3-SUM', figures, values: {}, text: '属实' }];
  expect(broken({ ...given, explanations }).map(({ rule }) => rule)).toEqual(['T3-SUM']);
});

test('with totals by formula a finding leads to a figure of its own, though what would mend it stands elsewhere', () => {
  const totals = new Set(
    figuresOf(edition2021).flatMap(({ id }) => (id.endsWith('.total') || id.includes('.total.') ? [id] : [])),
  );
  const cells = {
    ...row('received', { person: 10, total: 10 }),
    ...row('granted', { person: 9, total: 9 }),
    ...row('total', { person: 9, total: 9 }),
  };
  for (const item of unfolded(broken(input(cells, totals)))) {
    const operands = identitiesOf(edition2021).find((identity) => identity.key === key(item));
    const ids = [...(operands?.left ?? []), ...(operands?.right ?? [])].map(({ id }) => id);
    expect(new Set(item.figures)).toEqual(new Set(ids));
    expect(item.repairs.length).toBeGreaterThan(1);
  }
});
