/** Files given on the command line, read as reports. */
import { withBlanksAsZero } from '../read/compose/blanks';
import type { Reading } from '../read/reading';
import { readFile } from '../read/read';
import { failureMessage } from '../read/words';
import type { Language } from '../report/language';
import { errorCode, type Io } from './io';
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

/**
 * Reads one after another: many large files must not stand in memory at once. `blankZero`: whoever asks has said that a
 * blank cell means 0.
 */
export async function readSources(
  files: readonly string[],
  io: Io,
  language: Language,
  blankZero = false,
): Promise<Source[]> {
  const sources: Source[] = [];
  for (const file of files) {
    const source = await readSource(file, io, language);
    sources.push(
      blankZero && source.error === null ? { ...source, readings: source.readings.map(withBlanksAsZero) } : source,
    );
  }
  return sources;
}
