import { editions } from '../../report/editions';
import { editionForYear, findEdition } from '../../report/figures';
import type { Edition } from '../../report/edition';
import { reportWorkbook } from '../../rollup/workbook';
import { exits, Refusal, type Command } from '../command';
import { outputOf, put } from '../output';
import type { Options } from '../options';
import { wordsIn } from '../words';

/** The edition that is named, else the one of the year, else the newest. @throws Refusal for an unknown one */
export function editionOf({ edition: id, year, language }: Options): Edition {
  if (id === null) return editionForYear(year ?? Infinity);
  const edition = findEdition(id);
  if (edition === undefined) {
    const known = editions.map((one) => one.id);
    throw new Refusal(wordsIn(language).unknownEdition(id, known), exits.usage);
  }
  return edition;
}

/** An empty workbook to hand down to units: it checks itself in any spreadsheet program. */
export const templateCommand: Command = {
  options: ['edition', 'year', 'unit', 'output', 'typed-totals'],
  run: async (options, io) => {
    const words = wordsIn(options.language);
    if (options.files.length > 0) throw new Refusal(words.noFileHere, exits.usage);
    const output = outputOf(options, io);
    const bytes = reportWorkbook({
      edition: editionOf(options),
      year: options.year,
      unit: options.unit,
      report: null,
      totals: options.typedTotals ? 'typed' : 'formulas',
      language: options.language,
    });
    return put(output, bytes, options, io);
  },
};
