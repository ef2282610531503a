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
import { generator } from '../test/rules/sample';
import { printTable, type Row } from './measure';
import {
  carriedOver,
  edition,
  figures,
  logLikelihood,
  mixes,
  office,
  reportOf,
  settle,
  slip,
  slipShare,
  told,
  totalIndexes,
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
  readonly count: number;
}

interface Outcome {
  first: number;
  amongThree: number;
  /** Sum over the reports of how likely the likeliest repair is to be the true one, for who knows the office and the mix. */
  bound: number;
  boundOfThree: number;
  harmful: number;
  readonly byKind: Map<string, { count: number; first: number; amongThree: number }>;
}

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

/** How likely each of some reports is to be the one that was meant, for who knows the shares of the office and of the mix. */
function posterior(own: Office, typed: Float64Array, trial: Trial, meant: readonly Float64Array[]): number[] {
  const { previous, hasPrevious, text } = own;
  const { table, formulas, mix } = trial;
  const inReview = table === 'review';
  const words = text === 'sheet' ? told(typed) : told(own.meant);
  const logs = meant.map((vector) => {
    const made = slipShare(vector, typed, previous, inReview ? mix.review : mix.applications, formulas);
    const carried = hasPrevious && !carriedOver(vector, previous) ? Number.NEGATIVE_INFINITY : 0;
    const witness =
      text === null ? 0 : Math.log((told(vector) === words ? 0.7 : 0) + (told(typed) === words ? 0.3 : 0));
    return Math.log(made) + carried + witness + logLikelihood(vector, inReview ? own.cases : own.shares, table);
  });
  const most = Math.max(...logs);
  const all = logs.map((log) => Math.exp(log - most));
  const sum = all.reduce((total, each) => total + each, 0);
  return all.map((each) => each / sum);
}

function tryRepairs(trial: Trial): Outcome {
  const { table, formulas, mix, count } = trial;
  const sums: Outcome = { first: 0, amongThree: 0, bound: 0, boundOfThree: 0, harmful: 0, byKind: new Map() };
  for (let seed = 0, broken = 0; broken < count; seed += 1) {
    const random = generator(seed * 7919 + (formulas ? 1 : 2));
    const own = office(mix.offices, random);
    const { typed, kind } = slip(own, table === 'review' ? mix.review : mix.applications, formulas, random);
    const states = stateOf(typed);
    if (!states.includes(state.broken)) continue;
    broken += 1;
    const text = own.text === null ? null : told(own.text === 'sheet' ? typed : own.meant);
    const input: CheckInput = {
      ...inputOfReport(edition, reportOf(typed, 2025, text), {
        previous: own.hasPrevious ? reportOf(own.previous, 2024, null) : null,
      }),
      ...(formulas ? { formulas: byFormula } : {}),
    };
    const found = unfolded(check(input)).filter(({ rule }) => rule.startsWith('T2') || rule.startsWith('T3'));
    const place = placeOf(found, own.meant, typed, formulas);
    const kindSums = sums.byKind.get(kind) ?? { count: 0, first: 0, amongThree: 0 };
    sums.byKind.set(kind, kindSums);
    kindSums.count += 1;
    if (place === 0) {
      sums.first += 1;
      kindSums.first += 1;
    }
    if (place < 3) {
      sums.amongThree += 1;
      kindSums.amongThree += 1;
    }
    const proposed = found.flatMap(({ repairs }) => repairs);
    for (const repair of proposed) {
      const after = stateOf(mendedBy(typed, repair, formulas));
      if (after.some((each, index) => each === state.broken && states[index] !== state.broken)) sums.harmful += 1;
    }
    const searched = repairsOf(edition, typed, states, formulas ? byFormula : new Set()).flatMap(
      ({ repairs }) => repairs,
    );
    const possible = [own.meant, ...searched.map((repair) => mendedBy(typed, repair, formulas))];
    const known = new Map(possible.map((vector) => [vector.join(), vector]));
    const [likeliest = 0, second = 0, third = 0] = posterior(own, typed, trial, [...known.values()]).sort(
      (a, b) => b - a,
    );
    sums.bound += likeliest;
    sums.boundOfThree += likeliest + second + third;
  }
  return sums;
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;

export function repairing(): void {
  for (const [name, mix] of Object.entries(mixes) as [string, Mix][]) {
    const trials = [
      { what: '申请 table, totals typed', table: 'applications', formulas: false, count: 1000 },
      { what: '申请 table, totals by formula', table: 'applications', formulas: true, count: 1000 },
      { what: '复议诉讼 table, totals typed', table: 'review', formulas: false, count: 1000 },
    ] as const;
    const outcomes = trials.map((trial) => ({ ...trial, mix }));
    let harmful = 0;
    const rows = outcomes.flatMap((trial): Row[] => {
      const outcome = tryRepairs(trial);
      harmful += outcome.harmful;
      const { count } = trial;
      return [
        {
          what: `${trial.what}: first`,
          measured: percent(outcome.first / count),
          peer: `at most ${percent(outcome.bound / count)}`,
          goal: '≥ 90 %',
        },
        {
          what: `${trial.what}: among the three shown`,
          measured: percent(outcome.amongThree / count),
          peer: `at most ${percent(outcome.boundOfThree / count)}`,
          goal: '≥ 97 %',
        },
        ...[...outcome.byKind].map(([kind, own]) => ({
          what: `  ${kind}, ${own.count}`,
          measured: percent(own.first / own.count),
          peer: percent(own.amongThree / own.count),
        })),
      ];
    });
    printTable(`Repairs, slips of the mix ${name}`, [
      ...rows,
      { what: 'repairs that break another rule', measured: String(harmful), goal: '0' },
    ]);
  }
}
