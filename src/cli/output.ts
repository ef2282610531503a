/** Writing one report of one file into another file. */
import { figuresOf } from '../report/figures';
import type { Reading } from '../read/reading';
import { check } from '../rules/check';
import { inputOfReport } from '../rules/input';
import type { Signature } from '../write/word/closing';
import { exits, Refusal, type Exit } from './command';
import { errorCode, type Io } from './io';
import type { Options } from './options';
import { countLevels } from '../rules/findings';
import { readSource } from './sources';
import { wordsIn } from './words';

/** The name of the file to write. @throws Refusal where there is none, or where it is one of the files to read */
export function outputOf(options: Options, io: Io): string {
  const words = wordsIn(options.language);
  if (options.output === null) throw new Refusal(words.noOutput, exits.usage);
  const { output, previous, roster } = options;
  const read = [...options.files, previous, roster];
  if (read.some((file) => file !== null && io.same(file, output))) throw new Refusal(words.sameFile, exits.usage);
  return output;
}

/** The one report that is meant. @throws Refusal */
export async function oneReport(options: Options, io: Io): Promise<Reading> {
  const words = wordsIn(options.language);
  const [file, ...more] = options.files;
  if (file === undefined) throw new Refusal(words.noFile, exits.usage);
  if (more.length > 0) throw new Refusal(words.oneFile, exits.usage);
  const source = await readSource(file, io, options.language);
  if (source.error !== null) throw new Refusal(`${file}: ${source.error}`, exits.unread);
  const parts = source.readings.map((reading) => reading.part ?? '');
  const chosen =
    options.part === null ? source.readings : source.readings.filter((reading) => reading.part === options.part);
  const [reading, ...others] = chosen;
  if (reading === undefined) throw new Refusal(words.noPart(options.part ?? '', parts), exits.usage);
  if (others.length > 0) throw new Refusal(words.severalReports(parts), exits.usage);
  return reading;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Name and date under the report, where they were asked for. */
export const signatureOf = (reading: Reading, { sign, date }: Options): Signature | null =>
  sign || date !== null ? { unit: reading.report.unit.name ?? '', date } : null;

/** Puts the file in place and says so. @throws Refusal */
export async function put(file: string, bytes: Uint8Array, options: Options, io: Io): Promise<Exit> {
  const words = wordsIn(options.language);
  try {
    await io.write(file, bytes);
  } catch (error) {
    throw new Refusal(`${file}: ${words.cannotWrite(errorCode(error))}`, exits.usage);
  }
  io.out(`${words.written(file)}\n`);
  return exits.done;
}

/** Says on the error stream how many faults and blanks the report still has. */
export function warn(reading: Reading, options: Options, io: Io): void {
  const { edition, report } = reading;
  const { fault } = countLevels(check(inputOfReport(edition, report)));
  const blanks = figuresOf(edition).filter(({ id }) => (report.figures[id] ?? null) === null).length;
  if (fault + blanks > 0) io.error(`${wordsIn(options.language).exportLeft(fault, blanks)}\n`);
}
