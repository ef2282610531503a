import { expect, test } from 'vitest';
import type { Edition } from '../../../src/report/edition';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type FigureId } from '../../../src/report/figures';
import { identitiesOf, totalsOf } from '../../../src/rules/sums/identities';
import { compile, numericCheck } from '../../../src/rules/sums/numeric';
import { repairsOf, type RankedRepair } from '../../../src/rules/sums/repair';

type Cells = Readonly<Record<FigureId, number | null>>;

/** What would mend a report with these figures (null is blank); the others are 0. */
const repairs = (
  cells: Cells,
  { edition = edition2021, formulas = [] }: { edition?: Edition; formulas?: readonly FigureId[] } = {},
) => {
  const vector = Float64Array.from(figuresOf(edition), ({ id }) => (id in cells ? (cells[id] ?? Number.NaN) : 0));
  const rules = compile(edition);
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, vector, states);
  return repairsOf(edition, vector, states, new Set(formulas));
};

const only = (cells: Cells, more: Parameters<typeof repairs>[1] = {}): readonly RankedRepair[] => {
  const [first, ...others] = repairs(cells, more);
  expect(others).toEqual([]);
  return first?.repairs ?? [];
};

/** Changes as `cell from>to`, without the name of the table. */
const said = (found: readonly RankedRepair[]): string[] =>
  found.map(({ changes }) =>
    changes.map(({ figure, from, to }) => `${figure.split('.').slice(1).join('.')} ${from}>${to}`).join(', '),
  );

const columns = ['person', 'enterprise', 'research', 'socialOrganization', 'legalService', 'otherOrganization'];
const totalIds = [...new Set(totalsOf(edition2021).map(({ total }) => total.id))];
/** A row of 申请 with its total. */
const row = (name: string, values: readonly (number | null)[], total?: number | null): Cells => ({
  ...Object.fromEntries(columns.map((column, at) => [`applications.${name}.${column}`, values[at] ?? 0])),
  [`applications.${name}.total`]:
    total === undefined ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0) : total,
});
/** What was received was all granted. */
const granted = (values: readonly number[]): Cells => ({
  ...row('received', values),
  ...row('granted', values),
  ...row('total', values),
});
const strip = (kind: string, values: Readonly<Record<string, number | null>>): Cells =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [`review.${kind}.${column}`, value]));

test('nothing is mended where nothing is broken, and each table for itself where both are', () => {
  expect(repairs(granted([3, 4]))).toEqual([]);
  const found = repairs({
    ...granted([3, 4]),
    ...row('granted', [8, 4], 7),
    ...strip('reconsideration', { total: 1 }),
  });
  expect(found.map(({ table }) => table)).toEqual(['applications', 'review']);
  expect(said(found[0]?.repairs ?? [])).toEqual(['granted.person 8>3']);
});

test('one cell is enough: nothing of two cells is offered beside it', () => {
  expect(said(only({ ...granted([31, 7, 4]), ...row('partlyGranted', [5], 0) }))).toEqual(['partlyGranted.person 5>0']);
  expect(said(only({ ...granted([31, 7, 4]), 'applications.total.total': 24 }))).toEqual(['total.total 24>42']);
  expect(said(only({ ...granted([31, 7, 4]), 'applications.carriedOut.total': 5 }))).toEqual(['carriedOut.total 5>0']);
});

test('a repair knows the identities that each of its changes touches', () => {
  const [repair] = only({ ...granted([31, 7, 4]), ...row('granted', [30, 7, 4], 42) });
  expect(repair?.touches.map((keys) => [...keys])).toEqual([['T2-SUM/person', 'T2-ROW/granted']]);
  const inTotal = only({ ...granted([31, 7, 4]), 'applications.total.person': 30 })[0];
  expect(inTotal?.touches.map((keys) => [...keys])).toEqual([['T2-ID/person', 'T2-SUM/person', 'T2-ROW/total']]);
});

test('a sum that is still open asks no cell for a number, and a blank is never filled in', () => {
  const cells = { ...strip('reconsideration', { upheld: 6, corrected: null, otherResult: 4, total: 3 }) };
  expect(said(only(cells)).sort()).toEqual(['reconsideration.total 3>10']);
  const open = { ...granted([31, 7]), ...row('granted', [30, 7], null), 'applications.total.total': 38 };
  expect(said(only(open))).toEqual(['granted.person 30>31']);
});

