import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edition2021 } from '../../src/report/editions/2021';
import { figuresOf, type Entry, type FigureId } from '../../src/report/figures';
import { boxRules, openBoxes } from '../../src/rules/boxes';
import { check } from '../../src/rules/check';
import { inputOfExample } from '../../src/rules/examples';
import type { CheckInput } from '../../src/rules/input';

type Box = NonNullable<CheckInput['boxes']> extends ReadonlyMap<string, infer One> ? One : never;

/** What stands in the cells of one box of row 24, from column 4 on: numbers, other texts, or nothing (null). */
const box = (texts: readonly (number | string | null)[], open = true): Box => ({
  block: { row: 24, column: 4 },
  held: texts.flatMap((text, at) =>
    text === null
      ? []
      : [{ cell: { row: 24, column: 4 + at }, text: String(text), number: typeof text === 'number' ? text : null }],
  ),
  open,
});

const received = (column: string): FigureId => `applications.received.${column}`;

const findings = (boxes: Readonly<Record<string, Box>>, more: Partial<CheckInput> = {}) =>
  boxRules['box-shared'].check({
    edition: edition2021,
    year: 2025,
    unit: null,
    entries: new Map(),
    boxes: new Map(Object.entries(boxes).map(([column, one]) => [received(column), one])),
    ...more,
  });

/** The ways to put right what the box of the first finding holds, as `column value, column value`. */
const ways = (boxes: Readonly<Record<string, Box>>): string[] =>
  findings(boxes)[0]?.repairs.map(({ changes }) =>
    changes.map(({ figure, to }) => `${figure.split('.').at(-1) ?? ''} ${to}`).join(', '),
  ) ?? [];

test.each<[string, Readonly<Record<string, Box>>, readonly string[]]>([
  [
    'two numbers in one box: one box after another, or either of them',
    { person: box([3, 1]) },
    ['person 3, enterprise 1', 'person 3', 'person 1'],
  ],
  [
    'two in the box before the last',
    { otherOrganization: box([2, 9]) },
    ['otherOrganization 2, total 9', 'otherOrganization 2', 'otherOrganization 9'],
  ],
  ['the same number twice is one way to keep it', { person: box([4, 4]) }, ['person 4, enterprise 4', 'person 4']],
  [
    'a whole row in its first box',
    { person: box([9, 5, 0, 1, 0, 0, 15]) },
    [
      'person 9, enterprise 5, research 0, socialOrganization 1, legalService 0, otherOrganization 0, total 15',
      'person 9',
      'person 5',
      'person 0',
      'person 1',
      'person 15',
    ],
  ],
  [
    'as many numbers as the row has boxes, wherever they stand',
    { person: box([9, 5, 0]), legalService: box([1, 0, 0, 15]) },
    [
      'person 9, enterprise 5, research 0, socialOrganization 1, legalService 0, otherOrganization 0, total 15',
      'person 9',
      'person 5',
      'person 0',
    ],
  ],
  [
    'the next box holds a number of its own',
    { person: box([3, 1]), enterprise: box([2], false) },
    ['person 3', 'person 1'],
  ],
  [
    'the box behind the next one does not matter',
    { person: box([3, 1]), research: box([2], false) },
    ['person 3, enterprise 1', 'person 3', 'person 1'],
  ],
  [
    'more numbers than boxes are left',
    { otherOrganization: box([2, 9, 4]) },
    ['otherOrganization 2', 'otherOrganization 9', 'otherOrganization 4'],
  ],
  [
    'a row typed one cell after another goes back to its first box',
    { enterprise: box([9, 5, 0]), legalService: box([1, 0, 0, 15]) },
    [
      'person 9, enterprise 5, research 0, socialOrganization 1, legalService 0, otherOrganization 0, total 15',
      'enterprise 9',
      'enterprise 5',
      'enterprise 0',
    ],
  ],
  ['one of the two is no number', { person: box([3, '见附件']) }, ['person 3']],
  [
    'a box that holds 无 keeps it, however many numbers the row has',
    { person: box([9, 5, 0, 1, 0, 0]), total: box(['无'], false) },
    [
      'person 9, enterprise 5, research 0, socialOrganization 1, legalService 0, otherOrganization 0',
      'person 9',
      'person 5',
      'person 0',
      'person 1',
    ],
  ],
  ['one number that may belong elsewhere', { person: box([3]) }, ['person 3']],
])('%s', (_, boxes, expected) => expect(ways(boxes)).toEqual(expected));

