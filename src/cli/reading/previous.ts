/** Last year's report, where a command is given its file. */
import type { Reading } from '../../read/reading';
import type { Report } from '../../report/report';
import { exits, CommandRefusal } from '../command';
import { previousOf } from './checking';
import type { Io } from '../io';
import type { Options } from '../options';
import { readSource } from './sources';
import { wordsIn } from '../words';

/** The report of the year before for a file that is written. @throws Refusal where the file holds none */
export async function requiredPrevious(
  reading: Reading,
  { previous, language }: Options,
  io: Io,
): Promise<Report | null> {
  if (previous === null) return null;
  const source = await readSource(previous, io, language);
  if (source.error !== null) throw new CommandRefusal(`${previous}: ${source.error}`, exits.unread);
  const report = previousOf(
    reading,
    source.readings.map((one) => one.report),
  );
  if (report === null) throw new CommandRefusal(wordsIn(language).noPreviousHere(previous), exits.unread);
  return report;
}
