import { letterText, returnLetter } from '../../papers/letter';
import type { Reading } from '../../read/reading';
import { compareReports } from '../../rollup/likeness/compare';
import { followUp } from '../../rollup/collection/followUp';
import type { Finding } from '../../rules/finding';
import { isAsked } from '../../rules/findings';
import { findingMessage } from '../../rules/words/words';
import { checkReading } from '../reading/checking';
import { exits, CommandRefusal, type Command } from '../command';
import type { Io } from '../io';
import type { Options } from '../options';
import { oneReport, reportOf } from '../output/output';
import { readSource } from '../reading/sources';
import { wordsIn } from '../words';

const findingsOf = (reading: Reading, { language, day, off }: Options, io: Io): Finding[] =>
  checkReading(reading, { language, now: io.now(), day, off, previous: null }).findings;

/** What became of each point that was asked for when the old file was handed in. @throws Refusal where it is another's */
function followUpText(reading: Reading, old: Reading, file: string, options: Options, io: Io): string {
  const { language } = options;
  const words = wordsIn(language).followUp;
  const { unit, year, edition } = compareReports(old, reading);
  if (unit !== null || year !== null || edition !== null)
    throw new CommandRefusal(`${file}: ${words.another}`, exits.usage);
  const { figures, narrative } = reading.report;
  const known = {
    hasFigure: (id: string) => (figures[id] ?? null) !== null,
    hasText: Object.values(narrative).every(({ length }) => length > 0),
    hasLastYear: false,
  };
  // What a letter only notes is asked of nobody: it is neither mended nor not.
  const asked = (one: Reading): Finding[] => findingsOf(one, options, io).filter(isAsked);
  const points = followUp(asked(old), asked(reading), known);
  const told = points.map(
    ({ finding, state }, at) =>
      `${at + 1}. [${words.states[state]}] ${findingMessage(finding, reading.edition, language)}`,
  );
  return `\n${[words.heading, ...(told.length === 0 ? [words.none] : told)].join('\n\n')}\n`;
}

/** The return letter to a unit; against an earlier submission also what became of each point of that letter. */
export const letterCommand: Command = {
  options: ['part', 'day', 'off', 'previous-submission'],
  run: async (options, io) => {
    const { language, previousSubmission: file } = options;
    const reading = await oneReport(options, io);
    const { unit, year } = reading.report;
    const findings = findingsOf(reading, options, io);
    const letter = letterText(returnLetter(findings, reading.edition, { unit: unit.name, year }, language));
    const old = file === null ? null : reportOf(await readSource(file, io, language), null, language);
    io.out(letter + (old === null || file === null ? '' : followUpText(reading, old, file, options, io)));
    return exits.done;
  },
};
