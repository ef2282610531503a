/** The identities: what their sums say, what would mend them, what is still to be put somewhere. */
import type { Edition, TableId } from '../../report/edition';
import { sameAmount, tolerance, type Figure, type FigureId } from '../../report/figures';
import type { BalanceRule, Operand, Repair, Some } from '../details';
import { nine, without } from '../examples';
import type { Finding } from '../finding';
import { findingsOf, operand, tidy } from '../findings';
import type { CheckInput } from '../input';
import type { Rule } from '../rule';
import { evidenceOf } from '../witness';
import { families, totalsOf, type Identity } from './identities';
import { compile, numericCheck, state, vectorOf } from './numeric';
import { repairsOf, type RankedRepair } from './repair';

const note =
  '年度报告格式（国办公开办函〔2019〕60号、〔2021〕30号）第三部分表头：第一项加第二项之和，等于第三项加第四项之和';

// Stryker disable all: data, of which the tests of the catalogue run every example.
/** The sums of the tables. */
export const balanceRules = {
  'T2-ID': {
    level: 'fault',
    force: 'printed',
    source: note,
    passes: { figures: nine },
    fails: { figures: without(nine, { 'applications.received.person': 10, 'applications.received.total': 10 }) },
    check: checkBalance,
  },
  'T2-SUM': {
    level: 'fault',
    force: 'layout',
    source: null,
    passes: { figures: nine },
    fails: { figures: without(nine, { 'applications.granted.person': 8, 'applications.granted.total': 8 }) },
    check: checkBalance,
  },
  'T2-ROW': {
    level: 'fault',
    force: 'layout',
    source: null,
    passes: { figures: nine },
    fails: { figures: without(nine, { 'applications.granted.total': 8 }) },
    check: checkBalance,
  },
  'T3-SUM': {
    level: 'fault',
    force: 'layout',
    source: null,
    passes: { figures: { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 3 } },
    fails: { figures: { 'review.reconsideration.upheld': 3, 'review.reconsideration.total': 4 } },
    check: checkBalance,
  },
} as const satisfies Readonly<Record<BalanceRule, Rule>>;

// Stryker restore all

const finding = findingsOf(balanceRules);

/**
 * The figures as the identities see them: a total by formula counts as blank while one of its parts is blank, because
 * what it shows then is not yet the total.
 */
export function operandVector(input: CheckInput): Float64Array {
  const vector = vectorOf(input.edition, input.entries);
  const totals = totalsOf(input.edition).filter(({ total }) => input.formulas?.has(total.id));
  for (let changed = true; changed;) {
    changed = false;
    for (const { total, identity } of totals) {
      if (Number.isNaN(vector[total.index])) continue;
      if (identity.right.some((part) => Number.isNaN(vector[part.index]))) {
        vector[total.index] = Number.NaN;
        changed = true;
      }
    }
  }
  return vector;
}

const sum = (figures: readonly Figure[], vector: Float64Array): number =>
  figures.reduce((total, figure) => {
    const value = vector[figure.index] ?? Number.NaN;
    return Number.isNaN(value) ? total : total + value;
  }, 0);

/** Puts first the figure that a person is sent to. */
const goingTo = (first: FigureId, figures: readonly FigureId[]): Some<FigureId> => [
  first,
  ...figures.filter((id) => id !== first),
];

type BalanceFinding = Finding<BalanceRule>;

const identityFinding = (identity: Identity, input: CheckInput, vector: Float64Array, goTo: Figure): BalanceFinding => {
  const left = tidy(sum(identity.left, vector));
  const right = tidy(sum(identity.right, vector));
  const [first, ...others] = identity.left;
  const asOperand = (figure: Figure): Operand => operand(figure, input.year, vector);
  return finding(identity.rule, {
    table: identity.family.table,
    figures: goingTo(
      goTo.id,
      [...identity.left, ...identity.right].map(({ id }) => id),
    ),
    sides: {
      left: [asOperand(first), ...others.map(asOperand)],
      right: identity.right.map(asOperand),
    },
    left,
    right,
    difference: tidy(Math.abs(left - right)),
    details: { line: identity.line, state: 'broken', byFormula: false },
  });
};

