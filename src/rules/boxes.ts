/** What a sheet holds beside the cells of its figures: no number in a box or next to a table is passed over in silence. */
import { a1 } from '../report/a1';
import { blank, figuresOf, type Figure, type FigureId } from '../report/figures';
import type { Finding, Repair } from './finding';
import type { HeldAt, RuleId } from './details';
import { findingsOf } from './findings';
import type { Rule } from './rule';
import type { CheckInput, HeldInput } from './input';
import { valueIn } from './sums/sums';

// Stryker disable all: data, of which the tests of the catalogue run every example.
/** Numbers beside the cells in which figures belong. */
export const boxRules = {
  'box-shared': {
    level: 'fault',
    force: 'layout',
    source: null,
    passes: { figures: { 'disclosure.penalties.decisions': 143 } },
    fails: {
      entries: { 'disclosure.penalties.decisions': { kind: 'text', text: '0\u3000143', number: null } },
      boxes: {
        'disclosure.penalties.decisions': {
          block: { row: 12, column: 6 },
          held: [
            { cell: { row: 12, column: 6 }, text: '0', number: 0 },
            { cell: { row: 12, column: 9 }, text: '143', number: 143 },
          ],
          open: true,
        },
      },
    },
    check: checkBoxes,
  },
  'loose-number': {
    level: 'explain',
    force: 'layout',
    source: null,
    passes: {},
    fails: {
      loose: [
        {
          table: 'applications',
          figures: ['applications.received.total'],
          cell: { row: 22, column: 15 },
          text: '5',
          number: 5,
        },
      ],
    },
    check: checkBoxes,
  },
  'cell-shown': {
    level: 'explain',
    force: 'layout',
    source: null,
    passes: { figures: { 'disclosure.fees.amount': 169.8077 } },
    fails: {
      figures: { 'disclosure.fees.amount': 1698077 },
      shown: { 'disclosure.fees.amount': { cell: { row: 15, column: 6 }, stored: 1698077, shown: '169.8077' } },
    },
    check: checkBoxes,
  },
  'box-inner': {
    level: 'remark',
    force: 'layout',
    source: null,
    passes: { figures: { 'disclosure.penalties.decisions': 143 } },
    fails: {
      figures: { 'disclosure.penalties.decisions': 143 },
      boxes: {
        'disclosure.penalties.decisions': {
          block: { row: 12, column: 6 },
          held: [{ cell: { row: 12, column: 9 }, text: '143', number: 143 }],
          open: false,
        },
      },
    },
    check: checkBoxes,
  },
} as const satisfies Partial<Readonly<Record<RuleId, Rule>>>;

// Stryker restore all

const finding = findingsOf(boxRules);

const nameOf = ({ cell }: HeldInput): string => a1(cell.row, cell.column);

const toldAt = (one: HeldInput): HeldAt => ({ at: nameOf(one), text: one.text });

type Boxes = NonNullable<CheckInput['boxes']>;

const numbersIn = (held: readonly HeldInput[]): number[] =>
  held.flatMap(({ number }) => (number === null ? [] : [number]));

/** What stands in the box of a figure, left to right, or in its only cell: numbers, and `null` for what is none. */
function numbersAt(input: CheckInput, boxes: Boxes, { id }: Figure): (number | null)[] {
  const held = boxes.get(id)?.held ?? [];
  if (held.length > 0) return held.map(({ number }) => number);
  return (input.entries.get(id) ?? blank).kind === 'blank' ? [] : [valueIn(input, id)];
}

/**
 * Numbers that were pasted or typed one cell after another, put one box after another: all those of the row from its first
 * box on where there are as many as boxes, else those of this box into it and the blank ones after it.
 */
function spread(input: CheckInput, boxes: Boxes, figure: Figure): Repair[] {
  const own = numbersAt(input, boxes, figure);
  if (own.length < 2) return [];
  const row = figuresOf(input.edition).filter((other) => other.table === figure.table && other.row === figure.row);
  const at = row.indexOf(figure);
  return [row, row.slice(at, at + own.length)]
    .flatMap((targets): Repair[] => {
      const numbers = targets.flatMap((target) => numbersAt(input, boxes, target));
      if (numbers.length !== targets.length) return [];
      const changes = targets.flatMap(({ id }, index) => {
        const to = numbers[index] ?? null;
        return to === null ? [] : [{ figure: id, from: valueIn(input, id), to }];
      });
      return changes.length === targets.length ? [{ changes }] : [];
    })
    .slice(0, 1);
}

/** Figures of which nothing tells what they are. */
export const openBoxes = ({ boxes }: CheckInput): ReadonlySet<FigureId> =>
  new Set([...new Map(boxes)].flatMap(([id, { open }]) => (open ? [id] : [])));

function aboutBox(input: CheckInput, boxes: Boxes, figure: Figure): Finding[] {
  const box = boxes.get(figure.id);
  if (box?.held[0] === undefined) return [];
  const [only, ...others] = box.held;
  const about = { table: figure.table, figures: [figure.id], cell: only.cell };
  if (box.open) {
    const kept = [...new Set(numbersIn(box.held))].map((to): Repair => ({
      changes: [{ figure: figure.id, from: null, to }],
    }));
    return [
      finding('box-shared', {
        ...about,
        details: { held: box.held.map(toldAt) },
        repairs: [...spread(input, boxes, figure), ...kept],
      }),
    ];
  }
  if (others.length > 0 || only.cell.column === box.block.column) return [];
  return [finding('box-inner', { ...about, details: { ...toldAt(only), first: a1(box.block.row, box.block.column) } })];
}

/** One finding a table: who formats one cell formats many. */
function shownOtherwise({ edition, shown }: CheckInput): Finding[] {
  const cells = new Map(shown);
  return edition.tables.flatMap(({ id: table }) => {
    const figures = figuresOf(edition).filter((figure) => figure.table === table);
    const own = figures.flatMap(({ id }) => cells.get(id) ?? []);
    const ids = figures.map(({ id }) => id).filter((id) => cells.has(id));
    return own.slice(0, 1).map(({ cell, stored, shown: text }) =>
      finding('cell-shown', {
        table,
        figures: ids,
        cell,
        details: { at: a1(cell.row, cell.column), shown: text, stored },
      }),
    );
  });
}

/** Findings about boxes that hold more or elsewhere than they should, and about numbers that stand in no box. */
function checkBoxes(input: CheckInput): Finding[] {
  const boxes: Boxes = new Map(input.boxes);
  return [
    ...figuresOf(input.edition).flatMap((figure) => aboutBox(input, boxes, figure)),
    ...shownOtherwise(input),
    ...(input.loose ?? []).map(({ table, figures, ...held }) =>
      finding('loose-number', { table, figures, cell: held.cell, details: toldAt(held) }),
    ),
  ];
}
