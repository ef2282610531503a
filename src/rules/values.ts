/** What a single cell must hold: a number, not negative, whole where it counts; and every official row and column. */
import { figuresOf, hasMoreThanSixDecimals, type Entry, type Figure, type FigureId } from '../report/figures';
import type { TableId } from '../report/edition';
import type { RuleId } from './details';
import type { Finding } from './finding';
import { findingsOf } from './findings';
import type { Rule } from './rule';
import { openBoxes } from './boxes';
import { totalsOf } from './sums/identities';
import type { CheckInput } from './input';
import { isPrintedNone } from './sums/printedNone';

// Stryker disable all: data, of which the tests of the catalogue run every example.
const asPrinted = {
  level: 'fault',
  force: 'printed',
  source: '国办公开办函〔2021〕30号 一',
  check: checkValues,
} as const;
const notOfItsKind = { level: 'fault', force: 'layout', source: null, check: checkValues } as const;
const perhaps = { level: 'remark', force: 'practice', source: null, check: checkValues } as const;

/** What a cell must not hold, and rows and columns that are missing or too many. */
export const valueRules = {
  'missing-row': {
    ...asPrinted,
    passes: {},
    fails: { missing: [{ table: 'applications', axis: 'row', id: 'denied.thirdParty', label: '三、（三）4' }] },
  },
  'missing-column': {
    ...asPrinted,
    passes: {},
    fails: { missing: [{ table: 'applications', axis: 'column', id: 'research', label: '科研机构' }] },
  },
  'unknown-row': {
    ...asPrinted,
    passes: {},
    fails: { unknown: [{ table: 'applications', axis: 'row', label: '9.属于工作秘密', cell: { row: 34, column: 8 } }] },
  },
  'unknown-column': {
    ...asPrinted,
    passes: {},
    fails: { unknown: [{ table: 'applications', axis: 'column', label: '小计', cell: { row: 24, column: 15 } }] },
  },
  ERROR: {
    ...notOfItsKind,
    passes: { figures: { 'disclosure.penalties.decisions': 2 } },
    fails: { entries: { 'disclosure.penalties.decisions': { kind: 'error', text: '#REF!' } } },
  },
  TEXT: {
    ...notOfItsKind,
    passes: { figures: { 'disclosure.penalties.decisions': 12 } },
    fails: { entries: { 'disclosure.penalties.decisions': { kind: 'text', text: '１２件', number: 12 } } },
  },
  'T1-SIGN': {
    ...notOfItsKind,
    passes: { edition: '2019', figures: { 'disclosure.licensing.change': -8 } },
    fails: { figures: { 'disclosure.penalties.decisions': -2 } },
  },
  INT: {
    ...notOfItsKind,
    passes: { figures: { 'disclosure.fees.amount': 26.55 } },
    fails: { figures: { 'disclosure.penalties.decisions': 2.5 } },
  },
} as const satisfies Partial<Readonly<Record<RuleId, Rule>>>;

const emptyCell: Readonly<Record<FigureId, Entry>> = { 'disclosure.licensing.decisions': { kind: 'blank' } };

/** What is told of single cells last of all. */
export const blankRules = {
  DECIMALS: {
    ...perhaps,
    passes: { figures: { 'disclosure.fees.amount': 59237.2449 } },
    fails: { figures: { 'disclosure.fees.amount': 0.1234567 } },
  },
  UNREAD: {
    ...perhaps,
    passes: {},
    fails: { entries: emptyCell, unread: ['disclosure.licensing.decisions'] },
  },
  'EMPTY-TOTAL': {
    level: 'remark',
    force: 'layout',
    source: null,
    passes: {},
    fails: { entries: { 'review.reconsideration.total': { kind: 'blank' } } },
    check: checkValues,
  },
  EMPTY: {
    ...perhaps,
    passes: {},
    fails: { entries: emptyCell },
  },
} as const satisfies Partial<Readonly<Record<RuleId, Rule>>>;

// Stryker restore all

const finding = findingsOf({ ...valueRules, ...blankRules });

const blankEntry: Entry = { kind: 'blank' };