test.each([
  ['one too few', row('total', [8]), 'total.person', '8>9'],
  ['a digit too many', row('total', [19]), 'total.person', '19>9'],
  ['the total of all typed over', row('total', [9], 8), 'total.total', '8>9'],
  ['a result, told by what was received', row('granted', [7]), 'granted.person', '7>8'],
])(
  '二 and 四 blank, one total typed over its formula, %s: that blanks are mostly 0 tells it',
  (_, slip, cell, change) => {
    const carried = ['carriedIn', 'carriedOut'].flatMap((name) =>
      [...columns, 'total'].map((column) => [`applications.${name}.${column}`, null] as const),
    );
    const results = { ...row('granted', [8]), ...row('unavailable.notHeld', [1]), ...row('total', [9]) };
    const typedOver = cell.startsWith('total.') ? cell : 'total.person';
    const formulas = totalIds.filter((id) => id !== `applications.${typedOver}`);
    const cells = { ...row('received', [9]), ...Object.fromEntries(carried), ...results, ...slip };
    expect(said(only(cells, { formulas }))[0]).toBe(`${cell} ${change}`);
  },
);

test('a sum with a number below 0 in it is nobody’s evidence either: two slips in its column are found by their rows', () => {
  const below = { 'applications.other.feeUnpaid.person': -1 };
  const slips = { 'applications.granted.person': 23, 'applications.partlyGranted.person': 8 };
  expect(said(only({ ...granted([31, 7, 4]), ...below, ...slips }))).toContain(
    'granted.person 23>31, partlyGranted.person 8>0',
  );
});

test('what a cell cannot be is not offered: a number below 0, a fraction of a case, what it is already', () => {
  const found = said(only(strip('reconsideration', { upheld: 2, corrected: 9, total: 5 }))).sort();
  expect(found).toEqual(['reconsideration.corrected 9>3', 'reconsideration.total 5>11']);
  expect(only({ ...strip('reconsideration', { upheld: 2, total: 2.5 }) }).map(({ changes }) => changes[0])).toEqual([
    { figure: 'review.reconsideration.total', from: 2.5, to: 2 },
  ]);
});

test('an edition whose cases are amounts may have fractions, one whose cases are changes may fall below 0', () => {
  const of = (kind: 'amount' | 'change'): Edition => ({
    ...edition2021,
    id: kind,
    tables: edition2021.tables.map((table) =>
      table.form === 'strip' ? { ...table, columns: table.columns.map((column) => ({ ...column, kind })) } : table,
    ),
  });
  const typed = strip('reconsideration', { upheld: 1.25, corrected: 2, total: 3.5 });
  expect(said(only(typed, { edition: of('amount') }))).toContain('reconsideration.upheld 1.25>1.5');
  expect(said(only(typed))).toEqual([]);
  const below = said(only(strip('reconsideration', { upheld: 2, corrected: 9, total: 5 }), { edition: of('change') }));
  expect(below).toContain('reconsideration.upheld 2>-4');
});

test('two slips in one row or one column are mended together', () => {
  const right = granted([31, 7, 40]);
  const inRow = said(only({ ...right, 'applications.received.person': 35, 'applications.received.research': 42 }));
  expect(inRow).toContain('received.person 35>31, received.research 42>40');
  const inColumn = said(only({ ...right, 'applications.received.person': 35, 'applications.granted.person': 32 }));
  expect(inColumn).toContain('received.person 35>31, granted.person 32>31');
  for (const found of [...inRow, ...inColumn]) expect(found.split(', ').length).toBeGreaterThanOrEqual(2);
});

test('two numbers that were exchanged are put back first, though other pairs would do', () => {
  const right = granted([31, 7, 4]);
  const exchanged = only({ ...right, 'applications.granted.person': 7, 'applications.granted.enterprise': 31 });
  expect(said(exchanged)[0]).toBe('granted.person 7>31, granted.enterprise 31>7');
  const upright = only({
    ...right,
    ...row('received', [38, 7, 4]),
    ...row('partlyGranted', [7]),
    ...row('total', [38, 7, 4]),
    'applications.granted.person': 7,
    'applications.partlyGranted.person': 31,
  });
  expect(said(upright)[0]).toBe('granted.person 7>31, partlyGranted.person 31>7');
});

