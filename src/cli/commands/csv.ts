import { writeCsv, writeCsvMetadata } from '../../write/csv';
import { exits, type Command } from '../command';
import { fileName } from '../io';
import { oneReport, outputOf, put, utf8, warn } from '../output';

/** The figures in long form, and beside the file its metadata where CSV on the Web looks for them. */
export const csvCommand: Command = {
  options: ['output', 'part'],
  run: async (options, io) => {
    const output = outputOf(options, io);
    const reading = await oneReport(options, io);
    warn(reading, options, io);
    await put(output, utf8(writeCsv(reading.report)), options, io);
    const metadata = writeCsvMetadata(reading.report, encodeURIComponent(fileName(output)));
    await put(`${output}-metadata.json`, utf8(metadata), options, io);
    return exits.done;
  },
};
