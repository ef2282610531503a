import { editions } from '../../report/editions';
import { editionForYear, findEdition } from '../../report/figures';
import type { Edition } from '../../report/edition';
import { exits, CommandRefusal } from '../command';
import type { Options } from '../options';
import { wordsIn } from '../words';

/** The edition that is named, else the one of the year, else the newest. @throws Refusal for an unknown one */
export function editionOf({ edition: id, year, language }: Options): Edition {
  if (id === null) return editionForYear(year ?? Infinity);
  const edition = findEdition(id);
  if (edition === undefined) {
    const known = editions.map((one) => one.id);
    throw new CommandRefusal(wordsIn(language).unknownEdition(id, known), exits.usage);
  }
  return edition;
}
