/**
 * How often what is proposed first is the slip that was made, on slips as offices make them, through the whole check: with
 * last year's report and the text beside, where an office has them.
 */
import type { TableId } from '../src/report/edition';
import { check } from '../src/rules/check';
import type { Finding, Repair } from '../src/rules/finding';
import { unfolded } from '../src/rules/findings';
import { inputOfReport, type CheckInput } from '../src/rules/input';
import { compile, numericCheck, state } from '../src/rules/sums/numeric';
import { repairsOf } from '../src/rules/sums/repair';
import { evidenceOf } from '../src/rules/witness';
import { generator } from '../test/rules/sample';
import { printTable, type Row } from './measure';
import {
  carriedOver,
  edition,
  figures,
  casesLikelihood,
  logLikelihoods,
  mixes,
  reportOf,
  settle,
  slip,
  shareThatCan,
  slipShare,
  told,
  toldShare,
  totalIndexes,
  type Has,
  type Mix,
  type Office,
} from './offices';

const rules = compile(edition);
const indexOf = new Map(figures.map(({ id, index }) => [id, index]));
const byFormula = new Set(figures.filter(({ index }) => totalIndexes.has(index)).map(({ id }) => id));

interface Trial {
  readonly table: TableId;
  readonly formulas: boolean;
  readonly mix: Mix;
  readonly has: Has;
  readonly can: ReturnType<typeof shareThatCan>;
  readonly count: number;
}

interface Tally {
  count: number;
  first: number;
  amongThree: number;
  /** Sum over the reports of how likely the likeliest repair is to be the true one, for who knows the mix. */
  bound: number;
  boundOfThree: number;
}

interface Outcome {
  readonly all: Tally;
  readonly byKind: Map<string, Tally>;
  harmful: number;
}

const none = (): Tally => ({ count: 0, first: 0, amongThree: 0, bound: 0, boundOfThree: 0 });

const stateOf = (vector: Float64Array): Uint8Array => {
  const states = new Uint8Array(rules.identities.length);
  numericCheck(rules, vector, states);
  return states;
};

const mendedBy = (typed: Float64Array, { changes }: Repair, formulas: boolean): Float64Array => {
  const mended = Float64Array.from(typed);
  for (const { figure, to } of changes) mended[indexOf.get(figure) ?? -1] = to;
  if (formulas) settle(mended);
  return mended;
};

/** The place at which the findings propose what was meant: each wrong cell in a repair that changes nothing else. */
function placeOf(found: readonly Finding[], meant: Float64Array, typed: Float64Array, formulas: boolean): number {
  const wrong = figures.filter(({ index }) => meant[index] !== typed[index] && !(formulas && totalIndexes.has(index)));
  const isTrue = ({ changes }: Repair): boolean =>
    changes.every(({ figure, to }) => {
      const index = indexOf.get(figure) ?? -1;
      return meant[index] === to && typed[index] !== to;
    });
  return Math.max(
    ...wrong.map(({ id }) => {
      const places = found.map(({ repairs }) =>
        repairs.findIndex((each) => isTrue(each) && each.changes.some(({ figure }) => figure === id)),
      );
      const seen = places.filter((place) => place >= 0);
      return seen.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...seen);
    }),
  );
}

/** How likely each of some reports is to be the one that was meant, for who knows the mix: its offices and its slips. */
function posterior(own: Office, typed: Float64Array, trial: Trial, meant: readonly Float64Array[]): number[] {
  const { previous } = own;
  const { table, formulas, mix } = trial;
  const { text, previous: hasPrevious, writtenFrom } = own.beside;
  const inReview = table === 'review';
  const words = told(writtenFrom === 'sheet' ? typed : own.meant, own.beside);
  const repeated = text === null ? 1 : toldShare(typed, text, words);
  const figuresLikely = inReview
    ? meant.map((vector) => casesLikelihood(vector, own.cases))
    : logLikelihoods(meant, mix.offices, hasPrevious ? previous : null, generator(1));
  const logs = meant.map((vector, at) => {
    const made = slipShare(vector, typed, previous, inReview ? mix.review : mix.applications, formulas, trial.can);
    const carried = hasPrevious && !carriedOver(vector, previous) ? Number.NEGATIVE_INFINITY : 0;
    const witness = text === null ? 0 : Math.log(0.7 * toldShare(vector, text, words) + 0.3 * repeated);
    return Math.log(made) + carried + witness + (figuresLikely[at] ?? 0);
  });
  const most = Math.max(...logs);
  const all = logs.map((log) => Math.exp(log - most));
  const sum = all.reduce((total, each) => total + each, 0);
  return all.map((each) => each / sum);
}

