/** What commands over many units are told on the command line: their list and their year. */
import type { Received } from '../rollup/received';
import type { Roster } from '../rollup/collection/roster';
import { wordsIn as rollUpWords } from '../rollup/words';
import { exits, CommandRefusal } from './command';
import type { Io } from './io';
import type { Edition } from '../report/edition';
import { unitNameOf, rowNote, standingText, stateName } from '../rollup/sheets';
import type { UnitRow } from '../rollup/collection/collection';
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

function put(byYear: Map<number, string[]>, year: number, source: string): void {
  const known = byYear.get(year);
  if (known === undefined) byYear.set(year, [source]);
  else known.push(source);
}

/** The year that is named, else the one that all reports have. @throws Refusal where they have several */
export function yearOf({ year, language }: Options, received: readonly Received[]): number {
  if (year !== null) return year;
  if (received.length === 0) throw new CommandRefusal(wordsIn(language).noReports, exits.unread);
  const byYear = new Map<number, string[]>();
  for (const { year: own, source } of received) {
    if (own !== null) put(byYear, own, source);
  }
  const years = [...byYear]
    .map(([own, sources]) => ({ year: own, sources }))
    .sort((one, other) => one.year - other.year);
  const [only] = years;
  if (years.length === 1 && only !== undefined) return only.year;
  throw new CommandRefusal(wordsIn(language).noYear(years), exits.usage);
}

/** What is said of one report or unit that does not simply count, `[未报] 甲局（……）……`. */
export function rowLine(row: UnitRow, edition: Edition, language: Options['language']): string {
  const named = [unitNameOf(row), row.source ?? ''].filter((text) => text !== '').join(' ');
  const standing = row.state === 'missing' ? '' : standingText(row, language);
  return wordsIn(language).rowLine(stateName(row, edition, language), named, standing, rowNote(row, language));
}

/** States of a report of this year that does not count, and of which neither the list nor a person says why. */
const undecided = new Set<UnitRow['state']>(['duplicate', 'otherEdition', 'notListed', 'unnamed']);

/**
 * Whether it is left to a person what counts: a sum without it is not the whole. One without a name may be in the sum twice, one
 * without a year may be of this one, and of a unit of the list that is taken for a sum the own figures are not there.
 */
export const isUndecided = (row: UnitRow, rows: readonly UnitRow[]): boolean =>
  (undecided.has(row.state) ||
    (row.state === 'otherYear' && row.received?.year === null) ||
    (row.state === 'isSum' && row.listed !== null)) &&
  (!row.included || row.state === 'unnamed') &&
  row.decision === null &&
  row.listed?.counted !== false &&
  !(row.state === 'duplicate' && rows.some(({ included, source }) => included && source === row.beside?.source));
