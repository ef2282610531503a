/**
 * What is proposed for slips as offices make them, and how likely each cure is held to be: a record to be read in the
 * difference of a change. `npm run bench -- repairs` says how often the first is the true one.
 */
import { expect, test } from 'vitest';
import {
  edition,
  figures,
  mixes,
  reportOf,
  settle,
  slip,
  told,
  totalIndexes,
  type Beside,
} from '../../../bench/offices';
import type { TableId } from '../../../src/report/edition';
import { figureName } from '../../../src/report/figures';
import { inputOfReport } from '../../../src/rules/input';
import { compile, numericCheck, state } from '../../../src/rules/sums/numeric';
import { repairsOf, type RankedRepair } from '../../../src/rules/sums/repair';
import { evidenceOf } from '../../../src/rules/witness';
import { generator } from '../sample';

const rules = compile(edition);
const byId = new Map(figures.map((figure) => [figure.id, figure]));
const byFormula = new Set(figures.filter(({ index }) => totalIndexes.has(index)).map(({ id }) => id));
const settings: Readonly<Record<string, Omit<Beside, 'writtenFrom'>>> = {
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

function recordOf(table: TableId, formulas: boolean, has: Omit<Beside, 'writtenFrom'>): string[] {
  const counts = new Map<string, number>();
  const wanted = Object.keys(table === 'review' ? mixes.heldOut.review : mixes.heldOut.applications);
  const lines = new Map<string, string[]>(wanted.map((kind) => [kind, []]));
  for (let seed = 0; [...counts.values()].filter((count) => count === each).length < wanted.length; seed += 1) {
    const { own, typed, kind } = slip(mixes.heldOut, table === 'review', formulas, has, generator(seed));
    if ((counts.get(kind) ?? 0) === each) continue;
    const states = new Uint8Array(rules.identities.length);
    numericCheck(rules, typed, states);
    if (!states.includes(state.broken)) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const { text: detail, writtenFrom } = own.beside;
    const text = detail === null ? null : told(writtenFrom === 'sheet' ? typed : own.meant, detail);
    const previous = own.beside.previous ? reportOf(own.previous, 2024, null) : null;
    const input = inputOfReport(edition, reportOf(typed, 2025, text), { previous });
    const meant = Float64Array.from(own.meant);
    if (formulas) settle(meant);
    const found = repairsOf(edition, typed, states, formulas ? byFormula : new Set(), evidenceOf(input));
    lines
      .get(kind)
      ?.push(
        `${kind}, ${seed}`,
        ...found.flatMap(({ repairs }) => repairs.slice(0, shown).map((repair) => line(repair, meant))),
      );
  }
  return [...lines.values()].flat();
}

test('what is proposed for a slip, and how likely it is held to be, is what the record says', async () => {
  const tables = [
    ['applications', false],
    ['applications', true],
    // A row of cases whose total follows its parts has no sum that could break.
    ['review', false],
  ] as const;
  const record = tables.flatMap(([table, formulas]) =>
    Object.entries(settings).flatMap(([beside, has]) => [
      `\n# ${table}, totals ${formulas ? 'by formula' : 'typed'}, ${beside}`,
      ...recordOf(table, formulas, has),
    ]),
  );
  await expect(`${record.join('\n').trim()}\n`).toMatchFileSnapshot('proposals.txt');
}, 60_000);