test('an exchange of cells side by side is likelier than one of cells far apart', () => {
  const numbers = [4711, 8523, 0, 0, 0, 9164];
  const swapped = (one: number, other: number): number => {
    const typed = numbers.with(one, numbers[other] ?? 0).with(other, numbers[one] ?? 0);
    const [first] = only({ ...granted(numbers), ...row('granted', typed) });
    expect(first?.changes).toHaveLength(2);
    return first?.score ?? 0;
  };
  expect(swapped(0, 1)).toBeGreaterThan(swapped(0, 5) + 1);
  expect(Math.exp(swapped(0, 1))).toBeLessThan(1);
});

test('two cells that only happen to need each other’s size are no exchange unless they stand in one line', () => {
  const right = { ...granted([4711, 8523]), ...row('denied.publicSafety', [0, 0]) };
  const crossed = only({ ...right, 'applications.received.person': 8523, 'applications.granted.enterprise': 4711 });
  const inLine = only({ ...right, 'applications.received.person': 8523, 'applications.received.enterprise': 4711 });
  expect(inLine[0]?.score ?? 0).toBeGreaterThan((crossed[0]?.score ?? 0) + 1);
});

test('a row that stands one cell too far to either side is put back as one slip', () => {
  const right = granted([30, 7, 4]);
  const shifted = (values: readonly number[]): string[] => said(only({ ...right, ...row('granted', values, 41) }));
  expect(shifted([0, 30, 7, 4])[0]).toBe(
    'granted.person 0>30, granted.enterprise 30>7, granted.research 7>4, granted.socialOrganization 4>0',
  );
  const tail = granted([0, 30, 7, 4]);
  expect(said(only({ ...tail, ...row('granted', [30, 7, 4], 41) }))[0]).toBe(
    'granted.person 30>0, granted.enterprise 7>30, granted.research 4>7, granted.socialOrganization 0>4',
  );
});

test('a number that would be pushed out of the row is no shift', () => {
  const right = granted([7, 30, 4, 5, 6, 9]);
  const found = said(only({ ...right, ...row('granted', [2, 7, 30, 4, 5, 6], 61) }));
  expect(found.some((text) => text.startsWith('granted.person 2>7, granted.enterprise 7>30'))).toBe(false);
});

test('several slips with nothing in common are each mended by one cell', () => {
  const typed = {
    ...granted([31, 7, 40]),
    'applications.granted.person': 32,
    'applications.partlyGranted.enterprise': 5,
    'applications.denied.publicSafety.research': 9,
  };
  expect(said(only(typed))[0]).toBe(
    'granted.person 32>31, partlyGranted.enterprise 5>0, denied.publicSafety.research 9>0',
  );
  const inReview = { ...strip('reconsideration', { total: 2 }), ...strip('directLitigation', { total: 4 }) };
  const three = only({ ...inReview, ...strip('litigationAfterReconsideration', { total: 6 }) });
  expect(three.every(({ changes }) => changes.length === 3)).toBe(true);
});

test('the alternatives are not many, the likelier before the less likely, and none twice', () => {
  const kinds = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'];
  const values = { upheld: 61, corrected: 42, otherResult: 55, pending: 38, total: 201 };
  const found = only(Object.assign({}, ...kinds.map((kind) => strip(kind, values))) as Cells);
  expect(found).toHaveLength(32);
  const scores = found.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(new Set(said(found)).size).toBe(found.length);
  const two = only({ ...strip('reconsideration', values), ...strip('directLitigation', values) });
  // Five figures of either, each with each.
  expect(two).toHaveLength(25);
  expect(two[0]?.score).toBeGreaterThan(two.at(-1)?.score ?? 0);
});

test('that a figure is 0 or as large as the others makes it likelier to have been meant', () => {
  const found = only(
    strip('reconsideration', { upheld: 30, corrected: 8512, otherResult: 28, pending: 25, total: 83 }),
  );
  expect(said(found)[0]).toBe('reconsideration.corrected 8512>0');
  expect(found.map(({ score }) => score).every((score) => Number.isFinite(score))).toBe(true);
});

