import { writeCsv, writeCsvMetadata } from '../../write/csv';
import type { Command } from '../command';
import { fileName } from '../io';
import { oneReport, outputOf, put, utf8, warn } from '../output/output';

/** The figures in long form, and beside the file its metadata where CSV on the Web looks for them. */
export const csvCommand: Command = {
  options: ['output', 'force', 'part'],
  run: async (options, io) => {
    const metadataOf = (csv: string): string => `${csv}-metadata.json`;
    const output = await outputOf(options, io, (csv) => [metadataOf(csv)]);
    const reading = await oneReport(options, io);
    warn(reading, options, io);
    const metadata = writeCsvMetadata(reading.report, encodeURIComponent(fileName(output)));
    const outputs = [
      { file: output, bytes: utf8(writeCsv(reading.report)) },
      { file: metadataOf(output), bytes: utf8(metadata) },
    ];
    return put(outputs, options, io);
  },
};
