/** How likely the figures of a table are before anybody slips. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edition2021 } from '../../../src/report/editions/2021';
import { figuresOf, type Figure } from '../../../src/report/figures';
import { caseLine, figuresLikelihood, isDone, ownerLine } from '../../../src/rules/sums/cases';
import { totalsOf } from '../../../src/rules/sums/identities';

const totals = new Set(totalsOf(edition2021).map(({ total }) => total.id));
const parts = figuresOf(edition2021).filter(({ table, id }) => table === 'applications' && !totals.has(id));
const results = parts.filter(isDone);
const owners = [...new Set(parts.map(ownerLine))];
const size = figuresOf(edition2021).length;
const nothing = (): number => 0;
const unknown = (): boolean => false;

const vectorOf = (counts: readonly (readonly [Figure, number])[]): Float64Array => {
  const vector = new Float64Array(size);
  for (const [{ index }, count] of counts) vector[index] = count;
  return vector;
};
const tables = fc
  .array(fc.nat({ max: 40 }), { minLength: results.length, maxLength: results.length })
  .map((counts) => vectorOf(results.map((figure, at) => [figure, counts[at] ?? 0])));
const figure = (row: string, owner: string): Figure => {
  const found = parts.find((each) => caseLine(each) === row && ownerLine(each) === owner);
  if (found === undefined) throw new Error(`no figure ${row}, ${owner}`);
  return found;
};
const withOne = (vector: Float64Array, { index }: Figure): Float64Array =>
  vector.map((count, at) => (at === index ? count + 1 : count));

test('it is the same whichever owners the columns are', () => {
  const likelihood = figuresLikelihood(parts, nothing, unknown);
  fc.assert(
    fc.property(tables, fc.shuffledSubarray(owners, { minLength: owners.length }), (vector, order) => {
      const moved = vectorOf(
        results.map((each) => {
          const from = figure(caseLine(each), order[owners.indexOf(ownerLine(each))] ?? '');
          return [each, vector[from.index] ?? 0];
        }),
      );
      expect(likelihood(moved)).toBeCloseTo(likelihood(vector), 6);
    }),
  );
});

test('one more case is likelier of an owner who has some, and with a result that occurs, than of none', () => {
  const likelihood = figuresLikelihood(parts, nothing, unknown);
  const cases = fc.integer({ min: 1, max: 1_000 });
  fc.assert(
    fc.property(cases, (count) => {
      const vector = vectorOf([[figure('granted', 'person'), count]]);
      const more = (row: string, owner: string): number => likelihood(withOne(vector, figure(row, owner)));
      expect(more('granted', 'person')).toBeGreaterThan(more('granted', 'enterprise'));
      expect(more('granted', 'person')).toBeGreaterThan(more('notProcessed.petition', 'person'));
      // Three results occur nearly everywhere.
      expect(more('unavailable.notHeld', 'person')).toBeGreaterThan(more('notProcessed.petition', 'person'));
    }),
  );
});

test('what occurred last year makes it likelier this year', () => {
  const petition = figure('notProcessed.petition', 'person');
  const vector = vectorOf([[figure('granted', 'person'), 5]]);
  const gain = (lastYear: (figure: Figure) => number): number => {
    const likelihood = figuresLikelihood(parts, lastYear, unknown);
    return likelihood(withOne(vector, petition)) - likelihood(withOne(vector, figure('granted', 'person')));
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), (count) => {
      expect(gain(({ index }) => (index === petition.index ? count : 0))).toBeGreaterThan(gain(nothing));
    }),
  );
});