const valueFindings = (figure: Figure, entry: Exclude<Entry, { kind: 'blank' }>): Finding[] => {
  const about = { table: figure.table, figures: [figure.id] };
  switch (entry.kind) {
    case 'error':
      return [finding('ERROR', { ...about, details: { text: entry.text } })];
    case 'text': {
      const to = entry.number;
      const repairs = to === null ? [] : [{ changes: [{ figure: figure.id, from: null, to }] }];
      return [finding('TEXT', { ...about, details: { text: entry.text, number: to }, repairs })];
    }
    case 'number': {
      const found: Finding[] = [];
      const details = { value: entry.value };
      if (entry.value < 0 && figure.kind !== 'change') found.push(finding('T1-SIGN', { ...about, details }));
      if (figure.kind !== 'amount' && !Number.isInteger(entry.value)) found.push(finding('INT', { ...about, details }));
      if (figure.kind === 'amount' && hasMoreThanSixDecimals(entry.value)) {
        found.push(finding('DECIMALS', { ...about, details }));
      }
      return found;
    }
  }
};

/** Totals that are blank while all their parts are numbers, with the sum that belongs there. */
function blankTotals(input: CheckInput): ReadonlyMap<FigureId, number> {
  const sums = new Map<FigureId, number>();
  for (const { total, identity } of totalsOf(input.edition)) {
    if (input.entries.get(total.id)?.kind !== 'blank' && input.entries.has(total.id)) continue;
    let sum = 0;
    const complete = identity.right.every((part) => {
      const entry = input.entries.get(part.id);
      if (entry?.kind !== 'number') return false;
      sum += entry.value;
      return true;
    });
    if (complete && !sums.has(total.id)) sums.set(total.id, sum);
  }
  return sums;
}

/** Faults and remarks about single cells, and about rows and columns that are missing or too many. */
export function checkValues(input: CheckInput): Finding[] {
  const found: Finding[] = [];
  for (const { table, axis, label, cell } of input.unknown ?? []) {
    found.push(finding(axis === 'row' ? 'unknown-row' : 'unknown-column', { table, cell, details: { label } }));
  }
  const absent = new Set<FigureId>();
  for (const { table, axis, id, label } of input.missing ?? []) {
    const figures = figuresOf(input.edition)
      .filter((figure) => figure.table === table && (axis === 'row' ? figure.row : figure.column) === id)
      .map((figure) => figure.id);
    for (const figure of figures) absent.add(figure);
    found.push(finding(axis === 'row' ? 'missing-row' : 'missing-column', { table, figures, details: { label, id } }));
  }
  const open = openBoxes(input);
  const blanks: Figure[] = [];
  for (const figure of figuresOf(input.edition)) {
    const entry = input.entries.get(figure.id) ?? blankEntry;
    if (absent.has(figure.id) || open.has(figure.id)) continue;
    if (entry.kind === 'blank' || (entry.kind === 'text' && isPrintedNone(entry.text))) blanks.push(figure);
    else found.push(...valueFindings(figure, entry));
  }
  const totals = blankTotals(input);
  // A total by formula is blank as long as a part is: nobody has to fill it in.
  const waiting = new Set(
    totalsOf(input.edition).flatMap(({ total: { id } }) => (input.formulas?.has(id) && !totals.has(id) ? [id] : [])),
  );
  const empty = new Map<TableId, FigureId[]>();
  const emptyTotals = new Map<TableId, FigureId[]>();
  const unread = new Map<TableId, FigureId[]>();
  for (const { id, table } of blanks) {
    if (waiting.has(id)) continue;
    // What was not read may be any number, whatever the others add up to.
    const isUnread = input.unread?.has(id) === true && input.entries.get(id)?.kind !== 'text';
    const lists = isUnread ? unread : totals.has(id) ? emptyTotals : empty;
    const list = lists.get(table);
    if (list === undefined) lists.set(table, [id]);
    else list.push(id);
  }
  const isWhole = (table: TableId, { length }: readonly FigureId[]): boolean =>
    figuresOf(input.edition).filter((figure) => figure.table === table && !waiting.has(figure.id)).length === length;
  for (const [table, figures] of unread)
    found.push(finding('UNREAD', { table, figures, details: { whole: isWhole(table, figures) } }));
  for (const [table, figures] of emptyTotals) {
    const changes = figures.map((figure) => ({ figure, from: null, to: totals.get(figure) ?? 0 }));
    found.push(finding('EMPTY-TOTAL', { table, figures, repairs: [{ changes }] }));
  }
  for (const [table, figures] of empty) {
    const printed = figures.filter((id) => input.entries.get(id)?.kind === 'text').length;
    found.push(finding('EMPTY', { table, figures, details: { printed, whole: isWhole(table, figures) } }));
  }
  return found;
}
