/** What commands over many units are told on the command line: their list and their year. */
import type { Received } from '../rollup/received';
import type { Roster } from '../rollup/collection/roster';
import { wordsIn as rollUpWords } from '../rollup/words';
import { exits, CommandRefusal } from './command';
import type { Io } from './io';
import type { Options } from './options';
import { readRosterFile } from './reading/sources';
import { wordsIn } from './words';

/** @throws Refusal where the file cannot be read, or names nobody */
export async function rosterOf({ roster, language }: Options, io: Io): Promise<Roster | null> {
  if (roster === null) return null;
  const { roster: found, error } = await readRosterFile(roster, io, language);
  if (error !== null) throw new CommandRefusal(`${roster}: ${error}`, exits.unread);
  if (found === null)
    throw new CommandRefusal(`${roster}: ${rollUpWords(language).rosterProblems.unreadable}`, exits.unread);
  return found;
}

/** The year that is named, else the one that all reports have. @throws Refusal where they have several */
export function yearOf({ year, language }: Options, received: readonly Received[]): number {
  if (year !== null) return year;
  const years = [...new Set(received.flatMap((one) => one.year ?? []))].sort((one, other) => one - other);
  const [only] = years;
  if (years.length === 1 && only !== undefined) return only;
  throw new CommandRefusal(wordsIn(language).noYear(years), exits.usage);
}
