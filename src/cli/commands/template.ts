import { reportWorkbook } from '../../papers/workbook';
import { exits, CommandRefusal, type Command } from '../command';
import { outputOf, put } from '../output/output';
import { wordsIn } from '../words';
import { editionOf } from './edition';

/** An empty workbook to hand down to units: it checks itself in any spreadsheet program. */
export const templateCommand: Command = {
  options: ['edition', 'year', 'unit', 'output', 'force', 'typed-totals'],
  run: async (options, io) => {
    const words = wordsIn(options.language);
    if (options.files.length > 0) throw new CommandRefusal(words.noFileHere, exits.usage);
    const output = await outputOf(options, io);
    const bytes = reportWorkbook({
      edition: editionOf(options),
      year: options.year,
      unit: options.unit,
      report: null,
      totals: options.typedTotals ? 'typed' : 'formulas',
      language: options.language,
    });
    return put([{ file: output, bytes }], options, io);
  },
};
