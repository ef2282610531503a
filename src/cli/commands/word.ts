import { writeWord } from '../../write/word/word';
import type { Command } from '../command';
import { requiredPrevious } from '../reading/previous';
import { oneReport, outputOf, put, signatureOf, warn } from '../output/output';

/** A Word file that can be published as it is. */
export const wordCommand: Command = {
  options: ['output', 'force', 'part', 'fonts', 'landscape', 'blanks', 'contact', 'date', 'sign', 'review', 'previous'],
  run: async (options, io) => {
    const output = await outputOf(options, io);
    const reading = await oneReport(options, io);
    const { name } = reading.report.unit;
    const bytes = writeWord(reading.report, {
      fonts: options.fonts,
      applications: options.landscape ? 'landscape' : 'portrait',
      blanks: options.blanks,
      contact: options.contact ?? reading.report.contact ?? null,
      signature: signatureOf(reading, options),
      previous: await requiredPrevious(reading, options, io),
      review: options.review ? { unit: name, preparedBy: null, reviewedBy: null, telephone: null, date: null } : null,
    });
    warn(reading, options, io);
    return put([{ file: output, bytes }], options, io);
  },
};
