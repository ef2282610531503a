import { expect, test } from 'vitest';
import { dayOfCheck } from '../../src/rules/input';

test('a check goes by the day where the clock is, for the report of the running year and of the year just past', () => {
  const now = new Date(2026, 0, 5, 23, 59);
  expect(dayOfCheck(2025, now)).toBe('2026-01-05');
  expect(dayOfCheck(2026, now)).toBe('2026-01-05');
  expect(dayOfCheck(2025, new Date(2026, 11, 31))).toBe('2026-12-31');
});

test('no day counts for another year, for a year that is not told, or without a clock', () => {
  const now = new Date(2026, 0, 5);
  expect([dayOfCheck(2024, now), dayOfCheck(2027, now), dayOfCheck(null, now), dayOfCheck(2025, null)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
