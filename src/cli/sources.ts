/** Files given on the command line, read as reports. */
import type { Reading } from '../read/reading';
import { readFile } from '../read/read';
import { failureMessage } from '../read/words';
import type { Language } from '../report/language';
import { errorCode } from './errorCode';
import type { Io } from './io';
import { wordsIn } from './words';

/** A file with the reports found in it, or the sentence that says why there is none. */
export type Source =
  | { readonly file: string; readonly readings: readonly Reading[]; readonly error: null }
  | { readonly file: string; readonly readings: readonly []; readonly error: string };

/** Never throws: a file that is not there or not a report is told as such. */
export async function readSource(file: string, io: Io, language: Language): Promise<Source> {
  let bytes: Uint8Array;
  try {
    bytes = await io.read(file);
  } catch (error) {
    return { file, readings: [], error: wordsIn(language).cannotRead(errorCode(error)) };
  }
  const result = await readFile(file, bytes);
  return result.ok
    ? { file, readings: result.readings, error: null }
    : { file, readings: [], error: failureMessage(result.failure, language) };
}
