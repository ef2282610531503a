/** What is done of one file among many, in a worker or not: it is read, checked, and what is asked for is handed back. */
import { withBlanksAsZero } from '../../read/compose/blanks';
import { causeIn, causeOf, failed as failedBy, holdingOf, type Holding, type ReadFailure } from '../../read/failure';
import { readFile } from '../../read/read';
import type { Reading } from '../../read/reading';
import { failureMessage } from '../../read/words/words';
import type { Language } from '../../report/language';
import type { Edition } from '../../report/edition';
import type { Report } from '../../report/report';
import { receiveAll } from '../../rollup/collection/checked';
import type { Received } from '../../rollup/received';
import type { Roster } from '../../rollup/collection/roster';
import { readRoster } from '../../rollup/collection/rosterFile';
import { wordsIn } from '../../rollup/words';
import type { RuleId } from '../../rules/details';
import { checkReading, type CheckSetting } from './checking';
import { printFailure, printFindings, printReading, withCause } from './print';
import { failureRecord, readingRecord, type FileRecord } from './records';

/** What holds for all files. Plain data: it travels to a worker once. */
export interface WorkSetting {
  /**
   * `receive`: what a collection keeps. `read`, `check`: what the commands print. `report`: the reports themselves; `reading`:
   * with all that reading found. `roster`: the list of units.
   */
  readonly wanted: 'receive' | 'read' | 'check' | 'report' | 'reading' | 'roster';
  readonly language: Language;
  readonly json: boolean;
  readonly blankZero: boolean;
  readonly now: Date;
  readonly day: string | null;
  readonly off: ReadonlySet<RuleId>;
  /** Last year's reports, for `check`. */
  readonly previous: CheckSetting['previous'];
}

/** `bytes`: of a file inside an archive. Else the worker reads the file itself. */
export interface ReadTask {
  readonly source: string;
  readonly bytes: Uint8Array | null;
}

/** A reading on its way out of a worker: an edition is known by its id. */
export type CarriedReading = Omit<Reading, 'edition'> & { readonly edition: Edition['id'] };

export interface Outcome {
  readonly source: string;
  readonly received: readonly Received[];
  readonly reports: readonly Report[];
  readonly readings: readonly CarriedReading[];
  readonly roster: Roster | null;
  /** What is printed for a person, on either stream; empty where records are asked for. */
  readonly out: string;
  readonly error: string;
  readonly records: readonly FileRecord[];
  /** The sentence that says why nothing was read. */
  readonly failure: string | null;
  /** Where the program failed, to stand beside that sentence. */
  readonly cause: string | null;
  /** What a file without a report plainly holds. */
  readonly holds: Holding | null;
  readonly faulty: boolean;
}

export interface Pool {
  /** How many tasks are done at once. */
  readonly size: number;
  readonly run: (task: ReadTask) => Promise<Outcome>;
  readonly close: () => Promise<void>;
}

export const nothing = {
  received: [],
  reports: [],
  readings: [],
  roster: null,
  out: '',
  error: '',
  records: [],
  failure: null,
  cause: null,
  holds: null,
  faulty: false,
} as const;

function failed(source: string, failure: string, { json }: WorkSetting, cause: string | null = null): Outcome {
  const told = withCause(failure, cause);
  return json
    ? { ...nothing, source, failure, cause, records: [failureRecord(source, told)] }
    : { ...nothing, source, failure, cause, error: printFailure(source, told) };
}

function notRead(source: string, failure: ReadFailure, setting: WorkSetting): Outcome {
  // What is added up was sent in by others.
  const sentence = failureMessage(failure, setting.language, setting.wanted === 'receive' ? 'collected' : 'own');
  return { ...failed(source, sentence, setting, causeIn(failure)), holds: holdingOf(failure) };
}

function outcomeOf(source: string, readings: readonly Reading[], setting: WorkSetting): Outcome {
  const { wanted, language, json } = setting;
  const done = { ...nothing, source };
  switch (wanted) {
    case 'receive':
      return { ...done, received: receiveAll(source, readings, setting.now) };
    case 'report':
      return { ...done, reports: readings.map(({ report }) => report) };
    case 'reading':
      return { ...done, readings: readings.map((reading) => ({ ...reading, edition: reading.edition.id })) };
    case 'roster':
      return done;
    case 'read':
      return json
        ? { ...done, records: readings.map((reading) => readingRecord(source, reading, [], language)) }
        : { ...done, out: readings.map((reading) => printReading(source, reading, language)).join('') };
    case 'check': {
      const checked = readings.map((reading) => ({ reading, ...checkReading(reading, setting) }));
      const faulty = checked.some(({ findings }) => findings.some(({ level }) => level === 'fault'));
      const error = checked.map(({ remark }) => (remark === null ? '' : `${source}: ${remark}\n`)).join('');
      return json
        ? {
            ...done,
            faulty,
            error,
            records: checked.map(({ reading, findings }) => readingRecord(source, reading, findings, language)),
          }
        : {
            ...done,
            faulty,
            error,
            out: checked.map(({ reading, findings }) => printFindings(source, reading, findings, language)).join(''),
          };
    }
  }
}

async function rosterOf(source: string, bytes: Uint8Array, setting: WorkSetting): Promise<Outcome> {
  try {
    return { ...nothing, source, roster: await readRoster(source, bytes) };
  } catch (error) {
    const { unreadable: sentence } = wordsIn(setting.language).rosterProblems;
    return failed(source, sentence, setting, causeOf(error));
  }
}

/** Reads one file and does what is wanted. Never throws: what cannot be read is told as such. */
export async function work(source: string, bytes: Uint8Array, setting: WorkSetting): Promise<Outcome> {
  if (setting.wanted === 'roster') return rosterOf(source, bytes, setting);
  const result = await readFile(source, bytes);
  if (!result.ok) return notRead(source, result.failure, setting);
  const readings = setting.blankZero ? result.readings.map(withBlanksAsZero) : result.readings;
  try {
    return outcomeOf(source, readings, setting);
  } catch (error) {
    return notRead(source, failedBy('internal', { cause: causeOf(error) }).failure, setting);
  }
}

/** A file that is not there, or that nobody may read. */
export const unreadable = failed;
