import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slipLikelihood } from '../../../src/rules/sums/slips';

/** How likely a slip is where no number comes from nowhere: every number is as far off as any other. */
const slip = (meant: number, typed: number, neighbours: readonly number[] = []): number =>
  slipLikelihood(meant, typed, neighbours, Number.POSITIVE_INFINITY);

const offByOne = (): number => slip(20, 19);
const appended = (): number => slip(47, 471);

test('what no slip of the finger explains is not one', () => {
  for (const [meant, typed] of [
    [4711, 8523],
    [47, 4712],
    [47, 147],
    [4718, 8714],
    [47, 76],
    [47, 84],
    [47, 71],
    [4718, 4187],
    [4718, 7413],
    [12, 1],
  ] as const) {
    if (meant === 12) expect(slip(meant, typed)).toBeGreaterThan(0);
    else expect(slip(meant, typed), `${meant} ${typed}`).toBe(0);
  }
});

test('each digit of a number is as likely to be replaced by any other', () => {
  expect(slip(47, 43)).toBeGreaterThan(0);
  expect(slip(4711, 4731) * 4).toBeCloseTo(slip(47, 43) * 2, 12);
  expect(slip(4711, 9711)).toBeCloseTo(slip(4711, 4713), 12);
});

test('off by one counts beside a replaced digit, the same upwards and downwards', () => {
  expect(offByOne()).toBeGreaterThan(0);
  expect(slip(19, 20)).toBeCloseTo(offByOne(), 12);
  expect(slip(4711, 4712)).toBeCloseTo(slip(4711, 4713) + offByOne(), 12);
  expect(slip(4711, 4710)).toBeCloseTo(slip(4711, 4713) + offByOne(), 12);
});

test('any two digits side by side are as likely to be exchanged', () => {
  expect(slip(4718, 4781)).toBeGreaterThan(0);
  expect(slip(4718, 4781)).toBeCloseTo(slip(4718, 7418), 12);
  expect(slip(4718, 4781) * 3).toBeCloseTo(slip(47, 74), 12);
});

test('a digit left out counts once for each digit that leaves the same number', () => {
  expect(slip(1234, 123)).toBeGreaterThan(0);
  expect(slip(1234, 234)).toBeCloseTo(slip(1234, 123), 12);
  expect(slip(1224, 124)).toBeCloseTo(2 * slip(1234, 123), 12);
  expect(slip(5555, 555)).toBeCloseTo(4 * slip(1234, 123), 12);
  expect(slip(12, 1)).toBeCloseTo(2 * slip(1234, 123), 12);
  expect(slip(1234, 12)).toBe(0);
});

test('a digit more at the end is as likely for a short number as for a long one; a digit typed twice may stand anywhere', () => {
  expect(appended()).toBeGreaterThan(0);
  expect(slip(4711, 47112)).toBeCloseTo(appended(), 12);
  const doubled = slip(47, 447);
  expect(doubled).toBeGreaterThan(0);
  expect(slip(47, 477)).toBeCloseTo(doubled + appended(), 12);
  expect(slip(4, 44)).toBeCloseTo(2 * doubled + appended(), 12);
  expect(slip(55, 555)).toBeCloseTo(2 * doubled + appended(), 12);
  expect(slip(4718, 44718)).toBeCloseTo(doubled / 2, 12);
});

test('a 0 may have been left, and any other number copied from one of the cells around', () => {
  const left = slip(4711, 0);
  expect(left).toBeGreaterThan(0);
  expect(slip(5, 0)).toBeCloseTo(slip(5, 9) + left, 12);
  expect(slip(4711, 0, [0, 0])).toBe(left);
  const copied = slip(4711, 88, [88]);
  expect(copied).toBeGreaterThan(0);
  expect(slip(4711, 88, [3, 88, 5, 9])).toBeCloseTo(copied / 4, 12);
  expect(slip(4711, 88, [3, 5])).toBe(0);
});

test('a number from nowhere is the less likely the farther off it is, measured by what the report holds', () => {
  expect(slipLikelihood(1234, 8888, [], 346)).toBeCloseTo(2 * slipLikelihood(1234, 8888, [], 8346), 12);
  expect(slipLikelihood(1234, 8888, [], 20)).toBe(slipLikelihood(8888, 1234, [], 20));
  fc.assert(
    fc.property(fc.nat(99_999), fc.nat(99_999), fc.integer({ min: 1, max: 500 }), (meant, typed, scale) => {
      const likelihood = slipLikelihood(meant, typed, [], scale);
      expect(likelihood).toBeGreaterThan(slip(meant, typed));
      expect(slipLikelihood(meant, typed, [], 2 * scale)).toBeLessThan(likelihood);
    }),
  );
});

test('over all numbers that a finger can make of one, the likelihoods do not add up to more than one', () => {
  for (const meant of [7, 47, 4718]) {
    let sum = 0;
    for (let typed = 0; typed < 10 * (meant + 1); typed += 1) if (typed !== meant) sum += slip(meant, typed);
    expect(sum).toBeLessThanOrEqual(1);
    expect(sum).toBeGreaterThan(0.5);
  }
});

test('decimals are compared by their whole part', () => {
  expect(slip(47.25, 43.25)).toBeCloseTo(slip(47, 43), 12);
});
