import { writeHtml, writeHtmlFragment } from '../../write/html/html';
import type { Command } from '../command';
import { requiredPrevious } from '../reading/previous';
import { oneReport, outputOf, put, signatureOf, utf8, warn } from '../output/output';

/** A web page of one file, or a fragment for the editor of a portal. */
export const htmlCommand: Command = {
  options: ['output', 'force', 'part', 'blanks', 'contact', 'date', 'sign', 'fragment', 'charts', 'previous'],
  run: async (options, io) => {
    const output = await outputOf(options, io);
    const reading = await oneReport(options, io);
    const { blanks, charts } = options;
    const contact = options.contact ?? reading.report.contact ?? null;
    const previous = await requiredPrevious(reading, options, io);
    const write = options.fragment ? writeHtmlFragment : writeHtml;
    const text = write(reading.report, { blanks, contact, charts, previous, signature: signatureOf(reading, options) });
    warn(reading, options, io);
    return put([{ file: output, bytes: utf8(text) }], options, io);
  },
};
