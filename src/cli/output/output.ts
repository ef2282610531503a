/** Writing one report of one file into another file. */
import { signatureOf as ownSignature, type Signature } from '../../report/closing';
import { figuresOf } from '../../report/figures';
import type { Language } from '../../report/language';
import { partNames, type Reading } from '../../read/reading';
import { check } from '../../rules/check';
import { inputOfReport } from '../../rules/input';
import { exits, CommandRefusal, type Exit } from '../command';
import { errorCode } from '../errorCode';
import type { Io, Output } from '../io';
import type { Options } from '../options';
import { countLevels } from '../../rules/findings';
import { readSource, type Source } from '../reading/sources';
import { wordsIn } from '../words';

/**
 * The name of the file to write. `beside`: of what is written with it. @throws Refusal where there is none, or where one of
 * them may not be written: it is a file to read, or there is something already
 */
export async function outputOf(
  options: Options,
  io: Io,
  beside: (output: string) => readonly string[] = () => [],
): Promise<string> {
  const words = wordsIn(options.language);
  if (options.output === null || options.output === '') throw new CommandRefusal(words.noOutput, exits.usage);
  const { output, previous, roster, published, form } = options;
  for (const written of [output, ...beside(output)]) {
    for (const read of [...options.files, previous, roster, published, form]) {
      if (read !== null && (await io.same(read, written)))
        throw new CommandRefusal(words.sameFile(written), exits.usage);
    }
    await mayWrite(written, options, io);
  }
  return output;
}

/** Nothing is written over unasked, and nothing but a plain file ever. @throws Refusal */
async function mayWrite(file: string, { force, language }: Options, io: Io): Promise<void> {
  const words = wordsIn(language);
  const refuse = (message: string): never => {
    throw new CommandRefusal(`${file}: ${message}`, exits.usage);
  };
  let place;
  try {
    place = await io.place(file);
  } catch (error) {
    return refuse(words.cannotWrite(errorCode(error)));
  }
  if (place === 'folder') refuse(words.cannotWrite('EISDIR'));
  if (place === 'other') refuse(words.notPlain);
  if (place === 'readOnly') refuse(words.readOnly);
  if (place === 'file' && !force) refuse(words.exists);
}

/** The one report that is meant. @throws Refusal */
export async function oneReport(options: Options, io: Io): Promise<Reading> {
  const words = wordsIn(options.language);
  const [file, ...more] = options.files;
  if (file === undefined) throw new CommandRefusal(words.noFile, exits.usage);
  if (more.length > 0) throw new CommandRefusal(words.oneFile, exits.usage);
  return reportOf(await readSource(file, io, options.language), options.part, options.language);
}

/** The report of a file, or the part of it that is named. @throws Refusal where there is not exactly one */
export function reportOf({ file, readings, error }: Source, part: string | null, language: Language): Reading {
  const words = wordsIn(language);
  if (error !== null) throw new CommandRefusal(`${file}: ${error}`, exits.unread);
  const names = partNames(readings);
  const parts = names.map((name) => name ?? '');
  const [reading, ...others] = part === null ? readings : readings.filter((_, at) => names[at] === part);
  if (reading === undefined) throw new CommandRefusal(words.noPart(part ?? '', parts), exits.usage);
  if (others.length > 0) throw new CommandRefusal(words.severalReports(parts), exits.usage);
  return reading;
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Name and date under the report: those that were asked for, else as it is signed already. */
export function signatureOf({ report }: Reading, { sign, date }: Options): Signature | null {
  const own = ownSignature(report);
  return sign || date !== null ? { unit: own?.unit ?? report.unit.name ?? '', date: date ?? own?.date ?? null } : own;
}

/** Puts the files in place, all or none, and says so. @throws Refusal */
export async function put(outputs: readonly Output[], options: Options, io: Io): Promise<Exit> {
  const words = wordsIn(options.language);
  const names = outputs.map(({ file }) => file);
  // Once more: making them may have taken a while.
  for (const file of names) await mayWrite(file, options, io);
  try {
    await io.write(outputs);
  } catch (error) {
    throw new CommandRefusal(
      `${names.join(', ')}: ${words.cannotWrite(errorCode(error))}${words.nothingWritten}`,
      exits.usage,
    );
  }
  for (const file of names) io.out(`${words.written(file)}\n`);
  return exits.done;
}

/** Says on the error stream how many faults and blanks the report still has. */
export function warn(reading: Reading, options: Options, io: Io): void {
  const { edition, report } = reading;
  const { fault } = countLevels(check(inputOfReport(edition, report)));
  const blanks = figuresOf(edition).filter(({ id }) => (report.figures[id] ?? null) === null).length;
  if (fault + blanks > 0) io.error(`${wordsIn(options.language).exportLeft(fault, blanks)}\n`);
}