test('totals by formula follow their parts: they are never changed, and every cell that would do is offered', () => {
  const cells = { ...granted([31, 7, 4]), ...row('received', [30, 7, 4]) };
  const found = said(only(cells, { formulas: totalIds }));
  expect(found).toContain('received.person 30>31');
  expect(found).toContain('granted.person 31>30');
  expect(found.every((text) => !/(?:^|, )(?:total\.|\S+\.total )/u.test(text))).toBe(true);
});

test('where only some totals are formulas the typed ones are evidence', () => {
  const cells = { ...granted([31, 7, 4]), ...row('received', [30, 7, 4]), 'applications.received.total': 42 };
  expect(said(only(cells, { formulas: totalIds.filter((id) => !id.startsWith('applications.received')) }))[0]).toBe(
    'received.person 30>31',
  );
});

test('a total by formula over a blank stays blank while others are mended', () => {
  const cells = {
    ...granted([31, 7, 4]),
    'applications.denied.publicSafety.enterprise': null,
    'applications.denied.publicSafety.total': null,
    'applications.total.enterprise': null,
    'applications.total.total': null,
    'applications.received.person': 33,
    'applications.received.total': 44,
  };
  const found = said(only(cells, { formulas: totalIds }));
  expect(found).toContain('received.person 33>31');
  expect(found.every((text) => text.includes('.person '))).toBe(true);
});

test('two slips of which one hides behind a total by formula are offered as pairs of typed cells', () => {
  const cells = {
    ...granted([31, 7, 4]),
    ...row('received', [33, 9, 4]),
  };
  const found = said(only(cells, { formulas: totalIds }));
  expect(found).toContain('received.person 33>31, received.enterprise 9>7');
  expect(found.every((text) => text.split(', ').length === 2)).toBe(true);
});

test('every repair leaves no identity of its table broken, and nothing that was whole is torn', () => {
  const rules = compile(edition2021);
  const typed = { ...granted([31, 7, 40]), 'applications.received.person': 35, 'applications.granted.person': 32 };
  const index = new Map(figuresOf(edition2021).map(({ id, index: at }) => [id, at]));
  for (const { changes } of only(typed)) {
    const vector = Float64Array.from(figuresOf(edition2021), ({ id }) =>
      id in typed ? ((typed as Cells)[id] ?? 0) : 0,
    );
    for (const { figure, to } of changes) vector[index.get(figure) ?? -1] = to;
    expect(numericCheck(rules, vector, new Uint8Array(identitiesOf(edition2021).length))).toBe(0);
  }
});

/** How likely a slip is that no finger explains: an exchange of two cells in one line that are far apart. */
const farExchange = (): number => {
  const numbers = [4711, 8523, 0, 0, 0, 9164];
  const [first] = only({ ...granted(numbers), ...row('granted', numbers.with(0, 9164).with(5, 4711)) });
  return first?.score ?? 0;
};

test('two numbers of one column may change places as two of one row may; across rows and columns it is no one slip', () => {
  const far = farExchange();
  const upright = only({
    ...row('received', [4711 + 8523, 7]),
    ...row('granted', [8523, 7], 4718),
    ...row('partlyGranted', [4711], 8523),
    ...row('total', [4711 + 8523, 7]),
  });
  expect(said(upright)[0]).toBe('granted.person 8523>4711, partlyGranted.person 4711>8523');
  const right = granted([4711, 8523]);
  for (const typed of [
    { 'applications.received.person': 8523, 'applications.granted.enterprise': 4711 },
    { 'applications.received.person': 1234, 'applications.received.enterprise': 9164 },
    { 'applications.received.person': 1234, 'applications.received.enterprise': 4711 },
    { 'applications.received.person': 8523, 'applications.received.enterprise': 1234 },
  ]) {
    expect(only({ ...right, ...typed })[0]?.score).toBeLessThan(far - 1);
  }
});

