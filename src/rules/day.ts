/** Which day a check goes by. The rules themselves know no clock: they are given a day or none. */

const two = (part: number): string => String(part).padStart(2, '0');

/**
 * The day of a check, as `2026-01-31` where the clock is, for the report that is being written now: that of the year just
 * past, or of the running one. A report of an earlier year was published long ago; its deadline is no matter of today.
 */
export function dayOfCheck(year: number | null, now: Date | null): string | null {
  if (year === null || now === null) return null;
  const age = now.getFullYear() - year;
  if (age !== 0 && age !== 1) return null;
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