/** The figure of an identity that stands in most of the broken identities; its primary one where none stands out. */
const suspect = (identity: Identity, broken: readonly Identity[]): Figure => {
  const weight = (figure: Figure): number =>
    broken.filter((other) => other.left.includes(figure) || other.right.includes(figure)).length;
  let best = identity.primary;
  let most = weight(best);
  for (const figure of [...identity.left, ...identity.right]) {
    const shared = weight(figure);
    if (shared > most) {
      best = figure;
      most = shared;
    }
  }
  return best;
};

/** Ids of the columns (or rows) whose sum a column (or row) is, within one rule. */
const partLines = ({ family, line }: Identity): string[] =>
  families
    .filter(
      ({ total, table, along, left }) =>
        total && table === family.table && along !== family.along && left.includes(line),
    )
    .flatMap(({ right }) => right);

/** An identity that does not hold, and what is said of it. */
interface Broken {
  readonly identity: Identity;
  readonly item: BalanceFinding;
}

/**
 * In a column (or row) that is the total of others, a rule breaks by the sum of what it breaks by in those. Such a
 * finding is folded into the first of those that it follows from.
 */
const foldTotals = (broken: readonly Broken[]): BalanceFinding[] => {
  const gap = ({ item }: Broken): number => item.left - item.right;
  const folded = new Map<Broken, Broken | undefined>();
  for (const whole of broken) {
    const lines = partLines(whole.identity);
    const causes = broken.filter(
      ({ identity: { rule, line } }) =>
        rule === whole.identity.rule && lines.some((part) => line === part || line.startsWith(`${part}.`)),
    );
    const sum = causes.reduce((total, each) => total + gap(each), 0);
    if (sameAmount(sum, gap(whole))) folded.set(whole, causes[0]);
  }
  return broken
    .filter((each) => !folded.has(each))
    .map((each) => ({
      ...each.item,
      folded: [...folded].filter(([, first]) => first === each).map(([{ item }]) => item),
    }));
};

/** Changes of a repair that belong together: those that touch one identity, and those that touch another with them. */
const groupsOf = (
  repair: RankedRepair,
): { readonly changes: Repair['changes']; readonly keys: ReadonlySet<string> }[] => {
  const groups: { changes: Repair['changes'][number][]; keys: Set<string> }[] = [];
  repair.changes.forEach((change, at) => {
    const keys = new Set(repair.touches[at]);
    const joined = groups.filter((group) => [...keys].some((key) => group.keys.has(key)));
    for (const group of joined) {
      group.keys.forEach((key) => keys.add(key));
      groups.splice(groups.indexOf(group), 1);
    }
    groups.push({ changes: [...joined.flatMap((group) => group.changes), change], keys });
  });
  return groups;
};

/** The figures of a repair that the others follow: all but the totals, unless it is of totals only. */
const causesOf = ({ changes }: Repair, totals: ReadonlySet<FigureId>): FigureId[] => {
  const ids = changes.map(({ figure }) => figure);
  const parts = ids.filter((id) => !totals.has(id));
  return parts.length === 0 ? ids : parts;
};

/** How many alternatives a finding lists: more is no help, and the true one is seldom further down. */
const listed = 3;
/** Natural logarithm of how much less likely than the first an alternative may be that is listed. */
const farBehind = 6;

/**
 * Gives each finding of a table what would mend it, best first, sends it to the cell that is most likely wrong, and folds
 * what one slip has broken into one finding.
 */
const withRepairs = (
  broken: readonly Broken[],
  repairs: readonly RankedRepair[],
  totals: ReadonlySet<FigureId>,
  formulas: ReadonlySet<FigureId>,
): BalanceFinding[] => {
  const [likeliest] = repairs;
  if (likeliest === undefined) return foldTotals(broken);
  // What is never proposed is no measure for what is.
  const best = repairs.find(({ farFetched }) => !farFetched) ?? likeliest;
  const mended = broken.map(({ identity: { key }, item }) => {
    const own = new Map<string, { readonly repair: Repair; readonly ranked: RankedRepair }>();
    for (const ranked of repairs) {
      for (const { changes, keys } of groupsOf(ranked)) {
        const name = JSON.stringify(changes);
        if (keys.has(key) && !own.has(name)) own.set(name, { repair: { changes }, ranked });
      }
    }
    const likely = [...own.values()].filter(
      ({ ranked }) => !ranked.farFetched && best.score - ranked.score < farBehind,
    );
    const list = likely.slice(0, listed).map(({ repair }) => repair);
    const named = list.map(({ changes }) => changes.map(({ figure }) => figure));
    const elsewhere = new Set([...own.values()].flatMap(({ repair }) => causesOf(repair, totals)));
    named.flat().forEach((figure) => elsewhere.delete(figure));
    const wrong = named[0]?.find((figure) => item.figures.includes(figure));
    const figures = wrong === undefined ? item.figures : goingTo(wrong, item.figures);
    // Where every total of the line was typed over, nothing in it follows from a formula.
    const byFormula = figures.some((figure) => totals.has(figure) && formulas.has(figure));
    const details = { ...item.details, byFormula };
    return { key, item: { ...item, figures, repairs: list, elsewhere: [...elsewhere], details } };
  });
  return groupsOf(best).flatMap(({ keys }) => {
    const own = mended.filter(({ key }) => keys.has(key)).map(({ item }) => item);
    return own.slice(0, 1).map((first) => ({ ...first, folded: own.slice(1) }));
  });
};

