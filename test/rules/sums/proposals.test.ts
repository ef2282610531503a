/**
 * What is proposed for slips as offices make them, and how likely each cure is held to be: a record to be read in the
 * difference of a change. `npm run bench -- repairs` says how often the first is the true one.
 */
import { expect, test } from 'vitest';
import { edition, figures, mixes, reportOf, settle, slip, told, totalIndexes, type Has } from '../../../bench/offices';
import type { TableId } from '../../../src/report/edition';
import { figureName } from '../../../src/report/figures';
import { inputOfReport } from '../../../src/rules/input';
import { partOf } from '../../../src/rules/sums/cases';
import { compile, numericCheck, state } from '../../../src/rules/sums/numeric';
import { repairsOf, type RankedRepair } from '../../../src/rules/sums/repair';
import { evidenceOf } from '../../../src/rules/witness';
import { generator } from '../sample';

const rules = compile(edition);
const byId = new Map(figures.map((figure) => [figure.id, figure]));
const byFormula = new Set(figures.filter(({ index }) => totalIndexes.has(index)).map(({ id }) => id));
const settings: Readonly<Record<string, Has>> = {
  'nothing beside': { previous: false, text: null },
  'last year’s report': { previous: true, text: null },
  'last year’s report and a full text': { previous: true, text: 'full' },
};
/** Slips of each kind in each setting. */
const each = 2;
const shown = 4;

const isTrue = ({ changes }: RankedRepair, meant: Float64Array): boolean =>
  changes.every(({ figure, to }) => meant[byId.get(figure)?.index ?? -1] === to);

const line = (repair: RankedRepair, meant: Float64Array): string => {
  const isTotal = ({ figure }: RankedRepair['changes'][number]): boolean => byFormula.has(figure);
  const parts = repair.changes.filter((change) => !isTotal(change));
  const changes = (parts.length > 0 ? parts : repair.changes).map(({ figure, from, to }) => {
    const place = byId.get(figure);
    return `${place === undefined ? figure : figureName(place)} ${from} → ${to}`;
  });
  if (parts.length > 0 && repair.changes.some(isTotal)) changes.push(`totals: ${repair.changes.length - parts.length}`);
  const marks = [isTrue(repair, meant) ? ' (meant)' : '', repair.farFetched ? ' (far-fetched)' : ''].join('');
  return `  ${repair.score.toFixed(3).padStart(8)}  ${changes.join('; ')}${marks}`;
};

interface Case {
  readonly name: string;
  readonly kind: string;
  readonly meant: Float64Array;
  readonly repairs: readonly RankedRepair[];
}

/** Slips of each kind that break a sum, in the order of their kinds. */
function casesOf(table: TableId, formulas: boolean, has: Has): Case[] {
  const wanted = Object.keys(table === 'review' ? mixes.heldOut.review : mixes.heldOut.applications);
  const cases: Case[] = [];
  const countOf = (kind: string): number => cases.filter((one) => one.kind === kind).length;
  for (let seed = 0; cases.length < wanted.length * each; seed += 1) {
    const { own, typed, kind } = slip(mixes.heldOut, table === 'review', formulas, has, generator(seed));
    if (countOf(kind) === each) continue;
    const states = new Uint8Array(rules.identities.length);
    numericCheck(rules, typed, states);
    if (!states.includes(state.broken)) continue;
    const text = told(own.beside.writtenFrom === 'sheet' ? typed : own.meant, own.beside);
    const previous = own.beside.previous ? reportOf(own.previous, 2024, []) : null;
    const input = inputOfReport(edition, reportOf(typed, 2025, text), { previous });
    const meant = Float64Array.from(own.meant);
    if (formulas) settle(meant);
    const found = repairsOf(edition, typed, states, formulas ? byFormula : new Set(), evidenceOf(input));
    cases.push({ name: `${kind}, ${seed}`, kind, meant, repairs: found.flatMap(({ repairs }) => repairs) });
  }
  return wanted.flatMap((kind) => cases.filter((one) => one.kind === kind));
}

const tables = [
  ['applications', false],
  ['applications', true],
  // A row of cases whose total follows its parts has no sum that could break.
  ['review', false],
] as const;
type Group = { readonly title: string; readonly cases: readonly Case[] };
let known: readonly Group[] | null = null;
/** All of them, worked out once. */
const groups = (): readonly Group[] =>
  (known ??= tables.flatMap(([table, formulas]) =>
    Object.entries(settings).map(([beside, has]) => ({
      title: `${table}, totals ${formulas ? 'by formula' : 'typed'}, ${beside}`,
      cases: casesOf(table, formulas, has),
    })),
  ));

test('what is proposed for a slip, and how likely it is held to be, is what the record says', async () => {
  const record = groups().flatMap(({ title, cases }) => [
    `\n# ${title}`,
    ...cases.flatMap(({ name, repairs, meant }) => [name, ...repairs.slice(0, shown).map((one) => line(one, meant))]),
  ]);
  await expect(`${record.join('\n').trim()}\n`).toMatchFileSnapshot('proposals.txt');
});

test('far-fetched is no cure but one that raises a result from nothing; of those, only where nobody counted any', () => {
  let raised = 0;
  let farFetched = 0;
  for (const { repairs } of groups().flatMap(({ cases }) => cases)) {
    for (const repair of repairs) {
      const raises = repair.changes.some(({ figure, from, to }) => {
        const place = byId.get(figure);
        return place !== undefined && !byFormula.has(figure) && from === 0 && to > 0 && partOf(place) === 'result';
      });
      if (repair.farFetched) expect(raises).toBe(true);
      raised += raises ? 1 : 0;
      farFetched += repair.farFetched ? 1 : 0;
    }
  }
  expect(farFetched).toBeGreaterThan(0);
  expect(farFetched).toBeLessThan(raised);
});