test('two of three slips that look like an exchange do not make the third one likely', () => {
  const kinds = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'];
  const typed = [8523, 4711, 9164];
  const meant = [4711, 8523, 1234];
  const found = only(
    Object.assign(
      {},
      ...kinds.map((kind, at) => strip(kind, { upheld: meant[at] ?? 0, total: typed[at] ?? 0 })),
    ) as Cells,
  );
  const totals = found.find(({ changes }) => changes.every(({ figure }) => figure.endsWith('.total')));
  expect(totals?.changes.map(({ to }) => to)).toEqual(meant);
  expect(totals?.score).toBeLessThan(farExchange() - 1);
});

test('of several slips every combination is looked at, not only the first: two totals that nobody could have meant', () => {
  const values = { upheld: 6, corrected: 3, otherResult: 4, pending: 2 };
  const found = only({
    ...strip('reconsideration', { ...values, total: 151 }),
    ...strip('directLitigation', { ...values, total: 155 }),
  });
  expect(said(found)[0]).toBe('reconsideration.total 151>15, directLitigation.total 155>15');
});

test('a slip in counting takes with it the totals that were typed after it, and no other figure', () => {
  const typed = { ...granted([31, 7, 4]), ...row('granted', [41, 7, 4]), ...row('total', [41, 7, 4]) };
  expect(said(only(typed))).toContain(
    'granted.person 41>31, granted.total 52>42, total.person 41>31, total.total 52>42',
  );
});

test('a sum that is open does not belong to what a change touches', () => {
  const cells = { ...granted([31, 7]), ...row('granted', [30, 7], null), 'applications.total.total': 38 };
  expect(only(cells)[0]?.touches.map((keys) => [...keys])).toEqual([['T2-SUM/person']]);
});

test('a total by formula that shows nothing though its parts are there stays out of it', () => {
  const cells = {
    ...granted([31, 7, 4]),
    ...row('partlyGranted', [5], 0),
    'applications.carriedIn.person': null,
    'applications.carriedIn.total': 3,
    'applications.total.total': null,
  };
  expect(said(only(cells, { formulas: ['applications.total.total'] }))).toContain('partlyGranted.person 5>0');
});

test('a shift loses no number, even where no total of the row would tell, and takes no other row with it', () => {
  const rest = { ...row('partlyGranted', [3, 0, 2]), ...row('carriedOut', [0, 5, 0, 1]) };
  const right = { ...rest, ...row('received', [33, 12, 6, 1]), ...row('total', [33, 7, 6]) };
  const typed = { ...right, ...row('granted', [0, 30, 7, 4], 41) };
  expect(said(only(typed))[0]).toBe(
    'granted.person 0>30, granted.enterprise 30>7, granted.research 7>4, granted.socialOrganization 4>0',
  );
  const losing = { ...granted([7, 30, 4]), ...row('granted', [2, 7, 30, 4], null), 'applications.total.total': 41 };
  // What was typed there may still be four slips of their own, which is far less likely than one.
  expect(only(losing)[0]?.score).toBeLessThan((only(typed)[0]?.score ?? 0) - 1);
});

test('the last row of 申请 does not stand above the first of 复议诉讼: what was copied from there is no slip of the eye', () => {
  const score = (beside: number): number | undefined =>
    only({
      ...row('carriedIn', [beside]),
      ...row('carriedOut', [beside]),
      ...strip('reconsideration', { upheld: 31, total: 4711 }),
    })[0]?.score;
  expect(score(4711)).toBe(score(4712));
});

test('where a cell is blank nobody slipped in it: no totals are changed in its name', () => {
  const cells = { ...granted([30]), ...row('received', [31]), 'applications.denied.publicSafety.person': null };
  const found = said(only(cells));
  expect(found).toContain('carriedOut.person 0>1, carriedOut.total 0>1');
  expect(found.filter((text) => text.includes('denied.publicSafety'))).toEqual([]);
});

test('a total that would fall below 0 with its part is no total that was typed after it', () => {
  const cells = {
    ...row('received', [31]),
    ...row('granted', [41, -38]),
    ...row('partlyGranted', [0, 38]),
    ...row('total', [41]),
  };
  const found = said(only(cells));
  expect(found.length).toBeGreaterThan(0);
  expect(found.filter((text) => text.includes('>-'))).toEqual([]);
});