/**
 * What stands for a figure: itself, or for a blank total its parts, of which some may be such totals. The sums that a person
 * is shown are made of what is there.
 */
function standingFor(edition: Edition, vector: Float64Array): (figure: Figure) => readonly Figure[] {
  const parts = new Map<Figure, readonly Figure[]>();
  for (const { total, identity } of totalsOf(edition)) {
    if (Number.isNaN(vector[total.index]) && !parts.has(total)) parts.set(total, identity.right);
  }
  const standing = (figure: Figure): readonly Figure[] => parts.get(figure)?.flatMap(standing) ?? [figure];
  return standing;
}

/** Where a person goes on: the first blank of the line that no total is. */
const nextBlank = ({ family, line, primary }: Identity, figures: readonly Figure[], vector: Float64Array): Figure =>
  figures.find(
    (figure) => Number.isNaN(vector[figure.index]) && (family.along === 'column' ? figure.column : figure.row) === line,
  ) ?? primary;

/**
 * Identities that do not hold yet because something is still blank: how much is left to be put somewhere. A blank total
 * stands for the sum of its parts so far. Quiet: a remark for each column or row, and none in the total of the others
 * where it says no more than they do.
 */
const hints = (
  input: CheckInput,
  identities: readonly Identity[],
  states: Uint8Array,
  vector: Float64Array,
): Finding[] => {
  const standing = standingFor(input.edition, vector);
  const lines = new Set<string>();
  const open = identities.flatMap((identity, at): Broken[] => {
    if (states[at] !== state.open || lines.has(identity.line)) return [];
    if (identity.left.some((figure) => Number.isNaN(vector[figure.index]))) return [];
    const right = identity.right.flatMap(standing);
    if (sum(identity.left, vector) - sum(right, vector) <= tolerance) return [];
    lines.add(identity.line);
    const goTo = nextBlank(identity, right, vector);
    const item = identityFinding({ ...identity, right }, input, vector, goTo);
    const figures = goingTo(
      goTo.id,
      [...identity.left, ...identity.right].map(({ id }) => id),
    );
    return [{ identity, item: { ...item, figures, level: 'remark', details: { ...item.details, state: 'open' } } }];
  });
  return foldTotals(open);
};

function brokenFindings(
  input: CheckInput,
  identities: readonly Identity[],
  states: Uint8Array,
  vector: Float64Array,
): Finding[] {
  const broken = identities.filter((_, at) => states[at] === state.broken);
  if (broken.length === 0) return [];
  const repairs = new Map<TableId, readonly RankedRepair[]>(
    repairsOf(input.edition, vector, states, input.formulas, evidenceOf(input)).map(({ table, repairs: found }) => [
      table,
      found,
    ]),
  );
  const totals = new Set(totalsOf(input.edition).map(({ total }) => total.id));
  return input.edition.tables.flatMap(({ id }) => {
    const own = broken.filter(({ family }) => family.table === id);
    const said = own.map((identity) => ({
      identity,
      item: identityFinding(identity, input, vector, suspect(identity, own)),
    }));
    return withRepairs(said, repairs.get(id) ?? [], totals, input.formulas ?? new Set());
  });
}

/** Every identity that is broken, and every one that a typed total leaves open. */
function checkBalance(input: CheckInput): Finding[] {
  const rules = compile(input.edition);
  const vector = operandVector(input);
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, vector, states);
  return [
    ...brokenFindings(input, rules.identities, states, vector),
    ...hints(input, rules.identities, states, vector),
  ];
}
