/** A command over many files: each is read where there is room for it, and handled in the order in which it was named. */
import { failureRecord, type FileRecord } from './records';
import { hasEnding, type Io } from '../io';
import { inputsOf, outcomesOf } from './inputs';
import type { Options } from '../options';
import { printFailure, withCause } from './print';
import type { Outcome, WorkSetting } from './work';
import { wordsIn } from '../words';

export const settingOf = (
  { language, json, blankZero, day, off }: Options,
  io: Io,
  wanted: WorkSetting['wanted'],
  previous: WorkSetting['previous'] = null,
): WorkSetting => ({ wanted, language, json, blankZero, now: io.now(), day, off, previous });

/** One file that is no folder and no archive needs no progress. */
const isOne = async (files: readonly string[], io: Io): Promise<boolean> => {
  const [file, ...more] = files;
  return file !== undefined && more.length === 0 && !hasEnding(file, ['.zip']) && (await io.list(file)) === null;
};

/** Files of other kinds that are named; the others are counted. */
const skippedTold = 20;

/** Shown no more often than this, in milliseconds. */
const often = 100;

/** Files that are not read as reports though they lie among them. */
export interface Apart {
  /** The one that will be written. */
  readonly output: string | null;
  /** Those that the command reads for itself. */
  readonly own: readonly string[];
}

export const nothingApart: Apart = { output: null, own: [] };

/** The sentence that names files of other kinds, which were not read; '' where there are none. */
export const skippedText = (skipped: readonly string[], language: Options['language']): string =>
  skipped.length === 0 ? '' : wordsIn(language).skipped(skipped.slice(0, skippedTold), skipped.length);

/** Hands over what comes of each file, and shows how far it is. Returns the files of other kinds, of which it tells. */
export async function forEachFile(
  files: readonly string[],
  setting: WorkSetting,
  io: Io,
  apart: Apart,
  handle: (outcome: Outcome) => void,
): Promise<readonly string[]> {
  const one = await isOne(files, io);
  // A single one too: only what a worker reads can be ended.
  const pool = io.pool(setting);
  const words = wordsIn(setting.language);
  const show = one ? null : io.progress;
  let done = 0;
  let shown = 0;
  const skipped: string[] = [];
  const inputs = inputsOf(files, io, { ...apart, language: setting.language, skip: (source) => skipped.push(source) });
  try {
    for await (const outcome of outcomesOf(inputs, pool)) {
      done += 1;
      const now = Date.now();
      if (show !== null && now - shown > often) {
        show(words.progress(done, outcome.source));
        shown = now;
      }
      handle(outcome);
    }
  } finally {
    show?.('');
    await pool.close();
  }
  if (skipped.length > 0) io.error(`${skippedText(skipped, setting.language)}\n`);
  return skipped;
}

/** Prints what came of each file, records as one JSON object; returns what the exit code goes by. */
export async function printFiles(
  files: readonly string[],
  setting: WorkSetting,
  io: Io,
  /** Files that belong to it and could not be read, told last. */
  failed: readonly { readonly file: string; readonly error: string }[] = [],
): Promise<{ readonly unread: boolean; readonly faulty: boolean }> {
  let unread = failed.length > 0;
  let faulty = false;
  let records = 0;
  const put = (record: FileRecord): void => {
    io.out(`${records === 0 ? '{"files":[' : ','}${JSON.stringify(record)}`);
    records += 1;
  };
  await forEachFile(
    files,
    setting,
    io,
    nothingApart,
    ({ source, out, error, records: own, failure, cause, faulty: isFaulty }) => {
      const told = failure === null ? null : withCause(failure, cause);
      unread ||= failure !== null;
      faulty ||= isFaulty;
      if (setting.json) {
        for (const record of own) put(record);
        if (told !== null && own.length === 0) put(failureRecord(source, told));
        if (failure === null && error !== '') io.error(error);
        return;
      }
      if (error !== '') io.error(error);
      else if (told !== null) io.error(printFailure(source, told));
      if (out !== '') io.out(out);
    },
  );
  for (const { file, error } of failed) {
    if (setting.json) put(failureRecord(file, error));
    else io.error(printFailure(file, error));
  }
  if (setting.json) io.out(records === 0 ? '{"files":[]}\n' : ']}\n');
  return { unread, faulty };
}
