import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Shelf } from '../../src/cli/reading/shelf';
import type { Received } from '../../src/rollup/received';

const figure = fc.oneof(
  fc.constantFrom(0, Number.NaN, -0, 0.1, 16_777_217, 2 ** 53 - 1, 1_234.567_891),
  fc.nat(5_000),
  fc.double({ noDefaultInfinity: true }),
);
const received: fc.Arbitrary<Received> = fc.record({
  source: fc.constantFrom('一.json', '二.docx', '三.xlsx（表一）'),
  unit: fc.constantFrom('甲局', null),
  year: fc.constantFrom(2025, null),
  edition: fc.constantFrom('2021', '2019'),
  figures: fc.array(figure, { minLength: 3, maxLength: 5 }).map((all) => Float64Array.from(all)),
  units: fc.constantFrom({}, { 'disclosure.fees.amount': 'yuan' as const }),
  unread: fc.constantFrom([], ['applications.received.total']),
  counts: fc.record({ fault: fc.nat(3), explain: fc.nat(3), remark: fc.nat(3) }),
  doubts: fc.nat(4),
  explanations: fc.constantFrom([], [{ rule: 'Y-CARRY', figures: [], values: {}, text: '机构合并' }]),
  isSum: fc.boolean(),
  textMarks: fc.option(fc.array(fc.nat(), { minLength: 2, maxLength: 2 }).map((all) => Uint32Array.from(all))),
});

const told = ({ figures, textMarks, ...rest }: Received) => ({
  ...rest,
  figures: [...figures],
  textMarks: textMarks === null ? null : [...textMarks],
});
const plain = (one: Received) => {
  const { source, unit, year, edition, figures, units, unread, counts, doubts, explanations, isSum, textMarks } = one;
  return told({ source, unit, year, edition, figures, units, unread, counts, doubts, explanations, isSum, textMarks });
};

test('what is kept in little room is what came in, to the last digit, however many there are', () => {
  fc.assert(
    fc.property(fc.array(received, { maxLength: 600 }), (all) => {
      const shelf = new Shelf();
      const kept = all.map((one) => shelf.keep(one, '一.json'));
      expect(kept.map(plain)).toEqual(all.map(told));
      // A copy with something else in it still holds the rest.
      for (const [at, one] of kept.entries()) expect({ ...one }.edition).toBe(all[at]?.edition);
    }),
    { numRuns: 30 },
  );
});