function tryRepairs(trial: Trial): Outcome {
  const { table, formulas, mix, count } = trial;
  const outcome: Outcome = { all: none(), byKind: new Map(), harmful: 0 };
  for (let seed = 0; outcome.all.count < count; seed += 1) {
    const random = generator(seed * 7919 + (formulas ? 1 : 2));
    const { own, typed, kind } = slip(mix, table === 'review', formulas, trial.has, random);
    const states = stateOf(typed);
    if (!states.includes(state.broken)) continue;
    const { beside } = own;
    const text = told(beside.writtenFrom === 'sheet' ? typed : own.meant, beside);
    const input: CheckInput = {
      ...inputOfReport(edition, reportOf(typed, 2025, text), {
        previous: beside.previous ? reportOf(own.previous, 2024, []) : null,
      }),
      ...(formulas ? { formulas: byFormula } : {}),
    };
    const found = unfolded(check(input)).filter(({ rule }) => rule.startsWith('T2') || rule.startsWith('T3'));
    const place = placeOf(found, own.meant, typed, formulas);
    for (const repair of found.flatMap(({ repairs }) => repairs)) {
      const after = stateOf(mendedBy(typed, repair, formulas));
      if (after.some((each, index) => each === state.broken && states[index] !== state.broken)) outcome.harmful += 1;
    }
    const searched = repairsOf(edition, typed, states, formulas ? byFormula : new Set(), evidenceOf(input)).flatMap(
      ({ repairs }) => repairs,
    );
    const mended = searched.map((repair) => ({ repair, vector: mendedBy(typed, repair, formulas) }));
    const known = new Map([own.meant, ...mended.map(({ vector }) => vector)].map((vector) => [vector.join(), vector]));
    // A figure of a category that nobody used is never proposed, however likely it is among the others.
    const never = new Set(mended.flatMap(({ repair, vector }) => (repair.farFetched ? [vector.join()] : [])));
    const chances = posterior(own, typed, trial, [...known.values()]);
    const [likeliest = 0, second = 0, third = 0] = [...known.keys()]
      .flatMap((key, at) => (never.has(key) ? [] : [chances[at] ?? 0]))
      .sort((a, b) => b - a);
    const ofKind = outcome.byKind.get(kind) ?? none();
    outcome.byKind.set(kind, ofKind);
    for (const tally of [outcome.all, ofKind]) {
      tally.count += 1;
      if (place === 0) tally.first += 1;
      if (place < 3) tally.amongThree += 1;
      tally.bound += likeliest;
      tally.boundOfThree += likeliest + second + third;
    }
  }
  return outcome;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (all, one) => ({
      count: all.count + one.count,
      first: all.first + one.first,
      amongThree: all.amongThree + one.amongThree,
      bound: all.bound + one.bound,
      boundOfThree: all.boundOfThree + one.boundOfThree,
    }),
    none(),
  );

const rowsOf = (what: string, { count, first, amongThree, bound, boundOfThree }: Tally): Row[] => [
  {
    what: `${what}: first`,
    measured: percent(first / count),
    peer: `at most ${percent(bound / count)}`,
    goal: '≥ 90 %',
  },
  {
    what: `${what}: among the three shown`,
    measured: percent(amongThree / count),
    peer: `at most ${percent(boundOfThree / count)}`,
    goal: '≥ 97 %',
  },
];

/** What stands beside the tables, from nothing to what a report has that was begun from last year's and is finished. */
const settings: Readonly<Record<string, Has>> = {
  'nothing beside': { previous: false, text: null },
  'last year’s report': { previous: true, text: null },
  'last year’s report and a text as published': { previous: true, text: 'published' },
  'last year’s report and a full text': { previous: true, text: 'full' },
};

const tables = [
  { what: '申请, totals typed', table: 'applications', formulas: false },
  { what: '申请, totals by formula', table: 'applications', formulas: true },
  { what: '复议诉讼, totals typed', table: 'review', formulas: false },
] as const;

export function repairing(): void {
  const count = Number(process.env['REPAIRS'] ?? 500);
  for (const [name, mix] of Object.entries(mixes) as [string, Mix][]) {
    let harmful = 0;
    const can = shareThatCan(mix, generator(2));
    for (const { what, table, formulas } of tables) {
      const outcomes = Object.entries(settings).map(
        ([beside, has]) => [beside, tryRepairs({ table, formulas, mix, has, can, count })] as const,
      );
      harmful += outcomes.reduce((all, [, outcome]) => all + outcome.harmful, 0);
      const kinds = new Set(outcomes.flatMap(([, { byKind }]) => [...byKind.keys()]));
      printTable(`Repairs of ${what}, slips of the mix ${name}`, [
        ...outcomes.flatMap(([beside, { all }]) => rowsOf(beside, all)),
        ...[...kinds].map((kind): Row => {
          const own = sum(outcomes.flatMap(([, { byKind }]) => byKind.get(kind) ?? []));
          return {
            what: `  ${kind}, ${own.count}: first, among three`,
            measured: `${percent(own.first / own.count)}, ${percent(own.amongThree / own.count)}`,
            peer: `at most ${percent(own.bound / own.count)}, ${percent(own.boundOfThree / own.count)}`,
          };
        }),
      ]);
    }
    printTable(`Harm, slips of the mix ${name}`, [
      { what: 'repairs that break another rule', measured: String(harmful), goal: '0' },
    ]);
  }
}
