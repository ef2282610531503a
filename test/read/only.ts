import type { ReadResult, Reading } from '../../src/read/reading';

/**
 * The one report of a file or a text.
 *
 * @throws Error where nothing was read, or several reports
 */
export function only(result: ReadResult): Reading {
  if (!result.ok) throw new Error(`nothing read: ${result.failure.kind}`);
  const [reading, ...others] = result.readings;
  if (reading === undefined || others.length > 0) throw new Error(`${result.readings.length} reports read`);
  return reading;
}