test('what is put one box after another says what stood there', () => {
  const entries = new Map<FigureId, Entry>([
    [received('person'), { kind: 'text', text: '3 1', number: null }],
    [received('total'), { kind: 'number', value: 8 }],
  ]);
  const [shared] = findings({ person: box([3, 1, 0, 0, 0, 4]), total: box([8], false) }, { entries });
  expect(shared).toMatchObject({
    rule: 'box-shared',
    table: 'applications',
    figures: [received('person')],
    cell: { row: 24, column: 4 },
    details: { held: ['E', 'F', 'G', 'H', 'I', 'J'].map((column) => ({ at: `${column}25` })) },
  });
  expect(shared?.repairs[0]?.changes[0]).toEqual({ figure: received('person'), from: null, to: 3 });
  expect(shared?.repairs[0]?.changes[6]).toEqual({ figure: received('total'), from: 8, to: 8 });
  expect(shared?.repairs[1]?.changes).toEqual([{ figure: received('person'), from: null, to: 3 }]);
});

test('no number is offered over what stands in a cell that has no further ones, as where boxes are narrow', () => {
  const behind = (entry: Entry): number =>
    findings({ person: box([3, 1]) }, { entries: new Map([[received('enterprise'), entry]]) })[0]?.repairs.length ?? 0;
  expect(behind({ kind: 'blank' })).toBe(3);
  expect(behind({ kind: 'number', value: 8 })).toBe(2);
  expect(behind({ kind: 'number', value: 0 })).toBe(2);
  expect(behind({ kind: 'text', text: '见附件', number: null })).toBe(2);
  // Of a row of one box there is nothing to spread over, and its number is offered once.
  const id = 'disclosure.penalties.decisions';
  const [alone] = findings({}, { boxes: new Map([[id, box([143])]]) });
  expect(alone?.repairs).toEqual([{ changes: [{ figure: id, from: null, to: 143 }] }]);
});

test('whatever stands in the boxes of a row, spreading it keeps every number, in its order, and writes over none', () => {
  const columns = figuresOf(edition2021).flatMap(({ table, row, column }) =>
    table === 'applications' && row === 'received' ? [column] : [],
  );
  const contents = fc.array(fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom('无')), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(contents, { minLength: columns.length, maxLength: columns.length }), (filled) => {
      const held = new Map(columns.map((column, at) => [received(column), filled[at] ?? []]));
      const boxes = Object.fromEntries(columns.map((column, at) => [column, box(filled[at] ?? [])]));
      for (const { repairs } of findings(boxes))
        for (const { changes } of repairs.filter((repair) => repair.changes.length > 1)) {
          expect(changes.map(({ to }) => to)).toEqual(changes.flatMap(({ figure }) => held.get(figure) ?? []));
          const first = columns.findIndex((column) => received(column) === changes[0]?.figure);
          const own = columns.slice(first, first + changes.length).map(received);
          expect(changes.map(({ figure }) => figure)).toEqual(own);
        }
    }),
  );
});

test('only a single number in another cell of its box than the first is remarked on; an empty box says nothing', () => {
  const inner = findings({ person: box([null, 3], false) });
  expect(inner.map(({ rule, cell, details }) => ({ rule, cell, details }))).toEqual([
    { rule: 'box-inner', cell: { row: 24, column: 5 }, details: { at: 'F25', text: '3', first: 'E25' } },
  ]);
  expect(findings({ person: box([3], false) })).toEqual([]);
  expect(findings({ person: box([null, 3, 3], false) })).toEqual([]);
  expect(findings({ person: box([], false), enterprise: box([]) })).toEqual([]);
});

test('of a box of several contents it is told that it is one, and nothing else', () => {
  const text = { kind: 'text', text: '0　143', number: null } as const;
  const given = inputOfExample({
    entries: { 'disclosure.penalties.decisions': text },
    boxes: { 'disclosure.penalties.decisions': box([0, 143]) },
  });
  expect(check(given).map(({ rule }) => rule)).toEqual(['box-shared']);
});

test('boxes of which nothing tells the figure are those said to be open', () => {
  const input = { edition: edition2021, year: 2025, unit: null, entries: new Map() };
  expect([
    ...openBoxes({
      ...input,
      boxes: new Map([
        ['a', box([1, 2])],
        ['b', box([1], false)],
      ]),
    }),
  ]).toEqual(['a']);
  expect([...openBoxes(input)]).toEqual([]);
});

test('cells that show something else than they hold are told once for each table, at the first of them', () => {
  const told = (ids: readonly FigureId[]) =>
    findings(
      {},
      {
        shown: new Map(
          ids.map((id, at) => [id, { cell: { row: 30 + at, column: 2 }, stored: 1.5 + at, shown: String(2 + at) }]),
        ),
      },
    );
  expect(told([received('total'), received('person'), 'review.reconsideration.total'])).toMatchObject([
    {
      rule: 'cell-shown',
      table: 'applications',
      figures: [received('person'), received('total')],
      cell: { row: 31, column: 2 },
      details: { at: 'C32', shown: '3', stored: 2.5 },
    },
    { table: 'review', figures: ['review.reconsideration.total'], details: { at: 'C33', shown: '4', stored: 3.5 } },
  ]);
  expect(told([])).toEqual([]);
  expect(boxRules['cell-shown'].check({ edition: edition2021, year: 2025, unit: null, entries: new Map() })).toEqual(
    [],
  );
});
