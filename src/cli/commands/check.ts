import type { Reading } from '../../read/reading';
import { uncertainFigures } from '../../read/compose/blanks';
import { check } from '../../rules/check';
import { dayOfCheck } from '../../rules/day';
import type { Finding } from '../../rules/finding';
import { inputOfReport } from '../../rules/input';
import { exits, Refusal, type Command } from '../command';
import { previousOf } from '../previous';
import { printFailure, printFindings } from '../print';
import { failureRecord, readingRecord, recordsText } from '../records';
import { readSource, readSources } from '../sources';
import { wordsIn } from '../words';

/** Findings of each report. */
export const checkCommand: Command = {
  options: ['json', 'previous', 'day', 'off', 'blank-zero'],
  run: async ({ files, language, json, previous: previousFile, day, off, blankZero }, io) => {
    const words = wordsIn(language);
    if (files.length === 0) throw new Refusal(words.noFile, exits.usage);
    const previous = previousFile === null ? null : await readSource(previousFile, io, language);
    const checked = (await readSources(files, io, language, blankZero)).map((source) => ({
      ...source,
      readings: source.readings.map((reading): { reading: Reading; findings: Finding[] } => {
        const lastYear = previousOf(reading, previous);
        if (previous?.error === null && lastYear === null) io.error(`${words.noPrevious(previous.file)}\n`);
        // A day that is named holds for every report; the clock's only for those that are being written now.
        const today = day ?? dayOfCheck(reading.report.year, io.now());
        const input = inputOfReport(reading.edition, reading.report, { previous: lastYear, today, off });
        const unread = new Set([...(input.unread ?? []), ...uncertainFigures(reading)]);
        return { reading, findings: check({ ...input, unread }) };
      }),
    }));
    const failed = previous === null || previous.error === null ? [] : [{ ...previous, readings: [] }];

    if (json) {
      const records = [...checked, ...failed].flatMap(({ file, readings, error }) =>
        error === null
          ? readings.map(({ reading, findings }) => readingRecord(file, reading, findings, language))
          : [failureRecord(file, error)],
      );
      io.out(recordsText(records));
    } else {
      for (const { file, readings, error } of [...checked, ...failed]) {
        if (error !== null) io.error(printFailure(file, error));
        for (const { reading, findings } of readings) io.out(printFindings(file, reading, findings, language));
      }
    }
    if ([...checked, ...failed].some(({ error }) => error !== null)) return exits.unread;
    const faulty = checked.some(({ readings }) =>
      readings.some(({ findings }) => findings.some(({ level }) => level === 'fault')),
    );
    return faulty ? exits.fault : exits.done;
  },
};
