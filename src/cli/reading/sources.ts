/** Files given on the command line, read in a worker: only what a worker reads can be ended. */
import type { Reading } from '../../read/reading';
import { findEdition } from '../../report/figures';
import type { Language } from '../../report/language';
import type { Roster } from '../../rollup/collection/roster';
import type { Io } from '../io';
import { withCause } from './print';
import type { Outcome, WorkSetting } from './work';

/** A file with the reports found in it, or the sentence that says why there is none. */
export type Source =
  | { readonly file: string; readonly readings: readonly Reading[]; readonly error: null }
  | { readonly file: string; readonly readings: readonly []; readonly error: string };

async function outcomeOf(file: string, wanted: WorkSetting['wanted'], io: Io, language: Language): Promise<Outcome> {
  const rest = { json: false, blankZero: false, now: io.now(), day: null, off: new Set<never>(), previous: null };
  const pool = io.pool({ wanted, language, ...rest });
  try {
    return await pool.run({ source: file, bytes: null });
  } finally {
    await pool.close();
  }
}

/** Never throws: a file that is not there or not a report is told as such. */
export async function readSource(file: string, io: Io, language: Language): Promise<Source> {
  const { readings, failure, cause } = await outcomeOf(file, 'reading', io, language);
  if (failure !== null) return { file, readings: [], error: withCause(failure, cause) };
  const known = readings.flatMap((reading): Reading[] => {
    const edition = findEdition(reading.edition);
    return edition === undefined ? [] : [{ ...reading, edition }];
  });
  return { file, readings: known, error: null };
}

/** A list of units; `null` where the file names nobody. Never throws: `error` says why it could not be read. */
export async function readRosterFile(
  file: string,
  io: Io,
  language: Language,
): Promise<{ readonly roster: Roster | null; readonly error: string | null }> {
  const { roster, failure, cause } = await outcomeOf(file, 'roster', io, language);
  return { roster, error: failure === null ? null : withCause(failure, cause) };
}
