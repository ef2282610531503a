import { exits, Refusal, type Command } from '../command';
import { printFailure, printReading } from '../print';
import { failureRecord, readingRecord, recordsText } from '../records';
import { readSources } from '../sources';
import { wordsIn } from '../words';

/** What was read of each file, and every doubt. */
export const readCommand: Command = {
  options: ['json', 'blank-zero'],
  run: async ({ files, language, json, blankZero }, io) => {
    if (files.length === 0) throw new Refusal(wordsIn(language).noFile, exits.usage);
    const sources = await readSources(files, io, language, blankZero);
    if (json) {
      const records = sources.flatMap(({ file, readings, error }) =>
        error === null
          ? readings.map((reading) => readingRecord(file, reading, [], language))
          : [failureRecord(file, error)],
      );
      io.out(recordsText(records));
    } else {
      for (const { file, readings, error } of sources) {
        if (error === null) for (const reading of readings) io.out(printReading(file, reading, language));
        else io.error(printFailure(file, error));
      }
    }
    return sources.some(({ error }) => error !== null) ? exits.unread : exits.done;
  },
};
